// search-find.js: what a query finds, over a small index made here of a few texts and records.
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./page.mjs";

const SOURCES = [
  { id: "001", segments: [
    { id: "s1", en: "Xiaomi apologised for the partnership.", hans: "小米就此次合作致歉。", named: ["actor/xiaomi"] },
    { id: "s2", en: "The general manager was dismissed.", hans: "总经理被辞退。", named: [] },
  ] },
  { id: "002", segments: [
    { id: "s1", en: "The network was silent about the company.", hans: "网络上对该公司一片沉默。", named: ["actor/xiaomi"] },
    { id: "s2", en: "An apology came late.", hans: "道歉来得很晚。", named: [] },
  ] },
];
// as in archive/search/: kind, id, names, other forms, forms not shown, prose, how often mentioned, shelf
const RECORDS = [
  ["actor", "xiaomi", ["Xiaomi", "小米"], ["Xiaomi Corporation", "小米集团"], [], ["A maker of phones.", "手机厂商。"], 2, ""],
  ["actor", "lei-jun", ["Lei Jun", "雷军"], [], [], ["Founder.", "创办人。"], 1, ""],
  ["case", "kol", ["The KOL partnership", "小米KOL合作风波"], [], [], ["A case.", "一个案例。"], 0, ""],
];
const REGIONAL = { 网路: "网络" };          // folded, as all of the index

const words = run("search-words.js").cbWords;
const { kinds, fold } = JSON.parse(process.env.FOLDING);
words.setFolding(kinds, fold);

const documents = [
  ...SOURCES.map(({ segments }) => new Set(segments.flatMap(({ en, hans, named }) => [
    ...[en, hans].flatMap((text) => words.wordsOf(text).flatMap((each) => words.keysOf(each.word))), ...named.map((key) => `@${key}`),
  ]))),
  ...RECORDS.map(([, , names, forms, , prose]) => new Set([
    ...[...names, ...forms, ...prose].flatMap((text) => words.wordsOf(text).flatMap((each) => words.keysOf(each.word))),
    ...[...names, ...forms].flatMap((form) => words.grams(words.squeezed(form))),
  ])),
];
const having = (which) => new Map(documents.flatMap((keys, number) => ([...keys].some(which) ? [[number, 1]] : [])));
const every = new Set(documents.flatMap((keys) => [...keys]));
const index = {
  open: async () => ({ regional: REGIONAL }),
  holders: async (key) => having((one) => one === key),
  beginning: async (prefix) => having((one) => one.startsWith(prefix)),
  near: async (word) => [...every].filter((key) => /^[a-z]{3}/.test(key) && words.slips(word, key, 1) <= 1),
  kindOf: (number) => (number < SOURCES.length ? "source" : RECORDS[number - SOURCES.length][0]),
  blockOf: () => 0,
  record: async (number) => RECORDS[number - SOURCES.length],
  text: async (number) => {
    const known = RECORDS.map(([kind, id]) => `${kind}/${id}`);
    const marksOf = ({ en, hans, named }) => named.flatMap((key) => [[en, 0, "Xiaomi"], [hans, 1, "小米"]]
      .filter(([text, , name]) => text.includes(name))
      .map(([text, side, name]) => [known.indexOf(key), side, text.indexOf(name), text.indexOf(name) + name.length]));
    return { id: SOURCES[number].id, title: [], known,
      segments: SOURCES[number].segments.map((each) => [each.id, each.en, each.hans, 0, 0, marksOf(each), []]) };
  },
};
const { find, passages, near } = run("search-find.js", {
  cbWords: words, cbIndex: index, cbPinyin: { readings: async () => [] },
}).cbFind;
const all = () => true;
const plain = (each) => JSON.parse(JSON.stringify(each));
const sourcesOf = async (typed, keep = all) => plain((await find(typed, keep)).sources.map((number) => SOURCES[number].id).sort());
const recordsOf = async (typed) => (await find(typed, all)).records.map((hit) => hit.id);

test("a name finds its record first, and every source that mentions it", async () => {
  for (const name of ["Xiaomi", "小米", "小米集团", "XIAOMI"]) {
    assert.equal((await recordsOf(name))[0], "xiaomi", name);
    assert.deepEqual(await sourcesOf(name), ["001", "002"], name);
  }
});

test("all words of a query must be there, in either language and in any form", async () => {
  assert.deepEqual(await sourcesOf("network silent"), ["002"]);
  assert.deepEqual(await sourcesOf("apologise"), ["001"]);
  assert.deepEqual(await sourcesOf("沉默"), ["002"]);
});

test("the last word may be only begun", async () => {
  assert.deepEqual(await sourcesOf("general man"), ["001"]);
});

test("Taiwan's word finds the Mainland's", async () => {
  assert.deepEqual(await sourcesOf("網路"), ["002"]);
});

test("a name with a slip finds the record that is meant", async () => {
  assert.equal((await recordsOf("Xiomi"))[0], "xiaomi");
  assert.equal((await recordsOf("leijin"))[0], "lei-jun");
});

test("an English word that no text has is taken for the nearest that one has, and that is said", async () => {
  assert.equal((await find("silnet", all)).corrected, "silent");
});

test("where no source has all words, those with most of them are offered, and that is said", async () => {
  const found = await find("manager silent dismissed", all);
  assert.deepEqual([found.relaxed, ...found.sources.map((number) => SOURCES[number].id)], [true, "001"]);
});

test("what the facets leave out is not found", async () => {
  assert.deepEqual(await sourcesOf("小米", (number) => number !== 0), ["002"]);
});

test("signs alone ask for nothing", async () => {
  assert.equal(await find("?!", all), null);
});

test("passages hold the places of the query's words, and of the name that it means in the other language", async () => {
  const { en, hans } = SOURCES[0].segments[0];
  const marked = async (typed, side, text) => {
    const { hits } = await passages(0, await find(typed, all), []);
    assert.deepEqual(plain(hits.map((hit) => hit.id)), ["s1"]);
    return [...new Set(plain(hits[0].sides[side].spans).map(([start, end]) => text.slice(start, end)))];
  };
  assert.deepEqual(await marked("小米 合作", 1, hans), ["小米", "合作"]);
  assert.deepEqual(await marked("小米", 0, en), ["Xiaomi"]);
});

test("passages can be narrowed to what mentions something", async () => {
  const found = await find("apology", all);
  assert.deepEqual(plain((await passages(1, found, [])).hits.map((hit) => hit.id)), ["s2"]);
  assert.deepEqual(plain((await passages(1, found, ["actor/xiaomi"])).hits), []);
});

test("names near a query that found nothing are offered", async () => {
  assert.deepEqual(plain(await near("雷钧")), [["Lei Jun", "雷军"]]);
  assert.deepEqual(plain(await near("渡轮")), []);
});
