"""Slips that any hand makes with a text editor, a file manager or Git: each is one problem, with its
place and the right remedy, before anything is written.
"""

import hashlib
import os
import re
import shutil
import time

import pytest
from click.testing import CliRunner

import build_tools.commands.sync
from build_tools.cli import main
from build_tools.pipeline import build, open_archive
from tests.conftest import ROOT, SHOWCASE, copy_small, files_below
from tests.translated import sync, translate_all

SOURCE = "editorial/sources/kol-zh"
PO = f"{SOURCE}/translation.po"
COUNTS = re.compile(r'"X-(?:Last-Segment|Segments): .*\n')
"""The lines of the header by which ids are counted."""


def faults(root):
    """What fails a strict build, without what is only said of translations."""
    return [p for p in open_archive(root).problems if p.severity != "note"]


@pytest.fixture(scope="module")
def translated(tmp_path_factory):
    """The small archive, translated, with a reading of its mentions."""
    small = copy_small(tmp_path_factory.mktemp("translated") / "archive")
    translate_all(small)
    assert (
        CliRunner()
        .invoke(main, ["mentions", "kol-zh", "--confirm", "human", "--root", str(small)])
        .exit_code
        == 0
    )
    assert faults(small) == []
    return small


@pytest.fixture
def archive(translated, tmp_path):
    return shutil.copytree(translated, tmp_path / "archive")


def change(root, file, old, new="", count=1):
    text = (root / file).read_text(encoding="utf-8")
    made = old.sub(new, text) if isinstance(old, re.Pattern) else text.replace(old, new, count)
    assert made != text
    (root / file).write_text(made, encoding="utf-8")


def without(root, *ids):
    """Take entries out of the translation file."""
    blocks = (root / PO).read_text(encoding="utf-8").split("\n\n")
    (root / PO).write_text(
        "\n\n".join(b for b in blocks if not any(f'msgctxt "{id}"' in b for id in ids)),
        encoding="utf-8",
    )


def named_first(root):
    """The first segment that the reading of the mentions names and that is not the last."""
    return re.findall(r"^    (s\d+):", (root / SOURCE / "mentions.yml").read_text("utf-8"), re.M)[0]


def told(root):
    """The one problem there is; and `casebook sync` writes nothing of that source."""
    (problem,) = faults(root)
    if problem.severity == "error":
        before = files_below(root / SOURCE)
        assert CliRunner().invoke(main, ["sync", "--root", str(root)]).exit_code == 1
        assert files_below(root / SOURCE) == before
    return str(problem)


def test_a_header_that_counts_no_ids_is_told_with_the_entries_that_went_with_it(archive):
    id = named_first(archive)
    without(archive, id)
    change(archive, PO, COUNTS)
    assert told(archive) == (
        f"{PO}:1 – The header does not tell any more which ids were given: X-Segments or X-Last-Segment is gone, or cannot be read, "
        f"and of {id} nothing is left here. Restore the header, and every entry that was deleted, as Git has them. [po-header]"
    )


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('"X-Last-Segment', '"X-Lastsegment', 1),
        ('"X-Segments: s1', '"X-Segments: s1,', 9),
        (re.compile(r'\A#\nmsgid ""\n(?:.+\n)+\n'), "", 1),
    ],
    ids=["one line", "a comma", "the whole header"],
)
def test_a_header_that_counts_no_ids_is_told_also_where_all_entries_are_there(
    archive, old, new, line
):
    change(archive, PO, old, new)
    assert told(archive).startswith(f"{PO}:{line} – The header does not tell any more")


def test_an_entry_that_decisions_name_is_missed_also_where_the_header_was_made_to_fit(archive):
    id = named_first(archive)
    without(archive, id)
    number = int(id[1:])
    change(
        archive,
        PO,
        re.compile(r"X-Segments: s1-(s\d+)"),
        rf"X-Segments: {f's1-s{number - 1} ' if number > 1 else ''}s{number + 1}-\1",
    )
    assert told(archive) == (
        f"{PO} – mentions.yml names {id}, which has no entry here any more: entries were deleted, or this is an older version of the file. "
        "Restore it as Git has it; or, if only the id is wrong, correct that in mentions.yml. [po-entry-lost]"
    )


