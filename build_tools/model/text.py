"""A text on its way from seed to page. Offsets are half-open and count code points."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from build_tools.model.dates import Date
from build_tools.model.problem import Place
from build_tools.model.record import Bilingual
from build_tools.model.source import Emendation, Report


@dataclass(frozen=True, slots=True)
class Seed:
    """A text as found, decoded; only BOM, line ends and NFC are settled silently."""

    id: str
    file: str
    """Path from the archive's root."""
    sha256: str
    """Of the bytes."""
    text: str
    shifts: tuple[tuple[int, int], ...] = ()
    """(offset, by how many code points the seed's own column is further from there on in that
    line).
    """

    def line(self, offset: int) -> int:
        """The seed's line, from 1.

        >>> Seed("a", "seeds/a.txt", "", "小米\\n汽车").line(3)
        2
        """
        return self.text.count("\n", 0, offset) + 1

    def column(self, offset: int) -> int:
        """The seed's column, from 1, in code points as the file has them."""
        start = self.text.rfind("\n", 0, offset) + 1
        moved = sum(by for at, by in self.shifts if start < at <= offset)
        return offset - start + moved + 1

    def lines(self) -> tuple[tuple[int, int], ...]:
        """(start, end) of each line, without its line end."""
        spans, start = [], 0
        for line in self.text.split("\n"):
            spans.append((start, start + len(line)))
            start += len(line) + 1
        return tuple(spans)


@dataclass(frozen=True, slots=True, order=True)
class Debris:
    """A stretch of the seed that is hidden from the text, and why."""

    start: int
    end: int
    kind: str
    reason: Bilingual = field(compare=False)
    by: str | int | None = field(default=None, compare=False)
    """The id of the debris rule, or the number of the entry under `hidden` in source.yml."""


