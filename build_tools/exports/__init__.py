"""Archive -> files for other programs: one file for each export, and its line in `_EXPORTS`. Never
a second truth.
"""

from collections.abc import Iterator

from build_tools.exports import codings, schemas
from build_tools.model.archive import Archive
from build_tools.model.content import Content

_EXPORTS = (schemas, codings)


def all_exports(archive: Archive) -> Iterator[tuple[str, Content]]:
    """Every export as (name under docs/archive/, content). A large one gives a stream: see
    model/content.py.
    """
    for export in _EXPORTS:
        yield from export.files(archive)