def test_a_second_copy_below_the_first_is_one_problem(archive):
    text = (archive / PO).read_text(encoding="utf-8")
    entries = text.split("\n\n", 1)[1]
    (archive / PO).write_text(text + "\n" + entries.replace("of s", "of the s"), encoding="utf-8")
    number, line = entries.count("msgctxt"), text.count("\n") + 2
    assert told(archive).startswith(
        f"{PO}:{line} – From here on {number} segments have a second entry: the file, or a part of it, stands here twice. Restore it"
    )


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("reviewed", "s1 contradict each other: reviewed, and machine. A machine reviews nothing"),
        ("human-draft", "s1 contradict each other: a human-draft, and machine. Write `origin"),
    ],
)
def test_what_no_machine_does_is_told_and_shown_as_the_machines(archive, state, said):
    flag = "" if state == "reviewed" else "#, fuzzy\n"
    change(
        archive,
        PO,
        re.compile(r'# state: reviewed; (.*)origin: human\n((?:#.*\n)*)msgctxt "s1"'),
        rf'# state: {state}; \1origin: machine\n\2{flag}msgctxt "s1"',
    )
    assert said in told(archive)
    assert 'data-state="machine-draft"' in build(archive).pages["sources/kol-zh.md"]


SEED = "seeds/kol-zh.txt"


def sum_of(root):
    return hashlib.sha256((root / SEED).read_bytes()).hexdigest()


def test_a_seed_of_which_nobody_recorded_the_sum_is_known_by_what_sync_noted(archive):
    change(archive, SEED, "小米的反应很快", "小米的反应极慢")
    (problem,) = faults(archive)
    assert str(problem) == (
        f"{SEED} – This is no longer the file that was recorded (SHA-256 {sum_of(archive)}). A seed is never edited: restore it; "
        f"or, if it was replaced on purpose, write `sha256: {sum_of(archive)}` in {SOURCE}/source.yml. [seed-changed]"
    )
    sync(archive)
    assert faults(archive) == [problem], "what is brought in step is not forgotten"
    record = archive / SOURCE / "source.yml"
    record.write_text(f"{record.read_text('utf-8')}sha256: {sum_of(archive)}\n", encoding="utf-8")
    sync(archive)
    assert faults(archive) == []
    assert "X-Seed" not in (archive / PO).read_text(encoding="utf-8"), "it is written in one place"


@pytest.mark.parametrize(
    ("saved", "said"),
    [
        (lambda raw: raw.replace(b"\n", b"\r\n"), "its line ends are those of another system"),
        (lambda raw: b"\xef\xbb\xbf" + raw, "the mark that some programs put before a text (BOM)"),
        (lambda raw: raw.rstrip(b"\n"), "line breaks at its end were added or taken away"),
    ],
    ids=["CRLF", "BOM", "the end"],
)
def test_a_seed_that_a_program_saved_anew_is_restored_and_its_new_sum_is_not_asked_for(
    archive, saved, said
):
    record = archive / SOURCE / "source.yml"
    record.write_text(f"{record.read_text('utf-8')}sha256: {sum_of(archive)}\n", encoding="utf-8")
    (archive / SEED).write_bytes(saved((archive / SEED).read_bytes()))
    problem = told(archive)
    assert f"has the same words as when it was recorded, but {said}" in problem
    assert "Restore it as Git has it" in problem and "sum" not in problem


@pytest.mark.parametrize(
    ("copied", "to", "home"),
    [
        ("editorial/actors", "editorial/editorial/actors", "editorial"),
        ("editorial/actors", "editorial/actors/actors", "editorial/actors"),
        ("editorial/actors", "editorial/actors - Copy", "editorial/actors"),
        ("editorial", "editorial/editorial", "editorial"),
        (SOURCE, f"{SOURCE}/kol-zh", SOURCE),
    ],
)
def test_a_folder_copied_to_a_wrong_place_is_one_problem(archive, copied, to, home):
    shutil.copytree(archive / copied, archive / "away")
    (archive / to).parent.mkdir(exist_ok=True)
    (archive / "away").rename(archive / to)
    folder = "/".join(to.split("/")[:2]) if to.startswith("editorial/editorial") else to
    (problem,) = [p for p in faults(archive) if p.code == "file-stray"]
    number = sum(path.is_file() for path in (archive / to).rglob("*"))
    assert str(problem) == (
        f"{folder} – Nothing reads this folder, with {number} files in it. Files of all these names are in {home}/, too: "
        "bring together there what is right of both, and delete this folder. [file-stray]"
    )


RULE = """  - id: too-wide
    where: line
    kind: furniture
    pattern: '.+'
    example: 上一篇
    reason: {en: Navigation., zh-Hans: 导航。}
"""


