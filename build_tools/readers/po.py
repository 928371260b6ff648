"""translation.po: what translators wrote, keyed by segment, and what their programs make of it."""

import re
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from build_tools.model.entry import Entry
from build_tools.model.problem import Place, Problem, error
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
from build_tools.readers.po_state import is_remark, origins_alike, states_lost
from build_tools.readers.po_sums import copies, renumbered, twice
from build_tools.readers.po_text import NoPo, Unit, units
from build_tools.readers.po_unseen import seen
from build_tools.readers.syntax import left_by_git

_QUOTED = re.compile(r'(?:#~ ?)?(?:#?\| ?)?(?:msg\w+(?:\[\d+\])? *)?"')
_CLOSED = re.compile(r'[^"]*"(?:[^"\\]|\\.)*"\s*$')
"""A line with a text in quotation marks, as it must be: `msgstr "Xiaomi"`, `#~ msgid "小米"`."""
_PROJECT = re.compile(r"^Project-Id-Version: (?P<id>.*)$", re.M)
"""The line of a file's header that says whose it is."""


class PoFile(NamedTuple):
    """What a translation.po holds."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    of_another: str = ""
    """The other source that its header names as its own; its entries are not read then."""
    seed: str = ""
    """The SHA-256 of the seed that its ids are of, where `casebook sync` noted it."""
    sumless: bool = False
    """`casebook sync` wrote it, and of the sums that it notes in each entry none is left."""


def read_po(path: Path, file: str, others: frozenset[str] = frozenset()) -> PoFile:
    """The entries in the order of the text, as far as the file says it; a file that does not exist
    holds none.

    `others` are the archive's other sources: a file that names one of them was copied, and its ids
    mean other segments.
    """
    if not path.exists():
        return PoFile()
    try:
        text = composed(path)
        merging = left_by_git(file, text)
        if merging:
            return PoFile((), (merging,))
        open_line = _unclosed(text)
        if open_line:
            return PoFile(
                (),
                (
                    error(
                        Place(file, open_line),
                        "po-syntax",
                        "The text in quotation marks does not end in this line, or holds another quotation mark",
                        'Close it with ", and write \\" for a mark within it',
                    ),
                ),
            )
        parsed, _ = units(text)
    except UnicodeDecodeError as why:
        line = path.read_bytes()[: why.start].count(b"\n") + 1
        return PoFile(
            (),
            (
                error(
                    Place(file, line),
                    "po-not-utf8",
                    "From here on the file is not UTF-8",
                    "Save the file as UTF-8",
                ),
            ),
        )
    except NoPo as why:
        return PoFile(
            (),
            (
                error(
                    Place(file, why.line),
                    "po-syntax",
                    "This is no valid PO file from here on",
                    "Check for a missing line or quotation mark, or open it in Poedit",
                ),
            ),
        )
    except OSError:
        return PoFile(
            (),
            (
                error(
                    Place(file),
                    "po-unreadable",
                    "This is no file that can be read",
                    "Put the translation file itself there, or delete what is there",
                ),
            ),
        )
    if not parsed:
        return PoFile(
            (),
            (
                error(
                    Place(file),
                    "po-empty",
                    "The file is empty",
                    "Restore it, for it holds the segments' ids; delete it only if nobody has used them",
                ),
            ),
        )
    problems: list[Problem] = []
    entries: dict[str, Entry] = {}
    head = last = order = earlier = ""
    lines = text.split("\n")
    for number, unit in enumerate(parsed):
        if number == 0 and is_head(unit):
            head = unit.fields.get("msgstr", "")
            last = (LAST.search(head) or {"id": ""})["id"]
            order = (ORDER.search(head) or {"ids": ""})["ids"]
            earlier = (EARLIER.search(head) or {"orders": ""})["orders"]
            project = (_PROJECT.search(head) or {"id": ""})["id"].strip()
            if project in others:
                return PoFile(
                    (),
                    (
                        error(
                            Place(file, _line_of(text, "Project-Id-Version")),
                            "po-of-another",
                            f"By its header, this is the translation of another source, {project}",
                            "Restore the file that belongs here; if it does belong here, write this source's id behind Project-Id-Version",
                        ),
                    ),
                    of_another=project,
                )
            continue
        place = Place(file, unit.line)
        unit, unseen = (
            (unit, ())
            if unit.obsolete
            else seen(unit, filter(is_remark, unit.comments), lines, file)
        )
        entry, found = entry_of(unit, place)
        problems += [*unseen, *found]
        if entry and entry.segment in entries:
            problems.append(twice(entries[entry.segment], entry))
        elif entry:
            entries[entry.segment] = entry
    problems = origins_alike(copies(problems))
    without_states = states_lost(parsed, file)
    if without_states:
        problems = [*(p for p in problems if p.code != "po-origin"), without_states]
    moved = renumbered(entries.values())
    if moved:
        return PoFile(
            tuple(replace(entry, sums=()) for entry in entries.values()), (*problems, moved)
        )
    faulty = any(
        p.severity == "error" for p in problems
    )  # an entry that is none, and so seems to be missing
    at = [Place(file, _line_of(text, line)) for line in ("X-Segments", "X-Last-Segment")]
    gone = [
        place
        for place, line in zip(at, (ORDER, LAST), strict=True)
        if not line.search(head) and any(entry.sums for entry in entries.values())
    ]
    problems += (
        [uncounted(entries, gone[0])]
        if gone
        else [
            p
            for p in never_given(entries, last, order, *at)
            if not (faulty and p.code == "po-entry-lost")
        ]
    )
    if (
        last and last not in entries
    ):  # an id of which nothing is left: a program may have purged unused entries
        entries[last] = Entry(
            last, "", "", "untranslated", "", "", "", "", "", True, "", Place(file)
        )
    stood = places(earlier, entries)
    ordered = in_order(
        (replace(entry, stood=tuple(stood[id])) for id, entry in entries.items()), order
    )
    sumless = bool(order) and not any(entry.sums for entry in ordered)
    seed = (SEED.search(head) or {"sum": ""})["sum"]
    return PoFile(ordered, tuple(problems), seed=seed, sumless=sumless)


def _line_of(text: str, words: str) -> int | None:
    return text.count("\n", 0, text.index(words)) + 1 if words in text else None


def composed(path: Path) -> str:
    """The file's text in NFC, as the seeds are read: a Mac may have saved it decomposed. Raises
    what reading raises.
    """
    return unicodedata.normalize("NFC", path.read_text(encoding="utf-8-sig"))


def is_head(unit: Unit) -> bool:
    """Whether it is a file's first entry, which says what the file is."""
    return not unit.fields["msgid"] and not unit.fields.get("msgctxt")


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
