"""What must hold between records: one file for each kind of fault."""

from dataclasses import replace

from build_tools.checks import debris_patterns, edtf_dates, form_twice, id_twice, references, script_forms, seedless
from build_tools.checks.broken_links import check as check_links
from build_tools.model.problem import Problem
from build_tools.model.text import Seed
from build_tools.readers.editorial import Editorial

_CHECKS = (seedless, id_twice, references, edtf_dates, debris_patterns, form_twice, script_forms)

__all__ = ["check_editorial", "check_links"]


def check_editorial(editorial: Editorial, seeds: tuple[Seed, ...]) -> tuple[Editorial, tuple[Problem, ...]]:
    """The problems, and the editorial without the records that cannot be shown."""
    problems = [problem for each in _CHECKS for problem in each.check(editorial, seeds)]
    faulty = {(p.place.file) for p in problems if p.severity == "error"}

    def sound(kind: str, records: dict) -> dict:
        return {id: record for id, record in records.items() if editorial.place(kind, id).file not in faulty}

    kept = replace(editorial, actors=sound("actors", editorial.actors), events=sound("events", editorial.events),
                   terms=sound("glossary", editorial.terms), cases=sound("cases", editorial.cases),
                   debris=debris_patterns.sound(editorial.debris))
    return kept, tuple(problems)
