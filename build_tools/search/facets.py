"""By what results can be narrowed: facet -> its values, with their names and documents."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from build_tools.model.archive import Archive, Coded, Source
from build_tools.model.record import LANGS
from build_tools.model.visible import visible_in_place
from build_tools.pages.concepts import by_concept
from build_tools.pages.view import View
from build_tools.search.documents import Documents

FACETS = ("case", "actor", "event", "concept", "year", "outlet", "grade")
Value = tuple[str, list[str], set[int]]


def facets(view: View, found: Documents) -> dict[str, list[Value]]:
    """The values of each facet, the most frequent first. Kinds need none: each is a range of
    numbers.
    """
    members: dict[str, dict[str, set[int]]] = {facet: defaultdict(set) for facet in FACETS}
    coded = by_concept(view.archive.coded.values(), lambda each: each.passage.concepts)
    for document in found.all:
        number = found.numbers[document.kind, document.id]
        for facet, value in set(_values(view.archive, document.kind, document.id, coded)):
            members[facet][value].add(number)
    return {
        facet: [
            (value, _label(view, facet, value), having)
            for value, having in sorted(
                values.items(), key=lambda entry: (-len(entry[1]), entry[0])
            )
        ]
        for facet, values in members.items()
    }


def _label(view: View, facet: str, value: str) -> list[str]:
    if facet == "year":
        return [value]
    names = (
        view.concept(value)
        if facet in ("concept", "grade")
        else view.archive.names["actor" if facet == "outlet" else facet, value]
    )
    return [visible_in_place(names[lang]) for lang in LANGS]


def _values(
    archive: Archive, kind: str, id: str, coded: Mapping[str, list[Coded]]
) -> Iterator[tuple[str, str]]:
    """(facet, value) of whatever narrows a search to this document. `coded` has the passages of
    each concept.
    """
    if kind == "source":
        yield from _of_source(archive, archive.sources[id])
    elif kind == "case":
        yield from _of_case(archive, id)
    elif kind == "event":
        yield from _of_event(archive, id)
    elif kind == "claim":
        yield from _of_claim(archive, id)
    elif kind == "concept":
        yield "concept", id
        places = {each.source for each in coded.get(id, ())}
        yield from (("case", case) for case in _cases(archive, places))
    elif kind == "contradiction":
        places = {p.source for p in archive.passages_of(archive.contradictions[id])}
        yield from (("case", case) for case in _cases(archive, places))
    else:
        yield from (
            ("case", case) for case in _cases(archive, {s.source for s in archive.seen(kind, id)})
        )
        if kind == "actor":
            yield "actor", id


def _cases(archive: Archive, sources: set[str]) -> list[str]:
    return sorted({id for source in sources for id in archive.naming("case", "sources", source)})


def _of_source(archive: Archive, source: Source) -> Iterator[tuple[str, str]]:
    for case in archive.cases_of(source.id):
        yield "case", case.id
        yield from (
            ("concept", concept) for concept in case.concepts if concept in archive.concepts
        )
    for each in source.text:
        yield from (
            (m.kind, m.id) for r in each.renditions for m in r.marks if m.kind in ("actor", "event")
        )
    yield from (("year", d.date.year) for d in source.record.dates if d.date.year)
    outlets = {p.actor for p in source.record.publications} | {
        r.outlet for r in source.record.reports if r.outlet
    }
    yield from (("outlet", outlet) for outlet in outlets if outlet in archive.actors)
    if source.record.grade:
        yield "grade", source.record.grade


def _of_case(archive: Archive, id: str) -> Iterator[tuple[str, str]]:
    case = archive.cases[id]
    yield "case", id
    yield from (("event", event) for event in case.events if event in archive.events)
    yield from (("concept", concept) for concept in case.concepts if concept in archive.concepts)
    for event in case.events:
        if event in archive.events:
            yield from (pair for pair in _of_event(archive, event) if pair[0] in ("actor", "year"))


def _of_event(archive: Archive, id: str) -> Iterator[tuple[str, str]]:
    event = archive.events[id]
    yield "event", id
    if event.parent in archive.events:
        yield "event", event.parent
    yield from (("actor", p.actor) for p in event.participants if p.actor in archive.actors)
    yield from (("case", case) for case in archive.naming("case", "events", id))
    if event.date.year:
        yield "year", event.date.year


def _of_claim(archive: Archive, id: str) -> Iterator[tuple[str, str]]:
    claim = archive.claims[id]
    yield from (
        ("actor", actor) for actor in (claim.speaker, *claim.about) if actor in archive.actors
    )
    yield from (("event", event) for event in claim.events if event in archive.events)
    yield from (("case", case) for case in _cases(archive, {p.source for p in claim.evidence}))
    if claim.date and claim.date.year:
        yield "year", claim.date.year
    if claim.status in archive.concepts:
        yield "concept", claim.status
