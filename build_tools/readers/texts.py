"""Files of text, as all are read."""

import unicodedata
from pathlib import Path

from build_tools.model.problem import Place, Problem, error


def composed(path: Path) -> str:
    """The file's text in NFC, as the seeds are read: a Mac may have saved it decomposed. Raises
    what reading raises.
    """
    return unicodedata.normalize("NFC", path.read_text(encoding="utf-8-sig"))


def not_utf8(path: Path, file: str, code: str, why: UnicodeDecodeError) -> Problem:
    """The problem of a file that is not UTF-8, with its line."""
    return error(
        Place(file, line_of(path.read_bytes(), why.start)),
        code,
        "From here on the file is not UTF-8",
        "Save the file as UTF-8",
    )


def line_of(raw: bytes, at: int) -> int:
    """The line, from 1, in which a byte stands."""
    return raw[:at].count(b"\n") + 1
