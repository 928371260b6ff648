"""The `casebook` command: how it is called. What it does is in commands/, loaded when it is wanted."""

from pathlib import Path
from typing import Literal

import click

from build_tools.messages.door import Door


@click.group(cls=Door)
def main() -> None:
    """Build the annotated case archive."""


_ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The archive's folder.",
)


@main.command("build")
@click.option(
    "--strict", is_flag=True, help="Write nothing and fail if there is any error or warning."
)
@_ROOT
def build_command(strict: bool, root: Path) -> None:
    """Make the pages under docs/archive/ from seeds/ and editorial/."""
    from build_tools.commands.build import run

    run(root, strict)


@main.command("sync")
@_ROOT
def sync_command(root: Path) -> None:
    """Bring every translation.po in step with its text, and let decisions name their segments.
    Keeps all that was translated.
    """
    from build_tools.commands.sync import run

    run(root)


@main.command("names")
@_ROOT
def names_command(root: Path) -> None:
    """List words that look like names but have no record yet."""
    from build_tools.commands.names import run

    run(root)


@main.command("mentions")
@click.argument("source")
@click.option(
    "--confirm",
    "origin",
    type=click.Choice(["human", "assisted"]),
    help="Record that all of them have been read and are right, and who read them.",
)
@click.option(
    "--again", is_flag=True, help="With --confirm: those read before have been read anew, too."
)
@_ROOT
def mentions_command(
    source: str, origin: Literal["human", "assisted"] | None, again: bool, root: Path
) -> None:
    """List what the matcher suggests in SOURCE and no editor has read. Reject what is wrong in
    annotations.yml first.
    """
    from build_tools.commands.mentions import run

    run(root, source, origin, again)


@main.command("pack")
@click.argument("cases", nargs=-1, metavar="[CASE]...")
@click.option(
    "--to",
    type=click.Path(file_okay=False, path_type=Path),
    default="packs",
    show_default=True,
    help="The folder that gets them, a folder for each case.",
)
@click.option(
    "--lang",
    "langs",
    multiple=True,
    type=click.Choice(["en", "zh-Hans", "zh-Hant-TW", "zh-Hant-HK"]),
    help="The language; may stand several times. English and Simplified Chinese if it is not given.",
)
@_ROOT
def pack_command(cases: tuple[str, ...], to: Path, langs: tuple[str, ...], root: Path) -> None:
    """Write a case for class: Word documents, slides, the quiz for learning platforms, a word list.

    \b
    casebook pack kol-partnership --lang zh-Hant-TW
    Without CASE, all of them.
    """
    from build_tools.commands.pack import run

    run(root, cases, to, langs or ("en", "zh-Hans"))


@main.command("script")
@click.argument("word", required=False)
@_ROOT
def script_command(word: str | None, root: Path) -> None:
    """List every place where the script conversion had a choice, or was corrected; WORD, in
    Simplified, narrows it to one.

    The page of the script conversion shows the most frequent of them only, in a large archive.
    """
    from build_tools.commands.script import run

    run(root, word)
