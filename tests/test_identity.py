"""Ids, translations, decisions and readings stay with their words and their place: nothing slides,
and what comes back is what it was.
"""

import os
import random
import shutil
import subprocess
import sys
import unicodedata

import polib
import pytest
from click.testing import CliRunner

from build_tools.cli import main
from build_tools.editing.mentions import mentions_file, with_reading
from build_tools.model.dates import Date
from build_tools.model.source import ReadMentions
from build_tools.pipeline import build, open_archive
from build_tools.stages.segmenting.allot import Allotted, allot
from tests.conftest import ROOT, copy_small, files_below
from tests.translated import sync, translate_all

KOL = "editorial/sources/kol-zh"
SORRY = "小米道歉。"
LINES = (
    f"{SORRY}雷军在直播中谈到此事，语气很重。{SORRY}米粉仍不满意。{SORRY}",
    "公关部总经理徐洁云没有出席，café里的记者等了她一夜。",
    f"{SORRY}{SORRY}{SORRY}",
)
"""The same sentence with different neighbours, and three times on end."""


@pytest.fixture(scope="module")
def translated(tmp_path_factory):
    small = copy_small(tmp_path_factory.mktemp("translated") / "archive")
    (small / "seeds" / "new.txt").write_text("\n\n".join(LINES) + "\n", encoding="utf-8")
    translate_all(small)
    return small


@pytest.fixture
def archive(translated, tmp_path):
    return shutil.copytree(translated, tmp_path / "archive")


def found(root, source="new"):
    """Segment id -> its words, of what the text has."""
    return {segment.id: segment.found for segment in open_archive(root).texts[source].segments}


def hide(root, *hidden, source="new"):
    """Hide words of the source, each given as (prefix, quote, suffix)."""
    path = root / "editorial" / "sources" / source / "source.yml"
    entries = [
        f"  - {{prefix: '{a}', quote: '{quote}', suffix: '{b}', kind: advert, reason: {{en: X, zh-Hans: 某}}}}\n"
        for a, quote, b in hidden
    ]
    path.write_text("".join(["hidden:\n", *entries]) if entries else "kept: []\n", encoding="utf-8")


def reviewed(root, source="new"):
    """Segment id -> its translation, of the reviewed ones that the text has."""
    units = polib.pofile(str(root / "editorial" / "sources" / source / "translation.po"))
    return {
        u.msgctxt: u.msgstr
        for u in units
        if not u.obsolete and u.tcomment.startswith("state: reviewed")
    }


PLACES = {
    "the first, by its neighbours": ("s1", ("", SORRY, "雷军")),
    "the second, by its neighbours": ("s3", ("语气很重。", SORRY, "米粉")),
    "the last, by its neighbours": ("s5", ("不满意。", SORRY, "")),
    "the first of three on end": ("s7", ("", SORRY, SORRY + SORRY)),
    "the second of three on end": ("s8", (SORRY, SORRY, SORRY)),
    "the third of three on end": ("s9", (SORRY + SORRY, SORRY, "")),
}


@pytest.mark.parametrize(("id", "words"), PLACES.values(), ids=PLACES.keys())
def test_of_equal_sentences_only_the_hidden_one_loses_its_place_and_it_comes_back(
    archive, id, words
):
    before, files, translations = (
        found(archive),
        files_below(archive / "editorial"),
        reviewed(archive),
    )
    hide(archive, words)
    sync(archive)
    assert found(archive) == {each: text for each, text in before.items() if each != id}
    assert reviewed(archive) == {each: text for each, text in translations.items() if each != id}
    assert "0 translation files changed" in sync(archive)
    hide(archive)
    assert {t.state for t in open_archive(archive).texts["new"].translations} == {"reviewed"}, (
        "on the page, even before the next sync"
    )
    sync(archive)
    assert found(archive) == before
    assert (
        files_below(archive / "editorial")["sources/new/translation.po"]
        == files["sources/new/translation.po"]
    ), "byte for byte"


def test_hiding_one_of_two_equal_sentences_instead_of_the_other_moves_no_id(archive):
    hide(archive, ("", SORRY, "雷军"))
    sync(archive)
    hide(archive, ("语气很重。", SORRY, "米粉"))
    sync(archive)
    assert "s1" in found(archive) and "s3" not in found(archive)
    assert reviewed(archive)["s1"] == "Translation of s1."


