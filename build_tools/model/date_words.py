"""Dates for readers of English and of Chinese."""

from build_tools.model.date_parts import MONTHS, Part
from build_tools.model.dates import Date

_QUALITY = {
    "?": ("perhaps ", "疑为"),
    "~": ("about ", "约"),
    "%": ("perhaps about ", "疑约为"),
    "": ("", ""),
}
_SEASONS = {21: ("spring", "春"), 22: ("summer", "夏"), 23: ("autumn", "秋"), 24: ("winter", "冬")}
_DOUBTS = {word for english, _ in _QUALITY.values() for word in english.split()}


def in_words(when: Date) -> dict[str, str]:
    """The date for readers of English and of Chinese.

    >>> in_words(Date("2026-01-05/2026-01-07"))
    {'en': '5–7 January 2026', 'zh-Hans': '2026年1月5日—7日'}
    >>> in_words(Date("XXXX-12-15"))["en"], in_words(Date("XXXX"))["zh-Hans"]
    ('15 December (year not given)', '日期不详')
    >>> in_words(Date("1978-23"))
    {'en': 'autumn 1978', 'zh-Hans': '1978年秋'}
    >>> in_words(Date("2026-01-05?/2026-01-06?"))
    {'en': 'perhaps 5–6 January 2026', 'zh-Hans': '疑为2026年1月5日—6日'}
    """
    shared = _QUALITY[
        when.parts[0].quality if len({part.quality for part in when.parts}) == 1 else ""
    ]
    before = shared if len(when.parts) > 1 else _QUALITY[""]
    said = dict.fromkeys(
        _said(part, *(_QUALITY[""] if any(before) else _QUALITY[part.quality]))
        for part in when.parts
    )
    english, chinese = zip(*said, strict=True)
    if when.is_one_of_several:
        return {"en": before[0] + " or ".join(english), "zh-Hans": before[1] + "或".join(chinese)}
    return {"en": before[0] + _span(*english), "zh-Hans": before[1] + _chinese_span(*chinese)}


def _span(first: str, last: str = "") -> str:
    """Without repeating the month and year that both ends share.

    >>> _span("November 2023", "December 2023"), _span("5 May 2025", "6 January 2026")
    ('November–December 2023', '5 May 2025 – 6 January 2026')
    >>> _span("2025", "2026"), _span("about January 2026", "3 January 2026")
    ('2025–2026', 'about January – 3 January 2026')
    """
    if not last:
        return first
    start, end = first.split(" "), last.split(" ")
    most = min(sum(word not in _DOUBTS for word in words) for words in (start, end)) - 1
    shared = 0
    while shared < most and start[-1 - shared] == end[-1 - shared]:
        shared += 1
    if shared == len(start) - 1 == len(end) - 1:
        return f"{start[0]}–{last}"
    return f"{' '.join(start[: len(start) - shared])} – {last}"


def _chinese_span(first: str, last: str = "") -> str:
    """As in English; the shared part comes first.

    >>> _chinese_span("2023年11月", "2023年12月"), _chinese_span("2026年1月15日", "2026年1月")
    ('2023年11月—12月', '2026年1月15日—1月')
    """
    if not last:
        return first
    shared = 0
    for unit in ("年", "月"):
        at = first.find(unit) + 1
        if at and at < min(len(first), len(last)) and first[:at] == last[:at]:
            shared = at
    return f"{first}—{last[shared:]}"


def _said(part: Part, english_doubt: str, chinese_doubt: str) -> tuple[str, str]:
    year = "" if part.is_open else part.year
    if "X" in year:
        english, chinese = _long_time(year)
        return english_doubt + english, chinese_doubt + chinese
    if not year and not part.month:
        return "date not known", "日期不详"
    season = _SEASONS.get(part.month, ("", ""))
    month = season[0] or (MONTHS[part.month - 1] if part.month else "")
    english = " ".join(filter(None, [str(part.day or ""), month, year]))
    chinese = "".join(
        f"{number}{unit}"
        for number, unit in ((year, "年"), (0 if season[0] else part.month, "月"), (part.day, "日"))
        if number
    )
    chinese += season[1]
    if part.time:
        english, chinese = f"{english}, {part.time}", f"{chinese} {part.time}"
    if not year:
        english, chinese = f"{english} (year not given)", f"{chinese}（年份未注明）"
    return english_doubt + english, chinese_doubt + chinese


def _long_time(year: str) -> tuple[str, str]:
    """A decade, a century or a thousand years.

    >>> _long_time("202X"), _long_time("18XX"), _long_time("20XX"), _long_time("1XXX")
    (('2020s', '2020年代'), ('19th century', '19世纪'), ('21st century', '21世纪'), ('years 1000–1999', '1000至1999年间'))
    """
    if year.count("X") == 1:
        return f"{year[:3]}0s", f"{year[:3]}0年代"
    if year.count("X") == 2:
        nth = int(year[:2]) + 1
        ending = "th" if 10 < nth % 100 < 20 else {1: "st", 2: "nd", 3: "rd"}.get(nth % 10, "th")
        return f"{nth}{ending} century", f"{nth}世纪"
    return f"years {year[0]}000–{year[0]}999", f"{year[0]}000至{year[0]}999年间"
