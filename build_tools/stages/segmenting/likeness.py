"""How like a text is to what a segment said before, where neither order nor words tell: only texts
near each other that share rare grams are compared.
"""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from build_tools.language.chinese.han import HAN

ALIKE = 75
"""Of 100: the similarity from which two texts may be one segment, changed."""
CLOSE = 5
"""Two texts whose likeness to a third differs by less are both candidates for its id. So much
counts the same place.
"""
_SHORT = 10
"""Characters: a shorter text is never taken for a part of a longer one."""
_RAREST = 12
"""Of a text's grams, how many are looked up. Two versions of one sentence share some that are
rare.
"""
_MOST = 100
"""Of the texts that hold one gram, or are short, how many are compared: where there are more, as
among thousands of lines that are nearly equal, those that stand nearest.
"""


@dataclass(frozen=True, slots=True)
class Stretches:
    """Those pairs that surely belong together divide the text, before and now, into the same
    stretches.
    """

    before: tuple[int, ...]
    now: tuple[int, ...]

    @classmethod
    def of(
        cls, fixed_points: list[tuple[int, int]], places: list[tuple[int, bool, str]]
    ) -> "Stretches":
        return cls(
            tuple(was for was, _ in fixed_points), tuple(places[at][0] for _, at in fixed_points)
        )

    def same(self, was: int, number: int) -> bool:
        """Whether an entry stood where a text stands."""
        return bisect(self.before, was) == bisect(self.now, number)

    def expected(self, number: int) -> int:
        """Where the entry of a text stood if nothing came or went since the pair before it."""
        last = max(0, bisect(self.now, number) - 1)
        return self.before[last] + number - self.now[last] if self.now else number


def alike(
    texts: dict[int, str], found: dict[int, str], stretches: Stretches
) -> Iterator[tuple[float, int, int]]:
    """(likeness, number of the text, of the entry) of all that are alike, or nearly. Only texts
    that share a gram are compared.
    """
    holding: dict[str, list[int]] = defaultdict(list)
    for was, words in found.items():
        for gram in _grams(words):
            holding[gram].append(was)
    short = [was for was, words in found.items() if len(words) < 2 * _SHORT]
    for number, text in texts.items():
        place = stretches.expected(number)
        near = set(_nearest(short, place)) if len(text) < 2 * _SHORT else set()
        shared = sorted((len(holding[gram]), gram) for gram in _grams(text) if gram in holding)
        for _, gram in shared[:_RAREST]:
            near.update(_nearest(holding[gram], place))
        for was in sorted(near):
            likeness = _likeness(text, found[was])
            if likeness >= ALIKE - CLOSE:
                yield likeness, number, was


def _nearest(numbers: list[int], place: int) -> list[int]:
    """As many of the rising numbers as are compared at most, from around the place.

    >>> _nearest([1, 5, 9], 5), _nearest(list(range(1000)), 990)[:2]
    ([1, 5, 9], [900, 901])
    """
    first = max(0, min(bisect(numbers, place) - _MOST // 2, len(numbers) - _MOST))
    return numbers[first : first + _MOST]


def _grams(text: str) -> set[str]:
    """Two neighbouring characters where one is Han, else four.

    >>> sorted(_grams("小米SU7US"))
    ['7US', 'SU7U', 'U7US', 'US', '小米', '米S']
    """
    return {
        text[at : at + 2] if HAN.search(text[at : at + 2]) else text[at : at + 4]
        for at in range(len(text) - 1)
    }


def _likeness(one: str, other: str) -> float:
    """Of 100; nothing where that is too little to count."""
    whole = fuzz.ratio(one, other, score_cutoff=ALIKE - CLOSE)
    return (
        max(whole, fuzz.partial_ratio(one, other, score_cutoff=max(whole, ALIKE - CLOSE)))
        if min(len(one), len(other)) >= _SHORT
        else whole
    )
