"""How well sentences of a text and of its translation are paired: twelve texts of different kinds,
paired by hand in `tests/rules/parallel`.
"""

from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from pathlib import Path
from time import process_time

import pytest
import yaml

from build_tools.stages.pairing.beads import beads
from build_tools.stages.pairing.cues import Sentence, sentence

Pairs = frozenset[tuple[int, int]]
FOLDER = Path(__file__).parent / "rules" / "parallel"


@dataclass(frozen=True)
class Parallel:
    """A text, its translation, and which sentence answers to which. What is held out was never
    looked at while the method was made.
    """

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
    record = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    chinese, english, true = [], [], set()
    for bead in record["beads"]:
        true.update(
            product(
                range(len(chinese), len(chinese) + len(bead["zh"])),
                range(len(english), len(english) + len(bead["en"])),
            )
        )
        chinese += bead["zh"]
        english += bead["en"]
    whole = all(bead["zh"] and bead["en"] for bead in record["beads"])
    return Parallel(
        path.stem,
        record.get("held_out", False),
        tuple(map(sentence, chinese)),
        tuple(map(sentence, english)),
        frozenset(true),
        whole,
    )


@cache
def paired(text: Parallel):
    """What the program finds, with how sure it is."""
    return beads(text.chinese, text.english)


def found(text: Parallel, least: float) -> Pairs:
    """The pairs that the program is at least so sure of."""
    return frozenset(
        pair
        for bead, sure in paired(text)
        if sure >= least
        for pair in product(bead.chinese, bead.english)
    )


def score(texts, least: float) -> Score:
    """Of some texts together."""
    each = [(found(text, least), text.true) for text in texts]
    return Score(
        sum(len(f & t) for f, t in each), sum(len(f) for f, _ in each), sum(len(t) for _, t in each)
    )


TEXTS = tuple(map(_read, sorted(FOLDER.glob("*.yml"))))
SURE = 0.8
"""How sure the program must be to show a pair."""
WHOLE = [text for text in TEXTS if text.whole]
LACKING = [text for text in TEXTS if not text.whole]


def _without(text: Parallel, gone: range) -> Parallel:
    """The text of which the translator left these English sentences out."""
    kept = [n for n in range(len(text.english)) if n not in gone]
    true = frozenset((i, kept.index(j)) for i, j in text.true if j in kept)
    return replace(text, english=tuple(text.english[n] for n in kept), true=true)


def test_half_of_the_texts_are_held_out_and_few_sentences_lack_an_answer():
    assert len(TEXTS) == 12 and sum(text.held_out for text in TEXTS) == 6 and len(LACKING) <= 4
    assert sum(len(text.chinese) for text in TEXTS) >= 300


def test_sentences_of_a_whole_translation_are_paired():
    assert score(WHOLE, SURE).f1 >= 0.97


def test_what_one_side_leaves_out_costs_little():
    assert score(LACKING, SURE).f1 >= 0.96


@pytest.mark.parametrize("held_out", [False, True], ids=["tuning", "held out"])
def test_either_half_is_paired_about_as_well(held_out):
    half = [text for text in TEXTS if text.held_out == held_out]
    assert score(half, SURE).f1 >= 0.96 and score(half, 0).f1 >= 0.98


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.name)
def test_of_each_kind_of_text_hardly_a_pair_is_wrong(text):
    shown = score([text], SURE)
    assert shown.precision >= 0.97 and shown.f1 >= 0.92


@pytest.mark.parametrize("gone", [range(4, 99, 9), range(10, 16)], ids=["every ninth", "a passage"])
def test_where_the_translator_left_much_out_what_is_shown_is_still_right(gone):
    shown = score([_without(text, gone) for text in TEXTS], SURE)
    assert shown.precision >= 0.97 and shown.recall >= 0.77


def test_all_texts_together_take_no_time_to_speak_of():
    before = process_time()
    for text in TEXTS:
        beads(text.chinese, text.english)
    assert process_time() - before < 3
