"""Dates in sentences of many kinds and times that the rules were not made with: each is found, with
its value, and nothing else is.
"""

from datetime import date
from pathlib import Path

import pytest
import yaml

from build_tools.annotators.dates.in_segment import dates
from build_tools.annotators.dates.parts import Anchor

SENTENCES = [
    sentence
    for name in ("date_sentences", "date_sentences_glossed", "date_sentences_last")
    for sentence in yaml.load(
        (Path(__file__).parent / f"rules/{name}.yml").read_text(encoding="utf-8"),
        Loader=yaml.CSafeLoader,
    )
]


def found(sentence: dict) -> list[str]:
    text, day = sentence["say"], sentence.get("anchor")
    marks = dates(text, Anchor(day=day, is_written=True) if day else None)
    return [
        f"{text[m.start : m.end]} = {m.target or 'none'}{'?' if m.basis == 'inferred' else ''}"
        for m in marks
    ]


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence["say"][:24])
def test_a_sentence_is_marked_with_its_dates_and_no_others(sentence):
    assert found(sentence) == sentence.get("is", [])


def test_the_sentences_are_of_many_times():
    assert len(SENTENCES) >= 120 and all(
        isinstance(each.get("anchor", date.min), date) for each in SENTENCES
    )
