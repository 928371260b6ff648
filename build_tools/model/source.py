"""What editors say about one seed: the files of its folder under `editorial/sources/`."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from build_tools.model.dates import Date, Year
from build_tools.model.record import (
    ActorId,
    Basis,
    Bilingual,
    Certainty,
    EventId,
    Filled,
    GradeId,
    Lang,
    MentionId,
    Passage,
    Quote,
    SourceId,
    record,
)
from build_tools.model.rules import DebrisKind

SHA256 = "^[0-9a-f]{64}$"
Sha256 = Annotated[str, StringConstraints(pattern=SHA256)]


@record
class SourceDate:
    """One of the several dates of a source."""

    kind: Literal["event", "announced", "published", "republished", "recorded"]
    date: Date
    basis: Basis
    quote: str = ""
    """The words of the seed that it rests on."""
    note: Bilingual | None = None


@record
class Publication:
    """An outlet that carried the text."""

    actor: ActorId
    as_: Annotated[Literal["publisher", "republisher", "platform", "summarizer"], Field(alias="as")]
    certainty: Certainty = "attested"
    note: Bilingual | None = None


@record
class Hidden:
    """Words of the seed that are not part of the text."""

    quote: Quote
    kind: DebrisKind
    reason: Bilingual
    prefix: str = ""
    suffix: str = ""


@record
class Report:
    """One publication inside a seed that holds several."""

    starts: Quote
    """The words that its first line begins with."""
    outlet: ActorId | None = None
    outlet_quote: str = ""
    """The words that name the outlet."""
    date: Date | None = None
    """EDTF of publication, if the report gives one."""
    date_basis: Basis = "stated"
    like: tuple[int, ...] = ()
    """Numbers (from 1) of the reports that say nearly the same: one voice, not several."""
    events: tuple[EventId, ...] = ()
    """What it tells of, where that is not the matter of the others."""
    note: Bilingual | None = None


@record
class Gap:
    """A place where something is missing, by the text's own testimony."""

    after: Quote
    """The words of the seed after which it is missing."""
    note: Bilingual


@record
class SourceRecord:
    """What editors say about one seed. Every key is optional."""

    title: Bilingual | None = None
    language: Literal["en", "zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK"] | None = None
    """Only where detection would be wrong."""
    origin: (
        Literal["as-published", "machine-translated", "machine-summary", "search-snippets"] | None
    ) = None
    """What the text is. Chinese given for a machine-translated text is a re-translation."""
    grade: GradeId | None = None
    """A `source_grade` concept of the PR vocabulary: `sg.commentary`."""
    publications: tuple[Publication, ...] = ()
    dates: tuple[SourceDate, ...] = ()
    translates: SourceId | None = None
    """Id of the source of which this text is a translation; or its own, if it holds both languages
    and the program does not see it.
    """
    year: Year | None = None
    """The year to which bare days and months belong: an editor's anchor, shown as inherited."""
    sha256: Sha256 | None = None
    """Of the seed's bytes, to notice a changed seed."""
    hidden: tuple[Hidden, ...] = ()
    kept: tuple[Quote, ...] = ()
    """Words that a debris rule would hide but that belong to the text."""
    headings: tuple[Quote, ...] = ()
    """Lines that are headings though no rule sees it."""
    reports: tuple[Report, ...] = ()
    gaps: tuple[Gap, ...] = ()
    note: Bilingual | None = None


@record
class Emendation:
    """quote -> reading: what an editor holds that the corrupt text said or meant."""

    quote: Quote
    """The words as found."""
    prefix: str = ""
    suffix: str = ""
    every: bool = False
    """All occurrences, not one."""
    reading: Filled
    """What the edited text prints instead; `""` where the words are to be left out."""
    kind: Literal[
        "name",
        "idiom",
        "date",
        "sense",
        "heading",
        "lost",
        "logic",
        "term",
        "number",
        "grammar",
        "punctuation",
        "encoding",
    ]
    reason: Bilingual
    certainty: Certainty
    evidence: tuple[Passage, ...] = ()
    origin: Literal["human", "assisted"] = "assisted"


@record
class MentionDecision:
    """An editor's word on a mention; it beats the matcher's."""

    segment: Quote | None = None
    """Where the quote stands, as pages print it. `casebook sync` fills it in; from then on the
    words count there and nowhere else.
    """
    quote: Quote
    prefix: str = ""
    suffix: str = ""
    lang: Lang | None = None
    """Which rendition the quote stands in; without it, the source's own language."""
    decision: Literal["confirm", "reject", "add", "retarget"]
    target: MentionId | None = None
    """Id of an actor or term; not for `reject`."""
    certainty: Certainty = "attested"
    reason: Bilingual | None = None


@record
class DateDecision:
    """An editor's word on a date expression."""

    segment: Quote | None = None
    """Where the quote stands, as pages print it. `casebook sync` fills it in; from then on the
    words count there and nowhere else.
    """
    quote: Quote
    prefix: str = ""
    suffix: str = ""
    lang: Lang | None = None
    date: Date
    basis: Basis
    reason: Bilingual | None = None


@record
class ReadMentions:
    """One reading in `mentions.yml`: suggested mentions that somebody has read one by one. Written
    by `casebook mentions --confirm`.
    """

    on: Date
    """The day of the reading, EDTF."""
    origin: Literal["human", "assisted"]
    """Who read."""
    segments: dict[str, tuple[MentionId, ...]]
    """Segment id -> ids of the actors and terms that it really mentions, on either side."""


@record
class Annotations:
    mentions: tuple[MentionDecision, ...] = ()
    dates: tuple[DateDecision, ...] = ()

    @property
    def decisions(self) -> tuple[MentionDecision | DateDecision, ...]:
        """Both, mentions first."""
        return (*self.mentions, *self.dates)
