"""`casebook sync`: ids stay with their words, translations are never lost."""

import re
import shutil

import polib
import pytest
from click.testing import CliRunner

from build_tools.cli import main
from build_tools.pipeline import build
from tests.conftest import copy_small, files_below, parsed, problem_lines
from tests.texts import CHINESE

PARAGRAPHS = list(CHINESE)
NEW = "这是后来补在文前的一段新文字，与原文无关。"


@pytest.fixture(scope="module")
def translated(tmp_path_factory):
    """The small archive with a real text, in step, and each of its segments translated."""
    small = copy_small(tmp_path_factory.mktemp("translated") / "archive")
    write(small, PARAGRAPHS)
    sync(small)
    text = po(small).read_text(encoding="utf-8")
    for number in range(1, text.count("msgctxt") + 1):
        text = re.sub(
            rf'# state: untranslated\n(#\. into: en\n#\. sum: .*\n)msgctxt "s{number}"\n(msgid .*\n(?:".*\n)*)msgstr ""',
            lambda m, n=number: (
                f'# state: reviewed; by: 译者; on: 2026-11-21; origin: human\n# Remark {n}; note on: the words.\n{m[1]}msgctxt "s{n}"\n{m[2]}msgstr "English {n}."'
            ),
            text,
        )
    po(small).write_text(text, encoding="utf-8")
    sync(small)
    assert len(entries(small)) == text.count("msgctxt") > 8 and all(
        unit.msgstr for unit in entries(small).values()
    )
    return small


@pytest.fixture
def archive(translated, tmp_path):
    return shutil.copytree(translated, tmp_path / "archive")


def write(root, paragraphs):
    (root / "seeds" / "new.txt").write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")


def po(root):
    return root / "editorial" / "sources" / "new" / "translation.po"


def sync(root):
    result = CliRunner().invoke(main, ["sync", "--root", str(root)])
    assert result.exit_code == 0, result.output
    return result.output


def entries(root):
    return {unit.msgctxt: unit for unit in polib.pofile(str(po(root)))}


def live(root):
    return [unit.msgctxt for unit in polib.pofile(str(po(root))) if not unit.obsolete]


def state(unit) -> str:
    return re.match(r"state: ([a-z-]+)", unit.tcomment)[1]


def test_a_new_seed_gets_a_translation_file_with_an_id_for_each_segment(small):
    write(small, PARAGRAPHS)
    assert "3 translation files changed" in sync(small)
    units = entries(small)
    assert list(units) == [f"s{n}" for n in range(1, len(units) + 1)]
    assert units["s1"].msgid.startswith("刚刚，小米公开发布处理决定") and units["s1"].msgstr == ""


def test_a_second_sync_changes_no_byte(archive):
    before = files_below(archive)
    assert "0 translation files changed" in sync(archive)
    assert files_below(archive) == before


def test_a_remark_of_the_translator_stays(archive):
    assert "Remark 3; note on: the words." in entries(archive)["s3"].tcomment
    assert "by: 译者; on: 2026-11-21; origin: human" in entries(archive)["s3"].tcomment


def test_a_paragraph_put_first_moves_no_id(archive):
    before, ids = entries(archive), live(archive)
    write(archive, [NEW, *PARAGRAPHS])
    sync(archive)
    after = entries(archive)
    assert live(archive) == [f"s{len(ids) + 1}", *ids]
    assert all(
        (after[id].msgid, after[id].msgstr, state(after[id]))
        == (before[id].msgid, before[id].msgstr, "reviewed")
        for id in ids
    )


def test_a_sentence_slightly_changed_keeps_its_id_and_turns_stale_with_its_translation_and_old_words(
    archive,
):
    ids, changed = (
        live(archive),
        [p.replace("两位高管遭点名", "两位女高管被点名") for p in PARAGRAPHS],
    )
    old = entries(archive)["s1"].msgid
    write(archive, changed)
    sync(archive)
    assert live(archive) == ids
    unit = entries(archive)["s1"]
    assert (
        "两位女高管被点名" in unit.msgid and unit.msgstr == "English 1." and state(unit) == "stale"
    )
    assert unit.previous_msgid == old and "fuzzy" in unit.flags
    assert state(entries(archive)["s2"]) == "reviewed"


def test_a_stale_translation_is_shown_as_stale_with_its_old_source(archive):
    write(archive, [p.replace("两位高管遭点名", "两位女高管被点名") for p in PARAGRAPHS])
    sync(archive)
    CliRunner().invoke(main, ["build", "--root", str(archive)])
    page = (archive / "docs" / "archive" / "sources" / "new.md").read_text(encoding="utf-8")
    assert "English 1." in page and 'data-state="stale"' in page and "两位高管遭点名" in page


def test_where_all_translations_are_stale_each_says_so(archive):
    """What most segments have is said once for the page; that a translation is out of date is never
    left to that.
    """
    text = (
        po(archive)
        .read_text(encoding="utf-8")
        .replace("# state: reviewed;", "# state: stale; was: reviewed;")
    )
    po(archive).write_text(
        text.replace("msgctxt ", '#, fuzzy\n#| msgid "Before."\nmsgctxt '), encoding="utf-8"
    )
    page = parsed(build(archive).pages["sources/new.md"])
    stale = [
        side
        for side in page.all("div", of="cb-is-translation")
        if side.attributes["data-state"] == "stale"
    ]
    assert len(stale) == len(entries(archive)) and all(
        "Before." in side.first(of="cb-state").text() for side in stale
    )


