"""A day with its weekday beside it that is another: 2016年6月5日，星期五 was a Sunday, so that one of the two is a slip."""

from datetime import date

from build_tools.annotators.dates.parts import certain_day, doubted, weekday_beside
from build_tools.model.record import Bilingual
from build_tools.model.text import Mark

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SURE = 1753
"""From this year on English dates are of the calendar of today; Chinese ones of the sun always are."""


def beside_weekday(mark: Mark, text: str) -> Mark:
    """The mark, in doubt where the weekday beside it is that of another day.

    >>> from build_tools.model.dates import Date
    >>> text = "公告（2016年6月5日，星期五）"
    >>> str(beside_weekday(Mark(3, 12, "date", Date("2016-06-05")), text).target)
    '2016-06-05?'
    """
    day = certain_day(mark)
    weekday = weekday_beside(text, mark.start, mark.end)
    if weekday is None or not day or day[0] < _SURE or date(*day).weekday() == weekday:
        return mark
    real = date(*day).weekday()
    return doubted(
        mark,
        day,
        Bilingual(
            en=f"This day is a {_DAYS[real]}; the text calls it a {_DAYS[weekday]}.",
            **{
                "zh-Hans": f"此日为星期{'一二三四五六日'[real]}，文中作星期{'一二三四五六日'[weekday]}。"
            },
        ),
    )
