"""A segment beside its translation, as every check of this folder reads it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_tools.model.archive import Source
from build_tools.model.authority import Actor
from build_tools.model.quote import even_signs
from build_tools.model.termbase import Term
from build_tools.model.text import Aligned, Mark, Translation
from build_tools.model.work import Finding as Finding


@dataclass(frozen=True, slots=True)
class Side:
    """One language of a pair. Chinese is in Simplified script, which its marks are made for."""

    lang: str
    """`en` or `zh-Hans`."""
    text: str
    marks: tuple[Mark, ...]

    @property
    def language(self) -> str:
        return "English" if self.lang == "en" else "Chinese"

    def of(self, kind: str) -> tuple[Mark, ...]:
        return tuple(m for m in self.marks if m.kind == kind)


@dataclass(frozen=True, slots=True)
class Pair:
    """A segment's words and their translation."""

    segment: str
    kind: str
    """`sentence`, `heading` or `item`."""
    source: Side
    target: Side
    translation: Translation

    @property
    def en(self) -> Side:
        return self.source if self.source.lang == "en" else self.target

    @property
    def zh(self) -> Side:
        return self.target if self.source.lang == "en" else self.source


@dataclass(frozen=True, slots=True)
class Compared:
    """All pairs of one source, and what they are checked against."""

    pairs: tuple[Pair, ...]
    terms: dict[str, Term]
    actors: dict[str, Actor]
    first: dict[str, Pair]
    """Each folded source text -> the first pair that has it."""


Check = Callable[[Pair, Compared], Iterator[Finding]]
"""What is wrong with a translation beside its text, and with what all pairs of the source are checked against."""


def fails(pair: Pair, within: Compared, checks: Iterable[Check]) -> bool:
    """Whether one of the checks finds something."""
    return any(next(iter(check(pair, within)), None) for check in checks)


def heeded(pair: Pair, checks: Mapping[str, Check]) -> list[Check]:
    """Those that the entry does not waive."""
    return [check for code, check in checks.items() if code not in pair.translation.waived]


def compared(source: Source, terms: dict[str, Term], actors: dict[str, Actor]) -> Compared:
    """The source's translated segments. What nobody has translated is not compared, nor what was
    found in the seeds themselves:
    nobody here wrote it as a translation or may change it, and one sentence may there stand beside
    a part of another."""
    pairs = tuple(
        _pair(each)
        for each in source.text
        if each.translation.text and each.translation.origin != "found"
    )
    first: dict[str, Pair] = {}
    for pair in pairs:
        first.setdefault(levelled(pair.source.text), pair)
    return Compared(pairs, terms, actors, first)


def levelled(text: str) -> str:
    """For comparison: width, case and spaces do not count.

    >>> levelled("小米，回应 KOL") == levelled("小米,回应kol")
    True
    """
    return "".join(even_signs(text).casefold().split())


def _pair(each: Aligned) -> Pair:
    english, chinese = (
        Side(r.lang, r.text, r.marks) for r in (each.rendition("en"), each.rendition("zh-Hans"))
    )
    sides = (english, chinese) if each.segment.lang == "en" else (chinese, english)
    return Pair(each.segment.id, each.segment.kind, *sides, each.translation)
