"""id-twice: an id that an actor, an event or a term shares with another of these; mentions are decided by id alone."""

from collections.abc import Iterator

from build_tools.model.editorial import Editorial
from build_tools.model.problem import Problem, error
from build_tools.model.record_kinds import RECORD_KINDS, records_of
from build_tools.model.text import Seed


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """Each id that two records would answer to when a mention is decided."""
    seen: dict[str, str] = {}
    for kind in RECORD_KINDS:
        for id in records_of(editorial, kind) if kind.is_mentioned else ():
            if id in seen:
                yield error(
                    editorial.place(kind.folder, id, "id"),
                    "id-twice",
                    f"The id “{id}” is also used in editorial/{seen[id]}/",
                    "Give the newer record another id",
                )
            seen.setdefault(id, kind.folder)
