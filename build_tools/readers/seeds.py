"""Seeds: bytes in, texts out."""

import hashlib
import re
import unicodedata
from pathlib import Path

from pypinyin import Style, lazy_pinyin

from build_tools.model.problem import Place, Problem, error, warning
from build_tools.model.text import Seed

_NOT_IN_AN_ID = re.compile(r"[^a-z0-9_]+")
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")


def read_seeds(folder: Path) -> tuple[tuple[Seed, ...], tuple[Problem, ...]]:
    """All seeds in order of their ids; a file that is no text becomes a problem, not a seed."""
    seeds: dict[str, Seed] = {}
    problems: list[Problem] = []
    for path in sorted(folder.iterdir(), key=_plainest_first) if folder.is_dir() else ():
        if path.name.startswith("."):
            continue
        file = f"seeds/{path.name}"
        if path.suffix != ".txt" or not path.is_file():
            problems.append(warning(Place(file), "seed-name", "Only .txt files are seeds; this one is left out",
                                    "Save the text as plain text, UTF-8, with the ending .txt"))
            continue
        seed, found = decode(file, seed_id(path.stem), path.read_bytes())
        problems += found
        if seed and seed.id == "index":
            problems.append(error(Place(file), "seed-id-taken", "Its page would take the place of the list of sources", "Give it another name"))
        elif seed and seed.id in seeds:
            problems.append(error(Place(file), "seed-id-twice", f"It would get the same id as {seeds[seed.id].file}: {seed.id}",
                                  "Rename the newer of the two"))
        elif seed:
            seeds[seed.id] = seed
    return tuple(seeds[key] for key in sorted(seeds)), tuple(problems)


def _plainest_first(path: Path) -> tuple[bool, str]:
    """A file whose name is its id goes before one that would only get the same: `kol.txt` before `KOL.txt`."""
    return seed_id(path.stem) != path.stem, path.name


def unread(problems: tuple[Problem, ...]) -> frozenset[str]:
    """The ids of files in seeds/ that are no seeds yet, because something is wrong with them."""
    return frozenset(seed_id(Path(p.place.file).stem) for p in problems)


def seed_id(stem: str) -> str:
    """The source's permanent id, from the file's name.

    >>> seed_id("000_d82e5c46edea4b3a"), seed_id("小米 SU7 (1)")
    ('000_d82e5c46edea4b3a', 'xiao-mi-su7-1')
    """
    latin = _HAN_RUN.sub(lambda run: "-" + "-".join(lazy_pinyin(run[0], style=Style.NORMAL)) + "-", stem)
    plain = unicodedata.normalize("NFKD", latin).lower()
    return _NOT_IN_AN_ID.sub("-", plain).strip("-") or "untitled"


def decode(file: str, id: str, raw: bytes) -> tuple[Seed | None, tuple[Problem, ...]]:
    """The seed's text, or the one reason why there is none.

    >>> decode("seeds/a.txt", "a", "小米".encode("gbk"))[1][0].code
    'seed-not-utf8'
    """
    if not raw.strip():
        return None, (error(Place(file), "seed-empty", "The file is empty", "Add the text, or delete the file"),)
    if b"\0" in raw:
        line = raw[: raw.index(b"\0")].count(b"\n") + 1
        return None, (error(Place(file, line), "seed-not-text", "The file holds a zero byte, so it is no plain text",
                            "Save it as plain text in UTF-8 (not a Word file, not UTF-16)"),)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as why:
        line = raw[: why.start].count(b"\n") + 1
        return None, (error(Place(file, line), "seed-not-utf8", f"Byte {why.start + 1} of the file is not UTF-8",
                            "Save it again as UTF-8; Chinese texts are often GB18030 or Big5"),)
    if not text.strip():
        return None, (error(Place(file), "seed-empty", "The file holds only blanks", "Add the text, or delete the file"),)
    text, shifts = compose(text.replace("\r\n", "\n").replace("\r", "\n"))
    return Seed(id, file, hashlib.sha256(raw).hexdigest(), text, shifts), ()


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


def _clusters(text: str):
    """Pieces that NFC composes each for itself: a starter with what may join it."""
    start = 0
    for at in range(1, len(text)):
        char = text[at]
        joins = unicodedata.combining(char) or unicodedata.category(char)[0] == "M" or "\u1160" <= char <= "\u11ff"
        if not joins:
            yield text[start:at]
            start = at
    yield text[start:]
