"""The `casebook` command."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import click
from rich.markup import escape
from rich.progress import track
from rich.table import Table
from rich.text import Text

from build_tools.annotators.candidates import candidates
from build_tools.messages import OUT, Door, tell
from build_tools.model.text import Aligned
from build_tools.model.visible import visible
from build_tools.pages.hubs import figures
from build_tools.pipeline import Built, build, publish, text_of
from build_tools.readers.editorial import read_editorial
from build_tools.readers.seeds import read_seeds
from build_tools.serve.crash import tell_crashes
from build_tools.stages.confirm import confirmed_file, suggested
from build_tools.sync import synced
from build_tools.writer import write_if_changed


@click.group(cls=Door)
def main() -> None:
    """Build the annotated case archive."""


@main.command("build")
@click.option("--strict", is_flag=True, help="Write nothing and fail if there is any error or warning.")
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".", help="The archive's folder.")
def build_command(strict: bool, root: Path) -> None:
    """Make the pages under docs/archive/ from seeds/ and editorial/."""
    tell_crashes(root.resolve())
    built = build(root, _progress)
    tell(built.problems)
    if strict and built.faults:
        OUT.print("[red]Strict: nothing was written; the pages stand as they were.[/red]")
        raise SystemExit(1)
    changed = publish(built, root)
    _summary(built, changed)


@main.command("sync")
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".", help="The archive's folder.")
def sync_command(root: Path) -> None:
    """Bring every translation.po in step with its text. Keeps all that was translated."""
    seeds, in_seeds = read_seeds(root / "seeds")
    editorial, in_editorial = read_editorial(root)
    problems = [*in_seeds, *in_editorial]
    changed = 0
    for seed in seeds:
        files = editorial.of_source(seed.id)
        text, in_text = text_of(seed, editorial)
        file = f"editorial/sources/{seed.id}/translation.po"
        problems += in_text
        if any(p.place.file == file and p.severity == "error" for p in problems):
            continue
        changed += write_if_changed(root, file, synced(seed.id, text.segments, text.readings, files.entries))
    tell(tuple(p for p in problems if p.severity != "note"))
    OUT.print(f"{len(seeds)} sources, {changed} translation files changed")
    if any(p.severity == "error" for p in problems):
        raise SystemExit(1)


@main.command("names")
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".", help="The archive's folder.")
def names_command(root: Path) -> None:
    """List words that look like names but have no record yet."""
    table = Table("words", "times", "where", box=None)
    for words, places in candidates(build(root).archive.sources):
        table.add_row(escape(visible(words)), str(len(places)), ", ".join(f"{source}#{segment}" for source, segment in places[:4]))
    OUT.print(table)


@main.command("mentions")
@click.argument("source")
@click.option("--confirm", "origin", type=click.Choice(["human", "assisted"]), help="Record that all of them have been read and are right, and who read them.")
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".", help="The archive's folder.")
def mentions_command(source: str, origin: str | None, root: Path) -> None:
    """List what the matcher suggests in SOURCE and no editor has read. Reject what is wrong in annotations.yml first."""
    sources = build(root).archive.sources
    if source not in sources:
        raise click.BadParameter(f"There is no source “{source}”. There are: {', '.join(sources)}", param_hint="SOURCE")
    number = 0
    for each in sources[source].text:
        unread = suggested(each)
        number += len(unread)
        _tell_mentions(each, unread)
    if origin:
        write_if_changed(root, f"editorial/sources/{source}/mentions.yml", confirmed_file(sources[source].text, date.today().isoformat(), origin))
    OUT.print(f"{number} mentions {'confirmed' if origin else 'to read'}")


@main.command("script")
@click.argument("word", required=False)
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".", help="The archive's folder.")
def script_command(word: str | None, root: Path) -> None:
    """List every place where the script conversion had a choice, or was corrected; WORD, in Simplified, narrows it to one.

    The page of the script conversion shows the most frequent of them only, in a large archive.
    """
    number = 0
    for hans, forms, contexts in build(root).review.places():
        if word in (None, hans):
            for context in contexts:
                number += len(context.places)
                places = ", ".join(f"{source} {segment}" for source, segment in context.places)
                OUT.print(f"{hans} → {' / '.join(dict.fromkeys(forms))}  {visible('|'.join(context.parts[0]))}  {places}", markup=False, highlight=False, soft_wrap=True)
    OUT.print(f"{number} places")


def _tell_mentions(passage: Aligned, unread: dict[str, tuple[str, ...]]) -> None:
    if unread:
        named = "; ".join(f"{target}: {', '.join(words)}" for target, words in unread.items())
        both = "".join(f"\n    {visible(passage.rendition(lang).text)}" for lang in ("en", "zh-Hans"))
        OUT.print(Text.assemble((passage.segment.id, "bold"), f"  {visible(named)}{both}"), soft_wrap=True)


def _progress(what: str, those: Iterable[Any]) -> Iterable[Any]:
    return track(list(those), description=what, console=OUT, transient=True)


def _summary(built: Built, changed: int) -> None:
    f = figures(built.archive)
    table = Table(show_header=False, box=None)
    for name, value in (
        ("sources", f["sources"]), ("segments", f["segments"]),
        ("translated", f"{f['translated'] / max(1, f['segments']):.0%}"), ("second reading", f"{f['reviewed'] / max(1, f['segments']):.0%}"),
        ("actors, events, terms", f"{f['actors']}, {f['events']}, {f['terms']}"), ("mentions", f["mentions"]),
        ("problems", f"{len(built.faults)}"), ("pages", f"{len(built.pages)}, {changed} changed"),
    ):
        table.add_row(name, str(value))
    OUT.print(table)


if __name__ == "__main__":
    main()
