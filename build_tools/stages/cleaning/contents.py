"""A list of contents over a text: its lines come again below, as headings."""

import re
from bisect import bisect_right

from build_tools.model.record import Bilingual
from build_tools.model.text import Debris, Seed
from build_tools.stages.shape.no_title import LONGEST

_HEAD = re.compile(
    r"(?:Table of contents|Contents|(?:本文)?(?:目录|目錄))\s*(?:[\[［]\s*\w{2,4}\s*[\]］])?\s*[:：]?",
    re.I,
)
"""What stands over such a list: `目录 [隐藏]`."""
_NUMBER = re.compile(r"\s*(?:[•·*-]\s+|\d{1,2}(?:\.\d{1,2}){0,3}[.、．]?\s*|[(（]\w{1,3}[)）]\s*)?")
"""The number of a section, which its heading may lack: `3.2.1 Congress`."""
_BEHIND = re.compile(r"\s*(?:[\[［][^\[\]［］]{1,20}[\]］]|[.…·\s]{2,}\d{1,4})\s*$")
"""What stands behind its words: the `[edit]` of a heading, the `..... 12` of a list in a book."""
_FEWEST, _MOST, _MISSING = 3, 200, 0.25
"""Lines that come again, lines of a list, and which part of them may not come again: a section that
the scrape lost.
"""
_LIST = Bilingual(**{"en": "List of the sections below", "zh-Hans": "下文章节的目录"})


def contents(seed: Seed, kept: list[tuple[int, int]]) -> list[Debris]:
    """Each such list with its head.

    >>> text = "Recall\\nContents\\n(Top)\\n1 Causes\\n2 Response\\n3 Notes\\nCauses[edit]\\nIt broke.\\nResponse[edit]\\nIt was mended.\\nNotes\\nNone."
    >>> [text[d.start : d.end] for d in contents(Seed("a", "a.txt", "", text), [])]
    ['Contents\\n(Top)\\n1 Causes\\n2 Response\\n3 Notes']
    """
    lines = [(start, end) for start, end in seed.lines() if seed.text[start:end].strip()]
    words = [_words(seed.text[start:end]) for start, end in lines]
    places: dict[str, list[int]] = {}
    for number, each in enumerate(words):
        places.setdefault(each, []).append(number)
    found = []
    for number, (start, end) in enumerate(lines):
        last = (
            _last(words, places, number)
            if _HEAD.fullmatch(seed.text[start:end].strip())
            else number
        )
        if last > number and not any(a < lines[last][1] and start < b for a, b in kept):
            found.append(Debris(start, lines[last][1], "links", _LIST))
    return found


def _words(line: str) -> str:
    return (
        "".join(_BEHIND.sub("", _NUMBER.sub("", line, count=1)).split())
        if len(line) <= LONGEST
        else line
    )


def _last(words: list[str], places: dict[str, list[int]], head: int) -> int:
    """The last line of the list, which stands before its first section; the head itself where there
    is no such list.
    """
    sections = (
        (first, places[words[first]]) for first in (head + 1, head + 2) if first < len(words)
    )
    first, below = next(
        (
            (first, entries[bisect_right(entries, first)])
            for first, entries in sections
            if entries[-1] > first
        ),
        (head, head),
    )
    again = (
        0
        if below - first > _MOST
        else sum(places[each][-1] >= below for each in words[first:below])
    )
    return below - 1 if again >= _FEWEST and again >= (below - first) * (1 - _MISSING) else head
