"""circle: events that are parts of each other, or actors that belong to each other, or a record that is a part of itself."""

from collections.abc import Iterator, Mapping

from build_tools.model.editorial import Editorial
from build_tools.model.problem import Problem, error
from build_tools.model.text import Seed


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    for kind, key in (("events", "parent"), ("actors", "part_of")):
        above = wholes(editorial, kind)
        for circle in circles(above):
            way = " → ".join(f"“{id}”" for id in (*circle, circle[0]))
            what = f"“{circle[0]}” is a part of itself" if len(circle) == 1 else f"These are parts of each other: {way}"
            yield error(editorial.place(kind, circle[0], key), "circle", what, f"Take `{key}:` away where it is wrong")


def wholes(editorial: Editorial, kind: str) -> dict[str, str]:
    """What each event or actor is a part of."""
    if kind == "events":
        return {id: event.parent for id, event in editorial.events.items() if event.parent}
    return {id: actor.part_of for id, actor in editorial.actors.items() if actor.part_of}


def circles(above: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The circles in it, each from its first id on.

    >>> circles({"a": "b", "b": "c", "c": "b", "d": "d", "e": "a"})
    [('b', 'c'), ('d',)]
    """
    found, done = [], set[str]()
    for start in sorted(above):
        way: dict[str, int] = {}
        at: str | None = start
        while at is not None and at not in way and at not in done:
            way[at] = len(way)
            at = above.get(at)
        if at in way:
            circle = tuple(way)[way[at] :]
            first = circle.index(min(circle))
            found.append((*circle[first:], *circle[:first]))
        done.update(way)
    return sorted(found)
