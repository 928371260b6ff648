"""Sigla: the short signs by which editions cite their sources."""

import re
from collections import Counter
from collections.abc import Iterable

_PART_ENDS = re.compile(r"(?<=[^_-])(?=[_-])|$")
"""Where an id may be cut: 000|_d82e5c46edea4b3a, kol|-zh."""


def sigla(ids: Iterable[str]) -> dict[str, str]:
    """Each id's siglum: its first parts, as many as set it apart from all others.

    A later seed may lengthen a siglum, so nothing is addressed by it.

    >>> sigla(["000_d82e5c46edea4b3a", "001_b446ac9665efe7f7", "kol-en", "kol-zh"])
    {'000_d82e5c46edea4b3a': '000', '001_b446ac9665efe7f7': '001', 'kol-en': 'kol-en', 'kol-zh': 'kol-zh'}
    """
    leading = {id: [id[: end.start()] for end in _PART_ENDS.finditer(id)] for id in ids}
    shared = Counter(part for parts in leading.values() for part in parts)
    return {
        id: next((part for part in parts if shared[part] == 1), id) for id, parts in leading.items()
    }
