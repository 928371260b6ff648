"""Which words of before stand where now: equal texts are told apart by their neighbours, as `diff`
does.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, permutations

_LARGEST = 100_000
"""Pairs compared at most between two texts that stand once: some 300 equal sentences on end."""
_FEW = 6
"""Equal texts of which every order is tried."""
_BOTH_SHOWN = 1 << 20
"""What it counts when a text that was shown is shown again: more than any number of others."""


@dataclass(frozen=True, slots=True)
class Token:
    """A text in its place, before or now."""

    words: str
    shown: bool = True
    """Not retired (before), not hidden (now)."""
    prized: bool = False
    """Somebody has translated it."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Indexes of tokens before, by those of tokens now."""

    pairs: dict[int, int] = field(default_factory=dict)
    unsure: dict[int, set[int]] = field(default_factory=dict)
    """Shown now, and each of these before might be it."""
    hidden: set[int] = field(default_factory=set)
    """Shown before; its place is known to be hidden now."""


def single(before: Sequence[Token], now: Sequence[Token]) -> dict[int, int]:
    """Now -> before, of texts that stand once in both: they follow their words wherever they
    went.
    """
    times, times_now = Counter(t.words for t in before), Counter(t.words for t in now)
    once = {t.words: n for n, t in enumerate(before) if times[t.words] == 1}
    return {
        n: once[t.words] for n, t in enumerate(now) if t.words in once and times_now[t.words] == 1
    }


def fixed_points(
    before: Sequence[Token], now: Sequence[Token], pairs: dict[int, int]
) -> list[tuple[int, int]]:
    """(before, now) of those pairs, shown then and now, that divide both into the same
    stretches.
    """
    return _rising(
        [(was, at) for at, was in sorted(pairs.items()) if before[was].shown and now[at].shown]
    )


def beside(before: Sequence[Token], now: Sequence[Token], known: dict[int, int]) -> dict[int, int]:
    """Now -> before, of equal texts that changed places together with their neighbours: as many as
    before, and only one way to lay each beside one of its own.

    >>> before, now = [[Token(words) for words in text] for text in ("甲好乙好丙", "乙好甲好丙")]
    >>> beside(before, now, single(before, now))
    {1: 3, 3: 1}
    """
    old, new = _by_words(before), _by_words(now)
    next_old, next_new = _shown_after(before), _shown_after(now)
    last_old, last_new = (
        {after: at for at, after in each.items()} for each in (next_old, next_new)
    )
    pairs, gone = {}, {*known.values()}
    for words in sorted(new.keys() & old.keys()):
        olds, news = (
            [was for was in old[words] if was not in gone],
            [at for at in new[words] if at not in known],
        )
        if not 1 < len(olds) == len(news) <= _FEW:
            continue
        near = {
            (at, was): (known.get(last_new.get(at, -1), -1) == last_old.get(was))
            + (known.get(next_new.get(at, -1), -1) == next_old.get(was))
            for at in news
            for was in olds
        }
        ways = sorted(
            (
                (sum(near[pair] for pair in zip(news, order, strict=True)), order)
                for order in permutations(olds)
            ),
            reverse=True,
        )
        best = dict(zip(news, ways[0][1], strict=True))
        if ways[0][0] > ways[1][0] and all(near[pair] for pair in best.items()):
            pairs.update(best)
    return pairs


def _by_words(tokens: Sequence[Token]) -> dict[str, list[int]]:
    """The places of each text that is shown."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, token in enumerate(tokens):
        if token.shown:
            places[token.words].append(at)
    return places


def _shown_after(tokens: Sequence[Token]) -> dict[int, int]:
    """Each place that is shown -> the next one."""
    shown = [at for at, token in enumerate(tokens) if token.shown]
    return dict(pairwise(shown))


def align(
    before: Sequence[Token],
    now: Sequence[Token],
    known: dict[int, int],
    moved: dict[int, int] | None = None,
) -> Alignment:
    """The other texts, which stand more than once: they must keep their neighbours. `known` are the
    pairs (now -> before) that are sure,
    `moved` those of equal texts that are settled already.

    >>> align([Token("甲"), Token("甲"), Token("乙")], [Token("甲", shown=False), Token("甲"), Token("乙")], {2: 2}).pairs
    {1: 1}
    >>> align([Token("甲"), Token("甲")], [Token("甲")], {}).unsure
    {0: {0, 1}}
    """
    done, moved = Alignment(), moved or {}
    gone = set(moved.values())
    taken = {before[was].words for was in known.values()}
    many = {t.words for t in before} & {t.words for t in now} - taken
    for old, new in _stretches(
        fixed_points(before, now, known),
        [n for n, t in enumerate(before) if t.words in many and n not in gone],
        [n for n, t in enumerate(now) if t.words in many and n not in moved],
    ):
        _settle(before, now, old, new, done)
    return done


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the pairs in which both numbers rise; given in order of the second."""
    ends: list[int] = []
    last: list[int] = []
    behind: list[int] = []
    for number, (was, _) in enumerate(pairs):
        at = bisect_left(ends, was)
        behind.append(last[at - 1] if at else -1)
        ends[at : at + 1], last[at : at + 1] = [was], [number]
    chain, number = [], last[-1] if last else -1
    while number >= 0:
        chain.append(pairs[number])
        number = behind[number]
    return chain[::-1]


