"""pattern: a debris rule that is no regular expression, or does not match its own example."""

from collections.abc import Iterator

import regex

from build_tools.model.editorial import Editorial
from build_tools.model.problem import Problem, error
from build_tools.model.rules import DebrisRule
from build_tools.model.text import Seed
from build_tools.stages.cleaning.debris import PATIENCE


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """Each debris rule that cannot be used, with what is wrong in its pattern."""
    for n, rule in enumerate(editorial.debris):
        why = _fault(rule)
        if why:
            yield error(
                editorial.place("rules", "debris", "rules", n, "pattern"),
                "pattern",
                f"The rule “{rule.id}” {why}",
                "Mend the pattern or the example; the rule is not used until then",
            )


def _fault(rule: DebrisRule) -> str:
    try:
        if regex.search(rule.pattern, "", timeout=PATIENCE):
            return "finds something where nothing stands, and so in every line"
        return (
            ""
            if regex.search(rule.pattern, rule.example, timeout=PATIENCE)
            else "does not match its own example"
        )
    except TimeoutError:
        return "finds no end in its own example"
    except regex.error as why:
        return f"is no regular expression: {why}"
