"""records-exchanged: two actors of which each is called by the name that the other's id is made
of.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from build_tools.model.authority import Actor
from build_tools.model.editorial import Editorial
from build_tools.model.problem import Problem, error
from build_tools.model.text import Seed

_BETWEEN = re.compile(r"[^a-z0-9]+")
"""What stands as a hyphen in an id: the blank of `Xu Fei`."""


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """One problem for each two: the words of two files were exchanged, and their ids were not."""
    names = _by_names(editorial.actors)
    for id, name in names.items():
        if id < name and names.get(name) == id:
            one, other = (editorial.place("actors", each, "names") for each in (id, name))
            problem = error(
                one,
                "records-exchanged",
                f"What {one.file} and {other.file} say is exchanged: each is called by the name that the other's id is made of",
                "Put the words of each into the other's file, as Git has them; the `id` of each is right",
            )
            yield replace(problem, also=(other,))


def _by_names(actors: dict[str, Actor]) -> dict[str, str]:
    """Actor -> the id that its English name makes: `xu-fei` of Xu Fei."""
    return {
        id: _BETWEEN.sub("-", actor.names.en.lower()).strip("-") for id, actor in actors.items()
    }
