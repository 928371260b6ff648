/* A case on paper: the button that prints it; what is folded on the screen is open on paper, but for answers. */
(() => {
  "use strict";
  const button = document.querySelector(".cb-print");
  if (!button) return;
  button.addEventListener("click", () => window.print());
  button.hidden = false;
})();
