"""The small cards beside a word, what rests on a segment, and copying a segment's link."""

import re

import pytest

from tests.browser.page_types import COMMENTARY, LEAK, RUMOUR, SNIPPETS
from tests.browsing import until

QIN = "#s13 .cb-en a.m-actor[href$='qin-zhaoyun.html']"
NUMBER = {"x": 10, "y": 14}


def card_of(page):
    card = page.locator("#cb-peek")
    card.wait_for(state="visible")
    return card


def boxes(page, selector):
    """The word's lines and the card, in the window."""
    return page.evaluate(
        """word => {
        const plain = box => ({left: box.left, right: box.right, top: box.top, bottom: box.bottom});
        return [[...document.querySelector(word).getClientRects()].map(plain), plain(document.querySelector('#cb-peek').getBoundingClientRect())]; }""",
        selector,
    )


def test_hovering_a_name_shows_who_it_is_in_all_scripts_what_they_were_and_how_sure_that_is(
    open_page,
):
    page = open_page(COMMENTARY, locale="en-GB")
    page.hover(QIN)
    words = card_of(page).inner_text()
    for expected in (
        "Person",
        "Qin Zhaoyun",
        "秦照云",
        "秦照雲",
        "qín zhào yún",
        "general manager of the public relations department",
        "read in its place and confirmed",
    ):
        assert expected in words, expected
    assert "public relations director" not in words, "another source's title"


def test_a_card_follows_the_chosen_script(open_page):
    page = open_page(COMMENTARY + "?zh=hk&view=zh")
    page.hover("#s14 .cb-zh p[lang=zh-Hant-HK] a.m-term")
    assert "輿情" in card_of(page).inner_text()
    assert card_of(page).locator(".cb-prose > [lang=zh-Hant-HK]").is_visible()
    assert not card_of(page).locator(".cb-prose > [lang=en]").is_visible()


def test_a_term_is_defined_and_a_date_says_on_what_it_rests(open_page):
    page = open_page(COMMENTARY, locale="en-GB")
    page.hover("#s14 .cb-en a.m-term")
    assert "The state of opinion" in card_of(page).inner_text()
    page.keyboard.press("Escape")
    page.hover("#s13 .cb-en a.m-date")
    assert "perhaps 5 March 2025" in card_of(page).inner_text()
    assert "inferred" in card_of(page).inner_text()


def test_an_uncertain_name_gives_the_editors_reason(open_page):
    page = open_page(RUMOUR, locale="en-GB")
    page.hover("#s8 .cb-en a.m-actor.m-uncertain")
    words = card_of(page).inner_text()
    assert "inferred" in words and "surname" in words


def test_an_emendation_shows_what_was_found_what_is_read_and_why(open_page):
    page = open_page(LEAK, locale="en-GB")
    page.hover("#s4 a.m-emended >> nth=0")
    words = card_of(page).inner_text()
    assert (
        "When the time came on December 20" in words
        and "On December 20" in words
        and "narrative phrase" in words
        and "idiom" in words
    )


def test_the_pointer_may_travel_from_the_word_to_the_card_and_the_link_in_it(open_page):
    page = open_page(COMMENTARY, locale="en-GB")
    page.hover(QIN)
    link = card_of(page).locator(".cb-peek-name a")
    box = link.bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + 5, steps=8)
    page.wait_for_timeout(600)
    assert card_of(page).is_visible()
    link.click()
    page.wait_for_url("**/actors/qin-zhaoyun.html*")


def test_a_card_goes_when_the_pointer_does(open_page):
    page = open_page(COMMENTARY, locale="en-GB")
    page.hover(QIN)
    card_of(page)
    page.mouse.move(5, 880)
    page.locator("#cb-peek").wait_for(state="hidden")


@pytest.mark.parametrize(
    ("width", "height"), [(320, 640), (390, 844), (768, 1024), (1440, 900), (1440, 320)]
)
def test_a_card_never_covers_its_own_word_nor_leaves_the_window(open_page, width, height):
    page = open_page(COMMENTARY + "#s13", width=width, height=height, locale="en-GB")
    for word in (QIN, "#s13 .cb-en a.m-term", "#s14 .cb-en a.m-term", "#s17 .cb-references"):
        page.locator(word).first.scroll_into_view_if_needed()
        page.locator(word).first.hover()
        card_of(page)
        lines, card = boxes(page, word)
        for line in lines:
            apart = (
                card["top"] >= line["bottom"]
                or card["bottom"] <= line["top"]
                or card["left"] >= line["right"]
                or card["right"] <= line["left"]
            )
            assert apart, (word, line, card)
        assert card["left"] >= 0 and card["right"] <= width
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.keyboard.press("Escape")
        page.mouse.move(1, 1)


