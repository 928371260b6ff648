"""date-other: a date recorded as stated, while the words that it rests on give another one in
full.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from build_tools.annotators.dates.in_segment import dates
from build_tools.model.date_words import in_words
from build_tools.model.dates import Date
from build_tools.model.editorial import Editorial
from build_tools.model.problem import Place, Problem, warning
from build_tools.model.text import Seed

_LEAP = 2024
"""A year that has every day."""


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """Where the words give several dates, one that agrees is enough; where they give none in full,
    nothing can be said.
    """
    for when, words, place in _stated(editorial):
        given = [
            mark.target for text in words for mark in dates(text) if isinstance(mark.target, Date)
        ]
        whole = [each for each in given if each.year and each.parts[0].day]
        if whole and not when.is_doubtful and not any(agree(when, each) for each in given):
            yield warning(
                place,
                "date-other",
                f"The date {when} is recorded as stated, and its words give {in_words(whole[0])['en']}",
                "Correct the date; or, if it rests on something else, write `inferred`, or quote the words that state it",
            )


def agree(one: Date, other: Date) -> bool:
    """Whether both can be the same day. A year that is not given may be any.

    >>> agree(Date("2026-01"), Date("XXXX-01-06")), agree(Date("XXXX-12-15"), Date("2023-12-20")), agree(Date("2025-12/2026-01"), Date("XXXX-01-06"))
    (True, False, True)
    """
    years = {
        day.year + by for when in (one, other) for day in when.days or () for by in (-1, 0)
    } or {_LEAP}
    spans = [(_in_year(one, year), _in_year(other, year)) for year in sorted(years)]
    return any(a and b and a[0] <= b[1] and b[0] <= a[1] for a, b in spans)


def _in_year(when: Date, year: int) -> tuple[date, date] | None:
    """Its days, in that year where it says none; a span may run over New Year."""
    if when.days:
        return when.days
    (_, *first), (_, *last) = when.bounds
    try:
        return date(year, *first), date(year + (last < first), *last)
    except ValueError:
        return None


def _stated(editorial: Editorial) -> Iterator[tuple[Date, Iterable[str], Place]]:
    """Each date whose basis is `stated`, and the words that it rests on."""
    for folder, records in (("events", editorial.events), ("claims", editorial.claims)):
        yield from (
            (record.date, [p.quote for p in record.evidence], editorial.place(folder, id, "date"))
            for id, record in records.items()
            if record.date and record.basis == "stated"
        )
    for files in editorial.sources.values():
        yield from (
            (each.date, [each.quote], files.place("dates", n, "date"))
            for n, each in enumerate(files.record.dates)
            if each.basis == "stated"
        )
        yield from (
            (each.date, [each.starts, each.outlet_quote], files.place("reports", n, "date"))
            for n, each in enumerate(files.record.reports)
            if each.date and each.date_basis == "stated"
        )
        if files.annotations_file:
            yield from (
                (each.date, [each.quote], files.annotations_file.place("dates", n, "date"))
                for n, each in enumerate(files.annotations.dates)
                if each.basis == "stated"
            )
