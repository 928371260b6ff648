"""What people write under docs/: pages that would run or fetch what no page of the archive may."""

import os
import re
from collections.abc import Iterator
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

from markdown import markdown

from build_tools.model.problem import Place, Problem, warning
from build_tools.readers.texts import no_text

_EXTENSIONS = ["attr_list", "md_in_html", "footnotes", "tables", "fenced_code"]
"""Those of mkdocs.yml that make attributes or keep code from being HTML."""
_AS_THE_SITE = {"tables": {"use_align_attribute": True}}
_ENDS = (".md", ".html", ".htm", ".xhtml", ".svg", ".css")
_ACTIVE = frozenset(
    {"script", "iframe", "frame", "object", "embed", "applet", "base", "meta", "link", "form"}
)
"""Elements that run, fetch, send or change the page around them. Style sheets and scripts are named
in mkdocs.yml.
"""
_FETCHED = frozenset({"src", "srcset", "poster", "data", "background", "xlink:href"})
_FOREIGN = re.compile(r"(?:^|,)\s*(?:[a-z][a-z0-9+.-]*:)?//", re.I)
"""The address of another host: `https://cdn.example.org/a.png`, `//cdn.example.org/a.png`."""
_RUNS = re.compile(
    r"[\x00-\x20]*(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:|[\x00-\x20]*data:(?!image/)",
    re.I,
)
"""`javascript:alert(1)`, also with the blanks and line breaks that browsers pass over."""
_IN_STYLE = re.compile(
    r"(?:url\(|@import)\s*(?:url\()?\s*[\"']?\s*(?P<address>(?:https?:)?//[^\s\"')]+)", re.I
)


def handwritten(root: Path) -> tuple[Problem, ...]:
    """A warning for each thing that the site's policy keeps from running or loading: it would look
    as if it worked where it was written.
    """
    found: list[Problem] = []
    for inside, folders, files in os.walk(root / "docs"):
        folders[:] = sorted(
            each for each in folders if Path(inside, each) != root / "docs" / "archive"
        )
        for path in (Path(inside, name) for name in sorted(files)):
            if path.suffix.lower() in _ENDS and path.is_file() and not path.is_symlink():
                name = path.relative_to(root).as_posix()
                raw = path.read_bytes()
                why = no_text(raw)
                found += (
                    [why.as_problem(name, "page-not-utf8")]
                    if why
                    else _of_page(name, raw.decode("utf-8-sig"))
                )
    return tuple(found)


def _of_page(file: str, text: str) -> Iterator[Problem]:
    for words, what, hint in _faults(text, file.lower().rpartition(".")[2]):
        yield warning(
            Place(file, _line(text, words)), "page-active", f"“{words[:80]}” {what}", hint
        )


@lru_cache(maxsize=1024)
def _faults(text: str, kind: str) -> tuple[tuple[str, str, str], ...]:
    """Each fault once. Kept, for `mkdocs serve` asks again after each change of any file."""
    if kind == "css":
        return tuple(
            dict.fromkeys(
                (match["address"], "is loaded from another host", _OWN)
                for match in _IN_STYLE.finditer(text)
            )
        )
    page = _Page()
    page.feed(
        markdown(text, extensions=_EXTENSIONS, extension_configs=_AS_THE_SITE)
        if kind == "md"
        else text
    )
    page.close()
    return tuple(dict.fromkeys(page.faults))


def _line(text: str, words: str) -> int | None:
    """The first line that holds the words."""
    at = text.lower().find(words.lower())
    return text.count("\n", 0, at) + 1 if at >= 0 else None


_OWN = "Put the file into docs/assets/ and name it there: a page loads nothing from another host"
_STYLE = "Write it into a file of docs/assets/ that mkdocs.yml names: within a page the pages' policy keeps it from acting"
_AWAY = "Take it away: the pages' policy lets nothing run that stands in a page"


class _Page(HTMLParser):
    """Collects (words in the page, what is wrong, hint)."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in _ACTIVE:
            self.faults.append((f"<{tag}", "runs, fetches or sends something", _AWAY))
        if tag == "style" or any(name == "style" for name, _ in attributes):
            self.faults.append(
                ("<style" if tag == "style" else "style=", "is style within a page", _STYLE)
            )
        for name, value in attributes:
            if name.startswith("on"):
                self.faults.append((name, "is a script in an attribute", _AWAY))
            elif name in ("href", "xlink:href", "src", "action", "formaction") and _RUNS.match(
                value or ""
            ):
                self.faults.append(((value or "").strip(), "is a script in an address", _AWAY))
            elif tag not in _ACTIVE and name in _FETCHED and _FOREIGN.search(value or ""):
                self.faults.append(((value or "").strip(), "is loaded from another host", _OWN))

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attributes)
