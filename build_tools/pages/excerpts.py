"""How much of what grows with the archive one page shows. The rest is a search or a click away."""

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from build_tools.model.archive import Sighting
from build_tools.stages.script_review import Context

SOURCES = 40
"""Sources whose mentions a record's page prints. 小米 alone would be named in most of ten
thousand.
"""
PLACES = 60
"""Mentions printed of each of them; the most so far is 54, of 小米 in source 001."""
CODED = 120
"""Coded passages that a concept's page prints; the most so far is 6, of opinions."""
LEAF = 100
"""Sources on one page of their list."""
WORDS = 60
"""Different words that the page of the script conversion prints for a form; the most so far is
48.
"""
EACH = 12
"""Places that it names of each of them, and that the timeline names of a date."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some of the mentions of one thing."""

    groups: tuple[tuple[str, tuple[Sighting, ...], int], ...]
    """Source, the mentions to print, and how many it has in all; in order of the sources' ids."""
    sources: int
    """How many sources are left out: those with the fewest mentions."""


def excerpt(seen: tuple[Sighting, ...], sources: int = SOURCES, places: int = PLACES) -> Excerpt:
    """What a page prints of where something is mentioned.

    >>> seen = tuple(Sighting(source, n, f"s{n}", ()) for source, count in (("a", 1), ("b", 3), ("c", 2)) for n in range(count))
    >>> [(source, len(shown), of) for source, shown, of in excerpt(seen, sources=2, places=2).groups], excerpt(seen, sources=2).sources
    ([('b', 2, 3), ('c', 2, 2)], 1)
    """
    counts = Counter(each.source for each in seen)
    kept = {
        source
        for source, _ in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))[:sources]
    }
    groups = [
        (source, tuple(there))
        for source, there in groupby(sorted(seen), key=lambda each: each.source)
        if source in kept
    ]
    return Excerpt(
        tuple((source, there[:places], len(there)) for source, there in groups),
        len(counts) - len(kept),
    )


def frequent(contexts: tuple[Context, ...], most: int = WORDS) -> tuple[Context, ...]:
    """The words that stand in the most places, in the order given."""
    kept = sorted(range(len(contexts)), key=lambda at: (-len(contexts[at].places), at))[:most]
    return tuple(contexts[at] for at in sorted(kept))
