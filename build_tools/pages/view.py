"""What every page needs: the archive's words in all languages, addresses, and marked text."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from textwrap import shorten
from types import MappingProxyType
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from build_tools.model.addresses import of_record
from build_tools.model.archive import Archive, Sighting
from build_tools.model.date_words import in_words
from build_tools.model.dates import Date
from build_tools.model.mark_kinds import MARK_KINDS
from build_tools.model.quote import locate
from build_tools.model.record import FOREIGN, LANGS, Bilingual, Passage
from build_tools.model.text import Aligned, Key, Quotable
from build_tools.pages.backlinks import Backlink
from build_tools.pages.context import Everywhere, PageContext, Words, given
from build_tools.pages.excerpts import excerpt
from build_tools.pages.title_words import between_words
from build_tools.pages.true_of import in_real_languages
from build_tools.pages.watched import SEGMENTS, Watch
from build_tools.render.marked import Notes, Target, changes_of, marked
from build_tools.render.markup import filled, joined, shown
from build_tools.stages.script_review import ScriptReview


@dataclass(frozen=True)
class View:
    """The archive as templates see it."""

    archive: Archive
    environment: Environment
    labels: dict[str, Words]
    """The words of our own interface, in every language."""
    say: Callable[[Bilingual], Words]
    """Our own prose in every language, regional words included."""
    convert: Callable[[Words], Words]
    """The two Traditional forms added to `en` and `zh-Hans`."""
    cited_at: dict[Passage, str]
    targets: dict[Key, Target]
    backlinks: dict[str, tuple[Backlink, ...]]
    """Source -> what rests on its segments."""
    script_review: ScriptReview
    shelves: dict[tuple[str, str], str]
    """(`claim` or `contradiction`, id) -> the case on whose page it stands."""
    sigla: dict[str, str]
    watch: Watch
    """What notes what a page reads of all these."""

    @cached_property
    def everywhere(self) -> Mapping[str, Any]:
        """What every template is given."""
        return given(
            Everywhere(
                archive=self.archive,
                labels=self.labels,
                names=self.archive.names,
                sigla=self.sigla,
                mark_kinds=MARK_KINDS,
                cited_at=self.cited_at,
                address=self.address,
                say=self.say,
                shown=shown,
                in_real_languages=in_real_languages,
                between_words=lambda words: between_words(words, self.archive.people),
                date_words=self.date_words,
                concept=self.concept,
                quoted=self.quoted,
                in_context=self.in_context,
                marked_words=self.marked_words,
                excerpt_of=excerpt,
            )
        )

    def page(self, up: str, context: PageContext) -> "Filled":
        """A template with what fills it. `up` leads from the page to docs/archive/."""
        return Filled(self, up, context)

    def address(self, kind: str, id: str) -> str:
        """Where a record stands, from docs/archive/: on a page of its own, or with the others of
        its case.
        """
        shelf = self.shelves.get((kind, id))
        return (
            f"{kind}s/{shelf}.html#{id}"
            if shelf
            else MARK_KINDS[kind].address(kind, id)
            if kind in MARK_KINDS
            else of_record(kind, id)
        )

    def quoted(self, passage: Passage) -> Words:
        """A quotation of a Chinese source in each script, cut from its whole segment; of an English
        one as it is.
        """
        each = self.segment(passage.source, self.cited_at[passage])
        places = locate(each.text, passage.quote, passage.prefix, passage.suffix)
        if each.lang in ("en", *FOREIGN) or not places:
            return {each.lang if each.lang in ("en", *FOREIGN) else "zh-Hans": passage.quote}
        start, end = places[0]
        scripts = {lang: each.rendition(lang).text[start:end] for lang in LANGS if lang != "en"}
        return scripts if len(set(scripts.values())) > 1 else {"zh-Hans": scripts["zh-Hans"]}

    def segment(self, source: str, id: str) -> Quotable:
        """A segment, of which alone the source is read: what else changes in it is none of the page's business."""
        self.watch.read(SEGMENTS, (source, id))
        return dict.__getitem__(self.archive.sources, source).aligned(id).quotable

    def date_words(self, date: Date) -> Words:
        return self.convert(in_words(date))

    def concept(self, id: str) -> Words:
        """A PR concept's label in every language."""
        return self.archive.names.get(("concept", id)) or dict.fromkeys(LANGS, id)

    def text(self, each: Aligned, lang: str, notes: Notes = MappingProxyType({})) -> Markup:
        """A rendition with all its marks; in its own language where that is neither English nor
        Chinese.
        """
        return _in_own(
            each.segment.lang,
            lang,
            marked(
                each.rendition(lang),
                changes_of(each, lang),
                self.targets,
                {mark: to for mark, to in notes.items() if to != each.segment.id},
            ),
        )

    def in_context(self, sighting: Sighting, kind: str, id: str) -> list[tuple[str, Markup]]:
        """The segment of a mention in every language, with what it is about marked."""
        each = self.segment(sighting.source, sighting.segment)
        return [
            (
                r.lang,
                _in_own(
                    each.lang,
                    r.lang,
                    _highlighted(
                        r.text,
                        [(m.start, m.end) for m in r.marks if (m.kind, m.target) == (kind, id)],
                    ),
                ),
            )
            for r in each.renditions
            if r.text
        ]

    def marked_words(self, kind: str, id: str) -> list[tuple[str, Markup]]:
        """The words of a passage in every language in which they are marked."""
        return [
            (r.lang, _in_own(each.lang, r.lang, shown(r.text[m.start : m.end])))
            for seen in self.archive.seen(kind, id)
            for each in [self.segment(seen.source, seen.segment)]
            for r in each.renditions
            for m in r.marks
            if m.key == (kind, id) and m.start < m.end
        ]


