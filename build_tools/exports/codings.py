"""The codings as tables, for spreadsheets and statistics programs: a line for each code, and the cases
by variables.
"""

from collections.abc import Iterator

from build_tools.model.archive import Archive, Coded
from build_tools.model.codings import Code, coding_key
from build_tools.model.tables import table
from build_tools.pages.agreement import scheme_of
from build_tools.pages.matrix import cell, compared, schemes

_OF_CODE = [
    "case",
    "source",
    "passage",
    "segment",
    "quote",
    "parallel",
    "speaker",
    "scheme",
    "coder",
    "concept",
    "concept_en",
    "concept_zh_Hans",
    "confidence",
    "alternatives",
]
_TURNS = ("trigger", "first_response", "apology", "sanctions")


def files(archive: Archive) -> Iterator[tuple[str, str]]:
    """Both tables; none where nothing is coded."""
    if archive.coded:
        yield "export/codings.csv", table(_OF_CODE, _codes(archive))
        yield "export/matrix.csv", table(["case", *schemes(archive), *_TURNS], _cases(archive))


def _codes(archive: Archive) -> Iterator[list[str]]:
    """A line for each code of each coder; under each case of its source, or under none."""
    for coded in archive.coded.values():
        for case in [case.id for case in archive.cases_of(coded.source)] or [""]:
            for code in coded.passage.codes:
                yield [case, *_line(archive, coded, code)]


def _line(archive: Archive, coded: Coded, code: Code) -> list[str]:
    passage, name = coded.passage, archive.names.get(("concept", code.concept or ""), {})
    return [
        coded.source,
        passage.id,
        next(
            (seen.segment for seen in archive.seen("coding", coding_key(coded.source, passage.id))),
            "",
        ),
        passage.quote,
        passage.parallel,
        passage.speaker or "",
        scheme_of(archive, coded),
        code.coder,
        code.concept or "none",
        name.get("en", ""),
        name.get("zh-Hans", ""),
        code.confidence,
        "; ".join(other.concept or "none" for other in code.alternatives),
    ]


def _cases(archive: Archive) -> Iterator[list[str]]:
    """A line for each case: under each family its concepts with the passages that are coded so."""
    for case in compared(archive):
        moments = dict(case.response.moments()) if case.response else {}
        yield [
            case.id,
            *(
                "; ".join(
                    f"{id} [{', '.join(f'{each.source}:{each.passage.id}' for each in passages)}]"
                    for id, passages in cell(archive, case, scheme).concepts
                )
                for scheme in schemes(archive)
            ),
            *(
                str(moments[turn].when(archive.events, archive.claims) or "undated")
                if turn in moments
                else ""
                for turn in _TURNS
            ),
        ]
