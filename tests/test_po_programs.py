"""translation.po as Poedit, Weblate, OmegaT and msgmerge save it: nothing of it is lost, and what
they mean is understood.
"""

import shutil

import pytest

from build_tools.pipeline import open_archive
from tests.conftest import copy_small
from tests.translated import sync, translate_all

FILE = "editorial/sources/leak-en/translation.po"
SEED = 'The media in charge of Xiaomi car leak apologized, and "everyone" at its office was told so on the same evening.\n\nNobody outside had expected it.\n\nA third sentence stands here.\n'

HEADS = {
    "Poedit": """# Translations of the archive.
# 译者 <a@example.org>, 2026.
msgid ""
msgstr ""
"Project-Id-Version: leak-en\\n"
"Report-Msgid-Bugs-To: \\n"
"POT-Creation-Date: \\n"
"PO-Revision-Date: 2026-11-29 10:00+0800\\n"
"Last-Translator: 译者 <a@example.org>\\n"
"Language-Team: \\n"
"Language: zh_CN\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"X-Generator: Poedit 3.4.2\\n"
""",
    "Weblate": """# SOME DESCRIPTIVE TITLE.
#
#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version: leak-en\\n"
"PO-Revision-Date: 2026-11-29 02:00+0000\\n"
"Last-Translator: 译者 <a@example.org>\\n"
"Language-Team: Chinese (Simplified) <https://hosted.weblate.org/projects/"
"archive/leak-en/zh_Hans/>\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"X-Generator: Weblate 5.8\\n"
""",
}
WRAPPED = """
# Ours to read: above the state line.
# state: reviewed; by: 译者; on: 2026-11-21; origin: human; reader: B
# Remark on s1.
#. A note of another program.
#. into: zh-Hans
#: leak-en.txt:1 leak-en.txt:2
#, no-wrap
msgctxt "s1"
msgid ""
"The media in charge of Xiaomi car leak apologized, and \\"everyone\\" at its "
"office was told so on the same evening."
msgstr ""
"涉事媒体道歉，"
"当晚已告知编辑部的“所有人”。\\n"

# state: human-draft; origin: human
#. into: zh-Hans
#, fuzzy
#| msgctxt "s2"
#| msgid "Nobody had "
#| "expected it."
msgctxt "s2"
msgid "Nobody outside had expected it."
msgstr "外人都没有料到。\\t"

# state: untranslated
#. into: zh-Hans
msgctxt "s3"
msgid "A third sentence stands here."
msgstr ""

# state: stale; was: reviewed; by: 译者; origin: human; after: s3
# A remark on what is gone.
#, fuzzy
#~| msgid "The very old sentence."
#~ msgctxt "s4"
#~ msgid ""
#~ "The old "
#~ "sentence."
#~ msgstr "旧句。"

# The end of the file.
"""
"""As these programs write: lines broken at 79, remarks above and below ours, references, flags,
what a text was before, unused entries.
"""


@pytest.fixture(scope="module")
def translated(tmp_path_factory):
    small = copy_small(tmp_path_factory.mktemp("translated") / "archive")
    (small / "seeds" / "leak-en.txt").write_text(SEED, encoding="utf-8")
    (small / "editorial/sources/leak-en/emendations.yml").unlink()
    translate_all(small)
    return small


@pytest.fixture
def archive(translated, tmp_path):
    return shutil.copytree(translated, tmp_path / "archive")


def saved(root, text: str) -> str:
    """The file as the next sync leaves it."""
    (root / FILE).write_bytes(text.encode())
    sync(root)
    done = (root / FILE).read_text(encoding="utf-8")
    assert "0 translation files changed" in sync(root), "a second sync changes nothing"
    return done


