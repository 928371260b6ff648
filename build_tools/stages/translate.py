"""Readings -> translations, as far as somebody has made one."""

from build_tools.model.entry import Entry
from build_tools.model.text import Reading, Segment, Translation


def translate(
    segments: tuple[Segment, ...], readings: tuple[Reading, ...], entries: tuple[Entry, ...]
) -> tuple[Translation, ...]:
    """One translation for each segment; a changed reading makes the old translation stale, never
    lost, and a retired one may come back.
    """
    by_id = {e.segment: e for e in entries}
    return tuple(
        _one(reading, by_id.get(segment.id))
        for segment, reading in zip(segments, readings, strict=True)
    )


def _one(reading: Reading, entry: Entry | None) -> Translation:
    if entry is None or not entry.target:
        return Translation("", "untranslated", entry.origin if entry else "")
    state, _, older = entry.for_reading(reading.text)
    return Translation(
        entry.target,
        state,
        entry.origin,
        entry.by,
        entry.on,
        entry.note,
        older,
        entry.place,
        entry.waived,
    )
