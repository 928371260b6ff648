"""A hundred more seeds: what grows with the archive is shown in part, says so, and leads to the
rest.
"""

import re

import pytest

from build_tools.model.dates import Date
from build_tools.pages.excerpts import EACH, LEAF, PLACES, SOURCES, WORDS
from build_tools.pipeline import build
from tests.conftest import copy_small, parsed, run

MORE = LEAF + 10
LONG = PLACES + 15


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = copy_small(tmp_path_factory.mktemp("large") / "archive")
    for number in range(MORE):
        words = f"第{number}篇：1月5日小米在后台公开回应。" if number else "雷军说到小米。\n" * LONG
        (folder / "seeds" / f"more-{number:03d}.txt").write_text(words + "\n", encoding="utf-8")
    for at in range(WORDS + 10):
        (folder / "seeds" / f"word-{at:03d}.txt").write_text(
            f"有{chr(0x6C60 + at)}后{chr(0x6DF0 + at)}。\n", encoding="utf-8"
        )
    return folder


@pytest.fixture(scope="module")
def built(folder):
    built = build(folder)
    assert not [p for p in built.problems if p.severity == "error"], (
        "and every link leads somewhere"
    )
    return built


def test_the_list_of_sources_goes_on_from_leaf_to_leaf(built):
    sources = {
        name.removeprefix("sources/").removesuffix(".md")
        for name in built.pages
        if re.fullmatch(r"sources/[^.]+\.md", name)
    } - {"index"}
    leaves = {
        name: parsed(page)
        for name, page in built.pages.items()
        if re.fullmatch(r"sources/index(\.\d+)?\.md", name)
    }
    assert set(leaves) == {"sources/index.md", "sources/index.2.md"}
    listed = [
        a.attributes["href"]
        for page in leaves.values()
        for h2 in page.all("h2")
        for a in h2.all("a")
    ]
    assert len(listed) == len(set(listed)) == len(sources) > LEAF
    for page in leaves.values():
        assert [a.attributes["href"] for a in page.first("nav", of="cb-leaves").all("a")] == [
            name.removeprefix("sources/").replace(".md", ".html")
            for name in leaves
            if leaves[name] is not page
        ]


def test_a_page_prints_the_richest_mentions_and_leads_to_the_others(built):
    page = parsed(built.pages["actors/lei-jun.md"]) if "actors/lei-jun.md" in built.pages else None
    assert page, "the small archive has a record of 雷军"
    section = page.first("section", of="cb-mentions")
    assert len(list(section.all("li", of="cb-kwic"))) <= PLACES * SOURCES
    assert str(LONG - PLACES) in [
        count.text()
        for p in section.all("p", of="cb-more")
        for count in p.all("span", of="cb-count")
    ]
    xiaomi = parsed(built.pages["actors/xiaomi.md"]).first("section", of="cb-mentions")
    assert len(list(xiaomi.all("h3"))) == SOURCES
    more = [
        p
        for p in xiaomi.all("p", of="cb-more")
        if any("?q=" in a.attributes["href"] for a in p.all("a"))
    ]
    named_in = {s.source for s in built.archive.seen("actor", "xiaomi")}
    assert [p.first("span", of="cb-count").text() for p in more] == [str(len(named_in) - SOURCES)]
    assert any(
        "more-000" in a.attributes["href"] for h3 in xiaomi.all("h3") for a in h3.all("a")
    ), "the richest source is not left out"


def test_a_year_names_a_few_places_of_each_date_and_says_how_many_more(built):
    day = next(
        li
        for li in parsed(built.pages["timeline/XXXX.md"]).all("li")
        if li.attributes.get("id") == "dXXXX-01-05"
    )
    links = [a for a in day.all("a") if "sources/" in a.attributes["href"]]
    assert len(links) == EACH
    assert f"+{len(built.archive.seen('date', Date('XXXX-01-05'))) - EACH}" in day.text()


def test_the_script_page_prints_the_most_frequent_words_and_the_command_lists_all(built, folder):
    page = built.pages["script.md"]
    row = next(tr for tr in parsed(page).all("tr") if tr.attributes.get("id") == "c后")
    shown = list(row.first("ul", of="cb-contexts").all("li"))
    assert len(shown) == WORDS
    assert any("公開回應" in li.text() and f"+{MORE - 1 - EACH}" in li.text() for li in shown), (
        row.text()
    )
    assert "casebook script 后" in row.text()
    listed = run(folder, "build_tools", "script", "后").stdout
    assert "word-009 s1" in listed and "word-069 s1" in listed
    simplified = [
        r.text
        for source in built.archive.sources.values()
        for each in source.text
        if (r := each.rendition("zh-Hans")).derivation != "conversion"
    ]
    whole = "".join(simplified).count("后")
    assert f"{whole} places" in listed
