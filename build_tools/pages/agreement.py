"""How far the coders agree, family by family, and every passage on which they do not."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model.archive import Archive, Coded
from build_tools.pages.context import Page, PageContext
from build_tools.pages.excerpts import CODED
from build_tools.pages.view import View

ENOUGH = 10
"""Units of a family from which on a coefficient is given; with fewer, one more disagreement moves it
by a tenth and more.
"""


@dataclass(frozen=True, slots=True)
class Agreed:
    """What two coders made of the passages of one family."""

    scheme: str
    units: int
    same: int
    """Passages for which both claim the same."""
    alpha: float | None
    """Krippendorff's, nominal; None where there are too few units, or where nothing varies."""

    @property
    def share(self) -> int:
        """Observed agreement in percent."""
        return round(100 * self.same / self.units)


@dataclass(frozen=True, slots=True)
class AgreementPage(PageContext):
    """The page on how far coders agree."""

    template = "agreement.html"
    families: list[Agreed]
    enough: int
    disputed: list[Coded]
    more: int
    """Disputed passages that are left out."""


def pages(view: View) -> Iterator[Page]:
    """The one page."""
    archive = view.archive
    disputed = [each for each in archive.coded.values() if each.passage.is_disputed]
    context = AgreementPage(families(archive), ENOUGH, disputed[:CODED], len(disputed[CODED:]))
    front = {"title": "Agreement of the coders 编码一致性"}
    yield "concepts/agreement.md", front, view.page("../", context)


def families(archive: Archive) -> list[Agreed]:
    """Of the passages that two coders have coded, in the order of the vocabulary."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for each in archive.coded.values():
        codes = {code.coder: code.concept or "none" for code in each.passage.codes}
        if len(codes) == 2:
            found[scheme_of(archive, each)].append((codes["first"], codes["second"]))
    return [
        Agreed(
            scheme["id"],
            len(units),
            sum(one == other for one, other in units),
            alpha(units) if len(units) >= ENOUGH else None,
        )
        for scheme in archive.vocabulary.get("schemes", ())
        if (units := found.get(scheme["id"], []))
    ]


def scheme_of(archive: Archive, coded: Coded) -> str:
    """The family of which the coders of a passage chose a concept."""
    return next(
        (str(archive.concepts.get(id, {}).get("scheme", "")) for id in coded.passage.concepts), ""
    )


def alpha(units: list[tuple[str, str]]) -> float | None:
    """Krippendorff's alpha of two coders over nominal values: 1 for agreement throughout, 0 for what
    chance would give. None where only one value was ever used: then nothing can be told from chance.

    >>> alpha([("a", "a"), ("b", "b"), ("a", "b"), ("b", "b")])
    0.533
    >>> alpha([("a", "a"), ("a", "a")])
    """
    if len({value for unit in units for value in unit}) < 2:
        return None
    from nltk.metrics.agreement import AnnotationTask  # 0.2 s, and only where something is coded

    task = AnnotationTask(
        [
            (coder, number, value)
            for number, unit in enumerate(units)
            for coder, value in enumerate(unit)
        ]
    )
    return round(float(task.alpha()), 3)
