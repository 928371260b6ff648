"""translation.po edited where it must not be: told with its line, and what was there comes back
when it is mended.
"""

import hashlib
import re
import shutil

import polib
import pytest
from click.testing import CliRunner

from build_tools.cli import main
from build_tools.pipeline import build, open_archive
from build_tools.readers.po import read_po
from tests.conftest import copy_small, files_below
from tests.translated import sync, translate_all

PO = "editorial/sources/new/translation.po"
SEED = "小米的反应很快，当天晚上就道了歉。雷军没有出席。\n\nNobody outside had expected it. 记者等了她一夜。\n\n雷军没有出席。\n"


@pytest.fixture(scope="module")
def translated(tmp_path_factory):
    small = copy_small(tmp_path_factory.mktemp("translated") / "archive")
    (small / "seeds/new.txt").write_text(SEED, encoding="utf-8")
    (small / "editorial/sources/new").mkdir()
    record(small)
    translate_all(small)
    return small


@pytest.fixture
def archive(translated, tmp_path):
    return shutil.copytree(translated, tmp_path / "archive")


def record(root, more="", of=SEED):
    (root / "editorial/sources/new/source.yml").write_text(
        f"sha256: {hashlib.sha256(of.encode()).hexdigest()}\n{more}", encoding="utf-8"
    )


def edit(root, *pairs):
    text = (root / PO).read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    (root / PO).write_text(text, encoding="utf-8")


def told(root):
    """The problems of the file's own."""
    return [
        p
        for p in open_archive(root).problems
        if p.severity != "note" and p.place.file == PO and p.code.startswith("po-")
    ]


def live(root):
    """The entries in use; a sentence that was there meanwhile is kept at the end of the file."""
    return [
        (e.msgctxt, e.msgid, e.msgstr, e.tcomment, e.flags)
        for e in polib.pofile(str(root / PO))
        if not e.obsolete
    ]


def assert_left_alone(root):
    """No command writes to it."""
    before = files_below(root / "editorial")
    assert CliRunner().invoke(main, ["sync", "--root", str(root)]).exit_code == 1
    assert files_below(root / "editorial") == before


MSGIDS = {
    "a word": ('msgid "小米的反应很快，当天', 'msgid "小米的反应极慢，当天'),
    "a character": ('msgid "记者等了她一夜', 'msgid "记者等了他一夜'),
    "a word more": ('msgid "Nobody outside had', 'msgid "Nobody outside really had'),
    "all of it": ('msgid "记者等了她一夜。"', 'msgid "另写的一句，与原来的毫无关系。"'),
}


@pytest.mark.parametrize(("old", "new"), MSGIDS.values(), ids=MSGIDS.keys())
def test_a_msgid_that_was_edited_is_told_and_its_translation_is_what_it_was_once_it_is_mended(
    archive, old, new
):
    before = (archive / PO).read_bytes()
    edit(archive, (old, new))
    [problem] = told(archive)
    assert (
        problem.code == "po-text-changed"
        and problem.place.line
        and "corrected in emendations.yml" in problem.hint
    )
    assert_left_alone(archive)
    edit(archive, (new, old))
    sync(archive)
    assert (archive / PO).read_bytes() == before and not told(archive)


CHANGED = {
    "words hidden": "hidden:\n  - {quote: 的反应很快, kind: advert, reason: {en: X, zh-Hans: 某}}\n",
    "a sentence hidden": "hidden:\n  - {quote: 记者等了她一夜。, kind: advert, reason: {en: X, zh-Hans: 某}}\n",
    "the beginning hidden": "hidden:\n  - {quote: Nobody outside had expected it., kind: advert, reason: {en: X, zh-Hans: 某}}\n",
}


@pytest.mark.parametrize("more", CHANGED.values(), ids=CHANGED.keys())
def test_what_an_editor_hides_and_shows_again_changes_no_msgid_by_hand(archive, more):
    record(archive, more)
    assert told(archive) == []
    sync(archive)
    record(archive)
    assert told(archive) == []
    sync(archive)
    assert told(archive) == []


