"""Which line over a text is its headline: the one that scores best."""

import re
from collections.abc import Callable, Mapping, Sequence, Set
from itertools import groupby
from math import log1p

from build_tools.language.mail_heads import begins_mail
from build_tools.stages.shape.cohesion import content, is_of_text, last_places, spoken
from build_tools.stages.shape.headline import (
    SENTENCES,
    SIGN,
    TOP,
    bare,
    closed,
    first_of,
    is_text,
    may_head,
    over_day,
    under_is_day,
    under_line,
)
from build_tools.stages.shape.lines import Line, width
from build_tools.stages.shape.named import named_so
from build_tools.stages.shape.no_title import (
    BODY,
    LETTERHEAD,
    WAY,
    is_act,
    is_menu,
    names_no_text,
    numbers_series,
)

WEIGHTS = {
    "spoken of": 1.3,
    "long": 0.6,
    "tiny": -1.0,
    "in a menu": -3.0,
    "far from the text": 0.9,
    "over its day": 1.7,
    "told what it is": 3.0,
    "a name": -1.5,
    "in capitals": 1.5,
    "signed": 2.0,
    "first": 1.5,
    "second": -2.0,
    "behind a sentence": -1.6,
    "over a menu": -3.0,
    "over the way": -6.0,
    "explains": -2.0,
    "a body": -2.5,
    "a body's act": 5.0,
    "nothing tells": -1.3,
    "names a series": -3.0,
    "quoted": 2.0,
    "named so": 3.5,
}
"""What makes a line the headline, and how much. A line is spoken of if its words come back below;
the second line, right under the first, explains it; behind a sentence a notice stands over it;
over a menu, the way through a site, or the number of an episode, is the name of the site, or of the
series; what stands right under a line of which the text speaks explains it, or says it in the other
language; people save a page under its headline; a body is a council or court that speaks, its act the `公告` under its name.
Fitted on the 122 marked pages and tests of headlines (`tests/sentences/fit.py`), and rounded.
"""
_LONG, _TINY, _BUTTON, _PROSE, _COLUMN = 60, 12, 24, 40, 3
"""In Latin letters: what is longer is no more of a headline, up to here a line is a button rather, or
may be one, and from here on a sentence is prose; how many buttons on end make a menu.
"""
_WORD, _FEW, _SPOKEN, _TOLD, _NEAR = 4, 5, 0.5, 1.0, 4
"""Letters of a word, and how many longer ones an English headline in capitals has; how much a text
must speak of a line that stands behind a sentence, and of one that another explains; lines over the text in which a headline that
comes again is the page's own, and not the head of a box.
"""
_ENOUGH = 0.2
"""The score below which a line of a menu is no headline."""
_NAME = re.compile(r"(?:[A-Z][\w&.'’-]*(?: |$)){1,4}")
"""Words with capitals, as a name has: `Hanbit Electronics`."""
_IS = r"(?:\s*[(（][^()（）]{1,80}[)）])?\s*(?:[,，]?\s*(?:is|was|are|were)\b|[,，]?\s*(?:是|系|為|为|指))"
"""What follows the subject of a wiki's article where the text begins: `Halden Foods is a company`."""
_THE = r"(?:The |An? )?"
_QUOTED = re.compile(r"[\"“][^\"“”]+[\"”]|「[^「」]+」")
"""A title that is somebody's words, over the line that says whose."""
_CUT = re.compile(r"(?:\.{3}|…)$")
"""A title that a list cut short."""


def head_of(
    text: str,
    texts: Sequence[str],
    paragraphs: Sequence[Sequence[Line]],
    often: Set[str],
    name: str,
) -> tuple[int, bool]:
    """Where the headline stands, which is none of the buttons that come `often`: the line that
    scores best; where its words stand twice, right over the text. Without any, the first line.

    `name` is that of the file. And whether enough tells that it is one: a wrong title is worse than none.
    """
    texts = ["·" if words in often else words for words in texts]
    signs, prose = signs_of(text, texts, paragraphs, name)
    if not signs:
        return first_of(texts), True
    scores = {
        n: sum(WEIGHTS[each] * much for each, much in has.items()) for n, has in signs.items()
    }
    best = max(scores, key=lambda n: scores[n])
    sure = scores[best] >= _ENOUGH or not signs[best]["in a menu"]
    begins = next((n for n in prose if n > best), len(texts))
    words = "".join(texts[best].split())
    same = [n for n in signs if words in _squeezed(n, texts)]
    return max((n for n in same if begins - _NEAR <= n < begins), default=min(same)), sure


