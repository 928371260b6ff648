"""Something wrong in what people gave us, said so that they can mend it."""

from dataclasses import dataclass
from typing import Literal

from build_tools.model.visible import in_one_line


class Stopped(Exception):
    """Why nothing can be built or written at all, in a sentence for whoever started the command."""


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

    @property
    def order(self) -> tuple[str, int, str, str]:
        """Problems are told file by file and line by line; those of a whole file come first."""
        return self.place.file, self.place.line or 0, self.code, self.what

    def __str__(self) -> str:
        return f"{self.place} – {in_one_line(self.what)}. {in_one_line(self.hint)}{'' if self.hint.endswith('?') else '.'} [{self.code}]"


def error(place: Place, code: str, what: str, hint: str) -> Problem:
    return Problem(place, "error", code, what, hint)


def warning(place: Place, code: str, what: str, hint: str) -> Problem:
    return Problem(place, "warning", code, what, hint)


def note(place: Place, code: str, what: str, hint: str) -> Problem:
    return Problem(place, "note", code, what, hint)
