"""The codings of each source, on a page of their own: in the order of the text, and what it does not
allow to be coded. The same page is an exercise: practice.js hides what the coders claim until a reader
has chosen.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model.archive import Archive, Coded, Source
from build_tools.model.codings import NotCodable, coding_key
from build_tools.pages.agreement import scheme_of
from build_tools.pages.context import Page, PageContext
from build_tools.pages.view import View


@dataclass(frozen=True, slots=True)
class CodingsPage(PageContext):
    """The codings of one source."""

    template = "codings.html"
    source: Source
    passages: list[tuple[str, Coded]]
    """(family of concepts, passage), in the order of the text."""
    families: dict[str, list[str]]
    """Family -> all its concepts, to choose from."""
    not_codable_here: list[NotCodable]


def pages(view: View) -> Iterator[Page]:
    """A page for each source that is coded."""
    for source in view.archive.sources.values():
        codings = source.codings
        if codings.passages or codings.not_codable:
            passages = [(scheme_of(view.archive, each), each) for each in in_order(view, source)]
            families = _families(view.archive, {family for family, _ in passages})
            context = CodingsPage(source, passages, families, list(codings.not_codable))
            front = {"title": f"Codings 编码 {source.title['en']}"}
            yield f"codings/{source.id}.md", front, view.page("../", context)


def in_order(view: View, source: Source) -> list[Coded]:
    """The coded passages of a source by where they stand; those that stand nowhere are told of and
    left out.
    """
    at = {
        coding_key(source.id, each.id): place
        for each in source.codings.passages
        if (place := _place(view.archive, coding_key(source.id, each.id)))
    }
    return [view.archive.coded[id] for id in sorted(at, key=at.__getitem__)]


def _families(archive: Archive, wanted: set[str]) -> dict[str, list[str]]:
    """Concepts by family, both in the order of the vocabulary."""
    schemes = [each["id"] for each in archive.vocabulary.get("schemes", ())]
    found: dict[str, list[str]] = {family: [] for family in schemes if family in wanted}
    for id, concept in archive.concepts.items():
        if (family := concept.get("scheme")) in found:
            found[family].append(id)
    return found


def _place(archive: Archive, id: str) -> tuple[int, int, int] | None:
    """Segment, start and end of a coded passage in its own language."""
    for seen in archive.seen("coding", id):
        text = archive.sources[seen.source].text[seen.index]
        own = "en" if text.segment.lang == "en" else "zh-Hans"
        for mark in text.rendition(own).marks:
            if mark.key == ("coding", id):
                return seen.index, mark.start, mark.end
    return None
