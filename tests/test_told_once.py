"""One cause is told once, with all its places: a folder that is gone, sources that translate each
other, what two readings both hold.
"""

import re
import shutil

import pytest
from click.testing import CliRunner

from build_tools.cli import main
from build_tools.pipeline import build, open_archive
from tests.conftest import ROOT, SHOWCASE
from tests.test_any_hand import PO, SOURCE, archive, change, faults, translated  # noqa: F401
from tests.translated import sync

MENTIONS = f"{SOURCE}/mentions.yml"
OTHER = "editorial/sources/leak-en"


@pytest.fixture
def showcase(tmp_path):
    root = tmp_path / "archive"
    shutil.copytree(SHOWCASE, root)
    shutil.copytree(ROOT / "templates", root / "templates")
    return root


def append(root, file, text):
    (root / file).write_text((root / file).read_text("utf-8") + text, encoding="utf-8")


def one(root):
    (problem,) = faults(root)
    return problem


@pytest.mark.parametrize(
    ("folder", "records"),
    [("glossary", 9), ("actors", 16), ("events", 15), ("claims", 3), ("contradictions", 2)],
)
def test_a_folder_of_records_that_is_gone_is_one_problem_with_all_places(showcase, folder, records):
    shutil.rmtree(showcase / "editorial" / folder)
    problem = one(showcase)
    assert str(problem).startswith(
        f"editorial/{folder} – There are no records in this folder, and others name {records} of them in {len(problem.also)} places. Restore the folder as Git has it"
    )
    assert problem.also


def test_actors_and_terms_that_are_both_gone_are_one_problem(showcase):
    for folder in ("actors", "glossary"):
        shutil.rmtree(showcase / "editorial" / folder)
    assert one(showcase).what.startswith(
        "There are no records in this folder, nor in editorial/glossary, and others name 25"
    )


def test_many_records_that_are_gone_are_one_problem_too(showcase):
    for file in sorted((showcase / "editorial/events").glob("2025*.yml")):
        file.unlink()
    problem = one(showcase)
    assert problem.place.file == "editorial/events"
    assert problem.what.startswith("6 records that ")
    assert problem.hint.startswith("Restore them as Git has them")


def test_all_rules_that_are_gone_are_one_problem(showcase):
    shutil.rmtree(showcase / "editorial/rules")
    missing = [p for p in open_archive(showcase).problems if p.code == "file-missing"]
    assert [str(p.place) for p in missing] == ["editorial/rules"]
    assert open_archive(showcase).left_alone


def test_a_mention_that_is_read_twice_in_one_reading_is_told(archive):
    change(archive, MENTIONS, "s5: [", "s5: [xu-jieyun, ")
    assert str(one(archive)) == (
        f"{MENTIONS}:9 – “xu-jieyun” stands there already, as entry 1 of “s5”. Delete one of the two. [listed-twice]"
    )


def test_mentions_that_stand_in_two_readings_are_told_once(archive):
    append(
        archive,
        MENTIONS,
        '- on: "2026-12-01"\n  origin: assisted\n  segments:\n    s4: [xiaomi]\n    s5: [xu-jieyun]\n',
    )
    problem = one(archive)
    assert problem.place.line == 13
    assert problem.what.startswith(
        "xiaomi in s4 and 1 more stand already in line 8, where it was read on "
    )
    assert problem.what.endswith("(human)")


def test_a_reading_that_was_pasted_again_is_told_once(archive):
    append(archive, MENTIONS, (archive / MENTIONS).read_text("utf-8").split("\n", 1)[1])
    assert one(archive).what == "Entry 2 stands there already, as entry 1 of the list"


def test_sources_that_are_translations_of_each_other_are_a_circle(small):
    append(small, f"{SOURCE}/source.yml", "translates: leak-en\n")
    append(small, f"{OTHER}/source.yml", "translates: kol-zh\n")
    problem = one(small)
    assert str(problem).endswith(
        "– These are translations of each other: “kol-zh” → “leak-en” → “kol-zh”. Take `translates:` away in the one that was written first. [circle]"
    )
    assert problem.files == {f"{SOURCE}/source.yml", f"{OTHER}/source.yml"}


