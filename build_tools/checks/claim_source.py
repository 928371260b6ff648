"""claim-source: a claim of fact that leaves open whether its speaker says where it comes from; or one
that need not say it, and does.
"""

from collections.abc import Iterator

from build_tools.model.claims import Claim
from build_tools.model.editorial import Editorial
from build_tools.model.problem import Problem, warning
from build_tools.model.text import Seed

_OF_FACT = ("accusation", "figure", "legal", "report", "sanction", "statistic")
"""Kinds that say what happened or is the case. The others judge, or say what the speaker does by
saying it.
"""


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """Each claim that should say where its speaker has it from, or should not."""
    for id, claim in editorial.claims.items():
        if not claim.speaker and not claim.speaker_words:
            continue  # attribution tells
        asked = claim.kind in _OF_FACT and not _of_own(claim, editorial)
        if asked and claim.unsourced is None:
            yield warning(
                editorial.place("claims", id),
                "claim-source",
                f"“{id}” says what happened or is the case, and not where its speaker has it from",
                "Add `unsourced: true` if the text names nothing, and `unsourced: false` if it does",
            )
        if not asked and claim.unsourced is not None:
            yield warning(
                editorial.place("claims", id, "unsourced"),
                "claim-source",
                f"The speaker of “{id}” tells of itself, or judges, and needs no source for that",
                "Delete `unsourced`",
            )


def _of_own(claim: Claim, editorial: Editorial) -> bool:
    """Whether an actor with a record speaks of what it did or saw. Outlets mostly tell of others, but
    not where they are what the claim is about, or a firm's own account.
    """
    speaker = editorial.actors.get(claim.speaker or "")
    if speaker is None:
        return claim.speaker is not None
    return speaker.kind != "outlet" or speaker.part_of is not None or speaker.id in claim.about
