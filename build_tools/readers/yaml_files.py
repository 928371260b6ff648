"""YAML as editors write it: every scalar a string, every mistake with its line."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError
from rapidfuzz import process

from build_tools.model.problem import Place, Problem, error

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
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
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as why:
        return None, (error(Place(file), "yaml-not-utf8", f"Byte {why.start + 1} is not UTF-8", "Save the file as UTF-8"),)
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as why:
        return None, (_syntax(file, why),)
    if node is None:
        return None, (error(Place(file), "yaml-empty", "The file is empty", "Write the record, or delete the file"),)
    lines: Lines = {}
    problems: list[Problem] = []
    plain = _plain(node, (), file, lines, problems, frozenset())
    loaded = Loaded(None, file, lines)
    try:
        record = _adapter(kind).validate_python(plain)
    except ValidationError as why:
        problems += [_invalid(loaded, fault, kind) for fault in why.errors()]
        record = None
    return (Loaded(record, file, lines) if record is not None and not problems else None), tuple(problems)


@cache
def _adapter(kind: Any) -> TypeAdapter:
    return TypeAdapter(kind)


def _plain(node: yaml.Node, path: tuple, file: str, lines: Lines, problems: list[Problem], within: frozenset[int]) -> Any:
    """The node as dicts, lists and strings; only `true`, `false` and nothing are more than strings."""
    lines[path] = node.start_mark.line + 1
    if id(node) in within:
        problems.append(error(Place(file, lines[path]), "yaml-loop", "An alias refers to what it stands in", "Write the text out"))
        return None
    within = within | {id(node)}
    if isinstance(node, yaml.ScalarNode):
        if node.style is None and node.value in ("true", "false"):
            return node.value == "true"
        return None if node.style is None and node.value in ("", "~", "null") else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*path, n), file, lines, problems, within) for n, child in enumerate(node.value)]
    found: dict[str, Any] = {}
    for key, value in node.value:
        name = str(key.value)
        line = key.start_mark.line + 1
        if name in found:
            problems.append(error(Place(file, line), "yaml-key-twice", f"The key “{name}” stands twice", "Keep one of them"))
        found[name] = _plain(value, (*path, name), file, lines, problems, within)
        lines[(*path, name)] = line
    return found


def _syntax(file: str, why: yaml.YAMLError) -> Problem:
    mark = getattr(why, "problem_mark", None)
    what = getattr(why, "problem", None) or "it cannot be read"
    return error(Place(file, mark.line + 1 if mark else None), "yaml-syntax", f"This is no valid YAML: {what}",
                 "Put texts that hold “: ” or begin with a sign in quotation marks, and indent with blanks")


def _invalid(loaded: Loaded, fault: Any, kind: Any) -> Problem:
    path = tuple(fault["loc"])
    place, key = loaded.place(*path), path[-1] if path else ""
    where = ".".join(str(part) for part in path)
    match fault["type"]:
        case "unexpected_keyword_argument" | "extra_forbidden":
            return error(place, "key-unknown", f"There is no key “{where}”", _known_keys(kind, path))
        case "missing" | "missing_argument":
            return error(place, "key-missing", f"The key “{where}” is missing", f"Add `{key}:` here")
        case "literal_error":
            return error(place, "value-unknown", f"“{fault['input']}” is no value for “{where}”", f"Use one of: {fault['ctx']['expected']}")
        case "string_pattern_mismatch":
            return error(place, "value-form", f"“{fault['input']}” has not the form of an id ({where})", "Use lower-case letters, digits and single hyphens")
        case "string_too_short":
            return error(place, "value-empty", f"“{where}” is empty", "Fill it in, or leave the key out")
        case _:
            return error(place, "value-type", f"“{where}” is not what belongs there: {fault['msg']}", "Compare with a record that works, or see docs/editing.md")


def _known_keys(kind: Any, path: tuple) -> str:
    """A hint: the most similar key of the same record."""
    schema = _adapter(kind).json_schema()
    names = {name for part in [schema, *schema.get("$defs", {}).values()] for name in part.get("properties", {})}
    near = process.extractOne(str(path[-1]), sorted(names), score_cutoff=60) if path else None
    return f"Did you mean “{near[0]}”?" if near else "Delete it, or see docs/editing.md for the keys there are"
