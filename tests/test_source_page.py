"""A source's page leaves nothing out: every line of the seed, all that is hidden, each emendation,
and whatever an editor is not sure of.
"""

import hashlib

import pytest

from build_tools.pipeline import build
from tests.conftest import copy_small, parsed

SEED = "渡轮公司致歉\n\n公司周二表示,时刻表印错了。举报 分享 徐洁云会退票。\n\n作者:某甲\n责任编辑:某乙\n公司没有再说什么。\n"
FILES = {
    "source": "hidden:\n  - {quote: 举报 分享, kind: furniture, reason: {en: Buttons, zh-Hans: 按钮}}\n"
    "  - {quote: '作者:某甲 责任编辑:某乙', kind: furniture, reason: {en: Credits, zh-Hans: 署名}}\n",
    "emendations": "- {quote: 周二, reading: 星期二, kind: sense, certainty: corroborated, reason: {en: As other papers have it., zh-Hans: 他报如此。}}\n"
    "- {quote: 印错, reading: 印刷错误, kind: sense, certainty: inferred, reason: {en: The usual words., zh-Hans: 通常说法。}}\n",
    "annotations": "mentions:\n  - {quote: 徐洁云, decision: confirm, certainty: inferred, reason: {en: Others bear the name., zh-Hans: 另有同名者。}}\n",
}


def built_with(root, raw: bytes, files: dict[str, str]) -> dict[str, str]:
    """The pages of the small archive with one more text, and what editors say of it."""
    copy_small(root)
    (root / "seeds" / "ferry.txt").write_bytes(raw)
    (root / "editorial" / "sources" / "ferry").mkdir()
    for name, text in files.items():
        (root / "editorial" / "sources" / "ferry" / f"{name}.yml").write_text(
            text, encoding="utf-8"
        )
    built = build(root)
    assert built.faults == ()
    return built.pages


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    return built_with(tmp_path_factory.mktemp("page") / "archive", SEED.encode(), FILES)


@pytest.fixture(scope="module")
def page(pages):
    return parsed(pages["sources/ferry.md"])


def rows(page, section):
    return list(page.first("section", of=section).all("li"))


def test_each_line_of_the_seed_stands_there_once_and_whole_also_where_some_of_it_is_hidden(page):
    assert [
        row.first("code").text() for row in page.first("details", id="seed").all("li")
    ] == SEED.split("\n")


def test_hidden_words_are_struck_through_in_their_own_lines_and_no_others_are(page):
    struck = {
        row.attributes["id"]: "".join(each.text() for each in row.all("del"))
        for row in page.first("details", id="seed").all("li")
    }
    assert {line: words.strip() for line, words in struck.items() if words.strip()} == {
        "l3": "举报 分享",
        "l5": "作者:某甲",
        "l6": "责任编辑:某乙",
    }


def test_all_that_an_editor_hides_is_listed_with_its_line_and_reason(page):
    listed = [
        (row.first("a").attributes["href"], row.first(of="cb-found").text(), row.text())
        for row in rows(page, "cb-debris")
    ]
    assert [each[:2] for each in listed] == [
        ("#l3", "举报 分享"),
        ("#l5", "作者:某甲\n责任编辑:某乙"),
    ]
    assert "Buttons" in listed[0][2] and "Credits" in listed[1][2]


def test_each_emendation_of_one_sentence_is_in_the_apparatus_with_its_certainty_and_reason(page):
    listed = [
        (row.attributes["id"], row.first(of="cb-found").text(), row.first(of="cb-read").text())
        for row in rows(page, "cb-apparatus")
    ]
    assert listed == [("e1", "周二", "星期二"), ("e2", "印错", "印刷错误")]
    said = [row.text() for row in rows(page, "cb-apparatus")]
    assert (
        "corroborated" in said[0]
        and "As other papers" in said[0]
        and "inferred" in said[1]
        and "The usual words" in said[1]
    )
    links = [
        a
        for a in page.all("a", of="m-emended")
        if a.parent and a.parent.attributes.get("lang") == "zh-Hans"
    ]
    assert [(a.text(), a.attributes["href"], "m-inferred" in a.classes) for a in links] == [
        ("星期二", "#e1", False),
        ("印刷错误", "#e2", True),
    ]


