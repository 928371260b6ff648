"""form-short, form-everyday: a form of one character, which stands in every second word; a name
that is a common word as well.
"""

from collections.abc import Iterator

from build_tools.language.chinese.han import HAN
from build_tools.language.chinese.words import words
from build_tools.model.editorial import Editorial
from build_tools.model.problem import Place, Problem, note, warning
from build_tools.model.text import Seed


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """Each form that the matcher would find where nobody means it."""
    for text, limits, place in (*_names(editorial), *_forms(editorial)):
        if len(text) == 1 and text.isalnum() and not any(limits):
            yield warning(
                place,
                "form-short",
                f"“{text}” is one character and would be found everywhere",
                "Take a longer form, or say with `near` in whose company a name is meant; single places are decided in annotations.yml",
            )
    for text, limits, place in _names(editorial):
        if not any(limits) and _is_common(text):
            yield note(
                place,
                "form-everyday",
                f"“{text}” is also a common word",
                "Say with `near` in whose company it is the name, or with `not_beside` in whose it is not",
            )


def _names(editorial: Editorial) -> Iterator[tuple[str, tuple[tuple[str, ...], ...], Place]]:
    """Every name with what limits it."""
    for id, actor in editorial.actors.items():
        limits = (actor.near, actor.not_beside, actor.not_in)
        for text in (actor.names.en, actor.names.zh_hans):
            yield text, limits, editorial.place("actors", id, "names")
        for n, alias in enumerate(actor.aliases):
            yield (
                alias.text,
                (
                    alias.only_in,
                    alias.near,
                    alias.not_beside,
                    alias.not_in,
                    actor.not_beside,
                    actor.not_in,
                ),
                editorial.place("actors", id, "aliases", n),
            )


def _forms(editorial: Editorial) -> Iterator[tuple[str, tuple[tuple[str, ...], ...], Place]]:
    for id, term in editorial.terms.items():
        for forms in term.forms.by_lang.values():
            for text in forms.approved:
                yield text, (), editorial.place("glossary", id, "forms")


def _is_common(text: str) -> bool:
    """A word of two characters that jieba knows, and not as a name: 小米 and 联想, but not 清华.

    >>> [_is_common(text) for text in ("小米", "联想", "清华", "知乎", "联想集团")]
    [True, True, False, False, False]
    """
    if len(text) != 2 or not all(map(HAN.match, text)):
        return False
    first, *more = words(text)
    return (
        not more
        and first.part_of_speech[0] in "nvad"
        and first.part_of_speech not in ("nr", "ns", "nt", "nz", "nrt")
    )
