"""Records that are parts of each other, or translations."""

from collections.abc import Mapping

from build_tools.model.editorial import Editorial


def wholes(editorial: Editorial, folder: str) -> dict[str, str]:
    """What each event or actor is a part of; of sources, which other each is a translation of: one
    that names itself holds both languages.
    """
    if folder == "sources":
        return {
            id: files.record.translates
            for id, files in editorial.sources.items()
            if files.record.translates not in (None, id)
        }
    if folder == "events":
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
