"""Cases, the teaching dossiers, and the vocabulary of PR concepts that they use."""

from typing import Literal, NotRequired, Required

from pydantic import ConfigDict
from typing_extensions import TypedDict

from build_tools.model.authority import Event
from build_tools.model.claims import Claim
from build_tools.model.dates import Date
from build_tools.model.dossier import Dossier, Level
from build_tools.model.record import (
    ActorId,
    Bilingual,
    ClaimId,
    ConceptId,
    ContradictionId,
    EventId,
    Id,
    Passage,
    SourceId,
    Text,
    record,
)


@record
class Question:
    """A question for discussion."""

    ask: Bilingual
    looks_at: tuple[Passage, ...] = ()
    """Passages to read for it."""
    level: Level | None = None
    """How hard it is."""


@record
class Moment:
    """A turn in how a crisis was answered: the event or the claim that dates it."""

    event: EventId | None = None
    claim: ClaimId | None = None
    """Where no event stands for it, or for what was said with it."""
    by: tuple[ActorId, ...] = ()
    """Whose act it was, as actor ids."""
    within: Date | None = None
    """EDTF: the days to which the sources narrow it, or over which their statements spread, where
    the event's own date says otherwise.
    """
    note: Bilingual | None = None
    """Why these days; needed with `within`."""

    def when(self, events: dict[str, Event], claims: dict[str, Claim]) -> Date | None:
        """Its own days, or its event's, or its claim's."""
        dated = events.get(self.event or "") or claims.get(self.claim or "")
        return self.within or (dated.date if dated else None)


@record
class Response:
    """What a case's sources say of the pace: the trigger, and what followed it. What they do not
    tell of is left out.
    """

    trigger: Moment | None = None
    first_response: Moment | None = None
    apology: Moment | None = None
    sanctions: Moment | None = None
    contradictions: tuple[ContradictionId, ...] = ()
    """Questions of time on which the sources contradict each other."""
    note: Bilingual | None = None

    def moments(self) -> tuple[tuple[str, Moment], ...]:
        """The turns that are told of, by key."""
        named = (
            ("trigger", self.trigger),
            ("first_response", self.first_response),
            ("apology", self.apology),
            ("sanctions", self.sanctions),
        )
        return tuple((key, moment) for key, moment in named if moment)


@record
class Case:
    """A teaching dossier over sources and events."""

    id: Id
    title: Bilingual
    sources: tuple[SourceId, ...]
    events: tuple[EventId, ...]
    concepts: tuple[ConceptId, ...] = ()
    """Ids of the PR vocabulary."""
    abstract: Bilingual
    lessons: tuple[Bilingual, ...]
    """What a class can learn from it."""
    questions: tuple[Question, ...]
    response: Response | None = None
    """How fast the crisis was answered, for the response clock."""
    dossier: Dossier | None = None
    """What a class needs beside all this."""


Label = TypedDict(
    "Label",
    {
        "en": Required[Text],
        "zh-Hans": Required[Text],
        "zh-Hant": Text,
        "zh-Hant-TW": Text,
        "zh-Hant-HK": Text,
    },
    total=False,
)


class Concept(TypedDict):
    """A PR concept, or a framework of them. It has more keys than the pages need."""

    __pydantic_config__ = ConfigDict(extra="allow")  # type: ignore[misc]
    id: Text
    label: Label
    alt: NotRequired[dict[str, list[Text]]]
    """Other labels, by language."""
    scheme: NotRequired[Text]
    """The family that it belongs to: which keys take it."""
    definition: NotRequired[Bilingual]
    boundary: NotRequired[Bilingual]
    """Where it ends and another begins."""
    caution: NotRequired[Bilingual]
    limits: NotRequired[Bilingual]
    note: NotRequired[Bilingual]
    status: NotRequired[Literal["core", "provisional", "local-extension", "local"]]
    """`core`: of the literature; `provisional`: its source is unsure; `local-extension`: the archive's own in a
    published family; `local`: of a list that is the archive's own."""
    source: NotRequired[Text]
    """Id of a reference."""
    sources: NotRequired[list[Text]]
    """Of a framework: ids of references."""
    broader: NotRequired[ConceptId]
    match: NotRequired[list[ConceptId]]
    """The same in another framework."""
    confusable: NotRequired[list[ConceptId]]


class Scheme(TypedDict):
    """A family of concepts."""

    __pydantic_config__ = ConfigDict(extra="allow")  # type: ignore[misc]
    id: Text
    label: NotRequired[Label]


class Author(TypedDict, total=False):
    family: Text
    given: Text
    literal: Text
    """A name that has no such parts: 游昌乔."""


class Reference(TypedDict):
    """A publication, as CSL-JSON names its parts."""

    __pydantic_config__ = ConfigDict(extra="allow")  # type: ignore[misc]
    id: Text
    title: Text
    author: NotRequired[list[Author]]
    year: NotRequired[Text]
    container: NotRequired[Text]
    volume: NotRequired[Text]
    issue: NotRequired[Text]
    pages: NotRequired[Text]
    publisher: NotRequired[Text]
    doi: NotRequired[Text]
    checked: Literal["seen", "partial", "recall"]
    """`seen`: looked up; `partial`: some of its data are from memory; `recall`: all of them."""
    note: NotRequired[Bilingual]


class CodingModel(TypedDict):
    """How passages are coded."""

    __pydantic_config__ = ConfigDict(extra="allow")  # type: ignore[misc]
    not_coded: NotRequired[list[Text]]
    """Schemes whose concepts describe claims, sources, persons or questions, and no passages."""


class Vocabulary(TypedDict):
    """The PR vocabulary."""

    __pydantic_config__ = ConfigDict(extra="allow")  # type: ignore[misc]
    concepts: list[Concept]
    schemes: NotRequired[list[Scheme]]
    frameworks: NotRequired[list[Concept]]
    references: NotRequired[list[Reference]]
    coding_model: NotRequired[CodingModel]


def no_vocabulary() -> Vocabulary:
    """That of an archive without one."""
    return {"concepts": []}  # type: ignore[typeddict-item]
