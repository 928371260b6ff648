/* What must be settled before the first paint, so that a page never flickers: script, languages and layout; light or dark.
   And before any other script listens: keys that belong to an input method.
   It stands in the head of every page and holds it up: small, and alone. */
(() => {
  "use strict";
  const root = document.documentElement;

  /* How to read: the address wins, then this tab, then this reader's last choice, then the browser's languages. */
  const KEY = "casebook.reading";
  const KNOWN = { zh: /^(hans|tw|hk)$/, view: /^(both|en|zh)$/, layout: /^(side|inter)$/, text: /^(edited|found)$/, pinyin: /^(on|off)$/, veil: /^(none|en|zh)$/, off: /^[a-z.]+$/ };
  const asked = new URLSearchParams(location.search);
  const chosen = {};
  let kept = {};
  try { kept = { ...JSON.parse(localStorage.getItem(KEY)), ...JSON.parse(sessionStorage.getItem(KEY)) }; } catch { /* no memory: a folder, in some browsers */ }
  for (const [name, known] of Object.entries(KNOWN)) {
    const value = asked.get(name) || kept[name];
    if (value && known.test(value)) chosen[name] = value;
  }
  const chinese = (navigator.languages || []).find((lang) => /^zh/i.test(lang)) || "";
  Object.assign(root.dataset, {
    zh: /-(hk|mo)/i.test(chinese) ? "hk" : /-(tw|hant)/i.test(chinese) ? "tw" : "hans",
    view: "both", text: "edited", pinyin: "off", veil: "none", off: "",
    layout: matchMedia("(max-width:47.99em)").matches ? "inter" : "side",
    ...chosen,
  });
  root.toggleAttribute("data-single", "single" in document.currentScript.dataset);
  root.cbChosen = chosen;

  /* The language of the page is the one that it is read in; beside the Chinese, English leads. */
  const speak = () => { root.lang = root.dataset.view === "zh" ? { hans: "zh-Hans", tw: "zh-Hant-TW", hk: "zh-Hant-HK" }[root.dataset.zh] : "en"; };
  document.addEventListener("cb:chosen", speak);
  speak();
  try { sessionStorage.setItem(KEY, JSON.stringify(chosen)); } catch { /* as above */ }

  /* While an input method composes, and when a key ends that (Safari says so by the code 229 only), keys are its own. */
  addEventListener("keydown", (event) => { if (event.isComposing || event.keyCode === 229) event.stopImmediatePropagation(); }, true);

  /* Light or dark: this reader's last choice, else the system's. Material keeps it by the site's own path. */
  const LIGHT = `${new URL("..", document.currentScript.src).pathname}.__palette`;
  const dress = (form) => {
    const inputs = [...form.querySelectorAll("input")];
    const show = (at) => {
      inputs.forEach((input, n) => { input.nextElementSibling.hidden = n !== at; });
      inputs[at].checked = true;
      for (const key of ["scheme", "primary", "accent"]) document.body.setAttribute(`data-md-color-${key}`, inputs[at].getAttribute(`data-md-color-${key}`));
    };
    let last = null;
    try { last = JSON.parse(localStorage.getItem(LIGHT)); } catch { /* as above */ }
    const systems = inputs.findIndex((input) => matchMedia(input.dataset.mdColorMedia).matches);
    show(last && inputs[last.index] ? last.index : Math.max(0, systems));
    form.addEventListener("change", (event) => {
      const at = inputs.indexOf(event.target);
      show(at);
      try { localStorage.setItem(LIGHT, JSON.stringify({ index: at })); } catch { /* as above */ }
    });
  };
  /* The buttons stand at the head of the body. What follows them says that they are whole; this runs before anything is painted. */
  const waiting = new MutationObserver(() => {
    const form = document.querySelector('[data-md-component="palette"]');
    if (!form || !form.nextElementSibling) return;
    waiting.disconnect();
    dress(form);
  });
  waiting.observe(root, { childList: true, subtree: true });
})();
