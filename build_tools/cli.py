"""The `casebook` command."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, Literal

import click
from rich.markup import escape
from rich.progress import track
from rich.table import Table
from rich.text import Text

from build_tools.annotators.names.candidates import candidates
from build_tools.checks.whole import of_all, unseen_in_translations, unsettled
from build_tools.editing.sync import sync_source
from build_tools.messages.terminal import OUT, Door, counted, tell, that_takes_long
from build_tools.model.dates import Date
from build_tools.model.problem import listed
from build_tools.model.text import Aligned
from build_tools.model.visible import visible
from build_tools.pages.hubs import figures
from build_tools.pipeline import Built, Opened, build, open_archive, publish, reviewed_script
from build_tools.serve.crash import tell_crashes
from build_tools.stages.confirm import mentions_file, steps, suggested, with_reading
from build_tools.stages.decide import segments_of
from build_tools.stages.decisions import decisions_on
from build_tools.writer import write_if_changed


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
    tell_crashes(root.resolve())
    built = build(root, _progress)
    tell(built.problems)
    if strict and built.faults:
        OUT.print("[red]Strict: nothing was written; the pages stand as they were.[/red]")
        raise SystemExit(1)
    changed = publish(built, root)
    _summary(built, changed)


@main.command("sync")
@_ROOT
def sync_command(root: Path) -> None:
    """Bring every translation.po in step with its text, and let decisions name their segments.
    Keeps all that was translated.
    """
    opened = _open(root)
    changed, untouched = 0, opened.left_alone | unseen_in_translations(opened.problems)
    for id, source in opened.sources.items():
        if id not in untouched:
            files = opened.editorial.of_source(id)
            changed += sync_source(
                root,
                opened.texts[id],
                files,
                segments_of(source.text, decisions_on(files, opened.editorial)),
            )
    OUT.print(
        f"{counted(len(opened.seeds), 'source')}, {counted(changed, 'translation file')} changed"
    )
    _leave(opened, untouched)


@main.command("names")
@_ROOT
def names_command(root: Path) -> None:
    """List words that look like names but have no record yet."""
    opened = _open(root)
    table = Table("words", "times", "where", box=None)
    for words, places in candidates(opened.sources):
        table.add_row(
            escape(visible(words)),
            str(len(places)),
            ", ".join(f"{source}#{segment}" for source, segment in places[:4]),
        )
    OUT.print(table)
    _leave(opened)


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
    if again and not origin:
        raise click.UsageError(
            "--again says nothing without --confirm: write `--confirm human --again`, or `--confirm assisted --again`"
        )
    opened = _open(root)
    source = _meant(source, opened)
    files, passages = opened.editorial.of_source(source), opened.sources[source].text
    number = 0
    for each in passages:
        unread = suggested(each)
        number += len(unread)
        _tell_mentions(each, unread)
    hindered = source in opened.left_alone or bool(unsettled(files.folder, opened.problems))
    loose = {each.segment.id for each in passages} - {entry.segment for entry in files.entries}
    if origin and not hindered and loose:
        OUT.print(
            f"Nothing was confirmed: the numbers of {counted(len(loose), 'segment')} stand in no translation.po yet, so that a reading might move to other words. Run `casebook sync` first",
            style="red",
            markup=False,
            soft_wrap=True,
        )
        raise SystemExit(1)
    if origin and not hindered:
        read = with_reading(
            passages, files.mentions, Date(date.today().isoformat()), origin, again, files.known
        )
        if read != files.mentions:
            write_if_changed(root, f"{files.folder}/mentions.yml", mentions_file(read))
        OUT.print(_confirmed(*steps(files.mentions, read, number), again), soft_wrap=True)
    else:
        OUT.print(f"{counted(number, 'mention')} to read")
    _leave(opened, (source,) if origin and hindered else ())


@main.command("script")
@click.argument("word", required=False)
@_ROOT
def script_command(word: str | None, root: Path) -> None:
    """List every place where the script conversion had a choice, or was corrected; WORD, in
    Simplified, narrows it to one.

    The page of the script conversion shows the most frequent of them only, in a large archive.
    """
    opened = _open(root)
    number = 0
    for hans, forms, contexts in reviewed_script(opened, root).places():
        if word in (None, hans):
            for context in contexts:
                number += len(context.places)
                places = ", ".join(f"{source} {segment}" for source, segment in context.places)
                OUT.print(
                    f"{hans} → {' / '.join(dict.fromkeys(forms))}  {visible('|'.join(context.parts[0]))}  {places}",
                    markup=False,
                    highlight=False,
                    soft_wrap=True,
                )
    OUT.print(counted(number, "place"))
    _leave(opened)


def _open(root: Path) -> Opened:
    """What is under `root`, once its faults have been told."""
    opened = open_archive(root, _progress)
    tell(p for p in opened.problems if p.severity != "note")
    return opened


def _leave(opened: Opened, untouched: Iterable[str] = ()) -> None:
    """Say for which sources nothing was written, and fail where there was an error."""
    names = ", ".join(sorted({*untouched} & {seed.id for seed in opened.seeds}))
    reason = of_all(opened.problems)
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
            p.place
            for p in opened.problems
            if (p.severity == "error" or p.code == "character-unseen")
            and p.place.file.startswith(own)
        )
    )


def _meant(source: str, opened: Opened) -> str:
    """The id of a source, also if its seed or its folder was named."""
    name = Path(source).name
    meant = next(
        (
            seed.id
            for seed in opened.seeds
            if name in (seed.id, Path(seed.file).name, Path(seed.file).stem)
        ),
        "",
    )
    if not meant:
        raise click.BadParameter(
            f"There is no source “{visible(source)}”. There are: {', '.join(opened.sources)}",
            param_hint="SOURCE",
        )
    return meant


def _confirmed(new: int, anew: int, gone: int, again: bool) -> str:
    """What a reading did.

    >>> _confirmed(3, 0, 1, False), _confirmed(0, 0, 0, False)
    ('3 mentions confirmed, 1 that is no longer in the text taken out', 'Nothing to confirm: all that is suggested has been read. With --again, what was read before is read anew')
    """
    done = [f"{counted(new, 'mention')} confirmed"] * bool(new) + [
        f"{counted(anew, 'mention')} read before confirmed anew"
    ] * bool(anew)
    done += [f"{gone} that {'is' if gone == 1 else 'are'} no longer in the text taken out"] * bool(
        gone
    )
    return ", ".join(done) or "Nothing to confirm: all that is suggested has been read" + (
        "" if again else ". With --again, what was read before is read anew"
    )


def _tell_mentions(passage: Aligned, unread: dict[str, tuple[str, ...]]) -> None:
    if unread:
        named = "; ".join(f"{target}: {', '.join(words)}" for target, words in unread.items())
        both = "".join(
            f"\n    {visible(passage.rendition(lang).text)}" for lang in ("en", "zh-Hans")
        )
        OUT.print(
            Text.assemble((passage.segment.id, "bold"), f"  {visible(named)}{both}"), soft_wrap=True
        )


def _progress(what: str, those: Iterable[Any]) -> Iterable[Any]:
    for each in track(
        those, description=what, console=OUT, transient=True, disable=not OUT.is_terminal
    ):
        if said := that_takes_long(each):
            click.echo(said, err=True)
        yield each


def _summary(built: Built, changed: int) -> None:
    f = figures(built.archive)
    table = Table(show_header=False, box=None)
    for name, value in (
        ("sources", f["sources"]),
        ("segments", f["segments"]),
        ("translated", f"{f['translated'] / max(1, f['segments']):.0%}"),
        ("second reading", f"{f['reviewed'] / max(1, f['segments']):.0%}"),
        ("actors, events, terms", f"{f['actors']}, {f['events']}, {f['terms']}"),
        ("mentions", f["mentions"]),
        ("problems", f"{len(built.faults)}"),
        ("pages", f"{len(built.pages) + len(built.exports)}, {changed} changed"),
    ):
        table.add_row(name, str(value))
    OUT.print(table)


if __name__ == "__main__":
    main()
