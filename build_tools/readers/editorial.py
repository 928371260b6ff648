"""Everything under editorial/, checked."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from build_tools.model.authority import Actor, Event
from build_tools.model.claims import Claim, Contradiction
from build_tools.model.entry import Entry
from build_tools.model.problem import Place, Problem, error, warning
from build_tools.model.record import Bilingual
from build_tools.model.rules import Correction, Corrections, DebrisRule, DebrisRules, Pinyin, RegionalWord, Settings, Spoken, Wording
from build_tools.model.source import Annotations, Emendation, ReadMentions, SourceRecord
from build_tools.model.teaching import Case, Vocabulary
from build_tools.model.termbase import Term
from build_tools.readers.po import read_po
from build_tools.readers.yaml_files import Loaded, load


@dataclass(frozen=True, slots=True)
class SourceFiles:
    """What editors wrote about one source; all of it may be absent."""

    folder: str
    record: SourceRecord = SourceRecord()
    record_lines: Loaded | None = None
    emendations: tuple[tuple[Emendation, Place], ...] = ()
    annotations: Annotations = Annotations()
    annotations_lines: Loaded | None = None
    mentions: tuple[ReadMentions, ...] = ()
    mentions_lines: Loaded | None = None
    entries: tuple[Entry, ...] = ()
    unread: bool = False
    """One of the files is faulty, so quotations may seem to be missing only because of it."""

    def place(self, *path: str | int) -> Place:
        """Where a key of source.yml stands, or where the file would be."""
        return self.record_lines.place(*path) if self.record_lines else Place(f"{self.folder}/source.yml")

    def mentions_place(self, reading: int, segment: str) -> Place:
        return self.mentions_lines.place(reading, "segments", segment) if self.mentions_lines else Place(f"{self.folder}/mentions.yml")

    @property
    def known(self) -> frozenset[str]:
        """Ids of segments that have been allotted, whether the text still has them or not."""
        return frozenset(e.segment for e in self.entries)

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
    files: dict[tuple[str, str], Loaded] = field(default_factory=dict)
    """(kind, id) -> the file of a record, for messages."""
    unread: frozenset[tuple[str, str]] = frozenset()
    """(folder, id) of records that exist but cannot be read, or shown; ("seeds", id) likewise. To miss them too would say the same twice."""

    @property
    def half_read(self) -> frozenset[str]:
        """Sources of which the seed or an editor's file could not be read."""
        return frozenset({id for kind, id in self.unread if kind == "seeds"} | {id for id, files in self.sources.items() if files.unread})

    def of_source(self, id: str) -> SourceFiles:
        """What editors wrote about a source: nothing, for a new seed."""
        return self.sources.get(id) or SourceFiles(f"editorial/sources/{id}")

    def place(self, kind: str, id: str, *path: str | int) -> Place:
        loaded = self.files.get((kind, id))
        return loaded.place(*path) if loaded else Place(f"editorial/{kind}")


_DEFAULT_TITLE = Bilingual.__pydantic_validator__.validate_python({"en": "Annotated Cases", "zh-Hans": "案例笺注"})


