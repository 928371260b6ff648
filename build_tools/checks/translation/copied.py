"""translation-copied: the source's own words instead of a translation."""

from collections.abc import Iterator

from build_tools.checks.translation.pair import Compared, Finding, Pair, levelled
from build_tools.language.not_words import ADDRESS

_LONG = 10
"""Shorter texts (Q2:..., SU7) may be the same in both languages."""


def check(pair: Pair, within: Compared) -> Iterator[Finding]:
    """Says so if nothing was translated and the source stands there again."""
    if len(ADDRESS.sub("", pair.source.text)) > _LONG and levelled(pair.source.text) == levelled(
        pair.target.text
    ):
        yield "The translation is the source's text", "Translate it, or leave msgstr empty"
