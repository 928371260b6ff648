"""po-text-changed, po-ids-exchanged, po-entry-copied, po-sums-lost: a msgid or msgctxt of
translation.po that is not what `casebook sync` wrote.
"""

from collections import Counter
from collections.abc import Iterator

from build_tools.model.editorial import SourceFiles
from build_tools.model.entry import Entry, sum_of
from build_tools.model.problem import Problem, error
from build_tools.model.text import Reading, Segment

_SHOWN = 5
"""Ids named in one message."""
_FEW = 3
"""Entries that are told one by one."""


def check(
    segments: tuple[Segment, ...], readings: tuple[Reading, ...], files: SourceFiles
) -> tuple[Problem, ...]:
    """What was edited by hand since. A sum stands in its entry, so that a merge brings both; an
    entry without one is taken as it stands, and so is one that says what the text says,
    unless its translation is taken to be of those words: nobody has read it beside them.

    A sum that is another entry's own was copied from there, with the comments around it; one that
    tells the words of another entry was moved with its id.
    """
    entries = [entry for entry in files.entries if not entry.retired]
    own = {entry.segment for entry in entries if sum_of(entry.segment, entry.source) in entry.sums}
    now = {segment.id: reading.text for segment, reading in zip(segments, readings, strict=True)}
    known = {
        sum_of("", text): text for text in (*now.values(), *(segment.found for segment in segments))
    }
    if files.sumless and not files.incomplete:
        return _sums_lost(
            [entry for entry in entries if entry.source != now.get(entry.segment, entry.source)],
            files,
        )
    there = _ids_before([entry for entry in entries if entry.segment not in own])
    often, held = Counter(now.values()), Counter(entry.source for entry in entries)
    copied = [
        (entry, was)
        for entry in entries
        for was in _ids(entry)
        if entry.segment not in own
        and was in own
        and sum_of(was, entry.source) in entry.sums
        and held[entry.source] > often[entry.source]
    ]
    changed = [
        entry
        for entry in entries
        if entry.segment in _ids(entry)
        and entry.segment not in {*own, *there}
        and (entry.source != now.get(entry.segment) or (entry.target and entry.state != "stale"))
    ]
    return (
        *(_copied(entry, was) for entry, was in copied),
        *_exchanged([entry for entry in entries if entry.segment in there], there),
        *(
            _many_changed(changed)
            if len(changed) > _FEW
            else (_changed(each, known, each.source == now.get(each.segment)) for each in changed)
        ),
    )


def _ids_before(entries: list[Entry]) -> dict[str, str]:
    """Of entries whose sums are not their own: which id each had, by a sum that stayed with its
    words, or that went with its id to another.
    """
    ids = {entry.segment for entry in entries}
    stayed = {
        entry.segment: was
        for entry in entries
        for was in _ids(entry)
        if was in ids and sum_of(was, entry.source) in entry.sums
    }
    whose = {
        each.removeprefix(entry.segment): entry.segment for entry in entries for each in entry.sums
    }
    went = {
        entry.segment: whose[words]
        for entry in entries
        if (words := sum_of("", entry.source)) in whose
    }
    return {id: was for id, was in {**went, **stayed}.items() if was != id}


def _ids(entry: Entry) -> list[str]:
    """The ids that it had."""
    return [each.partition(" ")[0] for each in entry.sums]


def _sums_lost(others: list[Entry], files: SourceFiles) -> tuple[Problem, ...]:
    """One problem where nothing tells any more whether a msgid was edited by hand or the text has
    changed. Where each is what the text says, `casebook sync` notes the sums anew.
    """
    if not others:
        return ()
    some, more = ", ".join(entry.segment for entry in others[:_SHOWN]), len(others) - _SHOWN
    return (
        error(
            others[0].place,
            "po-sums-lost",
            f"The lines `#. sum:` are gone from this file, and the msgid of {some}{f' and {more} more' if more > 0 else ''} is not what the text says: nothing tells any more whether it was edited by hand",
            "Restore the file as Git has it, and `casebook sync` brings it in step",
        ),
    )


def _copied(entry: Entry, was: str) -> Problem:
    return error(
        entry.place,
        "po-entry-copied",
        f"The entry of {entry.segment} is a copy of that of {was}: its own words and translation are gone",
        "Restore it from an earlier version of the file, as Git has it",
    )


def _exchanged(entries: list[Entry], was: dict[str, str]) -> tuple[Problem, ...]:
    if not entries:
        return ()
    return (
        error(
            entries[0].place,
            "po-ids-exchanged",
            f"The ids (msgctxt) of {' and '.join(was.values())} were exchanged",
            f"Put them back, for links and decisions name them: {', '.join(f'{was[entry.segment]} into the entry of line {entry.place.line}' for entry in entries)}",
        ),
    )


def _many_changed(entries: list[Entry]) -> Iterator[Problem]:
    """One problem for all of them: most often words were replaced in the whole file."""
    some, more = ", ".join(entry.segment for entry in entries[:_SHOWN]), len(entries) - _SHOWN
    yield error(
        entries[0].place,
        "po-text-changed",
        f"From here on the msgid of {len(entries)} entries was edited by hand: {some}{f' and {more} more' if more > 0 else ''}",
        "Restore the file as Git has it, and replace words in msgstr only; what the text says is corrected in emendations.yml, and `casebook sync` brings it here",
    )


def _changed(entry: Entry, known: dict[str, str], as_now: bool) -> Problem:
    """The problem, with what stood there, where that is in the text still."""
    if as_now:
        return error(
            entry.place,
            "po-text-changed",
            f"The msgid of {entry.segment}, “{entry.source}”, was edited by hand: it is what the text says now, and the translation was made from other words",
            "Put it back as it was, and `casebook sync` turns the translation stale; or read the translation beside these words, and where it is right delete the line `#. sum:` above it",
        )
    words = next(
        (
            known[each]
            for each in (each.removeprefix(entry.segment) for each in entry.sums)
            if each in known
        ),
        "",
    )
    return error(
        entry.place,
        "po-text-changed",
        f"The msgid of {entry.segment}, “{entry.source}”, was edited"
        + (f"; it was “{words}”" if words else ""),
        "Put it back as it was; what the text says is corrected in emendations.yml, and `casebook sync` brings it here"
        + (
            ""
            if words
            else ". If it came so by a merge, and the translation is of these words, delete the line `#. sum:` above it"
        ),
    )