@dataclass(frozen=True, slots=True)
class Filled:
    """A template with what fills it, which is done when it is called."""

    view: View
    up: str
    context: PageContext

    def __call__(self) -> str:
        template = self.view.environment.get_template(f"pages/{self.context.template}")
        return template.render(up=self.up, **self.view.everywhere, **given(self.context))

    @property
    def given(self) -> tuple[object, ...]:
        """What the page shows beside what it reads of the view while it is filled in; functions do that, too."""
        values = given(self.context).values()
        return self.up, self.context.template, [each for each in values if not callable(each)]


def in_brief(text: Bilingual) -> str:
    """A text of ours in both languages, short enough for the card under a link."""
    return f"{shorten(text.en, 200, placeholder='…')} {text.zh_hans if len(text.zh_hans) <= 90 else text.zh_hans[:89] + '…'}"


def _in_own(own: str, lang: str, words: Markup) -> Markup:
    """Japanese and Korean stand where the Chinese would."""
    return (
        Markup('<span lang="{}">{}</span>').format(own, words)
        if lang != "en" and own in FOREIGN
        else words
    )


def _highlighted(text: str, spans: list[tuple[int, int]]) -> Markup:
    parts, done = [], 0
    for start, end in spans:
        if start < end:
            parts += [shown(text[done:start]), filled("<mark>{}</mark>", shown(text[start:end]))]
            done = end
    return joined([*parts, shown(text[done:])])


def targets(archive: Archive) -> dict[Key, Target]:
    """Where the marks of texts lead, from a page one folder down."""
    return {
        (kind, target): Target(
            "../" + MARK_KINDS[kind].address(kind, target), _title(archive, kind, target)
        )
        for kind, target in archive.sightings
    }


def _title(archive: Archive, kind: str, target: str | Date | None) -> str:
    if isinstance(target, Date):
        return " · ".join(in_words(target).values())
    name = archive.names[kind, target or ""]
    return f"{name['en']} · {name['zh-Hans']}"
