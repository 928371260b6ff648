"""A case's dossier on its page and in class: sentences with their notes, decisions before their outcome; and
what a class could not use is told.
"""

import pytest

from build_tools.pipeline import build
from tests.conftest import SHOWCASE, copy_project, parsed

CASE = "editorial/cases/old-labels/case.yml"


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    made = build(copy_project(tmp_path_factory.mktemp("dossier") / "showcase", SHOWCASE))
    assert [str(each) for each in made.faults] == []
    return made.pages


def told_of(tmp_path, old, new):
    root = copy_project(tmp_path / "copy", SHOWCASE)
    file = root / CASE
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")
    return [each for each in build(root).problems if each.code.startswith("dossier-")]


def test_each_sentence_of_the_narrative_leads_to_the_words_that_it_rests_on(pages):
    page = parsed(pages["cases/old-labels.md"])
    english = next(
        p for p in page.all("p", lang="en") if p.text().startswith("A video showed new labels")
    )
    assert english.text() == (
        "A video showed new labels on expired milk.1 "
        "The commentary says that there was an outcome within 24 hours.2"
    )
    assert [a.attributes["href"] for a in english.all("a")] == ["#n1", "#n2"]
    assert "24小时内就有了处理结果" in page.first("li", id="n2").text()


def test_the_case_comes_first_and_what_others_make_of_it_stands_apart(pages):
    page = parsed(pages["cases/old-labels.md"])
    analysis = page.first("div", of="cb-analysis")
    apart = {h.attributes["id"] for h in analysis.all("h3")}
    assert apart == {"lessons", "concepts"}
    ids = {
        each.attributes["id"]
        for tag in ("h2", "h3")
        for each in page.all(tag)
        if "id" in each.attributes
    }
    listed = [a.attributes["href"][1:] for a in page.first("nav", of="cb-contents").all("a")]
    assert len(listed) > 10 and set(listed) <= ids


def titles_of(steps):
    return [next(h for tag in ("h1", "h2") for h in step.all(tag)).text() for step in steps]


def test_in_class_a_decision_follows_its_event_and_its_outcome_is_the_next_screen(pages):
    page = parsed(pages["class/old-labels.md"])
    steps = list(page.all("section", of="cb-step"))
    at = next(n for n, title in enumerate(titles_of(steps)) if "Answer tonight" in title)
    assert any("2025-03-05-label-video" in a.attributes["href"] for a in steps[at - 1].all("a"))
    assert "posted the same evening" not in steps[at].text()
    assert "posted the same evening" in steps[at + 1].text()


def test_in_class_the_events_come_as_the_case_lists_them(tmp_path):
    """An event that holds the others tells the outcome: listed last, it is shown last."""
    root = copy_project(tmp_path / "copy", SHOWCASE)
    file = root / CASE
    whole = "  - 2025-03-old-labels\n"
    first, last = "  - 2025-03-05-label-video\n", "  - 2025-03-07-ruan-livestream\n"
    text = file.read_text(encoding="utf-8").replace(whole + first, first)
    file.write_text(text.replace(last, last + whole), encoding="utf-8")
    steps = parsed(build(root).pages["class/old-labels.md"]).all("section", of="cb-step")
    events = [
        a.attributes["href"].split("/")[-1].removesuffix(".html")
        for step in steps
        for h in step.all("h2")
        for a in h.all("a")
    ]
    assert (events[0], events[-2:]) == (
        "2025-03-05-label-video",
        ["2025-03-07-ruan-livestream", "2025-03-old-labels"],
    )


def test_a_case_without_a_dossier_has_its_class_mode_and_no_empty_sections(pages):
    page = parsed(pages["cases/leaked-cup.md"])
    ids = {each.attributes.get("id") for each in page.all("h2")}
    assert not ids & {"narrative", "quiz", "notes", "limits", "for-class"}
    steps = parsed(pages["class/leaked-cup.md"]).all("section")
    assert len(list(steps)) > 5


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        (
            "          events: [2025-03-05-label-video]\n        - say",
            "        - say",
            "dossier-grounds",
            "rests on nothing",
        ),
        (", is_right: true}", "}", "dossier-shape", "0 right answers of 2"),
        (
            "        - {en: Wait., zh-Hans: 等待。}\n",
            "",
            "dossier-shape",
            "leaves nothing to decide",
        ),
        (
            "after: 2025-03-05-label-video",
            "after: 2022-12-cup-leak",
            "dossier-shape",
            "is no event of this case",
        ),
    ],
)
def test_what_a_class_could_not_use_is_told_with_its_line(tmp_path, old, new, code, said):
    (problem,) = told_of(tmp_path, old, new)
    assert problem.code == code and said in problem.what
    assert problem.place.file == CASE and problem.place.line


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  limits: {en: No", "  reading: [coombs1807]\n  limits: {en: No", "no reference “coombs1807”"),
        ("    - id: who-was-first\n", "    - id: who-was-first\n      why: {en: A, zh-Hans: 甲}\n      ask: {en: A, zh-Hans: 甲}\n      answers: [{say: {en: A, zh-Hans: 甲}, is_right: true}, {say: {en: B, zh-Hans: 乙}}]\n      looks_at: []\n    - id: who-was-first\n", "“who-was-first” stands twice"),
    ],
)  # fmt: skip
def test_a_reference_that_is_none_and_an_id_that_stands_twice_are_told(tmp_path, old, new, said):
    root = copy_project(tmp_path / "copy", SHOWCASE)
    file = root / CASE
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")
    (problem,) = build(root).faults
    assert said in problem.what and problem.place.line


def test_all_keys_that_a_dossier_lacks_are_one_problem(tmp_path):
    root = copy_project(tmp_path / "copy", SHOWCASE)
    file = root / "editorial/cases/leaked-cup/case.yml"
    file.write_text(
        file.read_text(encoding="utf-8") + "dossier:\n  keywords: [{en: cup, zh-Hans: 杯}]\n",
        encoding="utf-8",
    )
    (problem,) = build(root).faults
    assert problem.code == "key-missing"
    assert problem.what == (
        "Keys are missing in “dossier”: brief, level, courses, objectives, narrative, limits, ethics"
    )
