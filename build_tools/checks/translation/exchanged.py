"""translations-moved: translations that stand in each other's entries, or in the wrong ones of a
few neighbours.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from build_tools.checks.translation.pair import Check, Compared, Pair, fails, heeded
from build_tools.language.numbers.figures import figures
from build_tools.model.problem import Place, Problem, error
from build_tools.model.text import Mark

_MOST = 60
"""Faulty translations of one text that are compared with each other."""
_CHAIN = 3
"""Translations of which each fits the text of the one beside it, though the last fits none."""
_TOLD = 6


def exchanged(
    within: Compared, checks: Mapping[str, Check], file: Place, aside: frozenset[str]
) -> tuple[frozenset[str], tuple[Problem, ...]]:
    """The segments whose translations stand in another's entry, and the one problem for them: each fails beside its own text, and passes every check beside one text of the others; with
    a name, term or number in common, if it passes beside several.
    """
    faulty = [
        pair
        for pair in within.pairs
        if pair.translation.state == "reviewed"
        and pair.segment not in aside
        and fails(pair, within, heeded(pair, checks))
    ][: _MOST + 1]
    if len(faulty) > _MOST:
        return frozenset(), ()
    fitting = {
        number: {
            other: _shared(beside)
            for other, its in enumerate(faulty)
            for beside in [replace(pair, target=its.target)]
            if other != number
            and pair.target.lang == its.target.lang
            and not fails(beside, within, heeded(beside, checks))
        }
        for number, pair in enumerate(faulty)
    }
    belongs = {
        number: likely[0]
        for number, fits in fitting.items()
        for likely in [[other for other, shared in fits.items() if shared] or [*fits]]
        if len(likely) == 1
    }
    back = {
        other: number
        for number, other in belongs.items()
        if other not in belongs and number in fitting[other]
    }
    numbers = sorted(number for group in _groups({**back, **belongs}) for number in group)
    if not numbers:
        return frozenset(), ()
    return frozenset(faulty[n].segment for n in numbers), (
        _problem([(faulty[n], faulty[belongs[n]]) for n in numbers if n in belongs], file),
    )


def _groups(belongs: dict[int, int]) -> list[list[int]]:
    """Those that come back to themselves, and chains of several.

    >>> _groups({0: 1, 1: 0, 4: 5, 5: 6, 7: 9, 6: 8})
    [[0, 1], [4, 5, 6, 8]]
    """
    found, done = [], set[int]()
    starts = [n for n in belongs if n not in belongs.values()]
    for start in (*starts, *belongs):
        group = [start]
        while (following := belongs.get(group[-1])) is not None and following not in group:
            group.append(following)
        closed = belongs.get(group[-1]) == start
        if not done & {*group} and (closed or len(group) > _CHAIN):
            done.update(group)
            found.append(sorted(group))
    return sorted(found)


def _problem(pairs: list[tuple[Pair, Pair]], file: Place) -> Problem:
    """What stands in which entry."""
    said = ", ".join(
        f"that of {pair.segment} stands in the entry of {home.segment}"
        for pair, home in pairs[:_TOLD]
    ) + (f", and {more} more" if (more := len(pairs) - _TOLD) > 0 else "")
    return error(
        min(
            (pair.translation.place or file for each in pairs for pair in each),
            key=lambda place: place.line or 0,
        ),
        "translations-moved",
        f"By names, terms and numbers, translations stand beside the wrong texts: {said}",
        "Put each msgstr back into its own entry, as Git has them",
    )


def _shared(pair: Pair) -> bool:
    """Whether text and translation have a name, term or number in common."""
    one, other = ({*_named(side.marks)} for side in (pair.source, pair.target))
    return bool(one & other or figures(pair.source.text) & figures(pair.target.text))


def _named(marks: tuple[Mark, ...]) -> Iterator[str]:
    return (mark.id for mark in marks if mark.kind in ("actor", "term"))
