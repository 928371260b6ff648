"""What a reader can do with a source: choose script, languages, layout; keep the place; share
it.
"""

import pytest

from tests.browser.page_types import BARE, COMMENTARY, LEAK, RUMOUR, SNIPPETS
from tests.browser.settling import settled


def shown(page, segment):
    """The languages of the renditions that can be seen in a segment."""
    return page.eval_on_selector_all(
        f"#{segment} .cb-side > [lang]",
        "all => all.filter(p => p.getClientRects().length).map(p => p.lang)",
    )


def choose(page, name, value):
    """Choose in the bar, or in the settings behind 阅."""
    label = page.locator(f'label:has(input[name="{name}"][value="{value}"])')
    if not label.is_visible():
        page.locator(".cb-aids-open").click()
        label.click()
        page.keyboard.press("Escape")
    else:
        label.click()


def test_chinese_stands_beside_english_in_simplified_script_at_first(open_page):
    page = open_page(COMMENTARY, locale="en-GB")
    assert shown(page, "s2") == ["zh-Hans", "en"]
    chinese, english = (
        page.locator("#s2 .cb-zh").bounding_box(),
        page.locator("#s2 .cb-en").bounding_box(),
    )
    assert chinese["x"] + chinese["width"] <= english["x"] + 1
    assert abs(chinese["y"] - english["y"]) < 20


@pytest.mark.parametrize(
    ("locale", "lang"), [("zh-CN", "zh-Hans"), ("zh-TW", "zh-Hant-TW"), ("zh-HK", "zh-Hant-HK")]
)
def test_a_first_visit_follows_the_browsers_language(open_page, locale, lang):
    assert lang in shown(open_page(COMMENTARY, locale=locale), "s2")


@pytest.mark.parametrize(
    ("value", "lang", "words"),
    [
        ("hans", "zh-Hans", "两位高管"),
        ("tw", "zh-Hant-TW", "兩位高管"),
        ("hk", "zh-Hant-HK", "兩位高管"),
    ],
)
def test_each_script_shows_its_own_characters(open_page, value, lang, words):
    page = open_page(COMMENTARY)
    choose(page, "zh", value)
    assert shown(page, "s2") == [lang, "en"]
    assert words in page.locator("#s2 .cb-zh").inner_text()


@pytest.mark.parametrize(
    ("view", "langs"), [("en", ["en"]), ("zh", ["zh-Hans"]), ("both", ["zh-Hans", "en"])]
)
def test_one_language_can_be_read_alone(open_page, view, langs):
    page = open_page(COMMENTARY, locale="en-GB")
    choose(page, "view", view)
    assert shown(page, "s2") == langs


def test_interleaved_each_sentence_stands_above_its_translation(open_page):
    page = open_page(COMMENTARY)
    choose(page, "layout", "inter")
    chinese, english = (
        page.locator("#s2 .cb-zh").bounding_box(),
        page.locator("#s2 .cb-en").bounding_box(),
    )
    assert chinese["y"] + chinese["height"] <= english["y"] + 1
    assert abs(chinese["x"] - english["x"]) < 40


@pytest.mark.parametrize(("name", "value"), [("zh", "tw"), ("view", "zh"), ("layout", "inter")])
def test_switching_keeps_the_place(open_page, name, value):
    page = open_page(COMMENTARY + "#s30")
    settled(page)
    before = page.locator("#s30").bounding_box()["y"]
    choose(page, name, value)
    settled(page)
    seen = page.evaluate("""() => [...document.querySelectorAll('.cb-seg')].filter(s => {
        const box = s.getBoundingClientRect(); return box.top < innerHeight && box.bottom > 60 }).map(s => s.id)""")
    assert "s30" in seen
    assert abs(page.locator("#s30").bounding_box()["y"] - before) < 60


def test_the_choice_is_kept_on_the_next_page_and_the_next_visit(open_page):
    page = open_page(COMMENTARY)
    choose(page, "zh", "tw")
    choose(page, "view", "zh")
    page.goto(page.url.split("?")[0].replace("label-commentary", "label-snippets"))
    assert shown(page, "s2") == ["zh-Hant-TW"]


def test_the_choice_can_be_shared_in_the_address(open_page):
    page = open_page(COMMENTARY + "?zh=hk&view=both&layout=inter", locale="zh-CN")
    assert shown(page, "s2") == ["zh-Hant-HK", "en"]
    choose(page, "view", "en")
    assert "view=en" in page.url and "zh=hk" in page.url


def test_a_choice_is_made_before_the_first_paint(open_page, site):
    page = open_page("index.html", fresh=True)
    page.add_init_script("""new MutationObserver(() => {
        const { zh } = document.documentElement.dataset;
        if (zh && !("chosen" in window)) window.chosen = [zh, document.body === null];
      }).observe(document, { attributes: true, subtree: true });""")
    page.goto(site + COMMENTARY + "?zh=tw")
    assert page.evaluate("chosen") == ["tw", True], "chosen while there is nothing to paint yet"


