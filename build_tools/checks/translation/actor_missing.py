"""actor-missing: somebody named on one side only."""

from collections.abc import Iterator

from build_tools.checks.translation.pair import Compared, Finding, Pair, Side
from build_tools.checks.translation.wording import names_of, swallowed


def check(pair: Pair, within: Compared) -> Iterator[Finding]:
    """In both directions. Whom an editor added (该博主) may have no name there, so they are not
    asked for.
    """
    for one, other in ((pair.source, pair.target), (pair.target, pair.source)):
        named = {m.id for m in other.of("actor")}
        for id, words in _named(one).items():
            if id not in named and not swallowed(names_of(within.actors[id], other.lang), other):
                yield (
                    f"“{words}” ({id}) is named in {one.language} only",
                    f"Name them on both sides, or add the form to editorial/actors/{id}.yml",
                    id,
                )


def _named(side: Side) -> dict[str, str]:
    return {m.id: side.text[m.start : m.end] for m in side.of("actor") if m.standing != "added"}