def test_a_rule_that_hides_all_is_told_where_it_stands_and_not_at_each_text(archive):
    rules = archive / "editorial/rules/debris.yml"
    rules.write_text(f"rules:\n{RULE}", encoding="utf-8")
    for kind in ("actors", "events", "claims", "cases", "contradictions"):
        shutil.rmtree(archive / "editorial" / kind, ignore_errors=True)
    for quoting in [*archive.rglob("annotations.yml"), *archive.rglob("mentions.yml")]:
        quoting.unlink()
    (problem,) = [p for p in faults(archive) if p.code in ("words-hidden", "seed-all-debris")]
    assert str(problem) == (
        "editorial/rules/debris.yml:2 – The rule “too-wide” hides all of seeds/kol-zh.txt; seeds/leak-en.txt. "
        "Narrow it, or name under `kept` in source.yml what belongs to the text. [words-hidden]"
    )
    assert {p.code for p in faults(archive)} == {"words-hidden", "id-unknown"}
    before = files_below(archive / "editorial")
    assert CliRunner().invoke(main, ["sync", "--root", str(archive)]).exit_code == 1
    assert files_below(archive / "editorial") == before, "no translation goes out of use"


def test_a_form_that_is_found_everywhere_is_one_problem_at_its_line(tmp_path):
    root = shutil.copytree(SHOWCASE, tmp_path / "archive")
    shutil.copytree(ROOT / "templates", root / "templates")
    whole = {str(p) for p in build(root).faults}
    record = next(
        path
        for path in sorted((root / "editorial/actors").glob("*.yml"))
        if "aliases:\n" in path.read_text(encoding="utf-8")
    )
    change(root, record, "aliases:\n", "aliases:\n  - {text: the, lang: en, kind: short}\n")
    (problem,) = [p for p in build(root).faults if str(p) not in whole]
    line = record.read_text(encoding="utf-8").split("text: the,")[0].count("\n") + 1
    assert str(problem).startswith(
        f"editorial/actors/{record.name}:{line} – “the” ({record.stem}) is named in English only, "
    )
    assert "let `near` or `not_beside` narrow it, or take it out" in problem.hint


def test_an_older_translation_file_that_knows_fewer_segments_is_told_by_what_was_read(archive):
    text = (archive / PO).read_text(encoding="utf-8")
    last = re.findall(r'msgctxt "(s\d+)"', text)[-1]
    before = f"s{int(last[1:]) - 1}"
    named = re.findall(
        r"^    (s\d+):", (archive / SOURCE / "mentions.yml").read_text("utf-8"), re.M
    )
    if last not in named:
        change(archive, f"{SOURCE}/mentions.yml", f"    {named[-1]}:", f"    {last}:")
    without(archive, last)
    change(archive, PO, f"X-Last-Segment: {last}", f"X-Last-Segment: {before}")
    change(archive, PO, f"X-Segments: s1-{last}", f"X-Segments: s1-{before}")
    assert f"mentions.yml name {last}, which has no entry here any more" in told(archive)


@pytest.mark.parametrize(
    ("saved", "said"),
    [
        (lambda text: text.encode().decode("latin-1"), "UTF-8 as Latin letters"),
        (lambda text: text.encode("gbk").decode("latin-1"), "GBK as Latin letters"),
        (lambda text: text.encode().decode("gbk", "replace"), "UTF-8 as GBK"),
    ],
)
def test_a_text_that_a_program_read_in_another_code_is_noted(archive, saved, said):
    (archive / "seeds/memo.txt").write_text(
        saved("小米公司今天发布了一份声明，雷军没有出席。\n"), encoding="utf-8"
    )
    (note,) = [p for p in open_archive(archive).problems if p.code == "seed-misread"]
    assert (note.place.file, note.place.line) == ("seeds/memo.txt", 1)
    assert note.what.endswith(f"a program has read {said}" + " (Windows-1252)" * ("Latin" in said))


def test_two_records_in_one_file_are_to_be_parted(archive):
    record = archive / "editorial/actors/xiaomi.yml"
    text = record.read_text(encoding="utf-8")
    record.write_text(f"{text}---\n{text.replace('id: xiaomi', 'id: mi')}", encoding="utf-8")
    (problem,) = [p for p in faults(archive) if p.place.file.endswith("xiaomi.yml")]
    assert problem.hint == "Put what stands below it into a file of its own, and delete the line"
    record.write_text(f"{text}---\n# The end.\n", encoding="utf-8")
    assert [p.hint for p in faults(archive) if p.place.file.endswith("xiaomi.yml")] in (
        [],
        ["Delete that line"],
    )


def test_a_key_that_belongs_further_in_is_sent_there(archive):
    term = next((archive / "editorial/glossary").glob("*.yml"))
    term.write_text(f"{term.read_text('utf-8')}everyday: [traffic]\n", encoding="utf-8")
    (problem,) = [p for p in faults(archive) if p.code == "key-unknown"]
    assert problem.hint.startswith("It belongs further in: under “forms › en” or “forms › zh-Hans”")


