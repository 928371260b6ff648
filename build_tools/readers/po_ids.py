"""What the header of a translation.po says of its ids (their order, the orders before, the highest
that was ever given).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from rapidfuzz import fuzz, process

from build_tools.model.entry import Entry
from build_tools.model.problem import Place, Problem, error

LAST = re.compile(r"^X-Last-Segment: (?P<id>s\d{1,9})$", re.M)
"""A line of the file's header: the highest id that was ever given, so that none is given twice."""
ORDER = re.compile(r"^X-Segments: (?P<ids>[s\d -]*)$", re.M)
"""Another: the ids in the order of the text, for a program may sort the entries. `s1-s12 s20
s13-s15`.
"""
EARLIER = re.compile(r"^X-Earlier-Segments: (?P<orders>[s\d /-]*)$", re.M)
"""Another: the orders that the text had before, the latest first, so that what is put back is what
it was. `s1-s7 / s3 s1-s2`.
"""
SEED = re.compile(r"^X-Seed-SHA256: (?P<sum>[0-9a-f]{64})\n?", re.M)
"""Another: of which seed the ids are, where source.yml does not say it."""
_RUN = re.compile(r"s(\d{1,9})(?:-s(\d{1,9}))?")
_MOST = 1000
"""Ids without an entry that are looked at: a header may claim a thousand millions."""
_TIMES, _SPARE = 4, 20
"""Ids are given one by one, and what had one is kept: the highest is further off only where a
program has purged unused entries.
"""
_TOLD = 5


def never_given(
    entries: dict[str, Entry], last: str, runs: str, head: Place, top: Place
) -> list[Problem]:
    """What the header knows of ids and the entries do not, or the other way round: a changed
    msgctxt, an entry that was taken out, or a header that was edited.

    Programs leave entries in use where they are; `head` and `top` are the places of X-Segments and
    X-Last-Segment in the header.
    """
    spans = [range(int(first), int(to or first) + 1) for first, to in _RUN.findall(runs)]
    edited = _edited_head(entries, last, spans, head, top) if last else None
    if edited:
        return [edited]
    known = {f"s{n}": None for n in islice(chain.from_iterable(spans), 2 * len(entries) + _MOST)}
    lost = [id for id in known if id not in entries]
    strange = [
        entry for id, entry in entries.items() if known and not entry.retired and id not in known
    ]
    beyond = [entry for entry in strange if last and int(entry.segment[1:]) > int(last[1:])]
    if lost and strange:
        return [_instead(entry, lost) for entry in strange]
    if beyond:
        return [_beyond(beyond, last, max(int(id[1:]) for id in entries), head)]
    return [_lost(lost, head)] if lost else []


def _edited_head(
    entries: Iterable[str], last: str, spans: list[range], head: Place, top: Place
) -> Problem | None:
    """The problem of a header that speaks of ids of which nothing can be left."""
    held = max([*(int(id[1:]) for id in entries), 0])
    highest = max(int(last[1:]), held)
    if any(len(span) and span[-1] > highest for span in spans):
        return error(
            head,
            "po-header",
            f"X-Segments names ids beyond s{highest}, which is the highest that there is: the header was edited",
            "Put the line back as it was, as Git has it",
        )
    if int(last[1:]) > _TIMES * held + _SPARE:
        return error(
            top,
            "po-header",
            f"X-Last-Segment is {last}, and of s{held + 1} to {last} nothing is left here: the header was edited, or a program has purged unused entries",
            f"Put it back as it was, and what was purged, as Git has it; if no entry was purged, X-Last-Segment is s{held}",
        )
    return None


def _instead(entry: Entry, lost: list[str]) -> Problem:
    """Of an id that the header does not know, where it knows others that have no entry."""
    near, *_ = process.extractOne(entry.segment, lost, scorer=fuzz.ratio)
    return error(
        entry.place,
        "po-id-unknown",
        f"The header of this file knows no segment {entry.segment}, and {near}, which it knows, has no entry",
        f"Did you mean “{near}”?",
    )


def _beyond(beyond: list[Entry], last: str, highest: int, head: Place) -> Problem:
    """Of entries with higher ids than the header has."""
    if highest > _TIMES * int(last[1:]) + _SPARE:
        return error(
            beyond[0].place,
            "po-id-unknown",
            f"By the header of this file, {last} is the highest id, and this entry has {beyond[0].segment}",
            "Give it its own id back, as Git has it; an entry that was copied from elsewhere is deleted",
        )
    return error(
        head if beyond[1:] else beyond[0].place,
        "po-id-unknown",
        f"By the header of this file, {last} is the highest id, and entries go to s{highest}",
        f"Write X-Last-Segment: s{highest} in the header; or, if a msgctxt was edited, put it back as it was, as Git has it",
    )


