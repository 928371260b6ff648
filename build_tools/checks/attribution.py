"""attribution: a claim that does not say whose it is. An allegation without its speaker would be
the archive's own.
"""

from collections.abc import Iterator

from build_tools.model.editorial import Editorial
from build_tools.model.problem import Problem, error
from build_tools.model.text import Seed


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """Each claim without a speaker, or that rests on nothing."""
    for id, claim in editorial.claims.items():
        if not claim.speaker and not claim.speaker_words:
            yield error(
                editorial.place("claims", id),
                "attribution",
                f"The claim “{id}” does not say who asserts it",
                "Add `speaker:` with an actor's id, or `speaker_words:` such as {en: unnamed netizens, zh-Hans: 未具名网友}",
            )
        if not claim.evidence:
            yield error(
                editorial.place("claims", id, "evidence"),
                "attribution",
                f"The claim “{id}” quotes no source",
                "Add the words that report it under `evidence`",
            )
