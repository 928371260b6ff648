"""translations-moved: translations that stand one entry too high or too low, as after a row too
many in a spreadsheet.
"""

from dataclasses import replace

from build_tools.checks.translation.pair import Check, Compared, fails
from build_tools.model.problem import Place, Problem, error

_ENOUGH = 4
"""Translations that say other things than their texts, of which at most one in so many does so
beside its neighbour's text.
"""
_TOLD = 3


def moved(
    within: Compared, checks: tuple[Check, ...], file: Place
) -> tuple[frozenset[str], Problem | None]:
    """The segments whose translations have moved, and the one problem for them. `checks` tell what
    a translation must have of its text: numbers, names, terms.
    """
    pairs = within.pairs
    faulty = [
        n
        for n, pair in enumerate(pairs)
        if pair.translation.state == "reviewed" and fails(pair, within, checks)
    ]
    for by, where in ((1, "below"), (-1, "above")):
        beside = [
            n
            for n in faulty
            if 0 <= n + by < len(pairs) and pairs[n + by].target.lang == pairs[n].target.lang
        ]
        still = [
            n
            for n in beside
            if fails(replace(pairs[n], target=pairs[n + by].target), within, checks)
        ]
        if (
            len(beside) >= _ENOUGH
            and _ENOUGH * len(still) <= len(beside)
            and 2 * len(beside) > len(faulty)
        ):
            first, last = faulty[0], faulty[-1]
            some = ", ".join(pairs[n].segment for n in beside[:_TOLD])
            return frozenset(pair.segment for pair in pairs[first : last + 1]), error(
                pairs[first].translation.place or file,
                "translations-moved",
                f"From here to {pairs[last].segment}, translations stand beside the wrong texts: what belongs to {some} and others stands in the entry {where}",
                "Put each msgstr back into its own entry, as Git has them",
            )
    return frozenset(), None
