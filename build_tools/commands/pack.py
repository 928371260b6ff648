"""`casebook pack`."""

from pathlib import Path

import click
from rapidfuzz import process

from build_tools.commands.opened import leave, open_and_tell
from build_tools.messages.terminal import OUT
from build_tools.model.visible import visible
from build_tools.packs import packed
from build_tools.packs.edition import Edition
from build_tools.pipeline import view_on
from build_tools.stages.link import gathered


def run(root: Path, cases: tuple[str, ...], to: Path, langs: tuple[str, ...]) -> None:
    """Write the files of these cases, in these languages, each case in a folder of its own."""
    opened = open_and_tell(root)
    view = view_on(gathered(opened.editorial, opened.sources, opened.converter), opened, root)
    there = view.archive.cases
    for id in cases:
        if id not in there:
            near = process.extractOne(id, list(there), score_cutoff=60)
            hint = f"Did you mean “{near[0]}”?" if near else f"There are: {', '.join(there)}"
            raise click.BadParameter(f"There is no case “{visible(id)}”. {hint}", param_hint="CASE")
    for id in cases or tuple(there):
        for lang in langs:
            for name, content in packed(Edition(view, there[id], lang)):
                _write(to / id / name, content)
                OUT.print(str(to / id / name), markup=False, highlight=False, soft_wrap=True)
    leave(opened)


def _write(path: Path, content: bytes) -> None:
    """Whole, or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
