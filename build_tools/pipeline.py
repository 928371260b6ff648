"""The whole flow: seeds and editorial in, pages out. With `per_source.py`, which says what is made of a
source by itself, the only place where order is stated.
"""

import gc
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_tools.checks import (
    check_editorial,
    check_links,
    check_translations,
    out_of_step,
    problems_of_translations,
    words_hidden,
)
from build_tools.exports import all_exports
from build_tools.kept import Kept, Once, key_of
from build_tools.language.chinese.convert import Converter
from build_tools.language.chinese.one_to_many import ONE_TO_MANY
from build_tools.messages.stops import in_one_sentence
from build_tools.model.archive import Archive, Source
from build_tools.model.content import Content
from build_tools.model.editorial import Editorial, common, with_unavailable_seeds
from build_tools.model.outcome import Outcome
from build_tools.model.problem import Place, Problem
from build_tools.model.record import Passage
from build_tools.model.text import Seed, SourceText
from build_tools.model.work import Worked
from build_tools.pages import all_pages, pages_rest_on, view_of
from build_tools.pages.outcome import outcome_of
from build_tools.pages.remembering import Remembering
from build_tools.pages.view import View
from build_tools.per_source import tools_of, worked
from build_tools.readers.editorial import read_editorial
from build_tools.readers.folders import links_in
from build_tools.readers.git import seeds_in_git
from build_tools.readers.handwritten_pages import handwritten
from build_tools.readers.labels import read_labels
from build_tools.readers.seeds import read_seeds, unavailable
from build_tools.remembered import remembered
from build_tools.search import search_files
from build_tools.stages.divide import divided
from build_tools.stages.left_alone import (
    in_doubt,
    names_in_doubt,
    not_whole,
    of_other_words,
    without_those_of_moved,
)
from build_tools.stages.link import gathered
from build_tools.stages.others_files import exchanged_as_one, without_ids_of_others
from build_tools.stages.quotations import quotations
from build_tools.stages.relevant import FormsInUse
from build_tools.stages.script_review import ScriptReview, script_review
from build_tools.stages.set_aside import set_aside
from build_tools.stages.showable import showable
from build_tools.writer import cache, not_ours, pages_folder, write

