"""decision-unplaced, a note: decisions that do not name their segment yet, in a text that has its
ids.
"""

from build_tools.model.editorial import SourceFiles
from build_tools.model.problem import Place, Problem, note


def check(files: SourceFiles) -> tuple[Problem, ...]:
    """The note, with their number."""
    number = sum(d.segment is None for d in files.annotations.decisions)
    if not number or not files.entries:
        return ()
    return (
        note(
            Place(f"{files.folder}/annotations.yml"),
            "decision-unplaced",
            f"decisions that do not say in which segment their words stand: {number}",
            "Run `casebook sync`: it adds the segments, so that no decision moves to the same words elsewhere",
        ),
    )
