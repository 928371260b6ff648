"""What encloses words so that no sentence ends inside: quotation marks and brackets that are
closed, addresses.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.language.not_words import ADDRESS

_PAIRS = {
    "“": "”",
    "‘": "’",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    "【": "】",
    "〔": "〕",
    "（": "）",
    "(": ")",
    "[": "]",
}
_OPENER = {closing: opening for opening, closing in _PAIRS.items()}
QUOTES = frozenset('“‘「『"')
CLOSING = frozenset([*_OPENER, '"'])
_SIGN = re.compile(r"[“”‘’「」『』《》〈〉【】〔〕（）()\[\]\"]")
_LONGEST = 600
"""Characters: what is longer is a whole text in quotation marks, and is divided as any other."""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """Stretches of one paragraph that are enclosed, outermost only, in order."""

    spans: tuple[tuple[int, int], ...]

    def around(self, at: int) -> tuple[int, int] | None:
        """The stretch that has a place inside it; its edges are not inside."""
        number = bisect_left(self.spans, at, key=lambda span: span[1])
        span = self.spans[number] if number < len(self.spans) else None
        return span if span and span[0] < at < span[1] else None

    def ending(self, at: int) -> tuple[int, int] | None:
        """The stretch that ends at a place."""
        number = bisect_left(self.spans, at, key=lambda span: span[1])
        return (
            self.spans[number] if number < len(self.spans) and self.spans[number][1] == at else None
        )


def enclosed(text: str) -> Enclosed:
    """The quotations, brackets and addresses in a paragraph.

    All marks nest alike; one that is never closed encloses nothing.

    >>> [text[a:b] for text in ["他说：「看《你好！李焕英》。」“没有"] for a, b in enclosed(text).spans]
    ['「看《你好！李焕英》。」']
    >>> enclosed("It’s Jones’ (b. 1961)").spans
    ((12, 21),)
    """
    addresses = [match.span() for match in ADDRESS.finditer(text)]
    return Enclosed(tuple(_outermost([*addresses, *_closed(text)])))


def _closed(text: str) -> list[tuple[int, int]]:
    """(start, end) of each pair."""
    found: list[tuple[int, int]] = []
    open_: list[tuple[str, int]] = []
    for match in _SIGN.finditer(text):
        sign, at = match[0], match.start()
        wanted = '"' if sign == '"' else _OPENER.get(sign)
        depth = next(
            (n for n in range(len(open_) - 1, -1, -1) if wanted and _same(open_[n][0], wanted)),
            None,
        )
        if depth is not None:
            if at + 1 - open_[depth][1] <= _LONGEST:
                found.append((open_[depth][1], at + 1))
            del open_[depth:]
        elif sign == '"' or sign in _PAIRS:
            open_.append((sign, at))
        del open_[:-_DEEPEST]
    return found


_DEEPEST = 8
"""Marks open at a time; one that waits longer is not closed any more."""


def _same(one: str, other: str) -> bool:
    return one == other or {one, other} == {"(", "（"}


def _outermost(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    left: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not left or start >= left[-1][1]:
            left.append((start, end))
        elif end > left[-1][1]:
            left[-1] = (left[-1][0], end)
    return left
