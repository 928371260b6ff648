"""Archive -> files for other programs, one file here for each kind. Never a second truth."""

from collections.abc import Callable, Iterator

from build_tools.exports import schemas
from build_tools.model.archive import Archive
from build_tools.writer import Content

Export = Callable[[Archive], Iterator[tuple[str, Content]]]
"""The archive -> (name under docs/archive/, content) of each file."""
EXPORTS: list[Export] = [schemas.files]


def all_exports(archive: Archive) -> Iterator[tuple[str, Content]]:
    for export in EXPORTS:
        yield from export(archive)
