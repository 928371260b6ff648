"""Keys and values that do not belong where they stand, in an editor's words: no Python, no YAML
jargon where it can be helped.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter

from build_tools.model.problem import Place, Problem, error
from build_tools.model.source import SHA256
from build_tools.readers.known_keys import hint_of_keys, is_unknown, keys_at
from build_tools.readers.syntax import typed

Meant = Callable[[Any], str]
"""Which key was meant by a fault's unknown one; empty where that cannot be told."""
_CURLY = re.compile(r"[“”‘’＂＇「『].*[“”‘’＂＇」』]", re.S)
"""`“2026-01-06”`: quotation marks that YAML takes for a part of the text."""
_NEEDS_KEYS = (
    "dataclass_type",
    "dataclass_exact_type",
    "dict_type",
    "mapping_type",
    "model_type",
    "typed_dict_type",
)
_CHOICE = re.compile(r"'([^']*)'(?:, | or )?")
"""A choice in pydantic's list of those allowed: 'person', 'group' or 'work'."""


def told_once(faults: list[Any], meant: Meant) -> list[Any]:
    """The faults without those that another one explains: a key is missing because it was typed
    `en：A`, or `zh-CN`, and so stands there under that name.
    """
    there = {
        (*path[:-1], name)
        for fault in faults
        if is_unknown(fault) and (path := _path(fault))
        for name in (str(path[-1]).strip(), meant(fault))
    }
    return [
        fault
        for fault in faults
        if not (fault["type"].startswith("missing") and _path(fault) in there)
    ]


def alike(faults: list[Any], meant: Meant) -> list[tuple[Any, int]]:
    """Each fault with how many others of the file are the same slip: `aliases: [甲, 乙]`, or `zh-CN`
    wherever `zh-Hans` was meant.
    """
    those: dict[Any, list[Any]] = {}
    for n, fault in enumerate(faults):
        path = _path(fault)
        in_list = path and isinstance(path[-1], int) and fault["type"] in _NEEDS_KEYS
        same = (
            (fault["type"], path[:-1])
            if in_list
            else (path[-1], name)
            if is_unknown(fault) and path and (name := meant(fault))
            else n
        )
        those.setdefault(same, []).append(fault)
    return [(first, len(more)) for first, *more in those.values()]


def more_alike(problem: Problem, more: int) -> Problem:
    """The problem, saying in how many more places it is."""
    return (
        replace(
            problem,
            what=f"{problem.what}; and so it is in {more} more place{'s' * (more > 1)} of this file",
        )
        if more
        else problem
    )


def of_another_kind(place: Place, plain: Any, faults: list[Any]) -> Problem | None:
    """The one problem of a record in the wrong folder: most of its keys are unknown there, and
    others are missing.
    """
    unknown = [
        str(fault["loc"][0])
        for fault in faults
        if len(fault["loc"]) == 1 and fault["type"] == "unexpected_keyword_argument"
    ]
    missing = [
        fault for fault in faults if len(fault["loc"]) == 1 and fault["type"].startswith("missing")
    ]
    if (
        not isinstance(plain, dict)
        or len(missing) < 2
        or len(unknown) < 2
        or 2 * len(unknown) < len(plain)
    ):
        return None
    return error(
        place,
        "record-of-another-kind",
        f"These are the keys of another kind of record: {', '.join(unknown)}",
        "Move the file to the folder of its kind, or see docs/editing.md for the keys there are",
    )


def _path(fault: Any) -> tuple[str | int, ...]:
    return tuple(part for part in fault["loc"] if not str(part).startswith("function-"))


def way_to(fault: Any) -> tuple[str | int, ...]:
    """The keys that lead to what is wrong or missing."""
    return _path(fault)


def a_choice(fault: Any) -> str:
    """A value that could stand there, where there are only few."""
    return _CHOICE.findall(fault["ctx"]["expected"])[0] if fault["type"] == "literal_error" else ""


