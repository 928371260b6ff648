"""Signs that a forum scatters over its texts against copying: invisible there, in the middle of words in a scrape."""

import re

from build_tools.model.record import Bilingual
from build_tools.model.text import Debris, Seed

_STRETCH = re.compile(r"(?<![A-Za-z\d])(?!\.)[!-~]{1,2}(?:[ ]+[!-~]{1,2}){4,}(?![!-~])[ ]*")
"""Five or more groups of one or two ASCII characters, and no word: `~7 i; Y* V% b5 w  v9 A`."""
_ODD = re.compile(r"[!-~](?<![A-Za-z\d.,:'\"()/=+-])")
"""A sign that stands in no sum, list or smiley with others of its sort."""
_GLUED = re.compile(r"[A-Za-z\d][^\w\s]|[^\w\s][A-Za-z\d]")
"""A sign and a letter with nothing between them."""
_KINDS, _LETTERS, _PAIRS = 3, 3, 2
"""How many different odd signs, how many letters and how many glued pairs a stretch of noise has at least."""
_NOISE = Bilingual(**{"en": "Signs that the forum scatters over its texts against copying", "zh-Hans": "论坛为防复制而夹杂的乱码"})


def noise(seed: Seed, kept: list[tuple[int, int]]) -> list[Debris]:
    """The stretches of noise, on a line of their own or beside words.

    >>> text = "车展道歉会 - p; ]+ ]1 P/ k# i, M1 l- L6\\n~7 i; Y* V% b5 w  v9 A汽车召回\\na + b = c - d; x * y > 0"
    >>> [text[d.start : d.end] for d in noise(Seed("a", "a.txt", "", text), [])]
    ['- p; ]+ ]1 P/ k# i, M1 l- L6', '~7 i; Y* V% b5 w  v9 A']
    """
    found = [match for match in _STRETCH.finditer(seed.text) if _is_noise(match[0])]
    return [Debris(*match.span(), "sign", _NOISE) for match in found if not any(a < match.end() and match.start() < b for a, b in kept)]


def _is_noise(stretch: str) -> bool:
    return len(set(_ODD.findall(stretch))) >= _KINDS and sum(map(str.isalpha, stretch)) >= _LETTERS and len(_GLUED.findall(stretch)) >= _PAIRS
