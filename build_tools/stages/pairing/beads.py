"""Which sentences of two texts say the same in two languages: by their length, and by what both
name.

The method is Gale and Church's (1993, “A program for aligning sentences in bilingual corpora”): in
both texts the order is the same, one sentence answers to one, now and then to two or to none, and a
long one is long in the other language. Where lengths leave it open, numbers, Latin words, names
that are written in pinyin, and question and quotation marks decide.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, product
from math import exp, inf, log, log1p

from build_tools.model.text import Bead
from build_tools.stages.pairing.cues import Sentence

Cell = tuple[int, int]
"""How many sentences of each text have been read."""

_USUAL = 3.6
"""English letters for a Chinese character, where the texts are too short to say it themselves."""
_SHAPES = {
    (1, 1): 0.857,
    (1, 0): 0.01,
    (0, 1): 0.01,
    (2, 1): 0.06,
    (1, 2): 0.06,
    (2, 2): 0.001,
    (3, 1): 0.001,
    (1, 3): 0.001,
}
"""How often so many sentences answer to so many. Gale and Church counted 0.89 of one to one, and
0.089 of two to one either way; translators of Chinese join and divide more. Estimated, as what a
cue is worth, on the texts of `tests/rules/parallel` that are not held out.
"""
_SPREAD = 2.5
"""The variance of a sentence's length in English for each letter that its Chinese lets expect:
3.6 in the first five sources' own translations, 1.9 in the parallel texts."""
_LINE = 20
"""What is added to what a line's length lets expect, since short lines are freely translated."""
_USUALLY = 2
"""Standard deviations within which nearly all translations are as long as expected."""
_WORTH = 2.0
"""What a common rare cue is worth against lengths. More, and one number that stands in two
sentences by chance outweighs all around it.
"""
_KEPT = 0.9
"""How often a translator keeps a question a question, a quotation a quotation, a heading a
heading.
"""
_PARAGRAPHS = 0.9
"""How often a paragraph of the one text begins where one of the other does."""
_TRUSTED = 0.8
"""How sure a bead must be to tell of the translator."""
_NEVER = 1e-6
"""What is less likely than this adds nothing."""
_BAND = 60
"""How many sentences the one text may run ahead of the other; so that long texts cost no more time
for each sentence.
"""


def is_as_long(chinese: int, english: int, usual: float = _USUAL) -> bool:
    """Whether so many letters of English are as long as a translation of so many characters; `usual` is how many
    letters this translator needs for one.

    >>> is_as_long(8, 21), is_as_long(8, 90)
    (True, False)
    """
    expected = chinese * usual
    return (english - expected) ** 2 <= _USUALLY**2 * _SPREAD * (expected + _LINE)


def beads(zh: Sequence[Sentence], en: Sequence[Sentence]) -> tuple[tuple[Bead, float], ...]:
    """The likeliest way to read the two texts beside each other, in their order; each bead with how
    sure it is, from 0 to 1.

    Sure is a bead whose sentences stand together in nearly all ways to read the texts, weighed by
    how likely each way is. One side of a bead is empty where the other text is silent. It reads
    twice: what was sure at first tells how long this translator's English is, which the whole texts
    do not where one lacks a passage.

    >>> from build_tools.stages.pairing.cues import sentence
    >>> zh, en = ["一句。", "小米宣布裁员300人，雷军致歉。"], ["One.", "Xiaomi said it would lay off 300 people.", "Lei Jun apologised."]
    >>> [(bead.chinese, bead.english) for bead, sure in beads([sentence(text) for text in zh], [sentence(text) for text in en]) if sure > 0.9]
    [((0,), (0,)), ((1,), (1, 2))]
    """
    first = _read(_Comparison(zh, en))
    return _read(
        _Comparison(
            zh,
            en,
            [bead for bead, sure in first if bead.chinese and bead.english and sure >= _TRUSTED],
        )
    )


def _read(compare: "_Comparison") -> tuple[tuple[Bead, float], ...]:
    """The cheapest way through both texts, and for each of its beads the share of all ways that
    pair what it pairs.
    """
    steps = list(compare.steps())
    best, before = {(0, 0): (0.0, (0, 0))}, {(0, 0): 0.0}
    for start, end, cost in steps:
        if start in best:
            if best[start][0] + cost < best.get(end, (inf,))[0]:
                best[end] = (best[start][0] + cost, start)
            before[end] = _either(before.get(end, inf), before[start] + cost)
    whole = (len(compare.chinese), len(compare.english))
    behind = {whole: 0.0}
    for start, end, cost in reversed(steps):
        if end in behind:
            behind[start] = _either(behind.get(start, inf), behind[end] + cost)
    likely: dict[Cell, float] = defaultdict(float)
    for start, end, cost in steps:
        if (
            start in before
            and end in behind
            and (share := exp(before[whole] - before[start] - cost - behind[end])) > _NEVER
        ):
            for pair in _pairs(start, end):
                likely[pair] += share
    return tuple(
        reversed(
            [
                (_bead(start, end), min(likely[pair] for pair in _pairs(start, end)))
                for start, end in _path(best, whole)
            ]
        )
    )


