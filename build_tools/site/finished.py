"""Pages that were made finished: Markdown would leave them as they are and take four fifths of a site's build to find out.

Their bodies are read when they are printed, and forgotten, so that a large archive is never in memory whole. Without this
MkDocs gives the same site (`tests/test_finished.py`), as other site generators do.
"""

import re
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.structure.toc import TableOfContents

_FRONT = re.compile(r"---\n.*?\n---\n", re.S)
_made: frozenset[str] = frozenset()


def remember(names: Iterable[str]) -> None:
    """Which pages, by name under docs/archive/, the archive has just made."""
    global _made
    _made = frozenset(f"archive/{name}" for name in names)


class Body:
    """What a page's file holds behind its front matter: a text for templates, read when it is first asked for."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._text: str | None = None

    def __str__(self) -> str:
        if self._text is None:
            self._text = _FRONT.sub("", self.file.read_text(encoding="utf-8"), count=1).strip()
        return self._text

    def __contains__(self, words: str) -> bool:
        return words in str(self)

    def forget(self) -> None:
        self._text = None


class Anchors:
    """The ids of a finished page, for links that lead there."""

    def __init__(self, body: Body) -> None:
        self.body = body

    def __contains__(self, id: str) -> bool:
        return f' id="{id}"' in self.body


def on_pre_page(page: Any, config: Any, files: Any) -> Any:
    """A page that the archive has made is not rendered as Markdown."""
    if page.file.src_uri in _made:
        page.render = partial(_rendered, page)
    return page


def _rendered(page: Any, config: Any, files: Any) -> None:
    """Instead of what MkDocs does with Markdown. A finished page has its own contents, and its links were checked when it
    was made.
    """
    page.content = Body(Path(page.file.abs_src_path))
    page.markdown = ""
    page.toc = TableOfContents([])
    page.present_anchor_ids = Anchors(page.content)
    page.links_to_anchors = {}


def on_post_page(output: str, page: Any, config: Any) -> str:
    """The page is written: its text need not be kept."""
    if isinstance(page.content, Body):
        page.content.forget()
    return output
