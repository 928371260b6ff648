"""Dates in Chinese, read as they stand. The text is in Simplified, with ASCII figures; offsets are
its own.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from build_tools.annotators.dates.eras import (
    ERA,
    ERAS,
    FIGURES,
    NAMED,
    NTH,
    NUMERALS,
    OF_JAPAN,
    REPUBLIC,
    SOLAR,
    in_figures,
    years_of,
)
from build_tools.annotators.dates.parts import MONTHS_OF, Expression, LeftAlone, Said
from build_tools.language.chinese.han import HAN_RANGES
from build_tools.language.numbers.words import small

_TURNS = {"今年": 0, "本年": 0, "去年": -1, "前年": -2, "明年": 1, "后年": 2}
_M = rf"(?:1[0-2]|0?[1-9]|十[一二]?|[{NUMERALS[:9]}])"
_D = rf"(?:\d{{1,2}}|[{NUMERALS}廿卅]{{1,3}})"
_Y = r"(?:[12]\d{3}|[一二][〇零○O0一二三四五六七八九]{3})"
_TO = r"\s?(?:至|到|[-—–~～―]{1,2})\s?"
_AND = r"\s?[和与及、]\s?"
_NO_DIGIT = rf"(?<![\d.{NUMERALS}廿卅百千零〇第])"
_CYCLE = r"[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]"
_OPEN, _CLOSE = r"\s?[(（〔\[]\s?(?:即|公元|西元)*\s?", r"\s?[)）〕\]]"
_WHOSE = (
    rf"(?P<whose>(?:公元|西元)?(?P<y>{_Y})\s?(?P<u>年)?(?:{_OPEN}(?:(?P<as_era>{ERA})|(?P<as_cycle>{_CYCLE}))\s?年?{_CLOSE})?(?(u)|\s?年)"
    rf"|(?:(?:中[华華])?(?P<era>{'|'.join([*ERAS, *OF_JAPAN])})\s?|(?=\d{{2,3}}\s?年?{_OPEN}(?:19|20)))(?P<n>{NTH})\s?(?P<v>年)?(?:{_OPEN}(?P<as_y>{_Y})\s?年?{_CLOSE})?(?(v)|\s?年)"
    rf"|(?P<roc>1\d\d|一百[零〇]?[{NUMERALS}]{{1,3}})\s?年(?=\s?(?:{_M}\s?月|第?[1-4一二三四]季))|(?P<turn>{'|'.join(_TURNS)})|(?P<free>[每同当该那翌次来历往逐]一?年))"
)
"""2026年; 民国十二年, 民国12年（1923年）, 民国12（1923）年, 1923年（大正12年）, 112年（2023年）; 113年 or 一百十三年
before a month; 去年; 同年.
"""
HOUR = rf"\s?(?:大?[约約]|近)?\s?[\d{NUMERALS}两兩]{{1,3}}\s?[时時点點:]"
"""An hour: 约七时四十二分."""
_CLOCKED = (
    rf"(?:凌晨|清晨|早晨|早[上间]?|[上中正下]午|午[后夜]|傍晚|晚[上间]?|夜[间里]?|深夜|晨){HOUR}"
)
_PART = (
    rf"(?:(?!{_CLOCKED})(?:凌晨|清晨|早晨|早上|早间|上午|中午|正午|午后|下午|傍晚|晚上|晚间|夜间|夜里|深夜|午夜|晚|夜|[上中下]旬"
    r"|开年|年[初底末]|[春夏秋冬](?:[天季](?!奥|运)|(?=[，。；、,]))|[底末]|初(?![一二三四五六七八九十])))?"
)
"""What is said more exactly, kept beside the date: the 晚 of 1月7日晚, the 底 of 2023年底. Before
an hour it belongs to the hour: 三月二日|晚上約七時.
"""
_DAY = rf"\s?(?P<d>{_D})\s?(?:日|号(?![线楼院店馆门机文令])|(?={_TO}\d{{1,2}}\s?[日号]))"
_NEXT_MONTH = rf"(?={_TO}{_M}\s?月(?!龄))"
_DATE = re.compile(
    rf"(?<!公元前)(?<!西元前)(?<!纪元前)(?:(?<![\d.A-Za-z{NUMERALS}〇零])(?<!\d,){_WHOSE}"
    rf"(?:\s?的?\s?(?P<bad>1[3-9]|[2-9]\d)\s?月\s?\d{{1,2}}\s?[日号]|\s?的?\s?(?P<m>{_M})(?:\s?月(?:份|{_DAY})?|{_NEXT_MONTH}))?"
    rf"|{_NO_DIGIT}(?<![\d{NUMERALS}]年)(?<!\d 年)(?P<m2>{_M})"
    rf"(?:\s?月(?:份|{_DAY.replace('<d>', '<d2>')}|(?=[上中下]旬|底(?![端特])|末|初(?![{NUMERALS}])|的?[上中下]旬)|{_NEXT_MONTH})|{_NEXT_MONTH})){_PART}",
    re.A,
)
"""2026年1月, 2025年, 1月7日晚, `1 月 7 日`, 12月份, 二〇二四年三月五日, 民国十九年, 去年6月, 3月底;
the heads of 3月5-7日 and 3-5月; 4月32日, so that it is not read as April.
"""
_DAY_TAIL = re.compile(rf"(?:(?P<to>{_TO})|{_AND})(?P<d>{_D})\s?[日号]{_PART}", re.A)
"""The 至7日 of 3月5日至7日, the 、6日 of 3月5日、6日."""
_MONTH_TAIL = re.compile(
    rf"(?:(?P<to>{_TO})|{_AND})(?P<m>{_M})\s?月(?!\s?{_D}\s?[日号]|龄)(?:份)?{_PART}", re.A
)
_MOON = rf"(?:[闰閏]?{_M}|正|[腊臘]|冬)月(?:{_D}日?|初.)?"
_LUNAR = re.compile(
    rf"(?:(?:农历|阴历|夏历|旧历|古历)[^，。；,;\n]{{0,10}}?|(?:{'|'.join(list(ERAS)[1:])})[^，。；,;(（〔\[\n]{{0,10}}?|{_CYCLE}年|{_Y}\s?年(?=(?:[闰閏]|正|[腊臘]|冬)))(?:{_M}|正|[腊臘]|冬|[闰閏].)月(?:{_D}日?|初.|{_D})?",
    re.A,
)
"""农历八月十五, 光绪二十一年四月十四日, 1956年腊月: months of the moon, which no rule turns into days; some of
the year's last are in the next of the sun.
"""
_OTHER_ERA = re.compile(
    rf"(?:{_CYCLE}\s?年?|(?!{'|'.join([*ERAS, *OF_JAPAN])})(?P<name>[{HAN_RANGES}]{{2}})\s?(?:{NTH}|\d{{4}})\s?年){_OPEN}(?P<y>{_Y})\s?年?{_CLOSE}"
    rf"(?:\s?(?P<m>{_M})月(?:(?P<d>{_D})[日号])?|\s?{_MOON})?",
    re.A,
)
"""戊戌年（1898年）六月十一日, 崇祯十七年（1644年）三月十九日: the year alone is of the sun. 康德元年（1934年）
3月1日: the whole is, for then the sun was counted by everywhere.
"""
_DAY_OF_MOON = re.compile("初[一二三四五六七八九十]")
_REIGN = re.compile(rf"(?:{'|'.join(list(ERAS)[1:])})(?:[^，。；]{{1,5}}年|皇?帝)")
"""Where a reign is named, 二月十一日 is a day of the moon; and so it is in 1895年三月二十三日,
where the year alone was turned into figures.
"""
_BEFORE_QUANTITY = re.compile(
    r"(?:近|约|逾|超过?|长达|历时|延续|绵延|持续|达|有|过去|距今|上|整整|前|后|早|晚|每)了?\s?$"
)
"""The 近 of 近2000年."""
_BEFORE_YEAR = re.compile(r"(?:公元|西元|[在于自从至到—–-])\s?$")
"""What makes a year even of a small round number: 在1400年."""
_QUANTITY = re.compile(
    r"\s?(?:之?前(?!后)|历史(?![性上])|文明|之久|多|余|古|光阴|的(?:历史(?![性上])|古|文明|时间|岁月))"
)
_PERHAPS_QUANTITY = re.compile(r"\s?(?:来|之?后|以前|以后|间|以上|左右|老|树)")
"""1500年前, 1350年历史: a number of years; 1000年后: one where the number is round, or too small
for most years that a text names.
"""
_QUARTER = re.compile(
    rf"(?<![A-Za-z\d.])(?:{_WHOSE}\s?的?)?(?:(?<![续近个连多])(?P<to>前)?第?(?P<q>[1-4一二三四首])季(?P<du>度)?|(?<!大)(?P<half>[上下])半年)",
    re.A,
)
"""2023年第三季度, 今年首季, 三季度, 2023年前三季度, 上半年."""
_MONTH_BARE = re.compile(
    r"(?<![\d.A-Za-z/年])(?<![年个近后前过满每第] )(?<!历时)(?<!为期)(?<!长达)(?<!未来)(?<!连续)(?<![近个后前过满每第共约])(?P<m>1[0-2]|[1-9])\s?月(?=起|以来|间|里|[，。；,;]|开始|$)",
    re.A,
)
"""3月起, 到了3月，: of a certain year only where the text has a day, and speaks of what was;
历时3月 is how long.
"""
_AHEAD = re.compile("[将將拟擬须应]|预计|預計|计划|計劃|下一?[年个]|[每往历来次翌同]年")
_SIGNS = re.compile("[年月世季]")
_NO_DAY = Said("XXXX", 2, 31)
"""Stands for a day of a thirteenth month: there is none such."""
_FISCAL = re.compile(r"财年|财季|财政年度|会计年度", re.A)
_DECADE = re.compile(
    rf"(?<!公元前)(?<![\d{NUMERALS}])(?:(?:(?P<c>\d{{1,2}}|[{NUMERALS}]{{1,3}})世纪|(?P<rel>上个?|本)世纪)\s?)?"
    rf"(?:(?P<y>[12]\d{{2}}0|[一二][〇零○O一二三四五六七八九]{{2}}[〇零○O])|(?P<two>[{NUMERALS[:9]}]?)(?P<d>[1-9]0|[{NUMERALS[1:9]}]十))\s?年代(?:[初末]|[早中晚前后]期|中叶)?",
    re.A,
)
"""1980年代, 上世纪八十年代, 20世纪90年代, 八九十年代."""
_CENTURY = re.compile(
    rf"(?<!公元前)(?<![前\d{NUMERALS}])(?P<c>[1-9]|1\d|2[01]|[{NUMERALS}]|十[{NUMERALS[:9]}]|二十一?)世纪(?=[初末中上下前后早晚以的之，。、；：,.;）)]|$)",
    re.A,
)
"""19世纪末; not the newspaper 21世纪经济报道."""


def chinese(text: str, fiscal: bool = False) -> Iterator[Expression | LeftAlone]:
    """What may be dates, in no order and overlapping; no quarters where the text has `fiscal`
    ones.
    """
    if not _SIGNS.search(text):
        return
    yield from (LeftAlone(*m.span()) for m in _LUNAR.finditer(text))
    for m in _OTHER_ERA.finditer(text):
        yield from _of_other_era(m)
    by_moon, own_year, at = bool(_REIGN.search(text)), bool(_FISCAL.search(text)), 0
    while date := _DATE.search(text, at):
        found = list(_dated(date, text, by_moon))
        yield from found
        at = max([date.end(), *(each.end for each in found)])
    for m in _QUARTER.finditer(text):
        if (
            m["half"]
            or m["du"]
            or (m["turn"] and re.search("[第首]", m[0]))
            or m["y"]
            or m["n"]
            or m["roc"]
        ):
            yield (
                LeftAlone(*m.span()) if fiscal or (own_year and not m["y"]) else _quarter(m, text)
            )
    for m in _DECADE.finditer(text):
        yield _decade(m)
    for m in _CENTURY.finditer(text):
        yield Expression(*m.span(), Said(f"{small(m['c']) - 1:02}XX"), joins=False)
    for m in _MONTH_BARE.finditer(text) if not _AHEAD.search(text) else ():
        yield Expression(*m.span(), Said(month=int(m["m"])), joins=False, bare=True)


def _of_other_era(m: re.Match[str]) -> Iterator[Expression | LeftAlone]:
    """A year that is told by another count and then in brackets, with what follows it."""
    said = Said(in_figures(m["y"]), small(m["m"] or ""), small(m["d"] or ""))
    if said.month and m["name"] and int(said.year) >= REPUBLIC:
        yield Expression(*m.span(), said)
        return
    unit = m.string.find("年", m.end("y"), m.end("y") + 2) + 1
    end = unit or m.end("y")
    yield LeftAlone(m.start(), m.start("y"))
    yield Expression(m.start("y"), end, Said(said.year), joins=False)
    yield LeftAlone(end, m.end())


def _dated(m: re.Match[str], text: str, by_moon: bool) -> Iterator[Expression | LeftAlone]:
    """A date, with the day or month that is joined to it."""
    whose = _whose(m, text)
    if whose is None:
        return
    if m["bad"]:
        yield Expression(*m.span(), _NO_DAY)
        return
    given_month, given_day = m["m"] or m["m2"], m["d"] or m["d2"]
    month, day = small(given_month or ""), small(given_day or "")
    if (given_day and not day) or not (month or whose.year):
        return
    if month and _is_by_moon(m, text, int(whose.year or 0), by_moon):
        yield _year_alone(m, whose.year)
        return
    first = replace(whose, month=month, day=day)
    tail = (_DAY_TAIL if day else _MONTH_TAIL).match(text, m.end()) if month else None
    if not tail:
        yield Expression(*m.span(), first)
        return
    second = replace(first, day=small(tail["d"])) if day else replace(first, month=small(tail["m"]))
    follows = (second.month, second.day) == (month + (not day), day + 1 if day else 0) or (
        not day and (month, second.month) == (12, 1)
    )
    if not (tail["to"] or follows) or (day and second.day <= day):
        yield Expression(*m.span(), first)
        if not tail["to"] and second.day + second.month and (not day or second.day):
            yield Expression(tail.start("d" if day else "m"), tail.end(), second)
        return
    if first.year.isdigit() and second.rest < first.rest:
        second = second.in_year(int(first.year) + 1)
    yield Expression(m.start(), tail.end(), first, second)


def _is_by_moon(m: re.Match[str], text: str, year: int, reign: bool) -> bool:
    """Whether the month may be one of the moon; `reign` tells that the text names an emperor's."""
    if not (m["d"] or m["d2"]) and _DAY_OF_MOON.match(text, m.end()):
        return True
    if m["era"] in OF_JAPAN:
        return year < SOLAR
    if m["as_cycle"] and not m["m"].isdigit():
        return True
    if (m["m"] or m["m2"]).isdigit() or m["era"] == "民国" or (m["n"] and not m["era"]):
        return False
    return m["y"].isdigit() and year < REPUBLIC if m["y"] else reign


