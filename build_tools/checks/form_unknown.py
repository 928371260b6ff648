"""form-unknown: an everyday form that is none of the term's forms, so that saying so does
nothing.
"""

from collections.abc import Iterator

from build_tools.model.editorial import Editorial
from build_tools.model.problem import Problem, warning
from build_tools.model.text import Seed


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """Each word called everyday that the term does not list among its forms."""
    for id, term in editorial.terms.items():
        for lang, forms in term.forms.by_lang.items():
            for word in forms.everyday:
                if word not in forms.approved:
                    yield warning(
                        editorial.place("glossary", id, "forms", lang, "everyday"),
                        "form-unknown",
                        f"“{word}” is none of the forms in {lang}",
                        "Write it as it stands at `preferred`, `admitted` or `inflected`, or take it away",
                    )
