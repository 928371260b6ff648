"""YAML as editors write it: every scalar a string, every mistake with its line."""

import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError

from build_tools.model.problem import Place, Problem, error
from build_tools.readers.faults import invalid, syntax

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST, _MOST = 40, 1_000_000
"""Levels and things that a file may hold: more is a slip, or an attack that grows by aliases of aliases."""
Lines = dict[tuple[str | int, ...], int]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A checked record and where each of its keys stands."""

    record: Any
    file: str
    lines: Lines

    def place(self, *path: str | int) -> Place:
        """The line of a key, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return Place(self.file, self.lines.get(path))


def load(path: Path, file: str, kind: Any) -> tuple[Loaded | None, tuple[Problem, ...]]:
    """The file as a record of the given kind, or all that is wrong with it."""
    try:
        text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8-sig"))  # as the seeds are read; a Mac may have saved it decomposed
    except UnicodeDecodeError as why:
        line = path.read_bytes()[: why.start].count(b"\n") + 1
        return None, (error(Place(file, line), "yaml-not-utf8", "From here on the file is not UTF-8", "Save the file as UTF-8"),)
    except OSError:
        return None, (error(Place(file), "yaml-unreadable", "This is no file that can be read", "Put the record there, or delete it"),)
    try:
        deep = _too_deep(text)
        node = None if deep else yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as why:
        return None, (syntax(file, text, why),)
    if deep:
        return None, (error(Place(file, deep), "yaml-nested", f"Things stand more than {_DEEPEST} levels deep in each other", "Look for stray brackets"),)
    if node is None:
        return None, (error(Place(file), "yaml-empty", "The file is empty", "Write the record, or delete the file"),)
    lines: Lines = {}
    problems: list[Problem] = []
    try:
        plain = _plain(node, (), file, lines, problems, frozenset())
    except _TooMuch:
        return None, (error(Place(file), "yaml-loop", "Aliases (*) refer to aliases, without end or nearly so", "Write the texts out"),)
    loaded = Loaded(None, file, lines)
    if problems:
        return None, tuple(problems)
    try:
        return Loaded(_adapter(kind).validate_python(plain), file, lines), ()
    except ValidationError as why:
        return None, tuple(invalid(loaded.place(*fault["loc"]), fault, _adapter(kind)) for fault in why.errors())


class _TooMuch(Exception):
    """A file that would keep the reader busy for ever."""


def _too_deep(text: str) -> int | None:
    """The line where things are nested deeper than in any record: the C loader itself crashes at 100,000 brackets."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            return event.start_mark.line + 1
    return None


@cache
def _adapter(kind: Any) -> TypeAdapter:
    return TypeAdapter(kind)


def _plain(node: yaml.Node, path: tuple, file: str, lines: Lines, problems: list[Problem], within: frozenset[int]) -> Any:
    """The node as dicts, lists and strings; only `true`, `false` and nothing are more than strings."""
    lines[path] = node.start_mark.line + 1
    if id(node) in within or len(lines) > _MOST:
        raise _TooMuch
    within = within | {id(node)}
    if isinstance(node, yaml.ScalarNode):
        if node.style is None and node.value in ("true", "false"):
            return node.value == "true"
        return None if node.style is None and node.value in ("", "~", "null") else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*path, n), file, lines, problems, within) for n, child in enumerate(node.value)]
    found: dict[str, Any] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            problems.append(error(Place(file, line), "yaml-key", "A list or record stands where a key belongs", "Write `key: value`"))
            continue
        name = key.value
        if name in found:
            problems.append(error(Place(file, line), "yaml-key-twice", f"The key “{name}” stands twice; the first is in line {lines[(*path, name)]}",
                                  "Keep one of them"))
            continue
        found[name] = _plain(value, (*path, name), file, lines, problems, within)
        lines[(*path, name)] = line
    return found
