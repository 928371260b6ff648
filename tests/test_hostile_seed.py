"""Seed text is data: whatever it contains, its page is inert and whole. One build for all."""

import re

import pytest

from build_tools.readers.seeds import read_seeds, seed_id
from tests.conftest import SITE, content, copy_project, parsed, run, seed_as_found
from tests.hostile_seeds import DECLARED, HOSTILE

IDS = {name: seed_id(name) for name in HOSTILE}
INERT = {
    "html",
    "entities",
    "title",
    "quotes",
    "markdown",
    "snippets",
    "jinja",
    "front-matter",
    "urls",
    "marks",
    "placeholders",
}
ALLOWED = {
    "div",
    "header",
    "p",
    "a",
    "span",
    "h1",
    "h2",
    "h3",
    "h4",
    "nav",
    "dl",
    "dt",
    "dd",
    "code",
    "aside",
    "section",
    "ul",
    "ol",
    "li",
    "details",
    "summary",
    "del",
    "time",
    "strong",
    "q",
    "br",
    "wbr",
}
"""What the archive's own template makes; a seed must add nothing to it."""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """(folder, what `mkdocs build` said)"""
    root = copy_project(tmp_path_factory.mktemp("hostile"), SITE)
    for name, (text, _) in HOSTILE.items():
        (root / "seeds" / f"{name}.txt").write_bytes(text.encode())
    for id, language in DECLARED.items():
        (root / "editorial" / "sources" / id).mkdir()
        (root / "editorial" / "sources" / id / "source.yml").write_text(
            f"language: {language}\n", encoding="utf-8"
        )
    return root, run(root, "mkdocs", "build")


@pytest.fixture(scope="module")
def pages(built):
    root = built[0]
    folder = root / "site" / "archive" / "sources"
    return {name: (folder / f"{id}.html").read_text(encoding="utf-8") for name, id in IDS.items()}


@pytest.fixture(scope="module")
def trees(pages):
    return {name: parsed(html) for name, html in pages.items()}


def test_all_of_them_build(built):
    output = built[1]
    assert output.returncode == 0 and "Traceback" not in output.stderr, output.stderr
    told = [
        line
        for line in output.stderr.splitlines()
        if re.match(r"(WARNING|ERROR)", line) and ("seeds/" in line or "sources/" in line)
    ]
    assert told == [], "a seed alone is never a problem"


@pytest.mark.parametrize("name", HOSTILE)
def test_the_words_stand_literally_in_the_seed_section(name, trees):
    seed = "\n".join(shown + hidden for shown, hidden in seed_as_found(trees[name]))
    for words in HOSTILE[name][1]:
        assert words in seed or all(line in seed for line in words.split("\n")), words


@pytest.mark.parametrize("name", HOSTILE)
def test_no_letter_of_the_seed_is_missing_from_its_text_and_debris(name, trees):
    page = trees[name]
    shown, hidden = ("".join(content(line[n]) for line in seed_as_found(page)) for n in (0, 1))
    sides = [segment.first("div", of="cb-is-source") for segment in page.all("div", of="cb-seg")]
    texts = [[content(re.sub(r"\s", "", p.text("m-cut"))) for p in side.words()] for side in sides]
    at = 0
    for ways in texts:
        way = next((w for w in ways if shown.startswith(w, at)), None)
        assert way is not None, f"{ways[0][:80]!r} is not {shown[at : at + 80]!r}"
        at += len(way)
    assert at == len(shown)
    assert (
        content(
            "".join(
                li.first(of="cb-found").text()
                for s in page.all("section", of="cb-debris")
                for li in s.all("li")
            )
        )
        == hidden
    )


def _article(tree):
    return tree.first("div", of="cb-source")


@pytest.mark.parametrize("name", HOSTILE)
def test_the_page_holds_no_element_and_no_attribute_but_the_archives_own(name, trees):
    for element in _article(trees[name]).all():
        assert element.tag in ALLOWED, element.tag
        assert not [key for key in element.attributes if key.startswith("on") or key == "style"], (
            element.attributes
        )
        assert "evil" not in " ".join([*element.classes, element.attributes.get("id", "")])
        href = element.attributes.get("href", "")
        assert not re.match(r"\s*(javascript|data|https?|//)", href), href


@pytest.mark.parametrize("name", HOSTILE)
def test_the_frame_around_the_text_is_that_of_any_page(name, trees):
    frame, usual = (
        [
            e.tag
            for e in tree.all()
            if e.tag
            in ("script", "iframe", "img", "form", "meta", "link", "title", "style", "base")
        ]
        for tree in (trees[name], trees["one-letter"])
    )
    assert frame == usual
    assert len(list(trees[name].all("main"))) == 1 and len(list(trees[name].all("footer"))) == len(
        list(trees["one-letter"].all("footer"))
    )


