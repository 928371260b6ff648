/* A case in class: one screen at a time, by keyboard, by the buttons, by a tap at the sides. The screen stands in the
   address (#5), so that a page that is opened again goes on. Without this file all screens stand in order. */
(() => {
  "use strict";
  const page = document.querySelector(".cb-class");
  if (!page) return;
  const steps = [...page.querySelectorAll(".cb-step")];
  const bar = page.querySelector(".cb-class-bar");
  const asked = () => Math.min(steps.length, Math.max(1, Number(location.hash.slice(1)) || 1));
  let at = asked();
  let all = false;

  const show = () => {
    page.classList.toggle("cb-one", !all);
    steps.forEach((step, n) => { step.hidden = !all && n + 1 !== at; });
    bar.querySelector(".cb-class-at").textContent = `${at} / ${steps.length}`;
    bar.querySelector('[data-do="back"]').disabled = all || at === 1;
    bar.querySelector('[data-do="on"]').disabled = all || at === steps.length;
    bar.querySelector('[data-do="all"]').setAttribute("aria-pressed", String(all));
  };
  const go = (to) => {
    all = false;
    at = Math.min(steps.length, Math.max(1, to));
    try { history.replaceState(history.state, "", `${location.search}#${at}`); } catch { /* file:// in some browsers */ }
    show();
    window.scrollTo(0, 0);
  };
  const DO = {
    back: () => go(at - 1),
    on: () => go(at + 1),
    all: () => { all = !all; show(); },
    full: () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()),
  };
  const KEYS = { ArrowRight: "on", PageDown: "on", " ": "on", ArrowLeft: "back", PageUp: "back", f: "full", a: "all" };

  bar.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) DO[button.dataset.do]();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("a, button, input, select, textarea, summary, [role=dialog]")) return;
    if (event.key === "Home") go(1);
    else if (event.key === "End") go(steps.length);
    else if (KEYS[event.key]) DO[KEYS[event.key]]();
    else return;
    event.preventDefault();
  });
  document.addEventListener("fullscreenchange", () => document.documentElement.classList.toggle("cb-full", Boolean(document.fullscreenElement)));
  addEventListener("hashchange", () => { at = asked(); show(); });
  bar.hidden = false;
  bar.querySelector('[data-do="full"]').hidden = !document.fullscreenEnabled;
  show();
})();
