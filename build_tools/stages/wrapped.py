"""Which lines go on in the next: text that a mail program, a PDF or a press office broke at a fixed width."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_NARROWEST, _WIDEST = 36, 120
"""In Latin letters. Narrower lines are verse, addresses or tables; a wider line is a paragraph of its own."""
_STOP = re.compile(r"[.!?:;。．！？：；…][”’」』）)\]\"'*_]*$")
"""What a line ends with that need not go on: `…处理结果是这样的:`."""
_TABLE = re.compile(r"\t|\S {3,}\S|\|.*\||^\s*\|")
"""Columns: `2025    1,204    98`."""
_LABEL = re.compile(r"(?:[A-Z][\w.'’-]*(?: [\w.'’-]+){0,2}|[\u3400-\u9fff·]{1,8}|\[?\d{1,2}:\d{2}(?::\d{2})?\]?.{0,20}?)\s?[:：](?!//)")
"""Who speaks, or what a value is: `Subject: Statement`, `记者：您什么时候知道的？`."""
ITEM = re.compile(r"[•·●◦▪■◆※*–—-]\s|[•●◦▪■◆※]|[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.)）、．](?!\d)|[①-⑳]|[#|]")
"""What opens an item of a list, or a heading: `1. Say what happened.`"""
_CJK = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef“”‘’…—]")
_WORD = re.compile(r"[^\s\u2e80-\u9fff\uff00-\uffef]+|\S[，。、；：！？”’」』）》】]*")
"""What a line break cannot split: a Latin word, or a Han character with the sign that may not open a line."""
_INNER = re.compile(r"[，。、；：！？,;:!?].")
"""Punctuation inside a line, as prose has it and a list of headlines rarely."""
_BROKEN_WORD = re.compile(r"[a-z]-$")
"""A word broken at the line's end: `the com-`."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the seed that belongs to the text."""

    start: int
    end: int
    """Its own words, without blanks, debris and the marks of a quoted e-mail."""
    indent: int
    marks: str
    """`>` or `>>` of a quoted e-mail."""
    apart: bool
    """Whether a blank line, or one that is hidden, stands before it."""


def width(text: str) -> int:
    """How wide a text is in Latin letters; a Han character counts as two.

    >>> width("小米SU7")
    7
    """
    return sum(2 if char > "\u2e80" else 1 for char in text)


def goes_on(text: str, lines: Sequence[Line]) -> list[bool]:
    """For each line, whether its paragraph goes on in the next.

    A program that wraps puts as many words into a line as it holds. So the next word had no room in nearly every line
    but the last of its paragraph; verse, lists, addresses and paragraphs of one line are not so.

    >>> text = "The company regrets the distress that this\\nhas caused its guests, and it will publish\\nwhat the inquiry finds before the end of\\nthe month."
    >>> starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\\n")]
    >>> goes_on(text, [Line(a, b - 1, 0, "", False) for a, b in pairwise([*starts, len(text) + 1])])
    [True, True, True, False]
    """
    on = [False] * len(lines)
    labels = Counter(match[0] for line in lines if (match := _LABEL.match(text, line.start, line.end)))
    for first, last in _stretches(text, lines):
        pairs = [at for at in range(first, last - 1) if _may_go_on(text, lines[at], lines[at + 1], labels)]
        most = _measure(text, lines, pairs)
        for at in pairs if most else ():
            on[at] = _full(text, lines[at], lines[at + 1], most) or _broken_off(text, lines[at], lines[at + 1], most)
    return on


