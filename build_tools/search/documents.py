"""What can be found, and by which keys."""

from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from build_tools.language.folding import grams, keys, squeezed
from build_tools.model.archive import Source
from build_tools.model.record import WRITTEN
from build_tools.model.record_kinds import RECORD_KINDS
from build_tools.pages.remembering import Job, Remembering
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


def documents(view: View, remembering: Remembering) -> Documents:
    """All sources and records, numbered, with the keys that find them and what is shown of them."""
    archive = view.archive
    sources = sorted(archive.sources.values(), key=lambda s: (_published(s), s.id))
    held = [(kind, id) for kind in SEARCHED for id in searched_records(archive, kind)]
    made = list(
        remembering.each(
            Job(f"search/{kind}/{id}", (kind, id), partial(_made, view, kind, id))
            for kind, id in (*(("source", s.id) for s in sources), *held)
        )
    )
    kinds, at = {"source": (0, len(sources))}, len(sources)
    for kind in SEARCHED:
        kinds[kind] = (at, at + len(searched_records(archive, kind)))
        at = kinds[kind][1]
    return Documents(
        tuple(Document(*document) for document, _ in made),
        tuple(shown for _, shown in made[: len(sources)]),
        tuple(shown for _, shown in made[len(sources) :]),
        kinds,
        tuple(suggestions(archive)),
        {(kind, id): number for number, ((kind, id, *_), _) in enumerate(made)},
    )


def _made(
    view: View, kind: str, id: str
) -> tuple[tuple[str, str, frozenset[str], frozenset[str]], Any]:
    """What finds a source or a record, and what is shown of it."""
    if kind == "source":
        source = view.archive.sources[id]
        return _source(source), found_text(view.archive, source)
    return _record(view, kind, id), card_of(view, kind, id)


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


def _source(source: Source) -> tuple[str, str, frozenset[str], frozenset[str]]:
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
    return (
        "source",
        source.id,
        frozenset(counts),
        frozenset(key for key, n in counts.items() if n >= _OFTEN),
    )


def _record(view: View, kind: str, id: str) -> tuple[str, str, frozenset[str], frozenset[str]]:
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
    return kind, id, frozenset(said), frozenset()
