// cards.js: where a card stands in the window. All in pixels.
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./page.mjs";

const placed = run("cards.js", { document: { querySelector: () => null } }).cbPlaced;
const word = (left, top, width = 60, height = 20) => ({ left, top, right: left + width, bottom: top + height });
const CARD = { width: 300, height: 200 }, WINDOW = { width: 1000, height: 800 };

test("a card stands below its word where it fits, else above it, never on it", () => {
  assert.equal(placed([word(100, 100)], -1, CARD, WINDOW).top, 126);
  const low = placed([word(100, 700)], -1, CARD, WINDOW);
  assert.ok(low.top + CARD.height < 700 && low.top > 0);
});

test("where it fits neither above nor below, the greater room is its height", () => {
  const tall = { width: 300, height: 900 };
  const up = placed([word(100, 500)], -1, tall, WINDOW), down = placed([word(100, 300)], -1, tall, WINDOW);
  assert.ok(up.top >= 0 && up.top + up.most < 500);
  assert.ok(down.top > 320 && down.top + down.most <= 800);
});

test("a card never leaves the window at its sides", () => {
  assert.equal(placed([word(980, 100)], -1, CARD, WINDOW).left, 692);
  assert.equal(placed([word(-40, 100)], -1, CARD, WINDOW).left, 8);
});

test("a name broken over two lines has its card at the part that is pointed at, and clear of both", () => {
  const lines = [word(900, 100), word(50, 120)];
  assert.equal(placed(lines, 60, CARD, WINDOW).left, 50);
  assert.equal(placed(lines, 60, CARD, WINDOW).top, 146);
  assert.equal(placed(lines, 930, CARD, WINDOW).left, 692);
});