def _squeezed(number: int, texts: Sequence[str]) -> tuple[str, ...]:
    """A line, and it with the next, without blanks: a headline may come again in two lines."""
    return tuple("".join("".join(texts[number : number + by]).split()) for by in (1, 2))


def signs_of(
    text: str, texts: Sequence[str], paragraphs: Sequence[Sequence[Line]], name: str = ""
) -> tuple[dict[int, dict[str, float]], list[int]]:
    """How much each line that may be the headline has of what makes one; and the sentences between
    them.
    """
    first, found, contents = first_of(texts), {}, [content(words) for words in texts]
    lines, prose = _over_text(first, text, texts, paragraphs, contents)
    begins = next((n for n in prose if n > lines[0]), len(texts)) if lines else 0
    over = {texts[n] for n in lines if n < begins}
    below = last_places(
        [frozenset() if words in over else contents[n] for n, words in enumerate(texts)]
    )
    menu = _columns(
        texts,
        [spoken(n, each, below) for n, each in enumerate(contents[:TOP])],
        _under_hidden(text, paragraphs),
    )
    for n in lines:
        words, behind = texts[n], sum(each < n for each in prose)
        tiny = width(words) <= _TINY
        dated = over_day(text, paragraphs[n])
        defined = bool(
            re.match(
                _THE + re.escape(words) + _IS, "".join(texts[begins : begins + 1]).lstrip("“「")
            )
        )
        said = spoken(n, contents[n], below)
        has: dict[str, float] = {
            "spoken of": log1p(said),
            "long": min(width(words), _LONG) / _LONG,
            "tiny": tiny,
            "in a menu": n in menu,
            "far from the text": 0 if behind else log1p(begins - n),
            "over its day": dated,
            "told what it is": defined,
            "a name": not defined and _is_named(words, texts[n + 1 :]),
            "in capitals": _in_capitals(words),
            "signed": bool(SIGN.match(words)),
            "first": n == first,
            "second": n == first + 1
            and not (dated or numbers_series(words) or _under_site(n, text, texts, paragraphs)),
            "behind a sentence": log1p(behind),
            "over a menu": is_menu(under := under_line(text, paragraphs[n])),
            "names a series": numbers_series(under),
            "over the way": _over_way(n, begins, text, paragraphs),
            "explains": (
                explains := n - 1 in found and _explains(n, texts, paragraphs, contents, below)
            ),
            "a body": bool(BODY.fullmatch(words)),
            "a body's act": not explains and is_act(n, texts),
            "nothing tells": words.isupper()
            and width(words) <= _BUTTON
            and not (said or dated or defined or SIGN.match(words) or is_act(n, texts)),
            "named so": not behind
            and named_so(words, name, texts[n - 1 : n], texts[n + 1 : n + 2]),
            "quoted": not behind
            and bool(_QUOTED.fullmatch(words))
            and _over_subtitle(n, paragraphs),
        }
        if not behind or said >= _SPOKEN:
            found[n] = has
    return found, prose


def _over_text(
    first: int,
    text: str,
    texts: Sequence[str],
    paragraphs: Sequence[Sequence[Line]],
    contents: Sequence[frozenset[str]],
) -> tuple[list[int], list[int]]:
    """The lines that may be the headline, and the sentences between them: down to the first of
    which the rest speaks, or the head of a mail.
    """
    lines, prose = list[int](), list[int]()
    last = last_places(contents)
    for n, words in enumerate(texts[:TOP]):
        if begins_mail(words):
            break
        if (
            is_act(n, texts)
            or under_is_day(text, paragraphs[n])
            or (may_head(words) and not LETTERHEAD.fullmatch(words) and (n == first or contents[n]))
        ):
            lines.append(n)
        elif (
            is_text(words)
            and (width(words) > _PROSE or not SENTENCES.search(words))
            and not _CUT.search(words)
        ):
            prose.append(n)
            if is_of_text(n, contents[n], last):
                break
    return lines, prose


