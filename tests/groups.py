"""The groups of tests: of the program, of the collection whatever it holds, of the first five seeds, in the browser.

A test of the program holds in any fork: it runs on a small archive of its own, and reads neither `seeds/` nor `editorial/`.
"""

import hashlib
import os
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TESTS = Path(__file__).resolve().parent
GROUPS = ("collection", "forks", "first_five", "browser")
"""Folders of tests/, in the order in which they run. All else there is of the program, and comes first: it is the quickest."""
READERS = GROUPS
"""The groups that may read the seeds and records at hand."""
FIRST_FIVE = TESTS / "first_five"
"""What is true of the first five seeds only. A fork drops the folder with them."""


def group(path: Path) -> str:
    """The group that the file of tests belongs to; "" is the program.

    >>> group(TESTS / "browser" / "test_cards.py"), group(TESTS / "test_sync.py"), group(ROOT / "build_tools" / "render.py")
    ('browser', '', '')
    """
    below = path.relative_to(TESTS).parts if path.is_relative_to(TESTS) else ()
    return below[0] if below and below[0] in GROUPS else ""


def _not_as_recorded() -> list[str]:
    """Which of the first five seeds are not here, byte for byte."""
    sums = FIRST_FIVE / "seeds.sha256"
    recorded = [line.split() for line in sums.read_text(encoding="utf-8").splitlines()] if sums.is_file() else []
    return [name for sha256, name in recorded
            if not (ROOT / name).is_file() or hashlib.sha256((ROOT / name).read_bytes()).hexdigest() != sha256]


NOT_AS_RECORDED = _not_as_recorded()


def pytest_report_header():
    """One line, where the tests of the first five seeds cannot run."""
    return f"tests/first_five is left out: {', '.join(NOT_AS_RECORDED)} not here as recorded. A fork may drop the folder." if NOT_AS_RECORDED else None


def pytest_ignore_collect(collection_path):
    return True if NOT_AS_RECORDED and collection_path.is_relative_to(FIRST_FIVE) else None


def pytest_collection_modifyitems(items):
    order = ("", *GROUPS)
    items.sort(key=lambda test: order.index(group(test.path)))


_apart = False


def _refuse(event: str, arguments: tuple) -> None:
    """Fails a test of the program that opens or lists what an editor may change."""
    if _apart and event in ("open", "os.listdir", "os.scandir") and isinstance(arguments[0], str):
        path = os.path.abspath(arguments[0]) + os.sep
        if path.startswith((f"{ROOT}{os.sep}seeds{os.sep}", f"{ROOT}{os.sep}editorial{os.sep}")):
            pytest.fail(f"A test of the program reads {path}")


sys.addaudithook(_refuse)


@contextmanager
def _kept_apart(path: Path):
    global _apart
    _apart = group(path) not in READERS
    try:
        yield
    finally:
        _apart = False


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector):
    with _kept_apart(collector.path):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    with _kept_apart(item.path):
        return (yield)
