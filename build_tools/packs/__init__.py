"""A case as files that a teacher takes away: one file for each format, and its line in `FORMATS`.

All of them are made from the archive's records, in one language; the same records give the same
bytes.
"""

from collections.abc import Callable, Iterator, Mapping

from build_tools.packs import documents, questions, slides, word_list
from build_tools.packs.edition import Edition

FORMATS: Mapping[str, Callable[[Edition], Iterator[tuple[str, bytes]]]] = {
    "documents": documents.files,
    "slides": slides.files,
    "quiz": questions.files,
    "words": word_list.files,
}
"""What can be asked for -> the files of it, by name."""


def packed(
    edition: Edition, formats: tuple[str, ...] = tuple(FORMATS)
) -> Iterator[tuple[str, bytes]]:
    """Every file of a case in one language: (name, content)."""
    for name in formats:
        yield from FORMATS[name](edition)
