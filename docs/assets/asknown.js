/* As known on a day: hides what had not been by the end of the day, and says of the rest whether it is certain.
   The day stands in the address (?on=2026-01-06). Without this file everything stands in order of time. */
(() => {
  "use strict";
  const day = new URLSearchParams(location.search).get("on");
  if (day) for (const link of document.querySelectorAll(".ov-cases a")) link.search = new URLSearchParams({ on: day });   // the list of cases hands its day on

  const page = document.querySelector(".ov-known");
  const form = page && page.querySelector(".ov-controls");
  if (!form) return;

  const days = form.dataset.days.split(" ");
  const entries = [...page.querySelectorAll(".ov-entry[data-sure]")];
  const { on, slide } = form.elements;
  const written = page.querySelector(".ov-day");

  /* Whether something was so by the end of the day: "certain", "perhaps" or "not". A day that nobody knows is "perhaps". */
  const stand = (day, from, sure) => (sure && sure <= day ? "certain" : !from || from <= day ? "perhaps" : "not");

  const told = (entry, day) => {
    if (entry.dataset.toldFrom === undefined) return "";
    return { certain: "told", perhaps: "maybe-told", not: "untold" }[stand(day, entry.dataset.toldFrom, entry.dataset.toldSure)];
  };

  const show = (day) => {
    const sums = {};
    entries.forEach((entry) => {
      const state = day ? stand(day, entry.dataset.from, entry.dataset.sure) : "";
      entry.hidden = state === "not";
      entry.dataset.state = state;
      entry.dataset.told = day ? told(entry, day) : "";
      const key = `${entry.closest(".ov-column").dataset.group}-${state}`;
      sums[key] = (sums[key] || 0) + 1;
    });
    page.classList.toggle("ov-on", Boolean(day));
    written.hidden = !day;                       // in words, for paper too, where the field is not printed
    if (day) written.querySelectorAll("b [lang]").forEach((each) => { each.textContent = new Intl.DateTimeFormat(each.lang === "en" ? "en-GB" : "zh-CN", { dateStyle: "long", timeZone: "UTC" }).format(new Date(day)); });
    page.querySelectorAll("[data-sum]").forEach((sum) => { sum.textContent = sums[sum.dataset.sum] || 0; });
    page.querySelectorAll(".ov-column[data-group]").forEach((column) => {
      const shown = column.querySelectorAll(".ov-entry:not([hidden])").length;
      column.querySelector(".cb-count").textContent = shown;
      column.querySelector(".ov-nothing").hidden = shown > 0;
    });
    const at = day ? days.filter((each) => each <= day).length - 1 : days.length - 1;
    slide.value = Math.max(0, at);
    slide.setAttribute("aria-valuetext", day || days[days.length - 1]);
    form.querySelector('[data-do="earlier"]').disabled = Boolean(day) && day <= days[0];
    form.querySelector('[data-do="later"]').disabled = !day || day >= days[days.length - 1];
    form.querySelector('[data-do="all"]').disabled = !day;
  };

  const choose = (day) => {
    on.value = day;
    show(day);
    const query = new URLSearchParams(location.search);
    if (day) query.set("on", day); else query.delete("on");
    const said = query.toString();
    try { history.replaceState(history.state, "", `${said ? `?${said}` : location.pathname}${location.hash}`); } catch { /* file:// in some browsers */ }
  };

  const DO = {
    earlier: () => choose(days.filter((each) => !on.value || each < on.value).pop() || days[0]),
    later: () => choose(days.find((each) => each > on.value) || days[days.length - 1]),
    all: () => choose(""),
  };
  on.addEventListener("change", () => choose(on.value));
  slide.addEventListener("input", () => choose(days[Number(slide.value)]));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) DO[button.dataset.do]();
  });

  form.hidden = false;
  on.value = new URLSearchParams(location.search).get("on") || "";   // the field itself refuses what is no day
  show(on.value);
})();
