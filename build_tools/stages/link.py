"""Annotated sources -> back-references: who is mentioned where, and with whom."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from build_tools.language.chinese.convert import Converter
from build_tools.model.archive import Archive, Coded, Sighting, Source
from build_tools.model.codings import coding_key
from build_tools.model.dates import Date
from build_tools.model.editorial import Editorial
from build_tools.model.mark_kinds import MARK_KINDS
from build_tools.model.record import WRITTEN
from build_tools.model.record_kinds import RECORD_KINDS, records_of
from build_tools.model.text import Key, Mark
from build_tools.model.walk import found_in, with_fields
from build_tools.stages.wording import (
    in_every_language,
    joined_names,
    label_name,
    regional_words,
    term_name,
    words_read_otherwise,
)


def gathered(editorial: Editorial, sources: dict[str, Source], converter: Converter) -> Archive:
    """All sources and records as one linked archive."""
    found = sightings(sources)
    regional = regional_words(editorial.terms, editorial.wording, converter)
    coded = {
        coding_key(source.id, each.id): Coded(source.id, each)
        for source in sources.values()
        for each in source.codings.passages
        if ("coding", coding_key(source.id, each.id)) in found
    }
    cases = {
        id: with_fields(case, sources=tuple(s for s in case.sources if s in sources))
        for id, case in editorial.cases.items()
    }
    records: dict[str, Any] = {
        **{kind.plural: records_of(editorial, kind) for kind in RECORD_KINDS},
        "cases": cases,
    }
    return Archive(
        settings=editorial.settings,
        sources=sources,
        concepts=editorial.concepts,
        sightings=found,
        together=together(sources, found),
        names=_names(editorial, sources, coded, regional, converter),
        regional=regional,
        spoken=words_read_otherwise(editorial),
        people=converter.names,
        named_by=naming(
            {
                **{kind.id: records[kind.plural] for kind in RECORD_KINDS},
                "source": {id: source.record for id, source in sources.items()},
            }
        ),
        counted=counted(sources, found),
        vocabulary=editorial.vocabulary,
        coded=coded,
        **records,
    )


def _names(
    editorial: Editorial,
    sources: Mapping[str, Source],
    coded: Mapping[str, Coded],
    regional: dict[str, dict[str, str]],
    converter: Converter,
) -> dict[tuple[str, str], dict[str, str]]:
    """(kind, id) -> the name of each source, record, concept and coding, in each language and
    script.
    """
    names = {("source", id): source.title for id, source in sources.items()}
    names |= {
        ("actor", id): in_every_language(actor.names, converter)
        for id, actor in editorial.actors.items()
    }
    names |= {
        (kind.id, id): in_every_language(getattr(record, kind.title), converter, regional)
        for kind in RECORD_KINDS
        if kind.title
        for id, record in records_of(editorial, kind).items()
    }
    names |= {("term", id): term_name(term, converter) for id, term in editorial.terms.items()}
    names |= {
        (kind, each["id"]): label_name(each["label"], converter)
        for kind, labelled in (
            ("scheme", editorial.vocabulary.get("schemes", ())),
            ("concept", editorial.vocabulary.get("frameworks", ())),
            ("concept", editorial.concepts.values()),
        )
        for each in labelled
        if "label" in each
    }
    names |= {
        ("coding", id): joined_names(
            [names["concept", c] for c in each.passage.concepts if ("concept", c) in names]
        )
        for id, each in coded.items()
    }
    names |= {
        (kind.id, id): name
        for kind in MARK_KINDS.values()
        if kind.record
        for (its, id), name in names.items()
        if its == kind.record
    }
    return names


def naming(
    records: Mapping[str, Mapping[str, Any]],
) -> dict[tuple[str, str, str | Date], tuple[str, ...]]:
    """(kind of record, key, id or date there) -> the ids of those that have it. Made once: to look through
    all records for each page is quadratic.
    """
    found: dict[tuple[str, str, str | Date], dict[str, None]] = defaultdict(dict)
    for kind, of_kind in records.items():
        for owner, record in of_kind.items():
            for each in found_in(record):
                if isinstance(each.value, str | Date):
                    found[kind, str(each.way[0]), each.value][owner] = None
    return {key: tuple(owners) for key, owners in found.items()}


def counted(
    sources: Iterable[str], found: Mapping[Key, tuple[Sighting, ...]]
) -> dict[str, Counter[Key]]:
    """Source -> what it mentions, and in how many segments."""
    counts: dict[str, Counter[Key]] = {id: Counter() for id in sources}
    for key, places in found.items():
        for place in places:
            counts[place.source][key] += 1
    return counts


def sightings(sources: dict[str, Source]) -> dict[Key, tuple[Sighting, ...]]:
    """(kind, id) -> the segments that mention it, in order of sources and text."""
    found: dict[Key, list[Sighting]] = defaultdict(list)
    for source in sources.values():
        for index, each in enumerate(source.text):
            marks: dict[Key, list[Mark]] = defaultdict(list)
            for rendition in each.renditions:
                if rendition.lang in WRITTEN:
                    for mark in rendition.marks:
                        if mark.target is not None:
                            marks[mark.key].append(mark)
            for key, own in marks.items():
                found[key].append(Sighting(source.id, index, each.segment.id, tuple(own)))
    return {key: tuple(found[key]) for key in sorted(found, key=lambda key: (key[0], str(key[1])))}


def together(
    sources: dict[str, Source], found: dict[Key, tuple[Sighting, ...]]
) -> dict[tuple[str, str], tuple[tuple[str, str, int], ...]]:
    """(kind, id) of actors and events -> what shares a paragraph with it, the most frequent
    first.
    """
    paragraphs: dict[tuple[str, int], set[tuple[str, str]]] = defaultdict(set)
    for (kind, id), places in found.items():
        if MARK_KINDS[kind].keeps_company and isinstance(id, str):
            for place in places:
                paragraphs[place.source, sources[place.source].text[place.index].segment.block].add(
                    (kind, id)
                )
    counts: dict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
    for members in paragraphs.values():
        for one in members:
            counts[one].update(members - {one})
    return {
        key: tuple(
            (kind, id, n)
            for (kind, id), n in sorted(
                counts[key].items(), key=lambda entry: (-entry[1], entry[0])
            )
        )
        for key in sorted(counts)
    }
