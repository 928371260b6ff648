"""po-missing, po-entry-lost: decisions or readings name segments, and the file that holds the
segments' ids is gone, or their entries are.
"""

import re
from collections.abc import Iterator

from build_tools.model.editorial import SourceFiles
from build_tools.model.problem import Problem, error

_ID = re.compile(r"s[1-9]\d{0,8}")
_TOLD = 5


def check(files: SourceFiles) -> Iterator[Problem]:
    """The problem, with the files that name segments."""
    named = {
        name: ids
        for name, ids in (
            ("annotations.yml", {d.segment for d in files.annotations.decisions if d.segment}),
            ("mentions.yml", {id for reading in files.mentions for id in reading.segments}),
        )
        if ids
    }
    if files.unread or not named:
        return
    if not files.entries:
        yield error(
            files.po_place,
            "po-missing",
            f"{_names(named)} segments, but the file that holds their ids, translations and reviews is not there",
            "Restore it as Git has it; only where nobody has it, take away from those files what names segments, and `casebook sync` gives new ids",
        )
        return
    lost = _lost(files.known, {id for ids in named.values() for id in ids})
    if lost:
        naming = {name: ids for name, ids in named.items() if ids & {*lost}}
        more = len(lost) - _TOLD
        yield error(
            files.po_place,
            "po-entry-lost",
            f"{_names(naming)} {', '.join(lost[:_TOLD])}{f' and {more} more' if more > 0 else ''}, which {'have' if lost[1:] else 'has'} no entry here, though later ids were given: what stood here was deleted",
            f"Restore it as Git has it; or, if only the id is wrong, correct that in {' and '.join(naming)}",
        )


def _names(naming: dict[str, set[str]]) -> str:
    return f"{' and '.join(naming)} name{'' if len(naming) > 1 else 's'}"


def _lost(known: frozenset[str], named: set[str]) -> list[str]:
    """Ids that were given, for ids are given one by one, and of which nothing is left.

    >>> _lost(frozenset({"s1", "s4"}), {"s1", "s3", "s9", "S2"})
    ['s3']
    """
    highest = max((int(id[1:]) for id in known if _ID.fullmatch(id)), default=0)
    gone = {int(id[1:]) for id in named - known if _ID.fullmatch(id)}
    return [f"s{number}" for number in sorted(gone) if number < highest]
