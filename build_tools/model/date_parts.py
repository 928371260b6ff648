"""The plain dates that a text in EDTF is made of (Library of Congress, 2019), or why it is none."""

import re
from calendar import monthrange
from dataclasses import dataclass

_PART = re.compile(
    r"(?!XXXX[?~%])(?!\d+X+-)(?P<y>\d{4}|\d{3}X|\d{2}XX|\dXXX|XXXX)"
    r"(?:-(?P<m>0[1-9]|1[0-2])(?:-(?P<d>(?!00)\d{2})(?:T(?P<t>(?:[01]\d|2[0-3]):[0-5]\d):[0-5]\d)?)?)?(?P<q>[?~%]?)",
    re.A,
)
"""2026, 202X, XXXX-12-15~, 2026-01-05?, 2026-01-06T20:11:00. Of EDTF the archive takes neither
seasons nor unknown months, and no doubt where nothing is given.
"""
OPEN = 9999
"""Stands for the year that is not given, so that such dates come last."""
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
    """0 where none is given; so is `day`."""
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
            OPEN if self.is_open else int(self.year.replace("X", "0")),
            self.month or 1,
            self.day or 1,
        )

    @property
    def last(self) -> tuple[int, int, int]:
        """Year, month and day of the last day that it can mean."""
        year, month = OPEN if self.is_open else int(self.year.replace("X", "9")), self.month or 12
        return year, month, self.day or monthrange(_LEAP if self.is_open else year, month)[1]


def parts_of(text: str) -> tuple[Part, ...]:
    """One; both ends of a span; or all that a set allows. Raises `NoDate`."""
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
    if not part.is_open and (part.first[0] < 1 or part.last[0] >= OPEN):
        raise NoDate(
            f"“{text[:40]}” is in no year that can be reckoned with",
            "Write a year from 0001 to 9998",
        )
    has = monthrange(_LEAP if part.is_open else part.first[0], part.month)[1] if part.month else 0
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
