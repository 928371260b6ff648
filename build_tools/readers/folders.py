"""What lies in seeds/ and editorial/: looked at without following it anywhere."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from build_tools.model.problem import Place, Problem, Stopped, error, warning

_NOT_ON_WINDOWS = frozenset(
    {
        "con",
        "prn",
        "aux",
        "nul",
        "conin$",
        "conout$",
        *(f"{port}{n}" for port in ("com", "lpt") for n in "123456789¹²³"),
    }
)
"""Names that Windows keeps for devices, with any ending."""
_LOCK = "~$"
"""How office programs begin the name of a file by which they know that a document is open."""
_OF_SYSTEMS = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", ".ds_store"})
"""Files in which Windows and the Mac keep how a folder looks."""
_BLANKS = {0xA0: " ", 0x3000: " "}
"""The blanks of copied headlines."""


@dataclass(frozen=True, slots=True)
class Lying:
    """The plain files that can be read, and what else there is; all as paths from the archive's
    root, in order.
    """

    files: tuple[str, ...]
    folders: tuple[str, ...]
    """Those below the folder itself."""
    hidden: tuple[str, ...]
    """Files whose name begins with a dot."""
    refused: frozenset[str]
    """Links, pipes, and what cannot be opened or named. Their problems are told; nothing reads
    them.
    """
    problems: tuple[Problem, ...]


def lying_in(root: Path, top: str, deep: bool) -> Lying:
    """What the folder holds; with `deep`, its folders too. A folder that is a link stops all: what
    it holds would be missing everywhere.
    """
    if (root / top).is_symlink():
        raise Stopped(
            f"{top}/ is a link to another place, and links are not followed. Put the folder itself there"
        )
    files, folders, hidden, problems = [], [], [], []
    waiting = [top]
    while waiting:
        inside = waiting.pop()
        for entry in sorted(os.scandir(root / inside), key=lambda entry: entry.name):
            file = f"{inside}/{entry.name}"
            if entry.name.startswith("."):
                hidden += [file] if entry.is_file(follow_symlinks=False) else []
                continue
            found = _fault(entry, Place(file))
            problems += [found] if found else []
            if found and found.severity == "error":
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(file)
                waiting += [file] if deep else []
            else:
                files.append(file)
    refused = frozenset(p.place.file for p in problems if p.severity == "error")
    return Lying(
        tuple(sorted(files)),
        tuple(sorted(folders)),
        tuple(sorted(hidden)),
        refused,
        tuple(problems),
    )


def links_in(root: Path, tops: tuple[str, ...]) -> tuple[Problem, ...]:
    """A problem for each link in folders whose files others read and publish: MkDocs follows
    them.
    """
    return tuple(
        _link(Place(path.relative_to(root).as_posix()))
        for top in tops
        for inside, folders, files in os.walk(root / top)
        for path in (Path(inside, name) for name in sorted((*folders, *files)))
        if path.is_symlink()
    )


def _link(place: Place) -> Problem:
    return error(
        place,
        "file-link",
        "This is a link to another place, and links are not followed",
        "Put the file itself here, or delete the link",
    )


def _fault(entry: os.DirEntry[str], place: Place) -> Problem | None:
    """The one reason why it is not read, or would be none on another machine."""
    mode = entry.stat(follow_symlinks=False).st_mode
    if not entry.name.translate(_BLANKS).isprintable():
        what = (
            "not UTF-8"
            if any("\udc80" <= char <= "\udcff" for char in entry.name)
            else "written with characters that cannot be seen"
        )
        return error(
            place,
            "file-name",
            f"The name is {what}",
            "Give it another name, of letters, digits and hyphens",
        )
    if stat.S_ISLNK(mode) or getattr(entry, "is_junction", bool)():
        return _link(place)
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        return error(
            place, "file-unreadable", "This is a pipe, a socket or a device, no file", "Delete it"
        )
    if stat.S_ISREG(mode) and not os.access(entry.path, os.R_OK):
        return error(
            place,
            "file-unreadable",
            "The file may not be read",
            "Give yourself the right to read it",
        )
    reason = not_on_windows(entry.name)
    return (
        warning(place, "file-name", reason, "Give it another name, of letters, digits and hyphens")
        if reason
        else None
    )


def left_by_program(file: str) -> tuple[str, str]:
    """What a file is that no person made, and what to do with it; empty where it may be a person's.

    >>> left_by_program("seeds/Thumbs.db")[1], left_by_program("seeds/~$kol.docx")[1], left_by_program("seeds/kol.docx")[1]
    ('Delete it', 'Close the document; if the file stays, delete it', '')
    """
    name = file.rpartition("/")[2]
    if name.startswith(_LOCK):
        return (
            "This is no text, but the mark of an office program that a document is open (or was, when it broke off)",
            "Close the document; if the file stays, delete it",
        )
    return (
        (
            "This is no text of the archive's: the computer keeps there how the folder looks",
            "Delete it",
        )
        if name.lower() in _OF_SYSTEMS
        else ("", "")
    )


def not_on_windows(name: str) -> str:
    """Why a colleague's Windows could not store a file of this name; empty if it can.

    >>> not_on_windows("what-happened?.txt"), not_on_windows("aux.txt"), not_on_windows("小米.txt")
    ('“?” may not stand in the name of a file on Windows', 'Windows keeps the name “aux” for itself', '')
    """
    wrong = next((char for char in name if char in '<>:"|?*\\'), "")
    if wrong:
        return f"“{wrong}” may not stand in the name of a file on Windows"
    if name[-1] in ". ":
        return "On Windows, a name may not end with a dot or a blank"
    first = name.partition(".")[0]
    return (
        f"Windows keeps the name “{first}” for itself"
        if first.strip().lower() in _NOT_ON_WINDOWS
        else ""
    )
