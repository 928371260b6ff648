"""The invented archive of tests/showcase as a site: it has one of everything that a page can
show.
"""

import pytest

from tests.browsing import built_and_served
from tests.conftest import SHOWCASE, copy_project


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    """Its site as (folder, address)."""
    with built_and_served(
        "showcase-site",
        lambda: copy_project(tmp_path_factory.mktemp("showcase"), SHOWCASE),
        tmp_path_factory,
    ) as those:
        yield those
