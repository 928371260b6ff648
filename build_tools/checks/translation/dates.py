"""date-differs: a date that the other language does not give, or gives otherwise."""

import re
from collections.abc import Iterator

from build_tools.checks.translation.pair import Compared, Finding, Pair, Side


def check(pair: Pair, within: Compared) -> Iterator[Finding]:
    """Only what the texts say is compared: where an editor set a date on one side alone, one of the other side's is let pass."""
    for one, other in ((pair.source, pair.target), (pair.target, pair.source)):
        known = _dates(other)
        lost = sorted(date for date in _dates(one) if not _is_told(date, known) and not (date.isdigit() and date in re.findall(r"\d+", other.text)))
        if len(lost) > max(0, _added(other) - _added(one)):
            yield f"{', '.join(lost)} in {one.language} only", "Give the same date on both sides"


def _added(side: Side) -> int:
    return sum(mark.standing == "added" for mark in side.of("date"))


def _dates(side: Side) -> set[str]:
    """A span counts as its two ends: `2023-11/2023-12` is 2023年11月和12月."""
    return {part for mark in side.of("date") if mark.standing != "added" and mark.target for part in str(mark.target).split("/")}


def _is_told(date: str, known: set[str]) -> bool:
    """Whether the other side has it. Of 03/05/2021, each reading is one that a translator may choose."""
    readings = set(date.strip("[]").split(","))
    return any(readings & set(other.strip("[]").split(",")) for other in known)
