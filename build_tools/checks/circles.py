"""circle: events that are parts of each other, or actors that belong to each other, or a record
that is a part of itself.
"""

from collections.abc import Iterator

from build_tools.model.circles import circles, wholes
from build_tools.model.editorial import Editorial
from build_tools.model.problem import Problem, error
from build_tools.model.text import Seed


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    for folder, key in (("events", "parent"), ("actors", "part_of")):
        above = wholes(editorial, folder)
        for circle in circles(above):
            way = " → ".join(f"“{id}”" for id in (*circle, circle[0]))
            what = (
                f"“{circle[0]}” is a part of itself"
                if len(circle) == 1
                else f"These are parts of each other: {way}"
            )
            yield error(
                editorial.place(folder, circle[0], key),
                "circle",
                what,
                f"Take `{key}:` away where it is wrong",
            )
