"""What commands share: the archive opened and its faults told, progress, and what is said at the end."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click
from rich.progress import track

from build_tools.messages.long_texts import that_takes_long
from build_tools.messages.terminal import OUT, tell
from build_tools.model.problem import listed
from build_tools.model.visible import visible
from build_tools.pipeline import Opened, open_archive
from build_tools.stages.left_alone import hindering_all


def open_and_tell(root: Path) -> Opened:
    """What is under `root`, once its faults have been told."""
    opened = open_archive(root, progress)
    tell(p for p in opened.problems if p.severity != "note")
    return opened


def leave(opened: Opened, untouched: Iterable[str] = ()) -> None:
    """Say for which sources nothing was written, and fail where there was an error."""
    names = ", ".join(sorted({*untouched} & {seed.id for seed in opened.seeds}))
    reason = hindering_all(opened.problems)
    if names and reason:
        OUT.print(
            f"Nothing was written for any source: first correct {reason.place}, which may be about each of them [{reason.code}]",
            style="red",
            markup=False,
            soft_wrap=True,
        )
    elif names:
        OUT.print(
            f"Nothing was written for {names}: first correct {_causes(opened, untouched) or 'what is reported above'}",
            style="red",
            markup=False,
            soft_wrap=True,
        )
    if names or any(p.severity == "error" for p in opened.problems):
        raise SystemExit(1)


def _causes(opened: Opened, sources: Iterable[str]) -> str:
    """The places in these sources' own files of what hinders writing them."""
    own = (
        *(f"editorial/sources/{id}/" for id in sources),
        *(seed.file for seed in opened.seeds if seed.id in sources),
    )
    return listed(
        dict.fromkeys(
            place
            for p in opened.problems
            for place in (p.place, *p.also)
            if (p.severity == "error" or p.code == "character-unseen")
            and f"{place.file}/".startswith(own)
        )
    )


def meant_by(source: str, opened: Opened) -> str:
    """The id of a source, also if its seed or its folder was named."""
    name = Path(source).name
    id = next(
        (
            seed.id
            for seed in opened.seeds
            if name in (seed.id, Path(seed.file).name, Path(seed.file).stem)
        ),
        "",
    )
    if not id:
        raise click.BadParameter(
            f"There is no source “{visible(source)}”. There are: {', '.join(opened.sources)}",
            param_hint="SOURCE",
        )
    return id


def progress(what: str, rows: Iterable[Any]) -> Iterable[Any]:
    """The rows, with a bar on the terminal while they are gone through; a long text is named."""
    for each in track(
        rows, description=what, console=OUT, transient=True, disable=not OUT.is_terminal
    ):
        if said := that_takes_long(each):
            click.echo(said, err=True)
        yield each
