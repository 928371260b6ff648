"""The frame of every page: from a folder, without JavaScript, under a sub-path; what other sites
show of a link.
"""

import re

import pytest

from tests.browser.page_types import PAGES

LANGS = {"zh-Hans": "SC", "zh-Hant-TW": "TC", "zh-Hant-HK": "HK"}


@pytest.fixture(scope="module")
def folder(site_folder):
    return site_folder.as_uri() + "/"


def test_opened_from_a_folder_every_type_of_page_has_its_style_and_its_controls(chromium, folder):
    page = chromium.new_page()
    faults = []
    page.on(
        "requestfailed",
        lambda request: None if "search" in request.url else faults.append(request.url),
    )
    for kind, path in PAGES.items():
        if kind == "not found":  # a server's answer; nobody opens it from a folder
            continue
        page.goto(folder + path)
        assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--cb-cinnabar')"), (
            kind
        )
        assert page.locator(".cb-controls").is_visible(), kind
    page.goto(folder + PAGES["source in Chinese"])
    page.locator('.cb-controls label:has(input[value="tw"])').click()
    assert page.locator("#s2 .cb-zh p[lang=zh-Hant-TW]").is_visible()
    page.locator("#s13 .cb-en a.m-actor").first.click()
    assert "/actors/" in page.url
    page.close()
    assert faults == []


def test_printed_from_a_folder_the_foot_names_no_address_of_that_folder(chromium, folder):
    page = chromium.new_page()
    page.goto(folder + PAGES["source"])
    assert "file:" not in page.locator(".cb-printed").text_content()
    page.close()


def test_without_javascript_every_type_of_page_can_be_read_and_left(open_page, site):
    page = open_page("index.html", java_script_enabled=False, width=390, height=844)
    for kind, path in PAGES.items():
        page.goto(site + path)
        assert page.locator("h1").first.is_visible(), kind
        assert page.locator(".cb-footer a", has_text="Sources").is_visible(), kind


def test_a_page_that_is_not_there_has_the_look_of_the_archive_under_a_sub_path(open_page):
    page = open_page("404.html")
    assert page.locator(".cb-blank").is_visible()
    page.locator(".cb-lost a", has_text="Cases").click()
    assert page.url.endswith("/archive/cases/index.html")


def test_every_page_says_what_it_is_to_those_who_show_a_link(open_page, site):
    seen, page = {}, open_page("404.html")
    for kind in ("home", "case", "actor", "source", "term", "event", "how to read"):
        page.goto(site + PAGES[kind])
        said = dict(
            page.eval_on_selector_all(
                "meta[property^='og:'], meta[name^='twitter:']",
                "all => all.map(each => [each.getAttribute('property') || each.name, each.content])",
            )
        )
        assert said["og:title"] and said["og:description"], kind
        assert said["og:url"] == site + PAGES[kind] or kind == "home"
        assert said["og:image"] == site + "assets/card.png"
        seen[kind] = said["og:description"]
    assert len({seen[kind] for kind in ("case", "actor", "source", "term", "event")}) == 5


def test_the_card_is_small_and_there(open_page, site):
    page = open_page("index.html")
    answer = page.request.get(site + "assets/card.png")
    assert answer.ok and len(answer.body()) < 100_000


@pytest.mark.parametrize(("lang", "region"), LANGS.items())
def test_each_chinese_is_drawn_with_the_glyphs_of_its_region(open_page, lang, region):
    """直 and 骨 look different in each region; the font that Chromium really used tells whose form
    it drew.
    """
    page = open_page(
        PAGES["source in Chinese"]
        + f"?zh={ {'SC': 'hans', 'TC': 'tw', 'HK': 'hk'}[region] }&view=zh"
    )
    wire = page.context.new_cdp_session(page)
    wire.send("DOM.enable")
    wire.send("CSS.enable")
    root = wire.send("DOM.getDocument")["root"]["nodeId"]
    for selector in (f'#s2 p[lang="{lang}"]', f'.md-tabs [lang="{lang}"]', f'h1 [lang="{lang}"]'):
        node = wire.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
        used = [
            font["familyName"]
            for font in wire.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        ]
        other = [
            name
            for name in used
            if re.search(r"CJK (SC|TC|HK|JP|KR)$", name) and not name.endswith(region)
        ]
        assert other == [], (selector, used)


def test_light_and_dark_follow_the_system_until_the_reader_chooses(open_page, site):
    page = open_page(PAGES["actor"], color_scheme="dark")
    scheme = "document.body.dataset.mdColorScheme"
    assert page.evaluate(scheme) == "slate"
    page.locator(".md-header__option label:visible").click()
    assert page.evaluate(scheme) == "default"
    page.goto(site + PAGES["case"])
    assert page.evaluate(scheme) == "default"
    page.locator(".md-header__option input:checked").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate(scheme) == "slate"
