"""Whether a text bears witness that it holds its own translation: its two sides are as long as
translations are, and name the same things in the same order, or stand paragraph by paragraph in turn.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from build_tools.language.which import ENGLISH_FOR_CHINESE
from build_tools.model.text import Bead, SourceText
from build_tools.stages.pairing.beads import is_as_long
from build_tools.stages.pairing.cues import Sentence, letters

_LONG = 0.6
"""How long the shorter side must be, for what the other lets expect."""
_ANSWERED = 0.7
"""How much of each side, by length, must have an answer."""
_WITNESSES = 2
"""Pairs that must name the same rare thing, before a program believes that a seed holds its own
translation.
"""
_MORE = 3
"""How many times as much must be named alike in pairs as between sentences that do not answer to
each other.
"""
_QUESTION = re.compile("[?？]")
IN_TURN = 3
"""Paragraphs of each language that must stand in turn, where they name nothing."""


def long_enough(chinese: int, english: int) -> bool:
    """Whether either side can be the other's translation by its length; seen first, for what a
    sentence names takes its time to find.
    """
    whole = (chinese * ENGLISH_FOR_CHINESE, english)
    return min(whole) >= _LONG * max(whole)


def is_answered(
    chinese: Sequence[Sentence], english: Sequence[Sentence], found: Sequence[Bead]
) -> bool:
    """Whether most of either side has its answer in the other."""
    whole = [
        sum(each.length for each in chinese) * ENGLISH_FOR_CHINESE,
        sum(each.length for each in english),
    ]
    answered = [
        sum(chinese[i].length for bead in found for i in bead.chinese) * ENGLISH_FOR_CHINESE,
        sum(english[j].length for bead in found for j in bead.english),
    ]
    return all(part >= _ANSWERED * all_ for part, all_ in zip(answered, whole, strict=True))


def name_the_same(
    chinese: Sequence[Sentence], english: Sequence[Sentence], found: Sequence[Bead]
) -> bool:
    """Whether what answers to each other names the same, and the rest does not."""
    sides = [(_cues(chinese, bead.chinese), _cues(english, bead.english)) for bead in found]
    often = Counter(cue for zh, en in sides for cue in zh | en)
    apart = max(1, len(sides) // 2)
    alike = [_weight(zh & en, often) for zh, en in sides]
    elsewhere = [
        _weight(zh & sides[(n + apart) % len(sides)][1], often) for n, (zh, _) in enumerate(sides)
    ]
    return sum(each >= 1 / 2 for each in alike) >= _WITNESSES and sum(alike) >= _MORE * sum(
        elsewhere
    )


def in_turn(text: SourceText, zh: list[int], en: list[int], found: Sequence[Bead]) -> bool:
    """Whether under each paragraph stands its answer in the other language, as long as a
    translation is, and a question where that is one: a short text need name nothing to be its own
    translation.
    """
    turns: dict[tuple[int, int], tuple[list[str], list[str]]] = {}
    for bead in found:
        sides = [zh[i] for i in bead.chinese], [en[j] for j in bead.english]
        blocks = text.segments[sides[0][0]].block, text.segments[sides[1][0]].block
        turn = turns.setdefault(blocks, ([], []))
        for side, sentences in zip(turn, sides, strict=True):
            side += [text.readings[n].text for n in sentences]
    return (
        len(turns) >= IN_TURN
        and {english - chinese for chinese, english in turns} in ({1}, {-1})
        and all(_are_alike("".join(one), "".join(other)) for one, other in turns.values())
    )


def _are_alike(chinese: str, english: str) -> bool:
    """Whether both are as long, and ask as much."""
    asks = [len(_QUESTION.findall(each)) for each in (chinese, english)]
    return asks[0] == asks[1] and is_as_long(letters(chinese), letters(english))


def _weight(cues: frozenset[str], often: Mapping[str, int]) -> float:
    """What stands everywhere tells nothing: a cue counts the less the more pairs hold it."""
    return sum(1 / often[cue] for cue in sorted(cues))


def _cues(side: Sequence[Sentence], indexes: tuple[int, ...]) -> frozenset[str]:
    return frozenset().union(*(side[n].cues for n in indexes))
