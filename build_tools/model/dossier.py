"""What a teacher needs of a case beside its records: a narrative with its evidence, decisions, roles, a quiz.

It is part of `case.yml`, under `dossier`; pages leave out what is not there.
"""

from typing import Literal

from build_tools.model.record import (
    ActorId,
    Bilingual,
    ClaimId,
    ConceptId,
    EventId,
    Id,
    Passage,
    record,
)

Level = Literal["remember", "understand", "apply", "analyze", "evaluate", "create"]
"""Of the revised taxonomy of Bloom (Anderson and Krathwohl 2001), from the simplest to the hardest."""


@record
class Statement:
    """A sentence of ours on what happened, and what it rests on: at least one of the three."""

    say: Bilingual
    quotes: tuple[Passage, ...] = ()
    claims: tuple[ClaimId, ...] = ()
    events: tuple[EventId, ...] = ()

    @property
    def is_grounded(self) -> bool:
        """Whether it rests on anything."""
        return bool(self.quotes or self.claims or self.events)


@record
class Paragraph:
    """Sentences that belong together."""

    title: Bilingual | None = None
    """A heading above it."""
    sentences: tuple[Statement, ...]


@record
class Objective:
    """What a student can do after the case."""

    level: Level
    say: Bilingual
    """With a verb: “Tell apart …”, “辨别……”."""


@record
class Stakeholder:
    """Who has something at stake: an actor, or a kind of people."""

    actor: ActorId | None = None
    concept: ConceptId | None = None
    """A kind of people of the vocabulary, where no actor stands for them."""
    stake: Statement
    """What they stand to gain or lose, as far as the texts tell."""


@record
class Decision:
    """A point at which somebody had to decide, before the reader knows how it went on."""

    id: Id
    """Part of an address, never reused."""
    after: EventId
    """What has happened by then: this event of the case, and those before it."""
    who: ActorId
    """In whose place the class decides."""
    ask: Bilingual
    options: tuple[Bilingual, ...]
    """What could be done; two at least."""
    then: tuple[Statement, ...]
    """What was done, as far as the texts tell."""


@record
class Part:
    """A part in the role play."""

    name: Bilingual
    brief: Bilingual
    """What this person knows and wants."""


@record
class RolePlay:
    """A scene for the class to act."""

    setting: Bilingual
    minutes: int
    roles: tuple[Part, ...]
    debrief: Bilingual
    """What to talk about afterwards."""


@record
class Answer:
    """One to choose from."""

    say: Bilingual
    is_right: bool = False


@record
class QuizItem:
    """A question with one right answer, which a passage proves."""

    id: Id
    """Never reused."""
    ask: Bilingual
    answers: tuple[Answer, ...]
    why: Bilingual
    looks_at: tuple[Passage, ...]


@record
class Dossier:
    """What a class needs of a case."""

    brief: Bilingual
    """The case in about 100 words of English."""
    level: Bilingual
    """For whom: “Second year and up”."""
    courses: tuple[Bilingual, ...]
    keywords: tuple[Bilingual, ...]
    objectives: tuple[Objective, ...]
    background: tuple[Paragraph, ...] = ()
    """What a reader must know beforehand."""
    narrative: tuple[Paragraph, ...]
    """What happened, as the texts tell it, without judgment: read in ten minutes."""
    stakeholders: tuple[Stakeholder, ...] = ()
    decisions: tuple[Decision, ...] = ()
    role_play: RolePlay | None = None
    quiz: tuple[QuizItem, ...] = ()
    limits: Bilingual
    """What the texts do not allow a class to conclude."""
    ethics: Bilingual
    """What to mind when real people are talked of."""
    reading: tuple[str, ...] = ()
    """Ids of references of the vocabulary."""
