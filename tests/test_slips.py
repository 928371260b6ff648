"""Slips that once lost or relabelled an editor's work: each is one problem that mends, and no
editor's file is changed.
"""

import re
import shutil

import pytest
from click.testing import CliRunner

from build_tools.cli import main
from build_tools.pipeline import build, open_archive
from build_tools.readers.po import read_po
from tests.conftest import copy_small, files_below
from tests.translated import sync, translate_all

PO = "editorial/sources/kol-zh/translation.po"
SAID = "# state: reviewed; by: 译者; on: 2026-11-21; origin: human"


@pytest.fixture(scope="module")
def translated(tmp_path_factory):
    small = copy_small(tmp_path_factory.mktemp("translated") / "archive")
    translate_all(small)
    assert run(small, "mentions", "kol-zh", "--confirm", "human").exit_code == 0
    return small


@pytest.fixture
def archive(translated, tmp_path):
    return shutil.copytree(translated, tmp_path / "archive")


def run(root, *command):
    return CliRunner().invoke(main, [*command, "--root", str(root)])


def rewritten(root, state, msgstr=""):
    """The first entry of the file with another state line, or another translation."""
    text = (root / PO).read_text(encoding="utf-8").replace(SAID, state, 1)
    (root / PO).write_text(
        text.replace('msgstr "Translation of s1."', f'msgstr "{msgstr}"') if msgstr else text,
        encoding="utf-8",
    )


def told(root):
    """What is said of the file itself."""
    return [
        (p.code, p.what)
        for p in open_archive(root).problems
        if p.severity != "note" and p.place.file == PO and p.code.startswith("po-")
    ]


def errors(root):
    """Those that translations as made up as these do not have anyway."""
    return [
        p
        for p in build(root).faults
        if p.severity == "error"
        and p.code != "actor-missing"
        and not p.place.file.endswith("translation.po")
    ]


CONTRADICTIONS = {
    "a machine's draft by a person": (
        "# state: machine-draft; on: 2026-11-21; origin: human",
        "po-state",
        "State and origin of s1 contradict each other: a machine-draft, and human",
    ),
    "two state lines": (
        f"{SAID}\n# state: human-draft; by: B; on: 2026-11-22; origin: assisted",
        "po-state-twice",
        "s1 says two states: reviewed, human-draft",
    ),
    "two state lines and the flag": (
        f"{SAID}\n# state: human-draft; by: B; on: 2026-11-22; origin: human\n#, fuzzy",
        "po-state-twice",
        "s1 says two states: reviewed, human-draft",
    ),
    "two origins": (
        f"{SAID}; origin: machine",
        "po-state-twice",
        "s1 says two origins: human, machine",
    ),
    "an origin without its key": (
        f"{SAID}; assisted",
        "po-state-twice",
        "s1 says two origins: human, assisted",
    ),
}


@pytest.mark.parametrize(
    ("line", "code", "what"), CONTRADICTIONS.values(), ids=CONTRADICTIONS.keys()
)
def test_what_contradicts_itself_is_one_problem_and_is_not_settled_for_the_editor(
    archive, line, code, what
):
    rewritten(archive, line)
    assert told(archive) == [(code, what)]
    before = files_below(archive / "editorial")
    assert run(archive, "sync").exit_code == 1
    assert files_below(archive / "editorial") == before
    page = build(archive).pages["sources/kol-zh.md"]
    assert page.count('data-state="reviewed"') < build(_mended(archive)).pages[
        "sources/kol-zh.md"
    ].count('data-state="reviewed"'), "what is in doubt is not shown as reviewed"


MISSPELT = {
    "a letter less": SAID.replace("state", "sate"),
    "two exchanged": SAID.replace("state", "sttae"),
    "no colon": SAID.replace("state:", "state"),
    "no key": SAID.replace("state: ", ""),
    "another word": SAID.replace("state", "status"),
    "the state alone": "# Stat: reviewed\n# origin: human",
    "the origin alone": "# state: reviewed\n# orgin: human",
    "full width": "# sate：reviewed；origin：human",
}


@pytest.mark.parametrize("line", MISSPELT.values(), ids=MISSPELT.keys())
def test_a_state_line_that_begins_with_a_slip_is_called_one_and_nothing_is_relabelled(
    archive, line
):
    rewritten(archive, line)
    [problem] = read_po(archive / PO, PO).problems
    assert (
        problem.code == "po-state"
        and problem.what.startswith("s1: “")
        and "does not begin as a state line does" in problem.what
    )
    before = files_below(archive / "editorial")
    assert run(archive, "sync").exit_code == 1
    assert files_below(archive / "editorial") == before


def test_a_remark_beside_a_state_line_is_no_slip(archive):
    before = (archive / PO).read_bytes()
    for remark in (
        "Reviewed by nobody yet.",
        "status: see above",
        "Reviewed",
        "origin of the word: Cantonese",
        "By all means: keep it; on: the other hand",
    ):
        (archive / PO).write_bytes(before)
        rewritten(archive, f"{SAID}\n# {remark}")
        assert read_po(archive / PO, PO).problems == ()


