"""One entry of a translation file."""

from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple

from build_tools.model.problem import Place


class Beside(NamedTuple):
    """What a translation is beside a reading."""

    state: str
    was: str = ""
    """The state before, of a stale or emptied one."""
    older: str = ""
    """Of a stale one: the reading that it was made from."""


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
    was: str = ""
    """Of a stale entry, or one that was emptied: the state of its translation before."""
    after: str = ""
    """Of a retired entry: the segment behind which it stood; `start` if it was the first."""
    doubt: bool = False
    """Its state line and its fuzzy flag contradict each other, so that only an editor can say what
    it is.
    """
    stood: tuple[tuple[int, int], ...] = ()
    """Its place in earlier orders of the text: (which, from the latest; how far on)."""
    sums: tuple[str, ...] = ()
    """What `casebook sync` noted of its id and msgid, to know them again: one, or two after a
    merge; none in a file of old.
    """

    def for_reading(self, text: str) -> Beside:
        """A stale translation whose own reading is back is what it was."""
        if not self.target:
            return Beside("untranslated", self.was)
        if self.state == "stale" and self.older == text:
            return Beside(
                self.was or ("machine-draft" if self.origin == "machine" else "human-draft")
            )
        if self.source == text:
            return (
                Beside("stale", self.was, self.older)
                if self.state == "stale"
                else Beside(self.state)
            )
        return (
            Beside("stale", self.was, self.older or self.source)
            if self.state == "stale"
            else Beside("stale", self.state, self.source)
        )


def sum_of(segment: str, source: str) -> str:
    """By what an entry is known again if its id or its msgid is edited.

    >>> sum_of("s5", "小米的反应很快。")
    's5 3dc02024'
    """
    return f"{segment} {sha256(source.encode()).hexdigest()[:8]}"


def sealed(made: str) -> str:
    """A sum as it is written: what is added shows whether its id was edited together with that of
    its entry.

    >>> sealed("s5 3dc02024"), sealed("s4 3dc02024")
    ('s5 3dc02024 1bec', 's4 3dc02024 d953')
    """
    return f"{made} {sha256(made.encode()).hexdigest()[:4]}"


def in_place(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries in the order of the text, the retired ones among the others, where they stood."""
    behind: dict[str, list[Entry]] = {}
    for entry in reversed(entries):
        if entry.retired and entry.after:
            behind.setdefault(entry.after, []).append(entry)
    order: list[Entry] = []
    waiting = [
        *(e for e in reversed(entries) if not (e.retired and e.after)),
        *behind.pop("start", ()),
    ]
    while waiting:
        entry = waiting.pop()
        order.append(entry)
        waiting += behind.pop(entry.segment, ())
    return (*order, *(entry for rest in behind.values() for entry in reversed(rest)))
