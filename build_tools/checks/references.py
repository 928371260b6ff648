"""id-unknown, concept-family: a record that names another one which does not exist, or is of a kind that does not belong there."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import PurePosixPath
from typing import Any

from rapidfuzz import fuzz, process

from build_tools.model.problem import Place, Problem, error, listed
from build_tools.model.quote import fold
from build_tools.model.teaching import Moment, Response
from build_tools.model.text import Seed
from build_tools.readers.editorial import Editorial
from build_tools.stages.quotations import quotations


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    known, without = _known(editorial, seeds), 0
    for kind, id, place in _targets(editorial):
        if kind == "target":
            yield error(place, "key-missing", f"The decision on “{id}” says not whom the words mean", "Add `target:` with the id of an actor or term")
        elif kind in CONCEPTS and not editorial.concepts:
            without += 1
        elif kind in CONCEPTS and id not in known[kind] and id in editorial.concepts:
            yield error(place, "concept-family", f"“{id}” is no {CONCEPTS[kind]}, but a concept of “{editorial.concepts[id].get('scheme', 'no scheme')}”", _one_of(known[kind]))
    if without and ("vocabulary", VOCABULARY.stem) not in editorial.unread:
        yield error(Place(str(VOCABULARY)), "file-missing", f"Records name concepts {without} times, and there is no vocabulary", "Restore the file")
    lost = _absent(editorial, known)
    quoted: dict[str, set[str]] = defaultdict(set)
    for passage, _ in quotations(editorial) if lost else ():
        quoted[passage.source].add(fold(passage.quote))
    for (family, id), named in lost.items():
        places = sorted((place for _, place in named), key=lambda place: (place.file, place.line or 0))
        nouns = {NOUNS.get(kind, kind) for kind, _ in named}
        noun = next(iter(nouns)) if len(nouns) == 1 else "actor or term"
        near = process.extractOne(id.lower(), sorted(known[next(iter(named))[0]]), scorer=fuzz.ratio, score_cutoff=60)
        what, also = f"There is no {noun} “{id}”", tuple(places[1:])
        if also:
            what += f", which {len(places)} places name: {listed(places)}"
        home = _home(quoted[id], seeds) if family == "seeds" else None
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
    return frozenset(_absent(editorial, _known(editorial, seeds)))


def sources_named(editorial: Editorial) -> frozenset[str]:
    """The ids of sources that records name."""
    return frozenset(id for kind, id, _ in _records(editorial) if kind == "source")


def _home(quotes: Collection[str], seeds: tuple[Seed, ...]) -> Seed | None:
    """The seed that has most of the words."""
    counted = [(sum(quote in fold(seed.text) for quote in quotes), seed) for seed in seeds] if quotes else []
    number, seed = max(counted, key=lambda each: each[0], default=(0, None))
    return seed if 2 * number > len(quotes) else None


def _absent(editorial: Editorial, known: Mapping[str, Collection[str]]) -> dict[tuple[str, str], list[tuple[str, Place]]]:
    """(folder, id) of what is named and is not there -> (kind, place) of each name."""
    found: dict[tuple[str, str], list[tuple[str, Place]]] = {}
    for kind, id, place in _targets(editorial):
        if kind != "target" and id not in known[kind] and not (kind in CONCEPTS and (id in editorial.concepts or not editorial.concepts)):
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


def _targets(editorial: Editorial) -> Iterator[tuple[str, str, Place]]:
    return chain(_records(editorial), _sources(editorial))


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


def _records(editorial: Editorial) -> Iterator[tuple[str, str, Place]]:
    """(kind, id, place) of whatever a record names."""
    def named(folder: str, id: str, kind: str, those: str | Iterable[str] | None, *way: str | int) -> Iterator[tuple[str, str, Place]]:
        if isinstance(those, str):
            yield kind, those, editorial.place(folder, id, *way)
        else:
            yield from ((kind, each, editorial.place(folder, id, *way, n)) for n, each in enumerate(those or ()))

    for id, actor in editorial.actors.items():
        yield from named("actors", id, "actor", actor.part_of, "part_of")
        for n, role in enumerate(actor.roles):
            yield from named("actors", id, "actor", role.at, "roles", n, "at")
        for n, alias in enumerate(actor.aliases):
            yield from named("actors", id, "source", alias.only_in, "aliases", n, "only_in")
    for id, event in editorial.events.items():
        yield from named("events", id, "event", event.parent, "parent")
        for n, participant in enumerate(event.participants):
            yield from named("events", id, "actor", participant.actor, "participants", n, "actor")
    for id, term in editorial.terms.items():
        yield from named("glossary", id, "term", term.see, "see")
    for id, claim in editorial.claims.items():
        yield from named("claims", id, "actor", claim.speaker, "speaker")
        yield from named("claims", id, "actor", claim.about, "about")
        yield from named("claims", id, "event", claim.events, "events")
        yield from named("claims", id, "evidence_status", claim.status or None, "status")
    for id, contradiction in editorial.contradictions.items():
        for n, side in enumerate(contradiction.sides):
            yield from named("contradictions", id, "claim", side.claims, "sides", n, "claims")
    for id, case in editorial.cases.items():
        for kind, key in (("source", "sources"), ("event", "events"), ("concept", "concepts")):
            yield from named("cases", id, kind, getattr(case, key), key)
        if case.response:
            yield from named("cases", id, "contradiction", case.response.contradictions, "response", "contradictions")
            for key, moment in moments(case.response):
                for kind, name, those in (("event", "event", moment.event), ("claim", "claim", moment.claim), ("actor", "by", moment.by)):
                    yield from named("cases", id, kind, those, "response", key, name)
    yield from (("source", passage.source, place) for passage, place in quotations(editorial))


def moments(response: Response) -> Iterator[tuple[str, Moment]]:
    """The turns that a case names, by key."""
    named = (("trigger", response.trigger), ("first_response", response.first_response), ("apology", response.apology), ("sanctions", response.sanctions))
    return ((key, moment) for key, moment in named if moment)


def _sources(editorial: Editorial) -> Iterator[tuple[str, str, Place]]:
    """What editors of sources name, also in files of which something is faulty: all that is wrong there is told at once."""
    for files in editorial.sources.values():
        if lines := files.record_lines:
            record, place = lines.record, lines.place
            yield from (("actor", p.actor, place("publications", n, "actor")) for n, p in enumerate(record.publications))
            yield from (("actor", r.outlet, place("reports", n, "outlet")) for n, r in enumerate(record.reports) if r.outlet)
            yield from (("event", e, place("reports", n, "events", m)) for n, r in enumerate(record.reports) for m, e in enumerate(r.events))
            yield from (("source", each, place("translates")) for each in (record.translates,) if each)
            yield from (("source_grade", each, place("grade")) for each in (record.grade,) if each)
        if lines := files.annotations_lines:
            for n, decision in enumerate(lines.record.mentions):
                if decision.target:
                    yield "mention", decision.target, lines.place("mentions", n, "target")
                elif decision.decision in ("add", "retarget") and not lines.half:
                    yield "target", decision.quote, lines.place("mentions", n)
        if lines := files.mentions_lines:
            yield from (("mention", target, lines.place(n, "segments", segment)) for n, reading in enumerate(lines.record)
                        for segment, targets in reading.segments.items() for target in targets)
