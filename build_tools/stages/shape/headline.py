"""What a line is like that may be a headline, and what stands over one."""

import re
from collections import Counter
from collections.abc import Sequence

from build_tools.language.chinese.han import HAN_RANGES
from build_tools.language.numbers.words import COUNTING
from build_tools.stages.shape.lines import NARROWEST, Line, width
from build_tools.stages.shape.no_title import LETTERHEAD, names_no_text

WIDE, HEADLINE = 70, 240
"""In Latin letters: a longer line in the text is a paragraph; the first line of all may be
longer.
"""
CLOSED = re.compile(r"[。．.!！?？…;；:：,，、][”’」』）)\]\"'*_]*$")
"""Closed by punctuation, so no heading: `…不说也罢。”`."""
_IN_CAPITALS = re.compile(r"[A-Z]\S* [^a-z.!?]+\.$")
"""A headline of an old newspaper, which had a stop: `COLLISION AT THE STEPS.`"""
WORDS = re.compile(rf"[^\W\d_]{{2}}|[{HAN_RANGES}]")
"""A word, since a line of single letters and signs says nothing: not `~7 i; Y* V% b5`."""
ROW = re.compile(r"\s*\|.*\|\s*$")
"""A row of a table."""
SENTENCES = re.compile(r"[。！？].|…[^…]|[.!?]\s+[A-Z]")
"""More than one sentence: no heading, if it is long."""
_NOTES = re.compile(r"(?:\[\d{1,3}\])+$")
"""Marks of notes behind a sentence: `…in Norway.[1]`."""
_SENTENCE = re.compile(rf"\b[a-z]+\b|[{HAN_RANGES}]")
"""What a sentence has besides names."""
SIGN = re.compile(r"[●■◆◎□◇○]")
"""What old newspapers put before a headline."""
_NEAR, TOP = 200, 30
"""Letters behind a line within which the page's date stands; lines among which a headline is."""
_DATED = re.compile(
    r"(?=.{1,60}$)(?![发發]表[于於]).*(?:\b[A-Z][a-z]{2,8}\.? \d{1,2},? (?:19|20)\d\d\b|\b\d{1,2} [A-Z][a-z]{2,8}\.? (?:19|20)\d\d\b|(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2})"
)
"""A short line with a day, as it stands under a headline: `Ana Freitas • June 4, 2018`; under a
name in a forum stands `发表于 2010-3-9 15:22`.
"""


DAY_FIRST = re.compile(r"\W*(?:19|20)\d\d(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日)")
"""A line that begins with a day: `2019-02-19热点`."""


def closed(words: str) -> bool:
    """Whether punctuation closes a line, and it is no old headline in capitals."""
    return bool(CLOSED.search(words)) and not _IN_CAPITALS.match(words)


def bare(words: str) -> bool:
    """Short, and closed by nothing."""
    return width(words) <= WIDE and not closed(words) and not ROW.match(words)


def is_text(words: str) -> bool:
    """A sentence, however short; what introduces a list; or a paragraph of an old newspaper that no
    stop closes.

    >>> [is_text(words) for words in ["Nobody was hurt.", "公司道歉。[2]", "ICR, Inc.", "Contacts:", "Peter Lund, 203-555-0164"]]
    [True, True, False, False, False]
    """
    words = _NOTES.sub("", words)
    return width(words) > 2 * WIDE or (
        bool(CLOSED.search(words) and _SENTENCE.search(words))
        and (words[-1] not in ":：" or width(words) > NARROWEST)
    )


_COUNTED = re.compile(r"[(（]?\d{1,2}[.)）．、]\s*[^\s\d]|(?![一壹]、)[" + COUNTING + r"]{1,3}、")
"""An item of a list, or a section that is not the first: `3. 以推文違反退文之規定`,
`貳、違規處分`.
"""
_OFTEN = 3
"""How often the same line stands in a text in which it is no heading, but a button."""


def buttons(texts: Sequence[str]) -> frozenset[str]:
    """The short lines that stand under post after post."""
    return frozenset(
        words for words, number in Counter(texts).items() if number >= _OFTEN and bare(words)
    )


def first_of(texts: Sequence[str]) -> int:
    """The first line but for a few that name no text."""
    named = [n for n, words in enumerate(texts[:TOP]) if not names_no_text(words)]
    at = next((n for n in named if not LETTERHEAD.fullmatch(texts[n])), 0)
    return (
        at
        if not named
        or named[0] == at
        or (not CLOSED.search(texts[at]) and width(texts[at]) <= HEADLINE)
        else named[0]
    )


def over_day(text: str, lines: Sequence[Line]) -> bool:
    """Whether a day stands under a line, be it hidden or not."""
    return bool(_DATED.match(under_line(text, lines)))


def under_line(text: str, lines: Sequence[Line]) -> str:
    """The next line, hidden or not."""
    return next(
        (
            line.strip()
            for line in text[lines[-1].end : lines[-1].end + _NEAR].split("\n")[1:4]
            if line.strip()
        ),
        "",
    )


def under_is_day(text: str, lines: Sequence[Line]) -> bool:
    """Whether an English sentence, as a machine translates a headline, stands over the day on which
    it was published.
    """
    words = text[lines[0].start : lines[-1].end]
    return (
        width(words) <= HEADLINE
        and words[-1:] == "."
        and not SENTENCES.search(words)
        and over_day(text, lines)
    )


def may_head(words: str) -> bool:
    """Whether the words of a line could be a headline."""
    words = _NOTES.sub("", words)
    if (width(words) > WIDE and SENTENCES.search(words)) or _COUNTED.match(words) or "\t" in words:
        return False
    return (
        width(words) <= HEADLINE
        and bool(WORDS.search(words))
        and not names_no_text(words)
        and (not closed(words) or words[-1] in "?？!！")
    )
