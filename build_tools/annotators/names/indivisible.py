"""Stretches of a text that are not words to be read: addresses, handles, code, and names that are
given as a whole.
"""

import re
from bisect import bisect_left, bisect_right

from build_tools.language.chinese.han import HAN
from build_tools.language.not_words import not_read

_CALLED = re.compile(
    r"(?:(?<=叫)|(?<=[店取起]名)|(?<=名为))[“「『][^”」』]{1,8}[”」』]|《[^》]{1,6}》"
)
"""店名叫「大熊小米」, 《工商时报》: what is called so or a short title is one name, and what stands
in it names nothing else. Not 称“小米不会放弃”.
"""


def indivisible(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches, in order and without overlaps, of which no part is a word by itself:
    addresses, and names given as a whole. A name that is all of one still counts.

    >>> text = "见weibo.com，店名「大熊小米」"
    >>> [text[start:end] for start, end in indivisible(text)]
    ['weibo.com', '大熊小米']
    """
    spans: list[tuple[int, int]] = []
    given = (
        (start + (text[start] == "@"), end)
        for start, end in not_read(text)
        if text[start] != "#" or not HAN.search(text, start, end)
    )
    for start, end in sorted(
        (*given, *((m.start() + 1, m.end() - 1) for m in _CALLED.finditer(text)))
    ):
        if not spans or start >= spans[-1][1]:
            spans.append((start, end))
    return tuple(spans)


def within(spans: tuple[tuple[int, int], ...], start: int, end: int) -> bool:
    """Whether start..end lies in one of the stretches of `indivisible`, or reaches into it, without
    being all of it.
    """
    touched = spans[
        bisect_right(spans, start, key=lambda span: span[1]) : bisect_left(
            spans, end, key=lambda span: span[0]
        )
    ]
    return any(not (start <= a and b <= end) for a, b in touched)