def test_without_javascript_everything_can_be_read_and_the_script_chosen(open_page):
    page = open_page(COMMENTARY, java_script_enabled=False)
    assert page.locator("#s2 .cb-zh p[lang=zh-Hans]").is_visible()
    assert page.locator("#s2 .cb-en p").is_visible()
    choose(page, "zh", "tw")
    assert page.locator("#s2 .cb-zh p[lang=zh-Hant-TW]").is_visible()
    assert not page.locator("#s2 .cb-zh p[lang=zh-Hans]").is_visible()


def test_the_controls_work_by_keyboard(open_page):
    page = open_page(COMMENTARY, locale="en-GB")
    page.locator('.cb-controls input[name="zh"][value="hans"]').focus()
    page.keyboard.press("ArrowRight")
    assert shown(page, "s2")[0] == "zh-Hant-TW"


def test_a_link_to_a_segment_lands_on_it_below_the_bars(open_page):
    page = open_page(SNIPPETS + "#s20")
    settled(page)
    top = page.locator("#s20").bounding_box()["y"]
    bars = page.locator(".md-header").bounding_box()
    assert bars["y"] + bars["height"] <= top + 2 < 900


def test_no_page_scrolls_sideways_on_a_phone(open_page, site):
    page = open_page("404.html", width=390, height=844)
    for path in (
        COMMENTARY,
        LEAK,
        SNIPPETS,
        "index.html",
        "archive/actors/helu.html",
        "archive/sources/index.html",
        "archive/timeline.html",
        "archive/terms/daoqian.html",
        "archive/cases/old-labels.html",
        "archive/colophon.html",
        "reading.html",
    ):
        page.goto(site + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path


def test_a_translated_mention_leads_to_the_actor_and_back_to_the_segment(open_page):
    page = open_page(COMMENTARY, locale="en-GB")
    page.locator("#s13 .cb-en a.m-actor", has_text="Qin Zhaoyun").click()
    page.wait_for_url("**/actors/qin-zhaoyun.html*")
    back = page.locator('.cb-kwic a.cb-where[href*="label-commentary.html#s13"]')
    back.click()
    page.wait_for_url("**/sources/label-commentary.html*#s13")
    assert page.locator("#s13").is_visible()


def test_the_uncertain_qin_is_shown_as_uncertain_with_a_reason(open_page):
    page = open_page(RUMOUR, locale="en-GB")
    link = page.locator("#s8 .cb-en a.m-actor.m-uncertain")
    assert link.inner_text() == "Qin"
    assert "surname" in page.locator(".cb-uncertain").inner_text()


def test_a_retranslation_is_stamped(open_page, site):
    page = open_page("404.html", locale="en-GB")
    for path in (LEAK, RUMOUR):
        page.goto(site + path)
        assert "Re-translation" in page.locator(".cb-stamp").inner_text()


def test_a_case_prints_as_a_clean_handout(open_page):
    page = open_page("archive/cases/old-labels.html?view=both", locale="en-GB")
    page.emulate_media(media="print")
    for furniture in (".md-header", ".cb-controls", ".md-tabs", ".cb-search-open"):
        assert not page.locator(furniture).first.is_visible(), furniture
    assert page.locator(".cb-questions:not(.cb-quiz)").is_visible()


def test_the_text_as_found_can_be_read_in_place_of_the_edited_one(open_page):
    page = open_page(LEAK, locale="en-GB")
    assert "surnamed Mai" in page.locator("#s3 .cb-en").inner_text()
    choose(page, "text", "found")
    words = page.locator("#s3 .cb-en").inner_text()
    assert "wheat so-and-so" in words and "surnamed Mai" not in words
    page.locator("#s3 a.m-found").first.click()
    assert "#e" in page.url


def test_an_emended_word_leads_to_its_reason(open_page):
    page = open_page(LEAK, locale="en-GB")
    page.locator("#s4 a.m-emended").first.click()
    target = page.locator(page.url[page.url.index("#") :])
    assert "When the time came on December 20" in target.inner_text()


def test_a_contradicted_sentence_leads_to_the_contradiction_and_back(open_page):
    page = open_page(COMMENTARY, locale="en-GB")
    page.locator("#s14 .cb-references").click()
    page.locator('.cb-peek-rests a[href*="contradictions/old-labels.html"]').first.click()
    page.wait_for_url("**/contradictions/old-labels.html*")
    page.locator('a.cb-cited[href*="label-commentary.html#s14"] .cb-where').first.click()
    page.wait_for_url("**/sources/label-commentary.html*#s14")


def test_a_gap_that_the_text_itself_betrays_is_marked(open_page):
    page = open_page(COMMENTARY, locale="en-GB")
    assert "gap" in page.locator("#s27 .cb-en .m-gap").inner_text()


def test_the_controls_do_not_cover_the_name_of_the_site(open_page):
    page = open_page(LEAK)
    for width in (1220, 1280, 1440, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        page.reload()
        name = page.locator(".md-header .cb-site-name, .md-header__topic").first.bounding_box()
        form = page.locator(".cb-controls .cb-group").first.bounding_box()
        assert form["x"] >= name["x"] + name["width"] - 1, width


def test_words_that_a_record_cites_follow_the_script(open_page):
    page = open_page("archive/actors/qin-zhaoyun.html?zh=tw&view=zh")
    assert "公關部總經理秦照雲" in page.locator(".cb-cited").first.inner_text()
    assert "公关部总经理" not in page.locator(".md-content").inner_text()


@pytest.mark.parametrize("view", ["both", "en", "zh"])
def test_what_nobody_has_translated_is_shown_once_and_whole_in_every_view(open_page, view):
    page = open_page(BARE + f"?view={view}&layout=side&zh=tw", locale="en-GB")
    assert [shown(page, f"s{n}") for n in range(1, 6)] == [
        ["en"],
        ["en"],
        ["en"],
        ["en"],
        ["zh-Hant-TW"],
    ]
    edges = page.eval_on_selector_all(
        ".cb-seg .cb-side",
        "all => all.map(side => side.getBoundingClientRect()).map(box => [box.left, box.width])",
    )
    assert len({round(left) for left, _ in edges}) == 1 and min(width for _, width in edges) > 500
    assert not page.locator('.cb-controls input[name="layout"]').first.is_visible()
    assert page.locator(".cb-untranslated:visible").count() == 1
    assert (
        page.locator("h1 [lang]:visible").count() == 1
        and page.locator("h1 [lang]:visible").get_attribute("lang") == "en"
    )


def test_glosses_are_explained_only_where_the_view_shows_them(open_page):
    """The English note has Chinese glosses under its English, and an English one under its Chinese:
    one of them in every view.
    """
    page = open_page(BARE + "?view=both", locale="en-GB")
    for view, seen, words in (
        ("both", 4, "gray words"),
        ("en", 1, "gray words"),
        ("zh", 3, "灰色小字"),
    ):
        choose(page, "view", view)
        assert page.locator(".cb-gloss > [lang]:visible").count() == seen
        assert words in page.locator(".cb-untranslated").inner_text()


def test_who_would_translate_is_led_to_the_way(open_page):
    page = open_page(BARE, locale="en-GB")
    page.locator(".cb-untranslated a").click()
    page.wait_for_url("**/editing.html#translation")
    assert page.locator("#translation").is_visible()


def test_a_page_without_columns_says_in_which_views_its_script_is_converted(open_page):
    page = open_page(BARE + "?view=both&zh=hans", locale="en-GB")
    said = page.locator(".cb-script")
    assert said.inner_text().strip() == ""
    for script, words in (
        ("tw", "此來源的中文用另一種字形寫成"),
        ("hk", "此來源的中文用另一種字形寫成"),
    ):
        choose(page, "zh", script)
        assert (
            said.inner_text().count("in another script") == 1
            and said.inner_text().count(words) == 1
        )
    choose(page, "view", "zh")
    assert "another script" not in said.inner_text() and "另一種字形" in said.inner_text()


@pytest.mark.parametrize(
    ("choice", "lang", "heading", "archive"),
    [
        ("view=zh&zh=hans", "zh-Hans", "禾鹭门店改标签员工被辞", "公关案例笺注"),
        ("view=zh&zh=hk", "zh-Hant-HK", "禾鷺門店改標籤員工被辭", "公關案例箋注"),
        ("view=en", "en", "Helu employee dismissed", "Annotated PR Cases"),
    ],
)
def test_the_language_and_the_title_of_the_window_follow_the_view(
    open_page, choice, lang, heading, archive
):
    page = open_page(f"{COMMENTARY}?{choice}", locale="en-GB")
    assert page.evaluate("document.documentElement.lang") == lang
    title = page.title()
    assert title.endswith(f" - {archive}") and heading in title, title
    choose(page, "view", "both")
    assert page.evaluate("document.documentElement.lang") == "en" and page.title().endswith(
        "Annotated PR Cases 公关案例笺注"
    )


def test_converted_script_is_said_above_the_source_only_where_it_is_converted(open_page):
    page = open_page(COMMENTARY + "?view=both&layout=side&zh=hans", width=1440, locale="en-GB")
    heads = page.locator(".cb-columns .cb-is-source")
    assert "another script" not in heads.inner_text()
    choose(page, "zh", "tw")
    assert "another script" in heads.inner_text()
