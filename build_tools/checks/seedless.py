"""seed-missing: an editor's folder for a source whose seed is not there."""

from collections.abc import Iterator

from rapidfuzz import process

from build_tools.model.problem import Place, Problem, error
from build_tools.model.text import Seed
from build_tools.readers.editorial import Editorial


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    ids = [seed.id for seed in seeds]
    for id in editorial.sources:
        if id not in ids and not {("seeds", id), ("sources", id)} & editorial.unread:
            near = process.extractOne(id, ids, score_cutoff=60)
            yield error(Place(f"editorial/sources/{id}"), "seed-missing", f"There is no seeds/{id}.txt",
                        f"Did you mean {near[0]}?" if near else "Restore the seed, or delete the folder")
