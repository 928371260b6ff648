"""A broken time axis: days keep their width where things crowd, long stretches in which nothing is
dated are folded.

Positions are percentages of the axis, so that a picture made from them is as wide as its page.
"""

import itertools
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = 2.0
"""The width of one day, in units of the axis."""
_IN_FULL = 2
"""A stretch of more days is folded."""
_PAD = 1.5
"""Room at both ends, in units of the axis."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What lies between two neighbouring days of the axis."""

    start: float
    end: float
    days: int

    @property
    def is_folded(self) -> bool:
        return self.days > _IN_FULL

    @property
    def length(self) -> tuple[str, int]:
        """(unit, how many) to say of a folded stretch.

        >>> Stretch(0, 1, 665).length, Stretch(0, 1, 45).length
        (('months', 22), ('days', 45))
        """
        return ("months", round(self.days / 30.44)) if self.days > 60 else ("days", self.days)


@dataclass(frozen=True, slots=True)
class Axis:
    """Days and where they begin on the axis."""

    knots: tuple[date, ...]
    places: tuple[float, ...]

    def at(self, day: date, part: float = 0.0) -> float:
        """Where a day begins, in percent; with `part`, so far into it."""
        last = len(self.knots) - 2
        n = min(max(bisect_right(self.knots, day) - 1, 0), last)
        share = ((day - self.knots[n]).days + part) / (self.knots[n + 1] - self.knots[n]).days
        return round(self.places[n] + share * (self.places[n + 1] - self.places[n]), 2)

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        pairs = zip(self.knots, self.knots[1:], self.places, self.places[1:], strict=False)
        return tuple(Stretch(a, b, (until - since).days) for since, until, a, b in pairs)


def axis_of(spans: Iterable[tuple[date, date]]) -> Axis | None:
    """The axis on which all spans (first and last day) have a place; none for no spans.

    >>> axis = axis_of([(date(2023, 12, 17), date(2023, 12, 17)), (date(2026, 1, 5), date(2026, 1, 7))])
    >>> [axis.at(day) for day in (date(2023, 12, 17), date(2023, 12, 18), date(2026, 1, 5), date(2026, 1, 6))]
    [8.65, 20.18, 67.14, 75.21]
    >>> [stretch.is_folded for stretch in axis.stretches]
    [False, True, True]
    """
    knots = sorted({edge for first, last in spans for edge in (first, last + timedelta(1))})
    if not knots:
        return None
    at = [_PAD]
    for since, until in itertools.pairwise(knots):
        at.append(at[-1] + _width((until - since).days))
    whole = at[-1] + _PAD
    return Axis(tuple(knots), tuple(round(100 * each / whole, 2) for each in at))


def _width(days: int) -> float:
    """Days in full up to two; a longer stretch grows ever more slowly.

    >>> _width(1), _width(2), round(_width(16), 1), round(_width(304), 1), round(_width(665), 1)
    (2.0, 4.0, 5.1, 7.3, 8.0)
    """
    return _DAY * days if days <= _IN_FULL else _DAY * _IN_FULL * (days / _IN_FULL) ** 0.12
