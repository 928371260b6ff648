"""What people write under docs/: pages that would run or fetch what no page of the archive may."""

import os
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from markdown import markdown

from build_tools.model.problem import Place, Problem, warning
from build_tools.readers.page_heads import in_head
from build_tools.readers.page_lines import line_of
from build_tools.readers.page_parts import Fault, Parts, in_style_sheet
from build_tools.readers.syntax import left_by_git
from build_tools.readers.texts import no_text

_EXTENSIONS = ["attr_list", "md_in_html", "footnotes", "tables", "fenced_code"]
"""Those of mkdocs.yml that make attributes or keep code from being HTML."""
_AS_THE_SITE = {"tables": {"use_align_attribute": True}}
_TEXTS = (".md", ".html", ".htm", ".xhtml", ".svg", ".css")
"""Files that must be text."""
_OF_PROGRAMS = (".js", ".mjs", ".json", ".csv", ".txt", ".yml", ".map", ".bib")
"""Files that a browser shows as text, or runs only where mkdocs.yml or a template names them."""


def handwritten(root: Path) -> tuple[Problem, ...]:
    """A problem for each thing that the site's policy keeps from running or loading: it would look
    as if it worked where it was written; and for heads of pages that MkDocs would misread.
    """
    found: list[Problem] = []
    for inside, folders, files in os.walk(root / "docs"):
        folders[:] = sorted(
            each for each in folders if Path(inside, each) != root / "docs" / "archive"
        )
        for path in (Path(inside, name) for name in sorted(files)):
            if path.suffix.lower() not in _OF_PROGRAMS and path.is_file() and not path.is_symlink():
                found += _of_file(path, path.relative_to(root).as_posix(), root)
    return (*found, *_half_merged(root))


def _half_merged(root: Path) -> Iterator[Problem]:
    """Templates, scripts and settings in which Git has left two versions: most would be published
    with both.
    """
    lines = [
        *(root / "templates").rglob("*.html"),
        *(root / "docs" / "assets").rglob("*.js"),
        root / "mkdocs.yml",
    ]
    for path in sorted(lines):
        raw = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
        if b"<<<<<<< " in raw and no_text(raw) is None:
            merging = left_by_git(path.relative_to(root).as_posix(), raw.decode(), any_text=True)
            yield from [merging] if merging else []


def _of_file(path: Path, file: str, root: Path) -> Iterator[Problem]:
    raw = path.read_bytes()
    why = no_text(raw)
    if why and path.suffix.lower() in _TEXTS:
        yield why.as_problem(file, "page-not-utf8")
    elif why is None:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        merging = left_by_git(file, text, any_text=True)
        if merging:
            yield merging
        kind = path.suffix.lower()[1:]
        if kind == "md":
            yield from in_head(file, text, root)
        for words, what, hint, line in _faults(text, kind):
            yield warning(Place(file, line), "page-active", f"“{words[:80]}” {what}", hint)


@lru_cache(maxsize=1024)
def _faults(text: str, kind: str) -> tuple[tuple[str, str, str, int | None], ...]:
    """Each fault once, with its line. Kept, for `mkdocs serve` asks again after each change of any
    file.
    """

    def often(each: Fault, text: str) -> int:
        return Counter(_all_faults(text, kind))[each]

    return tuple(
        (*each, line_of(text, each[0], lambda text, each=each: often(each, text)))  # type: ignore[misc]
        for each in dict.fromkeys(_all_faults(text, kind))
    )


def _all_faults(text: str, kind: str) -> list[Fault]:
    if kind == "css":
        return in_style_sheet(text)
    page = Parts()
    page.feed(
        markdown(text, extensions=_EXTENSIONS, extension_configs=_AS_THE_SITE)
        if kind == "md"
        else text
    )
    page.close()
    return page.faults
