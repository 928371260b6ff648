"""`casebook build`."""

from pathlib import Path

from rich.table import Table

from build_tools.commands.opened import progress
from build_tools.messages.crash import tell_crashes
from build_tools.messages.terminal import OUT, tell
from build_tools.pages.figures import figures
from build_tools.pipeline import Built, build, publish


def run(root: Path, strict: bool) -> None:
    """Make the pages; with `strict`, only if nothing is wrong."""
    tell_crashes(root.resolve())
    built = build(root, progress)
    tell(built.problems)
    if strict and built.faults:
        OUT.print("[red]Strict: nothing was written; the pages stand as they were.[/red]")
        raise SystemExit(1)
    changed = publish(built, root)
    _summary(built, changed)


def _summary(built: Built, changed: int) -> None:
    f = figures(built.archive)
    table = Table(show_header=False, box=None)
    for name, value in (
        ("sources", f["sources"]),
        ("segments", f["segments"]),
        ("translated", f"{f['segments-translated'] / max(1, f['segments']):.0%}"),
        ("second reading", f"{f['segments-reviewed'] / max(1, f['segments']):.0%}"),
        ("actors, events, terms", f"{f['actors']}, {f['events']}, {f['terms']}"),
        ("mentions", f["mentions-counted"]),
        ("problems", f"{len(built.faults)}"),
        ("pages", f"{len(built.pages) + len(built.exports)}, {changed} changed"),
    ):
        table.add_row(name, str(value))
    OUT.print(table)
