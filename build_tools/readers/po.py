"""translation.po: what translators wrote, keyed by segment, and what their programs make of it."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz, process

from build_tools.model.dates import Date, NoDate
from build_tools.model.entry import Entry
from build_tools.model.problem import Place, Problem, error, warning
from build_tools.model.visible import anything_seen
from build_tools.po_text import NoPo, Unit, units
from build_tools.readers.faults import left_by_git
from build_tools.readers.po_ids import EARLIER, LAST, ORDER, in_order, never_given, places
from build_tools.readers.po_unseen import seen

STATES = ("untranslated", "machine-draft", "human-draft", "reviewed", "stale")
_WORK = ("human-draft", "reviewed", "stale")
"""States of what somebody has worked on: where it was emptied, that is remembered."""
ORIGINS = ("human", "assisted", "machine", "found")
_QUOTED = re.compile(r'(?:#~ ?)?(?:#?\| ?)?(?:msg\w+(?:\[\d+\])? *)?"')
_CLOSED = re.compile(r'[^"]*"(?:[^"\\]|\\.)*"\s*$')
"""A line with a text in quotation marks, as it must be: `msgstr "Xiaomi"`, `#~ msgid "小米"`."""
_STATE = re.compile(r"#\s*(?:state|origin|by|on)\s*[:：]", re.I)
"""The start of a state line: `# state: reviewed; by: …; origin: assisted`, in whatever width and case it was typed."""
_PARTED = re.compile(r"\s*(?:[;；]|[,，、](?=\s*(?:state|was|origin|by|on|after)\s*[:：]))\s*", re.I)
"""What parts it: a semicolon, or a comma before the next key, but not that of `by: Li, Wang`."""
_FIELD = re.compile(r"(state|was|origin|by|on|after)\s*[:：]\s*(.*)", re.I)
"""A part of it; not of a remark such as `reason: see above`."""
_A_KEY = re.compile(r"[a-z]+ ?[:：](?!//)", re.I)
"""The start of a part that is meant as a key: the `orgin:` of `orgin: human`; not `https://…`."""
_ID = re.compile(r"s[1-9][0-9]{0,8}")
"""`s14`, as `casebook sync` gives ids."""
_PROJECT = re.compile(r"^Project-Id-Version: (?P<id>.*)$", re.M)
"""The line of a file's header that says whose it is."""
_GOES_ON = re.compile(r"#\s+(?:[^;:；：]{1,80}[;；]\s*)?(?P<name>was|origin|by|on|after)\s*[:：]", re.I)
"""The rest of a state line that a program has broken in two: `# origin: human`, `# San; on: 2026-11-21`."""
_FOUND = "found: "
_SUM = re.compile(r"#\. ?sum: (?P<sum>s\d{1,9} [0-9a-f]{8})\s*$")
"""`#. sum: s1 c0d5a8b4`."""
_WAIVER = re.compile(r"waive:\s*(?P<code>\S*)(?:\s+[–—-]\s*(?P<reason>.*\S))?\s*$")
"""`waive: ending-differs – the source breaks off`."""


