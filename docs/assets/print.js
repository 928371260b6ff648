/* The handout: at its foot the address and the day of retrieval; at each emended word the number of its note. */
(() => {
  "use strict";
  const foot = document.querySelector(".cb-printed");
  if (!foot) return;

  /* A page opened from a folder has no address that anybody else could use. */
  const address = foot.dataset.address || (location.protocol.startsWith("http") ? location.origin + location.pathname : "");
  const today = new Date();
  const day = (locale) => today.toLocaleDateString(locale, { year: "numeric", month: "long", day: "numeric" });
  const words = {
    en: `retrieved ${day("en-GB")}`, "zh-Hans": `检索于${day("zh-CN")}`,
    "zh-Hant-TW": `檢索於${day("zh-TW")}`, "zh-Hant-HK": `檢索於${day("zh-HK")}`,
  };

  const label = document.createElement("span");
  label.className = "cb-l";
  for (const [lang, text] of Object.entries(words)) {
    const span = document.createElement("span");
    span.lang = lang;
    span.textContent = text;
    label.append(span);
  }
  foot.querySelector(".cb-printed-from").replaceChildren(address ? ` · ${address} · ` : " · ", label);

  /* One number behind each emended stretch, though it may be cut into several links, the last of them to a name or a date. */
  const within = (link) => {
    const after = link.nextSibling;
    const parts = after && after.nodeType === Node.ELEMENT_NODE && after.matches("a.m") ? [...after.querySelectorAll(".m-emended")] : [];
    return parts.filter((part) => part.title === link.title).pop() || link;
  };
  const emended = [...document.querySelectorAll("a.m-emended[href^='#e']")];
  emended.forEach((link, at) => {
    const next = emended[at + 1];
    const goesOn = next && next.hash === link.hash && next.closest("p") === link.closest("p");
    if (!goesOn) within(link).dataset.note = link.hash.slice(2);
  });
})();
