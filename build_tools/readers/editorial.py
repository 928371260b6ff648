"""Everything under editorial/, checked."""

from pathlib import Path, PurePosixPath
from typing import Any

from rapidfuzz import process

from build_tools.model.codings import Codings
from build_tools.model.editorial import Editorial, Loaded, SourceFiles
from build_tools.model.problem import Place, Problem, Stopped, error, warning
from build_tools.model.record_kinds import RECORD_KINDS, RecordKind
from build_tools.model.rules import Corrections, DebrisRules, Pinyin, Settings, Wording
from build_tools.model.source import Annotations, Emendation, ReadMentions, SourceRecord
from build_tools.model.teaching import Vocabulary, no_vocabulary
from build_tools.model.walk import with_fields
from build_tools.readers.absent import absent, with_strays_unavailable
from build_tools.readers.checked import STANDING_IN
from build_tools.readers.folders import Lying, lying_in
from build_tools.readers.misnamed import misnamed
from build_tools.readers.once import Once, anew
from build_tools.readers.po import PoFile, read_po
from build_tools.readers.strays import FOLDERS, YAML_FILES, strays
from build_tools.readers.yaml_files import load

_OF_SOURCE = dict(
    zip(
        YAML_FILES,
        (SourceRecord, tuple[Emendation, ...], Annotations, tuple[ReadMentions, ...], Codings),
        strict=True,
    )
)
"""Which kind of record each file of a source holds."""


def read_editorial(root: Path, once: Once = anew) -> tuple[Editorial, tuple[Problem, ...]]:
    """The archive's editorial folder. What is faulty is left out and told of."""
    read = _Reading(root, _lying(root), once)
    settings = read.of_all("archive", "archive.yml", Settings)
    debris = read.of_all("rules", "rules/debris.yml", DebrisRules)
    corrections = read.of_all("rules", "rules/conversion.yml", Corrections)
    wording = read.of_all("rules", "rules/wording.yml", Wording)
    spoken = read.of_all("rules", "rules/pinyin.yml", Pinyin)
    vocabulary = read.of_all("vocabulary", "vocabulary/pr-vocabulary.yml", Vocabulary)
    if read.lies("editorial/vocabulary/pr-vocabulary.yml") and not vocabulary:
        read.unavailable.add(("vocabulary", "pr-vocabulary"))
    ids = _sources(read.lying)
    sources = {id: read.source(id, frozenset(ids) - {id}) for id in ids}
    records = {kind.plural: read.records(kind) for kind in RECORD_KINDS}
    found = Editorial(
        settings=settings.record if settings else Settings(),
        sources=sources,
        concepts=_by_id(vocabulary, read.problems),
        debris=debris.record.rules if debris else (),
        corrections=corrections.record.corrections if corrections else (),
        wording=wording.record.words if wording else (),
        spoken=spoken.record.words if spoken else (),
        vocabulary=vocabulary.record if vocabulary else no_vocabulary(),
        files=read.files,
        unavailable=frozenset(read.unavailable),
        incomplete=frozenset(read.incomplete),
        **records,
    )
    stray = strays(read.lying, read.asked)
    return with_strays_unavailable(found, stray), (*read.problems, *stray, *absent(read.there))


