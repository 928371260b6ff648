"""id-not-name, records-exchanged: records whose id is not the name of their file."""

from collections.abc import Iterable, Mapping

from build_tools.model.editorial import Loaded
from build_tools.model.problem import Problem, error


def misnamed(loaded: Mapping[str, Loaded], there: Iterable[str]) -> list[Problem]:
    """The problems of a folder's records, by their files' ids: one for files that hold each other's
    records, and one for each other that has another id. `there` are the ids of all files.
    """
    inside = {id: each.record.id for id, each in loaded.items() if each.record.id != id}
    problems, done = [], set[str]()
    for id, inner in inside.items():
        ring = _ring(id, inside)
        if ring and id not in done:
            done.update(ring)
            problems.append(
                error(
                    loaded[id].place("id"),
                    "records-exchanged",
                    f"The records of {' and '.join(ring)} are exchanged: each file holds another's id",
                    _hint(ring, inside),
                )
            )
        elif not ring:
            copied = inner in there
            problems.append(
                error(
                    loaded[id].place("id"),
                    "id-not-name",
                    f"The id “{inner}” is not the file's name “{id}”"
                    + (", but that of another file" if copied else ""),
                    "If this is a copy, give it an id and words of its own, or delete it"
                    if copied
                    else "Make them the same; the id is part of a permanent address",
                )
            )
    return problems


def _ring(id: str, inside: dict[str, str]) -> list[str]:
    """The ids through which one comes back to itself, from file to record.

    >>> _ring("a", {"a": "b", "b": "c", "c": "a"}), _ring("d", {"d": "a", "a": "b", "b": "a"})
    (['a', 'b', 'c'], [])
    """
    ring = [id]
    while (following := inside.get(ring[-1], "")) not in ("", *ring) and len(ring) <= len(inside):
        ring.append(following)
    return ring if following == id else []


def _hint(ring: list[str], inside: dict[str, str]) -> str:
    return (
        "Give the files their names back, or put each record into its own file, as Git has them: "
        + ", ".join(f"{id}.yml holds {inside[id]}" for id in ring)
    )
