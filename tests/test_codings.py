"""Codings: what editors are told of them, and what readers see in the text, on cards and on the pages
of sources, concepts, cases compared and agreement.
"""

import csv
import io

import pytest

from build_tools.model.text import Mark, Rendition
from build_tools.pages.agreement import ENOUGH, alpha, families
from build_tools.pipeline import build
from build_tools.render.marked import Target, marked
from tests.conftest import copy_small, parsed, run
from tests.test_structure_checks import change

CODINGS = "editorial/sources/kol-zh/codings.yml"
VOCABULARY = """\
concepts:
  - id: rs.apology
    label: {en: Apology, zh-Hans: 道歉, zh-Hant: 道歉}
    alt: {en: [Full apology]}
    scheme: response_strategy_scct
    broader: rs.rebuild
    confusable: [rs.reform]
    definition: {en: Takes responsibility and asks for forgiveness., zh-Hans: 承担责任并请求谅解。}
    boundary: {en: Without responsibility it is rs.reform, zh-Hans: 不承担责任的编为rs.reform}
    status: core
    source: coombs
  - {id: rs.reform, label: {en: Reform, zh-Hans: 改革}, scheme: response_strategy_scct, source: local}
  - {id: rs.rebuild, label: {en: Rebuild, zh-Hans: 重建}, scheme: response_strategy_scct}
  - {id: cl.figure, label: {en: Figure, zh-Hans: 数字}, scheme: claim_type}
  - {id: sg.machine-translation, label: {en: Machine translation, zh-Hans: 机器翻译}, scheme: source_grade}
  - {id: ev.unverified, label: {en: Unverified, zh-Hans: 未经证实}, scheme: evidence_status}
schemes:
  - {id: response_strategy_scct, label: {en: Response strategy, zh-Hans: 回应策略}}
  - {id: claim_type, label: {en: Claim type, zh-Hans: 主张类型}}
  - {id: source_grade, label: {en: Source grade, zh-Hans: 来源等级}}
  - {id: evidence_status, label: {en: Evidence status, zh-Hans: 证据状态}}
frameworks:
  - id: fw.scct
    label: {en: SCCT, zh-Hans: 情境危机传播理论}
    definition: {en: Match the response to the blame., zh-Hans: 依归因选择回应。}
    sources: [coombs]
references:
  - {id: coombs, title: Protecting reputations, author: [{family: Coombs, given: W. T.}], year: "2007", checked: recall}
  - {id: local, title: Defined by this archive, checked: seen}
coding_model: {not_coded: [source_grade, evidence_status]}
"""
TWO_CODERS = """\
passages:
  - id: contact-ended
    quote: 合作立即终止
    speaker: xu-jieyun
    codes:
      - coder: first
        concept: rs.apology
        confidence: medium
        why: {en: The contact is ended at once., zh-Hans: 立即终止接触。}
        alternatives:
          - concept: rs.rebuild
            why: {en: It goes further., zh-Hans: 走得更远。}
      - coder: second
        concept: rs.reform
        confidence: low
        why: {en: A practice is changed., zh-Hans: 改变了做法。}
        alternatives: [{concept: none}]
  - id: no-more
    quote: 批评了小米
    codes:
      - {coder: first, concept: rs.reform, confidence: high}
      - {coder: second, concept: rs.reform, confidence: high}
not_codable:
  - id: no-number
    quote: 当天晚上
    concepts: [cl.figure]
    sought: {en: How fast it was., zh-Hans: 有多快。}
    why: {en: No hour is given., zh-Hans: 没有写明几时。}
"""


def coded(root, text: str = TWO_CODERS):
    (root / "editorial/vocabulary/pr-vocabulary.yml").write_text(VOCABULARY, encoding="utf-8")
    (root / CODINGS).write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    made = build(coded(copy_small(tmp_path_factory.mktemp("codings") / "archive")))
    assert [str(p) for p in made.problems if p.severity != "note"] == []
    return made


