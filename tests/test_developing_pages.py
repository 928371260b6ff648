"""What the developers' pages name is there."""

import re

import pytest

from tests.conftest import ROOT

PAGES = sorted((ROOT / "docs" / "developing").glob("*.md"))
_FILE = re.compile(r"`([\w./-]+\.(?:py|html|yml|css|js|md|txt|mjs))(?=[`:])")
_GENERATED = re.compile(r"docs/archive/|^\w+\.md$")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_files_that_a_page_names_exist(page):
    named = {
        name
        for name in _FILE.findall(page.read_text(encoding="utf-8"))
        if "<" not in name and not _GENERATED.search(name)
    }
    homes = [
        ROOT,
        ROOT / "build_tools",
        ROOT / "docs",
        ROOT / "docs" / "assets",
        ROOT / "templates" / "theme",
        ROOT / "tests",
        ROOT / "editorial",
        ROOT / "templates",
        *(path for path in (ROOT / "build_tools").rglob("*") if path.is_dir()),
        *(path for path in (ROOT / "tests").rglob("*") if path.is_dir()),
    ]
    assert {name for name in named if not any((home / name).exists() for home in homes)} == set()