class PoFile(NamedTuple):
    """What a translation.po holds."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    of_another: str = ""
    """The other source that its header names as its own; its entries are not read then."""


def read_po(path: Path, file: str, others: frozenset[str] = frozenset()) -> PoFile:
    """The entries in the order of the text, as far as the file says it; a file that does not exist holds none.

    `others` are the archive's other sources: a file that names one of them was copied, and its ids mean other segments.
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
            return PoFile((), (error(Place(file, open_line), "po-syntax", "The text in quotation marks does not end in this line, or holds another quotation mark",
                                     'Close it with ", and write \\" for a mark within it'),))
        parsed, _ = units(text)
    except UnicodeDecodeError as why:
        line = path.read_bytes()[: why.start].count(b"\n") + 1
        return PoFile((), (error(Place(file, line), "po-not-utf8", "From here on the file is not UTF-8", "Save the file as UTF-8"),))
    except NoPo as why:
        return PoFile((), (error(Place(file, why.line), "po-syntax", "This is no valid PO file from here on",
                                 "Check for a missing line or quotation mark, or open it in Poedit"),))
    except OSError:
        return PoFile((), (error(Place(file), "po-unreadable", "This is no file that can be read", "Put the translation file itself there, or delete what is there"),))
    if not parsed:
        return PoFile((), (error(Place(file), "po-empty", "The file is empty", "Restore it, for it holds the segments' ids; delete it only if nobody has used them"),))
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
                return PoFile((), (error(Place(file, _line_of(text, "Project-Id-Version")), "po-of-another", f"By its header, this is the translation of another source, {project}",
                                         "Restore the file that belongs here; if it does belong here, write this source's id behind Project-Id-Version"),), of_another=project)
            continue
        place = Place(file, unit.line)
        unit, unseen = (unit, ()) if unit.obsolete else seen(unit, filter(is_remark, unit.comments), lines, file)
        entry, found = _entry(unit, place)
        problems += [*unseen, *found]
        if entry and entry.segment in entries:
            problems.append(error(place, "po-id-twice", f"{entry.segment} has two entries; the first stands in line {entries[entry.segment].place.line}",
                                  "Keep one of them, or give the other its own msgctxt back, as an earlier version of the file has it"))
        elif entry:
            entries[entry.segment] = entry
    faulty = any(p.severity == "error" for p in problems)  # an entry that is none, and so seems to be missing
    problems += [p for p in never_given(entries, last, order, *(Place(file, _line_of(text, line)) for line in ("X-Segments", "X-Last-Segment"))) if not (faulty and p.code == "po-entry-lost")]
    if last and last not in entries:  # an id of which nothing is left: a program may have purged unused entries
        entries[last] = Entry(last, "", "", "untranslated", "", "", "", "", "", True, "", Place(file))
    stood = places(earlier, entries)
    ordered = in_order((replace(entry, stood=tuple(stood[id])) for id, entry in entries.items()), order)
    return PoFile(ordered, tuple(problems))


def _line_of(text: str, words: str) -> int | None:
    return text.count("\n", 0, text.index(words)) + 1 if words in text else None


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
    comments = with_state_in_one_line(unit.comments)
    segment, source, target = (unit.fields.get(name, "") for name in ("msgctxt", "msgid", "msgstr"))
    if "msgstr" not in unit.fields or "msgid_plural" in unit.fields:
        return None, [error(place, "po-plural", f"“{segment or source[:40]}” has plural forms; a text has none", "Leave one msgid and one msgstr")]
    if not segment:
        return None, [error(place, "po-no-context", f"“{source[:40]}” has no msgctxt", "Put the segment's id there again, as an earlier version of the file has it")]
    remarks = [line[1:].removeprefix(" ") for line in comments if is_remark(line)]
    if not _ID.fullmatch(segment):
        meant = "s" + re.sub(r"\D", "", segment).lstrip("0")
        return None, [error(place, "po-context", f"“{segment}” is no id of a segment", f"Did you mean “{meant}”?" if _ID.fullmatch(meant) else "Restore its msgctxt from an earlier version of the file")]
    if target and not source and not unit.obsolete:
        return None, [error(place, "po-no-source", f"{segment} has a translation, but its msgid is empty", "Put its text there again, as an earlier version of the file has it")]
    line = state_line(comments)
    parts = state_parts(line)
    fields = dict(match.groups() for match in map(_FIELD.fullmatch, parts) if match)
    if line:
        remarks.remove(line[1:].removeprefix(" "))
    words = next((remark.removeprefix(_FOUND) for remark in remarks if unit.obsolete and remark.startswith(_FOUND)), "") or _found(unit.comments)
    remark = "\n".join(r for r in remarks if not (unit.obsolete and r.startswith(_FOUND))).strip()
    waived, remark, problems = _waivers(segment, remark, place)
    origin = fields.get("origin", "")
    blank, target = target and not anything_seen(target), target if anything_seen(target) else ""
    twice = _said_twice(comments) if target and not unit.obsolete else ""
    slip = _misspelt(comments, fields) if target and not unit.obsolete else ""
    if slip:
        problems.append(error(place, "po-state", f"{segment}: “{slip}” is not read, for it does not begin as a state line does", "Did you mean `# state: …; by: …; on: …; origin: …`?"))
    elif target and not unit.obsolete and origin not in ORIGINS:
        problems.append(error(place, "po-origin", f"{segment} does not say truly where its translation comes from",
                              _meant(origin, ORIGINS, parts, "origin") or "Write `# state: …; origin: human`, `assisted`, `machine` or `found` above it"))
    given = fields.get("state") or "untranslated"
    known = given in STATES
    if not known:
        problems.append(error(place, "po-state", f"“{given}” is no translation state", _meant(given, STATES, (), "") or f"Use one of: {', '.join(STATES)}"))
        given = "human-draft"
    emptied = known and not target and not unit.obsolete and (bool(blank) or given != "untranslated" or "was" in fields)
    was = fields.get("was", "")
    if emptied:
        was = was or (given if given in _WORK else "")
        problems.append(warning(place, "po-blank", f"{segment} {f'was {was}' if given == 'untranslated' and was else f'is called {given}'}, but its translation {'holds nothing that can be seen' if blank else 'is empty'}",
                                "Restore it from an earlier version of the file, as Git has it; or, if it is to go, write `state: untranslated` and no `was:`"))
    elif known and twice:
        problems.append(error(place, "po-state-twice", f"{segment} says {twice}", "Keep what is true: one line with one state and one origin"))
        given = "human-draft"
    elif known and target and not unit.obsolete and given == "machine-draft" and origin in ("human", "assisted"):
        problems.append(error(place, "po-state", f"State and origin of {segment} contradict each other: a machine-draft, and {origin}", "Write `origin: machine`, or `state: human-draft`"))
    unsaid = bool(target) and not unit.obsolete and fields.get("state") == "untranslated" and bool({"was", "by", "on"} & fields.keys()) and origin in ORIGINS and not twice
    if unsaid:
        problems.append(warning(place, "po-state", f"{segment} has words, and its state line calls it untranslated{f', and {was} before it was emptied' if was else ''}; it is shown as a draft",
                                "Say what these words are: `state: human-draft`, or `reviewed` if they were read a second time, with `by`, `on` and `origin` of their own, and without `was:`"))
    problems += _odd_keys(segment, parts, place)
    problems += _day(segment, fields.get("on", ""), place)
    fuzzy = "fuzzy" in unit.flags
    doubt = "" if unit.obsolete or not target or twice else _doubt(given, origin, fuzzy, "was" in fields)
    if doubt:
        problems.append(warning(place, "po-fuzzy", f"{segment} {doubt}; it is shown as a draft", "If it was reviewed, write `state: reviewed` and delete `fuzzy`; if it is a draft, let the state line say so and keep `fuzzy`"))
    said = {} if unsaid else fields  # by whom, when and from where were the words that were there before
    return Entry(segment, source, target, given if unit.obsolete else state_of(given, origin, fuzzy, bool(target)), origin if origin in ORIGINS and not unsaid else "", said.get("by", ""), said.get("on", ""), remark, words,
                 unit.obsolete, unit.previous.get("msgid", ""), place, waived, was if was in STATES else "", fields.get("after", ""), bool(doubt) or unsaid, sums=tuple(match["sum"] for match in map(_SUM.match, unit.comments) if match)), problems