def told(root) -> list[str]:
    return [str(p) for p in build(root).faults]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "why: {en: A practice is changed., zh-Hans: 改变了做法。}\n        alternatives: [{concept: none}]",
            "",
            "codings.yml:15 – The second coder's code of “contact-ended” is low, without `why` and `alternatives`.",
        ),
        (
            "concept: rs.reform, confidence: high}",
            "concept: ev.unverified, confidence: high}",
            "codings.yml:21 – “ev.unverified” is of “evidence_status”, which says nothing of a passage.",
        ),
        (
            "{coder: second, concept: rs.reform",
            "{coder: second, concept: cl.figure",
            "codings.yml:22 – “cl.figure” is of “claim_type”, while another coder of “no-more” codes a concept of “response_strategy_scct”.",
        ),
        (
            "- {coder: second, concept: rs.reform",
            "- {coder: first, concept: rs.apology",
            "codings.yml:22 – “no-more” has two codes of the first coder.",
        ),
        ("id: no-more", "id: contact-ended", "There are two entries “contact-ended” in this file."),
        (
            "quote: 批评了小米",
            "quote: 批评过小米",
            "“批评过小米” is not in kol-zh, as it reads after emendations. The nearest words there are",
        ),
        ("quote: 批评了小米", "quote: KOL", "“KOL” stands 5 times in kol-zh"),
        ("quote: 当天晚上", "quote: 当天早上", "“当天早上” is not in kol-zh"),
        ("speaker: xu-jieyun", "speaker: xu-jieyuan", "There is no actor “xu-jieyuan”. Did you mean “xu-jieyun”?"),
        ("concept: rs.rebuild", "concept: rs.rebiuld", "There is no concept “rs.rebiuld”. Did you mean “rs.rebuild”?"),
        ("confidence: medium", "confidence: sure", "codings.yml:8 – “sure” is no value for “passages › 1 › codes › 1 › confidence”. Use one of"),
    ],
)  # fmt: skip
def test_one_slip_in_a_coding_is_one_problem_with_its_line_and_a_hint(small, old, new, said):
    coded(small)
    change(small, CODINGS, old, new)
    problems = [p for p in told(small) if "cases/kol" not in p]
    assert len(problems) == 1 and said in problems[0], problems


def test_the_same_words_with_the_same_concept_are_told(small):
    again = """\
  - id: again
    quote: 合作立即终止
    codes: [{coder: first, concept: rs.apology, confidence: high}]
not_codable:"""
    coded(small, TWO_CODERS.replace("not_codable:", again))
    assert [p.partition(". ")[0] for p in told(small)] == [
        f"{CODINGS}:25 – The first coder claims “rs.apology” for these words already, in “contact-ended”"
    ]


def test_a_passage_without_any_concept_belongs_among_what_is_not_codable(small):
    coded(small, TWO_CODERS.replace("concept: rs.reform, confidence: high", "concept: none, confidence: high"))  # fmt: skip
    assert [p.partition(". ")[0] for p in told(small)] == [
        f"{CODINGS}:18 – “no-more” names no concept"
    ]


def test_a_concept_left_empty_is_not_taken_for_none(small):
    coded(small, TWO_CODERS.replace("concept: rs.apology", "concept:"))
    assert any("“passages › 1 › codes › 1 › concept” is empty." in p for p in told(small))


def test_a_case_may_not_list_what_no_passage_is_coded_with(small):
    coded(small)
    case = "editorial/cases/kol/case.yml"
    change(small, case, "concepts: [rs.apology]", "concepts: [rs.rebuild, ev.unverified]")
    assert told(small) == [
        f"{case}:5 – No passage of the sources of “kol” is coded “rs.rebuild”. Take it from the list, or code a passage with it in codings.yml. [concept-unsupported]"
    ]
    (small / CODINGS).unlink()
    assert told(small) == [], "nobody has coded its sources yet"


