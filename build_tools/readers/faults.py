"""What is wrong in a record, of what pydantic finds wrong in it: of several faults the one behind them."""

import re
from collections.abc import Callable
from dataclasses import replace

from pydantic_core import ErrorDetails

from build_tools.model.problem import Place, Problem, error
from build_tools.readers.known_keys import is_unknown

Meant = Callable[[ErrorDetails], str]
"""Which key was meant by a fault's unknown one; empty where that cannot be told."""

MISSING = ("missing", "missing_argument")
"""What pydantic calls a key that must be there and is not."""
NEEDS_KEYS = (
    "dataclass_type",
    "dataclass_exact_type",
    "dict_type",
    "mapping_type",
    "model_type",
    "typed_dict_type",
)
"""Types of faults: a record belongs there, and something else stands there."""
_CHOICE = re.compile(r"'([^']*)'(?:, | or )?")
"""A choice in pydantic's list of those allowed: 'person', 'group' or 'work'."""


def told_once(faults: list[ErrorDetails], meant: Meant) -> list[ErrorDetails]:
    """The faults without those that another one explains: a key is missing because it was typed
    `en：A`, or `zh-CN`, and so stands there under that name.
    """
    there = {
        (*way[:-1], name)
        for fault in faults
        if is_unknown(fault) and (way := way_to(fault))
        for name in (str(way[-1]).strip(), meant(fault))
    }
    return [
        fault
        for fault in faults
        if not (fault["type"].startswith("missing") and way_to(fault) in there)
    ]


def missing_together(faults: list[ErrorDetails]) -> list[ErrorDetails]:
    """The faults, those of several keys that one record lacks as one, with the names of all."""
    lacking: dict[object, list[str]] = {}
    for fault in faults:
        if fault["type"] in MISSING and (way := way_to(fault)):
            lacking.setdefault(way[:-1], []).append(str(way[-1]))
    kept = []
    for fault in faults:
        names = lacking.get(way_to(fault)[:-1], []) if fault["type"] in MISSING else []
        if len(names) < 2:
            kept.append(fault)
        elif names[0] == way_to(fault)[-1]:
            kept.append({**fault, "ctx": {**fault.get("ctx", {}), "missing": names}})
    return kept


def alike(faults: list[ErrorDetails], meant: Meant) -> list[tuple[ErrorDetails, int]]:
    """Each fault with how many others of the file are the same slip: `aliases: [甲, 乙]`, or `zh-CN`
    wherever `zh-Hans` was meant.
    """
    groups: dict[object, list[ErrorDetails]] = {}
    for n, fault in enumerate(faults):
        way = way_to(fault)
        in_list = way and isinstance(way[-1], int) and fault["type"] in NEEDS_KEYS
        same = (
            (fault["type"], way[:-1])
            if in_list
            else (way[-1], name)
            if is_unknown(fault) and way and (name := meant(fault))
            else n
        )
        groups.setdefault(same, []).append(fault)
    return [(first, len(more)) for first, *more in groups.values()]


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


def of_another_kind(place: Place, plain: object, faults: list[ErrorDetails]) -> Problem | None:
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


def way_to(fault: ErrorDetails) -> tuple[str | int, ...]:
    """The keys that lead to what is wrong or missing."""
    return tuple(part for part in fault["loc"] if not str(part).startswith("function-"))


def a_choice(fault: ErrorDetails) -> str:
    """A value that could stand there, where there are only few."""
    return choices(fault)[0] if fault["type"] == "literal_error" else ""


def choices(fault: ErrorDetails) -> list[str]:
    """The values of which one belongs there, for a fault of the type `literal_error`."""
    return _CHOICE.findall(fault["ctx"]["expected"])
