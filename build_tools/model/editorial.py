"""What editors write: one record type per kind of file under `editorial/`.

The reader checks every file against these records, so a field's docstring is
also what an editor sees when their program completes a key (JSON Schema).
Keys in the files are written with hyphens (`zh-Hans`, `from`), as below.
"""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints
from pydantic.dataclasses import dataclass
from typing_extensions import Required, TypedDict

Lang = Literal["en", "zh-Hans", "zh-Hant-TW", "zh-Hant-HK"]
LANGS: tuple[str, ...] = ("en", "zh-Hans", "zh-Hant-TW", "zh-Hant-HK")

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""Lower-case letters, digits and single hyphens: `xu-jieyun`."""
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Quote = Annotated[str, StringConstraints(min_length=1)]
Certainty = Literal["attested", "corroborated", "inferred", "unknown"]
Basis = Literal["stated", "inherited", "inferred"]

_rules = ConfigDict(
    extra="forbid", use_attribute_docstrings=True, populate_by_name=False, serialize_by_alias=True
)


def record(cls):
    """A frozen, slotted record that refuses unknown keys."""
    return dataclass(frozen=True, slots=True, kw_only=True, config=_rules)(cls)


@record
class Bilingual:
    """A text of the archive's own, in English and Chinese.

    The two Traditional forms are derived from `zh-Hans` unless they are given.
    """

    en: Text
    zh_hans: Annotated[Text, Field(alias="zh-Hans")]
    zh_hant_tw: Annotated[Text | None, Field(alias="zh-Hant-TW")] = None
    zh_hant_hk: Annotated[Text | None, Field(alias="zh-Hant-HK")] = None


@record
class Passage:
    """Words of a source that prove something."""

    source: str
    """Id of the source: the name of its seed file without `.txt`."""
    quote: Quote
    """The exact words, from the reading (after emendations). Width of punctuation is ignored."""
    prefix: str = ""
    """What stands directly before, where the quote alone occurs more than once."""
    suffix: str = ""
    parallel: str = ""
    """The words of the translation that answer to the quote; marked on that side."""


@record
class Alias:
    """Another form of a name."""

    text: Quote
    lang: Lang
    kind: Literal["variant", "short", "nickname", "former", "handle", "misspelt", "machine-translated"] = "variant"
    only_in: tuple[str, ...] = ()
    """Source ids: the form counts only there. Every machine-translated form should say where."""
    near: tuple[str, ...] = ()
    """The form counts only in a paragraph that also holds one of these."""
    not_in: tuple[str, ...] = ()
    """Longer words that hold the form but mean something else: 女王化妆 for 王化."""


@record
class Role:
    """What an actor was, where and when."""

    title: Bilingual
    at: Id | None = None
    """The organisation, as an actor id."""
    start: Annotated[str | None, Field(alias="from")] = None
    """EDTF; leave out what no source says."""
    end: Annotated[str | None, Field(alias="to")] = None
    evidence: tuple[Passage, ...] = ()
    certainty: Certainty = "attested"
    note: Bilingual | None = None


@record
class Actor:
    """A person, group, organisation, brand, product, outlet or work: one authority record."""

    id: Id
    """The same as the file's name."""
    kind: Literal["person", "group", "organisation", "brand", "product", "outlet", "work"]
    names: Bilingual
    """The preferred name in each language."""
    aliases: tuple[Alias, ...] = ()
    near: tuple[str, ...] = ()
    """As for an alias, for the preferred names."""
    not_in: tuple[str, ...] = ()
    """Longer words that hold a preferred name but mean something else: 小米粥 for 小米."""
    part_of: Id | None = None
    """The organisation or product line that it belongs to."""
    description: Bilingual
    """One or two sentences that the sources bear out."""
    roles: tuple[Role, ...] = ()
    evidence: tuple[Passage, ...] = ()
    note: Bilingual | None = None
    """What a reader should know that the sources do not say; name its source."""


@record
class Participant:
    """An actor's part in an event."""

    actor: Id
    role: Bilingual


@record
class Event:
    """Something that happened at a time."""

    id: Id
    title: Bilingual
    date: str
    """EDTF, of the happening itself: `2026-01-06`, `2026-01`, `XXXX-12-15` (no year given)."""
    basis: Basis
    """Stated in a source; inherited from a date that an editor set; or inferred."""
    date_note: Bilingual | None = None
    """Why this date, wherever it is not plainly stated."""
    parent: Id | None = None
    """The larger event that it is a part of."""
    participants: tuple[Participant, ...] = ()
    evidence: tuple[Passage, ...]
    """Where the sources tell of it; each becomes a mention."""
    summary: Bilingual
    note: Bilingual | None = None


