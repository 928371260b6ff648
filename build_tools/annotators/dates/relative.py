"""Days that are counted from the day of writing: 昨日, 本月3日, yesterday. Only where that day is
known for certain.

A word that stands with the number of its day is read with it: 昨（20）日, 本周日（21日）. Where the
number is of another day, nothing is said.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from build_tools.annotators.dates.ahead import is_ahead
from build_tools.annotators.dates.chinese import HOUR
from build_tools.annotators.dates.parts import DAYS, made, plain, touched
from build_tools.language.chinese.words import edges
from build_tools.language.numbers.words import small
from build_tools.model.dates import MONTHS
from build_tools.model.text import Mark

_HOURS = r"(?:凌晨|清晨|早晨|早上|早间|上午|中午|正午|午后|下午|傍晚|晚上|晚间|深夜|晨|晚|夜)"
_PART = rf"(?:{_HOURS}(?!{HOUR})(?![上间里]))"
"""The 晚 of 昨晚; with its hour it is left to it: 昨日|下午四時."""
_NUMBER = r"(?:(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2})\s?月\s?)?(?P<d>\d{1,2}|[一二三四五六七八九十廿卅]{1,3})"
_DAY_WORD = re.compile(
    rf"(?<![之以日目大])(?P<whose>[前昨今明])(?:[日天](?:{_PART})?|[晚夜晨早])", re.A
)
_SPLIT = re.compile(
    rf"(?<![之以日目大])(?P<whose>[前昨今明])\s?[(（]\s?{_NUMBER}\s?日?\s?[)）]\s?(?:[日天](?:{_PART})?|[晚夜晨早])",
    re.A,
)
"""昨（20）日, 今（21）日上午."""
_BEHIND = re.compile(
    rf"(?P<open>\s?[(（]\s?)?{_NUMBER}\s?[日号]?(?(open)\s?[)）]|(?<=日))(?:{_PART})?", re.A
)
"""The (16日)凌晨 of 今日(16日)凌晨, the 16日 of 今天16日."""
_BEFORE = re.compile(rf"{_NUMBER}\s?[日号]\s?[(（]\s?$", re.A)
"""The 21日（ of 21日（本周日）."""
_ORDINAL = re.compile(r",?\s[(]?(?:the )?(?P<d>\d{1,2})(?:st|nd|rd|th)(?=[,.;)]|$)", re.A)
"""The (the 20th of “last night (the 20th)”."""
_TOLD = r"(?:宣布|发布|公布|表示|获悉|举行|召开|发表|通报|回应|证实)"
_ZH = re.compile(
    rf"(?P<yesterday>昨[日天](?:{_PART})?|昨[晚夜晨早])|(?P<today>今[日天](?:{_HOURS}|(?={_TOLD}))|(?<=记者)今[日天]|今[晚夜晨早])|(?P<then>前[日天](?:{_HOURS}))|(?P<next>明[日天](?:{_HOURS}|(?=将|起))|明[晚晨早])",
    re.A,
)
"""昨日, 今日上午, 今天宣布; not 在今天的中国."""
_DAY = re.compile(
    rf"(?P<month>本月|上月)\s?(?P<d>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s?日(?:{_PART})?"
    rf"|(?:(?<![\d.月年日第每共近逾满为前后连续續滿期、至到-])(?<!\d )|(?<=截至))(?P<bare>3[01]|[12]\d|[1-9])\s?日(?:{_PART}|(?=电|讯|在|从|说|称|向|{_HOURS}|{_TOLD}|{HOUR}))"
    r"|(?<![\d.月年日第每共近逾满为前后连续續滿期、至到-])(?<!\d )(?P<begin>3[01]|[12]\d|[1-9])\s?日(?=起(?!义|義))"
    r"|(?<![\d.月年日第每共近逾满为前后连续續滿期、至到-])(?<!\d )(?P<near>3[01]|[12]\d)\s?日(?![内內间間前后後游遊均无無假期报報本])",
    re.A,
)
"""本月3日, 5日晚, 12日14时, 记者5日从: a day of the month of writing, by the custom of Chinese
news; 17日起, before or after it; and 17日 in a text of the 17th, 18th or 19th, where it is hardly a number of days.
"""
_EN = re.compile(
    r"\b(?:(?P<yesterday>[Yy]esterday(?: (?:morning|afternoon|evening))?|[Ll]ast (?:night|evening))|(?P<today>[Tt]onight|[Tt]his (?:morning|afternoon|evening)|[Tt]oday(?=,? (?:announced|said|issued|reported|released|confirmed|launched|published|unveiled))"
    r"|(?<=announced )today|(?<=said )today|(?<=issued )today|(?<=reported )today|(?<=released )today|(?<=confirmed )today)|(?P<next>[Tt]omorrow(?: (?:morning|afternoon|evening))?))\b(?!['’]s(?!\s[A-Z]))",
    re.A,
)
"""Last night, today announced, Yesterday's Recorder; not yesterday's fashions."""
_NAMED = "|".join(MONTHS)
_MONTH_TOLD = re.compile(
    rf"(?P<last>上[个個]?月(?:[上中下]旬|[初底末])?|\b[Ll]ast month\b)(?![\d一二三四五六七八九十廿])(?!\s\d)|(?P<this>本月|\b[Tt]his month\b)(?![\d一二三四五六七八九十廿])(?!\s\d)|(?P<coming>下[个個]?月(?:[上中下]旬|[初底末])?|\b[Nn]ext month\b)(?![\d一二三四五六七八九十廿])(?!\s\d)|\b(?P<which>[Ll]ast|[Tt]his) (?P<name>{_NAMED})\b(?!\s\d)",
    re.A,
)
"""上月, but not in 登上|月球; this month; 下個月; last June, where June has yet to come: else it may be
that of either year.
"""
_WEEK_TOLD = re.compile(
    r"(?P<which>[上本这這下])(?:个|一)?(?:[周週]|星期|礼拜)(?:(?P<day>[一二三四五六日天])|(?![一二三四五六日天刊报末边会转岁到期密围全]))",
    re.A,
)
"""本周, 上周五: weeks begin on Monday; on a Sunday nobody can tell which is meant."""
_WEEKDAY_TOLD = re.compile(
    r"\b(?:announced|said|issued|reported|released|confirmed|launched|published|unveiled|apologi[sz]ed)(?: in a statement| late| early)? on (?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?!,? (?:the |[A-Z]|\d))",
    re.A,
)
"""“said on Friday”: that of the six days before; on a Friday it may be that very day, or a week
ago.
"""
_OF_OLD_LETTERS = re.compile(
    r"\b[Tt]he (?P<d>\d{1,2})(?:st|n?d|r?d|th) (?P<which>inst|ult)(?:ant|imo)?\b\.?", re.A
)
"""The 20th inst., of this month; the 1st ult., of the last; the 3d inst."""
_NUMBERED_WEEKDAY = re.compile(
    r"\b(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),? (?:the )?(?P<d>\d{1,2})(?:st|nd|rd|th)\b(?! (?:of )?[A-Z]|-)",
    re.A,
)
"""Friday the 14th: that day within three weeks of the writing, if there is one such."""
_FORTNIGHT = 14
_WEEKS = {"上": -7, "本": 0, "这": 0, "這": 0, "下": 7}
_TURNS = {"yesterday": -1, "today": 0, "then": -2, "next": 1, "前": -2, "昨": -1, "今": 0, "明": 1}
_QUOTES = re.compile(r"[“「『][^”」』]*(?:[”」』]|$)|^[^“「『]*[”」』]|\"[^\"]*(?:\"|$)", re.A)
"""What somebody said, perhaps on another day: “我昨天……”."""


def relative(text: str, written: date) -> Iterator[Mark]:
    """The marks of such words, all inferred.

    >>> [str(m.target) for m in relative("公司昨日宣布，本月3日召回。", date(2024, 3, 5))]
    ['2024-03-04', '2024-03-03']
    """
    quoted = [m.span() for m in _QUOTES.finditer(text)]
    found = [
        (*m.span(), day)
        for pattern in (_ZH, _EN)
        for m in pattern.finditer(text)
        if (day := _shifted(written, _TURNS[m.lastgroup or ""]))
    ]
    found += [
        (*m.span(), day)
        for m in _DAY.finditer(text)
        if (day := _of_month(m, written, is_ahead(text, m.start())))
    ]
    found += [
        (*m.span(), month)
        for m in _MONTH_TOLD.finditer(text)
        if (month := _month(m, written)) and m.start() in edges(text)
    ]
    found += [
        (*m.span(), week)
        for m in _WEEK_TOLD.finditer(text)
        if (week := _week(m, written)) and m.start() in edges(text)
    ]
    found += [
        (*m.span("day"), day)
        for m in _WEEKDAY_TOLD.finditer(text)
        if (day := _weekday(m["day"], written))
    ]
    found += [(*m.span(), _of_last_month(m, written)) for m in _OF_OLD_LETTERS.finditer(text)]
    found += [
        (*m.span(), day) for m in _NUMBERED_WEEKDAY.finditer(text) if (day := _nearest(m, written))
    ]
    numbered = [*_numbered(text, written), *_numbered_weekdays(text, written)]
    found = [
        each
        for each in found
        if not any(each[0] < end and start < each[1] for start, end, _ in numbered)
    ] + [(start, end, day) for start, end, day in numbered if day]
    for start, end, day in sorted(found):
        if made(day) and not touched(quoted, start, end):
            yield Mark(start, end, "date", made(day), basis="inferred")


def _month(m: re.Match[str], written: date) -> str | None:
    """Where “last June” may be that of two years it is none."""
    if m["name"]:
        month = MONTHS.index(m["name"]) + 1
        back = m["which"] in ("last", "Last")
        return None if back and month < written.month else f"{written.year - back:04}-{month:02}"
    by = bool(m["coming"]) - bool(m["last"])
    year, month = divmod(written.year * 12 + written.month - 1 + by, 12)
    return f"{year:04}-{month + 1:02}"


def _week(m: re.Match[str], written: date) -> str | None:
    if written.weekday() == 6:
        return None
    by = _WEEKS[m["which"]] - written.weekday()
    if m["day"]:
        return _shifted(written, by + "一二三四五六日".index(m["day"].replace("天", "日")))
    first, last = _shifted(written, by), _shifted(written, by + 6)
    return f"{first}/{last}" if first and last else None


def _weekday(name: str, written: date) -> str | None:
    by = (written.weekday() - DAYS.index(name[:3].lower())) % 7
    return _shifted(written, -by) if by else None


def _nearest(m: re.Match[str], written: date) -> str | None:
    """The day with this number and this day of the week, before or after; None where there is none
    so near.
    """
    days = [
        day
        for by in range(-21, 22)
        if (day := _shifted(written, by))
        and int(day[-2:]) == int(m["d"])
        and date.fromisoformat(day).weekday() == DAYS.index(m["day"][:3].lower())
    ]
    return days[0] if days else None


def _shifted(written: date, by: int) -> str | None:
    try:
        return (written + timedelta(by)).isoformat()
    except OverflowError:
        return None


def is_of(text: str, day: date) -> bool:
    """Whether a text that names its yesterday or today by number was written on `day`.

    >>> is_of("公司昨（17）日道歉。", date(2025, 4, 18)), is_of("公司昨日道歉。", date(2025, 4, 18))
    (True, False)
    """
    days = [value for _, _, value in _numbered(plain(text), day)]
    return bool(days) and all(days)


def _numbered(text: str, written: date) -> Iterator[tuple[int, int, str | None]]:
    """Words like 昨日 that stand with a number, from the first to the last character of both; with
    no day where they do not agree.
    """
    for m in _SPLIT.finditer(text):
        yield (*m.span(), _that_is(m, _shifted(written, _TURNS[m["whose"]])))
    for m in [*_DAY_WORD.finditer(text), *_EN.finditer(text)]:
        word = m.groupdict().get("whose") or m.lastgroup or ""
        yield from _with_number(text, m, _shifted(written, _TURNS[word]))


def _numbered_weekdays(text: str, written: date) -> Iterator[tuple[int, int, str | None]]:
    """本周日（21日）: the number tells which week is meant, where writers begin it on different
    days.
    """
    for m in _WEEK_TOLD.finditer(text):
        if m["day"]:
            by = (
                _WEEKS[m["which"]]
                - written.weekday()
                + "一二三四五六日".index(m["day"].replace("天", "日"))
            )
            yield from _with_number(text, m, *(_shifted(written, by + week) for week in (0, -7, 7)))


def _with_number(
    text: str, word: re.Match[str], *days: str | None
) -> Iterator[tuple[int, int, str | None]]:
    """A word with the number beside it, and the one of the days that has this number; nothing where
    there is no number.
    """
    behind = _BEHIND.match(text, word.end())
    number = (
        behind
        or _ORDINAL.match(text, word.end())
        or _BEFORE.search(text, max(0, word.start() - 12), word.start())
    )
    if number:
        yield (
            word.start(),
            behind.end() if behind else word.end(),
            next((day for day in days if _that_is(number, day)), None),
        )


def _that_is(numbered: re.Match[str], day: str | None) -> str | None:
    """The day, if it has the number that is given, and the month if there is one."""
    month = numbered.groupdict().get("m")
    agrees = (
        day
        and int(day[-2:]) == small(numbered["d"])
        and (not month or int(day[5:7]) == small(month))
    )
    return day if agrees else None


def _of_last_month(m: re.Match[str], written: date) -> str:
    year, month = divmod(written.year * 12 + written.month - 1 - (m["which"] == "ult"), 12)
    return f"{year:04}-{month + 1:02}-{int(m['d']):02}"


def _of_month(m: re.Match[str], written: date, ahead: bool) -> str | None:
    """Where the month is not named, a day that is over by then, or one of the same month or
    fortnight if the words say that it is to come; else that of another month may be meant.
    """
    if m["near"]:
        return next(
            (
                day
                for back in range(3)
                if (day := _shifted(written, -back)) and day.endswith(f"-{m['near']}")
            ),
            None,
        )
    if m["begin"]:
        days = [_shifted(written, by) for by in range(-_FORTNIGHT, _FORTNIGHT + 1)]
        matching = [day for day in days if day and int(day[-2:]) == int(m["begin"])]
        return matching[0] if len(matching) == 1 else None
    number = small(m["d"] or m["bare"])
    year, month = divmod(written.year * 12 + written.month - 1 - (m["month"] == "上月"), 12)
    if m["bare"] and ahead and number < written.day:
        return next(
            (
                each
                for by in range(_FORTNIGHT)
                if (each := _shifted(written, by + 1)) and int(each[-2:]) == number
            ),
            None,
        )
    return (
        None
        if m["bare"] and number > written.day and not ahead
        else f"{year:04}-{month + 1:02}-{number:02}"
    )