def test_a_name_that_an_editor_confirms_with_a_doubt_looks_uncertain_and_is_listed_with_the_reason(
    page,
):
    (row,) = rows(page, "cb-uncertain")
    assert (
        row.first("q").text() == "徐洁云"
        and "Others bear the name." in row.text()
        and "inferred" in row.text()
    )
    link = next(a for a in page.all("a", of="m-actor") if a.text() == "徐洁云")
    assert (
        "m-uncertain" in link.classes
        and "m-suggested" not in link.classes
        and link.attributes["data-sure"] == "inferred"
    )


def test_the_page_of_the_name_marks_that_mention_as_uncertain_and_no_other(pages):
    places = [
        (row.first("a", of="cb-where").attributes["href"], "m-uncertain" in row.classes)
        for row in parsed(pages["actors/xu-jieyun.md"]).all("li", of="cb-kwic")
    ]
    assert (
        len(places) > 1
        and {uncertain for href, uncertain in places if "ferry" in href} == {True}
        and {uncertain for href, uncertain in places if "ferry" not in href} == {False}
    )


def test_the_numbers_in_a_segments_fold_are_those_of_the_cards_that_name_it(tmp_path):
    """The evidence of the small archive's events and roles rests on its Chinese text."""
    pages = build(copy_small(tmp_path)).pages
    cards = parsed(
        next(
            text
            for name, text in pages.items()
            if name.startswith("sources/kol-zh") and 'class="cb-rests"' in text
        )
    )
    folds = [
        (segment.attributes["id"], fold.attributes["data-rests"].split(" "))
        for segment in parsed(pages["sources/kol-zh.md"]).all("div", of="cb-seg")
        for fold in segment.all("a", of="cb-references")
    ]
    at = {
        card.attributes["id"]: card.attributes["data-at"].split(" ")
        for card in cards.first("ul", of="cb-rests").all("li")
    }
    assert (
        folds
        and {
            f"b{number}": segments
            for number, segments in (
                (n, [id for id, those in folds if n in those])
                for n in sorted({n for _, those in folds for n in those})
            )
        }
        == at
    )


def test_the_sum_is_that_of_the_files_bytes_whatever_is_settled_in_reading_it(tmp_path):
    raw = ("\ufeff" + SEED.replace("\n", "\r\n") + "Cafe\u0301 says it is sorry.\r\n").encode()
    page = built_with(tmp_path, raw, {})["sources/ferry.md"]
    assert f"SHA-256 {hashlib.sha256(raw).hexdigest()}" in page and "Café says" in page


ACTIVE = '<b onclick=x()>"{}</b>'
MARKED = {
    "source": f"hidden:\n  - {{quote: '分享{ACTIVE.format(1)}', kind: furniture, reason: {{en: Buttons, zh-Hans: 按钮}}}}\n",
    "emendations": f"- {{quote: '印错{ACTIVE.format(2)}', reading: '印{ACTIVE.format(3)}', kind: sense, certainty: inferred, reason: {{en: X, zh-Hans: 某}}}}\n",
    "annotations": f"mentions:\n  - {{quote: '徐{ACTIVE.format(4)}', decision: add, target: xu-jieyun, certainty: inferred, reason: {{en: X, zh-Hans: 某}}}}\n",
}


def test_markup_in_words_that_are_hidden_emended_or_named_acts_on_no_page_and_stands_there_as_it_is(
    tmp_path,
):
    seed = f"渡轮公司致歉\n\n公司表示,时刻表印错{ACTIVE.format(2)}了。分享{ACTIVE.format(1)} 徐{ACTIVE.format(4)}会退票。\n"
    pages = {
        name: parsed(text)
        for name, text in built_with(tmp_path, seed.encode(), MARKED).items()
        if name.endswith((".md", ".html"))
    }
    for name, page in pages.items():
        assert [
            e.tag for e in page.all() if any(key.startswith("on") for key in e.attributes)
        ] == [], name
    source = pages["sources/ferry.md"]
    assert rows(source, "cb-debris")[0].first(of="cb-found").text() == f"分享{ACTIVE.format(1)}"
    found, read = (
        rows(source, "cb-apparatus")[0].first(of=each).text() for each in ("cb-found", "cb-read")
    )
    assert (found, read) == (f"印错{ACTIVE.format(2)}", f"印{ACTIVE.format(3)}")
    assert next(a.attributes["title"] for a in source.all("a", of="m-emended")).endswith(found)
    assert f"徐{ACTIVE.format(4)}" in [
        mark.text() for mark in pages["actors/xu-jieyun.md"].all("mark")
    ]