class _Reading:
    """The reading of one editorial folder: what has been found on the way."""

    def __init__(self, root: Path, lying: Lying, once: Once) -> None:
        self.root = root
        self.once = once
        self.lying = lying
        self.there = frozenset(lying.files)
        self.asked = set[str]()
        """Files that were looked for: only what nobody asks for is stray."""
        self.problems: list[Problem] = [*lying.problems]
        self.files: dict[tuple[str, str], Loaded] = {}
        """So are `unavailable` and `incomplete` those of `Editorial`."""
        self.unavailable = set[tuple[str, str]](_refused_records(lying))
        self.incomplete = set[tuple[str, str]]()

    def lies(self, file: str) -> bool:
        """Whether there is such a file."""
        self.asked.add(file)
        return file in self.there

    def one(self, file: str, kind: Any, incomplete: bool = False) -> Loaded | None:
        """The file as a record of this kind; with `incomplete`, also what is left of a faulty one."""
        if not self.lies(file):
            return None
        loaded, found = load(self.root / file, file, kind, self.once)
        fits = self._fitting(file, kind) if any(p.severity == "error" for p in found) else ""
        if fits:
            loaded = None
            found = (
                error(
                    Place(file),
                    "record-of-another-kind",
                    f"What stands here belongs in {fits}",
                    "Give the file its name back; if two files were exchanged, both",
                ),
            )
        self.problems.extend(found)
        return loaded if loaded and (incomplete or not loaded.incomplete) else None

    def _fitting(self, file: str, kind: Any) -> str:
        """The other file of a source that what stands in this one would be right in."""
        if kind not in _OF_SOURCE.values():
            return ""
        return next(
            (
                name
                for name, other in _OF_SOURCE.items()
                if other != kind and _is_whole(load(self.root / file, file, other))
            ),
            "",
        )

    def of_all(self, folder: str, file: str, kind: Any) -> Loaded | None:
        """A file of the whole archive."""
        loaded = self.one(f"editorial/{file}", kind)
        if loaded:
            name = file.rpartition("/")[2] if folder == "rules" else folder
            self.files[folder, name.removesuffix(".yml")] = loaded
        return loaded

    def records(self, kind: RecordKind) -> dict[str, Any]:
        """The records of a kind, each under its file's name."""
        found: dict[str, Any] = {}
        folder, ids = kind.folder, _ids(self.lying, kind)
        for id in ids:
            loaded = self.one(f"editorial/{folder}/{id}{kind.file}", kind.record, incomplete=True)
            own = loaded.record.id if loaded else id
            if loaded is None or loaded.incomplete or own != id:
                self.unavailable.update(((folder, id), (folder, own)))
            if loaded:
                found[id] = with_fields(loaded.record, id=id)
                self.files[folder, id] = loaded
                self.incomplete.update({(folder, id)} if loaded.incomplete or own != id else ())
        named = {id: self.files[folder, id] for id in found}
        self.problems += misnamed(
            {id: each for id, each in named.items() if each.record.id != STANDING_IN}, ids
        )
        return found

    def source(self, id: str, others: frozenset[str]) -> SourceFiles:
        """What editors wrote about a source. `others` are the archive's other sources."""
        folder = f"editorial/sources/{id}"
        record = self.one(f"{folder}/source.yml", SourceRecord, incomplete=True)
        emendations = self.one(f"{folder}/emendations.yml", tuple[Emendation, ...])
        annotations = self.one(f"{folder}/annotations.yml", Annotations, incomplete=True)
        mentions = self.one(f"{folder}/mentions.yml", tuple[ReadMentions, ...], incomplete=True)
        codings = self.one(f"{folder}/codings.yml", Codings, incomplete=True)
        po = (
            read_po(
                self.root / folder / "translation.po",
                f"{folder}/translation.po",
                others,
                self.once,
            )
            if self.lies(f"{folder}/translation.po")
            else PoFile()
        )
        self.problems.extend(() if po.owner else po.problems)
        given = sum(self.lies(f"{folder}/{name}") for name in YAML_FILES)
        whole = sum(
            bool(each and not each.incomplete)
            for each in (record, emendations, annotations, mentions, codings)
        )
        return SourceFiles(
            folder,
            record=_whole(record, SourceRecord()),
            record_file=record,
            emendations=tuple((e, emendations.place(n)) for n, e in enumerate(emendations.record))
            if emendations
            else (),
            annotations=_whole(annotations, Annotations()),
            annotations_file=annotations,
            mentions=_whole(mentions, ()),
            mentions_file=mentions,
            codings=_whole(codings, Codings()),
            codings_file=codings,
            entries=po.entries,
            incomplete=given > whole
            or any(p.severity == "error" for p in po.problems)
            or any(folder in (file, file.rpartition("/")[0]) for file in self.lying.refused),
            of_another=po.problems[0] if po.owner else None,
            po_owner=po.owner,
            noted_sha256=po.seed,
            sumless=po.sumless,
        )


