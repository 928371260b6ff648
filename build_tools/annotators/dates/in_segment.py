"""Date expressions in Chinese and English. A year that the text does not give stays open; a day
that there cannot be is marked as none.
"""

import re
from dataclasses import replace

from build_tools.annotators.dates.anchor import Anchor, Habits
from build_tools.annotators.dates.beside import about, happened
from build_tools.annotators.dates.chinese import chinese
from build_tools.annotators.dates.english import english
from build_tools.annotators.dates.figures import figures
from build_tools.annotators.dates.habits import counts_from_1912
from build_tools.annotators.dates.in_year import in_year
from build_tools.annotators.dates.joined import joined
from build_tools.annotators.dates.moon import beside_moon
from build_tools.annotators.dates.old_style import of_old_style
from build_tools.annotators.dates.parts import (
    BARE,
    Expression,
    LeftAlone,
    apart,
    plain,
    touched,
    when,
)
from build_tools.annotators.dates.relative import relative
from build_tools.annotators.dates.short import short_years
from build_tools.annotators.dates.weekday import beside_weekday
from build_tools.model.text import Mark

_RIGHT_BESIDE = re.compile(r"\s?[(（]\s?|,? ?")


def dates(text: str, anchor: Anchor | None = None, bare_months: bool = False) -> tuple[Mark, ...]:
    """The date expressions of a segment. `anchor` tells what bare months and days, and words like
    昨日, are counted from; `bare_months` of no year are kept, as `BARE`.

    >>> [(str(m.target), m.basis) for m in dates("1月7日晚，2025年11月，2月30日", Anchor("2026"))]
    [('2026-01-07', 'inherited'), ('2025-11', 'stated'), ('None', 'stated')]
    >>> [(str(m.target), m.basis) for m in dates("In November and December 2023, and on December 15")]
    [('2023-11/2023-12', 'stated'), ('XXXX-12-15', 'stated')]
    """
    said, anchor = plain(text), anchor or Anchor()
    found = _expressions(said, anchor.habits)
    expressions = [each for each in found if isinstance(each, Expression)]
    days = (
        [replace(day, reason=anchor.reason) for day in relative(said, anchor.day)]
        if anchor.day and anchor.is_written
        else []
    )
    marks = list(in_year(expressions, said, anchor))
    days = [day for day in days if not any(_contradicts(mark, day, said) for mark in marks)]
    marks = [mark for mark in marks if not _is_within(mark, days)]
    taken = [(mark.start, mark.end) for mark in marks] + [
        (each.start, each.end)
        for each in found
        if not (isinstance(each, Expression) and each.bare) and not _is_within(each, days)
    ]
    marks += [
        mark
        for mark in (*days, *short_years(said, anchor))
        if not touched(sorted(taken), mark.start, mark.end)
    ]
    return tuple(
        sorted(
            (
                of_old_style(beside_weekday(beside_moon(about(mark, text), text), text), text)
                for mark in marks
                if bare_months or mark.basis != BARE
            ),
            key=lambda mark: mark.start,
        )
    )


def _expressions(text: str, habits: Habits) -> list[Expression | LeftAlone]:
    """What may be dates, in order, with neighbours joined."""
    found = [
        _in_order(each, habits)
        if happened(text, each.start, each.end)
        else LeftAlone(each.start, each.end)
        for each in apart(
            [*chinese(text, habits.fiscal), *english(text, habits.fiscal), *figures(text)]
        )
    ]
    by_republic = habits.republic or counts_from_1912(text)
    return [
        each
        for each in joined(text, found)
        if by_republic or isinstance(each, LeftAlone) or not each.first.republic
    ]


def _in_order(each: Expression | LeftAlone, habits: Habits) -> Expression | LeftAlone:
    """4/3/2015 as the text writes such dates elsewhere, where that is known."""
    if isinstance(each, LeftAlone) or not each.other or habits.month_first is None:
        return each
    return replace(
        each,
        first=replace(each.first if habits.month_first else each.other, ordered=True),
        other=None,
        joins=True,
    )


def _is_within(each: Mark | Expression | LeftAlone, days: list[Mark]) -> bool:
    """Whether it is the number within a longer word for a day: the 20 of 昨（20）日."""
    return any(day.start < each.start and each.end <= day.end for day in days)


def _contradicts(mark: Mark, day: Mark, text: str) -> bool:
    """Whether a date stands right beside a word like 昨日, and is another day: 5月21日（昨日）,
    yesterday (May 21).
    """
    one, two = sorted((mark, day), key=lambda each: each.start)
    stated, counted = when(mark), when(day)
    if (
        not _RIGHT_BESIDE.fullmatch(text, one.end, max(one.end, two.start))
        or not stated
        or not counted
        or len(stated.parts) > 1
        or len(counted.parts) > 1
    ):
        return False
    a, b = stated.parts[0], counted.parts[0]
    return bool(a.day and b.day) and (
        (a.month, a.day) != (b.month, b.day) or (not a.is_open and a.year != b.year)
    )
