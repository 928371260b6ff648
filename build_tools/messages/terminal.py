"""How messages reach a terminal: word for word, without markup of anybody's, and without a
traceback.
"""

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from build_tools.model.problem import Problem

OUT = Console(emoji=False, highlight=False)
"""Without emoji codes: `:smile:` in a quotation is a quotation. Markup is ours only; what we quote
is escaped, or a Text.
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
