/* The network: a node that is pointed at or focused shows its neighbours; the rest steps back.
   Without this file every node is still a link, and the list has every tie. */
(() => {
  "use strict";
  document.querySelectorAll(".ov-picture svg").forEach((picture) => {
    const nodes = [...picture.querySelectorAll(".ov-node")];
    const lines = [...picture.querySelectorAll(".ov-tie")].map((line) => ({ line, ends: line.dataset.ends.split(" ") }));

    const show = (node) => {
      const near = new Set(node ? [node.dataset.id] : []);
      lines.forEach(({ line, ends }) => {
        const own = Boolean(node) && ends.includes(node.dataset.id);
        line.classList.toggle("ov-near", own);
        if (own) ends.forEach((id) => near.add(id));
      });
      nodes.forEach((each) => each.classList.toggle("ov-near", near.has(each.dataset.id)));
      picture.classList.toggle("ov-pointed", Boolean(node));
    };

    const focused = () => nodes.find((node) => node === document.activeElement);
    nodes.forEach((node) => {
      node.addEventListener("pointerenter", () => show(node));
      node.addEventListener("pointerleave", () => show(focused()));
      node.addEventListener("focus", () => show(node));
      node.addEventListener("blur", () => show(null));
    });
    picture.addEventListener("keydown", (event) => { if (event.key === "Escape") show(null); });
  });
})();
