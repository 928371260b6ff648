"""Dates in figures alone, of both languages: 2024-03-05, 2024/3/5, 03/05/2021, 2015—2018."""

import re
from collections.abc import Iterator

from build_tools.annotators.dates.parts import Expression, Said

_AROUND = (r"(?<![\w./-])(?<!\d:)", r"(?!\w|[./:-]\w)")
_YEAR_FIRST = re.compile(
    r"(?<![\w./])(?<!\d:)(?P<y>(?:1\d|20)\d\d)(?P<by>[-/.])(?P<m>0[1-9]|1[0-2]|[1-9])(?P=by)(?P<d>0[1-9]|[12]\d|3[01]|[1-9])(?:(?=T\d\d:\d\d)|(?!\w|[./:]\w))",
    re.A,
)
"""2024-03-05, 2024/3/5, 2024.03.05; not the version 2024.3.5.1, nor the number 2024-03-05-17."""
_YEAR_LEFT = re.compile(
    r"(?<![\w./-])(?P<m>1[0-2]|0?[1-9])/(?P<d>[12]\d|3[01]|0?[1-9])(?=\s?[(（](?:[周週]|星期)?[一二三四五六日][)）])",
    re.A,
)
"""02/14（三） behind 2024/02/10（六）: written the same way, but for its year."""
_FOUR = re.compile(r"[12]\d{3}", re.A)
_VERSION = re.compile(r"(?:[A-Za-z]|版本?|[Vv]er\.?)\s?$", re.A)
"""What stands before a version: the name in “PyCharm 2024.3.5”."""
_FROM = re.compile(r"\b[Ff]rom\s(?:[12]\d{3}\.\d\d?\.\d\d?\s(?:to|until|till|through)\s)?$", re.A)
"""What stands before the days of “from 2022.8.1 to 2025.7.31”, which are none."""
YEAR_LAST = re.compile(
    rf"{_AROUND[0]}(?P<a>\d{{1,2}})(?P<by>[-/.])(?P<b>\d{{1,2}})(?P=by)(?P<y>(?:19|20)\d\d){_AROUND[1]}",
    re.A,
)
"""03/05/2021: the third of May or the fifth of March; 25/12/2021 is decided."""
_JOINED = re.compile(
    r"(?:日期|时间|[Dd]ate[d:]?)[:：]?\s?(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\w)",
    re.A,
)
"""日期：20240305; without the word before it such a number may be any."""
_YEARS = re.compile(
    r"(?<![\w./$€£¥￥+-])(?<!\d:)(?<!\d,)(?P<a>(?:1\d|20)\d\d)\s?年?\s?(?:至|到|[-—–~～]{1,2})\s?(?P<b>(?:1\d|20)\d\d|\d\d)(?P<unit>\s?年)?(?P<end>度?)(?![\w/:%％]|[.,-]\d|\s?[元万亿美])",
    re.A,
)
_SEASON = re.compile(
    r"(?<![\w./-])(?P<a>(?:19|20)\d\d)\s?[-/–]\s?(?P<b>\d\d|(?:19|20)\d\d)(?=\s?(?:seasons?\b|(?:school|academic)\syear|[赛賽]季|[学學]年))",
    re.A,
)
"""2019/20 season, 2018-19赛季: two years that follow each other, where nothing else can be
meant.
"""
_LIST = re.compile(
    r"(?<![\w./$€£¥￥+-])(?<!\d[,、])(?P<all>(?:19|20)\d\d(?:\s?[、,，和及与與]\s?(?:19|20)\d\d){1,9})\s?(?P<unit>年|[两兩二三四五六七八九十]\s?年)",
    re.A,
)
"""2018、2019、2020三年, 2018、2019年: years that rise, with one 年 for all."""
_OF_PAGES = re.compile(
    r"(?:\b(?:pages?|pp?\.|nos?\.|No\.|lines?|rooms?|flights?|models?)|[页号第编])\s?$", re.I | re.A
)
_COUNTED = re.compile(r"\s?(?:[a-z]+s\b|[a-z]+-|people|之间|左右|[个人家名辆台件])")
_PLACED = re.compile(r"(?:\b(?:in|of|during|the|for|class of)\s?|[(（])$", re.I | re.A)
"""Where a pair of years stands that has no 年: in 2015–18, (1912–1949)."""
_MODELS = re.compile(r"\b(?:the|of|for)\s$", re.I), re.compile(r"\s[A-Z]")
"""The 2005–2011 Accord, owners of 2012-2014 Honda CR-Vs: years of models, which begin when their
makers like.
"""


