"""listed-twice: the same thing two times in one list; readers would see it two times. Of the rules,
two that speak of one word: nobody could tell which of them holds.
"""

from collections.abc import Callable, Iterator
from typing import Any

from build_tools.model.editorial import Editorial, Loaded, SourceFiles
from build_tools.model.keys import all_records, keys_of
from build_tools.model.problem import Place, Problem, error, warning
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
    for files in editorial.sources.values():
        yield from _read_twice(files)
    for record, place in all_records(editorial):
        of_lists: dict[Way, list[tuple[Way, object, int]]] = {}
        for each in _again(record, ()):
            of_lists.setdefault(each[0][:-1], []).append(each)
        for places in of_lists.values():
            if len(places) > _FEW:
                yield _pasted(places, place)
            else:
                yield from (_problem(*each, place) for each in places)


_FEW = 3
"""Entries of one list that are told one by one."""


def _problem(way: Way, again: object, first: int, place: Callable[..., Place]) -> Problem:
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


def _pasted(again: list[tuple[Way, object, int]], place: Callable[..., Place]) -> Problem:
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
    for name, rules in keys_of(loaded.record):
        first: dict[object, int] = {}
        for n, rule in enumerate(rules):
            subject = keys_of(rule)[0][1]
            before = first.setdefault(subject, n)
            if rule != rules[before]:
                yield error(
                    loaded.place(name, n),
                    "listed-twice",
                    f"“{subject}” has an entry already, in line {loaded.place(name, before).line}, which says something else",
                    "Keep one of the two, with what is right of both",
                )


def _read_twice(files: SourceFiles) -> Iterator[Problem]:
    """Mentions that stand in two readings, as after a merge: one for each two readings that share
    some. The same reading pasted again is told as all else is.
    """
    if files.mentions_file is None:
        return
    first: dict[tuple[str, str], int] = {}
    shared: dict[tuple[int, int], list[tuple[str, str]]] = {}
    for n, reading in enumerate(files.mentions):
        again = reading in files.mentions[:n]
        for segment, targets in reading.segments.items():
            for target in () if again else dict.fromkeys(targets):
                before = first.setdefault((segment, target), n)
                if before != n:
                    shared.setdefault((before, n), []).append((segment, target))
    for (before, n), mentions in shared.items():
        segment, target = mentions[0]
        line, by = files.mentions_place(before, segment).line, files.mentions[before].origin
        more = f" and {len(mentions) - 1} more" if mentions[1:] else ""
        yield warning(
            files.mentions_place(n, segment),
            "listed-twice",
            f"{target} in {segment}{more} {'stand' if more else 'stands'} already in line {line}, where it was read on {files.mentions[before].on} ({by})",
            "Keep it in one reading; a machine's does not take the place of a person's",
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
    return {str(lang): value for lang, value in keys_of(record) if str(lang).startswith("zh-Hant-")}


def _again(record: object, way: Way) -> Iterator[tuple[Way, object, int]]:
    """(way to it, the thing, number of the first that is equal) for each thing that its list holds
    already.
    """
    seen: dict[str, int] = {}
    for key, value in keys_of(record):
        if isinstance(key, int):
            first = seen.setdefault(repr(value), key)
            if first != key:
                yield (*way, key), value, first
        yield from _again(value, (*way, key))
