"""translation.po: what translators wrote, keyed by segment, and what their programs make of it."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from rapidfuzz import fuzz, process

from build_tools.model.dates import Date, NoDate
from build_tools.model.entry import Entry
from build_tools.model.problem import Place, Problem, error, warning
from build_tools.model.visible import anything_seen
from build_tools.po_text import NoPo, Unit, units
from build_tools.readers.faults import left_by_git

STATES = ("untranslated", "machine-draft", "human-draft", "reviewed", "stale")
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
LAST = re.compile(r"^X-Last-Segment: (?P<id>s\d{1,9})$", re.M)
"""A line of the file's header: the highest id that was ever given, so that none is given twice."""
ORDER = re.compile(r"^X-Segments: (?P<ids>[s\d -]*)$", re.M)
"""Another: the ids in the order of the text, for a program may sort the entries. `s1-s12 s20 s13-s15`."""
EARLIER = re.compile(r"^X-Earlier-Segments: (?P<orders>[s\d /-]*)$", re.M)
"""Another: the orders that the text had before, the latest first, so that what is put back is what it was. `s1-s7 / s3 s1-s2`."""
_RUN = re.compile(r"s(\d{1,9})(?:-s(\d{1,9}))?")
_FOUND = "found: "
_WAIVER = re.compile(r"waive:\s*(?P<code>\S*)(?:\s+[–—-]\s*(?P<reason>.*\S))?\s*$")
"""`waive: ending-differs – the source breaks off`."""


