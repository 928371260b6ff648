"""seed-missing: an editor's folder for a source whose seed is not there."""

from collections.abc import Iterator

from rapidfuzz import process

from build_tools.model.problem import Place, Problem, error
from build_tools.model.quote import fold
from build_tools.model.text import Seed
from build_tools.readers.editorial import Editorial, SourceFiles


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """One problem for each; most often the seed was renamed, and then its text says so."""
    ids = [seed.id for seed in seeds]
    for id, files in editorial.sources.items():
        if id not in ids and not {("seeds", id), ("sources", id)} & editorial.unread:
            renamed = next((seed for seed in seeds if seed.id not in editorial.sources and _is_of(seed, files)), None)
            near = process.extractOne(id, ids, score_cutoff=60)
            yield error(Place(f"editorial/sources/{id}"), "seed-missing", f"There is no seeds/{id}.txt" + (f", but {renamed.file} holds its text" if renamed else ""),
                        f"Give it its name back; or call this folder {renamed.id}, and write that in all records that name {id}" if renamed else
                        f"Did you mean {near[0]}?" if near else "Restore the seed; if you delete the folder instead, its translation and decisions are lost")


def _is_of(seed: Seed, files: SourceFiles) -> bool:
    """Whether it is the file, or has most of the words, that the editors worked on."""
    words = {fold(entry.found or entry.source) for entry in files.entries if not entry.retired}
    text = fold(seed.text)
    return seed.sha256 == files.record.sha256 or 2 * sum(each in text for each in words) > len(words)
