"""A key or value that does not belong where it stands, in an editor's words: no Python, no YAML
jargon where it can be helped.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import ErrorDetails

from build_tools.model.problem import Place, Problem, error
from build_tools.model.source import SHA256
from build_tools.readers.faults import MISSING, NEEDS_KEYS, choices, way_to
from build_tools.readers.known_keys import hint_of_keys, keys_at
from build_tools.readers.syntax import typed

_CURLY = re.compile(r"[“”‘’＂＇「『].*[“”‘’＂＇」』]", re.S)
"""`“2026-01-06”`: quotation marks that YAML takes for a part of the text."""


def invalid(
    place: Place, fault: ErrorDetails, kind: TypeAdapter[Any], beside: Iterable[str] = ()
) -> Problem:
    """The problem of a key or value that does not belong where it stands. `beside` are the keys
    that stand there too.
    """
    way = way_to(fault)
    missing = tuple(fault.get("ctx", {}).get("missing", ()))
    slip = _Slip(place, fault["type"], fault, way, fault["input"], kind, tuple(beside), missing)
    return (
        _in_curly_marks(slip)
        or _of_key(slip)
        or _of_nothing(slip)
        or _of_value(slip)
        or _of_type(slip)
    )


@dataclass(frozen=True, slots=True)
class _Slip:
    """A fault as pydantic tells it, and what stands around it."""

    place: Place
    type: str
    fault: ErrorDetails
    way: tuple[str | int, ...]
    given: object
    kind: TypeAdapter[Any]
    beside: tuple[str, ...]
    others: tuple[str, ...] = ()
    """Of a key that is missing, all that are missing beside it."""

    @property
    def key(self) -> str | int:
        return self.way[-1] if self.way else ""

    @property
    def where(self) -> str:
        """The way as an editor counts: `roles › 1 › title`."""
        return " › ".join(str(part + 1) if isinstance(part, int) else part for part in self.way)

    @property
    def unknown(self) -> bool:
        """Whether it is the key that does not belong there."""
        return self.type in ("unexpected_keyword_argument", "extra_forbidden")


def _in_curly_marks(slip: _Slip) -> Problem | None:
    if slip.unknown or not isinstance(slip.given, str) or not _CURLY.fullmatch(slip.given.strip()):
        return None
    return error(
        slip.place,
        "value-form",
        f"“{slip.where}” holds {_short(slip.given)} with its quotation marks, for only straight ones are signs of YAML",
        "Write \" or ' instead, or none",
    )


def _of_key(slip: _Slip) -> Problem | None:
    """A key that there is not, or that must be there."""
    if slip.type in MISSING and len(slip.others) > 1:
        above = " › ".join(slip.where.split(" › ")[:-1])
        return error(
            slip.place,
            "key-missing",
            f"Keys are missing{f' in “{above}”' if above else ''}: {', '.join(slip.others)}",
            "Add them here",
        )
    if slip.type in MISSING:
        return error(
            slip.place,
            "key-missing",
            f"The key “{slip.where}” is missing",
            f"Add `{slip.key}:` here",
        )
    if not slip.unknown:
        return None
    if str(slip.key).strip() != slip.key:
        return error(
            slip.place,
            "key-unknown",
            f"The blanks before or behind the key “{str(slip.key).strip()}” are none that YAML knows",
            "Delete them, and indent with plain blanks",
        )
    what = f"There is no key “{slip.where}”"
    if typo := typed([str(slip.key) + ":"]):
        return error(slip.place, "key-unknown", f"{what}: {typo[1]}", typo[2])
    return error(
        slip.place, "key-unknown", what, hint_of_keys(slip.kind, slip.way, slip.beside, slip.given)
    )


def _of_nothing(slip: _Slip) -> Problem | None:
    """Nothing stands where something must."""
    nothing = slip.given is None or slip.given == ""
    if nothing and not slip.way:
        return error(
            slip.place,
            "yaml-empty",
            "The file says nothing",
            "Write the record, or restore it as Git has it; if nothing is to stand there, delete the file",
        )
    if slip.type != "unfilled" and not nothing:
        return None
    return error(
        slip.place,
        "value-empty",
        f"“{slip.where}” is empty",
        f'Fill it in, or write `{slip.key}: ""` where nothing is to be printed instead'
        if slip.type == "unfilled"
        else "Fill it in, or leave the key out; a text that begins with # needs quotation marks",
    )


def _of_value(slip: _Slip) -> Problem | None:
    """A text that is none of those that may stand there."""
    place, given, where = slip.place, slip.given, slip.where
    context = slip.fault.get("ctx", {})
    match slip.type:
        case "date_form":
            at = " › ".join((*filter(None, (where,)), *context["at"]))
            return error(place, "date-form", f"{context['what']} ({at})", context["hint"])
        case "literal_error" if isinstance(given, str):
            return error(
                place,
                "value-unknown",
                f"“{_short(given)}” is no value for “{where}”",
                f"Use one of: {', '.join(choices(slip.fault))}",
            )
        case "string_pattern_mismatch":
            return error(place, "value-form", *_form(str(given), where, str(context["pattern"])))
        case "string_too_short":
            return error(
                place, "value-empty", f"“{where}” is empty", "Fill it in, or leave the key out"
            )
        case "string_too_long":
            return error(
                place,
                "value-form",
                f"“{_short(given)}” is too long ({where})",
                f"Use at most {context['max_length']} characters",
            )
    return None


_NO_BLANK = re.compile("[a-z]:[\u00a0\u3000]")
"""What a program puts behind a colon instead of a blank: `kind:\u00a0person`."""


def _of_type(slip: _Slip) -> Problem:
    """A text where a list belongs, a list where a text does, and so on."""
    called, wanted = _called(slip.given), _wanted(slip.type)
    what = f"{f'“{slip.where}”' if slip.where else 'The file'} holds {called}, but {wanted} belongs there"
    hint = _how_to_write(slip, wanted)
    if isinstance(slip.given, str) and re.match("[［｛【]", slip.given):
        what = f"“{slip.where}” begins with a full-width bracket, so it is {called}, but {wanted} belongs there"
        hint = "Write [ ] or { }"
    elif isinstance(slip.given, str) and _NO_BLANK.search(slip.given):
        hint = "Type the blanks behind the colons anew: these are none for YAML (U+00A0, U+3000)"
    elif hint and isinstance(slip.given, list):
        what = f"“{slip.where}” holds a list, but a text belongs there"
    elif not hint:
        hint = "Compare with a record that works, or see docs/editing.md"
    return error(slip.place, "value-type", what, hint)


def _how_to_write(slip: _Slip, wanted: str) -> str:
    """The value in the shape that is wanted, where it can be told."""
    given, key = slip.given, slip.key
    if (
        isinstance(given, list)
        and given
        and all(isinstance(each, str) for each in given)
        and wanted == "a text"
    ):
        return (
            f"Put it in quotation marks if the brackets belong to it: {key}: '[{','.join(given)}]'"
        )
    if not isinstance(given, str):
        return ""
    if wanted.startswith("a list"):
        parts = filter(None, map(str.strip, re.split("[,，、;；]", given)))
        return f"Write {key}: [{', '.join(parts)}]"
    if slip.type in NEEDS_KEYS and (keys := keys_at(slip.kind, (*slip.way, ""), needed=True)):
        return f"Write its keys: {'{'}{', '.join(f'{each}: …' for each in keys)}{'}'}"
    return ""


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


def _short(text: object) -> str:
    words = str(text)
    return words if len(words) <= 60 else words[:57] + "…"


def _called(given: object) -> str:
    match given:
        case dict():
            return "keys"
        case list():
            return "a list"
        case bool():
            return f"“{str(given).lower()}”"
    return f"the text “{_short(given)}”"


def _wanted(fault: str) -> str:
    if fault in NEEDS_KEYS:
        return "a record (`key: value`, each on a line of its own)"
    if fault in ("tuple_type", "list_type", "too_short"):
        return "a list (each entry on a line of its own that begins with “- ”)"
    if fault.startswith("bool"):
        return "true or false"
    return "a text"
