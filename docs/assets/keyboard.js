/* What Material leaves out of a keyboard's reach: the drawer of narrow screens, which opens with a label that takes no
   focus, and tables and code wider than their page. Without this file the foot of every page leads where the drawer does. */
(() => {
  "use strict";

  const reachable = (box, name) => new ResizeObserver(() => {        // a window may become narrower, or its type larger
    if (box.scrollWidth <= box.clientWidth) {
      ["tabindex", "role", "aria-label"].forEach((attribute) => box.removeAttribute(attribute));
      return;
    }
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", name);
  }).observe(box);
  for (const table of document.querySelectorAll(".md-typeset table:not([class])")) {
    const wrap = document.createElement("div");
    wrap.className = "cb-scroll";
    table.replaceWith(wrap);
    wrap.append(table);
    reachable(wrap, "Table · 表格");
  }
  document.querySelectorAll(".md-typeset :is(pre, pre > code)").forEach((code) => reachable(code, "Code · 代码"));

  const toggle = document.getElementById("__drawer");
  const drawer = document.querySelector(".md-sidebar--primary");
  if (!toggle || !drawer) return;

  toggle.setAttribute("aria-label", "Menu · 目录");
  toggle.classList.add("cb-drawer-key");

  const close = () => {
    toggle.checked = false;
    toggle.dispatchEvent(new Event("change"));
    toggle.focus();
  };

  toggle.addEventListener("keydown", (event) => {
    if (event.key === "Enter") toggle.click();
  });
  toggle.addEventListener("change", () => {
    if (!toggle.checked) return;
    const first = [...drawer.querySelectorAll("a[href]")].find((link) => link.offsetParent && !link.classList.contains("md-logo"));
    if (first) setTimeout(() => first.focus(), 60);          // the drawer is hidden until it opens
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && toggle.checked) close();
  });
  drawer.addEventListener("focusout", (event) => {
    if (toggle.checked && event.relatedTarget && !drawer.contains(event.relatedTarget)) close();
  });
})();
