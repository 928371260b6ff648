"""seed-missing: an editor's folder without a seed, most often because the seed or the folder was
renamed.
"""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from rapidfuzz import process

from build_tools.model.editorial import Editorial, SourceFiles
from build_tools.model.named import sources_named
from build_tools.model.problem import Place, Problem, error
from build_tools.model.quote import even_signs
from build_tools.model.text import Seed


def homes_of(editorial: Editorial, seeds: tuple[Seed, ...]) -> dict[str, Seed | None]:
    """Sources without a seed, each with the seed that has no folder and holds its text."""
    ids, free = (
        {seed.id for seed in seeds},
        [seed for seed in seeds if seed.id not in editorial.sources],
    )
    return {
        id: next((seed for seed in free if _is_called(seed, id) or _is_of(seed, files)), None)
        for id, files in editorial.sources.items()
        if id not in ids and not {("seeds", id), ("sources", id)} & editorial.unavailable
    }


def homeless(
    homes: dict[str, Seed | None], editorial: Editorial, seeds: tuple[Seed, ...]
) -> Iterator[Problem]:
    """One problem for each folder without a seed.

    Most often the seed or the folder was renamed, and then the text says so, and records name the
    one that was not; or the folder was copied.
    """
    named = sources_named(editorial)
    for id, seed in homes.items():
        place, what = Place(f"editorial/sources/{id}"), f"There is no seeds/{id}.txt"
        original = _original(editorial.sources[id], editorial, seeds)
        copied = f"This is a copy of editorial/sources/{original.id}" if original else ""
        if seed and original:
            same = seed.text == original.text
            yield error(
                place,
                "seed-missing",
                f"{copied}, as {seed.file} is of {original.file}{'' if same else ', with other words'}",
                f"Delete both{'' if same else f', once {original.id} has what was changed only here'}; or, if it is a text of its own, {_own(editorial.sources[id], seed)}",
            )
        elif seed and _is_called(seed, id):
            yield error(
                place,
                "seed-missing",
                f"The folder has the name of its seed's file, but the id of {seed.file} is {seed.id}",
                f"Call the folder {seed.id}",
            )
        elif original:
            yield error(
                place,
                "seed-missing",
                f"{copied}, and there is no seeds/{id}.txt",
                f"Delete it, once {original.id} has what was changed only here",
            )
        elif seed and seed.id in named and id not in named:
            yield error(
                place,
                "seed-missing",
                f"{what}: the text of this folder is {seed.file}",
                f"Call the folder {seed.id}: so do the records that quote it",
            )
        elif seed:
            yield error(
                place,
                "seed-missing",
                f"{what}, but {seed.file} holds its text",
                f"Give it its name back; or call this folder {seed.id}, and write that in all records that name {id}",
            )
        else:
            near = process.extractOne(id, [each.id for each in seeds], score_cutoff=60)
            yield error(
                place,
                "seed-missing",
                what,
                f"Did you mean {near[0]}?"
                if near
                else "Restore the seed; if you delete the folder instead, its translation and decisions are lost",
            )


def _own(files: SourceFiles, seed: Seed) -> str:
    """What makes a copied folder that of its own seed, in one go."""
    steps = [f"call the folder {seed.id}"]
    steps += (
        [f"write {seed.id} behind Project-Id-Version in translation.po"]
        if files.po_owner not in ("", seed.id)
        else []
    )
    steps += (
        [f"write {seed.sha256} at sha256 in source.yml"]
        if files.sha256 not in (None, seed.sha256)
        else []
    )
    return " and ".join(filter(None, (", ".join(steps[:-1]), steps[-1])))


def _original(files: SourceFiles, editorial: Editorial, seeds: tuple[Seed, ...]) -> Seed | None:
    """The seed, with a folder of its own, of which a folder without a seed speaks: so a file
    manager copied that folder.
    """
    return next(
        (
            seed
            for seed in seeds
            if seed.id in editorial.sources
            and (files.po_owner == seed.id or files.sha256 == seed.sha256)
        ),
        None,
    )


def _is_called(seed: Seed, id: str) -> bool:
    """Whether a folder has the name of the seed's file, which is not always its id: `小米 -
    副本`.
    """
    return PurePosixPath(seed.file).stem == id


def _is_of(seed: Seed, files: SourceFiles) -> bool:
    """Whether it is the file, or has most of the words, that the editors worked on."""
    return seed.sha256 == files.sha256 or has_most(
        seed, (entry.found or entry.source for entry in files.entries if not entry.retired)
    )


def has_most(seed: Seed, words: Iterable[str]) -> bool:
    """Whether the seed has more than half of the words."""
    folded, text = {even_signs(each) for each in words}, even_signs(seed.text)
    return 2 * sum(each in text for each in folded) > len(folded)
