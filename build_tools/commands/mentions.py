"""`casebook mentions`."""

import time
from datetime import date
from pathlib import Path
from typing import Literal, NoReturn

import click
from rich.text import Text

from build_tools.commands.opened import leave, meant_by, open_and_tell
from build_tools.editing.mentions import mentions_file, steps, with_reading
from build_tools.messages.terminal import OUT, counted
from build_tools.model.dates import Date
from build_tools.model.record import WRITTEN
from build_tools.model.text import Aligned
from build_tools.model.visible import visible
from build_tools.stages.confirm import suggested
from build_tools.stages.left_alone import unsettled
from build_tools.writer import write_if_changed


def run(root: Path, source: str, origin: Literal["human", "assisted"] | None, again: bool) -> None:
    """List what nobody has read in a source, or record that it has been read, and by whom; neither,
    where the source's words are in doubt.
    """
    if again and not origin:
        raise click.UsageError(
            "--again says nothing without --confirm: write `--confirm human --again`, or `--confirm assisted --again`"
        )
    since = time.time_ns()
    opened = open_and_tell(root)
    source = meant_by(source, opened)
    if source in opened.doubtful:
        OUT.print(
            f"Mentions of {source} are not listed: its words, or what was decided about them, may be others than its editors mean",
            style="red",
            markup=False,
            soft_wrap=True,
        )
        leave(opened, (source,))
    files, passages = opened.editorial.of_source(source), opened.sources[source].text
    number = 0
    for each in passages:
        waiting = suggested(each)
        number += len(waiting)
        _tell_mentions(each, waiting)
    hindered = source in opened.left_alone or bool(unsettled(files.folder, opened.problems))
    loose = {each.segment.id for each in passages} - {entry.segment for entry in files.entries}
    people = sorted({str(each.on) for each in files.mentions if each.origin == "human"})
    if origin and not hindered and loose:
        _refuse(
            f"the numbers of {counted(len(loose), 'segment')} stand in no translation.po yet, so that a reading might move to other words. Run `casebook sync` first"
        )
    if origin == "assisted" and again and not hindered and people:
        _refuse(
            f"a person has read mentions of this source ({', '.join(people)}), and a machine's reading does not take the place of theirs. Leave out --again to record what is new"
        )
    if origin and not hindered:
        read = with_reading(
            passages, files.mentions, Date(date.today().isoformat()), origin, again, files.allotted
        )
        if read != files.mentions:
            write_if_changed(root, f"{files.folder}/mentions.yml", mentions_file(read), since)
        OUT.print(_confirmed(number, *steps(files.mentions, read), again), soft_wrap=True)
    else:
        OUT.print(f"{counted(number, 'mention')} to read")
    leave(opened, (source,) if origin and hindered else ())


def _refuse(why: str) -> NoReturn:
    OUT.print(f"Nothing was confirmed: {why}", style="red", markup=False, soft_wrap=True)
    raise SystemExit(1)


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


def _tell_mentions(passage: Aligned, waiting: dict[str, tuple[str, ...]]) -> None:
    if waiting:
        named = "; ".join(f"{target}: {', '.join(words)}" for target, words in waiting.items())
        both = "".join(f"\n    {visible(passage.rendition(lang).text)}" for lang in WRITTEN)
        OUT.print(
            Text.assemble((passage.segment.id, "bold"), f"  {visible(named)}{both}"), soft_wrap=True
        )
