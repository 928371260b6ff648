"""Date expressions in Chinese and English. A year that the text does not give stays open; a day
that there cannot be is marked as none.
"""

import re
from bisect import bisect_right
from dataclasses import replace

from build_tools.annotators.dates.ahead import is_ahead
from build_tools.annotators.dates.beside import about, happened
from build_tools.annotators.dates.chinese import chinese
from build_tools.annotators.dates.english import english
from build_tools.annotators.dates.figures import figures
from build_tools.annotators.dates.habits import OF_REPUBLIC, REPUBLIC
from build_tools.annotators.dates.parts import (
    BARE,
    ONE_STORY,
    Anchor,
    Expression,
    Habits,
    Said,
    apart,
    made,
    plain,
    spanned,
    touched,
    weekday_beside,
)
from build_tools.annotators.dates.relative import relative
from build_tools.annotators.dates.short import short_years
from build_tools.model.dates import Date
from build_tools.model.record import Bilingual
from build_tools.model.text import Mark

_TO = re.compile(r"\s?(?:至|到|[-—–~～―]{1,2})\s?|\s(?:to|until|till|through|thru)\s(?:the\s)?")
"""What stands between the ends of a span: 3月5日至4月2日, March 5 to April 2."""
_BETWEEN = re.compile(r"\b[Bb]etween (?:the )?$")
_MOVED = re.compile(
    r"postpon|resched|moved|delay|changed|brought forward|推迟|延期|延迟|提前|改期|改为|调整"
)
"""From one day to another, but no span: the Games were postponed from 24 July 2020 to 23 July
2021.
"""

_TURNED = {
    "今年": 0,
    "去年": -1,
    "前年": -2,
    "明年": 1,
    "last year": -1,
    "this year": 0,
    "next year": 1,
}
_YEAR_WORD = re.compile(
    "|".join(
        [
            *_TURNED,
            "[那该同次翌当]年",
            "that year",
            "the same year",
            "the year before",
            "the following year",
        ]
    )
)
"""The year that a sentence is about, said without a number."""
_RIGHT_BESIDE = re.compile(r"\s?[(（]\s?|,? ?")
_SEASON = 92
"""Days: so near to the text's own day a day of the week tells the year."""
_STOP = re.compile(r"[。！？!?]|\.\s[A-Z]")
_OF_SENTENCE = Bilingual(
    en="The year is that of the full date before it in the sentence.",
    **{"zh-Hans": "年份据同一句前文所载的完整日期推定。"},
)


def dates(text: str, anchor: Anchor | None = None, bare_months: bool = False) -> tuple[Mark, ...]:
    """The date expressions of a segment. `anchor` tells what bare months and days, and words like
    昨日, are counted from; `bare_months` of no year are kept, as `BARE`.

    >>> [(str(m.target), m.basis) for m in dates("1月7日晚，2025年11月，2月30日", Anchor("2026"))]
    [('2026-01-07', 'inherited'), ('2025-11', 'stated'), ('None', 'stated')]
    >>> [(str(m.target), m.basis) for m in dates("In November and December 2023, and on December 15")]
    [('2023-11/2023-12', 'stated'), ('XXXX-12-15', 'stated')]
    """
    said = plain(text)
    habits = anchor.habits if anchor else Habits()
    found = [
        each if happened(said, each.start, each.end) else Expression(each.start, each.end, None)
        for each in apart(
            [*chinese(said, habits.fiscal), *english(said, habits.fiscal), *figures(said)]
        )
    ]
    found = _joined(said, [_in_order(each, habits) for each in found])
    if not habits.republic and not REPUBLIC.search(said):
        found = [each for each in found if not (each.first and each.first.republic)]
    days = relative(said, anchor.day) if anchor and anchor.day and anchor.is_written else ()
    years = _years(said, found, anchor) if anchor and not anchor.year else []
    marks = [
        mark
        for each in found
        if each.first
        and (
            mark := _beside(each, found, said, anchor)
            or _agreeing(each, said, _unless_elsewhere(each, said, years, anchor))
        )
    ]
    days = [day for day in days if not any(_contradicts(mark, day, said) for mark in marks)]
    marks = [
        mark
        for mark in marks
        if not any(day.start < mark.start and mark.end <= day.end for day in days)
    ]
    taken = [(mark.start, mark.end) for mark in marks] + [
        (each.start, each.end)
        for each in found
        if not each.bare and not any(day.start < each.start and each.end <= day.end for day in days)
    ]
    short = short_years(said, anchor or Anchor())
    marks += [
        mark
        for mark in (*(replace(day, reason=anchor.reason) for day in days), *short)
        if not touched(sorted(taken), mark.start, mark.end)
    ]
    return tuple(
        sorted(
            (about(mark, text) for mark in marks if bare_months or mark.basis != BARE),
            key=lambda mark: mark.start,
        )
    )


