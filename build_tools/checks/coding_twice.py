"""coding-twice: the same words coded with the same concept two times, two codes of one coder at a
passage, or two passages of one id.
"""

from collections.abc import Iterator

from build_tools.model.editorial import Editorial
from build_tools.model.problem import Problem, error
from build_tools.model.quote import even_signs
from build_tools.model.text import Seed


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """Each coding that stands in its file already."""
    for files in editorial.sources.values():
        codings = files.codings
        said: dict[tuple[str | None, ...], str] = {}
        ids: set[str] = set()
        for at, each in enumerate(codings.entries):
            if each.id in ids:
                beyond = at - len(codings.passages)
                way = ("passages", at) if beyond < 0 else ("not_codable", beyond)
                yield error(
                    files.codings_place(*way, "id"),
                    "coding-twice",
                    f"There are two entries “{each.id}” in this file",
                    "Give the newer one another id",
                )
            ids.add(each.id)
        for n, passage in enumerate(codings.passages):
            coders: set[str] = set()
            for at, code in enumerate(passage.codes):
                place = files.codings_place("passages", n, "codes", at)
                if (
                    code.coder in coders and code not in passage.codes[:at]
                ):  # that one is listed twice
                    yield error(
                        place,
                        "coding-twice",
                        f"“{passage.id}” has two codes of the {code.coder} coder",
                        "Keep one, and make the other its alternative",
                    )
                coders.add(code.coder)
                words = (passage.segment, passage.prefix, even_signs(passage.quote), passage.suffix)
                before = said.setdefault((code.coder, code.concept, *words), passage.id)
                if code.concept and before != passage.id:
                    yield error(
                        place,
                        "coding-twice",
                        f"The {code.coder} coder claims “{code.concept}” for these words already, in “{before}”",
                        "Delete one of the two",
                    )