def test_an_emended_text_is_no_msgid_edited_by_hand(archive):
    emendations = archive / "editorial/sources/new/emendations.yml"
    for reading in ("记者等了他一夜", "记者们等了他一整夜"):
        emendations.write_text(
            f"- quote: 记者等了她一夜\n  reading: {reading}\n  kind: sense\n  certainty: inferred\n  reason: {{en: X, zh-Hans: 某}}\n",
            encoding="utf-8",
        )
        assert told(archive) == []
        sync(archive)
    emendations.unlink()
    assert told(archive) == []


def emend(root, quote, reading):
    (root / "editorial/sources/new/emendations.yml").write_text(
        f"- quote: {quote}\n  reading: {reading}\n  kind: sense\n  certainty: inferred\n  reason: {{en: X, zh-Hans: 某}}\n",
        encoding="utf-8",
    )


def reviewed_again(root):
    """Each translation read again beside the words that an emendation has changed, and the archive
    in step.
    """
    sync(root)
    text = re.sub(
        r"state: stale; was: reviewed; (.*\n(?:#\.? .*\n)*)#, fuzzy\n#\| .*\n",
        r"state: reviewed; \1",
        (root / PO).read_text(encoding="utf-8"),
    )
    (root / PO).write_text(text, encoding="utf-8")
    sync(root)
    assert "stale" not in (root / PO).read_text(encoding="utf-8")


IN_EMENDED = {
    "a figure": ("当天晚上", "20日晚上", "20日", "21日"),
    "a character": ("记者等了她一夜", "记者等了他一夜", "等了他", "等了它"),
    "words taken away": (
        "Nobody outside",
        "Nobody, not even inside the firm,",
        ", not even inside the firm,",
        "",
    ),
    "back to the words as found": ("记者等了她一夜", "记者们等了她一夜", "记者们", "记者"),
    "all of it": (
        "Nobody outside had expected it.",
        "Nobody had foreseen this.",
        "Nobody had foreseen this.",
        "Another sentence altogether.",
    ),
}


@pytest.mark.parametrize(
    ("quote", "reading", "old", "new"), IN_EMENDED.values(), ids=IN_EMENDED.keys()
)
def test_a_msgid_edited_in_a_sentence_that_is_emended_is_told_with_what_it_was(
    archive, quote, reading, old, new
):
    emend(archive, quote, f'"{reading}"')
    reviewed_again(archive)
    before, line = (
        (archive / PO).read_bytes(),
        next(
            line
            for line in (archive / PO).read_text(encoding="utf-8").split("\n")
            if line.startswith("msgid") and old in line
        ),
    )
    edit(archive, (line, line.replace(old, new)))
    [problem] = told(archive)
    assert problem.code == "po-text-changed" and f"it was “{line[7:-1]}”" in problem.what
    assert_left_alone(archive)
    edit(archive, (line.replace(old, new), line))
    assert (archive / PO).read_bytes() == before and not told(archive)


@pytest.mark.parametrize(
    ("old", "new"), [("当天晚上就道了歉", "就道了歉"), ("雷军没有出席", "没有出席")]
)
def test_words_that_were_taken_out_of_a_msgid_are_told_although_all_the_others_stand_in_the_text(
    archive, old, new
):
    edit(archive, (f'{old}。"', f'{new}。"'))
    assert [p.code for p in told(archive)] == ["po-text-changed"]
    assert_left_alone(archive)


def test_a_msgid_edited_while_its_emendation_changed_may_be_a_merge_and_says_the_way_out(archive):
    emend(archive, "记者等了她一夜", "记者等了他一夜")
    reviewed_again(archive)
    edit(archive, ("等了他一夜", "等了它一夜"))
    emend(archive, "记者等了她一夜", "记者们等了一整夜")
    [problem] = told(archive)
    assert "it was" not in problem.what and "delete the line `#. sum:`" in problem.hint
    assert_left_alone(archive)
    (archive / PO).write_text(
        re.sub(r"#\. sum: s4 .*\n", "", (archive / PO).read_text(encoding="utf-8")),
        encoding="utf-8",
    )
    assert not told(archive)
    sync(archive)
    assert (
        "state: stale; was: reviewed" in entry(archive, "s4")
        and '#| msgid "记者等了它一夜。"' in entry(archive, "s4")
        and "#. sum: s4 " in entry(archive, "s4")
    )