@pytest.mark.parametrize("name", HOSTILE)
def test_the_page_says_first_that_only_our_own_files_may_run_and_be_loaded(name, trees):
    first = next(each for each in trees[name].first("head").children if not isinstance(each, str))
    assert first.attributes["http-equiv"] == "Content-Security-Policy"
    policy = dict(each.strip().split(" ", 1) for each in first.attributes["content"].split(";"))
    assert policy["default-src"] == policy["base-uri"] == policy["form-action"] == "'none'"
    assert (
        policy["script-src"] == policy["style-src"] == "'self' file:"
        and policy["img-src"] == "'self' file: data:"
        and len(policy) == 6
    )


@pytest.mark.parametrize("name", sorted(INERT))
def test_the_title_shows_the_words_as_they_are(name, trees):
    first = HOSTILE[name][0].split("\n")[0].strip()
    title, heading = trees[name].first("title").text(), _article(trees[name]).first("h1").text()
    assert content(first)[:40] in content(heading)
    assert content(first)[:40] in content(title), title


def test_the_search_holds_no_markup_and_no_hidden_characters_of_a_seed(built):
    files = [
        path.read_text(encoding="utf-8")
        for path in (built[0] / "site" / "archive" / "search").glob("*.js")
    ]
    assert files
    for text in files:
        assert "<" not in text
        assert not re.search(
            r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]", text
        )


def test_control_and_direction_characters_become_visible(pages):
    for name in ("controls", "bidi"):
        article = pages[name][pages[name].index('class="cb-source') :]
        assert not re.search(
            r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200f\u202a-\u202e\u2066-\u2069]", article
        )


@pytest.mark.parametrize("name", HOSTILE)
def test_a_seed_alone_gets_segments_with_ids_and_labels(name, trees):
    page = trees[name]
    segments = list(page.all("div", of="cb-seg"))
    ids = [segment.attributes["id"] for segment in segments]
    assert ids == [f"s{n}" for n in range(1, len(ids) + 1)] and ids
    every = [e.attributes["id"] for e in page.all() if "id" in e.attributes]
    assert len(every) == len(set(every)), "an id stands twice"
    for segment in segments[:20]:
        assert segment.first("a", of="cb-no").attributes["href"] == f"#{segment.attributes['id']}"
        assert len(list(segment.all("div", of="cb-side"))) == 1 and not list(
            segment.all("div", of="cb-is-translation")
        ), "nobody has translated it"
    said = [notice.text() for notice in page.all("aside", of="cb-untranslated")]
    assert bool(list(page.all("div", of="cb-gloss"))) == any(
        "not a translation" in words for words in said
    ), "glosses say what they are"


def test_a_name_in_a_seed_that_nobody_has_touched_is_suggested_and_glossed(trees):
    link = next(a for a in trees["many-lines"].all("a", of="m-actor") if a.text() == "小米")
    assert "m-suggested" in link.classes and link.attributes["href"].startswith("../actors/xiaomi")
    assert "Xiaomi" in trees["many-lines"].first("div", of="cb-gloss").text()


def _rendition(page, lang: str) -> str:
    return "".join(
        p.text() for side in page.all("div", of="cb-is-source") for p in side.words(lang=lang)
    )


def test_traditional_text_is_recognised_and_converted_once(trees):
    page = trees["小米 说明"]
    assert (
        _rendition(page, "zh-Hans")
        == "说明：雷军回应小米KOL投放争议。网友表示抵制，后来发布了声明，说明了情况。"
    )
    assert (
        _rendition(page, "zh-Hant-TW")
        == "說明：雷軍回應小米KOL投放爭議。網友表示抵制，後來發佈了聲明，說明了情況。"
    )
    assert "說明瞭" not in page.text()


def test_declared_taiwan_text_stays_as_it_is_in_taiwan_script(trees):
    page = trees["taiwan"]
    assert _rendition(page, "zh-Hant-TW") == HOSTILE["taiwan"][0]
    assert _rendition(page, "zh-Hans") == "说明：雷军回应小米网路投放争议，里面说明了一台车的情况。"
    assert "說明瞭" not in page.text() and "裏面説明了一" in _rendition(page, "zh-Hant-HK")


def test_columns_count_the_characters_of_the_file_not_those_of_nfc(built):
    seed = next(s for s in read_seeds(built[0] / "seeds")[0] if s.id == "combining")
    raw = HOSTILE["combining"][0]
    for word in ("小米", "Xiaomi", "crise", "la"):
        at = seed.text.index(word)
        line = raw.split("\n")[seed.line(at) - 1]
        assert line[seed.column(at) - 1 :].startswith(word)
