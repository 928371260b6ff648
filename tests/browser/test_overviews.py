"""The overviews in a real browser: zoom, filters, the day, the network's neighbours; by mouse, by
keyboard, on a phone, without JavaScript.
"""

import random

import pytest

from build_tools.pipeline import build
from tests.conftest import ROOT, copy_small

TIMELINE, NETWORK, CLOCK, KNOWN = (
    f"archive/{name}.html" for name in ("timeline", "network", "response-clock", "as-known")
)
PAGES = (TIMELINE, NETWORK, CLOCK, KNOWN)
KNOWN_COMMENTARY, KNOWN_LEAK = (
    f"archive/as-known/{case}.html" for case in ("old-labels", "leaked-cup")
)
LABELS = ":is(.ov-node > text, .ov-node > .cb-l)"
BOXES = """selector => [...document.querySelectorAll(selector)].map(e => e.getBoundingClientRect()).filter(b => b.width)
  .map(b => [b.left, b.top, b.right, b.bottom])"""


def overlapping(boxes, slack=1.0):
    return [
        (a, b)
        for n, a in enumerate(boxes)
        for b in boxes[n + 1 :]
        if a[0] + slack < b[2]
        and b[0] + slack < a[2]
        and a[1] + slack < b[3]
        and b[1] + slack < a[3]
    ]


@pytest.mark.parametrize("path", (*PAGES, KNOWN_COMMENTARY))
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_no_overview_scrolls_sideways_and_no_letter_is_small(open_page, path, width, scheme):
    page = open_page(path, width=width, height=844, color_scheme=scheme, locale="en-GB")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    sizes = page.evaluate("""() => [...document.querySelectorAll('.cb-hub svg text')].filter(t => t.getClientRects().length)
      .map(t => parseFloat(getComputedStyle(t).fontSize) * (t.getScreenCTM() ? t.getScreenCTM().a : 1))""")
    assert all(size >= 11 for size in sizes), min(sizes)


@pytest.mark.parametrize("path", PAGES)
def test_each_overview_leads_to_the_others(open_page, path):
    page = open_page(path)
    for other in PAGES:
        if other != path:
            assert page.locator(f'.ov-nav a[href="{other.removeprefix("archive/")}"]').is_visible()
    assert page.locator(".ov-nav [aria-current=page]").count() == 1


@pytest.mark.parametrize("path", (TIMELINE, NETWORK, CLOCK, KNOWN_COMMENTARY))
def test_without_javascript_everything_is_there(open_page, path):
    page = open_page(path, java_script_enabled=False)
    for form in page.locator(".ov-controls").all():
        assert not form.is_visible()
    assert page.locator(".ov-row, .ov-node, .ov-entry").first.is_visible()
    assert page.locator(".cb-hub [hidden]:not(form, button, p)").count() == 0


def sign(page, event):
    return page.locator(f'.ov-figure [data-event="{event}"] .ov-sign').bounding_box()


def test_the_axis_zooms_and_moves_by_buttons_keys_and_to_a_case(open_page):
    page = open_page(TIMELINE, locale="en-GB")
    apart = lambda: sign(page, "2025-03-06-penalties")["x"] - sign(page, "2025-03-05-qin-post")["x"]  # noqa: E731
    before = apart()
    assert 10 < before < 40
    page.locator('[data-do="zoom-in"]').click()
    assert apart() > before * 1.4
    page.keyboard.press("+")
    assert apart() > before * 2
    page.keyboard.press("0")
    assert apart() == pytest.approx(before, abs=1)
    page.locator('[data-case="old-labels"] .ov-to-lane').first.click()
    assert apart() > before * 1.5
    window = page.locator(".ov-axis .ov-window").bounding_box()
    assert window["x"] <= sign(page, "2025-03-05-label-video")["x"] <= window["x"] + window["width"]
    at = sign(page, "2025-03-05-label-video")["x"]
    page.keyboard.press("ArrowLeft")
    assert sign(page, "2025-03-05-label-video")["x"] > at


def test_more_dates_are_written_where_there_is_room(open_page):
    page = open_page(TIMELINE, locale="en-GB")
    few = page.evaluate(BOXES, ".ov-axis text.ov-en")
    assert overlapping(few) == []
    for _ in range(4):
        page.locator('[data-do="zoom-in"]').click()
    many = page.evaluate(BOXES, ".ov-axis text.ov-en")
    assert len(many) > len(few) >= 3
    assert overlapping(many) == []


