"""How words are looked for in a translation."""

import re
from functools import lru_cache

from build_tools.checks.translation.pair import Side
from build_tools.model.authority import Actor
from build_tools.model.quote import even_signs
from build_tools.model.termbase import Forms, Term


def forms_of(term: Term, lang: str) -> Forms:
    """A term's forms on one side of a pair; Chinese is in Simplified script there."""
    return term.forms.en if lang == "en" else term.forms.zh_hans


def approved(term: Term, lang: str) -> tuple[str, ...]:
    """The forms that may stand for the term on one side of a pair."""
    return forms_of(term, lang).approved


def names_of(actor: Actor, lang: str) -> tuple[str, ...]:
    """The actor's names in English, or in Simplified script."""
    name = actor.names.en if lang == "en" else actor.names.zh_hans
    return (name, *(alias.text for alias in actor.aliases if alias.lang == lang))


def places(words: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where the words stand; Latin ones whole, as Chinese has no edges.

    >>> places("flow", "Overflowing cash flow"), places("回忆", "召回忆")
    (((17, 21),), ((1, 3),))
    """
    return tuple(m.span() for m in _pattern(words).finditer(even_signs(text)))


@lru_cache(maxsize=4096)
def _pattern(words: str) -> re.Pattern[str]:
    edge = r"[A-Za-z0-9\u00c0-\u024f]"
    return re.compile(
        f"(?<!{edge}){re.escape(even_signs(words))}(?!{edge})"
        if even_signs(words).isascii()
        else re.escape(even_signs(words)),
        re.I,
    )


def swallowed(forms: tuple[str, ...], side: Side) -> bool:
    """Whether one of the forms stands inside a longer term of the side: KOL in `KOL placement`,
    工信部 in 工信部申报图.

    Not inside a longer name: 小米汽车 is another actor than 小米.
    """
    longer = [side.text[m.start : m.end] for m in side.of("term")]
    return any(places(form, text) for form in forms for text in longer)


def in_mark(start: int, end: int, side: Side) -> bool:
    """Whether a stretch lies within a name or term that was found there."""
    return any(m.start <= start and end <= m.end for m in side.marks if m.kind in ("actor", "term"))
