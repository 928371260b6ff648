"""seed-misread, a note: a text that was saved as what one code makes of another."""

from collections.abc import Iterator

from build_tools.language.damaged import read_otherwise
from build_tools.model.problem import Place, Problem, note
from build_tools.model.text import Seed

_SHOWN = 12


def misread(seed: Seed) -> Iterator[Problem]:
    """The note, with the first place and what most likely stood there.

    >>> [str(p) for p in misread(Seed("a", "seeds/a.txt", "", "The cafÃ©â€™s owner", ()))]
    ['seeds/a.txt:1 – “Ã©â€™” was most likely “é’”: a program has read UTF-8 as Latin letters (Windows-1252). Save the text anew from where it was found, as UTF-8; if it stands so there, leave it. [seed-misread]']
    """
    for at, words, meant, how in sorted(read_otherwise(seed.text))[:1]:
        yield note(
            Place(seed.file, seed.line(at)),
            "seed-misread",
            f"“{words[:_SHOWN]}” was most likely “{meant[:_SHOWN]}”: a program has read {how}",
            "Save the text anew from where it was found, as UTF-8; if it stands so there, leave it",
        )