def _in_order(each: Expression, habits: Habits) -> Expression:
    """4/3/2015 as the text writes such dates elsewhere, where that is known."""
    if not each.other or habits.month_first is None:
        return each
    return replace(
        each,
        first=replace(each.first if habits.month_first else each.other, ordered=True),
        other=None,
        joins=True,
    )


def _contradicts(mark: Mark, day: Mark, text: str) -> bool:
    """Whether a date stands right beside a word like 昨日, and is another day: 5月21日（昨日）,
    yesterday (May 21).
    """
    one, two = sorted((mark, day), key=lambda each: each.start)
    if (
        not _RIGHT_BESIDE.fullmatch(text, one.end, max(one.end, two.start))
        or not mark.target
        or len(mark.target.parts) > 1
        or len(day.target.parts) > 1
    ):
        return False
    dated, counted = mark.target.parts[0], day.target.parts[0]
    return bool(dated.day and counted.day) and (
        (dated.month, dated.day) != (counted.month, counted.day)
        or (not dated.is_open and dated.year != counted.year)
    )


def _joined(text: str, found: list[Expression]) -> list[Expression]:
    """With two neighbours made one where the words make them a span."""
    done: list[Expression] = []
    for each in found:
        before = done[-1] if done else None
        span = before and _span(text, before, each)
        if span:
            done[-1] = span
        else:
            done.append(each)
    return done


def _span(text: str, one: Expression, two: Expression) -> Expression | None:
    if (
        not (one.joins and two.joins and one.first and two.first)
        or one.last
        or two.last
        or one.other
        or two.other
    ):
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


def _years(text: str, found: list[Expression], anchor: Anchor) -> list[tuple[int, int]]:
    """The years that the sentence speaks of, each with the place where it is said; 0 where it says
    only that it is another. The text's own day, in its dateline, is none of them.
    """
    own = Said(f"{anchor.day.year:04}", anchor.day.month, anchor.day.day) if anchor.day else None
    known = [
        (each.end, int(each.first.year))
        for each in found
        if each.first and each.first.year.isdigit() and each.first != own
    ]
    turned = [
        (m.end(), anchor.day.year + _TURNED[m[0]] if anchor.day and m[0] in _TURNED else 0)
        for m in _YEAR_WORD.finditer(text)
    ]
    return sorted([*known, *turned])


def _unless_elsewhere(
    each: Expression, text: str, years: list[tuple[int, int]], anchor: Anchor | None
) -> Anchor | None:
    """The anchor, unless the sentence has spoken of another year before: in 去年疫情，1-2月没有收入
    the months are not of this year.
    """
    before = bisect_right(years, each.start, key=lambda year: year[0])
    if not anchor or not before or not each.first.is_bare or not each.first.month:
        return anchor
    return (
        anchor
        if years[before - 1][1]
        == (anchor.year_to_come if is_ahead(text, each.start) else anchor.year_for)(
            *each.first.rest
        )
        else None
    )


def _beside(
    each: Expression, found: list[Expression], text: str, anchor: Anchor | None
) -> Mark | None:
    """The mark of a day that no anchor dates, within four months after a full date in the same
    sentence: April 28, 2025 – May 4. Where the text has a year, the full date must be of it.
    """
    if not (each.first.is_bare and each.first.day) or (
        anchor and (anchor.year or anchor.year_for(*each.first.rest))
    ):
        return None
    before = [
        other for other in found if other.end <= each.start and other.first and other.first.year
    ]
    between = text[before[-1].end : each.start] if before else ""
    if not before or _STOP.search(between) or _YEAR_WORD.search(between):
        return None
    full = before[-1].first.date() if before[-1].first.day and not before[-1].other else None
    year = full.days[0].year if full and full.days else 0
    known = anchor.day.year if anchor and anchor.day else None
    for turn in [year, year + 1] if year == known else [year] if year and known is None else []:
        day = each.first.in_year(turn).date()
        if day and day.days and 0 < (day.days[0] - full.days[0]).days <= ONE_STORY:
            return replace(
                _mark(replace(each, first=each.first.in_year(turn)), None),
                basis="inferred",
                reason=_OF_SENTENCE,
            )
    return None


