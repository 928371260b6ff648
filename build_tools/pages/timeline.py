"""The timeline: what happened, drawn by case on a broken axis and as a list; and a page for each
year with all dates that the texts name.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model.addresses import former_fragment, fragment, year_page
from build_tools.model.archive import Archive
from build_tools.model.authority import Event
from build_tools.model.date_words import in_words
from build_tools.model.dates import Date, order
from build_tools.pages.axis import Axis, axis_of
from build_tools.pages.context import Page, PageContext, Words
from build_tools.pages.excerpts import EACH
from build_tools.pages.view import View

_WIDTHS = (320, 640, 1280, 2560, 5120)
"""Widths of the axis, in pixels, from which more of its dates are shown."""
_SHORT = 8
"""Days: what lasted longer, or is known less exactly, does not decide how near one zooms to a
case.
"""
_LABEL = 84
"""What a date on the axis needs, in pixels."""


@dataclass(frozen=True, slots=True)
class Bar:
    """An event's sign on the axis, in percent of it."""

    start: float
    width: float
    shape: str
    """`day`; `lasting`, from one day to another; or `within`: on some day or days of a month or
    year.
    """
    basis: str
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Row:
    """An event in its lane."""

    event: Event
    bar: Bar | None
    """None where no year is given: such an event has no place on the axis."""
    kinds: tuple[str, ...]
    """Of the claims made with it: `apology`, `denial` …"""


@dataclass(frozen=True, slots=True)
class Lane:
    """A case and its events."""

    case: str
    rows: tuple[Row, ...]
    start: float
    end: float

    @property
    def actors(self) -> list[str]:
        return sorted({p.actor for row in self.rows for p in row.event.participants})


@dataclass(frozen=True, slots=True)
class Tick:
    """A date written on the axis."""

    en: str
    zh: str
    at: float
    least: int
    """Shown where the axis is at least as wide, in pixels."""


@dataclass(frozen=True, slots=True)
class DayShown:
    """A day, month or year that something is dated with."""

    date: Date
    fragment: str
    former: str
    """The fragment that it had before; empty where another date has it."""
    events: list[Event]
    mentions: list[tuple[str, str]]
    """(source, segment) where the texts say the date."""
    inferred: list[tuple[str, str]]
    """(source, segment) where it is inferred from their words."""


Years = dict[str, list[DayShown]]
"""By year, decade or century; `XXXX` where none is given."""


@dataclass(frozen=True, slots=True)
class TimelinePage(PageContext):
    """The timeline of all years."""

    template = "timeline.html"
    years: Years
    decades: dict[str, Words]
    """Of those keys of `years` that are more than a year: what they are called."""
    axis: Axis | None
    ticks: list[Tick]
    lanes: list[Lane]
    apart: list[Lane]
    """What has no place on the axis."""
    kinds: list[str]
    """Of the claims made with the events."""
    actors: list[str]


@dataclass(frozen=True, slots=True)
class YearPage(PageContext):
    """The days of one year."""

    template = "year.html"
    year: str
    dates: list[DayShown]
    years: dict[str, range]
    """All years, and as many as each has days."""
    decades: dict[str, Words]
    each: int
    """How many places of a date are named."""


def pages(view: View) -> Iterator[Page]:
    """The timeline and the page of each year."""
    archive = view.archive
    axis = axis_of(event.date.days for event in archive.events.values() if event.date.days)
    drawn, apart = lanes(archive, axis)
    rows = [row for lane in (*drawn, *apart) for row in lane.rows]
    years = _years(archive)
    decades = {
        year: view.date_words(Date(year)) for year in years if not year.isdigit() and year != "XXXX"
    }
    context = TimelinePage(
        years,
        decades,
        axis,
        ticks(archive, axis),
        drawn,
        apart,
        kinds=sorted({kind for row in rows for kind in row.kinds}),
        actors=sorted(
            {p.actor for row in rows for p in row.event.participants},
            key=lambda id: archive.names["actor", id]["en"].lower(),
        ),
    )
    yield "timeline.md", {"title": "Timeline 大事记"}, view.page("", context)
    counts = {year: range(len(dates)) for year, dates in years.items()}
    for year, dates in years.items():
        called = " ".join(in_words(Date(year)).values()) if year in decades else year
        of_year = YearPage(year, dates, counts, decades, EACH)
        front = {"title": f"Timeline 大事记 {called}"}
        yield f"timeline/{year}.md", front, view.page("../", of_year)


