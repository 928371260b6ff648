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

from build_tools.model.date_parts import MONTHS as MONTHS
from build_tools.model.date_parts import OPEN, Part, parts_of
from build_tools.model.date_parts import NoDate as NoDate


@dataclass(frozen=True, slots=True)
class Date:
    """A date that the archive can use: `Date("2026-01-05/2026-01-07")`, or NoDate with the reason
    why not.

    >>> Date("2026-02-29")
    Traceback (most recent call last):
    build_tools.model.date_parts.NoDate: There is no such day as “2026-02-29”: February 2026 has 28 days
    >>> str(Date("XXXX-02-29"))
    'XXXX-02-29'
    """

    edtf: str
    """As it is written: there is one way to write each date."""
    parts: tuple[Part, ...] = field(init=False, repr=False, compare=False)
    """One; both ends of a span; or all that a set allows."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "parts", parts_of(self.edtf))

    def __str__(self) -> str:
        return self.edtf

    def __lt__(self, other: "Date") -> bool:
        return (order(self), self.edtf) < (order(other), other.edtf)

    @property
    def is_span(self) -> bool:
        """Whether it lasts from one date to another."""
        return "/" in self.edtf

    @property
    def is_one_of_several(self) -> bool:
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
        if self.is_one_of_several:
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
        if not self.days or self.is_one_of_several or not by:
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
        return (OPEN,), (OPEN,)
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
    if not re.fullmatch("[0-9]{4}", given) or given in ("0000", str(OPEN)):
        raise impossible(
            f"“{given[:40]}” is no year", "Write four figures in quotation marks: '2026'"
        )
    return given


Year = Annotated[str, AfterValidator(_year)]
"""A year that can stand before bare months and days."""
