"""Days that the text's own day does not decide, since the story has just been told of another year:
2011年3月15日 …… 3月31号那天我在现场, in a text of 2013.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from build_tools.annotators.dates.ahead import is_ahead
from build_tools.annotators.dates.anchor import ONE_STORY
from build_tools.annotators.dates.chronicle import Dated
from build_tools.annotators.dates.parts import certain_day, made, weekday_beside, when
from build_tools.model.dates import MONTHS
from build_tools.model.text import Mark

_MONTH = re.compile(rf"月|\d[/.]\d|\b(?:{'|'.join(name[:3] for name in MONTHS)})", re.I)
"""What a day has that is counted from no other: not yesterday, or the 1st inst."""


def left_open(
    passages: Sequence[Dated], marked: Sequence[tuple[Mark, ...]]
) -> list[tuple[Mark, ...]]:
    """The marks, where a bare day within four months after the last full date or month, of an earlier
    year, has no year again. A heading, and a day of the text's own year, lead back to the present.
    """
    done, last = [], None
    for passage, marks in zip(passages, marked, strict=True):
        last = None if passage.segment.kind == "heading" else last
        kept = []
        for mark in marks:
            rest = certain_day(mark)
            counted = bool(
                mark.reason
                and passage.anchor
                and passage.anchor.day
                and mark.reason == passage.anchor.reason
            )
            if (
                rest
                and last
                and counted
                and _follows(last, rest)
                and _MONTH.search(passage.text, mark.start, mark.end)
                and not is_ahead(passage.text, mark.start)
                and weekday_beside(passage.text, mark.start, mark.end) is None
            ):
                day = made(f"XXXX-{rest[1]:02}-{rest[2]:02}")
                mark = replace(mark, target=day, basis="stated", reason=None)
            elif passage.anchor and passage.anchor.day and (full := _full_day(mark)):
                last = full if full.year < passage.anchor.day.year else None
            kept.append(mark)
        done.append(tuple(kept))
    return done


def _follows(last: date, rest: tuple[int, int, int]) -> bool:
    """Whether such a day, in the year last told of or at the beginning of the next, comes within four
    months, and is another than the text's own day gives.
    """
    days = (
        day.earliest
        for year in (last.year, last.year + 1)
        if (day := made(f"{year:04}-{rest[1]:02}-{rest[2]:02}"))
    )
    return any(
        each and each.year < rest[0] and 0 < (each - last).days <= ONE_STORY for each in days
    )


def _full_day(mark: Mark) -> date | None:
    """The day of a full date, or the first of a month with its year."""
    rest, said = certain_day(mark), when(mark)
    if rest:
        return date(*rest) if rest[0] else None
    part = said.parts[0] if said and len(said.parts) == 1 else None
    return (
        said.earliest
        if said and part and part.year.isdigit() and part.month and not part.day
        else None
    )
