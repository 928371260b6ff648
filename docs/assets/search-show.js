/* How results look: options of the list, marked words, the reader's language and script. */
(() => {
  "use strict";
  const LANGS = ["en", "zh-Hans", "zh-Hant-TW", "zh-Hant-HK"];
  const FOLDERS = { source: "sources", case: "cases", actor: "actors", event: "events", term: "terms", concept: "concepts" };
  const root = document.documentElement;
  const { wordsOf } = window.cbWords;

  const make = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(name, value);
    made.append(...children.filter((child) => child !== ""));
    return made;
  };

  const chineseOf = () => ({ hans: 1, tw: 2, hk: 3 })[root.dataset.zh] || 1;

  /* A label that follows the reader's choice of languages, as everywhere on the page; a title that nobody has translated stands once. */
  const HAN = /[\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
  const isSaid = (label, at) => (at ? label.some((words) => words !== label[0]) || HAN.test(label[0]) : !(HAN.test(label[0]) && label.slice(1).includes(label[0])));
  const spans = (label) => make("span", { class: "cb-l" }, ...label.map((words, at) => make("span", { lang: LANGS[at] }, words)).filter((_, at) => isSaid(label, at)));
  /* The same as plain text, for attributes and lists of choices. */
  const say = (label) => {
    const chinese = label[chineseOf()] || label[0];
    return root.dataset.view === "en" || chinese === label[0] ? label[0] : root.dataset.view === "zh" ? chinese : `${label[0]} ${chinese}`;
  };
  const filled = (label, ...values) => label.map((words) => words.replace("#", values[0]).replace("%", values[1]));

  /* Where a record stands: on a page of its own, or with the others of its case, its shelf. */
  const address = (kind, id, shelf) => new URL(shelf ? `../${kind}s/${shelf}.html#${id}` : `../${FOLDERS[kind]}/${id}.html`, window.cbIndex.base).href;

  /* "1學習2" over 在学习中文 -> 在學習中文. */
  const rewritten = (text, changes) => {
    if (!changes) return text;
    const chars = [...text];
    let at = 0;
    for (const [, same, other] of changes.matchAll(/(\d+)|(\D)/gu)) {
      if (same) at += Number(same); else { chars[at] = other; at += 1; }
    }
    return chars.join("");
  };

  const merged = (places) => {
    const done = [];
    for (const [start, end] of [...places].sort((a, b) => a[0] - b[0])) {
      const last = done[done.length - 1];
      if (last && start <= last[1]) last[1] = Math.max(last[1], end); else done.push([start, end]);
    }
    return done;
  };

  /* Whether a character of two halves would be cut there. */
  const halves = (text, at) => /[\udc00-\udfff]/.test(text[at] || "");

  /* The words around the first place found, with all places marked. */
  const marked = (text, places, before, most) => {
    const out = document.createDocumentFragment();
    const all = merged(places);
    let from = all.length && text.length > most ? Math.max(0, all[0][0] - before) : 0;
    if (from && /\w/.test(text[from])) from = text.indexOf(" ", from) + 1 || from;
    if (halves(text, from)) from -= 1;
    let to = Math.min(text.length, from + most);
    if (to < text.length && /\w/.test(text[to])) to = text.lastIndexOf(" ", to) > from ? text.lastIndexOf(" ", to) : to;
    if (halves(text, to)) to -= 1;
    if (from) out.append("…");
    let at = from;
    for (const [start, end] of all) {
      if (start < at || start >= to) continue;
      out.append(text.slice(at, start), make("mark", {}, text.slice(start, Math.min(end, to))));
      at = Math.min(end, to);
    }
    out.append(text.slice(at, to));
    if (to < text.length) out.append("…");
    return out;
  };

  const scriptFor = (query) => (query.script === "hans" ? 1 : query.script === "hant" && chineseOf() === 1 ? 2 : chineseOf());

  /* A segment in the language that answered, in the script of the query or else the reader's. */
  const words = (hit, found) => {
    const [, en, hans, taiwan, hongKong] = hit.segment;
    const [english, chinese] = hit.sides;
    const { query, meant } = found;
    const named = meant[0] && meant[0].side;
    const side = query.chinese && chinese.spans.length ? 1
      : english.words ? 0 : chinese.words ? 1
      : !english.spans.length ? 1 : !chinese.spans.length ? 0
      : named === "en" ? 0 : named === "zh" && root.dataset.view !== "en" ? 1 : 0;
    const script = scriptFor(query);
    const text = side ? (script === 1 ? hans : script === 2 ? rewritten(hans, taiwan) : rewritten(rewritten(hans, taiwan), hongKong)) : en;
    return make("span", { class: "cb-hit-words", lang: LANGS[side ? script : 0] }, marked(text, hit.sides[side].spans, side ? 20 : 70, side ? 96 : 230));
  };

  const option = (href, ...children) => make("a", { role: "option", class: "cb-hit", tabindex: "-1", "aria-selected": "false", href }, ...children);

  const passage = (source, hit, found) => option(`${address("source", source.id)}#${hit.id}`,
    make("span", { class: "cb-hit-where" }, hit.id), words(hit, found));

  const nameIn = (hit, at, query) => {
    const text = hit.names[at];
    const there = wordsOf(text);
    const places = query.forms.flatMap((form) => form.flatMap((word) => there.flatMap((each) => {
      const inside = word.chinese ? each.word.indexOf(word.word) : each.stem === word.stem || (word.open && each.stem.startsWith(word.stem)) ? 0 : -1;
      return inside < 0 ? [] : [[each.places[inside][0], each.places[word.chinese ? inside + word.word.length - 1 : each.places.length - 1][1]]];
    })));
    return make("span", { lang: LANGS[at] }, marked(text, places, 40, at ? 90 : 160));
  };

  /* A record: its name in the language of the query first, then in the other; what it is; how it was found. */
  const record = (hit, found, labels) => {
    const chinese = scriptFor(found.query);
    const first = found.query.chinese || (hit.side === "zh" && root.dataset.view !== "en") ? [chinese, 0] : [0, chinese];
    const both = ["actor", "term", "concept"].includes(hit.kind) && hit.names[0] !== hit.names[chinese];
    const names = both ? first : first.slice(0, 1);
    const title = make("span", { class: "cb-hit-name" }, ...names.map((at) => nameIn(hit, at, found.query)));
    if (hit.form) title.append(make("span", { class: "cb-hit-form" }, spans(labels.also), make("span", {}, hit.form)));
    const about = hit.prose.length ? make("span", { class: "cb-hit-about", lang: LANGS[first[0]] }, marked(hit.prose[first[0]], [], 0, first[0] ? 60 : 120)) : "";
    return option(address(hit.kind, hit.id, hit.shelf), make("span", { class: "cb-hit-where" }, spans(labels[hit.kind])), make("span", {}, title, about));
  };

  window.cbShow = { make, spans, say, filled, address, passage, record };
})();
