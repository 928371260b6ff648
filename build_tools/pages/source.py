"""A source's page: its text in four renditions, its apparatus, its debris, the seed as found."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from build_tools.language.chinese.pinyin import UNSURE
from build_tools.language.damaged import damaged
from build_tools.model.archive import Source
from build_tools.model.dates import Date
from build_tools.model.mark_kinds import kinds_that
from build_tools.model.record import WRITTEN, Bilingual
from build_tools.model.source import Emendation, Gap, SourceDate, SourceRecord
from build_tools.model.text import Debris, Key, Seed
from build_tools.pages.context import Later, Page, PageContext, Words
from build_tools.pages.parallel import ReportShown, contents, gaps, groups
from build_tools.pages.sides import Labels, columns, source_labels
from build_tools.pages.true_of import (
    Progress,
    about,
    kind_of,
    languages,
    listed,
    notice,
    progress_of,
    states,
    tongue,
)
from build_tools.pages.view import View, in_brief
from build_tools.stages.title import headed_by

_NEAREST = ("published", "announced", "republished", "event", "recorded")
"""Which of a source's dates stands under its title: the one nearest to its being published."""

_SAMPLES = 8
"""Damaged stretches that a page names."""
_LONG = 300
"""Segments of a text of which a browser lays out only what is near the window: a tenth of the
time.
"""


@dataclass(frozen=True, slots=True)
class Uncertain:
    """A link that an editor is not sure of."""

    segment: str
    words: str
    kind: str
    target: str | Date | None
    certainty: str
    reason: Bilingual | None


@dataclass(frozen=True, slots=True)
class EmendationShown:
    """An entry of the apparatus."""

    number: int
    """In the apparatus, from 1."""
    segment: str
    record: Emendation


@dataclass(frozen=True, slots=True)
class DebrisShown:
    """What is hidden, once, however often it stands in the seed."""

    line: int
    """The first line of the seed that it stands in."""
    words: str
    kind: str
    reason: Bilingual
    times: int


@dataclass(frozen=True, slots=True)
class SeedLine:
    """A line of the seed as found."""

    number: int
    lang: Markup
    """The `lang` attribute, or nothing."""
    parts: list[tuple[bool, str]]
    """(whether it is hidden, words)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePage(PageContext):
    """One source, with its text."""

    template = "source.html"
    source: Source
    record: SourceRecord
    pinyin: str
    pinyin_unsure: bool
    """Whether any reading of the text is marked as unsure."""
    first_date: SourceDate | None
    """The one to stand under the title."""
    langs: list[str]
    language: Words
    """The name of each of `langs`, for readers."""
    lang_of: Callable[[str], Markup]
    """The `lang` attribute of an element with these words of the source."""
    about: Words
    progress: Progress
    states: dict[str, int]
    """State of translation -> how many segments stand in it."""
    common_state: str
    """The most frequent state: what the page tells once."""
    notice: Words
    """What it says of a translation that is not whole."""
    glossed: str
    """Joined by hyphens, the sides in which glosses stand under segments."""
    kind: str
    """What kind of text it is, by an editor's record or its own words; empty where neither says."""
    is_retranslation: bool
    mixed: bool
    """Whether the source is in several languages."""
    headed: bool
    """Whether editors, or the text itself, give it a title."""
    damaged: tuple[str, ...]
    """Words of the text that a wrong encoding has damaged, as it seems."""
    bilingual: bool
    """Whether the seed itself says the same in both languages."""
    origins: list[str]
    """Who translated it: `human`, `assisted` or `machine`."""
    groups: list[ReportShown]
    columns: list[str]
    source_labels: dict[str, Labels]
    """Side -> what it is called where it is the source's own."""
    contents: list[tuple[str, int, Words]]
    """(id, level, words) of the headings to list."""
    is_long: bool
    emendations: list[EmendationShown]
    widened: int
    """How many signs were made as wide as Chinese ones are."""
    gaps: list[tuple[str, Gap]]
    uncertain: list[Uncertain]
    debris: list[DebrisShown]
    here: dict[str, list[tuple[str, int]]]
    """Kind -> (id, how often) of what the text mentions."""
    seed_lines: list[SeedLine]
    cut_words: Callable[[str, str], str]
    """(label, language) -> what it says in one language."""


def pages(view: View) -> Iterator[Page]:
    """Every source's page."""
    for source in view.archive.sources.values():
        front = {
            "title": source.title["en"],
            **({"description": in_brief(source.record.note)} if source.record.note else {}),
        }
        yield f"sources/{source.id}.md", front, Later(_page, view, source.id)


def _page(view: View, id: str) -> str:
    return view.page("../", _context(view, view.archive.sources[id]))()


