"""Days of the moon beside days of the sun: 光绪三十二年闰四月初十（1906年5月3日） are two days, and which is
meant the text does not say.

A month of the moon begins with the new moon and is counted by the term of the sun that falls in it, as
雨水 in the first; a leap month has none, since 1645. Mean new moons and the usual days of the
terms are near enough to see that two days are weeks apart, or in another phase.
"""

import re
from datetime import date, timedelta

from build_tools.annotators.dates.parts import certain_day, doubted
from build_tools.language.numbers.words import small
from build_tools.model.record import Bilingual
from build_tools.model.text import Mark

_DAY = r"(?P<leap>[闰閏]?)(?P<m>正|十[一二]?|[一二三四五六七八九]|冬|[腊臘])月(?P<d>初[一二三四五六七八九十]|[一二]?十[一二三四五六七八九]?|[廿卅][一二三四五六七八九]?|三十|二十[一二三四五六七八九]?)日?"
_BEFORE = re.compile(
    rf"{_DAY}\s?[(（〔\[]\s?(?:即|公[历曆元]|西[历曆元]|[阳陽][历曆]|新[历曆])*\s?$"
)
_BEHIND = re.compile(
    rf"\s?[(（〔\[]\s?(?:即|[农農阴陰夏旧舊][历曆]|[^\d()（）〔\[，。]{{2,8}}年)+\s?{_DAY}\s?[)）〕\]]"
)
"""闰四月初十（1906年5月3日, 1906年6月1日（农历闰四月初十）."""
_NAMED = {"正": 1, "冬": 11, "腊": 12, "臘": 12}
_TERMS = (
    (2, 19),
    (3, 21),
    (4, 20),
    (5, 21),
    (6, 21),
    (7, 23),
    (8, 23),
    (9, 23),
    (10, 23),
    (11, 22),
    (12, 22),
    (1, 20),
)
"""The days of the terms of the sun by which the months are counted, from the first month on."""
_NEW, _MONTH = date(2000, 1, 7), 29.530588853
"""A new moon, in China, and how many days lie between two."""
_NEAR, _LEAP, _SURE = 2, 5, 1645
"""Days by which the mean new moon, and the usual day of a term, may be off; within which of its term a leap month
begins; the year from which months are counted so.
"""


def beside_moon(mark: Mark, text: str) -> Mark:
    """The mark, in doubt where a day of the moon right beside it is another day.

    >>> from build_tools.model.dates import Date
    >>> text = "光绪三十二年闰四月初十（1906年5月3日）"
    >>> str(beside_moon(Mark(12, 21, "date", Date("1906-05-03")), text).target)
    '1906-05-03?'
    """
    rest = certain_day(mark)
    solar = _BEFORE.search(text, max(0, mark.start - 24), mark.start) or _BEHIND.match(
        text, mark.end
    )
    if not solar or not rest or rest[0] < _SURE:
        return mark
    month = _NAMED.get(solar["m"]) or small(solar["m"])
    if _is(date(*rest), month, small(solar["d"].removeprefix("初")), bool(solar["leap"])):
        return mark
    words = solar[0][solar.start("leap") - solar.start() : solar.end("d") - solar.start()]
    return doubted(
        mark,
        rest,
        Bilingual(
            en=f"The text also gives {words} of the moon’s calendar, which is another day.",
            **{"zh-Hans": f"文中并记旧历{words}，与此日不合。"},
        ),
    )


def _is(day: date, month: int, nth: int, leap: bool) -> bool:
    """Whether a day of the sun can be that day of the moon."""
    start = day - timedelta(nth - 1)
    phase = ((start - _NEW).days + _MONTH / 2) % _MONTH - _MONTH / 2
    terms = [date(start.year + turn, *_TERMS[month - 1]) for turn in (-1, 0, 1)]
    first, last = (-_NEAR, _LEAP) if leap else (-_NEAR - _MONTH, _NEAR)
    return abs(phase) <= _NEAR and any(first <= (start - term).days <= last for term in terms)
