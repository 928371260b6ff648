"""sides: a contradiction that contradicts nothing: fewer than two sides, or a side for which no
source speaks.
"""

from collections.abc import Iterator

from build_tools.model.editorial import Editorial
from build_tools.model.problem import Problem, error
from build_tools.model.text import Seed


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """Each contradiction with a side too few, or one that nothing bears out."""
    for id, each in editorial.contradictions.items():
        if len(each.sides) < 2:
            yield error(
                editorial.place("contradictions", id, "sides"),
                "sides",
                f"A contradiction has two sides or more; here is {'one' if each.sides else 'none'}",
                "Add what another source says, or delete the record",
            )
        for n, side in enumerate(each.sides):
            if not side.claims and not side.evidence:
                yield error(
                    editorial.place("contradictions", id, "sides", n),
                    "sides",
                    f"Side {n + 1} cites nothing",
                    "Add `claims:` or `evidence:` that bear it out",
                )
