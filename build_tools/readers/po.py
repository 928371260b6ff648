"""translation.po: what translators wrote, keyed by segment, and what their programs make of it."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from build_tools.model.entry import Entry
from build_tools.model.problem import Place, Problem, error, warning
from build_tools.po_text import NoPo, Unit, units

STATES = ("untranslated", "machine-draft", "human-draft", "reviewed", "stale")
ORIGINS = ("human", "assisted", "machine", "found")
_QUOTED = re.compile(r'(?:#~ ?)?(?:#?\| ?)?(?:msg\w+(?:\[\d+\])? *)?"')
_CLOSED = re.compile(r'[^"]*"(?:[^"\\]|\\.)*"\s*$')
"""A line with a text in quotation marks, as it must be: `msgstr "Xiaomi"`, `#~ msgid "小米"`."""
_STATE = re.compile(r"#\s*(?:state|origin|by|on)\s*:")
"""The start of a state line: `# state: reviewed; by: …; origin: assisted`."""
_FIELD = re.compile(r"(?:^|;)\s*(state|was|origin|by|on|after)\s*:\s*([^;]*)")
"""A part of it; not of a remark such as `reason: see above`."""
LAST = re.compile(r"^X-Last-Segment: (?P<id>s\d+)$", re.M)
"""A line of the file's header: the highest id that was ever given, so that none is given twice."""
ORDER = re.compile(r"^X-Segments: (?P<ids>[s\d -]*)$", re.M)
"""Another: the ids in the order of the text, for a program may sort the entries. `s1-s12 s20 s13-s15`."""
_RUN = re.compile(r"s(\d+)(?:-s(\d+))?")
_FOUND = "found: "
_WAIVER = re.compile(r"waive:\s*(?P<code>\S*)(?:\s+[–—-]\s*(?P<reason>.*\S))?\s*$")
"""`waive: ending-differs – the source breaks off`."""


def read_po(path: Path, file: str) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The entries in the order of the text, as far as the file says it; a file that does not exist holds none."""
    if not path.exists():
        return (), ()
    try:
        text = composed(path)
        open_line = _unclosed(text)
        if open_line:
            return (), (error(Place(file, open_line), "po-syntax", "The text in quotation marks does not end in this line, or holds another quotation mark",
                              'Close it with ", and write \\" for a mark within it'),)
        parsed, _ = units(text)
    except UnicodeDecodeError as why:
        line = path.read_bytes()[: why.start].count(b"\n") + 1
        return (), (error(Place(file, line), "po-not-utf8", "From here on the file is not UTF-8", "Save the file as UTF-8"),)
    except NoPo as why:
        return (), (error(Place(file, why.line), "po-syntax", "This is no valid PO file from here on",
                          "Check for a missing quotation mark, or open it in Poedit"),)
    except OSError:
        return (), (error(Place(file), "po-unreadable", "This is no file that can be read", "Put the translation file itself there, or delete what is there"),)
    if not parsed:
        return (), (error(Place(file), "po-empty", "The file is empty", "Restore it, for it holds the segments' ids; delete it only if nobody has used them"),)
    problems: list[Problem] = []
    entries: dict[str, Entry] = {}
    last = order = ""
    for number, unit in enumerate(parsed):
        if number == 0 and is_head(unit):
            last = (LAST.search(unit.fields.get("msgstr", "")) or {"id": ""})["id"]
            order = (ORDER.search(unit.fields.get("msgstr", "")) or {"ids": ""})["ids"]
            continue
        place = Place(file, unit.line)
        entry, found = _entry(unit, place)
        problems += found
        if entry and entry.segment in entries:
            problems.append(error(place, "po-id-twice", f"{entry.segment} has two entries; the first stands in line {entries[entry.segment].place.line}",
                                  "Keep one of them"))
        elif entry:
            entries[entry.segment] = entry
    if last and last not in entries:  # an id of which nothing is left: a program may have purged unused entries
        entries[last] = Entry(last, "", "", "untranslated", "", "", "", "", "", True, "", Place(file))
    return _in_order(entries.values(), order), tuple(problems)


def in_runs(ids: Iterable[str]) -> str:
    """Ids in their order, shortened where they count on.

    >>> in_runs(["s1", "s2", "s3", "s9", "s4"])
    's1-s3 s9 s4'
    """
    runs: list[list[int]] = []
    for number in (int(id[1:]) for id in ids):
        if runs and runs[-1][1] + 1 == number:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return " ".join(f"s{first}" if first == last else f"s{first}-s{last}" for first, last in runs)


def _in_order(entries: Iterable[Entry], runs: str) -> tuple[Entry, ...]:
    """The entries as the header orders them; one that it does not know stays behind its neighbour in the file."""
    known = [(int(first), int(last or first)) for first, last in _RUN.findall(runs)]
    placed, here = [], (-1, 0)
    for at, entry in enumerate(entries):
        number = int(entry.segment[1:]) if _RUN.fullmatch(entry.segment) else -1
        run = next((n for n, (first, last) in enumerate(known) if first <= number <= last), None)
        here = here if run is None or entry.retired else (run, number)
        placed.append((*here, at, entry))
    return tuple(entry for *_, entry in sorted(placed, key=lambda each: each[:3])) if known else tuple(entry for *_, entry in placed)


def composed(path: Path) -> str:
    """The file's text in NFC, as the seeds are read: a Mac may have saved it decomposed. Raises what reading raises."""
    return unicodedata.normalize("NFC", path.read_text(encoding="utf-8-sig"))


def is_head(unit: Unit) -> bool:
    """Whether it is a file's first entry, which says what the file is."""
    return not unit.fields["msgid"] and not unit.fields.get("msgctxt")


