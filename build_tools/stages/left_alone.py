"""Of which sources something was not read, or not as its editors mean it: nothing may be written
for those.
"""

from collections.abc import Iterable, Mapping

from build_tools.model.editorial import Editorial
from build_tools.model.problem import Place, Problem
from build_tools.model.record import Passage
from build_tools.model.text import Seed
from build_tools.readers.strays import RECORDS

_NAMING = ("editorial/actors/", "editorial/glossary/", "editorial/rules/")
"""Folders whose records make up what the matcher suggests."""
_OTHERWISE = (
    "seed-changed",
    "po-text-changed",
    "po-ids-exchanged",
    "po-entry-copied",
    "po-sums-lost",
    "po-missing",
    "po-entry-lost",
)
"""Codes that say that segments are not what they were."""


def not_whole(
    editorial: Editorial,
    seeds: tuple[Seed, ...],
    problems: Iterable[Problem],
    in_texts: Mapping[str, tuple[Problem, ...]],
) -> frozenset[str]:
    """Sources whose text may be another than the editors mean. `in_texts` are the problems of each
    text's own making.

    A slip hides nothing and moves no id: what it leaves out of the text would take ids and
    translations with it.
    """
    problems = tuple(problems)
    if hindering_all(problems):
        return frozenset(seed.id for seed in seeds)
    strays = [file for p in problems for file in _strays(p)]
    homeless = any(p.code == "seed-missing" for p in problems)
    return frozenset(
        {
            *editorial.incomplete_sources,
            *(id for id, found in in_texts.items() if any(p.severity == "error" for p in found)),
            *(file.split("/")[2] for file in strays),
            *(
                file.split("/")[2]
                for p in problems
                if p.severity == "error"
                for file in p.files
                if file.startswith("editorial/sources/")
            ),
            *(seed.id for seed in seeds if homeless and seed.id not in editorial.sources),
        }
    )


def unseen_in_translations(problems: Iterable[Problem]) -> frozenset[str]:
    """Sources in whose translation.po stands what nobody sees: to write the file anew would take it
    away, or keep it for good, in words that an editor has not looked at.
    """
    return frozenset(
        p.place.file.split("/")[2]
        for p in problems
        if p.code == "character-unseen" and p.place.file.endswith("/translation.po")
    )


def hindering_all(problems: Iterable[Problem]) -> Problem | None:
    """The first problem by which nothing may be written for any source: rules or records that hold
    for all were not read.
    """
    return next(
        (
            p
            for p in problems
            if p.code == "folder-missing"
            or (p.severity == "error" and "editorial/rules/debris.yml" in p.files)
            or any(not file.startswith("editorial/sources/") for file in _strays(p))
        ),
        None,
    )


def _strays(problem: Problem) -> list[str]:
    """Files that are meant as records, and that nothing reads."""
    return [
        file
        for file in problem.files
        if problem.code == "file-stray" and file.lower().endswith(RECORDS)
    ]


def of_other_words(
    editorial: Editorial, in_texts: Mapping[str, tuple[Problem, ...]]
) -> frozenset[str]:
    """Sources whose text is another than the one that records quote, or of which nobody knows what
    their source.yml keeps in it: a rule that hides something there is not to blame.
    """
    return frozenset(
        id
        for id, found in in_texts.items()
        if (editorial.of_source(id).incomplete and not editorial.of_source(id).record_file)
        or any(p.code == "seed-changed" for p in found)
    )


def in_doubt(
    editorial: Editorial, in_texts: Mapping[str, tuple[Problem, ...]], problems: Iterable[Problem]
) -> frozenset[str]:
    """Sources of which a file was not read, or lies in another folder, whose seed was changed, or
    an emendation not made. To tell what is not found there would tell that again.
    """
    homeless = any(p.code == "seed-missing" for p in problems)
    return (
        (editorial.incomplete_sources - in_texts.keys())
        | {id for id in in_texts if homeless and id not in editorial.sources}
        | {
            id
            for id, found in in_texts.items()
            if editorial.of_source(id).incomplete
            or any(
                p.code in _OTHERWISE
                or (p.severity == "error" and p.place.file.endswith("/emendations.yml"))
                for p in found
            )
        }
    )


def without_those_of_moved(
    problems: Iterable[Problem],
    moved: Iterable[Problem],
    quoted: Iterable[tuple[Passage, Place]],
) -> tuple[Problem, ...]:
    """The problems without those of words that are looked for in translations which stand beside
    other texts, for that is told.
    """
    sources = {p.place.file.split("/")[2] for p in moved}
    places = {place for passage, place in quoted if passage.source in sources}
    decisions = {f"editorial/sources/{id}/annotations.yml" for id in sources}
    codings = {f"editorial/sources/{id}/codings.yml" for id in sources}
    return tuple(
        p
        for p in problems
        if not (
            (p.code == "parallel-not-found" and (p.place in places or p.place.file in codings))
            or (p.code == "quote-not-found" and p.place.file in decisions)
        )
    )


def names_in_doubt(editorial: Editorial, problems: Iterable[Problem]) -> bool:
    """Whether a record that names are found by is faulty, or gone: what is not found may be missing
    only because of it.
    """
    return any(folder in ("actors", "glossary") for folder, _ in editorial.unavailable) or any(
        (p.severity != "note" or p.code == "name-quoted")
        and any(file.startswith(_NAMING) for file in p.files)
        for p in problems
    )


def unsettled(folder: str, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The errors that may hide what an editor decided about the mentions of the source in a
    folder.
    """
    return tuple(
        p
        for p in problems
        if p.severity == "error"
        and any(file.startswith((f"{folder}/", *_NAMING)) for file in p.files)
    )
