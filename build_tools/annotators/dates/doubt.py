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
from build_tools.annotators.dates.parts import certain_day, made, weekday_beside
from build_tools.model.dates import MONTHS
from build_tools.model.text import Mark

_MONTH = re.compile(rf"月|\d[/.]\d|\b(?:{'|'.join(name[:3] for name in MONTHS)})", re.I)
"""What a day has that is counted from no other: not yesterday, or the 1st inst."""


def left_open(
    passages: Sequence[Dated], marked: Sequence[tuple[Mark, ...]]
) -> list[tuple[Mark, ...]]:
    """The marks, where a bare day within four months after the last full date, of an earlier year,
    has no year again. A heading, and a day of the text's own year, lead back to the present.
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
            elif rest and rest[0] and passage.anchor and passage.anchor.day:
                last = date(*rest) if rest[0] < passage.anchor.day.year else None
            kept.append(mark)
        done.append(tuple(kept))
    return done


def _follows(last: date, rest: tuple[int, int, int]) -> bool:
    """Whether the day, in the year last told of, comes within four months."""
    day = made(f"{last.year:04}-{rest[1]:02}-{rest[2]:02}")
    start = day.earliest if day else None
    return start is not None and rest[0] > last.year and 0 < (start - last).days <= ONE_STORY
