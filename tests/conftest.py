"""What several tests share: copies of the archive and of the small one, the real commands, and
pages as readers get them.
"""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.groups import (  # noqa: F401  (pytest looks for its hooks here)
    pytest_collection_finish,
    pytest_collection_modifyitems,
    pytest_ignore_collect,
    pytest_make_collect_report,
    pytest_report_header,
    pytest_runtest_protocol,
    pytest_xdist_auto_num_workers,
    pytest_xdist_make_scheduler,
)

pytest_plugins = ["tests.browsing"]
ROOT = Path(__file__).resolve().parents[1]
SITE = Path(__file__).resolve().parent / "site"
"""A small whole archive: one Chinese and one English seed, a few records."""
SHOWCASE = Path(__file__).resolve().parent / "showcase"
"""A larger one, invented, with one of everything that a page can show."""
VOID = {
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "track",
    "wbr",
}
SURROUNDINGS = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "SOURCE_DATE_EPOCH": "1767225600"}
"""MkDocs stamps sitemap.xml.gz with the time of the build, unless SOURCE_DATE_EPOCH says which."""


def copy_project(to: Path, archive: Path = ROOT) -> Path:
    """The real archive, or another one's seeds and editorial, with the whole program in another
    folder, and nothing generated.

    What Python has compiled goes along, else each command in the copy would compile the program
    anew.
    """
    for name in ("seeds", "editorial", "templates", "build_tools", "docs"):
        shutil.copytree(
            (archive if name in ("seeds", "editorial") else ROOT) / name,
            to / name,
            ignore=shutil.ignore_patterns("*.pyc.*", ".writing-*"),
        )
    shutil.rmtree(to / "docs" / "archive", ignore_errors=True)
    shutil.copy(ROOT / "mkdocs.yml", to)
    return to


def copy_small(to: Path) -> Path:
    """The small archive, with the real templates."""
    shutil.copytree(SITE, to, dirs_exist_ok=True)
    shutil.copytree(ROOT / "templates", to / "templates")
    return to


def run(
    folder: Path, *command: str, limit: float = 600, errors: str = "strict", **surroundings: str
) -> subprocess.CompletedProcess[str]:
    """A module's command (`mkdocs build`, `build_tools sync`), run there as a user runs it;
    `errors` for what is no UTF-8 in its output.
    """
    paths = {"PYTHONPATH": str(ROOT)} if command[0] == "build_tools" else {}
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env={**os.environ, **SURROUNDINGS, **paths, **surroundings},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors=errors,
        timeout=limit,
        check=False,
    )


def files_below(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@dataclass
class Element:
    """One element of a page."""

    tag: str
    attributes: dict[str, str]
    parent: "Element | None" = None
    children: list["Element | str"] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    def text(self, without: str = "") -> str:
        """All its words; without those of elements that have the class."""
        return "".join(
            c if isinstance(c, str) else "" if without and without in c.classes else c.text(without)
            for c in self.children
        )

    def all(self, tag: str = "", **wanted: str):
        """Every element below it that has the tag, and the class (`of=`) or attributes."""
        for child in self.children:
            if isinstance(child, Element):
                of = wanted.get("of")
                rest = {k: v for k, v in wanted.items() if k != "of"}
                if (
                    (not tag or child.tag == tag)
                    and (not of or of in child.classes)
                    and all(child.attributes.get(k) == v for k, v in rest.items())
                ):
                    yield child
                yield from child.all(tag, **wanted)

    def words(self, **wanted: str):
        """Every paragraph or heading below it."""
        yield from (
            each for each in self.all(**wanted) if each.tag in ("p", "h1", "h2", "h3", "h4")
        )

    def first(self, tag: str = "", **wanted: str) -> "Element":
        return next(self.all(tag, **wanted))


class _Tree(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = self.here = Element("", {})

    def handle_starttag(self, tag, attrs):
        made = Element(tag, {key: value or "" for key, value in attrs}, self.here)
        self.here.children.append(made)
        if tag not in VOID:
            self.here = made

    def handle_startendtag(self, tag, attrs):
        self.here.children.append(
            Element(tag, {key: value or "" for key, value in attrs}, self.here)
        )

    def handle_endtag(self, tag):
        at = self.here
        while at.parent is not None and at.tag != tag:
            at = at.parent
        self.here = at.parent or self.here

    def handle_data(self, data):
        self.here.children.append(data)


def parsed(html: str) -> Element:
    """The page as a tree, as the standard library's parser sees it."""
    tree = _Tree()
    tree.feed(html)
    tree.close()
    return tree.root


def seed_as_found(page: Element) -> list[tuple[str, str]]:
    """From a source page's last section: each line of the seed as (what is in the text, what is
    hidden).
    """
    lines = []
    for row in page.first("details", id="seed").all("li"):
        hidden = "".join(part.text() for part in row.all("del"))
        shown = "".join(
            c if isinstance(c, str) else "" for code in row.all("code") for c in code.children
        )
        lines.append((shown, hidden))
    return lines


def content(text: str) -> str:
    """Only letters, digits and Han: what no step may lose."""
    return "".join(re.findall(r"[^\W_]", text))


def problem_lines(output: str) -> list[str]:
    """The problems in what `casebook` printed, a line each."""
    return re.findall(r"^(?:error|warning) (.+)$", output, re.M)


@pytest.fixture
def small(tmp_path) -> Path:
    return copy_small(tmp_path / "archive")
