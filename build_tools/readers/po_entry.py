"""One entry of a translation.po as it was read, and what is wrong with it."""

import re

from build_tools.model.entry import Entry
from build_tools.model.problem import Place, Problem, error, warning
from build_tools.model.visible import anything_seen
from build_tools.readers.po_state import (
    FIELD,
    ORIGINS,
    STATES,
    contradiction,
    is_nearly,
    is_remark,
    misspelt,
    near_value,
    odd_day,
    odd_keys,
    said_twice,
    state_line,
    state_of,
    state_parts,
    with_state_in_one_line,
)
from build_tools.readers.po_sums import sums_in
from build_tools.readers.po_text import Unit

_WORK = ("human-draft", "reviewed", "stale")
"""States of what somebody has worked on: where it was emptied, that is remembered."""
_ID = re.compile(r"s[1-9][0-9]{0,8}")
"""`s14`, as `casebook sync` gives ids."""
_FOUND = "found: "
_WAIVER = re.compile(r"waive:\s*(?P<code>\S*)(?:\s+[–—-]\s*(?P<reason>.*\S))?\s*$")
"""`waive: ending-differs – the source breaks off`."""


def entry_of(unit: Unit, place: Place) -> tuple[Entry | None, list[Problem]]:
    """The entry, or nothing where its id or its text is gone; and its faults."""
    comments = with_state_in_one_line(unit.comments)
    segment, source, target = (unit.fields.get(name, "") for name in ("msgctxt", "msgid", "msgstr"))
    if "msgstr" not in unit.fields or "msgid_plural" in unit.fields:
        return None, [
            error(
                place,
                "po-plural",
                f"“{segment or source[:40]}” has plural forms; a text has none",
                "Leave one msgid and one msgstr",
            )
        ]
    if not segment:
        return None, [
            error(
                place,
                "po-no-context",
                f"“{source[:40]}” has no msgctxt",
                "Put the segment's id there again, as an earlier version of the file has it",
            )
        ]
    remarks = [line[1:].removeprefix(" ") for line in comments if is_remark(line)]
    if not _ID.fullmatch(segment):
        meant = "s" + re.sub(r"\D", "", segment).lstrip("0")
        return None, [
            error(
                place,
                "po-context",
                f"“{segment}” is no id of a segment",
                f"Did you mean “{meant}”?"
                if _ID.fullmatch(meant)
                else "Restore its msgctxt from an earlier version of the file",
            )
        ]
    if target and not source and not unit.obsolete:
        return None, [
            error(
                place,
                "po-no-source",
                f"{segment} has a translation, but its msgid is empty",
                "Put its text there again, as an earlier version of the file has it",
            )
        ]
    line = state_line(comments)
    parts = state_parts(line)
    matches = (match for match in map(FIELD.fullmatch, parts) if match)
    fields = {str(match[1]): str(match[2]) for match in matches}
    if line:
        remarks.remove(line[1:].removeprefix(" "))
    words = next(
        (
            remark.removeprefix(_FOUND)
            for remark in remarks
            if unit.obsolete and remark.startswith(_FOUND)
        ),
        "",
    ) or _found(unit.comments)
    remark = "\n".join(r for r in remarks if not (unit.obsolete and r.startswith(_FOUND))).strip()
    waived, remark, problems = _waivers(segment, remark, place)
    origin = fields.get("origin", "")
    blank, target = target and not anything_seen(target), target if anything_seen(target) else ""
    both = said_twice(comments) if target and not unit.obsolete else ""
    slip = misspelt(comments, fields) if target and not unit.obsolete else ""
    if slip:
        problems.append(
            error(
                place,
                "po-state",
                f"{segment}: “{slip}” is not read, for it does not begin as a state line does",
                "Did you mean `# state: …; by: …; on: …; origin: …`?",
            )
        )
    elif target and not unit.obsolete and origin not in ORIGINS:
        problems.append(
            error(
                place,
                "po-origin",
                f"{segment} does not say truly where its translation comes from",
                near_value(origin, ORIGINS, parts, "origin")
                or "Write `# state: …; origin: human`, `assisted`, `machine` or `found` above it",
            )
        )
    given = fields.get("state") or "untranslated"
    known = given in STATES
    if not known:
        problems.append(
            error(
                place,
                "po-state",
                f"“{given}” is no translation state",
                near_value(given, STATES, (), "") or f"Use one of: {', '.join(STATES)}",
            )
        )
        given = "human-draft"
    unlike = _unlike(given, origin) if target and not unit.obsolete else ""
    emptied = (
        known
        and not target
        and not unit.obsolete
        and (bool(blank) or given != "untranslated" or "was" in fields)
    )
    was = fields.get("was", "")
    if emptied:
        was = was or (given if given in _WORK else "")
        problems.append(
            warning(
                place,
                "po-blank",
                f"{segment} {f'was {was}' if given == 'untranslated' and was else f'is called {given}'}, but its translation {'holds nothing that can be seen' if blank else 'is empty'}",
                "Restore it from an earlier version of the file, as Git has it; or, if it is to go, write `state: untranslated` and no `was:`",
            )
        )
    elif known and both:
        problems.append(
            error(
                place,
                "po-state-twice",
                f"{segment} says {both}",
                "Keep what is true: one line with one state and one origin",
            )
        )
        given = "human-draft"
    elif known and unlike:
        problems.append(
            error(
                place,
                "po-state",
                f"State and origin of {segment} contradict each other: {'a ' if given.endswith('draft') else ''}{given}, and {origin}",
                unlike,
            )
        )
        given = "machine-draft" if origin == "machine" else given
    unsaid = (
        bool(target)
        and not unit.obsolete
        and fields.get("state") == "untranslated"
        and bool({"was", "by", "on"} & fields.keys())
        and origin in ORIGINS
        and not both
    )
    if unsaid:
        problems.append(
            warning(
                place,
                "po-state",
                f"{segment} has words, and its state line calls it untranslated{f', and {was} before it was emptied' if was else ''}; it is shown as a draft",
                "Say what these words are: `state: human-draft`, or `reviewed` if they were read a second time, with `by`, `on` and `origin` of their own, and without `was:`",
            )
        )
    problems += odd_keys(
        segment,
        [part for part in parts if origin or not is_nearly(part, "origin")] if target else parts,
        place,
    )
    problems += odd_day(segment, fields.get("on", ""), place)
    fuzzy = "fuzzy" in unit.flags
    doubt = (
        ""
        if unit.obsolete or not target or both or unlike
        else contradiction(given, origin, fuzzy, "was" in fields)
    )
    if doubt:
        problems.append(
            warning(
                place,
                "po-fuzzy",
                f"{segment} {doubt}; it is shown as a draft",
                "If it was reviewed, write `state: reviewed` and delete `fuzzy`; if it is a draft, let the state line say so and keep `fuzzy`",
            )
        )
    said = (
        {} if unsaid else fields
    )  # by whom, when and from where were the words that were there before
    return Entry(
        segment,
        source,
        target,
        given if unit.obsolete else state_of(given, origin, fuzzy, bool(target)),
        origin if origin in ORIGINS and not unsaid else "",
        said.get("by", ""),
        said.get("on", ""),
        remark,
        words,
        unit.obsolete,
        unit.previous.get("msgid", ""),
        place,
        waived,
        was if was in STATES else "",
        fields.get("after", ""),
        bool(doubt) or unsaid,
        sums=sums_in(unit.comments),
    ), problems


