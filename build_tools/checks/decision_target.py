"""key-missing, target-rejected: a decision that adds a mention and does not say of whom, or rejects one
and does.
"""

from collections.abc import Iterator

from build_tools.model.editorial import Editorial
from build_tools.model.problem import Problem, error, warning
from build_tools.model.text import Seed


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """Each decision on a mention that names nobody and should, or the reverse."""
    for files in editorial.sources.values():
        file = files.annotations_file
        if not file:
            continue
        for n, decision in enumerate(file.record.mentions):
            if decision.decision == "reject" and decision.target:
                yield warning(
                    file.place("mentions", n, "target"),
                    "target-rejected",
                    f"A rejected mention means nobody, and “{decision.quote}” has a target",
                    "Take `target` away; or write `decision: retarget` if the words mean another",
                )
            if decision.decision in ("add", "retarget") and not decision.target:
                yield error(
                    file.place("mentions", n),
                    "key-missing",
                    f"The decision on “{decision.quote}” says not whom the words mean",
                    "Add `target:` with the id of an actor or term",
                )
