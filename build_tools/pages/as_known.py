"""As known on a day: what had happened, what had been said, and what had been published by then;
three different things.

Dates count conservatively. By its latest possible day a thing has happened for certain; from its
earliest, perhaps.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from build_tools.model.archive import Archive, Source
from build_tools.model.dates import Date, order
from build_tools.model.record import Passage
from build_tools.model.walk import passages_in
from build_tools.pages.context import Page, PageContext, Words
from build_tools.pages.shelves import APART, on_shelves, titled
from build_tools.pages.view import View

_PUBLIC = ("published", "republished", "recorded")


@dataclass(frozen=True, slots=True)
class Since:
    """From when something was perhaps so, and from when it was for certain; None where nobody can
    say.
    """

    perhaps: date | None = None
    certain: date | None = None

    @property
    def is_dated(self) -> bool:
        return bool(self.perhaps or self.certain)


@dataclass(frozen=True, slots=True)
class Telling:
    """One thing that has a day, or should have."""

    kind: str
    """`event`, `claim`, `report` or `source`."""
    id: str
    """Of the record; of a report, the segment that it begins with."""
    source: str
    """For what was published: the source that holds it."""
    date: Date | None
    basis: str
    dated: str
    """Of a publication: `published`, `republished` or `recorded`."""
    since: Since
    reported: Since
    """When the archive's texts tell of it: not the same as when it happened."""


Groups = dict[str, list[Telling]]
"""By `happened`, `said` and `published`."""


@dataclass(frozen=True, slots=True)
class KnownHub(PageContext):
    """The list of the shelves of what was known when."""

    template = "hub-as-known.html"
    shelved: dict[str, Groups]


@dataclass(frozen=True, slots=True)
class KnownPage(PageContext):
    """What was known day by day, of one shelf."""

    template = "as-known.html"
    shelf: str
    groups: Groups
    apart: Groups
    """What nobody can date."""
    days: list[date]
    """On which something comes to be known."""
    first_words: Callable[[Telling], Words]
    """Of a report."""
    words_of: Callable[[date], Words]


def pages(view: View) -> Iterator[Page]:
    """The list of cases and the page of each case."""
    archive = view.archive
    every = {
        "happened": happened(archive, view.cited_at),
        "said": said(archive, view.cited_at),
        "published": published(archive),
    }
    entries = [(name, each) for name, found in every.items() for each in found]
    shelved = {
        shelf: {name: [each for group, each in own if group == name] for name in every}
        for shelf, own in on_shelves(
            archive, entries, lambda entry: _shelves(view, entry[1])
        ).items()
    }
    yield "as-known.md", {"title": "As known on 截至当日"}, view.page("", KnownHub(shelved))
    for shelf, groups in shelved.items():
        yield _page(view, shelf, groups)


def _page(view: View, shelf: str, groups: Groups) -> Page:
    dated = {
        name: [each for each in found if each.since.is_dated] for name, found in groups.items()
    }
    apart = {
        name: [each for each in found if not each.since.is_dated] for name, found in groups.items()
    }
    every = sorted(
        {
            day
            for found in dated.values()
            for each in found
            for since in (each.since, each.reported)
            for day in (since.perhaps, since.certain)
            if day
        }
    )
    context = KnownPage(
        shelf,
        dated,
        apart,
        every,
        lambda each: first_words(view.archive, each),
        lambda day: view.date_words(Date(day.isoformat())),
    )
    front = {"title": titled(view.archive, "As known on 截至当日", shelf)}
    return f"as-known/{shelf}.md", front, view.page("../", context)


def _shelves(view: View, each: Telling) -> set[str]:
    """The cases that something belongs to, or APART."""
    if each.kind == "claim":
        return {view.shelves["claim", each.id]}
    cases = (
        (view.archive.cases[id] for id in view.archive.naming("case", "events", each.id))
        if each.kind == "event"
        else view.archive.cases_of(each.source)
    )
    return {case.id for case in cases} or {APART}


