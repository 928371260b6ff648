"""What a date expression says, before it is a date: its parts as written, and what they leave
open.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from build_tools.language.not_words import ADDRESS, may_hold
from build_tools.model.dates import MONTHS, Date, NoDate
from build_tools.model.record import Bilingual
from build_tools.model.text import Mark

MONTHS_OF = {"quarter": ((1, 3), (4, 6), (7, 9), (10, 12)), "half": ((1, 6), (7, 12))}
"""A quarter or half is a span of months: it is plain EDTF, where a season's code (2023-35) would
need a reader of level 2.
"""

_SAME = str.maketrans(
    "０１２３４５６７８９－／．：‑‐−〜\u00a0\u2009\u202f\u3000號國農曆歷陰舊統緒豐慶順紀電訊發佈時間來報後專綜個",
    "0123456789-/.:---～    号国农历历阴旧统绪丰庆顺纪电讯发布时间来报后专综个",
)
"""Figures, blanks and marks of another width, and the Traditional forms of the characters that the
rules look for.
"""

NOT_THINGS = r"(?!\s(?!(?:was|is|has|as|this|its|does|across|express|address|plus|less|thus)\b)[a-z]*(?:s|ple|men|ren)\b)"
"""In 2019 was, but not in 1984 pages."""
BARE = "bare"
"""The basis of a month without a year, which is no date unless something gives it one."""
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY_BEFORE = re.compile(
    rf"\b(?P<en>{_WEEKDAY}),?\s$|(?:星期|[周週]|礼拜|禮拜)(?P<zh>[一二三四五六日天])\s?[(（]\s?$",
    re.I,
)
_DAY_BEHIND = re.compile(
    rf"\s?[(（,，]?\s?(?:(?P<en>{_WEEKDAY})\b|(?:(?:星期|[周週]|礼拜|禮拜)|(?<=[(（])(?=.[)）]))(?P<zh>[一二三四五六日天]))",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Said:
    """One date as the words give it."""

    year: str = ""
    """`2024`; `198X`, `18XX`; empty where the words give none."""
    month: int = 0
    day: int = 0
    turn: int | None = None
    """Years away from that of writing: -1 in 去年6月."""
    free: bool = False
    """Whether it is in a year that the words do not give and no anchor can: 每年3月15日,
    同年5月.
    """
    republic: bool = False
    """Whether its year is counted from 1912, though the words do not say so: 114年3月26日."""
    ordered: bool = False
    """Whether another date of the text tells which of its numbers is the month: 4/3/2015."""

    @property
    def rest(self) -> tuple[int, int]:
        return self.month, self.day

    @property
    def is_bare(self) -> bool:
        """Whether an anchor may give its year."""
        return not self.year and self.turn is None and not self.free

    def in_year(self, year: int) -> "Said":
        return replace(self, year=f"{year:04}", turn=None)

    def date(self) -> Date | None:
        return made(self.edtf)

    @property
    def edtf(self) -> str:
        return "-".join([self.year or "XXXX", *(f"{part:02}" for part in self.rest if part)])


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """Words that are no date, nor are dates within them: 光绪二十一年四月十四日."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression in a text."""

    start: int
    end: int
    first: Said
    last: Said | None = None
    """The end of a span."""
    other: Said | None = None
    """What it may mean as well: 03/05/2021."""
    joins: bool = True
    """Whether it can be an end of a span with its neighbour."""
    bare: bool = False
    """Whether it is nothing without the year that an anchor gives: the March of “in March”."""
    over: bool = False
    """Whether it begins in the year before the one that its words give for its end."""


def expression(span: tuple[int, int], ends: Sequence[Said], joins: bool = True) -> Expression:
    """That of one date, or of the two ends of a span."""
    return Expression(*span, ends[0], ends[1] if len(ends) > 1 else None, joins=joins)


def when(mark: Mark) -> Date | None:
    """The date of a mark; None where there is no such day."""
    return mark.target if isinstance(mark.target, Date) else None


def certain_day(mark: Mark) -> tuple[int, int, int] | None:
    """Year, or 0, month and day of a mark that is one certain day."""
    date = when(mark)
    if not date or len(date.parts) > 1 or not date.parts[0].day or date.is_doubtful:
        return None
    (part,) = date.parts
    return int(part.year) if part.year.isdigit() else 0, part.month, part.day


def doubted(mark: Mark, day: tuple[int, int, int], reason: Bilingual) -> Mark:
    """The mark of one day, in doubt for this reason."""
    edtf = "-".join(f"{number:02}" for number in day)
    return replace(mark, target=Date(f"{edtf}?"), certainty="unknown", reason=reason)


def weekday_beside(text: str, start: int, end: int) -> int | None:
    """The day of the week that stands beside a date, Monday as 0.

    >>> text = "on Monday, February 22, and 3月5日（星期五）"
    >>> weekday_beside(text, 11, 22), weekday_beside(text, 28, 32), weekday_beside(text, 0, 10), weekday_beside("下周五（3月5日）", 4, 8)
    (0, 4, None, 4)
    """
    weekday = _DAY_BEFORE.search(text, max(0, start - 16), start) or _DAY_BEHIND.match(text, end)
    return (
        None
        if not weekday
        else DAYS.index(weekday["en"][:3].lower())
        if weekday["en"]
        else "一二三四五六日".index(weekday["zh"].replace("天", "日"))
    )


def made(edtf: str) -> Date | None:
    """None where there is no such date."""
    try:
        return Date(edtf)
    except NoDate:
        return None


def month_named(name: str) -> int:
    """The number of an English month, or 0.

    >>> month_named("Sept."), month_named("MAY"), month_named("Apl."), month_named("Sat")
    (9, 5, 4, 0)
    """
    first = name[:3].lower()
    first = {"mch": "mar", "apl": "apr"}.get(first, first)
    return next((n for n, full in enumerate(MONTHS, 1) if full[:3].lower() == first), 0)


def spanned(first: Said, last: Said) -> tuple[Said, Said]:
    """Both ends with the year that one of them gives; December and a January after it are of two
    years.

    >>> [end.edtf for end in spanned(Said("", 12, 30), Said("2024", 1, 2))]
    ['2023-12-30', '2024-01-02']
    """
    over = last.rest < first.rest
    if first.year.isdigit() and not last.year:
        return first, last.in_year(int(first.year) + over)
    if last.year.isdigit() and not first.year:
        return first.in_year(int(last.year) - over), last
    return first, last


def touched(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether start..end has a part in one of the spans, which are in order and apart."""
    last = bisect_left(spans, end, key=lambda span: span[0])
    return last > 0 and spans[last - 1][1] > start


def apart(found: Iterable[Expression | LeftAlone]) -> list[Expression | LeftAlone]:
    """The leftmost, then the longest of those that overlap, in order."""
    kept: list[Expression | LeftAlone] = []
    for each in sorted(found, key=lambda f: (f.start, -f.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def plain(text: str) -> str:
    """The text as the rules read it, letter by letter as long: figures in ASCII, the few Han
    characters they need in Simplified, addresses blotted out.

    >>> plain("２０２４年３月５號 https://a.cn/2024/03/05/")
    '2024年3月5号 ________________________'
    """
    if may_hold(text):
        text = ADDRESS.sub(lambda m: "_" * len(m[0]), text)
    return text.translate(_SAME)
