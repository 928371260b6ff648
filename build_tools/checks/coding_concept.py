"""coding-concept: a passage coded with a concept that describes claims, sources, persons or questions,
or with concepts of several families.
"""

from collections.abc import Iterator

from build_tools.model.editorial import Editorial
from build_tools.model.problem import Problem, error
from build_tools.model.text import Seed


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """Each code whose concept is not for passages, or is of another family than the rest."""
    refused = editorial.vocabulary.get("coding_model", {}).get("not_coded", ())
    for files in editorial.sources.values():
        for n, passage in enumerate(files.codings.passages):
            family = ""
            for at, code in enumerate(passage.codes):
                scheme = editorial.concepts.get(code.concept or "", {}).get("scheme", "")
                place = files.codings_place("passages", n, "codes", at, "concept")
                if scheme in refused:
                    yield error(
                        place,
                        "coding-concept",
                        f"“{code.concept}” is of “{scheme}”, which says nothing of a passage",
                        "Take another concept; `not_coded` in the vocabulary lists these families",
                    )
                    continue
                if family and scheme not in ("", family):
                    yield error(
                        place,
                        "coding-concept",
                        f"“{code.concept}” is of “{scheme}”, while another coder of “{passage.id}” codes a concept of “{family}”",
                        "Make it a passage of its own: at one, coders answer the same question",
                    )
                family = family or scheme
