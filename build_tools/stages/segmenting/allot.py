"""Ids are allotted once. When the text around them changes, they stay with their words, in their
place.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, replace

from rapidfuzz.distance import Indel

from build_tools.model.entry import Entry, in_place
from build_tools.model.quote import even_signs
from build_tools.stages.segmenting.align import Token, align, beside, fixed_points, single
from build_tools.stages.segmenting.likeness import ALIKE, CLOSE, Stretches, alike

_NUMBER = re.compile(r"s(\d+)$")


@dataclass(frozen=True, slots=True)
class Allotted:
    """An id allotted before. They are given in the order of the text that they were allotted
    for.
    """

    id: str
    found: str
    """Empty where they are no longer known."""
    retired: bool = False
    """Not in the text any more, but in its place among the others: the same words there are the
    same segment again.
    """
    translated: bool = False
    older: str = ""
    """Of one that was retired while it was stale: the words that its translation was made from."""
    stood: tuple[tuple[int, int], ...] = ()
    """Its place in earlier orders of the text: (which, from the latest; how far on)."""


def known_ids(entries: tuple[Entry, ...]) -> tuple[Allotted, ...]:
    """The ids that a translation file holds, by the words as found, in the order of the text."""
    return tuple(
        Allotted(
            e.segment,
            even_signs(e.found or e.source),
            e.retired,
            bool(e.target),
            even_signs(e.older) if e.retired and e.state == "stale" else "",
            e.stood,
        )
        for e in in_place(entries)
    )


def allot(
    texts: list[str], allotted: tuple[Allotted, ...], hidden: tuple[tuple[int, str], ...] = ()
) -> tuple[list[str], list[tuple[str, str]]]:
    """An id for each text, and the pairs (id, text) that were a close call: then the text got a new
    id.

    `hidden` are words that are left out of the text now, each with the number of texts before it.

    >>> allot(["小米回应。", "新的一句。", "雷军道歉。"], (Allotted("s1", "小米回应。"), Allotted("s2", "雷军道歉。")))
    (['s1', 's3', 's2'], [])
    >>> allot(["好！", "好！"], (Allotted("s1", "好！"), Allotted("s2", "好！"), Allotted("s3", "好！")), hidden=((0, "好！"),))
    (['s2', 's3'], [])
    """
    there = {*texts}
    entries = [_as_found_again(entry, there) for entry in allotted if entry.found]
    places = sorted(
        [(number, True, text) for number, text in enumerate(texts)]
        + [(number, False, text) for number, text in hidden],
        key=lambda p: p[:2],
    )
    before, now = (
        [Token(e.found, not e.retired, e.translated) for e in entries],
        [Token(text, shown) for _, shown, text in places],
    )
    shown = [at for at, place in enumerate(places) if place[1]]
    decided = _Allotment(texts, entries, {}, {}, set())
    exact = single(before, now)
    stood = _as_it_stood(entries, now)
    decided.take({**stood, **exact}, places)
    decided.near(there, Stretches.of(fixed_points(before, now, exact), places))
    sure = {**exact, **{shown[number]: was for number, was in decided.pairs.items()}}
    moved = {**stood, **beside(before, now, {**stood, **sure})}
    aligned = align(before, now, sure, moved)
    decided.take({**moved, **aligned.pairs}, places)
    decided.out.update(aligned.hidden)
    decided.doubt({places[at][0]: candidates for at, candidates in aligned.unsure.items()})
    decided.moved()
    decided.near(
        set(), Stretches.of(fixed_points(before, now, {**sure, **moved, **aligned.pairs}), places)
    )
    pairs, unsure = (
        decided.pairs,
        [
            (was, number)
            for number, candidates in sorted(decided.doubted.items())
            for was in sorted(candidates)
        ],
    )
    following = max((int(m[1]) for k in allotted if (m := _NUMBER.match(k.id))), default=0)
    ids = []
    for number in range(len(texts)):
        following += number not in pairs
        ids.append(entries[pairs[number]].id if number in pairs else f"s{following}")
    return ids, list(dict.fromkeys((entries[was].id, texts[number]) for was, number in unsure))


def _as_it_stood(entries: list[Allotted], now: list[Token]) -> dict[int, int]:
    """Now -> entry, as in an earlier order of the text, where the text is more like that than like
    the last one: what is put back is what it was.

    Not of words that are hidden somewhere now: which of those are hidden, no order says.
    """
    shown = [at for at, token in enumerate(now) if token.shown]
    hidden, words = (
        {token.words for token in now if not token.shown},
        [now[at].words for at in shown],
    )
    best: list[int] = []
    least = Indel.distance([e.found for e in entries if not e.retired], words)
    for order in _orders(entries) if least else ():
        apart = Indel.distance([entries[n].found for n in order], words)
        best, least = (order, apart) if apart < least else (best, least)
    before, there = (
        [Token(entries[n].found, True, entries[n].translated) for n in best],
        [now[at] for at in shown],
    )
    sure = single(before, there)
    moved = beside(before, there, sure)
    pairs = {**sure, **moved, **align(before, there, sure, moved).pairs}
    return {shown[at]: best[was] for at, was in pairs.items() if there[at].words not in hidden}


def _orders(entries: list[Allotted]) -> list[list[int]]:
    """The earlier orders of the text, the latest first."""
    orders: dict[int, dict[int, int]] = defaultdict(dict)
    for number, entry in enumerate(entries):
        for which, place in entry.stood:
            orders[which][place] = number
    return [[order[place] for place in sorted(order)] for _, order in sorted(orders.items())]


def _as_found_again(entry: Allotted, texts: set[str]) -> Allotted:
    """A retired entry goes by its older words where those are in the text, and its last ones are
    not.
    """
    return (
        replace(entry, found=entry.older)
        if entry.older in texts and entry.found not in texts
        else entry
    )


@dataclass(frozen=True, slots=True)
class _Allotment:
    """What has been decided so far. Texts and entries go by their numbers."""

    texts: list[str]
    entries: list[Allotted]
    pairs: dict[int, int]
    """Text -> its entry."""
    doubted: dict[int, set[int]]
    """Text that will get a new id -> entries that it may be."""
    out: set[int]
    """Entries that no text may have any more."""

    def take(self, pairs: dict[int, int], places: list[tuple[int, bool, str]]) -> None:
        """Decide pairs of places and entries; an entry whose place is hidden goes out."""
        self.pairs.update((places[at][0], was) for at, was in pairs.items() if places[at][1])
        self.out.update(pairs.values())

    def doubt(self, doubted: dict[int, set[int]]) -> None:
        self.doubted.update(doubted)
        self.out.update(was for candidates in doubted.values() for was in candidates)

    def open_texts(self) -> list[int]:
        return [
            number
            for number in range(len(self.texts))
            if number not in self.pairs and number not in self.doubted
        ]

    def moved(self) -> None:
        """Give an id to the one text left with its words, wherever it stands now; where several are
        left, none is guessed.
        """
        numbers, left = defaultdict(list), defaultdict(list)
        for number in self.open_texts():
            numbers[self.texts[number]].append(number)
        for was, entry in enumerate(self.entries):
            if was not in self.out and entry.found in numbers:
                left[entry.found].append(was)
        for text, candidates in left.items():
            candidates = [was for was in candidates if not self.entries[was].retired] or candidates
            if len(candidates) == len(numbers[text]) == 1:
                self.pairs[numbers[text][0]] = candidates[0]
                self.out.add(candidates[0])
            else:
                self.doubt({number: set(candidates) for number in numbers[text]})

    def near(self, but: set[str], stretches: Stretches) -> None:
        """Give ids to changed texts, the most alike first, the same place before another; a tie is
        unsure and gets a new id.

        Words in `but` are not changed: they stand in the text as they were.
        """
        known = {entry.found for entry in self.entries} if but else set()
        texts = {
            number: self.texts[number]
            for number in self.open_texts()
            if self.texts[number] not in known
        }
        free = {
            was: entry.found
            for was, entry in enumerate(self.entries)
            if not entry.retired and was not in self.out and entry.found not in but
        }
        found = sorted(
            (-likeness - (CLOSE if stretches.same(was, number) else 0), number, was, likeness)
            for likeness, number, was in alike(texts, free, stretches)
        )
        claims: dict[int, list[tuple[float, int]]] = defaultdict(list)
        for score, number, was, _ in found:
            claims[was].append((score, number))
        for score, number, was, likeness in found:
            if likeness < ALIKE or number in self.pairs or was in self.out:
                continue
            rivals = [
                other
                for rival, other in claims[was]
                if other != number and other not in self.pairs and rival - score < CLOSE
            ]
            self.out.add(was)
            if rivals:
                self.doubted.setdefault(number, set()).add(was)
            else:
                self.pairs[number] = was
