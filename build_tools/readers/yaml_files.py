"""YAML as editors write it: every scalar a string, every mistake with its line."""

import re
from copy import deepcopy
from dataclasses import replace
from functools import cache, lru_cache, partial, reduce
from operator import getitem
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError

from build_tools.model.editorial import Lines, Loaded
from build_tools.model.problem import Place, Problem, error
from build_tools.model.record import Unfilled
from build_tools.model.source import Annotations, SourceRecord
from build_tools.readers.faults import (
    Meant,
    a_choice,
    alike,
    invalid,
    more_alike,
    of_another_kind,
    told_once,
    way_to,
)
from build_tools.readers.known_keys import is_unknown, meant_key
from build_tools.readers.syntax import left_by_git, seen, syntax
from build_tools.readers.texts import composed, not_utf8

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST, _MOST = 40, 200_000
"""Levels and things that a file may hold: more is a slip, or an attack that grows by aliases of
aliases.
"""
_SHOWN_WITHOUT_DATES = (SourceRecord, Annotations)
"""A text keeps all else that editors said of it."""
_TAG = re.compile("^tag:yaml.org,2002:")
"""What `!!int` stands for."""


def load(path: Path, file: str, kind: Any) -> tuple[Loaded | None, tuple[Problem, ...]]:
    """The file as a record of the given kind, or all that is wrong with it."""
    try:
        text = composed(path)
    except UnicodeDecodeError as why:
        return None, (not_utf8(path, file, "yaml-not-utf8", why),)
    except OSError:
        return None, (
            error(
                Place(file),
                "yaml-unreadable",
                "This is no file that can be read",
                "Put the record there, or delete it",
            ),
        )
    merging = left_by_git(file, text)
    if merging:
        return None, (merging,)
    text, unseen = seen(text, file)
    loaded, problems = _loaded(text, file, kind)
    return loaded, (*unseen, *problems)


@lru_cache(maxsize=1024)
def _loaded(text: str, file: str, kind: Any) -> tuple[Loaded | None, tuple[Problem, ...]]:
    """The text of a file as a record of the given kind. Kept, for `mkdocs serve` reads all files at
    each saved one.
    """
    try:
        refused = _refused(text, file)
        node = None if refused else yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as why:
        return None, (syntax(file, text, why),)
    if refused:
        return None, refused
    if node is None:
        return None, (
            error(
                Place(file),
                "yaml-empty",
                "The file is empty",
                "Write the record, or delete the file",
            ),
        )
    lines: Lines = {}
    problems: list[Problem] = []
    try:
        plain = _plain(node, (), file, lines, problems, frozenset())
    except _TooMuch as why:
        return None, (
            error(
                Place(file, why.args[0]),
                "yaml-loop",
                f"Aliases (*) refer to aliases without end, or the file holds more than {_MOST:,} things",
                "Write the texts out",
            ),
        )
    if problems:
        return None, tuple(problems)
    return _checked(plain, kind, Loaded(None, file, lines))


def _checked(plain: Any, kind: Any, unchecked: Loaded) -> tuple[Loaded | None, tuple[Problem, ...]]:
    """The record. Where only dates are wrong, what editors said of a source is read as if they were
    not known, and told of.
    """
    try:
        return replace(unchecked, record=_adapter(kind).validate_python(plain)), ()
    except ValidationError as why:
        faults = why.errors()
    meant_of = partial(_meant, plain, kind)
    faults = told_once(faults, meant_of)
    other = of_another_kind(unchecked.place(), plain, faults)
    if other:
        return None, (other,)
    meant = _as_meant(deepcopy(plain), kind, faults, unchecked.lines)
    faults += [
        fault
        for fault in _faults(meant, kind, meant_of)
        if all((fault["type"], fault["loc"]) != (each["type"], each["loc"]) for each in faults)
    ]
    told = tuple(
        more_alike(
            invalid(
                unchecked.place(*fault["loc"], *fault.get("ctx", {}).get("at", ())),
                fault,
                _adapter(kind),
                _beside(plain, fault["loc"]),
            ),
            more,
        )
        for fault, more in alike(faults, meant_of)
    )
    if kind not in _SHOWN_WITHOUT_DATES or any(fault["type"] != "date_form" for fault in faults):
        return _half(meant, kind, unchecked), told
    for fault in faults:
        *way, key = fault["loc"]
        reduce(getitem, way, plain)[key] = fault["ctx"]["instead"]
    return replace(unchecked, record=_adapter(kind).validate_python(plain)), told


