"""How many polyphonic characters are read as a reader of news reads them: `python -m
tests.pinyin.measure`.

In the sentences a reading stands behind each character that has several: 以下为{wéi}公司声明. Where
a reading is given as unsure it is counted apart; so are all unsure readings, marked or not.
"""

import re
import sys
from functools import cache
from pathlib import Path

from build_tools.language.chinese.convert import Converter
from build_tools.language.chinese.pinyin import read_aloud

HERE = Path(__file__).parent
SETS = (
    "news",
    "held_out",
    "forum",
    "words",
    "edges",
    "registers",
    "last",
    "after",
    "names",
    "names_hant",
    "people",
    "people_hant",
)
ANYBODY = "?"
"""Stands for a reading that nobody can tell from the sentence: 乐{?}女士. Right is what is unsure."""
_MARKED = re.compile(r"(.)\{(\w+|\?)\}")


def sentences(name: str) -> list[tuple[str, dict[int, str]]]:
    """Each sentence, and the right reading by the place of the character among its Han
    characters.
    """
    found = []
    for line in (HERE / f"{name}.txt").read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            text, right = "", {}
            for piece in re.split(r"(.\{(?:\w+|\?)\})", line):
                marked = _MARKED.fullmatch(piece)
                if marked:
                    right[len(re.findall("[\u4e00-\u9fff]", text))] = marked[2]
                text += marked[1] if marked else piece
            found.append((_as_on_the_page(text) if name.endswith("_hant") else text, right))
    return found


@cache
def _converter() -> Converter:
    return Converter(())


def _as_on_the_page(text: str) -> str:
    """A Traditional text as readings are made from it, in Simplified script."""
    simplified = _converter().convert(text, "zh-Hant", "zh-Hans")
    assert len(simplified) == len(text), text
    return simplified


def wrong(name: str) -> tuple[list[str], list[str], int]:
    """What is read wrongly as if it were sure, what is unsure and wrong, and how many readings are
    marked.
    """
    false, doubted, number = [], [], 0
    for text, right in sentences(name):
        read = read_aloud(text)
        number += len(right)
        for at, said in right.items():
            if read[at][1] != said and not (said == ANYBODY and not read[at][2]):
                (false if read[at][2] else doubted).append(
                    f"{text} {read[at][0]} {read[at][1]} for {said}"
                )
    return false, doubted, number


def doubted_share(name: str) -> tuple[int, int]:
    """How many characters of a set look unsure, and how many it has."""
    sure = [each[2] for text, _ in sentences(name) for each in read_aloud(text)]
    return sure.count(False), len(sure)


def main() -> None:
    for name in SETS:
        false, doubted, number = wrong(name)
        doubts, characters = doubted_share(name)
        print(
            f"{name}: {len(sentences(name))} sentences, {characters} characters, {number} readings;"
            f" wrong: {len(false)}, wrong and unsure: {len(doubted)}, unsure of all: {doubts}"
        )
        if "-v" in sys.argv:
            print(*false, "--", *doubted, sep="\n")


if __name__ == "__main__":
    main()
