"""key-missing: a decision that adds a mention and does not say of whom."""

from collections.abc import Iterator

from build_tools.model.editorial import Editorial
from build_tools.model.problem import Problem, error
from build_tools.model.text import Seed


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    for files in editorial.sources.values():
        file = files.annotations_file
        if not file or file.incomplete:
            continue
        for n, decision in enumerate(file.record.mentions):
            if decision.decision in ("add", "retarget") and not decision.target:
                yield error(
                    file.place("mentions", n),
                    "key-missing",
                    f"The decision on “{decision.quote}” says not whom the words mean",
                    "Add `target:` with the id of an actor or term",
                )
