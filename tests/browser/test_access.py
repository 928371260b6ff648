"""WCAG 2.2 AA, what axe cannot see: the keyboard alone, 400% zoom, reduced motion, forced
colours.
"""

import pytest

from tests.browser.page_types import COMMENTARY, PAGES
from tests.browser.settling import settled
from tests.browsing import until


def focused(page):
    return page.evaluate("""() => { const at = document.activeElement;
        return { tag: at.tagName, id: at.id, name: at.name || "", text: at.textContent.trim(), href: at.getAttribute("href") || "",
                 seen: [at, ...(at.labels || []), ...(at.matches('.md-option') ? [at.nextElementSibling] : [])].map(each => each.getBoundingClientRect()).some(box =>
                     box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth) }; }""")


def walk(page, steps, key="Tab"):
    """The stops of the keyboard, one after another."""
    stops = []
    for _ in range(steps):
        page.keyboard.press(key)
        stops.append(focused(page))
    return stops


def test_the_first_stop_leads_past_the_bars_to_the_text(open_page, site):
    page = open_page("404.html")
    for kind in ("source", "home", "actor", "how to read"):
        page.goto(site + PAGES[kind])
        assert walk(page, 1)[0]["href"] == "#cb-main", kind
        page.keyboard.press("Enter")
        after = walk(page, 1)[0]
        assert page.evaluate(
            "document.querySelector('.md-content').contains(document.activeElement)"
        ), (kind, after)


@pytest.mark.parametrize("width", [1440, 390])
def test_by_keyboard_every_stop_is_seen_and_the_controls_the_tabs_and_the_text_are_reached(
    open_page, width
):
    page = open_page(COMMENTARY, width=width, reduced_motion="reduce")
    stops = walk(page, 40)
    unseen = [stop for stop in stops if not stop["seen"] and stop["tag"] != "BODY"]
    assert unseen == []
    assert {"zh", "view"} <= {stop["name"] for stop in stops}
    assert any(stop["href"].startswith("#s") for stop in stops)


def test_every_stop_of_the_keyboard_has_a_ring(open_page):
    page = open_page(PAGES["case"])
    for _ in range(24):
        page.keyboard.press("Tab")
        ring = page.evaluate("""() => { let at = document.activeElement; const rings = [];
            for (const each of [at, at.nextElementSibling, at.closest('label'), at.parentElement]) if (each) { const s = getComputedStyle(each); rings.push(s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) }
            return rings.some(Boolean) }""")
        assert ring, focused(page)


def test_a_reader_goes_from_the_home_page_to_a_segment_by_keyboard_alone(open_page):
    page = open_page("index.html", locale="en-GB")
    for wanted in ("cases/old-labels", "sources/label-commentary"):
        for _ in range(80):
            page.keyboard.press("Tab")
            if wanted in focused(page)["href"]:
                break
        with page.expect_navigation():
            page.keyboard.press("Enter")
    for _ in range(80):
        page.keyboard.press("Tab")
        if focused(page)["href"] == "#s2":
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**#s2")


def test_the_drawer_of_a_narrow_screen_opens_and_closes_by_keyboard(open_page):
    page = open_page(PAGES["actor"], width=390, height=844, reduced_motion="reduce")
    page.locator("#__drawer").focus()
    page.keyboard.press("Enter")
    until(page, "document.querySelector('.md-sidebar--primary').contains(document.activeElement)")
    assert focused(page)["seen"]
    page.keyboard.press("Escape")
    assert not page.locator("#__drawer").is_checked()
    assert focused(page)["id"] == "__drawer"


def test_a_closed_drawer_is_no_stop_of_the_keyboard(open_page):
    page = open_page(PAGES["actor"], width=390, height=844)
    assert page.evaluate(
        "[...document.querySelectorAll('.md-sidebar--primary a')].every(link => getComputedStyle(link).visibility === 'hidden')"
    )


def test_at_400_percent_nothing_is_cut_off_and_nothing_scrolls_sideways(open_page, site):
    page = open_page("index.html", width=320, height=256, locale="en-GB")
    for kind, path in PAGES.items():
        page.goto(site + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, kind
        cut = page.evaluate("""() => [...document.querySelectorAll('.cb-controls label, .md-content :is(a, h1, h2, p)')].filter(each => {
            const box = each.getBoundingClientRect(), table = each.closest('.cb-scroll, pre, .cb-sr');
            return !table && box.width > 1 && getComputedStyle(each).visibility === 'visible' && (box.right > 321 || box.left < -1) })
            .map(each => each.outerHTML.slice(0, 90)).slice(0, 3)""")
        assert cut == [], kind


def test_at_400_percent_the_bars_leave_room_for_the_text(open_page):
    page = open_page(COMMENTARY + "#s20", width=320, height=256)
    settled(page)
    assert (
        page.evaluate("document.querySelector('.cb-controls').getBoundingClientRect().bottom") <= 64
    )


def test_who_wants_no_motion_gets_none(open_page):
    page = open_page(COMMENTARY, reduced_motion="reduce")
    moving = page.evaluate("""() => [...document.querySelectorAll('*')].filter(each => { const s = getComputedStyle(each);
        return s.animationName !== 'none' || parseFloat(s.transitionDuration) > 0 || s.scrollBehavior === 'smooth' }).length""")
    assert moving == 0


def test_in_forced_colours_choice_and_marks_can_still_be_seen(open_page):
    page = open_page(COMMENTARY + "#s13", forced_colors="active", locale="en-GB")
    chosen, other = (
        page.locator(f'.cb-controls input[value="{value}"] + span').evaluate(
            "each => getComputedStyle(each).borderBottomColor"
        )
        for value in ("both", "en")
    )
    assert chosen != other
    assert (
        page.locator("#s13 a.m-actor").first.evaluate(
            "each => getComputedStyle(each).textDecorationLine"
        )
        == "underline"
    )
    assert page.locator("#s13").evaluate("each => getComputedStyle(each).outlineStyle") == "solid"


def test_everything_that_can_be_clicked_beside_the_text_is_24_pixels_wide_and_high(open_page):
    page = open_page(COMMENTARY, width=390, height=844)
    small = page.evaluate("""() => [...document.querySelectorAll('.cb-controls input, .md-header__button, .cb-no, .cb-references, .cb-footer a, summary')]
        .map(each => [each, each.getBoundingClientRect()]).filter(([, box]) => box.width && (box.width < 24 || box.height < 24))
        .map(([each, box]) => [each.outerHTML.slice(0, 80), box.width, box.height])""")
    assert small == []
