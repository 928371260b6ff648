"""What stands in a record, told by the types of its fields: ids of other records, quotations,
dates.

Whoever adds a field of such a type has nothing else to write: it is checked, cited and, where it
leads nowhere, left out.
"""

import dataclasses
from collections.abc import Callable, Iterator
from copy import copy
from functools import cache
from operator import is_
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from build_tools.model.dates import Date
from build_tools.model.record import Names, Passage

Way = tuple[str | int, ...]
"""Keys as the file has them, and numbers from 0: ("roles", 0, "from")."""
DATE, PASSAGE = "date", "passage"
Record = TypeVar("Record")


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """A part of a record that means something beyond it."""

    way: Way
    kind: str
    """What an id names (`actor`, `source`, …), or `DATE`, or `PASSAGE`."""
    value: Any


def found_in(record: Any) -> Iterator[Found]:
    """All ids, quotations and dates in a record, or in a list of records, in the order of its
    fields.

    >>> from build_tools.model.source import ReadMentions
    >>> reading = ReadMentions(on=Date("2026-01-06"), origin="assisted", segments={"s1": ("xiaomi",)})
    >>> [(each.way, each.kind) for each in found_in((reading,))]
    [((0, 'on'), 'date'), ((0, 'segments', 's1', 0), 'mention')]
    """
    if isinstance(record, tuple):
        yield from (
            Found((n, *each.way), each.kind, each.value)
            for n, part in enumerate(record)
            for each in found_in(part)
        )
    elif dataclasses.is_dataclass(record) and not isinstance(record, type):
        yield from _walk(record, _Record(type(record)), ())


def passages_in(record: Any) -> tuple[Passage, ...]:
    """What a record quotes."""
    return tuple(each.value for each in found_in(record) if each.kind == PASSAGE)


def without_lost(record: Record, is_lost: Callable[[str, str], bool]) -> Record | None:
    """The record without the ids that lead nowhere; `is_lost` is asked with the kind and the id.

    An id that may be absent goes alone. Where it must be there, what holds it goes: a participant
    without an actor is none.
    """
    left = _left(record, _Record(type(record)), is_lost)
    return None if left is _GONE else left


@dataclasses.dataclass(frozen=True, slots=True)
class _Leaf:
    kind: str


@dataclasses.dataclass(frozen=True, slots=True)
class _Many:
    """A list, or a mapping, of things of one shape."""

    of: "_Shape"


@dataclasses.dataclass(frozen=True, slots=True)
class _Record:
    kind: type


_Shape = _Leaf | _Many | _Record


@dataclasses.dataclass(frozen=True, slots=True)
class _Field:
    name: str
    key: str
    """Its name in the file."""
    shape: _Shape
    may_be_absent: bool


@cache
def _fields(kind: type) -> tuple[_Field, ...]:
    """The fields of a record in which something can be found."""
    hints = get_type_hints(kind, include_extras=True)
    aliases = {
        name: field.alias or name
        for name, field in getattr(kind, "__pydantic_fields__", {}).items()
    }
    shapes = ((field.name, _shape(hints[field.name])) for field in dataclasses.fields(kind))
    return tuple(
        _Field(name, aliases.get(name, name), shape, type(None) in _members(hints[name]))
        for name, shape in shapes
        if shape
    )


def _members(hint: Any) -> tuple[Any, ...]:
    """What a value may be: of `ActorId | None` both."""
    if get_origin(hint) is Annotated and not _named(hint):
        return _members(get_args(hint)[0])
    return get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)


def _named(hint: Any) -> str:
    return next((each.kind for each in get_args(hint)[1:] if isinstance(each, Names)), "")


def _shape(hint: Any) -> _Shape | None:
    hint = next(each for each in _members(hint) if each is not type(None))
    if get_origin(hint) is Annotated:
        return _Leaf(_named(hint)) if _named(hint) else _shape(get_args(hint)[0])
    if get_origin(hint) in (tuple, dict):
        of = _shape(next(each for each in reversed(get_args(hint)) if each is not ...))
        return of and _Many(of)
    if hint is Date:
        return _Leaf(DATE)
    return (
        _Record(hint)
        if isinstance(hint, type) and dataclasses.is_dataclass(hint) and _fields(hint)
        else None
    )


def _walk(value: Any, shape: _Shape, way: Way) -> Iterator[Found]:
    if isinstance(shape, _Leaf):
        if value:
            yield Found(way, shape.kind, value)
    elif isinstance(shape, _Many):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _walk(each, shape.of, (*way, key))
    else:
        if shape.kind is Passage:
            yield Found(way, PASSAGE, value)
        for field in _fields(shape.kind):
            part = getattr(value, field.name)
            if part is not None:
                yield from _walk(part, field.shape, (*way, field.key))


_GONE = object()


def _left(value: Any, shape: _Shape, is_lost: Callable[[str, str], bool]) -> Any:
    if isinstance(shape, _Leaf):
        return _GONE if shape.kind != DATE and value and is_lost(shape.kind, value) else value
    if isinstance(shape, _Many):
        old = list(value.values()) if isinstance(value, dict) else value
        parts = [_left(each, shape.of, is_lost) for each in old]
        if all(map(is_, parts, old)):
            return value
        kept = [(key, part) for key, part in zip(value, parts, strict=True) if part is not _GONE]
        return dict(kept) if isinstance(value, dict) else tuple(part for _, part in kept)
    changed = {}
    for field in _fields(shape.kind):
        old = getattr(value, field.name)
        new = None if old is None else _left(old, field.shape, is_lost)
        if new is _GONE and not field.may_be_absent:
            return _GONE
        if new is not old:
            changed[field.name] = None if new is _GONE else new
    return with_fields(value, **changed) if changed else value


def with_fields(record: Record, **fields: Any) -> Record:
    """The record with other values. `dataclasses.replace` does not know fields that have another
    name in YAML (`from`).
    """
    changed = copy(record)
    for name, value in fields.items():
        object.__setattr__(changed, name, value)
    return changed