@pytest.mark.parametrize(("other", "offered"), [("", True), ("小米的反应", False)])
def test_every_place_is_offered_only_where_each_may_be_emended(archive, other, offered):
    def one(quote, reading):
        return f"- {{quote: {quote}, reading: {reading}, kind: sense, certainty: inferred, origin: human, reason: {{en: A slip., zh-Hans: 笔误。}}}}\n"

    (archive / SOURCE / "emendations.yml").write_text(
        (one(other, "小米的回应") if other else "") + one("小米", "大米"), encoding="utf-8"
    )
    (problem,) = [p for p in faults(archive) if p.code == "quote-ambiguous"]
    assert ("`every: true`" in problem.hint) is offered
    assert problem.hint.startswith("Add the words before or after it as prefix or suffix")


def test_a_source_record_that_is_gone_is_missed_where_it_said_of_which_seed_the_ids_are(archive):
    record = archive / SOURCE / "source.yml"
    record.write_text(f"{record.read_text('utf-8')}sha256: {sum_of(archive)}\n", encoding="utf-8")
    sync(archive)
    record.unlink()
    assert told(archive).startswith(
        f"{SOURCE}/source.yml – There is no such file, and nothing else says of which seed"
    )


def test_words_replaced_in_a_whole_translation_file_are_one_problem(archive):
    change(archive, PO, re.compile(r'^(msgid ".+)"$', re.M), r'\1！"')
    number = len(re.findall("^msgctxt", (archive / PO).read_text(encoding="utf-8"), re.M))
    problem = told(archive)
    assert f"From here on the msgid of {number} entries was edited by hand: s1, s2," in problem
    assert "Restore the file as Git has it, and replace words in msgstr only" in problem


def test_an_origin_that_is_none_in_a_whole_file_is_one_problem(archive):
    change(archive, PO, re.compile("origin: human"), "origin: AI")
    assert "entries do not say truly where their translations come from. Write" in told(archive)


def test_segments_without_their_letter_are_told_one_by_one_with_the_id(archive):
    decisions = archive / SOURCE / "annotations.yml"
    text = decisions.read_text(encoding="utf-8")
    number = len(re.findall(r"segment: s\d+", text))
    decisions.write_text(re.sub(r"segment: s(\d+)", r"segment: \1", text), encoding="utf-8")
    found = [p for p in faults(archive) if p.place.file.endswith("annotations.yml")]
    assert [p.code for p in found] == ["segment-unknown"] * number != []
    assert all(re.fullmatch(r"Write `segment: s\d+`", p.hint) for p in found)


def test_a_folder_of_records_that_is_gone_is_one_problem(tmp_path):
    root = shutil.copytree(SHOWCASE, tmp_path / "archive")
    shutil.copytree(ROOT / "templates", root / "templates")
    shutil.rmtree(root / "editorial/events")
    (problem,) = [p for p in faults(root) if p.code == "id-unknown"]
    assert re.fullmatch(
        r"editorial/events – There are no records in this folder, and others name \d+ of them in \d+ places\. Restore the folder as Git has it; or, if nobody has written them yet, write them\. \[id-unknown\]",
        str(problem),
    )


def test_what_is_saved_while_a_command_runs_is_not_written_over(archive, monkeypatch):
    change(archive, "seeds/kol-zh.txt", "小米的反应很快。", "小米的反应非常快。")
    real = build_tools.commands.sync.open_and_tell

    def opened_and_saved(root):
        found = real(root)
        text = (archive / PO).read_text(encoding="utf-8")
        (archive / PO).write_text(text + "\n# Ann: one more remark\n", encoding="utf-8")
        os.utime(archive / PO, ns=(time.time_ns() + 10**9,) * 2)
        return found

    monkeypatch.setattr("build_tools.commands.sync.open_and_tell", opened_and_saved)
    said = CliRunner().invoke(main, ["sync", "--root", str(archive)])
    assert (
        said.exit_code == 1 and "was saved by somebody else while this command ran" in said.output
    )
    assert "# Ann: one more remark" in (archive / PO).read_text(encoding="utf-8")


def test_a_machine_does_not_read_again_what_a_person_has_read(archive):
    before = files_below(archive / "editorial")
    said = CliRunner().invoke(
        main, ["mentions", "kol-zh", "--confirm", "assisted", "--again", "--root", str(archive)]
    )
    assert said.exit_code == 1 and "a person has read mentions of this source" in said.output
    assert files_below(archive / "editorial") == before


def test_rubbish_among_what_is_made_again_is_made_again(archive):
    build(archive)
    for file in (archive / ".cache").rglob("*"):
        if file.is_file() and file.suffix in (".json", ".txt"):
            file.write_bytes(b"\x80\x04\xff" * 9)
    (archive / ".cache/made-under-docs-archive.txt").write_bytes(b"\x80\x04")
    for command in (["build"], ["sync"]):
        said = CliRunner().invoke(main, [*command, "--root", str(archive)])
        assert said.exit_code == 0, said.output
