"""What records name, and what of it is not there."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from build_tools.model.editorial import Editorial
from build_tools.model.problem import Place
from build_tools.model.record_kinds import RECORD_KINDS, records_of
from build_tools.model.text import Seed
from build_tools.model.walk import DATE, PASSAGE, found_in

CONCEPTS = {
    "evidence_status": "evidence status",
    "source_grade": "source grade",
    "concept": "concept",
}
"""Which concepts a key takes, by the vocabulary's schemes; a case takes any."""
FOLDERS = {
    **{kind.id: kind.folder for kind in RECORD_KINDS},
    "term": "actors",
    "mention": "actors",
    "source": "seeds",
}
"""Where what a key names lies; a term goes with the actors, for a mention may be of both."""


def named(editorial: Editorial) -> Iterator[tuple[str, str, Place]]:
    """(kind, id, place) of whatever a record names, also of a faulty one: all that is wrong there
    is told at once.
    """
    return (
        (each.kind, each.value, place(*each.way))
        for record, place in editorial.written()
        for each in found_in(record)
        if each.kind not in (DATE, PASSAGE)
    )


def sources_named(editorial: Editorial) -> frozenset[str]:
    """The ids of sources that records name."""
    return frozenset(id for kind, id, _ in named(editorial) if kind == "source")


def nameable(editorial: Editorial, seeds: tuple[Seed, ...]) -> dict[str, set[str]]:
    """The ids that may stand at a key, by kind."""

    def ids(folder: str, records: Iterable[str]) -> set[str]:
        return {
            *records,
            *(id for its, id in editorial.unavailable if its == folder),
            *(editorial.unavailable_names if folder != "seeds" else ()),
        }

    there = {kind.id: ids(kind.folder, records_of(editorial, kind)) for kind in RECORD_KINDS}
    return {
        **there,
        "mention": there["actor"] | there["term"],
        "source": ids("seeds", (seed.id for seed in seeds)),
        **{key: family(editorial.concepts, key) or set(editorial.concepts) for key in CONCEPTS},
    }


def family(concepts: Mapping[str, Mapping[str, Any]], scheme: str) -> set[str]:
    """The ids of the vocabulary that may stand at a key.

    >>> sorted(family({"ev.quoted": {"scheme": "evidence_status"}, "rs.apology": {"scheme": "response_strategy_scct"}}, "evidence_status"))
    ['ev.quoted']
    """
    return {id for id, concept in concepts.items() if scheme in ("concept", concept.get("scheme"))}


def not_there(
    names: Iterable[tuple[str, str, Place]],
    editorial: Editorial,
    there: Mapping[str, Collection[str]],
) -> dict[tuple[str, str], list[tuple[str, Place]]]:
    """(folder, id) of what is `named` and not `nameable` -> (kind, place) of each name."""
    found: dict[tuple[str, str], list[tuple[str, Place]]] = {}
    for kind, id, place in names:
        if id not in there[kind] and not (
            kind in CONCEPTS and (id in editorial.concepts or not editorial.concepts)
        ):
            found.setdefault((FOLDERS.get(kind, kind), id), []).append((kind, place))
    return found
