"""The words by which records and texts can be found. Each record's fields are named here one by one:
what is not named is not searchable.

So debris and teachers' texts stay out, and so do the names of persons whom a text leaves anonymous.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, cast

from pypinyin.contrib.tone_convert import to_normal

from build_tools.language.chinese.han import HAN, HAN_RANGES
from build_tools.language.chinese.pinyin import Spoken, syllables
from build_tools.model.archive import Archive, Source
from build_tools.model.mark_kinds import kinds_that
from build_tools.model.record import Bilingual
from build_tools.model.record_kinds import RECORD_KINDS
from build_tools.model.termbase import Term
from build_tools.model.text import Aligned
from build_tools.pages.view import View

_MARKS = kinds_that(searched=True)
_PROSE = {kind.id: kind.prose for kind in RECORD_KINDS}
_ANONYMOUS = re.compile(rf"[{HAN_RANGES}]某某|\b[A-Z][a-z]+ Mou ?mou\b", re.I)
"""包某某: the name of a person whom a text leaves anonymous."""
_SURNAMED = re.compile(r"\bsurnamed ([A-Z][a-z]+)")
"""The English of it: `an employee surnamed Bao`; from there on, Bao."""
_OPENING_DATE = re.compile(r"^(\d+-)+|^undated-")
"""Of an event's address: `2026-01-` in 2026-01-kol-controversy."""


def searched_records(archive: Archive, kind: str) -> dict[str, Any]:
    """The records of a kind that can be found, PR concepts among them, by id."""
    return cast("dict[str, Any]", getattr(archive, kind + "s"))


def anonymous(source: Source) -> re.Pattern[str]:
    """What finds the names of persons whom the source leaves anonymous, on either side."""
    surnames = {m[1] for each in source.text for m in _SURNAMED.finditer(each.rendition("en").text)}
    return re.compile(
        "|".join([_ANONYMOUS.pattern, *(rf"\b{name}\b" for name in sorted(surnames))])
    )


def without_names(text: str, private: re.Pattern[str]) -> str:
    """The text with a gap for each name by which nobody shall be found."""
    return private.sub(lambda m: "\0" * len(m[0]), text)


def named_in(each: Aligned) -> set[tuple[str, str]]:
    """(kind, id) of the records that a segment's marks lead to, as far as texts are found by them."""
    return {(m.kind, m.id) for r in each.renditions for m in r.marks if m.kind in _MARKS}


def other_names(archive: Archive, kind: str, id: str) -> list[str]:
    """A record's other names: aliases, a term's forms in all regions, a concept's other labels."""
    names = archive.names[kind, id]
    if kind == "actor":
        forms = [alias.text for alias in archive.actors[id].aliases]
    elif kind == "term":
        forms = list(_term_forms(archive.terms[id]))
    elif kind == "concept":
        forms = [
            form
            for forms_of_language in archive.concepts[id].get("alt", {}).values()
            for form in forms_of_language
        ]
    else:
        return []
    return list(dict.fromkeys(form for form in forms if form not in names.values()))


def unseen_names(archive: Archive, kind: str, id: str) -> list[str]:
    """What finds a record without being a name of it: pinyin, and the words of its address."""
    chinese = [
        form
        for form in (archive.names[kind, id]["zh-Hans"], *other_names(archive, kind, id))
        if HAN.search(form)
    ]
    spoken = (
        [pinyin(form, archive.spoken, archive.people) for form in chinese]
        if kind in ("actor", "term", "concept")
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
    for forms in term.forms.by_lang.values():
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


def prose_of(view: View, kind: str, id: str) -> dict[str, str]:
    """What a record says of itself, by language."""
    record = searched_records(view.archive, kind)[id]
    said: Bilingual | None = (
        record.get("definition")
        if kind == "concept"
        else getattr(record, _PROSE[kind])
        if _PROSE[kind]
        else None
    )
    return view.say(said) if said else {}
