"""A quotation of words that an emendation has replaced, or that are gone with one."""

from collections.abc import Iterable

from build_tools.model.quote import locate
from build_tools.model.text import Aligned, Reading, Segment

STOOD = "It stood in {} when that was translated: if an emendation was changed or deleted, restore it; else quote what is read now"
"""A hint."""


def emended_away(
    text: Iterable[tuple[Segment, Reading]], quote: str, prefix: str = "", suffix: str = ""
) -> str:
    """A hint with the emendation by which the words are gone, and what to quote instead; empty
    where they never stood in the text.
    """
    for segment, reading in text:
        for start, end in locate(segment.found, quote, prefix, suffix) if reading.changes else ():
            changes = [
                change
                for change in reading.changes
                if change.found_start < end and start < change.found_end
            ]
            if changes:
                lines = dict.fromkeys(f"line {change.line}" for change in changes if change.line)
                by = (
                    f", by the emendation in {' and '.join(lines)} of emendations.yml"
                    if lines
                    else ""
                )
                words = _instead(reading, start, end)
                return f"The words stood in {segment.id} as found, which reads otherwise{by}: " + (
                    f"quote “{words}”" if words else "nothing stands there now"
                )
    return ""


def stood_before(
    passages: Iterable[Aligned], quote: str, prefix: str = "", suffix: str = ""
) -> str:
    """The segment of which a translation was made from other words than those of now, with the
    quoted words among them.
    """
    return next(
        (
            each.segment.id
            for each in passages
            if locate(each.translation.old_source, quote, prefix, suffix)
        ),
        "",
    )


def _instead(reading: Reading, start: int, end: int) -> str:
    """What is read for the words from `start` to `end` as found, with all of what replaces a part
    of them.
    """
    changes = [
        change
        for change in reading.changes
        if change.found_start < end and start < change.found_end
    ]
    first, last = changes[0], changes[-1]
    return reading.text[
        first.start - max(0, first.found_start - start) : last.end + max(0, end - last.found_end)
    ].strip()
