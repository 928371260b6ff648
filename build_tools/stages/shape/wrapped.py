"""Which lines go on in the next: text that a mail program, a PDF or a press office broke at a fixed
width.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from build_tools.language.chinese.han import CLOSE, HAN_RANGES
from build_tools.language.mail_heads import ANY
from build_tools.stages.shape.headline_lines import HALF, decks, headline_goes_on, in_two_lines
from build_tools.stages.shape.lines import NARROWEST, STOP, WIDEST, Line, width
from build_tools.stages.shape.markers import LEAD
from build_tools.stages.shape.measure import counted, joined, pair_of, runs
from build_tools.stages.shape.no_title import is_posted

_TABLE = re.compile(r"\t|\S {3,}\S|\|.*\||^\s*\|")
"""Columns: `2025    1,204    98`."""
_LABEL = re.compile(
    rf"(?:[A-Z][\w.'’-]*(?: [\w.'’-]+){{0,2}}|[{HAN_RANGES}·]{{1,8}}|\[?\d{{1,2}}:\d{{2}}(?::\d{{2}})?\]?.{{0,20}}?)\s?[:：](?!//)"
)
"""Who speaks, or what a value is: `Subject: Statement`, `记者：您什么时候知道的？`."""
ITEM = re.compile(
    r"[•·●◦▪■◆※*–—-]\s|[•●◦▪■◆※]|[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.)）、．](?!\d)|[(（][1-9]\d?[)）](?=\d{4}年|\d{1,2}月)|[①-⑳]|[#|]"
)
"""What opens an item of a list, or a heading: `1. Say what happened.`"""
_BROKEN_WORD = re.compile(r"[a-z]-$")
"""A word broken at the line's end: `the com-`."""
_FIRST_LINE = 4
"""In Latin letters, how far the first line of a paragraph is set in at most: two Chinese characters."""
_SMALL_START = re.compile(r"[a-z]+\b")
"""A word in small letters; iPhone is none."""
_BYLINE = re.compile(r"[记記]者[^。，,]{2,20}[报報][导導道]\s*[)）】]?$")
"""Who reports, over the text: `記者邱明玉／台北報導`."""
_POSTED = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}:\d{2}(?::\d{2})?$")
"""When a post was written, over its words: `原帖由 老李 发表于 2016-2-3 09:12`."""
_FIELD = re.compile(ANY)
_COMPOUND = re.compile(
    r"(?i:well|self|long|short|high|low|half|cross|full|hard|best|better|old|anti|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third)"
)
"""What a hyphen joins to the next word, wherever the line ends: the well- of `well-` `known`."""


def goes_on(text: str, lines: Sequence[Line]) -> list[bool]:
    """For each line, whether its paragraph goes on in the next.

    A program that wraps puts as many words into a line as it holds. So the next word had no room in
    nearly every line
    but the last of its paragraph; verse, lists, addresses and paragraphs of one line are not so.

    >>> text = "The company regrets the distress that this\\nhas caused its guests, and it will publish\\nwhat the inquiry finds before the end of\\nthe month."
    >>> starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\\n")]
    >>> goes_on(text, [Line(a, b - 1, 0, "", False) for a, b in pairwise([*starts, len(text) + 1])])
    [True, True, True, False]
    """
    on = [False] * len(lines)
    labels = Counter(
        match[0] for line in lines if (match := _LABEL.match(text, line.start, line.end))
    )
    for first, last in _stretches(text, lines):
        pairs = [
            pair_of(text, lines, at)
            for at in range(first, last - 1)
            if _may_go_on(text, lines[at], lines[at + 1], labels)
        ]
        for joint in (
            [pair for pair in pairs if pair.han],
            [pair for pair in pairs if not pair.han],
        ):
            for at in (*joined(joint), *counted(text, lines, joint)):
                on[at] = True
        for run in runs(pairs):
            for pair in (
                run
                if lines[run[0].at].marks
                and _has_stop(text, lines[run[0].at], lines[run[-1].at + 1])
                else ()
            ):
                on[pair.at] |= (
                    pair.unclosed
                    and pair.small
                    and (pair.wide >= NARROWEST or (pair.at > 0 and on[pair.at - 1]))
                )
    punctuated, in_decks = _punctuated(text, lines), decks(text, lines)
    for at in range(len(lines) - 1):
        on[at] |= (
            _is_folded(text, lines[at], lines[at + 1], at > 0 and on[at - 1])
            or (lines[at + 1].turned and _goes_over(text, lines, at, labels))
            or at in in_decks
            or _hangs(text, lines[at], lines[at + 1])
            or headline_goes_on(text, lines[at], lines[at + 1])
            or in_two_lines(text, lines, at)
            or _breaks_off(text, lines, at, labels, at > 0 and on[at - 1], punctuated)
        )
        on[at] &= not _ends_inset(lines, at)
    return on


