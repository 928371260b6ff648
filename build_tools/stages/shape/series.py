"""Lines that are counted up in a text: `一、…`, `二、…`; `Case 1: …`, `Case 2: …`. Those over text
are its headings, all of them or none.
"""

import re
from collections.abc import Callable, Sequence

from build_tools.language.chinese.han import HAN_RANGES
from build_tools.language.numbers.words import COUNTING, scaled

_COUNTED = re.compile(
    rf"(?P<before>(?:[A-Z][a-z]+ |[{HAN_RANGES}]{{0,3}}?)?)(?P<number>\d{{1,2}}|[{COUNTING}]{{1,3}})(?P<after>\s?[、.．：:]|\s|[章节節部])\s*(?=[^\s\d])"
)
"""A line's place among its like: `三、`, `02 `, `Case 2: `, `案例一：`, `第三章`."""


def in_series(texts: Sequence[str], over_text: Callable[[int], bool]) -> frozenset[int]:
    """The lines that are counted up one by one, if at least two of them, and two thirds, stand over
    text.

    >>> sorted(in_series(["一、经过", "公司道歉。", "二、原因", "三、结果", "无人受伤。"], lambda n: n in (0, 3)))
    [0, 2, 3]
    """
    ended: dict[tuple[str, str, int], list[int]] = {}
    runs: list[list[int]] = []
    for n, words in enumerate(texts):
        match = _COUNTED.match(words)
        if match:
            before, number, after = (
                match["before"],
                int(match["number"]) if match["number"].isdigit() else int(scaled(match["number"])),
                match["after"].strip(),
            )
            run = ended.pop((before, after, number - 1), [])
            if not run:
                runs.append(run)
            run.append(n)
            ended[before, after, number] = run
    over = [sum(map(over_text, run)) for run in runs]
    return frozenset(
        n
        for run, count in zip(runs, over, strict=True)
        if count > 1 and 3 * count >= 2 * len(run)
        for n in run
    )
