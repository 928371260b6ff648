"""Suggested mentions that an editor has read become confirmed ones."""

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import replace

from build_tools.model.editorial import SourceFiles
from build_tools.model.mark_kinds import kinds_that
from build_tools.model.problem import Place, Problem, error, warning
from build_tools.model.record import WRITTEN
from build_tools.model.source import ReadMentions
from build_tools.model.text import Aligned, Mark, Rendition

_NAMED = kinds_that(names=True)
_MANY = 4
"""Mentions gone, of which fewer are told one by one, and so are more if most are still there."""
_TOLD = 3
"""Segments named in one message: a record that is gone may have stood in hundreds."""


def confirm(
    passages: tuple[Aligned, ...],
    readings: tuple[ReadMentions, ...],
    place: Callable[[int, str], Place],
    allotted: frozenset[str] = frozenset(),
    faulty: frozenset[str] = frozenset(),
) -> tuple[tuple[Aligned, ...], tuple[Problem, ...]]:
    """The passages with their read mentions confirmed; told is what was read but is no longer
    suggested, or decided elsewhere.

    A segment is named by its id and a mention by its target, so that a confirmation outlives small
    changes of the text.
    `allotted` are ids allotted before: what was read of a segment that is not in the text now waits
    with its translation.
    `faulty` are actors and terms whose records cannot be read, or are gone: that they are not found
    is told already.
    """
    there = mentioned(passages)
    never = {
        (number, segment): len(targets)
        for number, reading in enumerate(readings)
        for segment, targets in reading.segments.items()
        if segment not in allotted and segment not in there
    }
    gone = _gone(readings, there, allotted, faulty)
    if other := _of_another(readings, never, gone, place):
        return passages, (other,)
    read = {
        segment: tuple(t for reading in readings for t in reading.segments.get(segment, ()))
        for segment in there
    }
    return tuple(_confirmed(each, read[each.segment.id]) for each in passages), (
        *(_unknown(each, place) for each in never),
        *_no_longer(gone, passages, read, place),
    )


def unknown_in_half(there: Set[str], files: SourceFiles) -> Iterator[Problem]:
    """Of a faulty mentions.yml, which confirms nothing: the segments that it names and that there
    are not.
    """
    half = files.mentions_file
    for number, reading in enumerate(half.record if half and half.incomplete else ()):
        for segment in reading.segments.keys() - there - files.allotted:
            if half and (number, "segments", segment) in half.lines:
                yield _unknown((number, segment), files.mentions_place)


def _gone(
    readings: tuple[ReadMentions, ...],
    there: Mapping[str, Set[str]],
    allotted: Set[str],
    faulty: Set[str],
) -> dict[tuple[int, str], list[str]]:
    """(number of the reading, target) -> the segments that mention it no longer."""
    gone: dict[tuple[int, str], list[str]] = {}
    for number, reading in enumerate(readings):
        for segment, targets in reading.segments.items():
            for target in targets if segment in there else ():
                if target not in faulty and target not in there[segment]:
                    gone.setdefault((number, target), []).append(segment)
    return gone


def _of_another(
    readings: tuple[ReadMentions, ...],
    never: Mapping[tuple[int, str], int],
    gone: Mapping[tuple[int, str], list[str]],
    place: Callable[[int, str], Place],
) -> Problem | None:
    """The one problem where hardly anything that was read is in the text."""
    number = sum(len(targets) for reading in readings for targets in reading.segments.values())
    lost = sum(map(len, gone.values())) + sum(never.values())
    if lost < _MANY or 2 * lost < number:
        return None
    first = next(iter(never), None) or next((n, segments[0]) for (n, _), segments in gone.items())
    return error(
        Place(place(*first).file),
        "file-of-another",
        f"{lost} of the {number} mentions that were read are not in the text",
        "This may be the file of another source: restore the one that belongs here, or delete it and read the mentions anew",
    )


def _unknown(each: tuple[int, str], place: Callable[[int, str], Place]) -> Problem:
    return error(
        place(*each),
        "segment-unknown",
        f"There is no segment {each[1]}, and translation.po has no entry of it",
        "Correct its id, as pages and translation.po have it, or delete the line",
    )


def _no_longer(
    gone: Mapping[tuple[int, str], list[str]],
    passages: tuple[Aligned, ...],
    read: Mapping[str, tuple[str, ...]],
    place: Callable[[int, str], Place],
) -> Iterator[Problem]:
    """Of each target that is no longer mentioned."""
    waiting = (
        {each.segment.id: suggested(each).keys() - {*read[each.segment.id]} for each in passages}
        if gone
        else {}
    )
    for (number, target), segments in gone.items():
        instead = _instead(segments, waiting)
        yield warning(
            place(number, segments[0]),
            "nothing-to-confirm",
            f"{_listed(segments)} no longer mention{'' if segments[1:] else 's'} {target}"
            + (
                f", and {' and '.join(instead)} stands there, which nobody has read"
                if instead
                else ""
            ),
            (
                f"If the records of {target} and {' or '.join(instead)} were mixed up, restore them; else read"
                if instead
                else "Read"
            )
            + " again what stands there, then run `casebook mentions SOURCE --confirm human` (or `assisted`)",
        )


def _instead(segments: list[str], waiting: Mapping[str, Set[str]]) -> list[str]:
    """What nobody has read and stands in each of these segments: their record may have been changed
    for that of what is gone.
    """
    return sorted(
        frozenset.intersection(*(frozenset(waiting.get(segment, ())) for segment in segments))
    )


def _listed(segments: list[str]) -> str:
    """Some of them, and how many more there are.

    >>> _listed(["s1"]), _listed(["s1", "s2", "s3", "s4", "s5"])
    ('s1', 's1, s2, s3 and 2 more')
    """
    few, more = segments[:_TOLD], len(segments) - _TOLD
    return ", ".join(few) + (f" and {more} more" if more > 0 else "")


def suggested(passage: Aligned) -> dict[str, tuple[str, ...]]:
    """The targets of mentions that no editor has read yet, each with the words that name it."""
    found: dict[str, list[str]] = {}
    for lang in WRITTEN:
        rendition = passage.rendition(lang)
        for mark in rendition.marks:
            if mark.kind in _NAMED and mark.standing == "suggested":
                found.setdefault(mark.id, []).append(rendition.text[mark.start : mark.end])
    return {target: tuple(dict.fromkeys(words)) for target, words in found.items()}


def mentioned(passages: tuple[Aligned, ...]) -> dict[str, set[str]]:
    """Segment id -> what it mentions, however that is known."""
    return {each.segment.id: {m.id for m in mentions(each)} for each in passages}


def mentions(passage: Aligned) -> Iterator[Mark]:
    """The names and terms of a segment, over both languages."""
    for lang in WRITTEN:
        yield from (m for m in passage.rendition(lang).marks if m.kind in _NAMED)


def _confirmed(passage: Aligned, targets: tuple[str, ...]) -> Aligned:
    return (
        replace(passage, renditions=tuple(_in_rendition(r, targets) for r in passage.renditions))
        if targets
        else passage
    )


def _in_rendition(rendition: Rendition, targets: tuple[str, ...]) -> Rendition:
    def settled(mark: Mark) -> Mark:
        read = mark.kind in _NAMED and mark.standing == "suggested" and mark.id in targets
        return replace(mark, standing="confirmed") if read else mark

    return replace(rendition, marks=tuple(map(settled, rendition.marks)))