def _year_alone(m: re.Match[str], year: str) -> Expression | LeftAlone:
    """The year that stands in numbers of the sun, before a month of the moon."""
    if not (m["y"] or m["as_y"] or m["era"] == "民国"):
        return LeftAlone(*m.span())
    start = m.start("y" if m["y"] else "whose")
    return Expression(start, m.end("whose"), Said(year), joins=False)


def _whose(m: re.Match[str], text: str) -> Said | None:
    """The year of an expression; None where its words are a number of years, or of no certain
    year.
    """
    if m["n"]:
        years = years_of(m["era"] or "民国", m["n"])
        told_year = int(in_figures(m["as_y"])) if m["as_y"] else years[0] if years else 0
        return Said(str(told_year)) if told_year in years else None
    if m["roc"]:
        nth = int(m["roc"]) if m["roc"].isdigit() else small(m["roc"])
        return Said(str(REPUBLIC - 1 + nth), republic=True) if nth else None
    if not m["y"]:
        return Said(turn=_TURNS[m["turn"]] if m["turn"] else None, free=bool(m["free"]))
    year, after = in_figures(m["y"]), m.end("whose")
    if m["as_era"]:
        era = NAMED.match(m["as_era"])
        return Said(year) if era and int(year) in years_of(era["era"], era["n"]) else None
    if int(year) > 2099 or (
        m.end() == after
        and _is_quantity(
            text[max(0, m.start("y") - 6) : m.start("y")], text[after : after + 8], int(year)
        )
    ):
        return None
    return Said(year)