def test_a_stale_translation_that_changes_again_keeps_the_words_it_was_made_from(archive):
    old = entries(archive)["s1"].msgid
    for words in ("两位女高管被点名", "两位女高管都被点名"):
        write(archive, [p.replace("两位高管遭点名", words) for p in PARAGRAPHS])
        sync(archive)
    assert (
        entries(archive)["s1"].previous_msgid == old
        and entries(archive)["s1"].msgstr == "English 1."
    )


def test_a_deleted_sentence_retires_its_id_for_good_and_keeps_its_translation(archive):
    ids = live(archive)
    last = ids[-1]
    write(archive, PARAGRAPHS[:-1])
    sync(archive)
    gone = [id for id in ids if id not in live(archive)]
    assert last in gone and entries(archive)[last].obsolete and entries(archive)[last].msgstr
    write(archive, [*PARAGRAPHS[:-1], NEW])
    sync(archive)
    assert live(archive)[-1] == f"s{len(ids) + 1}", "a retired id is never given again"
    assert entries(archive)[last].msgstr.startswith("English")
    before = po(archive).read_bytes()
    sync(archive)
    assert po(archive).read_bytes() == before


def test_the_header_keeps_the_highest_id_and_what_was_never_translated_keeps_its_own(archive):
    ids = live(archive)
    write(archive, [*PARAGRAPHS, NEW])
    sync(archive)
    new = live(archive)[-1]
    assert new == f"s{len(ids) + 1}" and not entries(archive)[new].msgstr
    write(archive, PARAGRAPHS)
    sync(archive)
    assert (
        f"X-Last-Segment: {new}\\n" in po(archive).read_text(encoding="utf-8")
        and entries(archive)[new].obsolete
    )
    write(archive, [*PARAGRAPHS, NEW])
    sync(archive)
    assert live(archive) == [*ids, new]


def test_moved_text_takes_its_id_and_translation_along(archive):
    before, ids = entries(archive), live(archive)
    write(archive, [*PARAGRAPHS[3:], *PARAGRAPHS[:3]])
    sync(archive)
    after = entries(archive)
    assert sorted(live(archive)) == sorted(ids) and live(archive) != ids
    assert all(
        (after[id].msgid, after[id].msgstr, state(after[id]))
        == (before[id].msgid, before[id].msgstr, "reviewed")
        for id in ids
    )


def test_an_emendation_turns_only_its_own_segment_stale(archive):
    (po(archive).parent / "emendations.yml").write_text(
        "- quote: 两位高管遭点名\n  reading: 两位高管被点名\n  kind: idiom\n  certainty: inferred\n  reason: {en: X, zh-Hans: 某}\n",
        encoding="utf-8",
    )
    sync(archive)
    states = {id: state(unit) for id, unit in entries(archive).items()}
    assert [id for id, is_now in states.items() if is_now == "stale"] == ["s1"]
    write(archive, [NEW, *PARAGRAPHS])
    sync(archive)
    assert entries(archive)["s1"].msgstr == "English 1.", (
        "the words as found, not the reading, are the key to the id"
    )


def test_a_long_comment_is_not_broken(archive):
    long = "; ".join(f"第{n}次复读 a long remark" for n in range(12))
    text = (
        po(archive)
        .read_text(encoding="utf-8")
        .replace("# Remark 2; note on: the words.", f"# {long}")
    )
    po(archive).write_text(text, encoding="utf-8")
    sync(archive)
    assert f"# {long}\n" in po(archive).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "harm",
    [
        lambda text: text.replace('msgstr "English 4."', 'msgstr "English 4.'),
        lambda text: text + 'msgctxt "s1"\nmsgid "x"\nmsgstr "y"\n',
        lambda text: text.replace(
            'msgstr "English 4."', 'msgid_plural "x"\nmsgstr[0] "English 4."'
        ),
        lambda text: text.replace('msgctxt "s4"\n', ""),
        lambda text: text.replace("; origin: human", "", 1),
    ],
    ids=[
        "a broken quotation mark",
        "an entry twice",
        "plural forms",
        "an entry without id",
        "no origin",
    ],
)
def test_a_faulty_translation_file_is_told_of_and_left_as_it_is(archive, harm):
    po(archive).write_text(harm(po(archive).read_text(encoding="utf-8")), encoding="utf-8")
    before = po(archive).read_bytes()
    result = CliRunner().invoke(main, ["sync", "--root", str(archive)])
    assert result.exit_code == 1 and any(
        "sources/new/translation.po" in line for line in problem_lines(result.output)
    )
    assert po(archive).read_bytes() == before


def test_windows_line_ends_and_a_byte_order_mark_lose_nothing(archive):
    text = po(archive).read_text(encoding="utf-8")
    po(archive).write_bytes(("\ufeff" + text.replace("\n", "\r\n")).encode())
    sync(archive)
    assert po(archive).read_text(encoding="utf-8") == text


def test_odd_characters_survive_the_way_through_the_file(small):
    odd = '小米\u2028回应“\\n”\t与"引号"\\和\u0085道歉🇹🇼。'
    write(small, [odd, "雷军道歉。"])
    sync(small)
    before = po(small).read_bytes()
    assert "0 translation files changed" in sync(small) and po(small).read_bytes() == before
    assert "\u2028" in entries(small)["s1"].msgid and "🇹🇼" in entries(small)["s1"].msgid
