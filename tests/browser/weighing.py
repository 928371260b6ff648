"""What a page costs over the wire, as gzip at level 6 sends it."""

import gzip
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

BUDGET = 150_000


def fetched(chromium, site, path):
    """Every file that a first visit to the page asks for before it has settled, with its size."""
    page, responses = chromium.new_page(), []
    page.on("response", lambda response: responses.append(response))
    page.goto(site + path, wait_until="networkidle")
    sizes = {}
    for response in responses:
        name = urlsplit(response.url).path.removeprefix(urlsplit(site).path)
        packed = PurePosixPath(name).suffix in (".png", ".woff2")
        sizes[name] = len(response.body() if packed else gzip.compress(response.body(), 6))
    page.close()
    return sizes


def body(page: Path) -> int:
    """The size of the page itself."""
    return len(gzip.compress(page.read_bytes(), 6))
