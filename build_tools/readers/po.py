"""translation.po: what translators wrote, keyed by segment, and what their programs make of it."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from build_tools.model.entry import Entry
from build_tools.model.problem import Place, Problem, error
from build_tools.readers.once import Once, anew
from build_tools.readers.po_entry import entry_of
from build_tools.readers.po_ids import (
    EARLIER,
    LAST,
    ORDER,
    SEED,
    in_order,
    never_given,
    places,
    uncounted,
)
from build_tools.readers.po_state import is_remark, states_lost, told_alike
from build_tools.readers.po_sums import copies, renumbered, twice
from build_tools.readers.po_text import NoPo, PoEntry, po_entries, typed_otherwise
from build_tools.readers.po_unseen import seen
from build_tools.readers.syntax import left_by_git
from build_tools.readers.texts import RESTORE, read

_QUOTED = re.compile(r'(?:#~ ?)?(?:#?\| ?)?(?:msg\w+(?:\[\d+\])? *)?"')
_CLOSED = re.compile(r'[^"]*"(?:[^"\\]|\\.)*"\s*$')
"""A line with a text in quotation marks, as it must be: `msgstr "Xiaomi"`, `#~ msgid "小米"`."""
_PROJECT = re.compile(r"^Project-Id-Version: (?P<id>.*)$", re.M)
"""The line of a file's header that says whose it is."""


class PoFile(NamedTuple):
    """What a translation.po holds."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    owner: str = ""
    """The other source whose file it is by its header; its one problem says so, and its entries are
    not read.
    """
    seed: str = ""
    """The SHA-256 of the seed that its ids are of, where `casebook sync` noted it."""
    sumless: bool = False
    """`casebook sync` wrote it, and of the sums that it notes in each entry none is left."""


def read_po(
    path: Path, file: str, others: frozenset[str] = frozenset(), once: Once = anew
) -> PoFile:
    """The entries in the order of the text, as far as the file says it; a file that does not exist
    holds none.

    `others` are the archive's other sources: a file that names one of them was copied, and its ids
    mean other segments.
    """
    if not path.exists():
        return PoFile()
    text = _text(path, file)
    if isinstance(text, Problem):
        return PoFile((), (text,))
    project, read = once((file, text), lambda: _of_text(text, file))
    if project in others:
        return PoFile((), (_of_another(project, text, file),), owner=project)
    return PoFile(*read)


def _of_text(text: str, file: str) -> tuple[str, tuple[Any, ...]]:
    """Whose the file is by its header, and what it holds."""
    in_file = _parsed(text, file)
    if isinstance(in_file, Problem):
        return "", tuple(PoFile((), (in_file,)))
    head = _head(in_file[0])
    return head.project, tuple(_read(text, file, in_file, head))


def _read(text: str, file: str, in_file: list[PoEntry], head: "_Head") -> PoFile:
    """What the file holds, whosever it is."""
    entries, problems = _entries(in_file[is_head(in_file[0]) :], text, file)
    problems = told_alike(copies(problems))
    without_states = states_lost(in_file, file)
    if without_states:
        problems = [*(p for p in problems if p.code != "po-origin"), without_states]
    moved = renumbered(entries.values())
    if moved:
        return PoFile(
            tuple(replace(entry, sums=()) for entry in entries.values()), (*problems, moved)
        )
    faulty = any(p.severity == "error" for p in problems)
    problems += _in_ids(entries, head, text, file, faulty)
    if head.last and head.last not in entries:
        entries[head.last] = _purged(head.last, file)
    stood = places(head.earlier, entries)
    ordered = in_order(
        (replace(entry, stood=tuple(stood[id])) for id, entry in entries.items()), head.order
    )
    sumless = bool(head.order) and not any(entry.sums for entry in ordered)
    return PoFile(ordered, tuple(problems), seed=head.seed, sumless=sumless)


def _text(path: Path, file: str) -> str | Problem:
    """The file's text, or why it cannot be read."""
    try:
        return read(path, file, "po-not-utf8")
    except OSError:
        return error(
            Place(file),
            "po-unreadable",
            "This is no file that can be read",
            "Put the translation file itself there, or delete what is there",
        )


