/* Reading controls: Chinese script, languages, layout, edited text or text as found.
   A script in the page's head has already set data-zh, data-view and the others on <html>,
   and choice.css and aids.css do all showing and hiding. This file listens to the radios and to the legend's boxes,
   keeps the reader's place, tells the other scripts (cb:chosen), and remembers the choice in the address, this tab and this browser. */
(() => {
  "use strict";
  const root = document.documentElement;
  const form = document.querySelector(".cb-controls");
  if (!form) return;

  const NAMES = ["zh", "view", "layout", "text", "pinyin", "veil", "off"];   // off: the kinds of marks that are not shown
  const KEY = "casebook.reading";
  const chosen = root.cbChosen || {};            // what the reader has said; the rest are defaults
  const PLACES = ".cb-seg, .cb-kwic, .md-content h1, .md-content h2, .md-content h3, .md-content li, .md-content tr, .md-content .cb-prose, .md-content p:not([lang])";

  /* The marks of a kind that is off are no stops of the keyboard either. */
  const boxes = [...document.querySelectorAll('input[name="mark"]')];
  const passOver = () => {
    const off = root.dataset.off.split(".");
    for (const box of boxes) {
      document.querySelectorAll(`.cb-text :is(${box.dataset.marks})`).forEach((mark) => {
        if (off.includes(box.value)) mark.tabIndex = -1; else mark.removeAttribute("tabindex");
      });
    }
  };

  /* The controls show what the page shows (a browser may have restored an older state). */
  const showChoice = () => {
    NAMES.forEach((name) => { if (form.elements[name]) form.elements[name].value = root.dataset[name]; });
    boxes.forEach((box) => { box.checked = !root.dataset.off.split(".").includes(box.value); });
    if (root.dataset.off) passOver();
  };

  /* In one language the title of the window is the page's heading in that language. */
  const titled = document.title;
  const nameWindow = () => {
    const words = (places) => [...document.querySelectorAll(places)].map((place) => place.innerText.replace(/\s+/g, " ").trim()).filter(Boolean).join(" · ");
    const heading = words(".md-content h1, .md-content .cb-shelved");
    document.title = root.dataset.view === "both" || !heading ? titled : `${heading} - ${words(".cb-footer p .cb-l")}`;
  };
  document.addEventListener("cb:chosen", nameWindow);

  const barsBottom = () => {
    const header = document.querySelector(".md-header");
    return Math.max(0, form.getBoundingClientRect().bottom,
      header && getComputedStyle(header).position === "sticky" ? header.getBoundingClientRect().bottom : 0);
  };

  /* The first few places below the bars. Several, because the first may be in the language that is about to hide. */
  const placesInView = () => {
    const top = barsBottom();
    const seen = [];
    for (const place of document.querySelectorAll(PLACES)) {
      const box = place.getBoundingClientRect();
      if (box.height === 0 || box.bottom <= top + 4 || place.closest("[popover]")) continue;
      seen.push({ place, y: box.top });
      if (seen.length === 12 || box.top > innerHeight) break;
    }
    return seen;
  };

  const keepingPlace = (change) => {
    if (scrollY === 0) return change();
    const seen = placesInView();
    root.style.overflowAnchor = "none";          // one of us moves the page, not both
    change();
    const kept = seen.find(({ place }) => place.getClientRects().length);
    if (kept) {
      scrollBy({ top: kept.place.getBoundingClientRect().top - kept.y, behavior: "instant" });
    }
    requestAnimationFrame(() => requestAnimationFrame(() => { root.style.overflowAnchor = ""; }));
  };

  const remember = () => {
    const kept = JSON.stringify(chosen);
    for (const store of ["sessionStorage", "localStorage"]) {
      try { window[store].setItem(KEY, kept); } catch { /* private windows, file:// */ }
    }
    const query = new URLSearchParams(location.search);
    NAMES.forEach((name) => { if (chosen[name]) query.set(name, chosen[name]); else query.delete(name); });
    try { history.replaceState(history.state, "", `?${query}${location.hash}`); } catch { /* file:// in some browsers */ }
  };

  const choose = (name, value) => {
    chosen[name] = value;
    keepingPlace(() => {
      root.dataset[name] = value;
      document.dispatchEvent(new CustomEvent("cb:chosen", { detail: name }));
    });
    if (name === "off") passOver();
    remember();
  };
  document.addEventListener("change", ({ target }) => {
    if (target.form !== form) return;
    if (target.name === "mark") choose("off", boxes.filter((box) => !box.checked).map((box) => box.value).join("."));
    else if (NAMES.includes(target.name)) choose(target.name, target.value);
  });
  form.addEventListener("submit", (event) => event.preventDefault());

  /* 阅 looks pressed while its settings are open. A rule with :has() on the whole page would style all of it anew at each change. */
  document.getElementById("aids")?.addEventListener("toggle", ({ newState }) => {
    form.querySelector(".cb-aids-open").toggleAttribute("data-open", newState === "open");
  });

  /* Back to a page that the browser had kept: the reader may have chosen otherwise meanwhile. */
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    try { Object.assign(chosen, JSON.parse(sessionStorage.getItem(KEY))); } catch { /* as above */ }
    NAMES.forEach((name) => { if (chosen[name]) root.dataset[name] = chosen[name]; });
    showChoice();
    document.dispatchEvent(new CustomEvent("cb:chosen", { detail: "view" }));
  });

  /* A link to a line of the folded seed opens it. */
  const unfold = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = target && target.closest("details:not([open])");
    if (folded) { folded.open = true; target.scrollIntoView(); }
  };
  addEventListener("hashchange", unfold);

  showChoice();
  nameWindow();
  unfold();
})();
