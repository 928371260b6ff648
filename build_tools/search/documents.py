"""What can be found. Each record's fields are named here one by one: what is not named is not
searchable.

So debris and teachers' texts stay out, and so do the names of persons whom a text leaves anonymous.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from typing import Any, cast

from pypinyin.contrib.tone_convert import to_normal

from build_tools.language.chinese.han import HAN, HAN_RANGES
from build_tools.language.chinese.pinyin import Spoken, syllables
from build_tools.language.folding import grams, keys, squeezed
from build_tools.model.archive import Archive, Source
from build_tools.model.kinds import that
from build_tools.model.record import LANGS, Bilingual
from build_tools.model.termbase import Term
from build_tools.model.text import Aligned
from build_tools.model.visible import visible_in_place
from build_tools.pages.parallel import pairs
from build_tools.pages.view import View

RECORD_KINDS = ("case", "actor", "event", "term", "claim", "contradiction")
_MARKS = that(searched=True)
_OFTEN = 3
_LONGEST_NAME = 24
_ANONYMOUS = re.compile(rf"[{HAN_RANGES}]某某|\b[A-Z][a-z]+ Mou ?mou\b", re.I)
"""包某某: the name of a person whom a text leaves anonymous."""
_SURNAMED = re.compile(r"\bsurnamed ([A-Z][a-z]+)")
"""The English of it: `an employee surnamed Bao`; from there on, Bao."""


_OPENING_DATE = re.compile(r"^(\d+-)+|^undated-")
"""Of an event's address: `2026-01-` in 2026-01-kol-controversy."""


@dataclass(frozen=True, slots=True)
class Document:
    """What is found by which keys."""

    kind: str
    id: str
    keys: frozenset[str]
    often: frozenset[str] = frozenset()


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
    suggestions: tuple[list[str], ...]
    """Names of what is mentioned most, for a reader who does not know what to ask."""
    numbers: dict[tuple[str, str], int] = field(default_factory=dict)


def documents(view: View) -> Documents:
    archive = view.archive
    sources = sorted(archive.sources.values(), key=lambda s: (_published(s), s.id))
    held = [(kind, id) for kind in RECORD_KINDS for id in _records(archive, kind)]
    found = [
        *(_source(archive, s) for s in sources),
        *(_record(view, kind, id) for kind, id in held),
    ]
    kinds, at = {"source": (0, len(sources))}, len(sources)
    for kind in RECORD_KINDS:
        kinds[kind] = (at, at + len(_records(archive, kind)))
        at = kinds[kind][1]
    return Documents(
        tuple(found),
        tuple(_text(archive, s) for s in sources),
        tuple(_card(view, kind, id) for kind, id in held),
        kinds,
        tuple(_suggestions(archive)),
        {(d.kind, d.id): number for number, d in enumerate(found)},
    )


def _records(archive: Archive, kind: str) -> dict[str, Any]:
    return cast("dict[str, Any]", getattr(archive, kind + "s"))


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
    private = _private(source)
    for lang in ("en", "zh-Hans"):
        counts.update(keys(_without(source.title[lang], private)))
    for each in source.text:
        own: set[str] = set()
        for lang in ("en", "zh-Hans"):
            own.update(keys(_without(each.rendition(lang).text, private)))
        own.update(f"@{kind}/{id}" for kind, id in _named(each))
        counts.update(own)
    return Document(
        "source",
        source.id,
        frozenset(counts),
        frozenset(key for key, n in counts.items() if n >= _OFTEN),
    )


def _private(source: Source) -> re.Pattern[str]:
    surnames = {m[1] for each in source.text for m in _SURNAMED.finditer(each.rendition("en").text)}
    return re.compile(
        "|".join([_ANONYMOUS.pattern, *(rf"\b{name}\b" for name in sorted(surnames))])
    )


def _without(text: str, private: re.Pattern[str]) -> str:
    """The text with a gap for each name by which nobody shall be found."""
    return private.sub(lambda m: "\0" * len(m[0]), text)


def _named(each: Aligned) -> set[tuple[str, str]]:
    return {(m.kind, m.id) for r in each.renditions for m in r.marks if m.kind in _MARKS}


