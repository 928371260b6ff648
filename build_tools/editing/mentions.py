"""What `casebook mentions --confirm` writes into mentions.yml."""

from collections.abc import Mapping, Set
from typing import Literal

from build_tools.model.dates import Date
from build_tools.model.source import ReadMentions
from build_tools.model.text import Aligned
from build_tools.stages.confirm import mentioned, suggested

Origin = Literal["human", "assisted"]


def with_reading(
    passages: tuple[Aligned, ...],
    readings: tuple[ReadMentions, ...],
    on: Date,
    origin: Origin,
    again: bool = False,
    allotted: frozenset[str] = frozenset(),
) -> tuple[ReadMentions, ...]:
    """The readings when all that is suggested has been read, each as it was; what is no longer
    mentioned is taken out.

    With `again`, what was read before has been read anew, and belongs to the new reading. What was
    read of a segment that is
    `allotted` but not in the text now waits.
    """
    there = mentioned(passages)
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
    kept = _kept(readings, there, new, allotted)
    return tuple(
        each
        for each in (_with_new(kept, new, on, origin) if any(new.values()) else kept)
        if each.segments
    )


def _kept(
    readings: tuple[ReadMentions, ...],
    there: Mapping[str, Set[str]],
    new: Mapping[str, Set[str]],
    allotted: frozenset[str],
) -> list[ReadMentions]:
    """The readings as far as they still hold."""
    return [
        _with(
            reading,
            {
                segment: targets
                if segment in allotted - there.keys()
                else tuple(
                    t for t in targets if t in there.get(segment, ()) and t not in new[segment]
                )
                for segment, targets in reading.segments.items()
            },
        )
        for reading in readings
    ]


def _with_new(
    kept: list[ReadMentions], new: Mapping[str, Set[str]], on: Date, origin: Origin
) -> list[ReadMentions]:
    """The readings, and last of all that of this day with what is new."""
    last = next((reading for reading in kept if (reading.on, reading.origin) == (on, origin)), None)
    own = last.segments if last else {}
    added = {id: tuple(sorted({*own.get(id, ()), *targets})) for id, targets in new.items()}
    read = ReadMentions(on=on, origin=origin, segments={**own, **added})
    return [*(each for each in kept if each is not last), _with(read, read.segments)]


def steps(before: tuple[ReadMentions, ...], after: tuple[ReadMentions, ...]) -> tuple[int, int]:
    """How many mentions a reading confirmed anew, and how many it took out."""

    def one(readings: tuple[ReadMentions, ...]) -> set[tuple[str, str, str, str]]:
        return {
            (segment, target, str(r.on), r.origin)
            for r in readings
            for segment, targets in r.segments.items()
            for target in targets
        }

    was, now = one(before), one(after)
    gone = {each[:2] for each in was} - {each[:2] for each in now}
    return len({each[:2] for each in now - was} & {each[:2] for each in was}), len(gone)


def mentions_file(readings: tuple[ReadMentions, ...]) -> str:
    """The text of `mentions.yml`."""
    lines = [
        "# Mentions that the matcher suggested and an editor has read. Written by `casebook mentions --confirm`, which keeps no comments."
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
