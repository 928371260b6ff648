"""`casebook build`."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rich.table import Table

from build_tools.messages.crash import tell_crashes
from build_tools.messages.terminal import OUT, tell
from build_tools.model.outcome import Outcome
from build_tools.standing import up_to_date


def run(root: Path, strict: bool) -> None:
    """Make the pages; with `strict`, only if nothing is wrong."""
    tell_crashes(root.resolve())
    outcome, changed = up_to_date(root, _progress, tell, strict)
    if changed is None:
        OUT.print("[red]Strict: nothing was written; the pages stand as they were.[/red]")
        raise SystemExit(1)
    _summary(outcome, changed)


def _progress(what: str, rows: Iterable[Any]) -> Iterable[Any]:
    from build_tools.commands.opened import progress  # knows all records, which takes its time

    return progress(what, rows)


def _summary(outcome: Outcome, changed: int) -> None:
    f = outcome.figures
    table = Table(show_header=False, box=None)
    for name, value in (
        ("sources", f["sources"]),
        ("segments", f["segments"]),
        ("translated", f"{f['segments-translated'] / max(1, f['segments']):.0%}"),
        ("second reading", f"{f['segments-reviewed'] / max(1, f['segments']):.0%}"),
        ("actors, events, terms", f"{f['actors']}, {f['events']}, {f['terms']}"),
        ("mentions", f["mentions-counted"]),
        ("problems", f"{len(outcome.faults)}"),
        ("pages", f"{len(outcome.pages) + len(outcome.exports)}, {changed} changed"),
    ):
        table.add_row(name, str(value))
    OUT.print(table)
