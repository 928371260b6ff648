"""How a text writes its dates, where one date in it can only be read in one way and so tells how to
read the others.
"""

import re

from build_tools.annotators.dates.anchor import Habits
from build_tools.annotators.dates.figures import YEAR_LAST
from build_tools.annotators.dates.parts import made, plain, weekday_beside
from build_tools.language.chinese.script import detect_script
from build_tools.model.record import Bilingual

_REPUBLIC = re.compile(r"民国\s?(?:\d|[元一二三四五六七八九十百零〇]{1,5}\s?年)")
"""What shows that a text counts years of the Republic: 民國98年."""
OF_REPUBLIC = Bilingual(
    en="The text counts years of the Republic of China (year 1 is 1912).",
    **{"zh-Hans": "本文以民国纪年（元年为1912年）。"},
)
_NUMBERED_DAY = re.compile(
    r"(?<![\d.,])(?P<y>1[0-2]\d)\s?年\s?(?P<m>1[0-2]|0?[1-9])\s?月\s?(?P<d>3[01]|[12]\d|0?[1-9])\s?日",
    re.A,
)
"""114年3月8日, which was a Saturday, as the text says, if the year is one of the Republic."""
_NUMBERED_YEAR = re.compile(r"(?<![\d.,])(1[0-2]\d)\s?年\s?(?:1[0-2]|0?[1-9])\s?月", re.A)
"""113年1月: such a number before a month is no number of years."""
_LABELLED = re.compile(
    r"日\s?期\s?[:：]\s?1[0-2]\d(?:\s?年\s?(?:1[0-2]|0?[1-9])\s?月|([/.-])(?:1[0-2]|0?[1-9])\1(?:3[01]|[12]\d|0?[1-9])(?![\d/.-]))",
    re.A,
)
"""發布日期：113/05/20, 發稿日期：112年8月7日."""
_FULL = re.compile(r"(?<!\d)(20\d\d)[-/.年]\d{1,2}[-/.月]\d{1,2}", re.A)
_FISCAL = re.compile(
    r"\b[Ff]iscal\s(?:years?\b|(?:19|20)\d\d|(?:first|second|third|fourth)\b|Q[1-4])|\b(?:quarter|half) of fiscal\b|\bFY\s?['’]?\d\d|[财財][年季]",
    re.A,
)
_TWO_FIGURES = re.compile(r"(?<!\d)\d\d\s?年", re.A)
_FIRST = 1912


def habits(text: str) -> Habits:
    """Those of a whole text.

    >>> found = habits("Recalled 4/3/2015.\\nClosed 3/27/2015.")
    >>> found.month_first, found.order.en
    (True, 'Which number is the month is known from line 2 of the file, where such a date can be read in one way only.')
    >>> habits("3/27/2015, 27/3/2015").month_first is None, habits("2024/02/21 衛生局113年1月8日稽查").republic
    (True, True)
    """
    said, republic = plain(text), _counts_from_1912(text)
    counting = (
        republic,
        not republic and bool(_TWO_FIGURES.search(said)) and detect_script(text) == "zh-Hans",
        bool(_FISCAL.search(said)),
    )
    numbers = [(m.start(), int(m["a"]), int(m["b"])) for m in YEAR_LAST.finditer(said)]
    one_way = [(place, b > 12) for place, a, b in numbers if 0 < min(a, b) <= 12 < max(a, b) <= 31]
    if len({month_first for _, month_first in one_way}) != 1:
        return Habits(*counting)
    line = said.count("\n", 0, one_way[0][0]) + 1
    return Habits(
        *counting,
        one_way[0][1],
        Bilingual(
            en=f"Which number is the month is known from line {line} of the file, where such a date can be read in one way only.",
            **{"zh-Hans": f"月、日的先后据文件第{line}行推定：该行的同类日期只有一种读法。"},
        ),
    )


def counts_from_1912(said: str) -> bool:
    """Whether the words, as the rules read them, show that they count years of the Republic: they
    say so, or a day of the week fits no other year.

    >>> [counts_from_1912(f"訂於114年3月8日（星期{day}）") for day in "五六"]
    [False, True]
    """
    return bool(_REPUBLIC.search(said)) or any(
        (day := made(f"{int(m['y']) + _FIRST - 1}-{int(m['m']):02}-{int(m['d']):02}"))
        and day.earliest
        and day.earliest.weekday() == weekday_beside(said, *m.span())
        for m in _NUMBERED_DAY.finditer(said)
    )


def _counts_from_1912(text: str) -> bool:
    """Whether a text does: its words show it; or it is in Traditional characters, and has such a year behind the word
    for a date, or one that fits a day which it gives in full: 113年1月 beside 2024/02/21.
    """
    if counts_from_1912(plain(text)):
        return True
    if _LABELLED.search(text):
        return detect_script(text) == "zh-Hant"
    numbered = {int(year) + _FIRST - 1 for year in _NUMBERED_YEAR.findall(text)}
    given = {int(m[1]) - back for m in _FULL.finditer(text) for back in (0, 1)}
    return bool(numbered & given) and detect_script(text) == "zh-Hant"
