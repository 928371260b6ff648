"""Texts and folders that were exchanged, renamed or overwritten: one problem that says which text
is where, and no file is changed.
"""

import hashlib
import shutil

import pytest
from click.testing import CliRunner

from build_tools.cli import main
from build_tools.pipeline import build
from tests.conftest import copy_small, files_below
from tests.translated import sync

RECORD = (
    "id: memo\nkind: work\nnames: {en: The memo, zh-Hans: 备忘录}\naliases:\n  - {text: the photos, lang: en, only_in: [leak-en]}\ndescription: {en: X, zh-Hans: 某}\nevidence:\n"
    "  - {source: leak-en, quote: a spokesman for Xiaomi announced}\n  - {source: leak-en, quote: the photos had spread}\n"
)


@pytest.fixture(scope="module")
def synced(tmp_path_factory):
    """Both sources know their seed's sum and have a translation file; records quote both."""
    small = copy_small(tmp_path_factory.mktemp("synced") / "archive")
    for path in (small / "seeds").glob("*.txt"):
        record = small / "editorial/sources" / path.stem / "source.yml"
        record.write_text(
            f"{record.read_text(encoding='utf-8')}sha256: {hashlib.sha256(path.read_bytes()).hexdigest()}\n",
            encoding="utf-8",
        )
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
    [problem] = [
        p
        for p in build(root).problems
        if p.code not in ("file-missing", "form-everyday", "seed-twice", "seed-id")
    ]
    assert CliRunner().invoke(main, ["sync", "--root", str(root)]).exit_code == 1
    assert files_below(root / "editorial") == before
    return problem


def exchange(folder, one, other):
    (folder / one).rename(folder / "away")
    (folder / other).rename(folder / one)
    (folder / "away").rename(folder / other)


@pytest.mark.parametrize(
    ("folder", "ending", "hint"),
    [
        ("seeds", ".txt", "Give the files in seeds/ their names back"),
        ("editorial/sources", "", "Give the folders in editorial/sources/ their names back"),
    ],
)
def test_what_was_exchanged_is_one_problem_that_says_which_of_the_two_it_was(
    archive, folder, ending, hint
):
    exchange(archive / folder, f"kol-zh{ending}", f"leak-en{ending}")
    problem = told(archive)
    assert problem.code == "text-elsewhere" and problem.hint.startswith(hint)
    assert (
        "seeds/kol-zh.txt holds the text of leak-en, seeds/leak-en.txt holds the text of kol-zh"
        in problem.what
    )
    assert {"sources/kol-zh.md", "sources/leak-en.md"} <= build(archive).pages.keys()


@pytest.mark.parametrize(("id", "number"), [("leak-en", 3), ("kol-zh", 5)])
def test_a_seed_renamed_with_its_folder_is_one_problem_that_says_where_its_text_is(
    archive, id, number
):
    (archive / f"seeds/{id}.txt").rename(archive / "seeds/other.txt")
    (archive / f"editorial/sources/{id}").rename(archive / "editorial/sources/other")
    problem = told(archive)
    assert (
        problem.place.file == "editorial/sources/other"
        and f"seeds/other.txt holds what {number} places quote as “{id}”" in problem.what
    )
    assert (
        "give both their name back" in problem.hint
        and "write other in all these places" in problem.hint
    )


@pytest.mark.parametrize("id", ["leak-en", "kol-zh"])
def test_a_folder_that_was_renamed_is_to_be_called_as_the_records_call_it(archive, id):
    (archive / f"editorial/sources/{id}").rename(archive / "editorial/sources/other")
    problem = told(archive)
    assert (
        problem.code == "seed-missing"
        and problem.what.endswith(f"the text of this folder is seeds/{id}.txt")
        and problem.hint.startswith(f"Call the folder {id}")
    )


def copied(root, id, name, seed=True):
    shutil.copytree(root / f"editorial/sources/{id}", root / f"editorial/sources/{name}")
    if seed:
        shutil.copy(root / f"seeds/{id}.txt", root / f"seeds/{name}.txt")


SUMLESS = [True, False]
COPIES = [
    ("leak-en", "leak-en - 副本", "leak-en-fu-ben"),
    ("kol-zh", "kol-zh - Copy", "kol-zh-copy"),
    ("kol-zh", "kol-zh (1)", "kol-zh-1"),
    ("leak-en", "Copia de leak-en", "copia-de-leak-en"),
]


