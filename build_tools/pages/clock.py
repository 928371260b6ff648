"""The response clock: how long after the trigger a crisis was answered, in days, as far as the
sources date it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from build_tools.model.archive import Archive
from build_tools.model.dates import Date
from build_tools.model.teaching import Case, Moment
from build_tools.model.walk import with_fields
from build_tools.pages.context import Page, PageContext, Words
from build_tools.pages.timeline import Bar
from build_tools.pages.view import View

_TURNS = ("first_response", "apology", "sanctions")
_TICKS = (0, 1, 2, 3, 4, 5, 7, 14, 30, 90, 365)
"""Days written on the axis; from one to the next is the same width, so that a day and a year have
room.
"""


@dataclass(frozen=True, slots=True)
class Elapsed:
    """Days of the calendar between the trigger and a turn."""

    least: int
    most: int

    @property
    def hours(self) -> tuple[int, int]:
        """The hours that so many days can mean: from midnight before to midnight after.

        >>> Elapsed(0, 0).hours, Elapsed(1, 1).hours, Elapsed(0, 2).hours
        ((0, 24), (0, 48), (0, 72))
        """
        return max(0, (self.least - 1) * 24), (self.most + 1) * 24

    @property
    def words(self) -> dict[str, str]:
        """The days for readers.

        >>> Elapsed(0, 0).words["en"], Elapsed(1, 1).words["zh-Hans"], Elapsed(0, 2).words
        ('the same day', '1天之后', {'en': '0–2 days later', 'zh-Hans': '0–2天之后'})
        """
        if self.most == 0:
            return {"en": "the same day", "zh-Hans": "当日"}
        span = str(self.most) if self.least == self.most else f"{self.least}–{self.most}"
        return {
            "en": f"{span} {'day' if span == '1' else 'days'} later",
            "zh-Hans": f"{span}天之后",
        }

    @property
    def hours_in_words(self) -> dict[str, str]:
        """The hours for readers.

        >>> Elapsed(1, 1).hours_in_words
        {'en': '0–48 hours', 'zh-Hans': '0–48小时'}
        """
        least, most = self.hours
        return {"en": f"{least}–{most} hours", "zh-Hans": f"{least}–{most}小时"}


@dataclass(frozen=True, slots=True)
class Turn:
    """One of the things that a case may answer a crisis with."""

    key: str
    moment: Moment | None
    """None where the sources tell of none."""
    elapsed: Elapsed | None
    """None where the sources do not date it, or not the trigger."""
    basis: str
    bar: Bar | None
    likely: Bar | None
    """The event's own day, where the sources' statements spread over several."""
    when: Date | None


@dataclass(frozen=True, slots=True)
class Clock:
    """How long one case took to answer."""

    case: Case
    trigger: Date | None
    """None where the sources name none."""
    basis: str
    """Of the trigger's date."""
    turns: tuple[Turn, ...]

    @property
    def least(self) -> tuple[bool, int, str]:
        """By this the fastest first answer comes first, and what cannot be measured last."""
        first = self.turns[0].elapsed
        return first is None, first.least if first else 0, self.case.id


@dataclass(frozen=True, slots=True)
class ClockPage(PageContext):
    """The page of all response clocks."""

    template = "response-clock.html"
    clocks: list[Clock]
    convert: Callable[[Words], Words]
    """Words in every script."""
    ticks: list[tuple[int, float]]
    """(days, where on the axis in percent)."""
    silent: list[Case]
    """The cases whose editors have not said what answered what."""


def pages(view: View) -> Iterator[Page]:
    """The one page."""
    last = _last(view.archive)
    context = ClockPage(
        clocks(view.archive),
        view.convert,
        ticks=[(n, place(n, last)) for n in _TICKS if n <= last],
        silent=[case for case in view.archive.cases.values() if not case.response],
    )
    yield "response-clock.md", {"title": "Response clock 应对时钟"}, view.page("", context)


def clocks(archive: Archive) -> list[Clock]:
    """The cases whose editors have said what answered what; the fastest first, those that cannot be
    measured last.
    """
    last = _last(archive)
    found = [
        Clock(
            case,
            when_of(archive, case.response.trigger),
            basis_of(archive, case.response.trigger),
            tuple(_turn(archive, case, key, last) for key in _TURNS),
        )
        for case in archive.cases.values()
        if case.response
    ]
    return sorted(found, key=lambda clock: clock.least)


def _turn(archive: Archive, case: Case, key: str, last: int) -> Turn:
    assert case.response
    moment: Moment | None = getattr(case.response, key)
    trigger, when = when_of(archive, case.response.trigger), when_of(archive, moment)
    elapsed = between(trigger, when)
    own = (
        between(trigger, when_of(archive, with_fields(moment, within=None)))
        if moment and moment.within
        else None
    )
    likely = _bar(own, "inferred", when, last) if own and own.least == own.most else None
    return Turn(
        key,
        moment,
        elapsed,
        basis_of(archive, moment),
        _bar(elapsed, basis_of(archive, moment), when, last) if elapsed else None,
        likely,
        when,
    )


def when_of(archive: Archive, moment: Moment | None) -> Date | None:
    """The days of a turn, where the sources date it."""
    return moment.when(archive.events, archive.claims) if moment else None


def between(trigger: Date | None, turn: Date | None) -> Elapsed | None:
    """The days that can lie between two dates. An answer does not come before its trigger.

    >>> between(Date("2026-01-05"), Date("2026-01-06")), between(Date("2023-12-17"), Date("2023-12"))
    (Elapsed(least=1, most=1), Elapsed(least=0, most=14))
    >>> between(Date("XXXX-12"), Date("XXXX-12-15")) is None
    True
    """
    first, second = (each.days if each else None for each in (trigger, turn))
    if not first or not second:
        return None
    most = _apart(first[0], second[1])
    return Elapsed(max(0, _apart(first[1], second[0])), most) if most >= 0 else None


def _apart(one: date, other: date) -> int:
    return (other - one).days


def basis_of(archive: Archive, moment: Moment | None) -> str:
    """How we know the turn's date: days that an editor has narrowed are inferred."""
    if not moment or moment.within:
        return "inferred"
    record = archive.events.get(moment.event or "") or archive.claims.get(moment.claim or "")
    return record.basis if record else "inferred"


def _bar(elapsed: Elapsed, basis: str, when: Date | None, last: int) -> Bar:
    start, end = place(elapsed.least, last), place(elapsed.most, last)
    return Bar(
        start,
        round(end - start, 2),
        "day" if start == end else "within",
        basis,
        bool(when and when.is_doubtful),
    )


def _last(archive: Archive) -> int:
    """The last day that the axis must hold."""
    most = [
        e.most
        for case in archive.cases.values()
        if case.response
        for key in _TURNS
        if (
            e := between(
                when_of(archive, case.response.trigger),
                when_of(archive, getattr(case.response, key)),
            )
        )
    ]
    return next((n for n in _TICKS if n > max(most, default=0) and n >= 3), _TICKS[-1])


def place(elapsed: int, last: int) -> float:
    """Where so many days are on the axis, in percent.

    >>> place(0, 5), place(1, 5), place(5, 5), place(10, 14) > place(7, 14)
    (5.0, 23.0, 95.0, True)
    """
    ticks = [n for n in _TICKS if n <= last]
    n = max(i for i, tick in enumerate(ticks) if tick <= min(elapsed, last))
    part = (min(elapsed, last) - ticks[n]) / (ticks[n + 1] - ticks[n]) if n + 1 < len(ticks) else 0
    return round(5 + 90 * (n + part) / (len(ticks) - 1), 2)
