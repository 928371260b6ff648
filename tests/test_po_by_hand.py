"""translation.po edited where it must not be: told with its line, and what was there comes back when it is mended."""

import hashlib
import re
import shutil

import polib
import pytest
from click.testing import CliRunner

from build_tools.cli import main
from build_tools.pipeline import build
from tests.conftest import copy_small, files_below
from tests.translated import sync, translate_all

PO = "editorial/sources/new/translation.po"
SEED = "小米的反应很快，当天晚上就道了歉。雷军没有出席。\n\nNobody outside had expected it. 记者等了她一夜。\n\n雷军没有出席。\n"


@pytest.fixture(scope="module")
def translated(tmp_path_factory):
    small = copy_small(tmp_path_factory.mktemp("translated") / "archive")
    (small / "seeds/new.txt").write_text(SEED, encoding="utf-8")
    (small / "editorial/sources/new").mkdir()
    record(small)
    translate_all(small)
    return small


@pytest.fixture
def archive(translated, tmp_path):
    return shutil.copytree(translated, tmp_path / "archive")


def record(root, more="", of=SEED):
    (root / "editorial/sources/new/source.yml").write_text(f"sha256: {hashlib.sha256(of.encode()).hexdigest()}\n{more}", encoding="utf-8")


def edit(root, *pairs):
    text = (root / PO).read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    (root / PO).write_text(text, encoding="utf-8")


def told(root):
    """The problems of the file's own."""
    return [p for p in build(root).faults if p.place.file == PO and p.code.startswith("po-")]


def live(root):
    """The entries in use; a sentence that was there meanwhile is kept at the end of the file."""
    return [(e.msgctxt, e.msgid, e.msgstr, e.tcomment, e.flags) for e in polib.pofile(str(root / PO)) if not e.obsolete]


def assert_left_alone(root):
    """No command writes to it."""
    before = files_below(root / "editorial")
    assert CliRunner().invoke(main, ["sync", "--root", str(root)]).exit_code == 1
    assert files_below(root / "editorial") == before


MSGIDS = {
    "a word": ("msgid \"小米的反应很快，当天", "msgid \"小米的反应极慢，当天"),
    "a character": ("msgid \"记者等了她一夜", "msgid \"记者等了他一夜"),
    "a word more": ("msgid \"Nobody outside had", "msgid \"Nobody outside really had"),
    "all of it": ("msgid \"记者等了她一夜。\"", "msgid \"另写的一句，与原来的毫无关系。\""),
}


@pytest.mark.parametrize(("old", "new"), MSGIDS.values(), ids=MSGIDS.keys())
def test_a_msgid_that_was_edited_is_told_and_its_translation_is_what_it_was_once_it_is_mended(archive, old, new):
    before = (archive / PO).read_bytes()
    edit(archive, (old, new))
    [problem] = told(archive)
    assert problem.code == "po-text-changed" and problem.place.line and "corrected in emendations.yml" in problem.hint
    assert_left_alone(archive)
    edit(archive, (new, old))
    sync(archive)
    assert (archive / PO).read_bytes() == before and not told(archive)


CHANGED = {
    "words hidden": "hidden:\n  - {quote: 的反应很快, kind: advert, reason: {en: X, zh-Hans: 某}}\n",
    "a sentence hidden": "hidden:\n  - {quote: 记者等了她一夜。, kind: advert, reason: {en: X, zh-Hans: 某}}\n",
    "the beginning hidden": "hidden:\n  - {quote: Nobody outside had expected it., kind: advert, reason: {en: X, zh-Hans: 某}}\n",
}


@pytest.mark.parametrize("more", CHANGED.values(), ids=CHANGED.keys())
def test_what_an_editor_hides_and_shows_again_changes_no_msgid_by_hand(archive, more):
    record(archive, more)
    assert told(archive) == []
    sync(archive)
    record(archive)
    assert told(archive) == []
    sync(archive)
    assert told(archive) == []


def test_an_emended_text_is_no_msgid_edited_by_hand(archive):
    emendations = archive / "editorial/sources/new/emendations.yml"
    for reading in ("记者等了他一夜", "记者们等了他一整夜"):
        emendations.write_text(f"- quote: 记者等了她一夜\n  reading: {reading}\n  kind: sense\n  certainty: inferred\n  reason: {{en: X, zh-Hans: 某}}\n", encoding="utf-8")
        assert told(archive) == []
        sync(archive)
    emendations.unlink()
    assert told(archive) == []


def test_ids_that_were_exchanged_are_told(archive):
    edit(archive, ('msgctxt "s1"', 'msgctxt "sx"'), ('msgctxt "s4"', 'msgctxt "s1"'), ('msgctxt "sx"', 'msgctxt "s4"'))
    [problem] = told(archive)
    assert problem.code == "po-ids-exchanged" and "s1" in problem.what and "s4" in problem.what
    assert_left_alone(archive)


