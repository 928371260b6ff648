"""length-odd: a translation so long or short that it can hardly be one."""

from collections.abc import Iterator

from build_tools.checks.translation.pair import Compared, Finding, Pair

_USUAL = 4
"""English letters for each Chinese character: the median of 197 translations of five texts."""
_TIMES = 5
"""Texts of more than ten characters have from 2.5 to 6.4; the bounds, 0.8 and 20, catch only
absurdities.
"""
_LONG = 10


def check(pair: Pair, within: Compared) -> Iterator[Finding]:
    """Says so if one side is far longer than the other would need."""
    letters = len(pair.en.text) / max(1, len(pair.zh.text))
    long = len(pair.zh.text) > _LONG or len(pair.en.text) > _LONG * _USUAL
    if long and not _USUAL / _TIMES <= letters <= _USUAL * _TIMES:
        yield (
            f"{letters:.1f} English letters stand for each Chinese character; {_USUAL} are usual",
            "See whether something is missing or does not belong there",
        )
