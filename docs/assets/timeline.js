/* The timeline: narrows it to a case, an actor or a kind of claim, in picture and list alike; zooms and moves the axis.
   Without this file the whole picture and the whole list stand. The choice stands in the address. */
(() => {
  "use strict";
  const page = document.querySelector(".ov-timeline");
  const form = page && page.querySelector(".ov-controls");
  if (!form) return;

  const NAMES = ["case", "actor", "kind"];
  const MOST = 32;
  const status = form.querySelector(".ov-status");
  const rows = [...page.querySelectorAll(".ov-row")];
  const lanes = [...page.querySelectorAll(".ov-lane")];
  const lines = [...page.querySelectorAll(".ov-list li")];
  let zoom = 1;
  let at = 0;                                    // what of the axis lies left of the window, from 0 to 1

  const show = () => {
    zoom = Math.min(MOST, Math.max(1, zoom));
    at = Math.min(1 - 1 / zoom, Math.max(0, at));
    page.style.setProperty("--ov-zoom", zoom.toFixed(4));
    page.style.setProperty("--ov-at", at.toFixed(5));
    rows.forEach((row) => {                      // a sign outside the window is pointed to
      row.classList.toggle("ov-before", row.dataset.end / 100 <= at);
      row.classList.toggle("ov-after", row.dataset.start / 100 >= at + 1 / zoom);
    });
    const can = { "zoom-out": zoom > 1, "zoom-all": zoom > 1, "zoom-in": zoom < MOST, earlier: at > 0.0001, later: at < 1 - 1 / zoom - 0.0001 };
    Object.entries(can).forEach(([key, possible]) => { form.querySelector(`[data-do="${key}"]`).disabled = !possible; });
  };

  const zoomBy = (factor) => {
    const middle = at + 0.5 / zoom;
    zoom = Math.min(MOST, Math.max(1, zoom * factor));
    at = middle - 0.5 / zoom;
    show();
  };
  const moveBy = (share) => { at += share / zoom; show(); };
  const zoomTo = (start, end) => {
    const width = Math.max((end - start) * 1.5, 8);
    zoom = 100 / width;
    at = ((start + end) / 2 - width / 2) / 100;
    show();
  };
  const DO = { "zoom-in": () => zoomBy(1.6), "zoom-out": () => zoomBy(1 / 1.6), earlier: () => moveBy(-0.35), later: () => moveBy(0.35), "zoom-all": () => { zoom = 1; show(); } };
  const KEYS = { "+": "zoom-in", "=": "zoom-in", "-": "zoom-out", "0": "zoom-all", ArrowLeft: "earlier", ArrowRight: "later" };

  const narrow = () => {
    const wanted = Object.fromEntries(NAMES.map((name) => [name, form.elements[name].value]));
    const kept = new Set();
    rows.forEach((row) => {
      const fits = (!wanted.case || row.closest(".ov-lane").dataset.case === wanted.case)
        && (!wanted.actor || row.dataset.actors.split(" ").includes(wanted.actor))
        && (!wanted.kind || row.dataset.kinds.split(" ").includes(wanted.kind));
      row.hidden = !fits;
      if (fits) kept.add(row.dataset.event);
    });
    lanes.forEach((lane) => { lane.hidden = !lane.querySelector(".ov-row:not([hidden])"); });
    page.querySelectorAll(".ov-apart").forEach((part) => { part.hidden = !part.querySelector(".ov-row:not([hidden])"); });
    const any = NAMES.some((name) => wanted[name]);
    lines.forEach((line) => {
      const events = [...line.querySelectorAll("[data-event]")];
      events.forEach((event) => { event.hidden = !kept.has(event.dataset.event); });
      line.hidden = any && !events.some((event) => !event.hidden);
    });
    page.querySelectorAll(".ov-list > section").forEach((year) => { year.hidden = !year.querySelector("li:not([hidden])"); });
    tell(any, kept.size);
  };

  const tell = (any, count) => {
    const all = new Set(rows.map((row) => row.dataset.event)).size;
    const none = document.getElementById("ov-none");
    status.replaceChildren();
    if (any && count) status.append(`${count} / ${all}`);
    else if (any) status.append(none.content.cloneNode(true));
  };

  const remember = () => {
    const query = new URLSearchParams(location.search);
    NAMES.forEach((name) => { if (form.elements[name].value) query.set(name, form.elements[name].value); else query.delete(name); });
    const said = query.toString();
    try { history.replaceState(history.state, "", `${said ? `?${said}` : location.pathname}${location.hash}`); } catch { /* file:// in some browsers */ }
  };

  form.addEventListener("change", () => { narrow(); remember(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) DO[button.dataset.do]();
  });
  page.addEventListener("click", (event) => {
    const button = event.target.closest(".ov-to-lane");
    if (button) { const { start, end } = button.closest(".ov-lane").dataset; zoomTo(Number(start), Number(end)); }
  });
  page.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key] || event.target.closest("select, input")) return;
    if (!event.target.closest(".ov-figure, .ov-zoom")) return;
    event.preventDefault();
    DO[KEYS[event.key]]();
  });

  /* Drag the axis; a touch that goes up or down still scrolls the page. */
  let drag = null;
  page.addEventListener("pointerdown", (event) => {
    const view = event.target.closest(".ov-figure .ov-window");
    if (view && zoom > 1 && event.button === 0) drag = { x: event.clientX, at, width: view.clientWidth };
  });
  addEventListener("pointermove", (event) => {
    if (!drag) return;
    at = drag.at - (event.clientX - drag.x) / drag.width / zoom;
    show();
  });
  ["pointerup", "pointercancel"].forEach((name) => addEventListener(name, () => { drag = null; }));

  /* A date that only texts name stood here once; it stands on the page of its year now. */
  const wanted = location.hash.slice(1);
  if (/^d(\d{4}|XXXX)/.test(wanted) && !document.getElementById(wanted)) location.replace(`timeline/${wanted.slice(1, 5)}.html${location.hash}`);

  const query = new URLSearchParams(location.search);
  NAMES.forEach((name) => {
    const value = query.get(name) || "";
    if ([...form.elements[name].options].some((option) => option.value === value)) form.elements[name].value = value;
  });
  form.hidden = false;
  page.querySelectorAll(".ov-to-lane").forEach((button) => { button.hidden = false; });
  page.classList.add("ov-live");
  show();
  narrow();
})();