_RARELY = 20_000
"""New records before Python looks for circles among them: there are none, and looking takes a sixth of a
build that reads what is kept.
"""
Show = Callable[[str, Iterable[Any]], Iterable[Any]]
"""How progress is shown: called with what is done and the rows that it is done to; gives the rows."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What every command starts from: all that was read, checked and made into texts with their
    marks.
    """

    seeds: tuple[Seed, ...]
    editorial: Editorial
    done: dict[str, Worked]
    keys: dict[str, bytes]
    """Source -> what stands for all that is in it."""
    converter: Converter
    problems: tuple[Problem, ...]
    left_alone: frozenset[str]
    """Sources that were not read whole, or not as their editors mean them: no command writes to
    their files.
    """
    quoted: tuple[tuple[Passage, Place], ...]
    """What records quote, those included that are not shown."""
    doubtful: frozenset[str]
    """Ids of sources whose words may be others than the editors mean: what is quoted from them may
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
    converter: Converter

    @property
    def outcome(self) -> Outcome:
        """What is told of it."""
        return outcome_of(self.archive, self.converter, self.pages, self.exports, self.problems)

    @property
    def faults(self) -> tuple[Problem, ...]:
        """The problems that fail a strict build."""
        return tuple(p for p in self.problems if p.severity != "note")


@in_one_sentence()
def open_archive(root: Path, show: Show = lambda what, rows: rows) -> Opened:
    """The one door: everything under `root`, read and checked. Writes nothing but what can be made
    again, in .cache/.

    Raises Stopped where nothing at all can be read: no texts, a folder that may not be read.
    """
    gc.set_threshold(_RARELY)
    seeds, in_seeds = read_seeds(root / "seeds")
    kept = Kept(cache(root))
    with Once(kept, "editorial") as once:
        editorial, in_editorial = read_editorial(root, once)
    editorial = with_unavailable_seeds(editorial, unavailable(in_seeds, seeds))
    quoted = quotations(editorial)
    editorial, in_places = set_aside(editorial, seeds)
    in_checks = check_editorial(editorial, seeds, (*in_editorial, *in_places))
    editorial = showable(editorial, seeds, (*in_places, *in_checks))
    problems = [
        *in_seeds,
        *without_ids_of_others(in_editorial, in_places),
        *in_places,
        *in_checks,
        *links_in(root, ("docs", "templates")),
        *seeds_in_git(root),
    ]

    shared = common(editorial)
    tools = tools_of(shared)
    tasks = divided(editorial, seeds, quoted)
    forms, kept = FormsInUse(shared, tools.converter), Kept(cache(root))
    made = remembered(worked, tasks, shared, tools, tools_of, forms, kept)
    found = [
        (key, each)
        for _, (key, texts) in zip(show("Texts", tasks), made, strict=True)
        for each in texts
    ]
    done = {each.source.id: each for _, each in found}
    doubtful, in_texts = _in_texts(editorial, done, problems, quoted)
    problems = [*exchanged_as_one([*problems, *in_texts])]
    left_alone = not_whole(
        editorial, seeds, problems, {id: each.in_text for id, each in done.items()}
    )
    whole = [id for id in done if id not in left_alone]
    problems += out_of_step.check(
        {id: done[id].behind for id in whole}, {id: done[id].stale for id in whole}, editorial
    )
    return Opened(
        seeds,
        editorial,
        done,
        {each.source.id: key_of(key, each.source.id) for key, each in found},
        tools.converter,
        _in_order(problems),
        left_alone,
        quoted,
        doubtful,
    )


def _in_texts(
    editorial: Editorial,
    done: dict[str, Worked],
    problems: Iterable[Problem],
    quoted: Iterable[tuple[Passage, Place]],
) -> tuple[frozenset[str], tuple[Problem, ...]]:
    """Sources whose words may be others than the editors mean; and what is wrong with all texts and
    their marks, without what follows from another fault.
    """
    in_text = {id: each.in_text for id, each in done.items()}
    others = of_other_words(editorial, in_text)
    hidden, in_hiding = words_hidden.check(
        editorial, {id: each.hidden for id, each in done.items() if id not in others}
    )
    so_far = (*problems, *in_hiding)
    unsure = names_in_doubt(editorial, so_far)
    doubtful = hidden | in_doubt(editorial, in_text, so_far)
    follows = {
        *(words_hidden.FOLLOWS if in_hiding else ()),
        *(("nothing-to-confirm",) if unsure else ()),
    }
    moved = [p for each in done.values() for p in each.moved]
    in_marks = [p for id, each in done.items() if id not in doubtful for p in each.in_marks]
    return doubtful, (
        *in_hiding,
        *moved,
        *(
            p
            for p in (
                *(p for each in done.values() for p in (*each.in_pairing, *each.in_text)),
                *without_those_of_moved(in_marks, moved, quoted),
            )
            if p.code not in follows
        ),
    )


@in_one_sentence()
def build(root: Path, show: Show = lambda what, rows: rows) -> Built:
    """The whole archive under `root`, in memory. Raises Stopped also where a template is broken."""
    pages_folder(root)
    opened = open_archive(root, show)
    converter = opened.converter
    archive = gathered(opened.editorial, opened.sources, converter)
    view = view_on(archive, opened, root)
    problems = [
        *opened.problems,
        *in_translations(opened),
        *(
            p
            for id, each in opened.done.items()
            if id not in opened.doubtful
            for p in each.in_citing
        ),
        *handwritten(root),
    ]
    base = pages_rest_on(root / "templates", archive, converter)
    remembering = Remembering(view, base, opened.keys, Kept(cache(root)))
    own_pages = dict(show("Pages", all_pages(view, remembering)))
    search = dict(search_files(view, remembering))
    pages = {name: page.text for name, page in own_pages.items()} | search
    exports = dict(all_exports(archive))
    faulty_concepts = any(p.place.file.startswith("editorial/vocabulary/") for p in problems)
    return Built(
        pages,
        exports,
        _in_order(
            [
                *problems,
                *(
                    p
                    for p in check_links(own_pages, (*search, *exports))
                    if Path(p.place.file).stem not in opened.doubtful
                    and not (faulty_concepts and p.place.file.startswith("docs/archive/concepts/"))
                ),
                *not_ours(root, {*pages, *exports}),
            ]
        ),
        archive,
        converter,
    )


def view_on(archive: Archive, opened: Opened, root: Path) -> View:
    """The archive as pages and packs see it."""
    return view_of(
        archive,
        read_labels(root / "templates" / "labels.yml"),
        opened.converter,
        opened.cited,
        reviewed_script(opened, root),
        root / "templates",
    )


def reviewed_script(opened: Opened, root: Path) -> ScriptReview:
    """Where the script conversion had a choice, or was corrected."""
    bare = Converter((), alone=True)
    return script_review(
        opened.sources.values(),
        bare,
        ONE_TO_MANY,
        opened.editorial.corrections,
        opened.editorial.actors.values(),
        {id: each.unaided for id, each in opened.done.items()},
    )


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(set(problems), key=lambda p: p.order))


def in_translations(opened: Opened) -> tuple[Problem, ...]:
    """What is wrong with translations; looked at again where not all that they rest on could be read."""
    unsure = names_in_doubt(opened.editorial, opened.problems)
    found = [
        check_translations(each.source, opened.editorial, id not in opened.left_alone, unsure)
        if unsure or (id in opened.left_alone and not each.moved)
        else (each.in_translation, each.lacking)
        for id, each in opened.done.items()
    ]
    return (
        *(problem for problems, _ in found for problem in problems),
        *problems_of_translations(
            (each for _, lacking in found for each in lacking), opened.editorial
        ),
    )


def publish(built: Built, root: Path) -> int:
    """Write what changed to docs/archive/; returns how many files did. Raises Stopped where that is
    impossible.
    """
    return write(root, {**built.pages, **built.exports})
