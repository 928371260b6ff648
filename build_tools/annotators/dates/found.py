"""The dates of a text: what the words of each segment and the day of the text say, then what the
story before it adds, or leaves open.
"""

from dataclasses import replace

from build_tools.annotators.dates.chronicle import Dated, in_order
from build_tools.annotators.dates.doubt import left_open
from build_tools.annotators.dates.in_segment import dates
from build_tools.annotators.dates.same_year import same_year
from build_tools.annotators.given import Given, Marks
from build_tools.model.problem import Problem
from build_tools.model.record import WRITTEN
from build_tools.model.text import Aligned, Mark


def find(given: Given) -> tuple[Marks, tuple[Problem, ...]]:
    """The dates of each segment, in each language; finding them meets no problems."""
    return {
        (number, lang): marks
        for lang in WRITTEN
        for number, marks in enumerate(_dates(given, lang))
    }, ()


def _dates(given: Given, lang: str) -> list[tuple[Mark, ...]]:
    said = []
    for passage, speaking in zip(given.passages, _spoken(given.passages, lang), strict=True):
        text, anchor = passage.rendition(lang).text, given.anchors.at(passage.segment)
        said.append(
            Dated(
                passage.segment,
                text,
                dates(
                    text,
                    replace(anchor, is_written=False) if anchor and speaking else anchor,
                    bare_months=True,
                ),
                anchor,
            )
        )
    return same_year(said, left_open(said, in_order(said)))


def _spoken(passages: tuple[Aligned, ...], lang: str) -> list[bool]:
    """Whether each passage begins within a quotation of its paragraph: a speaker's 昨天 may be
    another day than the writer's.
    """
    found, block, depth = [], None, 0
    for passage in passages:
        depth = depth if passage.segment.block == block else 0
        found.append(depth > 0)
        text, block = passage.rendition(lang).text, passage.segment.block
        depth += sum(text.count(mark) for mark in "“「『") - sum(
            text.count(mark) for mark in "”」』"
        )
    return found