def test_two_branches_that_emend_other_sentences_are_merged_without_a_problem(archive, tmp_path):
    other = shutil.copytree(archive, tmp_path / "other")
    base = (archive / PO).read_text(encoding="utf-8")
    entries = {}
    for root, id, quote, reading in (
        (archive, "s1", "当天晚上", "次日晚上"),
        (other, "s4", "记者等了她一夜", "记者等了他一夜"),
    ):
        emend(root, quote, reading)
        sync(root)
        entries[id] = entry(root, id)
    both = "".join(
        (root / "editorial/sources/new/emendations.yml").read_text(encoding="utf-8")
        for root in (archive, other)
    )
    for id in entries:
        (archive / PO).write_text(base, encoding="utf-8")
        edit(archive, *((entry(archive, each), entries[each]) for each in entries))
        edit(
            archive,
            (
                re.search(rf"#\. sum: {id} .*\n", entries[id])[0],
                re.search(rf"#\. sum: {id} .*\n", base)[0],
            ),
        )  # as if the sum were that of the other branch
        (archive / "editorial/sources/new/emendations.yml").write_text(both, encoding="utf-8")
        assert not told(archive)
        sync(archive)
        assert {each: entry(archive, each) for each in entries} == entries


def test_a_sum_that_was_copied_with_the_comments_above_another_entry_or_is_gone_says_nothing(
    archive,
):
    before = (archive / PO).read_bytes()
    sums = dict(
        re.findall(
            r"(#\. sum: (?:s1|s2|s4) .*\n)(msgctxt .*\n)",
            (archive / PO).read_text(encoding="utf-8"),
        )
    )
    first, second, third = sums
    edit(archive, (second, first), (third, ""))
    assert not told(archive)
    sync(archive)
    assert (archive / PO).read_bytes() == before


@pytest.mark.parametrize("wrapped", [False, True])
def test_sums_stay_true_when_programs_break_lines_and_sort_entries(archive, wrapped):
    emend(
        archive,
        "Nobody outside had expected it.",
        '"Nobody outside, whoever was asked by the papers of the capital or by those of the province, had expected it at all."',
    )
    reviewed_again(archive)
    po = polib.pofile(str(archive / PO), wrapwidth=40 if wrapped else 200)
    po.sort(key=lambda each: each.msgid)
    po.save()
    assert not told(archive)
    edit(archive, ("whoever", "whosoever"))
    assert [p.code for p in told(archive)] == ["po-text-changed"]


@pytest.mark.parametrize(
    "ids",
    [("s1", "s4"), ("s2", "s5"), ("s1", "s2", "s3")],
    ids=["two", "of equal sentences", "three"],
)
def test_ids_that_were_exchanged_are_one_problem_that_says_where_they_belong(archive, ids):
    before = (archive / PO).read_bytes()
    edit(
        archive,
        *((f'msgctxt "{id}"', f'msgctxt "was {id}"') for id in ids),
        *(
            (f'msgctxt "was {id}"', f'msgctxt "{other}"')
            for id, other in zip(ids, ids[1:] + ids[:1], strict=True)
        ),
    )
    [problem] = told(archive)
    assert problem.code == "po-ids-exchanged" and all(id in problem.what for id in ids)
    assert_left_alone(archive)
    lines = (archive / PO).read_text(encoding="utf-8").split("\n")
    for id, line in re.findall(r"(s\d+) into the entry of line (\d+)", problem.hint):
        at = next(n for n in range(int(line), len(lines)) if lines[n].startswith("msgctxt"))
        lines[at] = f'msgctxt "{id}"'
    (archive / PO).write_text("\n".join(lines), encoding="utf-8")
    assert (archive / PO).read_bytes() == before


