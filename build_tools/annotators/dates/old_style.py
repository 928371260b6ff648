"""English days before September 1752, which may be of the Julian calendar: a card must not say which day of today's
that is.
"""

from datetime import date, timedelta

from build_tools.annotators.dates.parts import certain_day, doubted
from build_tools.model.record import Bilingual
from build_tools.model.text import Mark

_CHANGED = (1752, 9, 14)
"""The first day of today's calendar in Britain and its colonies."""
_YEAR_BEGAN = (3, 25)
"""Before this day a year was often still the one before."""


def of_old_style(mark: Mark, text: str) -> Mark:
    """The mark, in doubt where an English day is older than the calendar of today.

    >>> from build_tools.model.dates import Date
    >>> text = "London, 20 March 1731."
    >>> of_old_style(Mark(8, 21, "date", Date("1731-03-20")), text).reason.en.split(": ")[1]
    'by the Julian calendar, which England kept until 1752, it is 31 March 1731 of today’s, and its year may be 1732.'
    """
    day = certain_day(mark)
    if (
        not day
        or not day[0]
        or day >= _CHANGED
        or mark.certainty == "unknown"
        or not _is_english(text[mark.start : mark.end])
    ):
        return mark
    there = date(*day) + timedelta(day[0] // 100 - day[0] // 400 - 2)
    en, zh = f"{there.day} {there:%B} {there.year}", f"{there.year}年{there.month}月{there.day}日"
    late = (day[1], day[2]) < _YEAR_BEGAN
    return doubted(
        mark,
        day,
        Bilingual(
            en=f"The text does not say by which calendar it counts: by the Julian calendar, which England kept until 1752, it is {en} of today’s{f', and its year may be {day[0] + 1}' if late else ''}.",
            **{
                "zh-Hans": f"文中未说明所用历法：英国至1752年用儒略历，若依此历，即今历{zh}{f'，年份亦可能为{day[0] + 1}年' if late else ''}。"
            },
        ),
    )


def _is_english(words: str) -> bool:
    return any(char.isascii() and char.isalpha() for char in words)
