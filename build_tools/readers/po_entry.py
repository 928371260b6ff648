"""One entry of a translation.po as it was read, and what is wrong with it."""

import re

from build_tools.model.entry import Entry
from build_tools.model.problem import Place, Problem, error, warning
from build_tools.model.visible import anything_seen
from build_tools.readers.po_said import Said, settled
from build_tools.readers.po_state import (
    FIELD,
    ORIGINS,
    STATES,
    is_remark,
    state_line,
    state_parts,
    with_state_in_one_line,
)
from build_tools.readers.po_sums import sums_in
from build_tools.readers.po_text import PoEntry

_ID = re.compile(r"s[1-9][0-9]{0,8}")
"""`s14`, as `casebook sync` gives ids."""
_FOUND = "found: "
_WAIVER = re.compile(r"waive:\s*(?P<code>\S*)(?:\s+[–—-]\s*(?P<reason>.*\S))?\s*$")
"""`waive: ending-differs – the source breaks off`."""


def entry_of(raw: PoEntry, place: Place) -> tuple[Entry | None, list[Problem]]:
    """The entry, or nothing where its id or its text is gone; and its faults."""
    refused = _refused(raw, place)
    if refused:
        return None, [refused]
    comments = with_state_in_one_line(raw.comments)
    line = state_line(comments)
    segment, target = raw.fields["msgctxt"], raw.fields["msgstr"]
    remark, found = _remarks(raw, comments, line)
    waived, remark, problems = _waivers(segment, remark, place)
    said = _said(raw, comments, line, place)
    state = settled(said)
    fields = {} if state.unsaid else said.fields
    return Entry(
        segment,
        raw.fields.get("msgid", ""),
        target if said.translated else "",
        state.now,
        fields.get("origin", "") if said.origin in ORIGINS else "",
        fields.get("by", ""),
        fields.get("on", ""),
        remark,
        found,
        raw.obsolete,
        raw.previous.get("msgid", ""),
        place,
        waived,
        state.was if state.was in STATES else "",
        said.fields.get("after", ""),
        state.in_doubt,
        sums=sums_in(raw.comments),
    ), [*problems, *state.problems]


def _refused(raw: PoEntry, place: Place) -> Problem | None:
    """Why it is no entry of a text."""
    segment, source, target = (raw.fields.get(name, "") for name in ("msgctxt", "msgid", "msgstr"))
    if "msgstr" not in raw.fields or "msgid_plural" in raw.fields:
        return error(
            place,
            "po-plural",
            f"“{segment or source[:40]}” has plural forms; a text has none",
            "Leave one msgid and one msgstr",
        )
    if not segment:
        return error(
            place,
            "po-no-context",
            f"“{source[:40]}” has no msgctxt",
            "Put the segment's id there again, as an earlier version of the file has it",
        )
    if not _ID.fullmatch(segment):
        meant = "s" + re.sub(r"\D", "", segment).lstrip("0")
        return error(
            place,
            "po-context",
            f"“{segment}” is no id of a segment",
            f"Did you mean “{meant}”?"
            if _ID.fullmatch(meant)
            else "Restore its msgctxt from an earlier version of the file",
        )
    if target and not source and not raw.obsolete:
        return error(
            place,
            "po-no-source",
            f"{segment} has a translation, but its msgid is empty",
            "Put its text there again, as an earlier version of the file has it",
        )
    return None


def _remarks(raw: PoEntry, comments: list[str], line: str) -> tuple[str, str]:
    """What the translator remarks, without the state line, and the words as found."""
    remarks = [each[1:].removeprefix(" ") for each in comments if is_remark(each)]
    if line:
        remarks.remove(line[1:].removeprefix(" "))
    words = [each for each in remarks if raw.obsolete and each.startswith(_FOUND)]
    remark = "\n".join(each for each in remarks if each not in words).strip()
    return remark, (words[0].removeprefix(_FOUND) if words else "") or _found(raw.comments)


def _said(raw: PoEntry, comments: list[str], line: str, place: Place) -> Said:
    """What the entry says of its state."""
    target, parts = raw.fields["msgstr"], tuple(state_parts(line))
    matches = (match for match in map(FIELD.fullmatch, parts) if match)
    return Said(
        raw.fields["msgctxt"],
        place,
        comments,
        parts,
        {str(match[1]): str(match[2]) for match in matches},
        translated=anything_seen(target),
        blank=bool(target) and not anything_seen(target),
        retired=raw.obsolete,
        fuzzy="fuzzy" in raw.flags,
    )


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
