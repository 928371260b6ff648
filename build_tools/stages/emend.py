"""Segments as found -> readings: what the editors' emendations, the code of mail and the width rule
make of them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from build_tools.language.chinese.han import HAN_RANGES
from build_tools.language.not_words import NOT_WORDS
from build_tools.language.which import says_both
from build_tools.model.problem import Place, Problem, error, or_of_another, warning
from build_tools.model.quote import locate, not_found_hint
from build_tools.model.source import Emendation
from build_tools.model.text import Change, Reading, Seed, Segment
from build_tools.stages.cleaning.mail_code import decoded, soft_line_ends

_WIDE = dict(zip(",:;?!()", "，：；？！（）", strict=True))
_CJK = rf"[{HAN_RANGES}“”‘’《》「」『』【】、，。：；？！（）…]"
_NARROW = re.compile(rf"(?<={_CJK})[,:;?!()]+|(?<![,:;?!()])[,:;?!()]++(?={_CJK})")
"""Punctuation that a scraper narrowed: the comma in `小米高层被罚员工被辞,与争议`, not in `8,000`;
of several in a row all or none, as in `道歉)!`.
"""


_SET_NARROW = re.compile(r"\s")
"""The blank that a writer puts behind a narrow sign and before a bracket, and a scraper does not: `上海: 申江书局`."""


@dataclass(frozen=True, slots=True)
class PlacedEmendation:
    """An emendation with the place of its record, for messages."""

    emendation: Emendation
    place: Place


def emend(
    seed: Seed, segments: tuple[Segment, ...], entries: tuple[PlacedEmendation, ...]
) -> tuple[tuple[Reading, ...], tuple[Problem, ...]]:
    """One reading for each segment, and what keeps an emendation from being made."""
    problems: list[Problem] = []
    made: dict[int, list[Change]] = {}
    for number, entry in enumerate(entries, 1):
        if entry.emendation.reading == entry.emendation.quote:
            problems.append(
                warning(
                    entry.place,
                    "emendation-idle",
                    f"“{entry.emendation.quote}” is emended to the same words",
                    "Write at `reading` what is to be read instead, or delete the emendation",
                )
            )
        for at in _places(seed, segments, entry, entries, problems):
            if at is None:
                problems.append(
                    error(
                        entry.place,
                        "emendation-outside",
                        f"“{entry.emendation.quote}” is not within one segment of {seed.file}",
                        "It crosses a segment's edge or lies in debris; quote a part inside one segment",
                    )
                )
                continue
            index, first, last = at
            made.setdefault(index, []).append(
                Change(0, 0, first, last, number, entry.emendation, entry.place.line)
            )
    problems = or_of_another(
        problems,
        "quote-not-found",
        len(entries),
        f"emendations here quote what is not in {seed.file}",
    )
    readings, codes, is_mail = [], dict[str, int](), bool(soft_line_ends(seed))
    for index, segment in enumerate(segments):
        changes = _disjoint(made.get(index, []), entries, problems)
        if changes and not _reading(segment, changes).text.strip():
            problems.append(
                error(
                    entries[changes[0].number - 1].place,
                    "emendation-empties",
                    f"Nothing would be left of {segment.id}, “{segment.found}”",
                    "An emendation takes out words, not all that stands there: hide it with `hidden:` in source.yml",
                )
            )
            changes = []
        if is_mail:
            changes += [*_of_mail_code(segment, changes, codes, len(entries))]
        readings.append(_reading(segment, sorted(changes, key=lambda change: change.found_start)))
    return tuple(readings), tuple(problems)


def _of_mail_code(
    segment: Segment, changes: list[Change], numbers: dict[str, int], editors: int
) -> Iterator[Change]:
    """What the code of mail stands for, but where an editor emends it. The same code has the same
    number throughout the text, behind those of the editors' emendations; `numbers` gains it.
    """
    for start, end, record in decoded(segment):
        if not any(change.found_start < end and start < change.found_end for change in changes):
            number = numbers.setdefault(record.quote, editors + len(numbers) + 1)
            yield Change(0, 0, start, end, number, record)


def _disjoint(
    changes: list[Change], entries: tuple[PlacedEmendation, ...], problems: list[Problem]
) -> list[Change]:
    """In order; of two that overlap only the earlier is made, and what follows them is not touched
    by it.
    """
    kept: list[Change] = []
    for change in sorted(changes, key=lambda c: (c.found_start, c.found_end)):
        if kept and change.found_start < kept[-1].found_end:
            problems.append(_again(change, kept[-1], entries[change.number - 1].place))
        else:
            kept.append(change)
    return kept


def _again(change: Change, before: Change, place: Place) -> Problem:
    """The problem of an emendation of words that another one, before it, emends already."""
    quote, line = change.emendation.quote, before.line
    if (change.found_start, change.found_end) != (before.found_start, before.found_end):
        what, hint = (
            f"“{quote}” overlaps “{before.emendation.quote}”, in line {line}",
            "Make one emendation of the two",
        )
    elif change.emendation.reading == before.emendation.reading:
        what, hint = f"“{quote}” is emended twice, first in line {line}", "Delete one of the two"
    else:
        what, hint = (
            f"“{quote}” is emended twice, first in line {line}, to “{before.emendation.reading}”",
            "Keep one of the two readings; the other may stand in its `reason`",
        )
    return error(place, "emendation-overlap", what, hint)


def _places(
    seed: Seed,
    segments: tuple[Segment, ...],
    entry: PlacedEmendation,
    entries: tuple[PlacedEmendation, ...],
    problems: list[Problem],
) -> list[tuple[int, int, int] | None]:
    """(number of the segment, start, end in it) of every place that is meant; None for one that is
    not within a segment.
    """
    record = entry.emendation
    places = locate(seed.text, record.quote, record.prefix, record.suffix)
    found = [_segment_at(segments, start, end) for start, end in places] or _across_lines(
        segments, record
    )
    if not found:
        problems.append(
            error(
                entry.place,
                "quote-not-found",
                f"“{record.quote}” is not in {seed.file}"
                + (" with that prefix and suffix" if record.prefix or record.suffix else ""),
                "What stands behind `reading` is there: exchange the two"
                if record.reading
                and locate(seed.text, record.reading)
                and not locate(seed.text, record.quote)
                else not_found_hint(seed.text, record.quote, record.prefix, record.suffix),
            )
        )
    elif len(found) > 1 and not record.every:
        starts = [start for start, _ in places] or [
            segments[at[0]].seed_offset(at[1]) for at in found if at
        ]
        lines = dict.fromkeys(str(seed.line(start)) for start in starts)
        problems.append(
            error(
                entry.place,
                "quote-ambiguous",
                f"“{record.quote}” stands {len(found)} times in {seed.file} (line{'s' * (len(lines) > 1)} {', '.join(lines)})",
                "Add the words before or after it as prefix or suffix"
                + ("" if _touched(seed, places, entry, entries) else ", or say `every: true`"),
            )
        )
        return []
    return found


def _touched(
    seed: Seed,
    places: tuple[tuple[int, int], ...],
    own: PlacedEmendation,
    entries: tuple[PlacedEmendation, ...],
) -> bool:
    """Whether another emendation is about one of the places: then not every one can be emended."""
    return any(
        start < end_here and start_here < end
        for each in entries
        if each is not own
        for start, end in locate(
            seed.text, each.emendation.quote, each.emendation.prefix, each.emendation.suffix
        )
        for start_here, end_here in places
    )


def _across_lines(
    segments: tuple[Segment, ...], record: Emendation
) -> list[tuple[int, int, int] | None]:
    """Where the words stand across the end of a line that was joined with the next."""
    return [
        (index, start, end)
        for index, segment in enumerate(segments)
        for start, end in locate(segment.found, record.quote, record.prefix, record.suffix)
    ]


def _segment_at(segments: tuple[Segment, ...], start: int, end: int) -> tuple[int, int, int] | None:
    for index, segment in enumerate(segments):
        if segment.pieces[0][0] <= start and end <= segment.pieces[-1][1]:
            first, last = segment.found_offset(start), segment.found_offset(end)
            if first is not None and last is not None and last - first == end - start:
                return index, first, last
    return None


def _reading(segment: Segment, changes: list[Change]) -> Reading:
    found, widened = (
        restore_width(segment.found)
        if segment.lang.startswith("zh") and not says_both(segment.found)
        else (segment.found, ())
    )
    parts, done, length, placed = [], 0, 0, []
    for change in changes:
        parts += [found[done : change.found_start], change.emendation.reading]
        start = length + change.found_start - done
        length = start + len(change.emendation.reading)
        placed.append(replace(change, start=start, end=length))
        done = change.found_end
    return Reading("".join([*parts, found[done:]]), tuple(placed), widened)


def restore_width(text: str) -> tuple[str, tuple[int, ...]]:
    """Chinese text with full-width punctuation again, and where it was restored; not in addresses
    and code. Lengths stay.

    >>> restore_width("小米官方:300,000元(含税),谢谢!")
    ('小米官方：300,000元（含税），谢谢！', (4, 13, 16, 17, 20))
    >>> restore_width("(2014年5月16日)"), restore_width("我要评论(46)")
    (('(2014年5月16日)', ()), ('我要评论(46)', ()))
    >>> restore_width("上海: 申江书局"), restore_width("owlpr (夜鸮)")
    (('上海: 申江书局', ()), ('owlpr (夜鸮)', ()))
    """
    chars, places = list(text), []
    kept = {at for match in NOT_WORDS.finditer(text) for at in range(*match.span())}
    for match in _NARROW.finditer(text):
        if _SET_NARROW.match(text, match.end()) or (
            match[0][0] == "(" and _SET_NARROW.match(text, match.start() - 1)
        ):
            continue
        for at in range(*match.span()):
            if at not in kept:
                chars[at] = _WIDE[text[at]]
                places.append(at)
    halves = _unlike_pairs(chars)
    for at in halves & {*places}:
        chars[at] = text[at]
    return "".join(chars), tuple(at for at in places if at not in halves)


def _unlike_pairs(chars: list[str]) -> set[int]:
    """Where a bracket stands whose other half has another width: both are restored or neither, as
    in `(2014年5月16日)。`.
    """
    opened, found = [], set()
    for at, char in enumerate(chars):
        if char in "(（":
            opened.append(at)
        elif char in ")）" and opened:
            start = opened.pop()
            if (chars[start] == "(") != (char == ")"):
                found |= {start, at}
    return found
