"""Where the posts of a thread begin, as far as lines of one make say who wrote when."""

import re
from collections.abc import Sequence

from build_tools.stages.shape.headline import bare
from build_tools.stages.shape.no_title import numbers_post

_DAY = r"(?:\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4})"
_WHEN = re.compile(
    rf"(?P<who>(?![发發]表|Posted)[^。！？!?:：]{{2,24}}?[\s·•|,]+)?(?P<posted>[发發]表[于於]\s*|Posted(?: on| at|:)?\s+)?{_DAY}[\s,·•-]+(?:at )?\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:\s?[APap]\.?[Mm]\.?)?[^。！？!?\w]*(?:[|｜].{{0,20}})?"
)
"""`发表于 2010-3-9 15:22`, `Golden Ladle, 4 May 2019 10:14 pm`; `李娜 发表于 2010-3-9 15:22` stands over
words that a post quotes.
"""
_NUMBERED = re.compile(r"#\s?\d{1,5}|\d{1,5}\s?[楼樓#]")
"""The number of a post: `#2`, `3楼`."""
_OVER = 4
"""Lines over such a number that may say who wrote when."""
_FEWEST = 2
"""Posts that make a thread."""


def posts(lines: Sequence[str]) -> list[int]:
    """The lines with which a post begins: who wrote it, or its number, over when; where posts are
    counted up, as many short lines over each number as over all.

    >>> posts(["Why?", "Ana", "发表于 2010-3-9 15:22", "Because.", "Bo", "发表于 2010-3-9 16:01", "No."])
    [1, 4]
    >>> posts(["Why?", "Ana", "Jan 12, 2019", "#1", "I ask.", "Bo", "Jan 13, 2019", "#2", "Because."])
    [1, 5]
    >>> posts(["Fire at the mill", "4 May 2019 10:14 pm", "It burned."])
    []
    """
    return _by_numbers(lines) or [
        n if _WHEN.fullmatch(lines[n])["who"] else _first(n, lines)  # type: ignore[index]
        for n in times(lines)
    ]


def _by_numbers(lines: Sequence[str]) -> list[int]:
    numbered = [n for n, line in enumerate(lines) if _NUMBERED.fullmatch(line)]
    counted = [int(re.sub(r"\D", "", lines[n])) for n in numbered]
    if len(numbered) < _FEWEST or counted != sorted(set(counted)):
        return []
    over = [
        next((by for by in range(_OVER) if not bare(lines[n - by - 1])), _OVER)
        for n in numbered[1:]
    ]
    return [max(0, n - min(over)) for n in numbered]


def times(lines: Sequence[str]) -> list[int]:
    """The lines that say when a post was written, and that it was, or by whom: of several, since one
    alone is the page's own.
    """
    found = [
        n
        for n, line in enumerate(lines)
        if (match := _WHEN.fullmatch(line)) and bool(match["who"]) != bool(match["posted"])
    ]
    return found if len(found) >= _FEWEST else []


def _first(when: int, lines: Sequence[str]) -> int:
    """The first of the lines over a time that name the post: its author, and its number."""
    at = when - 1 if when and bare(lines[when - 1]) else when
    return at - 1 if at and numbers_post(lines[at - 1]) else at
