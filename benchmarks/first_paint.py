"""How soon a source's text is painted on a slow phone. Run after `mkdocs build`: `python -m
benchmarks.first_paint`.
"""

import gzip
import http.server
import statistics
import sys
import threading
from functools import partial
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browsing import launch

ROOT = Path(__file__).resolve().parents[1]
TIMES = 7
SLOW_PHONE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
"""1.6 Mbit/s down and 150 ms there and back: the "fast 3G" of Chromium's own tools."""
PAINTED = """new Promise(done => new PerformanceObserver(list => {
    const text = list.getEntriesByName("first-contentful-paint")[0];
    if (text) done(text.startTime);
}).observe({type: "paint", buffered: true}))"""


class Packed(http.server.SimpleHTTPRequestHandler):
    """Sends texts as gzip, as GitHub Pages does."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        body = gzip.compress(path.read_bytes(), 6) if path.is_file() else b""
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def painted(browser, address: str) -> float:
    """Milliseconds to the first contentful paint, with an empty cache."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, is_mobile=True)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_PHONE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(address)
    time = page.evaluate(PAINTED)
    context.close()
    return time


def main() -> None:
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(Packed, directory=str(ROOT / "site"))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for page in sorted((ROOT / "site" / "archive" / "sources").glob("*_*.html")):
            times = [
                painted(
                    browser, f"http://127.0.0.1:{server.server_port}/archive/sources/{page.name}"
                )
                for _ in range(TIMES)
            ]
            print(
                f"{page.stem:24} best {min(times):5.0f} ms  median {statistics.median(times):5.0f} ms"
            )
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    sys.exit(main())
