"""Shelves: claims, contradictions and what was known on a day stand on one page for each case, and
one for what is in no case.
"""

from collections.abc import Callable, Collection, Iterable
from typing import TypeVar

from build_tools.model.archive import Archive
from build_tools.model.record import Passage

T = TypeVar("T")

APART = "no.case"
"""The shelf of what is in no case. An id holds no dot, so no case takes its name."""


def shelves(archive: Archive) -> dict[tuple[str, str], str]:
    """(`claim` or `contradiction`, id) -> the case that it is shelved under, or APART."""
    of_source: dict[str, str] = {}
    for case in archive.cases.values():
        for source in case.sources:
            of_source.setdefault(source, case.id)

    def shelf(passages: Iterable[Passage]) -> str:
        """The case of the first passage that has one: of a contradiction, mostly what its first claim quotes."""
        return next((of_source[p.source] for p in passages if p.source in of_source), APART)

    claims = {("claim", id): shelf(claim.evidence) for id, claim in archive.claims.items()}
    return claims | {
        ("contradiction", id): shelf(archive.passages_of(each))
        for id, each in archive.contradictions.items()
    }


def on_shelves(
    archive: Archive, records: Iterable[T], shelves_of: Callable[[T], Collection[str]]
) -> dict[str, list[T]]:
    """What stands on each shelf: those of the cases in their order, then that of what is in none.
    Empty ones are left out.
    """
    held: dict[str, list[T]] = {shelf: [] for shelf in (*archive.cases, APART)}
    for each in records:
        for shelf in shelves_of(each):
            held[shelf].append(each)
    return {shelf: own for shelf, own in held.items() if own}


def titled(archive: Archive, title: str, shelf: str) -> str:
    """A page's title with the name of its case."""
    name = archive.names.get(("case", shelf))
    return f"{title} {name['en']} {name['zh-Hans']}" if name else title
