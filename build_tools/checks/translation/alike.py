"""One cause, one problem: what one form of a name or term makes wrong in many translations."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from build_tools.model.editorial import Editorial
from build_tools.model.problem import Place, Problem, error, listed, note
from build_tools.model.work import Finding, Lacking

_MANY = 4
"""Translations; fewer are told one by one, and so is one that was pasted into many entries."""
_FOLDERS = {"actor-missing": "actors", "term-missing": "glossary"}


def alike(found: Iterable[Lacking], editorial: Editorial) -> tuple[list[Lacking], list[Problem]]:
    """What is left to be told of each pair, and one problem for each form of a name or term that
    many pairs lack on one side.
    """
    every = [*found]
    by_form: dict[tuple[str, str, str], list[Lacking]] = {}
    for each in every:
        for code, what, id in _of_records(each):
            by_form.setdefault((code, what, id), []).append(each)
    many = {
        key: group for key, group in by_form.items() if len({each.words for each in group}) >= _MANY
    }
    left = [
        replace(
            each,
            found={
                code: rest
                for code, findings in each.found.items()
                if (rest := tuple(f for f in findings if not _explained(code, f, many)))
            },
        )
        for each in every
    ]
    return left, [_once(*key, group, editorial) for key, group in many.items()]


def _explained(code: str, finding: Finding, many: Iterable[tuple[str, str, str]]) -> bool:
    """Whether the finding is one of those, or a waiver that only seems to be idle because of one."""
    return (code, finding[0], finding[-1]) in many or (
        code == "waiver-idle" and any(finding[0].startswith(f"{other} ") for other, *_ in many)
    )


def _of_records(lacking: Lacking) -> Iterator[tuple[str, str, str]]:
    return (
        (code, finding[0], finding[-1])
        for code, findings in lacking.found.items()
        if code in _FOLDERS
        for finding in findings
    )


def _once(code: str, what: str, id: str, lacking: list[Lacking], editorial: Editorial) -> Problem:
    """The problem, at the record's line with the form, where it has one."""
    words = what[1 : what.index("”")]
    reviewed = any(each.reviewed for each in lacking)
    return (error if reviewed else note)(
        _line(_FOLDERS[code], id, words, editorial),
        code,
        f"{what}, {len(lacking)} times",
        f"If “{words}” often means something else, let `near` or `not_beside` narrow it, or take it out; else add the form of the other language here, or mend the translations: {listed(each.place for each in lacking)}",
    )


def _line(folder: str, id: str, words: str, editorial: Editorial) -> Place:
    loaded = editorial.files.get((folder, id))
    aliases = getattr(loaded.record, "aliases", ()) if loaded else ()
    number = next(
        (n for n, alias in enumerate(aliases) if alias.text.casefold() == words.casefold()), None
    )
    return editorial.place(folder, id, *(("aliases", number) if number is not None else ()))
