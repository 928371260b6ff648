"""The door to all commands: what stops one of them is said in one sentence."""

import sys
from typing import Any

import click

from build_tools.model.problem import Stopped


class Door(click.Group):
    """The commands. What stops one of them is said in one sentence on stderr."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="backslashreplace")
        return super().main(*args, **kwargs)

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except BrokenPipeError:
            raise
        except (Stopped, OSError) as why:
            from build_tools.messages.stops import sentence_of

            raise click.ClickException(sentence_of(why) or "") from why
