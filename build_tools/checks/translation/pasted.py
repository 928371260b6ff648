"""translation-pasted: one translation in the entries of several texts, as after a paste too many."""

from collections.abc import Mapping

from build_tools.checks.translation.pair import Check, Compared, Pair, fails, heeded, levelled
from build_tools.model.problem import Place, Problem, error

_LONG = 8
"""Characters; a shorter translation may be right beside several texts (It is so, 当然如此)."""
_TOLD = 6


def pasted(
    within: Compared, content: Mapping[str, Check], form: Mapping[str, Check], file: Place
) -> tuple[frozenset[str], tuple[Problem, ...]]:
    """The segments that have the reviewed translation of another, and one problem for each that was
    pasted: it is wrong beside all of its texts but one at most, and beside one of them by its
    `content`.
    """
    same: dict[str, list[Pair]] = {}
    for pair in within.pairs:
        if len(pair.target.text) >= _LONG:
            same.setdefault(levelled(pair.target.text), []).append(pair)
    aside, problems = set[str](), []
    for pairs in same.values():
        if len({levelled(pair.source.text) for pair in pairs}) < 2:
            continue
        reviewed = [pair for pair in pairs if pair.translation.state == "reviewed"]
        wrong = [p for p in reviewed if fails(p, within, heeded(p, {**content, **form}))]
        if len(wrong) >= max(1, len(pairs) - 1) and any(
            fails(pair, within, heeded(pair, content)) for pair in wrong
        ):
            aside.update(pair.segment for pair in wrong)
            problems.append(_problem(pairs, wrong, file))
    return frozenset(aside), tuple(problems)


def _problem(pairs: list[Pair], wrong: list[Pair], file: Place) -> Problem:
    ids = [pair.segment for pair in pairs]
    some, more = ", ".join(ids[:_TOLD]), len(ids) - _TOLD
    right = next((pair.segment for pair in pairs if pair not in wrong), "")
    return error(
        wrong[0].translation.place or file,
        "translation-pasted",
        f"The same translation stands beside the different texts of {some}{f' and {more} more' if more > 0 else ''}: “{wrong[0].target.text[:60]}”",
        f"It fits that of {right}: put the others back as Git has them"
        if right
        else "Put them back as Git has them",
    )
