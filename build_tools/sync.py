"""Bring a translation.po in step with its text: new segments in, lost ones retired, nothing thrown away."""

import polib

from build_tools.model.entry import Entry
from build_tools.model.quote import fold
from build_tools.model.text import Reading, Segment


def synced(source: str, segments: tuple[Segment, ...], readings: tuple[Reading, ...], entries: tuple[Entry, ...]) -> str:
    """The text of the file. What is in step already comes out as it went in."""
    known = {e.segment: e for e in entries}
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {"Project-Id-Version": source, "MIME-Version": "1.0", "Content-Type": "text/plain; charset=UTF-8",
                          "Content-Transfer-Encoding": "8bit", "Language": "mul"}
    for segment, reading in zip(segments, readings, strict=True):
        catalogue.append(_unit(segment, reading, known.pop(segment.id, None)))
    for entry in known.values():
        unit = polib.POEntry(msgctxt=entry.segment, msgid=entry.source, msgstr=entry.target, tcomment=_comment(entry, entry.state),
                             previous_msgid=entry.older or None)
        unit.obsolete = True
        catalogue.append(unit)
    return str(catalogue) + "\n"


def _unit(segment: Segment, reading: Reading, entry: Entry | None) -> polib.POEntry:
    towards = "zh-Hans" if segment.lang == "en" else "en"
    comments = [f"into: {towards}"] + ([f"found: {segment.found}"] if fold(reading.text) != fold(segment.found) else [])
    unit = polib.POEntry(msgctxt=segment.id, msgid=reading.text, comment="\n".join(comments))
    if entry is None or not entry.target:
        unit.tcomment = _below("state: untranslated", entry)
        return unit
    state, unit.previous_msgid = entry.state, entry.older or None
    if entry.source != reading.text:
        state, unit.previous_msgid = "stale", entry.older or entry.source
    unit.msgstr, unit.tcomment = entry.target, _comment(entry, state)
    if state != "reviewed":
        unit.flags = ["fuzzy"]
    return unit


def _comment(entry: Entry, state: str) -> str:
    fields = [("state", state), ("by", entry.by), ("on", entry.on), ("origin", entry.origin)]
    head = "; ".join(f"{key}: {value}" for key, value in fields if value)
    return _below(head, entry)


def _below(head: str, entry: Entry | None) -> str:
    """The state line, then waivers, then what the translator remarks."""
    if entry is None:
        return head
    waivers = [f"waive: {code} – {reason}" for code, reason in entry.waived.items()]
    return "\n".join([head, *waivers, *([entry.note] if entry.note else [])])