def test_the_timeline_narrows_to_an_actor_in_picture_and_list_and_the_address_keeps_it(open_page):
    page = open_page(TIMELINE, locale="en-GB")
    page.locator('[name="actor"]').select_option("baihu")
    shown = page.locator(".ov-row:visible").evaluate_all("all => all.map(row => row.dataset.event)")
    assert "2025-03-05-label-video" in shown and "2022-12-17-cup-shoot" not in shown
    assert set(shown) == set(
        page.locator(".ov-list [data-event]:visible").evaluate_all(
            "all => all.map(e => e.dataset.event)"
        )
    )
    assert "actor=baihu" in page.url
    page.reload()
    assert page.locator(".ov-row:visible").count() == len(shown)
    page.locator('[name="case"]').select_option("leaked-cup")
    assert "No event" in page.locator(".ov-status").inner_text()


def test_options_follow_the_script_of_the_reader(open_page):
    page = open_page(TIMELINE + "?view=zh&zh=tw")
    assert page.locator('[name="actor"] option[value="qin-zhaoyun"]').inner_text() == "秦照雲"
    page.locator('.cb-controls label:has(input[name="view"][value="en"])').click()
    assert page.locator('[name="actor"] option[value="qin-zhaoyun"]').inner_text() == "Qin Zhaoyun"


def test_what_has_no_year_is_below_the_picture(open_page):
    page = open_page(TIMELINE)
    assert page.locator('.ov-figure [data-event="12-15-dairy-denial"]').count() == 0
    assert page.locator('.ov-apart [data-event="12-15-dairy-denial"]').is_visible()


def test_a_date_in_a_text_still_leads_to_its_day(open_page):
    page = open_page("archive/sources/label-commentary.html", locale="en-GB")
    page.locator('a.m-date[href*="#d2025-03_a"]').first.click()
    page.wait_for_url("**/timeline/2025.html*#d2025-03_a")
    assert page.locator("#d2025-03_a").is_visible()
    assert page.locator("[id='d2025-03_']").count() == 1


def test_a_date_s_former_address_on_the_timeline_leads_to_its_year(open_page):
    page = open_page(TIMELINE + "#d2012__2025")
    page.wait_for_url("**/timeline/2012.html#d2012__2025")
    assert page.locator("li:has([id='d2012__2025'])").is_visible()
    page.locator('.cb-leaves a[href$="2025.html"]').click()
    page.wait_for_url("**/timeline/2025.html*")


def test_pointing_at_an_actor_shows_its_neighbours(open_page):
    page = open_page(NETWORK, locale="en-GB")
    node = page.locator('.ov-wide [data-id="yanyu"]')
    node.hover()
    near = page.locator(".ov-wide .ov-node.ov-near").evaluate_all(
        "all => all.map(n => n.dataset.id)"
    )
    assert {"yanyu", "qin-zhaoyun", "helu-regulars"} <= set(near) and "ruan-dai" not in near
    assert (
        float(
            page.locator('.ov-wide [data-id="ruan-dai"]').evaluate(
                "n => getComputedStyle(n).opacity"
            )
        )
        < 0.5
    )


def test_the_network_works_by_keyboard_and_its_nodes_are_links(open_page):
    page = open_page(NETWORK, locale="en-GB")
    page.locator('.ov-wide [data-id="qin-zhaoyun"]').focus()
    assert page.locator(".ov-wide .ov-tie.ov-near").count() > 3
    page.keyboard.press("Enter")
    page.wait_for_url("**/actors/qin-zhaoyun.html*")


@pytest.mark.parametrize(
    ("query", "words"),
    [("?view=zh&zh=hans", "秦照云"), ("?view=zh&zh=hk", "秦照雲"), ("?view=en", "Qin Zhaoyun")],
)
def test_names_in_the_network_follow_the_reader(open_page, query, words):
    page = open_page(NETWORK + query)
    shown = page.locator('.ov-wide [data-id="qin-zhaoyun"] text').evaluate_all(
        "all => all.filter(t => t.getClientRects().length).map(t => t.textContent)"
    )
    assert shown == [words]


@pytest.mark.parametrize(("width", "picture"), [(1440, "wide"), (390, "narrow")])
def test_no_name_in_the_network_covers_another(open_page, width, picture):
    page = open_page(NETWORK, width=width, height=844)
    boxes = page.evaluate(BOXES, f".ov-{picture} .ov-node")
    assert len(boxes) >= 12
    assert overlapping(page.evaluate(BOXES, f".ov-{picture} {LABELS}"), 4) == []


def test_two_hundred_actors_are_no_hairball(chromium, tmp_path):
    page = chromium.new_page(viewport={"width": 1440, "height": 1100})
    page.goto(network_of(copy_small(tmp_path / "archive"), 200).as_uri())
    assert 20 <= page.locator(".ov-wide .ov-node").count() <= 30
    assert page.locator(".ov-wide .ov-tie").count() <= 80
    assert overlapping(page.evaluate(BOXES, f".ov-wide {LABELS}"), 4) == []
    assert page.locator("details.ov-ties").count() > 150
    page.close()


