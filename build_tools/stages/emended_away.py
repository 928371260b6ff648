"""A quotation of words that an emendation has replaced."""

from collections.abc import Iterable

from build_tools.model.quote import locate
from build_tools.model.text import Reading, Segment


def emended_away(text: Iterable[tuple[Segment, Reading]], quote: str, prefix: str = "", suffix: str = "") -> str:
    """A hint with the emendation by which the words are gone, and what to quote instead; empty where they never stood in the text."""
    for segment, reading in text:
        for start, end in locate(segment.found, quote, prefix, suffix) if reading.changes else ():
            changes = [change for change in reading.changes if change.found_start < end and start < change.found_end]
            if changes:
                lines = dict.fromkeys(f"line {change.line}" for change in changes if change.line)
                by = f", by the emendation in {' and '.join(lines)} of emendations.yml" if lines else ""
                words = _instead(reading, start, end)
                return f"The words stood in {segment.id} as found, which reads otherwise{by}: " + (f"quote “{words}”" if words else "nothing stands there now")
    return ""


def _instead(reading: Reading, start: int, end: int) -> str:
    """What is read for the words from `start` to `end` as found, with all of what replaces a part of them."""
    changes = [change for change in reading.changes if change.found_start < end and start < change.found_end]
    first, last = changes[0], changes[-1]
    return reading.text[first.start - max(0, first.found_start - start) : last.end + max(0, end - last.found_end)].strip()