def test_the_keyboard_opens_enters_and_closes_a_card(open_page):
    page = open_page(COMMENTARY + "?layout=side", locale="en-GB")
    page.locator("#s12 .cb-en a.m-actor").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert "Helu Tea" in card_of(page).inner_text()
    assert page.evaluate("document.activeElement.getAttribute('aria-describedby')") == "cb-peek"
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('#cb-peek') !== null")
    page.keyboard.press("Escape")
    assert not page.locator("#cb-peek").is_visible()
    assert page.evaluate("document.activeElement.closest('#s12') !== null")


def test_tab_moves_on_from_card_to_card(open_page):
    page = open_page(COMMENTARY + "?layout=side", locale="en-GB")
    page.locator("#s12 .cb-en a.m-actor").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    card_of(page)
    focused = page.evaluate("document.activeElement.textContent.trim()")
    page.wait_for_timeout(200)
    assert page.locator("#cb-peek").get_attribute("aria-label").startswith(focused or "What rests")


def test_the_first_tap_opens_the_card_and_the_link_in_it_leads_on(open_page):
    page = open_page(COMMENTARY, width=390, height=844, has_touch=True, locale="en-GB")
    page.tap(QIN)
    link = card_of(page).locator(".cb-peek-name a")
    assert page.url.split("?")[0].endswith(COMMENTARY)
    link.tap()
    page.wait_for_url("**/actors/qin-zhaoyun.html*")


def test_a_tap_elsewhere_closes_the_card(open_page):
    page = open_page(COMMENTARY + "#s13", width=390, height=844, has_touch=True, locale="en-GB")
    page.tap(QIN)
    card_of(page)
    page.touchscreen.tap(380, 830)
    page.locator("#cb-peek").wait_for(state="hidden")


def test_cards_need_no_network_once_they_are_there_and_their_texts_are_not_part_of_a_first_visit(
    open_page,
):
    page = open_page(COMMENTARY, locale="en-GB", fresh=True)
    assert "秦照雲" in page.content()
    assert (
        page.evaluate(
            "performance.getEntriesByType('resource').filter(one => one.name.endsWith('.cards.js')).length"
        )
        == 0
    )
    page.mouse.move(300, 300)
    until(
        page, "performance.getEntriesByType('resource').some(one => one.name.endsWith('.cards.js'))"
    )
    page.wait_for_timeout(300)
    page.context.set_offline(True)
    page.hover(QIN)
    assert "Qin Zhaoyun" in card_of(page).inner_text()