def _lost(lost: list[str], head: Place) -> Problem:
    """Of ids that the header knows and that have no entry."""
    some, more = ", ".join(lost[:_TOLD]), len(lost) - _TOLD
    return error(
        head,
        "po-entry-lost",
        f"The header knows {some}{f' and {more} more' if more > 0 else ''}, and {'they have' if lost[1:] else 'it has'} no entry here",
        "Restore what was deleted from an earlier version of the file, as Git has it; a translation that is not wanted is emptied, with `state: untranslated`",
    )


def uncounted(entries: Iterable[str], line: Place) -> Problem:
    """The problem of a file that `casebook sync` wrote, in whose header the ids are no longer
    counted: an entry that was deleted with them would be missed by nobody, and its id given again.
    """
    numbers = sorted(int(id[1:]) for id in entries)
    gaps = [f"s{n}" for n in islice(_between(numbers), _MOST)]
    some, more = ", ".join(gaps[:_TOLD]), len(gaps) - _TOLD
    missed = f", and of {some}{f' and {more} more' if more > 0 else ''} nothing is left here"
    return error(
        Place(line.file, line.line or 1),
        "po-header",
        "The header does not tell any more which ids were given: X-Segments or X-Last-Segment is gone, or cannot be read"
        + (missed if gaps else ""),
        "Restore the header, and every entry that was deleted, as Git has them",
    )


def _between(numbers: list[int]) -> Iterator[int]:
    """The numbers below the highest that are not there.

    >>> list(_between([1, 2, 5]))
    [3, 4]
    """
    for one, other in zip([0, *numbers], numbers, strict=False):
        yield from range(one + 1, other)


def in_runs(ids: Iterable[str]) -> str:
    """Ids in their order, shortened where they count on.

    >>> in_runs(["s1", "s2", "s3", "s9", "s4"])
    's1-s3 s9 s4'
    """
    runs: list[list[int]] = []
    for number in (int(id[1:]) for id in ids):
        if runs and runs[-1][1] + 1 == number:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return " ".join(f"s{first}" if first == last else f"s{first}-s{last}" for first, last in runs)


def places(earlier: str, ids: Iterable[str]) -> dict[str, list[tuple[int, int]]]:
    """Where each id stood: (which order, how far on).

    >>> places("s1-s2 / s2 s1", ["s1", "s2"])
    {'s1': [(0, 0), (1, 1)], 's2': [(0, 1), (1, 0)]}
    """
    stood: dict[str, list[tuple[int, int]]] = {id: [] for id in ids}
    for which, order in enumerate(earlier.split("/")):
        for place, id in enumerate(ids_of(order, stood)):
            stood[id].append((which, place))
    return stood


def ids_of(runs: str, ids: Iterable[str]) -> list[str]:
    """Those of the ids that an order has, as it has them. What it claims beyond them costs nothing.

    >>> ids_of("s3 s1-s999999999", ["s1", "s2", "s3"])
    ['s3', 's1', 's2']
    """
    numbers = sorted(int(id[1:]) for id in ids)
    spans = [
        numbers[bisect_left(numbers, int(first)) : bisect_right(numbers, int(last or first))]
        for first, last in _RUN.findall(runs)
    ]
    return [f"s{number}" for number in dict.fromkeys(number for span in spans for number in span)]


def in_order(entries: Iterable[Entry], runs: str) -> tuple[Entry, ...]:
    """The entries as the header orders them; one that it does not know stays behind its neighbour
    in the file.
    """
    known = [(int(first), int(last or first)) for first, last in _RUN.findall(runs)]
    placed, here = [], (-1, 0)
    for at, entry in enumerate(entries):
        number = int(entry.segment[1:]) if _RUN.fullmatch(entry.segment) else -1
        run = next((n for n, (first, last) in enumerate(known) if first <= number <= last), None)
        here = here if run is None or entry.retired else (run, number)
        placed.append((*here, at, entry))
    return (
        tuple(entry for *_, entry in sorted(placed, key=lambda each: each[:3]))
        if known
        else tuple(entry for *_, entry in placed)
    )