@pytest.mark.parametrize("ids", [("s1", "s4"), ("s3", "s1", "s2")], ids=["two", "three"])
def test_ids_that_were_exchanged_with_their_sums_are_told_too(archive, ids):
    before = (archive / PO).read_text(encoding="utf-8")
    lines = {
        id: re.search(rf"#\. sum: {id} .*\n(?:#.*\n)*msgctxt \"{id}\"\n", before)[0] for id in ids
    }
    edit(
        archive,
        *((lines[id], f"<{id}>") for id in ids),
        *((f"<{id}>", lines[other]) for id, other in zip(ids, ids[1:] + ids[:1], strict=True)),
    )
    [problem] = told(archive)
    assert problem.code == "po-ids-exchanged" and all(id in problem.what for id in ids)
    assert_left_alone(archive)
    edit(
        archive,
        *((f'msgctxt "{id}"', f'msgctxt "was {id}"') for id in ids),
        *(
            (f'msgctxt "was {other}"', f'msgctxt "{id}"')
            for id, other in zip(ids, ids[1:] + ids[:1], strict=True)
        ),
    )
    assert not told(archive)
    sync(archive)
    assert (archive / PO).read_text(encoding="utf-8") == before


@pytest.mark.parametrize("emended", [False, True])
@pytest.mark.parametrize(("one", "over"), [("s1", "s4"), ("s4", "s3")])
def test_an_entry_that_was_copied_over_another_is_told_with_both_ids(archive, one, over, emended):
    if emended:
        emend(archive, "记者等了她一夜", "记者等了他一夜")
        reviewed_again(archive)
    before = (archive / PO).read_text(encoding="utf-8")
    edit(
        archive,
        (
            entry(archive, over).strip(),
            entry(archive, one).strip().replace(f'msgctxt "{one}"', f'msgctxt "{over}"'),
        ),
    )
    problems = told(archive)
    assert [p.code for p in problems] == [
        "po-entry-copied"
    ] and f"of {over} is a copy of that of {one}" in problems[0].what
    assert_left_alone(archive)
    (archive / PO).write_text(before, encoding="utf-8")
    assert not told(archive)


def test_an_emendation_that_leaves_nothing_of_a_sentence_is_told_before_anything_is_written(
    archive,
):
    emend(archive, "记者等了她一夜。", '""')
    [problem] = [p for p in open_archive(archive).problems if p.severity == "error"]
    assert (
        problem.code == "emendation-empties" and "s4" in problem.what and "hidden:" in problem.hint
    )
    assert_left_alone(archive)


def entry(root, id):
    return next(
        each
        for each in re.split(r"(?<=\n\n)", (root / PO).read_text(encoding="utf-8"))
        if f'msgctxt "{id}"' in each
    )


@pytest.mark.parametrize(
    ("gone", "said"),
    [
        (("s2",), "knows s2, and it has no entry here"),
        (("s1", "s3"), "knows s1, s3, and they have no entry here"),
        (("s1", "s2", "s3", "s4", "s5"), "knows s1, s2, s3, s4, s5, and they"),
    ],
)
def test_entries_that_were_deleted_are_one_problem_and_no_new_id_is_given(archive, gone, said):
    before = (archive / PO).read_bytes()
    edit(archive, *((entry(archive, id), "") for id in gone))
    [problem] = told(archive)
    assert (
        problem.code == "po-entry-lost"
        and said in problem.what
        and "X-Segments"
        in (archive / PO).read_text(encoding="utf-8").splitlines()[problem.place.line - 1]
    )
    assert_left_alone(archive)
    (archive / PO).write_bytes(before)
    assert not told(archive) and "0 translation files changed" in sync(archive)