def lanes(archive: Archive, axis: Axis | None) -> tuple[list[Lane], list[Lane]]:
    """The cases with what has a place on the axis, and with what has none, for want of a year."""
    in_cases = {id for case in archive.cases.values() for id in case.events}
    kinds: dict[str, set[str]] = defaultdict(set)
    for claim in archive.claims.values():
        for id in claim.events:
            kinds[id].add(claim.kind)
    groups = [
        (case.id, [archive.events[id] for id in case.events if id in archive.events])
        for case in archive.cases.values()
    ]
    groups.append(("", [e for e in archive.events.values() if e.id not in in_cases]))
    drawn, apart = [], []
    for case, events in groups:
        rows = [Row(e, bar_of(e, axis), tuple(sorted(kinds[e.id]))) for e in _in_order(events)]
        on = tuple(row for row in rows if row.bar)
        off = tuple(row for row in rows if not row.bar)
        if on:
            dense = [
                row.bar
                for row in on
                if (span := row.event.date.days) and (span[1] - span[0]).days < _SHORT
            ]
            bars = dense or [row.bar for row in on]
            drawn.append(
                Lane(
                    case,
                    on,
                    min(bar.start for bar in bars if bar),
                    max(bar.start + bar.width for bar in bars if bar),
                )
            )
        if off:
            apart.append(Lane(case, off, 0, 0))
    return sorted(drawn, key=lambda lane: (lane.start, lane.case)), apart


def _in_order(events: list[Event]) -> list[Event]:
    """By time, each part below its whole. What happened at some time in a month stands at the
    month's end.
    """
    known = {event.id: event for event in events}

    def moment(event: Event) -> tuple[object, ...]:
        first, last = order(event.date)
        return (first if event.date.is_span or first == last else (first[0], *last[1:]), event.id)

    return sorted(
        events,
        key=lambda e: (
            (moment(known[e.parent]), moment(e)) if e.parent in known else (moment(e), ())
        ),
    )


def bar_of(event: Event, axis: Axis | None) -> Bar | None:
    """The event's sign on the axis, as honest as its date: nothing without a year."""
    span = event.date.days
    if not span or not axis:
        return None
    first, last = span
    shape = "day" if first == last else "lasting" if event.date.is_span else "within"
    start, end = axis.at(first), axis.at(last, 1)
    return Bar(start, round(end - start, 2), shape, event.basis, event.date.is_doubtful)


def ticks(archive: Archive, axis: Axis | None) -> list[Tick]:
    """The dates to write on the axis: those of events, the more of them the wider the axis is."""
    if not axis:
        return []
    longest = sorted(
        (e.date for e in archive.events.values()),
        key=lambda date: (len(date.edtf), date.edtf),
        reverse=True,
    )
    begun = {axis.at(date.days[0]): date for date in longest if date.days}
    placed: list[Tick] = []
    for width in _WIDTHS:
        for at, date in sorted(begun.items()):
            gap = 100 * _LABEL / width
            if gap / 2 <= at <= 100 - gap / 2 and all(abs(at - tick.at) >= gap for tick in placed):
                placed.append(Tick(*_short(Date(date.parts[0].plain)), at, width))
    return sorted(placed, key=lambda tick: tick.at)


def _short(date: Date) -> tuple[str, str]:
    """The date in English, its month cut to three letters, and in Chinese.

    >>> _short(Date("2026-01-05")), _short(Date("2023-11")), _short(Date("2023"))
    (('5 Jan 2026', '2026年1月5日'), ('Nov 2023', '2023年11月'), ('2023', '2023年'))
    """
    words = in_words(date)
    return " ".join(word[:3] if word.isalpha() else word for word in words["en"].split(" ")), words[
        "zh-Hans"
    ]


def _years(archive: Archive) -> Years:
    """Years, decades and centuries (`XXXX` where none is given), each with its days: what happened,
    and where the texts name the date.
    """
    dates = {e.date for e in archive.events.values()} | {
        id for _, id in archive.sightings if isinstance(id, Date)
    }
    taken = {fragment(date) for date in dates}
    years: Years = {}
    for date in sorted(dates):
        former = former_fragment(date)
        years.setdefault(year_page(date), []).append(
            DayShown(
                date,
                fragment(date),
                "" if former in taken else former,
                [archive.events[id] for id in archive.naming("event", "date", date)],
                mentions=_places(archive, date, inferred=False),
                inferred=_places(archive, date, inferred=True),
            )
        )
        taken.add(former)
    return years


def _places(archive: Archive, date: Date, inferred: bool) -> list[tuple[str, str]]:
    """(source, segment) where the texts say the date, or where it is inferred from their words."""
    return [
        (seen.source, seen.segment)
        for seen in archive.seen("date", date)
        if all(mark.basis == "inferred" for mark in seen.marks) == inferred
    ]
