"""Which keys can stand where, by the records' schemas, and which was meant by one that cannot."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

from build_tools.language.chinese.han import HAN
from build_tools.language.chinese.script import detect_script
from build_tools.model.record import LANGS


def is_unknown(fault: ErrorDetails) -> bool:
    """Whether it is a key that cannot stand there."""
    return fault["type"] in ("unexpected_keyword_argument", "extra_forbidden")


def meant_key(
    kind: TypeAdapter[Any], way: tuple[str | int, ...], beside: Iterable[str], says: object
) -> str:
    """The key that was meant by an unknown one, if it does not stand there, too. `says` is what
    stands under it.
    """
    key = _TYPED.split(str(way[-1]))[0].strip()
    free = [name for name in keys_at(kind, way) if name not in beside]
    missing = [name for name in keys_at(kind, way, needed=True) if name in free]
    return (
        language_of(says, missing, certain=True)
        or (
            language_of(says, missing)
            if key.lower().startswith("zh") and not _is_traditional(says)
            else ""
        )
        or meant_by(key, free)
        or language_named(key, free)
        or language_of(says, missing)
        or (
            missing[0]
            if len(missing) == 1 and all(name in LANGS for name in (*free, *missing))
            else ""
        )
    )


_TYPED = re.compile("[：:，]")
"""The end of a key that was typed `en：A`, and so stands there with its value."""


def meant_by(key: str, names: list[str]) -> str:
    """The name that was meant by a key: the most similar, or the one that it begins.

    >>> meant_by("zh-hans", ["en", "zh-Hans"]), meant_by("zh", ["en", "zh-Hans"]), meant_by("segment", ["quote", "source"])
    ('zh-Hans', 'zh-Hans', '')
    >>> meant_by("Id", ["id", "kind"]), meant_by("ｋｉｎｄ", ["id", "kind"])
    ('id', 'kind')
    """
    near = process.extractOne(
        key, names, scorer=fuzz.ratio, processor=_as_keys_are, score_cutoff=60
    )
    return (
        near[0]
        if near
        else next((name for name in names if key and name.startswith(f"{key}-")), "")
    )


def _as_keys_are(key: str) -> str:
    """A key as if it were typed in small half-width letters: `kind` of `Kind` and `ｋｉｎｄ`."""
    return unicodedata.normalize("NFKC", key).lower()


def language_named(key: str, names: list[str]) -> str:
    """The one language among the names of which the key is a part.

    >>> names = ["en", "zh-Hans", "zh-Hant-HK", "zh-Hant-TW"]
    >>> language_named("tw", names), language_named("zh_HK", names), language_named("cn", names)
    ('zh-Hant-TW', 'zh-Hant-HK', '')
    """
    parts = set(re.split("[-_ ]", key.lower()))
    return _only([name for name in names if name in LANGS and parts <= {*name.lower().split("-")}])


def language_of(says: object, names: list[str], certain: bool = False) -> str:
    """The one language among the names in which something is said; if that is to be `certain`, by
    characters that only one script has.

    >>> language_of("知乎", ["en", "zh-Hans"]), language_of("知乎", ["zh-Hans"], certain=True), language_of("网络", ["zh-Hans"], certain=True)
    ('zh-Hans', '', 'zh-Hans')
    """
    words = " ".join(_words(says))
    script = detect_script(words) or ("" if certain else "zh-Hans" if HAN.search(words) else "en")
    return _only(
        [name for name in names if words and script and name in LANGS and name.startswith(script)]
    )


def _is_traditional(says: object) -> bool:
    """Whether it has characters that only Traditional script has; 小米 has none."""
    return detect_script(" ".join(_words(says))) == "zh-Hant"


def _only(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ""


def _words(says: object) -> Iterator[str]:
    """All texts in it."""
    if isinstance(says, str):
        yield says
    elif isinstance(says, (dict, list)):
        for each in says.values() if isinstance(says, dict) else says:
            yield from _words(each)


def hint_of_keys(
    kind: TypeAdapter[Any], way: tuple[str | int, ...], beside: Iterable[str], says: object
) -> str:
    """A hint: the most similar key that can stand there, or all that do not yet."""
    names = keys_at(kind, way)
    free = [name for name in names if name not in beside]
    near = meant_key(kind, way, beside, says) or meant_by(str(way[-1]), names) if way else ""
    if near:
        return (
            f"“{near}” stands there already; keep one of the two"
            if near in beside
            else f"Did you mean “{near}”?"
        )
    further = _further_in(kind, str(way[-1])) if way else []
    if further:
        return f"It belongs further in: under {' or '.join(further)}"
    return (
        f"Give it one of the names that can stand there, or delete it: {', '.join(free)}"
        if free
        else "Delete it"
    )


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


def keys_at(kind: TypeAdapter[Any], way: tuple[str | int, ...], needed: bool = False) -> list[str]:
    """The keys that may stand where a way ends, or those that must (`needed`)."""
    schema = _schema(kind)
    return sorted(
        {
            name
            for part in _parts_at(schema, schema, way[:-1])
            for name in part.get("required" if needed else "properties", ())
        }
    )


@cache
def _schema(kind: TypeAdapter[Any]) -> dict[str, Any]:
    """Takes 10 ms, and is asked for key by key."""
    return kind.json_schema()


def _parts_at(
    schema: dict[str, Any], part: dict[str, Any], way: tuple[str | int, ...]
) -> Iterator[dict[str, Any]]:
    """The schemas of what may stand at the end of a way."""
    if "$ref" in part:
        yield from _parts_at(schema, schema["$defs"][part["$ref"].rpartition("/")[2]], way)
    for choice in (*part.get("anyOf", ()), *part.get("oneOf", ()), *part.get("allOf", ())):
        yield from _parts_at(schema, choice, way)
    below = (
        [part]
        if not way
        else [part["properties"][way[0]]]
        if way[0] in part.get("properties", {})
        else [
            part[key]
            for key in ("items" if isinstance(way[0], int) else "additionalProperties",)
            if isinstance(part.get(key), dict)
        ]
    )
    for each in below:
        if way:
            yield from _parts_at(schema, each, way[1:])
        else:
            yield each