def _whole(loaded: Loaded | None, without: Any) -> Any:
    """What a file holds if it was read whole; else what stands for a source `without` it."""
    return loaded.record if loaded and not loaded.incomplete else without


def _is_whole(read: tuple[Loaded | None, tuple[Problem, ...]]) -> bool:
    """Whether a file can be read as what was tried, without a fault."""
    loaded, found = read
    return bool(loaded and not loaded.incomplete and not any(p.severity == "error" for p in found))


def _lying(root: Path) -> Lying:
    """All that lies under editorial/. A folder of records that cannot be read stops all, for each
    name in it would be missed somewhere.
    """
    if not (root / "editorial").exists() and not (root / "editorial").is_symlink():
        nothing = warning(
            Place("editorial"),
            "folder-missing",
            "There is no folder editorial/, so nothing that people decided is shown",
            "Restore it; if you have only texts so far, make the folder with an archive.yml in it",
        )
        return Lying((), (), (), frozenset(), (nothing,))
    lying = lying_in(root, "editorial", deep=True)
    for folder in FOLDERS:
        if f"editorial/{folder}" in {*lying.files, *lying.refused}:
            raise Stopped(
                f"editorial/{folder} is no folder, or a link to one, and links are not followed. Put the folder itself there"
            )
    return lying


def _refused_records(lying: Lying) -> list[tuple[str, str]]:
    """(folder, id) of records that lie there but may not be read."""
    parts = [PurePosixPath(file).parts for file in lying.refused]
    return [
        (folder, name.removesuffix(".yml"))
        for _, folder, name, *_ in (each for each in parts if len(each) > 2)
    ]


def _ids(lying: Lying, kind: RecordKind) -> list[str]:
    """The ids of a kind of records: actors/xu-fei.yml, cases/kol/case.yml."""
    start = f"editorial/{kind.folder}/"
    names = [
        file[len(start) :].removesuffix(kind.file)
        for file in lying.files
        if file.startswith(start) and file.endswith(kind.file)
    ]
    return [name for name in names if name and "/" not in name]


def _sources(lying: Lying) -> list[str]:
    """The ids of sources that have a folder, or what stands for one."""
    folders = {*lying.folders, *(file for file in lying.refused if not file.endswith(".yml"))}
    return sorted(
        path.name
        for path in map(PurePosixPath, folders)
        if path.parent.as_posix() == "editorial/sources"
    )


def _by_id(vocabulary: Loaded | None, problems: list[Problem]) -> dict[str, dict[str, Any]]:
    concepts: dict[str, dict[str, Any]] = {}
    if vocabulary is None:
        return concepts
    schemes = {scheme["id"] for scheme in vocabulary.record.get("schemes", ())}
    for n, concept in enumerate(vocabulary.record["concepts"]):
        if concept["id"] in concepts:
            problems.append(
                error(
                    vocabulary.place("concepts", n, "id"),
                    "id-twice",
                    f"There are two concepts “{concept['id']}”",
                    "Give the newer one another id",
                )
            )
        concepts.setdefault(concept["id"], concept)
        if schemes and concept.get("scheme") not in schemes:
            near = process.extractOne(concept.get("scheme", ""), sorted(schemes), score_cutoff=60)
            problems.append(
                error(
                    vocabulary.place("concepts", n, "scheme"),
                    "id-unknown",
                    f"“{concept['id']}” is of no scheme of this vocabulary",
                    f"Did you mean “{near[0]}”?"
                    if near
                    else f"Use one of: {', '.join(sorted(schemes))}",
                )
            )
    return concepts
