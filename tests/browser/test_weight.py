"""What a first visit to a source's page costs: bytes over the wire, and time on a slow phone."""

import gzip
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import pytest

from tests.browser.page_types import SOURCES

BUDGET = 150_000
SLOW_PHONE = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
"""1.6 Mbit/s down and 150 ms there and back: the "fast 3G" of Chromium's own tools."""


def fetched(page, site, path):
    """Every file that the page asks for before it has settled, with its size as gzip at level 6 sends it."""
    sizes = {}

    def note(response):
        name = urlsplit(response.url).path.removeprefix(urlsplit(site).path)
        packed = PurePosixPath(name).suffix in (".png", ".woff2")
        sizes[name] = len(response.body() if packed else gzip.compress(response.body(), 6))

    page.on("response", note)
    page.goto(site + path, wait_until="networkidle")
    return sizes


@pytest.mark.parametrize("source", SOURCES)
def test_a_source_needs_less_than_150_kb_on_a_first_visit(open_page, site, source):
    page = open_page("404.html").context.browser.new_context().new_page()
    sizes = fetched(page, site, f"archive/sources/{source}.html")
    page.context.close()
    assert any(name.endswith(".css") for name in sizes) and any(name.endswith(".js") for name in sizes)
    assert sum(sizes.values()) < BUDGET, sorted(sizes.items(), key=lambda each: -each[1])


@pytest.mark.parametrize("source", SOURCES)
def test_no_page_stands_on_its_own_for_more_than_half_of_that(site, chromium, source):
    page = chromium.new_page()
    body = page.request.get(f"{site}archive/sources/{source}.html").body()
    page.close()
    assert len(gzip.compress(body, 6)) < BUDGET / 2


def first_paint(chromium, address):
    """Milliseconds until text can be read, on a slow line and a processor four times slower."""
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", SLOW_PHONE)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(address, wait_until="load")
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    context.close()
    return paint