def _agreeing(each: Expression, text: str, anchor: Anchor | None) -> Mark | None:
    """The mark of an expression, in the year that the day of the week beside it allows; of a bare
    month only where the text's own day gives one.
    """
    mark = _mark(each, anchor, is_ahead(text, each.start))
    told = (
        weekday_beside(text, each.start, each.end)
        if each.first.is_bare and each.first.day and not each.last
        else None
    )
    if told is not None and not (anchor and anchor.year):
        mark = _on_weekday(each, told, anchor)
    return replace(mark, basis=BARE) if each.bare and mark and mark.basis != "inferred" else mark


def _on_weekday(each: Expression, told: int, anchor: Anchor | None) -> Mark | None:
    """The mark of `Friday, September 13`: of the year in which that day is a Friday and less than a
    season from the text's own day, if there is one.
    """
    for turn in (0, -1, 1) if anchor and anchor.day else ():
        said = each.first.in_year(anchor.day.year + turn)
        day = said.date()
        if (
            day
            and day.days
            and day.days[0].weekday() == told
            and abs((day.days[0] - anchor.day).days) <= _SEASON
        ):
            return _marked(each, day, "inferred", anchor)
    return _mark(each, None)


_OVER_NEW_YEAR = Bilingual(
    **{
        "en": "The words give the year of the end; the days before it are those of the year before.",
        "zh-Hans": "文字只写明结束之年；开始的日子在其上一年。",
    }
)


def _mark(found: Expression, anchor: Anchor | None, ahead: bool = False) -> Mark | None:
    """The mark of an expression; None where its words are in no certain time. `ahead` tells that
    they are of a day to come.
    """
    if found.other:
        return _marked(found, made(f"[{','.join(sorted((found.first.edtf, found.other.edtf)))}]"))
    if len(found.first.year) in (2, 3):
        return _decade(found, anchor)
    ends = (found.first, found.last) if found.last else (found.first,)
    basis = "stated"
    if any(end.ordered for end in ends):
        return replace(
            _marked(found, made("/".join(end.edtf for end in ends)), "inferred"),
            reason=anchor.habits.order,
        )
    if found.first.republic:
        return replace(
            _marked(found, made("/".join(end.edtf for end in ends)), "inferred"), reason=OF_REPUBLIC
        )
    if found.first.turn is not None:
        if anchor and anchor.day:
            ends, basis = (
                tuple(end.in_year(anchor.day.year + found.first.turn) for end in ends),
                "inferred",
            )
        elif not found.first.month:
            return None
    elif all(end.is_bare for end in ends):
        ends, basis = _anchored(ends, anchor, ahead)
    ends = spanned(*ends) if len(ends) == 2 else ends
    if found.over:
        return replace(
            _marked(found, made("/".join(end.edtf for end in ends)), "inferred"),
            reason=_OVER_NEW_YEAR,
        )
    date = made("/".join(end.edtf for end in ends))
    return (
        _marked(found, date, basis, anchor)
        if date or basis == "stated"
        else _marked(found, made("/".join(end.edtf for end in (found.first, found.last) if end)))
    )


def _anchored(
    ends: tuple[Said, ...], anchor: Anchor | None, ahead: bool
) -> tuple[tuple[Said, ...], str]:
    """Bare days with their year. The editors' year is not set before a day that it has not: no 29
    February is in 2023.
    """
    first, *rest = ends
    if anchor and anchor.year:
        first, basis = first.in_year(int(anchor.year)), "inherited"
    elif (
        anchor
        and first.month
        and (year := anchor.year_to_come(*first.rest) if ahead else anchor.year_for(*first.rest))
    ):
        first, basis = first.in_year(year), "inferred"
    else:
        return ends, "stated"
    return ((first, *rest), basis) if first.date() else (ends, "stated")


def _decade(found: Expression, anchor: Anchor | None) -> Mark | None:
    """80年代 and 上世纪八十年代, counted from the year of the text; of no certain century without
    one.
    """
    year = (
        int(anchor.year)
        if anchor and anchor.year
        else anchor.day.year
        if anchor and anchor.day
        else None
    )
    if year is None:
        return None
    side, decade = found.first.year[:-2], int(found.first.year[-2]) * 10
    if not side and decade == year % 100 // 10 * 10:
        return None
    century = year // 100 - (side == "-" or (not side and decade > year % 100))
    if not 10 <= century <= 20:
        return None
    return _marked(
        found, made(f"{century}{decade // 10}X"), "inherited" if anchor.year else "inferred", anchor
    )


def _marked(
    found: Expression, date: Date | None, basis: str = "stated", anchor: Anchor | None = None
) -> Mark:
    return Mark(
        found.start,
        found.end,
        "date",
        date,
        reason=anchor.reason if anchor and basis == "inferred" else None,
        basis=basis,
    )