def test_a_longer_circle_of_translations_is_told_once_too(small):
    shutil.copy(small / "seeds/kol-zh.txt", small / "seeds/third.txt")
    append(small, "seeds/third.txt", "小米随后发表声明。\n")
    append(small, f"{SOURCE}/source.yml", "translates: leak-en\n")
    append(small, f"{OTHER}/source.yml", "translates: third\n")
    (small / "editorial/sources/third").mkdir()
    (small / "editorial/sources/third/source.yml").write_text("translates: kol-zh\n")
    assert "“kol-zh” → “leak-en” → “third” → “kol-zh”" in one(small).what


def test_a_source_that_names_itself_holds_both_languages_or_is_told(small):
    append(small, f"{SOURCE}/source.yml", "translates: kol-zh\n")
    assert one(small).what == (
        "kol-zh is said to hold its own translation, and no sentence of it answers to another"
    )


def exchange(root, one_file, other_file):
    one_text, other_text = ((root / each).read_bytes() for each in (one_file, other_file))
    (root / one_file).write_bytes(other_text)
    (root / other_file).write_bytes(one_text)


def in_showcase(source, name):
    return f"editorial/sources/{source}/{name}"


def test_translation_files_that_were_exchanged_are_one_problem_also_without_their_headers(showcase):
    files = [in_showcase(id, "translation.po") for id in ("label-commentary", "photo-leak")]
    said = "The translation.po of label-commentary and photo-leak are exchanged: each is that of another"
    exchange(showcase, *files)
    assert one(showcase).what == said
    heads = [(showcase / file).read_text("utf-8").split("\n\n")[0] for file in files]
    for file, head, other in zip(files, heads, reversed(heads), strict=True):
        change(showcase, file, head, other)
    problem = one(showcase)
    assert (problem.what, problem.files) == (said, {*files})


@pytest.mark.parametrize(
    ("name", "sources"),
    [
        ("mentions.yml", ("label-commentary", "photo-leak")),
        ("annotations.yml", ("label-commentary", "label-snippets")),
        ("emendations.yml", ("dairy-rumour", "photo-leak")),
    ],
)
def test_other_files_of_sources_that_were_exchanged_are_one_problem(showcase, name, sources):
    files = [in_showcase(id, name) for id in sources]
    exchange(showcase, *files)
    problem = one(showcase)
    assert (problem.code, problem.files) == ("file-of-another", {*files})
    assert {*sources} <= open_archive(showcase).left_alone


def test_a_translation_that_was_pasted_into_other_entries_is_one_problem(showcase):
    file = in_showcase("photo-leak", "translation.po")
    first, *others = re.findall(r'^msgstr ".{8,}"$', (showcase / file).read_text("utf-8"), re.M)[:4]
    for other in others:
        change(showcase, file, other, first)
    (problem,) = build(showcase).faults
    assert problem.what.startswith(
        "The same translation stands beside the different texts of s1, s2, s3, s4: “"
    )
    assert problem.hint == "It fits that of s1: put the others back as Git has them"


@pytest.mark.parametrize("key", ["zh-TW", "zh_TW", "zh-HK", "zh-CN", "zh"])
def test_chinese_under_another_label_is_one_problem_also_in_characters_of_both_scripts(small, key):
    change(small, "editorial/actors/xiaomi.yml", "zh-Hans: 小米}", f"{key}: 小米}}")
    assert str(one(small)) == (
        f"editorial/actors/xiaomi.yml:3 – There is no key “names › {key}”. Did you mean “zh-Hans”? [key-unknown]"
    )


def test_an_entry_that_was_put_out_of_use_by_hand_is_told_and_comes_back_as_it_was(archive):
    before = (archive / PO).read_text("utf-8")
    change(
        archive,
        PO,
        re.compile(r'^(?=msg.*"(?:s4|小米的反应很快。|Translation of s4\.)"$)', re.M),
        "#~ ",
    )
    assert one(archive).what == (
        "s4 was put out of use by hand (#~), and the text has the words: the page shows the translation as before"
    )
    sync(archive)
    assert (archive / PO).read_text("utf-8") == before


def test_mentions_of_an_exchanged_text_are_not_listed(showcase):
    exchange(showcase, "seeds/label-commentary.txt", "seeds/photo-leak.txt")
    result = CliRunner().invoke(main, ["mentions", "photo-leak", "--root", str(showcase)])
    assert result.exit_code == 1
    assert "Mentions of photo-leak are not listed" in result.output
    assert not re.search(r"^s\d+ ", result.output, re.M)
