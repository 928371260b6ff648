"""form-twice: the same words as a name or term of two records; the matcher could only guess."""

from collections import defaultdict
from collections.abc import Iterator

from build_tools.model.editorial import Editorial
from build_tools.model.problem import Place, Problem, warning
from build_tools.model.text import Seed

_TOLD = 3
"""Words named in one message: a copied record shares all of them."""


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """Each two records that claim the same words."""
    owners: dict[tuple[str, str], dict[str, frozenset[str]]] = defaultdict(dict)
    shared: dict[tuple[str, str], dict[str, Place]] = defaultdict(dict)
    for key, owner, scope, place in sorted(_forms(editorial), key=lambda form: form[1]):
        for other, known in owners[key].items():
            if other != owner and (not known or not scope or known & scope):
                shared[other, owner].setdefault(key[1], place)
        owners[key].setdefault(owner, scope)
    for (other, owner), words in shared.items():
        few, more = ", ".join(f"“{word}”" for word in list(words)[:_TOLD]), len(words) - _TOLD
        named = (
            f"{few} and {more} more words name"
            if more > 0
            else f"{few} name{'' if words.keys() - {next(iter(words))} else 's'}"
        )
        yield warning(
            next(iter(words.values())),
            "form-twice",
            f"{named} both {other} and {owner}",
            f"Keep {'each' if len(words) > 1 else 'it'} in one record, or bind it with `only_in`",
        )


def _forms(editorial: Editorial) -> Iterator[tuple[tuple[str, str], str, frozenset[str], Place]]:
    for id, actor in editorial.actors.items():
        names = actor.names
        for lang, text in (("en", names.en), ("zh", names.zh_hans)):
            yield (lang, text), id, frozenset(), editorial.place("actors", id, "names")
        for n, alias in enumerate(actor.aliases):
            lang = "en" if alias.lang == "en" else "zh"
            yield (
                (lang, alias.text),
                id,
                frozenset(alias.only_in),
                editorial.place("actors", id, "aliases", n),
            )
    for id, term in editorial.terms.items():
        for lang, forms in (("en", term.forms.en), ("zh", term.forms.zh_hans)):
            for text in forms.approved:
                yield (lang, text), id, frozenset(), editorial.place("glossary", id, "forms")
