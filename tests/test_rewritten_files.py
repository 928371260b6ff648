"""What programs and merges do to files: line ends, marks of Git, what nobody sees; and decisions
that say nothing.
"""

import re

import pytest

from build_tools.pipeline import build, open_archive
from build_tools.readers.handwritten_pages import handwritten
from tests.conftest import files_below
from tests.test_any_hand import PO, SOURCE, archive, change, faults, translated  # noqa: F401
from tests.translated import sync

MERGED = "<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> branch\n"


def told(root):
    (problem,) = faults(root)
    return str(problem)


def test_files_that_windows_saved_anew_stay_as_they_are(archive):
    for path in (archive / "editorial").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = files_below(archive / "editorial")
    assert "0 translation files changed" in sync(archive)
    assert files_below(archive / "editorial") == before


def test_what_sync_writes_has_the_line_ends_of_the_file(archive):
    raw = (archive / PO).read_bytes().replace(b"\n", b"\r\n")
    (archive / PO).write_bytes(raw.replace(b"#. into: en\r\n", b"", 1))
    sync(archive)
    assert (archive / PO).read_bytes() == raw


def test_a_seed_in_which_git_left_two_versions_is_not_read(archive):
    seed = archive / "seeds/kol-zh.txt"
    seed.write_text(seed.read_text("utf-8") + MERGED, encoding="utf-8")
    assert told(archive).startswith("seeds/kol-zh.txt:6 – Git has left two versions")
    assert told(archive).endswith("[merge-conflict]")


@pytest.mark.parametrize(
    "file", ["docs/page.md", "docs/assets/a.js", "templates/pages/source.html", "mkdocs.yml"]
)
def test_pages_scripts_and_templates_in_which_git_left_two_versions_are_told(small, file):
    (small / file).parent.mkdir(parents=True, exist_ok=True)
    (small / file).write_text("\n" + MERGED, encoding="utf-8")
    assert [str(p)[: len(file) + 6] for p in handwritten(small)] == [f"{file}:2 – G"]


def test_a_line_under_a_heading_is_no_mark_of_git(small):
    (small / "docs").mkdir(exist_ok=True)
    (small / "docs/page.md").write_text("A heading\n=======\n", encoding="utf-8")
    assert handwritten(small) == ()


def test_a_line_separator_in_a_translation_is_told(archive):
    change(archive, PO, "Translation of s4.", "Translation\u2028of s4.")
    assert "stands U+2028, which nobody sees" in told(archive)


def test_an_emendation_to_the_same_words_is_told(small):
    change(
        small,
        "editorial/sources/leak-en/emendations.yml",
        "reading: the two and",
        "reading: the two men and",
    )
    assert told(small) == (
        "editorial/sources/leak-en/emendations.yml:1 – “the two men and” is emended to the same words. Write at `reading` what is to be read instead, or delete the emendation. [emendation-idle]"
    )


def test_a_confirmed_mention_is_of_whom_the_decision_names(small):
    change(small, f"{SOURCE}/annotations.yml", "target: xiaomi", "target: lei-jun")
    assert told(small) == (
        f"{SOURCE}/annotations.yml:2 – At “小米” the matcher found xiaomi, not lei-jun. Use `decision: retarget` if the words mean another, or correct the target. [nothing-to-confirm]"
    )


def test_a_rejected_mention_has_no_target(small):
    change(small, f"{SOURCE}/annotations.yml", "decision: confirm", "decision: reject")
    assert "A rejected mention means nobody, and “小米” has a target" in told(small)


def test_a_code_that_was_pasted_twice_is_told_once(small):
    code = "      - {coder: first, concept: rs.apology, confidence: high}\n"
    (small / f"{SOURCE}/codings.yml").write_text(
        f"passages:\n  - id: p1\n    quote: 合作立即终止\n    codes:\n{code}{code}",
        encoding="utf-8",
    )
    assert told(small).endswith(
        "Entry 2 stands there already, as entry 1 of “codes”. Delete one of the two. [listed-twice]"
    )


def test_a_template_that_was_emptied_is_one_problem(small):
    (small / "templates/pages/source.html").write_text("", encoding="utf-8")
    (problem,) = build(small).faults
    assert problem.place.file == "docs/archive/sources"
    assert problem.hint.startswith("If templates/ was changed, restore what makes these pages")


def test_a_template_that_asks_for_another_is_named(small):
    (small / "templates/pages/source.html").write_text("{% include 'no.html' %}", encoding="utf-8")
    with pytest.raises(Exception, match=r"source\.html:1 – There is no template no\.html"):
        build(small)


def test_a_name_that_its_own_record_excludes_is_told(small):
    change(small, "editorial/actors/xiaomi.yml", "not_in: [小米粥]", "not_in: [小米]")
    assert told(small).startswith(
        "editorial/actors/xiaomi.yml:3 – “小米” stands under `not_in` too, so it is never found"
    )


def test_two_forms_in_one_are_told(small):
    change(
        small,
        "editorial/glossary/kol.yml",
        "preferred: KOL, admitted",
        "preferred: KOL/网红, admitted",
    )
    assert "“KOL/网红” seems to be several forms in one" in told(small)


def test_a_file_whose_blanks_are_none_says_so(small):
    path = small / "editorial/actors/xiaomi.yml"
    path.write_text(path.read_text("utf-8").replace(": ", ":\u00a0"), encoding="utf-8")
    assert told(small).startswith("editorial/actors/xiaomi.yml:1 – The file holds the text ")
    assert "Type the blanks behind the colons anew" in told(small)


def test_translations_that_were_all_emptied_are_one_problem(archive):
    change(archive, PO, re.compile('^msgstr "T.*"$', re.M), 'msgstr ""', 0)
    assert told(archive).startswith(
        f"{PO}:13 – From here on 5 entries are not called untranslated, and their translations are empty"
    )


def test_a_concept_of_no_scheme_is_one_problem(small):
    file = "editorial/vocabulary/pr-vocabulary.yml"
    change(small, file, ", scheme: response_strategy_scct}", "}")
    assert [p.place.file for p in build(small).faults] == [file]


def test_a_web_page_with_its_tags_is_noted(small):
    (small / "seeds/page.txt").write_text(
        "<!DOCTYPE html>\n<html><body>小米回应了这件事情。</body></html>\n", encoding="utf-8"
    )
    notes = [p for p in open_archive(small).problems if p.code == "seed-html"]
    assert [str(p.place) for p in notes] == ["seeds/page.txt"]
