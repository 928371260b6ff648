"""In which line of a handwritten page something stands that only shows when the page is rendered."""

import re
from collections.abc import Callable
from html import unescape

_PASSED_OVER = re.compile(r"[\x00-\x20\\]+")
"""Blanks, and the signs of Markdown for a character that is meant as such."""

Count = Callable[[str], int]
"""How often a text has the fault."""


def line_of(text: str, words: str, count: Count) -> int | None:
    """The first line that holds the words, also where it writes them in codes (`java&#9;script:`),
    and without which the fault is there less often: one that only speaks of them is passed over.
    """
    lines = text.split("\n")
    wanted = _bare(words)
    holding = [n for n, line in enumerate(lines) if wanted and wanted in _bare(line)]
    if len(holding) == 1:
        return holding[0] + 1
    often = count(text)
    for n in holding[:_MOST]:
        if count("\n".join([*lines[:n], "", *lines[n + 1 :]])) < often:
            return n + 1
    return holding[0] + 1 if holding else _narrowed(lines, often, count)


_MOST = 20
"""Lines that are tried one by one."""


def _bare(text: str) -> str:
    """Without codes, blanks and case.

    >>> _bare("java&#9;Script&colon;x")
    'javascript:x'
    """
    return _PASSED_OVER.sub("", unescape(text)).lower()


def _narrowed(lines: list[str], often: int, count: Count) -> int | None:
    """The line that is left when, again and again, the half is blanked that has nothing of it."""
    start, end = 0, len(lines)
    while end - start > 1:
        middle = (start + end) // 2
        blanked = [*lines[:start], *[""] * (middle - start), *lines[middle:]]
        start, end = (start, middle) if count("\n".join(blanked)) < often else (middle, end)
    left = [*lines[:start], "", *lines[start + 1 :]]
    return start + 1 if count("\n".join(left)) < often else None
