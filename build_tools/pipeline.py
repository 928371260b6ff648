"""The whole flow: seeds and editorial in, pages out. The only place where order is stated."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
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
from build_tools.kept import Kept
from build_tools.language.chinese.convert import Converter
from build_tools.language.chinese.one_script import is_mixed
from build_tools.language.chinese.one_to_many import ONE_TO_MANY
from build_tools.language.chinese.pinyin import readings
from build_tools.language.chinese.surnames import full_names
from build_tools.messages.stops import in_one_sentence
from build_tools.model.archive import Archive, Source
from build_tools.model.content import Content
from build_tools.model.editorial import Editorial, missing, without_sources
from build_tools.model.problem import Place, Problem
from build_tools.model.record import FOREIGN, Passage
from build_tools.model.text import Aligned, Seed, SourceText
from build_tools.model.work import Task, Worked
from build_tools.pages import all_pages, view_of
from build_tools.readers.editorial import read_editorial
from build_tools.readers.folders import links_in
from build_tools.readers.git import seeds_in_git
from build_tools.readers.handwritten_pages import handwritten
from build_tools.readers.labels import read_labels
from build_tools.readers.seeds import read_seeds, unread
from build_tools.remembered import remembered
from build_tools.search import search_files
from build_tools.stages.annotate import annotate
from build_tools.stages.cite import cite
from build_tools.stages.cleaning.clean import clean
from build_tools.stages.confirm import confirm
from build_tools.stages.decide import named_in
from build_tools.stages.decisions import coded_in, decisions_on, events_in, read_in
from build_tools.stages.divide import divided
from build_tools.stages.emend import Emended, emend
from build_tools.stages.link import gathered
from build_tools.stages.main_language import chinese_of, side_of
from build_tools.stages.pairing.counterparts import counterparts
from build_tools.stages.quotations import quotations
from build_tools.stages.relevant import Forms
from build_tools.stages.renditions import renditions, simplified
from build_tools.stages.script_review import ScriptReview, script_review
from build_tools.stages.segmenting.allot import known_ids
from build_tools.stages.segmenting.segment import segment
from build_tools.stages.set_aside import set_aside
from build_tools.stages.showable import showable
from build_tools.stages.title import title_of
from build_tools.stages.translate import translate
from build_tools.stages.wording import people, protected_words, words_read_otherwise
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
    done: dict[str, Worked]
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

    @property
    def texts(self) -> dict[str, SourceText]:
        return {id: each.source.as_text() for id, each in self.done.items()}

    @property
    def sources(self) -> dict[str, Source]:
        return {id: each.source for id, each in self.done.items()}

    @property
    def cited(self) -> dict[Passage, str]:
        """What records quote, and the segment where it stands."""
        found = {
            p: s
            for id, each in self.done.items()
            if id not in self.doubtful
            for p, s in each.cited.items()
        }
        return {passage: found[passage] for passage, _ in self.quoted if passage in found}


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

    common = without_sources(editorial)
    tools = tools_of(common, cache(root))
    tasks = divided(editorial, seeds, quoted)
    done = {
        each.source.id: each
        for _, made in zip(
            show("Texts", tasks),
            remembered(
                worked,
                tasks,
                common,
                tools,
                tools_of,
                Forms(common, tools.converter),
                Kept(cache(root)),
            ),
            strict=True,
        )
        for each in made
    }
    in_texts = {id: each.in_text for id, each in done.items()}
    hidden, in_hiding = words_hidden.check(
        editorial, {id: each.hidden for id, each in done.items()}
    )
    problems += in_hiding
    unsure = names_in_doubt(editorial, problems)
    doubtful = in_doubt(editorial, in_texts, problems) | hidden
    problems += [
        p
        for id, each in done.items()
        for p in (
            *each.in_pairing,
            *(p for p in each.in_text if not (in_hiding and p.code in words_hidden.FOLLOWS)),
            *(
                p
                for p in each.in_marks
                if id not in doubtful and not (unsure and p.code == "nothing-to-confirm")
            ),
        )
    ]
    left_alone = not_whole(editorial, seeds, problems, in_texts)
    whole = [id for id in done if id not in left_alone]
    problems += out_of_step.check(
        {id: done[id].behind for id in whole}, {id: done[id].stale for id in whole}, editorial
    )
    return Opened(
        seeds,
        editorial,
        done,
        tools.converter,
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
    told = tuple(in_translations(opened))
    problems = [
        *beside_others(opened.problems, told, opened.quoted),
        *told,
        *(
            p
            for id, each in opened.done.items()
            if id not in opened.doubtful
            for p in each.in_citing
        ),
        *handwritten(root),
    ]
    archive = gathered(editorial, sources, converter)
    view = view_of(
        archive, labels, converter, opened.cited, reviewed_script(opened, root), root / "templates"
    )
    pages = dict(show("Pages", chain(all_pages(view), search_files(view))))
    exports = dict(all_exports(archive))
    return Built(
        pages,
        exports,
        _in_order(
            [
                *problems,
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


def in_translations(opened: Opened) -> Iterable[Problem]:
    """What is wrong with translations; looked at again where not all that they rest on could be read."""
    unsure = names_in_doubt(opened.editorial, opened.problems)
    again = {
        id: each.source for id, each in opened.done.items() if unsure or id in opened.left_alone
    }
    yield from check_translations(again, opened.editorial, opened.left_alone, unsure)
    yield from (
        p for id, each in opened.done.items() if id not in again for p in each.in_translation
    )


class Tools:
    """What all work on texts rests on, ready for use."""

    def __init__(self, editorial: Editorial, converter: Converter) -> None:
        self.editorial = editorial
        self.converter = converter

    @cached_property
    def names(self) -> dict[str, Matcher]:
        return matchers(self.editorial.actors, self.editorial.terms, self.converter)


def tools_of(editorial: Editorial, cached: Path) -> Tools:
    """`editorial` is what all texts share; `cached`, the folder for what can be made again."""
    protected = protected_words(editorial.actors, editorial.corrections)[0]
    return Tools(editorial, Converter(protected, cached / "opencc", people(editorial.actors)))


def worked(tools: Tools, task: Task) -> tuple[Worked, ...]:
    """All that is made of a task's texts by themselves: text -> counterparts -> marks -> checks."""
    editorial = replace(tools.editorial, sources=dict(task.files), events=dict(task.events))
    read = {seed.id: text_of(seed, editorial) for seed in task.seeds}
    texts, in_pairing = counterparts(
        {id: text for id, (text, _) in read.items()}, task.declared, tools.converter
    )
    done: list[Worked] = []
    for id, text in texts.items():
        files = editorial.of_source(id)
        source, in_marks = source_of(text, editorial, tools.converter, tools.names)
        cited, in_citing = cite(
            tuple(each for each in task.quoted if each[0].source == id), {id: source}
        )
        done.append(
            Worked(
                source,
                read[id][1],
                in_pairing if not done else (),
                in_marks,
                check_translations({id: source}, editorial),
                in_citing,
                cited,
                words_hidden.hidden(text, files, task.words[id]),
                out_of_step.behind(read[id][0], files),
                out_of_step.stale(read[id][0], files),
            )
        )
    return tuple(done)


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
    sides = zip(text.segments, text.readings, strict=True)
    mixed = is_mixed(r.text for s, r in sides if s.lang.startswith("zh-Hant"))
    aligned = tuple(
        Aligned(s, r, t, renditions(s, r, t, converter, told, mixed))
        for s, r, t in zip(text.segments, text.readings, text.translations, strict=True)
    )
    decisions, dated = decisions_on(files, editorial), anchors(files.record, seed)
    marked, problems = annotate(
        Given(
            seed.id,
            aligned,
            names,
            dated,
            (*events_in(seed.id, editorial), *coded_in(seed.id, files)),
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
        *readings(
            [
                "" if each.segment.lang in FOREIGN else each.rendition("zh-Hans").text
                for each in marked
            ],
            words_read_otherwise(editorial),
            converter.names,
        ),
        codings=files.codings,
    ), problems


def publish(built: Built, root: Path) -> int:
    """Write what changed to docs/archive/; returns how many files did. Raises Stopped where that is
    impossible.
    """
    return write(root, {**built.pages, **built.exports})
