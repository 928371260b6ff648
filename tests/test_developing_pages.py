"""What the developers' pages name is there."""

import re

import pytest

from tests.conftest import ROOT
from tests.test_layers import FLOORS

FOLDER = ROOT / "docs" / "developing"
PAGES = sorted(FOLDER.rglob("*.md"))
_FILE = re.compile(r"`([\w./-]+\.(?:py|html|yml|css|js|md|txt|mjs))(?=[`:])")
_FLOOR = re.compile(r"^ ?(\d+)  (.+)$", re.M)
"""` 3  stages`."""
_ROOM = re.compile(r"^\| `(\w+)` \| .+ \|$", re.M)
_GENERATED = re.compile(r"^(?:docs/)?archive/|^\w+\.md$")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_files_that_a_page_names_exist(page):
    named = {
        name
        for name in _FILE.findall(page.read_text(encoding="utf-8"))
        if "<" not in name and not _GENERATED.search(name)
    }
    homes = [
        ROOT,
        ROOT / "docs",
        ROOT / "docs" / "assets",
        ROOT / "editorial",
        *(
            path
            for folder in ("build_tools", "templates", "tests")
            for path in (ROOT / folder, *(ROOT / folder).rglob("*"))
            if path.is_dir()
        ),
    ]
    assert {name for name in named if not any((home / name).exists() for home in homes)} == set()


def test_the_page_of_rooms_shows_the_floors_and_says_what_each_room_is_for():
    page = (FOLDER / "rooms.md").read_text(encoding="utf-8")
    shown = {int(number): tuple(rooms.split()) for number, rooms in _FLOOR.findall(page)}
    assert shown == dict(enumerate(FLOORS))
    assert _ROOM.findall(page) == [room for floor in FLOORS for room in floor]


def test_no_two_decisions_have_one_number():
    numbers = [path.name[:3] for path in (FOLDER / "decisions").glob("*.md")]
    assert sorted(numbers) == [f"{n:03}" for n in range(1, len(numbers) + 1)]
