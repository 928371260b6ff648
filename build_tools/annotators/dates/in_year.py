"""In which year an expression is: that of its own words, of what stands beside it, or of the day of
the text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from build_tools.annotators.dates.ahead import is_ahead
from build_tools.annotators.dates.anchor import ONE_STORY, Anchor
from build_tools.annotators.dates.habits import OF_REPUBLIC
from build_tools.annotators.dates.parts import BARE, Expression, Said, made, spanned, weekday_beside
from build_tools.model.dates import Date
from build_tools.model.record import Bilingual
from build_tools.model.text import Mark

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
_SEASON = 92
"""Days: so near to the text's own day a day of the week tells the year."""
_STOP = re.compile(r"[。！？!?]|\.\s[A-Z]")
_NAMED = re.compile(r"[^，。；：,;:的在于於将將、《版款报业業绩績算划劃]{0,10}[(（]\s?")
_CLOSED = re.compile(r"\s?[)）]")
"""Around the days of 2021年“双11”前夕（11月8日）, 2024年第12周（3月18日至24日）: what the year names."""
_OF_SENTENCE = Bilingual(
    en="The year is that of the full date before it in the sentence.",
    **{"zh-Hans": "年份据同一句前文所载的完整日期推定。"},
)
_OF_NAMED = Bilingual(
    en="The year is that before the bracket.", **{"zh-Hans": "年份据括号前所载推定。"}
)
_OVER_NEW_YEAR = Bilingual(
    en="The words give the year of the end; the days before it are those of the year before.",
    **{"zh-Hans": "文字只写明结束之年；开始的日子在其上一年。"},
)


def in_year(found: list[Expression], text: str, anchor: Anchor) -> Iterator[Mark]:
    """The marks of what was found in a sentence, but of what is in no certain time."""
    years = [] if anchor.year else _years(text, found, anchor)
    for each in found:
        before = [other for other in found if other.end <= each.start and other.first.year]
        mark = (
            _named(before[-1], each, text, anchor) or _beside(before[-1], each, text, anchor)
            if before and each.first.is_bare
            else None
        ) or _agreeing(each, text, _unless_elsewhere(each, text, years, anchor))
        if mark:
            yield mark


def _years(text: str, found: list[Expression], anchor: Anchor) -> list[tuple[int, int]]:
    """The years that the sentence speaks of, each with the place where it is said; 0 where it says
    only that it is another. The text's own day, in its dateline, is none of them.
    """
    day = anchor.day
    own = Said(f"{day.year:04}", day.month, day.day) if day else None
    known = [
        (each.end, int(each.first.year))
        for each in found
        if each.first.year.isdigit() and each.first != own
    ]
    turned = [
        (m.end(), day.year + _TURNED[m[0]] if day and m[0] in _TURNED else 0)
        for m in _YEAR_WORD.finditer(text)
    ]
    return sorted([*known, *turned])


def _unless_elsewhere(
    each: Expression, text: str, years: list[tuple[int, int]], anchor: Anchor
) -> Anchor:
    """The anchor, unless the sentence has spoken of another year before: in 去年疫情，1-2月没有收入
    the months are not of this year.
    """
    before = bisect_right(years, each.start, key=lambda year: year[0])
    if not before or not each.first.is_bare or not each.first.month:
        return anchor
    own = anchor.year_to_come if is_ahead(text, each.start) else anchor.year_for
    return anchor if years[before - 1][1] == own(*each.first.rest) else _unknown(anchor)


def _unknown(anchor: Anchor) -> Anchor:
    """An anchor that dates nothing."""
    return Anchor(habits=anchor.habits)


def _named(before: Expression, each: Expression, text: str, anchor: Anchor) -> Mark | None:
    """The mark of a day or days in brackets behind what a year names: 2024年第12周（3月18日至24日）."""
    year, month = before.first, each.first.month
    last = before.last or year
    if (
        anchor.year
        or not year.year.isdigit()
        or year.day
        or last.year != year.year
        or not month
        or (year.month and not year.month <= month <= last.month)
        or not _NAMED.fullmatch(text, before.end, each.start)
        or not _CLOSED.match(text, each.end)
    ):
        return None
    return _in_given_year(each, int(year.year), _OF_NAMED)


def _beside(before: Expression, each: Expression, text: str, anchor: Anchor) -> Mark | None:
    """The mark of a day that no anchor dates, within four months after a full date in the same
    sentence: April 28, 2025 – May 4. Where the text has a year, the full date must be of it.
    """
    if not each.first.day or anchor.year or anchor.year_for(*each.first.rest):
        return None
    between = text[before.end : each.start]
    if _STOP.search(between) or _YEAR_WORD.search(between):
        return None
    full = before.first.date() if before.first.day and not before.other else None
    start = full.earliest if full else None
    if not start:
        return None
    known = anchor.day.year if anchor.day else None
    turns = (0, 1) if start.year == known else (0,) if known is None else ()
    for turn in turns:
        day = each.first.in_year(start.year + turn).date()
        if day and day.earliest and 0 < (day.earliest - start).days <= ONE_STORY:
            return _in_given_year(each, start.year + turn, _OF_SENTENCE)
    return None