def _context(view: View, source: Source) -> SourcePage:
    record, kind = source.record, kind_of(source)
    labels, langs = view.labels, languages(source)
    progress = progress_of(source, langs)
    counts = states(source)
    common = max(
        (state for state in counts if state not in ("untranslated", "alone", "both")),
        key=lambda state: counts[state],
        default="untranslated",
    )
    by_segment = {
        each.segment.id: otherwise
        for each, otherwise in zip(source.text, source.read_otherwise, strict=True)
    }
    parts = list(groups(view, source, common, by_segment))
    glossed = {
        "en" if lang == "en" else "zh"
        for part in parts
        for block in part.blocks
        for each in block.segments
        for lang in each.gloss
    }
    return SourcePage(
        source=source,
        pinyin=source.pinyin,
        pinyin_unsure=UNSURE in source.pinyin
        or any(UNSURE in one for one in source.read_otherwise),
        record=record,
        first_date=min(record.dates, key=lambda d: _NEAREST.index(d.kind), default=None),
        langs=langs,
        language=listed(labels["language"], [labels[f"lang-{lang}"] for lang in langs]),
        lang_of=tongue(source),
        about=about(source, labels, langs),
        progress=progress,
        states=counts,
        notice=notice(progress, labels),
        glossed="-".join(sorted(glossed)),
        kind=kind,
        is_retranslation=kind in ("machine-translated", "machine-summary", "told-by-machine")
        and "en" in langs
        and bool(progress.done),
        mixed="en" in langs and len(langs) > 1 and bool(progress.done),
        headed=bool(source.record.title or headed_by(source.text)),
        damaged=damaged("\n".join(each.segment.found for each in source.text))[:_SAMPLES],
        bilingual=bool(source.beads),
        origins=list(
            dict.fromkeys(
                each.translation.origin
                for each in source.text
                if each.translation.text and each.translation.origin
            )
        ),
        groups=parts,
        common_state=common,
        columns=columns(source.side),
        source_labels={side: source_labels(source.text, side) for side in columns(source.side)},
        contents=contents(source),
        is_long=len(source.text) > _LONG,
        emendations=_emendations(source),
        widened=sum(len(each.reading.widened) for each in source.text),
        gaps=gaps(source),
        uncertain=_uncertain(source),
        debris=_debris(source),
        here=_here(view.archive.counted[source.id]),
        seed_lines=list(_seed_lines(source, tongue(source))),
        cut_words=lambda key, lang: labels[key][lang],
    )


def _uncertain(source: Source) -> list[Uncertain]:
    """The links that are in doubt, with the words that they have in the text, in its own characters."""
    found = []
    for each in source.text:
        own = "en" if each.segment.lang == "en" else "zh-Hans"
        for rendition in each.renditions:
            if rendition.lang in WRITTEN:
                words = each.reading.text if rendition.lang == own else rendition.text
                found += [
                    Uncertain(
                        each.segment.id,
                        words[m.start : m.end],
                        m.kind,
                        m.target,
                        m.certainty,
                        m.reason,
                    )
                    for m in rendition.marks
                    if m.certainty in ("inferred", "unknown")
                    or (m.basis == "inferred" and rendition.lang == own)
                ]
    return found


def _emendations(source: Source) -> list[EmendationShown]:
    found: dict[int, EmendationShown] = {}
    for each in source.text:
        for change in each.reading.changes:
            found.setdefault(
                change.number,
                EmendationShown(change.number, each.segment.id, change.emendation),
            )
    return [found[number] for number in sorted(found)]


def _debris(source: Source) -> list[DebrisShown]:
    """What is hidden, each with its first line and how often it is: the `>` of a quoted e-mail
    stands once.
    """
    seed = source.cleaned.seed
    found: dict[tuple[str, Bilingual], list[Debris]] = {}
    for piece in source.cleaned.debris:
        words = seed.text[piece.start : piece.end].strip()
        found.setdefault((words, piece.reason), []).append(piece)
    return [
        DebrisShown(seed.line(pieces[0].start), words, pieces[0].kind, reason, len(pieces))
        for (words, reason), pieces in found.items()
    ]


def _here(counted: Mapping[Key, int]) -> dict[str, list[tuple[str, int]]]:
    """The actors, events and terms of the text, the most frequent first."""
    return {
        kind: sorted(
            ((str(id), n) for (its, id), n in counted.items() if its == kind),
            key=lambda each: (-each[1], each[0]),
        )
        for kind in kinds_that(searched=True)
    }


def _seed_lines(source: Source, lang_of: Callable[[str], Markup]) -> Iterator[SeedLine]:
    """Every line of the seed, in stretches that are hidden or not."""
    seed: Seed = source.cleaned.seed
    for number, (start, end) in enumerate(seed.lines(), 1):
        parts, at = [], start
        for first, last in source.cleaned.hidden_within(start, end):
            parts += [(False, seed.text[at:first]), (True, seed.text[first:last])]
            at = last
        parts.append((False, seed.text[at:end]))
        yield SeedLine(
            number,
            lang_of(seed.text[start:end]),
            [(hidden, words) for hidden, words in parts if words],
        )
