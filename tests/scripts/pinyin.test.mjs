// search-pinyin.js: a query of letters as the Chinese words that sound so.
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./page.mjs";

const SOUNDS = { gongguan: ["公关"], guanzai: ["关灾"], zainan: ["灾难"], xian: [], xiaomi: ["小米"] };
const { readings } = run("search-pinyin.js", {
  cbWords: { fold: (text) => text.toLowerCase() },
  cbIndex: { sounding: async (syllables) => SOUNDS[syllables] || [] },
}).cbPinyin;
const of = async (typed) => [...await readings(typed)];

test("syllables in one word, apart or with tones are the same characters", async () => {
  assert.deepEqual(await of("xiaomi"), ["小米"]);
  assert.deepEqual(await of("xiao mi"), ["小米"]);
  assert.deepEqual(await of("xiao3mi3"), ["小米"]);
});

test("neighbours must stand beside each other somewhere", async () => {
  assert.deepEqual(await of("gongguanzainan"), ["公关灾难"]);
  assert.deepEqual(await of("gongguan xiaomi"), ["公关 小米"]);
});

test("what is no pinyin has no reading", async () => {
  assert.deepEqual(await of("scandal"), []);
  assert.deepEqual(await of("小米"), []);
  assert.deepEqual(await of(""), []);
});
