"""What a first visit to a source's page costs: bytes over the wire."""

import pytest

from tests.browser.page_types import SOURCES
from tests.browser.weighing import BUDGET, body, fetched


@pytest.mark.parametrize("source", SOURCES)
def test_a_source_needs_less_than_150_kb_on_a_first_visit(chromium, site, source):
    sizes = fetched(chromium, site, source)
    assert any(name.endswith(".css") for name in sizes) and any(name.endswith(".js") for name in sizes)
    assert sum(sizes.values()) < BUDGET, sorted(sizes.items(), key=lambda each: -each[1])


@pytest.mark.parametrize("source", SOURCES)
def test_no_page_stands_on_its_own_for_more_than_half_of_that(site_folder, source):
    assert body(site_folder / source) < BUDGET / 2
