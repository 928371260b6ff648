"""At which width a program broke a text, and which lines were full."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_tools.language.chinese.han import CLOSE, HAN, HAN_RANGES, WIDE_RANGES
from build_tools.stages.shape.lines import NARROWEST, STOP, WIDEST, Line, width

_NARROWED = re.compile(rf"(?<=[{HAN_RANGES}”])[,:;?!()]|[“”‘’…—]")
"""Punctuation in Chinese that was as wide as a character when the line was broken, though a scraper
may have narrowed it since.
"""
_WORD = re.compile(rf"[^\s{WIDE_RANGES}]+|\S[，。、；：！？”’」』）》】]*")
"""What a line break cannot split: a Latin word, or a Han character with the sign that may not open
a line.
"""
_INNER = re.compile(r"[，。、；：！？,;:!?].")
"""Punctuation inside a line: `据了解，公司已`."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two lines with nothing but a line break between them."""

    at: int
    """The number of the first."""
    wide: int
    """How wide it is, with its indent."""
    word: int
    """How wide what it could still have held: the first word of the next, and a blank."""
    chinese: bool
    """Whether it is broken between two Han characters, and so quite full."""
    han: bool
    """Whether it is written in Chinese."""
    unclosed: bool
    """No stop at its end."""
    small: bool
    """The next begins with a small letter."""
    prose: bool
    """The next does not begin with a capital; in Chinese, the line has punctuation inside, as a
    list of headlines rarely has.
    """
    closes: bool
    """A stop at the end of the next."""

    def full(self, most: int) -> bool:
        """Whether the next line's first word would not have fitted; letters of different widths may
        be a tenth out.
        """
        return self.wide <= most < self.wide + self.word + (3 if self.chinese else most // 10)

    def goes_on(self, most: int) -> bool:
        """Full, or a shorter line in the middle of a sentence: no stop, then a small letter. A
        measure of 0 is none.
        """
        return bool(most) and (
            self.full(most) or (self.unclosed and self.small and 2 * self.wide > most)
        )


def joined(pairs: list[Pair]) -> list[int]:
    """The lines that go on, by the measure of all; where nothing of a run does, by its own: a
    letter quoted in a letter is narrower.
    """
    found, most = [], _measure(pairs)
    for run in runs(pairs):
        joints = [pair.at for pair in run if pair.goes_on(most)]
        own = 0 if joints or len(run) < 3 else _measure(run)
        found += joints or [pair.at for pair in run if pair.goes_on(own)]
    return found


def runs(pairs: list[Pair]) -> list[list[Pair]]:
    """The pairs, parted wherever one does not follow the other."""
    edges = [
        0,
        *(n for n in range(1, len(pairs)) if pairs[n].at != pairs[n - 1].at + 1),
        len(pairs),
    ]
    return [pairs[first:last] for first, last in pairwise(edges) if first < last]


def counted(text: str, lines: Sequence[Line], pairs: list[Pair]) -> list[int]:
    """The lines that go on in Chinese which was cut after a fixed count of characters, be they wide
    or narrow, inside a number as anywhere.
    """
    counts = {
        pair.at: lines[pair.at].end - (text.rfind("\n", 0, lines[pair.at].start) + 1)
        for pair in pairs
        if pair.han
    }
    most = max(counts.values(), default=0)
    full = [pair for pair in pairs if counts.get(pair.at) == most]
    prose = [pair for pair in full if pair.unclosed and pair.prose]
    return (
        [pair.at for pair in full]
        if 2 * most >= NARROWEST and len(full) > 3 and 3 * len(prose) >= 2 * len(full)
        else []
    )


def pair_of(text: str, lines: Sequence[Line], at: int) -> Pair:
    """A line and the next, with what shows whether the first goes on in it."""
    line, after = lines[at], lines[at + 1]
    word = _WORD.match(text, after.start, after.end)
    chinese = bool(CLOSE.match(text[line.end - 1]) and CLOSE.match(text[after.start]))
    han = 3 * len(HAN.findall(text, line.start, line.end)) > line.end - line.start
    narrowed = len(_NARROWED.findall(text, line.start, line.end)) if han else 0
    return Pair(
        at,
        line.indent + width(text[line.start : line.end]) + narrowed,
        width(word[0] if word else "") + (0 if chinese else 1),
        chinese,
        han,
        not STOP.search(text, line.start, line.end),
        text[after.start].islower(),
        bool(_INNER.search(text, line.start, line.end)) if han else not text[after.start].isupper(),
        bool(STOP.search(text, after.start, after.end)),
    )


def _measure(pairs: list[Pair]) -> int:
    """The width at which the lines were broken; 0 where they were not."""
    wide = Counter(pair.wide for pair in pairs)
    best, most = 0, 0
    for limit in sorted(wide):
        if NARROWEST <= limit <= WIDEST:
            over = sum(number for each, number in wide.items() if each > limit)
            score = sum(pair.full(limit) for pair in pairs) - 3 * over
            if score >= best:
                best, most = score, limit
    return most if most and _wrapped(pairs, most) else 0


def _wrapped(pairs: list[Pair], most: int) -> bool:
    """Whether what looks full is prose that goes on: most unclosed lines are full, most full lines
    go on, and in the end there is a stop.
    """
    full = [pair for pair in pairs if pair.full(most)]
    unclosed = [pair for pair in pairs if pair.unclosed and 2 * pair.wide > most]
    going_on = [pair for pair in full if pair.unclosed and pair.prose]
    followed = {pair.at for pair in full}
    last = [pair for pair in full if pair.at + 1 not in followed]
    enough = len(full) > 2 or (
        len(going_on) == len(full) and (len(full) == 2 or (bool(full) and full[0].small))
    )
    return (
        enough
        and 2 * len(going_on) >= len(full)
        and 2 * sum(pair.closes for pair in last) >= len(last)
        and 3 * sum(pair.full(most) for pair in unclosed) >= 2 * len(unclosed)
    )
