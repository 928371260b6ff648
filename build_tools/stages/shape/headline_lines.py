"""Which lines of a headline go on in the next: a press sets it in several short ones."""

import re
from collections.abc import Sequence
from itertools import pairwise

from build_tools.stages.shape.lines import STOP, Line, width

HALF = re.compile(
    r"\b(?:an?|the|of|and|or|but|in|on|to|for|by|with|from|at|as|is|are|was|were|not|no|its|their|his|her)$",
    re.I,
)
"""A word that no headline ends with: `TRUST OF THE`."""
_TIED = re.compile(r"[并並且及與与][^:：]{4,}$")
"""A clause that ties itself to the one before: `并就此前表述向车主致歉`."""
_ISSUED = re.compile(
    r"(?i:(?:(?:media|press|public) )?statement|public notice|apology|声明|聲明|道歉[声聲]明|[致道]歉[信书書])"
)
"""What kind of paper it is, under the name of who issues it, where nothing else heads the text."""
_DAY = re.compile(r"(?=.{4,40}$).*\d{4}")
_RULE = re.compile(r"\n\s*(?:[-–—_=*·•]\s?){3,}\s*\n")
"""What divides the parts of a headline."""
_DECK, _OF_DECK = 60, 4
"""In Latin letters, how wide a line of such a part is; lines of one."""
_SMALL_WORD = re.compile(r"\b[a-z]{4,}")


def decks(text: str, lines: Sequence[Line]) -> set[int]:
    """The lines that go on in the next, as old newspapers set the parts of a headline: in several short lines,
    with a rule between two parts.
    """
    edges = [0, *(n for n in range(1, len(lines)) if lines[n].apart), len(lines)]
    ruled = {n for n in edges[1:-1] if _RULE.search(text, lines[n - 1].end, lines[n].start)}
    found: set[int] = set()
    for first, last in pairwise(edges) if len(ruled) > 1 else ():
        words = [text[line.start : line.end] for line in lines[first:last]]
        if (
            ruled & {first, last}
            and 1 < len(words) <= _OF_DECK
            and all(width(each) <= _DECK for each in words)
            and not any(map(STOP.search, words[:-1]))
        ):
            found.update(range(first, last - 1))
    return found


def headline_goes_on(text: str, line: Line, after: Line) -> bool:
    """Whether a headline was set in several lines and breaks within a phrase: `PRESIDENT OF THE`
    `GAS TRUST RESIGNS`.
    """
    one, other = text[line.start : line.end], text[after.start : after.end]
    return bool(
        not after.apart
        and line.marks == after.marks
        and HALF.search(one)
        and not any(map(_SMALL_WORD.search, (one, other)))
        and other[:1].isupper()
    )


def in_two_lines(text: str, lines: Sequence[Line], at: int) -> bool:
    """Whether two lines with blank lines around are one headline: in capitals, of which only the
    second has its stop (`GAS COMPANY'S FRANK` `ADMISSION.`), or the second begins as no headline
    does (`恒渡轮胎召回一批冬季胎` `并就此前表述向车主致歉`), or says what the first issues, right over
    the text (`MERRIDEN WATER` `STATEMENT`).
    """
    line, after, below = lines[at], lines[at + 1], lines[at + 2 : at + 3]
    if after.apart or not (line.apart or not at) or not below or not below[0].apart:
        return False
    one, other = text[line.start : line.end], text[after.start : after.end]
    if line.marks != after.marks or max(width(one), width(other)) > _DECK or STOP.search(one):
        return False
    in_capitals = one.isupper() and other.isupper() and other[-1] == "."
    if not at and _ISSUED.fullmatch(other):
        said = [text[each.start : each.end] for each in lines[at + 2 : at + 4]]
        return bool(said) and STOP.search(said[-1] if _DAY.match(said[0]) else said[0]) is not None
    return in_capitals or bool(_TIED.match(other) and not STOP.search(other))
