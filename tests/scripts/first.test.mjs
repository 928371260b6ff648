// first.js: how the reader wants to read, from the address, this tab, the last visit and the browser's languages.
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./page.mjs";

const read = ({ search = "", kept = {}, tab = {}, languages = ["en"], phone = false }) => {
  const stored = (words) => ({ getItem: () => JSON.stringify(words), setItem: () => {} });
  const root = { dataset: {}, toggleAttribute: () => {} };
  run("first.js", {
    location: { search }, navigator: { languages }, localStorage: stored(kept), sessionStorage: stored(tab),
    matchMedia: () => ({ matches: phone }), addEventListener: () => {},
    MutationObserver: class { observe() {} disconnect() {} },
    document: { documentElement: root, addEventListener: () => {},
      currentScript: { dataset: {}, src: "https://example.org/site/assets/first.js" } },
  });
  return root;
};

test("the address wins over the tab, the tab over the last visit", () => {
  assert.equal(read({ search: "?zh=hk", tab: { zh: "tw" }, kept: { zh: "hans" } }).dataset.zh, "hk");
  assert.equal(read({ tab: { zh: "tw" }, kept: { zh: "hans" } }).dataset.zh, "tw");
});

test("what the address may not say is not taken from it", () => {
  const { dataset } = read({ search: "?zh=klingon&view=all&off=<b>" });
  assert.deepEqual([dataset.zh, dataset.view, dataset.off], ["hans", "both", ""]);
});

test("without a choice the browser's Chinese decides", () => {
  const scriptFor = (...languages) => read({ languages }).dataset.zh;
  assert.equal(scriptFor("en", "zh-HK"), "hk");
  assert.equal(scriptFor("zh-Hant"), "tw");
  assert.equal(scriptFor("zh-CN", "zh-TW"), "hans");
  assert.equal(scriptFor("de"), "hans");
});

test("a phone reads sentence by sentence, unless told otherwise", () => {
  assert.equal(read({ phone: true }).dataset.layout, "inter");
  assert.equal(read({ phone: true, search: "?layout=side" }).dataset.layout, "side");
  assert.equal(read({}).dataset.layout, "side");
});

test("the page is in the language that is read alone, and in English beside the Chinese", () => {
  assert.equal(read({ search: "?view=zh&zh=tw" }).lang, "zh-Hant-TW");
  assert.equal(read({ search: "?view=both&zh=tw" }).lang, "en");
});
