"""The browser folds, cuts and stems as the index does: every character there is, and many in a
row.
"""

import itertools
import random

from build_tools.language.characters import CHARACTER_KINDS, runs
from build_tools.language.folding import fold, grams, is_chinese, keys, pairs, squeezed, words
from tests.conftest import ROOT

_EMPTY = (range(0x40000, 0xE0000), range(0xF0000, 0x110000))
"""Planes in which no character is, nor will be soon, and those for private use: of them every 97th."""
EVERY = [
    point
    for point in range(0x110000)
    if not 0xD800 <= point < 0xE000 and not (point % 97 and any(point in plane for plane in _EMPTY))
]
"""Every code point that can stand in a text, and some of those that mean nothing."""
_FOLD_ALL = """(every) => {
  const folded = [], words = [], chinese = [];
  for (const point of every) {
    const char = String.fromCodePoint(point);
    const plain = cbWords.fold(char);
    if (plain !== char) folded.push([point, plain]);
    if (cbWords.wordsOf(char).length) words.push(point);
    if (cbWords.isChinese(char)) chinese.push(point);
  }
  return { folded, words, chinese };
}"""
_READ = """(texts) => texts.map((text) => {
  const words = cbWords.wordsOf(text);
  return [cbWords.fold(text), words.map(({ word }) => word), words.flatMap(({ word }) => cbWords.keysOf(word)), cbWords.squeezed(text), cbWords.grams(cbWords.squeezed(text))];
})"""


def _page(chromium):
    """An empty page that has the search's words, and all that an archive could bring them."""
    page = chromium.new_page()
    page.add_script_tag(path=ROOT / "docs" / "assets" / "search-words.js")
    page.evaluate(
        "([kinds, pairs]) => cbWords.setFolding(kinds, pairs)",
        [CHARACTER_KINDS, "".join(a + b for a, b in pairs().items())],
    )
    return page


def _read(text):
    found = words(fold(text))
    return [fold(text), found, list(keys(text)), squeezed(text), grams(squeezed(text))]


def test_every_code_point_folds_and_is_a_word_in_the_browser_as_in_the_index(chromium):
    page = _page(chromium)
    there = page.evaluate(_FOLD_ALL, EVERY)
    page.close()
    folded = {point: fold(chr(point)) for point in EVERY}
    assert dict(map(tuple, there["folded"])) == {
        point: plain for point, plain in folded.items() if plain != chr(point)
    }
    assert there["words"] == [point for point, plain in folded.items() if words(plain)]
    assert there["chinese"] == [point for point in EVERY if is_chinese(chr(point))]


def test_neighbours_at_every_border_between_kinds_of_characters_are_cut_alike(chromium):
    edges = sorted(
        {point for _, first, end in runs() for point in (first, end - 1)}
        - set(range(0xD800, 0xE000))
    )
    texts = [chr(one) + chr(other) for one, other in itertools.pairwise(edges)] + [
        f"a{chr(point)}小{chr(point)}" for point in edges
    ]
    page = _page(chromium)
    there = page.evaluate(_READ, texts)
    page.close()
    assert [
        (text, found) for text, found in zip(texts, there, strict=True) if found != _read(text)
    ] == []
    assert len(texts) > 4000


def test_a_thousand_strings_of_chance_are_read_alike(chromium):
    chance = random.Random(9)
    common = [
        *"abcdefghijklmnopqrstuvwxyz  ESIÉİẞςΣ１Ａ々〇小米汽車𠮷𠮷野家裏面한국어が、。·-'",
        "apologised ",
        "rumours ",
        "\u0301",
        "\U0001e8d0",
        "\ufa0e",
        "\U0002f800",
        "\U0002ebf0",
    ]
    texts = [
        "".join(
            chance.choice(common) if chance.random() < 0.9 else chr(chance.choice(EVERY))
            for _ in range(chance.randrange(1, 40))
        )
        for _ in range(1000)
    ]
    page = _page(chromium)
    there = page.evaluate(_READ, texts)
    page.close()
    assert [
        (text, found) for text, found in zip(texts, there, strict=True) if found != _read(text)
    ] == []


def test_a_character_of_two_halves_counts_as_one(chromium):
    page = _page(chromium)
    assert page.evaluate("cbWords.keysOf('𠮷')") == ["𠮷"] == list(keys("𠮷"))
    assert page.evaluate("cbWords.keysOf('𠮷野家')") == ["𠮷野", "野家"] == list(keys("𠮷野家"))
    assert page.evaluate("cbWords.slips('𠮷野家', '吉野家', 2)") == 1
    page.close()
