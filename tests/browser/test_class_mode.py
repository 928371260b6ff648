"""Class mode in a real browser: one screen at a time, by keyboard and by buttons."""

CLASS = "archive/class/old-labels.html"


def shown(page):
    return page.locator(".cb-step:visible").evaluate_all(
        "steps => steps.map(step => step.querySelector('h1, h2').innerText)"
    )


def test_the_class_goes_on_and_back_by_keys_and_stays_where_it_was(open_page):
    page = open_page(f"{CLASS}?view=en")
    assert len(shown(page)) == 1
    page.keyboard.press("ArrowRight")
    second = shown(page)
    assert page.locator(".cb-class-at").inner_text().startswith("2 / ")
    page.reload()
    assert shown(page) == second
    page.keyboard.press("ArrowLeft")
    assert shown(page) == ["Helu answers for re-dated milk (March 2025)"]
    assert page.locator('[data-do="back"]').is_disabled()
    page.keyboard.press("End")
    assert page.locator('[data-do="on"]').is_disabled()


def test_letters_can_be_read_from_the_back_row(open_page):
    page = open_page(CLASS, width=1280, height=720)
    page.keyboard.press("ArrowRight")
    size = "element => parseFloat(getComputedStyle(element).fontSize)"
    assert page.locator(".cb-step:visible h2").evaluate(size) >= 32
    assert page.locator(".cb-step:visible .cb-prose > p").first.evaluate(size) >= 22


def test_without_its_script_and_on_paper_all_screens_stand_in_order(open_page):
    page = open_page(CLASS, java_script_enabled=False)
    assert page.locator(".cb-step:visible").count() == page.locator(".cb-step").count()
    assert page.locator(".cb-class-bar").is_hidden()


def test_a_handout_holds_the_narrative_and_no_answers(open_page):
    page = open_page("archive/cases/old-labels.html")
    assert page.locator(".cb-print").is_visible()
    page.emulate_media(media="print")
    assert page.locator("#n2").is_visible()
    assert page.locator(".cb-then").first.is_hidden()
    assert page.locator(".cb-analysis").is_hidden()
