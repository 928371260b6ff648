"""Dates as EDTF (Library of Congress, 2019). They are made here alone, so that an impossible one
cannot exist.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import PydanticCustomError, PydanticKnownError, core_schema

_PART = re.compile(
    r"(?!XXXX[?~%])(?!\d+X+-)(?P<y>\d{4}|\d{3}X|\d{2}XX|\dXXX|XXXX)"
    r"(?:-(?P<m>0[1-9]|1[0-2]|2[1-4](?!-))(?:-(?P<d>(?!00)\d{2})(?:T(?P<t>(?:[01]\d|2[0-3]):[0-5]\d):[0-5]\d)?)?)?(?P<q>[?~%]?)",
    re.A,
)
"""2026, 202X, XXXX-12-15~, 2026-01-05?, 2026-01-06T20:11:00. 1978-23 is
in autumn. Of EDTF the archive takes no unknown months, and no doubt where nothing is given.
"""
_OPEN = 9999
"""Stands for the year that is not given, so that such dates come last."""
_SPRING = 21
"""What EDTF writes in place of a month."""
_LEAP = 2000
"""A year that is not given may be one with a 29 February."""
_SHAPES = "Write EDTF: 2026-01-06, 2026-01, 2026-01-05/2026-01-07, XXXX-12-15 where no year is given, 2023~ for about"
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


class NoDate(ValueError):
    """Why a text is no date: what is wrong with it, and a hint."""

    def __init__(self, what: str, hint: str):
        super().__init__(what)
        self.what, self.hint = what, hint


@dataclass(frozen=True, slots=True)
class Part:
    """A plain date: the whole of one, an end of a span, or a choice of several."""

    year: str
    """`2026`; `202X` of a decade; `XXXX` where none is given."""
    month: int
    """0 where none is given; so is `day`. 21 to 24 are the seasons from spring on, somewhere in the year."""
    day: int
    time: str
    """`20:11`, or nothing."""
    quality: str
    """`?` uncertain, `~` approximate, `%` both; empty where it is neither."""

    @property
    def is_open(self) -> bool:
        """Whether nothing is known of the year."""
        return self.year == "XXXX"

    @property
    def plain(self) -> str:
        """The date without its time and doubts."""
        return "-".join(
            [self.year, *(f"{number:02}" for number in (self.month, self.day) if number)]
        )

    @property
    def first(self) -> tuple[int, int, int]:
        """Year, month and day of the first day that it can mean."""
        return (
            _OPEN if self.is_open else int(self.year.replace("X", "0")),
            self.month if 0 < self.month < _SPRING else 1,
            self.day or 1,
        )

    @property
    def last(self) -> tuple[int, int, int]:
        """Year, month and day of the last day that it can mean."""
        year, month = _OPEN if self.is_open else int(self.year.replace("X", "9")), self.month or 12
        month = min(month, 12)
        return year, month, self.day or monthrange(_LEAP if self.is_open else year, month)[1]


@dataclass(frozen=True, slots=True)
class Date:
    """A date that the archive can use: `Date("2026-01-05/2026-01-07")`, or NoDate with the reason
    why not.

    >>> Date("2026-02-29")
    Traceback (most recent call last):
    build_tools.model.dates.NoDate: There is no such day as “2026-02-29”: February 2026 has 28 days
    >>> str(Date("XXXX-02-29"))
    'XXXX-02-29'
    """

    edtf: str
    """As it is written: there is one way to write each date."""
    parts: tuple[Part, ...] = field(init=False, repr=False, compare=False)
    """One; both ends of a span; or all that a set allows."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "parts", _parts(self.edtf))

    def __str__(self) -> str:
        return self.edtf

    def __lt__(self, other: "Date") -> bool:
        return (order(self), self.edtf) < (order(other), other.edtf)

    @property
    def is_span(self) -> bool:
        """Whether it lasts from one date to another."""
        return "/" in self.edtf

    @property
    def is_set(self) -> bool:
        """Whether it is one of several dates."""
        return self.edtf.startswith("[")

    @property
    def is_doubtful(self) -> bool:
        """Whether it is marked as uncertain or approximate.

        >>> Date("2026-01-05?").is_doubtful, Date("2010~/2026").is_doubtful, Date("2026-01").is_doubtful
        (True, True, False)
        """
        return any(part.quality for part in self.parts)

    @property
    def year(self) -> str | None:
        """The year that it begins in, where it is given.

        >>> Date("2026-01-05/2026-01-07").year, Date("XXXX-12-15").year
        ('2026', None)
        """
        return self.parts[0].year if self.parts[0].year.isdigit() else None

    @property
    def bounds(self) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
        """Year, month and day of the first and of the last day that it can mean; 9999 for a year
        that is not given.
        """
        if self.is_set:
            return min(part.first for part in self.parts), max(part.last for part in self.parts)
        return self.parts[0].first, self.parts[-1].last

    @property
    def days(self) -> tuple[date, date] | None:
        """The earliest and the latest day that it can mean; nothing where no year is given.

        >>> Date("2026-01").days
        (datetime.date(2026, 1, 1), datetime.date(2026, 1, 31))
        >>> Date("XXXX-12-15").days, Date("XXXX").days
        (None, None)
        """
        if any(part.is_open for part in self.parts):
            return None
        first, last = self.bounds
        return date(*first), date(*last)

    @property
    def earliest(self) -> date | None:
        """The first day that it can mean; so is `latest` the last."""
        return self.days[0] if self.days else None

    @property
    def latest(self) -> date | None:
        return self.days[1] if self.days else None

    @property
    def perhaps_from(self) -> date | None:
        """The first day on which it may have been: a doubt leaves one more of each thing given, the
        year, the month and the day; two where it is double.

        >>> Date("2026-01").perhaps_from, Date("2026-01-05?").perhaps_from, Date("XXXX-12-15").perhaps_from
        (datetime.date(2026, 1, 1), datetime.date(2024, 12, 4), None)
        """
        part, by = self.parts[0], {"": 0, "%": 2}.get(self.parts[0].quality, 1)
        if not self.days or self.is_set or not by:
            return self.earliest
        day = self.days[0]
        months = (
            (day.year - by * 10 ** part.year.count("X")) * 12
            + day.month
            - 1
            - (by if part.month else 0)
        )
        if months < 12:
            return date.min
        year, month = months // 12, months % 12 + 1
        there = date(year, month, min(day.day, monthrange(year, month)[1])).toordinal()
        return date.fromordinal(max(1, there - (by if part.day else 0)))

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _given, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {
            "type": "string",
            "description": "A date in EDTF: 2026-01-06, 2026-01, 2026-01-05/2026-01-07, XXXX-12-15 (no year given), 2023~ (about), 2023? (perhaps).",
        }


