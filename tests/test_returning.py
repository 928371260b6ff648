"""What was swapped, sorted or taken away and is put back is what it was: ids, translations and their states."""

import pytest

from tests.conftest import copy_small, files_below
from tests.translated import sync, translate_all

CALLED = "雷军来了。不予置评。小米来了。不予置评。大家走了。"
SWAPPED = "小米来了。不予置评。雷军来了。不予置评。大家走了。"


def _written(root, text):
    (root / "seeds" / "new.txt").write_text(f"备忘录曝光\n{text}\n", encoding="utf-8")
    return sync(root)


def _po(root):
    return root / "editorial/sources/new/translation.po"


def _live(root) -> str:
    return _po(root).read_text(encoding="utf-8").partition("#~")[0].partition("\n\n")[2]


@pytest.fixture
def archive(tmp_path):
    root = copy_small(tmp_path / "archive")
    _written(root, CALLED)
    translate_all(root)
    sync(root)
    return root


@pytest.mark.parametrize("meanwhile", [SWAPPED, "雷军来了。小米来了。大家走了。"])
def test_equal_sentences_stay_with_their_neighbours_and_come_back_with_them(archive, meanwhile):
    before = _live(archive)
    _written(archive, meanwhile)
    _written(archive, CALLED)
    assert _live(archive) == before


def test_a_program_may_sort_the_entries(archive):
    before = _po(archive).read_text(encoding="utf-8")
    head, *units = before.rstrip("\n").split("\n\n")
    for order in (units[::-1], [units[1], *units[2:], units[0]], [units[0], units[3], units[2], units[1], *units[4:]]):
        assert order != units
        _po(archive).write_text("\n\n".join([head, *order]) + "\n", encoding="utf-8")
        sync(archive)
        assert _po(archive).read_text(encoding="utf-8").rstrip("\n") == before.rstrip("\n")


EDITED, WITHOUT = "雷军来了。不予置评。小米也来了。不予置评。大家走了。", "雷军来了。不予置评。不予置评。大家走了。"


@pytest.mark.parametrize("way", [(EDITED, WITHOUT, EDITED, CALLED), (EDITED, WITHOUT, CALLED)])
def test_a_stale_translation_that_was_taken_away_meanwhile_is_reviewed_again(archive, way):
    before = _live(archive)
    for text in way:
        _written(archive, text)
    assert _live(archive) == before
    assert "state: reviewed" in before