@record
class Claim:
    """What somebody asserts: one denial, accusation, figure, sanction, promise, statistic, legal claim, or report of a happening."""

    id: Id
    kind: Literal["denial", "accusation", "admission", "apology", "explanation", "figure", "statistic", "sanction", "promise", "legal", "assessment", "report"]
    """What kind of assertion; a `report` says that something happened or is the case: hearsay (网传, “it is understood”) and plain narration."""
    says: Bilingual
    """The assertion in one neutral sentence, as its speaker's: “Xiaomi says that …”."""
    speaker: Id | None = None
    """Who asserts it, as an actor id."""
    speaker_words: Bilingual | None = None
    """Who asserts it, where that is no actor with a record: “unnamed netizens”."""
    about: tuple[Id, ...] = ()
    """The actors whom it concerns."""
    events: tuple[Id, ...] = ()
    evidence: tuple[Passage, ...]
    """Where the sources report it."""
    date: str | None = None
    """EDTF, of the assertion."""
    basis: Basis = "stated"
    status: str
    """An `evidence_status` concept of the PR vocabulary: `ev.single-source`."""
    as_of: str
    """The day on which the status was judged, EDTF."""
    unsourced: bool = False
    """A figure or statistic for which its speaker names no source."""
    note: Bilingual | None = None


@record
class Side:
    """One answer to the question on which sources contradict each other."""

    says: Bilingual
    claims: tuple[Id, ...] = ()
    evidence: tuple[Passage, ...] = ()


@record
class Contradiction:
    """A question on which the sources say different things."""

    id: Id
    question: Bilingual
    sides: tuple[Side, ...]
    note: Bilingual
    """What can be said, and what cannot; no verdict that the sources do not bear."""


@record
class Forms:
    """How one language or region says a concept."""

    preferred: Text
    admitted: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    """Forms that a translation must not use."""
    inflected: tuple[str, ...] = ()
    """Other written forms to recognise: `reprimanded`, 炸了锅."""
    not_in: tuple[str, ...] = ()

    @property
    def approved(self) -> tuple[str, ...]:
        """All forms that may stand for the concept."""
        return (self.preferred, *self.admitted, *self.inflected)


@record
class TermForms:
    en: Forms
    zh_hans: Annotated[Forms, Field(alias="zh-Hans")]
    zh_hant_tw: Annotated[Forms | None, Field(alias="zh-Hant-TW")] = None
    """Only where Taiwan uses another word or form; script alone is derived."""
    zh_hant_hk: Annotated[Forms | None, Field(alias="zh-Hant-HK")] = None


@record
class Term:
    """A concept that PR people need: one entry of the termbase."""

    id: Id
    domain: Literal["crisis", "media", "platform", "marketing", "governance", "law", "industry", "idiom"]
    forms: TermForms
    definition: Bilingual
    note: Bilingual | None = None
    """Usage, false friends, regional differences."""
    see: tuple[Id, ...] = ()


@record
class SourceDate:
    """One of the several dates of a source."""

    kind: Literal["event", "announced", "published", "republished", "recorded"]
    date: str
    """EDTF."""
    basis: Basis
    quote: str = ""
    """The words of the seed that it rests on."""
    note: Bilingual | None = None


@record
class Publication:
    """An outlet that carried the text."""

    actor: Id
    as_: Annotated[Literal["publisher", "republisher", "platform"], Field(alias="as")]
    certainty: Certainty = "attested"
    note: Bilingual | None = None


@record
class Hidden:
    """Words of the seed that are not part of the text."""

    quote: Quote
    kind: Literal["furniture", "links", "hashtags", "metadata", "caption", "advert", "credit"]
    reason: Bilingual
    prefix: str = ""
    suffix: str = ""


@record
class Report:
    """One publication inside a seed that holds several."""

    starts: Quote
    """The words that its first line begins with."""
    outlet: Id | None = None
    outlet_quote: str = ""
    """The words that name the outlet."""
    date: str | None = None
    """EDTF of publication, if the report gives one."""
    date_basis: Basis = "stated"
    like: tuple[int, ...] = ()
    """Numbers (from 1) of the reports that say nearly the same: one voice, not several."""
    events: tuple[Id, ...] = ()
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
    origin: Literal["as-published", "machine-translated", "machine-summary", "search-snippets"] | None = None
    """What the text is. Chinese given for a machine-translated text is a re-translation."""
    grade: str | None = None
    """A `source_grade` concept of the PR vocabulary: `sg.commentary`."""
    publications: tuple[Publication, ...] = ()
    dates: tuple[SourceDate, ...] = ()
    year: str | None = None
    """The year to which bare days and months belong: an editor's anchor, shown as inherited."""
    sha256: str | None = None
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
    reading: str
    """What the edited text prints instead."""
    kind: Literal["name", "idiom", "date", "sense", "heading", "lost", "logic", "term", "number", "grammar", "punctuation"]
    reason: Bilingual
    certainty: Certainty
    evidence: tuple[Passage, ...] = ()
    origin: Literal["human", "assisted"] = "assisted"


