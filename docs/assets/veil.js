/* For those who learn a language: one of the two is covered, segment by segment, until it is tapped. */
(() => {
  "use strict";
  const page = document.querySelector(".cb-source");
  if (!page) return;
  const root = document.documentElement;
  const said = document.getElementById("cb-says").content;
  const word = (key) => [...said.querySelector(`[data-word="${key}"]`).cloneNode(true).childNodes];

  const label = (button, lifted) => {
    button.setAttribute("aria-expanded", String(lifted));
    const words = Object.assign(document.createElement("span"), { className: "cb-veil-word" });
    words.append(...word(lifted ? "cover" : "lift"), ` ${button.closest(".cb-seg").id}`);
    button.replaceChildren(words);
  };

  const cover = (side) => {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "cb-veil" });
    side.append(button);
    label(button, false);
  };

  const update = () => {
    page.querySelectorAll(".cb-veil").forEach((button) => { button.parentElement.classList.remove("cb-lifted"); button.remove(); });
    if (root.dataset.veil === "none" || root.dataset.view !== "both") return;
    page.querySelectorAll(`.cb-seg > .cb-${root.dataset.veil}:not(.cb-alone)`).forEach(cover);
  };

  page.addEventListener("click", (event) => {
    const button = event.target.closest(".cb-veil");
    if (button) label(button, button.parentElement.classList.toggle("cb-lifted"));
  });
  document.addEventListener("cb:chosen", (event) => { if (["veil", "view"].includes(event.detail)) update(); });
  update();
})();