def test_where_it_cannot_be_known_which_sentence_is_gone_none_takes_an_old_id_and_an_editor_is_told(
    archive,
):
    seed = archive / "seeds" / "new.txt"
    text = seed.read_text(encoding="utf-8")
    seed.write_text(text.replace(SORRY * 3, SORRY * 2), encoding="utf-8")
    told = [p for p in open_archive(archive).problems if p.code == "segment-unsure"]
    assert {p.what.split(" is still ")[1].split(",")[0] for p in told} == {
        "s7",
        "s8",
        "s9",
    } and SORRY in told[0].what
    sync(archive)
    assert {"s10", "s11"} < found(archive).keys() and not {"s7", "s8", "s9"} & found(archive).keys()
    assert "0 translation files changed" in sync(archive)
    seed.write_text(text, encoding="utf-8")
    sync(archive)
    assert {id: reviewed(archive)[id] for id in ("s7", "s8", "s9")} == {
        id: f"Translation of {id}." for id in ("s7", "s8", "s9")
    }


def test_two_sentences_joined_and_split_again_are_what_they_were(archive):
    before, seed = (
        (archive / "editorial/sources/new/translation.po").read_bytes(),
        archive / "seeds" / "new.txt",
    )
    text = seed.read_text(encoding="utf-8")
    seed.write_text(
        text.replace("语气很重。小米道歉。米粉", "语气很重，小米道歉。米粉"), encoding="utf-8"
    )
    sync(archive)
    assert "s2" in found(archive) and "s3" not in found(archive) and "s2" not in reviewed(archive)
    seed.write_text(text, encoding="utf-8")
    sync(archive)
    assert (archive / "editorial/sources/new/translation.po").read_bytes() == before


def test_a_stale_translation_whose_old_words_are_back_is_reviewed_again_with_all_that_was_said_of_it(
    archive,
):
    po, emendations = (
        archive / "editorial/sources/new/translation.po",
        archive / "editorial/sources/new/emendations.yml",
    )
    before = po.read_bytes()
    for reading in ("很不满意", "极不满意"):
        emendations.write_text(
            f"- quote: 仍不满意\n  reading: {reading}\n  kind: idiom\n  certainty: inferred\n  reason: {{en: X, zh-Hans: 某}}\n",
            encoding="utf-8",
        )
        sync(archive)
        assert (
            "# state: stale; was: reviewed; by: 译者; on: 2026-11-21; origin: human\n# Remark on s4.\n"
            in po.read_text(encoding="utf-8")
        )
    assert (
        next(
            t
            for t in open_archive(archive).texts["new"].translations
            if t.text == "Translation of s4."
        ).old_source
        == "米粉仍不满意。"
    )
    emendations.unlink()
    assert {t.state for t in open_archive(archive).texts["new"].translations} == {"reviewed"}, (
        "on the page, even before the next sync"
    )
    sync(archive)
    assert po.read_bytes() == before


def test_quotations_are_found_however_a_program_composed_their_letters(archive):
    (archive / "editorial/sources/new/emendations.yml").write_text(
        "- quote: café里\n  reading: café中\n  kind: idiom\n  certainty: inferred\n  reason: {en: X, zh-Hans: 某}\n",
        encoding="utf-8",
    )
    sync(archive)
    before, pages = files_below(archive / "editorial"), build(archive).pages
    for path in (archive / "editorial").rglob("*"):
        if path.is_file():
            path.write_text(
                unicodedata.normalize("NFD", path.read_text(encoding="utf-8")), encoding="utf-8"
            )
    seed = archive / "seeds" / "new.txt"
    seed.write_text(
        unicodedata.normalize("NFD", seed.read_text(encoding="utf-8")), encoding="utf-8"
    )
    built = build(archive)
    assert "café中" in built.pages["sources/new.md"] and "quote-not-found" not in {
        p.code for p in built.problems
    }
    assert {name for name in pages if pages[name] != built.pages[name]} <= {"sources/new.md"}, (
        "only the seed's own columns"
    )
    sync(archive)
    assert (
        files_below(archive / "editorial")["sources/new/translation.po"]
        == before["sources/new/translation.po"]
    )


