"""id-unknown, concept-family: a record that names another one which does not exist, or is of a kind
that does not belong there.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from rapidfuzz import fuzz, process

from build_tools.model.editorial import Editorial
from build_tools.model.named import CONCEPTS, absent, nameable, named, sources_named
from build_tools.model.problem import Place, Problem, error, listed
from build_tools.model.quote import fold
from build_tools.model.text import Seed
from build_tools.stages.quotations import quotations

Named = tuple[str, Place]
"""As what something is named (`actor`, `participant`…), and where."""


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    there = nameable(editorial, seeds)
    names = tuple(named(editorial))
    yield from _of_concepts(names, editorial, there)
    lost = absent(names, editorial, there)
    for folder in sorted(_emptied(lost, there)):
        gone = {key: those for key, those in lost.items() if key[0] == folder}
        yield error(
            Place(f"editorial/{folder}"),
            "id-unknown",
            f"There are no records in this folder, and others name {len(gone)} of them in {sum(map(len, gone.values()))} places",
            "Restore the folder as Git has it",
        )
        lost = {key: those for key, those in lost.items() if key not in gone}
    quoted: dict[str, set[str]] = defaultdict(set)
    for passage, _ in quotations(editorial) if lost else ():
        quoted[passage.source].add(fold(passage.quote))
    for (folder, id), those in lost.items():
        home = _home(quoted[id], seeds) if folder == "seeds" else None
        if home and len(those) > 1 and home.id not in sources_named(editorial):
            yield _renamed(id, home, _places(those))
        else:
            yield _unknown(id, those, home, there)


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


def _emptied(lost: Collection[tuple[str, str]], there: Mapping[str, Collection[str]]) -> set[str]:
    """Folders of which several records are named, and none is there."""
    several = Counter(folder for folder, _ in lost)
    kinds = {"events": "event", "claims": "claim", "contradictions": "contradiction"}
    return {f for f, kind in kinds.items() if several[f] > _FEW and not there[kind]}


def _near(id: str, ids: list[str]) -> str:
    """The id that is most like it; of concepts, what stands behind the family that they share must
    be.

    >>> _near("sg.commentry", ["sg.commentary", "sg.report"]), _near("cl.sincerity", ["cl.apology-text"])
    ('sg.commentary', '')
    """
    family = id[: id.find(".") + 1]
    those = {each.removeprefix(family): each for each in ids if each.startswith(family)}
    if not those:
        family, those = "", {each: each for each in ids}
    near = process.extractOne(id.removeprefix(family), [*those], scorer=fuzz.ratio, score_cutoff=60)
    return those[near[0]] if near else ""


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
        [(sum(quote in fold(seed.text) for quote in quotes), seed) for seed in seeds]
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
