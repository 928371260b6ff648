"""A Python-Markdown extension: handwritten pages get their Traditional Chinese in whatever program
renders them.

mkdocs.yml names it. MkDocs, ProperDocs and Zensical all run it; Zensical runs no hook.
"""

from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

from build_tools.site.handwritten import with_traditional

_LAST = -1000


class Traditional(Extension):
    """Works on the whole page, after all else. Contents lists are made before that, from headings
    one by one, and stay as written.
    """

    def extendMarkdown(self, md: Markdown) -> None:
        page = _Page(md)
        md.treeprocessors.register(_Whole(md, page), "casebook-whole", _LAST)
        md.postprocessors.register(page, "casebook-traditional", _LAST)


class _Page(Postprocessor):
    whole = False

    def run(self, text: str) -> str:
        if not self.whole:
            return text
        self.whole = False
        return text if _path(self.md).startswith("archive/") else with_traditional(text, Path.cwd())


class _Whole(Treeprocessor):
    """Says that all parts are in place: what comes to the page now is the page."""

    def __init__(self, md: Markdown, page: _Page) -> None:
        super().__init__(md)
        self.page = page

    def run(self, root: Element) -> None:
        self.page.whole = True


def _path(md: Any) -> str:
    """The page's path under docs/: MkDocs and ProperDocs tell it to what mends links, Zensical to
    its context. Empty elsewhere.
    """
    if "relpath" in md.treeprocessors:
        return str(md.treeprocessors["relpath"].file.src_uri)
    if "rendering_context" in md.preprocessors:
        return str(
            md.preprocessors["rendering_context"].page.path.replace("\\", "/").removeprefix("docs/")
        )
    return ""


def makeExtension(**settings: Any) -> Traditional:
    """The extension, by the name under which Markdown asks for it."""
    return Traditional(**settings)
