"""One entry of a translation file."""

from dataclasses import dataclass, field

from build_tools.model.problem import Place


@dataclass(frozen=True, slots=True)
class Entry:
    """A segment's translation as the file has it."""

    segment: str
    source: str
    """The reading that was translated."""
    target: str
    state: str
    origin: str
    by: str
    on: str
    note: str
    """What the translator remarks, without the state line and waivers."""
    found: str
    """The words as found, where the reading differs; the key to the segment's id."""
    retired: bool
    older: str
    """Of a stale entry: the reading that its translation was made from."""
    place: Place
    waived: dict[str, str] = field(default_factory=dict)
    """Code of a check -> why its finding is meant so here."""
