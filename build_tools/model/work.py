"""The work on one source, or on two of which one translates the other: what it needs, and what it gives."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from build_tools.model.archive import Source
from build_tools.model.authority import Event
from build_tools.model.editorial import SourceFiles
from build_tools.model.problem import Place, Problem
from build_tools.model.record import Passage
from build_tools.model.text import Debris, Seed


@dataclass(frozen=True, slots=True)
class Task:
    """All that the work on a text needs and that is its own; what is everybody's, rules and names, comes beside it."""

    seeds: tuple[Seed, ...]
    declared: Mapping[str, tuple[str, Place]]
    """Of which source editors say that another is the translation, and where."""
    files: Mapping[str, SourceFiles]
    """By source; none of a seed that has no folder yet."""
    events: Mapping[str, Event]
    """Those that these sources prove."""
    quoted: tuple[tuple[Passage, Place], ...]
    """What records quote of these sources."""
    words: Mapping[str, tuple[tuple[str, str, str], ...]]
    """Source -> (quote, prefix, suffix) of all that editors quote of the text itself."""

    @property
    def size(self) -> int:
        """In characters."""
        return sum(len(seed.text) for seed in self.seeds)


Finding = tuple[str, str] | tuple[str, str, str]
"""What is wrong with a translation, a hint, and the id of the record that may be the cause."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """What is wrong with one translation, by the code of a check."""

    segment: str
    words: str
    """The translation."""
    reviewed: bool
    place: Place
    found: Mapping[str, tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class HiddenWords:
    """What of a text is hidden and should perhaps not be."""

    seed: Seed
    words: Mapping[tuple[str, str, str], Debris]
    """(quote, prefix, suffix) of what editors quote -> what hides it."""
    runaway: str
    """The id of the debris rule that hides too much; empty, if none does."""
    all: bool
    """Nothing of the text is left."""


@dataclass(frozen=True, slots=True)
class Worked:
    """A source, its marks and what is wrong with it."""

    source: Source
    in_text: tuple[Problem, ...]
    in_pairing: tuple[Problem, ...]
    in_marks: tuple[Problem, ...]
    in_translation: tuple[Problem, ...]
    lacking: tuple[Lacking, ...]
    """Both as far as all that was read of names and of the source is whole."""
    in_citing: tuple[Problem, ...]
    cited: Mapping[Passage, str]
    """What records quote of it -> the segment where it stands."""
    hidden: HiddenWords
    behind: Counter[str] = field(default_factory=Counter)
    """What `casebook sync` would bring in step."""
    unaided: tuple[tuple[str, str] | None, ...] = ()
    """What OpenCC alone makes of each segment's Chinese in Taiwan and Hong Kong, where that is not what stands there."""
    stale: int = 0
    """Translations of words that read otherwise now."""

    @property
    def moved(self) -> tuple[Problem, ...]:
        """What says that translations stand beside the wrong texts."""
        codes = ("translations-moved", "translation-pasted")
        return tuple(p for p in self.in_translation if p.code in codes)
