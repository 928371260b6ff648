"""Search over the first five texts in a real browser: recall on a list of queries that was judged
before the engine was tuned.
"""

from pathlib import Path

import yaml

from tests.browser.asking import missed, opened

QUERIES = yaml.safe_load((Path(__file__).with_name("queries.yml")).read_text(encoding="utf-8"))


def test_every_query_of_the_list_finds_what_it_must(open_page):
    faults = missed(opened(open_page, "archive/terms/index.html"), QUERIES, sigla=3)
    assert not faults, "\n".join(map(str, faults))
    assert len(QUERIES) >= 60
