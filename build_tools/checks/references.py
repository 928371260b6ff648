"""id-unknown, concept-family: a record that names another one which does not exist, or is of a kind that does not belong there."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from rapidfuzz import fuzz, process

from build_tools.model.editorial import Editorial
from build_tools.model.problem import Place, Problem, error, listed
from build_tools.model.quote import fold
from build_tools.model.text import Seed
from build_tools.model.walk import DATE, PASSAGE, found_in
from build_tools.stages.quotations import quotations


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    known, without = _known(editorial, seeds), 0
    named = tuple(_named(editorial))
    for kind, id, place in named:
        if kind in CONCEPTS and not editorial.concepts:
            without += 1
        elif kind in CONCEPTS and id not in known[kind] and id in editorial.concepts:
            yield error(place, "concept-family", f"“{id}” is no {CONCEPTS[kind]}, but a concept of “{editorial.concepts[id].get('scheme', 'no scheme')}”", _one_of(known[kind]))
    if without and ("vocabulary", VOCABULARY.stem) not in editorial.unread:
        yield error(Place(str(VOCABULARY)), "file-missing", f"Records name concepts {without} times, and there is no vocabulary", "Restore the file")
    lost = _absent(named, editorial, known)
    quoted: dict[str, set[str]] = defaultdict(set)
    for passage, _ in quotations(editorial) if lost else ():
        quoted[passage.source].add(fold(passage.quote))
    for (folder, id), those in lost.items():
        places = sorted((place for _, place in those), key=lambda place: (place.file, place.line or 0))
        nouns = {NOUNS.get(kind, kind) for kind, _ in those}
        noun = next(iter(nouns)) if len(nouns) == 1 else "actor or term"
        near = process.extractOne(id.lower(), sorted(known[those[0][0]]), scorer=fuzz.ratio, score_cutoff=60)
        what, also = f"There is no {noun} “{id}”", tuple(places[1:])
        if also:
            what += f", which {len(places)} places name: {listed(places)}"
        home = _home(quoted[id], seeds) if folder == "seeds" else None
        if home and also and home.id not in sources_named(editorial):
            yield Problem(Place(f"editorial/sources/{home.id}"), "error", "id-unknown", f"{home.file} holds what {len(places)} places quote as “{id}”, and there is no such source: {listed(places)}",
                          f"If the seed and this folder were renamed, give both their name back, for it is a part of permanent addresses; or write {home.id} in all these places", tuple(places))
        else:
            yield Problem(places[0], "error", "id-unknown", what, _hint(id, near and near[0], home, len(places) > _FEW), also)


_FEW = 2
"""So many slips may be one slip that was copied; more are a record that is gone."""


def _hint(id: str, near: str | None, home: Seed | None, many: bool) -> str:
    if _SEVERAL.search(id):
        return "Part the ids by “, ”, a comma and a blank"
    if home:
        return f"The words quoted stand in {home.file}, so write {home.id}"
    if many:
        return "Restore its record; or, if it has another id now, write that in all these places"
    return f"Did you mean “{near}”?" if near else "Write its record, or take the id away"


def absent(editorial: Editorial, seeds: tuple[Seed, ...]) -> frozenset[tuple[str, str]]:
    """(folder, id) of what records name and is not there: each is told once."""
    return frozenset(_absent(_named(editorial), editorial, _known(editorial, seeds)))


def sources_named(editorial: Editorial) -> frozenset[str]:
    """The ids of sources that records name."""
    return frozenset(id for kind, id, _ in _named(editorial) if kind == "source")


def _home(quotes: Collection[str], seeds: tuple[Seed, ...]) -> Seed | None:
    """The seed that has most of the words."""
    counted = [(sum(quote in fold(seed.text) for quote in quotes), seed) for seed in seeds] if quotes else []
    number, seed = max(counted, key=lambda each: each[0], default=(0, None))
    return seed if 2 * number > len(quotes) else None


def _absent(named: Iterable[tuple[str, str, Place]], editorial: Editorial, known: Mapping[str, Collection[str]]) -> dict[tuple[str, str], list[tuple[str, Place]]]:
    """(folder, id) of what is named and is not there -> (kind, place) of each name."""
    found: dict[tuple[str, str], list[tuple[str, Place]]] = {}
    for kind, id, place in named:
        if id not in known[kind] and not (kind in CONCEPTS and (id in editorial.concepts or not editorial.concepts)):
            found.setdefault((FOLDERS.get(kind, kind), id), []).append((kind, place))
    return found


def _known(editorial: Editorial, seeds: tuple[Seed, ...]) -> dict[str, set[str]]:
    """The ids that may stand at a key, by kind."""
    def ids(folder: str, those: Iterable[str]) -> set[str]:
        return {*those, *(id for kind, id in editorial.unread if kind == folder), *(editorial.unread_names if folder != "seeds" else ())}

    actors, terms = ids("actors", editorial.actors), ids("glossary", editorial.terms)
    return {"actor": actors, "event": ids("events", editorial.events), "term": terms, "mention": actors | terms,
            "claim": ids("claims", editorial.claims), "contradiction": ids("contradictions", editorial.contradictions),
            "source": ids("seeds", (seed.id for seed in seeds)), **{key: family(editorial.concepts, key) or set(editorial.concepts) for key in CONCEPTS}}


def _named(editorial: Editorial) -> Iterator[tuple[str, str, Place]]:
    """(kind, id, place) of whatever a record names, also of a faulty one: all that is wrong there is told at once."""
    return ((each.kind, each.value, place(*each.way)) for record, place in editorial.written()
            for each in found_in(record) if each.kind not in (DATE, PASSAGE))


VOCABULARY = PurePosixPath("editorial/vocabulary/pr-vocabulary.yml")
_SEVERAL = re.compile("[，、；;,]")
"""`kol-zh，leak-en`: two ids that YAML takes for one."""
CONCEPTS = {"evidence_status": "evidence status", "source_grade": "source grade", "concept": "concept"}
"""Which concepts a key takes, by the vocabulary's schemes; a case takes any."""
NOUNS = {"mention": "actor or term", **CONCEPTS}
FOLDERS = {"actor": "actors", "term": "actors", "mention": "actors", "event": "events", "claim": "claims", "contradiction": "contradictions", "source": "seeds"}
"""Where what a key names lies; a term goes with the actors, for a mention may be of both."""


def family(concepts: Mapping[str, Mapping[str, Any]], scheme: str) -> set[str]:
    """The ids of the vocabulary that may stand at a key.

    >>> sorted(family({"ev.quoted": {"scheme": "evidence_status"}, "rs.apology": {"scheme": "response_strategy_scct"}}, "evidence_status"))
    ['ev.quoted']
    """
    return {id for id, concept in concepts.items() if scheme in ("concept", concept.get("scheme"))}


def _one_of(ids: set[str]) -> str:
    return f"Use one of: {', '.join(sorted(ids))}" if len(ids) <= 20 else "See editorial/vocabulary/pr-vocabulary.yml"
