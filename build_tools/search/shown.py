"""What a browser shows of what was found: texts segment by segment, records by name."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

from build_tools.model.archive import Archive, Source
from build_tools.model.record import LANGS
from build_tools.model.text import Aligned
from build_tools.model.visible import visible_in_place
from build_tools.pages.parallel import pairs
from build_tools.pages.view import View
from build_tools.search.searchable import (
    anonymous,
    named_in,
    other_names,
    prose_of,
    searched_records,
    unseen_names,
)


def card_of(view: View, kind: str, id: str) -> list[Any]:
    """A record as the results show it; last, the shelf of what has no page of its own."""
    archive = view.archive
    names = [archive.names[kind, id][lang] for lang in LANGS]
    shown = [
        [visible_in_place(text) for text in texts]
        for texts in (
            names,
            other_names(archive, kind, id),
            unseen_names(archive, kind, id),
            prose_of(view, kind, id).values(),
        )
    ]
    return [kind, id, *shown, len(archive.seen(kind, id)), view.shelves.get((kind, id), "")]


def found_text(archive: Archive, source: Source) -> dict[str, Any]:
    """A source as the results show it: its title, what it names, and its segments.

    A sentence that the seed has in both languages is found once, at the Chinese, where its English
    is beside it.
    """
    private = anonymous(source)
    known = {
        key: at
        for at, key in enumerate(sorted({key for each in source.text for key in named_in(each)}))
    }
    beside = {each.segment.id for _, english in pairs(source) for each in english}
    return {
        "id": source.id,
        "title": [visible_in_place(source.title[lang]) for lang in LANGS],
        "grade": source.record.grade or "",
        "known": [f"{kind}/{id}" for kind, id in known],
        "segments": [
            _segment(each, known, private) for each in source.text if each.segment.id not in beside
        ],
    }


def _segment(
    each: Aligned, known: dict[tuple[str, str], int], private: re.Pattern[str]
) -> list[Any]:
    """Id, English, Simplified, what Taiwan and Hong Kong write otherwise, marks, and stretches that
    nobody shall be found by.

    A mark is what it names, 0 for English or 1 for Chinese, start, end.
    """
    english, simplified = each.rendition("en"), each.rendition("zh-Hans")
    taiwan, hong_kong = each.rendition("zh-Hant-TW").text, each.rendition("zh-Hant-HK").text
    sides = [(side, r, _utf16(r.text)) for side, r in enumerate((english, simplified))]
    marks = [
        [known[m.kind, m.id], side, at[m.start], at[m.end]]
        for side, r, at in sides
        for m in r.marks
        if (m.kind, m.id) in known
    ]
    hidden = [
        [side, at[m.start()], at[m.end()]]
        for side, r, at in sides
        for m in private.finditer(r.text)
    ]
    return [
        each.segment.id,
        visible_in_place(english.text),
        visible_in_place(simplified.text),
        changed(simplified.text, taiwan),
        changed(taiwan, hong_kong),
        marks,
        hidden,
    ]


def _utf16(text: str) -> Sequence[int]:
    """Where each character of the text begins, and where the last one ends, as browsers count: in
    UTF-16.

    >>> list(_utf16("👍小米"))
    [0, 2, 3, 4]
    """
    return (
        range(len(text) + 1)
        if text.isascii()
        else (0, *accumulate(1 + (char > "\uffff") for char in text))
    )


def changed(text: str, other: str) -> str:
    """How another script writes the text: the number of characters that stay, then those that take
    a place.

    >>> changed("在学习中文", "在學習中文")
    '1學習2'
    """
    assert len(text) == len(other)
    parts, same = [], 0
    for here, there in zip(text, other, strict=True):
        if here == there:
            same += 1
            continue
        parts.append(f"{same or ''}{there}")
        same = 0
    return "".join(parts) + (str(same) if parts and same else "")


def suggestions(archive: Archive) -> Iterator[list[str]]:
    """The names of the six actors and the six terms that are mentioned most."""
    for kind, count in (("actor", 6), ("term", 6)):
        ranked = sorted(
            searched_records(archive, kind), key=lambda id: (-len(archive.seen(kind, id)), id)
        )
        yield from (
            [visible_in_place(archive.names[kind, id][lang]) for lang in LANGS]
            for id in ranked[:count]
        )