@pytest.mark.parametrize("sumless", SUMLESS)
@pytest.mark.parametrize(("id", "name", "meant"), COPIES)
def test_a_seed_copied_by_a_file_manager_with_its_folder_is_one_problem(
    archive, id, name, meant, sumless
):
    without_sum(archive, id, sumless)
    copied(archive, id, name)
    problem = told(archive)
    assert (problem.code, problem.place.file) == ("seed-missing", f"editorial/sources/{name}")
    assert (
        problem.what
        == f"This is a copy of editorial/sources/{id}, as seeds/{name}.txt is of seeds/{id}.txt"
    )
    assert (
        problem.hint
        == f"Delete both; or, if it is a text of its own, call the folder {meant} and write {meant} behind Project-Id-Version in translation.po"
    )


@pytest.mark.parametrize(("id", "name", "meant"), COPIES)
def test_a_copy_of_a_folder_and_a_seed_with_other_words_is_one_problem_that_says_all_that_is_to_be_done(
    archive, id, name, meant
):
    copied(archive, id, name)
    seed = archive / f"seeds/{name}.txt"
    seed.write_text(
        f"{seed.read_text(encoding='utf-8')}\nA sentence that only the copy has.\n",
        encoding="utf-8",
    )
    problem, sha256 = told(archive), hashlib.sha256(seed.read_bytes()).hexdigest()
    assert (
        problem.what
        == f"This is a copy of editorial/sources/{id}, as seeds/{name}.txt is of seeds/{id}.txt, with other words"
    )
    assert problem.hint == (
        f"Delete both, once {id} has what was changed only here; or, if it is a text of its own, call the folder {meant}, "
        f"write {meant} behind Project-Id-Version in translation.po and write {sha256} at sha256 in source.yml"
    )
    folder = (archive / f"editorial/sources/{name}").rename(archive / f"editorial/sources/{meant}")
    for file, old, new in (
        ("translation.po", f"Project-Id-Version: {id}", f"Project-Id-Version: {meant}"),
        (
            "source.yml",
            hashlib.sha256((archive / f"seeds/{id}.txt").read_bytes()).hexdigest(),
            sha256,
        ),
    ):
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    assert build(archive).faults == ()
    sync(archive)
    assert build(archive).faults == ()


@pytest.mark.parametrize("sumless", SUMLESS)
@pytest.mark.parametrize(
    ("id", "name"),
    [*((id, name) for id, name, _ in COPIES), ("leak-en", "leak-en-2"), ("kol-zh", "old")],
)
def test_a_folder_that_was_copied_alone_is_one_problem(archive, id, name, sumless):
    without_sum(archive, id, sumless)
    copied(archive, id, name, seed=False)
    problem = told(archive)
    assert (
        problem.what
        == f"This is a copy of editorial/sources/{id}, and there is no seeds/{name}.txt"
        and problem.hint.startswith("Delete it")
    )


def without_sum(root, id, sumless):
    record = root / f"editorial/sources/{id}/source.yml"
    record.write_text(
        "".join(
            line
            for line in record.read_text(encoding="utf-8").splitlines(keepends=True)
            if not (sumless and line.startswith("sha256"))
        ),
        encoding="utf-8",
    )
    sync(root)  # which notes it in translation.po


@pytest.mark.parametrize(
    ("name", "meant"), [("小米 SU7", "xiao-mi-su7"), ("Xiaomi (2)", "xiaomi-2")]
)
def test_a_folder_called_as_its_seeds_file_is_to_be_called_by_its_id(archive, name, meant):
    (archive / f"seeds/{name}.txt").write_text(
        "小米的另一篇报道，说的是另一件事。\n", encoding="utf-8"
    )
    (archive / f"editorial/sources/{name}").mkdir()
    (archive / f"editorial/sources/{name}/source.yml").write_text(
        "year: '2026'\n", encoding="utf-8"
    )
    problem = told(archive)
    assert (
        problem.code == "seed-missing"
        and problem.hint == f"Call the folder {meant}"
        and "There is no" not in problem.what
    )


def test_a_seed_that_was_saved_over_another_is_one_problem(archive):
    shutil.copy(archive / "seeds/kol-zh.txt", archive / "seeds/leak-en.txt")
    problem = told(archive)
    assert (
        problem.code == "seed-changed"
        and "seeds/leak-en.txt is now the same as seeds/kol-zh.txt" in problem.what
    )


def test_a_record_that_was_copied_with_the_sum_of_its_text_is_one_problem(archive):
    shutil.copy(
        archive / "editorial/sources/kol-zh/source.yml",
        archive / "editorial/sources/leak-en/source.yml",
    )
    problem = told(archive)
    assert (
        problem.code == "text-elsewhere"
        and problem.place.line
        and "This is the SHA-256 of seeds/kol-zh.txt, not of seeds/leak-en.txt" in problem.what
    )


