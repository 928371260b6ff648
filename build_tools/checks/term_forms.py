"""term-forms: a form of a term that is no word, or that is good and forbidden at once."""

from collections.abc import Iterator

from build_tools.model.editorial import Editorial
from build_tools.model.problem import Problem, error, warning
from build_tools.model.termbase import Forms
from build_tools.model.text import Seed

_LISTS = ("admitted", "inflected", "forbidden")


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """A full stop for a term would mark every sentence; a word that is preferred and forbidden
    would fail every translation.
    """
    for id, term in editorial.terms.items():
        for lang, forms in term.forms.by_lang.items():
            seen: dict[str, str] = {}
            for key, n, text in _all(forms):
                place = editorial.place("glossary", id, "forms", lang, key, *n)
                if not any(char.isalnum() for char in text):
                    yield error(
                        place,
                        "term-forms",
                        f"“{text}” ({lang}) has no letter and no figure, so it names nothing",
                        "Write the word that names the term",
                    )
                if seen.setdefault(text, key) != key:
                    yield warning(
                        place,
                        "term-forms",
                        f"“{text}” ({lang}) is both {seen[text]} and {key}",
                        "Keep it in one of the two",
                    )


def _all(forms: Forms) -> Iterator[tuple[str, tuple[int, ...], str]]:
    """Each form, with its key and its number in the list."""
    yield "preferred", (), forms.preferred
    for key in _LISTS:
        yield from ((key, (n,), text) for n, text in enumerate(getattr(forms, key)))
