// controls.js: what the reader chooses is shown, told to the other scripts, and kept in the address and the browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./page.mjs";

const START = { zh: "hans", view: "both", layout: "side", text: "edited", pinyin: "off", veil: "none", off: "" };

const opened = ({ search = "", hash = "", chosen = {}, stored = true, restored = null } = {}) => {
  const listeners = {}, kept = {}, told = [], folded = { open: false };
  const on = (type, then) => { (listeners[type] ||= []).push(then); };
  const root = { dataset: { ...START, ...chosen }, cbChosen: { ...chosen }, style: {} };
  const form = { addEventListener: () => {}, elements: Object.fromEntries(Object.keys(START).map((name) => [name, { value: "" }])) };
  const names = [{ removeAttribute() { delete this.tabIndex; } }];      // the names of actors in the text
  const box = { value: "name", checked: true, dataset: { marks: ".m-actor" }, name: "mark", form };
  const store = { getItem: () => JSON.stringify(restored), setItem: (_, words) => { if (!stored) throw new Error("private"); Object.assign(kept, JSON.parse(words)); } };
  const heading = { innerText: "小米\n 合作" }, place = { address: `${search}${hash}` };
  const line = { closest: () => folded, scrollIntoView() { folded.seen = true; } };
  run("controls.js", {
    location: { search, hash }, history: { state: null, replaceState: (_, __, address) => { place.address = address; } },
    sessionStorage: store, localStorage: store, scrollY: 0, addEventListener: on,
    CustomEvent: class { constructor(type, { detail }) { Object.assign(this, { type, detail }); } },
    document: {
      documentElement: root, title: "Partnership - Cases", addEventListener: on, getElementById: (id) => (id === "l3" ? line : null),
      querySelector: (places) => (places === ".cb-controls" ? form : null),
      querySelectorAll: (places) => (places.includes('name="mark"') ? [box] : places.includes(".m-actor") ? names
        : places.includes("h1") ? [heading] : places.includes(".cb-footer") ? [{ innerText: "公关案例笺注" }] : []),
      dispatchEvent(event) { told.push(event.detail); (listeners[event.type] || []).forEach((then) => then(event)); },
    },
  });
  return {
    root, form, box, names, kept, told, place, folded,
    query: () => Object.fromEntries(new URLSearchParams(place.address.split("#")[0])),
    choose: (name, value) => listeners.change.forEach((then) => then({ target: { form, name, value } })),
    tick: (checked) => { box.checked = checked; listeners.change.forEach((then) => then({ target: box })); },
    back: () => listeners.pageshow.forEach((then) => then({ persisted: true })),
  };
};

test("a choice shows at once, is told, and is kept in the address and the browser", () => {
  const page = opened({ search: "?q=kol", hash: "#s2" });
  page.choose("zh", "tw");
  assert.equal(page.root.dataset.zh, "tw");
  assert.deepEqual(page.told, ["zh"]);
  assert.deepEqual(page.query(), { q: "kol", zh: "tw" });
  assert.ok(page.place.address.endsWith("#s2"));
  assert.deepEqual(page.kept, { zh: "tw" });
});

test("only what the reader has chosen stands in the address, not what is so by default", () => {
  const page = opened({ chosen: { zh: "hk" } });
  page.choose("view", "en");
  assert.deepEqual(page.query(), { zh: "hk", view: "en" });
});

test("a browser that keeps nothing still follows the choice", () => {
  const page = opened({ stored: false });
  page.choose("layout", "inter");
  assert.deepEqual([page.root.dataset.layout, page.query()], ["inter", { layout: "inter" }]);
});

test("the controls show what the page shows", () => {
  const page = opened({ chosen: { view: "zh", off: "name" } });
  assert.equal(page.form.elements.view.value, "zh");
  assert.equal(page.box.checked, false);
});

test("marks that are switched off are no stops of the keyboard, and become stops again", () => {
  const page = opened();
  page.tick(false);
  assert.deepEqual([page.root.dataset.off, page.names[0].tabIndex, page.query()], ["name", -1, { off: "name" }]);
  page.tick(true);
  assert.deepEqual([page.root.dataset.off, "tabIndex" in page.names[0], page.query()], ["", false, {}]);
});

test("what is chosen elsewhere is followed when the browser brings the page back", () => {
  const page = opened({ restored: { zh: "tw" } });
  page.back();
  assert.deepEqual([page.root.dataset.zh, page.form.elements.zh.value], ["tw", "tw"]);
});

test("a link to a line of the folded seed opens it", () => {
  assert.deepEqual(opened({ hash: "#l3" }).folded, { open: true, seen: true });
  assert.equal(opened({ hash: "#s1" }).folded.open, false);
});
