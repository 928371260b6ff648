"""id-unknown, concept-family: a record that names another one which does not exist, or is of a kind that does not belong there."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from rapidfuzz import fuzz, process

from build_tools.model.problem import Place, Problem, error
from build_tools.model.teaching import Moment, Response
from build_tools.model.text import Seed
from build_tools.readers.editorial import Editorial


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    def ids(folder: str, those: Iterable[str]) -> set[str]:
        return {*those, *(id for kind, id in editorial.unread if kind == folder), *(editorial.unread_names if folder != "seeds" else ())}

    actors, terms = ids("actors", editorial.actors), ids("glossary", editorial.terms)
    known = {"actor": actors, "event": ids("events", editorial.events), "term": terms, "mention": actors | terms,
             "claim": ids("claims", editorial.claims), "contradiction": ids("contradictions", editorial.contradictions),
             "source": ids("seeds", (seed.id for seed in seeds)), **{key: family(editorial.concepts, key) or set(editorial.concepts) for key in CONCEPTS}}
    without = 0
    for kind, id, place in (*_records(editorial), *_sources(editorial)):
        if kind == "target":
            yield error(place, "key-missing", f"The decision on “{id}” says not whom the words mean", "Add `target:` with the id of an actor or term")
        elif kind in CONCEPTS and not editorial.concepts:
            without += 1
        elif id not in known[kind]:
            near = process.extractOne(id.lower(), sorted(known[kind]), scorer=fuzz.ratio, score_cutoff=60)
            noun = "actor or term" if kind == "mention" else CONCEPTS.get(kind, kind)
            hint = "Part the ids by “, ”, a comma and a blank" if _SEVERAL.search(id) else f"Did you mean “{near[0]}”?" if near else "Write its record, or take the id away"
            if kind in CONCEPTS and id in editorial.concepts:
                yield error(place, "concept-family", f"“{id}” is no {noun}, but a concept of “{editorial.concepts[id].get('scheme', 'no scheme')}”", _one_of(known[kind]))
            else:
                yield error(place, "id-unknown", f"There is no {noun} “{id}”", hint)
    if without and ("vocabulary", VOCABULARY.stem) not in editorial.unread:
        yield error(Place(str(VOCABULARY)), "file-missing", f"Records name concepts {without} times, and there is no vocabulary", "Restore the file")


VOCABULARY = PurePosixPath("editorial/vocabulary/pr-vocabulary.yml")
_SEVERAL = re.compile("[，、；;,]")
"""`kol-zh，leak-en`: two ids that YAML takes for one."""
CONCEPTS = {"evidence_status": "evidence status", "source_grade": "source grade", "concept": "concept"}
"""Which concepts a key takes, by the vocabulary's schemes; a case takes any."""


def family(concepts: Mapping[str, Mapping[str, Any]], scheme: str) -> set[str]:
    """The ids of the vocabulary that may stand at a key.

    >>> sorted(family({"ev.quoted": {"scheme": "evidence_status"}, "rs.apology": {"scheme": "response_strategy_scct"}}, "evidence_status"))
    ['ev.quoted']
    """
    return {id for id, concept in concepts.items() if scheme in ("concept", concept.get("scheme"))}


def _one_of(ids: set[str]) -> str:
    return f"Use one of: {', '.join(sorted(ids))}" if len(ids) <= 20 else "See editorial/vocabulary/pr-vocabulary.yml"


def _records(editorial: Editorial) -> Iterator[tuple[str, str, Place]]:
    for id, actor in editorial.actors.items():
        if actor.part_of:
            yield "actor", actor.part_of, editorial.place("actors", id, "part_of")
        yield from (("actor", r.at, editorial.place("actors", id, "roles", n, "at")) for n, r in enumerate(actor.roles) if r.at)
        yield from _many("source", (s for a in actor.aliases for s in a.only_in), editorial.place("actors", id, "aliases"))
    for id, event in editorial.events.items():
        if event.parent:
            yield "event", event.parent, editorial.place("events", id, "parent")
        yield from (("actor", p.actor, editorial.place("events", id, "participants", n, "actor")) for n, p in enumerate(event.participants))
    for id, term in editorial.terms.items():
        yield from _many("term", term.see, editorial.place("glossary", id, "see"))
    for id, claim in editorial.claims.items():
        about = ((claim.speaker,) if claim.speaker else ()) + claim.about
        yield from _many("actor", about, editorial.place("claims", id, "speaker"))
        yield from _many("event", claim.events, editorial.place("claims", id, "events"))
        yield from _many("evidence_status", (claim.status,) if claim.status else (), editorial.place("claims", id, "status"))
    for id, each in editorial.contradictions.items():
        yield from (("claim", c, editorial.place("contradictions", id, "sides", n, "claims")) for n, side in enumerate(each.sides) for c in side.claims)
    for id, case in editorial.cases.items():
        yield from (("source", s, editorial.place("cases", id, "sources", n)) for n, s in enumerate(case.sources))
        yield from (("event", e, editorial.place("cases", id, "events", n)) for n, e in enumerate(case.events))
        yield from (("concept", c, editorial.place("cases", id, "concepts", n)) for n, c in enumerate(case.concepts))
        if case.response:
            yield from _many("contradiction", case.response.contradictions, editorial.place("cases", id, "response", "contradictions"))
            for key, moment in moments(case.response):
                place = editorial.place("cases", id, "response", key)
                yield from _many("event", (moment.event,) if moment.event else (), place)
                yield from _many("claim", (moment.claim,) if moment.claim else (), place)
                yield from _many("actor", moment.by, place)


def moments(response: Response) -> Iterator[tuple[str, Moment]]:
    """The turns that a case names, by key."""
    named = (("trigger", response.trigger), ("first_response", response.first_response), ("apology", response.apology), ("sanctions", response.sanctions))
    return ((key, moment) for key, moment in named if moment)


def _sources(editorial: Editorial) -> Iterator[tuple[str, str, Place]]:
    for files in editorial.sources.values():
        record, place = files.record, files.place
        yield from (("actor", p.actor, place("publications", n, "actor")) for n, p in enumerate(record.publications))
        yield from (("actor", r.outlet, place("reports", n, "outlet")) for n, r in enumerate(record.reports) if r.outlet)
        yield from (("event", e, place("reports", n, "events")) for n, r in enumerate(record.reports) for e in r.events)
        yield from _many("source", (record.translates,) if record.translates else (), place("translates"))
        yield from _many("source_grade", (record.grade,) if record.grade else (), place("grade"))
        for n, decision in enumerate(files.annotations.mentions):
            if not decision.target and decision.decision in ("add", "retarget") and files.annotations_lines:
                yield "target", decision.quote, files.annotations_lines.place("mentions", n)
            if decision.target and files.annotations_lines:
                yield "mention", decision.target, files.annotations_lines.place("mentions", n, "target")


def _many(kind: str, ids: Iterable[str], place: Place) -> Iterator[tuple[str, str, Place]]:
    return ((kind, id, place) for id in ids)
