"""Bring a translation.po in step with its text: new segments in, lost ones retired, nothing thrown
away.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from build_tools.editing.placing import with_segments
from build_tools.model.editorial import SourceFiles
from build_tools.model.entry import Entry, in_place, sealed, sum_of
from build_tools.model.problem import Place
from build_tools.model.quote import even_signs
from build_tools.model.text import Reading, Segment, SourceText, Translation
from build_tools.readers.po import is_head
from build_tools.readers.po_ids import EARLIER, LAST, ORDER, SEED, ids_of, in_runs
from build_tools.readers.po_state import is_remark, state_line, state_parts, with_state_in_one_line
from build_tools.readers.po_text import PoEntry, po_entries, po_text
from build_tools.readers.texts import as_saved, composed
from build_tools.writer import write_if_changed

_OURS = re.compile(r"#\. ?(?P<name>into|sum|found): ")
"""What `casebook sync` writes for translators, and for itself: `#. into: en`, `#. sum: s1 c0d5a8b4
77af`, `#. found: …`, the last because other programs may break it.
"""
_NUMBERED = re.compile(r"s(\d+)$")
_KEPT_FOUND = re.compile(r"# found: ")
_EARLIER = 20
"""Orders of the text that are remembered."""
_IS_STATE = re.compile(r"state\s*:")
_OF_SYNC = re.compile(r"(?:state|was|after)\s*:")
"""A part of the state line that `casebook sync` keeps true."""


def sync_source(
    root: Path,
    text: SourceText,
    files: SourceFiles,
    segments: dict[tuple[str, int], str],
    since: int | None = None,
) -> bool:
    """Write what changed of a source that was read whole; returns whether its translation did.

    `segments` are those that decisions in annotations.yml do not name yet. What was saved after
    `since` was not read, and stays: raises Stopped.
    """
    file = root / files.po_place.file
    raw = file.read_bytes() if file.exists() else b""
    new = synced(
        files.folder.rpartition("/")[2],
        text.segments,
        text.readings,
        files.entries,
        composed(raw),
        _found_in(text),
        "" if files.record.sha256 else text.cleaned.seed.sha256,
    )
    changed = write_if_changed(root, files.po_place.file, as_saved(new, raw), since)
    if segments:  # last, for a decision may not name a segment that no file knows yet, should the machine stop in between
        annotations = f"{files.folder}/annotations.yml"
        write_if_changed(
            root,
            annotations,
            with_segments((root / annotations).read_bytes().decode("utf-8"), segments),
            since,
        )
    return changed


def synced(
    source: str,
    segments: tuple[Segment, ...],
    readings: tuple[Reading, ...],
    entries: tuple[Entry, ...],
    text: str = "",
    found: Mapping[str, Translation] = MappingProxyType({}),
    seed: str = "",
) -> str:
    """The text of the file. What is in step already comes out as it went in, and so does what other
    programs wrote there.

    `entries` are those that were read from `text`; `found` are drafts, by segment, for what nobody
    has translated; `seed` is the SHA-256 of the seed, where no other file says it.
    """
    old, tail = po_entries(text)
    old = [replace(raw, comments=with_state_in_one_line(raw.comments)) for raw in old]
    head = old[0] if old and is_head(old[0]) else _head(source)
    of = {raw.fields.get("msgctxt", ""): raw for raw in old}
    known = {e.segment: e for e in entries}
    now = {s.id for s in segments}
    order = [e.segment for e in in_place(entries)]
    before = dict(zip(order, ["start", *order], strict=False))
    made = [
        _po_entry(s, r, *_drafted(r, known.get(s.id), of.get(s.id, PoEntry()), found.get(s.id)))
        for s, r in zip(segments, readings, strict=True)
    ]
    retired = [
        _retired(e, of[e.segment], before[e.segment])
        for e in entries
        if e.segment not in now and e.segment in of
    ]
    times = Counter(
        [
            *(even_signs(e.found or e.source) for e in entries),
            *(even_signs(s.found) for s in segments if s.id not in known),
        ]
    )
    equal = any(times[even_signs(e.found or e.source)] > 1 for e in entries if not e.retired)
    return po_text(
        [
            _of_seed(_counted(head, [s.id for s in segments], {*now, *known}, equal), seed),
            *made,
            *retired,
        ],
        tail,
    )


def _found_in(text: SourceText) -> dict[str, Translation]:
    return {
        s.id: t
        for s, t in zip(text.segments, text.translations, strict=True)
        if t.origin == "found" and not t.place
    }


def _drafted(
    reading: Reading, entry: Entry | None, old: PoEntry, draft: Translation | None
) -> tuple[Entry | None, PoEntry]:
    """A segment's entry and its place in the file; with a draft where nobody has written or refused
    one.
    """
    if draft is None or (entry and (entry.target or entry.origin)):
        return entry, old
    said = [
        f"# state: {draft.state}; origin: {draft.origin}",
        *([f"# {draft.note}"] if draft.note else []),
    ]
    rest = [line for line in old.comments if line is not state_line(old.comments)]
    return Entry(
        "",
        reading.text,
        draft.text,
        draft.state,
        draft.origin,
        "",
        "",
        draft.note,
        "",
        False,
        "",
        Place(""),
    ), replace(old, comments=[*said, *rest])


def _head(source: str) -> PoEntry:
    lines = {
        "Project-Id-Version": source,
        "Language": "mul",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    return PoEntry(
        ["#"],
        fields={
            "msgid": "",
            "msgstr": "".join(f"{key}: {value}\n" for key, value in lines.items()),
        },
    )


def _counted(head: PoEntry, order: list[str], ids: set[str], equal: bool) -> PoEntry:
    """The header, with the ids in the order of the text, its orders before if it holds `equal`
    sentences, and the highest id that was ever given.
    """
    said = head.fields["msgstr"]
    highest = max((int(m[1]) for m in map(_NUMBERED.match, ids) if m), default=0)
    last, earlier = ((there.search(said) or ("", ""))[1] for there in (ORDER, EARLIER))
    orders = _remembered(order, [last] if equal else [], earlier.split(" / "), ids)
    lines = [
        (ORDER, f"X-Segments: {in_runs(order)}"),
        (LAST, f"X-Last-Segment: s{highest}"),
        *([(EARLIER, f"X-Earlier-Segments: {' / '.join(orders)}")] if orders else []),
    ]
    for there, line in lines:
        said = (
            there.sub(line, said) if there.search(said) else f"{said.rstrip()}\n{line}\n".lstrip()
        )
    if not orders:
        said = "".join(line for line in said.splitlines(keepends=True) if not EARLIER.match(line))
    return replace(head, fields={**head.fields, "msgstr": said})


def _of_seed(head: PoEntry, seed: str) -> PoEntry:
    """The header, saying of which seed the ids were first, where no other file does."""
    said = head.fields["msgstr"]
    if seed and SEED.search(said):
        return head
    said = SEED.sub("", said) + (f"X-Seed-SHA256: {seed}\n" if seed else "")
    return replace(head, fields={**head.fields, "msgstr": said})


def _remembered(order: list[str], last: list[str], earlier: list[str], ids: set[str]) -> list[str]:
    """The orders that the text had before, the latest first. A step that was taken back at once is
    forgotten, unless it gave ids of its own.

    >>> _remembered(["s1", "s2"], ["s2"], ["s1-s2", "s1"], {"s1", "s2"}), _remembered(["s1", "s2"], ["s2-s3"], ["s1-s2"], {"s1", "s2", "s3"})
    (['s1'], ['s2-s3'])
    """
    now = in_runs(order)
    undone = earlier[:1] == [now] and not {id for each in last for id in ids_of(each, ids)} - {
        *order
    }
    orders = dict.fromkeys(filter(None, (*(() if undone else last), *earlier)))
    return [each for each in orders if each != now][:_EARLIER]


def _po_entry(segment: Segment, reading: Reading, entry: Entry | None, old: PoEntry) -> PoEntry:
    state, was, older = entry.for_reading(reading.text) if entry else ("untranslated", "", "")
    asked = bool(entry and entry.doubt and state == entry.state)
    ours = [
        f"#. into: {'zh-Hans' if segment.lang == 'en' else 'en'}",
        f"#. sum: {sealed(sum_of(segment.id, reading.text))}",
    ] + (
        [f"#. found: {segment.found}"]
        if even_signs(reading.text) != even_signs(segment.found)
        else []
    )
    comments = [
        c for c in _without_ours(old.comments) if not (old.obsolete and _KEPT_FOUND.match(c))
    ]
    remarks = [c for c in comments if is_remark(c)]
    remarks = remarks if asked else _with_state(remarks, state, was, "")
    flags = old.flags if asked else [f for f in old.flags if f != "fuzzy"]
    if not asked and state not in ("reviewed", "untranslated"):
        flags = ["fuzzy", *flags]
    previous = (
        {**old.previous, "msgid": older}
        if state == "stale"
        else {}
        if entry and entry.state == "stale"
        else old.previous
    )
    programs = [c for c in comments if c.startswith("#.")]
    rest = [c for c in comments if not is_remark(c) and not c.startswith("#.")]
    return PoEntry(
        [*remarks, *programs, *ours, *rest],
        flags,
        previous,
        {"msgctxt": segment.id, "msgid": reading.text, "msgstr": entry.target if entry else ""},
    )


def _retired(entry: Entry, old: PoEntry, before: str) -> PoEntry:
    """The entry of a segment that is no longer in the text. It says where it stood, and by which
    words it is known if they come back.
    """
    if old.obsolete:
        return old
    remarks = _with_state([c for c in old.comments if is_remark(c)], "", entry.was, before)
    known = [f"# found: {entry.found}"] if entry.found else []
    rest = [c for c in _without_ours(old.comments) if not is_remark(c)]
    return PoEntry([*remarks, *known, *rest], old.flags, old.previous, old.fields, obsolete=True)


def _without_ours(comments: list[str]) -> list[str]:
    """The comments of others. The words as found may have been broken over several lines."""
    done, broken = [], False
    for line in comments:
        ours = _OURS.match(line)
        broken = ours["name"] == "found" if ours else broken and line.startswith("#.")
        if not ours and not broken:
            done.append(line)
    return done


def _with_state(remarks: list[str], state: str, was: str, after: str) -> list[str]:
    """The translators' comments with another state line, in its place; what is true already stays
    byte for byte.
    """
    line = state_line(remarks)
    parts = state_parts(line)
    given = next(
        (part.partition(":")[2].strip() for part in parts if _IS_STATE.match(part)), "untranslated"
    )
    made = [
        f"state: {state or given}",
        *([f"was: {was}"] if was else []),
        *(p for p in parts if not _OF_SYNC.match(p)),
        *([f"after: {after}"] if after else []),
    ]
    if sorted(made) == sorted(parts):
        return remarks
    new = "# " + "; ".join(made)
    return [new if each is line else each for each in remarks] if line else [new, *remarks]
