"""What a reader takes along: sentences found by the browser, selected and copied, without numbers,
signs and pinyin.
"""

import pytest

from build_tools.pipeline import open_archive
from tests.browser.asking import opened
from tests.browser.page_types import COMMENTARY, LEAK, SNIPPETS, SOURCES
from tests.conftest import SHOWCASE, copy_project

LANGS = {"hans": "zh-Hans", "tw": "zh-Hant-TW", "hk": "zh-Hant-HK"}
_TRY = """async (expected) => {
  const faults = [];
  for (const [id, lang, sentence, words] of expected) {
    const text = document.querySelector(`#${id} .cb-side > [lang="${lang}"]`);
    getSelection().removeAllRanges();
    if (!window.find(sentence, true, false, true)) faults.push(`${id} ${lang} not found`);
    getSelection().selectAllChildren(text);
    document.execCommand("copy");
    const copied = await navigator.clipboard.readText();
    if (copied !== words) faults.push(`${id} ${lang}: ${copied}`);
  }
  return faults;
}"""
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"], "locale": "en-GB"}


@pytest.fixture(scope="session")
def sentences(tmp_path_factory):
    """(page, language) -> (segment, language, its words, these behind their list mark) of all
    sentences, as the archive has them.
    """
    found = {}
    for id, source in open_archive(
        copy_project(tmp_path_factory.mktemp("texts"), SHOWCASE)
    ).sources.items():
        for each in source.text:
            for rendition in each.renditions:
                if rendition.text:
                    one = (
                        each.segment.id,
                        rendition.lang,
                        rendition.text,
                        f"{each.segment.lead} {rendition.text}".strip(),
                    )
                    found.setdefault((f"archive/sources/{id}.html", rendition.lang), []).append(one)
    return found


@pytest.mark.parametrize(
    ("zh", "pinyin"), [("hans", "off"), ("tw", "off"), ("hk", "off"), ("hans", "on")]
)
def test_every_sentence_is_found_and_copied_as_it_is(open_page, sentences, site, zh, pinyin):
    page, tried = open_page("404.html", **CLIPBOARD), 0
    for path in SOURCES:
        expected = [
            *sentences[path, LANGS[zh]],
            *(sentences.get((path, "en"), []) if zh == "hans" else []),
        ]
        page.goto(f"{site}{path}?zh={zh}&view=both&pinyin={pinyin}")
        assert page.evaluate(_TRY, expected) == [], path
        tried += len(expected)
    assert tried > (200 if zh == "hans" else 100)


def dragged(page, start, end):
    """What the clipboard holds after a drag with the mouse from the first letter of one element to
    the last of another.
    """
    page.set_viewport_size({"width": 1440, "height": 2600})
    corner = """([selector, last]) => { const text = document.querySelector(selector), range = document.createRange();
        range.selectNodeContents(text); const boxes = [...range.getClientRects()].filter(box => box.width > 1), box = boxes[last ? boxes.length - 1 : 0];
        return [last ? box.right - 1 : box.left + 1, box.top + box.height / 2] }"""
    (x, y), (to_x, to_y) = page.evaluate(corner, [start, False]), page.evaluate(corner, [end, True])
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 30, y, steps=3)
    page.mouse.move(to_x, to_y, steps=5)
    page.mouse.up()
    page.keyboard.press("Control+C")
    return page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("layout", ["side", "inter"])
@pytest.mark.parametrize(("side", "lang", "between"), [("zh", "zh-Hans", ""), ("en", "en", " ")])
def test_a_selection_stays_in_the_language_in_which_it_begins(
    open_page, sentences, layout, side, lang, between
):
    page = open_page(f"{SNIPPETS}?zh=hans&view=both&layout={layout}", **CLIPBOARD)
    words = {id: text for id, _, text, _ in sentences[SNIPPETS, lang]}
    copied = dragged(page, f"#s1 .cb-{side} > [lang='{lang}']", f"#s6 .cb-{side} > [lang='{lang}']")
    assert copied == "\n".join(
        [words["s1"], between.join(words[s] for s in ("s2", "s3", "s4")), words["s5"], words["s6"]]
    )


def test_a_sentence_that_begins_with_a_link_can_be_selected_from_its_first_letter(
    open_page, sentences
):
    page = open_page(SNIPPETS + "?zh=tw&view=zh", **CLIPBOARD)
    assert page.locator("#s1 .cb-side > [lang=zh-Hant-TW] > a:first-child").count() == 1
    assert (
        dragged(page, "#s1 .cb-side > [lang=zh-Hant-TW]", "#s1 .cb-side > [lang=zh-Hant-TW]")
        == sentences[SNIPPETS, "zh-Hant-TW"][0][2]
    )


def test_what_the_whole_page_copies_has_no_signs_of_ours_between_the_sentences(open_page):
    page = open_page(COMMENTARY + "?zh=hans&view=zh", **CLIPBOARD)
    page.keyboard.press("Control+A")
    page.keyboard.press("Control+C")
    lines = page.evaluate("navigator.clipboard.readText()").split("\n")
    at = lines.index("禾鹭的反应很快。")
    between = [line for line in lines[at - 3 : at + 6] if line]
    assert all(len(line) > 6 for line in between), between
    assert not set("\u2060◆≠") & set("".join(lines[: lines.index("原始文本（照录）")]))


def test_a_selection_that_the_keyboard_extends_stays_in_its_language_too(open_page, sentences):
    page = open_page(LEAK + "?view=both&zh=hans", **CLIPBOARD)
    words = {id: text for id, _, text, _ in sentences[LEAK, "en"]}
    page.locator("#s2 .cb-en > [lang]").dblclick(position={"x": 300, "y": 38})
    for _ in range(14):
        page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Control+C")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert words["s3"] in copied and not any("\u4e00" <= char <= "\u9fff" for char in copied)


@pytest.mark.parametrize("sign", [{"isComposing": True}, {"keyCode": 229}])
def test_enter_that_ends_a_composition_leaves_nothing(open_page, sign):
    page = opened(open_page, SNIPPETS)
    page.locator(".cb-search input[type=search], .cb-search input").first.fill("禾鹭")
    page.wait_for_selector(".cb-hit")
    before = page.url
    page.evaluate(
        """(sign) => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...sign }))""",
        sign,
    )
    page.evaluate(
        """(sign) => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, cancelable: true, ...sign }))""",
        sign,
    )
    page.wait_for_timeout(150)
    assert (
        page.url.split("#")[0] == before.split("#")[0]
        and page.locator(".cb-search[open]").count() == 1
    )
    assert page.locator('.cb-hit[aria-selected="true"]').count() == 0, (
        "the arrows are the input method's too"
    )
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.split("?")[0] != before.split("?")[0])
