"""concept-unsupported: a case that lists a concept which nobody claims for a passage of its sources."""

from collections.abc import Iterator

from build_tools.model.editorial import Editorial
from build_tools.model.problem import Problem, warning
from build_tools.model.text import Seed


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """Of cases whose sources are coded; evidence, grades and the like are nothing that passages are
    coded with.
    """
    refused = editorial.vocabulary.get("coding_model", {}).get("not_coded", ())
    for id, case in editorial.cases.items():
        passages = [
            each for source in case.sources for each in editorial.of_source(source).codings.passages
        ]
        incomplete = any(editorial.of_source(source).incomplete for source in case.sources)
        if not passages or incomplete:
            continue
        coded = {concept for each in passages for concept in each.concepts}
        for n, concept in enumerate(case.concepts):
            scheme = editorial.concepts.get(concept, {}).get("scheme")
            if concept not in coded and scheme and scheme not in refused:
                yield warning(
                    editorial.place("cases", id, "concepts", n),
                    "concept-unsupported",
                    f"No passage of the sources of “{id}” is coded “{concept}”",
                    "Take it from the list, or code a passage with it in codings.yml",
                )
