"""The only output: pages and exports under docs/archive/, and what commands write under editorial/;
each file written only when it changed, and deleted only if it was written here.
"""

import os
import shutil
import stat
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from errno import EACCES, EEXIST, EISDIR, ENOTDIR, EXDEV
from pathlib import Path, PurePosixPath

from build_tools.model.content import Content, chunks
from build_tools.model.problem import Place, Problem, Stopped, listed, warning

_FORGOTTEN = 86_400
"""Seconds after which what a killed run left behind belongs to nobody any more."""

_LIST = "made-under-docs-archive.txt"
"""In .cache/: what was made there, a name in each line."""
_MANY = 4
"""Files that are not ours; fewer are told one by one."""


def write(root: Path, files: Mapping[str, Content]) -> int:
    """Make docs/archive/ hold these files, and of those made before no other; returns how many files
    changed.

    All that is new is written aside first, so that a full disk leaves the pages as they were; what
    is old goes last. What is made is listed first, so that a run that was killed leaves nothing
    behind that the next one takes for somebody's.
    """
    folder = pages_folder(root)
    wanted = {folder / name: content for name, content in files.items()}
    before = made(root)
    _refuse_links(root, {folder, *(path.parent for path in wanted)})
    with _written_aside(
        root, {path: content for path, content in wanted.items() if not _holds(path, content)}
    ) as changed:
        for path in changed:
            _make_way(path)
        _list(root, before.union(files))
        for path, aside in changed.items():
            os.replace(aside, path)
        gone = _prune(folder, {folder / name for name in before.difference(files)})
        _list(root, files)
        return len(changed) + gone


def not_ours(root: Path, files: Collection[str]) -> tuple[Problem, ...]:
    """Warnings of what somebody put under docs/archive/: neither one of these files, nor made there
    before. It stays, and MkDocs would publish it; one in the place of a folder stops the writing.
    """
    folder, ours = root / "docs" / "archive", made(root).union(files)
    ours = ours.union(str(each) for file in files for each in PurePosixPath(file).parents)
    places = [
        Place(f"docs/archive/{name}")
        for inside, _, names in os.walk(folder)
        for name in (Path(inside, each).relative_to(folder).as_posix() for each in sorted(names))
        if name not in ours
        and not Path(name).name.startswith(".")
        and not (folder / name).is_symlink()
    ]
    what, move = (
        "by the build, which alone writes under docs/archive/; it is left there, and published",
        "of your own, move it elsewhere under docs/",
    )
    if len(places) < _MANY:
        return tuple(
            warning(
                place,
                "page-not-ours",
                f"This file was not made {what}",
                f"If it is {move}; else delete it",
            )
            for place in places
        )
    return (
        warning(
            Place("docs/archive"),
            "page-not-ours",
            f"{len(places)} files were not made {what.replace('it is', 'they are')}: {listed(places)}",
            f"Those that are {move}; then delete docs/archive/, which is made anew",
        ),
    )


def write_if_changed(root: Path, file: str, text: str, since: int | None = None) -> bool:
    """Write the file, named from the archive's root, in one step, so that no reader ever sees half
    of it; whether it changed.

    `since` is when a command began, in nanoseconds of the clock: raises Stopped where somebody has
    saved the file after that, for the text was made without knowing.
    """
    path = root / file
    _refuse_links(root, {path})
    if _holds(path, text):
        return False
    if since is not None and path.exists() and path.stat().st_mtime_ns > since:
        raise Stopped(
            f"{file} was saved by somebody else while this command ran, and is left as it was saved. Run the command again"
        )
    with _written_aside(root, {path: text}) as changed:
        _make_way(path)
        os.replace(changed[path], path)
    return True


def cache(root: Path) -> Path:
    """The folder for what can be made again. It may be no link: what is written there would land in
    another folder.
    """
    return _folder(root, root / ".cache")


def pages_folder(root: Path) -> Path:
    """The folder of what is published, which may be no link either."""
    return _folder(root, root / "docs" / "archive")


def _folder(root: Path, folder: Path) -> Path:
    _refuse_links(root, {folder})
    file = _in_the_way(folder)
    if file:
        raise Stopped(
            f"{file} is a file, and a folder belongs there. {_remedy(root, file) or 'Move it away'}"
        )
    return folder


