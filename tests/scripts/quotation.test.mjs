// copying.js: a sentence as a quotation with its source.
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./page.mjs";

const quote = run("copying.js", { document: { querySelector: () => null } }).cbQuotation;
const from = (given) => quote({
  kind: "", title: "关于合作的报道", id: "s2", archive: "公关案例笺注", address: "https://example.org/001.html?zh=hans#s2", today: "2026-03-01", ...given,
});
const quoted = (lang, words) => from({ lang, words }).split(lang === "en" ? " “关" : "《")[0];

test("Chinese and English cite as they do, with the day", () => {
  assert.equal(from({ lang: "zh-Hans", words: "小米致歉。" }),
    "“小米致歉。”《关于合作的报道》s2，公关案例笺注，https://example.org/001.html?zh=hans#s2，2026-03-01。");
  assert.equal(from({ lang: "en", words: "Xiaomi apologised.", title: "On a partnership", archive: "Annotated Cases" }),
    "“Xiaomi apologised.” “On a partnership”, s2, Annotated Cases, https://example.org/001.html?zh=hans#s2, accessed 2026-03-01.");
});

test("a translation says that it is one", () => {
  assert.match(from({ lang: "zh-Hans", words: "小米致歉。", kind: "回译" }), /^“小米致歉。”（回译）《/);
  assert.match(from({ lang: "en", words: "Xiaomi apologised.", kind: "Translation" }), /^“Xiaomi apologised.” \(translation\) “/);
});

test("quotation marks within a quotation turn, to any depth", () => {
  assert.equal(quoted("zh-Hans", "雷军谈及“合作一事”的处罚。"), "“雷军谈及‘合作一事’的处罚。”");
  assert.equal(quoted("zh-Hans", "他说：“所谓‘意外’是假的。”"), "“他说：‘所谓“意外”是假的。’”");
  assert.equal(quoted("zh-Hant-TW", "雷軍談及「合作一事」的處罰。"), "「雷軍談及『合作一事』的處罰。」");
  assert.equal(quoted("en", "He denied being a “god of marketing”."), "“He denied being a ‘god of marketing’.”");
});

test("an apostrophe is no quotation mark", () => {
  assert.equal(quoted("en", "The company’s “partners’ day” wasn’t held."), "“The company’s ‘partners’ day’ wasn’t held.”");
});

test("marks that are not closed in the sentence turn too", () => {
  assert.equal(quoted("zh-Hans", "“我们道歉。他说。"), "“‘我们道歉。他说。”");
  assert.equal(quoted("zh-Hans", "我们道歉。”他说。"), "“我们道歉。’他说。”");
});