def _pairs(start: Cell, end: Cell) -> tuple[tuple[int, int], ...]:
    """Which sentence answers to which in a bead; -1 is none."""
    return tuple(product(range(start[0], end[0]) or (-1,), range(start[1], end[1]) or (-1,)))


def _either(one: float, other: float) -> float:
    """The cost of two ways taken together: that of their likelihoods' sum."""
    low, high = sorted((one, other))
    return low - log1p(exp(low - high)) if high < inf else low


def _path(best: dict[Cell, tuple[float, Cell]], cell: Cell) -> Iterator[tuple[Cell, Cell]]:
    while cell != (0, 0):
        before = best[cell][1]
        yield before, cell
        cell = before


def _bead(start: Cell, end: Cell) -> Bead:
    return Bead(tuple(range(start[0], end[0])), tuple(range(start[1], end[1])))


class _Comparison:
    """Two texts with what is known of them as wholes."""

    def __init__(
        self, chinese: Sequence[Sentence], english: Sequence[Sentence], known: Sequence[Bead] = ()
    ):
        self.chinese, self.english = chinese, english
        self._zh, self._en = (
            [0, *accumulate(each.length for each in side)] for side in (chinese, english)
        )
        of = [
            sum(chinese[i].length for bead in known for i in bead.chinese),
            sum(english[j].length for bead in known for j in bead.english),
        ]
        zh, en = of if of[0] > self._zh[-1] / 3 else (self._zh[-1], self._en[-1])
        self.ratio = min(6.0, max(2.0, en / zh)) if zh and en else _USUAL
        frequency = Counter(
            cue for side in (chinese, english) for each in side for cue in each.cues
        )
        total = len(chinese) + len(english)
        self._weight = {cue: log(1 + total / number) for cue, number in frequency.items()}
        common = {cue for each in chinese for cue in each.cues} & {
            cue for each in english for cue in each.cues
        }
        self._cues = [
            _together([each.cues & common for each in side]) for side in (chinese, english)
        ]
        self._signs = [_together([each.signs for each in side]) for side in (chinese, english)]
        signed = Counter(sign for each in english for sign in each.signs)
        self._signed = {
            sign: signed[sign] / len(english) for sign in signed if signed[sign] < len(english)
        }
        self._gain = cache(self._kept)

    def steps(self) -> Iterator[tuple[Cell, Cell, float]]:
        """Every bead that there might be, as (read before, read after, cost), in an order in which
        what comes before is known.
        """
        n, m = len(self.chinese), len(self.english)
        reach = _BAND + abs(n - m) // 4
        for i in range(n + 1):
            middle = i * m // max(1, n)
            for j in range(max(0, middle - reach), min(m, middle + reach) + 1):
                for di, dj in _SHAPES:
                    if (
                        i + di <= n
                        and j + dj <= m
                        and abs(j + dj - (i + di) * m // max(1, n)) <= reach
                    ):
                        yield (i, j), (i + di, j + dj), self._cost(i, di, j, dj)

    def _cost(self, i: int, di: int, j: int, dj: int) -> float:
        """How unlikely it is that these sentences answer to each other; less than nothing where
        they name the same.
        """
        cost = -log(_SHAPES[di, dj])
        if not di or not dj:
            return cost
        cost += self._torn(self.chinese[i : i + di], self.english[j : j + dj])
        expected = (self._zh[i + di] - self._zh[i]) * self.ratio
        off = self._en[j + dj] - self._en[j] - expected
        return (
            cost
            + off * off / (2 * _SPREAD * (expected + _LINE))
            - _WORTH * self._likeness(i, di, j, dj)
            - self._gain(self._signs[0][i, di], self._signs[1][j, dj])
        )

    def _torn(self, zh: Sequence[Sentence], en: Sequence[Sentence]) -> float:
        """What it costs that a paragraph begins in one text only, or in the middle of sentences
        that belong together.
        """
        apart = (zh[0].opens != en[0].opens) + sum(each.opens for each in (*zh[1:], *en[1:]))
        return -apart * log(1 - _PARAGRAPHS)

    def _kept(self, zh: frozenset[str], en: frozenset[str]) -> float:
        """How much likelier the English signs are beside these Chinese ones than anywhere."""
        gain = 0.0
        for sign, usual in self._signed.items():
            kept = (_KEPT if sign in zh else 0) + (1 - _KEPT) * usual
            gain += log(kept / usual) if sign in en else log((1 - kept) / (1 - usual))
        return gain

    def _likeness(self, i: int, di: int, j: int, dj: int) -> float:
        one, other = self._cues[0][i, di], self._cues[1][j, dj]
        if not one or not other:
            return 0.0
        return sum(self._weight[cue] for cue in sorted(one & other)) / (
            1 + 0.5 * sum(self._weight[cue] for cue in sorted(one ^ other))
        )


def _together(each: Sequence[frozenset[str]]) -> dict[Cell, frozenset[str]]:
    """What one sentence and those that follow it have, by its place and how many they are."""
    return {
        (at, by): frozenset().union(*each[at : at + by])
        for at in range(len(each))
        for by in (1, 2, 3)
    }
