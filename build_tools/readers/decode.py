"""A seed: bytes in, text out."""

import hashlib
import unicodedata
from collections.abc import Iterator

from build_tools.model.problem import Place, Problem, error
from build_tools.model.text import Seed
from build_tools.model.visible import anything_seen
from build_tools.readers.texts import line_of


def decode(file: str, id: str, raw: bytes) -> tuple[Seed | None, tuple[Problem, ...]]:
    """The seed's text, or the one reason why there is none.

    >>> decode("seeds/a.txt", "a", "小米".encode("gbk"))[1][0].code
    'seed-not-utf8'
    """
    refused = _no_text(file, raw)
    if refused:
        return None, (refused,)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as why:
        return None, (
            error(
                Place(file, line_of(raw, why.start)),
                "seed-not-utf8",
                f"Byte {why.start + 1} of the file is not UTF-8",
                "Save it again as UTF-8; Chinese texts are often GB18030 or Big5",
            ),
        )
    if not anything_seen(text):
        return None, (
            error(
                Place(file),
                "seed-empty",
                "The file holds nothing that can be seen",
                "Add the text, or delete the file",
            ),
        )
    text, shifts = compose(text.replace("\r\n", "\n").replace("\r", "\n"))
    return Seed(id, file, hashlib.sha256(raw).hexdigest(), text, shifts), ()


def _no_text(file: str, raw: bytes) -> Problem | None:
    """What tells by the bytes that a file is no plain text."""
    if not raw.strip():
        return error(
            Place(file), "seed-empty", "The file is empty", "Add the text, or delete the file"
        )
    if b"\0" in raw:
        return error(
            Place(file, line_of(raw, raw.index(b"\0"))),
            "seed-not-text",
            "The file holds a zero byte, so it is no plain text",
            "Save it as plain text in UTF-8 (not a Word file, not UTF-16)",
        )
    if raw.startswith(b"{\\rtf"):
        return error(
            Place(file, 1),
            "seed-not-text",
            "This is a text with its layout (RTF), which is no plain text",
            "Save it as plain text in UTF-8",
        )
    return None


def compose(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """NFC, and the offsets from which the seed's own columns run ahead.

    >>> compose("cafe\\u0301 x")
    ('café x', ((4, 1),))
    """
    if unicodedata.is_normalized("NFC", text):
        return text, ()
    done, length, shifts = [], 0, []
    for cluster in _clusters(text):
        composed = unicodedata.normalize("NFC", cluster)
        done.append(composed)
        length += len(composed)
        if len(composed) != len(cluster):
            shifts.append((length, len(cluster) - len(composed)))
    return "".join(done), tuple(shifts)


def _clusters(text: str) -> Iterator[str]:
    """Pieces that NFC composes each for itself: a starter with what may join it."""
    start = 0
    for at in range(1, len(text)):
        char = text[at]
        joins = (
            unicodedata.combining(char)
            or unicodedata.category(char)[0] == "M"
            or "\u1160" <= char <= "\u11ff"
        )
        if not joins:
            yield text[start:at]
            start = at
    yield text[start:]
