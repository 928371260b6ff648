"""What editors decided about the marks of one source: mentions, dates, the words that prove events
or are coded, and what they have read.
"""

from collections import defaultdict

from build_tools.annotators.given import Quoted
from build_tools.model.codings import coding_key
from build_tools.model.editorial import Editorial, SourceFiles
from build_tools.model.problem import Place
from build_tools.model.text import Mark
from build_tools.stages.decide import Decided


def decisions_on(files: SourceFiles, editorial: Editorial) -> tuple[Decided, ...]:
    """What editors decided about mentions and dates of this source."""
    file = files.annotations_file

    def place(*way: str | int) -> Place:
        return file.place(*way) if file else files.place()

    def kind(target: str | None) -> str:
        known = (("actor", editorial.actors), ("term", editorial.terms))
        return next((kind for kind, records in known if target in records), "")

    mentions = [
        Decided(d, kind(d.target) or "actor", place("mentions", n), ("mentions", n))
        for n, d in enumerate(files.annotations.mentions)
        if d.decision in ("reject", "confirm") or kind(d.target)
    ]
    return (
        *mentions,
        *(
            Decided(d, "date", place("dates", n), ("dates", n))
            for n, d in enumerate(files.annotations.dates)
        ),
    )


def events_in(source: str, editorial: Editorial) -> tuple[Quoted, ...]:
    """The words of this source that prove events, to be marked."""
    return tuple(
        Quoted(
            Mark(0, 0, "event", event.id, "added"),
            p,
            editorial.place("events", event.id, "evidence", n),
        )
        for event in editorial.events.values()
        for n, p in enumerate(event.evidence)
        if p.source == source
    )


def coded_in(source: str, files: SourceFiles) -> tuple[Quoted, ...]:
    """The words of this source that are coded, to be marked."""
    return tuple(
        Quoted(
            Mark(0, 0, "coding", coding_key(source, each.id), "added"),
            each.within(source),
            files.codings_place("passages", n, "parallel"),
        )
        for n, each in enumerate(files.codings.passages)
    )


def read_in(files: SourceFiles) -> dict[str, frozenset[str]]:
    """What editors have read and confirmed in each segment."""
    read: dict[str, set[str]] = defaultdict(set)
    for reading in files.mentions:
        for segment, targets in reading.segments.items():
            read[segment].update(targets)
    return {segment: frozenset(targets) for segment, targets in read.items()}
