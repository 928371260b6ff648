"""Three engines on the same queries: ours, Pagefind, and Material's lunr with jieba. What they
find, page by page.

    python benchmarks/search_engines.py OUR_SITE LUNR_SITE

OUR_SITE is a built site; LUNR_SITE one that was built with Material's search plugin (any commit
before decision 005).
Pagefind is not a dependency: `pip install pagefind pagefind_bin`. It is given the texts folded as
ours are, a space
round each Chinese character, and each Chinese word of the query as a phrase: its best result in
earlier measurements.
"""

import gzip
import html
import http.server
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from playwright.sync_api import sync_playwright

from build_tools.language.folding import fold
from build_tools.model.addresses import of_record as address
from build_tools.model.archive import Archive
from build_tools.pipeline import build
from build_tools.search.documents import SEARCHED
from build_tools.search.searchable import other_names, unseen_names

ROOT = Path(__file__).resolve().parents[1]
QUERIES = yaml.safe_load(
    (ROOT / "tests" / "first_five" / "browser" / "queries.yml").read_text(encoding="utf-8")
)
_HAN = re.compile("([\u3400-\u9fff])")
_PAGEFIND = """async (query) => {
  const pagefind = await import("/pagefind/pagefind.js");
  const found = await pagefind.search(query);
  return Promise.all(found.results.map(async (one) => (await one.data()).url));
}"""
_OURS = """async (query) => {
  let found = await cbFind.find(query, () => true);
  if (found && found.corrected) found = await cbFind.find(found.corrected, () => true);
  if (!found) return [];
  const pages = found.records.map((card) => cbShow.address(card.kind, card.id));
  for (const number of found.sources) {
    const source = await cbFind.passages(number, found, []);
    if (source.hits.length) pages.push(cbShow.address("source", source.id));
  }
  return pages;
}"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


def spaced(text: str) -> str:
    return " ".join(_HAN.sub(r" \1 ", fold(text)).split())


def phrases(query: str) -> str:
    return " ".join(
        f'"{spaced(part)}"' if _HAN.search(part) else part
        for part in re.findall("[\u3400-\u9fff]+|[^\\s\u3400-\u9fff]+", fold(query))
    )


def pagefind_site(archive: Archive, folder: Path) -> None:
    """A small page for each source and record, with all that ours indexes of it."""
    for kind in SEARCHED[:5]:
        for id in getattr(archive, kind + "s"):
            said = [
                *archive.names[kind, id].values(),
                *other_names(archive, kind, id),
                *unseen_names(archive, kind, id),
                _squeezed(archive, kind, id),
            ]
            _page(folder / address(kind, id).replace("#", "-"), [("n", " . ".join(said))])
    for source in archive.sources.values():
        _page(
            folder / address("source", source.id),
            [
                (each.segment.id, f"{each.rendition('en').text} {each.rendition('zh-Hans').text}")
                for each in source.text
            ],
        )


def _squeezed(archive: Archive, kind: str, id: str) -> str:
    return " ".join(form.replace(" ", "") for form in unseen_names(archive, kind, id))


def _page(path: Path, parts: list[tuple[str, str]]) -> None:
    path = path if path.suffix == ".html" else path.with_suffix(".html")
    path.parent.mkdir(parents=True, exist_ok=True)
    body = "".join(f'<p id="{id}">{html.escape(spaced(words))}</p>' for id, words in parts)
    path.write_text(
        f'<!doctype html><html lang="und"><title>.</title><body data-pagefind-body>{body}</body></html>',
        encoding="utf-8",
    )


def served(folder: Path):
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(_Quiet, directory=str(folder))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def lunr(page, query: str) -> list[str]:
    """Typed into Material's box; it shows no end, so what stands there after a moment counts."""
    page.locator(".md-search__input").fill(query)
    page.locator(".md-search__input").press("End")  # it listens to keys
    page.wait_for_timeout(900)
    return page.locator(".md-search-result__link").evaluate_all("all => all.map(a => a.href)")


def judge(name: str, ask) -> None:
    """How many queries get everything, and how many of the wanted pages are found."""
    full = wanted_all = found_all = 0
    failed = []
    for query in QUERIES:
        pages = {
            re.sub(r".*/((?:actors|events|terms|cases|sources)/[^/#?]+)\.html.*", r"\1", url)
            for url in ask(str(query["ask"]))
        }
        wanted = {
            f"{one.split('/')[0]}s/{one.split('/')[1]}"
            for one in [*([query["first"]] if "first" in query else []), *query.get("also", [])]
        }
        sources = {one[:3] for one in query.get("in", [])}
        hit = len(wanted & pages) + sum(
            any(page.startswith(f"sources/{number}") for page in pages) for number in sources
        )
        all_of_it = not pages if query.get("none") else hit == len(wanted) + len(sources)
        full += all_of_it
        wanted_all += len(wanted) + len(sources)
        found_all += hit
        failed += [] if all_of_it else [str(query["ask"])]
    print(
        f"{name}: {full} of {len(QUERIES)} queries in full, {found_all} of {wanted_all} pages; not: {', '.join(failed)}",
        flush=True,
    )


def main(ours: Path, with_lunr: Path) -> None:
    archive = build(ROOT).archive
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        started = time.perf_counter()
        pagefind_site(archive, Path(folder))
        subprocess.run(
            [sys.executable, "-m", "pagefind_bin", "--site", folder, "--quiet"], check=True
        )
        print(f"Pagefind: indexed in {time.perf_counter() - started:.1f} s")
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        page = browser.new_page()
        base = served(ours)
        page.goto(base + "archive/terms/index.html")
        page.keyboard.press("/")
        page.locator(".cb-search[open]").wait_for()
        judge("Ours", lambda query: page.evaluate(_OURS, query))
        page.goto(
            served(Path(folder))
            + next(Path(folder).glob("terms/*.html")).relative_to(folder).as_posix()
        )
        judge("Pagefind", lambda query: page.evaluate(_PAGEFIND, phrases(query)))
        print(f"Pagefind: {first_bytes(browser, Path(folder)) / 1000:.0f} KB for a first query")
        page.goto(served(with_lunr) + "archive/terms/index.html")
        page.keyboard.press("/")
        page.wait_for_timeout(3000)
        judge("lunr and jieba", lambda query: lunr(page, query))
        print(
            f"lunr: {len(gzip.compress((with_lunr / 'search' / 'search_index.json').read_bytes(), 6)) / 1000:.0f} KB for a first query, without its worker"
        )


def first_bytes(browser, folder: Path) -> int:
    page = browser.new_context().new_page()
    page.goto(served(folder) + next(folder.glob("terms/*.html")).relative_to(folder).as_posix())
    asked = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.evaluate(_PAGEFIND, phrases("小米"))
    return sum(len(gzip.compress((folder / path.lstrip("/")).read_bytes(), 6)) for path in asked)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
