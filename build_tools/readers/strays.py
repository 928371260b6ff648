"""Files and folders under editorial/ that nothing reads, and where each may belong."""

import re
from collections.abc import Collection
from pathlib import PurePosixPath

from rapidfuzz import fuzz, process

from build_tools.model.problem import Place, Problem, error, note, warning
from build_tools.model.record_kinds import RECORD_KINDS
from build_tools.readers.folders import Lying, left_by_program

FOLDERS = sorted({kind.folder for kind in RECORD_KINDS} | {"rules", "sources", "vocabulary"})
"""Those right under editorial/ that hold records."""
_OTHER_ENDING = re.compile(r"(?:\.ya?ml)?\.txt$|\.ya?ml$", re.I)
"""What other programs make of `.yml`: `lei-jun.yaml`, `lei-jun.yml.txt`."""
RECORDS = (".yml", ".yaml", ".po")
"""Endings of files that editors mean to be read."""
YAML_FILES = ("source.yml", "emendations.yml", "annotations.yml", "mentions.yml", "codings.yml")
_OWN_FOLDERS = (
    ("sources", "its text", (*YAML_FILES, "translation.po")),
    ("cases", "the case", ("case.yml",)),
)
"""Which files lie in a folder for each source or case, and whose id the folder has."""


def strays(lying: Lying, asked: set[str]) -> list[Problem]:
    """Files and folders that nothing reads: most often a slip in a name. Hidden ones are other
    programs', unless they are called like ours.
    """
    wanted = sorted(asked.difference(lying.files, lying.folders))
    unread = _unread_folders(lying, asked)
    return [
        *(_folder(folder, files, lying) for folder, files in unread.items()),
        *(
            _file(file, wanted, asked.intersection(lying.files))
            for file in lying.files
            if file not in asked and not any(file.startswith(f"{folder}/") for folder in unread)
        ),
        *(_empty_folder(folder, wanted, asked) for folder in _empty_folders(lying)),
        *(
            note(
                Place(file),
                "file-hidden",
                "Its name begins with a dot, so it is hidden and nothing reads it",
                "Give it another name, or delete it",
            )
            for file in lying.hidden
            if file.endswith((".yml", ".po"))
        ),
    ]


def _folder(folder: str, files: list[str], lying: Lying) -> Problem:
    """Of a folder with several files of which nothing reads any."""
    return Problem(
        Place(folder),
        "error" if any(file.lower().endswith(RECORDS) for file in files) else "warning",
        "file-stray",
        f"Nothing reads this folder, with {len(files)} files in it",
        _home(files[0])
        if all(map(_home, files)) and meant_folder(folder.removeprefix("editorial/"))
        else _moved(folder, files, lying.files),
        tuple(map(Place, files)),
    )


def _file(file: str, wanted: list[str], read: set[str]) -> Problem:
    return (error if file.lower().endswith(RECORDS) else warning)(
        Place(file),
        "file-stray",
        left_by_program(file)[0] or "Nothing reads this file",
        _likely(file, wanted, read),
    )


def _empty_folders(lying: Lying) -> list[str]:
    """Folders with nothing in them but such folders."""
    used = {
        *(f"editorial/{folder}" for folder in FOLDERS),
        *(file[:at] for file in lying.files for at, char in enumerate(file) if char == "/"),
    }
    empty = [
        folder
        for folder in lying.folders
        if folder not in used and folder.rpartition("/")[0] != "editorial/sources"
    ]
    return [
        folder for folder in empty if not any(folder.startswith(f"{other}/") for other in empty)
    ]


def _empty_folder(folder: str, wanted: list[str], asked: set[str]) -> Problem:
    if folder in asked or folder.endswith(".yml"):
        return warning(
            Place(folder),
            "file-stray",
            "This is a folder where a file belongs",
            "Put the file in its place, or delete the folder",
        )
    return warning(
        Place(folder),
        "file-stray",
        "Nothing reads this empty folder",
        _likely(folder, wanted, set()),
    )


def _unread_folders(lying: Lying, asked: set[str]) -> dict[str, list[str]]:
    """The uppermost folders that hold several files and none that is read -> those files: a folder
    that was copied, or put into another, or whose name is misspelt. Those that are called by an id
    have records of their own.
    """
    of_ids = [f"editorial/{folder}" for folder, *_ in _OWN_FOLDERS]
    ours = {"editorial", *(f"editorial/{folder}" for folder in FOLDERS)}
    found: dict[str, list[str]] = {}
    holding = {
        file[:at]
        for file in asked.intersection(lying.files)
        for at, c in enumerate(file)
        if c == "/"
    }
    for file in lying.files:
        above = [file[:at] for at, char in enumerate(file) if char == "/"]
        folder = next(
            (
                each
                for each in above
                if each not in holding
                and each not in ours
                and each.rpartition("/")[0] not in of_ids
            ),
            "",
        )
        if folder:
            found.setdefault(folder, []).append(file)
    return {folder: files for folder, files in found.items() if len(files) > 1}


def meant_folder(folder: str) -> str:
    """Which of ours a folder's name nearly is; empty where it is one of them, or like none."""
    near = (
        process.extractOne(folder, FOLDERS, scorer=fuzz.ratio, score_cutoff=60)
        if folder not in FOLDERS
        else None
    )
    return near[0] if near else ""


def _moved(folder: str, files: list[str], there: Collection[str]) -> str:
    """A hint for files in a folder that nothing reads: whether they can be moved, or would take the
    place of others, or are only a copy of those.
    """
    inside = [file.removeprefix(f"{folder}/") for file in files]
    above, _, name = folder.rpartition("/")
    meant = meant_folder(name) if above == "editorial" else ""
    for home in dict.fromkeys((f"editorial/{meant or name}", above, "editorial")):
        homes = [f"{home}/{each}" for each in inside]
        taken = [each for each in homes if each in there]
        if home != folder and taken:
            return (
                f"Files of all these names are in {home}/, too: bring together there what is right of both, and delete this folder"
                if len(taken) == len(homes) > 1
                else _both(taken[0], len(taken) - 1)
            )
    if not meant:
        return "Move what is in it to where it belongs, or delete it"
    return (
        f"Did you mean editorial/{meant}/? None of them is there yet"
        if files[1:]
        else f"Did you mean editorial/{meant}/{inside[0]}? There is no such file yet"
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
        return (
            _moved(f"editorial/{top}", [file], read)
            if rest
            else f"Did you mean editorial/{meant}/?"
        )
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
