"""Files and folders under editorial/ that nothing reads, and where each may belong."""

import re
from collections.abc import Collection
from pathlib import PurePosixPath

from rapidfuzz import fuzz, process

from build_tools.model.problem import Place, Problem, error, note, warning
from build_tools.readers.folders import Lying, left_by_program

FOLDERS = (
    "actors",
    "cases",
    "claims",
    "contradictions",
    "events",
    "glossary",
    "rules",
    "sources",
    "vocabulary",
)
"""Those right under editorial/ that hold records."""
_OTHER_ENDING = re.compile(r"(?:\.ya?ml)?\.txt$|\.ya?ml$", re.I)
"""What other programs make of `.yml`: `lei-jun.yaml`, `lei-jun.yml.txt`."""
RECORDS = (".yml", ".yaml", ".po")
"""Endings of files that editors mean to be read."""
YAML_FILES = ("source.yml", "emendations.yml", "annotations.yml", "mentions.yml")
_OWN_FOLDERS = (
    ("sources", "its text", (*YAML_FILES, "translation.po")),
    ("cases", "the case", ("case.yml",)),
)
"""Which files lie in a folder for each source or case, and whose id the folder has."""


def strays(lying: Lying, asked: set[str]) -> list[Problem]:
    """Files and folders that nothing reads: most often a slip in a name. Hidden ones are other
    programs', unless they are called like ours.
    """
    used = {
        *(f"editorial/{folder}" for folder in FOLDERS),
        *(file[:at] for file in lying.files for at, char in enumerate(file) if char == "/"),
    }
    empty = [
        folder
        for folder in lying.folders
        if folder not in used and folder.rpartition("/")[0] != "editorial/sources"
    ]
    empty = [
        folder for folder in empty if not any(folder.startswith(f"{other}/") for other in empty)
    ]
    wanted = sorted(asked.difference(lying.files, lying.folders))
    misnamed = _misnamed([file for file in lying.files if file not in asked])
    found = [
        Problem(
            Place(folder),
            "error",
            "file-stray",
            f"Nothing reads this folder, with {len(files)} files in it",
            _home(files[0]) if all(map(_home, files)) else _moved(files, meant, lying.files),
            tuple(map(Place, files)),
        )
        for folder, (meant, files) in misnamed.items()
    ]
    found += [
        (error if file.lower().endswith(RECORDS) else warning)(
            Place(file),
            "file-stray",
            left_by_program(file)[0] or "Nothing reads this file",
            _likely(file, wanted, asked.intersection(lying.files)),
        )
        for file in lying.files
        if file not in asked and "/".join(file.split("/")[:2]) not in misnamed
    ]
    found += [
        warning(
            Place(folder),
            "file-stray",
            "This is a folder where a file belongs",
            "Put the file in its place, or delete the folder",
        )
        if folder in asked or folder.endswith(".yml")
        else warning(
            Place(folder),
            "file-stray",
            "Nothing reads this empty folder",
            _likely(folder, wanted, set()),
        )
        for folder in empty
    ]
    found += [
        note(
            Place(file),
            "file-hidden",
            "Its name begins with a dot, so it is hidden and nothing reads it",
            "Give it another name, or delete it",
        )
        for file in lying.hidden
        if file.endswith((".yml", ".po"))
    ]
    return found


def _misnamed(files: list[str]) -> dict[str, tuple[str, list[str]]]:
    """Folders right under editorial/ that hold several files and are called nearly like one of ours
    -> (that one, their files).
    """
    found: dict[str, tuple[str, list[str]]] = {}
    for file in files:
        folder, _, rest = file.removeprefix("editorial/").partition("/")
        meant = meant_folder(folder) if rest else ""
        if meant:
            found.setdefault(f"editorial/{folder}", (meant, []))[1].append(file)
    return {folder: (meant, inside) for folder, (meant, inside) in found.items() if len(inside) > 1}


def meant_folder(folder: str) -> str:
    """Which of ours a folder's name nearly is; empty where it is one of them, or like none."""
    near = (
        process.extractOne(folder, FOLDERS, scorer=fuzz.ratio, score_cutoff=60)
        if folder not in FOLDERS
        else None
    )
    return near[0] if near else ""


def _moved(files: list[str], meant: str, there: Collection[str]) -> str:
    """A hint for files in a folder whose name is misspelt: whether they can be moved, or would take
    the place of others.
    """
    homes = [f"editorial/{meant}/{file.split('/', 2)[2]}" for file in files]
    taken = [home for home in homes if home in there]
    if taken:
        return _both(taken[0], len(taken) - 1)
    return (
        f"Did you mean editorial/{meant}/? None of them is there yet"
        if files[1:]
        else f"Did you mean {homes[0]}? There is no such file yet"
    )


def _both(home: str, more: int = 0) -> str:
    """A hint for a file whose right place is taken."""
    return f"There is {home}{f', and {more} more of them,' if more else ''} already: bring together there what is right of both, and delete what is here"


def _home(file: str) -> str:
    """A hint for a file that is called as one of those that lie in a folder for each source or
    case, and lies in none.
    """
    parts = PurePosixPath(file).parts
    folder, whose = next(
        ((folder, whose) for folder, whose, names in _OWN_FOLDERS if parts[-1] in names), ("", "")
    )
    return (
        f"It belongs in editorial/{folder}/ID/, where ID is the id of {whose}"
        if folder and len(parts) < 4
        else ""
    )


def _likely(file: str, wanted: list[str], read: set[str]) -> str:
    sure = left_by_program(file)[1] or _home(file)
    if sure:
        return sure
    path = PurePosixPath(file)
    if path.parent.name in [folder for folder, *_ in _OWN_FOLDERS] and len(path.parts) == 3:
        return f"In editorial/{path.parent.name}/ lie folders only, each called by an id: put it into one, or delete it"
    beside = path.with_suffix(".yml")
    if path.suffix.lower() == ".yaml" and str(beside) in read:
        return _both(str(beside))
    if path.suffix != ".yml" and _OTHER_ENDING.search(path.name):
        called = f"{_OTHER_ENDING.sub('', path.name)}.yml"
        return (
            _both(str(path.with_name(called)))
            if str(path.with_name(called)) in read
            else f"Call it {called}"
        )
    top, _, rest = file.removeprefix("editorial/").partition("/")
    if meant := meant_folder(top):
        return _moved([file], meant, read) if rest else f"Did you mean editorial/{meant}/?"
    names = [
        each.rpartition("/")[2]
        for each in wanted
        if each.rpartition("/")[0] == path.parent.as_posix()
    ]
    near = process.extractOne(path.name.lower(), names, scorer=fuzz.ratio, score_cutoff=80)
    return (
        f"Did you mean {path.parent / near[0]}?"
        if near
        else "Correct its name or folder, or delete it"
    )
