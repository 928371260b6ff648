"""Reading settings: the legend and its switches, one language covered until tapped, pinyin; and
bars that fit.
"""

import itertools

import pytest

from tests.browser.page_types import COMMENTARY, LEAK, SNIPPETS
from tests.browser.settling import settled


def choose(page, name, value):
    """A choice in the settings behind 阅."""
    page.locator(".cb-aids-open").click()
    page.locator(f'.cb-aids label:has(input[name="{name}"][value="{value}"])').click()
    page.keyboard.press("Escape")


def test_the_legend_opens_from_the_bar_and_explains_every_kind_of_mark(open_page):
    page = open_page(COMMENTARY, locale="en-GB")
    assert not page.locator("#aids").is_visible()
    page.locator(".cb-aids-open").click()
    words = page.locator("#aids").inner_text()
    for expected in (
        "person, organization",
        "glossary",
        "timeline",
        "event",
        "editor has changed",
        "contradict",
    ):
        assert expected in words, expected
    page.keyboard.press("Escape")
    assert not page.locator("#aids").is_visible()


def test_the_legend_opens_without_javascript_and_switches_marks_off(open_page):
    page = open_page(COMMENTARY, java_script_enabled=False)
    page.locator(".cb-aids-open").click()
    page.locator('#aids input[name="mark"][value="name"]').uncheck()
    assert (
        page.evaluate(
            "getComputedStyle(document.querySelector('#s13 a.m-actor')).textDecorationLine"
        )
        == "none"
    )


@pytest.mark.parametrize(
    ("kind", "mark"),
    [
        ("name", "#s13 .cb-en a.m-actor"),
        ("term", "#s13 .cb-en a.m-term"),
        ("date", "#s13 .cb-en a.m-date"),
    ],
)
def test_a_kind_of_mark_that_is_off_is_plain_text_and_no_stop_of_the_keyboard(
    open_page, kind, mark
):
    page = open_page(COMMENTARY, locale="en-GB")
    choose(page, "mark", kind)
    style = page.locator(mark).first.evaluate(
        "it => [getComputedStyle(it).textDecorationLine, getComputedStyle(it).pointerEvents, it.tabIndex]"
    )
    assert style == ["none", "none", -1]
    choose(page, "mark", kind)
    assert page.locator(mark).first.evaluate("it => it.tabIndex") == 0


def test_events_emendations_and_fold_marks_can_be_switched_off(open_page):
    page = open_page(LEAK, locale="en-GB")
    for kind in ("event", "emendation", "claim"):
        choose(page, "mark", kind)
    assert page.locator(".cb-text .m-event:visible").count() == 0
    assert page.locator(".cb-text .cb-references:visible").count() == 0
    assert page.evaluate(
        "getComputedStyle(document.querySelector('#s4 a.m-emended')).borderTopColor"
    ).endswith(", 0)")


def test_what_is_switched_off_stays_off_on_the_next_page(open_page):
    page = open_page(COMMENTARY, locale="en-GB")
    choose(page, "mark", "term")
    page.goto(page.url.split("?")[0].replace("label-commentary", "label-snippets"))
    assert page.evaluate("document.documentElement.dataset.off") == "term"
    assert not page.locator('#aids input[value="term"]').is_checked()


def test_one_language_can_be_covered_until_tapped(open_page):
    page = open_page(COMMENTARY + "#s13", locale="en-GB")
    settled(page)
    before = page.locator("#s20").bounding_box()
    choose(page, "veil", "en")
    assert not page.locator("#s13 .cb-en p").is_visible()
    assert page.locator("#s13 .cb-zh p[lang=zh-Hans]").is_visible()
    height = page.locator("#s13").bounding_box()["height"]
    page.locator("#s13 .cb-veil").click()
    assert page.locator("#s13 .cb-en p").is_visible()
    assert not page.locator("#s14 .cb-en p").is_visible(), "one segment at a time"
    assert page.locator("#s13").bounding_box()["height"] == height, "nothing moves"
    assert abs(page.locator("#s20").bounding_box()["y"] - before["y"]) < 400


def test_the_cover_is_lifted_by_keyboard_and_says_what_it_is(open_page):
    page = open_page(COMMENTARY + "?veil=zh", locale="en-GB")
    cover = page.locator("#s13 .cb-veil")
    assert cover.get_attribute("aria-expanded") == "false" and "Show" in cover.inner_text()
    cover.focus()
    page.keyboard.press("Enter")
    assert page.locator("#s13 .cb-zh p[lang=zh-Hans]").is_visible()
    assert cover.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Enter")
    assert not page.locator("#s13 .cb-zh p[lang=zh-Hans]").is_visible()


def test_the_only_language_is_never_covered(open_page):
    page = open_page(COMMENTARY + "?veil=en&view=en", locale="en-GB")
    assert page.locator("#s13 .cb-en p").is_visible()


