"""words-hidden: a debris rule, an entry under `hidden` or the company of a line that hides what
records quote; a rule that leaves nothing of a text, or not half of what is translated there.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from build_tools.model.editorial import Editorial, SourceFiles
from build_tools.model.problem import Place, Problem, error, listed, warning
from build_tools.model.quote import locate
from build_tools.model.text import Debris, Seed, SourceText, between
from build_tools.stages.quotations import quotations

_LINES = ("furniture", "links")
"""What is hidden by no rule and yet as whole lines; marks of mail and hyphens stand in
sentences.
"""
_ENOUGH = 4
"""Translations that a rule hides; fewer may have been made of debris."""
FOLLOWS = ("emendation-outside", "seed-all-debris")
"""What else would be told of texts that a rule hides, and is told already."""


def check(
    editorial: Editorial, texts: Mapping[str, SourceText]
) -> tuple[frozenset[str], tuple[Problem, ...]]:
    """Sources of which such words are missing, and one problem for whatever hides them: not one for
    each record that is right.
    """
    hiding: dict[tuple[Place, str], list[Place]] = {}
    sources = set()
    for source, words, place in _quoted(editorial):
        debris = _hidden_by(words, texts[source]) if source in texts else None
        if debris is not None:
            sources.add(source)
            hiding.setdefault(_told(debris, texts[source].cleaned.seed, editorial), []).append(
                place
            )
    runaway = _runaway(editorial, texts)
    return frozenset(sources).union(*runaway.values()), (
        *(
            _too_wide(rule, ids, editorial, texts)
            for rule, ids in runaway.items()
            if not any(_place(rule, editorial) == where for where, _ in hiding)
        ),
        *_hide_quotations(hiding),
    )


def _hide_quotations(hiding: dict[tuple[Place, str], list[Place]]) -> Iterator[Problem]:
    return (
        error(
            where,
            "words-hidden",
            f"{what} what is quoted in {len(places)} place{'s' * (len(places) > 1)}, first in {places[0]}",
            "Narrow it, or name under `kept` in source.yml what belongs to the text",
        )
        for (where, what), places in hiding.items()
    )


def _runaway(editorial: Editorial, texts: Mapping[str, SourceText]) -> dict[str, list[str]]:
    """Debris rule -> the texts of which it hides all, or at least half of what is translated."""
    found: dict[str, list[str]] = {}
    for id, text in texts.items():
        if not text.segments or _half_is_gone(text, editorial.of_source(id)):
            rules = Counter[str]()
            for debris in text.cleaned.debris:
                rules[debris.by if isinstance(debris.by, str) else ""] += debris.end - debris.start
            for rule, length in rules.most_common(1):
                if rule and 2 * length > rules.total():
                    found.setdefault(rule, []).append(id)
    return found


def _half_is_gone(text: SourceText, files: SourceFiles) -> bool:
    there = {segment.id for segment in text.segments}
    translated = [entry for entry in files.entries if entry.target and not entry.retired]
    hidden = [
        entry
        for entry in translated
        if entry.segment not in there
        and _hidden_by((entry.found or entry.source, "", ""), text) is not None
    ]
    return len(hidden) >= _ENOUGH and 2 * len(hidden) >= len(translated)


def _too_wide(
    rule: str, ids: list[str], editorial: Editorial, texts: Mapping[str, SourceText]
) -> Problem:
    """Translations would go out of use with what the rule hides, so then it is an error."""
    files = listed(Place(texts[id].cleaned.seed.file) for id in ids)
    all_of = all(not texts[id].segments for id in ids)
    return (error if any(editorial.of_source(id).entries for id in ids) else warning)(
        _place(rule, editorial),
        "words-hidden",
        f"The rule “{rule}” hides {'all' if all_of else 'most'} of {files}",
        "Narrow it, or name under `kept` in source.yml what belongs to the text",
    )


def _quoted(editorial: Editorial) -> Iterator[tuple[str, tuple[str, str, str], Place]]:
    """(source, (quote, prefix, suffix), place) of what editors quote of the text itself."""
    for passage, place in quotations(editorial):
        yield passage.source, (passage.quote, passage.prefix, passage.suffix), place
    for id, files in editorial.sources.items():
        yield from (
            (id, (report.starts, "", ""), files.place("reports", n))
            for n, report in enumerate(files.record.reports)
        )
        for key in ("mentions", "dates"):
            for n, each in enumerate(getattr(files.annotations, key)):
                yield id, (each.quote, each.prefix, each.suffix), files.annotations_place(key, n)


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
    return _place(debris.by, editorial), f"The rule “{debris.by}” hides"


def _place(rule: str, editorial: Editorial) -> Place:
    """Where a debris rule stands."""
    rules = editorial.files["rules", "debris"].record.rules  # those that cannot be used included
    return editorial.place(
        "rules", "debris", "rules", next(n for n, each in enumerate(rules) if each.id == rule)
    )
