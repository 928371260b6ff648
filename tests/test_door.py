"""Every command goes through one door: a slip is told of, and nothing is written for a source that
was not read whole.
"""

import shutil

import pytest
from click.testing import CliRunner

from build_tools.cli import main
from build_tools.pipeline import open_archive
from tests.conftest import copy_small, files_below, problem_lines
from tests.translated import translate_all

KOL = "editorial/sources/kol-zh"
EMENDATION = "- quote: 小米的反应很快\n  reading: 小米的反应极快\n  kind: idiom\n  certainty: inferred\n  reason: {en: X, zh-Hans: 某}\n"


def run(root, *command):
    return CliRunner().invoke(main, [*command, "--root", str(root)])


def after(root, file, old, new):
    """The file with other words; without `old`, the whole file."""
    path = root / file
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    assert old in text
    path.write_bytes((text.replace(old, new, 1) if old else new).encode("utf-8", "surrogateescape"))


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory):
    """The small archive, emended, in step, translated, read."""
    small = copy_small(tmp_path_factory.mktemp("reviewed") / "archive")
    (small / KOL / "emendations.yml").write_text(EMENDATION, encoding="utf-8")
    with (small / KOL / "source.yml").open("a", encoding="utf-8") as file:
        file.write(
            "hidden:\n  - {quote: 当天晚上，, kind: caption, reason: {en: X, zh-Hans: 某}}\n"
        )
    decisions = small / KOL / "annotations.yml"
    decisions.write_text(
        decisions.read_text(encoding="utf-8").partition("dates:")[0], encoding="utf-8"
    )
    translate_all(small)
    assert run(small, "mentions", "kol-zh", "--confirm", "human").exit_code == 0
    return small


@pytest.fixture
def archive(reviewed, tmp_path):
    return shutil.copytree(reviewed, tmp_path / "archive")


SLIPS = {
    "a key misspelt in emendations.yml": (f"{KOL}/emendations.yml", "reading:", "readings:"),
    "an emendation whose words are not there": (
        f"{KOL}/emendations.yml",
        "小米的反应很快",
        "小米的反映很快",
    ),
    "an emendation that fits twice": (f"{KOL}/emendations.yml", "小米的反应很快", "小米"),
    "a quotation mark left open in source.yml": (f"{KOL}/source.yml", "hidden:", 'hidden: "'),
    "hidden words that are not there": (
        f"{KOL}/source.yml",
        "当天晚上，, kind",
        "当天夜里，, kind",
    ),
    "kept words that are not there": (f"{KOL}/source.yml", "hidden:", "kept: [并无此语]\nhidden:"),
    "a heading that is not there": (
        f"{KOL}/source.yml",
        "hidden:",
        "headings: [并无此语]\nhidden:",
    ),
    "a report that begins nowhere": (
        f"{KOL}/source.yml",
        "hidden:",
        "reports: [{starts: 并无此语}]\nhidden:",
    ),
    "a seed that is not the one recorded": (
        f"{KOL}/source.yml",
        "hidden:",
        f"sha256: {'0' * 64}\nhidden:",
    ),
    "an unknown decision": (f"{KOL}/annotations.yml", "decision: confirm", "decision: confirmed"),
    "a list left open in mentions.yml": (f"{KOL}/mentions.yml", "]", ""),
    "an entry twice in translation.po": (f"{KOL}/translation.po", 'msgctxt "s2"', 'msgctxt "s1"'),
    "an emptied translation.po": (f"{KOL}/translation.po", "", ""),
    "a translation.po that is cut off": (
        f"{KOL}/translation.po",
        'msgstr "Translation of s3."',
        "",
    ),
    "a broken rule of debris": ("editorial/rules/debris.yml", "pattern:", "patern:"),
    "a seed that is not UTF-8": ("seeds/kol-zh.txt", "", "雷军\udcff"),
    "an empty seed": ("seeds/kol-zh.txt", "", ""),
}


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_is_told_of_and_no_command_writes_anything_for_its_source(archive, slip):
    after(archive, *slip)
    before = files_below(archive / "editorial")
    for command in (
        ("sync",),
        ("mentions", "kol-zh", "--confirm", "human"),
        ("mentions", "kol-zh", "--confirm", "assisted", "--again"),
        ("sync",),
    ):
        result = run(archive, *command)
        assert result.exit_code in (1, 2) and problem_lines(result.output), result.output
        assert "Traceback" not in result.output
    assert files_below(archive / "editorial") == before


@pytest.mark.parametrize(
    "name", ["emendations.yaml", "Source.yml", "translation.PO", "source (1).yml"]
)
def test_a_file_whose_name_nobody_reads_keeps_its_source_from_being_written(archive, name):
    mine = next(
        path
        for path in (archive / KOL).iterdir()
        if path.stem.startswith(name.partition(".")[0].lower()[:6])
    )
    mine.rename(mine.with_name(name))
    before = files_below(archive / "editorial")
    result = run(archive, "sync")
    assert result.exit_code == 1 and "Nothing was written for kol-zh" in result.output
    assert files_below(archive / "editorial") == before


