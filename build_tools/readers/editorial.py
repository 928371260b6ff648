"""Everything under editorial/, checked."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from rapidfuzz import process

from build_tools.model.authority import Actor, Event
from build_tools.model.claims import Claim, Contradiction
from build_tools.model.editorial import Editorial, Loaded, SourceFiles
from build_tools.model.problem import Place, Problem, Stopped, error, note, warning
from build_tools.model.rules import Corrections, DebrisRules, Pinyin, Settings, Wording
from build_tools.model.source import Annotations, Emendation, ReadMentions, SourceRecord
from build_tools.model.teaching import Case, Vocabulary
from build_tools.model.termbase import Term
from build_tools.model.walk import with_fields
from build_tools.readers.checked import STANDING_IN
from build_tools.readers.folders import Lying, lying_in
from build_tools.readers.misnamed import misnamed
from build_tools.readers.po import PoFile, read_po
from build_tools.readers.strays import FOLDERS, RECORDS, YAML_FILES, meant_folder, strays
from build_tools.readers.yaml_files import load

_OF_SOURCE = dict(
    zip(
        YAML_FILES,
        (SourceRecord, tuple[Emendation, ...], Annotations, tuple[ReadMentions, ...]),
        strict=True,
    )
)
"""Which kind of record each file of a source holds."""


def read_editorial(root: Path) -> tuple[Editorial, tuple[Problem, ...]]:
    """The archive's editorial folder. What is faulty is left out and told of."""
    lying = _lying(root)
    problems: list[Problem] = [*lying.problems]
    files: dict[tuple[str, str], Loaded] = {}
    unread: set[tuple[str, str]] = set(_refused_records(lying))
    there, asked, halves = frozenset(lying.files), set[str](), set[tuple[str, str]]()

    def lies(file: str) -> bool:
        """Whether there is such a file. Only what has been asked for is not stray."""
        asked.add(file)
        return file in there

    def one(file: str, kind: Any, half: bool = False) -> Loaded | None:
        if not lies(file):
            return None
        loaded, found = load(root / file, file, kind)
        if kind in _OF_SOURCE.values() and any(p.severity == "error" for p in found):
            fits = next(
                (
                    name
                    for name, other in _OF_SOURCE.items()
                    if other != kind and _is_whole(load(root / file, file, other))
                ),
                "",
            )
            found = (
                (
                    error(
                        Place(file),
                        "record-of-another-kind",
                        f"What stands here belongs in {fits}",
                        "Give the file its name back; if two files were exchanged, both",
                    ),
                )
                if fits
                else found
            )
            loaded = None if fits else loaded
        problems.extend(found)
        return loaded if loaded and (half or not loaded.half) else None

    def records(folder: str, kind: Any, ending: str = ".yml") -> dict[str, Any]:
        found = {}
        for id in _ids(lying, folder, ending):
            loaded = one(f"editorial/{folder}/{id}{ending}", kind, half=True)
            if loaded is None or loaded.half or loaded.record.id != id:
                unread.update((folder, each) for each in (id, loaded.record.id if loaded else id))
            if loaded:
                found[id] = with_fields(loaded.record, id=id)
                files[folder, id] = loaded
                halves.update({(folder, id)} if loaded.half or loaded.record.id != id else ())
        problems.extend(
            misnamed(
                {
                    id: files[folder, id]
                    for id in found
                    if files[folder, id].record.id != STANDING_IN
                },
                _ids(lying, folder, ending),
            )
        )
        return found

    settings = one("editorial/archive.yml", Settings)
    debris = one("editorial/rules/debris.yml", DebrisRules)
    corrections = one("editorial/rules/conversion.yml", Corrections)
    wording = one("editorial/rules/wording.yml", Wording)
    spoken = one("editorial/rules/pinyin.yml", Pinyin)
    vocabulary = one("editorial/vocabulary/pr-vocabulary.yml", Vocabulary)
    if lies("editorial/vocabulary/pr-vocabulary.yml") and not vocabulary:
        unread.add(("vocabulary", "pr-vocabulary"))
    files |= {
        ("rules", name): loaded
        for name, loaded in (
            ("debris", debris),
            ("pinyin", spoken),
            ("conversion", corrections),
            ("wording", wording),
        )
        if loaded
    }
    files |= {
        (name, name): loaded
        for name, loaded in (("archive", settings), ("vocabulary", vocabulary))
        if loaded
    }
    ids = _sources(lying)
    sources = {
        id: _source(root, id, one, lies, problems, lying.refused, frozenset(ids) - {id})
        for id in ids
    }
    found = Editorial(
        settings.record if settings else Settings(),
        sources,
        records("actors", Actor),
        records("events", Event),
        records("glossary", Term),
        records("cases", Case, "/case.yml"),
        _by_id(vocabulary, problems),
        debris.record.rules if debris else (),
        corrections.record.corrections if corrections else (),
        wording.record.words if wording else (),
        spoken.record.words if spoken else (),
        records("claims", Claim),
        records("contradictions", Contradiction),
        files,
    )
    stray = strays(lying, asked)
    return _without_strays(
        replace(found, unread=frozenset(unread), halves=frozenset(halves)), stray
    ), (*problems, *stray, *_absent(there))


