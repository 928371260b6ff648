"""Which sentences of two texts say the same in two languages: by their length, and by what both
name.

The method is Gale and Church's (1993, “A program for aligning sentences in bilingual corpora”): in
both texts the order is the same,
one sentence answers to one, now and then to two or to none, and a long one is long in the other
language. Where lengths leave it open,
numbers, Latin words, names that are written in pinyin, and question and quotation marks decide.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, product
from math import exp, inf, log, log1p
from typing import Any

from pypinyin import lazy_pinyin

from build_tools.language.chinese.han import HAN, HAN_RANGES
from build_tools.language.not_words import ADDRESS
from build_tools.language.numbers.figures import codes, figures
from build_tools.language.numbers.words import NUMERALS, chinese, english
from build_tools.model.text import Bead

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
0.089 of two to one either way;
translators of Chinese join and divide more. Estimated, as what a cue is worth, on the texts of
`tests/rules/parallel` that are not held out."""
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
_SMALL = 12
"""Up to which a number in words may be a month, or no number: 一 in 一直, 五月 and May."""
_PARAGRAPHS = 0.9
"""How often a paragraph of the one text begins where one of the other does."""
_MARKS = {
    "question": re.compile("[?？]"),
    "quotation": re.compile('["“”「」『』]'),
    "begins quoted": re.compile(r'^\s*["“「『]'),
    "ends quoted": re.compile(r'["”」』]\s*$'),
    "colon": re.compile("[:：]"),
    "brackets": re.compile("[(（]"),
    "heading": re.compile(r"[\w%]\s*$"),  # 二、事件进展
}
"""Signs that look alike in both languages."""
_TRUSTED = 0.8
"""How sure a bead must be to tell of the translator."""
_NEVER = 1e-6
"""What is less likely than this adds nothing."""
_BAND = 60
"""How many sentences the one text may run ahead of the other; so that long texts cost no more time
for each sentence.
"""
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*[A-Za-z]")
_RUN = re.compile(f"{HAN.pattern}+")
_NOT_SPOKEN = re.compile(rf"[^\w{HAN_RANGES}]")
_LONGEST_NAME = 4
"""Characters of a name of which the pinyin is looked for in English: 深圳, 欧阳修文."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as the comparison sees it."""

    length: int
    """Letters and characters, without blanks and punctuation."""
    cues: frozenset[str]
    """What a faithful translation gives again: numbers, Latin words, names."""
    marks: frozenset[str]
    """What it is by its punctuation: a question, a heading."""
    opens: bool = False
    """Whether a paragraph begins with it."""


def sentence(text: str, named: Iterable[str] = (), opens: bool = False) -> Sentence:
    """`named` are the ids of actors and terms that a reader or the matcher found in it.

    >>> sorted(sentence("雷军称SU7售价21.59万元").cues & sentence("Lei Jun said the SU7 costs 215,900 yuan").cues)
    ['215900', 'SU7', 'leijun', 'su7']
    """
    bare = ADDRESS.sub(" ", text)
    cues = (
        {f"{value.normalize():f}{unit}" for value, unit in figures(bare)}
        | codes(bare)
        | set(ADDRESS.findall(text))
    )
    in_words = (
        {n for run in NUMERALS.findall(bare) for n in chinese(run)}
        if HAN.search(text)
        else english(bare)
    )
    cues |= {f"{n.normalize():f}" for n in in_words if n > _SMALL}
    cues |= {
        word.lower()
        for word in re.findall(r"[A-Za-z][A-Za-z0-9]+", bare)
        if HAN.search(text) or not word.islower()
    }
    cues |= set(_spoken(bare) if HAN.search(text) else _capitals(bare)) | set(named)
    marks = frozenset(kind for kind, sign in _MARKS.items() if sign.search(text))
    return Sentence(letters(text), frozenset(cues), marks, opens)


def letters(text: str) -> int:
    """How long a sentence is, without blanks and punctuation."""
    return max(1, len(_NOT_SPOKEN.sub("", text)))


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
    how likely each way is.
    One side of a bead is empty where the other text is silent. It reads twice: what was sure at
    first tells how long this translator's English is,
    which the whole texts do not where one lacks a passage.

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
        self._marks = [_together([each.marks for each in side]) for side in (chinese, english)]
        marked = Counter(mark for each in english for mark in each.marks)
        self._marked = {
            mark: marked[mark] / len(english) for mark in marked if marked[mark] < len(english)
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
            - self._gain(self._marks[0][i, di], self._marks[1][j, dj])
        )

    def _torn(self, zh: Sequence[Sentence], en: Sequence[Sentence]) -> float:
        """What it costs that a paragraph begins in one text only, or in the middle of sentences
        that belong together.
        """
        apart = (zh[0].opens != en[0].opens) + sum(each.opens for each in (*zh[1:], *en[1:]))
        return -apart * log(1 - _PARAGRAPHS)

    def _kept(self, zh: frozenset[str], en: frozenset[str]) -> float:
        """How much likelier the English marks are beside these Chinese ones than anywhere."""
        gain = 0.0
        for mark, usual in self._marked.items():
            kept = (_KEPT if mark in zh else 0) + (1 - _KEPT) * usual
            gain += log(kept / usual) if mark in en else log((1 - kept) / (1 - usual))
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


def _silent(unknown: str) -> Any:
    """No syllable for each character that pypinyin does not know; its types say only text."""
    return [""] * len(unknown)


@lru_cache(maxsize=4096)
def _syllables(run: str) -> tuple[str, ...]:
    return tuple(lazy_pinyin(run, errors=_silent))


def _spoken(text: str) -> Iterator[str]:
    """The pinyin of everything that may be a name: two to four characters on end."""
    for run in _RUN.findall(text):
        said = _syllables(run)
        for start in range(len(said)):
            for end in range(start + 2, min(start + _LONGEST_NAME, len(said)) + 1):
                yield "".join(said[start:end])


def _capitals(text: str) -> Iterator[str]:
    """Words with a capital, alone and joined to the next: Lei Jun is leijun, Beijing beijing."""
    words = [(m[0], m.start(), m.end()) for m in _WORD.finditer(text)]
    for number, (word, _, end) in enumerate(words):
        if word[0].isupper() and not word.isupper():
            bare = re.sub(r"[’'-]s?", "", word).lower()
            yield bare
            following = words[number + 1 : number + 2]
            if following and following[0][0][0].isupper() and text[end : following[0][1]] == " ":
                yield bare + re.sub(r"[’'-]s?", "", following[0][0]).lower()
