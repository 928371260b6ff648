"""Renditions -> renditions with marks: what annotators find, and what editors decided about it."""

from dataclasses import replace

from build_tools.annotators import ANNOTATORS
from build_tools.annotators.given import Given
from build_tools.annotators.names.matching import leftmost_longest
from build_tools.model.mark_kinds import MARK_KINDS
from build_tools.model.problem import Problem
from build_tools.model.record import WRITTEN
from build_tools.model.text import Aligned, Mark
from build_tools.stages.decide import Decided, decide


def annotate(
    given: Given, decisions: tuple[Decided, ...] = ()
) -> tuple[tuple[Aligned, ...], tuple[Problem, ...]]:
    """The passages with their marks, the same in all three Chinese scripts. Of links no two
    overlap; a passage may hold others.
    """
    found: dict[tuple[int, str], list[Mark]] = {
        (number, lang): [] for number in range(len(given.passages)) for lang in WRITTEN
    }
    in_finding: list[Problem] = []
    for annotator in ANNOTATORS:
        marks, problems = annotator(given)
        in_finding += problems
        for side, own in marks.items():
            found[side] += own
    links, in_deciding = decide(
        given.passages,
        {side: leftmost_longest([m for m in own if _is_link(m)]) for side, own in found.items()},
        decisions,
    )
    whole = {
        side: {*links[side], *(m for m in own if not _is_link(m))} for side, own in found.items()
    }
    return tuple(
        _with_marks(passage, whole, number) for number, passage in enumerate(given.passages)
    ), (*in_deciding, *in_finding)


def _is_link(mark: Mark) -> bool:
    return MARK_KINDS[mark.kind].drawn == "link"


def _with_marks(passage: Aligned, marks: dict[tuple[int, str], set[Mark]], number: int) -> Aligned:
    def of(lang: str) -> tuple[Mark, ...]:
        return tuple(
            sorted(
                marks[number, "en" if lang == "en" else "zh-Hans"],
                key=lambda m: (m.start, m.end, m.kind, m.target),
            )
        )

    return replace(
        passage, renditions=tuple(replace(each, marks=of(each.lang)) for each in passage.renditions)
    )
