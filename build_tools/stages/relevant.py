"""Which records of names can matter to a text: those of which a form stands in it, in whatever script, case or spacing.

When another record changes, nothing about this text does.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick

from build_tools.annotators.names.catalogue import forms_of
from build_tools.language.chinese.convert import Converter
from build_tools.language.folding import fold
from build_tools.model.editorial import Editorial
from build_tools.model.work import Task

_BETWEEN = re.compile(r"[\W_]+")


class FormsInUse:
    """All forms of names and terms, ready to be found."""

    def __init__(self, editorial: Editorial, converter: Converter) -> None:
        self._records: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for kind, id, form in _forms(editorial, converter):
            self._records[_bare(form)].add((kind, id))
        self._always = self._records.pop("", set())
        """Names without a letter, such as ☆: nobody knows where they stand."""
        self._texts = sorted(self._records)
        self._automaton = AhoCorasick(self._texts) if self._texts else None

    def within(self, reach: str) -> tuple[tuple[str, str], ...]:
        """(`actors` or `glossary`, id) of the records that matter to a text of this reach, in order."""
        if self._automaton is None:
            return tuple(sorted(self._always))
        found = self._automaton.find_matches_as_indexes(reach, overlapping=True)
        seen = {key for index, _, _ in found for key in self._records[self._texts[index]]}
        return tuple(sorted(seen | self._always))


def reach_of(task: Task) -> str:
    """All letters of the texts and of what editors wrote over them, folded and without what stands between them."""
    return "\n".join(map(_bare, _words(task)))


def _bare(text: str) -> str:
    return _BETWEEN.sub("", fold(text))


def _words(task: Task) -> Iterator[str]:
    for seed in task.seeds:
        yield seed.text
    for files in task.files.values():
        yield from (entry.target for entry in files.entries)
        yield from (e.reading or "" for e, _ in files.emendations)


def _forms(editorial: Editorial, converter: Converter) -> Iterable[tuple[str, str, str]]:
    for actor in editorial.actors.values():
        for form in forms_of(actor, converter):
            yield "actors", actor.id, form
    for term in editorial.terms.values():
        for form in forms_of(term, converter):
            yield "glossary", term.id, form
