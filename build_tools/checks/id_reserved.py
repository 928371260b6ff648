"""id-reserved: a record called `index`, whose page would take the place of its hub."""

from collections.abc import Iterator

from build_tools.model.editorial import Editorial
from build_tools.model.problem import Problem, error
from build_tools.model.text import Seed


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    for folder, records in (
        ("actors", editorial.actors),
        ("events", editorial.events),
        ("glossary", editorial.terms),
        ("cases", editorial.cases),
    ):
        if "index" in records:
            yield error(
                editorial.place(folder, "index", "id"),
                "id-reserved",
                "“index” is the name of the page that lists these records",
                "Give the record another id",
            )