def states(root) -> list[str]:
    return [t.state for t in open_archive(root).texts["leak-en"].translations]


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS.keys())
def test_no_header_comment_reference_flag_or_unused_entry_is_lost(archive, head):
    done = saved(archive, head + WRAPPED)
    for line in [
        *head.replace('projects/"\n"archive', "projects/archive").splitlines(),
        *(line for line in WRAPPED.splitlines() if line.startswith(("# ", "#.", "#:", "#,"))),
    ]:
        assert line in done.splitlines(), line
    for lines in (
        '#| msgctxt "s2"\n#| msgid "Nobody had expected it."\n',
        '#~| msgid "The very old sentence."\n#~ msgctxt "s4"\n#~ msgid "The old sentence."\n#~ msgstr "旧句。"\n',
        'msgstr "涉事媒体道歉，当晚已告知编辑部的“所有人”。\\n"\n',
        'msgstr "外人都没有料到。\\t"\n',
    ):
        assert lines in done
    assert done.endswith("# The end of the file.\n\n") and states(archive) == [
        "reviewed",
        "human-draft",
        "untranslated",
    ]


@pytest.mark.parametrize(
    "otherwise",
    [lambda text: text.replace("\n", "\r\n"), lambda text: "\ufeff" + text],
    ids=["Windows line ends", "a byte order mark"],
)
def test_it_is_the_same_file_however_it_is_encoded(archive, otherwise):
    text = saved(archive, HEADS["Poedit"] + WRAPPED)
    assert saved(archive, otherwise(text)) == text


def test_taking_the_fuzzy_flag_away_makes_a_stale_translation_a_draft_of_the_new_words(archive):
    emendations = archive / "editorial/sources/leak-en/emendations.yml"
    emendations.write_text(
        "- quote: Nobody outside\n  reading: No one outside\n  kind: grammar\n  certainty: inferred\n  reason: {en: X, zh-Hans: 某}\n",
        encoding="utf-8",
    )
    sync(archive)
    stale = (archive / FILE).read_text(encoding="utf-8")
    assert (
        "# state: stale; was: reviewed; by: 译者; on: 2026-11-21; origin: human\n" in stale
        and '#| msgid "Nobody outside had expected it."\n' in stale
    )
    done = saved(
        archive,
        stale.replace("#, fuzzy\n", "")
        .replace('#| msgid "Nobody outside had expected it."\n', "")
        .replace("Translation of s2.", "外间无人料到。"),
    )
    assert states(archive) == ["reviewed", "human-draft", "reviewed"]
    assert (
        "# state: human-draft; by: 译者; on: 2026-11-21; origin: human\n" in done
        and "was:" not in done
        and done.count("#, fuzzy\n") == 1
    )


def test_a_reviewed_translation_that_a_program_marks_as_needing_work_is_a_draft_and_an_editor_is_asked(
    archive,
):
    text = (
        (archive / FILE)
        .read_text(encoding="utf-8")
        .replace('msgctxt "s2"', '#, fuzzy\nmsgctxt "s2"')
    )
    assert saved(archive, text) == text, "nobody decides it for the editor"
    assert states(archive)[1] == "human-draft"
    [problem] = [p for p in open_archive(archive).problems if p.code == "po-fuzzy"]
    assert problem.severity == "warning" and problem.what.startswith(
        "s2 is both reviewed and fuzzy"
    )


def test_a_machines_draft_does_not_become_a_persons_by_a_lost_flag(archive):
    line = "# state: reviewed; by: 译者; on: 2026-11-21; origin: human\n# Remark on s2.\n"
    text = (
        (archive / FILE)
        .read_text(encoding="utf-8")
        .replace(line, "# state: machine-draft; origin: machine\n")
    )
    assert saved(archive, text) == text
    assert states(archive)[1] == "machine-draft" and "po-fuzzy" in {
        p.code for p in open_archive(archive).problems
    }


def test_what_was_filled_in_without_a_state_is_a_draft_once_its_origin_is_said(archive):
    line = "# state: reviewed; by: 译者; on: 2026-11-21; origin: human\n# Remark on s2.\n"
    done = saved(
        archive,
        (archive / FILE)
        .read_text(encoding="utf-8")
        .replace(line, "# state: untranslated; origin: human\n"),
    )
    assert states(archive)[1] == "human-draft" and "# state: human-draft; origin: human\n" in done