def _meant(plain: Any, kind: Any, fault: Any) -> str:
    """The key that was meant by the unknown one of a fault."""
    way = way_to(fault)
    return (
        meant_key(_adapter(kind), way, _beside(plain, way), fault["input"])
        if way and is_unknown(fault)
        else ""
    )


def _faults(plain: Any, kind: Any, meant: Meant) -> list[Any]:
    try:
        _adapter(kind).validate_python(plain)
    except ValidationError as why:
        return told_once(why.errors(), meant)
    return []


def _as_meant(plain: Any, kind: Any, faults: list[Any], lines: Lines) -> Any:
    """The record with its misspelt keys as they were meant, and the lines of what stands there
    under those, so that their values are read, too.
    """
    for fault in faults:
        way = way_to(fault)
        key = _meant(plain, kind, fault)
        if (
            key and isinstance(part := _part_at(plain, way[:-1]), dict) and part.get(way[-1])
        ):  # an empty one holds its value: `zh-Hans：徐洁云`
            part[key] = part.pop(way[-1])
            lines.update(
                {
                    (*way[:-1], key, *path[len(way) :]): line
                    for path, line in lines.items()
                    if path[: len(way)] == way
                }
            )
    return plain


_MOST_FAULTS = 40
"""In one file, of which no more are taken out one by one."""


STANDING_IN = "x"
_STAND_INS: tuple[Any, ...] = (
    "",
    STANDING_IN,
    [],
    {"en": STANDING_IN, "zh-Hans": STANDING_IN},
    "XXXX",
)
"""One of them fits wherever a record must hold something and holds nothing, or something faulty."""


def _half(plain: Any, kind: Any, unchecked: Loaded) -> Loaded | None:
    """What is left of a faulty record without its faults; nothing, if too little is."""
    tried = 0
    for _ in range(_MOST_FAULTS):
        try:
            return replace(unchecked, record=_adapter(kind).validate_python(plain), half=True)
        except ValidationError as why:
            fault = why.errors()[-1]
        *above, key = way_to(fault) or (None,)
        try:
            part = reduce(getitem, above, plain)
            if fault["type"].startswith("missing"):
                part[key], tried = _STAND_INS[0], 1
            elif choice := a_choice(fault):
                part[key] = choice
            elif tried and isinstance(part, dict) and part.get(key) in _STAND_INS:
                part[key] = _STAND_INS[tried]
                tried += 1
            else:
                del part[key]
        except (LookupError, TypeError, AttributeError):
            return None
    return None


def _beside(plain: Any, way: tuple[Any, ...]) -> tuple[str, ...]:
    """The keys that stand beside one."""
    part = _part_at(plain, way[:-1])
    return tuple(part) if isinstance(part, dict) else ()


def _part_at(plain: Any, way: tuple[Any, ...]) -> Any:
    """What stands at the end of a path, of which a step may be pydantic's own."""
    for step in way:
        plain = (
            plain[step]
            if isinstance(plain, (dict, list))
            and (step in plain if isinstance(plain, dict) else isinstance(step, int))
            else plain
        )
    return plain


class _TooMuch(Exception):
    """A file that would keep the reader busy for ever."""


