"""The rooms of the program lie on floors, and each imports only from floors below its own."""

import ast
from pathlib import Path

import pytest

from tests.conftest import ROOT

FLOORS = (
    ("language",),
    ("model",),
    ("readers", "annotators", "messages", "kept", "writer"),
    ("stages",),
    ("checks", "editing", "workshop"),
    ("per_source", "remembered", "render"),
    ("pages",),
    ("search", "exports", "packs"),
    ("pipeline",),
    ("serve", "standing"),
    ("site",),
    ("commands",),
    ("cli", "mkdocs_hook"),
    ("__main__",),
)
"""From the ground up. A floor's rooms know nothing of each other."""
TOOLS = ROOT / "build_tools"
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}


def room_of(path: Path) -> str:
    return path.relative_to(TOOLS).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The rooms that a file imports from, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [each.name for each in node.names]
            if isinstance(node, ast.Import)
            else []
        )
        found |= {name.split(".")[1] for name in names if name.startswith("build_tools.")}
    return found


def test_every_room_has_its_floor():
    rooms = {room_of(path) for path in TOOLS.rglob("*.py")} - {"__init__"}
    assert rooms == set(FLOOR)


@pytest.mark.parametrize("room", sorted(FLOOR))
def test_a_room_imports_only_from_floors_below(room):
    above = {
        (str(path.relative_to(TOOLS)), other)
        for path in TOOLS.rglob("*.py")
        if room_of(path) == room
        for other in imported(path)
        if other != room and FLOOR[other] >= FLOOR[room]
    }
    assert above == set()
