"""What can be found, and by which keys."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from build_tools.language.folding import grams, keys, squeezed
from build_tools.model.archive import Archive, Source
from build_tools.model.record import WRITTEN
from build_tools.model.record_kinds import RECORD_KINDS
from build_tools.pages.view import View
from build_tools.search.searchable import (
    anonymous,
    named_in,
    other_names,
    prose_of,
    searched_records,
    unseen_names,
    without_names,
)
from build_tools.search.shown import card_of, found_text, suggestions

SEARCHED = (*(kind.id for kind in RECORD_KINDS), "concept")
"""What is found besides sources, in the order of its numbers."""
_OFTEN = 3
_LONGEST_NAME = 24


@dataclass(frozen=True, slots=True)
class Document:
    """What is found by which keys."""

    kind: str
    id: str
    keys: frozenset[str]
    often: frozenset[str] = frozenset()
    """Those that it has at least `_OFTEN` times: such sources rank higher."""


@dataclass(frozen=True, slots=True)
class Documents:
    """All that can be found, in the order of their numbers: sources, the undated and oldest first,
    then records.
    """

    all: tuple[Document, ...]
    texts: tuple[dict[str, Any], ...]
    """What a browser shows of each source."""
    records: tuple[list[Any], ...]
    """What it shows of each record: kind, id, names, other forms, forms that are not shown, prose,
    number of segments that mention it.
    """
    kinds: dict[str, tuple[int, int]]
    """Kind -> its first number, and the first behind it."""
    suggestions: tuple[list[str], ...]
    """Names of what is mentioned most, for a reader who does not know what to ask."""
    numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    """(kind, id) -> its number."""


def documents(view: View) -> Documents:
    """All sources and records, numbered, with the keys that find them and what is shown of them."""
    archive = view.archive
    sources = sorted(archive.sources.values(), key=lambda s: (_published(s), s.id))
    held = [(kind, id) for kind in SEARCHED for id in searched_records(archive, kind)]
    found = [
        *(_source(archive, s) for s in sources),
        *(_record(view, kind, id) for kind, id in held),
    ]
    kinds, at = {"source": (0, len(sources))}, len(sources)
    for kind in SEARCHED:
        kinds[kind] = (at, at + len(searched_records(archive, kind)))
        at = kinds[kind][1]
    return Documents(
        tuple(found),
        tuple(found_text(archive, s) for s in sources),
        tuple(card_of(view, kind, id) for kind, id in held),
        kinds,
        tuple(suggestions(archive)),
        {(d.kind, d.id): number for number, d in enumerate(found)},
    )


def _published(source: Source) -> str:
    """Its latest date with a year; undated sources come first, so that they are last where the
    newest lead.
    """
    return max(
        (
            part.plain
            for dated in source.record.dates
            for part in dated.date.parts
            if part.year.isdigit()
        ),
        default="",
    )


def _source(archive: Archive, source: Source) -> Document:
    counts: Counter[str] = Counter()
    private = anonymous(source)
    for lang in WRITTEN:
        counts.update(keys(without_names(source.title[lang], private)))
    for each in source.text:
        own: set[str] = set()
        for lang in WRITTEN:
            own.update(keys(without_names(each.rendition(lang).text, private)))
        own.update(f"@{kind}/{id}" for kind, id in named_in(each))
        counts.update(own)
    return Document(
        "source",
        source.id,
        frozenset(counts),
        frozenset(key for key, n in counts.items() if n >= _OFTEN),
    )


def _record(view: View, kind: str, id: str) -> Document:
    names, forms = (
        view.archive.names[kind, id],
        [*other_names(view.archive, kind, id), *unseen_names(view.archive, kind, id)],
    )
    said = {
        key
        for text in (*names.values(), *forms, *prose_of(view, kind, id).values())
        for key in keys(text)
    }
    if kind == "case":
        said |= {
            key
            for concept in view.archive.cases[id].concepts
            for label in view.concept(concept).values()
            for key in keys(label)
        }
    if kind not in ("claim", "contradiction"):
        short = {squeezed(form) for form in (*names.values(), *forms)}
        said |= {gram for form in short if 0 < len(form) <= _LONGEST_NAME for gram in grams(form)}
    return Document(kind, id, frozenset(said))
