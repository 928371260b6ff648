"""Files of text, as all are read."""

import codecs
import unicodedata
from pathlib import Path
from typing import NamedTuple

from build_tools.model.problem import Place, Problem, error

_WIDE = {"UTF-32": ("utf-32-le", "utf-32-be"), "UTF-16": ("utf-16-le", "utf-16-be")}
"""Codes in which a character has two or four bytes; Windows calls the first of UTF-16 “Unicode”."""
_MANY = 4
"""Of bytes that are UTF-8, too, one in so many must be zero; a single NUL within `Hello` is none of UTF-16."""
_MARKS = {
    "UTF-32": (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE),
    "UTF-16": (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE),
}
"""Signs at the start of a file that tell its code."""
RESTORE = "Restore it as Git has it, or save it anew, whole"


class NoText(NamedTuple):
    """Why bytes are no text in UTF-8."""

    line: int
    what: str
    hint: str

    def as_problem(self, file: str, code: str) -> Problem:
        return error(Place(file, self.line), code, self.what, self.hint)


def read(path: Path, file: str, code: str) -> str | Problem:
    """The file's text in NFC, as the seeds are read: a Mac may have saved it decomposed. Or the
    problem, with that code, of one that is no text.
    """
    raw = path.read_bytes()
    why = no_text(raw)
    return why.as_problem(file, code) if why else composed(raw)


def composed(raw: bytes) -> str:
    """The text of a file in UTF-8."""
    text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)


def as_saved(text: str, raw: bytes) -> str:
    """The text with the line ends that the file has: Git on Windows and some editors write them so,
    and would write them again. A mark at its start (BOM) goes, for gettext cannot read it.

    >>> as_saved("a\\nb\\n", b"a\\r\\n"), as_saved("a\\n", b"a\\n"), as_saved("a\\n", b"")
    ('a\\r\\nb\\r\\n', 'a\\n', 'a\\n')
    """
    windows = b"\r\n" in raw and raw.count(b"\r\n") == raw.count(b"\n")
    return text.replace("\n", "\r\n") if windows else text


def no_text(raw: bytes) -> NoText | None:
    """What keeps the bytes from being a text in UTF-8, where something does.

    >>> [no_text(raw).what for raw in ("小米".encode("utf-16"), "小米".encode()[:-1], "小米".encode("gbk"))]
    ['The file is saved in UTF-16', 'The file breaks off here within a character: it was not saved whole', 'From here on the file is not UTF-8']
    """
    wide = _wide(raw)
    if wide:
        return NoText(1, f"The file is saved in {wide}", "Save it as UTF-8")
    if b"\0" in raw:
        left = raw.rstrip(b"\0")
        if b"\0" not in left and (not left or _is_text(left)):
            return NoText(
                line_of(raw, len(left)),
                "From here on the file holds nothing but zero bytes: it was not saved whole",
                RESTORE,
            )
        return NoText(
            line_of(raw, raw.index(b"\0")),
            "The file holds a zero byte, so it is no plain text",
            "Restore it as Git has it, or save it as plain text in UTF-8 (not as a Word file)",
        )
    try:
        raw.decode("utf-8-sig")
    except UnicodeDecodeError as why:
        return (
            NoText(
                line_of(raw, why.start),
                "The file breaks off here within a character: it was not saved whole",
                RESTORE,
            )
            if _is_text(raw)
            else NoText(
                line_of(raw, why.start),
                "From here on the file is not UTF-8",
                "Save it again as UTF-8; Chinese texts are often GB18030 or Big5",
            )
        )
    return None


def _wide(raw: bytes) -> str:
    """UTF-16 or UTF-32, where the bytes are a text in that: by the mark at its start, or by the zero
    bytes that each Latin letter and each line end has.
    """
    return next((code for code, marks in _MARKS.items() if raw.startswith(marks)), "") or next(
        (
            code
            for code, orders in _WIDE.items()
            if (_MANY * raw.count(b"\0") >= len(raw) or not _is_utf8(raw))
            and b"\0" in raw
            and any(_is_text(raw, order, whole=True) for order in orders)
        ),
        "",
    )


def _is_utf8(raw: bytes) -> bool:
    """Whether the bytes are UTF-8, with signs of machines or without."""
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


def _is_text(raw: bytes, code: str = "utf-8", whole: bool = False) -> bool:
    """Whether the bytes are words in a code, and no signs of machines; if not `whole`, the last
    character may be cut off.
    """
    try:
        text = codecs.getincrementaldecoder(code)().decode(raw, final=whole)
    except UnicodeDecodeError:
        return False
    return all(
        char in "\t\r\n\f\ufeff" or unicodedata.category(char) not in ("Cc", "Cn", "Co", "Cs")
        for char in text
    )


def line_of(raw: bytes, at: int) -> int:
    """The line, from 1, in which a byte stands."""
    return raw[:at].count(b"\n") + 1
