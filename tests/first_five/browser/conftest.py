"""The first five texts as a site."""

import pytest

from tests.browsing import built_and_served
from tests.conftest import copy_project


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    """Its site as (folder, address)."""
    with built_and_served(copy_project(tmp_path_factory.mktemp("project")), tmp_path_factory.mktemp("served") / "first-five") as those:
        yield those
