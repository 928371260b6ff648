"""What is wrong in an editor's file, in an editor's words: no Python, no YAML jargon where it can be helped."""

import re
from typing import Any

import yaml
from pydantic import TypeAdapter
from rapidfuzz import fuzz, process

from build_tools.model.problem import Place, Problem, error

_SYNTAX = {
    "mapping values are not allowed": "a text with “: ” in it, or a key that is indented too far",
    "cannot start any token": "a sign that may not begin a text",
    "did not find expected key": "a line that is indented differently from its neighbours, or a quotation mark that is not closed",
    "did not find expected '-' indicator": "a line that belongs to no entry of the list",
    "unexpected end of stream": "a quotation mark that is never closed",
    "did not find expected ',' or": "a bracket that is not closed, or a comma missing",
    "could not find expected ':'": "a line that is neither a key nor part of a text",
    "found another document": "a line “---”, which begins a second file",
    "undefined alias": "a text that begins with *",
    "did not find expected node content": "a sign (: , ] }) where a text belongs",
    "found unexpected ':'": "a “:” where none belongs",
    "found unknown escape character": "a backslash (\\) between double quotation marks",
    "block sequence entries are not allowed": "a “- ” on the line of its key",
    "directive name": "a line that begins with %",
    "expected <document start>": "something that belongs to nothing before it",
    "unexpected document indicator": "a line “---” or “...” within a text",
    "did not find expected alphabetic": "a text that begins with & or *",
}
"""What the YAML library says, and what an editor has most often done."""
_QUOTE = "Put a text that holds “: ” or begins with a sign (# @ & * ! | > % - ?) in straight quotation marks (\" or '), and indent with blanks"
_REMEDY = {
    "found unknown escape character": "Use single quotation marks ('), or write two backslashes",
    "block sequence entries are not allowed": "Begin the list on the next line",
    "unexpected document indicator": "Delete that line",
    "found another document": "Delete that line",
    "directive name": "Delete the line, or put the text after its key, in quotation marks",
}
"""What mends it, where quotation marks do not."""
_WIDE_COLON = re.compile(r"\s*(- )?[A-Za-z][\w-]*：")
"""`kind：person`, as a Chinese keyboard writes it."""
_NEEDS_KEYS = ("dataclass_type", "dataclass_exact_type", "dict_type", "mapping_type", "model_type", "typed_dict_type")
_CHOICE = re.compile(r"'([^']*)'(?:, | or )?")
"""A choice in pydantic's list of those allowed: 'person', 'group' or 'work'."""


def syntax(file: str, text: str, why: yaml.YAMLError) -> Problem:
    """The problem of a file that is no YAML at all.

    >>> print(syntax("editorial/archive.yml", "a: b: c", _caught("a: b: c")))
    editorial/archive.yml:1 – This cannot be read: there is a text with “: ” in it, or a key that is indented too far. \
Put a text that holds “: ” or begins with a sign (# @ & * ! | > % - ?) in straight quotation marks (" or '), and indent with blanks. [yaml-syntax]
    """
    mark = getattr(why, "problem_mark", None)
    said = getattr(why, "problem", None) or getattr(why, "reason", None) or "it cannot be read"
    line = mark.line + 1 if mark else None
    if isinstance(why, yaml.reader.ReaderError):
        at = next((n for n, char in enumerate(text) if not _printable(char)), None)
        said, line = "an invisible control character", text.count("\n", 0, at) + 1 if at is not None else None
        return error(Place(file, line), "yaml-syntax", f"This cannot be read: there is {said}", "Delete the line and type it again")
    lines = text.splitlines()
    if line and line <= len(lines) and "\t" in lines[line - 1][: len(lines[line - 1]) - len(lines[line - 1].lstrip())]:
        return error(Place(file, line), "yaml-syntax", "This cannot be read: the line is indented with a tab", "Indent with blanks")
    wide = next((n for n in range(1, (line or 0) + 1) if _WIDE_COLON.match(lines[n - 1])), None) if line and line <= len(lines) else None
    if wide:
        return error(Place(file, wide), "yaml-syntax", "This cannot be read: after the key stands a full-width colon (：)", "Write “: ”, a colon and a blank")
    what = next((ours for theirs, ours in _SYNTAX.items() if theirs in said), "")
    remedy = next((ours for theirs, ours in _REMEDY.items() if theirs in said), _QUOTE)
    return error(Place(file, line), "yaml-syntax", f"This cannot be read: {f'there is {what}' if what else said}", remedy)


