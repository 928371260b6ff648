"""Claims and contradictions: which claims are contradicted, which leave open where they come from,
and the case whose page asks the question.
"""

import pytest

from build_tools.pages.figures import figures
from build_tools.pipeline import build
from tests.test_structure_checks import change, checked

CLAIM = """\
id: {id}
kind: {kind}
says: {{en: X, zh-Hans: 某}}
{speaker}
evidence: [{{source: kol-zh, quote: {quote}}}]
status: {status}
as_of: '2026-11-21'
{more}"""
QUESTION = """\
id: how-far
question: {en: How far had it gone?, zh-Hans: 到了哪一步？}
sides:
  - says: {en: It ended at once., zh-Hans: 立即终止。}
    claims: [told]
  - says: {en: It could not be stopped., zh-Hans: 已无法阻止。}
    evidence: [{source: leak-en, quote: spread on the network}]
note: {en: Open., zh-Hans: 未定。}
"""
UNNAMED = "speaker_words: {en: a report, zh-Hans: 某报道}"


def claimed(
    root, id="told", *, kind="promise", speaker=UNNAMED, status="ev.unverified", more=""
) -> None:
    (root / "editorial/claims").mkdir(exist_ok=True)
    (root / f"editorial/claims/{id}.yml").write_text(
        CLAIM.format(
            id=id, kind=kind, speaker=speaker, quote="合作立即终止", status=status, more=more
        ),
        encoding="utf-8",
    )


def asked(root) -> None:
    (root / "editorial/contradictions").mkdir()
    (root / "editorial/contradictions/how-far.yml").write_text(QUESTION, encoding="utf-8")


@pytest.fixture
def known(small):
    """An archive whose vocabulary has the statuses."""
    for status in ("ev.conflicting", "ev.superseded"):
        change(
            small,
            "editorial/vocabulary/pr-vocabulary.yml",
            "schemes:",
            f"  - {{id: {status}, label: {{en: S, zh-Hans: 某}}, scheme: evidence_status}}\nschemes:",
        )
    return small


@pytest.mark.parametrize("status", ["ev.conflicting", "ev.superseded"])
def test_a_claim_that_a_side_names_is_contradicted_or_settled_since(known, status):
    claimed(known, status=status)
    asked(known)
    assert checked(known)[1] == []


def test_a_claim_that_a_side_names_and_is_not_marked_so_is_told(known):
    claimed(known)
    asked(known)
    assert checked(known)[1] == [
        "editorial/claims/told.yml:6 – “told” is a claim of the contradiction “how-far”, and its status is “ev.unverified”. Make it ev.conflicting; or, if nobody contradicts it, quote its words there under `evidence`. [claim-conflicts]"
    ]


def test_a_claim_that_is_marked_contradicted_and_stands_in_no_contradiction_is_told(known):
    claimed(known, status="ev.conflicting")
    assert checked(known)[1] == [
        "editorial/claims/told.yml:6 – “told” is ev.conflicting, and no contradiction names it. Name it under `claims` of a side, or give it another status. [claim-conflicts]"
    ]


@pytest.mark.parametrize(
    "kind", ["accusation", "figure", "legal", "report", "sanction", "statistic"]
)
def test_a_claim_of_fact_says_whether_its_text_names_a_source(small, kind):
    claimed(small, kind=kind)
    (problem,) = checked(small)[1]
    assert problem.startswith("editorial/claims/told.yml:1 – “told” says what happened")
    assert problem.endswith("`unsourced: false` if it does. [claim-source]")
    for said in ("true", "false"):
        claimed(small, kind=kind, more=f"unsourced: {said}\n")
        assert checked(small)[1] == []


OUTLET = "id: zaker\nkind: outlet\nnames: {en: ZAKER, zh-Hans: ZAKER}\ndescription: {en: An outlet., zh-Hans: 媒体。}\n"


@pytest.mark.parametrize(
    ("speaker", "asks"),
    [
        ("speaker: xu-jieyun", False),
        ("speaker: zaker\nabout: [zaker]", False),
        ("speaker: zaker\nabout: [xiaomi]", True),
    ],
)
def test_who_tells_of_itself_need_name_no_source_and_an_outlet_that_tells_of_others_must(
    small, speaker, asks
):
    (small / "editorial/actors/zaker.yml").write_text(OUTLET, encoding="utf-8")
    claimed(small, kind="figure", speaker=speaker)
    assert any("[claim-source]" in problem for problem in checked(small)[1]) == asks


def test_a_judgment_needs_no_source(small):
    claimed(small, kind="assessment", more="unsourced: true\n")
    assert checked(small)[1] == [
        "editorial/claims/told.yml:8 – The speaker of “told” tells of itself, or judges, and needs no source for that. Delete `unsourced`. [claim-source]"
    ]


def test_a_question_stands_on_the_page_of_the_case_whose_claim_is_contradicted_and_no_other(known):
    claimed(known, status="ev.conflicting")
    asked(known)
    (known / "editorial/cases/leak").mkdir()
    (known / "editorial/cases/leak/case.yml").write_text(
        "id: leak\ntitle: {en: A leak, zh-Hans: 外泄}\nsources: [leak-en]\nevents: []\nlessons: []\nquestions: []\nabstract: {en: A leak., zh-Hans: 外泄。}\n",
        encoding="utf-8",
    )
    pages = build(known).pages
    assert "contradictions/kol.html#how-far" in pages["cases/kol.md"]
    assert "how-far" not in pages["cases/leak.md"] and "contradictions/leak.md" not in pages


def test_the_colophon_says_how_many_segments_name_something_and_how_many_namings_there_are(small):
    built = build(small)
    named = {
        (source.id, aligned.segment.id)
        for source in built.archive.sources.values()
        for aligned in source.text
        if any(
            mark.kind in ("actor", "term")
            for lang in ("en", "zh-Hans")
            for mark in aligned.rendition(lang).marks
        )
    }
    counted = figures(built.archive)
    assert counted["segments-naming"] == len(named) < counted["namings"]
