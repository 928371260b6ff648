"""seed-missing, text-elsewhere, po-of-another: an editor's folder beside which its text does not
lie, under its own name.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from rapidfuzz import process

from build_tools.model.editorial import Editorial, SourceFiles, with_unavailable_seeds
from build_tools.model.named import sources_named
from build_tools.model.problem import Place, Problem, error
from build_tools.model.quote import fold
from build_tools.model.text import Seed

_ENOUGH, _MOST = 4, 20
"""Sentences in use by which a translation file is known as another text's; files for which that is
looked for.
"""


def set_aside(
    editorial: Editorial, seeds: tuple[Seed, ...]
) -> tuple[Editorial, tuple[Problem, ...]]:
    """One problem for whatever was renamed, exchanged or lost; what is written in such a folder is
    set aside, for it speaks of another text.
    """
    editorial = _without_others_words(editorial, seeds)
    elsewhere, homes = _elsewhere(editorial, seeds), _homes(editorial, seeds)
    overwritten = {
        seed.id: other for seed, other in _overwritten(editorial, seeds) if seed.id not in elsewhere
    }
    told = [
        *_exchanged(elsewhere, editorial),
        *_copied(elsewhere, editorial),
        *_homeless(homes, editorial, seeds),
    ]
    told += [
        error(
            editorial.sources[id].place("sha256"),
            "seed-changed",
            f"seeds/{id}.txt is now the same as {other.file}, and no longer the text that was recorded",
            "Restore it: a seed is never edited",
        )
        for id, other in overwritten.items()
    ]
    told += [
        files.of_another
        for id, files in editorial.sources.items()
        if files.of_another and id not in elsewhere and id not in homes
    ]
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
    ), tuple(told)


def _without_others_words(editorial: Editorial, seeds: tuple[Seed, ...]) -> Editorial:
    """The editorial without translation files that hold the words of another text, which their
    headers do not say: in such a folder they would put their ids and translations in place of its
    own.
    """
    sources, texts = (
        dict(editorial.sources),
        {
            seed.id: seed.text
            for seed in seeds
            if _sum(editorial.of_source(seed.id)) in (None, seed.sha256)
        },
    )
    strange = [
        (id, files)
        for id, files in editorial.sources.items()
        if id in texts
        and len(words := _in_use(files)) >= _ENOUGH
        and not any(each in texts[id] for each in words)
        and not _has_some(texts[id], words)
    ]
    folded = {seed.id: fold(seed.text) for seed in seeds} if strange else {}
    for id, files in strange[:_MOST]:
        words = [fold(each) for each in _in_use(files)]
        owner = next(
            (
                other
                for other, text in folded.items()
                if words[0] in text and all(each in text for each in words)
            ),
            "",
        )
        if owner:
            told = error(
                files.po_place,
                "po-of-another",
                f"The words in this file are those of {owner}, and none is of this text",
                "Restore the file that belongs here",
            )
            sources[id] = replace(files, entries=(), incomplete=True, of_another=told, headed=owner)
    return replace(editorial, sources=sources)


def _in_use(files: SourceFiles) -> list[str]:
    return [entry.found or entry.source for entry in files.entries if not entry.retired]


def _has_some(text: str, words: Iterable[str]) -> bool:
    text = fold(text)
    return any(fold(each) in text for each in words)


def _sum(files: SourceFiles) -> str | None:
    """The SHA-256 of the text that the editors worked on."""
    return files.record_file.record.sha256 if files.record_file else None


def _elsewhere(editorial: Editorial, seeds: tuple[Seed, ...]) -> dict[str, tuple[Seed, Seed]]:
    """Source -> (what stands under its name, what its editors worked on), where that is another
    seed.
    """
    by_sum = {seed.sha256: seed for seed in reversed(seeds)}
    found = {}
    for seed in seeds:
        recorded = _sum(editorial.of_source(seed.id))
        if recorded and recorded != seed.sha256 and recorded in by_sum:
            found[seed.id] = (seed, by_sum[recorded])
    return found


def _overwritten(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[tuple[Seed, Seed]]:
    """Seeds whose own text is gone, with the one whose text is there now."""
    rightful = {
        seed.sha256: seed
        for seed in seeds
        if _sum(editorial.of_source(seed.id)) in (None, seed.sha256)
    }
    return (
        (seed, rightful[seed.sha256])
        for seed in seeds
        if _sum(editorial.of_source(seed.id)) not in (None, seed.sha256) and seed.sha256 in rightful
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
    own = [_in_use(editorial.sources[id]) for id in moved]
    if all(
        words and _most(seed, words) for words, (seed, _) in zip(own, moved.values(), strict=True)
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
    recorded = _sum(editorial.of_source(wanted.id))
    return wanted.id not in elsewhere and recorded not in (None, wanted.sha256)


def _homes(editorial: Editorial, seeds: tuple[Seed, ...]) -> dict[str, Seed | None]:
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


def _homeless(
    homes: dict[str, Seed | None], editorial: Editorial, seeds: tuple[Seed, ...]
) -> Iterator[Problem]:
    """Most often the seed or the folder was renamed, and then the text says so, and records name
    the one that was not; or the folder was copied.
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
        if files.headed not in ("", seed.id)
        else []
    )
    steps += (
        [f"write {seed.sha256} at sha256 in source.yml"]
        if _sum(files) not in (None, seed.sha256)
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
            and (files.headed == seed.id or _sum(files) == seed.sha256)
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
    return seed.sha256 == _sum(files) or _most(
        seed, (entry.found or entry.source for entry in files.entries if not entry.retired)
    )


def _most(seed: Seed, words: Iterable[str]) -> bool:
    folded, text = {fold(each) for each in words}, fold(seed.text)
    return 2 * sum(each in text for each in folded) > len(folded)
