"""listed-twice: the same thing two times in one list; readers would see it two times."""

from collections.abc import Iterator
from typing import Any

from build_tools.model.editorial import Editorial
from build_tools.model.keys import keys, records
from build_tools.model.problem import Problem, warning
from build_tools.model.text import Seed
from build_tools.model.walk import Way


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """In whatever list of whatever record: the sources of a case, the claims of a side, a term's
    forms, a report pasted again.
    """
    for record, place in records(editorial):
        for way, again, first in _again(record, ()):
            named = (
                f"“{again[:40]}”"
                if isinstance(again, str)
                else f"Entry {way[-1] + 1}"
                if isinstance(way[-1], int)
                else str(again)
            )
            yield warning(
                place(*way),
                "listed-twice",
                f"{named} stands there already, as entry {first + 1} of “{way[-2] if len(way) > 1 else 'the list'}”",
                "Delete one of the two",
            )


def _again(record: Any, way: Way) -> Iterator[tuple[Way, Any, int]]:
    """(way to it, the thing, number of the first that is equal) for each thing that its list holds
    already.
    """
    seen: dict[str, int] = {}
    for key, value in keys(record):
        if isinstance(key, int):
            first = seen.setdefault(repr(value), key)
            if first != key:
                yield (*way, key), value, first
        yield from _again(value, (*way, key))
