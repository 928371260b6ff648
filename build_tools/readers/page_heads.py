"""page-head: what stands above a handwritten page, between two lines `---`, and says how it is shown."""

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

import yaml
from rapidfuzz import process

from build_tools.model.problem import Place, Problem, error, warning

_HEAD = re.compile(r"-{3}[ \t]*\n(?P<said>.*?\n)(?:\.{3}|-{3})[ \t]*(?:\n|\Z)", re.S)
"""A page's head, as MkDocs finds it."""
_OPEN = re.compile(r"-{3}[ \t]*\n(?:[ \t]*\n)*(?P<key>[a-z_]+):\s", re.I)
"""The start of one: `---`, then `title: …`."""
_TAKEN = re.compile(r"[ ]{0,3}(?P<key>[A-Za-z0-9_-]+):\s*(?P<value>.*)")
"""`Note: this page …`: the first lines of a page, which MkDocs takes for its head also without `---`."""
_KEYS = {
    "title": str,
    "description": str,
    "template": str,
    "icon": str,
    "status": str,
    "subtitle": str,
    "hide": list,
    "search": dict,
    "tags": list,
}
"""What MkDocs and Material read, and of which kind it is."""
_KINDS = {str: "text", list: "a list", dict: "keys and values"}


def in_head(file: str, text: str, root: Path) -> Iterator[Problem]:
    """What is wrong in the head of a page: what nothing reads, and what would be read as text, or text
    as that.
    """
    found = _HEAD.match(text)
    if found is None:
        yield from _without(file, text)
        return
    try:
        said = yaml.load(found["said"], yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError) as why:
        line = mark.line + 2 if (mark := getattr(why, "problem_mark", None)) else 1
        yield error(
            Place(file, line),
            "page-head",
            "The head of the page is not valid from here on, so it would be shown as text",
            "Put quotation marks round a title that holds a colon and a blank",
        )
        return
    for key, value in said.items() if isinstance(said, dict) else ():
        line = _line(text, str(key))
        yield from _of_key(Place(file, line), key, value, root)


def _without(file: str, text: str) -> Iterator[Problem]:
    """Of a page that has no head, and begins like one."""
    if _OPEN.match(text):
        yield error(
            Place(file, 1),
            "page-head",
            "The head of the page has no end, so it would be shown as text",
            "Write a line `---` below it",
        )
    first = _TAKEN.match(text)
    if first:
        yield error(
            Place(file, 1),
            "page-head",
            f"“{text.splitlines()[0][:60]}” is taken for the head of the page, as all lines up to the first blank one are, and not shown",
            "Put a blank line, or a heading, above it; if it is meant as the head, a line `---` above and below",
        )


def _of_key(place: Place, key: object, value: object, root: Path) -> Iterator[Problem]:
    if key not in _KEYS:
        near = process.extractOne(str(key), [*_KEYS], score_cutoff=60)
        yield warning(
            place,
            "page-head",
            f"Nothing reads “{key}” in the head of a page",
            f"Did you mean “{near[0]}”?" if near else f"Use one of: {', '.join(_KEYS)}",
        )
    elif not isinstance(value, _KEYS[key]):
        yield error(
            place,
            "page-head",
            f"“{key}” is {_KINDS[_KEYS[key]]}, and this is not",
            "Put it into quotation marks"
            if _KEYS[key] is str
            else "Write it as in docs/index.md, or take it away",
        )
    elif key == "template" and not _is_template(str(value), root):
        yield error(
            place,
            "page-head",
            f"There is no template “{value}”",
            "Take the line away, for handwritten pages need no template; or name a file of templates/theme/",
        )


def _is_template(name: str, root: Path) -> bool:
    """Whether it is a file of ours, or of Material."""
    material = importlib.util.find_spec("material")
    folders = [root / "templates" / "theme"]
    folders += [Path(material.origin).parent / "templates"] if material and material.origin else []
    return any((folder / name).is_file() for folder in folders) and ".." not in Path(name).parts


def _line(text: str, key: str) -> int:
    """The line that begins with the key."""
    lines = text.split("\n")
    return next((n for n, line in enumerate(lines, 1) if line.startswith(f"{key}:")), 1)