def test_where_the_file_that_holds_the_ids_is_gone_decisions_wait_for_it(archive):
    (archive / KOL / "translation.po").unlink()
    before = files_below(archive / "editorial")
    result = run(archive, "sync")
    assert result.exit_code == 1 and "[po-missing]" in result.output
    assert files_below(archive / "editorial") == before


def test_what_a_program_leaves_beside_a_translation_hinders_nobody(archive):
    (archive / KOL / "translation.mo").write_bytes(b"\xde\x12\x04\x95")
    assert run(archive, "sync").exit_code == 0


@pytest.mark.parametrize("renamed", ["seeds/kol-zh.txt", KOL])
def test_a_source_whose_seed_or_folder_was_renamed_gets_no_second_translation(archive, renamed):
    (archive / renamed).rename(archive / renamed.replace("kol-zh", "kol-cn"))
    before = files_below(archive / "editorial")
    assert run(archive, "sync").exit_code == 1
    assert files_below(archive / "editorial") == before


def test_a_slip_in_one_source_keeps_no_other_from_being_written(archive):
    after(archive, *SLIPS["a key misspelt in emendations.yml"])
    with (archive / "seeds/leak-en.txt").open("a", encoding="utf-8") as file:
        file.write("\nNobody outside had expected such a statement from it.\n")
    before = files_below(archive / "editorial")
    result = run(archive, "sync")
    assert result.exit_code == 1 and "1 translation file changed" in result.output
    changed = {
        name for name, raw in files_below(archive / "editorial").items() if before.get(name) != raw
    }
    assert changed == {"sources/leak-en/translation.po"}


@pytest.mark.parametrize(
    "command",
    [("sync",), ("names",), ("script",), ("mentions", "leak-en"), ("build", "--strict")],
    ids=lambda command: command[0],
)
def test_every_command_tells_the_same_faults_and_fails(archive, command):
    after(archive, *SLIPS["an emendation whose words are not there"])
    result = run(archive, *command)
    assert result.exit_code == 1
    told = problem_lines(result.output)
    assert [
        line
        for line in told
        if "[quote-not-found]" in line and line.startswith(f"{KOL}/emendations.yml:1 – ")
    ], result.output


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("editorial/actors/lei-jun.yml", "names:", "name:"),
        (f"{KOL}/annotations.yml", "创办人", "创始人"),
    ],
    ids=["a faulty actor", "a decision whose words are gone"],
)
def test_mentions_are_not_confirmed_while_something_hides_what_was_decided_about_them(
    archive, file, old, new
):
    after(archive, file, old, new)
    before = (archive / KOL / "mentions.yml").read_bytes()
    result = run(archive, "mentions", "kol-zh", "--confirm", "human")
    assert (
        result.exit_code == 1
        and "Nothing was written for kol-zh" in result.output
        and "confirmed" not in result.output.splitlines()[-2]
    )
    assert (archive / KOL / "mentions.yml").read_bytes() == before


def test_a_git_checkout_that_does_not_protect_its_seeds_is_told_of(archive):
    def codes():
        return {p.code for p in open_archive(archive).problems}

    assert "seed-unprotected" not in codes(), "no Git, no warning"
    (archive / ".git").mkdir()
    assert "seed-unprotected" in codes()
    for text, safe in (
        ("*.txt text\n", False),
        ("seeds/** -text\n", True),
        ("seeds/** -text\n* text=auto\n", False),
        ("* text=auto\nseeds/* -text\n", True),
        ("# seeds/** -text\n", False),
        ("*.txt binary\n", True),
    ):
        (archive / ".gitattributes").write_text(text, encoding="utf-8")
        assert ("seed-unprotected" not in codes()) is safe, text


@pytest.mark.parametrize(
    "decision",
    [
        "dates:\n  - {quote: 1月7日晚, date: '2026-02-30', basis: stated}\n",
        "dates:\n  - {quote: 2月8日晚, date: '2026-02-08', basis: stated}\n",
    ],
)
def test_an_error_among_decisions_keeps_sync_from_their_source(archive, decision):
    with (archive / KOL / "annotations.yml").open("a", encoding="utf-8") as file:
        file.write(decision)
    before = files_below(archive / "editorial")
    result = run(archive, "sync")
    assert result.exit_code == 1 and "Nothing was written for kol-zh" in result.output
    assert files_below(archive / "editorial") == before


@pytest.mark.parametrize("text", ["", 'msgid "a\n', "\udcff"])
def test_a_translation_file_that_cannot_be_read_is_not_called_missing(archive, text):
    assert run(archive, "sync").exit_code == 0
    after(archive, f"{KOL}/translation.po", "", text)
    found = [p for p in open_archive(archive).problems if p.place.file.startswith(KOL)]
    assert [p.severity for p in found] == ["error"] and found[0].code != "po-missing"