@pytest.mark.parametrize(("id", "near"), [("leak-e", "leak-en"), ("kol_zh", "kol-zh")])
def test_a_slip_in_the_id_of_a_source_is_mended_by_what_is_quoted(archive, id, near):
    record = archive / "editorial/actors/memo.yml"
    quote = "a spokesman for Xiaomi announced" if near == "leak-en" else "当天晚上"
    record.write_text(
        RECORD.replace(
            "{source: leak-en, quote: a spokesman for Xiaomi announced}",
            f"{{source: {id}, quote: {quote}}}",
        ),
        encoding="utf-8",
    )
    [problem] = list(build(archive).faults)
    assert (problem.code, problem.place.line, problem.hint) == (
        "id-unknown",
        8,
        f"The words quoted stand in seeds/{near}.txt, so write {near}",
    )


@pytest.mark.parametrize("folder", ["source", "Sources", "actor"])
def test_a_folder_under_a_wrong_name_is_one_error(archive, folder):
    right = {"actor": "actors"}.get(folder, "sources")
    (archive / "editorial" / right).rename(archive / "editorial" / folder)
    problem = told(archive)
    assert (problem.code, problem.severity, problem.place.file, problem.hint) == (
        "file-stray",
        "error",
        f"editorial/{folder}",
        f"Did you mean editorial/{right}/? None of them is there yet",
    )


TAKEN = {
    "a source's record": (
        "editorial/sources/kol-zh/source.yml",
        "editorial/source/kol-zh/source.yml",
    ),
    "a translation": (
        "editorial/sources/kol-zh/translation.po",
        "editorial/Sources/kol-zh/translation.po",
    ),
    "an actor": ("editorial/actors/xiaomi.yml", "editorial/actor/xiaomi.yml"),
    "another ending": ("editorial/actors/xiaomi.yml", "editorial/actors/xiaomi.yaml"),
    "a case": ("editorial/cases/kol/case.yml", "editorial/case/kol/case.yml"),
}


@pytest.mark.parametrize(("right", "wrong"), TAKEN.values(), ids=TAKEN.keys())
def test_a_file_whose_right_place_is_taken_is_never_sent_there_to_overwrite_what_is_right(
    archive, right, wrong
):
    (archive / wrong).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(archive / right, archive / wrong)
    problem = told(archive)
    assert (
        problem.place.file == wrong
        and problem.hint
        == f"There is {right} already: bring together there what is right of both, and delete what is here"
    )
    said = CliRunner().invoke(main, ["sync", "--root", str(archive)])
    assert said.exit_code == 1 and wrong in said.output.splitlines()[-1]
    (archive / right).unlink()
    [hint] = [p.hint for p in build(archive).faults if p.place.file == wrong]
    assert hint in (f"Did you mean {right}? There is no such file yet", "Call it xiaomi.yml")


def test_a_folder_whose_files_are_there_twice_says_so(archive):
    shutil.copytree(archive / "editorial/sources/kol-zh", archive / "editorial/source/kol-zh")
    problem = told(archive)
    assert (
        problem.place.file == "editorial/source"
        and problem.hint.startswith("Files of all these names are in editorial/sources/, too: ")
        and "bring together there what is right of both" in problem.hint
    )


@pytest.mark.parametrize(
    ("folder", "names"),
    [
        ("source", ("source.yml", "translation.po")),
        ("Sources", ("mentions.yml", "annotations.yml")),
    ],
)
def test_files_of_a_source_that_lie_in_no_folder_of_its_own_are_one_error(archive, folder, names):
    (archive / "editorial" / folder).mkdir()
    for name in names:
        (archive / "editorial" / folder / name).write_text("x", encoding="utf-8")
    problem = told(archive)
    assert (problem.code, problem.place.file) == (
        "file-stray",
        f"editorial/{folder}",
    ) and problem.hint.startswith("It belongs in editorial/sources/ID/")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("~$leak-en.docx", "the mark of an office program"),
        ("leak-en.docx", "Only .txt files are seeds"),
        ("leak-en.TXT", "Its ending is “.TXT”"),
        ("kol-zh.Txt", "Its ending is “.Txt”"),
    ],
)
def test_a_stray_file_beside_a_seed_is_no_part_of_it(archive, name, said):
    (archive / "seeds" / name).write_text("x", encoding="utf-8")
    [problem] = build(archive).faults
    assert problem.code == "seed-name" and said in problem.what
    assert "Nothing was written" not in sync(archive)
