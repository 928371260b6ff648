"""A line of the text, and how wide it is."""

import re
from dataclasses import dataclass

from build_tools.language.chinese.han import FIRST_WIDE

NARROWEST, WIDEST = 36, 120
"""In Latin letters. Narrower lines are verse, addresses or tables; a wider line is a paragraph of
its own.
"""
STOP = re.compile(r"[.!?:;。．！？：；…][”’」』）)\]\"'*_]*$")
"""What a line ends with that need not go on: `…处理结果是这样的:`."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the seed that belongs to the text."""

    start: int
    end: int
    """Its own words, without blanks, debris and the marks of a quoted e-mail."""
    indent: int
    marks: str
    """`>` or `>>` of a quoted e-mail."""
    apart: bool
    """Whether a blank line, or one that is hidden, stands before it."""
    turned: bool = False
    """Whether a page ends before it: its number and running head are hidden there."""


def width(text: str) -> int:
    """How wide a text is in Latin letters; a Han character counts as two.

    >>> width("小米SU7")
    7
    """
    return len(text) + sum(map(FIRST_WIDE.__lt__, text))
