"""Days that are counted from the day of writing: 昨日, 本月3日, yesterday. Only where that day is known for certain."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from build_tools.annotators.date_chinese import HOUR, number
from build_tools.annotators.date_parts import DAYS, made, plain, touched
from build_tools.model.dates import MONTHS
from build_tools.model.text import Mark
from build_tools.words import edges

_HOURS = r"(?:凌晨|清晨|早晨|早上|早间|上午|中午|正午|午后|下午|傍晚|晚上|晚间|深夜|晨|晚|夜)"
_PART = rf"(?:{_HOURS}(?!{HOUR})(?![上间里]))"
"""The 晚 of 昨晚; with its hour it is left to it: 昨日|下午四時."""
_NUMBERED = re.compile(rf"(?P<whose>[昨今])(?:[日天]\s?[(（]\s?(?P<in>\d{{1,2}})\s?日?\s?[)）]|\s?[(（]\s?(?P<of>\d{{1,2}})\s?日?\s?[)）]\s?[日天])(?:{_PART})?", re.A)
"""昨（17）日, 今日(16日)凌晨: such words say themselves which day they were written on."""
_TOLD = r"(?:宣布|发布|公布|表示|获悉|举行|召开|发表|通报|回应|证实)"
_ZH = re.compile(rf"(?P<yesterday>昨[日天](?:{_PART})?|昨[晚夜晨早])|(?P<today>今[日天](?:{_HOURS}|(?={_TOLD}))|(?<=记者)今[日天]|今[晚夜晨早])|(?P<then>前[日天](?:{_HOURS}))|(?P<next>明[日天](?:{_HOURS}|(?=将|起))|明[晚晨早])", re.A)
"""昨日, 今日上午, 今天宣布; not 在今天的中国."""
_DAY = re.compile(rf"(?P<month>本月|上月)\s?(?P<d>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s?日(?:{_PART})?"
                  rf"|(?<![\d.月年日第每共近逾满为前后连续續滿期、至到-])(?<!\d )(?P<bare>3[01]|[12]\d|[1-9])\s?日(?:{_PART}|(?=电|讯|在|从|说|称|向|{_HOURS}|{_TOLD}))"
                  r"|(?<![\d.月年日第每共近逾满为前后连续續滿期、至到-])(?<!\d )(?P<near>3[01]|[12]\d)\s?日(?![内內间間前后後起游遊均无無假期报報本])", re.A)
"""本月3日, 5日晚, 记者5日从: a day of the month of writing, by the custom of Chinese news; and 17日 in a text of the 17th, 18th or 19th, where it is hardly a number of days."""
_EN = re.compile(r"\b(?:(?P<yesterday>[Yy]esterday(?: (?:morning|afternoon|evening))?|[Ll]ast night)|(?P<today>[Tt]onight|[Tt]his (?:morning|afternoon|evening)|[Tt]oday(?=,? (?:announced|said|issued|reported|released|confirmed|launched|published|unveiled))"
                 r"|(?<=announced )today|(?<=said )today|(?<=issued )today|(?<=reported )today|(?<=released )today|(?<=confirmed )today)|(?P<next>[Tt]omorrow(?: (?:morning|afternoon|evening))?))\b(?!['’]s(?!\s[A-Z]))", re.A)
"""Last night, today announced, Yesterday's Recorder; not yesterday's fashions."""
_NAMED = "|".join(MONTHS)
_MONTH_TOLD = re.compile(rf"(?P<last>上个?月|\b[Ll]ast month\b)(?![\d一二三四五六七八九十廿])(?!\s\d)|(?P<this>本月|\b[Tt]his month\b)(?![\d一二三四五六七八九十廿])(?!\s\d)|\b(?P<which>[Ll]ast|[Tt]his) (?P<name>{_NAMED})\b(?!\s\d)", re.A)
"""上月, but not in 登上|月球; this month; last June, where June has yet to come: else it may be that of either year."""
_WEEK_TOLD = re.compile(r"(?P<which>[上本这這下])(?:个|一)?(?:[周週]|星期|礼拜)(?:(?P<day>[一二三四五六日天])|(?![一二三四五六日天刊报末边会转岁到期密围全]))", re.A)
"""本周, 上周五: weeks begin on Monday; on a Sunday nobody can tell which is meant."""
_WEEKDAY_TOLD = re.compile(r"\b(?:announced|said|issued|reported|released|confirmed|launched|published|unveiled|apologi[sz]ed)(?: in a statement| late| early)? on (?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?!,? (?:the |[A-Z]|\d))", re.A)
"""“said on Friday”: that of the six days before; on a Friday it may be that very day, or a week ago."""
_SHORT_YEAR = re.compile(r"(?:(?<=\b[Ii]n )|(?<=\b[Ss]ince )|(?<=\b[Oo]f )|(?<=\b[Bb]y ))[’'‘](?P<y>\d\d)\b(?![’'%])", re.A)
"""in ’98."""
_WEEKS = {"上": -7, "本": 0, "这": 0, "這": 0, "下": 7}
_TURNS = {"yesterday": -1, "today": 0, "then": -2, "next": 1}
_QUOTES = re.compile(r"[“「『][^”」』]*(?:[”」』]|$)|^[^“「『]*[”」』]|\"[^\"]*(?:\"|$)", re.A)
"""What somebody said, perhaps on another day: “我昨天……”."""


def relative(text: str, written: date) -> Iterator[Mark]:
    """The marks of such words, all inferred.

    >>> [str(m.target) for m in relative("公司昨日宣布，本月3日召回。", date(2024, 3, 5))]
    ['2024-03-04', '2024-03-03']
    """
    quoted = [m.span() for m in _QUOTES.finditer(text)]
    found = [(*m.span(), day) for pattern in (_ZH, _EN) for m in pattern.finditer(text) if (day := _shifted(written, _TURNS[m.lastgroup]))]
    found += [(*m.span(), day) for m in _DAY.finditer(text) if (day := _of_month(m, written))]
    found += [(*m.span(), month) for m in _MONTH_TOLD.finditer(text) if (month := _month(m, written)) and m.start() in edges(text)]
    found += [(*m.span(), week) for m in _WEEK_TOLD.finditer(text) if (week := _week(m, written)) and m.start() in edges(text)]
    found += [(*m.span("day"), day) for m in _WEEKDAY_TOLD.finditer(text) if (day := _weekday(m["day"], written))]
    found += [(*m.span(), year) for m in _SHORT_YEAR.finditer(text) if (year := _year(int(m["y"]), written))]
    numbered = [(*m.span(), _shifted(written, -(m["whose"] == "昨"))) for m in _NUMBERED.finditer(text) if _agrees(m, written)]
    found = [each for each in found if not any(each[0] < m.end() and m.start() < each[1] for m in _NUMBERED.finditer(text))] + numbered
    for start, end, day in sorted(found):
        if made(day) and not touched(quoted, start, end):
            yield Mark(start, end, "date", made(day), basis="inferred")


def _month(m: re.Match[str], written: date) -> str | None:
    """Where “last June” may be that of two years it is none."""
    if m["name"]:
        month = MONTHS.index(m["name"]) + 1
        back = m["which"] in ("last", "Last")
        return None if back and month < written.month else f"{written.year - back:04}-{month:02}"
    year, month = divmod(written.year * 12 + written.month - 1 - bool(m["last"]), 12)
    return f"{year:04}-{month + 1:02}"


def _week(m: re.Match[str], written: date) -> str | None:
    if written.weekday() == 6:
        return None
    by = _WEEKS[m["which"]] - written.weekday()
    if m["day"]:
        return _shifted(written, by + "一二三四五六日".index(m["day"].replace("天", "日")))
    ends = _shifted(written, by), _shifted(written, by + 6)
    return "/".join(ends) if all(ends) else None


def _weekday(name: str, written: date) -> str | None:
    by = (written.weekday() - DAYS.index(name[:3].lower())) % 7
    return _shifted(written, -by) if by else None


def _year(two: int, written: date) -> str | None:
    """The latest year with these figures; None where it may be one of the next ten."""
    ahead = (two - written.year) % 100
    return None if 0 < ahead <= 10 else f"{written.year - (-ahead % 100):04}"


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
    told = [_agrees(m, day) for m in _NUMBERED.finditer(plain(text))]
    return bool(told) and all(told)


def _agrees(m: re.Match[str], written: date) -> bool:
    day = _shifted(written, -(m["whose"] == "昨"))
    return bool(day) and int(day[-2:]) == int(m["in"] or m["of"])


def _of_month(m: re.Match[str], written: date) -> str | None:
    if m["near"]:
        return next((day for back in range(3) if (day := _shifted(written, -back)) and day.endswith(f"-{m['near']}")), None)
    year, month = divmod(written.year * 12 + written.month - 1 - (m["month"] == "上月"), 12)
    return f"{year:04}-{month + 1:02}-{number(m['d'] or m['bare']):02}"
