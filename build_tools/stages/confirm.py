"""Suggested mentions that an editor has read become confirmed ones."""

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import replace
from typing import Literal

from build_tools.model.dates import Date
from build_tools.model.kinds import that
from build_tools.model.problem import Place, Problem, error, warning
from build_tools.model.source import ReadMentions
from build_tools.model.text import Aligned, Mark, Rendition

_KINDS = that(names=True)
_SIDES = ("en", "zh-Hans")
_MANY = 4
"""Mentions gone, of which fewer are told one by one, and so are more if most are still there."""
_TOLD = 3
"""Segments named in one message: a record that is gone may have stood in hundreds."""


def confirm(
    passages: tuple[Aligned, ...],
    readings: tuple[ReadMentions, ...],
    place: Callable[[int, str], Place],
    known: frozenset[str] = frozenset(),
    faulty: frozenset[str] = frozenset(),
) -> tuple[tuple[Aligned, ...], tuple[Problem, ...]]:
    """The passages with their read mentions confirmed; told is what was read but is no longer
    suggested, or decided elsewhere.

    A segment is named by its id and a mention by its target, so that a confirmation outlives small
    changes of the text.
    `known` are ids allotted before: what was read of a segment that is not in the text now waits
    with its translation.
    `faulty` are actors and terms whose records cannot be read, or are gone: that they are not found
    is told already.
    """
    there = _there(passages)
    gone: dict[tuple[int, str], list[str]] = {}
    never = {
        (number, segment): len(targets)
        for number, reading in enumerate(readings)
        for segment, targets in reading.segments.items()
        if segment not in known and segment not in there
    }
    for number, reading in enumerate(readings):
        for segment, target in (
            (segment, target) for segment, targets in reading.segments.items() for target in targets
        ):
            if (
                (number, segment) not in never
                and target not in faulty
                and target
                not in there.get(segment, reading.segments[segment] if segment in known else ())
            ):
                gone.setdefault((number, target), []).append(segment)
    number, lost = (
        sum(len(targets) for reading in readings for targets in reading.segments.values()),
        sum(map(len, gone.values())) + sum(never.values()),
    )
    if lost >= _MANY and 2 * lost >= number:
        first = place(
            *next(iter(never), None)
            or next((number, segments[0]) for (number, _), segments in gone.items())
        )
        return passages, (
            error(
                Place(first.file),
                "file-of-another",
                f"{lost} of the {number} mentions that were read are not in the text",
                "This may be the file of another source: restore the one that belongs here, or delete it and read the mentions anew",
            ),
        )
    unread = (
        {
            each.segment.id: suggested(each).keys()
            - {
                target
                for reading in readings
                for target in reading.segments.get(each.segment.id, ())
            }
            for each in passages
        }
        if gone
        else {}
    )
    problems = [
        error(
            place(*each),
            "segment-unknown",
            f"There is no segment {each[1]}, and translation.po has no entry of it",
            "Correct its id, as pages and translation.po have it, or delete the line",
        )
        for each in never
    ]
    problems += [
        warning(
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
        for (number, target), segments in gone.items()
        for instead in [_instead(segments, unread)]
    ]
    read = {
        segment: tuple(t for reading in readings for t in reading.segments.get(segment, ()))
        for segment in there
    }
    return tuple(_confirmed(each, read[each.segment.id]) for each in passages), tuple(problems)


def _instead(segments: list[str], unread: Mapping[str, Set[str]]) -> list[str]:
    """What nobody has read and stands in each of these segments: their record may have been changed
    for that of what is gone.
    """
    return sorted(
        frozenset.intersection(*(frozenset(unread.get(segment, ())) for segment in segments))
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
    for lang in _SIDES:
        rendition = passage.rendition(lang)
        for mark in rendition.marks:
            if mark.kind in _KINDS and mark.standing == "suggested":
                found.setdefault(mark.id, []).append(rendition.text[mark.start : mark.end])
    return {target: tuple(dict.fromkeys(words)) for target, words in found.items()}


def with_reading(
    passages: tuple[Aligned, ...],
    readings: tuple[ReadMentions, ...],
    on: Date,
    origin: Literal["human", "assisted"],
    again: bool = False,
    known: frozenset[str] = frozenset(),
) -> tuple[ReadMentions, ...]:
    """The readings when all that is suggested has been read, each as it was; what is no longer
    mentioned is taken out.

    With `again`, what was read before has been read anew, and belongs to the new reading. What was
    read of a segment that is
    `known` but not in the text now waits.
    """
    there = _there(passages)
    before = {
        (segment, target)
        for reading in readings
        for segment, targets in reading.segments.items()
        for target in targets
    }
    new = {
        each.segment.id: {
            *suggested(each),
            *(t for t in there[each.segment.id] if again and (each.segment.id, t) in before),
        }
        for each in passages
    }
    kept = [
        _with(
            reading,
            {
                segment: targets
                if segment in known - there.keys()
                else tuple(
                    t for t in targets if t in there.get(segment, ()) and t not in new[segment]
                )
                for segment, targets in reading.segments.items()
            },
        )
        for reading in readings
    ]
    if not any(new.values()):
        return tuple(reading for reading in kept if reading.segments)
    last = next((reading for reading in kept if (reading.on, reading.origin) == (on, origin)), None)
    own = last.segments if last else {}
    read = ReadMentions(
        on=on,
        origin=origin,
        segments={
            **own,
            **{id: tuple(sorted({*own.get(id, ()), *targets})) for id, targets in new.items()},
        },
    )
    return tuple(
        filter(
            lambda reading: reading.segments,
            (*(r for r in kept if r is not last), _with(read, read.segments)),
        )
    )


def steps(
    before: tuple[ReadMentions, ...], after: tuple[ReadMentions, ...], unread: int
) -> tuple[int, int, int]:
    """How many mentions a reading confirmed for the first time, how many anew, and how many it took
    out.
    """

    def one(readings: tuple[ReadMentions, ...]) -> set[tuple[str, str, str, str]]:
        return {
            (segment, target, str(r.on), r.origin)
            for r in readings
            for segment, targets in r.segments.items()
            for target in targets
        }

    was, now = one(before), one(after)
    gone = {each[:2] for each in was} - {each[:2] for each in now}
    return unread, len({each[:2] for each in now - was} & {each[:2] for each in was}), len(gone)


def mentions_file(readings: tuple[ReadMentions, ...]) -> str:
    """The text of `mentions.yml`."""
    lines = [
        "# Mentions that the matcher suggested and an editor has read. Written by `casebook mentions --confirm`."
    ]
    for reading in readings:
        lines += [
            f'- on: "{reading.on}"',
            f"  origin: {reading.origin}",
            "  segments:",
            *(
                f"    {segment}: [{', '.join(targets)}]"
                for segment, targets in reading.segments.items()
            ),
        ]
    return "\n".join([*lines, *([] if readings else ["[]"])]) + "\n"


def _with(reading: ReadMentions, segments: dict[str, tuple[str, ...]]) -> ReadMentions:
    return ReadMentions(
        on=reading.on,
        origin=reading.origin,
        segments={segment: targets for segment, targets in segments.items() if targets},
    )


def _there(passages: tuple[Aligned, ...]) -> dict[str, set[str]]:
    """Segment id -> what it mentions, however that is known."""
    return {each.segment.id: {m.id for m in mentions(each)} for each in passages}


def mentions(passage: Aligned) -> Iterator[Mark]:
    """The names and terms of a segment, over both languages."""
    for lang in _SIDES:
        yield from (m for m in passage.rendition(lang).marks if m.kind in _KINDS)


def _confirmed(passage: Aligned, targets: tuple[str, ...]) -> Aligned:
    return (
        replace(passage, renditions=tuple(_in_rendition(r, targets) for r in passage.renditions))
        if targets
        else passage
    )


def _in_rendition(rendition: Rendition, targets: tuple[str, ...]) -> Rendition:
    def settled(mark: Mark) -> Mark:
        read = mark.kind in _KINDS and mark.standing == "suggested" and mark.id in targets
        return replace(mark, standing="confirmed") if read else mark

    return replace(rendition, marks=tuple(map(settled, rendition.marks)))
