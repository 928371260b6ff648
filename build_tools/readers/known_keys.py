"""Which keys can stand where, by the records' schemas, and which was meant by one that cannot."""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import TypeAdapter
from rapidfuzz import fuzz, process


def is_unknown(fault: Any) -> bool:
    """Whether it is a key that cannot stand there."""
    return fault["type"] in ("unexpected_keyword_argument", "extra_forbidden")


def meant_key(kind: TypeAdapter[Any], path: tuple[Any, ...], beside: Iterable[str]) -> str:
    """The key that was meant by an unknown one, if it does not stand there, too."""
    return meant_by(str(path[-1]), [name for name in keys_at(kind, path) if name not in beside])


def meant_by(key: str, names: list[str]) -> str:
    """The name that was meant by a key: the most similar, or the one that it begins.

    >>> meant_by("zh-hans", ["en", "zh-Hans"]), meant_by("zh", ["en", "zh-Hans"]), meant_by("segment", ["quote", "source"])
    ('zh-Hans', 'zh-Hans', '')
    """
    near = process.extractOne(key, names, scorer=fuzz.ratio, score_cutoff=60)
    return (
        near[0]
        if near
        else next((name for name in names if key and name.startswith(f"{key}-")), "")
    )


def hint_of_keys(kind: TypeAdapter[Any], path: tuple[Any, ...], beside: Iterable[str]) -> str:
    """A hint: the most similar key that can stand there, or all that do not yet."""
    names = keys_at(kind, path)
    free = [name for name in names if name not in beside]
    near = meant_key(kind, path, beside) or meant_by(str(path[-1]), names) if path else ""
    if near:
        return (
            f"“{near}” stands there already; keep one of the two"
            if near in beside
            else f"Did you mean “{near}”?"
        )
    further = _further_in(kind, str(path[-1])) if path else []
    if further:
        return f"It belongs further in: under {' or '.join(further)}"
    return f"Delete it; what else can stand there: {', '.join(free)}" if free else "Delete it"


_FURTHER = 3
"""Levels at which a key is looked for, and places that are named."""


def _further_in(kind: TypeAdapter[Any], key: str) -> list[str]:
    """Where in such a record the key can stand: `forms › en`."""
    found: list[str] = []
    ways: list[tuple[Any, ...]] = [()]
    for _ in range(_FURTHER):
        ways = [(*way, name) for way in ways for name in keys_at(kind, (*way, ""))]
        found += [" › ".join(way) for way in ways if key in keys_at(kind, (*way, ""))]
    return [f"“{each}”" for each in found[:_FURTHER]]


def keys_at(kind: TypeAdapter[Any], path: tuple[Any, ...], needed: bool = False) -> list[str]:
    """The keys that may stand where a path ends, or those that must (`needed`)."""
    schema = kind.json_schema()
    return sorted(
        {
            name
            for part in _parts_at(schema, schema, path[:-1])
            for name in part.get("required" if needed else "properties", ())
        }
    )


def _parts_at(
    schema: dict[str, Any], part: dict[str, Any], path: tuple[Any, ...]
) -> Iterator[dict[str, Any]]:
    """The schemas of what may stand at the end of a path."""
    if "$ref" in part:
        yield from _parts_at(schema, schema["$defs"][part["$ref"].rpartition("/")[2]], path)
    for choice in (*part.get("anyOf", ()), *part.get("oneOf", ()), *part.get("allOf", ())):
        yield from _parts_at(schema, choice, path)
    below = (
        [part]
        if not path
        else [part["properties"][path[0]]]
        if path[0] in part.get("properties", {})
        else [
            part[key]
            for key in ("items" if isinstance(path[0], int) else "additionalProperties",)
            if isinstance(part.get(key), dict)
        ]
    )
    for each in below:
        if path:
            yield from _parts_at(schema, each, path[1:])
        else:
            yield each