def _is_named(words: str, below: Sequence[str]) -> bool:
    """Whether a line is a name that the text has again."""
    return bool(_NAME.fullmatch(words)) and any(words in each for each in below)


def _over_subtitle(number: int, paragraphs: Sequence[Sequence[Line]]) -> bool:
    """Whether one more line stands right under it, and blank lines around both."""
    apart = [lines[0].apart for lines in paragraphs[number : number + 3]]
    return apart[1:] == [False, True] and (apart[0] or not number)


def _under_hidden(text: str, paragraphs: Sequence[Sequence[Line]]) -> set[int]:
    """The lines right over which hidden ones stand."""
    ends = [0, *(lines[-1].end for lines in paragraphs[: TOP - 1])]
    return {
        n
        for n, end in enumerate(ends[: len(paragraphs)])
        if text[end : paragraphs[n][0].start].strip()
    }


def _columns(texts: Sequence[str], said: Sequence[float], hidden: Set[int]) -> set[int]:
    """The lines of a menu of which each stands on its own line: at least three tiny ones on end, or
    some more, or two right under hidden ones, of which the text, if it has sentences, speaks
    little; but for one right over it.
    """
    columned = any(is_text(words) and closed(words) for words in texts[:TOP])

    def unspoken(n: int) -> bool:
        return columned and width(texts[n]) <= _BUTTON and said[n] < _SPOKEN

    short = [
        run[: -1 if is_text("".join(texts[run[-1] + 1 : run[-1] + 2])) else None]
        for run in _runs(texts, unspoken, _COLUMN - 1)
        if len(run) > _COLUMN or run[0] in hidden
    ]
    tiny = _runs(texts, lambda n: width(texts[n]) <= _TINY, _COLUMN)
    return {n for run in short + tiny for n in run}


def _runs(texts: Sequence[str], narrow: Callable[[int], bool], fewest: int) -> list[list[int]]:
    """The lines on end that are narrow, without a stop, and so many."""
    runs = groupby(range(len(texts[:TOP])), lambda n: narrow(n) and bare(texts[n]))
    return [column for there, run in runs if there and len(column := [*run]) >= fewest]


def _over_way(number: int, begins: int, text: str, paragraphs: Sequence[Sequence[Line]]) -> bool:
    """Whether the way through the site stands between a line and the text, hidden or not."""
    end = paragraphs[begins][0].start if begins < len(paragraphs) else 0
    return any(WAY.match(line) for line in text[paragraphs[number][-1].end : end].split("\n")[1:])


def _explains(
    number: int,
    texts: Sequence[str],
    paragraphs: Sequence[Sequence[Line]],
    contents: Sequence[frozenset[str]],
    below: Mapping[str, int],
) -> bool:
    """Whether a line stands right under a longer one of which the text speaks."""
    return (
        not paragraphs[number][0].apart
        and width(texts[number - 1]) > _BUTTON
        and spoken(number - 1, contents[number - 1], below) >= _TOLD
    )


def _in_capitals(words: str) -> bool:
    """Whether the words have capitals, as an English headline has and the line that leads on from
    one rarely: `Sunrise Bakery Recalls Raisin Buns Because of Undeclared Milk`.
    """
    longer = [word for word in words.split() if len(word) > _WORD]
    return len(longer) >= _FEW and all(word[0].isupper() for word in longer)


def _under_site(
    number: int, text: str, texts: Sequence[str], paragraphs: Sequence[Sequence[Line]]
) -> bool:
    """Whether a line that is hidden, or says what paper or page this is, stands anywhere over it."""
    ends = [0, *(lines[-1].end for lines in paragraphs[:number])]
    starts = [lines[0].start for lines in paragraphs[: number + 1]]
    return any(map(names_no_text, texts[:number])) or any(
        text[end:start].strip() for end, start in zip(ends, starts, strict=True)
    )
