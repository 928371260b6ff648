"""The handout: chosen script and languages, apparatus as notes, address and day of retrieval."""

from tests.browser.page_types import COMMENTARY, LEAK, RUMOUR


def printed(open_page, path, **options):
    page = open_page(path, locale="en-GB", **options)
    page.emulate_media(media="print")
    return page


def test_a_source_prints_without_furniture_and_with_its_notes(open_page):
    page = printed(open_page, RUMOUR + "?view=en")
    for furniture in (
        ".md-header",
        ".cb-controls",
        ".md-tabs",
        ".cb-footer",
        ".cb-seed",
        ".cb-here",
        ".cb-crumbs",
    ):
        assert not page.locator(furniture).first.is_visible(), furniture
    assert page.locator(".cb-emendations li").first.is_visible()
    assert not page.locator("#s1 .cb-zh").is_visible()


def test_only_the_chosen_script_is_printed(open_page):
    page = printed(open_page, COMMENTARY + "?zh=tw&view=zh")
    assert "兩位高管" in page.locator("#s2").inner_text()
    assert "两位高管" not in page.locator("#s2").inner_text()
    assert not page.locator("#s2 .cb-en").is_visible()


def test_every_note_has_its_number_in_the_text_once_for_each_place(open_page):
    page = printed(open_page, LEAK + "?view=en")
    numbers = page.eval_on_selector_all(
        ".cb-text .m-emended[data-note]",
        "all => all.filter(each => each.getClientRects().length).map(each => +each.dataset.note)",
    )
    notes = page.eval_on_selector_all(".cb-emendations > li", "all => all.map(each => each.value)")
    assert set(numbers) <= set(notes)
    assert len(set(numbers)) >= len(notes) * 0.8
    shown = page.locator(".cb-text .m-emended[data-note]").first.evaluate(
        "each => getComputedStyle(each, '::after').content"
    )
    assert shown.strip('"').isdigit()


def test_the_foot_names_address_and_day_of_retrieval(open_page, site):
    page = printed(open_page, "404.html", fresh=True, timezone_id="Asia/Shanghai")
    page.clock.set_fixed_time("2026-03-01T12:00:00Z")
    page.goto(site + RUMOUR + "?view=en")
    foot = page.locator(".cb-printed").inner_text()
    assert site + RUMOUR in foot and "retrieved 1 March 2026" in foot


def test_without_javascript_the_foot_still_names_the_address(open_page, site):
    page = printed(open_page, RUMOUR, java_script_enabled=False)
    assert site + RUMOUR in page.locator(".cb-printed").inner_text()


def test_at_night_it_prints_black_on_white(open_page):
    page = printed(open_page, RUMOUR, color_scheme="dark")
    colours = page.locator("#s2 .cb-en p").evaluate(
        "each => [getComputedStyle(each).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


def test_the_handout_of_a_source_is_short(open_page):
    page = open_page(COMMENTARY + "?zh=tw&view=zh", locale="zh-TW")
    pages = page.pdf(format="A4", prefer_css_page_size=True).count(b"/Type /Page\n")
    assert 1 <= pages <= 6