def _parsed(text: str, file: str) -> list[PoEntry] | Problem:
    """The file's units, of which there is at least one; or why there are none."""
    merging = left_by_git(file, text)
    if merging:
        return merging
    open_line = _unclosed(text)
    if open_line:
        return _no_po(
            file,
            text,
            open_line,
            "The text in quotation marks does not end in this line, or holds another quotation mark",
            'Close it with ", and write \\" for a mark within it',
        )
    try:
        parsed, _ = po_entries(text)
    except NoPo as why:
        return _no_po(
            file,
            text,
            why.line,
            "This is no valid PO file from here on",
            "Check for a missing line or quotation mark, or open it in Poedit",
        )
    if not parsed:
        return error(
            Place(file),
            "po-empty",
            "The file is empty",
            "Restore it, for it holds the segments' ids; delete it only if nobody has used them",
        )
    return parsed


def _no_po(file: str, text: str, line: int, what: str, hint: str) -> Problem:
    """The problem of a line at which the file is no PO file, with what most likely happened there."""
    here, *below = text.split("\n")[line - 1 :]
    marks = typed_otherwise(here)
    if marks:
        what = f"The text of this line stands between {marks}, and only straight quotation marks are signs of the file"
        hint = 'Write " before and behind it'
    elif all(each.strip() for each in below) and not text.endswith("\n"):
        what, hint = "The file breaks off in this entry: it was not saved whole", RESTORE
    return error(Place(file, line), "po-syntax", what, hint)


class _Head(NamedTuple):
    """What the file's first entry says of it."""

    last: str
    """The highest id that was ever given."""
    order: str
    earlier: str
    project: str
    """The source that it names as its own."""
    seed: str
    counted: tuple[bool, bool]
    """Whether the lines X-Segments and X-Last-Segment are there."""


def _head(first: PoEntry) -> _Head:
    said = first.fields.get("msgstr", "") if is_head(first) else ""
    found = [pattern.search(said) for pattern in (LAST, ORDER, EARLIER, _PROJECT, SEED)]
    last, order, earlier, project, seed = (match[1] if match else "" for match in found)
    return _Head(last, order, earlier, project.strip(), seed, (bool(found[1]), bool(found[0])))


def _of_another(project: str, text: str, file: str) -> Problem:
    return error(
        Place(file, _line_of(text, "Project-Id-Version")),
        "po-of-another",
        f"By its header, this is the translation of another source, {project}",
        "Restore the file that belongs here; if it does belong here, write this source's id behind Project-Id-Version",
    )


def _entries(
    in_file: list[PoEntry], text: str, file: str
) -> tuple[dict[str, Entry], list[Problem]]:
    """The entries by segment, and what is wrong with each."""
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []
    lines = text.split("\n")
    for each in in_file:
        raw, unseen = (
            (each, ())
            if each.obsolete
            else seen(each, filter(is_remark, each.comments), lines, file)
        )
        entry, found = entry_of(raw, Place(file, raw.line))
        problems += [*unseen, *found]
        if entry and entry.segment in entries:
            problems.append(twice(entries[entry.segment], entry))
        elif entry:
            entries[entry.segment] = entry
    return entries, problems


def _in_ids(
    entries: dict[str, Entry], head: _Head, text: str, file: str, faulty: bool
) -> list[Problem]:
    """What is wrong with the ids. Of a `faulty` file an entry that is none seems to be missing."""
    at = [Place(file, _line_of(text, line)) for line in ("X-Segments", "X-Last-Segment")]
    if any(entry.sums for entry in entries.values()):
        gone = [place for place, said in zip(at, head.counted, strict=True) if not said]
        if gone:
            return [uncounted(entries, gone[0])]
    return [
        p
        for p in never_given(entries, head.last, head.order, *at)
        if not (faulty and p.code == "po-entry-lost")
    ]


def _purged(id: str, file: str) -> Entry:
    """The highest id, of which nothing is left: a program may have purged unused entries."""
    return Entry(id, "", "", "untranslated", "", "", "", "", "", True, "", Place(file))


def _line_of(text: str, words: str) -> int | None:
    return text.count("\n", 0, text.index(words)) + 1 if words in text else None


def is_head(raw: PoEntry) -> bool:
    """Whether it is a file's first entry, which says what the file is."""
    return not raw.fields["msgid"] and not raw.fields.get("msgctxt")


def _unclosed(text: str) -> int | None:
    """The first line whose text is not closed."""
    return next(
        (
            n
            for n, line in enumerate(text.split("\n"), 1)
            if _QUOTED.match(line) and not _CLOSED.match(line)
        ),
        None,
    )