def _unclosed(text: str) -> int | None:
    """The first line whose text is not closed."""
    return next((n for n, line in enumerate(text.split("\n"), 1) if _QUOTED.match(line) and not _CLOSED.match(line)), None)


def _entry(unit: Unit, place: Place) -> tuple[Entry | None, list[Problem]]:
    segment, source, target = (unit.fields.get(name, "") for name in ("msgctxt", "msgid", "msgstr"))
    if "msgstr" not in unit.fields or "msgid_plural" in unit.fields:
        return None, [error(place, "po-plural", f"“{segment or source[:40]}” has plural forms; a text has none", "Leave one msgid and one msgstr")]
    if not segment:
        return None, [error(place, "po-no-context", f"“{source[:40]}” has no msgctxt", "Put the segment's id there again, as an earlier version of the file has it")]
    remarks = [line[1:].removeprefix(" ") for line in unit.comments if is_remark(line)]
    line = state_line(unit.comments)
    fields = {key: value.strip() for key, value in _FIELD.findall(line[1:].strip())} if line else {}
    if line:
        remarks.remove(line[1:].removeprefix(" "))
    words = next((remark.removeprefix(_FOUND) for remark in remarks if unit.obsolete and remark.startswith(_FOUND)), "") or _found(unit.comments)
    remark = "\n".join(r for r in remarks if not (unit.obsolete and r.startswith(_FOUND))).strip()
    waived, remark, problems = _waivers(segment, remark, place)
    origin = fields.get("origin", "")
    if target and not unit.obsolete and origin not in ORIGINS:
        problems.append(error(place, "po-origin", f"{segment} does not say truly where its translation comes from",
                              "Write `# state: …; origin: human`, `assisted`, `machine` or `found` above it"))
    given = fields.get("state") or "untranslated"
    if given not in STATES:
        problems.append(error(place, "po-state", f"“{given}” is no translation state", f"Use one of: {', '.join(STATES)}"))
        given = "human-draft"
    fuzzy = "fuzzy" in unit.flags
    doubt = "" if unit.obsolete or not target else _doubt(given, origin, fuzzy)
    if doubt:
        problems.append(warning(place, "po-fuzzy", f"{segment} {doubt}; it is shown as a draft", "If it was reviewed, write `state: reviewed` and delete `fuzzy`; if it is a draft, let the state line say so and keep `fuzzy`"))
    was = fields.get("was", "")
    return Entry(segment, source, target, given if unit.obsolete else state_of(given, origin, fuzzy, bool(target)), origin, fields.get("by", ""), fields.get("on", ""), remark, words,
                 unit.obsolete, unit.previous.get("msgid", ""), place, waived, was if was in STATES else "", fields.get("after", ""), bool(doubt)), problems


def state_of(given: str, origin: str, fuzzy: bool, translated: bool) -> str:
    """What the state line and the fuzzy flag say together: people write the one, their programs only the other.

    Poedit, Weblate and OmegaT take the flag away when somebody has worked on a translation, and set it where it needs work.
    Only people say that a translation is reviewed, or that it is no longer the machine's.

    >>> [state_of(given, "human", fuzzy, translated=True) for given, fuzzy in (("stale", False), ("stale", True), ("reviewed", False), ("reviewed", True))]
    ['human-draft', 'stale', 'reviewed', 'human-draft']
    """
    if not translated:
        return "untranslated"
    if fuzzy and given == "reviewed":
        return "human-draft"
    said = given in ("reviewed", "human-draft") or (fuzzy and given != "untranslated")
    return given if said else "machine-draft" if origin == "machine" else "human-draft"


def _doubt(given: str, origin: str, fuzzy: bool) -> str:
    """What is to be asked where the two contradict each other and either may be right."""
    if fuzzy and given == "reviewed":
        return "is both reviewed and fuzzy, which is how Poedit and Weblate mark what needs work"
    if not fuzzy and origin == "machine" and given in ("machine-draft", "stale"):
        return "comes from a machine and is not fuzzy any more, as if somebody had worked on it"
    return ""


def is_remark(line: str) -> bool:
    """Whether a comment is a translator's: not `#. of a program`, `#: a reference`."""
    return line == "#" or line[1:2] in (" ", "\t")


def state_line(comments: list[str]) -> str:
    """The comment that gives the state: the first that begins so, wherever another program put it."""
    return next((line for line in comments if is_remark(line) and _STATE.match(line)), "")


def _waivers(segment: str, remark: str, place: Place) -> tuple[dict[str, str], str, list[Problem]]:
    """Code -> reason; the rest of the remark, faulty waivers included, so that `casebook sync` loses none; and the faults.

    Warnings, for an error would set the whole file aside. Whether there is such a check is told after the checks have run.
    """
    waived: dict[str, str] = {}
    rest, problems = [], []
    for line in remark.split("\n"):
        waiver = _WAIVER.match(line)
        if waiver and waiver["code"] and waiver["reason"] and waiver["code"] not in waived:
            waived[waiver["code"]] = waiver["reason"]
            continue
        rest.append(line)
        if line.startswith("waive:"):
            what = f"waives {waiver['code']} twice" if waiver and waiver["code"] in waived else "has a waiver without a code and a reason"
            problems.append(warning(place, "waiver-unknown", f"{segment} {what}: “{line}”", "Write `waive: code – reason` in a line of its own"))
    return waived, "\n".join(rest).strip(), problems


def _found(comments: list[str]) -> str:
    """The words as found. Other programs break comments over several lines."""
    _, mark, words = "\n".join(line[2:].strip() for line in comments if line.startswith("#.")).partition(_FOUND)
    return " ".join(words.split("\n")) if mark else ""