@pytest.mark.parametrize("state", ["reviewed", "human-draft"])
def test_a_translation_that_was_emptied_is_remembered_until_somebody_lets_it_go(archive, state):
    flag = "" if state == "reviewed" else "#, fuzzy\n"
    edit(
        archive,
        (
            "# state: reviewed; by: 译者; on: 2026-11-21; origin: human\n# Remark on s2.\n#. into: en\n",
            f"# state: {state}; by: 译者; on: 2026-11-21; origin: human\n# Remark on s2.\n#. into: en\n{flag}",
        ),
        ("Translation of s2.", ""),
    )
    for _ in range(2):
        [problem] = told(archive)
        assert (
            (problem.code, problem.severity) == ("po-blank", "warning")
            and state in problem.what
            and "as Git has it" in problem.hint
        )
        assert "[po-blank]" in sync(archive)
    assert f"# state: untranslated; was: {state}; by: 译者" in (archive / PO).read_text(
        encoding="utf-8"
    )
    edit(archive, (f"was: {state}; ", ""))
    assert not told(archive) and "0 translation files changed" in sync(archive)


@pytest.mark.parametrize(
    "words", ["Lei Jun was absent.", "Translation of s2."], ids=["others", "the same"]
)
@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "was: reviewed; by: 译者; on: 2026-11-21; origin: human",
            ", and reviewed before it was emptied",
        ),
        ("by: 译者; on: 2026-11-21; origin: human", ""),
        ("on: 2026-11-21; origin: machine", ""),
    ],
)
def test_words_where_a_translation_was_emptied_are_a_draft_of_nobody_until_an_editor_says_what_they_are(
    archive, words, line, said
):
    edit(archive, ("Translation of s2.", ""))
    sync(archive)
    edit(
        archive,
        (
            "untranslated; was: reviewed; by: 译者; on: 2026-11-21; origin: human",
            f"untranslated; {line}",
        ),
        ('msgid "雷军没有出席。"\nmsgstr ""', f'msgid "雷军没有出席。"\nmsgstr "{words}"'),
    )
    before = (archive / PO).read_bytes()
    for _ in range(2):
        [problem] = told(archive)
        assert (
            problem.code == "po-state"
            and f"calls it untranslated{said}; it is shown as a draft" in problem.what
        )
        assert "[po-state]" in sync(archive) and (archive / PO).read_bytes() == before
    [shown] = [
        each.translation
        for each in open_archive(archive).sources["new"].text
        if each.segment.id == "s2"
    ]
    assert (shown.text, shown.by, shown.on, shown.origin) == (
        words,
        "",
        "",
        "",
    ) and shown.state.endswith("draft")
    edit(archive, (f"untranslated; {line}", "reviewed; by: B; on: 2026-11-30; origin: assisted"))
    assert not told(archive) and "0 translation files changed" in sync(archive)


def test_a_machines_draft_that_was_emptied_is_only_untranslated(archive):
    edit(
        archive,
        (
            "# state: reviewed; by: 译者; on: 2026-11-21; origin: human\n# Remark on s2.\n#. into: en\n",
            "# state: machine-draft; origin: machine\n# Remark on s2.\n#. into: en\n#, fuzzy\n",
        ),
        ("Translation of s2.", ""),
    )
    sync(archive)
    assert not told(archive) and entry(archive, "s2").startswith(
        "# state: untranslated; origin: machine\n"
    )


