/* The words of options, which cannot hold several languages at once. A script that adds options calls cbSayOptions(). */
(() => {
  "use strict";
  const root = document.documentElement;
  const ZH = { hans: "zhHans", tw: "zhHantTw", hk: "zhHantHk" };

  const say = window.cbSayOptions = () => document.querySelectorAll("option[data-en]").forEach((option) => {
    const chinese = option.dataset[ZH[root.dataset.zh] || "zhHans"];
    option.text = root.dataset.view === "en" ? option.dataset.en : root.dataset.view === "zh" ? chinese
      : option.dataset.en === chinese ? chinese : `${option.dataset.en} ${chinese}`;
  });

  new MutationObserver(say).observe(root, { attributes: true, attributeFilter: ["data-zh", "data-view"] });
  say();
})();
