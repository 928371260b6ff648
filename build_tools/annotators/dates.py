"""Date expressions in Chinese and English. A year that the text does not give stays open; a day that there cannot be is marked as none."""

import re

from build_tools.model.dates import MONTHS, Date, NoDate
from build_tools.model.text import Mark

_ZH = re.compile(
    r"(?<![\d.])(?:(?P<y>(?:19|20)\d{2})\s?年(?:\s?(?P<m>1[0-2]|0?[1-9])\s?月"
    r"(?:份|\s?(?P<d>\d{1,2})\s?[日号號]|\s?[和与與至到]\s?(?P<last>1[0-2]|0?[1-9])\s?月(?!\s?\d))?)?"
    r"|(?P<m2>1[0-2]|0?[1-9])\s?月(?:\s?(?P<d2>\d{1,2})\s?[日号號]|份))"
    r"(?P<part>凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|晚间|深夜|晚|开年|年初|年底|初|底)?")
"""2026年1月, 2025年, 1月7日晚, `1 月 7 日`, 12月份, 2023年11月和12月; 4月32日, so that it is not read as April."""
_MONTH = "|".join([*MONTHS, *(f"{m[:3]}\\." for m in MONTHS)])
_EN = re.compile(
    rf"(?<![\w+])(?:(?:(?:morning|afternoon|evening|night) of )?(?P<m>{_MONTH}) (?P<d>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)?(?:,? (?P<y>(?:19|20)\d{{2}}))?"
    rf"|(?P<d2>3[01]|[12]\d|[1-9]) (?P<m2>{_MONTH})(?:,? (?P<y2>(?:19|20)\d{{2}}))?"
    rf"|(?P<m3>{_MONTH})(?P<both> and (?:{_MONTH}))?,? (?P<y3>(?:19|20)\d{{2}})"
    rf"|(?:(?<=[Ii]n )|(?<=[Bb]y )|(?<=[Ss]ince )|(?<=[Oo]f )|(?<=[Ff]or )|(?<=[Ff]rom )|(?<=[Ff]ull-year ))(?P<y4>(?:19|20)\d{{2}})"
    rf"|(?P<y5>(?:19|20)\d{{2}})(?= (?:annual|bonus(?:es)?|performance|results)\b))(?![\d,]\d|\w)")
"""December 20; evening of January 7; 15 December 2023; November and December 2023; `by 2024`; `2025 performance bonuses`. Not the February of `65438+February 15`, which was 12月15日."""
_ISO = re.compile(r"(?<![\d-])(?P<y>(?:19|20)\d{2})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?![\d-])")


def dates(text: str, lang: str, year: str | None) -> tuple[Mark, ...]:
    """The date expressions of a segment. `year` is the editors' anchor for bare months and days.

    >>> [(str(m.target), m.basis) for m in dates("1月7日晚，2025年11月，2月30日", "zh-Hans", "2026")]
    [('2026-01-07', 'inherited'), ('2025-11', 'stated'), ('None', 'stated')]
    >>> [(str(m.target), m.basis) for m in dates("In November and December 2023, and on December 15", "en", None)]
    [('2023-11/2023-12', 'stated'), ('XXXX-12-15', 'stated')]
    """
    found = [_iso(m) for m in _ISO.finditer(text)]
    found += [_english(m, year) for m in _EN.finditer(text)] if lang == "en" else [_chinese(m, year) for m in _ZH.finditer(text)]
    return tuple(sorted(found, key=lambda mark: mark.start))


def _iso(m: re.Match[str]) -> Mark:
    return _mark(m, _date(m[0]))


def _chinese(m: re.Match[str], anchor: str | None) -> Mark:
    if m["last"]:
        first, last, year = int(m["m"]), int(m["last"]), int(m["y"])
        return _mark(m, _months((year, first), (year + (last < first), last)))
    return _of_parts(m, m["y"], m["m"] or m["m2"], m["d"] or m["d2"], anchor)


def _english(m: re.Match[str], anchor: str | None) -> Mark:
    year = m["y"] or m["y2"] or m["y3"] or m["y4"] or m["y5"]
    names = [m["m"] or m["m2"] or m["m3"], (m["both"] or "").removeprefix(" and ")]
    first, last = (_month(name) if name else None for name in names)
    if first and last:
        return _mark(m, _months((int(year) - (last < first), first), (int(year), last)))
    return _of_parts(m, year, str(first) if first else None, m["d"] or m["d2"], anchor)


def _month(name: str) -> int:
    return next(n for n, full in enumerate(MONTHS, 1) if full[:3] == name[:3])


def _months(first: tuple[int, int], last: tuple[int, int]) -> Date | None:
    """From one (year, month) to another."""
    return _date("/".join(f"{year}-{month:02}" for year, month in (first, last)))


def _of_parts(m: re.Match[str], year: str | None, month: str | None, day: str | None, anchor: str | None) -> Mark:
    """The mark of a date. The editors' year is not set before a day that it has not: no 29 February is in 2023."""
    rest = [f"{int(part):02}" for part in (month, day) if part]
    inherited = _date("-".join([anchor, *rest])) if anchor and not year else None
    return _mark(m, inherited, "inherited") if inherited else _mark(m, _date("-".join([year or "XXXX", *rest])))


def _date(edtf: str) -> Date | None:
    """None where there is no such day."""
    try:
        return Date(edtf)
    except NoDate:
        return None


def _mark(m: re.Match[str], date: Date | None, basis: str = "stated") -> Mark:
    return Mark(m.start(), m.end(), "date", date, basis=basis)
