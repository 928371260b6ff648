"""Words that a wrong code left in a file before it came here."""

import re
from collections.abc import Iterator

from build_tools.language.chinese.han import HAN_RANGES

_LATIN = re.compile(r"[^\x00-\x7f]{2,}")
_LONG_LATIN = re.compile(r"[\xa1-\xff]{6,}")
"""`Ð¡Ã×¹«Ë¾` is 小米公司 in GBK; no language of Europe has so many such letters in a row."""
_HAN = re.compile(rf"[{HAN_RANGES}\ue000-\uf8ff]{{6,}}")
"""`灏忕背鍏徃`: what GBK makes of the bytes of 小米公司."""
_LIKELY = re.compile(rf"[\xa0-\u017f\u2010-\u2122\u3000-\u30ff{HAN_RANGES}\uff00-\uffef]+")
"""What such bytes most often stood for: é, £, “, —, 小, ，."""
_LOST = re.compile(r"\ufffd+|(?:锟斤拷|烫烫烫|屯屯屯)[锟斤拷烫屯]*")
"""What programs put where they could not read: `公司锟斤拷致歉`."""


def damaged(text: str) -> tuple[str, ...]:
    """The words that look damaged, each once.

    >>> damaged("Itâ€™s over, they said. Itâ€™s done."), damaged("公司锟斤拷致歉"), damaged("caf\ufffd")
    (('â€™',), ('锟斤拷',), ('\ufffd',))
    >>> damaged("Señor Núñez à l'âge de 40 ans; 锅烫, 屯门; “it’s”")
    ()
    """
    found = [
        *((at, words) for at, words, _, _ in read_otherwise(text)),
        *((match.start(), match[0]) for match in _LOST.finditer(text)),
    ]
    return tuple(dict.fromkeys(words for _, words in sorted(found)))


def read_otherwise(text: str) -> Iterator[tuple[int, str, str, str]]:
    """(where, words, what they were, what was read as what)."""
    for pattern, read_as, written_as, lost, how in (
        (_LATIN, "windows-1252", "utf-8", 0, "UTF-8 as Latin letters (Windows-1252)"),
        (_LONG_LATIN, "latin-1", "gb18030", 0, "GBK as Latin letters (Windows-1252)"),
        (_HAN, "gb18030", "utf-8", 4, "UTF-8 as GBK"),
    ):
        for match in pattern.finditer(text):
            meant = _meant(match[0], read_as, written_as, lost)
            if meant:
                yield match.start(), match[0], meant, how


def _meant(words: str, read_as: str, written_as: str, lost: int = 0) -> str:
    """What the bytes say in the other code; empty where they say nothing likely.
    Up to `lost` bytes may be missing or stand alone at the ends.

    >>> _meant("Ã©", "windows-1252", "utf-8"), _meant("É»", "windows-1252", "utf-8"), _meant("小米", "windows-1252", "utf-8")
    ('é', '', '')
    """
    try:
        raw = b"".join(
            bytes([ord(char)]) if "\x80" <= char <= "\x9f" else char.encode(read_as)
            for char in words
        )
        meant = raw.decode(written_as, "ignore" if lost else "strict")
    except UnicodeError:
        return ""
    whole = len(meant.encode(written_as)) >= len(raw) - lost
    return meant if whole and _LIKELY.fullmatch(meant) else ""
