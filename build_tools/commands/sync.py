"""`casebook sync`."""

import time
from pathlib import Path

from build_tools.commands.opened import leave, open_and_tell
from build_tools.editing.sync import sync_source
from build_tools.messages.terminal import OUT, counted
from build_tools.stages.decide import segments_of
from build_tools.stages.decisions import decisions_on
from build_tools.stages.left_alone import unseen_in_translations


def run(root: Path) -> None:
    """Bring every source that was read whole in step."""
    since = time.time_ns()
    opened = open_and_tell(root)
    changed, untouched = 0, opened.left_alone | unseen_in_translations(opened.problems)
    for id, source in opened.sources.items():
        if id not in untouched:
            files = opened.editorial.of_source(id)
            changed += sync_source(
                root,
                source.as_text(),
                files,
                segments_of(source.text, decisions_on(files, opened.editorial)),
                since,
            )
    OUT.print(
        f"{counted(len(opened.seeds), 'source')}, {counted(changed, 'translation file')} changed"
    )
    leave(opened, untouched)
