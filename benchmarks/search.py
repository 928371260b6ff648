"""Search, measured: index time, files, and the bytes that a first query fetches, at any number of
sources.

    python benchmarks/search.py 5 10000

Bytes are those of gzip, as GitHub Pages sends them, of every script that a fresh browser asks for
from the moment
the reader presses / until the results stand, the search's own code included.
"""

import gzip
import http.server
import shutil
import sys
import tempfile
import threading
import time
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

from benchmarks.synthetic import enlarged
from build_tools.language.chinese.convert import Converter
from build_tools.pages import view_of
from build_tools.pipeline import build
from build_tools.readers.labels import read_labels
from build_tools.search import search_files

ROOT = Path(__file__).resolve().parents[1]
QUERIES = (
    "徐洁云",
    "徐潔雲",
    "xujieyun",
    "Lei Jun",
    "leijun",
    "Lei Jnu",
    "小米",
    "KOL controversy",
    "apologise",
    "道歉",
    "凡是说小米要造车的",
    "网络舆情",
    "car",
    "zzqx",
)
_PAGE = "<!doctype html><meta charset=utf-8><html lang=en data-zh=hans data-view=both><button class=cb-search-open>Search</button><script src=assets/search.js></script>"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


def main(counts: list[int]) -> None:
    built = build(ROOT)
    converter = Converter(())
    for count in counts:
        archive = (
            enlarged(built.archive, count) if count > len(built.archive.sources) else built.archive
        )
        view = view_of(
            archive,
            read_labels(ROOT / "templates" / "labels.yml"),
            converter,
            {},
            None,
            ROOT / "templates",
        )
        with tempfile.TemporaryDirectory() as folder:
            started = time.perf_counter()
            files = dict(search_files(view))
            took = time.perf_counter() - started
            size = sum(len(text.encode()) for text in files.values())
            print(
                f"{count} sources: indexed in {took:.1f} s, {len(files)} files, {size / 1e6:.1f} MB",
                flush=True,
            )
            write(Path(folder), files)
            del files
            for query, fetched, scripts, shown in first_queries(Path(folder)):
                print(
                    f"  {query:22} {fetched / 1000:6.0f} KB in {scripts:3} scripts; {shown}",
                    flush=True,
                )


def write(folder: Path, files: dict[str, str]) -> None:
    (folder / "archive" / "search").mkdir(parents=True)
    for name, text in files.items():
        (folder / "archive" / name).write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "docs" / "assets", folder / "assets")
    (folder / "index.html").write_text(_PAGE, encoding="utf-8")


def first_queries(folder: Path):
    """(query, compressed bytes, scripts, what the reader is told), each in a browser that has
    fetched nothing yet.
    """
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(_Quiet, directory=str(folder))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        for query in QUERIES:
            context = browser.new_context()
            page = context.new_page()
            page.goto(f"http://127.0.0.1:{server.server_port}/index.html")
            asked = []
            page.on(
                "request", lambda request, asked=asked: asked.append(urlsplit(request.url).path)
            )
            page.keyboard.press("/")
            page.locator(".cb-search[open]").wait_for()
            page.locator("#cb-search-input").fill(query)
            page.locator(f'.cb-search[data-answers="{query}"]').wait_for()
            own = len(gzip.compress((folder / "assets" / "search.js").read_bytes(), 6))
            fetched = own + sum(
                len(gzip.compress((folder / path.lstrip("/")).read_bytes(), 6)) for path in asked
            )
            yield query, fetched, len(asked), page.locator(".cb-search-status").inner_text()[:60]
            context.close()
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or [5])
