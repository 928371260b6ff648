"""The whole archive, linked: what pages are made from."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from build_tools.model.authority import Actor, Event
from build_tools.model.claims import Claim, Contradiction
from build_tools.model.codings import CodedPassage, Codings, coding_key
from build_tools.model.dates import Date
from build_tools.model.record import Bilingual, Passage
from build_tools.model.rules import Settings
from build_tools.model.source import SourceRecord
from build_tools.model.teaching import Case, Vocabulary, no_vocabulary
from build_tools.model.termbase import Term
from build_tools.model.text import Aligned, Bead, Cleaned, Key, Mark, SourceText
from build_tools.model.walk import passages_in


@dataclass(frozen=True, slots=True)
class OwnDay:
    """The day that a line of the seed gives as the text's own."""

    date: Date
    reason: Bilingual
    """Which line, and what it says of the text."""


@dataclass(frozen=True, slots=True)
class Source:
    """The archive's record of one seed, with its text."""

    id: str
    title: dict[str, str]
    """By language; where nobody has translated it, the words as they are."""
    record: SourceRecord
    cleaned: Cleaned
    text: tuple[Aligned, ...]
    side: str
    """`en` or `zh`: the language of most of the text, or of its beginning where all of it is there
    in both.
    """
    beads: tuple[Bead, ...] = ()
    """Sentences of the text that say the same in its two languages."""
    own_day: OwnDay | None = None
    """Where no editor has recorded dates."""
    pinyin: str = ""
    """How its Chinese is read aloud: each syllable with its characters."""
    read_otherwise: tuple[str, ...] = ()
    """For each segment, which of its characters are read otherwise than `pinyin` says, and how."""
    codings: Codings = Codings()

    def aligned(self, id: str) -> Aligned:
        """The segment of this id, which must be there, with all that was made of it."""
        return next(each for each in self.text if each.segment.id == id)

    def as_text(self) -> SourceText:
        """Its text without renditions and marks."""
        return SourceText(
            self.cleaned,
            tuple(each.segment for each in self.text),
            tuple(each.reading for each in self.text),
            tuple(each.translation for each in self.text),
            self.beads,
        )


@dataclass(frozen=True, slots=True, order=True)
class Sighting:
    """A segment in which something is mentioned."""

    source: str
    index: int
    """Of the segment in its source."""
    segment: str
    marks: tuple[Mark, ...] = field(compare=False)
    """All that name it there, over both languages."""

    @property
    def certain(self) -> bool:
        return any(m.certainty == "attested" for m in self.marks)


@dataclass(frozen=True, slots=True)
class Coded:
    """A passage that is coded, and the source that it stands in."""

    source: str
    passage: CodedPassage

    @property
    def words(self) -> Passage:
        """The passage as a quotation."""
        return self.passage.within(self.source)


Marked = Actor | Event | Term | Coded
"""What a mark may lead to the record of."""


@dataclass(frozen=True, slots=True)
class Archive:
    """Everything, by id, in order."""

    settings: Settings
    sources: dict[str, Source]
    cases: dict[str, Case]
    actors: dict[str, Actor]
    events: dict[str, Event]
    terms: dict[str, Term]
    claims: dict[str, Claim]
    contradictions: dict[str, Contradiction]
    concepts: dict[str, dict[str, Any]]
    sightings: dict[Key, tuple[Sighting, ...]]
    """(kind of mark, id) or (`date`, date) -> where it is mentioned."""
    together: dict[tuple[str, str], tuple[tuple[str, str, int], ...]]
    """(kind, id) of an actor or event -> the (kind, id, how often) mentioned in the same
    paragraphs.
    """
    names: dict[tuple[str, str], dict[str, str]]
    """(kind, id) -> its name in each language and script."""
    regional: dict[str, dict[str, str]]
    """For each region: the words that our own prose uses there instead."""
    spoken: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Simplified words that editors read otherwise than the dictionary, with a syllable for each
    character.
    """
    people: tuple[str, ...] = ()
    """The Simplified names of persons."""
    named_by: dict[tuple[str, str, str | Date], tuple[str, ...]] = field(default_factory=dict)
    """(kind of record, key, id or date there) -> the ids of those that have it."""
    counted: dict[str, Counter[Key]] = field(default_factory=dict)
    """Source -> what it mentions, and in how many segments."""

    vocabulary: Vocabulary = field(default_factory=no_vocabulary)
    """The whole PR vocabulary, where `concepts` has its concepts by id."""
    coded: dict[str, Coded] = field(default_factory=dict)
    """All passages that are coded and stand in their texts, in order of sources and of their files."""

    @property
    def records(self) -> dict[str, Mapping[str, Marked]]:
        """Kind -> the records that marks of that kind lead to."""
        return {
            "actor": self.actors,
            "event": self.events,
            "term": self.terms,
            "coding": self.coded,
        }

    def seen(self, kind: str, id: str | Date) -> tuple[Sighting, ...]:
        return self.sightings.get((kind, id), ())

    def naming(self, kind: str, key: str, id: str | Date) -> tuple[str, ...]:
        """The ids of the records of a kind that name another under a key, or have a date there, in
        order: `naming("event", "participants", actor)`.
        """
        return self.named_by.get((kind, key, id), ())

    def cases_of(self, source: str) -> tuple[Case, ...]:
        """The cases in which a source is read."""
        return tuple(self.cases[id] for id in self.naming("case", "sources", source))

    def coded_in(self, source: str) -> tuple[Coded, ...]:
        """The coded passages of a source."""
        keys = (coding_key(source, each.id) for each in self.sources[source].codings.passages)
        return tuple(self.coded[key] for key in keys if key in self.coded)

    def passages_of(self, contradiction: Contradiction) -> tuple[Passage, ...]:
        """What a contradiction rests on, side by side: what its claims quote, then its own quotations."""
        return tuple(
            passage
            for side in contradiction.sides
            for passage in (
                *passages_in(tuple(self.claims[id] for id in side.claims)),
                *side.evidence,
            )
        )
