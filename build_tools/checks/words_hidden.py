"""words-hidden: a debris rule, an entry under `hidden` or the company of a line that hides what
records quote; a rule that leaves nothing of a text, or not half of what is translated there.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from build_tools.model.editorial import Editorial, SourceFiles
from build_tools.model.problem import Place, Problem, error, listed, warning
from build_tools.model.quote import locate
from build_tools.model.text import Debris, Seed, SourceText, between
from build_tools.model.work import HiddenWords
from build_tools.stages.quotations import quoted_by_editors

_LINES = ("furniture", "links")
"""What is hidden by no rule and yet as whole lines; marks of mail and hyphens stand in
sentences.
"""
_ENOUGH = 4
"""Translations that a rule hides; fewer may have been made of debris."""
FOLLOWS = ("emendation-outside", "seed-all-debris")
"""What else would be told of texts that a rule hides, and is told already."""


def hidden(
    text: SourceText, files: SourceFiles, words: Iterable[tuple[str, str, str]]
) -> HiddenWords:
    """What of the words, as (quote, prefix, suffix), is hidden from the text, and by what; and the rule that runs away."""
    found = ((each, _hidden_by(each, text)) for each in words)
    return HiddenWords(
        text.cleaned.seed,
        {each: debris for each, debris in found if debris},
        _runaway(text, files),
        all=not text.segments,
    )


def check(
    editorial: Editorial, by_source: Mapping[str, HiddenWords]
) -> tuple[frozenset[str], tuple[Problem, ...]]:
    """Sources of which such words are missing, and one problem for whatever hides them: not one for
    each record that is right.
    """
    hiding: dict[tuple[Place, str], list[Place]] = {}
    sources = set()
    for source, words, place in quoted_by_editors(editorial):
        there = by_source.get(source)
        if there and (debris := there.words.get(words)):
            sources.add(source)
            hiding.setdefault(_by_which_rule(debris, there.seed, editorial), []).append(place)
    runaway: dict[str, list[str]] = {}
    for id, there in by_source.items():
        if there.runaway:
            runaway.setdefault(there.runaway, []).append(id)
    return frozenset(sources).union(*runaway.values()), (
        *(
            _too_wide(rule, {id: by_source[id] for id in ids}, editorial)
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


def _runaway(text: SourceText, files: SourceFiles) -> str:
    """The debris rule that hides all of the text, or at least half of what is translated there; empty, if none does."""
    if text.segments and not _half_is_gone(text, files):
        return ""
    rules = Counter[str]()
    for debris in text.cleaned.debris:
        rules[debris.by if isinstance(debris.by, str) else ""] += debris.end - debris.start
    return next((rule for rule, length in rules.most_common(1) if 2 * length > rules.total()), "")


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


def _too_wide(rule: str, texts: Mapping[str, HiddenWords], editorial: Editorial) -> Problem:
    """Translations would go out of use with what the rule hides, so then it is an error."""
    files = listed(Place(each.seed.file) for each in texts.values())
    all_of = all(each.all for each in texts.values())
    translated = any(
        entry.target and not entry.retired
        for id in texts
        for entry in editorial.of_source(id).entries
    )
    return (error if translated else warning)(
        _place(rule, editorial),
        "words-hidden",
        f"The rule “{rule}” hides {'all' if all_of else 'most'} of {files}",
        "Narrow it, or name under `kept` in source.yml what belongs to the text",
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


def _by_which_rule(debris: Debris, seed: Seed, editorial: Editorial) -> tuple[Place, str]:
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
