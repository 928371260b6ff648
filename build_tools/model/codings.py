"""Codings: PR concepts that coders claim for passages of a source. A claim, not a fact: each coder's
stands beside the others', with its reason and what could be held instead.
"""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, StringConstraints

from build_tools.model.record import (
    ActorId,
    Bilingual,
    ConceptId,
    Id,
    Passage,
    Quote,
    record,
)

NoConcept = Annotated[
    Annotated[ConceptId, StringConstraints(min_length=1)] | None,
    BeforeValidator(lambda given: None if given == "none" else given),
]
"""A concept of the PR vocabulary, or `none`: that none of them fits."""


def coding_key(source: str, passage: str) -> str:
    """What a coded passage is called where those of all sources are together.

    >>> coding_key("kol-zh", "contact-ended")
    'kol-zh/contact-ended'
    """
    return f"{source}/{passage}"


@record
class Alternative:
    """What an expert might hold instead."""

    concept: NoConcept
    """A concept of the PR vocabulary, or `none`."""
    why: Bilingual | None = None
    """What speaks for it."""


@record
class Code:
    """What one coder claims for a passage."""

    coder: Literal["first", "second"]
    concept: NoConcept
    """A concept of the PR vocabulary, or `none` where the coder finds that none fits."""
    confidence: Literal["high", "medium", "low"]
    """`high`: most trained coders would agree; `medium`: a named alternative is defensible; `low`: for
    discussion.
    """
    why: Bilingual | None = None
    """How the words meet the definition; needed with `medium` and `low`."""
    alternatives: tuple[Alternative, ...] = ()
    """At least one with `medium` and `low`."""


@record
class CodedPassage:
    """Words of the source, and the concept of one family that each coder claims for them."""

    id: Id
    """Part of an address, never reused: `000-malicious-leaks`."""
    segment: str = ""
    """Where the words stand, as pages number it; needed where they occur more than once."""
    quote: Quote
    """The shortest words of the reading that carry the concept."""
    prefix: str = ""
    suffix: str = ""
    parallel: str = ""
    """The words of the translation that answer to the quote."""
    speaker: ActorId | None = None
    """Who speaks or acts in these words, if the text says so."""
    codes: tuple[Code, ...]
    """One of each coder."""

    @property
    def concepts(self) -> tuple[str, ...]:
        """What its coders claim, each once."""
        return tuple(dict.fromkeys(code.concept for code in self.codes if code.concept))

    @property
    def is_disputed(self) -> bool:
        """Whether its coders claim different things."""
        return len({code.concept for code in self.codes}) > 1

    def within(self, source: str) -> Passage:
        """Its words as a quotation of the source."""
        return _within(source, self)


@record
class NotCodable:
    """What a class will look for in the source in vain."""

    id: Id
    segment: str = ""
    quote: str = ""
    """The words that seem to bear it; nothing, where none do."""
    prefix: str = ""
    suffix: str = ""
    parallel: str = ""
    concepts: tuple[ConceptId, ...]
    """What cannot be coded."""
    sought: Bilingual
    """What a reader may look for."""
    why: Bilingual
    """Why the text does not give it."""

    def within(self, source: str) -> Passage | None:
        """Its words as a quotation of the source, if it has any."""
        return _within(source, self) if self.quote else None


@record
class Codings:
    """All codings of one source."""

    passages: tuple[CodedPassage, ...] = ()
    not_codable: tuple[NotCodable, ...] = ()

    @property
    def entries(self) -> tuple[CodedPassage | NotCodable, ...]:
        """All that stands in the file."""
        return (*self.passages, *self.not_codable)

    def quoted(self, source: str) -> Iterator[tuple[Passage, tuple[str, int]]]:
        """What they quote of the source, and the way to it in their file."""
        for n, coded in enumerate(self.passages):
            yield coded.within(source), ("passages", n)
        for n, each in enumerate(self.not_codable):
            if words := each.within(source):
                yield words, ("not_codable", n)


def _within(source: str, said: CodedPassage | NotCodable) -> Passage:
    return Passage(
        source=source,
        quote=said.quote,
        prefix=said.prefix,
        suffix=said.suffix,
        segment=said.segment,
        parallel=said.parallel,
    )