def between(debris: Sequence[Debris], start: int, end: int) -> Sequence[Debris]:
    """What of the debris touches start..end. It must be in order and without overlaps, as in
    `Cleaned`.

    A long list of links is thousands of pieces: looking through all of them for every line takes
    minutes.
    """
    return debris[
        bisect_right(debris, start, key=lambda d: d.end) : bisect_left(
            debris, end, key=lambda d: d.start
        )
    ]


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the seed that belongs to the text, or several that a program broke: a paragraph,
    heading or list item.
    """

    start: int
    end: int
    kind: str
    """`paragraph`, `heading` or `item`."""
    lead: str = ""
    """A list mark that stands before it: •."""
    report: int | None = None
    """Index of the report that it belongs to."""
    level: int = 0
    """Of a heading: 1 for the headline of the whole text, 2 for what stands under it, and so on."""


_OF_SITE = ("furniture", "links", "advert", "repeat")
"""Kinds of debris; times and credits of a site say something of the text."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A seed divided into text and debris; together they are the whole seed."""

    seed: Seed
    blocks: tuple[Block, ...]
    debris: tuple[Debris, ...]
    """In order, not overlapping."""
    reports: tuple[Report, ...] = ()

    def hidden_within(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        return tuple(
            (max(d.start, start), min(d.end, end)) for d in between(self.debris, start, end)
        )

    def furniture(self) -> frozenset[int]:
        """The numbers of the lines that are wholly of the site, and say nothing of the text: a menu,
        links, an advert.
        """
        return frozenset(
            number
            for number, (start, end) in enumerate(self.seed.lines(), 1)
            if (words := self.seed.text[start:end].strip())
            and any(
                d.kind in _OF_SITE and words in self.seed.text[d.start : d.end]
                for d in between(self.debris, start, end)
            )
        )


@dataclass(frozen=True, slots=True)
class Segment:
    """The aligned unit: a sentence, heading or list item, with a permanent id."""

    id: str
    pieces: tuple[tuple[int, int], ...]
    """The stretches of the seed's text that make it up, in order."""
    found: str
    """Its words as found; a line end inside them is a blank."""
    kind: str
    """`sentence`, `heading` or `item`."""
    lang: str
    """What the seed has: `en`, `zh-Hans`, `zh-Hant` (of no known region), `zh-Hant-TW`,
    `zh-Hant-HK`, `ja` or `ko`.
    """
    block: int
    lead: str = ""
    cut: str = ""
    """`end`, `start` or `both` where the seed breaks off."""
    report: int | None = None
    level: int = 0
    """Of a heading, as in its block."""

    def seed_offset(self, offset: int) -> int:
        """Where in the seed's text the character at `offset` of `found` stands."""
        for start, end in self.pieces:
            if offset < end - start:
                return start + offset
            offset -= end - start
        return self.pieces[-1][1]

    def found_offset(self, seed_offset: int) -> int | None:
        """Where in `found` a place of the seed's text is; None where it is elsewhere."""
        done = 0
        for start, end in self.pieces:
            if start <= seed_offset <= end:
                return done + seed_offset - start
            done += end - start
        return None


@dataclass(frozen=True, slots=True)
class Change:
    """An emendation where it was made, in the reading."""

    start: int
    end: int
    found_start: int
    found_end: int
    number: int
    """Its number in the source's apparatus, from 1."""
    emendation: Emendation
    line: int | None = None
    """Where it stands in emendations.yml; nothing, if the program made it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a segment says after emendations."""

    text: str
    changes: tuple[Change, ...] = ()
    widened: tuple[int, ...] = ()
    """Offsets (in `found`) of punctuation whose width was restored."""


@dataclass(frozen=True, slots=True)
class Translation:
    """A segment in the other language, with what is known of its making."""

    text: str
    state: str
    """`untranslated`, `machine-draft`, `human-draft`, `reviewed` or `stale`."""
    origin: str = ""
    """`human`, `assisted`, `machine`, or `found`: it stands in a text of the archive."""
    by: str = ""
    on: str = ""
    note: str = ""
    old_source: str = ""
    """Of a stale translation: the text that it was made from."""
    place: Place | None = None
    """Of its entry in translation.po."""
    waived: dict[str, str] = field(default_factory=dict)
    """Code of a check -> why its finding is meant so here."""


Key = tuple[str, str | Date | None]
"""(kind, target) of a mark: what it names, wherever it stands."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a rendition that means something."""

    start: int
    end: int
    kind: str
    """One of `MARK_KINDS`: `actor`, `event`, `term`, `date`, `coding`, …"""
    target: str | Date | None
    """The id of an actor, event or term, or the key of a coding; a date, or None where the words
    name a day that there cannot be.
    """
    standing: str = "suggested"
    """`suggested` by the matcher; `confirmed` or `added` by an editor."""
    certainty: str = "attested"
    reason: Bilingual | None = None
    basis: str = ""
    """Of a date: stated, inherited or inferred."""

    @property
    def key(self) -> Key:
        return self.kind, self.target

    @property
    def id(self) -> str:
        """Of what it names, where that has one."""
        return self.target if isinstance(self.target, str) else ""


@dataclass(frozen=True, slots=True)
class Rendition:
    """A segment in one of the four languages and scripts."""

    lang: str
    text: str
    derivation: str
    """`source`, `translation`, `conversion` or `gloss`."""
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotable:
    """What a segment says, without where it stands in its seed: all that other pages show of it. A
    line more above it changes none of them.
    """

    lang: str
    """Of its words as found."""
    text: str
    """Its reading."""
    renditions: tuple[Rendition, ...]

    def rendition(self, lang: str) -> Rendition:
        return next(r for r in self.renditions if r.lang == lang)


@dataclass(frozen=True, slots=True)
class Aligned:
    """A segment with all that was made of it."""

    segment: Segment
    reading: Reading
    translation: Translation
    renditions: tuple[Rendition, ...]
    """In the order of `LANGS`."""

    @property
    def quotable(self) -> Quotable:
        return Quotable(self.segment.lang, self.reading.text, self.renditions)

    def rendition(self, lang: str) -> Rendition:
        return next(r for r in self.renditions if r.lang == lang)


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that answer to each other, by index."""

    chinese: tuple[int, ...]
    english: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SourceText:
    """A seed's segments with their readings and translations, index by index."""

    cleaned: Cleaned
    segments: tuple[Segment, ...]
    readings: tuple[Reading, ...]
    translations: tuple[Translation, ...]
    beads: tuple[Bead, ...] = ()
    """Sentences of the text that say the same in its two languages."""