def _meant(given: str, those: tuple[str, ...], parts: Iterable[str], key: str) -> str:
    """A hint: the value, or the key, that was mistyped; nothing if neither is near."""
    near = process.extractOne(given, those, scorer=fuzz.ratio, score_cutoff=75) if given else None
    odd = next((part for part in parts if not _FIELD.fullmatch(part) and key and fuzz.ratio(re.split("[:：]", part)[0].strip().lower(), key) >= 75), "")
    return f"Did you mean “{near[0]}”?" if near else f"Did you mean `{key}:` in “{odd}”?" if odd else ""


def _misspelt(comments: list[str], fields: Collection[str]) -> str:
    """A remark that was meant as the state line, or as a part of it that is missing: one or two words, of which the first is nearly its key, or the last a state.

    >>> [_misspelt([line], ()) for line in ("# sate: reviewed; origin: human", "# state reviewed", "# Reviewed by nobody.", "# note: state it; by: all means")]
    ['sate: reviewed; origin: human', 'state reviewed', '', '']
    """
    for line in filter(is_remark, comments):
        first, *rest = _PARTED.split(line[1:].strip())
        words = re.findall(r"[^\s:：]+", first.lower())
        near = [key for key in ("state", "origin") if key not in fields and words and fuzz.ratio(words[0], key) >= 75]
        if len(words) in (1, 2) and not _STATE.match(line) and (
                near and (words[-1] in (*STATES, *ORIGINS) or any(map(_FIELD.fullmatch, rest))) or words[-1] in STATES and "state" not in fields):
            return line[1:].strip()
    return ""


