"""Authority records: the actors and events that sources share, one YAML file each."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from build_tools.model.dates import Date, impossible, is_backward
from build_tools.model.record import (
    ActorId,
    Basis,
    Bilingual,
    Certainty,
    EventId,
    Id,
    Lang,
    Passage,
    Quote,
    SourceId,
    record,
)


@record
class Alias:
    """Another form of a name."""

    text: Quote
    lang: Lang
    kind: Literal[
        "variant", "short", "nickname", "former", "handle", "misspelt", "machine-translated"
    ] = "variant"
    only_in: tuple[SourceId, ...] = ()
    """Source ids: the form counts only there. Every machine-translated form should say where."""
    near: tuple[str, ...] = ()
    """The form counts only in a paragraph that also holds one of these, or in a text that surely
    names the same elsewhere.
    """
    not_beside: tuple[str, ...] = ()
    """Words beside which the form means something else: 碗 for 小米."""
    not_in: tuple[str, ...] = ()
    """Longer names that hold the form but mean something else, where no word tells: 清华紫光 for
    清华.
    """


@record
class Role:
    """What an actor was, where and when."""

    title: Bilingual
    at: ActorId | None = None
    """The organisation, as an actor id."""
    start: Annotated[Date | None, Field(alias="from")] = None
    """EDTF; leave out what no source says."""
    end: Annotated[Date | None, Field(alias="to")] = None
    evidence: tuple[Passage, ...] = ()
    certainty: Certainty = "attested"
    note: Bilingual | None = None

    @model_validator(mode="after")
    def _lasts(self) -> "Role":
        if is_backward(self.start, self.end):
            raise impossible(
                f"The role ends ({self.end}) before it begins ({self.start})",
                "Correct `from` or `to`",
                at=("to",),
            )
        return self


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
    not_beside: tuple[str, ...] = ()
    """As for an alias, for all names."""
    not_in: tuple[str, ...] = ()
    """As for an alias, for all names."""
    part_of: ActorId | None = None
    """The organisation or product line that it belongs to."""
    description: Bilingual
    """One or two sentences that the sources bear out."""
    evidence: tuple[Passage, ...] = ()
    roles: tuple[Role, ...] = ()
    note: Bilingual | None = None
    """What a reader should know that the sources do not say; name its source."""


@record
class Participant:
    """An actor's part in an event."""

    actor: ActorId
    role: Bilingual


@record
class Event:
    """Something that happened at a time."""

    id: Id
    title: Bilingual
    date: Date
    """EDTF, of the happening itself: `2026-01-06`, `2026-01`, `XXXX-12-15` (no year given)."""
    basis: Basis
    """Stated in a source; inherited from a date that an editor set; or inferred."""
    date_note: Bilingual | None = None
    """Why this date, wherever it is not plainly stated."""
    parent: EventId | None = None
    """The larger event that it is a part of."""
    participants: tuple[Participant, ...] = ()
    evidence: tuple[Passage, ...]
    """Where the sources tell of it; each becomes a mention."""
    summary: Bilingual
    note: Bilingual | None = None
