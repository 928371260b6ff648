"""What is asserted, and where assertions contradict each other."""

from typing import Literal

from pydantic import model_validator

from build_tools.model.dates import Date, impossible, is_backward
from build_tools.model.record import (
    ActorId,
    Basis,
    Bilingual,
    ClaimId,
    EventId,
    Id,
    Passage,
    StatusId,
    record,
)


@record
class Claim:
    """What somebody asserts: one denial, accusation, figure, sanction, promise, statistic, legal
    claim, or report of a happening.
    """

    id: Id
    kind: Literal[
        "denial",
        "accusation",
        "admission",
        "apology",
        "explanation",
        "figure",
        "statistic",
        "sanction",
        "promise",
        "legal",
        "assessment",
        "report",
    ]
    """What kind of assertion; a `report` says that something happened or is the case: hearsay
    (网传, “it is understood”) and plain narration.
    """
    says: Bilingual
    """The assertion in one neutral sentence, as its speaker's: “Xiaomi says that …”."""
    speaker: ActorId | None = None
    """Who asserts it, as an actor id."""
    speaker_words: Bilingual | None = None
    """Who asserts it, where that is no actor with a record: “unnamed netizens”."""
    about: tuple[ActorId, ...] = ()
    """The actors whom it concerns."""
    events: tuple[EventId, ...] = ()
    evidence: tuple[Passage, ...]
    """Where the sources report it."""
    date: Date | None = None
    """EDTF, of the assertion."""
    basis: Basis = "stated"
    status: StatusId
    """An `evidence_status` concept of the PR vocabulary: `ev.single-source`."""
    as_of: Date
    """The day on which the status was judged, EDTF."""
    unsourced: bool | None = None
    """Whether the text leaves open where its speaker has it from; None where nobody need say, since
    the speaker tells of its own doings, or judges (see `checks/claim_source.py`).
    """
    note: Bilingual | None = None

    @model_validator(mode="after")
    def _is_judged_later(self) -> "Claim":
        if is_backward(self.date, self.as_of):
            raise impossible(
                f"The status was judged ({self.as_of}) before the assertion was made ({self.date})",
                "Correct `as_of` or `date`",
                at=("as_of",),
            )
        return self


@record
class Side:
    """One answer to the question on which sources contradict each other."""

    says: Bilingual
    claims: tuple[ClaimId, ...] = ()
    evidence: tuple[Passage, ...] = ()


@record
class Contradiction:
    """A question on which the sources say different things."""

    id: Id
    question: Bilingual
    sides: tuple[Side, ...]
    note: Bilingual
    """What can be said, and what cannot; no verdict that the sources do not bear."""
