"""Dates as EDTF (Library of Congress, 2019): checked, put in order, and said in words."""

import re
from datetime import date
from functools import cache

from edtf import parse_edtf
from edtf.parser import EDTFParseException

_PART = re.compile(r"(?P<y>[\dX]{4})(?:-(?P<m>0[1-9]|1[0-2])(?:-(?P<d>\d\d))?)?(?:T(?P<t>\d\d:\d\d)(?::\d\d)?)?(?P<q>[?~%]?)$")
_MONTHS = "January February March April May June July August September October November December".split()
_QUALITY = {"?": ("perhaps ", "疑为"), "~": ("about ", "约"), "%": ("perhaps about ", "疑约为"), "": ("", "")}


@cache
def is_edtf(text: str) -> bool:
    """Whether the text is a date that the archive can use. Of EDTF it takes neither seasons nor unknown months with known days.

    >>> is_edtf("XXXX-12-15"), is_edtf("2026-01-05/2026-01-07"), is_edtf("7 January"), is_edtf("2026-21")
    (True, True, False, False)
    """
    try:
        parse_edtf(text).lower_strict()
    except (EDTFParseException, TypeError, AttributeError, ValueError):
        return False
    return all((m := _PART.match(part)) and (m["y"].isdigit() or "X" not in m["y"].rstrip("X") and (m["y"] == "XXXX" or not m["m"])) for part in _parts(text))


@cache
def order(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """A key by the earliest, then the latest day that the date can mean; open years come last, and before them what has no date.

    >>> sorted(["XXXX-12-15", "2026-01", "2026-01-06"], key=order)
    ['2026-01', '2026-01-06', 'XXXX-12-15']
    """
    if not text:
        return (9999,), (9999,)
    date = parse_edtf(text)
    first, last = tuple(date.lower_strict()[:3]), tuple(date.upper_strict()[:3])
    return ((9999, *first[1:]) if year_of(text) is None else first), last


def year_of(text: str) -> str | None:
    """The year that the date begins in, where it is given.

    >>> year_of("2026-01-05/2026-01-07"), year_of("XXXX-12-15")
    ('2026', None)
    """
    year = _parts(text)[0][:4]
    return year if year.isdigit() else None


@cache
def days(text: str) -> tuple[date, date] | None:
    """The earliest and the latest day that the date can mean; nothing where no year is given.

    >>> days("2026-01")
    (datetime.date(2026, 1, 1), datetime.date(2026, 1, 31))
    >>> days("2026-01-05?/2026-01-06")
    (datetime.date(2026, 1, 5), datetime.date(2026, 1, 6))
    >>> days("XXXX-12-15"), days("XXXX")
    (None, None)
    """
    if "XXXX" in text:
        return None
    edtf = parse_edtf(text)
    return date(*edtf.lower_strict()[:3]), date(*edtf.upper_strict()[:3])


@cache
def earliest(text: str) -> date | None:
    """The first day on which it may have been; where the date is doubtful, with as much room before it as EDTF's reckoning gives.

    >>> earliest("2026-01"), earliest("2026-01-05?") < date(2026, 1, 5), earliest("XXXX-12-15")
    (datetime.date(2026, 1, 1), True, None)
    """
    return None if "XXXX" in text else date(*parse_edtf(text).lower_fuzzy()[:3])


def is_doubtful(text: str) -> bool:
    """Whether the date is marked as uncertain or approximate.

    >>> is_doubtful("2026-01-05?"), is_doubtful("2010~/2026"), is_doubtful("2026-01")
    (True, True, False)
    """
    return any(sign in text for sign in "?~%")


def in_words(text: str) -> dict[str, str]:
    """The date for readers of English and of Chinese.

    >>> in_words("2026-01-05/2026-01-07")
    {'en': '5–7 January 2026', 'zh-Hans': '2026年1月5日—7日'}
    >>> in_words("XXXX-12-15")["en"], in_words("XXXX")["zh-Hans"]
    ('15 December (year not given)', '日期不详')
    >>> in_words("2026-01-05?/2026-01-06?")
    {'en': 'perhaps 5–6 January 2026', 'zh-Hans': '疑为2026年1月5日—6日'}
    """
    parts, before = _shared_quality(_parts(text))
    english, chinese = zip(*(_said(part) for part in parts), strict=True)
    if text.startswith("["):
        return {"en": before[0] + " or ".join(english), "zh-Hans": before[1] + "或".join(chinese)}
    return {"en": before[0] + _span(*english), "zh-Hans": before[1] + _chinese_span(*chinese)}


def _shared_quality(parts: list[str]) -> tuple[list[str], tuple[str, str]]:
    """The dates and what to say before them all, where they are uncertain in the same way.

    >>> _shared_quality(["2026-01-05?", "2026-01-06?"]), _shared_quality(["2010~", "2026"])
    ((['2026-01-05', '2026-01-06'], ('perhaps ', '疑为')), (['2010~', '2026'], ('', '')))
    """
    quality = parts[0][-1:]
    if len(parts) > 1 and quality in _QUALITY and all(part.endswith(quality) for part in parts):
        return [part[:-1] for part in parts], _QUALITY[quality]
    return parts, _QUALITY[""]


def _span(first: str, last: str = "") -> str:
    """Without repeating the month and year that both ends share.

    >>> _span("November 2023", "December 2023"), _span("5 May 2025", "6 January 2026")
    ('November–December 2023', '5 May 2025 – 6 January 2026')
    >>> _span("2025", "2026")
    '2025–2026'
    """
    if not last:
        return first
    start, end = first.split(" "), last.split(" ")
    shared = 0
    while shared < min(len(start), len(end)) - 1 and start[-1 - shared] == end[-1 - shared]:
        shared += 1
    if shared == len(start) - 1 == len(end) - 1:
        return f"{start[0]}–{last}"
    return f"{' '.join(start[: len(start) - shared])} – {last}"


def _chinese_span(first: str, last: str = "") -> str:
    """As in English; the shared part comes first.

    >>> _chinese_span("2023年11月", "2023年12月")
    '2023年11月—12月'
    """
    if not last:
        return first
    shared = 0
    for unit in ("年", "月"):
        at = first.find(unit) + 1
        if at and at < len(first) and first[:at] == last[:at]:
            shared = at
    return f"{first}—{last[shared:]}"


def _parts(text: str) -> list[str]:
    return re.split(r"[/,]", text.strip("[]"))


def _said(part: str) -> tuple[str, str]:
    m = _PART.match(part)
    assert m, part
    year, month, day, time = m["y"], m["m"], m["d"], m["t"]
    before = _QUALITY[m["q"]]
    known = year.isdigit()
    if "X" in year and year != "XXXX":
        return before[0] + year.replace("X", "0") + "s", before[1] + year.replace("X", "0") + "年代"
    if not known and not month:
        return "date not known", "日期不详"
    english = " ".join(p for p in (day and day.lstrip("0"), month and _MONTHS[int(month) - 1], year if known else "") if p)
    chinese = (f"{year}年" if known else "") + (f"{int(month)}月" if month else "") + (f"{int(day)}日" if day else "")
    if time:
        english, chinese = f"{english}, {time}", f"{chinese} {time}"
    if not known:
        english, chinese = f"{english} (year not given)", f"{chinese}（年份未注明）"
    return before[0] + english, before[1] + chinese
