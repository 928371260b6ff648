"""name-quoted: a name or term in quotation marks that YAML takes for a part of it, so that it is
found nowhere without them.
"""

from collections.abc import Iterator

from build_tools.model.editorial import Editorial
from build_tools.model.problem import Problem, note, warning
from build_tools.model.text import Seed

_PAIRS = ("“”", "””", "‘’", "＂＂", "「」", "『』", "„“", "«»", '""')
_MARKS = frozenset('“”„＂「」『』«»"')
"""Not ’, which is an apostrophe as well."""


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """Around the whole it is a slip; a nickname within (Li “Ace” Lei) may be meant so."""
    for folder, id, text, way in _words(editorial):
        place = editorial.place(folder, id, *way)
        if any(
            len(text) > 1 and text[0] == pair[0] and text[-1] == pair[1] for pair in _PAIRS
        ) and not _MARKS & {*text[1:-1]}:
            yield warning(
                place,
                "name-quoted",
                f"“{text[1:-1]}” stands between quotation marks ({text[0]} {text[-1]}) that belong to the name as it is written here, for only straight ones (\" ') are signs of YAML",
                "Delete them, or write straight ones",
            )
        elif marks := "".join(char for char in text if char in _MARKS):
            yield note(
                place,
                "name-quoted",
                f"There are quotation marks in the name {text}: it is found only where they stand in the text, too",
                f"Delete {' '.join(marks)} if the name has none",
            )


def _words(editorial: Editorial) -> Iterator[tuple[str, str, str, tuple[str | int, ...]]]:
    """(folder, id, words, way to them) of whatever names a record."""
    for id, actor in editorial.actors.items():
        for lang, text in actor.names.by_lang.items():
            yield "actors", id, text, ("names", lang)
        yield from (
            ("actors", id, alias.text, ("aliases", n, "text"))
            for n, alias in enumerate(actor.aliases)
        )
    for id, term in editorial.terms.items():
        for lang, forms in term.forms.by_lang.items():
            yield "glossary", id, forms.preferred, ("forms", lang, "preferred")
            yield from (
                ("glossary", id, text, ("forms", lang, key, n))
                for key in ("admitted", "inflected")
                for n, text in enumerate(getattr(forms, key))
            )
