"""Cases side by side: what their passages are coded with, family by family, what cannot be coded, and
how they were answered.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from build_tools.model.archive import Archive, Coded
from build_tools.model.codings import NotCodable
from build_tools.model.dates import Date
from build_tools.model.teaching import Case, Moment
from build_tools.pages.clock import basis_of
from build_tools.pages.context import Page, PageContext
from build_tools.pages.view import View

_BESIDE = 6
"""Cases on one page: more columns cannot be compared."""
_TURNS = ("first_response", "apology", "sanctions")


@dataclass(frozen=True, slots=True)
class Cell:
    """What the sources of a case say under a variable."""

    concepts: list[tuple[str, list[Coded]]]
    """(concept, the passages for which a coder claims it), the most frequent first."""
    in_vain: list[tuple[str, NotCodable]]
    """(source, what does not allow any of the family to be coded)."""


@dataclass(frozen=True, slots=True)
class MatrixPage(PageContext):
    """The cases beside each other, concept by concept and turn by turn."""

    template = "matrix.html"
    cases: list[Case]
    schemes: dict[str, list[Cell]]
    """Family of concepts -> a cell for each case."""
    turns: dict[str, list[Moment | None]]
    """Turn of the response -> what is told of it, for each case."""
    when: Callable[[Moment], Date | None]
    basis: Callable[[Moment], str]
    here: int
    """The number of this page, from 1."""
    last: int


def pages(view: View) -> Iterator[Page]:
    """The cases in their order, a few to a page."""
    archive = view.archive
    cases = compared(archive)
    leaves = [cases[at : at + _BESIDE] for at in range(0, len(cases), _BESIDE)] or [[]]
    for number, leaf in enumerate(leaves, 1):
        context = MatrixPage(
            leaf,
            _rows(archive, leaf),
            {
                turn: [getattr(case.response, turn) if case.response else None for case in leaf]
                for turn in _TURNS
            },
            lambda moment: moment.when(archive.events, archive.claims),
            lambda moment: basis_of(archive, moment),
            number,
            len(leaves),
        )
        name = "matrix" if number == 1 else f"matrix.{number}"
        yield f"concepts/{name}.md", {"title": "Cases compared 案例对照"}, view.page("../", context)


def _rows(archive: Archive, cases: list[Case]) -> dict[str, list[Cell]]:
    """The families of which any of the cases has something."""
    rows = {scheme: [cell(archive, case, scheme) for case in cases] for scheme in schemes(archive)}
    return {
        scheme: cells
        for scheme, cells in rows.items()
        if any(each.concepts or each.in_vain for each in cells)
    }


def compared(archive: Archive) -> list[Case]:
    """The cases of which something is coded, or not codable."""
    return [
        case
        for case in archive.cases.values()
        if any(
            archive.coded_in(id) or archive.sources[id].codings.not_codable for id in case.sources
        )
    ]


def schemes(archive: Archive) -> list[str]:
    """The families in the order of the vocabulary, those that describe no passages left out."""
    refused = archive.vocabulary.get("coding_model", {}).get("not_coded", ())
    return [
        each["id"]
        for each in archive.vocabulary.get("schemes", ())
        if each["id"] not in refused and ("scheme", each["id"]) in archive.names
    ]


def cell(archive: Archive, case: Case, scheme: str) -> Cell:
    """What the sources of a case say under one family of concepts."""

    def fits(concept: str) -> bool:
        return bool(archive.concepts.get(concept, {}).get("scheme") == scheme)

    found: dict[str, list[Coded]] = defaultdict(list)
    for each in (one for id in case.sources for one in archive.coded_in(id)):
        for concept in filter(fits, each.passage.concepts):
            found[concept].append(each)
    return Cell(
        sorted(found.items(), key=lambda each: (-len(each[1]), each[0])),
        [
            (id, each)
            for id in case.sources
            for each in archive.sources[id].codings.not_codable
            if any(map(fits, each.concepts))
        ],
    )
