/* What a query finds: records by their names, then passages, the newest sources first where nothing else decides. */
(() => {
  "use strict";
  const { fold, isChinese, wordsOf, squeezed, keysOf, sizeOf, grams, slips, scriptOf } = window.cbWords;
  const index = window.cbIndex;
  const ORDER = { actor: 0, case: 1, event: 2, term: 3, claim: 4, contradiction: 5 };
  const MOST_BLOCKS = 10;

  /* The query in the forms in which it is looked up: as typed, and with the texts' words for those of Taiwan or Hong Kong. */
  const read = (typed, manifest) => {
    const folded = fold(typed).trim();
    const other = Object.keys(manifest.regional).sort((a, b) => b.length - a.length)
      .reduce((text, word) => text.replaceAll(word, manifest.regional[word]), folded);
    const forms = [...new Set([folded, other])].map((form) => {
      const words = wordsOf(form);
      const last = words[words.length - 1];
      if (last && !last.chinese && form.endsWith(last.word)) last.open = true;
      return words;
    }).filter((words) => words.length);
    const plain = squeezed(typed);
    const toneless = squeezed(fold(typed).replace(/([a-z])[1-5](?=[a-z\s]|$)/g, "$1"));
    return { typed, forms, names: [...new Set([plain, toneless, squeezed(other)])].filter(Boolean), script: scriptOf(typed), chinese: forms.some((words) => words.some((word) => word.chinese)) };
  };

  const meet = (one, other) => {
    const both = new Map();
    for (const [number, weight] of one) if (other.has(number)) both.set(number, weight + other.get(number));
    return both;
  };
  const join = (all) => {
    const any = new Map();
    for (const one of all) for (const [number, weight] of one) any.set(number, Math.max(weight, any.get(number) || 0));
    return any;
  };

  const withWord = async (word) => {
    if (word.chinese && sizeOf(word.word) === 1) return index.beginning(word.word);
    const lists = await Promise.all(keysOf(word.word).map(index.holders));
    const exact = lists.reduce(meet);
    return word.open && word.stem.length > 1 ? join([exact, await index.beginning(word.stem)]) : exact;
  };
  const withAll = async (query) => join(await Promise.all(query.forms.map(async (words) => (await Promise.all(words.map(withWord))).reduce(meet))));

  /* Where no document has all words: those that have most of them. */
  const withMost = async (query) => {
    const keys = [...new Set(query.forms.flatMap((words) => words.flatMap((word) => keysOf(word.word))))];
    const counts = new Map();
    for (const list of await Promise.all(keys.map(index.holders))) for (const number of list.keys()) counts.set(number, (counts.get(number) || 0) + 1);
    return new Map([...counts].filter(([, count]) => keys.length > 1 && count * 2 > keys.length));
  };

  /* Records whose names share most pairs of letters with the query. */
  const likeNames = async (query, least = 0.5) => {
    const best = new Map();
    for (const name of query.names) {
      if (sizeOf(name) > 30) continue;
      const pairs = grams(name);
      const counts = new Map();
      for (const list of await Promise.all(pairs.map(index.holders))) for (const number of list.keys()) counts.set(number, (counts.get(number) || 0) + 1);
      for (const [number, count] of counts) if (count / pairs.length >= least) best.set(number, Math.max(best.get(number) || 0, count / pairs.length));
    }
    return best;
  };

  const allowed = (name) => (/^[a-z0-9]+$/.test(name) ? (name.length < 4 ? 0 : name.length < 8 ? 1 : 2) : sizeOf(name) < 3 ? 0 : 1);

  /* How well one form of a name answers: whole, beginning, part, or with a slip. */
  const likeness = (form, name) => {
    if (form === name) return 100;
    if (sizeOf(name) < 2) return form.startsWith(name) ? 70 : isChinese(name) && form.includes(name) ? 50 : 0;
    if (form.startsWith(name)) return 80;
    if (form.includes(name) && (sizeOf(name) > 2 || !/^[a-z0-9]/.test(name))) return 60;
    const most = allowed(name);
    const off = most ? slips(name, form, most) : 1;
    return off <= most ? 55 - 10 * off : 0;
  };

  const hasWords = (texts, words) => {
    const there = new Set(texts.flatMap((text) => wordsOf(text).map((each) => each.stem)));
    const run = texts.map(fold).join("\n");
    return words.every((word) => (word.chinese ? run.includes(word.word) : there.has(word.stem) || (word.open && [...there].some((each) => each.startsWith(word.stem)))));
  };

  const judged = (hit, number, query, worded) => {
    const [kind, id, names, forms, unseen, prose, count, shelf] = hit;
    let best = { score: 0, form: "", side: "" };
    const weigh = (form, less, shown, side) => {
      const short = squeezed(form);
      for (const name of query.names) {
        const score = likeness(short, name) - less;
        if (score > best.score) best = { score, form: shown ? form : "", side };
      }
    };
    names.forEach((form, at) => weigh(form, 0, false, at ? "zh" : "en"));
    forms.forEach((form) => weigh(form, 4, true, isChinese(squeezed(form)) ? "zh" : "en"));
    unseen.forEach((form) => weigh(form, 5, false, kind === "event" || kind === "case" ? "en" : "zh"));
    if (best.score < 70 && query.forms.some((words) => hasWords(names, words))) best = { score: 70, form: "", side: "" };
    if (!best.score && worded) best = { score: 20, form: "", side: "" };      // in its prose, or its PR concepts
    return { kind, id, shelf, names, prose, count, number, ...best };
  };

  const records = async (query, exact, keep) => {
    const like = await likeNames(query);
    const likely = [...like].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([number]) => number);
    const worded = [...exact.keys()].filter((number) => index.kindOf(number) !== "source").sort((a, b) => a - b);
    const blocks = new Set(), chosen = new Set();
    for (const number of [...likely.slice(0, 30), ...worded, ...likely.slice(30)].filter(keep)) {
      if (!blocks.has(index.blockOf(number)) && blocks.size === MOST_BLOCKS) continue;
      blocks.add(index.blockOf(number));
      chosen.add(number);
    }
    const hits = await Promise.all([...chosen].map(async (number) => judged(await index.record(number), number, query, exact.has(number))));
    return hits.filter((hit) => hit.score).sort((a, b) => b.score - a.score || ORDER[a.kind] - ORDER[b.kind] || b.count - a.count || a.number - b.number);
  };

  /* The records whose mentions are meant: those named outright, or, if none is, those named with a slip. */
  const meant = (hits) => {
    const named = hits.filter((hit) => ["actor", "event", "term"].includes(hit.kind) && hit.count);
    const outright = named.filter((hit) => hit.score >= 95);
    return (outright.length ? outright : named.filter((hit) => hit.score >= 35 && hit.score !== 60 && hit.score !== 70)).slice(0, 3);
  };

  /* Everything for one query. `keep` says whether a document's number passes the facets. */
  const find = async (typed, keep) => {
    const query = read(typed, await index.open());
    if (!query.forms.length) return null;
    let exact = await withAll(query);
    const found = await records(query, exact, keep);
    const named = meant(found);
    const mentions = await Promise.all(named.map((hit) => index.holders(`@${hit.kind}/${hit.id}`)));
    const sources = new Map();
    const note = (list, more) => { for (const [number, weight] of list) if (index.kindOf(number) === "source" && keep(number)) sources.set(number, (sources.get(number) || 0) + weight + more); };
    note(exact, 2);
    mentions.forEach((list) => note(list, 1));
    let corrected = "", relaxed = false;
    if (!sources.size && !found.some((hit) => hit.score > 20)) {
      corrected = await inCharacters(query) || await inOtherWords(query);
      if (!corrected) { relaxed = true; note(await withMost(query), 0); }
    }
    const order = [...sources].sort((a, b) => b[1] - a[1] || b[0] - a[0]).map(([number]) => number);
    return { query, records: found, meant: named, sources: order, relaxed, corrected };
  };

  /* The words that a query in pinyin means: of those that sound so, what most sources have. */
  const inCharacters = async (query) => {
    let best = "", most = 0;
    for (const reading of await window.cbPinyin.readings(query.typed)) {
      const { size } = await withAll(read(reading, await index.open()));
      if (size > most) [best, most] = [reading, size];
    }
    return best;
  };

  /* The query with each unknown English word replaced by the nearest known one, or nothing. */
  const inOtherWords = async (query) => {
    let changed = false;
    const words = await Promise.all(query.forms[0].map(async (word) => {
      if (word.chinese || word.word.length < 4 || (await withWord(word)).size) return word.word;
      const [other] = await index.near(word.stem);
      changed = changed || Boolean(other);
      return other || word.word;
    }));
    return changed ? words.join(" ") : "";
  };

  /* Where the query's words stand in a segment's text: [start, end] each; null if not all are there. */
  const placesIn = (text, hidden, words, some) => {
    const there = wordsOf(text, hidden);
    const spans = [];
    let missing = 0;
    for (const word of words) {
      const before = spans.length;
      for (const each of there) {
        if (word.chinese && each.chinese) {
          const wanted = some && !each.word.includes(word.word) && sizeOf(word.word) > 2 ? keysOf(word.word) : [word.word];
          for (const want of wanted) for (let at = each.word.indexOf(want); at >= 0; at = each.word.indexOf(want, at + want.length)) spans.push([each.places[at][0], each.places[at + want.length - 1][1]]);
        } else if (!word.chinese && !each.chinese && (each.stem === word.stem || (word.open && word.stem.length > 1 && each.stem.startsWith(word.stem)))) {
          spans.push([each.places[0][0], each.places[each.places.length - 1][1]]);
        }
      }
      missing += spans.length === before ? 1 : 0;
    }
    return spans.length && (!missing || (some && missing * 2 <= words.length)) ? spans : null;
  };

  /* The segments of a source that answer, best first. With `only`, those that mention it. */
  const passages = async (number, found, only) => {
    const source = await index.text(number);
    const { query } = found;
    const wanted = found.meant.map((hit) => source.known.indexOf(`${hit.kind}/${hit.id}`));
    const needed = only.map((key) => source.known.indexOf(key));
    const hits = [];
    for (const [place, segment] of source.segments.entries()) {
      const [id, en, hans, , , marks, hidden] = segment;
      if (!needed.every((one) => marks.some(([what]) => what === one))) continue;
      const sides = [en, hans].map((text, side) => {
        const own = hidden.filter(([where]) => where === side).map(([, start, end]) => [start, end]);
        const words = query.forms.map((form) => placesIn(text, own, form, found.relaxed)).find(Boolean);
        const named = marks.filter(([what, where]) => where === side && wanted.includes(what)).map(([, , start, end]) => [start, end]);
        return { words, spans: (words || []).concat(named) };
      });
      const run = query.names.some((name) => sizeOf(name) > 1 && (squeezed(en).includes(name) || squeezed(hans).includes(name)));
      const best = sides.some((side) => side.words) ? (run ? 3 : 2) : sides.some((side) => side.spans.length) ? 1 : 0;
      if (best) hits.push({ id, place, best: best, segment, sides });
    }
    return { id: source.id, title: source.title, hits: hits.sort((a, b) => b.best - a.best || a.place - b.place) };
  };

  /* Names that a query which found nothing may mean: it holds one, or a few letters are others. */
  const isNear = (hit, names) => [...hit[2], ...hit[3], ...hit[4]].map(squeezed).filter(Boolean).some((form) => names.some((name) => {
    const least = isChinese(form) ? 2 : 4, most = Math.floor(Math.min(sizeOf(name), sizeOf(form)) / (isChinese(form) ? 2 : 4));
    return sizeOf(form) >= least && name.includes(form) || most && slips(name, form, most) <= most;
  }));
  const near = async (typed) => {
    const query = read(typed, await index.open());
    const like = [...await likeNames(query, 0.3)].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 12);
    const hits = await Promise.all(like.map(([number]) => index.record(number)));
    return hits.filter((hit) => isNear(hit, query.names)).slice(0, 4).map((hit) => hit[2]);
  };

  window.cbFind = { find, passages, near };
})();
