"""Dates that are one with their neighbour: the two ends of a span, a date and what stands in
brackets to tell it again, a day and the year behind it.
"""

import re
from dataclasses import replace

from build_tools.annotators.dates.parts import Expression, LeftAlone, made, spanned

_TO = re.compile(r"\s?(?:至|到|[-—–~～―]{1,2})\s?|\s(?:to|until|till|through|thru)\s(?:the\s)?")
"""What stands between the ends of a span: 3月5日至4月2日, March 5 to April 2."""
_BETWEEN = re.compile(r"\b[Bb]etween (?:the )?$")
_MOVED = re.compile(
    r"postpon|resched|moved|delay|changed|brought forward|推迟|延期|延迟|提前|改期|改为|调整"
)
"""From one day to another, but no span: the Games were postponed from 24 July 2020 to 23 July
2021.
"""
_OPENS = re.compile(r"\s?[(（〔\[]\s?(?:即|也即|亦即|or|i\.e\.,?)?\s?")
_CLOSES = re.compile(r"\s?[)）〕\]]")
_YEAR = re.compile(r",?\s(1[6-9]\d\d)(?!\w|[-/])", re.A)
_COMMA, _ENDS = re.compile(r"[，,]\s?"), re.compile(r"[，,。)）；;]|$")
"""Around the year of 3月15日，2019年，: `March 15, 2019`, as a machine translated it."""


def joined(text: str, found: list[Expression | LeftAlone]) -> list[Expression | LeftAlone]:
    """What was found, in order, with two neighbours made one where the words make them so."""
    done: list[Expression | LeftAlone] = []
    for each in found:
        before = done[-1] if done else None
        listed = len(done) > 1 and bool(_COMMA.fullmatch(text, done[-2].end, done[-1].start))
        one = (
            _span(text, before, each)
            or _twice(text, before, each)
            or _two_calendars(text, before, each)
            or (None if listed else _behind(text, before, each))
            if isinstance(before, Expression) and isinstance(each, Expression)
            else None
        )
        if one:
            done[-1] = one
        else:
            done.append(each)
    return done


def _span(text: str, one: Expression, two: Expression) -> Expression | None:
    if not (one.joins and two.joins) or one.last or two.last or one.other or two.other:
        return None
    middle, before = text[one.end : two.start], text[max(0, one.start - 40) : one.start]
    if not (
        _TO.fullmatch(middle) or (middle in (" and ", " and the ") and _BETWEEN.search(before))
    ) or _MOVED.search(before):
        return None
    first, last = one.first, two.first
    if bool(first.month) != bool(last.month) or (first.turn, first.free) != (last.turn, last.free):
        return None
    over = not first.year and spanned(first, last)[0].year != last.year
    first, last = spanned(first, last)
    return (
        Expression(one.start, two.end, first, last, joins=False, over=over)
        if made(f"{first.edtf}/{last.edtf}")
        else None
    )


def _twice(text: str, one: Expression, two: Expression) -> Expression | None:
    """One date that brackets tell again, more or less of it: 2024年3月5日（2024-03-05）, 9月22日
    （1923年）, on 22 September (1923), 9月22日（2023年9月22日）.
    """
    closes = _CLOSES.match(text, two.end)
    if (
        not closes
        or not _OPENS.fullmatch(text, one.end, two.start)
        or one.other
        or two.other
        or one.bare
        or two.bare
    ):
        return None
    if (one.first, one.last) == (two.first, two.last) and one.first.year:
        return replace(one, end=closes.end())
    if one.last or two.last or not one.first.day:
        return None
    if (
        one.first.is_bare
        and two.first.year.isdigit()
        and two.first.rest in ((0, 0), one.first.rest)
    ):
        return replace(one, end=closes.end(), first=replace(one.first, year=two.first.year))
    if one.first.year and two.first.is_bare and two.first.rest == one.first.rest:
        return replace(one, end=closes.end())
    return None


def _two_calendars(text: str, one: Expression, two: Expression) -> Expression | None:
    """25 October (7 November) 1917: the same day by the old and by the new calendar, which is the
    later of both.
    """
    closes = _CLOSES.match(text, two.end)
    year = _YEAR.match(text, closes.end()) if closes else None
    if not year or not _OPENS.fullmatch(text, one.end, two.start):
        return None
    days = [
        each.first.in_year(int(year[1])).date()
        for each in (one, two)
        if each.first.is_bare and each.first.day and not each.last
    ]
    starts = [day.earliest for day in days if day and day.earliest]
    if len(starts) < 2 or not 10 <= abs((starts[1] - starts[0]).days) <= 13:
        return None
    new = one.first if starts[0] > starts[1] else two.first
    return Expression(one.start, year.end(), replace(new, year=year[1]))


def _behind(text: str, one: Expression, two: Expression) -> Expression | None:
    """3月15日，2019年，公司……: in Chinese a year comes first, but for a machine."""
    if (
        one.last
        or two.last
        or not (one.first.is_bare and one.first.day)
        or not two.first.year.isdigit()
        or two.first.month
        or not text[: two.end].endswith("年")
        or not _COMMA.fullmatch(text, one.end, two.start)
        or not _ENDS.match(text, two.end)
    ):
        return None
    return replace(one, end=two.end, first=replace(one.first, year=two.first.year))
