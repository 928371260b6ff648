"""Tables that spreadsheets open."""

import csv
import io
from collections.abc import Iterable


def table(head: list[str], lines: Iterable[list[str]]) -> str:
    """CSV with a byte order mark, without which spreadsheets take Chinese for Latin letters."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerows([head, *([inert(each) for each in line] for line in lines)])
    return "\ufeff" + written.getvalue()


def inert(words: str) -> str:
    """Words that no spreadsheet takes for a formula.

    >>> inert("=1+1"), inert("小米")
    ("'=1+1", '小米')
    """
    return f"'{words}" if words[:1] in ("=", "+", "-", "@", "\t", "\r") else words
