"""form-twice: the same words as a name or term of two records; the matcher could only guess."""

from collections import defaultdict
from collections.abc import Iterator

from build_tools.model.problem import Place, Problem, warning
from build_tools.model.text import Seed
from build_tools.readers.editorial import Editorial


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    owners: dict[tuple[str, str], dict[str, tuple[frozenset[str], Place]]] = defaultdict(dict)
    for key, owner, scope, place in _forms(editorial):
        for other, (known, _) in owners[key].items():
            if other != owner and (not known or not scope or known & scope):
                yield warning(place, "form-twice", f"“{key[1]}” names both {other} and {owner}", "Keep it in one record, or bind it with `only_in`")
        owners[key].setdefault(owner, (scope, place))


def _forms(editorial: Editorial) -> Iterator[tuple[tuple[str, str], str, frozenset[str], Place]]:
    for id, actor in editorial.actors.items():
        names = actor.names
        for lang, text in (("en", names.en), ("zh", names.zh_hans)):
            yield (lang, text), id, frozenset(), editorial.place("actors", id, "names")
        for n, alias in enumerate(actor.aliases):
            lang = "en" if alias.lang == "en" else "zh"
            yield (lang, alias.text), id, frozenset(alias.only_in), editorial.place("actors", id, "aliases", n)
    for id, term in editorial.terms.items():
        for lang, forms in (("en", term.forms.en), ("zh", term.forms.zh_hans)):
            for text in forms.approved:
                yield (lang, text), id, frozenset(), editorial.place("glossary", id, "forms")
