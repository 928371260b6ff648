"""What a writer marks headings and items with: signs, numbers, a line under them."""

import re
from collections.abc import Sequence

from build_tools.language.chinese.han import HAN_RANGES
from build_tools.language.numbers.words import COUNTING
from build_tools.stages.shape.headline import WIDE, closed
from build_tools.stages.shape.lines import Line, width

LEAD = re.compile(
    r"(?:[•·●◦▪■◆※]|\*(?=\s)|\*(?!.*\*)|-(?![\da-z-])|[–—](?![–—])|[(（]?\d{1,2}[)）](?!\d)|[(（][1-9]\d?[)）](?=\d{4}年|\d{1,2}月)|[(（][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.．、](?![\d.])|[①-⑳]|[(（][a-zA-Z][)）](?=\s))\s*"
)
"""A list mark at the start of a line: the • of `• 直接负责的员工被辞退;`, the 1. of `1. Say what
happened.`, but no star of `**bold**`.
"""
_COUNTED = re.compile(r"[(（]?(\d{1,2})[)）]")
_SLIP = 3
"""How many signs too long a line of signs under a heading may be."""
_MARKED = re.compile(
    r"(?P<hashes>#{1,6})[ \t]+\S|(?P<equals>={2,6})[ \t]*[^=\s].*={2,6}\s*$|\S[^\[\]]*[\[［]\s?(?:edit|编辑|編輯)[^\[\]［］]{0,20}[\]］]\s*$"
)
"""A heading in Markdown or of a wiki: `## 背景`, `== History ==`, `Background[edit | edit
source]`.
"""
_TO_EDIT = re.compile(r"[\[［]\s?(?:edit|编辑|編輯)[^\[\]［］]{0,20}[\]］]\s*$")
"""The link that a wiki sets behind each of its headings."""
_UNDERLINE = re.compile(r"[^\S\n]*\n[^\S\n]*(?:(?P<first>={3,})|-{3,})[^\S\n]*(?:\n|$)")
"""A line of signs under a heading."""
NUMBERED = re.compile(
    rf"(?P<major>第[一二三四五六七八九十百\d]+[章编編]|[{COUNTING}]{{1,3}}、|(?:Chapter|Part) [\dIVX]+\b)|(?P<minor>第[一二三四五六七八九十百\d]+[节節]|[(（][{COUNTING}]{{1,3}}[)）])|(?P<dots>\d{{1,2}}(?:\.\d{{1,2}}){{0,3}})(?:[.、．]\s*|\s+|(?=[{HAN_RANGES}]))[^\W\d]"
)
"""A heading with its place in the text: `一、事件回顾`, `2.1 Response`."""
FIRST = re.compile(
    r"第?[(（]?[一壹](?![二三四五六七八九十百])|(?:\d{1,2}\.)*1(?!\d)|第1(?!\d)|(?:Chapter|Part) [1I]\b"
)
"""The number of a section that others follow: `1. Background`, `2.1 Response`, `一、經過`."""


def lead_of(text: str, start: int, end: int) -> re.Match[str] | None:
    """The list mark that stands before a paragraph; a mark with nothing behind it is text, and so
    is the 1) of a line in which 2) follows.
    """
    lead = LEAD.match(text, start, end)
    counted = lead and _COUNTED.match(lead[0])
    return (
        lead
        if lead
        and lead.end() < end
        and not (
            counted and re.search(rf"\s[(（]?{int(counted[1]) + 1}[)）]\s", text[lead.end() : end])
        )
        else None
    )


def is_section(words: str) -> bool:
    """Whether a heading has its number in the text, and so is no title of the whole.

    >>> is_section("一、事件回顾"), is_section("2.1 Response"), is_section("2008年中国奶制品污染事件"), is_section("12 Angry Men")
    (True, True, False, False)
    """
    match = NUMBERED.match(words)
    return bool(
        match
        and (match["major"] or match["minor"] or re.match(r"\d{1,2}(?:\.\d{1,2}|[.、．])", words))
    )


def of_wiki(text: str, lines: Sequence[Line]) -> bool:
    """Whether the link to a wiki's editor stands behind a line: `参考文献[编辑]`."""
    return bool(_TO_EDIT.search(line_of(text, lines)))


def line_of(text: str, lines: Sequence[Line]) -> str:
    """A paragraph's first line as it stands in the seed, with the marks that may be hidden."""
    end = text.find("\n", lines[0].end)
    return text[text.rfind("\n", 0, lines[0].start) + 1 : end if end >= 0 else len(text)].strip()


def is_marked(text: str, lines: Sequence[Line]) -> bool:
    """Whether a marker stands before the words, or a line of signs under them."""
    if _MARKED.match(line_of(text, lines)):
        return True
    words = text[lines[0].start : lines[0].end]
    return (
        len(lines) == 1
        and width(words) <= WIDE
        and not closed(words)
        and _underline(text, lines) is not None
    )


def _underline(text: str, lines: Sequence[Line]) -> re.Match[str] | None:
    """The line of signs right under a line, if it is not longer; a longer one divides the text, and
    so does one under the name at the foot of a post.
    """
    match = _UNDERLINE.match(text, lines[0].end)
    above = text[: lines[0].start].rstrip(" \t")
    return (
        match
        if match
        and (lines[0].apart or not above.endswith("\n") or above.endswith("\n\n") or above == "")
        and len(match[0].strip()) <= width(text[lines[0].start : lines[0].end]) + _SLIP
        else None
    )


def rank_of(text: str, lines: Sequence[Line], words: str) -> int:
    """How deep a heading lies by its marks or number; 0 where it shows nothing."""
    marked, underline, numbered = (
        _MARKED.match(line_of(text, lines)),
        _underline(text, lines),
        NUMBERED.match(words),
    )
    if marked:
        return len(marked["hashes"] or marked["equals"] or "==")
    if underline:
        return 1 if underline["first"] else 2
    if not numbered:
        return 0
    return 1 if numbered["major"] else 2 if numbered["minor"] else 1 + numbered["dots"].count(".")
