"""id-unknown, concept-family: a record that names another one which does not exist, or is of a kind
that does not belong there.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from rapidfuzz import fuzz, process

from build_tools.model.editorial import Editorial
from build_tools.model.named import CONCEPTS, nameable, named, not_there, sources_named
from build_tools.model.problem import Place, Problem, error, listed
from build_tools.model.quote import even_signs
from build_tools.model.record_kinds import ACTOR, RECORD_KINDS, TERM, records_of
from build_tools.model.text import Seed
from build_tools.stages.quotations import quotations

Named = tuple[str, Place]
"""As what something is named (`actor`, `participant`…), and where."""
Lost = dict[tuple[str, str], list[Named]]
"""(folder, id) of what is named and not there -> each place that names it."""


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """Each name of a record that leads nowhere, or to a wrong kind of record."""
    there = nameable(editorial, seeds)
    names = tuple(named(editorial))
    yield from _of_concepts(names, editorial, there)
    lost = not_there(names, editorial, there)
    for folder, gone in sorted(_emptied(lost, editorial).items()):
        both = (
            folder == "actors"
            and not editorial.terms
            and {"term", "mention"} & {k for uses in gone.values() for k, _ in uses}
        )
        yield _no_records(folder, gone, ", nor in editorial/glossary" if both else "")
        lost = {key: uses for key, uses in lost.items() if key not in gone}
    for folder, gone in sorted(_many(lost, there).items()):
        yield _many_gone(folder, gone)
        lost = {key: uses for key, uses in lost.items() if key not in gone}
    quoted: dict[str, set[str]] = defaultdict(set)
    for passage, _ in quotations(editorial) if lost else ():
        quoted[passage.source].add(even_signs(passage.quote))
    for (folder, id), uses in lost.items():
        home = _home(quoted[id], seeds) if folder == "seeds" else None
        if home and len(uses) > 1 and home.id not in sources_named(editorial):
            yield _renamed(id, home, _places(uses))
        else:
            yield _unknown(id, uses, home, there)


def _of_concepts(
    names: Iterable[tuple[str, str, Place]],
    editorial: Editorial,
    there: Mapping[str, set[str]],
) -> Iterator[Problem]:
    """Concepts that are there and do not belong where they are named; or all, where none is there."""
    without = 0
    for kind, id, place in names:
        if kind in CONCEPTS and not editorial.concepts:
            without += 1
        elif kind in CONCEPTS and id not in there[kind] and id in editorial.concepts:
            yield error(
                place,
                "concept-family",
                f"“{id}” is no {CONCEPTS[kind]}, but a concept of “{editorial.concepts[id].get('scheme', 'no scheme')}”",
                _one_of(there[kind]),
            )
    if without and ("vocabulary", VOCABULARY.stem) not in editorial.unavailable:
        yield error(
            Place(str(VOCABULARY)),
            "file-missing",
            f"Records name concepts {without} times, and there is no vocabulary",
            "Restore the file",
        )


def _places(names: Iterable[Named]) -> list[Place]:
    return sorted((place for _, place in names), key=lambda place: (place.file, place.line or 0))


def _renamed(id: str, home: Seed, places: list[Place]) -> Problem:
    """Of a source that nothing knows, and of which a seed holds the words."""
    return Problem(
        Place(f"editorial/sources/{home.id}"),
        "error",
        "id-unknown",
        f"{home.file} holds what {len(places)} places quote as “{id}”, and there is no such source: {listed(places)}",
        f"If the seed and this folder were renamed, give both their name back, for it is a part of permanent addresses; or write {home.id} in all these places",
        tuple(places),
    )


def _unknown(
    id: str, names: Sequence[Named], home: Seed | None, there: Mapping[str, set[str]]
) -> Problem:
    """Of a record that is named and not there."""
    first, *others = places = _places(names)
    nouns = {NOUNS.get(kind, kind) for kind, _ in names}
    noun = next(iter(nouns)) if len(nouns) == 1 else "actor or term"
    kind = names[0][0]
    near = _near(id.lower(), sorted(there[kind]))
    also = f", which {len(places)} places name: {listed(places)}" if others else ""
    return Problem(
        first,
        "error",
        "id-unknown",
        f"There is no {noun} “{id}”{also}",
        _hint(id, near, home, len(places) > _FEW)
        if near or kind not in CONCEPTS
        else _one_of(there[kind]),
        tuple(others),
    )


_HOLD = {
    kind.folder: {kind.id, "mention"} if kind in (ACTOR, TERM) else {kind.id}
    for kind in RECORD_KINDS
}
"""What the records of a folder are named as."""


def _emptied(lost: Lost, editorial: Editorial) -> dict[str, Lost]:
    """Folder -> what is named of it, where that is several records, and none is there. Where both
    actors and terms are gone, all of them count with the actors: a mention may be of either.
    """
    there = {
        *(kind.folder for kind in RECORD_KINDS if records_of(editorial, kind)),
        *(folder for folder, _ in editorial.unavailable),
    }
    found: dict[str, Lost] = {}
    for key, uses in lost.items():
        kinds = {kind for kind, _ in uses}
        folder = next((f for f in _HOLD if f not in there and kinds <= _HOLD[f]), "")
        if folder == "glossary" and "actors" not in there:
            folder = "actors"
        if folder:
            found.setdefault(folder, {})[key] = uses
    return {folder: gone for folder, gone in found.items() if len(gone) > 1}


def _many(lost: Lost, there: Mapping[str, set[str]]) -> dict[str, Lost]:
    """Folder -> what is named of it and not there, where that is many records and no slips: nothing
    there is called nearly so.
    """
    found: dict[str, Lost] = {}
    for (folder, id), uses in lost.items():
        if folder in _HOLD and not _near(id, sorted(there[uses[0][0]])):
            found.setdefault(folder, {})[folder, id] = uses
    return {folder: gone for folder, gone in found.items() if len(gone) > _MANY}


_MANY = 5
"""Records gone, of which fewer are told one by one."""


def _no_records(folder: str, gone: Lost, nor: str) -> Problem:
    places = _places(each for uses in gone.values() for each in uses)
    return Problem(
        Place(f"editorial/{folder}"),
        "error",
        "id-unknown",
        f"There are no records in this folder{nor}, and others name {len(gone)} of them in {len(places)} places",
        "Restore the folder as Git has it; or, if nobody has written them yet, write them",
        tuple(places),
    )


def _many_gone(folder: str, gone: Lost) -> Problem:
    places = _places(each for uses in gone.values() for each in uses)
    some, more = ", ".join(sorted(id for _, id in gone)[:_MANY]), len(gone) - _MANY
    where = "editorial/actors or editorial/glossary" if folder == "actors" else "this folder"
    return Problem(
        Place(f"editorial/{folder}"),
        "error",
        "id-unknown",
        f"{len(gone)} records that {len(places)} places name are not in {where}: {some} and {more} more",
        "Restore them as Git has them; or, if nobody has written them yet, write them",
        tuple(places),
    )


def _near(id: str, ids: list[str]) -> str:
    """The id that is most like it; of concepts, what stands behind the family that they share must
    be.

    >>> _near("sg.commentry", ["sg.commentary", "sg.report"]), _near("cl.sincerity", ["cl.apology-text"])
    ('sg.commentary', '')
    """
    family = id[: id.find(".") + 1]
    by_name = {each.removeprefix(family): each for each in ids if each.startswith(family)}
    if not by_name:
        family, by_name = "", {each: each for each in ids}
    near = process.extractOne(
        id.removeprefix(family), [*by_name], scorer=fuzz.ratio, score_cutoff=60
    )
    return by_name[near[0]] if near else ""


_FEW = 2
"""So many slips may be one slip that was copied; more are a record that is gone."""


def _hint(id: str, near: str | None, home: Seed | None, many: bool) -> str:
    if _SEVERAL.search(id):
        return "Part the ids by “, ”, a comma and a blank"
    if home:
        return f"The words quoted stand in {home.file}, so write {home.id}"
    if many:
        return "Restore its record; or, if it has another id now, write that in all these places"
    return f"Did you mean “{near}”?" if near else "Write its record, or take the id away"


def _home(quotes: Collection[str], seeds: tuple[Seed, ...]) -> Seed | None:
    """The seed that has most of the words."""
    counted = (
        [(sum(quote in even_signs(seed.text) for quote in quotes), seed) for seed in seeds]
        if quotes
        else []
    )
    number, seed = max(counted, key=lambda each: each[0], default=(0, None))
    return seed if 2 * number > len(quotes) else None


VOCABULARY = PurePosixPath("editorial/vocabulary/pr-vocabulary.yml")
_SEVERAL = re.compile("[，、；;,]")
"""`kol-zh，leak-en`: two ids that YAML takes for one."""
NOUNS = {"mention": "actor or term", **CONCEPTS}


def _one_of(ids: set[str]) -> str:
    return (
        f"Use one of: {', '.join(sorted(ids))}"
        if len(ids) <= 20
        else "See editorial/vocabulary/pr-vocabulary.yml"
    )
