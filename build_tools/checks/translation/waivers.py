"""waiver-unknown, waiver-idle: a waiver of no check, or of nothing."""

from collections.abc import Collection, Iterator

from rapidfuzz import process

from build_tools.checks.translation.pair import Finding
from build_tools.model.entry import Entry
from build_tools.model.problem import Problem, error


def unknown(entries: tuple[Entry, ...], codes: Collection[str]) -> Iterator[Problem]:
    """Looked for in every entry, also where nothing is translated yet."""
    for entry in (e for e in entries if not e.retired):
        for code in entry.waived:
            if code not in codes:
                near = process.extractOne(code, list(codes), score_cutoff=60)
                yield error(
                    entry.place,
                    "waiver-unknown",
                    f"{entry.segment} waives “{code}”, and there is no such check of translations",
                    f"Did you mean “{near[0]}”?" if near else f"Use one of: {', '.join(codes)}",
                )


def idle(waived: dict[str, str], found: Collection[str], run: Collection[str]) -> Iterator[Finding]:
    """A waiver of a check that ran and found nothing would hide the next fault."""
    for code in waived:
        if code in run and code not in found:
            yield f"{code} is waived, but it finds nothing here", "Delete the waiver"
