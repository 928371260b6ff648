/* The search dialog: opened with / or the button, worked by keyboard alone, shared by ?q= in the address.
   This file waits; the rest is fetched when the dialog first opens. */
(() => {
  "use strict";
  const own = document.currentScript.src;
  const opener = document.querySelector(".cb-search-open");
  const FACETS = ["case", "actor", "event", "concept", "year", "outlet", "grade"];
  const KINDS = ["source", "actor", "event", "term", "case", "claim"];
  const PAGE = { records: 6, passages: 3, sources: 5, tried: 12 };
  if (!opener) return;

  const limits = { kind: "" };
  const facets = {};
  let dialog, parts, labels, manifest, found, turn = 0, active = -1, groupNumber = 0, waiting;

  const script = (name) => new Promise((resolve, reject) => {
    const made = document.createElement("script");
    made.src = new URL(name, own);
    made.onload = resolve;
    made.onerror = () => reject(new Error(name));
    document.head.append(made);
  });

  let starting;
  const start = () => {
    starting = starting || (async () => {
      for (const name of ["search-words.js", "search-index.js", "search-pinyin.js", "search-find.js", "search-show.js"]) await script(name);
      manifest = await window.cbIndex.open();
      labels = manifest.labels;
      build();
    })().catch((why) => { starting = null; throw why; });
    return starting;
  };

  /* The dialog, made once. */
  const build = () => {
    const { make, spans, say } = window.cbShow;
    const input = make("input", { type: "text", role: "combobox", id: "cb-search-input", "aria-label": say(labels.title), "aria-expanded": "false", "aria-controls": "cb-search-list", "aria-autocomplete": "list", placeholder: say(labels.placeholder), autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search" });
    const close = make("button", { type: "button", class: "cb-search-close", "aria-label": say(labels.close) }, make("kbd", { "aria-hidden": "true" }, "Esc"), make("span", { "aria-hidden": "true" }, "×"));
    const kinds = make("fieldset", { class: "cb-search-kinds" }, make("legend", {}, say(labels.kind)),
      ...["", ...KINDS].map((kind) => {
        const radio = make("input", { type: "radio", name: "cb-kind", value: kind });
        radio.checked = !kind;
        return make("label", {}, radio, spans(labels[kind || "all"]));
      }));
    const narrow = make("button", { type: "button", class: "cb-search-narrow", "aria-expanded": "false", "aria-controls": "cb-search-facets" }, spans(labels.narrow));
    const selects = FACETS.map((facet) => make("label", {}, spans(labels[facet]), make("select", { name: facet })));
    const panel = make("div", { id: "cb-search-facets", class: "cb-search-facets", hidden: "" }, ...selects);
    const status = make("p", { class: "cb-search-status", role: "status" });
    const list = make("div", { id: "cb-search-list", class: "cb-search-list", role: "listbox", "aria-label": say(labels.title) });
    const aside = make("div", { class: "cb-search-aside" });
    const keys = make("p", { class: "cb-search-keys", "aria-hidden": "true" }, spans(labels.keys));
    dialog = make("dialog", { class: "cb-search", "aria-label": say(labels.title) },
      make("div", { class: "cb-search-head" }, make("span", { class: "cb-seal", "aria-hidden": "true" }, "案"), input, close),
      make("div", { class: "cb-search-limits" }, kinds, narrow), panel,
      make("div", { class: "cb-search-body", tabindex: "0" }, status, list, aside), keys);
    document.body.append(dialog);
    parts = { input, close, kinds, narrow, panel, status, list, aside };
    listen();
  };

  const listen = () => {
    const { input, close, kinds, narrow, panel, list, aside } = parts;
    input.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 140); });
    input.addEventListener("keydown", steer);
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => share(""));
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    kinds.addEventListener("change", (event) => { limits.kind = event.target.value; search(); });
    narrow.addEventListener("click", async () => { panel.hidden = !panel.hidden; narrow.setAttribute("aria-expanded", String(!panel.hidden)); await offer(); });
    panel.addEventListener("change", (event) => { limits[event.target.name] = event.target.value; search(); });
    list.addEventListener("click", (event) => {
      const hit = event.target.closest('[role="option"]');
      if (!hit) return;
      if (hit.more) { event.preventDefault(); hit.more(); input.focus(); } else if (!event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close();
    });
    list.addEventListener("pointermove", (event) => { const hit = event.target.closest('[role="option"]'); if (hit) select(options().indexOf(hit), false); });
    aside.addEventListener("click", (event) => {
      const word = event.target.closest("button");
      if (!word) return;
      if (word.value) input.value = word.value; else widen();
      input.focus();
      search();
    });
  };

  const options = () => [...parts.list.querySelectorAll('[role="option"]')];
  const select = (number, scroll = true) => {
    const all = options();
    if (all[active]) all[active].setAttribute("aria-selected", "false");
    active = all.length ? Math.max(-1, Math.min(number, all.length - 1)) : -1;
    const hit = all[active];
    if (hit) {
      hit.setAttribute("aria-selected", "true");
      if (scroll) hit.scrollIntoView({ block: active ? "nearest" : "center" });
      parts.input.setAttribute("aria-activedescendant", hit.id);
    } else parts.input.removeAttribute("aria-activedescendant");
  };

  const steer = (event) => {
    const all = options();
    const to = { ArrowDown: (active + 1) % (all.length || 1), ArrowUp: active > 0 ? active - 1 : all.length - 1, PageDown: active + 5, PageUp: Math.max(0, active - 5) }[event.key];
    if (to !== undefined) { event.preventDefault(); select(to); }
    if (event.key === "Enter") {
      event.preventDefault();
      const hit = all[Math.max(0, active)];
      if (hit) hit.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey: event.ctrlKey, metaKey: event.metaKey, shiftKey: event.shiftKey }));
    }
  };

  /* The query and its limits in the address, so that it can be shared. */
  const share = (typed) => {
    const query = new URLSearchParams(location.search);
    const kept = { q: typed, ...Object.fromEntries(["kind", ...FACETS].map((name) => [`q-${name}`, typed && limits[name]])) };
    for (const [name, value] of Object.entries(kept)) if (value) query.set(name, value); else query.delete(name);
    try { history.replaceState(history.state, "", `${location.pathname}${String(query) && "?"}${query}${location.hash}`); } catch { /* file:// in some browsers */ }
  };

  const widen = () => {
    ["kind", ...FACETS].forEach((name) => { limits[name] = ""; });
    show();
  };
  const show = () => {
    for (const radio of parts.kinds.querySelectorAll("input")) radio.checked = radio.value === limits.kind;
    for (const one of parts.panel.querySelectorAll("select")) one.value = limits[one.name] || "";
  };

  const keep = (number) => (!limits.kind || window.cbIndex.kindOf(number) === limits.kind)
    && FACETS.every((name) => !limits[name] || !facets[name] || facets[name].some(({ id, numbers }) => id === limits[name] && numbers.has(number)));

  /* The values of the facets, with how many of the results each would leave. */
  const offer = async () => {
    if (parts.panel.hidden) return;
    const { make, say } = window.cbShow;
    await Promise.all(FACETS.map(async (name) => { facets[name] = facets[name] || await window.cbIndex.facet(name); }));
    const answers = found && new Set([...found.sources, ...found.records.map((hit) => hit.number)]);
    for (const one of parts.panel.querySelectorAll("select")) {
      const values = facets[one.name].map(({ id, label, numbers }) => ({ id, label, count: answers ? [...numbers].filter((n) => answers.has(n)).length : numbers.size }))
        .filter(({ id, count }) => count || id === limits[one.name]).sort((a, b) => (one.name === "year" ? b.id.localeCompare(a.id) : b.count - a.count)).slice(0, 200);
      one.replaceChildren(make("option", { value: "" }, say(labels.any)), ...values.map(({ id, label, count }) => make("option", { value: id }, `${say(label)} (${count})`)));
      one.value = limits[one.name] || "";
    }
  };

  const search = async () => {
    const mine = ++turn;
    const typed = parts.input.value.trim();
    share(typed);
    delete dialog.dataset.answers;
    if (!typed) return blank();
    try {
      await Promise.all(FACETS.filter((name) => limits[name] && !facets[name]).map(async (name) => { facets[name] = await window.cbIndex.facet(name); }));
      let now = await window.cbFind.find(typed, keep);
      const instead = now && now.corrected;
      if (instead) now = await window.cbFind.find(instead, keep);
      if (mine !== turn) return;
      found = now;
      await list(typed, instead, mine);
      await offer();
      if (mine === turn) Object.assign(dialog.dataset, { answers: typed, limits: Object.values(limits).filter(Boolean).join(" ") });
    } catch (why) {
      if (mine === turn) tell(labels.broken);
      throw why;
    }
  };

  const tell = (label) => parts.status.replaceChildren(window.cbShow.spans(label));

  const blank = () => {
    found = null;
    parts.list.replaceChildren();
    parts.status.replaceChildren();
    parts.input.setAttribute("aria-expanded", "false");
    select(-1);
    suggest(labels.try, manifest.suggestions);
    offer();
  };

  const chips = (names) => {
    const { make, spans, say } = window.cbShow;
    return make("p", { class: "cb-search-chips" }, ...names.map((name) => make("button", { type: "button", value: document.documentElement.dataset.view === "zh" ? say(name) : name[0] }, spans(name))));
  };
  const suggest = (heading, names) => {
    const { make, spans } = window.cbShow;
    parts.aside.replaceChildren(make("p", { class: "cb-search-heading" }, spans(heading)), chips(names), make("p", { class: "cb-search-hint" }, spans(labels.hint)));
  };

  /* Records first, then the passages of one source after another until enough have some. */
  const list = async (typed, instead, mine) => {
    const { make, spans, filled } = window.cbShow;
    const groups = found ? [group(make("span", {}, spans(labels.records)), found.records.map((hit) => window.cbShow.record(hit, found, labels)), PAGE.records)] : [];
    const only = ["actor", "event"].filter((name) => limits[name]).map((name) => `${name}/${limits[name]}`);
    const read = found ? await gather(found, only, 0) : { groups: [], passages: 0, next: 0 };
    if (mine !== turn) return;
    parts.aside.replaceChildren();
    parts.list.replaceChildren(...groups.filter(Boolean), ...read.groups);
    moreSources(read.next, only);
    number();
    select(-1);
    const total = found ? found.records.length : 0;
    parts.input.setAttribute("aria-expanded", String(Boolean(total + read.passages)));
    if (!(total + read.passages)) return nothing(typed);
    const more = found.sources.length > read.next;
    tell(filled(more ? labels["found-more"] : labels.found, total, read.passages));
    if (instead) parts.status.prepend(spans(labels.corrected), ` “${instead}” · `);
    else if (found.relaxed && read.passages) parts.status.prepend(spans(labels.relaxed), " ");
  };

  const number = () => options().forEach((hit, at) => { hit.id = `cb-hit-${at}`; });
  const gather = async (from, only, next) => {
    const groups = [];
    let passages = 0;
    for (let tried = 0; next < from.sources.length && groups.length < PAGE.sources && tried < PAGE.tried; next += 1, tried += 1) {
      const source = await window.cbFind.passages(from.sources[next], from, only);
      if (!source.hits.length) continue;
      passages += source.hits.length;
      groups.push(group(window.cbShow.spans(source.title), source.hits.map((hit) => window.cbShow.passage(source, hit, from)), PAGE.passages));
    }
    return { groups, passages, next };
  };

  const group = (heading, hits, most) => {
    if (!hits.length) return null;
    const { make } = window.cbShow;
    const id = `cb-group-${groupNumber += 1}`;
    const made = make("div", { role: "group", class: "cb-search-group", "aria-labelledby": id }, make("p", { id, class: "cb-search-heading", role: "presentation" }, heading), ...hits.slice(0, most));
    if (hits.length > most) made.append(further(labels.more, hits.length - most, (row) => { row.replaceWith(...hits.slice(most)); }));
    return made;
  };

  const further = (label, count, act) => {
    const { make, spans, filled } = window.cbShow;
    const row = make("button", { type: "button", role: "option", class: "cb-hit cb-hit-more", tabindex: "-1", "aria-selected": "false" }, spans(filled(label, count)));
    row.more = async () => { const at = active; await act(row); number(); active = -1; select(at); };
    return row;
  };

  const moreSources = (next, only) => {
    if (!found || next >= found.sources.length) return;
    const from = found;
    parts.list.append(further(labels["more-sources"], from.sources.length - next, async (row) => {
      const read = await gather(from, only, next);
      if (from !== found) return;
      row.replaceWith(...read.groups);
      moreSources(read.next, only);
    }));
  };

  const nothing = async (typed) => {
    const { make, spans, filled } = window.cbShow;
    const narrowed = Object.values(limits).some(Boolean);
    tell(filled(narrowed ? labels["none-narrowed"] : labels.none, typed));
    const near = await window.cbFind.near(typed);
    if (near.length) suggest(labels.near, near); else suggest(labels.try, manifest.suggestions);
    if (narrowed) parts.aside.prepend(make("p", { class: "cb-search-chips" }, make("button", { type: "button" }, spans(labels.widen))));
  };

  const open = async (typed) => {
    try { await start(); } catch {
      opener.setAttribute("title", "The search could not be loaded · 未能载入搜索");
      return;
    }
    if (!dialog.open) dialog.showModal();
    if (typed !== undefined) parts.input.value = typed;
    parts.input.focus();
    parts.input.select();
    show();
    search();
  };

  opener.addEventListener("click", () => open());
  opener.addEventListener("pointerenter", () => { start().catch(() => {}); }, { once: true });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest && event.target.closest("input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]");
    const asked = (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey) || (event.key === "k" && (event.ctrlKey || event.metaKey));
    if (!asked || typing || (dialog && dialog.open)) return;
    event.preventDefault();
    open();
  });

  /* A page that is not there: the words of its address are a query. */
  const lost = async () => {
    const place = document.getElementById("cb-lost");
    if (!place) return;
    let last = location.pathname.split("/").filter(Boolean).pop() || "";
    try { last = decodeURIComponent(last); } catch { /* as it is */ }
    const words = last.replace(/\.html?$/, "").replace(/^\d{3}_[0-9a-f]+$/, "").replace(/^index$|^404$/, "").replace(/[-_+.]+/g, " ").trim();
    await start();
    const button = window.cbShow.make("button", { type: "button", class: "cb-lost-search" }, window.cbShow.spans(words ? window.cbShow.filled(labels.lost, words) : labels.title));
    button.addEventListener("click", () => open(words || undefined));
    place.append(button);
  };
  lost().catch(() => {});

  const asked = new URLSearchParams(location.search);
  ["kind", ...FACETS].forEach((name) => { if (asked.get(`q-${name}`)) limits[name] = asked.get(`q-${name}`); });
  if (asked.get("q")) open(asked.get("q"));
})();
