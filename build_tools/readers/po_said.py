"""po-state, po-state-twice, po-origin, po-blank, po-fuzzy: whether an entry is what it says of itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from build_tools.model.problem import Place, Problem, error, warning
from build_tools.readers.po_state import (
    ORIGINS,
    STATES,
    contradiction,
    is_nearly,
    misspelt,
    near_value,
    odd_day,
    odd_keys,
    said_twice,
    state_of,
)

_WORK = ("human-draft", "reviewed", "stale")
"""States of what somebody has worked on: where it was emptied, that is remembered."""


@dataclass(frozen=True, slots=True)
class Said:
    """What an entry says of its state, and what is there."""

    segment: str
    place: Place
    comments: list[str]
    parts: tuple[str, ...]
    """Those of its state line."""
    fields: dict[str, str]
    """Such of them as are read: `state`, `was`, `origin`, `by`, `on`, `after`."""
    translated: bool
    """There are words that can be seen."""
    blank: bool
    """There is something, and nothing of it can be seen."""
    retired: bool
    fuzzy: bool

    @property
    def in_use(self) -> bool:
        return self.translated and not self.retired

    @property
    def state(self) -> str:
        return self.fields.get("state") or "untranslated"

    @property
    def origin(self) -> str:
        return self.fields.get("origin", "")

    @property
    def both(self) -> str:
        """The two states or origins of which only one can be true."""
        return said_twice(self.comments) if self.in_use else ""

    @property
    def unlike(self) -> str:
        """What to write where state and origin cannot both be true."""
        state = self.state if self.state in STATES else "human-draft"
        return _unlike(state, self.origin) if self.in_use else ""

    @property
    def unsaid(self) -> bool:
        """There are new words where a translation was emptied, and the line still speaks of the old ones."""
        return (
            self.in_use
            and self.fields.get("state") == "untranslated"
            and bool({"was", "by", "on"} & self.fields.keys())
            and self.origin in ORIGINS
            and not self.both
        )


class Settled(NamedTuple):
    """What the state of an entry is."""

    now: str
    was: str
    in_doubt: bool
    """Only an editor can say what it is."""
    unsaid: bool
    """By whom, when and from where its words are is not said."""
    problems: tuple[Problem, ...]


def settled(said: Said) -> Settled:
    """The state that an entry has by all that it says, and what is wrong with that."""
    state, was, in_state = _state(said)
    doubt = (
        contradiction(state, said.origin, said.fuzzy, "was" in said.fields)
        if said.in_use and not said.both and not said.unlike
        else ""
    )
    return Settled(
        state if said.retired else state_of(state, said.origin, said.fuzzy, said.translated),
        was,
        bool(doubt) or said.unsaid,
        said.unsaid,
        (
            *_in_origin(said),
            *in_state,
            *([_new_words(said, was)] if said.unsaid else ()),
            *_in_keys(said),
            *([_in_doubt(said, doubt)] if doubt else ()),
        ),
    )


def _in_origin(said: Said) -> Iterator[Problem]:
    slip = misspelt(said.comments, said.fields) if said.in_use else ""
    if slip:
        yield error(
            said.place,
            "po-state",
            f"{said.segment}: “{slip}” is not read, for it does not begin as a state line does",
            "Did you mean `# state: …; by: …; on: …; origin: …`?",
        )
    elif said.in_use and said.origin not in ORIGINS:
        yield error(
            said.place,
            "po-origin",
            f"{said.segment} does not say truly where its translation comes from",
            near_value(said.origin, ORIGINS, said.parts, "origin")
            or "Write `# state: …; origin: human`, `assisted`, `machine` or `found` above it",
        )


def _state(said: Said) -> tuple[str, str, tuple[Problem, ...]]:
    """The state as it is to be read, the one before, and what is wrong with it."""
    state, was = said.state, said.fields.get("was", "")
    if state not in STATES:
        unknown = error(
            said.place,
            "po-state",
            f"“{state}” is no translation state",
            near_value(state, STATES, (), "") or f"Use one of: {', '.join(STATES)}",
        )
        return "human-draft", was, (unknown,)
    gone = said.blank or state != "untranslated" or "was" in said.fields
    if gone and not said.translated and not said.retired:
        was = was or (state if state in _WORK else "")
        return state, was, (_emptied(said, was),)
    if said.both:
        twice = error(
            said.place,
            "po-state-twice",
            f"{said.segment} says {said.both}",
            "Keep what is true: one line with one state and one origin",
        )
        return "human-draft", was, (twice,)
    if said.unlike:
        unlike = error(
            said.place,
            "po-state",
            f"State and origin of {said.segment} contradict each other: {'a ' if state.endswith('draft') else ''}{state}, and {said.origin}",
            said.unlike,
        )
        return "machine-draft" if said.origin == "machine" else state, was, (unlike,)
    return state, was, ()


def _emptied(said: Said, was: str) -> Problem:
    called = f"was {was}" if said.state == "untranslated" and was else f"is called {said.state}"
    return warning(
        said.place,
        "po-blank",
        f"{said.segment} {called}, but its translation {'holds nothing that can be seen' if said.blank else 'is empty'}",
        "Restore it from an earlier version of the file, as Git has it; or, if it is to go, write `state: untranslated` and no `was:`",
    )


def _new_words(said: Said, was: str) -> Problem:
    return warning(
        said.place,
        "po-state",
        f"{said.segment} has words, and its state line calls it untranslated{f', and {was} before it was emptied' if was else ''}; it is shown as a draft",
        "Say what these words are: `state: human-draft`, or `reviewed` if they were read a second time, with `by`, `on` and `origin` of their own, and without `was:`",
    )


def _in_keys(said: Said) -> Iterator[Problem]:
    parts = [
        part
        for part in said.parts
        if said.origin or not said.translated or not is_nearly(part, "origin")
    ]
    yield from odd_keys(said.segment, parts, said.place)
    yield from odd_day(said.segment, said.fields.get("on", ""), said.place)


def _in_doubt(said: Said, doubt: str) -> Problem:
    return warning(
        said.place,
        "po-fuzzy",
        f"{said.segment} {doubt}; it is shown as a draft",
        "If it was reviewed, write `state: reviewed` and delete `fuzzy`; if it is a draft, let the state line say so and keep `fuzzy`",
    )


def _unlike(state: str, origin: str) -> str:
    """What to write where state and origin cannot both be true; nothing where they can.

    >>> _unlike("reviewed", "machine")[:42], _unlike("reviewed", "assisted")
    ('A machine reviews nothing: write `origin: ', '')
    """
    if state == "machine-draft" and origin in ("human", "assisted"):
        return "Write `origin: machine`, or `state: human-draft`"
    if state == "human-draft" and origin == "machine":
        return "Write `origin: assisted` if somebody has revised it; or `state: machine-draft`"
    if state == "reviewed" and origin == "machine":
        return "A machine reviews nothing: write `origin: assisted` if somebody has read it beside the text a second time; or `state: machine-draft`, and `#, fuzzy` below it"
    return ""
