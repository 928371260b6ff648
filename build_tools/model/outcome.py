"""What a build leaves behind beside its pages: all that a command or a server tells of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from build_tools.model.problem import Problem

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """What the archive's own prose needs to be written in every script: handwritten pages have the same names and words."""

    protected: tuple[tuple[str, str, str], ...] = ()
    """Each word in Simplified, in Taiwan's and in Hong Kong's script."""
    people: Words = ()
    regional: dict[str, dict[str, str]] | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was made, and what is wrong."""

    problems: tuple[Problem, ...]
    figures: Mapping[str, int]
    pages: Words
    """By name under docs/archive/."""
    exports: Words
    homes: Mapping[str, str]
    """File -> the page that is about it, where its name does not say so: seeds/kol.txt -> sources/kol.md."""
    prose: Prose = Prose()

    @property
    def faults(self) -> tuple[Problem, ...]:
        """The problems that fail a strict build."""
        return tuple(p for p in self.problems if p.severity != "note")
