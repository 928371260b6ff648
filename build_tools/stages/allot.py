"""Ids are allotted once. When the text around them changes, they stay with their words."""

import re
from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

_NUMBER = re.compile(r"s(\d+)$")
_ALIKE = 75
"""Of 100: the similarity from which two texts may be one segment, changed."""
_CLOSE = 5
"""Two texts whose likeness to a third differs by less are both candidates for its id."""
_SHORT = 10
"""Characters: a shorter text is never taken for a part of a longer one."""
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
"""A Han character."""
_RAREST = 12
"""Of a text's grams, how many are looked up. Two versions of one sentence share some that are rare."""


@dataclass(frozen=True, slots=True)
class Known:
    """An id allotted before. `found` is empty once the segment has been retired."""

    id: str
    found: str


def allot(texts: list[str], known: tuple[Known, ...]) -> tuple[list[str], list[tuple[str, str]]]:
    """An id for each text, and the pairs (id, text) that were a close call.

    >>> allot(["小米回应。", "新的一句。", "雷军道歉。"], (Known("s1", "小米回应。"), Known("s2", "雷军道歉。")))
    (['s1', 's3', 's2'], [])
    """
    same: dict[str, deque[Known]] = defaultdict(deque)
    for entry in known:
        if entry.found:
            same[entry.found].append(entry)
    ids: list[str | None] = [same[text].popleft().id if same.get(text) else None for text in texts]
    taken = set(ids)
    unsure = _near(texts, ids, [entry for entry in known if entry.found and entry.id not in taken])
    following = max((int(m[1]) for k in known if (m := _NUMBER.match(k.id))), default=0)
    for number, id in enumerate(ids):
        if id is None:
            following += 1
            ids[number] = f"s{following}"
    return [id for id in ids if id], unsure


def _near(texts: list[str], ids: list[str | None], free: list[Known]) -> list[tuple[str, str]]:
    """Give ids to changed texts, the most alike first; a tie is unsure and gets a new id."""
    pairs = sorted(_pairs({number: texts[number] for number, id in enumerate(ids) if id is None}, free), key=lambda p: (-p[0], p[1], p[2].id))
    of_entry: dict[str, list[tuple[float, int, Known]]] = defaultdict(list)
    for pair in pairs:
        of_entry[pair[2].id].append(pair)
    unsure, taken = [], set()
    for score, number, entry in pairs:
        if score < _ALIKE or ids[number] or entry.id in taken:
            continue
        taken.add(entry.id)
        if any(other != number and ids[other] is None and score - likeness < _CLOSE for likeness, other, _ in of_entry[entry.id]):
            unsure.append((entry.id, texts[number]))
        else:
            ids[number] = entry.id
    return unsure


def _pairs(texts: dict[int, str], free: list[Known]) -> Iterator[tuple[float, int, Known]]:
    """(likeness, number of the text, entry) of all that are alike, or nearly. Only texts that share a gram are compared."""
    holding: dict[str, list[int]] = defaultdict(list)
    for at, entry in enumerate(free):
        for gram in _grams(entry.found):
            holding[gram].append(at)
    short = [at for at, entry in enumerate(free) if len(entry.found) < 2 * _SHORT]
    for number, text in texts.items():
        near = set(short) if len(text) < 2 * _SHORT else set()
        shared = sorted((holding[gram] for gram in _grams(text) if gram in holding), key=len)
        near.update(at for those in shared[:_RAREST] for at in those)
        for at in near:
            likeness = _likeness(text, free[at].found)
            if likeness >= _ALIKE - _CLOSE:
                yield likeness, number, free[at]


def _grams(text: str) -> set[str]:
    """Two neighbouring characters where one is Han, else four.

    >>> sorted(_grams("小米SU7US"))
    ['7US', 'SU7U', 'U7US', 'US', '小米', '米S']
    """
    return {text[at : at + 2] if HAN.search(text[at : at + 2]) else text[at : at + 4] for at in range(len(text) - 1)}


def _likeness(one: str, other: str) -> float:
    whole = fuzz.ratio(one, other)
    return max(whole, fuzz.partial_ratio(one, other)) if min(len(one), len(other)) >= _SHORT else whole
