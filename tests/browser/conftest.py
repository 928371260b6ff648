"""A real site, served under a sub-path as GitHub Pages does, in a real Chromium."""

import http.server
import os
import shutil
import subprocess
import sys
import threading
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
ARTEFACTS = ROOT / "tests" / "artefacts"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium")
_QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
          "--disable-component-update", "--disable-sync"]


class _Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def copyfile(self, source, outputfile):
        try:
            super().copyfile(source, outputfile)
        except BrokenPipeError:
            pass                                     # the reader has gone on to the next page


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    """The real archive's site as (folder, address), built by MkDocs, under /casebook/."""
    served = tmp_path_factory.mktemp("served")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(served)))
    address = f"http://127.0.0.1:{server.server_port}/casebook/"
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(served / "casebook")],
                   cwd=ROOT, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": address})
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield served / "casebook", address
    server.shutdown()


@pytest.fixture(scope="session")
def site(served):
    return served[1]


@pytest.fixture(scope="session")
def site_folder(served):
    return served[0]


def launch(playwright):
    """Debian's Chromium, or the user's own."""
    found = os.environ.get("CASEBOOK_CHROMIUM") or next((path for name in _NAMES if (path := shutil.which(name))), None)
    assert found, "No Chromium found: run `make test`, which installs it, or set CASEBOOK_CHROMIUM"
    return playwright.chromium.launch(executable_path=found, args=_QUIET)


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


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
    ARTEFACTS.mkdir(exist_ok=True)
    for number, context in enumerate(contexts):
        for page in context.pages:
            page.screenshot(path=ARTEFACTS / f"{request.node.name}-{number}.png")
        context.close()
    assert faults == []