def _ends_inset(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the last of some that are set in by as much, as an advertisement is within
    the column of a newspaper; a paragraph only sets in its first line.
    """
    above, line, after = lines[max(0, at - 1)], lines[at], lines[at + 1]
    return at > 0 and above.indent == line.indent > max(after.indent, _FIRST_LINE)


def _has_stop(text: str, first: Line, last: Line) -> bool:
    """Whether the lines hold the end of a sentence, as prose does: two mail programs may have
    broken it, and no measure shows it.
    """
    return bool(re.search(r"[.!?](?:\s|$)", text[first.start : last.end]))


def _punctuated(text: str, lines: Sequence[Line]) -> bool:
    """Whether the writer ends sentences with a stop, as many who post in a forum do not."""
    wide = [line for line in lines if width(text[line.start : line.end]) >= NARROWEST]
    return 3 * sum(bool(STOP.search(text, line.start, line.end)) for line in wide) >= 2 * len(wide)


def _breaks_off(
    text: str, lines: Sequence[Line], at: int, labels: Counter[str], inside: bool, punctuated: bool
) -> bool:
    """Whether a line that no program wrapped ends within a word or phrase: `read to the crowd a
    state-` `ment over the telephone`.

    The next begins with a small letter. That alone is no sign: so do a byline under a headline, and
    the items of a list.
    """
    line, after = lines[at], lines[at + 1]
    if (
        line.marks != after.marks
        or not _SMALL_START.match(text, after.start, after.end)
        or not _may_go_on(text, line, after, labels)
    ):
        return False
    pair = pair_of(text, lines, at)
    half = (
        bool(HALF.search(text, line.start, line.end))
        or text[line.end - 1] == ","
        or (punctuated and pair.closes)
    )
    begun = inside or not text[line.start].islower()
    return bool(_BROKEN_WORD.search(text, line.start, line.end)) or (
        pair.wide >= NARROWEST and pair.unclosed and half and begun
    )


def _hangs(text: str, line: Line, after: Line) -> bool:
    """Whether an item goes on in a line that is set in to where its words begin: `（1）2021年…全部免除罚`,
    `     息，并更正征信记录。`.
    """
    mark = LEAD.match(text, line.start, line.end)
    return bool(
        mark
        and not after.apart
        and line.marks == after.marks
        and after.indent == line.indent + width(mark[0].rstrip()) + mark[0].count(" ")
        and not STOP.search(text, line.start, line.end)
        and not ITEM.match(text, after.start, after.end)
    )


def _is_folded(text: str, line: Line, after: Line, inside: bool) -> bool:
    """Whether a field of a mail's head goes on in an indented line (RFC 5322, folding): `Cc:
    a@example.com,` and who else.
    """
    field = _FIELD.match(text, line.start, line.end) or (inside and line.indent)
    return bool(
        field
        and after.indent
        and not after.apart
        and line.marks == after.marks
        and text[line.end - 1] in ",;"
        and not ITEM.match(text, after.start, after.end)
    )


def _goes_over(text: str, lines: Sequence[Line], at: int, labels: Counter[str]) -> bool:
    """Whether a sentence goes on over the end of a page: no stop before it, no capital, list mark
    or indent behind it.
    """
    line, after = lines[at], lines[at + 1]
    pair = pair_of(text, lines, at)
    return (
        pair.unclosed
        and pair.wide >= NARROWEST
        and line.marks == after.marks
        and _may_go_on(text, line, after, labels)
        and (pair.small or (pair.han and pair.chinese and pair.prose))
    )


def _stretches(text: str, lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Stretches that one program may have wrapped: of one depth of quoting, and without lines that
    nothing has wrapped.
    """
    long = [
        (width(text[line.start : line.end]) > WIDEST and " " in text[line.start : line.end].strip())
        or _long_chinese(text, line)
        for line in lines
    ]
    edges = [
        0,
        *(
            at + 1
            for at in range(len(lines) - 1)
            if lines[at].marks != lines[at + 1].marks or long[at] != long[at + 1]
        ),
        len(lines),
    ]
    return [(first, last) for first, last in pairwise(edges) if first < last and not long[first]]


def _long_chinese(text: str, line: Line) -> bool:
    return width(text[line.start : line.end]) > WIDEST and bool(
        CLOSE.search(text, line.start, line.end)
    )


def _may_go_on(text: str, line: Line, after: Line, labels: Counter[str]) -> bool:
    """Whether nothing but a line break stands between two lines, or the end of a page inside a
    sentence.
    """
    one, other = text[line.start : line.end], text[after.start : after.end]
    label = _LABEL.match(other)
    speaks = label is not None and (labels[label[0]] > 1 or _LABEL.match(one) is not None)
    indented = after.indent > line.indent and not ITEM.match(one)
    apart = after.apart and not (after.turned and not STOP.search(one))
    return not (
        _BYLINE.search(one)
        or _POSTED.search(one)
        or is_posted(one)
        or apart
        or speaks
        or indented
        or ITEM.match(other)
        or _TABLE.search(one)
        or _TABLE.search(other)
    )


def broken_word(text: str, line: Line, after: Line) -> bool:
    """Whether the hyphen at a line's end only breaks a word: not in `well-` `known`, where the text
    has well-known or both words.

    >>> text = "a com-\\npany"
    >>> broken_word(text, Line(0, 6, 0, "", False), Line(7, 11, 0, "", False))
    True
    """
    if not _BROKEN_WORD.search(text, line.start, line.end) or not text[after.start].islower():
        return False
    ends = re.search(r"[\w-]*$", text[line.start : line.end - 1])
    begins = re.match(r"[\w-]+", text[after.start : after.end])
    if not ends or not begins:
        return False
    one, other = ends[0], begins[0]
    if "-" in one + other or _COMPOUND.fullmatch(one) or re.search(rf"\b{one}-{other}\b", text):
        return False
    return bool(re.search(rf"\b{one}{other}\b", text)) or not (
        re.search(rf"\b{one}\b(?!-)", text) and re.search(rf"(?<!\n)\b{other}\b", text)
    )
