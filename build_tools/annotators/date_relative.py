"""Days that are counted from the day of writing: 昨日, 本月3日, yesterday. Only where that day is known for certain."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from build_tools.annotators.date_chinese import HOUR, number
from build_tools.annotators.date_parts import made, plain, touched
from build_tools.model.text import Mark

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
    numbered = [(*m.span(), _shifted(written, -(m["whose"] == "昨"))) for m in _NUMBERED.finditer(text) if _agrees(m, written)]
    found = [each for each in found if not any(each[0] < m.end() and m.start() < each[1] for m in _NUMBERED.finditer(text))] + numbered
    for start, end, day in sorted(found):
        if made(day) and not touched(quoted, start, end):
            yield Mark(start, end, "date", made(day), basis="inferred")


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