def test_a_translation_that_another_program_emptied_is_untranslated_and_its_remarks_and_what_it_was_stay(
    archive,
):
    done = saved(
        archive, (archive / FILE).read_text(encoding="utf-8").replace("Translation of s2.", "")
    )
    assert states(archive)[1] == "untranslated"
    assert (
        "# state: untranslated; was: reviewed; by: 译者; on: 2026-11-21; origin: human\n# Remark on s2.\n"
        in done
    )


def test_entries_in_another_order_keep_their_translations(archive):
    text = (archive / FILE).read_text(encoding="utf-8")
    head, *entries = text.strip().split("\n\n")
    assert saved(archive, "\n\n".join([head, *reversed(entries)]) + "\n") == text


def test_the_words_as_found_may_be_broken_over_several_lines(archive):
    emendations = archive / "editorial/sources/leak-en/emendations.yml"
    emendations.write_text(
        "- quote: Nobody outside\n  reading: No one outside\n  kind: grammar\n  certainty: inferred\n  reason: {en: X, zh-Hans: 某}\n",
        encoding="utf-8",
    )
    sync(archive)
    text = (archive / FILE).read_text(encoding="utf-8")
    assert (
        saved(
            archive,
            text.replace("#. found: Nobody outside had", "#. found: Nobody outside\n#. had"),
        )
        == text
    )


def test_a_state_line_that_a_program_has_broken_is_whole_again(archive):
    text = saved(archive, HEADS["Poedit"] + WRAPPED)
    for line, broken in (
        (
            "# state: reviewed; by: 译者; on: 2026-11-21; origin: human; reader: B\n",
            "# state: reviewed; by:\n# 译者; on: 2026-11-21;\n# origin: human; reader: B\n",
        ),
        (
            "# state: stale; was: reviewed; by: 译者; origin: human; after: s3\n",
            "# state: stale; was: reviewed; by: 译者;\n# origin: human; after:\n# s3\n",
        ),
    ):
        assert line in text
        assert saved(archive, text.replace(line, broken)) == text
    assert states(archive) == ["reviewed", "human-draft", "untranslated"]


def test_a_remark_below_a_state_line_stays_a_remark(archive):
    text = saved(archive, HEADS["Poedit"] + WRAPPED)
    line = "# state: human-draft; origin: human\n"
    more = text.replace(line, line[:-1] + ";\n# Ask Li; origin: a letter\n# on: Monday\n")
    done = saved(archive, more)
    assert "# Ask Li; origin: a letter\n" in done and states(archive) == [
        "reviewed",
        "human-draft",
        "untranslated",
    ]


def test_letters_written_as_bytes_are_the_same_letters(archive):
    text = saved(archive, HEADS["Poedit"] + WRAPPED)
    in_bytes = "".join(
        char
        if char.isascii() or line.startswith("#")
        else "".join(f"\\{byte:03o}" for byte in char.encode())
        for line in text.splitlines(True)
        for char in line
    )
    assert in_bytes != text and saved(archive, in_bytes) == text


def test_an_id_is_not_given_again_when_a_program_has_purged_its_unused_entry(archive):
    seed = archive / "seeds" / "leak-en.txt"
    seed.write_text(SEED.partition("A third")[0], encoding="utf-8")
    sync(archive)
    text = (archive / FILE).read_text(encoding="utf-8")
    assert '#~ msgctxt "s3"\n' in text and '"X-Last-Segment: s3\\n"' in text
    (archive / FILE).write_text(
        text.partition("# state: reviewed; by: 译者; on: 2026-11-21; origin: human; after: s2")[0],
        encoding="utf-8",
    )
    seed.write_text(SEED, encoding="utf-8")
    sync(archive)
    assert [s.id for s in open_archive(archive).texts["leak-en"].segments] == ["s1", "s2", "s4"]
