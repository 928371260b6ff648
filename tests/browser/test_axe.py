"""WCAG 2.2 AA by axe on every type of page: in daylight, on a phone, in the dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.page_types import PAGES, SNIPPETS

EVERYTHING = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
COLOURS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
"""What a dark page can break that its light twin does not."""
ALL_BUT_COLOURS = EVERYTHING | {
    "rules": {rule: {"enabled": False} for rule in COLOURS["runOnly"]["values"]}
}
"""What a narrow page can break that its wide twin does not. Contrast takes two thirds of the
time.
"""


def violations(page, options):
    """What axe finds, a line each: rule, how often, the first place and why."""
    return [
        f"{v['id']} ×{len(v['nodes'])}: {v['nodes'][0]['target']} {v['nodes'][0]['failureSummary']}"
        for v in Axe().run(page, options=options).response["violations"]
    ]


@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing_on_any_type_of_page(open_page, site, kind):
    page = open_page(PAGES[kind], reduced_motion="reduce", locale="en-GB")
    found = {"light": violations(page, EVERYTHING)}
    page.locator(".md-header__option label:visible").click()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    found["dark"] = violations(page, COLOURS)
    page.set_viewport_size({"width": 390, "height": 900})
    found["narrow"] = violations(page, ALL_BUT_COLOURS)
    assert found == {"light": [], "dark": [], "narrow": []}


def test_axe_finds_nothing_on_a_container_of_reports(open_page):
    assert violations(open_page(SNIPPETS, width=390, locale="zh-TW"), EVERYTHING) == []


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 390)])
def test_axe_finds_nothing_in_the_search_while_it_is_open(open_page, scheme, width):
    page = open_page(
        PAGES["home"] + "?q=qinzhaoyun",
        width=width,
        color_scheme=scheme,
        reduced_motion="reduce",
        locale="en-GB",
    )
    page.locator(".cb-hit").first.wait_for()
    assert violations(page, EVERYTHING) == []
