"""circle: events that are parts of each other, actors that belong to each other, a record that is a
part of itself, or sources that are translations of each other.
"""

from collections.abc import Iterator

from build_tools.model.circles import circles, wholes
from build_tools.model.editorial import Editorial
from build_tools.model.problem import Problem
from build_tools.model.text import Seed

_KEYS = {"events": "parent", "actors": "part_of", "sources": "translates"}


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """Each round of records that are parts, or translations, of one another."""
    for folder, key in _KEYS.items():
        for circle in circles(wholes(editorial, folder)):
            first, *others = (
                editorial.of_source(id).place(key)
                if folder == "sources"
                else editorial.place(folder, id, key)
                for id in circle
            )
            way = " → ".join(f"“{id}”" for id in (*circle, circle[0]))
            what = (
                f"“{circle[0]}” is a part of itself"
                if len(circle) == 1
                else f"These are {'translations' if folder == 'sources' else 'parts'} of each other: {way}"
            )
            hint = (
                "Take `translates:` away in the one that was written first"
                if folder == "sources"
                else f"Take `{key}:` away where it is wrong"
            )
            yield Problem(first, "error", "circle", what, hint, tuple(others))
