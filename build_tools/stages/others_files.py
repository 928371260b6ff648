"""Editors' files that are another source's: what was exchanged is one problem."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from build_tools.model.circles import circles
from build_tools.model.editorial import SourceFiles
from build_tools.model.problem import Problem, listed


def of_others(sources: dict[str, SourceFiles]) -> Iterator[Problem]:
    """Of translation files that are another source's: one for those that were exchanged."""
    rings = circles({id: files.po_owner for id, files in sources.items()})
    for ring in rings:
        yield Problem(
            sources[ring[0]].po_place,
            "error",
            "po-of-another",
            f"The translation.po of {' and '.join(sorted(ring))} are exchanged: each is that of another",
            "Put each back into its own folder, as Git has it",
            tuple(sources[id].po_place for id in ring[1:]),
        )
    exchanged = {id for ring in rings for id in ring}
    yield from (
        files.of_another
        for id, files in sources.items()
        if files.of_another and id not in exchanged
    )


def without_ids_of_others(
    problems: Iterable[Problem], in_places: Iterable[Problem]
) -> tuple[Problem, ...]:
    """What was told of editors' files, without the ids that a translation file misses or has too
    many because it is another source's.
    """
    strange = {file for p in in_places if p.code == "po-of-another" for file in p.files}
    return tuple(
        p
        for p in problems
        if not (p.place.file in strange and p.code in ("po-entry-lost", "po-id-unknown"))
    )


def exchanged_as_one(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """One problem for the files of one name that speak of other texts in several sources: then they
    were exchanged.
    """
    problems = tuple(problems)
    found: dict[str, list[Problem]] = {}
    for p in problems:
        if p.code == "file-of-another":
            found.setdefault(PurePosixPath(p.place.file).name, []).append(p)
    several = {
        name: problems_of_one for name, problems_of_one in found.items() if problems_of_one[1:]
    }
    return (
        *(
            p
            for p in problems
            if not any(p in problems_of_one for problems_of_one in several.values())
        ),
        *(
            Problem(
                problems_of_one[0].place,
                "error",
                "file-of-another",
                f"Hardly anything that this file says is of its own text; so it is with {listed(p.place for p in problems_of_one[1:])}",
                "They may have been exchanged: put each back as Git has it, or correct what is quoted",
                tuple(p.place for p in problems_of_one[1:]),
            )
            for problems_of_one in several.values()
        ),
    )
