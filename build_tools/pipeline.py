"""The whole flow: seeds and editorial in, pages out. The only place where order is stated."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain, starmap
from pathlib import Path
from typing import Any

from build_tools.annotators.dates.anchors import anchors, own_day
from build_tools.annotators.given import Given
from build_tools.annotators.names.catalogue import matchers
from build_tools.annotators.names.matching import Matcher
from build_tools.checks import (
    check_editorial,
    check_links,
    check_translations,
    decision_unplaced,
    ids_lost,
    out_of_step,
    po_by_hand,
    seed_changed,
    words_hidden,
)
from build_tools.checks.whole import beside_others, in_doubt, names_in_doubt, not_whole
from build_tools.exports import all_exports
from build_tools.language.chinese.convert import Converter
from build_tools.language.chinese.one_to_many import ONE_TO_MANY
from build_tools.language.chinese.surnames import full_names
from build_tools.messages.stops import in_one_sentence
from build_tools.model.archive import Archive, Source
from build_tools.model.content import Content
from build_tools.model.editorial import Editorial, missing
from build_tools.model.problem import Place, Problem
from build_tools.model.record import Passage
from build_tools.model.text import Aligned, Seed, SourceText
from build_tools.pages import all_pages, view_of
from build_tools.readers.editorial import read_editorial
from build_tools.readers.folders import links_in
from build_tools.readers.git import seeds_in_git
from build_tools.readers.handwritten_pages import handwritten
from build_tools.readers.labels import read_labels
from build_tools.readers.seeds import read_seeds, unread
from build_tools.search import search_files
from build_tools.stages.annotate import annotate
from build_tools.stages.cite import cite
from build_tools.stages.cleaning.clean import clean
from build_tools.stages.confirm import confirm
from build_tools.stages.decide import named_in
from build_tools.stages.decisions import decisions_on, events_in, read_in
from build_tools.stages.emend import Emended, emend
from build_tools.stages.link import gathered
from build_tools.stages.main_language import chinese_of, side_of
from build_tools.stages.pairing.counterparts import counterparts, declared
from build_tools.stages.quotations import quotations
from build_tools.stages.renditions import renditions, simplified
from build_tools.stages.script_review import ScriptReview, script_review
from build_tools.stages.segmenting.allot import known_ids
from build_tools.stages.segmenting.segment import segment
from build_tools.stages.set_aside import set_aside
from build_tools.stages.showable import showable
from build_tools.stages.title import title_of
from build_tools.stages.translate import translate
from build_tools.stages.wording import people, protected_words
from build_tools.writer import cache, not_ours, write

_QUOTING = ("quote-not-found", "quote-ambiguous", "file-of-another")
"""What would be told of quotations from a seed that was changed: it is told once, and they when its
new sum is recorded.
"""
Show = Callable[[str, Iterable[Any]], Iterable[Any]]
"""How progress is shown: called with what is done and what it is done to."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What every command starts from: all that was read, checked and made into texts with their
    marks.
    """

    seeds: tuple[Seed, ...]
    editorial: Editorial
    texts: dict[str, SourceText]
    sources: dict[str, Source]
    converter: Converter
    problems: tuple[Problem, ...]
    left_alone: frozenset[str]
    """Sources that were not read whole, or not as their editors mean them: no command writes to
    their files.
    """
    quoted: tuple[tuple[Passage, Place], ...]
    """What records quote, those included that are not shown."""
    doubtful: frozenset[str]
    """Those of them whose words may be others than the editors mean: what is quoted from them may
    only seem to be missing.
    """


@dataclass(frozen=True, slots=True)
class Built:
    """The archive's pages and its exports, by name under docs/archive/, and what is wrong."""

    pages: dict[str, str]
    exports: dict[str, Content]
    problems: tuple[Problem, ...]
    archive: Archive

    @property
    def faults(self) -> tuple[Problem, ...]:
        """The problems that fail a strict build."""
        return tuple(p for p in self.problems if p.severity != "note")


@in_one_sentence()
def open_archive(root: Path, show: Show = lambda what, those: those) -> Opened:
    """The one door: everything under `root`, read and checked. Writes nothing but OpenCC's
    settings, in .cache/.

    Raises Stopped where nothing at all can be read: no texts, a folder that may not be read.
    """
    seeds, in_seeds = read_seeds(root / "seeds")
    editorial, in_editorial = read_editorial(root)
    editorial = missing(editorial, unread(in_seeds, seeds))
    quoted = quotations(editorial)
    editorial, in_places = set_aside(editorial, seeds)
    in_checks = check_editorial(editorial, seeds)
    editorial = showable(editorial, seeds, (*in_places, *in_checks))
    problems = [
        *in_seeds,
        *in_editorial,
        *in_places,
        *in_checks,
        *links_in(root, ("docs", "templates")),
        *seeds_in_git(root),
    ]

    converter = Converter(
        protected_words(editorial.actors, editorial.corrections)[0],
        cache(root) / "opencc",
        people(editorial.actors),
    )
    names = matchers(editorial.actors, editorial.terms, converter)
    texts, sources, in_texts, in_marks = {}, {}, {}, {}
    for seed in show("Texts", seeds):
        texts[seed.id], in_texts[seed.id] = text_of(seed, editorial)
    read = texts
    texts, in_pairing = counterparts(texts, declared(editorial), converter)
    for id, text in show("Marks", texts.items()):
        sources[id], in_marks[id] = source_of(text, editorial, converter, names)
    hidden, in_hiding = words_hidden.check(editorial, texts)
    in_making = [
        p
        for found in in_texts.values()
        for p in found
        if not (in_hiding and p.code in words_hidden.FOLLOWS)
    ]
    problems += in_hiding
    unsure = names_in_doubt(editorial, problems)
    doubtful = in_doubt(editorial, in_texts, problems) | hidden
    problems += [
        *in_pairing,
        *in_making,
        *(
            p
            for id, found in in_marks.items()
            if id not in doubtful
            for p in found
            if not (unsure and p.code == "nothing-to-confirm")
        ),
    ]
    left_alone = not_whole(editorial, seeds, problems, in_texts)
    problems += out_of_step.check(
        {id: text for id, text in read.items() if id not in left_alone}, editorial
    )
    return Opened(
        seeds,
        editorial,
        texts,
        sources,
        converter,
        _in_order(problems),
        left_alone,
        quoted,
        doubtful,
    )


