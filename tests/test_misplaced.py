"""Texts and folders that were exchanged, renamed or overwritten: one problem that says which text is where, and no file is changed."""

import hashlib
import shutil

import pytest
from click.testing import CliRunner

from build_tools.cli import main
from build_tools.pipeline import build
from tests.conftest import copy_small, files_below
from tests.translated import sync

RECORD = "id: memo\nkind: work\nnames: {en: The memo, zh-Hans: 备忘录}\naliases:\n  - {text: the photos, lang: en, only_in: [leak-en]}\ndescription: {en: X, zh-Hans: 某}\nevidence:\n" \
    "  - {source: leak-en, quote: a spokesman for Xiaomi announced}\n  - {source: leak-en, quote: the photos had spread}\n"


@pytest.fixture(scope="module")
def synced(tmp_path_factory):
    """Both sources know their seed's sum and have a translation file; records quote both."""
    small = copy_small(tmp_path_factory.mktemp("synced") / "archive")
    for path in (small / "seeds").glob("*.txt"):
        record = small / "editorial/sources" / path.stem / "source.yml"
        record.write_text(f"{record.read_text(encoding='utf-8')}sha256: {hashlib.sha256(path.read_bytes()).hexdigest()}\n", encoding="utf-8")
    (small / "editorial/actors/memo.yml").write_text(RECORD, encoding="utf-8")
    sync(small)
    assert [str(p) for p in build(small).problems if p.severity != "note"] == []
    return small


@pytest.fixture
def archive(synced, tmp_path):
    return shutil.copytree(synced, tmp_path / "archive")


def told(root):
    """The one thing that is told. No command changes a file for it."""
    before = files_below(root / "editorial")
    [problem] = [p for p in build(root).problems if p.code not in ("file-missing", "form-everyday", "seed-twice")]
    assert CliRunner().invoke(main, ["sync", "--root", str(root)]).exit_code == 1
    assert files_below(root / "editorial") == before
    return problem


def exchange(folder, one, other):
    (folder / one).rename(folder / "away")
    (folder / other).rename(folder / one)
    (folder / "away").rename(folder / other)


@pytest.mark.parametrize(("folder", "ending", "hint"), [("seeds", ".txt", "Give the files in seeds/ their names back"), ("editorial/sources", "", "Give the folders in editorial/sources/ their names back")])
def test_what_was_exchanged_is_one_problem_that_says_which_of_the_two_it_was(archive, folder, ending, hint):
    exchange(archive / folder, f"kol-zh{ending}", f"leak-en{ending}")
    problem = told(archive)
    assert problem.code == "text-elsewhere" and problem.hint.startswith(hint)
    assert "seeds/kol-zh.txt holds the text of leak-en, seeds/leak-en.txt holds the text of kol-zh" in problem.what
    assert {"sources/kol-zh.md", "sources/leak-en.md"} <= build(archive).pages.keys()


@pytest.mark.parametrize(("id", "number"), [("leak-en", 3), ("kol-zh", 5)])
def test_a_seed_renamed_with_its_folder_is_one_problem_that_says_where_its_text_is(archive, id, number):
    (archive / f"seeds/{id}.txt").rename(archive / "seeds/other.txt")
    (archive / f"editorial/sources/{id}").rename(archive / "editorial/sources/other")
    problem = told(archive)
    assert problem.place.file == "editorial/sources/other" and f"seeds/other.txt holds what {number} places quote as “{id}”" in problem.what
    assert "give both their name back" in problem.hint and "write other in all these places" in problem.hint


@pytest.mark.parametrize("id", ["leak-en", "kol-zh"])
def test_a_folder_that_was_renamed_is_to_be_called_as_the_records_call_it(archive, id):
    (archive / f"editorial/sources/{id}").rename(archive / "editorial/sources/other")
    problem = told(archive)
    assert problem.code == "seed-missing" and problem.what.endswith(f"the text of this folder is seeds/{id}.txt") and problem.hint.startswith(f"Call the folder {id}")


def test_a_seed_that_was_saved_over_another_is_one_problem(archive):
    shutil.copy(archive / "seeds/kol-zh.txt", archive / "seeds/leak-en.txt")
    problem = told(archive)
    assert problem.code == "seed-changed" and "seeds/leak-en.txt is now the same as seeds/kol-zh.txt" in problem.what


def test_a_record_that_was_copied_with_the_sum_of_its_text_is_one_problem(archive):
    shutil.copy(archive / "editorial/sources/kol-zh/source.yml", archive / "editorial/sources/leak-en/source.yml")
    problem = told(archive)
    assert problem.code == "text-elsewhere" and problem.place.line and "This is the SHA-256 of seeds/kol-zh.txt, not of seeds/leak-en.txt" in problem.what


@pytest.mark.parametrize(("id", "near"), [("leak-e", "leak-en"), ("kol_zh", "kol-zh")])
def test_a_slip_in_the_id_of_a_source_is_mended_by_what_is_quoted(archive, id, near):
    record = archive / "editorial/actors/memo.yml"
    quote = "a spokesman for Xiaomi announced" if near == "leak-en" else "当天晚上"
    record.write_text(RECORD.replace("{source: leak-en, quote: a spokesman for Xiaomi announced}", f"{{source: {id}, quote: {quote}}}"), encoding="utf-8")
    [problem] = [p for p in build(archive).faults]
    assert (problem.code, problem.place.line, problem.hint) == ("id-unknown", 8, f"The words quoted stand in seeds/{near}.txt, so write {near}")


@pytest.mark.parametrize("folder", ["source", "Sources", "actor"])
def test_a_folder_under_a_wrong_name_is_one_error(archive, folder):
    right = {"actor": "actors"}.get(folder, "sources")
    (archive / "editorial" / right).rename(archive / "editorial" / folder)
    problem = told(archive)
    assert (problem.code, problem.severity, problem.place.file, problem.hint) == ("file-stray", "error", f"editorial/{folder}", f"Did you mean editorial/{right}/?")


@pytest.mark.parametrize(("name", "said"), [("~$leak-en.docx", "the mark of an office program"), ("leak-en.docx", "Only .txt files are seeds"), ("leak-en.TXT", "Its ending is “.TXT”"), ("kol-zh.Txt", "Its ending is “.Txt”")])
def test_a_stray_file_beside_a_seed_is_no_part_of_it(archive, name, said):
    (archive / "seeds" / name).write_text("x", encoding="utf-8")
    [problem] = build(archive).faults
    assert problem.code == "seed-name" and said in problem.what
    assert "Nothing was written" not in sync(archive)
