"""The first five texts as a site."""

import pytest

from tests.browsing import built_and_served, site, site_folder  # noqa: F401  (of these texts, not of the invented ones)
from tests.conftest import copy_project
from tests.first_five.conftest import copy_first_five


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    """Its site as (folder, address)."""

    def project():
        return copy_project(
            tmp_path_factory.mktemp("project"),
            copy_first_five(tmp_path_factory.mktemp("five") / "archive"),
        )

    with built_and_served("first-five-site", project, tmp_path_factory) as those:
        yield those
