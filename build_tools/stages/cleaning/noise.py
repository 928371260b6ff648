"""Noise, known by its statistics: the signs that a forum scatters over its texts against copying,
and the same words in line after line.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from build_tools.model.record import Bilingual
from build_tools.model.text import Debris, Seed

_STRETCH = re.compile(r"(?<![A-Za-z\d])(?!\.)[!-~]{1,2}(?:[ ]+[!-~]{1,2}){4,}(?![!-~])[ ]*")
"""Five or more groups of one or two ASCII characters, and no word: `~7 i; Y* V% b5 w  v9 A`."""
_ODD = re.compile(r"[!-~](?<![A-Za-z\d.,:'\"()/=+-])")
"""A sign that stands in no sum, list or smiley with others of its sort."""
_GLUED = re.compile(r"[A-Za-z\d][^\w\s]|[^\w\s][A-Za-z\d]")
"""A sign and a letter with nothing between them."""
_KINDS, _LETTERS, _PAIRS = 3, 3, 2
"""How many different odd signs, how many letters and how many glued pairs a stretch of noise has at
least.
"""
_AGAIN = 3
"""How many lines of the same words are noise. A refrain of two is none."""
_ROWS = {3: 24, 2: 4}
"""Lines of a row that comes again, and letters of each: `播报`, `编辑` under each heading."""
_POSTED = re.compile(r"(\W*[^\W\d]+).*(?<!\d)(?:19|20)\d\d(?!\d).*\d{1,2}:\d{2}")
"""Who posted when, by its first word: `Post by Mrs Pannier » Tue Oct 04, 2011 8:40 pm`."""
_BUTTON, _HEAD = 12, 120
"""Letters of a button under a post, and of the line over one."""
_NAMED = re.compile(r"[^\W\d_][^。！？!?.…：:]*")
"""Words without a sentence: `文章插图`, `Article image`."""
_SCATTERED = Bilingual(
    **{
        "en": "Signs that the forum scatters over its texts against copying",
        "zh-Hans": "论坛为防复制而夹杂的乱码",
    }
)
_REPEATED = Bilingual(
    **{"en": "The same words in line after line", "zh-Hans": "连续多行重复的相同文字"}
)

_EACH_POST = Bilingual(**{"en": "Button under each post", "zh-Hans": "每个帖子下的按钮"})


def noise(seed: Seed, kept: list[tuple[int, int]]) -> list[Debris]:
    """The stretches of such signs, on a line of their own or beside words, and the lines of the
    same words.

    >>> text = "车展道歉会 - p; ]+ ]1 P/ k# i, M1 l- L6\\n~7 i; Y* V% b5 w  v9 A汽车召回\\na + b = c - d; x * y > 0\\n图\\n图\\n图"
    >>> [text[d.start : d.end] for d in noise(Seed("a", "a.txt", "", text), [])]
    ['- p; ]+ ]1 P/ k# i, M1 l- L6', '~7 i; Y* V% b5 w  v9 A', '图', '图', '图']
    """
    found = [
        *(
            Debris(*match.span(), "sign", _SCATTERED)
            for match in _STRETCH.finditer(seed.text)
            if _is_scattered(match[0])
        ),
        *(
            Debris(*line, "furniture", _REPEATED)
            for line in sorted({*_repeated(seed), *_rows(seed)})
        ),
        *(
            Debris(*line, "furniture", _EACH_POST)
            for line in sorted({*_once_a_post(seed)} - {*_repeated(seed), *_rows(seed)})
        ),
    ]
    return [each for each in found if not any(a < each.end and each.start < b for a, b in kept)]


def _rows(seed: Seed) -> Iterator[tuple[int, int]]:
    """The lines of a row of short ones that comes again and again as it is, as under the posts of a
    forum: `link`, `fedilink`, `arrow-up`.
    """
    lines = [line for line in seed.lines() if seed.text[slice(*line)].strip()]
    words = [seed.text[slice(*line)].strip() for line in lines]
    places: dict[tuple[str, ...], list[int]] = {}
    for size, short in _ROWS.items():
        for n in range(len(words) - size + 1):
            row = tuple(words[n : n + size])
            if (
                all(len(each) <= short and _NAMED.fullmatch(each) for each in row)
                and len(set(row)) == size
            ):
                places.setdefault(row, []).append(n)
    yield from (
        lines[at]
        for at in sorted(
            {
                n + by
                for row, columns in places.items()
                if len(columns) >= _AGAIN
                for n in columns
                for by in range(len(row))
            }
        )
    )


def _once_a_post(seed: Seed) -> Iterator[tuple[int, int]]:
    """The short line that stands once under all posts of a thread, or all but one: `Top`. What is in a line
    over a post is a name.
    """
    lines = [line for line in seed.lines() if seed.text[slice(*line)].strip()]
    words = [seed.text[slice(*line)].strip() for line in lines]
    heads: dict[str, list[int]] = {}
    for n, each in enumerate(words):
        if len(each) <= _HEAD and (match := _POSTED.match(each)):
            heads.setdefault(match[1], []).append(n)
    posts = max(heads.values(), key=len, default=[])
    over = " ".join(words[n] for n in posts)
    places: dict[str, list[int]] = {}
    for n, each in enumerate(words):
        if len(each) <= _BUTTON and _NAMED.fullmatch(each) and each not in over:
            places.setdefault(each, []).append(n)
    for found in places.values():
        of_post = [sum(post < n for post in posts) for n in found]
        if len(found) >= max(_AGAIN, len(posts) - 1) and len(set(of_post)) == len(found):
            yield from (lines[n] for n in found)


def _is_scattered(stretch: str) -> bool:
    return (
        len(set(_ODD.findall(stretch))) >= _KINDS
        and sum(map(str.isalpha, stretch)) >= _LETTERS
        and len(_GLUED.findall(stretch)) >= _PAIRS
    )


def _repeated(seed: Seed) -> Iterator[tuple[int, int]]:
    for words, lines in groupby(
        (line for line in seed.lines() if seed.text[slice(*line)].strip()),
        key=lambda line: seed.text[slice(*line)].strip(),
    ):
        repeated = list(lines)
        if len(repeated) >= _AGAIN and _NAMED.fullmatch(words):
            yield from repeated
