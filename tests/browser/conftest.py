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


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory):
    """The real archive's site, built by MkDocs."""
    served = tmp_path_factory.mktemp("served")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(served / "casebook")],
                   cwd=ROOT, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    return served / "casebook"


@pytest.fixture(scope="session")
def site(site_folder):
    """Its address, under /casebook/."""
    served = site_folder.parent
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(served)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/casebook/"
    server.shutdown()


@pytest.fixture(scope="session")
def chromium():
    found = os.environ.get("CASEBOOK_CHROMIUM") or next((path for name in _NAMES if (path := shutil.which(name))), None)
    assert found, "No Chromium found: run `make test`, which installs it, or set CASEBOOK_CHROMIUM"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=_QUIET)
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
