"""file-missing: files of the whole archive that are not there; and records that may lie where nothing reads them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from build_tools.model.editorial import Editorial
from build_tools.model.problem import Place, Problem, error, note
from build_tools.readers.strays import RECORDS, meant_folder

_WITHOUT = {
    "archive.yml": "the colophon does not say how the archive was made",
    "rules/debris.yml": "nothing that a scraper brought along is hidden by a rule",
    "rules/conversion.yml": "no conversion to Traditional script is corrected",
    "rules/wording.yml": "the archive's own prose says no word as a region does",
    "rules/pinyin.yml": "no reading of a character is corrected",
}
"""What the files of the whole archive are for."""
_RULES = tuple(name for name in _WITHOUT if name.startswith("rules/"))


def absent(there: frozenset[str]) -> Iterator[Problem]:
    """Notes on the files of the whole archive that are not there, where others are: one that was
    deleted changes every page without a word.

    Without the rules for debris a translated text would get ids for it, which are never taken back:
    that is an error.
    """
    gone = [name for name in _WITHOUT if f"editorial/{name}" not in there]
    problem_of = error if any(file.endswith("/translation.po") for file in there) else note
    if len(gone) == len(_WITHOUT):
        return
    if {*gone} >= {*_RULES}:
        without = problem_of(
            Place("editorial/rules"),
            "file-missing",
            f"There are no rules, so {'; '.join(_WITHOUT[name] for name in _RULES)}",
            "Restore the folder if it was deleted; files without entries say that there is nothing to say",
        )
        yield replace(without, also=tuple(Place(f"editorial/{name}") for name in _RULES))
        gone = [name for name in gone if name not in _RULES]
    for name, then in _WITHOUT.items():
        if name in gone:
            yield (problem_of if name == "rules/debris.yml" else note)(
                Place(f"editorial/{name}"),
                "file-missing",
                f"There is no such file, so {then}",
                "Restore it if it was deleted; one without entries says that there is nothing to say",
            )


def with_strays_unavailable(editorial: Editorial, stray: list[Problem]) -> Editorial:
    """The editorial, knowing that a record may lie in a file that nothing reads: what seems to be
    missing may be only that.
    """
    parts = [
        (meant_folder(each[1]) or each[1], *each[2:])
        for each in (PurePosixPath(file).parts for p in stray for file in p.files)
    ]
    of_sources = {
        each[1]
        for each in parts
        if each[0] == "sources" and len(each) == 3 and each[2].lower().endswith(RECORDS)
    }
    aside = {id: replace(editorial.of_source(id), incomplete=True) for id in of_sources}
    away = {
        *(("sources", id) for id in aside.keys() - editorial.sources),
        *((each[0], each[1].partition(".")[0]) for each in parts if len(each) == 2),
    }
    return replace(
        editorial,
        unavailable=editorial.unavailable | away,
        sources=dict(sorted({**editorial.sources, **aside}.items())),
    )
