"""What is left of two paragraphs that answer to each other goes with them."""

from collections import Counter
from collections.abc import Sequence

from build_tools.model.text import Bead, SourceText
from build_tools.stages.pairing.beads import is_as_long
from build_tools.stages.pairing.cues import letters
from build_tools.stages.pairing.witness import IN_TURN

_TURNS = 0.75
"""Of the paragraphs that answer to each other, how many must then stand in turn."""


def whole_lines(found: tuple[Bead, ...], one: SourceText, other: SourceText) -> tuple[Bead, ...]:
    """The beads, with all of a paragraph where part of it answers to a paragraph that is one
    sentence, and the rest to none.
    """
    zh, en = _paragraphs(one), _paragraphs(other)
    taken = {n for bead in found for n in bead.chinese}, {n for bead in found for n in bead.english}
    return tuple(
        Bead(
            _whole(bead.chinese, zh, taken[0]) if _is_line(bead.english, en) else bead.chinese,
            _whole(bead.english, en, taken[1]) if _is_line(bead.chinese, zh) else bead.english,
        )
        for bead in found
    )


def with_rest(
    found: tuple[Bead, ...], text: SourceText, zh: list[int], en: list[int]
) -> tuple[Bead, ...]:
    """The beads of a text in which paragraphs stand in turn, with what is left of two that answer to each other, or
    of two between such: be a figure another in them, that is what a reader wants to see.
    """
    block = [segment.block for segment in text.segments]
    pairs = Counter((block[bead.chinese[0]], block[bead.english[0]]) for bead in found)
    turns = Counter(english - chinese for chinese, english in pairs)
    turn = next(
        (by for by in (1, -1) if turns[by] >= IN_TURN and turns[by] > _TURNS * len(pairs)), 0
    )
    own = {n: block[n] for n in zh} | {n: block[n] - turn for n in en}
    taken = {n for bead in found for n in (*bead.chinese, *bead.english)}
    lines = {own[bead.chinese[0]] for bead in found if own[bead.chinese[0]] == own[bead.english[0]]}
    usual = sum(letters_of(text, bead.english) for bead in found) / max(
        1, sum(letters_of(text, bead.chinese) for bead in found)
    )
    rest = []
    for at in sorted(set(own.values())) if turn else ():
        sides = [tuple(n for n in side if own[n] == at) for side in (zh, en)]
        left = [tuple(n for n in side if n not in taken) for side in sides]
        if (
            all(left)
            and (at in lines or {at - 2, at + 2} <= lines)
            and all(_on_one_side(left, bead, sides) for bead in found)
            and is_as_long(letters_of(text, left[0]), letters_of(text, left[1]), usual)
        ):
            rest.append(Bead(*left))
    return tuple(sorted((*found, *rest), key=lambda bead: bead.chinese))


def _on_one_side(
    left: Sequence[tuple[int, ...]], bead: Bead, sides: Sequence[tuple[int, ...]]
) -> bool:
    """Whether what is left stands before or behind a bead of its paragraphs in both languages, and the bead in none
    of them alone.
    """
    within = [
        set(indices) & set(side)
        for indices, side in zip((bead.chinese, bead.english), sides, strict=True)
    ]
    if not any(within):
        return True
    if not all(within):
        return False
    (zh, english), (one, other) = left, (bead.chinese, bead.english)
    return (max(zh) < one[0] and max(english) < other[0]) or (
        min(zh) > one[-1] and min(english) > other[-1]
    )


def _whole(
    sentences: tuple[int, ...], paragraphs: list[tuple[int, ...]], taken: set[int]
) -> tuple[int, ...]:
    whole = paragraphs[sentences[0]]
    return whole if set(sentences) == taken & set(whole) else sentences


def _is_line(sentences: tuple[int, ...], paragraphs: list[tuple[int, ...]]) -> bool:
    return sentences == paragraphs[sentences[0]] and len(sentences) == 1


def _paragraphs(text: SourceText) -> list[tuple[int, ...]]:
    """For each sentence, those of its paragraph."""
    found: dict[int, list[int]] = {}
    for n, segment in enumerate(text.segments):
        found.setdefault(segment.block, []).append(n)
    return [tuple(found[segment.block]) for segment in text.segments]


def letters_of(text: SourceText, places: Sequence[int]) -> int:
    """How long some sentences of a text are together."""
    return sum(letters(text.readings[n].text) for n in places)
