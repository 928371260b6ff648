"""A seed: bytes in, text out."""

import hashlib
import unicodedata
from collections.abc import Iterator

from build_tools.model.problem import Place, Problem, error
from build_tools.model.text import Seed
from build_tools.model.visible import anything_seen
from build_tools.readers.texts import no_text


def decode(file: str, id: str, raw: bytes) -> tuple[Seed | None, tuple[Problem, ...]]:
    """The seed's text, or the one reason why there is none.

    >>> decode("seeds/a.txt", "a", "小米".encode("gbk"))[1][0].code
    'seed-not-utf8'
    """
    if not raw:
        return None, (_empty(file, "is empty"),)
    why = no_text(raw)
    if why:
        return None, (
            why.as_problem(file, "seed-not-text")
            if b"\0" in raw
            else why.as_problem(file, "seed-not-utf8"),
        )
    if raw.startswith(b"{\\rtf"):
        return None, (
            error(
                Place(file, 1),
                "seed-not-text",
                "This is a text with its layout (RTF), which is no plain text",
                "Save it as plain text in UTF-8",
            ),
        )
    text = raw.decode("utf-8-sig")
    if not anything_seen(text):
        return None, (_empty(file, "holds nothing that can be seen"),)
    text, shifts = compose(text.replace("\r\n", "\n").replace("\r", "\n"))
    return Seed(id, file, hashlib.sha256(raw).hexdigest(), text, shifts), ()


def _empty(file: str, what: str) -> Problem:
    return error(Place(file), "seed-empty", f"The file {what}", "Add the text, or delete the file")


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
