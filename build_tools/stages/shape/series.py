"""Lines that are counted up in a text: `一、…`, `二、…`; `Case 1: …`, `Case 2: …`. Those over text
are its headings, all of them or none.
"""

from collections.abc import Callable, Sequence

import regex

from build_tools.language.chinese.han import HAN, HAN_RANGES
from build_tools.language.numbers.words import COUNTING, scaled

_NUMBER = rf"(?P<number>\d{{1,2}}|[{COUNTING}]{{1,3}})"
_COUNTED = regex.compile(
    rf"(?P<before>第){_NUMBER}(?P<after>[{HAN_RANGES}])\s*(?=[^\s\d])"
    rf"|(?P<before>(?:[A-Z][a-z]+ |[{HAN_RANGES}]{{0,3}}?)?){_NUMBER}(?P<after>\s?[、.．：:]|\s)\s*(?=[^\s\d])"
)
"""A line's place among its like: `第三条`, `三、`, `02 `, `Case 2: `, `案例一：`."""
_ALONE = regex.compile(rf"(?P<before>(?:[A-Z][A-Za-z]+ )?){_NUMBER}(?P<after>)")
"""Such a place on a line of its own, over the heading: `02`, `PART 3`."""


def in_series(texts: Sequence[str], over_text: Callable[[int], bool]) -> frozenset[int]:
    """The lines that are counted up one by one, if at least two of them, and two thirds, stand over
    text; a number alone counts the line under it, and one that comes again at once, in the other language, only
    once.

    >>> sorted(in_series(["一、经过", "公司道歉。", "二、原因", "三、结果", "无人受伤。"], lambda n: n in (0, 3)))
    [0, 2, 3]
    >>> sorted(in_series(["01", "经过", "公司道歉。", "02", "原因", "无人知道。"], lambda n: n in (1, 4)))
    [1, 4]
    >>> sorted(in_series(["1. 经过", "1. Events", "公司道歉。", "2. 补救", "2. Remedies", "退款。"], lambda n: n in (1, 4)))
    [0, 1, 3, 4]
    """
    ended: dict[tuple[str, str, int], list[int]] = {}
    runs: list[list[int]] = []
    twins: dict[int, int] = {}
    for n, words in enumerate(texts):
        alone = _ALONE.fullmatch(words) if n + 1 < len(texts) else None
        if match := alone or _COUNTED.match(words):
            before, number, after = (
                match["before"],
                int(match["number"]) if match["number"].isdigit() else int(scaled(match["number"])),
                match["after"].strip(),
            )
            same = ended.get((before, after, number), [])
            if (
                same
                and same[-1] == n - 1
                and bool(HAN.search(words)) != bool(HAN.search(texts[n - 1]))
            ):
                twins[n - 1] = n
                continue
            run = ended.pop((before, after, number - 1), [])
            if not run:
                runs.append(run)
            run.append(n + bool(alone))
            ended[before, after, number] = run
    over = [sum(over_text(twins.get(n, n)) for n in run) for run in runs]
    found = {
        n
        for run, count in zip(runs, over, strict=True)
        if count > 1 and 3 * count >= 2 * len(run)
        for n in run
    }
    return frozenset(found | {twins[n] for n in found if n in twins})
