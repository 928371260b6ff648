"""Find names and terms in running text. What it finds is a suggestion; what editors say wins."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from build_tools.model.quote import fold
from build_tools.model.text import Mark


@dataclass(frozen=True, slots=True)
class Pattern:
    """A form of a name or term, and when it counts."""

    text: str
    lang: str
    """`en`, or `zh` (in Simplified script)."""
    kind: str
    """`actor` or `term`."""
    target: str
    only_in: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    region: str = ""
    """Of a word that only Taiwan or Hong Kong uses so: `zh-Hant-TW`, `zh-Hant-HK`. To the Mainland, 工商 and 出错 are everyday words."""


class Matcher:
    """All patterns of one language, ready to be found."""

    def __init__(self, patterns: tuple[Pattern, ...]):
        self._by_text: dict[str, list[Pattern]] = defaultdict(list)
        for pattern in patterns:
            self._by_text[_level(pattern.text)].append(pattern)
        self._texts = sorted(self._by_text)
        self._automaton = AhoCorasick(self._texts, matchkind=MatchKind.Standard) if self._texts else None

    def find(self, text: str, paragraph: str, source: str, written: str = "") -> tuple[Mark, ...]:
        """The marks of one segment: leftmost, then longest, then names before terms.

        `paragraph` is the text around it, for forms that count only near others; `written` is the script and region of the source's own
        Chinese, for the words of a region.

        >>> zh = Matcher((Pattern("王化", "zh", "actor", "wang-hua", not_in=("女王化妆",)), Pattern("小米", "zh", "actor", "xiaomi"),
        ...               Pattern("小米汽车", "zh", "actor", "xiaomi-auto")))
        >>> [(m.start, m.end, m.target) for m in zh.find("王化谈小米汽车的女王化妆", "", "a")]
        [(0, 2, 'wang-hua'), (3, 7, 'xiaomi-auto')]
        """
        if self._automaton is None:
            return ()
        level, around = _level(text), _level(paragraph or text)
        found = []
        for index, start, end in self._automaton.find_matches_as_indexes(level, overlapping=True):
            for pattern in self._by_text[self._texts[index]]:
                if _at_edges(level, start, end) and _of_region(pattern, written) and _counts(pattern, text, level, start, end, around, source):
                    found.append(Mark(start, end, pattern.kind, pattern.target))
        return leftmost_longest(found)


def leftmost_longest(marks: list[Mark]) -> tuple[Mark, ...]:
    """The marks without overlaps."""
    order = {"actor": 0, "term": 1, "date": 2}
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end, order[m.kind], m.target)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return tuple(kept)


@lru_cache(maxsize=1024)
def _level(text: str) -> str:
    """For comparison: lower case, punctuation levelled, every length as before.

    Remembered, for every sentence of a paragraph asks for the whole paragraph.
    """
    return "".join(low if len(low := char.lower()) == 1 else char for char in fold(text))


def _at_edges(text: str, start: int, end: int) -> bool:
    """Latin words are matched whole; Chinese has no edges."""
    def joined(one: str, other: str) -> bool:
        return _is_latin(one) and _is_latin(other)

    return not (start and joined(text[start - 1], text[start])) and not (end < len(text) and joined(text[end - 1], text[end]))


def _is_latin(char: str) -> bool:
    return char.isalnum() and char < "\u0250"


def _of_region(pattern: Pattern, written: str) -> bool:
    """A region's own words count in its texts, and in Traditional text (`zh-Hant`) of which nobody has said where it was written."""
    return pattern.region in ("", written) or (written == "zh-Hant" and pattern.region.startswith(written))


def _counts(pattern: Pattern, text: str, level: str, start: int, end: int, around: str, source: str) -> bool:
    if pattern.only_in and source not in pattern.only_in:
        return False
    if pattern.kind == "actor" and fold(text[start:end]) != fold(pattern.text):
        return False
    if pattern.near and not any(_level(word) in around for word in pattern.near):
        return False
    return not any(_inside(level, start, end, _level(trap)) for trap in pattern.not_in)


def _inside(text: str, start: int, end: int, trap: str) -> bool:
    around = end + len(trap)
    at = text.find(trap, max(0, start - len(trap)), around)
    while 0 <= at <= start:
        if at + len(trap) >= end:
            return True
        at = text.find(trap, at + 1, around)
    return False
