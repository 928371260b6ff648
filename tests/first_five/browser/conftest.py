"""The first five texts as a site."""

import pytest

from tests.browsing import built_and_served, site, site_folder  # noqa: F401  (of these texts, not of the invented ones)
from tests.conftest import copy_project
from tests.first_five.conftest import copy_first_five


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    """Its site as (folder, address)."""
    archive = copy_first_five(tmp_path_factory.mktemp("five") / "archive")
    with built_and_served(copy_project(tmp_path_factory.mktemp("project"), archive), tmp_path_factory.mktemp("served") / "first-five") as those:
        yield those