def since(when: Date | None) -> Since:
    """From when a date holds.

    >>> since(Date("2026-01"))
    Since(perhaps=datetime.date(2026, 1, 1), certain=datetime.date(2026, 1, 31))
    >>> since(Date("2026-01-05?")).certain is None, since(Date("XXXX-12-15"))
    (True, Since(perhaps=None, certain=None))
    """
    if not when:
        return Since()
    return Since(when.perhaps_from, None if when.is_doubtful else when.latest)


def happened(archive: Archive, cited: dict[Passage, str]) -> list[Telling]:
    """Every event, by the day from which it has certainly happened."""
    return _sorted(
        Telling(
            "event",
            e.id,
            "",
            e.date,
            e.basis,
            "",
            since(e.date),
            reported_since(archive, e.evidence, cited),
        )
        for e in archive.events.values()
    )


def said(archive: Archive, cited: dict[Passage, str]) -> list[Telling]:
    """Every claim, by the day from which it has certainly been made."""
    return _sorted(
        Telling(
            "claim",
            c.id,
            "",
            c.date,
            c.basis,
            "",
            since(c.date),
            reported_since(archive, c.evidence, cited),
        )
        for c in archive.claims.values()
    )


def published(archive: Archive) -> list[Telling]:
    """The sources of cases, claims and events by their days of publication, and every report of
    those that hold several.
    """
    found = []
    spoken_of = {
        p.source for p in passages_in((*archive.events.values(), *archive.claims.values()))
    }
    for source in (
        s for s in archive.sources.values() if s.id in spoken_of or archive.cases_of(s.id)
    ):
        for number, report in enumerate(source.cleaned.reports):
            segment = next(
                (each.segment.id for each in source.text if each.segment.report == number), ""
            )
            found.append(
                Telling(
                    "report",
                    segment,
                    source.id,
                    report.date,
                    report.date_basis,
                    "published",
                    since(report.date),
                    Since(),
                )
            )
        own = [d for d in source.record.dates if d.kind in _PUBLIC]
        found += [
            Telling("source", source.id, source.id, d.date, d.basis, d.kind, since(d.date), Since())
            for d in own
        ]
        if not own and not source.cleaned.reports:
            found.append(
                Telling(
                    "source", source.id, source.id, None, "inferred", "published", Since(), Since()
                )
            )
    return _sorted(found)


def reported_since(
    archive: Archive, evidence: tuple[Passage, ...], cited: dict[Passage, str]
) -> Since:
    """When the texts that tell of something were out: the first that may have been, and the first
    that was for certain.
    """
    out = [
        _public_since(archive.sources[p.source], cited[p])
        for p in evidence
        if p in cited and p.source in archive.sources
    ]
    perhaps = [each.perhaps for each in out]
    certain = [each.certain for each in out if each.certain]
    return Since(
        min((day for day in perhaps if day), default=None) if all(perhaps) else None,
        min(certain, default=None),
    )


def _public_since(source: Source, segment: str) -> Since:
    """Since when a passage was public: by its own report's day, else by the source's days. What was
    reposted had been posted before.
    """
    number = source.aligned(segment).segment.report
    if number is not None and source.cleaned.reports:
        return since(source.cleaned.reports[number].date)
    first = [since(d.date).perhaps for d in source.record.dates if d.kind == "published"]
    latest = [
        day for d in source.record.dates if d.kind in _PUBLIC and (day := since(d.date).certain)
    ]
    return Since(min((day for day in first if day), default=None), min(latest, default=None))


def first_words(archive: Archive, each: Telling) -> dict[str, str]:
    """The headline of a report in every language, as far as it is translated."""
    if not each.id:
        return archive.names["source", each.source]
    return {
        r.lang: r.text for r in archive.sources[each.source].aligned(each.id).renditions if r.text
    }


def _sorted(found: Iterable[Telling]) -> list[Telling]:
    """By the day from which it is certain; what nobody can date last."""
    return sorted(
        found,
        key=lambda each: (
            each.since.certain or each.since.perhaps or date.max,
            order(each.date),
            each.source,
            each.id,
        ),
    )
