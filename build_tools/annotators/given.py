"""What an annotator is given, and what it gives: the marks of a text by segment and language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from build_tools.annotators.dates.anchors import Anchors
from build_tools.annotators.names.matching import Matcher
from build_tools.model.problem import Place, Problem
from build_tools.model.quote import locate
from build_tools.model.record import Passage
from build_tools.model.text import Aligned, Mark

Marks = Mapping[tuple[int, str], tuple[Mark, ...]]
"""(number of a segment from 0, one of `WRITTEN`; the other scripts share the offsets of the Simplified) -> its marks."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words that a record quotes from a source, to be marked there."""

    mark: Mark
    """Without its place."""
    passage: Passage
    place: Place


@dataclass(frozen=True, slots=True)
class Given:
    """A text, and what is known before it is read."""

    source: str
    """Its id."""
    passages: tuple[Aligned, ...]
    matchers: Mapping[str, Matcher] = field(default_factory=dict)
    """By language, `en` and `zh`."""
    anchors: Anchors = Anchors()
    quoted: tuple[Quoted, ...] = ()
    named: frozenset[str] = frozenset()
    """Actors and terms that editors say the text names, wherever."""
    confirmed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Segment id -> the actors and terms that editors have read there."""


Annotator = Callable[[Given], tuple[Marks, tuple[Problem, ...]]]
"""A new one is a file, a line in `annotators/__init__.py`, and a row of `model/mark_kinds.py`."""


def places_of(
    passages: tuple[Aligned, ...], lang: str | None, quote: str, prefix: str, suffix: str
) -> list[tuple[int, str, int, int]]:
    """(number of the segment, lang, start, end) for each place of a quotation, within single
    segments.
    """
    return [
        (number, lang or ("en" if passage.segment.lang == "en" else "zh-Hans"), start, end)
        for number, passage in enumerate(passages)
        for start, end in locate(words_of(passage, lang), quote, prefix, suffix)
    ]


def words_of(passage: Aligned, lang: str | None) -> str:
    """What a quotation is looked for in: a rendition, or the reading, whose script may be none of
    the four's; offsets are the same.
    """
    return passage.rendition(lang).text if lang else passage.reading.text
