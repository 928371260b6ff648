"""`casebook names`."""

from pathlib import Path

from rich.markup import escape
from rich.table import Table

from build_tools.annotators.names.candidates import candidates
from build_tools.commands.opened import leave, open_and_tell
from build_tools.messages.terminal import OUT
from build_tools.model.visible import visible


def run(root: Path) -> None:
    """List what looks like a name and has no record."""
    opened = open_and_tell(root)
    table = Table("words", "times", "where", box=None)
    for words, places in candidates(opened.sources):
        table.add_row(
            escape(visible(words)),
            str(len(places)),
            ", ".join(f"{source}#{segment}" for source, segment in places[:4]),
        )
    OUT.print(table)
    leave(opened)
