"""Slips with far consequences: each is told once, by its cause, and no editor's file changes."""

import hashlib
import re

import pytest
from click.testing import CliRunner

from build_tools.cli import main
from build_tools.pipeline import build, open_archive
from tests.conftest import files_below
from tests.test_po_by_hand import PO, archive, assert_left_alone, emend, told, translated  # noqa: F401  (fixtures)
from tests.translated import UNTRANSLATED, sync

OTHER = "茶厂在三月关门。工人们都走了。没有人说话。后来有人来了。\n"


def test_a_translation_file_with_the_words_of_another_text_is_told_whatever_its_header_says(
    archive,
):
    (archive / "seeds/tea.txt").write_text(OTHER, encoding="utf-8")
    (archive / "editorial/sources/tea").mkdir()
    sync(archive)
    tea = (archive / "editorial/sources/tea/translation.po").read_text(encoding="utf-8")
    before = (archive / PO).read_bytes()
    (archive / PO).write_text(
        tea.replace("Project-Id-Version: tea", "Project-Id-Version: new"), encoding="utf-8"
    )
    [problem] = told(archive)
    assert problem.code == "po-of-another" and "are those of tea" in problem.what
    assert_left_alone(archive)
    (archive / PO).write_bytes(before)
    (archive / "seeds/new.txt").write_text("另一篇文章，与从前毫无关系。\n", encoding="utf-8")
    assert "po-of-another" not in {p.code for p in open_archive(archive).problems}, (
        "a text replaced on purpose is no mix-up"
    )


@pytest.mark.parametrize(
    ("quote", "reading", "said"),
    [("记者们", "记者", "exchange the two"), ("记者门", "编辑", "nearest words")],
)
def test_an_emendation_whose_quote_and_reading_were_exchanged_says_so(
    archive, quote, reading, said
):
    emend(archive, quote, reading)
    [problem] = [p for p in open_archive(archive).problems if p.code == "quote-not-found"]
    assert said in problem.hint
    assert_left_alone(archive)


def test_the_same_emendation_twice_is_to_be_deleted_and_two_of_the_same_words_are_to_be_made_one(
    archive,
):
    file = archive / "editorial/sources/new/emendations.yml"
    emend(archive, "记者", "编辑")
    text = file.read_text(encoding="utf-8")
    for second, said in (
        (text, "emended twice, first in line 1"),
        (text.replace("quote: 记者", "quote: 记者等"), "overlaps"),
    ):
        file.write_text(text + second, encoding="utf-8")
        [problem] = [p for p in open_archive(archive).problems if p.code == "emendation-overlap"]
        assert said in problem.what and problem.place.line == 6


def test_an_entry_of_a_list_without_its_dash_is_one_problem(archive):
    file = archive / "editorial/sources/new/emendations.yml"
    emend(archive, "记者", "编辑")
    text = file.read_text(encoding="utf-8")
    file.write_text(text + text.replace("- quote", "  quote"), encoding="utf-8")
    [problem] = [
        p for p in open_archive(archive).problems if p.place.file.endswith("emendations.yml")
    ]
    assert (
        problem.code == "yaml-key-twice"
        and problem.place.line == 6
        and "Begin this line with “- ”" in problem.hint
        and "quote, reading" in problem.what
    )
    file.write_text(text + "  kind: sense\n", encoding="utf-8")
    [problem] = [
        p for p in open_archive(archive).problems if p.place.file.endswith("emendations.yml")
    ]
    assert (
        problem.what == "The key “kind” stands twice; the first is in line 3"
        and problem.hint == "Keep one of them"
    )


EVENT = (
    "id: waiting-{n}\ntitle: {{en: Waiting, zh-Hans: 等候}}\ndate: '2026'\nbasis: inferred\ndate_note: {{en: As told., zh-Hans: 如所述。}}\n"
    "evidence:\n  - {{source: new, quote: {quote}}}\nsummary: {{en: It happened., zh-Hans: 发生了。}}\n"
)


