"""date-form: a date that is no EDTF."""

from collections.abc import Iterator

from build_tools.checks.references import moments
from build_tools.model.dates import is_edtf
from build_tools.model.problem import Place, Problem, error
from build_tools.model.text import Seed
from build_tools.readers.editorial import Editorial


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    for files in editorial.sources.values():
        if files.record.year and not is_year(files.record.year):
            yield error(files.place("year"), "date-form", f"“{files.record.year[:40]}” is no year", "Write four figures in quotation marks: '2026'")
    for date, place in _dates(editorial):
        if not is_edtf(date):
            yield error(place, "date-form", f"“{date}” is no date the archive can read",
                        "Write EDTF: 2026-01-06, 2026-01, 2026-01-05/2026-01-07, XXXX-12-15 where no year is given, 2023~ for about")


def is_year(text: str) -> bool:
    """Whether it can stand before bare months and days.

    >>> is_year("2026"), is_year("26"), is_year("202X")
    (True, False, False)
    """
    return len(text) == 4 and text.isascii() and text.isdigit()


def _dates(editorial: Editorial) -> Iterator[tuple[str, Place]]:
    for id, event in editorial.events.items():
        yield event.date, editorial.place("events", id, "date")
    for id, claim in editorial.claims.items():
        yield from ((d, editorial.place("claims", id, key)) for key, d in (("date", claim.date), ("as_of", claim.as_of)) if d)
    for id, actor in editorial.actors.items():
        for n, role in enumerate(actor.roles):
            yield from ((d, editorial.place("actors", id, "roles", n, key)) for key, d in (("from", role.start), ("to", role.end)) if d)
    for id, case in editorial.cases.items():
        if case.response:
            yield from ((m.within, editorial.place("cases", id, "response", key, "within")) for key, m in moments(case.response) if m.within)
    for files in editorial.sources.values():
        yield from ((d.date, files.place("dates", n, "date")) for n, d in enumerate(files.record.dates))
        yield from ((r.date, files.place("reports", n, "date")) for n, r in enumerate(files.record.reports) if r.date)
        for n, decision in enumerate(files.annotations.dates):
            if files.annotations_lines:
                yield decision.date, files.annotations_lines.place("dates", n, "date")
