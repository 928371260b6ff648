"""Translation files that hold the words of another text."""

from collections.abc import Iterable
from dataclasses import replace

from build_tools.model.editorial import Editorial, SourceFiles
from build_tools.model.problem import error
from build_tools.model.quote import even_signs
from build_tools.model.text import Seed

_ENOUGH, _MOST = 4, 20
"""Sentences in use by which a translation file is known as another text's; files for which that is
looked for.
"""


def without_others_words(editorial: Editorial, seeds: tuple[Seed, ...]) -> Editorial:
    """The editorial without translation files that hold the words of another text, which their
    headers do not say: in such a folder they would put their ids and translations in place of its
    own.
    """
    sources, texts = (
        dict(editorial.sources),
        {
            seed.id: seed.text
            for seed in seeds
            if editorial.of_source(seed.id).sha256 in (None, seed.sha256)
        },
    )
    strange = [
        (id, files)
        for id, files in editorial.sources.items()
        if id in texts
        and len(words := in_use(files)) >= _ENOUGH
        and not any(each in texts[id] for each in words)
        and not _has_some(texts[id], words)
    ]
    folded = {seed.id: even_signs(seed.text) for seed in seeds} if strange else {}
    for id, files in strange[:_MOST]:
        words = [even_signs(each) for each in in_use(files)]
        owner = next(
            (
                other
                for other, text in folded.items()
                if words[0] in text and all(each in text for each in words)
            ),
            "",
        )
        if owner:
            problem = error(
                files.po_place,
                "po-of-another",
                f"The words in this file are those of {owner}, and none is of this text",
                "Restore the file that belongs here",
            )
            sources[id] = replace(
                files, entries=(), incomplete=True, of_another=problem, po_owner=owner
            )
    return replace(editorial, sources=sources)


def in_use(files: SourceFiles) -> list[str]:
    """The words as found of each entry of translation.po that is not retired."""
    return [entry.found or entry.source for entry in files.entries if not entry.retired]


def _has_some(text: str, words: Iterable[str]) -> bool:
    text = even_signs(text)
    return any(even_signs(each) in text for each in words)