def _is_quantity(before: str, after: str, year: int) -> bool:
    """Whether `year` 年 is a number of years: 近2000年, 1500年的古城, 1500年前; 2008年来 is none,
    for nobody counts like that.
    """
    if (year % 10 == 0 and _BEFORE_QUANTITY.search(before)) or (
        year % 100 == 0 and year < 1900 and not _BEFORE_YEAR.search(before)
    ):
        return True
    return bool(_QUANTITY.match(after)) or (
        (year % 100 == 0 or year < 1800) and bool(_PERHAPS_QUANTITY.match(after))
    )


def _quarter(m: re.Match[str], text: str) -> Expression:
    whose = _whose(m, text) or Said()
    first, last = (
        MONTHS_OF["half"]["上下".index(m["half"])]
        if m["half"]
        else MONTHS_OF["quarter"][small(m["q"].replace("首", "一")) - 1]
    )
    begin, end = (replace(whose, month=month) for month in (1 if m["to"] else first, last))
    return Expression(*m.span(), begin, end, joins=False)


def _decade(m: re.Match[str]) -> Expression | LeftAlone:
    """80年代 alone is in no certain century: its year is then `8X`, and `-8X` where it is in that
    before the writer's.
    """
    if m["y"]:
        return Expression(
            *m.span(), Said("".join(str(FIGURES.get(f, f)) for f in m["y"])[:3] + "X"), joins=False
        )
    tens = small(m["d"]) // 10
    century = (
        f"{small(m['c']) - 1:02}"
        if m["c"]
        else {"上": "-", "本": "+"}[m["rel"][0]]
        if m["rel"]
        else ""
    )
    if m["two"]:
        first = FIGURES[m["two"]]
        if not (century.isdigit() and first + 1 == tens):
            return LeftAlone(*m.span())
        return Expression(
            *m.span(), Said(f"{century}{first}0"), Said(f"{century}{tens}9"), joins=False
        )
    return Expression(*m.span(), Said(f"{century}{tens}X"), joins=False)
