"""A build of which nothing has changed: its pages stand, and neither they nor what they are made of is read into records again.

What it told is kept with what stands for all files that it was made from, and for every page. Where one of them is another,
or anything odd lies there (a link, a file that cannot be read), everything goes its usual way.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any

from build_tools.kept import Kept, key_of, packed, unpacked
from build_tools.model.content import Content, chunks
from build_tools.model.outcome import Outcome
from build_tools.model.problem import Problem
from build_tools.writer import cache, made, not_ours, pages_folder

_READ = ("seeds", "editorial", "templates", "docs")
_OF_GIT = (".gitattributes", ".git/info/attributes")
Sums = dict[str, bytes]
"""File -> what stands for its bytes; of a folder, nothing."""
Show = Callable[[str, Iterable[object]], Iterable[object]]


class Odd(Exception):
    """Something lies there that is neither a folder nor a plain file that may be read."""


def up_to_date(
    root: Path, show: Show, tell: Callable[[tuple[Problem, ...]], None], strict: bool
) -> tuple[Outcome, int | None]:
    """The archive's pages brought up to date: what a build told, and how many files changed. With `strict`, nothing is
    written if there are faults, and the number is None. `tell` is called before anything is written.
    """
    pages_folder(root)
    read = _or_nothing(partial(_made_from, root)) if (root / "seeds").is_dir() else None
    outcome = _standing(root, read) if read else None
    if outcome:
        tell(outcome.problems)
        return outcome, None if strict and outcome.faults else 0
    from build_tools.pipeline import build, publish  # a second, and only where something is made

    built = build(root, show)
    tell(built.problems)
    if strict and built.faults:
        return built.outcome, None
    changed = publish(built, root)
    if read:
        problems = tuple(p for p in built.problems if p.code != "page-not-ours")
        sums = {name: _sum(each) for name, each in {**built.pages, **built.exports}.items()}
        Kept(cache(root)).add(
            {_ROW: packed((read, sums, replace(built.outcome, problems=problems)))}
        )
    return built.outcome, changed


_ROW = key_of("standing")


def _standing(root: Path, read: bytes) -> Outcome | None:
    """What the last build told, if it read the same and all that it made is there, and nothing else of its own."""
    with suppress(ValueError, KeyError):
        outcome: Outcome
        made_from, sums, outcome = unpacked(Kept(cache(root)).found([_ROW])[_ROW])
        there = _or_nothing(lambda: dict(_sums(root / "docs" / "archive", sums)))
        if (made_from, sums) == (read, there) and made(root) == frozenset(sums):
            others = not_ours(root, sums)
            problems = sorted({*outcome.problems, *others}, key=lambda p: p.order)
            return replace(outcome, problems=tuple(problems))
    return None


def _made_from(root: Path) -> bytes:
    """What stands for all files that a build reads, and for the program. Raises Odd."""
    own = root / "docs" / "archive"
    tops = [top for top in _READ if (root / top).exists()]
    if any((root / top).is_symlink() for top in tops):
        raise Odd(root)
    sums = [(top, *each) for top in tops for each in _sums(root / top, None, own)]
    of_git = [(name, _of_file(root / name)) for name in _OF_GIT if (root / name).is_file()]
    return key_of(sums, of_git, (root / ".git").exists())


def _sums(
    top: Path, wanted: Iterable[str] | None = None, but: Path | None = None
) -> Iterator[tuple[str, bytes]]:
    """(path from `top`, sum) of every file, in order; with `wanted`, only of these. Raises Odd."""
    waiting = [top]
    while waiting:
        inside = waiting.pop()
        for entry in sorted(os.scandir(inside), key=lambda entry: entry.name):
            name = Path(entry.path).relative_to(top).as_posix()
            if entry.is_symlink():
                raise Odd(entry.path)
            if entry.is_dir():
                if Path(entry.path) != but:
                    waiting.append(Path(entry.path))
                    if wanted is None:
                        yield name, b""
            elif not entry.is_file():
                raise Odd(entry.path)
            elif wanted is None or name in wanted:
                yield name, _of_file(Path(entry.path))


def _or_nothing(ask: Callable[[], Any]) -> Any:
    with suppress(Odd, OSError):
        return ask()
    return None


def _of_file(path: Path) -> bytes:
    return _sum(path.read_bytes())


def _sum(content: Content) -> bytes:
    found = blake2b(digest_size=16)
    for chunk in chunks(content):
        found.update(chunk)
    return found.digest()