DECISION = "mentions:\n  # The second one.\n  - quote: 她\n    decision: add   # not the matcher's\n    target: xu-jieyun\n  - {quote: s2, lang: en, decision: add, target: lei-jun}\n"


def test_sync_writes_into_each_decision_where_it_stands_and_touches_nothing_else(archive):
    annotations = archive / "editorial/sources/new/annotations.yml"
    annotations.write_text(DECISION, encoding="utf-8")
    assert "decision-unplaced" in {p.code for p in open_archive(archive).problems}
    sync(archive)
    assert annotations.read_text(encoding="utf-8") == (
        DECISION.replace("  - quote: 她", "  - segment: s6\n    quote: 她").replace(
            "{quote", "{segment: s2, quote"
        )
    )
    assert "decision-unplaced" not in {p.code for p in open_archive(archive).problems}


def test_a_decision_does_not_move_to_the_same_words_in_another_segment(archive):
    (archive / "editorial/sources/new/annotations.yml").write_text(DECISION, encoding="utf-8")
    sync(archive)
    po = archive / "editorial/sources/new/translation.po"
    text = (
        po.read_text(encoding="utf-8")
        .replace("Translation of s2.", "What he said.")
        .replace("Translation of s4.", "Not s2 alone.")
    )
    po.write_text(text, encoding="utf-8")
    [problem] = [p for p in open_archive(archive).problems if p.severity == "error"]
    assert (
        problem.code == "quote-not-found"
        and problem.what == "“s2” is not in s2"
        and problem.hint.endswith("The quoted words stand in s4 now")
    )
    page = build(archive).archive.sources["new"]
    assert not [m for m in page.aligned("s4").rendition("en").marks if m.target == "lei-jun"]


def test_a_decision_in_a_segment_that_is_gone_says_so_with_the_nearest_words(archive):
    (archive / "editorial/sources/new/annotations.yml").write_text(
        "mentions:\n  - {segment: s4, quote: 米粉仍很不满意, decision: add, target: xiaomi}\n  - {segment: s99, quote: 她, decision: reject}\n",
        encoding="utf-8",
    )
    told = [p for p in open_archive(archive).problems if p.code == "quote-not-found"]
    assert [(p.what, p.hint) for p in told] == [
        (
            "“米粉仍很不满意” is not in s4",
            "The nearest words there are “米粉仍不满意”. The quoted words stand nowhere else in the text",
        ),
        ("“她” is not in s99, which is not in the text", "The quoted words stand in s6 now"),
    ]


def test_a_reading_by_a_person_leaves_earlier_ones_what_they_were(archive):
    text = open_archive(archive).sources["kol-zh"].text
    assisted = with_reading(text, (), Date("2026-11-01"), "assisted")
    assert with_reading(text, assisted, Date("2026-11-28"), "human") != assisted, (
        "nothing of it is confirmed yet"
    )
    _write(archive, assisted)
    read = open_archive(archive).sources["kol-zh"].text
    assert with_reading(read, assisted, Date("2026-11-28"), "human") == assisted, "nothing is new"
    [again] = with_reading(read, assisted, Date("2026-11-28"), "human", again=True)
    assert (again.on, again.origin, again.segments) == (
        Date("2026-11-28"),
        "human",
        assisted[0].segments,
    )


def test_what_is_newly_read_is_a_reading_of_its_own(archive):
    text = open_archive(archive).sources["kol-zh"].text
    [whole] = with_reading(text, (), Date("2026-11-01"), "assisted")
    first = ReadMentions(on=whole.on, origin=whole.origin, segments={"s1": whole.segments["s1"]})
    _write(archive, (first,))
    two = with_reading(
        open_archive(archive).sources["kol-zh"].text, (first,), Date("2026-11-28"), "human"
    )
    assert two[0] == first and (two[1].on, two[1].origin) == (Date("2026-11-28"), "human")
    assert {**two[0].segments, **two[1].segments} == whole.segments
    _write(archive, two)
    assert open_archive(archive).editorial.sources["kol-zh"].mentions == two


def test_confirming_when_nothing_is_new_changes_no_byte(archive):
    _write(
        archive,
        with_reading(
            open_archive(archive).sources["kol-zh"].text, (), Date("2026-11-01"), "assisted"
        ),
    )
    with (archive / KOL / "mentions.yml").open("a", encoding="utf-8") as file:
        file.write("# A remark of an editor.\n")
    before = files_below(archive / "editorial")
    assert (
        CliRunner()
        .invoke(main, ["mentions", "kol-zh", "--confirm", "human", "--root", str(archive)])
        .exit_code
        == 0
    )
    assert files_below(archive / "editorial") == before