def read_po(path: Path, file: str, others: frozenset[str] = frozenset()) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The entries in the order of the text, as far as the file says it; a file that does not exist holds none.

    `others` are the archive's other sources: a file that names one of them was copied, and its ids mean other segments.
    """
    if not path.exists():
        return (), ()
    try:
        text = composed(path)
        merging = left_by_git(file, text)
        if merging:
            return (), (merging,)
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
    last = order = earlier = ""
    for number, unit in enumerate(parsed):
        if number == 0 and is_head(unit):
            head = unit.fields.get("msgstr", "")
            last = (LAST.search(head) or {"id": ""})["id"]
            order = (ORDER.search(head) or {"ids": ""})["ids"]
            earlier = (EARLIER.search(head) or {"orders": ""})["orders"]
            project = (_PROJECT.search(head) or {"id": ""})["id"].strip()
            if project in others:
                return (), (error(Place(file, _line_of(text, "Project-Id-Version")), "po-of-another", f"By its header, this is the translation of another source, {project}",
                                  "Restore the file that belongs here; if it does belong here, write this source's id behind Project-Id-Version"),)
            continue
        place = Place(file, unit.line)
        entry, found = _entry(unit, place)
        problems += found
        if entry and entry.segment in entries:
            problems.append(error(place, "po-id-twice", f"{entry.segment} has two entries; the first stands in line {entries[entry.segment].place.line}",
                                  "Keep one of them, or give the other its own msgctxt back, as an earlier version of the file has it"))
        elif entry:
            entries[entry.segment] = entry
    problems += _never_given(entries, last, order)
    if last and last not in entries:  # an id of which nothing is left: a program may have purged unused entries
        entries[last] = Entry(last, "", "", "untranslated", "", "", "", "", "", True, "", Place(file))
    stood = _places(earlier, entries)
    return _in_order((replace(entry, stood=tuple(stood[id])) for id, entry in entries.items()), order), tuple(problems)


def _line_of(text: str, words: str) -> int:
    return text.count("\n", 0, text.index(words)) + 1


def _never_given(entries: dict[str, Entry], last: str, runs: str) -> list[Problem]:
    """A problem for each entry in use whose id the header does not know, where it was never given, or another that the header knows has no entry."""
    spans = [range(int(first), int(to or first) + 1) for first, to in _RUN.findall(runs)]
    if sum(map(len, spans)) > 2 * len(entries):
        return []
    known = {f"s{n}": None for span in spans for n in span}
    lost = [id for id in known if id not in entries]
    problems = []
    for id, entry in entries.items():
        beyond = last and int(id[1:]) > int(last[1:])
        if not known or entry.retired or id in known or not (lost or beyond):
            continue
        near = process.extractOne(id, lost, scorer=fuzz.ratio)
        problems.append(error(entry.place, "po-id-unknown", f"The header of this file knows no segment {id}" + (f", and {near[0]}, which it knows, has no entry" if near else f", and the highest is {last}"),
                              f"Did you mean “{near[0]}”?" if near else f"Restore its msgctxt from an earlier version of the file; if two versions were merged by hand, write X-Last-Segment: {id} in the header"))
    return problems


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


def _places(earlier: str, ids: Iterable[str]) -> dict[str, list[tuple[int, int]]]:
    """Where each id stood: (which order, how far on).

    >>> _places("s1-s2 / s2 s1", ["s1", "s2"])
    {'s1': [(0, 0), (1, 1)], 's2': [(0, 1), (1, 0)]}
    """
    stood: dict[str, list[tuple[int, int]]] = {id: [] for id in ids}
    for which, order in enumerate(earlier.split("/")):
        for place, id in enumerate(ids_of(order, stood)):
            stood[id].append((which, place))
    return stood


def ids_of(runs: str, ids: Iterable[str]) -> list[str]:
    """Those of the ids that an order has, as it has them. What it claims beyond them costs nothing.

    >>> ids_of("s3 s1-s999999999", ["s1", "s2", "s3"])
    ['s3', 's1', 's2']
    """
    numbers = sorted(int(id[1:]) for id in ids)
    spans = [numbers[bisect_left(numbers, int(first)) : bisect_right(numbers, int(last or first))] for first, last in _RUN.findall(runs)]
    return [f"s{number}" for number in dict.fromkeys(number for span in spans for number in span)]


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
    if target and not unit.obsolete and origin not in ORIGINS:
        problems.append(error(place, "po-origin", f"{segment} does not say truly where its translation comes from",
                              _meant(origin, ORIGINS, parts, "origin") or "Write `# state: …; origin: human`, `assisted`, `machine` or `found` above it"))
    given = fields.get("state") or "untranslated"
    if given not in STATES:
        problems.append(error(place, "po-state", f"“{given}” is no translation state", _meant(given, STATES, (), "") or f"Use one of: {', '.join(STATES)}"))
        given = "human-draft"
    elif (blank or (not target and given != "untranslated")) and not unit.obsolete:
        problems.append(warning(place, "po-blank", f"{segment} is called {given}, but its translation {'holds nothing that can be seen' if blank else 'is empty'}",
                                "Translate it, or write `state: untranslated`"))
    elif twice:
        problems.append(error(place, "po-state-twice", f"{segment} says {twice}", "Keep what is true: one line with one state and one origin"))
        given = "human-draft"
    elif target and not unit.obsolete and given == "machine-draft" and origin in ("human", "assisted"):
        problems.append(error(place, "po-state", f"State and origin of {segment} contradict each other: a machine-draft, and {origin}", "Write `origin: machine`, or `state: human-draft`"))
    problems += _odd_keys(segment, parts, place)
    problems += _day(segment, fields.get("on", ""), place)
    fuzzy = "fuzzy" in unit.flags
    doubt = "" if unit.obsolete or not target or twice else _doubt(given, origin, fuzzy, "was" in fields)
    if doubt:
        problems.append(warning(place, "po-fuzzy", f"{segment} {doubt}; it is shown as a draft", "If it was reviewed, write `state: reviewed` and delete `fuzzy`; if it is a draft, let the state line say so and keep `fuzzy`"))
    was = fields.get("was", "")
    return Entry(segment, source, target, given if unit.obsolete else state_of(given, origin, fuzzy, bool(target)), origin if origin in ORIGINS else "", fields.get("by", ""), fields.get("on", ""), remark, words,
                 unit.obsolete, unit.previous.get("msgid", ""), place, waived, was if was in STATES else "", fields.get("after", ""), bool(doubt)), problems


def _meant(given: str, those: tuple[str, ...], parts: Iterable[str], key: str) -> str:
    """A hint: the value, or the key, that was mistyped; nothing if neither is near."""
    near = process.extractOne(given, those, scorer=fuzz.ratio, score_cutoff=75) if given else None
    odd = next((part for part in parts if not _FIELD.fullmatch(part) and key and fuzz.ratio(re.split("[:：]", part)[0].strip().lower(), key) >= 75), "")
    return f"Did you mean “{near[0]}”?" if near else f"Did you mean `{key}:` in “{odd}”?" if odd else ""


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
