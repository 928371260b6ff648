"""What editors keep in step with one another, whatever the collection holds."""

import pytest
from click.testing import CliRunner

from build_tools.cli import main
from build_tools.language.chinese.convert import Converter
from build_tools.language.chinese.opencc_settings import Protected
from build_tools.language.chinese.pinyin import read_aloud
from build_tools.model.rules import Corrections, Pinyin
from build_tools.readers.yaml_files import load
from tests.conftest import ROOT, copy_project, files_below
from tests.conversion.measure import wrong
from tests.pinyin.measure import sentences

FILE = "editorial/rules/conversion.yml"
SPOKEN = "editorial/rules/pinyin.yml"
REGIONS = ("zh-Hant-TW", "zh-Hant-HK")


def test_the_translation_files_are_in_step(tmp_path):
    root = copy_project(tmp_path / "project")
    before = files_below(root / "editorial")
    CliRunner().invoke(main, ["sync", "--root", str(root)])
    after = files_below(root / "editorial")
    assert before.keys() <= after.keys()
    assert [name for name in before if before[name] != after[name]] == [], "run `make sync`"


@pytest.fixture
def corrections():
    """The words that are written otherwise than OpenCC writes them."""
    loaded = load(ROOT / FILE, FILE, Corrections)[0] if (ROOT / FILE).exists() else None
    return (
        [Protected(c.converted, c.zh_hant_tw, c.zh_hant_hk) for c in loaded.record.corrections]
        if loaded
        else []
    )


def test_each_correction_of_the_script_is_needed_and_keeps_its_neighbours(corrections):
    bare, corrected = Converter(()), Converter(corrections)
    idle, odd = [], []
    for word in corrections:
        forms = [word.tw, word.hk]
        if [bare.convert(word.hans, "zh-Hans", target) for target in REGIONS] == forms:
            others = Converter([each for each in corrections if each != word])
            idle += [word.hans] * (
                [others.convert(word.hans, "zh-Hans", target) for target in REGIONS] == forms
            )
        around = [
            corrected.convert(f"据了解,{word.hans},回应", "zh-Hans", target) for target in REGIONS
        ]
        odd += [
            (word.hans, text)
            for text, form in zip(around, forms, strict=True)
            if text[4:-3] != form
        ]
    assert idle == [], "OpenCC writes them so itself: take them out"
    assert odd == []


def test_with_the_editors_words_the_words_of_the_dictionary_are_right(corrections):
    assert len(wrong(Converter(corrections), "words", "zh-Hant-TW")) <= 1
    loaded = load(ROOT / SPOKEN, SPOKEN, Pinyin)[0]
    spoken = tuple((word.zh_hans, tuple(word.pinyin.split())) for word in loaded.record.words)
    assert [
        text
        for text, right in sentences("words")
        if any(
            (read := read_aloud(text, spoken)[at])[2] and read[1] != said
            for at, said in right.items()
        )
    ] == []
