"""How much of a file's name a line has: people save a page under its headline."""

import re
from collections.abc import Sequence
from functools import cache

from rapidfuzz import fuzz

from build_tools.stages.shape.cohesion import content

_SITE = re.compile(r"\s+[-–—|_·]\s+")
"""What browsers put between headline and site: `Corbridge Tea Company - Openpedia`."""
_PARTS = re.compile(rf"{_SITE.pattern}|[_|｜]|(?<=[^\x00-\x7f])-|-(?=[^\x00-\x7f])")
"""That, and what people put between what a text is and its headline: `访谈实录-解慕华谈啤酒厂`."""
_ALIKE, _SHARED, _MUCH = 85.0, 3, 0.33
"""How alike, of 100, a line and the name are that say the same; else how many words, and which part
of the name's, the line must share with it, since two may be no more than the name of a firm.
"""
_OTHER = 0.5
"""How much a part counts that may be the site."""


def named_so(words: str, name: str, over: Sequence[str] = (), under: Sequence[str] = ()) -> float:
    """From 0 to 1: how much of the longest part of the file's name a line has; one behind the first
    blank dash may be the site as well, and says less. Where both stand right under each other in the
    same order, the first is the site: `over` and `under` are the lines beside.

    >>> named_so("Corbridge Tea Company", "Corbridge Tea Company - Openpedia"), named_so("Create account", "Corbridge Tea Company - Openpedia")
    (1.0, 0.0)
    >>> [named_so(words, "协和罐头公司 - 开源百科，自由的百科全书") for words in ("协和罐头公司", "开源百科，自由的百科全书")]
    [1.0, 0.5]
    >>> named_so("Say it", "The Memo - Say it", over=["The Memo"]), named_so("The Memo", "The Memo - Say it", under=["Say it"])
    (1.0, 0.0)
    >>> named_so("Straits Pacific Airways", "Straits Pacific statement 30 Jan"), named_so("Recall", "000_d82e5c46edea4b3a")
    (0.0, 0.0)
    """
    headline, longest = _parts(name)
    said = content(longest)
    if not said:
        return 0.0
    others = _SITE.split(name)[1:]
    if _is_so(words, headline):
        return 0.0 if any(_is_so(line, each) for line in under for each in others) else 1.0
    if any(_is_so(line, headline) for line in over) and any(_is_so(words, each) for each in others):
        return 1.0
    much = 1.0 if longest == headline else _OTHER
    if _is_so(words, longest):
        return much
    shared = len(content(words) & said)
    return much * shared / len(said) if shared >= max(_SHARED, _MUCH * len(said)) else 0.0


def _is_so(words: str, part: str) -> bool:
    return fuzz.ratio(words.casefold(), part.casefold()) >= _ALIKE


@cache
def _parts(name: str) -> tuple[str, str]:
    """The longest part before the site, and of all; of a hash or a number, neither has words."""
    before = _PARTS.split(_SITE.split(name)[0])
    return max(before, key=len).strip(), max(_PARTS.split(name), key=len).strip()
