"""translation.po with ids counted anew by hand, entries pasted twice, or its comments gone: one
problem for the cause, and no command writes to the file.
"""

import re

import pytest

from build_tools.model.entry import sealed, sum_of
from build_tools.pipeline import open_archive
from build_tools.readers.po import read_po
from tests.test_po_by_hand import (  # noqa: F401  (fixtures)
    PO,
    archive,
    assert_left_alone,
    edit,
    emend,
    entry,
    told,
    translated,
)
from tests.translated import sync

WITHOUT = {
    "ids, sums and header": (
        r'(msgctxt "s)(\d)()',
        r"(#\. sum: s)(\d)( )",
        r"(X-Last-Segment: s|X-Segments: s1-s)(\d)()",
    ),
    "ids and sums": (r'(msgctxt "s)(\d)()', r"(#\. sum: s)(\d)( )"),
    "ids and header": (r'(msgctxt "s)(\d)()', r"(X-Last-Segment: s|X-Segments: s1-s)(\d)()"),
    "ids": (r'(msgctxt "s)(\d)()',),
}


def counted_down(root, gone, patterns):
    """The entry deleted, and the later ones counted down where the patterns find their numbers."""
    edit(root, (entry(root, f"s{gone}"), ""))
    text = (root / PO).read_text(encoding="utf-8")
    for pattern in patterns:
        text = re.sub(
            pattern,
            lambda found: f"{found[1]}{int(found[2]) - (int(found[2]) > gone)}{found[3]}",
            text,
        )
    (root / PO).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("gone", [1, 3, 4])
@pytest.mark.parametrize("patterns", WITHOUT.values(), ids=WITHOUT.keys())
def test_entries_counted_down_by_hand_after_one_was_deleted_are_one_problem_that_says_which_ids_they_had(
    archive, gone, patterns
):
    before = (archive / PO).read_bytes()
    counted_down(archive, gone, patterns)
    [problem] = [p for p in open_archive(archive).problems if p.severity != "note"]
    assert (
        problem.code == "po-ids-renumbered"
        and f"s{gone} was s{gone + 1}" in problem.what
        and "as Git has them" in problem.hint
    )
    assert_left_alone(archive)
    (archive / PO).write_bytes(before)
    assert not told(archive) and "0 translation files changed" in sync(archive)


def test_entries_counted_up_by_hand_to_make_room_for_one_are_told_too(archive):
    text = (archive / PO).read_text(encoding="utf-8")
    text = re.sub(
        r'(msgctxt "|#\. sum: |X-Last-Segment: |X-Segments: s1-)s(\d)',
        lambda found: f"{found[1]}s{int(found[2]) + (int(found[2]) > 2)}",
        text,
    )
    (archive / PO).write_text(text, encoding="utf-8")
    assert [(p.code, "s3 was s3" in p.what, "s4 was s3" in p.what) for p in told(archive)] == [
        ("po-ids-renumbered", False, True)
    ]
    assert_left_alone(archive)


def test_a_sum_of_old_without_its_last_digits_is_taken_as_it_stands_and_written_anew(archive):
    before = (archive / PO).read_text(encoding="utf-8")
    (archive / PO).write_text(
        re.sub(r"(#\. sum: s\d [0-9a-f]{8}) [0-9a-f]{4}\n", r"\1\n", before), encoding="utf-8"
    )
    assert not told(archive)
    sync(archive)
    assert (archive / PO).read_text(encoding="utf-8") == before
    assert f"#. sum: {sealed(sum_of('s1', '小米的反应很快，当天晚上就道了歉。'))}" in before


@pytest.mark.parametrize(
    "lost", [r"^#.*\n", r"^# .*\n"], ids=["all comments", "those of translators"]
)
@pytest.mark.parametrize("emended", [False, True])
def test_translations_whose_state_lines_are_gone_are_one_problem_of_the_file(
    archive, lost, emended
):
    if emended:
        emend(archive, "记者等了她一夜", "记者等了他一夜")
    before = (archive / PO).read_text(encoding="utf-8")
    (archive / PO).write_text(re.sub(lost, "", before, flags=re.M), encoding="utf-8")
    [problem] = [p for p in open_archive(archive).problems if p.severity != "note"]
    assert (
        (problem.code, problem.place.line) == ("po-states-lost", None)
        and "5 of the 5" in problem.what
        and "as Git has it" in problem.hint
    )
    assert_left_alone(archive)


def test_a_few_translations_without_a_state_line_are_told_one_by_one(archive):
    edit(
        archive,
        *(
            (line, "")
            for line in re.findall(r"# state: .*\n", (archive / PO).read_text(encoding="utf-8"))[:2]
        ),
    )
    assert [p.code for p in told(archive)] == ["po-origin", "po-origin"]


def test_where_all_sums_are_gone_a_msgid_that_is_not_what_the_text_says_is_told_and_left_alone(
    archive,
):
    before = (archive / PO).read_text(encoding="utf-8")
    (archive / PO).write_text(re.sub(r"#\. sum: .*\n", "", before), encoding="utf-8")
    assert not told(archive), "each is what the text says"
    edit(archive, ('msgid "记者等了她一夜', 'msgid "记者等了他一夜'))
    [problem] = told(archive)
    assert (
        problem.code == "po-sums-lost"
        and "msgid of s4 is not" in problem.what
        and problem.place.line
    )
    assert_left_alone(archive)
    edit(archive, ('msgid "记者等了他一夜', 'msgid "记者等了她一夜'))
    sync(archive)
    assert (archive / PO).read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("origin: human", "orign: human", "po-origin"),
        ("state: reviewed", "state: reviewd", "po-state"),
        ("state: reviewed", "stat: reviewed", "po-state"),
        ("on: 2026-11-21;", "onn: 2026-11-21;", "po-state"),
        ("origin: human", "origin: human; orign: assisted", "po-state"),
    ],
)
def test_a_key_or_state_that_was_mistyped_is_one_problem(archive, old, new, code):
    edit(archive, (old, new))
    assert [p.code for p in told(archive)] == [code]


def pasted(root, made):
    """What is told where an entry was pasted at the end of the file, and the line of it."""
    text = (root / PO).read_text(encoding="utf-8")
    (root / PO).write_text(f"{text}\n{made}", encoding="utf-8")
    [problem] = told(root)
    assert problem.code == "po-id-twice"
    assert_left_alone(root)
    return problem.hint, problem.place.line, text.count("\n") + 2


def test_an_entry_pasted_twice_says_which_one_goes(archive):
    same = entry(archive, "s4").strip() + "\n"
    first = next(e.place.line for e in read_po(archive / PO, PO).entries if e.segment == "s4")
    before = (archive / PO).read_bytes()
    for made, said in (
        (same, "Delete this one: both say the same"),
        (
            same.replace("Translation of s4", "Another translation"),
            "their translations differ: keep the right one",
        ),
        (same.replace("记者", "记者们"), f"Keep that of line {first}, which has the words"),
        (
            entry(archive, "s3").replace('msgctxt "s3"', 'msgctxt "s4"'),
            "was s3: give it that msgctxt back",
        ),
    ):
        (archive / PO).write_bytes(before)
        hint, at, line = pasted(archive, made)
        assert said in hint and at == line, hint
