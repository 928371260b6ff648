"""Something wrong in what people gave us, said so that they can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from build_tools.model.visible import in_one_line


class Stopped(Exception):
    """Why nothing can be built or written at all, in a sentence for whoever started the command."""


_MANY = 4
"""Fewer are told one by one."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where: a file, from the archive's root, and if known a line (from 1)."""

    file: str
    line: int | None = None

    def __str__(self) -> str:
        return in_one_line(self.file) + ("" if self.line is None else f":{self.line}")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong.

    An *error* keeps something from being shown; a *warning* shows something that an
    editor would not want. Both fail a strict build. A *note* fails nothing.

    >>> print(Problem(Place("seeds/a.txt"), "error", "seed-empty", "The file is empty", "Delete it or add the text"))
    seeds/a.txt – The file is empty. Delete it or add the text. [seed-empty]
    """

    place: Place
    severity: Literal["error", "warning", "note"]
    code: str
    what: str
    hint: str
    also: tuple[Place, ...] = ()
    """Where the same is wrong, too. `what` says so, as far as there is room."""

    @property
    def files(self) -> frozenset[str]:
        """All files in which it has to be mended."""
        return frozenset({self.place.file, *(place.file for place in self.also)})

    @property
    def order(self) -> tuple[str, int, str, str]:
        """Problems are told file by file and line by line; those of a whole file come first."""
        return self.place.file, self.place.line or 0, self.code, self.what

    def __str__(self) -> str:
        what, hint = in_one_line(self.what), in_one_line(self.hint)
        return f"{self.place} – {what}{_stop(what)} {hint}{_stop(hint)} [{self.code}]"


_ENDINGS = (".", "?", "!", "。", "？", "！", "…")


def _stop(sentence: str) -> str:
    """What ends a sentence that may end with what it quotes."""
    return "" if sentence.endswith(_ENDINGS) else "."


def or_of_another(problems: list[Problem], code: str, number: int, what: str) -> list[Problem]:
    """One problem instead of those of a code, where at least half of a file's `number` of things
    have it: then it is most likely another source's file.
    """
    lost = [p for p in problems if p.code == code]
    if len(lost) < _MANY or 2 * len(lost) < number:
        return problems
    problem = error(
        Place(lost[0].place.file),
        "file-of-another",
        f"{len(lost)} of the {number} {what}",
        "This may be the file of another source: restore the one that belongs here, or correct what is quoted",
    )
    return [*(p for p in problems if p.code != code), problem]


_MOST_FILES, _MOST_LINES = 10, 5
"""Named in one message."""


def listed(places: Iterable[Place]) -> str:
    """Places, each once, file by file.

    >>> listed([Place("a.yml", 4), Place("a.yml", 4), Place("a.yml", 9), Place("b.yml", 1)])
    'a.yml:4, 9; b.yml:1'
    """
    lines: dict[str, dict[int, None]] = {}
    for place in places:
        lines.setdefault(place.file, {}).update({place.line: None} if place.line else {})
    files = [
        in_one_line(file)
        + ":" * bool(numbers)
        + _some(map(str, sorted(numbers)), _MOST_LINES, ", ", "lines")
        for file, numbers in lines.items()
    ]
    return _some(files, _MOST_FILES, "; ", "files")


def _some(names: Iterable[str], most: int, between: str, what: str) -> str:
    few = [*names]
    more = len(few) - most
    return between.join(few[:most]) + (
        f"{between}{more} more {what if more > 1 else what[:-1]}" if more > 0 else ""
    )


def error(place: Place, code: str, what: str, hint: str) -> Problem:
    """A problem that keeps something from being shown."""
    return Problem(place, "error", code, what, hint)


def warning(place: Place, code: str, what: str, hint: str) -> Problem:
    """A problem that shows what an editor would not want."""
    return Problem(place, "warning", code, what, hint)


def note(place: Place, code: str, what: str, hint: str) -> Problem:
    """A problem that fails no build, not even a strict one."""
    return Problem(place, "note", code, what, hint)