def invalid(
    place: Place, fault: Any, kind: TypeAdapter[Any], beside: Iterable[str] = ()
) -> Problem:
    """The problem of a key or value that does not belong where it stands. `beside` are the keys
    that stand there too.
    """
    path = _path(fault)
    key, where, given = (path[-1] if path else ""), _where(path), fault["input"]
    if (
        isinstance(given, str)
        and fault["type"] not in ("unexpected_keyword_argument", "extra_forbidden")
        and _CURLY.fullmatch(given.strip())
    ):
        return error(
            place,
            "value-form",
            f"“{where}” holds {_short(given)} with its quotation marks, for only straight ones are signs of YAML",
            "Write \" or ' instead, or none",
        )
    match fault["type"]:
        case "unexpected_keyword_argument" | "extra_forbidden" if str(key).strip() != key:
            return error(
                place,
                "key-unknown",
                f"The blanks before or behind the key “{str(key).strip()}” are none that YAML knows",
                "Delete them, and indent with plain blanks",
            )
        case "unexpected_keyword_argument" | "extra_forbidden" if slip := typed([str(key) + ":"]):
            return error(place, "key-unknown", f"There is no key “{where}”: {slip[1]}", slip[2])
        case "unexpected_keyword_argument" | "extra_forbidden":
            return error(
                place,
                "key-unknown",
                f"There is no key “{where}”",
                hint_of_keys(kind, path, beside, given),
            )
        case "missing" | "missing_argument":
            return error(
                place, "key-missing", f"The key “{where}” is missing", f"Add `{key}:` here"
            )
        case _ if not path and (given is None or given == ""):
            return error(
                place, "yaml-empty", "The file says nothing", "Write the record, or delete the file"
            )
        case "unfilled":
            return error(
                place,
                "value-empty",
                f"“{where}” is empty",
                f'Fill it in, or write `{key}: ""` where nothing is to be printed instead',
            )
        case _ if given is None or given == "":
            return error(
                place,
                "value-empty",
                f"“{where}” is empty",
                "Fill it in, or leave the key out; a text that begins with # needs quotation marks",
            )
        case "date_form":
            return error(place, "date-form", fault["ctx"]["what"], fault["ctx"]["hint"])
        case "literal_error" if isinstance(given, str):
            return error(
                place,
                "value-unknown",
                f"“{_short(given)}” is no value for “{where}”",
                f"Use one of: {', '.join(_CHOICE.findall(fault['ctx']['expected']))}",
            )
        case "string_pattern_mismatch":
            return error(
                place, "value-form", *_form(str(given), where, str(fault["ctx"]["pattern"]))
            )
        case "string_too_short":
            return error(
                place, "value-empty", f"“{where}” is empty", "Fill it in, or leave the key out"
            )
        case "string_too_long":
            return error(
                place,
                "value-form",
                f"“{_short(given)}” is too long ({where})",
                f"Use at most {fault['ctx']['max_length']} characters",
            )
        case kind_of_fault if isinstance(given, str) and re.match("[［｛【]", given):
            return error(
                place,
                "value-type",
                f"“{where}” begins with a full-width bracket, so it is {_called(given)}, but {_wanted(kind_of_fault)} belongs there",
                "Write [ ] or { }",
            )
        case kind_of_fault if (
            isinstance(given, list)
            and given
            and all(isinstance(each, str) for each in given)
            and _wanted(kind_of_fault) == "a text"
        ):
            return error(
                place,
                "value-type",
                f"“{where}” holds a list, but a text belongs there",
                f"Put it in quotation marks if the brackets belong to it: {key}: '[{','.join(given)}]'",
            )
        case kind_of_fault if isinstance(given, str) and _wanted(kind_of_fault).startswith(
            "a list"
        ):
            return error(
                place,
                "value-type",
                f"“{where}” holds {_called(given)}, but {_wanted(kind_of_fault)} belongs there",
                f"Write {key}: [{', '.join(filter(None, map(str.strip, re.split('[,，、;；]', given))))}]",
            )
        case kind_of_fault if (
            isinstance(given, str)
            and kind_of_fault in _NEEDS_KEYS
            and (keys := keys_at(kind, (*path, ""), needed=True))
        ):
            return error(
                place,
                "value-type",
                f"“{where}” holds {_called(given)}, but {_wanted(kind_of_fault)} belongs there",
                f"Write its keys: {'{'}{', '.join(f'{each}: …' for each in keys)}{'}'}",
            )
        case kind_of_fault:
            return error(
                place,
                "value-type",
                f"{f'“{where}”' if where else 'The file'} holds {_called(given)}, but {_wanted(kind_of_fault)} belongs there",
                "Compare with a record that works, or see docs/editing.md",
            )


def _form(given: str, where: str, pattern: str) -> tuple[str, str]:
    """What is wrong with a text of fixed form, and how to write it."""
    if pattern == SHA256:
        return (
            f"“{_short(given)}” is no SHA-256 ({where})",
            "Write its 64 digits, 0–9 and a–f in small letters, as `sha256sum` prints them",
        )
    return f"“{_short(given)}” has not the form of an id ({where})", _form_of_ids(given)


def _form_of_ids(given: str) -> str:
    """How to write the id, or the several that were meant.

    >>> _form_of_ids("xiaomi，kol"), _form_of_ids("Xu Jieyun")
    ('Part the ids by “, ”, a comma and a blank', 'Use lower-case letters, digits and single hyphens: xu-jieyun')
    """
    if re.search("[，、；;,]", given):
        return "Part the ids by “, ”, a comma and a blank"
    near = re.sub(r"[\s_-]+", "-", given.strip().lower()).strip("-")
    return "Use lower-case letters, digits and single hyphens" + (
        f": {near}" if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", near) and len(near) <= 60 else ""
    )


def _where(path: tuple[str | int, ...]) -> str:
    """A path as an editor counts: `roles › 1 › title`."""
    return " › ".join(str(part + 1) if isinstance(part, int) else part for part in path)


def _short(text: Any) -> str:
    words = str(text)
    return words if len(words) <= 60 else words[:57] + "…"


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