def _stretches(text: str, lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Stretches that one program may have wrapped: of one depth of quoting, and without lines that nothing has wrapped."""
    long = [width(text[line.start : line.end]) > _WIDEST and " " in text[line.start : line.end].strip() or _long_chinese(text, line) for line in lines]
    edges = [0, *(at + 1 for at in range(len(lines) - 1) if lines[at].marks != lines[at + 1].marks or long[at] != long[at + 1]), len(lines)]
    return [(first, last) for first, last in pairwise(edges) if first < last and not long[first]]


def _long_chinese(text: str, line: Line) -> bool:
    return width(text[line.start : line.end]) > _WIDEST and bool(_CJK.search(text, line.start, line.end))


def _may_go_on(text: str, line: Line, after: Line, labels: Counter[str]) -> bool:
    """Whether nothing but a line break stands between two lines."""
    one, other = text[line.start : line.end], text[after.start : after.end]
    label = _LABEL.match(other)
    speaks = label is not None and (labels[label[0]] > 1 or _LABEL.match(one) is not None)
    indented = after.indent > line.indent and not ITEM.match(one)
    return not (after.apart or speaks or indented or ITEM.match(other) or _TABLE.search(one) or _TABLE.search(other))


def _measure(text: str, lines: Sequence[Line], pairs: list[int]) -> int:
    """The width at which the lines were broken; 0 where they were not."""
    wide = Counter(_wide(text, lines[at]) for at in pairs)
    best, most = 0, 0
    for limit in sorted(wide):
        if _NARROWEST <= limit <= _WIDEST:
            over = sum(number for each, number in wide.items() if each > limit)
            score = sum(_full(text, lines[at], lines[at + 1], limit) for at in pairs) - 3 * over
            if score >= best:
                best, most = score, limit
    return most if most and _wrapped(text, lines, pairs, most) else 0


def _wrapped(text: str, lines: Sequence[Line], pairs: list[int], most: int) -> bool:
    """Whether what looks full is prose that goes on: unclosed lines that are full, then small letters, and a stop in the end."""
    full = [at for at in pairs if _full(text, lines[at], lines[at + 1], most)]
    unclosed = [at for at in pairs if not _closed(text, lines[at]) and 2 * _wide(text, lines[at]) > most]
    going_on = [at for at in full if at in unclosed and _continues(text, lines[at], lines[at + 1])]
    last = [at + 1 for at in full if at + 1 not in full]
    closed = [at for at in last if _closed(text, lines[at])]
    enough = len(full) >= 2 or bool(full) and text[lines[full[0] + 1].start].islower()
    return (enough and 2 * len(going_on) >= len(full) and 2 * len(closed) >= len(last)
            and 3 * len(set(full) & set(unclosed)) >= 2 * len(unclosed))


def _closed(text: str, line: Line) -> bool:
    return bool(_STOP.search(text, line.start, line.end))


def _wide(text: str, line: Line) -> int:
    return line.indent + width(text[line.start : line.end])


def _continues(text: str, line: Line, after: Line) -> bool:
    if _chinese(text, line, after):
        return bool(_INNER.search(text, line.start, line.end))
    return not text[after.start].isupper()


def _chinese(text: str, line: Line, after: Line) -> bool:
    return bool(_CJK.match(text[line.end - 1]) and _CJK.match(text[after.start]))


def _full(text: str, line: Line, after: Line, most: int) -> bool:
    """Whether the next line's first word would not have fitted; letters of different widths may be a tenth out."""
    word = _WORD.match(text, after.start, after.end)
    chinese = _chinese(text, line, after)
    wide = _wide(text, line)
    return wide <= most and wide + width(word[0] if word else "") + (0 if chinese else 1) > most - (4 if chinese else most // 10)


def _broken_off(text: str, line: Line, after: Line, most: int) -> bool:
    """A shorter line in the middle of a sentence: no stop, then a small letter."""
    return 2 * _wide(text, line) > most and text[after.start].islower() and not _closed(text, line)


def broken_word(text: str, line: Line, after: Line) -> bool:
    """Whether the hyphen at a line's end only breaks a word: not in `well-` `known`, where the text has well-known or both words.

    >>> text = "a com-\\npany"
    >>> broken_word(text, Line(0, 6, 0, "", False), Line(7, 11, 0, "", False))
    True
    """
    if not _BROKEN_WORD.search(text, line.start, line.end) or not text[after.start].islower():
        return False
    one, other = re.search(r"[\w-]*$", text[line.start : line.end - 1])[0], re.match(r"[\w-]+", text[after.start : after.end])[0]  # type: ignore[index]
    if "-" in one + other or re.search(rf"\b{one}-{other}\b", text):
        return False
    return bool(re.search(rf"\b{one}{other}\b", text)) or not (re.search(rf"\b{one}\b(?!-)", text) and re.search(rf"(?<!\n)\b{other}\b", text))
