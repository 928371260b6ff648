"""words-hidden: a debris rule, an entry under `hidden` or the company of a line that hides what
records quote.
"""

from collections.abc import Iterable, Mapping

from build_tools.model.editorial import Editorial
from build_tools.model.problem import Place, Problem, error
from build_tools.model.quote import locate
from build_tools.model.text import Debris, Seed, SourceText, between
from build_tools.stages.quotations import quoted_by_editors

_LINES = ("furniture", "links")
"""What is hidden by no rule and yet as whole lines; marks of mail and hyphens stand in
sentences.
"""
FOLLOWS = ("emendation-outside", "seed-all-debris")
"""What else would be told of texts that a rule hides, and is told already."""


def hiding(
    text: SourceText, words: Iterable[tuple[str, str, str]]
) -> dict[tuple[str, str, str], Debris]:
    """What hides each of these (quote, prefix, suffix) from the text, where something does."""
    found = ((each, _hidden_by(each, text)) for each in words)
    return {each: debris for each, debris in found if debris}


def check(
    editorial: Editorial, hiding: Mapping[str, tuple[Seed, Mapping[tuple[str, str, str], Debris]]]
) -> tuple[frozenset[str], tuple[Problem, ...]]:
    """Sources of which such words are missing, and one problem for whatever hides them: not one for
    each record that is right.
    """
    told: dict[tuple[Place, str], list[Place]] = {}
    sources = set()
    for source, words, place in quoted_by_editors(editorial):
        seed, found = hiding.get(source, (None, {}))
        if seed and (debris := found.get(words)):
            sources.add(source)
            told.setdefault(_told(debris, seed, editorial), []).append(place)
    return frozenset(sources), tuple(
        error(
            where,
            "words-hidden",
            f"{what} what is quoted in {len(places)} place{'s' * (len(places) > 1)}, first in {places[0]}",
            "Narrow it, or name under `kept` in source.yml what belongs to the text",
        )
        for (where, what), places in told.items()
    )


def _hidden_by(words: tuple[str, str, str], text: SourceText) -> Debris | None:
    """What hides the words, where they stand in the seed but nowhere in the text: a rule, an
    editor's entry, or what stands beside the line.
    """
    places = locate(text.cleaned.seed.text, *words)
    if not places or any(locate(reading.text, *words) for reading in text.readings):
        return None
    return next(
        (
            debris
            for place in places
            for debris in between(text.cleaned.debris, *place)
            if debris.by is not None or debris.kind in _LINES
        ),
        None,
    )


def _told(debris: Debris, seed: Seed, editorial: Editorial) -> tuple[Place, str]:
    if isinstance(debris.by, int):
        return editorial.of_source(seed.id).place("hidden", debris.by), "This entry hides"
    if debris.by is None:
        return Place(
            seed.file, seed.line(debris.start)
        ), f"The line is hidden ({debris.reason.en}), and so is"
    rules = editorial.files["rules", "debris"].record.rules  # those that cannot be used included
    return editorial.place(
        "rules", "debris", "rules", next(n for n, rule in enumerate(rules) if rule.id == debris.by)
    ), f"The rule “{debris.by}” hides"
