"""coding-grounds: a coding that its coder is not sure of, and gives no reason or nothing that could be
held instead; a passage for which no coder claims anything.
"""

from collections.abc import Iterator

from build_tools.model.editorial import Editorial
from build_tools.model.problem import Problem, error, warning
from build_tools.model.text import Seed


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """Each passage without a concept, and each unsure code that is not argued for."""
    for files in editorial.sources.values():
        for n, passage in enumerate(files.codings.passages):
            if not passage.concepts:
                yield error(
                    files.codings_place("passages", n),
                    "coding-grounds",
                    f"“{passage.id}” names no concept",
                    "Give it one of a coder's, or move it to `not_codable` with the reason",
                )
            for at, code in enumerate(passage.codes):
                if code.confidence == "high" or (code.why and code.alternatives):
                    continue
                wanting = " and ".join(
                    key
                    for key, there in (("`why`", code.why), ("`alternatives`", code.alternatives))
                    if not there
                )
                yield warning(
                    files.codings_place("passages", n, "codes", at, "confidence"),
                    "coding-grounds",
                    f"The {code.coder} coder's code of “{passage.id}” is {code.confidence}, without {wanting}",
                    "Say what speaks for it and what else could be held (`concept: none` if nothing of the family fits); or make it high",
                )