@record
class MentionDecision:
    """An editor's word on a mention; it beats the matcher's."""

    quote: Quote
    prefix: str = ""
    suffix: str = ""
    lang: Lang | None = None
    """Which rendition the quote stands in; without it, the source's own language."""
    decision: Literal["confirm", "reject", "add", "retarget"]
    target: Id | None = None
    """An actor, event or term id; not for `reject`."""
    certainty: Certainty = "attested"
    reason: Bilingual | None = None


@record
class DateDecision:
    """An editor's word on a date expression."""

    quote: Quote
    prefix: str = ""
    suffix: str = ""
    lang: Lang | None = None
    date: str
    """EDTF."""
    basis: Basis
    reason: Bilingual | None = None


@record
class ReadMentions:
    """`mentions.yml`: the suggested mentions that an editor has read one by one. Written by `casebook mentions --confirm`."""

    on: str
    """The day of the last reading, EDTF."""
    origin: Literal["human", "assisted"]
    segments: dict[str, tuple[Id, ...]]
    """Segment id -> ids of the actors and terms that it really mentions, on either side."""


@record
class Annotations:
    mentions: tuple[MentionDecision, ...] = ()
    dates: tuple[DateDecision, ...] = ()


@record
class Question:
    """A question for discussion."""

    ask: Bilingual
    looks_at: tuple[Passage, ...] = ()
    """Passages to read for it."""


@record
class Moment:
    """A turn in how a crisis was answered: the event or the claim that dates it."""

    event: Id | None = None
    claim: Id | None = None
    """Where no event stands for it, or for what was said with it."""
    by: tuple[Id, ...] = ()
    """Whose act it was, as actor ids."""
    within: str | None = None
    """EDTF: the days to which the sources narrow it, or over which their statements spread, where the event's own date says otherwise."""
    note: Bilingual | None = None
    """Why these days; needed with `within`."""


@record
class Response:
    """What a case's sources say of the pace: the trigger, and what followed it. What they do not tell of is left out."""

    trigger: Moment | None = None
    first_response: Moment | None = None
    apology: Moment | None = None
    sanctions: Moment | None = None
    contradictions: tuple[Id, ...] = ()
    """Questions of time on which the sources contradict each other."""
    note: Bilingual | None = None


@record
class Case:
    """A teaching dossier over sources and events."""

    id: Id
    title: Bilingual
    sources: tuple[str, ...]
    events: tuple[Id, ...]
    concepts: tuple[str, ...] = ()
    """Ids of the PR vocabulary."""
    abstract: Bilingual
    lessons: tuple[Bilingual, ...]
    """What a class can learn from it."""
    questions: tuple[Question, ...]
    response: Response | None = None
    """How fast the crisis was answered, for the response clock."""


Label = TypedDict("Label", {"en": Required[Text], "zh-Hans": Required[Text], "zh-Hant": Text, "zh-Hant-TW": Text, "zh-Hant-HK": Text}, total=False)


class Concept(TypedDict):
    """A PR concept. It has more keys than the pages need."""

    __pydantic_config__ = ConfigDict(extra="allow")  # type: ignore[misc]
    id: Text
    label: Label


class Vocabulary(TypedDict):
    """The PR vocabulary. Schemes, frameworks and references are for people, so far."""

    __pydantic_config__ = ConfigDict(extra="allow")  # type: ignore[misc]
    concepts: list[Concept]


@record
class DebrisRule:
    """A pattern of what scrapers bring along."""

    id: Id
    kind: Literal["furniture", "links", "hashtags", "metadata", "caption", "advert", "credit"]
    where: Literal["line", "span", "rest"]
    """The whole line; the matched words only; or everything from here to the end."""
    pattern: str
    """A Python regular expression, matched within one line."""
    reason: Bilingual
    example: str
    """A real line that it is for."""


@record
class DebrisRules:
    rules: tuple[DebrisRule, ...]


@record
class Correction:
    """A word that OpenCC would write wrongly in Traditional script."""

    zh_hans: Annotated[Text, Field(alias="zh-Hans")]
    zh_hant_tw: Annotated[Text, Field(alias="zh-Hant-TW")]
    zh_hant_hk: Annotated[Text, Field(alias="zh-Hant-HK")]
    reason: Bilingual


@record
class Corrections:
    corrections: tuple[Correction, ...] = ()


@record
class RegionalWord:
    """A common word that a region says otherwise, in the archive's own prose only."""

    zh_hans: Annotated[Text, Field(alias="zh-Hans")]
    zh_hant_tw: Annotated[Text | None, Field(alias="zh-Hant-TW")] = None
    zh_hant_hk: Annotated[Text | None, Field(alias="zh-Hant-HK")] = None


@record
class Wording:
    words: tuple[RegionalWord, ...] = ()


@record
class Settings:
    """`editorial/archive.yml`."""

    title: Bilingual
    subtitle: Bilingual
    colophon: tuple[Bilingual, ...] = ()
    """What the colophon says of how the archive was made, a paragraph each."""