@pytest.mark.parametrize(
    "quotes", [("编辑们等了",), ("编辑们等了", "编辑们等", "编辑们", "们等了她")]
)
def test_quotations_of_words_that_went_with_a_deleted_emendation_say_where_they_stood_and_many_are_one_problem(
    archive, quotes
):
    emend(archive, "记者", "编辑们")
    sync(archive)
    text = re.sub(
        r"state: stale; was: reviewed; (.*\n(?:#\.? .*\n)*)#, fuzzy\n#\| .*\n",
        r"state: reviewed; \1",
        (archive / PO).read_text(encoding="utf-8"),
    )
    (archive / PO).write_text(text, encoding="utf-8")
    for n, quote in enumerate(quotes):
        (archive / f"editorial/events/waiting-{n}.yml").write_text(
            EVENT.format(n=n, quote=quote), encoding="utf-8"
        )
    assert not [p for p in build(archive).problems if p.code == "quote-not-found"]
    (archive / "editorial/sources/new/emendations.yml").unlink()
    [problem] = [
        p for p in build(archive).problems if p.code == "quote-not-found" and "new" in p.what
    ]
    assert "emendation" in problem.hint and "restore" in problem.hint
    assert (
        (f"{len(quotes)} quotations of new" in problem.what and "(s4)" in problem.what)
        if quotes[1:]
        else "It stood in s4 when that was translated" in problem.hint
    )


NUMBERED = "去年卖出311辆。\n\n今年卖出422辆。\n\n明年要卖533辆。\n\n后年要卖644辆。\n\n再往后卖755辆。\n\n最后卖866辆。\n\n这里没有数字。\n"
ENGLISH = [
    "Last year 311 were sold.",
    "This year 422 were sold.",
    "Next year it is to be 533.",
    "The year after, 644.",
    "Later still, 755.",
    "In the end, 866.",
    "There is no figure here.",
]


def counted(root, english):
    """The errors in a text of figures whose translations stand in this order."""
    (root / "seeds/figures.txt").write_text(NUMBERED, encoding="utf-8")
    (root / "editorial/sources/figures").mkdir(exist_ok=True)
    sync(root)
    file, words = root / "editorial/sources/figures/translation.po", iter(english)
    text = UNTRANSLATED.sub(
        lambda m: (
            f'# state: reviewed; by: 译者; on: 2026-11-21; origin: human\n{m[1]}{m[2]}msgstr "{next(words)}"\n'
        ),
        file.read_text(encoding="utf-8"),
    )
    file.write_text(text, encoding="utf-8")
    return [p for p in build(root).problems if p.severity == "error" and "figures" in p.place.file]


@pytest.mark.parametrize(
    ("english", "where"),
    [([ENGLISH[-1], *ENGLISH[:-1]], "below"), ([*ENGLISH[1:], ENGLISH[0]], "above")],
)
def test_translations_that_moved_by_one_entry_are_one_problem(archive, english, where):
    [problem] = counted(archive, english)
    assert (
        problem.code == "translations-moved"
        and f"in the entry {where}" in problem.what
        and "From here to s" in problem.what
    )


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ((1, 0, 2, 3, 4, 5, 6), "that of s1 stands in the entry of s2, that of s2"),
        ((0, 3, 1, 2, 4, 5, 6), "that of s2 stands in the entry of s3, that of s3"),
        ((6, 1, 2, 3, 4, 5, 0), "that of s1 stands in the entry of s7, that of s7"),
    ],
    ids=["two", "three", "one without a figure"],
)
def test_translations_that_changed_places_are_one_problem_that_says_where_each_stands(
    archive, order, said
):
    [problem] = counted(archive, [ENGLISH[n] for n in order])
    assert problem.code == "translations-moved" and said in problem.what
    assert problem.hint == "Put each msgstr back into its own entry, as Git has them"


@pytest.mark.parametrize("order", [(1, 0, 2, 3, 4, 5, 6), (6, 0, 1, 2, 3, 4, 5)])
def test_no_command_writes_beside_translations_that_changed_places(archive, order):
    counted(archive, [ENGLISH[n] for n in order])
    before = files_below(archive / "editorial")
    for command in (["sync"], ["mentions", "figures", "--confirm", "human"]):
        said = CliRunner().invoke(main, [*command, "--root", str(archive)])
        assert said.exit_code == 1 and "translations-moved" in said.output
        assert "Nothing was written for figures" in said.output
        assert files_below(archive / "editorial") == before


def test_what_is_quoted_from_translations_that_changed_places_is_not_told_too(archive):
    (archive / "editorial/events/sales.yml").write_text(
        EVENT.replace("waiting-{n}", "sales")
        .format(quote="去年卖出311辆, parallel: 311 were sold")
        .replace("source: new", "source: figures"),
        encoding="utf-8",
    )
    [problem] = counted(archive, [ENGLISH[n] for n in (1, 0, 2, 3, 4, 5, 6)])
    assert problem.code == "translations-moved"
    assert "parallel-not-found" not in {p.code for p in build(archive).problems}


