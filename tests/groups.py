"""The groups of tests: of the program, of the collection whatever it holds, of changed copies of
it, of the first five seeds.

A test of the program holds in any fork: it runs on an archive of its own, and reads neither
`seeds/` nor `editorial/`.
"""

import gc
import hashlib
import os
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
TESTS = Path(__file__).resolve().parent
READERS = ("collection", "forks", "first_five")
"""The folders of tests/ that may read the seeds and records at hand. All else there is of the
program.
"""
FIRST_FIVE = TESTS / "first_five"
"""What is true of the first five seeds only. A fork drops the folder with them."""

os.environ.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", str(ROOT / ".cache" / "hypothesis"))
settings.register_profile("casebook", derandomize=True, deadline=None, database=None)
settings.load_profile("casebook")
# Hypothesis tries the same examples everywhere, on a slow machine too, and leaves nothing in the
# tree.


def group(path: Path) -> str:
    """The group that the file of tests belongs to; "" is the program.

    >>> group(TESTS / "first_five" / "test_pinyin.py"), group(TESTS / "browser" / "test_cards.py"), group(ROOT / "build_tools" / "writer.py")
    ('first_five', '', '')
    """
    below = path.relative_to(TESTS).parts if path.is_relative_to(TESTS) else ()
    return below[0] if below and below[0] in READERS else ""


def turn(path: Path) -> int:
    """When the file of tests runs: the quick first, what needs a browser last, and of that last
    what `scope` divides.

    >>> [turn(TESTS / name) for name in ("test_sync.py", "collection/test_archive.py", "first_five/browser/test_weight.py", "browser/test_cards.py")]
    [0, 1, 4, 5]
    """
    if "browser" in path.parts:
        return len(READERS) + (1 if group(path) else 2)
    return ("", *READERS).index(group(path))


def scope(test: str) -> str:
    """The tests that one process takes together, for they share what was built: a file, but what
    needs the site of the five seeds in one,
    and the browser tests one by one: each process has their site, and none is left with a long file
    when the others have ended. So are those of changed copies, which share nothing.

    >>> scope("tests/test_sync.py::test_x[a]"), scope("tests/first_five/browser/test_weight.py::test_x"), scope("tests/browser/test_cards.py::test_x[a]")
    ('tests/test_sync.py', 'tests/first_five/browser', 'tests/browser/test_cards.py::test_x[a]')
    """
    if test.startswith(("tests/browser/", "tests/forks/")):
        return test
    file = test.partition("::")[0]
    return file.rpartition("/")[0] if "/browser/" in file else file


def _not_as_recorded() -> list[str]:
    """Which of the first five seeds are not here, byte for byte."""
    sums = FIRST_FIVE / "seeds.sha256"
    recorded = (
        [line.split() for line in sums.read_text(encoding="utf-8").splitlines()]
        if sums.is_file()
        else []
    )
    return [
        name
        for sha256, name in recorded
        if not (ROOT / name).is_file()
        or hashlib.sha256((ROOT / name).read_bytes()).hexdigest() != sha256
    ]


NOT_AS_RECORDED = _not_as_recorded()


def pytest_report_header():
    """One line, where the tests of the first five seeds cannot run."""
    if not NOT_AS_RECORDED:
        return None
    more = f" and {len(NOT_AS_RECORDED) - 1} more" if NOT_AS_RECORDED[1:] else ""
    return f"tests/first_five is left out: {NOT_AS_RECORDED[0]}{more} of the first five seeds not here as recorded. A fork may drop the folder."


def pytest_ignore_collect(collection_path):
    return True if NOT_AS_RECORDED and collection_path.is_relative_to(FIRST_FIVE) else None


def pytest_collection_modifyitems(items):
    items.sort(key=lambda test: turn(test.path))


def pytest_collection_finish():
    """What was loaded so far stays to the end: it need not be searched for garbage again and
    again. What comes later is looked at more rarely than usual: most of it stays, too.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers():
    """One process more than processors: while one waits for a server or a page, another works."""
    return 1 + (
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    )


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    from xdist.scheduler import LoadScopeScheduling

    class ByScope(LoadScopeScheduling):
        def _split_scope(self, nodeid):
            return scope(nodeid)

    return ByScope(config, log) if config.option.dist == "loadscope" else None


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
    _apart = not group(path)
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