def _in_the_way(folder: Path) -> Path | None:
    """The file that lies where the folder, or one above it, belongs."""
    there = next(each for each in (folder, *folder.parents) if each.exists())
    return None if there.is_dir() else there


def _remedy(root: Path, path: Path) -> str:
    """What to do with something that lies where only what is made here belongs."""
    made = any(path.is_relative_to(each) for each in (root / ".cache", root / "docs" / "archive"))
    return "Delete it: what belongs there is made anew" if made else ""


def _refuse_links(root: Path, paths: Iterable[Path]) -> None:
    """Nothing of ours goes through a link to somewhere else on the machine."""
    for place in sorted(
        {
            above
            for path in paths
            for above in (path, *path.parents)
            if above.is_relative_to(root) and above != root
        }
    ):
        if place.is_symlink():
            raise Stopped(
                f"{place} is a link to another place; nothing is written or deleted there. {_remedy(root, place) or 'Put what it leads to in its place'}"
            )


def _holds(path: Path, content: Content) -> bool:
    """Whether the file is byte for byte that; looks no farther than the first difference."""
    if not path.is_file():
        return False
    with path.open("rb") as there:
        return all(there.read(len(chunk)) == chunk for chunk in chunks(content)) and not there.read(
            1
        )


@contextmanager
def _written_aside(root: Path, files: Mapping[Path, Content]) -> Iterator[dict[Path, Path]]:
    """Where each file's new content lies until it is put in place: in .cache/, never in an editor's
    folder, and not for longer than this.
    """
    if not files:
        yield {}
        return
    at: Path | None = None
    try:
        cache(root).mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache(root), prefix="writing-") as folder:
            _sweep(Path(folder))
            aside = {}
            for number, (at, content) in enumerate(files.items()):
                aside[at] = Path(folder, str(number))
                with aside[at].open("wb") as new:
                    new.writelines(chunks(content))
                if at.is_file():
                    aside[at].chmod(stat.S_IMODE(at.stat().st_mode))
            at = None
            yield aside
    except OSError as why:
        file = Path(why.filename2 or why.filename or at or root)
        if why.errno in (EEXIST, EISDIR, ENOTDIR) and (remedy := _remedy(root, file)):
            raise Stopped(_of_another_kind(file, remedy)) from why
        if why.errno == EXDEV:
            raise Stopped(
                f"{file} lies on another disk than .cache/, so that it cannot be replaced in one step. Put both on one disk"
            ) from why
        raise Stopped(
            f"{file} cannot be written: {why.strerror or why}. Files not yet written are unchanged"
        ) from why


def _of_another_kind(path: Path, remedy: str) -> str:
    file = _in_the_way(path)
    what = f"{file} is a file, and a folder" if file else f"{path} is a folder, and a file"
    return f"{what} belongs there. {remedy}. Files not yet written are unchanged"


def _make_way(path: Path) -> None:
    """Make the file's folder, and refuse before anything is replaced where the file could not be
    put there.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        raise IsADirectoryError(EISDIR, "It is a folder", str(path))
    if not os.access(path.parent, os.W_OK):
        raise PermissionError(EACCES, "Permission denied", str(path.parent))


def _sweep(own: Path) -> None:
    """Take away what runs that were killed left in .cache/, a day later."""
    for other in own.parent.glob("writing-*"):
        if own.stat().st_mtime - other.stat().st_mtime > _FORGOTTEN:
            shutil.rmtree(other, ignore_errors=True)


def made(root: Path) -> frozenset[str]:
    """The names of what was made under docs/archive/ before."""
    listed = root / ".cache" / _LIST
    said = listed.read_text(encoding="utf-8", errors="replace") if listed.is_file() else ""
    return frozenset(said.split("\n"))


def _list(root: Path, names: Iterable[str]) -> None:
    write_if_changed(root, f".cache/{_LIST}", "\n".join(sorted(names)))


def _prune(folder: Path, old: set[Path]) -> int:
    """Delete what was made and is no page any more; links are deleted, never followed. Returns how
    many files went.
    """
    gone = 0
    for inside, folders, files in os.walk(folder, topdown=False):
        for path in (Path(inside, name) for name in (*files, *folders)):
            if path.is_symlink() or (path in old and path.is_file()):
                path.unlink(missing_ok=True)
                gone += 1
            elif path.is_dir() and not any(path.iterdir()):
                path.rmdir()
    return gone
