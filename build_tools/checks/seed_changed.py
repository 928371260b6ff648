"""seed-changed: the seed is not the file that the editors worked on."""

from build_tools.model.editorial import SourceFiles
from build_tools.model.problem import Problem, error
from build_tools.model.text import Seed


def check(seed: Seed, files: SourceFiles) -> tuple[Problem, ...]:
    """The problem, if the sum that an editor recorded is another than that of the seed."""
    recorded = files.record.sha256
    if recorded is None or recorded == seed.sha256:
        return ()
    return (
        error(
            files.place("sha256"),
            "seed-changed",
            f"{seed.file} is no longer the file that was recorded (SHA-256 {seed.sha256})",
            "A seed is never edited: restore it, or record the new sum if it was replaced on purpose",
        ),
    )