@in_one_sentence()
def build(root: Path, show: Show = lambda what, those: those) -> Built:
    """The whole archive under `root`, in memory. Raises Stopped also where a template is broken."""
    opened = open_archive(root, show)
    labels = read_labels(root / "templates" / "labels.yml")
    editorial, sources, converter = opened.editorial, opened.sources, opened.converter
    in_translations = check_translations(
        sources, editorial, opened.left_alone, names_in_doubt(editorial, opened.problems)
    )
    problems = [
        *beside_others(opened.problems, in_translations, opened.quoted),
        *in_translations,
        *handwritten(root),
    ]
    cited, in_citing = cite(opened.quoted, sources, opened.doubtful)
    archive = gathered(editorial, sources, converter)
    view = view_of(
        archive, labels, converter, cited, reviewed_script(opened, root), root / "templates"
    )
    pages = dict(show("Pages", chain(all_pages(view), search_files(view))))
    exports = dict(all_exports(archive))
    return Built(
        pages,
        exports,
        _in_order(
            [
                *problems,
                *in_citing,
                *(
                    p
                    for p in check_links(pages, exports)
                    if Path(p.place.file).stem not in opened.doubtful
                ),
                *not_ours(root, {*pages, *exports}),
            ]
        ),
        archive,
    )


def reviewed_script(opened: Opened, root: Path) -> ScriptReview:
    """Where the script conversion had a choice, or was corrected."""
    bare = Converter((), cache(root) / "opencc", alone=True)
    return script_review(
        opened.sources.values(),
        bare,
        ONE_TO_MANY,
        opened.editorial.corrections,
        opened.editorial.actors.values(),
    )


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(set(problems), key=lambda p: p.order))


def text_of(seed: Seed, editorial: Editorial) -> tuple[SourceText, tuple[Problem, ...]]:
    """A seed's text: clean -> segment -> emend -> translate. Needs nothing of the other seeds."""
    files = editorial.of_source(seed.id)
    cleaned, in_cleaning = clean(seed, editorial.debris, files.record, files.place)
    segments, in_segmenting = segment(
        cleaned, chinese_of(seed, files), known_ids(files.entries), files.po_place
    )
    readings, in_emending = emend(seed, segments, tuple(starmap(Emended, files.emendations)))
    translations = translate(segments, readings, files.entries)
    changed = tuple(seed_changed.check(seed, files))
    told = (
        *changed,
        *ids_lost.check(files, segments),
        *decision_unplaced.check(files),
        *po_by_hand.check(segments, readings, files),
    )
    return SourceText(cleaned, segments, readings, translations), (
        *told,
        *(
            p
            for p in (*in_cleaning, *in_segmenting, *in_emending)
            if not (changed and p.code in _QUOTING)
        ),
    )


def source_of(
    text: SourceText, editorial: Editorial, converter: Converter, names: dict[str, Matcher]
) -> tuple[Source, tuple[Problem, ...]]:
    """A text with its marks: convert -> annotate -> confirm."""
    seed = text.cleaned.seed
    files = editorial.of_source(seed.id)
    told = full_names(simplified(text, converter), converter.names)
    aligned = tuple(
        Aligned(s, r, t, renditions(s, r, t, converter, told))
        for s, r, t in zip(text.segments, text.readings, text.translations, strict=True)
    )
    decisions, dated = decisions_on(files, editorial), anchors(files.record, seed)
    marked, problems = annotate(
        Given(
            seed.id,
            aligned,
            names,
            dated,
            events_in(seed.id, editorial),
            named_in(decisions),
            read_in(files),
        ),
        decisions,
    )
    if files.mentions:
        marked, in_confirming = confirm(
            marked, files.mentions, files.mentions_place, files.known, editorial.unread_names
        )
        problems = (*problems, *in_confirming)
    title, side = title_of(files, marked, converter, seed), side_of(marked, bool(text.beads))
    return Source(
        seed.id,
        title,
        files.record,
        text.cleaned,
        marked,
        side,
        text.beads,
        own_day(files.record, dated),
    ), problems


def publish(built: Built, root: Path) -> int:
    """Write what changed to docs/archive/; returns how many files did. Raises Stopped where that is
    impossible.
    """
    return write(root, {**built.pages, **built.exports})