def test_cards_work_in_a_page_opened_from_a_folder(chromium, site, tmp_path):
    import urllib.request

    for name in (
        COMMENTARY,
        COMMENTARY.replace(".html", ".cards.js"),
        "assets/cards.js",
        "assets/cards.css",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(urllib.request.urlopen(site + name).read())
    page = chromium.new_page()
    page.goto((tmp_path / COMMENTARY).as_uri())
    page.hover(QIN)
    assert "Qin Zhaoyun" in card_of(page).inner_text()
    page.close()


def test_without_javascript_the_links_work(open_page):
    page = open_page(COMMENTARY, java_script_enabled=False, locale="en-GB")
    assert (
        page.locator("#s14 .cb-references")
        .get_attribute("href")
        .endswith("contradictions/old-labels.html#pace-of-the-response")
    )
    page.click(QIN)
    page.wait_for_url("**/actors/qin-zhaoyun.html*")


def test_a_segment_lists_all_that_rests_on_it(open_page):
    page = open_page(COMMENTARY, locale="en-GB")
    page.click("#s13 .cb-references")
    words = card_of(page).inner_text()
    for expected in (
        "Contradiction",
        "Was Qin Zhaoyun's post an apology?",
        "Claim",
        "the store is closed",
        "Event",
        "posts a response",
        "Actor",
    ):
        assert expected in words, expected
    assert page.locator(".cb-peek-rests > li").count() == 5
    assert page.locator("#s13 .cb-references").get_attribute("aria-expanded") == "true"


def test_a_passage_that_another_sources_emendation_rests_on_says_so(open_page, site):
    page = open_page("404.html", locale="en-GB")
    for path in (COMMENTARY, RUMOUR, SNIPPETS, LEAK):
        page.goto(site + path)
        page.mouse.move(300, 300)
        until(
            page,
            "performance.getEntriesByType('resource').some(one => one.name.endsWith('.cards.js'))",
        )
    cards = page.request.get(
        page.evaluate("new URL(document.querySelector('.cb-source').dataset.cards, location).href")
    ).text()
    assert re.search(r'sources/[^"]*#e\d+', cards), "emendations rest on passages of this source"


def test_the_fold_card_works_by_keyboard(open_page):
    page = open_page(COMMENTARY + "?layout=side", locale="en-GB")
    page.locator("#s14 .cb-references").focus()
    page.keyboard.press("Enter")
    card_of(page)
    until(page, "document.activeElement.closest('#cb-peek') !== null")
    for _ in range(30):
        page.keyboard.press("Tab")
        if not page.evaluate("document.activeElement.closest('#cb-peek') !== null"):
            break
    else:
        pytest.fail("the keyboard is caught in the card")
    assert page.evaluate("document.activeElement.closest('#s14, #s15') !== null"), (
        "the keyboard goes on where the card was opened"
    )


def test_a_click_on_a_number_copies_the_segments_address_with_the_script_and_says_so(open_page):
    page = open_page(COMMENTARY, permissions=["clipboard-read", "clipboard-write"], locale="en-GB")
    page.locator('label:has(input[name="zh"][value="tw"])').click()
    page.click("#s14 .cb-no", position=NUMBER)
    assert "Link copied" in card_of(page).locator("[role=status]").inner_text()
    address = page.evaluate("navigator.clipboard.readText()")
    assert address.endswith(COMMENTARY + "?zh=tw#s14")


def test_a_segment_can_be_copied_as_a_quotation_with_its_source(open_page):
    page = open_page(COMMENTARY, permissions=["clipboard-read", "clipboard-write"], locale="en-GB")
    page.click("#s14 .cb-no", position=NUMBER)
    card_of(page).locator('button[data-copy="copy-quotation"]').click()
    until(page, "document.querySelector('.cb-peek-told').textContent.includes('Quotation copied')")
    text = page.evaluate("navigator.clipboard.readText()")
    assert (
        text.startswith(
            "“24小时内就有了处理结果，显然管理层已经感觉到，这件事可能酿成更大的舆情。”《"
        )
        and "#s14" in text
    )


def test_a_translation_is_quoted_as_a_translation(open_page):
    page = open_page(
        COMMENTARY + "?view=en", permissions=["clipboard-read", "clipboard-write"], locale="en-GB"
    )
    page.click("#s14 .cb-no", position=NUMBER)
    card_of(page).locator('button[data-copy="copy-quotation"]').click()
    until(page, "document.querySelector('.cb-peek-told').textContent.includes('Quotation copied')")
    text = page.evaluate("navigator.clipboard.readText()")
    assert "(translation)" in text and "public outcry" in text


def quoted_from(page, sentence):
    """What is copied as a quotation of the sentence that holds these words."""
    number = page.locator(".cb-seg", has_text=sentence).first.locator(".cb-no")
    number.scroll_into_view_if_needed()
    number.click(position=NUMBER)
    card_of(page).locator('button[data-copy="copy-quotation"]').click()
    until(page, "document.querySelector('.cb-peek-told').textContent.includes('Quotation copied')")
    return page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize(
    ("zh", "sentence", "words"),
    [
        (
            "hans",
            "用人话来讲",
            "“用人话来讲，这不只是内部开会批评两句，而是实打实让人‘肉疼’的动作。”《",
        ),
        ("hans", "阮黛当年说过", "“创始人阮黛当年说过：‘先有鹭友，后有禾鹭。’”《"),
        ("hans", "24小时内就有了处理结果", "舆情。”《"),
        ("tw", "24小時內就有了處理結果", "輿情。」（字形經轉換）《"),
    ],
    ids=["inside", "at-the-end", "none", "converted"],
)
def test_a_quotation_turns_the_marks_inside_it_and_tells_its_conversion(
    open_page, zh, sentence, words
):
    page = open_page(
        f"{COMMENTARY}?zh={zh}", permissions=["clipboard-read", "clipboard-write"], locale="en-GB"
    )
    assert words in quoted_from(page, sentence)
