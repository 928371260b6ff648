"""Lines that are counted up in a text: `一、…`, `二、…`; `Case 1: …`, `Case 2: …`. Those over text are its headings, all of them or none."""

import re
from collections.abc import Callable, Sequence

from build_tools.model.han import HAN_RANGES

_TENS = "一二三四五六七八九十"
_COUNTED = re.compile(rf"(?P<before>(?:[A-Z][a-z]+ |[{HAN_RANGES}]{{0,3}}?)?)(?P<number>\d{{1,2}}|[{_TENS}]{{1,3}})(?P<after>\s?[、.．：:]|\s|[章节節部])\s*(?=[^\s\d])")
"""A line's place among its like: `三、`, `02 `, `Case 2: `, `案例一：`, `第三章`."""


def in_series(texts: Sequence[str], over_text: Callable[[int], bool]) -> frozenset[int]:
    """The lines that are counted up one by one, if at least two of them, and two thirds, stand over text.

    >>> sorted(in_series(["一、经过", "公司道歉。", "二、原因", "三、结果", "无人受伤。"], lambda n: n in (0, 3)))
    [0, 2, 3]
    """
    runs: dict[tuple[str, str], list[tuple[int, list[int]]]] = {}
    for n, words in enumerate(texts):
        match = _COUNTED.match(words)
        if not match:
            continue
        number = _number(match["number"])
        kind = runs.setdefault((match["before"], match["after"].strip()), [])
        run = next((run for run in kind if run[0] == number - 1), None)
        if run:
            kind.remove(run)
        kind.append((number, [*(run[1] if run else []), n]))
    found: set[int] = set()
    for kind in runs.values():
        for _, those in kind:
            over = sum(map(over_text, those))
            if over > 1 and 3 * over >= 2 * len(those):
                found.update(those)
    return frozenset(found)


def _number(words: str) -> int:
    """12 of `12` and of 十二; 0 where it is no number up to 99."""
    if words.isdigit():
        return int(words)
    tens, ten, ones = words.rpartition("十")
    return ((_TENS.find(tens) + 1 if tens else 1) * 10 if ten else 0) + (_TENS.find(ones) + 1 if ones else 0)