def test_what_was_read_of_a_hidden_sentence_waits_for_it(archive):
    readings = with_reading(
        open_archive(archive).sources["kol-zh"].text, (), Date("2026-11-01"), "assisted"
    )
    _write(archive, readings)
    with (archive / KOL / "source.yml").open("a", encoding="utf-8") as file:
        file.write(
            "hidden:\n  - {quote: 小米的反应很快。, kind: advert, reason: {en: X, zh-Hans: 某}}\n"
        )
    opened = open_archive(archive)
    gone = opened.editorial.sources["kol-zh"].allotted - {
        s.id for s in opened.texts["kol-zh"].segments
    }
    assert gone and any(readings[0].segments.get(id) for id in gone)
    assert not [p for p in opened.problems if p.code == "nothing-to-confirm"]
    assert (
        with_reading(
            opened.sources["kol-zh"].text,
            readings,
            Date("2026-11-28"),
            "human",
            allotted=opened.editorial.sources["kol-zh"].allotted,
        )
        == readings
    )


def _write(root, readings):
    (root / KOL / "mentions.yml").write_text(mentions_file(readings), encoding="utf-8")


def test_many_equal_lines_cost_no_more_than_a_moment_and_keep_their_ids():
    known = tuple(Allotted(f"s{number}", SORRY) for number in range(1, 20001))
    assert allot([SORRY] * 20000, known) == ([entry.id for entry in known], [])
    ids, _ = allot([SORRY] * 19999, known, hidden=((0, SORRY),))
    assert ids == [entry.id for entry in known[1:]]


_SYNC_AND_BUILD = """
from build_tools.cli import main
for command in ("sync", "build"):
    main([command], standalone_mode=False)
"""
_ALLOT = """
import random, sys
from build_tools.stages.segmenting.allot import Allotted, allot
chance = random.Random(7)
words = ["小米", "雷军", "道歉", "回应", "米粉", "投放", "直播", "品牌", "公关", "总经理", "舆情", "处罚"]
line = lambda: "".join(chance.choice(words) for _ in range(14)) + "。"
texts = [line() for _ in range(60)]
for turn in range(8):
    known = tuple(Allotted(f"s{n}", text, n % 7 == 0, n % 2 == 0, "", ((0, n * 7 % 83), (1, -n))) for n, text in enumerate(texts, 1))
    new = []
    for text in texts:
        how = chance.random()
        new += [text[:-1] + line()] if how < 0.2 else [text[:12] + "。", text[12:]] if how < 0.4 else [text[:-1], line()] if how < 0.5 else [text]
    new = [a[:-1] + b if n % 9 == 0 else a for n, (a, b) in enumerate(zip(new, new[1:]))]
    print(allot(new, known))
    texts = new[:80]
"""
"""Sentences that grow, are joined and are split, of words that share most of their parts."""


def test_ids_do_not_depend_on_how_python_orders_its_sets():
    told = {
        subprocess.run(
            [sys.executable, "-c", _ALLOT],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for seed in range(5)
    }
    assert len(told) == 1 and "s60" in told.pop()


def test_pages_and_files_do_not_depend_on_how_python_orders_its_sets(archive, tmp_path):
    seed = archive / "seeds" / "new.txt"
    seed.write_text(_other(seed.read_text(encoding="utf-8")), encoding="utf-8")
    made = []
    for number in range(2):
        root = shutil.copytree(archive, tmp_path / str(number))
        subprocess.run(
            [sys.executable, "-c", _SYNC_AND_BUILD],
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": str(41 + number)},
            capture_output=True,
            check=True,
        )
        made.append(files_below(root / "editorial") | files_below(root / "docs"))
    assert made[0] == made[1] and "archive/sources/new.md" in made[0]


def _other(text: str) -> str:
    """The text with sentences joined, split and grown."""
    chance = random.Random(3)
    return "".join(chance.choice("。，") if char in "。，" else char for char in text).replace(
        "徐洁云", "徐洁云和雷军"
    )
