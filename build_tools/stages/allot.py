"""Ids are allotted once. When the text around them changes, they stay with their words."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

_NUMBER = re.compile(r"s(\d+)$")
_ALIKE = 75
"""Of 100: the similarity from which two texts may be one segment, changed."""


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
    ids: list[str | None] = [None] * len(texts)
    free = [k for k in known if k.found]
    for number, text in enumerate(texts):
        same = next((k for k in free if k.found == text), None)
        if same:
            ids[number] = same.id
            free.remove(same)
    unsure = _near(texts, ids, free)
    following = max((int(m[1]) for k in known if (m := _NUMBER.match(k.id))), default=0)
    for number, id in enumerate(ids):
        if id is None:
            following += 1
            ids[number] = f"s{following}"
    return [id for id in ids if id], unsure


def _near(texts: list[str], ids: list[str | None], free: list[Known]) -> list[tuple[str, str]]:
    """Give ids to changed texts, the most alike first; a tie is unsure and gets a new id."""
    pairs = sorted(((_likeness(texts[n], k.found), n, k) for n, id in enumerate(ids) if id is None for k in free),
                   key=lambda p: (-p[0], p[1], p[2].id))
    unsure = []
    for score, number, entry in pairs:
        if score < _ALIKE or ids[number] or entry not in free:
            continue
        rival = [p for p in pairs if p[2] is entry and p[1] != number and ids[p[1]] is None and score - p[0] < 5]
        if rival:
            unsure.append((entry.id, texts[number]))
            free.remove(entry)
            continue
        ids[number] = entry.id
        free.remove(entry)
    return unsure


def _likeness(one: str, other: str) -> float:
    shorter = min(len(one), len(other))
    whole = fuzz.ratio(one, other)
    return max(whole, fuzz.partial_ratio(one, other)) if shorter >= 10 else whole