def network_of(root, count):
    """The network's page of an archive with so many actors, as a file with its style sheets."""
    chance = random.Random(11)
    for n in range(count):
        (root / f"editorial/actors/crowd-{n}.yml").write_text(
            f"id: crowd-{n}\nkind: {chance.choice(('person', 'organisation', 'outlet'))}\nnames: {{en: Person or Company {n}, zh-Hans: 人物或公司{n}号}}\n"
            f"description: {{en: One of many., zh-Hans: 众人之一。}}\n",
            encoding="utf-8",
        )
    for n in range(count):
        those = sorted({int(count * chance.random() ** 2.2) for _ in range(5)})
        (root / f"editorial/events/meeting-{n}.yml").write_text(
            f"id: meeting-{n}\ntitle: {{en: Meeting {n}, zh-Hans: 会议{n}}}\ndate: '2025-03-0{n % 9 + 1}'\nbasis: inferred\nevidence: []\n"
            f"summary: {{en: A meeting., zh-Hans: 会议。}}\nparticipants:\n"
            + "".join(
                f"  - {{actor: crowd-{i}, role: {{en: there, zh-Hans: 在场}}}}\n" for i in those
            ),
            encoding="utf-8",
        )
    built = build(root)
    assert [p for p in built.problems if "crowd" in p.what or "meeting" in p.what] == []
    body = built.pages["network.md"].split("---\n", 2)[2]
    styles = "".join(
        f'<link rel="stylesheet" href="{(ROOT / "docs/assets" / name).as_uri()}">'
        for name in ("palette.css", "page.css", "records.css", "choice.css", "overviews.css")
    )
    page = root / "network.html"
    page.write_text(
        f'<!doctype html><html data-zh="hans" data-view="both"><meta charset="utf-8">{styles}<body data-md-color-scheme="default"><div class="md-typeset">{body}',
        encoding="utf-8",
    )
    return page


def test_the_clock_shows_intervals_and_says_what_is_unknown(open_page):
    page = open_page(CLOCK + "?view=en")
    words = page.locator(".ov-figure").inner_text()
    for each in (
        "the same day",
        "0–2 days later",
        "3 days later",
        "told, but not datable",
        "the sources tell of none",
    ):
        assert each in words
    page.locator('a[href="contradictions/old-labels.html#pace-of-the-response"]').click()
    page.wait_for_url("**/contradictions/old-labels.html*#pace-of-the-response")


def states(page):
    return dict(
        page.locator(
            '.ov-columns .ov-entry:visible[data-sure]:has(a[href^="../events/"])'
        ).evaluate_all(
            "all => all.map(e => [e.querySelector('a').getAttribute('href').slice(10, -5), e.dataset.state + ' ' + e.dataset.told])"
        )
    )


def test_a_day_shows_what_had_happened_and_whether_it_had_been_told(open_page):
    page = open_page(KNOWN_LEAK + "?on=2022-12-20", locale="en-GB")
    found = states(page)
    assert found["2022-12-17-cup-shoot"] == "certain untold"
    assert found["2022-12-employee-dismissed"].startswith("perhaps")
    assert "2025-03-06-penalties" not in found and "undated-trade-fair" not in found
    page.locator('[data-do="later"]').click()
    assert "on=2022-12-21" in page.url
    assert states(page)["2022-12-17-cup-shoot"] == "certain told"


def test_the_day_can_be_typed_slid_and_shared(open_page):
    page = open_page(KNOWN_COMMENTARY, locale="en-GB")
    everything = page.locator(".ov-entry:visible").count()
    page.locator('[name="on"]').fill("2025-03-05")
    assert page.url.endswith("on=2025-03-05")
    page.emulate_media(media="print")
    said = page.locator(".ov-day").inner_text()
    assert "5 March 2025" in said and "2025年3月5日" in said, "on paper the day is said too"
    page.emulate_media(media="screen")
    assert page.locator(".ov-entry:visible").count() < everything
    page.locator('[name="slide"]').focus()
    page.keyboard.press("ArrowRight")
    assert "on=2025-03-06" in page.url
    page.locator('[data-do="all"]').click()
    assert "on=" not in page.url
    assert page.locator(".ov-entry:visible").count() == everything


def test_the_list_of_cases_hands_the_day_of_its_address_on(open_page):
    page = open_page(KNOWN + "?on=2025-03-05")
    page.locator('.ov-cases a[href*="old-labels"]').click()
    page.wait_for_url("**/as-known/old-labels.html?on=2025-03-05*")
    assert page.locator(".ov-on").count() == 1


def test_a_day_that_is_none_shows_all(open_page):
    page = open_page(KNOWN_COMMENTARY + "?on=yesterday%22%3E", locale="en-GB")
    assert page.locator(".ov-on").count() == 0