HEADERS = {
    "a highest id that is too low": (
        ("X-Last-Segment: s5", "X-Last-Segment: s2"),
        ("X-Segments: s1-s5", "X-Segments: s1-s2"),
        "po-id-unknown",
        "s2 is the highest id, and entries go to s5",
        "Write X-Last-Segment: s5",
    ),
    "too low for one entry": (
        ("X-Last-Segment: s5", "X-Last-Segment: s4"),
        ("X-Segments: s1-s5", "X-Segments: s1-s4"),
        "po-id-unknown",
        "s4 is the highest id, and entries go to s5",
        "Write X-Last-Segment: s5",
    ),
    "a figure too many in the highest": (
        ("X-Last-Segment: s5", "X-Last-Segment: s55"),
        ("", ""),
        "po-header",
        "of s6 to s55 nothing is left here",
        "Put it back as it was",
    ),
    "a highest id without end": (
        ("X-Last-Segment: s5", "X-Last-Segment: s999999999"),
        ("", ""),
        "po-header",
        "of s6 to s999999999 nothing is left here",
        "Put it back as it was",
    ),
    "ids without end": (
        ("X-Segments: s1-s5", "X-Segments: s1-s99999999999"),
        ("", ""),
        "po-header",
        "X-Segments names ids beyond s5",
        "Put the line back",
    ),
    "some ids too many": (
        ("X-Segments: s1-s5", "X-Segments: s1-s5 s9"),
        ("", ""),
        "po-header",
        "X-Segments names ids beyond s5",
        "Put the line back",
    ),
    "one id too many": (
        ("X-Segments: s1-s5", "X-Segments: s1-s6"),
        ("", ""),
        "po-header",
        "X-Segments names ids beyond s5",
        "Put the line back",
    ),
}


@pytest.mark.parametrize(
    ("one", "other", "code", "said", "hint"), HEADERS.values(), ids=HEADERS.keys()
)
def test_a_header_that_was_edited_is_one_problem(archive, one, other, code, said, hint):
    edit(archive, one, other)
    [problem] = told(archive)
    assert problem.code == code and said in problem.what and problem.hint.startswith(hint)
    assert_left_alone(archive)


def unseen_in(root):
    return [
        p
        for p in open_archive(root).problems
        if p.place.file == PO and p.code == "character-unseen"
    ]


UNSEEN = [
    ("Xiao\u200bmi replied.", "Xiaomi replied.", "200B"),
    ("\u202eXiaomi replied.", "Xiaomi replied.", "202E"),
    ("Xiaomi \x1b[31mreplied.", "Xiaomi [31mreplied.", "001B"),
    ("Xiaomi\\007 replied.", "Xiaomi replied.", "0007"),
    ("Xiao\xadmi replied.", "Xiaomi replied.", "00AD"),
    ("Xiao\u2060mi \x07replied.", "Xiaomi replied.", "2060"),
]


@pytest.mark.parametrize(
    ("where", "typed", "read", "code"),
    [
        (where, *each)
        for each in UNSEEN
        for where in ("translation", "remark")
        if where == "translation" or "\\" not in each[0]
    ],
)
def test_what_nobody_sees_in_a_translation_or_remark_is_told_with_its_line_and_not_read(
    archive, where, typed, read, code
):
    old = {"translation": "Translation of s1.", "remark": "Remark on s1."}[where]
    edit(archive, (old, typed))
    [problem] = unseen_in(archive)
    assert f"stands U+{code}" in problem.what and problem.hint == "Type that word anew"
    assert typed in (archive / PO).read_text(encoding="utf-8").splitlines()[problem.place.line - 1]
    [entry] = [e for e in read_po(archive / PO, PO)[0] if e.segment == "s1"]
    assert read == {"translation": entry.target, "remark": entry.note}[where]
    assert_left_alone(archive)
    edit(archive, (typed, old))
    assert not unseen_in(archive) and "0 translation files changed" in sync(archive)


@pytest.mark.parametrize("typed", ["Xiao\u200bmi", "Xia\u202eomi", "X\x1biaomi", "Xiao\\033mi"])
def test_a_name_that_an_unseen_character_parts_is_not_told_as_missing_too(archive, typed):
    edit(archive, ("Translation of s1.", f"{typed} replied at once, and apologized that evening."))
    faults = build(archive).faults
    assert "character-unseen" in {p.code for p in faults} and not [
        p for p in faults if p.place.file == PO and "(xiaomi)" in p.what
    ]


def test_joiners_of_other_scripts_and_signs_are_no_fault_in_a_translation(archive):
    edit(archive, ("Translation of s1.", "👩\u200d💻 Xiaomi ❤\ufe0f, \u200fسلام"))
    assert unseen_in(archive) == []


