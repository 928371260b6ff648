"""What a scraper took twice: of two lines on end that say the same, one is enough."""

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from build_tools.model.record import Bilingual
from build_tools.model.text import Debris, Seed
from build_tools.stages.shape.headline import CLOSED, is_text
from build_tools.stages.shape.lines import width

_CAPTION = re.compile(r"\s*[▲▼△▽◀▶↑↓←→]\s*")
"""What points from a caption to its picture."""
_CREDIT = re.compile(r"\s*[(（\[［【〔][^()（）]{1,40}[)）\]］】〕]\s*$")
"""Who took a picture, or where: `（陳大文攝）`."""
_NO_PROSE = re.compile(r"[>|#]|.*(?:\t|\S {3,}\S)")
"""A line of a quoted mail, which an answer may repeat; a row of a table."""
_SENTENCE, _HEADLINE = 40, 24
"""In Latin letters. What is narrower and comes twice may be a refrain, a cry, or how a song
begins.
"""
_AGAIN = Bilingual(
    **{
        "en": "The same headline stands again over the text",
        "zh-Hans": "同一标题在正文之前又出现一次",
    }
)
_TWICE = Bilingual(
    **{"en": "The same words stand in the line beside it", "zh-Hans": "相邻一行有相同的文字"}
)


def doubled(seed: Seed, kept: list[tuple[int, int]]) -> list[Debris]:
    r"""Of each two such lines the one that says less; of two alike, the first, as of a headline that
    comes again before the text.

    Over the text a caption yields to what may be its headline.

    >>> lead = "No bus ran on Monday before ten o'clock."
    >>> text = f"He spoke.\n▲ The mayor bows\nThe mayor bows\n{lead}\n\n{lead} The mayor bowed."
    >>> [text[d.start : d.end] for d in doubled(Seed("a", "a.txt", "", text), [])]
    ['The mayor bows', "No bus ran on Monday before ten o'clock."]
    """
    found = [Debris(*line, "repeat", _TWICE) for line in _less(seed)]
    found += [Debris(*line, "repeat", _AGAIN) for line in _again(seed)]
    return [each for each in found if not any(a < each.end and each.start < b for a, b in kept)]


def _less(seed: Seed) -> Iterator[tuple[int, int]]:
    lines = [line for line in seed.lines() if seed.text[slice(*line)].strip()]
    begun = False
    for one, other in pairwise(lines):
        words, after = seed.text[slice(*one)].strip(), seed.text[slice(*other)].strip()
        begun |= is_text(words)
        if _NO_PROSE.match(words) or _NO_PROSE.match(after):
            continue
        if words == after:
            if _is_sentence(_CREDIT.sub("", words)) or (not begun and width(words) >= _HEADLINE):
                yield one
        elif _says(after, words) and _is_sentence(words):
            yield one
        elif _is_caption_of(words, after):
            yield other if begun else one
        elif _is_caption_of(after, words):
            yield one if begun else other


def _again(seed: Seed) -> Iterator[tuple[int, int]]:
    """A headline over the page's day and buttons, which stands under these once more."""
    before = [(line, words) for line in seed.lines() if (words := seed.text[slice(*line)].strip())]
    over = list(takewhile(lambda each: not is_text(each[1]), before))
    last = {words: line for line, words in over}
    yield from (line for line, words in over if width(words) >= _HEADLINE and last[words] != line)


def _is_sentence(words: str) -> bool:
    """Whether a line is closed, and too long for a refrain."""
    return width(words) >= _SENTENCE and bool(CLOSED.search(words)) and is_text(words)


def _says(more: str, less: str) -> bool:
    """Whether a paragraph begins with all the words of another."""
    return more.startswith(less) and more[len(less) : len(less) + 1] not in "\"'”’」』"


def _is_caption_of(caption: str, words: str) -> bool:
    """Whether a line is another with what a caption has besides: `▲`, or who took the picture."""
    bare = _CAPTION.sub("", caption, count=1) if _CAPTION.match(caption) else caption
    long_enough = bare != caption or width(words) >= _SENTENCE
    return long_enough and words != caption and words in (bare, _CREDIT.sub("", bare))
