/* Pinyin over Chinese, in the script that is shown. The readings travel as one dictionary for the page and,
   for each text, the few characters that it reads otherwise; all scripts have the same characters in the same places.
   The syllables are generated content: they are neither copied nor found. */
(() => {
  "use strict";
  const page = document.querySelector(".cb-source[data-pinyin]");
  if (!page) return;
  const root = document.documentElement;
  const HAN = /[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
  const LANGS = { hans: "zh-Hans", tw: "zh-Hant-TW", hk: "zh-Hant-HK" };

  const usual = new Map();
  for (const group of page.dataset.pinyin.split(" ")) {
    const at = group.search(HAN);
    for (const char of group.slice(at)) usual.set(char, group.slice(0, at));
  }

  /* The archive's own words inside a text are not read, nor are Japanese and Korean. */
  const textNodes = (text) => {
    const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest(".m-cut, .cb-lead, rt, :lang(ja), :lang(ko)") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const found = [];
    while (walk.nextNode()) found.push(walk.currentNode);
    return found;
  };

  const syllables = (simplified) => {
    const otherwise = new Map((simplified.dataset.pinyin || "").split(" ").filter(Boolean).map((one) => [parseInt(one, 10), one.replace(/^\d+/, "")]));
    const chars = textNodes(simplified).flatMap((node) => [...node.data].filter((char) => HAN.test(char)));
    return chars.map((char, at) => otherwise.has(at) ? otherwise.get(at) : usual.get(char) || "");
  };

  const annotate = (text, said) => {
    let at = 0;
    for (const node of textNodes(text)) {
      const parts = document.createDocumentFragment();
      for (const char of node.data) {
        if (!HAN.test(char)) { parts.append(char); continue; }
        const sound = said[at++];
        if (!sound) { parts.append(char); continue; }
        const ruby = document.createElement("ruby"), over = document.createElement("rt");
        over.dataset.sound = sound;
        over.setAttribute("aria-hidden", "true");
        ruby.append(char, over);
        parts.append(ruby);
      }
      parts.normalize();
      node.replaceWith(parts);
    }
    text.dataset.ruby = "";
  };
  const strip = (text) => {
    text.querySelectorAll("ruby").forEach((ruby) => ruby.replaceWith(ruby.firstChild));
    text.normalize();
    delete text.dataset.ruby;
  };

  const update = () => {
    const lang = root.dataset.pinyin === "on" ? LANGS[root.dataset.zh] : "";
    page.querySelectorAll("[data-ruby]").forEach((text) => { if (text.lang !== lang) strip(text); });
    if (!lang) return;
    page.querySelectorAll(".cb-side.cb-zh").forEach((side) => {
      const simplified = side.querySelector(':scope > [lang="zh-Hans"]'), text = side.querySelector(`:scope > [lang="${lang}"]`);
      if (simplified && text && !("ruby" in text.dataset)) annotate(text, syllables(simplified));
    });
  };
  document.addEventListener("cb:chosen", update);
  update();
})();
