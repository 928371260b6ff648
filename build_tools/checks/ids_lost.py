"""po-missing: decisions or readings name segments, and the file that holds the segments' ids is
gone.
"""

from build_tools.model.editorial import SourceFiles
from build_tools.model.problem import Problem, error


def check(files: SourceFiles) -> tuple[Problem, ...]:
    """The problem, with the files that name segments."""
    naming = [
        name
        for name, those in (
            (
                "annotations.yml",
                [d for d in files.annotations.decisions if d.segment],
            ),
            ("mentions.yml", files.mentions),
        )
        if those
    ]
    if files.unread or files.entries or not naming:
        return ()
    return (
        error(
            files.po_place,
            "po-missing",
            f"{' and '.join(naming)} name{'' if naming[1:] else 's'} segments, but the file that holds their ids, translations and reviews is not there",
            "Restore it as Git has it; only where nobody has it, take away from those files what names segments, and `casebook sync` gives new ids",
        ),
    )
