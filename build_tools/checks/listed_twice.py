"""listed-twice: the same thing two times in one list; readers would see it two times. Of the rules,
two that speak of one word: nobody could tell which of them holds.
"""

from collections.abc import Iterator
from typing import Any

from build_tools.model.editorial import Editorial, Loaded
from build_tools.model.keys import keys, records
from build_tools.model.problem import Problem, error, warning
from build_tools.model.text import Seed
from build_tools.model.walk import Way


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """In whatever list of whatever record: the sources of a case, the claims of a side, a term's
    forms, a report pasted again.
    """
    for (folder, name), loaded in editorial.files.items():
        if folder == "rules" and name != "conversion":  # of those, script-forms tells what differs
            yield from _ruled_twice(loaded)
    yield from _otherwise_in_glossary(editorial)
    for record, place in records(editorial):
        of_lists: dict[Way, list[tuple[Way, Any, int]]] = {}
        for each in _again(record, ()):
            of_lists.setdefault(each[0][:-1], []).append(each)
        for those in of_lists.values():
            if len(those) > _FEW:
                yield _pasted(those, place)
            else:
                yield from (_told(*each, place) for each in those)


_FEW = 3
"""Entries of one list that are told one by one."""


def _told(way: Way, again: Any, first: int, place: Any) -> Problem:
    named = (
        f"“{again[:40]}”"
        if isinstance(again, str)
        else f"Entry {way[-1] + 1}"
        if isinstance(way[-1], int)
        else str(again)
    )
    return warning(
        place(*way),
        "listed-twice",
        f"{named} stands there already, as entry {first + 1} of {_list(way)}",
        "Delete one of the two",
    )


def _pasted(again: list[tuple[Way, Any, int]], place: Any) -> Problem:
    way, _, first = again[0]
    return warning(
        place(*way),
        "listed-twice",
        f"From here on {len(again)} entries of {_list(way)} stand there already, the first of them as entry {first + 1}",
        "Delete what was pasted twice",
    )


def _list(way: Way) -> str:
    return f"“{way[-2]}”" if len(way) > 1 else "the list"


def _ruled_twice(loaded: Loaded) -> Iterator[Problem]:
    """A second rule of what has one already, which stands under its first key, and says something
    else; the same one twice is told as all else is.
    """
    for name, rules in keys(loaded.record):
        first: dict[Any, int] = {}
        for n, rule in enumerate(rules):
            subject = keys(rule)[0][1]
            before = first.setdefault(subject, n)
            if rule != rules[before]:
                yield error(
                    loaded.place(name, n),
                    "listed-twice",
                    f"“{subject}” has an entry already, in line {loaded.place(name, before).line}, which says something else",
                    "Keep one of the two, with what is right of both",
                )


def _otherwise_in_glossary(editorial: Editorial) -> Iterator[Problem]:
    """A word of wording.yml for which a term has other forms in the same region: only one of the two
    can be printed.
    """
    terms = {term.forms.zh_hans.preferred: id for id, term in editorial.terms.items()}
    for n, word in enumerate(editorial.wording):
        id = terms.get(word.zh_hans, "")
        for lang, said in _regional(word).items() if id else ():
            forms = _regional(editorial.terms[id].forms).get(lang)
            if said and forms and said not in forms.approved:
                yield error(
                    editorial.place("rules", "wording", "words", n, lang),
                    "listed-twice",
                    f"“{word.zh_hans}” is “{said}” here, and “{forms.preferred}” in {editorial.place('glossary', id, 'forms', lang)}",
                    "Keep one of the two; the forms of a term stand in the glossary",
                )


def _regional(record: Any) -> dict[str, Any]:
    """What a record gives for the regions that write Traditional script."""
    return {str(lang): value for lang, value in keys(record) if str(lang).startswith("zh-Hant-")}


def _again(record: Any, way: Way) -> Iterator[tuple[Way, Any, int]]:
    """(way to it, the thing, number of the first that is equal) for each thing that its list holds
    already.
    """
    seen: dict[str, int] = {}
    for key, value in keys(record):
        if isinstance(key, int):
            first = seen.setdefault(repr(value), key)
            if first != key:
                yield (*way, key), value, first
        yield from _again(value, (*way, key))
