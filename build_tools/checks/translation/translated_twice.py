"""translated-twice: the same words of one source in two translations."""

from collections.abc import Iterator

from build_tools.checks.translation.pair import Compared, Finding, Pair, levelled


def check(pair: Pair, within: Compared) -> Iterator[Finding]:
    """Says so if the same words were translated otherwise before, and where."""
    first = within.first[levelled(pair.source.text)]
    if levelled(first.target.text) != levelled(pair.target.text):
        yield (
            f"The same words are translated otherwise in {first.segment}: “{first.target.text}”",
            "Translate both alike",
        )
