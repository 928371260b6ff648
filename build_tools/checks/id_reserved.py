"""id-reserved: a record called `index`, whose page would take the place of its hub."""

from collections.abc import Iterator

from build_tools.model.editorial import Editorial
from build_tools.model.problem import Problem, error
from build_tools.model.record_kinds import RECORD_KINDS, records_of
from build_tools.model.text import Seed


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """Each record whose page would be written over that of its list."""
    for kind in RECORD_KINDS:
        if kind.has_page and "index" in records_of(editorial, kind):
            yield error(
                editorial.place(kind.folder, "index", "id"),
                "id-reserved",
                "“index” is the name of the page that lists these records",
                "Give the record another id",
            )