def order(when: Date | None) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """A key by the earliest, then the latest day that the date can mean; open years come last, and
    before them what has no date.

    >>> [str(d) for d in sorted(map(Date, ["XXXX-12-15", "2026-01", "2026-01-06"]), key=order)]
    ['2026-01', '2026-01-06', 'XXXX-12-15']
    """
    if when is None:
        return (_OPEN,), (_OPEN,)
    return when.bounds


def is_backward(start: Date | None, end: Date | None) -> bool:
    """Whether the end is over before the start can have begun.

    >>> is_backward(Date("2026-01-15"), Date("2026-01")), is_backward(Date("2026"), Date("2025-11")), is_backward(Date("XXXX-12"), Date("2025"))
    (False, True, False)
    """
    return bool(start and end and start.days and end.days and start.days[0] > end.days[1])


def impossible(
    what: str, hint: str, at: tuple[str, ...] = (), instead: str | None = None
) -> PydanticCustomError:
    """The fault of a date in an editor's file, told as `date-form`. `at` leads from the record to
    the key; `instead` can stand for the date where the rest is shown.
    """
    return PydanticCustomError(
        "date_form", "{what}", {"what": what, "hint": hint, "at": at, "instead": instead}
    )


def _given(given: Any) -> Date:
    """What stands in an editor's file, as a date."""
    if isinstance(given, Date):
        return given
    if not isinstance(given, str):
        raise PydanticKnownError("string_type")
    try:
        return Date(given)
    except NoDate as why:
        raise impossible(why.what, why.hint, instead="XXXX") from None


def _year(given: str) -> str:
    if not re.fullmatch("[0-9]{4}", given) or given in ("0000", str(_OPEN)):
        raise impossible(
            f"“{given[:40]}” is no year", "Write four figures in quotation marks: '2026'"
        )
    return given


Year = Annotated[str, AfterValidator(_year)]
"""A year that can stand before bare months and days."""


def _parts(text: str) -> tuple[Part, ...]:
    """The plain dates that a text is made of."""
    several = text.startswith("[") and text.endswith("]")
    found = [
        _PART.fullmatch(part) for part in (text[1:-1].split(",") if several else text.split("/"))
    ]
    parts = tuple(
        Part(m["y"], int(m["m"] or 0), int(m["d"] or 0), m["t"] or "", m["q"]) for m in found if m
    )
    number = range(2, len(parts) + 1) if several else (1, 2)
    if (
        len(parts) < len(found)
        or len(parts) not in number
        or (len(parts) > 1 and any(part.time for part in parts))
    ):
        raise NoDate(f"“{text[:40]}” is no date the archive can read", _SHAPES)
    for part in parts:
        _check_day(part, text)
    if not several and _ends_early(parts[0], parts[-1]):
        raise NoDate(
            f"“{text}” ends before it begins",
            "Write the earlier date first, as in 2026-01-05/2026-01-07",
        )
    return parts


def _check_day(part: Part, text: str) -> None:
    """Raise where the calendar has no such day."""
    if not part.is_open and (part.first[0] < 1 or part.last[0] >= _OPEN):
        raise NoDate(
            f"“{text[:40]}” is in no year that can be reckoned with",
            "Write a year from 0001 to 9998",
        )
    has = monthrange(_LEAP if part.is_open else part.first[0], part.first[1])[1]
    if part.day > has:
        raise NoDate(
            f"There is no such day as “{part.plain}”: {MONTHS[part.month - 1]}{'' if part.is_open else f' {part.year}'} has {has} days",
            "Correct the day, or leave it out where it is not known",
        )


def _ends_early(start: Part, end: Part) -> bool:
    """Whether a span is over before it begins. Without a year it may run over New Year, so only
    days of one month are compared.
    """
    if start.is_open != end.is_open or (start.is_open and start.month != end.month):
        return False
    return start.first > end.last
