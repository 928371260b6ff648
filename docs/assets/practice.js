/* Code it yourself, on the page of a source's codings: what the coders claim is hidden until the reader has chosen, and
   what is chosen stays in this browser. Nothing is called wrong: what is said is whom a choice agrees with. */
(() => {
  "use strict";

  /* Which of four things is true of a choice. `codes` are the coders', `held` what they name as alternatives. */
  window.cbRelation = (choice, codes, held) => (codes.every((code) => code === choice) ? "alike"
    : codes.includes(choice) ? "differ" : held.includes(choice) ? "held" : "other");

  /* When the coders' claims were seen, after a choice: "" never, "before" it, "after" it, "changed" since. */
  window.cbSeen = (seen, before, now) => (seen === "after" && before !== now ? "changed" : seen);

  /* A table for spreadsheets: with a byte order mark, and no words that one takes for a formula. */
  window.cbTable = (lines) => `\ufeff${lines.map((line) => line.map((each) => {
    const words = /^[=+\-@\t\r]/.test(each) ? `'${each}` : each;
    return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
  }).join(",")).join("\n")}\n`;

  const page = document.querySelector(".cb-codings");
  const bar = page && page.querySelector(".cb-practice");
  if (!bar) return;
  const mode = bar.elements.practice;
  const practise = (on) => {
    mode.checked = on;
    page.classList.toggle("cb-practising", on);
  };
  practise(new URLSearchParams(location.search).get("practice") === "on");     // before the codings below are drawn
  bar.hidden = false;

  const KEY = `cb-practice ${page.dataset.source}`;
  let own = {};                                  // passage -> { concept, why, seen, on }
  try { own = Object(JSON.parse(localStorage.getItem(KEY))); } catch { /* no memory: a folder, in some browsers */ }
  const keep = () => { try { localStorage.setItem(KEY, JSON.stringify(own)); } catch { /* as above */ } };
  const of = (passage) => ({ concept: "", why: "", seen: "", on: "", ...own[passage.id] });
  const chosen = (passage) => Boolean(of(passage).concept);
  const codesOf = ({ dataset }) => Object.fromEntries(dataset.codes.split(" ").map((each) => each.split(":")));

  const says = document.getElementById("cb-practice-says").content;
  const copy = (places) => says.querySelector(places).cloneNode(true);
  let passages = [];

  const draw = (passage, isOpen) => {
    const form = passage.querySelector(".cb-try");
    const { concept, why } = of(passage);
    const relation = concept && window.cbRelation(concept, Object.values(codesOf(passage)), passage.dataset.held.split(" "));
    form.elements.concept.value = concept;
    if (form.elements.concept.selectedIndex < 0) form.elements.concept.value = "";     // it has left the vocabulary
    form.elements.why.value = why;
    form.querySelector("button").setAttribute("aria-expanded", String(isOpen));
    passage.classList.toggle("cb-shown", isOpen);
    passage.querySelector(".cb-yours").replaceChildren(...(relation && isOpen ? [copy(`[data-word="${relation}"]`)] : []));
    bar.querySelector(".cb-practice-count").textContent = `${passages.filter(chosen).length} / ${passages.length}`;
    bar.querySelectorAll("button").forEach((button) => { button.disabled = !passages.some(chosen); });
  };

  const set = (passage) => {
    const choices = copy(`[data-family="${CSS.escape(passage.dataset.family)}"]`);
    const form = copy(".cb-try");
    const link = form.querySelector("[data-family-link]");
    link.href = `../concepts/index.html#${passage.dataset.family}`;
    link.replaceChildren(...choices.querySelector("legend").childNodes);
    form.elements.concept.replaceWith(Object.assign(choices.querySelector("select"), { name: "concept" }));
    const yours = Object.assign(document.createElement("div"), { className: "cb-yours" });
    yours.setAttribute("role", "status");
    passage.querySelector(".cb-codes").before(form, yours);
    draw(passage, false);

    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", () => {
      const { concept, why, seen } = of(passage);
      const now = form.elements.concept.value;
      own[passage.id] = { concept: now, why: form.elements.why.value, seen: window.cbSeen(seen, concept, now), on: new Date().toISOString().slice(0, 10) };
      if (own[passage.id].why === why && concept === now) return;
      keep();
      draw(passage, passage.classList.contains("cb-shown"));
    });
    form.querySelector("button").addEventListener("click", () => {
      const isOpen = !passage.classList.contains("cb-shown");
      const { seen } = of(passage);
      if (isOpen && !seen) { own[passage.id] = { ...of(passage), seen: chosen(passage) ? "after" : "before" }; keep(); }
      draw(passage, isOpen);
    });
  };

  const SAW = { "": "no", before: "before choosing", after: "after choosing", changed: "chose again afterwards" };
  const table = () => window.cbTable([
    ["source", "passage", "segment", "quote", "family", "concept", "reason", "saw_the_codings", "coded_on", "first_coder", "second_coder"],
    ...passages.filter(chosen).map((passage) => {
      const { concept, why, seen, on } = of(passage);
      const { first = "", second = "" } = codesOf(passage);
      const { segment, quote, family } = passage.dataset;
      return [page.dataset.source, passage.id, segment, quote, family, concept, why, SAW[seen], on, first, second];
    }),
  ]);
  const DO = {
    export: () => {
      const to = URL.createObjectURL(new Blob([table()], { type: "text/csv" }));
      Object.assign(document.createElement("a"), { href: to, download: `own-codings-${page.dataset.source}.csv` }).click();
      setTimeout(() => URL.revokeObjectURL(to), 1000);
    },
    forget: () => {                              // pressed twice
      const sure = bar.querySelector(".cb-practice-sure");
      sure.hidden = !sure.hidden;
      if (!sure.hidden) return;
      own = {};
      keep();
      passages.forEach((passage) => draw(passage, false));
    },
  };
  bar.addEventListener("submit", (event) => event.preventDefault());
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) DO[button.dataset.do]();
  });
  mode.addEventListener("change", () => {
    practise(mode.checked);
    const query = new URLSearchParams(location.search);
    if (mode.checked) query.set("practice", "on"); else query.delete("practice");
    const said = query.toString();
    try { history.replaceState(history.state, "", `${said ? `?${said}` : location.pathname}${location.hash}`); } catch { /* file:// in some browsers */ }
  });
  document.addEventListener("DOMContentLoaded", () => {
    passages = [...page.querySelectorAll(".cb-coded-list > li[data-codes]")];
    passages.forEach(set);
    window.cbSayOptions();
  });
})();
