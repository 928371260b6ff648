"""Shelves: claims, contradictions and what was known on a day stand on one page for each case, and one for what is in no case."""

from collections.abc import Iterable

from build_tools.model.archive import Archive
from build_tools.model.record import Passage

APART = "no.case"
"""The shelf of what is in no case. An id holds no dot, so no case takes its name."""


def shelves(archive: Archive) -> dict[tuple[str, str], str]:
    """(`claim` or `contradiction`, id) -> the case that it is shelved under, or APART."""
    of_source: dict[str, str] = {}
    for case in archive.cases.values():
        for source in case.sources:
            of_source.setdefault(source, case.id)

    def shelf(passages: Iterable[Passage]) -> str:
        """The case of the first passage that has one."""
        return next((of_source[p.source] for p in passages if p.source in of_source), APART)

    claims = {("claim", id): shelf(claim.evidence) for id, claim in archive.claims.items()}
    return claims | {("contradiction", id): shelf(archive.passages_of(each)) for id, each in archive.contradictions.items()}


def in_order(archive: Archive) -> tuple[str, ...]:
    """All shelves: the cases, then what is in none."""
    return (*archive.cases, APART)