def _refused(text: str, file: str) -> tuple[Problem, ...]:
    """What no record needs and YAML has all the same: tags, directives, and nesting without end
    (the C loader crashes at 100,000 brackets).
    """
    depth, problems = 0, []
    for event in yaml.parse(text, Loader=_LOADER):
        place = Place(file, event.start_mark.line + 1 if event.start_mark else None)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(
            event, yaml.CollectionEndEvent
        )
        if depth > _DEEPEST:
            return (
                error(
                    place,
                    "yaml-nested",
                    f"Things stand more than {_DEEPEST} levels deep in each other",
                    "Look for stray brackets",
                ),
            )
        if isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags):
            problems.append(
                error(
                    place,
                    "yaml-directive",
                    "A line that begins with % is an instruction to programs",
                    "Delete it",
                )
            )
        if tag := getattr(event, "tag", None):
            problems.append(
                error(
                    place,
                    "yaml-tag",
                    f"“{_TAG.sub('!!', tag)}” is an instruction to programs, which nothing here obeys",
                    "Delete it, or put the text into quotation marks if it begins with “!”",
                )
            )
    return tuple(problems)


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


_WIDE_KEY = re.compile(
    r"(?:，\s*(?:en|zh-Han[st](?:-TW|-HK)?)\s*[:：]|,\s*(?:en|zh-Han[st](?:-TW|-HK)?)：)"
)
"""The next language of a text, as a keyboard for Chinese writes it: `{en: Xu Fei，zh-Hans：许斐}`."""


def _plain(
    node: yaml.Node,
    path: tuple[Any, ...],
    file: str,
    lines: Lines,
    problems: list[Problem],
    within: frozenset[int],
) -> Any:
    """The node as dicts, lists and strings. `null` and `~` are empty, as if nothing stood there;
    the records know which texts are true or false.
    """
    lines[path] = node.start_mark.line + 1
    if id(node) in within or len(lines) > _MOST:
        raise _TooMuch(lines[path])
    within = within | {id(node)}
    if isinstance(node, yaml.ScalarNode):
        if not node.style and (wide := _WIDE_KEY.search(node.value)):
            problems.append(
                error(
                    Place(file, lines[path]),
                    "yaml-wide",
                    f"“{wide[0]}” stands within the text before it, with full-width signs",
                    "Write “, ” and “: ” as a keyboard for English has them; or put the text into quotation marks, if it is meant so",
                )
            )
        return (
            Unfilled()
            if not node.style and node.value in ("", "~", "null", "Null", "NULL")
            else node.value
        )
    if isinstance(node, yaml.SequenceNode):
        return [
            _plain(child, (*path, n), file, lines, problems, within)
            for n, child in enumerate(node.value)
        ]
    found: dict[str, Any] = {}
    again: list[tuple[str, int]] = []
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            problems.append(
                error(
                    Place(file, line),
                    "yaml-key",
                    "A list or record stands where a key belongs",
                    "Write `key: value`",
                )
            )
            continue
        name = key.value
        if name == "<<" and not key.style:
            problems.append(
                error(
                    Place(file, line),
                    "yaml-merge",
                    "“<<” takes in keys from elsewhere, which nothing here does",
                    "Write the keys out",
                )
            )
            continue
        if name in found:
            again.append((name, line))
            continue
        found[name] = _plain(value, (*path, name), file, lines, problems, within)
        lines[(*path, name)] = line
    if again:
        name, line = again[0]
        problems.append(
            error(
                Place(file, line),
                "yaml-key-twice",
                f"The key “{name}” stands twice; the first is in line {lines[(*path, name)]}",
                "Keep one of them",
            )
            if not again[1:]
            else error(
                Place(file, line),
                "yaml-key-twice",
                f"From here on the keys of what stands above are there again: {', '.join(dict(again))}",
                "Begin this line with “- ” if it is a new entry of the list, or delete what stands twice"
                if path and isinstance(path[-1], int)
                else "Delete what stands twice, or put it into a file or entry of its own",
            )
        )
    return found
