"""What a source's page costs: bytes over the wire on a first visit, and a browser's work at a small
change.
"""

import json

import pytest

from tests.browser.page_types import COMMENTARY, SOURCES
from tests.browser.weighing import BUDGET, body, fetched


@pytest.mark.parametrize("source", SOURCES)
def test_a_source_needs_less_than_150_kb_on_a_first_visit(chromium, site, source):
    sizes = fetched(chromium, site, source)
    assert any(name.endswith(".css") for name in sizes) and any(
        name.endswith(".js") for name in sizes
    )
    assert sum(sizes.values()) < BUDGET, sorted(sizes.items(), key=lambda each: -each[1])


@pytest.mark.parametrize("source", SOURCES)
def test_no_page_stands_on_its_own_for_more_than_half_of_that(site_folder, source):
    assert body(site_folder / source) < BUDGET / 2


def test_a_small_change_on_a_long_page_does_not_style_all_of_it_anew(chromium, site):
    """A rule that asks `:has()` of the whole page makes a browser do so: 25 ms for each card, note
    or hint that opens.
    """
    page = chromium.new_page()
    page.goto(site + COMMENTARY)
    page.locator(".cb-aids-open").click()
    page.keyboard.press("Escape")
    chromium.start_tracing(page=page, categories=["devtools.timeline"])
    for change in (
        "document.body.append(document.createElement('p'))",
        "document.title += '!'",
        "document.querySelector('.cb-seg').classList.add('cb-x')",
    ):
        page.evaluate(
            f"() => new Promise(done => {{ {change}; requestAnimationFrame(() => requestAnimationFrame(() => done())); }})"
        )
    events = json.loads(chromium.stop_tracing())["traceEvents"]
    styled = [
        event["args"]["elementCount"]
        for event in events
        if event["name"] == "UpdateLayoutTree" and "elementCount" in event["args"]
    ]
    assert styled and sum(styled) < page.locator("*").count() / 4, styled
    page.close()
