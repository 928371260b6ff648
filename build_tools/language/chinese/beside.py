"""What a word means by what stands before and after it, from a table with one line for a
meaning.
"""

import re
from collections.abc import Iterable

Table = dict[str, list[tuple[re.Pattern[str], re.Pattern[str], str]]]
_NEAR = 8
"""Characters before a word that are looked at."""


def table(rows: Iterable[tuple[str, str, str, str]]) -> Table:
    """Rows of (word, pattern before, pattern after, meaning), by word; their order stays."""
    found: Table = {}
    for word, before, after, meaning in rows:
        found.setdefault(word, []).append(
            (re.compile(f"(?:{before})$"), re.compile(after), meaning)
        )
    return found


def meant(rows: Table, text: str, start: int, end: int) -> str | None:
    """The meaning of the word at start..end: that of the first row that fits; None where none does.

    >>> meant(table([("签", "[抽求]", "", "籤"), ("签", "", "", "簽")]), "抽签和签约", 1, 2), meant(table([("长", "部", "", "zhǎng")]), "很长", 1, 2)
    ('籤', None)
    """
    return next(
        (
            meaning
            for before, after, meaning in rows.get(text[start:end], ())
            if before.search(text, max(0, start - _NEAR), start) and after.match(text, end)
        ),
        None,
    )
