"""The kinds of records that editors write, a row for each: where its files lie, what one holds, and
where readers find it. Sources and the vocabulary are none: a source is a seed's, and may have no
file; of the vocabulary there is one.
"""

from dataclasses import dataclass
from typing import Any

from build_tools.model.authority import Actor, Event
from build_tools.model.claims import Claim, Contradiction
from build_tools.model.teaching import Case
from build_tools.model.termbase import Term


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordKind:
    """One kind of record. What readers see of it is called so in labels.yml."""

    id: str
    """As a field's type names it: `ActorId` names an `actor`."""
    plural: str
    """Its records in `Editorial` and in `Archive`; under docs/archive/ the folder of its pages."""
    folder: str
    """Under editorial/."""
    file: str = ".yml"
    """What stands behind the id in a file's name: `actors/xiaomi.yml`, `cases/kol/case.yml`."""
    record: type[Any]
    """What a file holds."""
    has_page: bool = True
    """Each has a page of its own; else those of one case stand on one page."""
    is_mentioned: bool = False
    """Texts mention it by its id alone."""
    title: str = ""
    """The field that says what it is called; empty where it has names, or forms in each language."""
    prose: str = ""
    """The field with what the archive says of it, which readers can search."""


CASE = RecordKind(
    id="case",
    plural="cases",
    folder="cases",
    file="/case.yml",
    record=Case,
    title="title",
    prose="abstract",
)
ACTOR = RecordKind(
    id="actor",
    plural="actors",
    folder="actors",
    record=Actor,
    is_mentioned=True,
    prose="description",
)
EVENT = RecordKind(
    id="event",
    plural="events",
    folder="events",
    record=Event,
    is_mentioned=True,
    title="title",
    prose="summary",
)
TERM = RecordKind(
    id="term",
    plural="terms",
    folder="glossary",
    record=Term,
    is_mentioned=True,
    prose="definition",
)
CLAIM = RecordKind(
    id="claim", plural="claims", folder="claims", record=Claim, has_page=False, title="says"
)
CONTRADICTION = RecordKind(
    id="contradiction",
    plural="contradictions",
    folder="contradictions",
    record=Contradiction,
    has_page=False,
    title="question",
    prose="note",
)

RECORD_KINDS = (CASE, ACTOR, EVENT, TERM, CLAIM, CONTRADICTION)
"""In the order in which the search numbers them."""


def records_of(where: Any, kind: RecordKind) -> dict[str, Any]:
    """The records of a kind that an `Editorial` or `Archive` has, by id."""
    records: dict[str, Any] = getattr(where, kind.plural)
    return records
