// search-words.js: when two spellings are the same word. What characters are comes from FOLDING, as the index brings it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./page.mjs";

const words = run("search-words.js").cbWords;
const { kinds, fold: pairs } = JSON.parse(process.env.FOLDING);
words.setFolding(kinds, pairs);
const plain = (each) => JSON.parse(JSON.stringify(each));

test("case, width, accents and script are no difference", () => {
  assert.equal(words.fold("ＣＡＦÉ"), "cafe");
  assert.equal(words.fold("發佈會"), words.fold("发布会").replace("布", words.fold("佈")));
  assert.notEqual(words.fold("发"), words.fold("法"));
});

test("forms of an English word have one stem, other words another", () => {
  assert.equal(words.stem("companies"), words.stem("company"));
  assert.equal(words.stem("apologised"), words.stem("apologize"));
  assert.notEqual(words.stem("crisis"), words.stem("crises"));
  assert.equal(words.stem("this"), "this");
});

test("words stand where they stand, in Chinese and English, and not in what is hidden", () => {
  const found = plain(words.wordsOf("小米 says sorry", [[3, 7]]));
  assert.deepEqual(found.map((each) => each.word), ["小米", "sorry"]);
  assert.deepEqual(found[1].places[0], [8, 9]);
});

test("a character beyond the basic plane is one character", () => {
  assert.equal(words.sizeOf("𠮷野家"), 3);
  assert.deepEqual(plain(words.keysOf("𠮷野家")), ["𠮷野", "野家"]);
});

test("a swapped, missed or mistaken letter is one slip; many are not counted out", () => {
  assert.equal(words.slips("xiaomi", "xiaoim", 2), 1);
  assert.equal(words.slips("xiaomi", "xaomi", 2), 1);
  assert.equal(words.slips("xiaomi", "xiaomi", 2), 0);
  assert.equal(words.slips("xiaomi", "xi", 2), 3);
});

test("a query says its script by a character that only that script has", () => {
  assert.equal(words.scriptOf("小米道歉發布"), "hant");
  assert.equal(words.scriptOf("发布"), "hans");
  assert.equal(words.scriptOf("小米"), "");
  assert.equal(words.scriptOf("sorry"), "");
});