def _unlike(state: str, origin: str) -> str:
    """What to write where state and origin cannot both be true; nothing where they can.

    >>> _unlike("reviewed", "machine")[:42], _unlike("reviewed", "assisted")
    ('A machine reviews nothing: write `origin: ', '')
    """
    if state == "machine-draft" and origin in ("human", "assisted"):
        return "Write `origin: machine`, or `state: human-draft`"
    if state == "human-draft" and origin == "machine":
        return "Write `origin: assisted` if somebody has revised it; or `state: machine-draft`"
    if state == "reviewed" and origin == "machine":
        return "A machine reviews nothing: write `origin: assisted` if somebody has read it beside the text a second time; or `state: machine-draft`, and `#, fuzzy` below it"
    return ""


def _waivers(segment: str, remark: str, place: Place) -> tuple[dict[str, str], str, list[Problem]]:
    """Code -> reason; the rest of the remark, faulty waivers included, so that `casebook sync`
    loses none; and the faults.

    Warnings, for an error would set the whole file aside. Whether there is such a check is told
    after the checks have run.
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
            what = (
                f"waives {waiver['code']} twice"
                if waiver and waiver["code"] in waived
                else "has a waiver without a code and a reason"
            )
            problems.append(
                warning(
                    place,
                    "waiver-unknown",
                    f"{segment} {what}: “{line}”",
                    "Write `waive: code – reason` in a line of its own",
                )
            )
    return waived, "\n".join(rest).strip(), problems


def _found(comments: list[str]) -> str:
    """The words as found. Other programs break comments over several lines."""
    _, mark, words = "\n".join(
        line[2:].strip() for line in comments if line.startswith("#.")
    ).partition(_FOUND)
    return " ".join(words.split("\n")) if mark else ""