OTHER_SEEDS = {
    "a word": ("的反应很快", "的反应真快"),
    "all of a sentence": ("记者等了她一夜。", "没有人等她。"),
    "a sentence less": ("Nobody outside had expected it. ", ""),
}


@pytest.mark.parametrize(("old", "new"), OTHER_SEEDS.values(), ids=OTHER_SEEDS.keys())
def test_a_seed_replaced_on_purpose_is_no_msgid_edited_by_hand_and_its_own_words_bring_the_translations_back(
    archive, old, new
):
    before = live(archive)
    whole = {
        path: path.read_bytes()
        for path in (
            (archive / "seeds/new.txt"),
            (archive / PO),
            (archive / "editorial/sources/new/source.yml"),
        )
    }
    changed = SEED.replace(old, new)
    (archive / "seeds/new.txt").write_text(changed, encoding="utf-8")
    record(archive, of=changed)
    assert told(archive) == []
    sync(archive)
    assert ("state: stale; was: reviewed" in (archive / PO).read_text(encoding="utf-8")) == (
        new == "的反应真快"
    ), "a sentence that is gone is kept at the end of the file"
    for path, raw in whole.items():
        if path.name != "translation.po":
            path.write_bytes(raw)
    assert told(archive) == []
    sync(archive)
    assert live(archive) == before


def test_the_same_holds_where_nobody_recorded_the_seed_s_sum(archive):
    (archive / "editorial/sources/new/source.yml").write_text("year: '2026'\n", encoding="utf-8")
    sync(archive)
    before = (archive / PO).read_bytes()
    edit(archive, ('msgid "记者等了她一夜', 'msgid "记者等了他一夜'))
    assert [p.code for p in told(archive)] == ["po-text-changed"]
    (archive / PO).write_bytes(before)
    (archive / "seeds/new.txt").write_text(SEED.replace("一夜", "一整夜"), encoding="utf-8")
    assert told(archive) == []
    sync(archive)
    (archive / "seeds/new.txt").write_text(SEED, encoding="utf-8")
    sync(archive)
    assert (archive / PO).read_bytes() == before


@pytest.mark.parametrize("by", ["emendation", "seed"])
def test_a_msgid_typed_as_the_text_reads_now_does_not_pass_for_a_translation_of_it(archive, by):
    before = (archive / PO).read_bytes()
    if by == "seed":
        changed = SEED.replace("记者等了她一夜", "记者等了他一夜")
        (archive / "seeds/new.txt").write_text(changed, encoding="utf-8")
        record(archive, of=changed)
    else:
        emend(archive, "记者等了她一夜", "记者等了他一夜")
    edit(archive, ("等了她一夜", "等了他一夜"))
    [problem] = told(archive)
    assert (
        problem.code == "po-text-changed"
        and "made from other words" in problem.what
        and "casebook sync" in problem.hint
    )
    assert_left_alone(archive)
    read = re.sub(r"#\. sum: s4 .*\n", "", (archive / PO).read_text(encoding="utf-8"))
    edit(archive, ("等了他一夜", "等了她一夜"))
    assert (archive / PO).read_bytes() == before and not told(archive)
    sync(archive)
    assert "state: stale; was: reviewed" in entry(archive, "s4")
    (archive / PO).write_text(read, encoding="utf-8")
    sync(archive)
    assert (
        "state: reviewed" in entry(archive, "s4")
        and "#. sum: s4 " in entry(archive, "s4")
        and not told(archive)
    )


def test_an_entry_from_elsewhere_is_no_reason_to_raise_the_highest_id(archive):
    with (archive / PO).open("a", encoding="utf-8") as file:
        file.write(
            '\n# state: reviewed; origin: human\nmsgctxt "s999"\nmsgid "Elsewhere."\nmsgstr "别处。"\n'
        )
    [problem] = told(archive)
    assert (
        problem.code == "po-id-unknown"
        and problem.place.line
        and "s999" in problem.what
        and "deleted" in problem.hint
        and "X-Last-Segment" not in problem.hint
    )
    assert_left_alone(archive)