@pytest.mark.parametrize(
    ("zh", "lang"), [("hans", "zh-Hans"), ("tw", "zh-Hant-TW"), ("hk", "zh-Hant-HK")]
)
def test_pinyin_stands_over_the_chosen_script(open_page, zh, lang):
    page = open_page(COMMENTARY + f"?zh={zh}")
    assert page.locator("ruby").count() == 0
    choose(page, "pinyin", "on")
    sounds = page.eval_on_selector_all(
        f'#s12 p[lang="{lang}"] rt', "all => all.map(rt => rt.dataset.sound)"
    )
    assert sounds == ["hé", "lù", "de", "fǎn", "yìng", "hěn", "kuài"]
    assert page.locator(f'p:not([lang="{lang}"]) ruby').count() == 0


def test_every_han_character_of_every_script_has_its_own_syllable(open_page, site):
    page = open_page("404.html")
    for path in (COMMENTARY, LEAK, SNIPPETS):
        page.goto(site + path + "?pinyin=on&zh=hk")
        assert (
            page.evaluate("""() => {
            const HAN = /[\\u4e00-\\u9fff]/;
            return [...document.querySelectorAll('[data-ruby]')].filter(p => [...p.childNodes].some(n => n.nodeType === 3 && HAN.test(n.data))).length }""")
            == 0
        )
        counts = page.evaluate("""() => [...document.querySelectorAll('.cb-zh')].map(side => {
            const han = text => { const copy = text.cloneNode(true); copy.querySelectorAll('.m-cut').forEach(x => x.remove()); return [...copy.textContent].filter(c => /[\\u4e00-\\u9fff]/.test(c)).length };
            return side.querySelector('[data-ruby]') ? [han(side.querySelector(':scope > [lang=zh-Hans]')), side.querySelectorAll('[data-ruby] ruby').length] : [0, 0] })""")
        assert all(a == b for a, b in counts) and sum(a for a, _ in counts) > 500


def test_heteronyms_are_read_by_their_phrase(open_page):
    page = open_page(SNIPPETS + "?pinyin=on&zh=hans")
    read = page.evaluate(
        """() => [...document.querySelectorAll('p[lang=zh-Hans][data-ruby]')].map(p => [...p.querySelectorAll('ruby')].map(r => r.firstChild.data + r.lastChild.dataset.sound).join(' ')).join(' ')"""
    )
    assert "重zhòng" in read and "行xíng" in read


def test_pinyin_is_not_copied_and_goes_again(open_page):
    page = open_page(COMMENTARY + "?pinyin=on", permissions=["clipboard-read", "clipboard-write"])
    words = page.locator("#s12 .cb-zh p[lang=zh-Hans]")
    assert words.evaluate("it => it.textContent") == "禾鹭的反应很快。"
    words.evaluate("it => getSelection().selectAllChildren(it)")
    page.keyboard.press("Control+C")
    assert (
        page.evaluate("navigator.clipboard.readText()").strip().replace("\n", "")
        == "禾鹭的反应很快。"
    )
    choose(page, "pinyin", "off")
    assert page.locator("ruby").count() == 0
    assert page.locator("#s12 .cb-zh p[lang=zh-Hans] a.m-actor").count() == 1


def test_pinyin_keeps_the_place(open_page):
    page = open_page(COMMENTARY + "#s30")
    settled(page)
    before = page.locator("#s30").bounding_box()["y"]
    choose(page, "pinyin", "on")
    settled(page)
    assert abs(page.locator("#s30").bounding_box()["y"] - before) < 60


@pytest.mark.parametrize("width", [320, 360, 390, 600, 768, 960, 1024, 1220, 1280, 1440, 1920])
def test_text_and_bars_fit_and_the_languages_align_at_every_width(open_page, width):
    page = open_page(COMMENTARY + "?pinyin=on", width=width, locale="en-GB")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for group in page.locator(".cb-controls > *:visible").all():
        box = group.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= width, width
    page.locator(".cb-aids-open").click()
    box = page.locator("#aids").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
    page.keyboard.press("Escape")
    for segment in ("s2", "s13", "s30"):
        chinese, english = (
            page.locator(f"#{segment} .cb-zh").bounding_box(),
            page.locator(f"#{segment} .cb-en").bounding_box(),
        )
        if width < 768:
            assert chinese["y"] + chinese["height"] <= english["y"] + 1
        else:
            assert (
                chinese["x"] + chinese["width"] <= english["x"] + 1
                and abs(chinese["y"] - english["y"]) < 20
            )


def test_the_controls_of_the_bar_do_not_touch_each_other(open_page):
    page = open_page(COMMENTARY)
    for width in (320, 390, 1220, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        page.reload()
        found = [each.bounding_box() for each in page.locator(".cb-controls > *:visible").all()]
        for one, other in itertools.pairwise(found):
            assert one["x"] + one["width"] <= other["x"] + 0.5, width