def test_where_the_translation_is_gone_the_first_advice_is_to_restore_it(archive):
    (archive / PO).unlink()
    before = files_below(archive / "editorial")
    [problem] = [
        p for p in build(archive).faults if p.severity == "error" and "kol-zh" in p.place.file
    ]
    assert (
        problem.code == "po-missing"
        and "mentions.yml" in problem.what
        and problem.hint.startswith("Restore it as Git has it; only where nobody has it, take away")
    )
    assert run(archive, "sync").exit_code == 1
    assert files_below(archive / "editorial") == before


def _mended(root):
    text = (root / PO).read_text(encoding="utf-8")
    (root / PO).write_text(
        re.sub(
            r"# state: [^\n]*\n(?:# state: [^\n]*\n)?(?:#, fuzzy\n)?(# Remark on s1)",
            rf"{SAID}\n\1",
            text,
        ),
        encoding="utf-8",
    )
    return root


def test_a_translation_that_only_its_state_line_calls_stale_is_asked_about_and_stays_what_it_is_called(
    archive,
):
    rewritten(archive, SAID.replace("reviewed", "stale"))
    [(code, what)] = told(archive)
    assert code == "po-fuzzy" and what.startswith("s1 is stale by its state line, but not fuzzy")
    before = files_below(archive / "editorial")
    assert "0 translation files changed" in sync(archive)
    assert files_below(archive / "editorial") == before


@pytest.mark.parametrize("origin", ["humam", "asisted", "human.", "human/assisted", '""'])
def test_a_slip_in_an_origin_is_told_with_its_line_and_every_page_is_built(archive, origin):
    pages = build(archive).pages.keys()
    rewritten(archive, SAID.replace("origin: human", f"origin: {origin}"))
    built = build(archive)
    [problem] = [p for p in built.faults if p.code.startswith("po-")]
    assert problem.code == "po-origin" and problem.place.line and built.pages.keys() == pages


@pytest.mark.parametrize("blank", ["   ", "\u200b", "\u3000\\n"])
def test_a_translation_of_blanks_is_no_translation(archive, blank):
    rewritten(archive, SAID, blank)
    assert told(archive) == [
        ("po-blank", "s1 is called reviewed, but its translation holds nothing that can be seen")
    ]
    assert {
        t.translation.state
        for t in build(archive).archive.sources["kol-zh"].text
        if t.segment.id == "s1"
    } == {"untranslated"}


def test_a_reviewed_translation_that_is_empty_is_told(archive):
    text = (archive / PO).read_text(encoding="utf-8")
    (archive / PO).write_text(
        text.replace('msgstr "Translation of s1."', 'msgstr ""'), encoding="utf-8"
    )
    assert told(archive) == [("po-blank", "s1 is called reviewed, but its translation is empty")]


def test_a_reading_of_a_name_whose_record_is_away_stays_and_counts_when_it_is_back(archive):
    record, away = archive / "editorial/actors/xiaomi.yml", archive / "xiaomi.yml"
    before = files_below(archive / "editorial")
    record.rename(away)
    result = run(archive, "mentions", "kol-zh", "--confirm", "human")
    assert (
        result.exit_code == 1
        and "There is no actor or term “xiaomi”, which 7 places name: " in result.output
    )
    away.rename(record)
    assert files_below(archive / "editorial") == before and not errors(archive)


def test_a_seed_that_was_renamed_is_one_problem_that_says_where_it_is(archive):
    (archive / "seeds/kol-zh.txt").rename(archive / "seeds/小米回应.txt")
    assert [str(p) for p in errors(archive)] == [
        "editorial/sources/kol-zh – There is no seeds/kol-zh.txt, but seeds/小米回应.txt holds its text. "
        "Give it its name back; or call this folder xiao-mi-hui-ying, and write that in all records that name kol-zh. [seed-missing]"
    ]
    before = files_below(archive / "editorial")
    assert run(archive, "sync").exit_code == 1
    assert files_below(archive / "editorial") == before


def test_a_seed_that_is_gone_is_told_once_and_nobody_is_sent_to_delete_its_translation(archive):
    (archive / "seeds/kol-zh.txt").unlink()
    [problem] = errors(archive)
    assert problem.code == "seed-missing" and problem.hint.startswith(
        "Restore the seed; if you delete the folder instead, its translation and decisions are lost"
    )


@pytest.mark.parametrize("command", [("sync",), ("mentions", "kol-zh", "--confirm", "human")])
def test_without_the_editorial_folder_no_command_makes_another(archive, command):
    (archive / "editorial").rename(archive / "backup")
    result = run(archive, *command)
    assert (
        result.exit_code == 1
        and "[folder-missing]" in result.output
        and "Nothing was written for " in result.output
    )
    assert not (archive / "editorial").exists()


def test_a_sentence_that_nobody_has_translated_has_its_id_again_when_it_comes_back(archive):
    def ids(*lines):
        (archive / "seeds/new.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        sync(archive)
        return {s.found: s.id for s in open_archive(archive).texts["new"].segments}

    first, gone, other = (
        "小米昨晚在直播中道歉。",
        "后来补的一句还没有人译过。",
        "又添了全然不同的另外一段话。",
    )
    before = ids(first, gone)
    ids(first)
    assert ids(first, other, gone)[gone] == before[gone], "decisions and links may name it"
