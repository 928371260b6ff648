"""po-ids-renumbered, po-id-twice: what the lines `#. sum:` of a translation.po tell of ids that
were edited by hand.
"""

import re
from collections.abc import Iterable

from build_tools.model.entry import Entry, sealed, sum_of
from build_tools.model.problem import Place, Problem, error

_SUM = re.compile(
    r"#\. ?sum: (?P<sum>s(?P<number>\d{1,9}) (?P<words>[0-9a-f]{8}))(?: (?P<seal>[0-9a-f]{4}))?\s*$"
)
"""`#. sum: s1 c0d5a8b4 77af`; without the seal at its end in a file of old."""
_NEAR = 100
"""Ids on either side that an entry may have had: a renumbered one has moved by what was deleted or
put in.
"""
_FEW, _SHOWN = 3, 3


def sums_in(comments: Iterable[str]) -> tuple[str, ...]:
    """The sums of an entry, each with the id that it was made for, also where that was edited.

    >>> sums_in(["#. into: en", "#. sum: s5 3dc02024 1bec", "#. sum: s4 3dc02024 1bec", "#. sum: s4 3dc02024"])
    ('s5 3dc02024', 's5 3dc02024', 's4 3dc02024')
    """
    return tuple(_as_made(match) for match in map(_SUM.match, comments) if match)


def _as_made(match: re.Match[str]) -> str:
    """The sum for which the seal was made; as it stands, where there is no seal, or none that
    fits.
    """
    given, number = match["sum"], int(match["number"])
    if not match["seal"] or sealed(given) == f"{given} {match['seal']}":
        return given
    near = sorted(range(max(1, number - _NEAR), number + _NEAR + 1), key=lambda n: abs(n - number))
    return next(
        (
            made
            for made in (f"s{n} {match['words']}" for n in near)
            if sealed(made) == f"{made} {match['seal']}"
        ),
        given,
    )


def renumbered(entries: Iterable[Entry]) -> Problem | None:
    """One problem for all entries in use whose words had another id, by their sums. Few that only
    changed places are told beside the text, and so is a copy of an entry that is still there.
    """
    live = [entry for entry in entries if not entry.retired]
    own = {entry.segment for entry in live if sum_of(entry.segment, entry.source) in entry.sums}
    had = [
        (entry, was)
        for entry in live
        if entry.segment not in own
        for was in [_was(entry)]
        if was and was not in own
    ]
    if not had or (
        len(had) <= _FEW and {entry.segment for entry, _ in had} == {was for _, was in had}
    ):
        return None
    more = len(had) - _SHOWN
    said = ", ".join(f"{entry.segment} was {was}" for entry, was in had[:_SHOWN]) + (
        f" and {more} more" if more > 0 else ""
    )
    return error(
        had[0][0].place,
        "po-ids-renumbered",
        f"Ids were changed by hand from here on: {said}",
        "Put them back as Git has them, in msgctxt, `#. sum:` and the header, for links and decisions name them, and restore what was deleted; "
        "a translation that is not wanted is emptied, with `state: untranslated`",
    )


def _was(entry: Entry) -> str:
    """The id that an entry's words had, by its sum; nothing, if it does not say."""
    ids = [each.partition(" ")[0] for each in entry.sums]
    return next((id for id in ids if sum_of(id, entry.source) in entry.sums), "")


def twice(first: Entry, second: Entry) -> Problem:
    """The problem of two entries with one id, and which of them to keep, as far as their words,
    sums and translations say it.
    """
    id, one, other = first.segment, first.place.line, second.place.line
    fits = [entry for entry in (first, second) if sum_of(id, entry.source) in entry.sums]
    moved = [
        (entry, was)
        for entry in (first, second)
        for was in [_was(entry)]
        if entry not in fits and was
    ]
    if _said(first) == _said(second):
        hint = "Delete this one: both say the same"
    elif moved:
        hint = f"By its sum, the one of line {moved[0][0].place.line} was {moved[0][1]}: give it that msgctxt back, or delete it if {moved[0][1]} has an entry"
    elif len(fits) == 1:
        kept, gone = (one, other) if fits[0] is first else (other, one)
        hint = f"Keep that of line {kept}, which has the words that `casebook sync` wrote, and delete that of line {gone}, or give it its own msgctxt back, as Git has it"
    elif first.source == second.source:
        hint = f"They are of the same words, and {_difference(first, second)}: keep the right one, as Git has it, and delete the other"
    else:
        hint = "Keep one of them, or give the other its own msgctxt back, as an earlier version of the file has it"
    return error(
        Place(second.place.file, other),
        "po-id-twice",
        f"{id} has two entries; the first stands in line {one}",
        hint,
    )


def copies(problems: list[Problem]) -> list[Problem]:
    """The problems, with one for all entries that stand there twice, if they are many: then the
    file, or a part of it, was pasted into it once more.
    """
    again = [p for p in problems if p.code == "po-id-twice"]
    if len(again) <= _FEW:
        return problems
    problem = error(
        again[0].place,
        "po-id-twice",
        f"From here on {len(again)} segments have a second entry: the file, or a part of it, stands here twice",
        "Restore it as Git has it; if both hold new work, keep of each segment the entry that is right, and delete the other",
    )
    return [*(p for p in problems if p not in again), problem]


def _said(entry: Entry) -> tuple[str, ...]:
    return entry.source, entry.target, entry.state, entry.origin, entry.by, entry.on, entry.note


def _difference(first: Entry, second: Entry) -> str:
    if not first.target or not second.target:
        return f"that of line {(second if first.target else first).place.line} has no translation"
    return "their translations differ" if first.target != second.target else "their comments differ"
