"""Days that are counted from the day of writing: 昨日, 本月3日, yesterday. Only where that day is known for certain."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from build_tools.annotators.date_chinese import number
from build_tools.annotators.date_parts import made, touched
from build_tools.model.text import Mark

_HOURS = r"(?:凌晨|清晨|早晨|早上|早间|上午|中午|正午|午后|下午|傍晚|晚上|晚间|深夜|晚|夜)"
_TOLD = r"(?:宣布|发布|公布|表示|获悉|举行|召开|发表|通报|回应|证实)"
_ZH = re.compile(rf"(?P<yesterday>昨[日天](?:{_HOURS})?|昨[晚夜晨早])|(?P<today>今[日天](?:{_HOURS}|(?={_TOLD}))|(?<=记者)今[日天]|今[晚夜晨早])|(?P<then>前[日天](?:{_HOURS}))|(?P<next>明[日天](?:{_HOURS}|(?=将|起))|明[晚晨早])", re.A)
"""昨日, 今日上午, 今天宣布; not 在今天的中国."""
_DAY = re.compile(rf"(?P<month>本月|上月)\s?(?P<d>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s?日(?:{_HOURS})?"
                  rf"|(?<![\d.月年日第每共近逾满为前后连续期、至到-])(?<!\d )(?P<bare>3[01]|[12]\d|[1-9])\s?日(?:{_HOURS}|(?=电|讯|在|从|说|称|向|{_TOLD}))", re.A)
"""本月3日, 5日晚, 记者5日从: a day of the month of writing, by the custom of Chinese news."""
_EN = re.compile(r"\b(?:(?P<yesterday>[Yy]esterday(?: (?:morning|afternoon|evening))?|[Ll]ast night)|(?P<today>[Tt]onight|[Tt]his (?:morning|afternoon|evening)|[Tt]oday(?=,? (?:announced|said|issued|reported|released|confirmed|launched|published|unveiled))"
                 r"|(?<=announced )today|(?<=said )today|(?<=issued )today|(?<=reported )today|(?<=released )today|(?<=confirmed )today)|(?P<next>[Tt]omorrow(?: (?:morning|afternoon|evening))?))\b(?!['’]s)", re.A)
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
    found += [(*m.span(), _of_month(m, written)) for m in _DAY.finditer(text)]
    for start, end, day in sorted(found):
        if made(day) and not touched(quoted, start, end):
            yield Mark(start, end, "date", made(day), basis="inferred")


def _shifted(written: date, by: int) -> str | None:
    try:
        return (written + timedelta(by)).isoformat()
    except OverflowError:
        return None


def _of_month(m: re.Match[str], written: date) -> str:
    year, month = divmod(written.year * 12 + written.month - 1 - (m["month"] == "上月"), 12)
    return f"{year:04}-{month + 1:02}-{number(m['d'] or m['bare']):02}"
