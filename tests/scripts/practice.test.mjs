// practice.js: a reader's own code beside those of the coders.
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./page.mjs";

const { cbRelation, cbSeen, cbTable } = run("practice.js", { document: { querySelector: () => null } });

test("a choice is said to be that of all coders, of one, an alternative, or nobody's: never wrong", () => {
  assert.equal(cbRelation("rs.denial", ["rs.denial", "rs.denial"], []), "alike");
  assert.equal(cbRelation("ct.rumor", ["ct.rumor", "ct.paracrisis"], ["none"]), "differ");
  assert.equal(cbRelation("none", ["ct.rumor", "ct.paracrisis"], ["none"]), "held");
  assert.equal(cbRelation("ct.human-error-harm", ["ct.rumor", "ct.paracrisis"], ["none"]), "other");
});

test("a choice that is changed after the codings were seen is known as such, and a reason alone changes nothing", () => {
  assert.equal(cbSeen("after", "rs.denial", "rs.apology"), "changed");
  assert.equal(cbSeen("after", "rs.denial", "rs.denial"), "after");
  assert.equal(cbSeen("before", "", "rs.denial"), "before");
  assert.equal(cbSeen("", "", "rs.denial"), "");
});

test("a table keeps commas, quotation marks and lines, and holds no formula", () => {
  assert.equal(cbTable([["quote", "reason"], ["“小米”, 2026", '=1+1 "x"\nnext']]), "\ufeffquote,reason\n\"“小米”, 2026\",\"'=1+1 \"\"x\"\"\nnext\"\n");
});