def _is_whole(read: tuple[Loaded | None, tuple[Problem, ...]]) -> bool:
    """Whether a file can be read as what was tried, without a fault."""
    loaded, found = read
    return bool(loaded and not loaded.half and not any(p.severity == "error" for p in found))


_WITHOUT = {
    "archive.yml": "the colophon does not say how the archive was made",
    "rules/debris.yml": "nothing that a scraper brought along is hidden by a rule",
    "rules/conversion.yml": "no conversion to Traditional script is corrected",
    "rules/wording.yml": "the archive's own prose says no word as a region does",
    "rules/pinyin.yml": "no reading of a character is corrected",
}
"""What the files of the whole archive are for."""


def _absent(there: frozenset[str]) -> Iterator[Problem]:
    """Notes on the files of the whole archive that are not there, where others are: one that was
    deleted changes every page without a word.

    Without the rules for debris a translated text would get ids for it, which are never taken back:
    that is an error.
    """
    absent = [name for name in _WITHOUT if f"editorial/{name}" not in there]
    for name, then in _WITHOUT.items():
        if name in absent and len(absent) < len(_WITHOUT):
            told = (
                error
                if name == "rules/debris.yml"
                and any(file.endswith("/translation.po") for file in there)
                else note
            )
            yield told(
                Place(f"editorial/{name}"),
                "file-missing",
                f"There is no such file, so {then}",
                "Restore it if it was deleted; one without entries says that there is nothing to say",
            )


def _without_strays(editorial: Editorial, stray: list[Problem]) -> Editorial:
    """The editorial, knowing that a record may lie in a file that nothing reads: what seems to be
    missing may be only that.
    """
    parts = [
        (meant_folder(each[1]) or each[1], *each[2:])
        for each in (PurePosixPath(file).parts for p in stray for file in p.files)
    ]
    of_sources = {
        each[1]
        for each in parts
        if each[0] == "sources" and len(each) == 3 and each[2].lower().endswith(RECORDS)
    }
    aside = {id: replace(editorial.of_source(id), unread=True) for id in of_sources}
    away = {
        *(("sources", id) for id in aside.keys() - editorial.sources),
        *((each[0], each[1].partition(".")[0]) for each in parts if len(each) == 2),
    }
    return replace(
        editorial,
        unread=editorial.unread | away,
        sources=dict(sorted({**editorial.sources, **aside}.items())),
    )


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


def _ids(lying: Lying, folder: str, ending: str) -> list[str]:
    """The ids of a kind of records: actors/xu-fei.yml, cases/kol/case.yml."""
    start = f"editorial/{folder}/"
    names = [
        file[len(start) :].removesuffix(ending)
        for file in lying.files
        if file.startswith(start) and file.endswith(ending)
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


def _source(
    root: Path,
    id: str,
    one: Callable[..., Loaded | None],
    lies: Callable[[str], bool],
    problems: list[Problem],
    refused: frozenset[str],
    others: frozenset[str],
) -> SourceFiles:
    folder = f"editorial/sources/{id}"
    record = one(f"{folder}/source.yml", SourceRecord, half=True)
    emendations = one(f"{folder}/emendations.yml", tuple[Emendation, ...])
    annotations = one(f"{folder}/annotations.yml", Annotations, half=True)
    mentions = one(f"{folder}/mentions.yml", tuple[ReadMentions, ...], half=True)
    po = (
        read_po(root / folder / "translation.po", f"{folder}/translation.po", others)
        if lies(f"{folder}/translation.po")
        else PoFile()
    )
    of_another = po.problems[0] if po.of_another else None
    problems.extend(p for p in po.problems if p is not of_another)
    read = tuple(
        each if each and not each.half else None
        for each in (record, emendations, annotations, mentions)
    )
    given = [name for name in YAML_FILES if lies(f"{folder}/{name}")]
    return SourceFiles(
        folder,
        read[0].record if read[0] else SourceRecord(),
        record,
        tuple((e, emendations.place(n)) for n, e in enumerate(emendations.record))
        if emendations
        else (),
        read[2].record if read[2] else Annotations(),
        annotations,
        read[3].record if read[3] else (),
        mentions,
        po.entries,
        unread=len(given) > sum(each is not None for each in read)
        or any(p.severity == "error" for p in po.problems)
        or any(folder in (file, file.rpartition("/")[0]) for file in refused),
        of_another=of_another,
        headed=po.of_another,
        noted=po.seed,
        sumless=po.sumless,
    )
