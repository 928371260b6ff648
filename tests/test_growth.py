"""Twice the text takes twice the time, whatever it is made of: nothing goes through the whole text
for each of its parts.
"""

import time

import pytest

from build_tools.annotators.names.catalogue import matchers
from build_tools.language.chinese.convert import Converter
from build_tools.language.chinese.pinyin import readings
from build_tools.per_source import source_of, text_of
from build_tools.readers.decode import decode
from build_tools.readers.editorial import read_editorial
from build_tools.stages.segmenting.allot import Allotted, allot
from tests.conftest import SITE

UNITS = {
    "full stops": "。",
    "stops": ".",
    "commas": ",",
    "blanks": " ",
    "dots": "...",
    "question marks": "?!",
    "brackets": "(",
    "opening quotation marks": "“",
    "short sentences": "小米。",
    "sentences in quotation marks": "“小米。”",
    "quotations never opened": "小米。”",
    "ellipses": "…… ",
    "words without a stop": "小米回应",
    "run-in headings": "A - B ",
    "bullets": " - A",
    "abbreviations": "Mr. A ",
    "days": "Dec. 3 ",
    "references": "A.[1] ",
    "decimals": "1.",
    "hashtags": "#a#",
    "combining accents": "e\u0301",
    "lines": "小米\n",
    "lines with blanks": "a \n",
    "dates": "1月7日,",
    "halves of dates": "2023-01-",
    "names": "雷军 ",
    "English names": "Xiaomi ",
    "emoji": "👍雷军 ",
    "one word": "a",
    "one number": "1",
    "angle brackets": "<a>",
    "book titles": "《小米",
}
TEXTS = {f"{name}, in Chinese": ("小米", unit) for name, unit in UNITS.items()} | {
    f"{name}, in English": ("Xiaomi says ", unit) for name, unit in UNITS.items() if unit.isascii()
}
SMALL, TIMES, ROOM = 200, 10, 3
"""Units of the small text; how many times longer the large one is; by how much its time may exceed
that. Squares would exceed it tenfold.
"""


class Reader:
    """The stages from bytes to marks, and what a page does to each segment, with the records of the
    small archive.
    """

    def __init__(self):
        self.editorial, _ = read_editorial(SITE)
        self.converter = Converter(())
        self.names = matchers(self.editorial.actors, self.editorial.terms, self.converter)

    def read(self, text: str) -> None:
        seed, problems = decode("seeds/grow.txt", "grow", text.encode())
        assert seed, problems
        source, _ = source_of(
            text_of(seed, self.editorial)[0], self.editorial, self.converter, self.names
        )
        readings([each.rendition("zh-Hans").text for each in source.text])


@pytest.fixture(scope="module")
def reader() -> Reader:
    reader = Reader()
    reader.read("小米回应。Xiaomi said.")
    return reader


def cost(what, given, often: int) -> float:
    """Seconds of this process, the best of several: other programs do not count."""
    taken = []
    for _ in range(often):
        before = time.process_time()
        what(given)
        taken.append(time.process_time() - before)
    return min(taken)


@pytest.mark.parametrize(("opening", "unit"), TEXTS.values(), ids=TEXTS.keys())
def test_a_longer_text_takes_longer_in_proportion(reader, opening, unit):
    small, large = (opening + unit * SMALL * times + "\n小米道歉。" for times in (1, TIMES))
    allowed = max(cost(reader.read, small, 3), 0.002) * TIMES * ROOM
    assert cost(reader.read, large, 1) < allowed or cost(reader.read, large, 3) < allowed


ALIKE = {
    "long": ("第{}条：小米集团公关部总经理徐洁云就此投诉作出了回应。", "作出", "做出"),
    "short": ("第{}条回应。", "回应", "答复"),
    "without figures": ("小米集团公关部就投诉作出了回应。{}", "作出", "做出"),
}
"""Lines that differ in their number only, and what is changed in each of them."""


@pytest.mark.parametrize(("line", "old", "new"), ALIKE.values(), ids=ALIKE.keys())
def test_the_ids_of_lines_that_are_nearly_equal_and_all_edited_take_longer_in_proportion(
    line, old, new
):
    def edited(count: int) -> None:
        lines = [line.format(number) for number in range(count)]
        allot(
            [text.replace(old, new) for text in lines],
            tuple(Allotted(f"s{number}", text) for number, text in enumerate(lines, 1)),
        )

    allowed = cost(edited, 150, 3) * 8 * ROOM
    assert cost(edited, 1200, 1) < allowed or cost(edited, 1200, 2) < allowed
