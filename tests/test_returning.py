"""What was swapped, sorted or taken away and is put back is what it was: ids, translations and
their states.
"""

import random

import polib
import pytest

from build_tools.editing.sync import synced
from build_tools.model.quote import even_signs
from build_tools.model.text import Reading, Segment
from build_tools.pipeline import open_archive
from build_tools.readers.po import read_po
from build_tools.stages.segmenting.allot import allot, known_ids
from tests.conftest import copy_small, files_below
from tests.translated import UNTRANSLATED, sync, translate_all

CALLED = "雷军来了。不予置评。小米来了。不予置评。大家走了。"
SWAPPED = "小米来了。不予置评。雷军来了。不予置评。大家走了。"


def _written(root, text):
    (root / "seeds" / "new.txt").write_text(f"备忘录曝光\n{text}\n", encoding="utf-8")
    return sync(root)


def _po(root):
    return root / "editorial/sources/new/translation.po"


def _live(root) -> str:
    return _po(root).read_text(encoding="utf-8").partition("#~")[0].partition("\n\n")[2]


def _kept(root) -> list[str]:
    """The entries of what the text has, as the file has them."""
    return [str(unit) for unit in polib.pofile(str(_po(root))) if not unit.obsolete]


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
    for order in (
        units[::-1],
        [units[1], *units[2:], units[0]],
        [units[0], units[3], units[2], units[1], *units[4:]],
    ):
        assert order != units
        _po(archive).write_text("\n\n".join([head, *order]) + "\n", encoding="utf-8")
        sync(archive)
        assert _po(archive).read_text(encoding="utf-8").rstrip("\n") == before.rstrip("\n")


EDITED, WITHOUT = (
    "雷军来了。不予置评。小米也来了。不予置评。大家走了。",
    "雷军来了。不予置评。不予置评。大家走了。",
)


@pytest.mark.parametrize("way", [(EDITED, WITHOUT, EDITED, CALLED), (EDITED, WITHOUT, CALLED)])
def test_a_stale_translation_that_was_taken_away_meanwhile_is_reviewed_again(archive, way):
    before = _live(archive)
    for text in way:
        _written(archive, text)
    assert _live(archive) == before
    assert "state: reviewed" in before


PARAGRAPHS = ("甲先说话。乙后说话。丙不说话。", "我们错了。丁走了过来。", "我们错了。戊走了出去。")
"""Two equal sentences, each at the head of a paragraph."""


@pytest.mark.parametrize("order", [(2, 1, 0), (1, 0, 2), (2, 0, 1)])
def test_paragraphs_put_in_another_order_and_back_leave_no_trace_among_the_translations(
    archive, order
):
    _written(archive, "\n".join(PARAGRAPHS))
    translate_all(archive)
    sync(archive)
    before, files = _kept(archive), files_below(archive / "editorial")
    for text in (
        ("我们错了。", *PARAGRAPHS, "我们错了。我们错了。"),
        PARAGRAPHS,
        [PARAGRAPHS[n] for n in order],
    ):
        _written(archive, "\n".join(text))
    _written(archive, "\n".join(PARAGRAPHS))
    assert _kept(archive) == before and not any("untranslated" in unit for unit in before)
    told = [p for p in open_archive(archive).problems if p.code == "segment-unsure"]
    assert not told, "nothing is uncertain about a text that was here before"
    assert {
        name for name, raw in files_below(archive / "editorial").items() if raw != files[name]
    } == {"sources/new/translation.po"}


def test_a_text_that_is_back_with_a_new_paragraph_has_its_translations_back(archive):
    _written(archive, "\n".join(PARAGRAPHS))
    translate_all(archive)
    sync(archive)
    _written(archive, "\n".join(reversed(PARAGRAPHS)))
    _written(archive, "\n".join((PARAGRAPHS[0], "这一段是新的，与前后都无关。", *PARAGRAPHS[1:])))
    assert sum("untranslated" in unit for unit in _kept(archive)) == 1


@pytest.mark.parametrize(
    "between", [False, True], ids=["nobody translates meanwhile", "all is translated meanwhile"]
)
def test_whatever_was_done_to_a_text_of_equal_sentences_its_translations_come_back_with_it(
    tmp_path, between
):
    for seed in range(25):
        chance = random.Random(seed)
        first = [_paragraph(chance) for _ in range(chance.randrange(3, 8))]
        po, ids = _synced(tmp_path, "", first)
        po, ids = _synced(tmp_path, _translated(po), first)
        before = [(id, unit.msgstr) for id, unit in zip(ids, _units(po, ids), strict=True)]
        assert all(words for _, words in before)
        text = first
        for _ in range(chance.randrange(1, 5)):
            text = _edited(chance, text)
            po, _ = _synced(tmp_path, po, text)
            po = _translated(po) if between else po
        po, ids = _synced(tmp_path, po, first)
        assert [
            (id, unit.msgstr) for id, unit in zip(ids, _units(po, ids), strict=True)
        ] == before, seed


def _paragraph(chance):
    """One to four sentences, about half of which stand elsewhere, too."""
    some = ("我们错了。", "好！", "不予置评。")
    return tuple(
        chance.choice(some)
        if chance.random() < 0.45
        else "".join(chance.sample("小米雷军道歉回应粉丝投放直播品牌公关舆情处罚", 9)) + "。"
        for _ in range(chance.randrange(1, 5))
    )


def _edited(chance, text):
    text = list(text)
    match chance.choice(("insert", "delete", "reorder", "reorder")):
        case "insert":
            text.insert(chance.randrange(len(text) + 1), _paragraph(chance))
        case "delete" if len(text) > 2:
            text.pop(chance.randrange(len(text)))
        case _:
            chance.shuffle(text)
    return text


def _synced(folder, po, paragraphs):
    """The file in step with a text, and the ids in the order of the text."""
    path, sentences = (
        folder / "translation.po",
        [sentence for paragraph in paragraphs for sentence in paragraph],
    )
    path.write_text(po or 'msgid ""\nmsgstr ""\n', encoding="utf-8")
    entries, problems, *_ = read_po(path, path.name)
    assert not problems
    ids, _ = allot([even_signs(sentence) for sentence in sentences], known_ids(entries))
    segments = tuple(
        Segment(id, ((0, len(sentence)),), sentence, "sentence", "zh-Hans", 0)
        for id, sentence in zip(ids, sentences, strict=True)
    )
    return synced("new", segments, tuple(map(Reading, sentences)), entries, po), ids


def _translated(po):
    """With a translation for all that has none."""
    return UNTRANSLATED.sub(
        r'# state: reviewed; by: 译者; on: 2026-11-21; origin: human\n\1\2msgstr "Translation of \3."\n',
        po,
    )


def _units(po, ids):
    units = {unit.msgctxt: unit for unit in polib.pofile(po)}
    return [units[id] for id in ids]
