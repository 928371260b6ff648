"""translation.po: what translators wrote, keyed by segment."""

import re
from pathlib import Path

import polib

from build_tools.model.entry import Entry
from build_tools.model.problem import Place, Problem, error, warning

STATES = ("untranslated", "machine-draft", "human-draft", "reviewed", "stale")
ORIGINS = ("human", "assisted", "machine")
_QUOTED = re.compile(r'(?:#~ ?)?(?:#?\| ?)?(?:msg\w+(?:\[\d+\])? *)?"')
_CLOSED = re.compile(r'[^"]*"(?:[^"\\]|\\.)*"\s*$')
"""A line with a text in quotation marks, as it must be: `msgstr "Xiaomi"`, `#~ msgid "小米"`."""
_SYNTAX = re.compile(r"line (\d+)")
_FIELD = re.compile(r"(?:^|;)\s*(state|origin|by|on)\s*:\s*([^;]*)")
"""A part of `state: reviewed; by: …; origin: assisted`; not of a remark such as `reason: see above`."""

_WAIVER = re.compile(r"waive:\s*(?P<code>\S*)(?:\s+[–—-]\s*(?P<reason>.*\S))?\s*$")
"""`waive: ending-differs – the source breaks off`."""


def read_po(path: Path, file: str) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The entries in the file's order; a file that does not exist holds none."""
    if not path.exists():
        return (), ()
    try:
        open_line = _unclosed(path.read_text(encoding="utf-8"))
        if open_line:
            return (), (error(Place(file, open_line), "po-syntax", "The text in quotation marks does not end in this line, or holds another quotation mark",
                              'Close it with ", and write \\" for a mark within it'),)
        parsed = polib.pofile(str(path), encoding="utf-8", wrapwidth=0)
    except UnicodeDecodeError as why:
        line = path.read_bytes()[: why.start].count(b"\n") + 1
        return (), (error(Place(file, line), "po-not-utf8", "From here on the file is not UTF-8", "Save the file as UTF-8"),)
    except (OSError, ValueError) as why:
        line = _SYNTAX.search(str(why))
        return (), (error(Place(file, int(line[1]) if line else None), "po-syntax", "This is no valid PO file from here on",
                          "Check for a missing quotation mark, or open it in Poedit"),)
    problems: list[Problem] = []
    entries: dict[str, Entry] = {}
    for unit in parsed:
        place = Place(file, unit.linenum or None)
        entry, found = _entry(unit, place)
        problems += found
        if entry and entry.segment in entries:
            problems.append(error(place, "po-id-twice", f"{entry.segment} has two entries; the first stands in line {entries[entry.segment].place.line}",
                                  "Keep one of them"))
        elif entry:
            entries[entry.segment] = entry
    return tuple(entries.values()), tuple(problems)


def _unclosed(text: str) -> int | None:
    """The first line whose text is not closed. polib would read it without its last character and say nothing."""
    return next((n for n, line in enumerate(text.split("\n"), 1) if _QUOTED.match(line) and not _CLOSED.match(line)), None)


def _entry(unit: polib.POEntry, place: Place) -> tuple[Entry | None, list[Problem]]:
    if unit.msgid_plural or unit.msgstr_plural:
        return None, [error(place, "po-plural", f"“{unit.msgctxt or unit.msgid[:40]}” has plural forms; a text has none", "Leave one msgid and one msgstr")]
    if not unit.msgctxt:
        return None, [error(place, "po-no-context", f"“{unit.msgid[:40]}” has no msgctxt", 'Put the segment\'s id there: msgctxt "s12"')]
    head = unit.tcomment.split("\n")[0]
    fields = {key: value.strip() for key, value in _FIELD.findall(head)} if _FIELD.match(head) else {}
    remark = "\n".join(unit.tcomment.split("\n")[1:] if fields else unit.tcomment.split("\n")).strip()
    state = fields.get("state") or ("human-draft" if unit.msgstr else "untranslated")
    waived, remark, problems = _waivers(unit.msgctxt, remark, place)
    if state not in STATES:
        problems.append(error(place, "po-state", f"“{state}” is no translation state", f"Use one of: {', '.join(STATES)}"))
        state = "human-draft"
    origin = fields.get("origin", "")
    if unit.msgstr and not unit.obsolete and origin not in ORIGINS:
        problems.append(error(place, "po-origin", f"{unit.msgctxt} does not say truly where its translation comes from",
                              "Write `# state: …; origin: human`, `assisted` or `machine` above it"))
    if "fuzzy" in unit.flags and state == "reviewed":
        problems.append(error(place, "po-fuzzy", f"{unit.msgctxt} is both reviewed and fuzzy", "Take the fuzzy flag away, or give another state"))
    return Entry(unit.msgctxt, unit.msgid, unit.msgstr, state, origin, fields.get("by", ""), fields.get("on", ""), remark,
                 _found(unit.comment), bool(unit.obsolete), unit.previous_msgid or "", place, waived), problems


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


def _found(comment: str) -> str:
    """The words as found. Other programs break comments over several lines."""
    _, mark, words = comment.partition("found: ")
    return " ".join(words.split("\n")) if mark else ""
