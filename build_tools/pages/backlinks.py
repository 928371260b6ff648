"""What rests on a segment: the records that quote it, from anywhere in the archive."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model.archive import Archive
from build_tools.model.record import Passage
from build_tools.model.walk import passages_in

RESTING = ("contradiction", "claim", "event", "actor", "case", "emendation")
"""In the order in which a reader sees them."""


@dataclass(frozen=True, slots=True)
class Backlink:
    """A record that rests on a source, and where."""

    kind: str
    """One of `RESTING`."""
    id: str
    """Of the record; of an emendation, the source that it stands in."""
    number: int
    """Of an emendation in its source's apparatus; 0 for all else."""
    segments: tuple[str, ...]
    """The segments that it quotes, in the order in which it does."""


def backlinks(archive: Archive, cited_at: dict[Passage, str]) -> dict[str, tuple[Backlink, ...]]:
    """Source -> what rests on it: contradictions first, emendations last."""
    found: dict[str, dict[tuple[str, str, int], list[str]]] = {}
    for kind, id, number, evidence in _resting(archive):
        for passage in evidence:
            if passage in cited_at:
                places = found.setdefault(passage.source, {}).setdefault((kind, id, number), [])
                if cited_at[passage] not in places:
                    places.append(cited_at[passage])
    return {
        source: tuple(
            sorted(
                (Backlink(*key, tuple(places)) for key, places in records.items()),
                key=lambda each: (RESTING.index(each.kind), each.id, each.number),
            )
        )
        for source, records in found.items()
    }


def _resting(archive: Archive) -> Iterator[tuple[str, str, int, tuple[Passage, ...]]]:
    """(kind, id, number, quotations) of everything that quotes a source."""
    for contradiction in archive.contradictions.values():
        yield "contradiction", contradiction.id, 0, archive.passages_of(contradiction)
    for kind, records in (
        ("claim", archive.claims),
        ("event", archive.events),
        ("actor", archive.actors),
        ("case", archive.cases),
    ):
        yield from ((kind, id, 0, passages_in(record)) for id, record in records.items())
    for source in archive.sources.values():
        for each in source.text:
            for change in each.reading.changes:
                yield "emendation", source.id, change.number, change.emendation.evidence
