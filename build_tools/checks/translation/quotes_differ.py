"""quotes-differ: a quotation that begins, or is left open, on one side only."""

import re
from collections.abc import Iterator

from build_tools.checks.translation.pair import Compared, Finding, Pair

_SINGLE = re.compile(r"(?<![\w’'])'(?=[^\W\d])")
"""'first car for young people', not the apostrophe of Xiaomi's."""


def check(pair: Pair, within: Compared) -> Iterator[Finding]:
    """Titles in 《》 may stand in quotation marks, or without any, in the other language."""
    (low, high), (low2, high2) = _begun(pair.source.text), _begun(pair.target.text)
    if high < low2 or high2 < low:
        yield (
            f"{low if low == high else f'{low}–{high}'} quotations begin in the source, {low2 if low2 == high2 else f'{low2}–{high2}'} in the translation",
            "Quote the same words on both sides",
        )
    elif _is_open(pair.source.text) != _is_open(pair.target.text):
        yield (
            "A quotation is closed on one side and left open on the other",
            "Open and close quotation marks as the source does",
        )


def _begun(text: str) -> tuple[int, int]:
    """How many quotations begin: without titles, and with them.

    >>> _begun("代表作包括《格局逆袭》等，“不”"), _begun('"ZAKER" said that "it\\'s')
    ((1, 2), (2, 2))
    """
    marks = sum(map(text.count, "“‘「『")) + (text.count('"') + 1) // 2 + len(_SINGLE.findall(text))
    return marks, marks + sum(map(text.count, "《〈"))


def _is_open(text: str) -> bool:
    """Whether a double quotation mark has no partner: “我..."""
    return (
        text.count("“") != text.count("”")
        or text.count("「") != text.count("」")
        or text.count('"') % 2 == 1
    )
