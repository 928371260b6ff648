"""`casebook mentions`: what the matcher suggests is read by an editor, recorded, and only then
printed as confirmed.
"""

import re

import pytest
from click.testing import CliRunner

from build_tools.cli import main
from build_tools.pipeline import build
from tests.conftest import copy_small, files_below, parsed
from tests.translated import sync

FILE = "editorial/sources/kol-zh/mentions.yml"


@pytest.fixture
def small(small):
    """The small archive, its segments numbered."""
    sync(small)
    return small


def mentions(root, *options):
    return CliRunner().invoke(main, ["mentions", "kol-zh", *options, "--root", str(root)])


def suggested_links(root):
    """(words, whether grey) of the names and terms on the Simplified side of the source's page."""
    page = parsed(build(root).pages["sources/kol-zh.md"])
    links = [
        a
        for p in page.words(lang="zh-Hans")
        for a in p.all("a", of="m")
        if {"m-actor", "m-term"} & a.classes
    ]
    assert links
    return {a.text() for a in links if "m-suggested" in a.classes}


def test_what_nobody_has_read_is_listed_with_its_sentence(small):
    listed = mentions(small).output
    assert "s1  " in listed and "lei-jun: 雷军" in listed
    assert "雷军回应小米KOL投放争议" in listed
    assert not (small / FILE).exists()


def test_nothing_is_confirmed_before_the_segments_have_their_numbers(tmp_path):
    """They might move to words that nobody has read."""
    unnumbered = copy_small(tmp_path / "unnumbered")
    before = files_below(unnumbered / "editorial")
    result = mentions(unnumbered, "--confirm", "human")
    assert result.exit_code == 1 and "Run `casebook sync` first" in result.output
    assert files_below(unnumbered / "editorial") == before


def test_what_was_read_is_printed_as_confirmed(small):
    assert "雷军" in suggested_links(small)
    result = mentions(small, "--confirm", "assisted")
    assert result.exit_code == 0 and " mentions confirmed" in result.output
    assert (
        "Nothing to confirm: all that is suggested has been read."
        in mentions(small, "--confirm", "human").output
    )
    assert re.search(
        r"\b\d+ mentions? read before confirmed anew$",
        mentions(small, "--confirm", "human", "--again").output.strip(),
    )
    assert suggested_links(small) == set()
    assert "0 mentions to read" in mentions(small).output
    assert build(small).faults == ()


def test_a_new_name_in_a_read_text_is_a_suggestion_again(small):
    mentions(small, "--confirm", "human")
    before = (small / FILE).read_text(encoding="utf-8")
    record = "id: host\nkind: group\nnames: {en: The stream, zh-Hans: 直播}\ndescription: {en: X, zh-Hans: 某}\n"
    (small / "editorial/actors/host.yml").write_text(record, encoding="utf-8")
    assert suggested_links(small) == {"直播"}
    mentions(small, "--confirm", "assisted")
    assert suggested_links(small) == set()
    added = set((small / FILE).read_text(encoding="utf-8").splitlines()) - set(before.splitlines())
    assert "  origin: assisted" in added and any("host" in line for line in added)


def test_a_reading_of_a_segment_that_nothing_knows_is_told_once_with_its_line(small):
    mentions(small, "--confirm", "human")
    lines = (small / FILE).read_text(encoding="utf-8").splitlines()
    (small / FILE).write_text(
        "\n".join([*lines, "    s99: [lei-jun, xiaomi]"]) + "\n", encoding="utf-8"
    )
    (problem,) = build(small).faults
    assert str(problem).startswith(
        f"{FILE}:{len(lines) + 1} – There is no segment s99, and translation.po has no entry of it."
    )
    assert problem.code == "segment-unknown"


def test_a_name_whose_record_cannot_be_read_is_told_once_and_not_in_each_segment(small):
    mentions(small, "--confirm", "human")
    record = small / "editorial/actors/lei-jun.yml"
    record.write_text(
        record.read_text(encoding="utf-8").replace("kind: person", "kind: hero"), encoding="utf-8"
    )
    assert [p.code for p in build(small).faults] == ["value-unknown"]


def test_a_name_whose_record_is_gone_is_told_once_with_its_lines(small):
    mentions(small, "--confirm", "human")
    text = (small / FILE).read_text(encoding="utf-8")
    assert text.count("xiaomi") > 1
    (small / FILE).write_text(text.replace("xiaomi", "xiaomo"), encoding="utf-8")
    (problem,) = [p for p in build(small).faults if "xiaomo" in p.what]
    assert problem.code == "id-unknown" and problem.what.endswith(
        f"“xiaomo”, which 3 places name: {FILE}:5, 7, 8"
    )


def test_a_rejected_mention_is_not_recorded(small):
    decisions = small / "editorial/sources/kol-zh/annotations.yml"
    text = decisions.read_text(encoding="utf-8")
    decisions.write_text(
        text.replace(
            "mentions:\n",
            "mentions:\n  - {quote: 公关部, decision: reject}\n  - {quote: 徐洁云, decision: reject}\n",
        ),
        encoding="utf-8",
    )
    mentions(small, "--confirm", "human")
    assert "xu-jieyun" not in (small / FILE).read_text(encoding="utf-8")


@pytest.mark.parametrize("options", [(), ("--confirm", "human")])
def test_an_unknown_source_is_told_with_those_there_are(small, options):
    result = CliRunner().invoke(main, ["mentions", "kol", *options, "--root", str(small)])
    assert result.exit_code == 2
    assert "There is no source “kol”. There are: kol-zh, leak-en" in result.output


@pytest.mark.parametrize("record", ["actors/lei-jun", "actors/xiaomi", "glossary/kol"])
def test_a_record_that_is_gone_is_one_problem_with_all_the_places_that_name_it(small, record):
    mentions(small, "--confirm", "human")
    (small / f"editorial/{record}.yml").unlink()
    (problem,) = build(small).faults
    id = record.partition("/")[2]
    assert (
        problem.code == "id-unknown" and f"“{id}”, which " in problem.what and FILE in problem.what
    )
    assert (
        problem.hint
        == "Restore its record; or, if it has another id now, write that in all these places"
    )
    assert (
        len(problem.files) == len({place.file for place in problem.also} | {problem.place.file})
        and FILE in problem.files
    )
