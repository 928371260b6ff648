"""claim-conflicts: a claim that contradicts another one and is not marked so, or is marked so and
contradicts none. What later events have settled keeps the status that says so.
"""

from collections.abc import Iterator

from build_tools.model.editorial import Editorial
from build_tools.model.problem import Problem, warning
from build_tools.model.text import Seed
from build_tools.model.walk import found_in

CONFLICTING = "ev.conflicting"
_SETTLED = ("ev.superseded", "ev.refuted")


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """Of a vocabulary that knows the status."""
    if CONFLICTING not in editorial.concepts or _all_gone(editorial):
        return
    disputed = {
        claim: id
        for id, each in editorial.contradictions.items()
        for side in each.sides
        for claim in side.claims
    }
    for id, claim in editorial.claims.items():
        place = editorial.place("claims", id, "status")
        if id in disputed and claim.status not in (CONFLICTING, *_SETTLED):
            yield warning(
                place,
                "claim-conflicts",
                f"“{id}” is a claim of the contradiction “{disputed[id]}”, and its status is “{claim.status}”",
                f"Make it {CONFLICTING}; or, if nobody contradicts it, quote its words there under `evidence`",
            )
        if claim.status == CONFLICTING and id not in disputed:
            yield warning(
                place,
                "claim-conflicts",
                f"“{id}” is {CONFLICTING}, and no contradiction names it",
                "Name it under `claims` of a side, or give it another status",
            )


def _all_gone(editorial: Editorial) -> bool:
    """Whether records name contradictions and none is there: that is told once, at their folder."""
    return not editorial.contradictions and any(
        each.kind == "contradiction" for case in editorial.cases.values() for each in found_in(case)
    )
