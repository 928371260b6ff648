"""Where the conversion of quoted Chinese had a choice, and where we corrected it: for editors to
read through.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from build_tools.language.chinese.convert import Converter
from build_tools.model.archive import Source
from build_tools.model.authority import Actor
from build_tools.model.record import REGIONS, Bilingual
from build_tools.model.rules import Correction

_AROUND = 6
"""Characters of context on either side."""

RegionForms = tuple[str, str]
"""In Taiwan's and in Hong Kong's script."""
Spot = tuple[Any, tuple[str, str]]
"""The parts, and (source, segment)."""


@dataclass(frozen=True, slots=True)
class Context:
    """Words around a place, the same wherever they stand."""

    parts: tuple[tuple[str, str, str], tuple[str, str, str]]
    """For each region: what stands before, the place, what stands after."""
    places: tuple[tuple[str, str], ...]
    """(source, segment) of each."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A form that was chosen, and where."""

    forms: RegionForms
    count: int
    contexts: tuple[Context, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A Simplified character with several Traditional ones."""

    char: str
    candidates: tuple[tuple[str, ...], tuple[str, ...]]
    """By region, the usual one first."""
    chosen: tuple[Chosen, ...]
    """The most frequent first."""

    @property
    def count(self) -> int:
        return sum(chosen.count for chosen in self.chosen)


@dataclass(frozen=True, slots=True)
class Corrected:
    """A word that OpenCC writes otherwise."""

    word: str
    theirs: RegionForms
    ours: RegionForms
    reason: Bilingual | None
    """None for a name, where word edges or a family name decide, and where a neighbour of a
    protected word changed.
    """
    actor: str
    """Id of the actor whose name it is."""
    count: int
    contexts: tuple[Context, ...]


@dataclass(frozen=True, slots=True)
class ScriptReview:
    """All that an editor of Traditional Chinese should look at."""

    choices: tuple[Choice, ...] = ()
    """The most frequent first."""
    corrected: tuple[Corrected, ...] = ()

    def places(self) -> Iterator[tuple[str, RegionForms, tuple[Context, ...]]]:
        """Everything as (Simplified, what it became, where); corrections first."""
        yield from ((each.word, each.ours, each.contexts) for each in self.corrected)
        yield from (
            (choice.char, each.forms, each.contexts)
            for choice in self.choices
            for each in choice.chosen
        )


@dataclass(frozen=True, slots=True)
class _Line:
    """A segment's Chinese, character for character: as written, as shown, and as OpenCC alone would
    have it.
    """

    place: tuple[str, str]
    hans: str
    ours: RegionForms
    theirs: RegionForms
    corrected: tuple[int, ...]
    """Where the two differ."""

    def context(self, start: int, end: int) -> tuple[tuple[str, str, str], ...]:
        return tuple(
            (text[max(0, start - _AROUND) : start], text[start:end], text[end : end + _AROUND])
            for text in self.ours
        )


def script_review(
    sources: Iterable[Source],
    bare: Converter,
    one_to_many: Mapping[str, tuple[str, ...]],
    corrections: Iterable[Correction],
    actors: Iterable[Actor],
    known: Mapping[str, tuple[RegionForms | None, ...]] = MappingProxyType({}),
) -> ScriptReview:
    """Every such place in the sources' Chinese, source and translation alike; `bare` converts
    without protected words, and `known` has for sources what comes of that.

    A corrected place is listed as that and not among the choices.
    """
    lines = tuple(
        line
        for source in sources
        for line in _lines(source, known.get(source.id) or unaided(source, bare))
    )
    return ScriptReview(
        _choices(lines, one_to_many, bare), _corrected(lines, tuple(corrections), tuple(actors))
    )


def unaided(source: Source, bare: Converter) -> tuple[RegionForms | None, ...]:
    """What OpenCC alone makes of each segment's Chinese; nothing where that is what stands there."""
    found: list[RegionForms | None] = []
    for each in source.text:
        hans = each.rendition("zh-Hans")
        ours = each.rendition(REGIONS[0]).text, each.rendition(REGIONS[1]).text
        theirs = (
            (
                bare.convert(hans.text, "zh-Hans", REGIONS[0]),
                bare.convert(hans.text, "zh-Hans", REGIONS[1]),
            )
            if hans.text and hans.derivation != "conversion"
            else ours
        )
        found.append(None if theirs == ours else theirs)
    return tuple(found)


def _lines(source: Source, unaided: tuple[RegionForms | None, ...]) -> Iterator[_Line]:
    for each, alone in zip(source.text, unaided, strict=True):
        hans = each.rendition("zh-Hans")
        if hans.text and hans.derivation != "conversion":
            ours = each.rendition(REGIONS[0]).text, each.rendition(REGIONS[1]).text
            theirs = alone or ours
            changed = (
                tuple(
                    at
                    for at in range(len(hans.text))
                    if any(our[at] != their[at] for our, their in zip(ours, theirs, strict=True))
                )
                if alone
                else ()
            )
            yield _Line((source.id, each.segment.id), hans.text, ours, theirs, changed)


def _choices(
    lines: tuple[_Line, ...], one_to_many: Mapping[str, tuple[str, ...]], bare: Converter
) -> tuple[Choice, ...]:
    """Without those that neither region distinguishes: 核 and 覈 are 核 in both."""
    found: dict[str, dict[RegionForms, list[Spot]]] = defaultdict(lambda: defaultdict(list))
    for line in lines:
        for at, char in enumerate(line.hans):
            if char in one_to_many and at not in line.corrected:
                found[char][line.ours[0][at], line.ours[1][at]].append(
                    (line.context(at, at + 1), line.place)
                )
    choices = (
        Choice(
            char,
            (
                _in_region(one_to_many[char], REGIONS[0], bare),
                _in_region(one_to_many[char], REGIONS[1], bare),
            ),
            _by_form(forms),
        )
        for char, forms in found.items()
    )
    real = (choice for choice in choices if max(map(len, choice.candidates)) > 1)
    return tuple(sorted(real, key=lambda choice: (-choice.count, choice.char)))


def _in_region(candidates: tuple[str, ...], region: str, bare: Converter) -> tuple[str, ...]:
    """裏, 里, 哩 are 裡, 里, 哩 in Taiwan."""
    return tuple(dict.fromkeys(bare.convert(form, "zh-Hant", region) for form in candidates))


def _by_form(forms: dict[RegionForms, list[Spot]]) -> tuple[Chosen, ...]:
    chosen = (Chosen(form, len(spots), _contexts(spots)) for form, spots in forms.items())
    return tuple(sorted(chosen, key=lambda each: (-each.count, each.forms)))


def _contexts(spots: list[Spot]) -> tuple[Context, ...]:
    """Equal words together, in order of what follows the place: 發佈 beside 發佈."""
    places: dict[Any, list[tuple[str, str]]] = defaultdict(list)
    for parts, place in spots:
        places[parts].append(place)
    return tuple(
        Context(parts, tuple(places[parts]))
        for parts in sorted(places, key=lambda parts: (parts[0][2], parts))
    )


def _corrected(
    lines: tuple[_Line, ...], corrections: tuple[Correction, ...], actors: tuple[Actor, ...]
) -> tuple[Corrected, ...]:
    reasons: dict[str, tuple[Bilingual | None, str]] = {
        c.zh_hans: (c.reason, "") for c in corrections
    }
    reasons |= {
        a.names.zh_hans: (None, a.id) for a in actors if a.names.zh_hant_tw or a.names.zh_hant_hk
    }
    words = sorted(reasons, key=lambda word: (-len(word), word))
    found: dict[tuple[str, RegionForms, RegionForms], list[Spot]] = defaultdict(list)
    for line in lines:
        for start, end in dict.fromkeys(_word_at(line.hans, at, words) for at in line.corrected):
            theirs = line.theirs[0][start:end], line.theirs[1][start:end]
            ours = line.ours[0][start:end], line.ours[1][start:end]
            found[line.hans[start:end], theirs, ours].append((line.context(start, end), line.place))
    counts = Counter({key: len(spots) for key, spots in found.items()})
    return tuple(
        Corrected(
            *key,
            *reasons.get(key[0], (None, "")),
            count=counts[key],
            contexts=_contexts(found[key]),
        )
        for key in sorted(found, key=lambda key: (-counts[key], key))
    )


def _word_at(text: str, at: int, words: list[str]) -> tuple[int, int]:
    """The protected word that stands around a character, the longest first; else the character
    itself.
    """
    for word in words:
        start = text.find(word, max(0, at - len(word) + 1), at + len(word))
        if start >= 0:
            return start, start + len(word)
    return at, at + 1