def read_editorial(root: Path) -> tuple[Editorial, tuple[Problem, ...]]:
    """The archive's editorial folder. What is faulty is left out and told of."""
    problems: list[Problem] = []
    files: dict[tuple[str, str], Loaded] = {}
    unread: set[tuple[str, str]] = set()

    def one(path: str, kind: Any) -> Loaded | None:
        if not (root / path).exists():
            return None
        loaded, found = load(root / path, path, kind)
        problems.extend(found)
        return loaded

    def records(folder: str, kind: Any, pattern: str = "*.yml") -> dict[str, Any]:
        found = {}
        for path in sorted((root / "editorial" / folder).glob(pattern)):
            id = path.stem if path.parent.name == folder else path.parent.name
            loaded = one(path.relative_to(root).as_posix(), kind)
            if loaded is None or loaded.record.id != id:
                unread.update((folder, each) for each in (id, loaded.record.id if loaded else id))
            if loaded and loaded.record.id != id:
                problems.append(error(loaded.place("id"), "id-not-name", f"The id “{loaded.record.id}” is not the file's name “{id}”",
                                      "Make them the same; the id is part of a permanent address"))
            elif loaded:
                found[id] = loaded.record
                files[folder, id] = loaded
        return found

    settings = one("editorial/archive.yml", Settings)
    debris = one("editorial/rules/debris.yml", DebrisRules)
    corrections = one("editorial/rules/conversion.yml", Corrections)
    wording = one("editorial/rules/wording.yml", Wording)
    spoken = one("editorial/rules/pinyin.yml", Pinyin)
    vocabulary = one("editorial/vocabulary/pr-vocabulary.yml", Vocabulary)
    files |= {("rules", name): loaded for name, loaded in (("debris", debris), ("pinyin", spoken)) if loaded}
    sources = {}
    for folder in sorted(p for p in (root / "editorial" / "sources").glob("*") if p.is_dir()):
        sources[folder.name] = _source(root, folder.name, one, problems)
    found = Editorial(
        settings.record if settings else Settings(title=_DEFAULT_TITLE, subtitle=_DEFAULT_TITLE), sources,
        records("actors", Actor), records("events", Event), records("glossary", Term),
        records("cases", Case, "*/case.yml"),
        _by_id(vocabulary, problems),
        debris.record.rules if debris else (), corrections.record.corrections if corrections else (),
        wording.record.words if wording else (), spoken.record.words if spoken else (),
        records("claims", Claim), records("contradictions", Contradiction), files)
    problems += _stray(root)
    return replace(found, unread=frozenset(unread)), tuple(problems)


def missing(editorial: Editorial, seeds: frozenset[str]) -> Editorial:
    """The editorial, knowing which seeds are there but could not be read."""
    return replace(editorial, unread=editorial.unread | {("seeds", id) for id in seeds})


def _by_id(vocabulary: Loaded | None, problems: list[Problem]) -> dict[str, dict[str, Any]]:
    concepts: dict[str, dict[str, Any]] = {}
    for n, concept in enumerate(vocabulary.record["concepts"] if vocabulary else ()):
        if concept["id"] in concepts:
            problems.append(error(vocabulary.place("concepts", n, "id"), "id-twice", f"There are two concepts “{concept['id']}”", "Give the newer one another id"))
        concepts.setdefault(concept["id"], concept)
    return concepts


def _source(root: Path, id: str, one: Any, problems: list[Problem]) -> SourceFiles:
    folder = f"editorial/sources/{id}"
    record = one(f"{folder}/source.yml", SourceRecord)
    emendations = one(f"{folder}/emendations.yml", tuple[Emendation, ...])
    annotations = one(f"{folder}/annotations.yml", Annotations)
    mentions = one(f"{folder}/mentions.yml", tuple[ReadMentions, ...])
    entries, found = read_po(root / folder / "translation.po", f"{folder}/translation.po")
    problems.extend(found)
    read = (record, emendations, annotations, mentions)
    given = [name for name in _SOURCE_FILES if name.endswith(".yml") and (root / folder / name).exists()]
    return SourceFiles(
        folder, record.record if record else SourceRecord(), record,
        tuple((e, emendations.place(n)) for n, e in enumerate(emendations.record)) if emendations else (),
        annotations.record if annotations else Annotations(), annotations, mentions.record if mentions else (), mentions, entries,
        unread=len(given) > sum(each is not None for each in read) or any(p.severity == "error" for p in found))


_FOLDERS = {"sources", "cases", "claims", "contradictions", "actors", "events", "glossary", "vocabulary", "rules"}
_SOURCE_FILES = {"source.yml", "emendations.yml", "annotations.yml", "mentions.yml", "translation.po"}


def _stray(root: Path) -> list[Problem]:
    """Files that nothing reads: most often a slip in a name."""
    strays = []
    for path in sorted((root / "editorial").rglob("*")):
        if path.is_dir() or path.name.startswith("."):
            continue
        file = path.relative_to(root).as_posix()
        folder = path.relative_to(root / "editorial").parts[0]
        known = path.suffix == ".yml" if folder != "sources" else path.name in _SOURCE_FILES
        if len(path.relative_to(root / "editorial").parts) > 1 and folder not in _FOLDERS:
            known = False
        if not known:
            strays.append(warning(Place(file), "file-stray", "Nothing reads this file", "Correct its name or folder, or delete it"))
    return strays
