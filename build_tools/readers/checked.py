"""What stands in a file, as a record; of a faulty one what is left of it."""

from copy import deepcopy
from dataclasses import replace
from functools import cache, partial, reduce
from operator import getitem
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from build_tools.model.editorial import Lines, Loaded
from build_tools.model.problem import Problem
from build_tools.model.source import Annotations, SourceRecord
from build_tools.readers.faults import (
    Meant,
    a_choice,
    alike,
    missing_together,
    more_alike,
    of_another_kind,
    told_once,
    way_to,
)
from build_tools.readers.invalid import invalid
from build_tools.readers.known_keys import is_unknown, meant_key

_SHOWN_WITHOUT_DATES = (SourceRecord, Annotations)
"""A text keeps all else that editors said of it."""


def checked(plain: Any, kind: Any, unchecked: Loaded) -> tuple[Loaded | None, tuple[Problem, ...]]:
    """The record. Where only dates are wrong, what editors said of a source is read as if they were
    not known, and told of.
    """
    try:
        return replace(unchecked, record=_adapter(kind).validate_python(plain)), ()
    except ValidationError as why:
        faults = why.errors()
    meant_by = partial(_meant, plain, kind)
    faults = told_once(faults, meant_by)
    other = of_another_kind(unchecked.place(), plain, faults)
    if other:
        return None, (other,)
    corrected = _as_meant(deepcopy(plain), kind, faults, unchecked.lines)
    faults += [
        fault
        for fault in _faults(corrected, kind, meant_by)
        if all((fault["type"], fault["loc"]) != (each["type"], each["loc"]) for each in faults)
    ]
    problems = tuple(
        more_alike(
            invalid(
                unchecked.place(*fault["loc"], *fault.get("ctx", {}).get("at", ())),
                fault,
                _adapter(kind),
                _beside(plain, fault["loc"]),
            ),
            more,
        )
        for fault, more in alike(missing_together(faults), meant_by)
    )
    if kind not in _SHOWN_WITHOUT_DATES or any(fault["type"] != "date_form" for fault in faults):
        return _half(corrected, kind, unchecked), problems
    for fault in faults:
        *way, key = fault["loc"]
        reduce(getitem, way, plain)[key] = fault["ctx"]["instead"]
    return replace(unchecked, record=_adapter(kind).validate_python(plain)), problems


def _meant(plain: Any, kind: Any, fault: ErrorDetails) -> str:
    """The key that was meant by the unknown one of a fault."""
    way = way_to(fault)
    return (
        meant_key(_adapter(kind), way, _beside(plain, way), fault["input"])
        if way and is_unknown(fault)
        else ""
    )


def _faults(plain: Any, kind: Any, meant: Meant) -> list[ErrorDetails]:
    try:
        _adapter(kind).validate_python(plain)
    except ValidationError as why:
        return told_once(why.errors(), meant)
    return []


def _as_meant(plain: Any, kind: Any, faults: list[ErrorDetails], lines: Lines) -> Any:
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
                    (*way[:-1], key, *each[len(way) :]): line
                    for each, line in lines.items()
                    if each[: len(way)] == way
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
    """What is left of a faulty record without its faults; nothing, if too little is.

    Fault by fault: what must be there gets a stand-in, one after the other until one fits (`tried`
    counts them); what need not, goes.
    """
    tried = 0
    for _ in range(_MOST_FAULTS):
        try:
            return replace(unchecked, record=_adapter(kind).validate_python(plain), incomplete=True)
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


def _beside(plain: Any, way: tuple[str | int, ...]) -> tuple[str, ...]:
    """The keys that stand beside one."""
    part = _part_at(plain, way[:-1])
    return tuple(part) if isinstance(part, dict) else ()


def _part_at(plain: Any, way: tuple[Any, ...]) -> Any:
    """What stands at the end of a way, of which a step may be pydantic's own."""
    for step in way:
        plain = (
            plain[step]
            if isinstance(plain, (dict, list))
            and (step in plain if isinstance(plain, dict) else isinstance(step, int))
            else plain
        )
    return plain


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
