"""What the browser tests share: a Chromium, sites served under a sub-path as GitHub Pages does,
pages opened in them.

A machine without a browser is told so once, by one test that fails; the others that need it are not
run.
"""

import http.server
import os
import shutil
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from playwright._impl._driver import compute_driver_executable, get_driver_env
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from tests.conftest import ROOT, SURROUNDINGS

ARTEFACTS = ROOT / "tests" / "artefacts"
"""Where a test that failed leaves pictures of its pages."""
_NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
_QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_MEDIA = {"color_scheme": "light", "reduced_motion": "no-preference", "forced_colors": "none"}
"""What a window can be told anew for each test, and how it usually is."""
_ADDRESS = "http://127.0.0.1:1/casebook/"
"""For which a site is built; each copy has its own."""
_PATIENCE = 60
"""Seconds that a page may need for what a test waits for."""
_FAILED = pytest.StashKey[bool]()


def program() -> str | None:
    """The user's own browser, or Debian's Chromium: without a window it loads a page in three
    quarters of the time.
    """
    return next(
        (
            path
            for name in (os.environ.get("CASEBOOK_CHROMIUM"), *_NAMES)
            if name and (path := shutil.which(name))
        ),
        None,
    )


def launch(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path=program(), args=_QUIET)


@cache
def missing() -> str:
    """What this machine lacks for the browser tests, and what to install; empty where nothing is
    lacking.
    """
    browser = program()
    if not browser:
        return "The browser tests found no Chromium. Install one (Debian: apt-get install chromium), or set CASEBOOK_CHROMIUM to a Chromium or Chrome."
    why = _fault(*compute_driver_executable(), "--version", surroundings=get_driver_env())
    if why:
        return f"Playwright's driver does not start ({why}). A small system lacks libatomic1: install it (Debian: apt-get install libatomic1)."
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        why = _fault(
            browser,
            *_QUIET,
            "--headless",
            f"--user-data-dir={profile}",
            "--dump-dom",
            "about:blank",
        )
    if why:
        return f"{browser} does not start ({why}). Install what it lacks, or set CASEBOOK_CHROMIUM to another Chromium or Chrome."
    return ""


def _fault(*command: str, surroundings: dict[str, str] | None = None) -> str:
    """Why a program does not run to its end, in its own last words; empty where it does."""
    try:
        ended = subprocess.run(
            command,
            env=surroundings,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=60,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as why:
        return str(why)
    return (
        ((ended.stderr.strip().splitlines() or [""])[-1] or f"it ends with {ended.returncode}")
        if ended.returncode
        else ""
    )


def pytest_collection_modifyitems(config, items):
    """Of the tests that need a browser only the first stays where there is none: it says what to
    install.
    """
    need = [test for test in items if "chromium" in getattr(test, "fixturenames", ())]
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
    """Sends files as GitHub Pages does: on one connection, to be kept for ten minutes."""

    protocol_version = "HTTP/1.1"

    def end_headers(self):
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def log_message(self, *args):
        pass

    def copyfile(self, source, outputfile):
        # the reader may have gone on to the next page
        with suppress(BrokenPipeError, ConnectionResetError):
            super().copyfile(source, outputfile)


@contextmanager
def built_and_served(
    name: str, project: Callable[[], Path], folders: pytest.TempPathFactory
) -> Iterator[tuple[Path, str]]:
    """A project's site as (folder, address), built by MkDocs as it is published, under /casebook/;
    once for all processes, each of which serves a copy.
    """
    to = folders.mktemp("served")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(to)))
    address = f"http://127.0.0.1:{server.server_port}/casebook/"
    base = folders.getbasetemp()
    made = _once(
        (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name,
        lambda to: _build(project(), to),
    )
    shutil.copytree(made, to / "casebook")
    for path in (to / "casebook").rglob("*"):
        if path.suffix in (".html", ".xml", ".txt", ".json", ".js") and _ADDRESS.encode() in (
            text := path.read_bytes()
        ):
            path.write_bytes(text.replace(_ADDRESS.encode(), address.encode()))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield to / "casebook", address
    server.shutdown()
    server.server_close()


def _build(project: Path, to: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(to)],
        cwd=project,
        check=True,
        env={**os.environ, **SURROUNDINGS, "SITE_URL": _ADDRESS},
    )


def _once(to: Path, make: Callable[[Path], None]) -> Path:
    """The folder, made by the first process that needs it; the others wait for it."""
    lock = to.with_suffix(".lock")
    while not to.exists():
        try:
            lock.mkdir()
        except FileExistsError:
            time.sleep(0.1)
            continue
        try:
            if not to.exists():
                make(to.with_suffix(".part"))
                to.with_suffix(".part").rename(to)
        finally:
            lock.rmdir()
    return to


@pytest.fixture(scope="session")
def site(served):
    return served[1]


@pytest.fixture(scope="session")
def site_folder(served):
    return served[0]


def until(page: Page, expression: str) -> None:
    """Wait until it is true of the page. Playwright's own `wait_for_function` evaluates in the
    page, whose policy refuses that.
    """
    end = time.monotonic() + _PATIENCE
    while not page.evaluate(expression):
        assert time.monotonic() < end, f"never came true: {expression}"
        page.wait_for_timeout(20)


@dataclass(slots=True)
class Window:
    """A page of a browser, and whom to tell what it should not have done."""

    page: Page
    kind: str
    """The options that it was opened with and that nothing can change."""
    site: str = ""
    faults: list[str] = field(default_factory=list)

    def __post_init__(self):
        self.page.on("pageerror", lambda why: self.faults.append(str(why)))
        self.page.on(
            "request",
            lambda r: (
                None
                if r.url.startswith((self.site, "data:", "blob:", "about:"))
                else self.faults.append(r.url)
            ),
        )

    def look_as(self, width: int, height: int, media: dict[str, str]) -> None:
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.emulate_media(media="screen", **media)

    def forget(self) -> None:
        """What a test has chosen, and the page it was on."""
        self.page.evaluate("[localStorage, sessionStorage].forEach(store => store.clear())")
        self.page.context.set_offline(False)
        self.page.goto("about:blank")
        self.page.mouse.move(0, 0)
        self.faults = []


@pytest.fixture(scope="session")
def windows():
    """Those that no test uses, by kind. They are kept, for to open one costs four times as much as
    to load a page in it.
    """
    return defaultdict(list)


@pytest.fixture
def open_page(chromium, windows, site, request):
    """Opens a page of the site in a window where nobody has chosen anything; any request to another
    host, or error in a script, fails the test.

    With `fresh=True` the window is new: nothing is in its cache, and it is closed after the test.
    """
    used, faults = [], []

    def opened(path, width=1440, height=900, fresh=False, **options):
        media = {name: options.pop(name, usual) for name, usual in _MEDIA.items()}
        kind = "fresh" if fresh else repr(sorted(options.items()))
        window = (
            windows[kind].pop()
            if windows[kind]
            else Window(chromium.new_context(**options).new_page(), kind)
        )
        used.append(window)
        window.site, window.faults = site, faults
        window.look_as(width, height, media)
        window.page.goto(site + path)
        return window.page

    yield opened
    if faults or request.node.stash.get(_FAILED, False):
        ARTEFACTS.mkdir(exist_ok=True)
        for number, window in enumerate(used):
            window.page.screenshot(
                path=ARTEFACTS / f"{request.node.name.replace('/', '-')}-{number}.png"
            )
    for window in used:
        if faults or window.kind == "fresh" or request.node.stash.get(_FAILED, False):
            window.page.context.close()
        else:
            window.forget()
            windows[window.kind].append(window)
    assert faults == []