def _odd_keys(segment: str, parts: Iterable[str], place: Place) -> list[Problem]:
    """A warning about a key that the state line does not have: `# state: reviewed; orgin: human; origin: assisted`."""
    odd = [part for part in parts if _A_KEY.match(part) and not _FIELD.fullmatch(part)]
    return [warning(place, "po-state", f"{segment}: the state line has no key for “{odd[0]}”", "Use state, by, on and origin; a remark has a line of its own")] if odd else []


def _day(segment: str, on: str, place: Place) -> list[Problem]:
    """A warning about a day of the state line that there cannot be; an error would set the whole file aside."""
    try:
        Date(on or "XXXX")
    except NoDate as why:
        return [warning(place, "date-form", f"{segment}: {why.what}", f"{why.hint}; here it stands behind `on:`")]
    return []


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


def _doubt(given: str, origin: str, fuzzy: bool, was: bool) -> str:
    """What is to be asked where the two contradict each other and either may be right."""
    if fuzzy and given == "reviewed":
        return "is both reviewed and fuzzy, which is how Poedit and Weblate mark what needs work"
    if not fuzzy and given == "stale" and not was:  # `casebook sync` says what it was
        return "is stale by its state line, but not fuzzy"
    if not fuzzy and origin == "machine" and given in ("machine-draft", "stale"):
        return "comes from a machine and is not fuzzy any more, as if somebody had worked on it"
    return ""


def _said_twice(comments: list[str]) -> str:
    """What an entry says more than once, as after a merge that kept both sides.

    >>> _said_twice(["# state: reviewed; origin: human", "# A remark.", "# state: human-draft"]), _said_twice(["# origin: human; assisted"])
    ('two states: reviewed, human-draft', 'two origins: human, assisted')
    """
    parts = [part for line in comments if is_remark(line) and _STATE.match(line) for part in state_parts(line)]
    for name, key, values in (("states", "state: ", STATES), ("origins", "origin: ", ORIGINS)):
        said = [part.removeprefix(key) for part in parts if part.removeprefix(key) in values]
        if len(said) > 1:
            return f"two {name}: {', '.join(said)}"
    return ""


def is_remark(line: str) -> bool:
    """Whether a comment is a translator's: not `#. of a program`, `#: a reference`."""
    return line == "#" or line[1:2] in (" ", "\t")


def state_line(comments: list[str]) -> str:
    """The comment that gives the state: the first that begins so, wherever another program put it."""
    return next((line for line in comments if is_remark(line) and _STATE.match(line)), "")


def state_parts(line: str) -> list[str]:
    """The parts of a state line in the one way to write them.

    >>> state_parts("# State：Reviewed； by: Li, Wang，origin: Human")
    ['state: reviewed', 'by: Li, Wang', 'origin: human']
    """
    parts = []
    for part in filter(None, _PARTED.split(line[1:].strip())):
        match = _FIELD.fullmatch(part)
        key, value = (match[1].lower(), match[2].strip()) if match else ("", part)
        parts.append(f"{key}: {value.lower() if value.lower() in (*STATES, *ORIGINS) else value}" if match else part)
    return parts


def with_state_in_one_line(comments: list[str]) -> list[str]:
    """The comments with the state line whole again: polib and other programs break long comments.

    >>> with_state_in_one_line(["# state: reviewed; by: Zhang", "# San; on:", "# 2026-11-21; origin: human", "# A remark."])
    ['# state: reviewed; by: Zhang San; on: 2026-11-21; origin: human', '# A remark.']
    """
    line = state_line(comments)
    if not line:
        return comments
    at = comments.index(line)
    end = at + 1
    while end < len(comments) and is_remark(comments[end]):
        more = _GOES_ON.match(comments[end])
        known = [part.partition(":")[0] for part in state_parts(line)]
        if not line.rstrip().endswith((":", "：")) and not (more and more["name"].lower() not in known):
            break
        line, end = f"{line.rstrip()} {comments[end][1:].strip()}", end + 1
    return [*comments[:at], line, *comments[end:]]


def _waivers(segment: str, remark: str, place: Place) -> tuple[dict[str, str], str, list[Problem]]:
    """Code -> reason; the rest of the remark, faulty waivers included, so that `casebook sync` loses none; and the faults.

    Warnings, for an error would set the whole file aside. Whether there is such a check is told after the checks have run.
    """
    waived: dict[str, str] = {}
    rest, problems = [], []
    for line in remark.replace("waive：", "waive:").split("\n"):
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
