"""link-broken: a link between generated pages that leads nowhere. A bug of ours, or an id lost
between builds.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping

from build_tools.model.printed import Printed
from build_tools.model.problem import Place, Problem, error

_LINK = re.compile(r'<a [^>]*?href="([^"]*)"')
_ID = re.compile(r'<[a-z0-9]+ [^>]*?id="([^"]*)"')


def printed(text: str) -> Printed:
    """A page with its ids and links."""
    return Printed(text, frozenset(_ID.findall(text)), tuple(dict.fromkeys(_LINK.findall(text))))


def check(pages: Mapping[str, Printed], exports: Iterable[str] = ()) -> Iterator[Problem]:
    """Every relative link must reach a page or an export of the archive, and its fragment an id
    there. Handwritten pages, outside docs/archive/, are not known here, nor other sites.

    What many links miss on one kind of page is one problem: its template.
    """
    ids = {_address(name): page.ids for name, page in pages.items()}
    ids |= {name: frozenset() for name in exports}
    broken: dict[str, list[tuple[str, str]]] = {}
    for name, page in pages.items():
        own = _address(name)
        base = posixpath.dirname(own)
        for href in page.hrefs:
            path, _, fragment = href.partition("#")
            path = path.partition("?")[0]
            path = path.removeprefix("archive/") if name == "home.html" else path
            target = posixpath.normpath(posixpath.join(base, path)) if path else own
            if target.startswith("../") or href.startswith("https://"):
                continue
            if target not in ids:
                broken.setdefault("", []).append((name, f"There is no page {target}"))
            elif fragment and fragment not in ids[target]:
                kind = posixpath.dirname(target)
                broken.setdefault(kind, []).append((name, f"There is no #{fragment} on {target}"))
    for kind, links in broken.items():
        yield from [_many(kind, links)] if kind and len(links) > _FEW else map(_one, links)


_FEW = 10


def _one(link: tuple[str, str]) -> Problem:
    name, what = link
    return error(
        Place(f"docs/archive/{name}"),
        "link-broken",
        what,
        "Please report this as a fault of the build tools",
    )


def _many(kind: str, links: list[tuple[str, str]]) -> Problem:
    return error(
        Place(f"docs/archive/{kind}"),
        "link-broken",
        f"{len(links)} links lead to places that these pages do not have: {links[0][1]}",
        "If templates/ was changed, restore what makes these pages; else please report this as a fault of the build tools",
    )


def _address(name: str) -> str:
    return name.removesuffix(".md") + ".html" if name.endswith(".md") else name
