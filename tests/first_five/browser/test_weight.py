"""What a first visit to the first five texts costs: real texts, the longest a container of 19
snippets.
"""

import pytest

from tests.browser.weighing import BUDGET, body, fetched

SOURCES = (
    "000_d82e5c46edea4b3a",
    "001_b446ac9665efe7f7",
    "002_b8987737408373dc",
    "003_16daff63415a9ed2",
    "004_6fc1b4d48f1f3f36",
)


@pytest.mark.parametrize("source", SOURCES)
def test_a_source_needs_less_than_150_kb_on_a_first_visit(chromium, site, source):
    sizes = fetched(chromium, site, f"archive/sources/{source}.html")
    assert any(name.endswith(".css") for name in sizes) and any(
        name.endswith(".js") for name in sizes
    )
    assert sum(sizes.values()) < BUDGET, sorted(sizes.items(), key=lambda each: -each[1])


@pytest.mark.parametrize("source", SOURCES)
def test_no_page_stands_on_its_own_for_more_than_half_of_that(site_folder, source):
    assert body(site_folder / f"archive/sources/{source}.html") < BUDGET / 2
