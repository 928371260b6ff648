"""Code it yourself in a real browser: choose, then see; kept in the browser, exported, forgotten."""

import csv
import io

import pytest

CODINGS = "archive/codings/dairy-rumour.html"
ON = f"{CODINGS}?practice=on"
RUMOR, FALSE = "#coffee-rumor", "#news-false"


def test_the_codings_stand_open_until_a_reader_wants_to_code(open_page):
    page = open_page(CODINGS)
    assert page.locator(f"{RUMOR} .cb-codes").is_visible()
    assert page.locator(f"{RUMOR} select").is_hidden()
    page.get_by_label("Code it yourself").check()
    assert page.locator(f"{RUMOR} .cb-codes").is_hidden()
    assert page.locator(f"{RUMOR} select").is_visible()
    assert page.url.endswith("?practice=on")


@pytest.mark.parametrize(
    ("concept", "said"),
    [
        ("ct.rumor", "Your code is that of one of them"),
        ("none", "one names it as what could be held instead"),
        ("ct.human-error-harm", "No coder names it here"),
    ],
)
def test_a_choice_is_set_beside_the_codings_and_never_called_wrong(open_page, concept, said):
    page = open_page(f"{ON}&view=en")
    passage = page.locator(RUMOR)
    passage.locator("select").select_option(concept)
    assert passage.locator(".cb-yours").inner_text() == ""
    passage.get_by_role("button").click()
    assert said in passage.locator(".cb-yours").inner_text()
    assert passage.locator(".cb-codes").is_visible()
    assert "wrong" not in passage.inner_text()


def test_choices_stay_in_the_browser_are_exported_and_forgotten(open_page):
    page = open_page(ON)
    assert page.locator(".cb-practice-count").inner_text() == "0 / 2"
    page.locator(f"{RUMOR} select").select_option("ct.paracrisis")
    page.locator(f"{RUMOR} textarea").fill('Nobody checked, "they" say')
    page.locator(f"{FALSE} button").click()
    page.locator(f"{FALSE} select").select_option("rs.denial")
    page.reload()
    assert page.locator(f"{RUMOR} select").input_value() == "ct.paracrisis"
    assert page.locator(".cb-practice-count").inner_text() == "2 / 2"

    with page.expect_download() as download:
        page.locator('[data-do="export"]').click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    rows = {row["passage"]: row for row in csv.DictReader(io.StringIO(text))}
    rumor, false = rows["coffee-rumor"], rows["news-false"]
    assert (rumor["concept"], rumor["first_coder"], rumor["second_coder"]) == (
        "ct.paracrisis",
        "ct.rumor",
        "ct.paracrisis",
    )
    assert rumor["reason"] == 'Nobody checked, "they" say'
    assert (rumor["saw_the_codings"], false["saw_the_codings"]) == ("no", "before choosing")

    forget = page.locator('[data-do="forget"]')
    forget.click()
    assert page.locator(".cb-practice-count").inner_text() == "2 / 2"
    forget.click()
    page.reload()
    assert page.locator(".cb-practice-count").inner_text() == "0 / 2"


def test_the_choices_are_in_the_readers_language(open_page):
    page = open_page(f"{ON}&view=zh&zh=tw")
    assert page.locator(f"{RUMOR} option").first.inner_text() == "選擇概念"


def test_a_worksheet_is_printed_without_the_codings(open_page):
    page = open_page(ON)
    page.locator(f"{RUMOR} button").click()
    page.emulate_media(media="print")
    assert page.locator(f"{RUMOR} .cb-codes").is_hidden()
    assert page.locator(f"{RUMOR} select").is_visible()