def test_a_quotation_may_name_the_segment_that_is_meant(small):
    coded(small)
    assert run(small, "build_tools", "sync").returncode == 0
    change(small, CODINGS, "quote: 批评了小米", "segment: s1\n    quote: 雷军")
    assert told(small) == []
    change(small, CODINGS, "segment: s1", "segment: s4")
    assert any("“雷军” is not in s4 of kol-zh. It stands in s1" in p for p in told(small))


def test_a_speaker_who_is_gone_leaves_the_coding(small):
    coded(small)
    (small / "editorial/actors/xu-jieyun.yml").unlink()
    page = build(small).pages["codings/kol-zh.md"]
    assert "合作立即终止" in page and "xu-jieyun" not in page


def test_a_coded_passage_ends_in_a_sign_that_leads_to_its_codings(built):
    page = parsed(built.pages["sources/kol-zh.md"])
    signs = list(page.all("a", of="m-coding"))
    assert {sign.attributes["href"] for sign in signs} == {
        "../codings/kol-zh.html#contact-ended",
        "../codings/kol-zh.html#no-more",
    }
    assert {
        span.text()
        for text in page.all("section", of="cb-text")
        for span in text.all("span", of="m-in-coding")
    } == {
        "合作立即终止",
        "合作立即終止",
        "批评了小米",
        "批評了小米",
    }
    labels = {sign.attributes["aria-label"] for sign in signs}
    assert labels == {"Coding: Apology / Reform · 道歉 / 改革", "Coding: Reform · 改革"}
    box = page.first("input", name="mark", value="coding")
    assert "checked" in box.attributes
    style = built.pages["marks.css"]
    assert '.m-coding:empty::before { content: "\\2060○"' in style
    assert 'value="coding"]:not(:checked)' in style and ".m-in-coding { background: none" in style


def test_passages_of_two_kinds_lie_within_each_other_and_links_stay():
    text = "当晚回应说合作立即终止。"
    marks = (
        Mark(0, 11, "event", "reply", "added"),
        Mark(2, 4, "term", "response"),
        Mark(5, 11, "coding", "a/ended", "added"),
        Mark(7, 12, "coding", "a/over", "added"),
    )
    targets = {m.key: Target(f"../{m.kind}.html", "X") for m in marks}
    shown = parsed(str(marked(Rendition("zh-Hans", text, "source", marks), (), targets)))
    event, *others = shown.all("span", of="m-in-event")
    assert event.text() == "当晚回应说合作立即终止" and not others
    assert [span.text() for span in shown.all("span", of="m-in-coding")] == ["合作立即终止", "。"]
    assert [a.attributes["class"].split()[1] for a in shown.all("a")] == [
        "m-term",
        "m-event",
        "m-coding",
        "m-coding",
    ]
    assert shown.text() == text


def test_the_card_of_a_coding_says_who_claims_what_why_and_what_else_could_be_held(built):
    cards = built.pages["sources/kol-zh.cards.js"]
    card = next(
        article
        for article in parsed(cards).all("article")
        if any("#contact-ended" in a.attributes.get("href", "") for a in article.all("a"))
    ).text()
    for words in (
        "合作立即终止", "Takes responsibility", "First coder", "第一编码者", "confidence: medium",
        "The contact is ended at once.", "Rebuild", "It goes further.", "Second coder", "Reform",
        "confidence: low", "A practice is changed.", "none of this family", "the coders differ",
    ):  # fmt: skip
        assert words in card, words


def test_the_page_of_a_sources_codings_is_in_the_order_of_its_text_and_says_what_is_not_codable(
    built,
):
    page = parsed(built.pages["codings/kol-zh.md"])
    assert [li.attributes["id"] for li in page.all("li") if "id" in li.attributes] == [
        "no-more",
        "contact-ended",
        "no-number",
    ]
    assert [mark.text() for mark in page.all("mark")][:1] == ["批评了小米"]
    assert (
        "Both coders are language models" in page.text() and "两位编码者都是语言模型" in page.text()
    )
    assert "No hour is given." in page.text()
    assert "codings/leak-en.md" not in built.pages


