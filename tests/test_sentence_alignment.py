"""How well sentences of a text and of its translation are paired: twelve texts of different kinds, paired by hand in `tests/rules/parallel`."""

from dataclasses import dataclass
from itertools import product
from pathlib import Path
from time import process_time

import pytest
import yaml

from build_tools.stages.beads import Sentence, beads, sentence

Pairs = frozenset[tuple[int, int]]
FOLDER = Path(__file__).parent / "rules" / "parallel"


@dataclass(frozen=True)
class Parallel:
    """A text, its translation, and which sentence answers to which. What is held out was never looked at while the method was made."""

    name: str
    held_out: bool
    chinese: tuple[Sentence, ...]
    english: tuple[Sentence, ...]
    true: Pairs
    whole: bool


@dataclass(frozen=True)
class Score:
    """Of the pairs found how many are true, of the true ones how many are found."""

    right: int
    found: int
    true: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.true

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.true)


def _read(path: Path) -> Parallel:
    record = yaml.safe_load(path.read_text(encoding="utf-8"))
    chinese, english, true = [], [], set()
    for bead in record["beads"]:
        true.update(product(range(len(chinese), len(chinese) + len(bead["zh"])), range(len(english), len(english) + len(bead["en"]))))
        chinese += bead["zh"]
        english += bead["en"]
    whole = all(bead["zh"] and bead["en"] for bead in record["beads"])
    return Parallel(path.stem, record.get("held_out", False), tuple(map(sentence, chinese)), tuple(map(sentence, english)), frozenset(true), whole)


def found(text: Parallel, least: float) -> Pairs:
    """The pairs that the program is at least so sure of."""
    return frozenset(pair for bead, sure in beads(text.chinese, text.english) if sure >= least for pair in product(bead.chinese, bead.english))


def score(texts, least: float) -> Score:
    """Of some texts together."""
    each = [(found(text, least), text.true) for text in texts]
    return Score(sum(len(f & t) for f, t in each), sum(len(f) for f, _ in each), sum(len(t) for _, t in each))


TEXTS = tuple(map(_read, sorted(FOLDER.glob("*.yml"))))
