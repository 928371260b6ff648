"""How messages reach a terminal: word for word, without markup of anybody's, and without a
traceback.
"""

from collections.abc import Iterable
from typing import Any

from rich.console import Console
from rich.text import Text

from build_tools.model.problem import Problem
from build_tools.model.work import Task

OUT = Console(emoji=False, highlight=False)
"""Without emoji codes: `:smile:` in a quotation is a quotation. Markup is ours only; what we quote
is escaped, or a Text.
"""
_LONG = 100_000
"""Characters: some seconds."""
_A_SECOND = 20_000
"""Chinese characters that become a page in a second: 100,000 in 4.3 s and 300,000 in 13 s, on one
core of an ordinary server; English takes a fifth of that.
"""
_COLOURS = {"error": "red", "warning": "yellow", "note": "dim"}


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "source"), counted(0, "source"), counted(2, "file changed", "files changed")
    ('1 source', '0 sources', '2 files changed')
    """
    return f"{number} {one if number == 1 else many or one + 's'}"


def tell(problems: Iterable[Problem]) -> None:
    """Each problem in a line of its own, exactly as it is."""
    for problem in problems:
        OUT.print(
            Text.assemble((problem.severity, _COLOURS[problem.severity]), f" {problem}"),
            soft_wrap=True,
        )


def that_takes_long(each: Any) -> str:
    """What to say before a text that keeps the build busy for more than a few seconds, so that
    nobody thinks it hangs; empty of all else.
    """
    seed = max(each.seeds, key=lambda seed: len(seed.text)) if isinstance(each, Task) else None
    if seed is None or len(seed.text) <= _LONG:
        return ""
    seconds = len(seed.text) // _A_SECOND
    return f"{seed.file} has {len(seed.text):,} characters: its text and its page may take {seconds if seconds < 120 else seconds // 60} {'seconds' if seconds < 120 else 'minutes'}"