def _in_given_year(each: Expression, year: int, reason: Bilingual) -> Mark | None:
    """The mark of a bare day in the year that other words of the sentence give."""
    mark = _mark(replace(each, first=each.first.in_year(year)), Anchor())
    return replace(mark, basis="inferred", reason=reason) if mark and mark.target else None


def _agreeing(each: Expression, text: str, anchor: Anchor) -> Mark | None:
    """The mark of an expression, in the year that the day of the week beside it allows; of a bare
    month only where the text's own day gives one.
    """
    mark = _mark(each, anchor, is_ahead(text, each.start))
    weekday = (
        weekday_beside(text, each.start, each.end)
        if each.first.is_bare and each.first.day and not each.last
        else None
    )
    if weekday is not None and not anchor.year:
        mark = _on_weekday(each, weekday, anchor)
    return replace(mark, basis=BARE) if each.bare and mark and mark.basis != "inferred" else mark


def _on_weekday(each: Expression, weekday: int, anchor: Anchor) -> Mark | None:
    """The mark of `Friday, September 13`: of the year in which that day is a Friday and less than a
    season from the text's own day, if there is one.
    """
    written = anchor.day
    if not written:
        return _mark(each, anchor)
    for turn in (0, -1, 1):
        day = each.first.in_year(written.year + turn).date()
        start = day.earliest if day else None
        if start and start.weekday() == weekday and abs((start - written).days) <= _SEASON:
            return _marked(each, day, "inferred", anchor.reason)
    return _mark(each, _unknown(anchor))


def _mark(found: Expression, anchor: Anchor, ahead: bool = False) -> Mark | None:
    """The mark of an expression; None where its words are in no certain time. `ahead` tells that
    they are of a day to come.
    """
    first = found.first
    if found.other:
        return _marked(found, made(f"[{','.join(sorted((first.edtf, found.other.edtf)))}]"))
    if len(first.year) in (2, 3):
        return _decade(found, anchor)
    ends: tuple[Said, ...] = (first, found.last) if found.last else (first,)
    if any(end.ordered for end in ends):
        return _marked(found, _spanning(ends), "inferred", anchor.habits.order)
    if first.republic:
        return _marked(found, _spanning(ends), "inferred", OF_REPUBLIC)
    given, basis = ends, "stated"
    if first.turn is not None:
        if anchor.day:
            year = anchor.day.year + first.turn
            given, basis = tuple(end.in_year(year) for end in ends), "inferred"
        elif not first.month:
            return None
    elif all(end.is_bare for end in ends):
        given, basis = _anchored(ends, anchor, ahead)
    given = spanned(*given) if len(given) == 2 else given
    if found.over:
        return _marked(found, _spanning(given), "inferred", _OVER_NEW_YEAR)
    date = _spanning(given)
    if not date and basis != "stated":
        return _marked(found, _spanning(ends))
    return _marked(found, date, basis, anchor.reason)


def _spanning(ends: tuple[Said, ...]) -> Date | None:
    return made("/".join(end.edtf for end in ends))


def _anchored(ends: tuple[Said, ...], anchor: Anchor, ahead: bool) -> tuple[tuple[Said, ...], str]:
    """Bare days with their year. The editors' year is not set before a day that it has not: no 29
    February is in 2023.
    """
    first, *rest = ends
    if anchor.year:
        first, basis = first.in_year(int(anchor.year)), "inherited"
    elif first.month and (
        year := anchor.year_to_come(*first.rest) if ahead else anchor.year_for(*first.rest)
    ):
        first, basis = first.in_year(year), "inferred"
    else:
        return ends, "stated"
    if not first.date() or (anchor.day and not ahead and _ends_later(first, rest, anchor.day)):
        return ends, "stated"
    return (first, *rest), basis


def _ends_later(first: Said, rest: list[Said], own: date) -> bool:
    """Whether a span would last for long beyond the text's own day, as “between May and November” of a text of
    June: it may as well have been a year before.
    """
    whole = _spanning(spanned(first, rest[0])) if rest else None
    return bool(whole and whole.latest and (whole.latest - own).days > ONE_STORY)


def _decade(found: Expression, anchor: Anchor) -> Mark | None:
    """80年代 and 上世纪八十年代, counted from the year of the text; of no certain century without
    one.
    """
    year = int(anchor.year) if anchor.year else anchor.day.year if anchor.day else None
    if year is None:
        return None
    side, decade = found.first.year[:-2], int(found.first.year[-2]) * 10
    if not side and decade == year % 100 // 10 * 10:
        return None
    century = year // 100 - (side == "-" or (not side and decade > year % 100))
    if not 10 <= century <= 20:
        return None
    basis = "inherited" if anchor.year else "inferred"
    return _marked(found, made(f"{century}{decade // 10}X"), basis, anchor.reason)


def _marked(
    found: Expression, date: Date | None, basis: str = "stated", reason: Bilingual | None = None
) -> Mark:
    """The mark, with the reason of what is inferred."""
    return Mark(
        found.start,
        found.end,
        "date",
        date,
        reason=reason if basis == "inferred" else None,
        basis=basis,
    )
