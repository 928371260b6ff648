"""What must hold: one file for each kind of fault.

Those of `_CHECKS` look at records alone. The others look at texts or pages, and are called where
these are made: in `per_source.py` and `pipeline.py`.
"""

from collections.abc import Iterable, Iterator
from typing import Protocol

from build_tools.checks import (
    attribution,
    case_concepts,
    circles,
    claim_conflicts,
    claim_source,
    coding_concept,
    coding_grounds,
    coding_twice,
    debris_patterns,
    decision_target,
    decision_unplaced,
    dossiers,
    event_dates,
    exchanged_names,
    form_never,
    form_twice,
    form_unknown,
    id_reserved,
    id_twice,
    ids_lost,
    languages,
    listed_twice,
    out_of_step,
    pinyin_words,
    po_by_hand,
    quoted_names,
    references,
    response_clock,
    script_forms,
    seed_changed,
    short_forms,
    sides,
    stated_dates,
    term_forms,
    width_of_rules,
    words_hidden,
)
from build_tools.checks.broken_links import check as check_links
from build_tools.checks.broken_links import printed
from build_tools.checks.of_halves import apart_from_faults
from build_tools.checks.translation import check_translations, problems_of_translations
from build_tools.model.editorial import Editorial, without_incomplete
from build_tools.model.problem import Problem
from build_tools.model.text import Seed


class Check(Protocol):
    """What each file of a check has."""

    def check(self, editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
        """What it finds wrong with the records, as far as the texts are not needed for it; `seeds` tell which there are."""


_CHECKS: tuple[Check, ...] = (
    id_reserved,
    id_twice,
    references,
    decision_target,
    circles,
    debris_patterns,
    form_twice,
    form_never,
    form_unknown,
    quoted_names,
    short_forms,
    script_forms,
    attribution,
    response_clock,
    pinyin_words,
    languages,
    stated_dates,
    sides,
    claim_conflicts,
    claim_source,
    listed_twice,
    term_forms,
    width_of_rules,
    event_dates,
    exchanged_names,
    coding_grounds,
    coding_concept,
    coding_twice,
    case_concepts,
    dossiers,
)

_OF_HALVES = (references, circles)
"""Checks that speak of what a record names, whatever else of it is missing."""

__all__ = [
    "check_editorial",
    "check_links",
    "check_translations",
    "decision_unplaced",
    "ids_lost",
    "out_of_step",
    "po_by_hand",
    "printed",
    "problems_of_translations",
    "seed_changed",
    "words_hidden",
]


def check_editorial(
    editorial: Editorial, seeds: tuple[Seed, ...], faults: Iterable[Problem] = ()
) -> tuple[Problem, ...]:
    """What is wrong with what editors wrote, as far as it can be seen without the texts. `faults`
    were told when it was read.
    """
    whole = without_incomplete(editorial)
    found = dict.fromkeys(
        problem
        for each in _CHECKS
        for problem in each.check(editorial if each in _OF_HALVES else whole, seeds)
    )
    if any(each.incomplete for each in editorial.loaded()):
        in_halves = (
            problem
            for each in _CHECKS
            if each not in _OF_HALVES
            for problem in each.check(editorial, seeds)
            if problem not in found
        )
        found |= dict.fromkeys(apart_from_faults(in_halves, faults, editorial))
    return tuple(found)
