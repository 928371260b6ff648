"""All that people decided, as it was read: one record for each file, and where each of its keys
stands.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from build_tools.model.authority import Actor, Event
from build_tools.model.claims import Claim, Contradiction
from build_tools.model.codings import Codings
from build_tools.model.entry import Entry
from build_tools.model.problem import Place, Problem
from build_tools.model.record_kinds import RECORD_KINDS, records_of
from build_tools.model.rules import Correction, DebrisRule, RegionalWord, Settings, Spoken
from build_tools.model.source import Annotations, Emendation, ReadMentions, SourceRecord
from build_tools.model.teaching import Case, Vocabulary, no_vocabulary
from build_tools.model.termbase import Term

Lines = dict[tuple[str | int, ...], int]
"""The way to a key -> its line, from 1."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A checked record and where each of its keys stands."""

    record: Any
    file: str
    lines: Lines
    incomplete: bool = False
    """Something faulty was taken out of it, so it is good for further checks only: all that is
    wrong is told in one run.
    """

    def place(self, *way: str | int) -> Place:
        """The line of a key, or of the nearest thing around it."""
        while way and way not in self.lines:
            way = way[:-1]
        return Place(self.file, self.lines.get(way))


@dataclass(frozen=True, slots=True)
class SourceFiles:
    """What editors wrote about one source; all of it may be absent."""

    folder: str
    record: SourceRecord = SourceRecord()
    record_file: Loaded | None = None
    """These hold what was read of a faulty file, too, which is good for further checks only."""
    emendations: tuple[tuple[Emendation, Place], ...] = ()
    annotations: Annotations = Annotations()
    annotations_file: Loaded | None = None
    mentions: tuple[ReadMentions, ...] = ()
    mentions_file: Loaded | None = None
    codings: Codings = Codings()
    codings_file: Loaded | None = None
    entries: tuple[Entry, ...] = ()
    incomplete: bool = False
    """One of the files is faulty, so quotations may seem to be missing only because of it."""
    of_another: Problem | None = None
    """Where translation.po is another source's."""
    po_owner: str = ""
    """That other source: the one that the file's header names, or whose words it holds."""
    noted_sha256: str = ""
    """The SHA-256 of the seed, as `casebook sync` noted it in translation.po."""
    sumless: bool = False
    """translation.po was written by `casebook sync`, and the sums in it are gone."""

    def place(self, *way: str | int) -> Place:
        """Where a key of source.yml stands, or where the file would be."""
        return (
            self.record_file.place(*way) if self.record_file else Place(f"{self.folder}/source.yml")
        )

    def annotations_place(self, *way: str | int) -> Place:
        return (
            self.annotations_file.place(*way)
            if self.annotations_file
            else Place(f"{self.folder}/annotations.yml")
        )

    def mentions_place(self, reading: int, segment: str) -> Place:
        return (
            self.mentions_file.place(reading, "segments", segment)
            if self.mentions_file
            else Place(f"{self.folder}/mentions.yml")
        )

    def codings_place(self, *way: str | int) -> Place:
        return (
            self.codings_file.place(*way)
            if self.codings_file
            else Place(f"{self.folder}/codings.yml")
        )

    @property
    def loaded(self) -> tuple[Loaded | None, ...]:
        """Its files that are records."""
        return self.record_file, self.annotations_file, self.mentions_file, self.codings_file

    @property
    def allotted(self) -> frozenset[str]:
        """Ids of segments that have been allotted, whether the text still has them or not."""
        return frozenset(e.segment for e in self.entries)

    @property
    def sha256(self) -> str | None:
        """Of the text that the editors worked on, as source.yml has it."""
        sha256: str | None = self.record_file.record.sha256 if self.record_file else None
        return sha256

    @property
    def po_place(self) -> Place:
        return Place(f"{self.folder}/translation.po")


