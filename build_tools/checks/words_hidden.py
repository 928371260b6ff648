"""words-hidden: a debris rule, or an entry under `hidden`, that hides what records quote."""

from collections.abc import Iterator, Mapping

from build_tools.model.problem import Place, Problem, error
from build_tools.model.quote import locate
from build_tools.model.text import SourceText, between
from build_tools.readers.editorial import Editorial
from build_tools.stages.quotations import quotations


FOLLOWS = ("emendation-outside", "seed-all-debris")
"""What else would be told of texts that a rule hides, and is told already."""


def check(editorial: Editorial, texts: Mapping[str, SourceText]) -> tuple[frozenset[str], tuple[Problem, ...]]:
    """Sources of which such words are missing, and one problem for whatever hides them: not one for each record that is right."""
    hiding: dict[tuple[Place, str | int], list[Place]] = {}
    sources = set()
    for source, words, place in _quoted(editorial):
        by = _hidden_by(words, texts[source]) if source in texts else None
        if by is not None:
            sources.add(source)
            hiding.setdefault((_place(by, source, editorial), by), []).append(place)
    return frozenset(sources), tuple(error(where, "words-hidden", f"{'This entry' if isinstance(by, int) else f'The rule “{by}”'} hides what is quoted in {len(places)} place{'s' * (len(places) > 1)}, first in {places[0]}",
                                           "Narrow it, or name under `kept` in source.yml what belongs to the text") for (where, by), places in hiding.items())


def _quoted(editorial: Editorial) -> Iterator[tuple[str, tuple[str, str, str], Place]]:
    """(source, (quote, prefix, suffix), place) of what editors quote of the text itself."""
    for passage, place in quotations(editorial):
        yield passage.source, (passage.quote, passage.prefix, passage.suffix), place
    for id, files in editorial.sources.items():
        yield from ((id, (report.starts, "", ""), files.place("reports", n)) for n, report in enumerate(files.record.reports))
        for key in ("mentions", "dates"):
            for n, each in enumerate(getattr(files.annotations, key) if files.annotations_lines else ()):
                yield id, (each.quote, each.prefix, each.suffix), files.annotations_lines.place(key, n)


def _hidden_by(words: tuple[str, str, str], text: SourceText) -> str | int | None:
    """What hides the words, where they stand in the seed but nowhere in the text."""
    places = locate(text.cleaned.seed.text, *words)
    if not places or any(locate(reading.text, *words) for reading in text.readings):
        return None
    return next((debris.by for place in places for debris in between(text.cleaned.debris, *place) if debris.by is not None), None)


def _place(by: str | int, source: str, editorial: Editorial) -> Place:
    if isinstance(by, int):
        return editorial.of_source(source).place("hidden", by)
    rules = editorial.files["rules", "debris"].record.rules  # those that cannot be used included
    return editorial.place("rules", "debris", "rules", next(n for n, rule in enumerate(rules) if rule.id == by))
