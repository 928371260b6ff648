"""What the browser tests share: a Chromium, sites served under a sub-path as GitHub Pages does, pages opened in them.

A machine without a browser is told so once, by one test that fails; the others that need it are not run.
"""

import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path

import pytest
from playwright._impl._driver import compute_driver_executable, get_driver_env
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.conftest import ROOT, SURROUNDINGS

ARTEFACTS = ROOT / "tests" / "artefacts"
"""Where a test that failed leaves pictures of its pages."""
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium")
_QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
          "--disable-component-update", "--disable-sync"]
_FAILED = pytest.StashKey[bool]()


def program() -> str | None:
    """The user's own browser, or Debian's Chromium."""
    return next((path for name in (os.environ.get("CASEBOOK_CHROMIUM"), *_NAMES) if name and (path := shutil.which(name))), None)


def launch(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path=program(), args=_QUIET)


@cache
def missing() -> str:
    """What this machine lacks for the browser tests, and what to install; empty where nothing is lacking."""
    browser = program()
    if not browser:
        return "The browser tests found no Chromium. Install one (Debian: apt-get install chromium), or set CASEBOOK_CHROMIUM to a Chromium or Chrome."
    why = _fault(*compute_driver_executable(), "--version", surroundings=get_driver_env())
    if why:
        return f"Playwright's driver does not start ({why}). A small system lacks libatomic1: install it (Debian: apt-get install libatomic1)."
    why = _fault(browser, *_QUIET, "--headless", "--dump-dom", "about:blank")
    if why:
        return f"{browser} does not start ({why}). Install what it lacks, or set CASEBOOK_CHROMIUM to another Chromium or Chrome."
    return ""


def _fault(*command: str, surroundings: dict[str, str] | None = None) -> str:
    """Why a program does not run to its end, in its own last words; empty where it does."""
    try:
        ended = subprocess.run(command, env=surroundings, capture_output=True, text=True, errors="replace", timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired) as why:
        return str(why)
    return ((ended.stderr.strip().splitlines() or [""])[-1] or f"it ends with {ended.returncode}") if ended.returncode else ""


def pytest_collection_modifyitems(config, items):
    """Of the tests that need a browser only the first stays where there is none: it says what to install."""
    need = [test for test in items if "chromium" in test.fixturenames]
    if need and not config.option.collectonly and missing():
        config.hook.pytest_deselected(items=need[1:])
        items[:] = [test for test in items if test not in need[1:]]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item):
    report = yield
    item.stash[_FAILED] = item.stash.get(_FAILED, False) or report.failed
    return report


@pytest.fixture(scope="session")
def chromium():
    if missing():
        pytest.fail(missing(), pytrace=False)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


class _Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def copyfile(self, source, outputfile):
        try:
            super().copyfile(source, outputfile)
        except (BrokenPipeError, ConnectionResetError):
            pass                                     # the reader has gone on to the next page


@contextmanager
def built_and_served(project: Path, to: Path) -> Iterator[tuple[Path, str]]:
    """The project's site as (folder, address), built by MkDocs as it is published, under /casebook/."""
    to.mkdir()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(to)))
    address = f"http://127.0.0.1:{server.server_port}/casebook/"
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(to / "casebook")],
                   cwd=project, check=True, env={**os.environ, **SURROUNDINGS, "SITE_URL": address})
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield to / "casebook", address
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def site(served):
    return served[1]


@pytest.fixture(scope="session")
def site_folder(served):
    return served[0]


@pytest.fixture
def open_page(chromium, site, request):
    """Opens a page of the site; any request to another host, or error in a script, fails the test."""
    contexts, faults = [], []

    def opened(path, width=1440, height=900, **options):
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda why: faults.append(str(why)))
        page.on("request", lambda r: None if r.url.startswith((site, "data:", "blob:")) else faults.append(r.url))
        page.goto(site + path)
        return page

    yield opened
    for number, context in enumerate(contexts):
        if faults or request.node.stash.get(_FAILED, False):
            for page in context.pages:
                page.screenshot(path=ARTEFACTS / f"{request.node.name}-{number}.png")
        context.close()
    assert faults == []
