"""`casebook script`."""

from pathlib import Path

from build_tools.commands.opened import leave, open_and_tell
from build_tools.messages.terminal import OUT, counted
from build_tools.model.visible import visible
from build_tools.pipeline import reviewed_script


def run(root: Path, word: str | None) -> None:
    """List where the script conversion had a choice."""
    opened = open_and_tell(root)
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
    leave(opened)