def figures(text: str) -> Iterator[Expression]:
    """What may be dates, in no order and overlapping."""
    if not _FOUR.search(text):
        return
    for m in _YEAR_FIRST.finditer(text):
        before, after = text[max(0, m.start() - 24) : m.start()], text[m.end() : m.end() + 2]
        is_part = m["by"] == "-" and (before.endswith("-") or re.match(r"-\w", after, re.A))
        if not is_part and not (
            m["by"] == "."
            and len(m[0]) < 10
            and _VERSION.search(before)
            and not _FROM.search(before)
        ):
            yield Expression(*m.span(), Said(m["y"], int(m["m"]), int(m["d"])))
    first = next((m.end() for m in _YEAR_FIRST.finditer(text) if m["by"] == "/"), len(text))
    for m in _YEAR_LEFT.finditer(text, first):
        yield Expression(*m.span(), Said(month=int(m["m"]), day=int(m["d"])))
    for m in _JOINED.finditer(text):
        yield Expression(m.start("y"), m.end(), Said(m["y"], int(m["m"]), int(m["d"])))
    for m in YEAR_LAST.finditer(text):
        yield from _undecided(m)
    for m in _YEARS.finditer(text):
        yield from _years(m, text)
    for m in _LIST.finditer(text):
        yield from _listed(m)
    for m in _SEASON.finditer(text):
        if int(m["b"][-2:]) == (int(m["a"]) + 1) % 100:
            yield Expression(*m.span(), Said(m["a"]), Said(str(int(m["a"]) + 1)), joins=False)


def _undecided(m: re.Match[str]) -> Iterator[Expression]:
    """Both readings where both can be."""
    readings = [
        Said(m["y"], month, day)
        for month, day in ((int(m["a"]), int(m["b"])), (int(m["b"]), int(m["a"])))
        if 0 < month <= 12 and 0 < day <= 31
    ]
    possible = [said for said in dict.fromkeys(readings) if said.date()] or readings[:1]
    if possible:
        yield Expression(
            *m.span(),
            possible[0],
            other=possible[1] if possible[1:] else None,
            joins=not possible[1:],
        )


def _listed(m: re.Match[str]) -> Iterator[Expression]:
    """The years of a list but the last, where that has its own 年."""
    years = list(_FOUR.finditer(m.string, m.start(), m.end("all")))
    numbers = [int(year[0]) for year in years]
    if numbers == sorted(set(numbers)):
        for year in years[: -1 if m["unit"] == "年" else None]:
            yield Expression(*year.span(), Said(year[0]), joins=False)


def _years(m: re.Match[str], text: str) -> Iterator[Expression]:
    """2015—2018年, 2015-18: years that rise, told as such by 年 or by what stands before them."""
    first, last = int(m["a"]), int(m["b"]) if len(m["b"]) == 4 else int(m["a"][:2] + m["b"])
    before = text[max(0, m.start() - 12) : m.start()]
    placed, after = _PLACED.search(before), text[m.end() : m.end() + 12]
    sure = (
        m["unit"]
        or (
            placed
            and first >= 1900
            and (len(m["b"]) == 4 or int(m["b"]) > 12)
            and not _COUNTED.match(after)
        )
        or (placed and placed[0] in "(（" and after[:1] in (")", "）"))
    )
    if _MODELS[0].search(before) and _MODELS[1].match(after):
        return
    if first < last <= min(2099, first + 200) and sure and not _OF_PAGES.search(before):
        yield Expression(*m.span(), Said(m["a"]), Said(str(last)), joins=False)