def entry(root, id):
    return next(each for each in re.split(r"(?<=\n\n)", (root / PO).read_text(encoding="utf-8")) if f'msgctxt "{id}"' in each)


@pytest.mark.parametrize(("gone", "said"), [(("s2",), "knows s2, and it has no entry here"), (("s1", "s3"), "knows s1, s3, and they have no entry here"), (("s1", "s2", "s3", "s4", "s5"), "knows s1, s2, s3, s4, s5, and they")])
def test_entries_that_were_deleted_are_one_problem_and_no_new_id_is_given(archive, gone, said):
    before = (archive / PO).read_bytes()
    edit(archive, *((entry(archive, id), "") for id in gone))
    [problem] = told(archive)
    assert problem.code == "po-entry-lost" and said in problem.what and "X-Segments" in (archive / PO).read_text(encoding="utf-8").splitlines()[problem.place.line - 1]
    assert_left_alone(archive)
    (archive / PO).write_bytes(before)
    assert not told(archive) and "0 translation files changed" in sync(archive)


@pytest.mark.parametrize("state", ["reviewed", "human-draft"])
def test_a_translation_that_was_emptied_is_remembered_until_somebody_lets_it_go(archive, state):
    flag = "" if state == "reviewed" else "#, fuzzy\n"
    edit(archive, ('# state: reviewed; by: 译者; on: 2026-11-21; origin: human\n# Remark on s2.\n#. into: en\n', f'# state: {state}; by: 译者; on: 2026-11-21; origin: human\n# Remark on s2.\n#. into: en\n{flag}'), ("Translation of s2.", ""))
    for _ in range(2):
        [problem] = told(archive)
        assert (problem.code, problem.severity) == ("po-blank", "warning") and state in problem.what and "as Git has it" in problem.hint
        assert "[po-blank]" in sync(archive)
    assert f"# state: untranslated; was: {state}; by: 译者" in (archive / PO).read_text(encoding="utf-8")
    edit(archive, (f"was: {state}; ", ""))
    assert not told(archive) and "0 translation files changed" in sync(archive)


def test_a_translation_written_anew_in_place_of_one_that_was_emptied_is_a_draft(archive):
    edit(archive, ("Translation of s2.", ""))
    sync(archive)
    edit(archive, ('msgid "雷军没有出席。"\nmsgstr ""', 'msgid "雷军没有出席。"\nmsgstr "Lei Jun was absent."'))
    sync(archive)
    assert entry(archive, "s2").startswith("# state: human-draft; by: 译者") and "was:" not in entry(archive, "s2")


def test_a_machines_draft_that_was_emptied_is_only_untranslated(archive):
    edit(archive, ("# state: reviewed; by: 译者; on: 2026-11-21; origin: human\n# Remark on s2.\n#. into: en\n", "# state: machine-draft; origin: machine\n# Remark on s2.\n#. into: en\n#, fuzzy\n"), ("Translation of s2.", ""))
    sync(archive)
    assert not told(archive) and entry(archive, "s2").startswith("# state: untranslated; origin: machine\n")


OTHER_SEEDS = {"a word": ("的反应很快", "的反应真快"), "all of a sentence": ("记者等了她一夜。", "没有人等她。"), "a sentence less": ("Nobody outside had expected it. ", "")}


@pytest.mark.parametrize(("old", "new"), OTHER_SEEDS.values(), ids=OTHER_SEEDS.keys())
def test_a_seed_replaced_on_purpose_is_no_msgid_edited_by_hand_and_its_own_words_bring_the_translations_back(archive, old, new):
    before = live(archive)
    whole = {path: path.read_bytes() for path in ((archive / "seeds/new.txt"), (archive / PO), (archive / "editorial/sources/new/source.yml"))}
    changed = SEED.replace(old, new)
    (archive / "seeds/new.txt").write_text(changed, encoding="utf-8")
    record(archive, of=changed)
    assert told(archive) == []
    sync(archive)
    assert ("state: stale; was: reviewed" in (archive / PO).read_text(encoding="utf-8")) == (new == "的反应真快"), "a sentence that is gone is kept at the end of the file"
    for path, raw in whole.items():
        if path.name != "translation.po":
            path.write_bytes(raw)
    assert told(archive) == []
    sync(archive)
    assert live(archive) == before


def test_the_same_holds_where_nobody_recorded_the_seed_s_sum(archive):
    (archive / "editorial/sources/new/source.yml").unlink()
    before = (archive / PO).read_bytes()
    edit(archive, ('msgid "记者等了她一夜', 'msgid "记者等了他一夜'))
    assert [p.code for p in told(archive)] == ["po-text-changed"]
    (archive / PO).write_bytes(before)
    (archive / "seeds/new.txt").write_text(SEED.replace("一夜", "一整夜"), encoding="utf-8")
    assert told(archive) == []
    sync(archive)
    (archive / "seeds/new.txt").write_text(SEED, encoding="utf-8")
    sync(archive)
    assert (archive / PO).read_bytes() == before
