"""What is made of a source by itself, from its seed to its marks: the order of the stages.

It needs its own files, the rules, and the names that it may hold; of other sources only those that translate it. So it is
done on all cores and kept.
"""

from dataclasses import replace
from functools import cached_property
from itertools import starmap

from build_tools.annotators.dates.anchors import anchors, own_day
from build_tools.annotators.given import Given
from build_tools.annotators.names.catalogue import matchers
from build_tools.annotators.names.matching import Matcher
from build_tools.checks import (
    check_translations,
    decision_unplaced,
    ids_lost,
    out_of_step,
    po_by_hand,
    seed_changed,
    words_hidden,
)
from build_tools.language.chinese import pinyin
from build_tools.language.chinese.convert import Converter
from build_tools.language.chinese.one_script import is_mixed
from build_tools.language.chinese.surnames import full_names
from build_tools.model.archive import Source
from build_tools.model.editorial import Editorial
from build_tools.model.problem import Problem
from build_tools.model.record import FOREIGN
from build_tools.model.text import Aligned, Seed, SourceText
from build_tools.model.work import Task, Worked
from build_tools.stages.annotate import annotate
from build_tools.stages.cite import cite
from build_tools.stages.cleaning.clean import clean
from build_tools.stages.confirm import confirm, unknown_in_half
from build_tools.stages.decide import named_in
from build_tools.stages.decisions import coded_in, decisions_on, events_in, read_in
from build_tools.stages.emend import PlacedEmendation, emend
from build_tools.stages.main_language import chinese_of, side_of
from build_tools.stages.pairing.counterparts import counterparts
from build_tools.stages.renditions import renditions, simplified
from build_tools.stages.script_review import unaided
from build_tools.stages.segmenting.allot import known_ids
from build_tools.stages.segmenting.segment import segment
from build_tools.stages.title import title_of
from build_tools.stages.translate import translate
from build_tools.stages.wording import people, protected_words, words_read_otherwise

_QUOTING = ("quote-not-found", "quote-ambiguous", "file-of-another")
"""What would be told of quotations from a seed that was changed: that it was is told once, and they are told when its
new sum is recorded.
"""


class Tools:
    """What all work on texts rests on, ready for use."""

    def __init__(self, common: Editorial, converter: Converter, bare: Converter) -> None:
        self.common = common
        self.converter = converter
        self.bare = bare
        """OpenCC without our words: to compare."""

    @cached_property
    def matchers(self) -> dict[str, Matcher]:
        """By language."""
        return matchers(self.common.actors, self.common.terms, self.converter)


def tools_of(common: Editorial) -> Tools:
    """`common` is what all texts share."""
    protected = protected_words(common.actors, common.corrections)[0]
    return Tools(
        common,
        Converter(protected, people(common.actors)),
        Converter((), alone=True),
    )


def worked(tools: Tools, task: Task) -> tuple[Worked, ...]:
    """All that is made of a task's texts by themselves: text -> counterparts -> marks -> checks."""
    editorial = replace(tools.common, sources=dict(task.files), events=dict(task.events))
    read = {seed.id: text_of(seed, editorial) for seed in task.seeds}
    texts, in_pairing = counterparts(
        {id: text for id, (text, _) in read.items()}, task.declared, tools.converter
    )
    done: list[Worked] = []
    for id, text in texts.items():
        files = editorial.of_source(id)
        source, in_marks = source_of(text, editorial, tools.converter, tools.matchers)
        in_translation, lacking = check_translations(source, editorial)
        cited, in_citing = cite(
            tuple(each for each in task.quoted if each[0].source == id), {id: source}
        )
        done.append(
            Worked(
                source=source,
                in_text=read[id][1],
                in_pairing=() if done else in_pairing,
                in_marks=in_marks,
                in_translation=in_translation,
                lacking=lacking,
                in_citing=in_citing,
                cited=cited,
                hidden=words_hidden.hidden(text, files, task.words[id]),
                behind=out_of_step.behind(read[id][0], files),
                unaided=unaided(source, tools.bare),
                stale=out_of_step.stale(read[id][0], files),
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
    readings, in_emending = emend(
        seed, segments, tuple(starmap(PlacedEmendation, files.emendations))
    )
    translations = translate(segments, readings, files.entries)
    changed = tuple(seed_changed.check(seed, files))
    in_files = (
        *changed,
        *ids_lost.check(files, segments),
        *decision_unplaced.check(files),
        *po_by_hand.check(segments, readings, files),
        *unknown_in_half({each.id for each in segments}, files),
    )
    return SourceText(cleaned, segments, readings, translations), (
        *in_files,
        *(
            p
            for p in (*in_cleaning, *in_segmenting, *in_emending)
            if not (changed and p.code in _QUOTING)
        ),
    )


def source_of(
    text: SourceText, editorial: Editorial, converter: Converter, matchers: dict[str, Matcher]
) -> tuple[Source, tuple[Problem, ...]]:
    """A text with its marks: convert -> annotate, and what editors decided -> confirm."""
    seed = text.cleaned.seed
    files = editorial.of_source(seed.id)
    persons = full_names(simplified(text, converter), converter.names)
    parts = tuple(zip(text.segments, text.readings, text.translations, strict=True))
    mixed = is_mixed(r.text for s, r, _ in parts if s.lang.startswith("zh-Hant"))
    aligned = tuple(
        Aligned(s, r, t, renditions(s, r, t, converter, persons, mixed)) for s, r, t in parts
    )
    decisions = decisions_on(files, editorial)
    dated = anchors(files.record, seed, text.cleaned.furniture())
    marked, problems = annotate(
        Given(
            seed.id,
            aligned,
            matchers,
            dated,
            (*events_in(seed.id, editorial), *coded_in(seed.id, files)),
            named_in(decisions),
            read_in(files),
        ),
        decisions,
    )
    if files.mentions:
        marked, in_confirming = confirm(
            marked,
            files.mentions,
            files.mentions_place,
            files.allotted,
            editorial.unavailable_names,
        )
        problems = (*problems, *in_confirming)
    side = side_of(marked, bool(text.beads))
    return Source(
        seed.id,
        title_of(files, marked, converter, seed),
        files.record,
        text.cleaned,
        marked,
        side,
        text.beads,
        own_day(files.record, dated),
        *pinyin.readings(
            [
                "" if each.segment.lang in FOREIGN else each.rendition("zh-Hans").text
                for each in marked
            ],
            words_read_otherwise(editorial),
            converter.names,
        ),
        codings=files.codings,
    ), problems