def _stretches(
    fixed_points: list[tuple[int, int]], old: list[int], new: list[int]
) -> Iterator[tuple[list[int], list[int]]]:
    """What lies between two neighbouring fixed points, before and now, where something lies on both
    sides.
    """
    i = j = 0
    for was, at in [*fixed_points, (old[-1] + 1 if old else 0, new[-1] + 1 if new else 0)]:
        to_i, to_j = max(i, bisect_left(old, was)), max(j, bisect_left(new, at))
        if i < to_i and j < to_j:
            yield old[i:to_i], new[j:to_j]
        i, j = to_i, to_j


def _settle(
    before: Sequence[Token], now: Sequence[Token], old: list[int], new: list[int], done: Alignment
) -> None:
    """Pair what stands between two fixed points. Where several would do, those that somebody has
    translated may decide.
    """
    found = _best(before, now, old, new)
    prized = [n for n in old if before[n].prized]
    if found.unsure and len(prized) < len(old):
        again = _best(before, now, prized, new)
        found = again if again.pairs and not again.unsure else found
    done.pairs.update(found.pairs)
    done.unsure.update(found.unsure)
    done.hidden.update(found.hidden)


def _best(
    before: Sequence[Token], now: Sequence[Token], old: list[int], new: list[int]
) -> Alignment:
    """The pairs that every best way of laying one beside the other has in common."""
    if [before[n].words for n in old] == [now[n].words for n in new]:
        return _straight(before, now, old, new)
    if len(old) * len(new) > _LARGEST:
        return _of_many(before, now, old, new)
    done = Alignment()
    upto, beyond = _tables(before, now, old, new)
    best = upto[-1][-1]
    partly: dict[int, set[int]] = {}
    for j, at in enumerate(new):
        candidates = {
            i
            for i, was in enumerate(old)
            if before[was].words == now[at].words
            and upto[i][j] + _weight(before[was], now[at]) + beyond[i + 1][j + 1] == best
        }
        if not now[at].shown:
            partly[at] = {old[i] for i in candidates}
        elif len(candidates) == 1 and all(
            upto[i][j] + beyond[i][j + 1] < best for i in range(len(old) + 1)
        ):
            done.pairs[at] = old[candidates.pop()]
        elif candidates:
            done.unsure[at] = {old[i] for i in candidates}
    settled = {
        *done.pairs.values(),
        *(was for candidates in done.unsure.values() for was in candidates),
    }
    done.hidden.update(
        was
        for candidates in partly.values()
        for was in candidates
        if before[was].shown and was not in settled
    )
    return done


def _straight(
    before: Sequence[Token], now: Sequence[Token], old: list[int], new: list[int]
) -> Alignment:
    pairs = list(zip(old, new, strict=True))
    return Alignment(
        {at: was for was, at in pairs if now[at].shown},
        hidden={was for was, at in pairs if before[was].shown and not now[at].shown},
    )


def _of_many(
    before: Sequence[Token], now: Sequence[Token], old: list[int], new: list[int]
) -> Alignment:
    """Too many to compare all: only what was not touched is sure."""
    old, new = [n for n in old if before[n].shown], [n for n in new if now[n].shown]
    if [before[n].words for n in old] == [now[n].words for n in new]:
        return _straight(before, now, old, new)
    places: dict[str, set[int]] = {}
    for n in old:
        places.setdefault(before[n].words, set()).add(n)
    return Alignment(unsure={n: places[now[n].words] for n in new if now[n].words in places})


def _weight(was: Token, at: Token) -> int:
    return _BOTH_SHOWN if was.shown and at.shown else 1


def _tables(
    before: Sequence[Token], now: Sequence[Token], old: list[int], new: list[int]
) -> tuple[list[list[int]], list[list[int]]]:
    """What the best way counts up to each pair of places, and from there on."""
    upto = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    beyond = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    counts = [
        [_weight(before[was], now[at]) if before[was].words == now[at].words else 0 for at in new]
        for was in old
    ]
    for i, row in enumerate(counts):
        for j, count in enumerate(row):
            upto[i + 1][j + 1] = max(upto[i][j + 1], upto[i + 1][j], upto[i][j] + count)
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            beyond[i][j] = max(
                beyond[i + 1][j], beyond[i][j + 1], beyond[i + 1][j + 1] + counts[i][j]
            )
    return upto, beyond
