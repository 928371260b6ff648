"""What can be shown although something is wrong: the editorial without its faulty parts, and
without ways into nothing.
"""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

from build_tools.model.circles import circles, wholes
from build_tools.model.codings import Codings
from build_tools.model.editorial import Editorial, with_records, with_unavailable
from build_tools.model.named import family, nameable, named, not_there
from build_tools.model.problem import Problem
from build_tools.model.record_kinds import RECORD_KINDS, records_of
from build_tools.model.source import SourceRecord
from build_tools.model.text import Seed
from build_tools.model.walk import with_fields, without_lost


def showable(
    editorial: Editorial, seeds: tuple[Seed, ...], problems: Collection[Problem]
) -> Editorial:
    """Records with an error go, and rules that cannot be used; only a name that leads nowhere, or
    in a circle, is taken out of its record.
    """
    editorial = with_unavailable(
        editorial, not_there(named(editorial), editorial, nameable(editorial, seeds))
    )
    faulty = {
        p.place.file
        for p in problems
        if p.severity == "error"
        and p.code not in ("id-unknown", "concept-family", "circle", "pattern")
    }
    turning = {
        kind: {id for circle in circles(wholes(editorial, kind)) for id in circle}
        for kind in ("events", "actors", "sources")
    }
    kept = _without_unusable_rules(_without_faulty(editorial, faulty), problems)
    kept = replace(
        kept,
        actors=_ended(kept.actors, turning["actors"], "part_of"),
        events=_ended(kept.events, turning["events"], "parent"),
    )
    is_lost = _lost(kept)
    return replace(
        with_records(kept, lambda _, records: _led(records, is_lost)),
        sources={
            id: replace(
                files,
                record=_untranslating(
                    without_lost(files.record, is_lost) or SourceRecord(), id in turning["sources"]
                ),
                codings=Codings()
                if files.codings_place().file in faulty
                else without_lost(files.codings, is_lost) or Codings(),
            )
            for id, files in kept.sources.items()
        },
    )


def _without_faulty(editorial: Editorial, faulty: Collection[str]) -> Editorial:
    """The editorial without records of faulty files; names that are found by such are unavailable."""

    def left(folder: str, records: dict[str, Any]) -> dict[str, Any]:
        return {
            id: record
            for id, record in records.items()
            if editorial.place(folder, id).file not in faulty
            and (folder, id) not in editorial.incomplete
        }

    gone = {
        (kind, id)
        for kind, records in (("actors", editorial.actors), ("glossary", editorial.terms))
        for id in records
        if editorial.place(kind, id).file in faulty
    }
    return replace(with_records(editorial, left), unavailable=editorial.unavailable | gone)


def _without_unusable_rules(editorial: Editorial, problems: Collection[Problem]) -> Editorial:
    unusable = {p.place for p in problems if p.code in ("pattern", "pinyin-words")}
    return replace(
        editorial,
        debris=tuple(
            rule
            for n, rule in enumerate(editorial.debris)
            if editorial.place("rules", "debris", "rules", n, "pattern") not in unusable
        ),
        spoken=tuple(
            word
            for n, word in enumerate(editorial.spoken)
            if editorial.place("rules", "pinyin", "words", n) not in unusable
        ),
    )


def _lost(kept: Editorial) -> Callable[[str, str], bool]:
    """Whether an id leads nowhere. A concept without a record is shown as it is, but for a grade of
    another family.
    """
    there = {kind.id: records_of(kept, kind) for kind in RECORD_KINDS}
    grades = family(kept.concepts, "source_grade")
    others = kept.concepts.keys() - grades if grades else frozenset()
    return lambda kind, id: (
        id in others if kind == "source_grade" else kind in there and id not in there[kind]
    )


def _led(records: dict[str, Any], is_lost: Callable[[str, str], bool]) -> dict[str, Any]:
    """The records with ways that lead somewhere."""
    return {id: left for id, record in records.items() if (left := without_lost(record, is_lost))}


def _untranslating(record: SourceRecord, turning: bool) -> SourceRecord:
    """The record; of a source in a circle, without the one that it is said to translate."""
    return with_fields(record, translates=None) if turning else record


def _ended(records: dict[str, Any], turning: set[str], key: str) -> dict[str, Any]:
    """The records, those of circles without what they are a part of."""
    return {
        id: with_fields(record, **{key: None}) if id in turning else record
        for id, record in records.items()
    }