@dataclass(frozen=True, slots=True)
class Editorial:
    """All that people decided. The mappings are in order of ids."""

    settings: Settings
    sources: dict[str, SourceFiles]
    actors: dict[str, Actor]
    events: dict[str, Event]
    terms: dict[str, Term]
    cases: dict[str, Case]
    concepts: dict[str, dict[str, Any]]
    """The PR vocabulary, by concept id."""
    debris: tuple[DebrisRule, ...]
    corrections: tuple[Correction, ...]
    wording: tuple[RegionalWord, ...]
    spoken: tuple[Spoken, ...] = ()
    claims: dict[str, Claim] = field(default_factory=dict)
    contradictions: dict[str, Contradiction] = field(default_factory=dict)
    vocabulary: Vocabulary = field(default_factory=no_vocabulary)
    """The whole PR vocabulary: schemes, frameworks and references, too."""
    files: dict[tuple[str, str], Loaded] = field(default_factory=dict)
    """(folder, id) -> the file of a record, for messages: ("glossary", "kol")."""
    unavailable: frozenset[tuple[str, str]] = frozenset()
    """(folder, id) of records that exist but cannot be read, or shown; ("seeds", id) likewise. To
    miss them too would say the same twice.
    """
    incomplete: frozenset[tuple[str, str]] = frozenset()
    """(folder, id) of records of which something faulty is missing: their names and quotations are
    checked, and they are not shown.
    """

    @property
    def incomplete_sources(self) -> frozenset[str]:
        """Sources of which the seed or an editor's file could not be read."""
        return frozenset(
            {id for folder, id in self.unavailable if folder == "seeds"}
            | {id for id, files in self.sources.items() if files.incomplete}
        )

    @property
    def unavailable_names(self) -> frozenset[str]:
        """Names of records that could not be read, or not be shown; an actor's may lie in another
        folder.
        """
        return frozenset(id for folder, id in self.unavailable if folder != "seeds")

    def written(self) -> Iterator[tuple[Any, Callable[..., Place]]]:
        """Each record with what gives the place of a key; of a faulty one what could be read."""
        for kind in RECORD_KINDS:
            for id, record in records_of(self, kind).items():
                yield record, partial(self.place, kind.folder, id)
        for files in self.sources.values():
            yield from ((loaded.record, loaded.place) for loaded in filter(None, files.loaded))
            yield from (
                (emendation, lambda *way, place=place: place)
                for emendation, place in files.emendations
            )

    def loaded(self) -> Iterator[Loaded]:
        """The files that could be read, faulty ones included."""
        yield from self.files.values()
        for files in self.sources.values():
            yield from filter(None, files.loaded)

    def of_source(self, id: str) -> SourceFiles:
        """What editors wrote about a source: nothing, for a new seed."""
        return self.sources.get(id) or SourceFiles(f"editorial/sources/{id}")

    def place(self, folder: str, id: str, *way: str | int) -> Place:
        """Where a key of a record stands, or the folder where its file would be."""
        loaded = self.files.get((folder, id))
        return loaded.place(*way) if loaded else Place(f"editorial/{folder}")


def without_incomplete(editorial: Editorial) -> Editorial:
    """The editorial without records and files of which something is missing: what is not there is
    no fault of theirs.
    """

    def left(folder: str, records: dict[str, Any]) -> dict[str, Any]:
        return {
            id: each for id, each in records.items() if (folder, id) not in editorial.incomplete
        }

    files = {key: each for key, each in editorial.files.items() if key not in editorial.incomplete}
    sources = {id: _whole(each) for id, each in editorial.sources.items()}
    return replace(with_records(editorial, left), files=files, sources=sources)


def _whole(files: SourceFiles) -> SourceFiles:
    if files.annotations_file and files.annotations_file.incomplete:
        files = replace(files, annotations=Annotations(), annotations_file=None)
    if files.mentions_file and files.mentions_file.incomplete:
        files = replace(files, mentions=(), mentions_file=None)
    if files.codings_file and files.codings_file.incomplete:
        files = replace(files, codings=Codings(), codings_file=None)
    return files


def with_records(
    editorial: Editorial, change: Callable[[str, dict[str, Any]], dict[str, Any]]
) -> Editorial:
    """The editorial with other records: `change` is asked for each kind, with its folder."""
    changed: dict[str, Any] = {
        kind.plural: change(kind.folder, records_of(editorial, kind)) for kind in RECORD_KINDS
    }
    return replace(editorial, **changed)


def common(editorial: Editorial) -> Editorial:
    """What the work on any text may rest on: rules, names and terms, and the places of events' keys. Of the rest it is empty,
    so that nothing is made of a text that what is kept of it would not know of.
    """
    return Editorial(
        Settings(),
        sources={},
        actors=editorial.actors,
        events={},
        terms=editorial.terms,
        cases={},
        concepts={},
        debris=editorial.debris,
        corrections=editorial.corrections,
        wording=editorial.wording,
        spoken=editorial.spoken,
        files={
            key: each
            for key, each in editorial.files.items()
            if key[0] in ("actors", "glossary", "events")
        },
        unavailable=editorial.unavailable,
        incomplete=editorial.incomplete,
    )


def with_unavailable_seeds(editorial: Editorial, seeds: frozenset[str]) -> Editorial:
    """The editorial, knowing which seeds are there but could not be read."""
    return replace(editorial, unavailable=editorial.unavailable | {("seeds", id) for id in seeds})


def with_unavailable(editorial: Editorial, names: Iterable[tuple[str, str]]) -> Editorial:
    """The editorial, knowing which (folder, id) are named and are not there, which is told."""
    return replace(editorial, unavailable=editorial.unavailable | frozenset(names))
