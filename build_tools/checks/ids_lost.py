"""po-missing, po-entry-lost: decisions or readings name segments, and the file that holds the
segments' ids is gone, or their entries are.
"""

import re
from collections.abc import Iterable, Iterator, Set

from build_tools.model.editorial import SourceFiles
from build_tools.model.problem import Problem, error
from build_tools.model.text import Segment

_ID = re.compile(r"s[1-9]\d{0,8}")
_TOLD = 5


def check(files: SourceFiles, segments: Iterable[Segment]) -> Iterator[Problem]:
    """The problem, with the files that name segments. `segments` are those of the text now: they
    have new ids where their entries are gone, which may be the same by chance.
    """
    named = {
        name: ids
        for name, ids in (
            ("annotations.yml", {d.segment for d in files.annotations.decisions if d.segment}),
            ("mentions.yml", {id for reading in files.mentions for id in reading.segments}),
            (
                "codings.yml",
                {each.segment for each in files.codings.entries if each.segment},
            ),
        )
        if ids
    }
    if files.incomplete or not named:
        return
    if not files.entries:
        yield error(
            files.po_place,
            "po-missing",
            f"{_names(named)} segments, but the file that holds their ids, translations and reviews is not there",
            "Restore it as Git has it; only where nobody has it, take away from those files what names segments, and `casebook sync` gives new ids",
        )
        return
    read = named.get("mentions.yml", set()) & {segment.id for segment in segments} - files.allotted
    lost = _lost(files.allotted, {id for ids in named.values() for id in ids}, read)
    if lost:
        naming = {name: ids for name, ids in named.items() if ids & {*lost}}
        more = len(lost) - _TOLD
        yield error(
            files.po_place,
            "po-entry-lost",
            f"{_names(naming)} {', '.join(lost[:_TOLD])}{f' and {more} more' if more > 0 else ''}, which {'have' if lost[1:] else 'has'} no entry here any more: entries were deleted, or this is an older version of the file",
            f"Restore it as Git has it; or, if only the id is wrong, correct that in {' and '.join(naming)}",
        )


def _names(naming: dict[str, set[str]]) -> str:
    return f"{' and '.join(naming)} name{'' if len(naming) > 1 else 's'}"


def _lost(allotted: frozenset[str], named: set[str], read: Set[str]) -> list[str]:
    """Ids of which nothing is left and that were given: the lower ones, for ids are given one by
    one, and those that have been `read`, for that asks for an entry.

    >>> _lost(frozenset({"s1", "s4"}), {"s1", "s3", "s9", "S2"}, {"s5"})
    ['s3', 's5']
    """
    highest = max((int(id[1:]) for id in allotted if _ID.fullmatch(id)), default=0)
    gone = {int(id[1:]) for id in named - allotted if _ID.fullmatch(id)}
    numbers = {n for n in gone if n < highest} | {int(id[1:]) for id in read}
    return [f"s{number}" for number in sorted(numbers)]
