"""seed-missing, text-elsewhere, po-of-another: an editor's folder beside which its text does not
lie, under its own name.
"""

from collections.abc import Iterator
from dataclasses import replace

from build_tools.model.editorial import Editorial, SourceFiles, with_unavailable_seeds
from build_tools.model.problem import Place, Problem, error
from build_tools.model.text import Seed
from build_tools.stages.homeless import has_most, homeless, homes_of
from build_tools.stages.others_files import of_others
from build_tools.stages.others_words import in_use, without_others_words


def set_aside(
    editorial: Editorial, seeds: tuple[Seed, ...]
) -> tuple[Editorial, tuple[Problem, ...]]:
    """One problem for whatever was renamed, exchanged or lost; what is written in such a folder is
    set aside, for it speaks of another text.
    """
    editorial = without_others_words(editorial, seeds)
    elsewhere, homes = _elsewhere(editorial, seeds), homes_of(editorial, seeds)
    overwritten = {
        seed.id: other for seed, other in _overwritten(editorial, seeds) if seed.id not in elsewhere
    }
    problems = [
        *_exchanged(elsewhere, editorial),
        *_copied(elsewhere, editorial),
        *homeless(homes, editorial, seeds),
    ]
    problems += [
        error(
            editorial.sources[id].place("sha256"),
            "seed-changed",
            f"seeds/{id}.txt is now the same as {other.file}, and no longer the text that was recorded",
            "Restore it: a seed is never edited",
        )
        for id, other in overwritten.items()
    ]
    problems += of_others(
        {
            id: files
            for id, files in editorial.sources.items()
            if files.of_another and id not in elsewhere and id not in homes
        }
    )
    aside = {
        id: SourceFiles(f"editorial/sources/{id}", incomplete=True)
        for id in (
            *elsewhere,
            *(seed.id for _, seed in elsewhere.values() if _is_gone(seed, elsewhere, editorial)),
            *overwritten,
            *(seed.id for seed in homes.values() if seed),
        )
    }
    return with_unavailable_seeds(
        replace(editorial, sources={**editorial.sources, **aside}),
        frozenset(editorial.sources).difference(seed.id for seed in seeds),
    ), tuple(problems)


def _elsewhere(editorial: Editorial, seeds: tuple[Seed, ...]) -> dict[str, tuple[Seed, Seed]]:
    """Source -> (what stands under its name, what its editors worked on), where that is another
    seed.
    """
    by_sum = {seed.sha256: seed for seed in reversed(seeds)}
    found = {}
    for seed in seeds:
        recorded = editorial.of_source(seed.id).sha256
        if recorded and recorded != seed.sha256 and recorded in by_sum:
            found[seed.id] = (seed, by_sum[recorded])
    return found


def _overwritten(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[tuple[Seed, Seed]]:
    """Seeds whose own text is gone, with the one whose text is there now."""
    rightful = {
        seed.sha256: seed
        for seed in seeds
        if editorial.of_source(seed.id).sha256 in (None, seed.sha256)
    }
    return (
        (seed, rightful[seed.sha256])
        for seed in seeds
        if editorial.of_source(seed.id).sha256 not in (None, seed.sha256)
        and seed.sha256 in rightful
    )


def _exchanged(elsewhere: dict[str, tuple[Seed, Seed]], editorial: Editorial) -> Iterator[Problem]:
    moved = {id: pair for id, pair in elsewhere.items() if pair[1].id in elsewhere}
    if not moved:
        return
    first = next(iter(moved))
    texts = {wanted.id: id for id, (_, wanted) in moved.items()}
    said = ", ".join(
        f"{seed.file} holds the text of {texts.get(id, 'another source')}"
        for id, (seed, _) in moved.items()
    )
    own = [in_use(editorial.sources[id]) for id in moved]
    if all(
        words and has_most(seed, words)
        for words, (seed, _) in zip(own, moved.values(), strict=True)
    ):
        yield error(
            editorial.sources[first].place("sha256"),
            "text-elsewhere",
            f"The source.yml of {' and '.join(moved)} are exchanged: each has the SHA-256 of another's text, and its translation.po is of its own",
            "Put each source.yml back into its own folder, as Git has it",
        )
        return
    folders = [bool(editorial.sources[id].of_another) for id in moved]
    seeds_back = "Give the files in seeds/ their names back"
    folders_back = "Give the folders in editorial/sources/ their names back"
    in_folders = all(folders)
    yield error(
        Place(f"editorial/sources/{first}" if in_folders else moved[first][0].file),
        "text-elsewhere",
        f"Texts and folders are exchanged: by the SHA-256 in source.yml, {said}",
        f"{folders_back}: each translation.po names its own"
        if in_folders
        else seeds_back
        if any(editorial.sources[id].entries for id in moved)
        else f"{seeds_back}; or, if the folders were exchanged, theirs",
    )


def _copied(elsewhere: dict[str, tuple[Seed, Seed]], editorial: Editorial) -> Iterator[Problem]:
    """The sum of another text that lies where it belongs: then source.yml was copied from there."""
    for id, (seed, wanted) in elsewhere.items():
        if _is_gone(wanted, elsewhere, editorial):
            yield error(
                Place(wanted.file),
                "text-elsewhere",
                f"By the SHA-256 in source.yml, this is the text of {id}, and that of {wanted.id} is nowhere in seeds/",
                f"Restore {wanted.file} and {seed.file} as Git has them",
            )
        elif wanted.id not in elsewhere:
            yield error(
                editorial.sources[id].place("sha256"),
                "text-elsewhere",
                f"This is the SHA-256 of {wanted.file}, not of {seed.file}",
                f"If the file was copied from {wanted.id}, correct all that it says, and write {seed.sha256} here; if texts were exchanged, give them their names back",
            )


def _is_gone(wanted: Seed, elsewhere: dict[str, tuple[Seed, Seed]], editorial: Editorial) -> bool:
    """Whether a seed that holds another's text has lost its own, which lies under no name."""
    recorded = editorial.of_source(wanted.id).sha256
    return wanted.id not in elsewhere and recorded not in (None, wanted.sha256)
