"""Suggested mentions that an editor has read become confirmed ones."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from build_tools.model.problem import Place, Problem, warning
from build_tools.model.source import ReadMentions
from build_tools.model.text import Aligned, Mark, Rendition

_KINDS = ("actor", "term")
_SIDES = ("en", "zh-Hans")


def confirm(passages: tuple[Aligned, ...], read: ReadMentions, place: Callable[[str], Place]) -> tuple[tuple[Aligned, ...], tuple[Problem, ...]]:
    """The passages with their read mentions confirmed; told is what was read but is no longer suggested, or decided elsewhere.

    A segment is named by its id and a mention by its target, so that a confirmation outlives small changes of the text.
    """
    known = {each.segment.id: each for each in passages}
    problems = [warning(place(segment), "nothing-to-confirm", f"{segment} no longer mentions {target}", "Read the segment again, then run `casebook mentions SOURCE --confirm`")
                for segment, targets in read.segments.items() for target in targets
                if segment not in known or target not in {m.target for m in mentions(known[segment])}]
    return tuple(_confirmed(each, read.segments.get(each.segment.id, ())) for each in passages), tuple(problems)


def suggested(passage: Aligned) -> dict[str, tuple[str, ...]]:
    """The targets of mentions that no editor has read yet, each with the words that name it."""
    found: dict[str, list[str]] = {}
    for lang in _SIDES:
        rendition = passage.rendition(lang)
        for mark in rendition.marks:
            if mark.kind in _KINDS and mark.standing == "suggested":
                found.setdefault(mark.target, []).append(rendition.text[mark.start : mark.end])
    return {target: tuple(dict.fromkeys(words)) for target, words in found.items()}


def confirmed_file(passages: tuple[Aligned, ...], on: str, origin: str) -> str:
    """The text of `mentions.yml` when all that is suggested has been read, and what was read before."""
    named = {each.segment.id: sorted({m.target for m in mentions(each) if m.standing in ("suggested", "confirmed")}) for each in passages}
    lines = ["# Mentions that the matcher suggested and an editor has read. Written by `casebook mentions --confirm`.",
             f'on: "{on}"', f"origin: {origin}", "segments:" if any(named.values()) else "segments: {}",
             *(f"  {segment}: [{', '.join(targets)}]" for segment, targets in named.items() if targets)]
    return "\n".join(lines) + "\n"


def mentions(passage: Aligned) -> Iterator[Mark]:
    """The names and terms of a segment, over both languages."""
    for lang in _SIDES:
        yield from (m for m in passage.rendition(lang).marks if m.kind in _KINDS)


def _confirmed(passage: Aligned, targets: tuple[str, ...]) -> Aligned:
    return replace(passage, renditions=tuple(_in_rendition(r, targets) for r in passage.renditions)) if targets else passage


def _in_rendition(rendition: Rendition, targets: tuple[str, ...]) -> Rendition:
    def settled(mark: Mark) -> Mark:
        read = mark.kind in _KINDS and mark.standing == "suggested" and mark.target in targets
        return replace(mark, standing="confirmed") if read else mark

    return replace(rendition, marks=tuple(map(settled, rendition.marks)))
