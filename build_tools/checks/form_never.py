"""form-never: a name or a form of a term that is never found: its own record excludes it, or it is two in
one.
"""

import re
from collections.abc import Iterator

from build_tools.language.chinese.han import HAN_RANGES
from build_tools.model.editorial import Editorial
from build_tools.model.problem import Place, Problem, warning
from build_tools.model.quote import even_signs
from build_tools.model.text import Seed

_TWO = re.compile(rf"[；;]|(?<=[{HAN_RANGES}])\s*[/|]|[/|]\s*(?=[{HAN_RANGES}])")
"""What parts two forms in one text: `KOL/网红`, `网红；达人`; not the stroke of `AC/DC`, nor 编造、散布."""


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """Each name or form that no text can ever match."""
    for text, excluding, place in (*_names(editorial), *_forms(editorial)):
        if even_signs(text).casefold() in {even_signs(each).casefold() for each in excluding}:
            yield warning(
                place,
                "form-never",
                f"“{text}” stands under `not_in` too, so it is never found",
                "Under `not_in` write longer words that hold it and mean something else; or take it away there",
            )
        elif _TWO.search(text):
            yield warning(
                place,
                "form-never",
                f"“{text}” seems to be several forms in one, and would be found only where it stands so",
                "Write each as a form of its own: `admitted: [a, b]` of a term, `aliases` of an actor",
            )


def _names(editorial: Editorial) -> Iterator[tuple[str, tuple[str, ...], Place]]:
    """Every name, with the words within which it is not meant."""
    for id, actor in editorial.actors.items():
        for text in (actor.names.en, actor.names.zh_hans):
            yield text, actor.not_in, editorial.place("actors", id, "names")
        for n, alias in enumerate(actor.aliases):
            place = editorial.place("actors", id, "aliases", n)
            yield alias.text, (*actor.not_in, *alias.not_in), place


def _forms(editorial: Editorial) -> Iterator[tuple[str, tuple[str, ...], Place]]:
    for id, term in editorial.terms.items():
        for lang, forms in term.forms.by_lang.items():
            for text in forms.approved:
                yield text, forms.not_in, editorial.place("glossary", id, "forms", lang)
