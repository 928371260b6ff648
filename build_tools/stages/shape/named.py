"""How much of a file's name a line has: people save a page under its headline."""

import re
from functools import cache

from rapidfuzz import fuzz

from build_tools.stages.shape.cohesion import content

_PARTS = re.compile(r"\s+[-–—|_·]\s+|[_|｜]|(?<=[^\x00-\x7f])-|-(?=[^\x00-\x7f])")
"""What stands between headline, section and site: `Corbridge Tea Company - Openpedia`."""
_ALIKE, _SHARED, _MUCH = 85.0, 3, 0.33
"""How alike, of 100, a line and the name are that say the same; else how many words, and which part
of the name's, the line must share with it, since two may be no more than the name of a firm.
"""


def named_so(words: str, name: str) -> float:
    """From 0 to 1: how much of the longest part of the file's name a line has; the others are the
    section and the site.

    >>> named_so("Corbridge Tea Company", "Corbridge Tea Company - Openpedia"), named_so("Create account", "Corbridge Tea Company - Openpedia")
    (1.0, 0.0)
    >>> named_so("Straits Pacific Airways", "Straits Pacific statement 30 Jan"), named_so("Recall", "000_d82e5c46edea4b3a")
    (0.0, 0.0)
    """
    part, said = _longest_part(name)
    if not said:
        return 0.0
    if fuzz.ratio(words.casefold(), part.casefold()) >= _ALIKE:
        return 1.0
    shared = len(content(words) & said)
    return shared / len(said) if shared >= max(_SHARED, _MUCH * len(said)) else 0.0


@cache
def _longest_part(name: str) -> tuple[str, frozenset[str]]:
    """The longest part, and its words: of a hash or a number, none."""
    part = max(_PARTS.split(name), key=len).strip()
    return part, content(part)