def test_a_concepts_page_says_what_it_is_where_it_ends_and_who_claims_it_where(built):
    page = parsed(built.pages["concepts/rs.apology.md"])
    text = page.text()
    for words in (
        "Takes responsibility", "Full apology", "published theory", "Coombs, W. T. (2007)",
        "from memory, not looked up", "A disputed KOL", "合作立即终止", "The contact is ended",
    ):  # fmt: skip
        assert words in text, words
    links = {a.attributes["href"] for a in page.all("a")}
    assert {"../concepts/rs.rebuild.html", "../concepts/rs.reform.html"} <= links
    assert "Without responsibility it is Reform" in text and "不承担责任的编为改革" in text
    rebuild = parsed(built.pages["concepts/rs.rebuild.md"]).text()
    assert "Passages for which it is held as an alternative" in rebuild and "Apology" in rebuild
    assert "How fast it was." in parsed(built.pages["concepts/cl.figure.md"]).text()
    assert "Apology" in parsed(built.pages["concepts/fw.scct.md"]).text()
    assert "No passage is coded" in parsed(built.pages["concepts/ev.unverified.md"]).text()


def test_a_case_leads_to_its_concepts_and_codings(built):
    links = {a.attributes["href"] for a in parsed(built.pages["cases/kol.md"]).all("a")}
    assert {"../concepts/rs.apology.html", "../codings/kol-zh.html"} <= links


def test_cases_compared_lead_from_each_cell_to_its_passages_and_say_what_is_not_codable(built):
    page = parsed(built.pages["concepts/matrix.md"])
    links = {a.attributes["href"] for a in page.all("a")}
    assert {
        "rs.reform.html",
        "../codings/kol-zh.html#no-more",
        "../codings/kol-zh.html#no-number",
    } <= links
    assert "How fast it was." in page.text() and "No hour is given." in page.text()
    assert "not recorded yet" in page.text(), "the case has no response clock"


def test_the_tables_for_spreadsheets_hold_a_line_for_each_code(built):
    lines = list(csv.DictReader(io.StringIO(built.exports["export/codings.csv"].removeprefix("\ufeff"))))  # fmt: skip
    assert [(x["passage"], x["coder"], x["concept"], x["alternatives"]) for x in lines] == [
        ("contact-ended", "first", "rs.apology", "rs.rebuild"),
        ("contact-ended", "second", "rs.reform", "none"),
        ("no-more", "first", "rs.reform", ""),
        ("no-more", "second", "rs.reform", ""),
    ]
    assert {(x["case"], x["scheme"]) for x in lines} == {("kol", "response_strategy_scct")}
    assert "rs.reform [kol-zh:contact-ended, kol-zh:no-more]" in built.exports["export/matrix.csv"]


def test_agreement_is_counted_and_gets_no_figure_of_few_passages(built):
    (family,) = families(built.archive)
    assert (family.scheme, family.units, family.same, family.share, family.alpha) == (
        "response_strategy_scct", 2, 1, 50, None,
    )  # fmt: skip
    page = parsed(built.pages["concepts/agreement.md"]).text()
    assert "too few passages for a figure" in page and str(ENOUGH) in page
    assert "The contact is ended at once." in page and "A practice is changed." in page


def test_alpha_is_that_of_the_literature():
    """Krippendorff (2011), “Computing Krippendorff's Alpha-Reliability”, A: two observers, ten units."""
    assert alpha([*zip("0100000010", "1110010000", strict=True)]) == 0.095


def test_concepts_are_found_by_any_of_their_names(built):
    records = "".join(
        text for name, text in built.pages.items() if name.startswith("search/records")
    )
    assert '"concept","rs.apology",["Apology","道歉"' in records and "Full apology" in records


def test_an_archive_without_codings_says_so_and_has_no_tables(small):
    made = build(small)
    assert not any(name.startswith("export/") for name in made.exports)
    assert "None yet." in made.pages["concepts/matrix.md"]
    assert "None yet." in made.pages["concepts/agreement.md"]
    assert "m-coding" not in made.pages["sources/kol-zh.md"].partition("</section>")[0]