def _record(view: View, kind: str, id: str) -> Document:
    names, forms = (
        view.archive.names[kind, id],
        [*_forms(view.archive, kind, id), *_unseen(view.archive, kind, id)],
    )
    said = {
        key
        for text in (*names.values(), *forms, *_prose(view, kind, id).values())
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


def _forms(archive: Archive, kind: str, id: str) -> list[str]:
    """A record's other names: aliases, and a term's forms in all regions."""
    names = archive.names[kind, id]
    if kind == "actor":
        forms = [alias.text for alias in archive.actors[id].aliases]
    elif kind == "term":
        forms = list(_term_forms(archive.terms[id]))
    else:
        return []
    return list(dict.fromkeys(form for form in forms if form not in names.values()))


def _unseen(archive: Archive, kind: str, id: str) -> list[str]:
    """What finds a record without being a name of it: pinyin, and the words of its address."""
    chinese = [
        form
        for form in (archive.names[kind, id]["zh-Hans"], *_forms(archive, kind, id))
        if HAN.search(form)
    ]
    spoken = (
        [pinyin(form, archive.spoken, archive.people) for form in chinese]
        if kind in ("actor", "term")
        else []
    )
    return list(
        dict.fromkeys(
            [
                *spoken,
                *(
                    [_OPENING_DATE.sub("", id).replace("-", " ")]
                    if kind in ("case", "event")
                    else []
                ),
            ]
        )
    )


def _term_forms(term: Term) -> Iterator[str]:
    for forms in (term.forms.en, term.forms.zh_hans, term.forms.zh_hant_tw, term.forms.zh_hant_hk):
        if forms:
            yield from (*forms.approved, *forms.forbidden)


@cache
def pinyin(name: str, spoken: Spoken, names: tuple[str, ...] = ()) -> str:
    """A name as somebody types it who heard it: without tones, as editors say or else the
    dictionary.

    >>> pinyin("小米SU7", ()), pinyin("单先生", (("单", ("Shàn",)),))
    ('xiao mi SU7', 'shan xian sheng')
    """
    heard = (
        to_normal(said, v_to_u=True).lower() or char
        for char, said in syllables(name, spoken, names)
    )
    return " ".join(
        "".join(f" {next(heard)} " if HAN.match(char) else char for char in name).split()
    )


def _prose(view: View, kind: str, id: str) -> dict[str, str]:
    """What a record says of itself, by language."""
    record = _records(view.archive, kind)[id]
    fields: dict[str, Bilingual | None] = {
        "case": getattr(record, "abstract", None),
        "actor": getattr(record, "description", None),
        "event": getattr(record, "summary", None),
        "term": getattr(record, "definition", None),
        "claim": None,
        "contradiction": getattr(record, "note", None),
    }
    said = fields[kind]
    return view.say(said) if said else {}


def _card(view: View, kind: str, id: str) -> list[Any]:
    """A record as the results show it; last, the shelf of what has no page of its own."""
    archive = view.archive
    names = [archive.names[kind, id][lang] for lang in LANGS]
    shown = [
        [visible_in_place(text) for text in texts]
        for texts in (
            names,
            _forms(archive, kind, id),
            _unseen(archive, kind, id),
            _prose(view, kind, id).values(),
        )
    ]
    return [kind, id, *shown, len(archive.seen(kind, id)), view.shelves.get((kind, id), "")]


def _text(archive: Archive, source: Source) -> dict[str, Any]:
    """A sentence that the seed has in both languages is found once, at the Chinese, where its
    English is beside it.
    """
    private = _private(source)
    known = {
        key: at
        for at, key in enumerate(sorted({key for each in source.text for key in _named(each)}))
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


def _suggestions(archive: Archive) -> Iterator[list[str]]:
    for kind, count in (("actor", 6), ("term", 6)):
        ranked = sorted(_records(archive, kind), key=lambda id: (-len(archive.seen(kind, id)), id))
        yield from (
            [visible_in_place(archive.names[kind, id][lang]) for lang in LANGS]
            for id in ranked[:count]
        )