def _caught(text: str) -> yaml.YAMLError:
    try:
        yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as why:
        return why
    raise AssertionError(text)


def _printable(char: str) -> bool:
    return char in "\t\n\r\x85" or " " <= char <= "~" or (char >= "\xa0" and not "\ud800" <= char <= "\udfff" and char not in "\ufffe\uffff")


def invalid(place: Place, fault: Any, kind: TypeAdapter) -> Problem:
    """The problem of a key or value that does not belong where it stands."""
    path = tuple(part for part in fault["loc"] if not str(part).startswith("function-"))
    key, where, given = (path[-1] if path else ""), _where(path), fault["input"]
    match fault["type"]:
        case "unexpected_keyword_argument" | "extra_forbidden":
            return error(place, "key-unknown", f"There is no key “{where}”", _known_keys(kind, path))
        case "missing" | "missing_argument":
            return error(place, "key-missing", f"The key “{where}” is missing", f"Add `{key}:` here")
        case _ if given is None or given == "":
            return error(place, "value-empty", f"“{where}” is empty", "Fill it in, or leave the key out; a text that begins with # needs quotation marks")
        case "date_form":
            return error(place, "date-form", fault["ctx"]["what"], fault["ctx"]["hint"])
        case "literal_error" if isinstance(given, str):
            return error(place, "value-unknown", f"“{_short(given)}” is no value for “{where}”",
                         f"Use one of: {', '.join(_CHOICE.findall(fault['ctx']['expected']))}")
        case "string_pattern_mismatch":
            return error(place, "value-form", f"“{_short(given)}” has not the form of an id ({where})", "Use lower-case letters, digits and single hyphens")
        case "string_too_short":
            return error(place, "value-empty", f"“{where}” is empty", "Fill it in, or leave the key out")
        case "string_too_long":
            return error(place, "value-form", f"“{_short(given)}” is too long ({where})", f"Use at most {fault['ctx']['max_length']} characters")
        case kind_of_fault:
            return error(place, "value-type", f"{f'“{where}”' if where else 'The file'} holds {_called(given)}, but {_wanted(kind_of_fault)} belongs there",
                         "Compare with a record that works, or see docs/editing.md")


def _where(path: tuple[str | int, ...]) -> str:
    """A path as an editor counts: `roles › 1 › title`."""
    return " › ".join(str(part + 1) if isinstance(part, int) else part for part in path)


def _short(text: Any) -> str:
    return text if len(text := str(text)) <= 60 else text[:57] + "…"


def _called(given: Any) -> str:
    match given:
        case dict():
            return "keys"
        case list():
            return "a list"
        case bool():
            return f"“{str(given).lower()}”"
    return f"the text “{_short(given)}”"


def _wanted(fault: str) -> str:
    if fault in _NEEDS_KEYS:
        return "a record (`key: value`, each on a line of its own)"
    if fault in ("tuple_type", "list_type", "too_short"):
        return "a list (each entry on a line of its own that begins with “- ”)"
    if fault.startswith("bool"):
        return "true or false"
    return "a text"


def _known_keys(kind: TypeAdapter, path: tuple) -> str:
    """A hint: the most similar key of the same kind of file."""
    schema = kind.json_schema()
    names = {name for part in [schema, *schema.get("$defs", {}).values()] for name in part.get("properties", {})}
    near = process.extractOne(str(path[-1]), sorted(names), scorer=fuzz.ratio, score_cutoff=60) if path else None
    return f"Did you mean “{near[0]}”?" if near else "Delete it, or see docs/editing.md for the keys there are"