def test_translations_with_wrong_figures_are_told_one_by_one(archive):
    assert {
        p.code
        for p in counted(
            archive,
            [
                each.replace("1", "9")
                .replace("2", "8")
                .replace("3", "7")
                .replace("4", "0")
                .replace("6", "5")
                for each in ENGLISH
            ],
        )
    } == {"number-differs"}


def test_files_of_a_source_whose_names_were_exchanged_say_which_name_belongs_to_each(archive):
    folder = archive / "editorial/sources/new"
    (folder / "annotations.yml").write_text(
        "mentions:\n  - {segment: s2, quote: 雷军, decision: confirm}\n", encoding="utf-8"
    )
    assert not [p for p in open_archive(archive).problems if p.severity == "error"]
    record, annotations = (
        (folder / name).read_bytes() for name in ("source.yml", "annotations.yml")
    )
    (folder / "source.yml").write_bytes(annotations)
    (folder / "annotations.yml").write_bytes(record)
    before = files_below(archive / "editorial")
    problems = [p for p in open_archive(archive).problems if p.severity == "error"]
    assert [(p.code, p.what) for p in problems] == [
        ("record-of-another-kind", "What stands here belongs in source.yml"),
        ("record-of-another-kind", "What stands here belongs in annotations.yml"),
    ]
    assert files_below(archive / "editorial") == before


def test_a_seed_that_was_edited_is_told_without_the_quotations_that_it_no_longer_has(archive):
    emend(archive, "记者", "编辑")
    seed = archive / "seeds/new.txt"
    seed.write_text(seed.read_text(encoding="utf-8").replace("记者", "记着"), encoding="utf-8")
    assert [p.code for p in open_archive(archive).problems if p.severity == "error"] == [
        "seed-changed"
    ]


def test_source_files_that_were_exchanged_are_told_apart_from_seeds_that_were(archive):
    (archive / "seeds/tea.txt").write_text(OTHER, encoding="utf-8")
    (archive / "editorial/sources/tea").mkdir()
    sync(archive)
    one, other = (archive / f"editorial/sources/{id}/source.yml" for id in ("new", "tea"))
    other.write_text(f"sha256: {hashlib.sha256(OTHER.encode()).hexdigest()}\n", encoding="utf-8")
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)
    [problem] = [p for p in open_archive(archive).problems if p.severity == "error"]
    assert (
        problem.code == "text-elsewhere"
        and "source.yml of new and tea are exchanged" in problem.what
    )
    assert_left_alone(archive)


@pytest.mark.parametrize(
    ("typed", "what", "hint"),
    [
        (
            "participants: [xiaomi, lei-jun]",
            "and so it is in 1 more place of this file",
            "Write its keys: {actor: …, role: …}",
        ),
        (
            "participants: 小米，雷军",
            "“participants” holds the text",
            "Write participants: [小米, 雷军]",
        ),
        ("parent: ['2026', '2027']", "“parent” holds a list", "parent: '[2026,2027]'"),
    ],
)
def test_a_value_of_another_form_is_one_problem_that_shows_the_form(archive, typed, what, hint):
    (archive / "editorial/events/waiting-1.yml").write_text(
        EVENT.format(n=1, quote="记者等了").replace("summary:", f"{typed}\nsummary:"),
        encoding="utf-8",
    )
    [problem] = [p for p in open_archive(archive).problems if p.code == "value-type"]
    assert what in problem.what and hint in problem.hint


def test_a_next_language_behind_full_width_signs_is_told_at_its_line(small):
    file = small / "editorial/actors/xiaomi.yml"
    lines = file.read_text(encoding="utf-8").split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("names:"))
    end = next(n for n in range(at + 1, len(lines)) if not lines[n].startswith(" "))
    lines[at:end] = ["names: {en: Xiaomi，zh-Hans：小米, zh-Hans: 小米}"]
    file.write_text("\n".join(lines), encoding="utf-8")
    told = [p for p in build(small).problems if p.place.file.endswith("xiaomi.yml")]
    assert [(p.code, p.place.line) for p in told] == [("yaml-wide", at + 1)]


def test_a_page_that_is_not_utf_8_is_told_before_mkdocs_breaks_off(small):
    (small / "docs").mkdir(exist_ok=True)
    (small / "docs" / "bad.md").write_bytes(b"\xff\xfe\x00bad")
    assert [p.code for p in build(small).problems if p.place.file == "docs/bad.md"] == [
        "page-not-utf8"
    ]
