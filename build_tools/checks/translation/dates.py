"""date-differs: a date that the other language does not give, or gives otherwise."""

import re
from collections.abc import Iterator

from build_tools.checks.translation.pair import Compared, Finding, Pair, Side
from build_tools.model.dates import Date
from build_tools.model.text import Mark

_DAY = re.compile(r"(?<![本上])月.{0,4}[日号]|[A-Z][a-z]{2}.*\d|\d.*[A-Z][a-z]{2}")
"""An inferred date of which day and month are written: 1月7日, March 5."""


def check(pair: Pair, within: Compared) -> Iterator[Finding]:
    """Only what the texts say is compared: where an editor set a date on one side alone, one of the
    other side's is let pass.
    """
    for one, other in ((pair.source, pair.target), (pair.target, pair.source)):
        known = _dates(other)
        lost = sorted(
            date
            for date in _dates(one, asked=True)
            if not _is_told(date, known)
            and not (date.isdigit() and date in re.findall(r"\d+", other.text))
        )
        if len(lost) > max(0, _added(other) - _added(one)):
            yield f"{', '.join(lost)} in {one.language} only", "Give the same date on both sides"


def _added(side: Side) -> int:
    return sum(mark.standing == "added" for mark in side.of("date"))


def _dates(side: Side, asked: bool = False) -> set[str]:
    """A span counts as its two ends: `2023-11/2023-12` is 2023年11月和12月. Not all are asked for
    on the other side.
    """
    return {
        part
        for mark in side.of("date")
        if mark.standing != "added" and mark.target and (not asked or _is_asked(mark, side.text))
        for part in str(mark.target).split("/")
    }


def _is_asked(mark: Mark, text: str) -> bool:
    """What languages say in too many ways is not asked for, it only answers: 80年代, 上半年, “the
    end of March”, 昨日.
    """
    if not isinstance(mark.target, Date):
        return False
    first = mark.target.parts[0]
    return (
        first.year.isdigit()
        and (mark.basis != "inferred" or bool(_DAY.search(text[mark.start : mark.end])))
    ) or bool(first.is_open and first.day)


def _is_told(date: str, known: set[str]) -> bool:
    """Whether the other side has it. Of 03/05/2021, each reading is one that a translator may
    choose.
    """
    readings = set(date.strip("[]").split(","))
    return any(readings & set(other.strip("[]").split(",")) for other in known)
