"""What can be shown although something is wrong: the editorial without its faulty parts, and without ways into nothing."""

from copy import copy
from dataclasses import replace
from typing import Any

from build_tools.checks import debris_patterns, pinyin_words
from build_tools.checks.circles import circles, wholes
from build_tools.checks.references import family, moments
from build_tools.model.authority import Actor, Event
from build_tools.model.claims import Claim, Contradiction
from build_tools.model.problem import Problem
from build_tools.model.teaching import Case, Response
from build_tools.model.termbase import Term
from build_tools.readers.editorial import Editorial, SourceFiles


def sound(editorial: Editorial, problems: list[Problem]) -> Editorial:
    """Records with an error go; only a name that leads nowhere, or in a circle, is taken out of its record."""
    faulty = {p.place.file for p in problems if p.severity == "error" and p.code not in ("id-unknown", "concept-family", "circle", "pattern")}
    turning = {kind: {id for circle in circles(wholes(editorial, kind)) for id in circle} for kind in ("events", "actors")}

    def left(kind: str, records: dict) -> dict:
        return {id: record for id, record in records.items() if editorial.place(kind, id).file not in faulty and (kind, id) not in editorial.halves}

    gone = {(kind, id) for kind, records in (("actors", editorial.actors), ("glossary", editorial.terms))
            for id in records if editorial.place(kind, id).file in faulty}
    kept = replace(editorial, unread=editorial.unread | gone, actors=left("actors", editorial.actors), events=left("events", editorial.events),
                   terms=left("glossary", editorial.terms), cases=left("cases", editorial.cases),
                   claims=left("claims", editorial.claims), contradictions=left("contradictions", editorial.contradictions),
                   debris=debris_patterns.sound(editorial.debris), spoken=pinyin_words.sound(editorial.spoken))
    return replace(kept, actors={id: _actor(a, kept, turning["actors"]) for id, a in kept.actors.items()},
                   events={id: _event(e, kept, turning["events"]) for id, e in kept.events.items()},
                   terms={id: _term(t, kept) for id, t in kept.terms.items()},
                   cases={id: _case(c, kept) for id, c in kept.cases.items()},
                   claims={id: _claim(c, kept) for id, c in kept.claims.items()},
                   contradictions={id: _contradiction(c, kept) for id, c in kept.contradictions.items()},
                   sources={id: _source(files, kept) for id, files in kept.sources.items()})


def without_halves(editorial: Editorial) -> Editorial:
    """The editorial without records of which something is missing: what is not there is no fault of theirs."""
    def left(kind: str, records: dict) -> dict:
        return {id: record for id, record in records.items() if (kind, id) not in editorial.halves}

    return replace(editorial, actors=left("actors", editorial.actors), events=left("events", editorial.events), terms=left("glossary", editorial.terms),
                   cases=left("cases", editorial.cases), claims=left("claims", editorial.claims), contradictions=left("contradictions", editorial.contradictions),
                   files={key: loaded for key, loaded in editorial.files.items() if key not in editorial.halves}) if editorial.halves else editorial


def _actor(actor: Actor, kept: Editorial, turning: set[str]) -> Actor:
    roles = tuple(role if role.at is None or role.at in kept.actors else _with(role, at=None) for role in actor.roles)
    return _with(actor, roles=roles, part_of=actor.part_of if actor.part_of in kept.actors and actor.id not in turning else None)


def _event(event: Event, kept: Editorial, turning: set[str]) -> Event:
    return _with(event, parent=event.parent if event.parent in kept.events and event.id not in turning else None,
                 participants=tuple(p for p in event.participants if p.actor in kept.actors))


def _term(term: Term, kept: Editorial) -> Term:
    return _with(term, see=tuple(id for id in term.see if id in kept.terms))


def _case(case: Case, kept: Editorial) -> Case:
    return _with(case, events=tuple(id for id in case.events if id in kept.events), response=_response(case.response, kept) if case.response else None)


def _response(response: Response, kept: Editorial) -> Response:
    turns = {key: _with(moment, event=moment.event if moment.event in kept.events else None, claim=moment.claim if moment.claim in kept.claims else None,
                        by=tuple(id for id in moment.by if id in kept.actors)) for key, moment in moments(response)}
    return _with(response, **turns, contradictions=tuple(id for id in response.contradictions if id in kept.contradictions))


def _claim(claim: Claim, kept: Editorial) -> Claim:
    return _with(claim, speaker=claim.speaker if claim.speaker in kept.actors else None,
                 about=tuple(id for id in claim.about if id in kept.actors), events=tuple(id for id in claim.events if id in kept.events))


def _contradiction(contradiction: Contradiction, kept: Editorial) -> Contradiction:
    return _with(contradiction, sides=tuple(_with(side, claims=tuple(id for id in side.claims if id in kept.claims)) for side in contradiction.sides))


def _source(files: SourceFiles, kept: Editorial) -> SourceFiles:
    record = files.record
    reports = tuple(_with(r, outlet=r.outlet if r.outlet in kept.actors else None,
                          events=tuple(id for id in r.events if id in kept.events))
                    for r in record.reports)
    publications = tuple(p for p in record.publications if p.actor in kept.actors)
    grades = family(kept.concepts, "source_grade")
    grade = record.grade if record.grade in grades or record.grade not in kept.concepts or not grades else None
    return replace(files, record=_with(record, grade=grade, reports=reports, publications=publications))


def _with(record: Any, **fields: Any) -> Any:
    """The record with other values. `dataclasses.replace` does not know fields that have another name in YAML (`from`)."""
    changed = copy(record)
    for name, value in fields.items():
        object.__setattr__(changed, name, value)
    return changed
