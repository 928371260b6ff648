"""Search in a real browser: recall on the whole list of queries, keyboard, facets, scripts,
landing, nothing found.
"""

import http.server
import threading
from functools import partial
from pathlib import Path

import pytest
import yaml

from build_tools.language.folding import fold, stem
from tests.browser import asking

QUERIES = yaml.safe_load(Path(__file__).with_name("queries.yml").read_text(encoding="utf-8"))
START = "archive/terms/index.html"


@pytest.fixture
def searching(open_page):
    """The search, opened with / on some page."""
    return lambda path=START, **options: asking.opened(open_page, path, **options)


def ask(page, words):
    """Type the words; wait until what is shown answers them."""
    page.locator("#cb-search-input").fill(words)
    page.locator(f'.cb-search[data-answers="{words}"]').wait_for()


def hits(page):
    return page.locator(".cb-search [role=option]:not(.cb-hit-more)")


def test_every_query_of_the_list_finds_what_it_must(searching):
    missed = asking.missed(searching(), QUERIES)
    assert not missed, "\n".join(map(str, missed))
    assert len(QUERIES) >= 40


def test_the_browser_folds_as_the_index_does(searching):
    page = searching()
    texts = [
        "Qín Zhàoyún",
        "秦照雲",
        "ＫＯＬ合作",
        "apologised rumours denies",
        "裏面說著臺灣網絡",
        "２０２６年",
        "Ångström ﬁne",
    ]
    assert page.evaluate("(texts) => texts.map(cbWords.fold)", texts[:4]) == [
        fold(t) for t in texts[:4]
    ]
    words = [
        w
        for t in ("apologised rumours denies behaviour dismissed dropping analyses business news",)
        for w in t.split()
    ]
    assert page.evaluate("(words) => words.map(cbWords.stem)", words) == [stem(w) for w in words]


def test_it_opens_with_slash_and_gives_the_focus_back(open_page):
    page = open_page(START)
    page.locator(".cb-search-open").focus()
    page.keyboard.press("/")
    page.locator(".cb-search[open]").wait_for()
    assert page.evaluate("document.activeElement.id") == "cb-search-input"
    page.keyboard.press("Escape")
    assert page.locator(".cb-search[open]").count() == 0
    assert page.evaluate("document.activeElement.matches('.cb-search-open')")


def test_slash_is_a_letter_where_somebody_types(searching):
    page = searching()
    page.keyboard.type("a/b")
    assert page.locator("#cb-search-input").input_value() == "a/b"


def test_by_keyboard_alone_a_reader_reaches_a_passage(searching):
    page = searching()
    page.keyboard.type("年轻人的第一家咖啡店")
    page.locator(".cb-hit-words").first.wait_for()
    page.keyboard.press("ArrowDown")
    while "#s" not in page.locator('[role=option][aria-selected="true"]').get_attribute("href"):
        page.keyboard.press("ArrowDown")
    chosen = page.locator('[role=option][aria-selected="true"]')
    assert page.locator("#cb-search-input").get_attribute(
        "aria-activedescendant"
    ) == chosen.get_attribute("id")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sources/dairy-rumour.html#s5")
    assert page.locator("#s5").evaluate("e => e.matches(':target')")
    box = page.locator("#s5").bounding_box()
    assert 0 <= box["y"] < 900


def test_arrows_go_round_and_reach_what_is_folded_away(searching):
    page = searching()
    ask(page, "禾鹭")
    page.keyboard.press("ArrowUp")
    last = page.locator('[role=option][aria-selected="true"]')
    assert last.get_attribute("id") == page.locator("[role=option]").last.get_attribute("id")
    before = page.locator("[role=option]").count()
    more = page.locator(".cb-hit-more").first
    more.click()
    assert page.locator("[role=option]").count() > before


@pytest.mark.parametrize(
    ("words", "lang", "marked"),
    [
        ("秦照云", "zh-Hans", "秦照云"),
        ("秦照雲", "zh-Hant-TW", "秦照雲"),
        ("Qin Zhaoyun", "en", "Qin Zhaoyun"),
        ("apologise", "en", "apologized"),
    ],
)
def test_a_hit_is_shown_and_marked_in_the_language_of_the_query(searching, words, lang, marked):
    page = searching()
    ask(page, words)
    assert page.locator(".cb-hit-words").first.get_attribute("lang") == lang
    assert marked in page.locator(".cb-hit-words mark").all_inner_texts()


def test_a_hit_follows_the_readers_script_where_the_query_says_none(searching):
    page = searching(f"{START}?zh=hk")
    ask(page, "江渡")
    assert page.locator(".cb-hit-words").first.get_attribute("lang") == "zh-Hant-HK"


def test_a_record_shows_its_name_in_the_script_of_the_query(searching):
    page = searching()
    ask(page, "許知夏")
    assert page.locator(".cb-hit-name [lang]").first.inner_text() == "許知夏"


@pytest.mark.parametrize(
    ("facet", "value", "source"),
    [
        ("case", "leaked-cup", "photo-leak"),
        ("actor", "yuanting-dairy", "dairy-rumour"),
        ("year", "2022", "photo-leak"),
        ("outlet", "yexia", "label-commentary"),
        ("grade", "sg.search-snippet", "label-snippets"),
        ("event", "2025-03-06-penalties", "label-"),
        ("concept", "rs.denial", "dairy-rumour"),
    ],
)
def test_results_are_narrowed(searching, facet, value, source):
    page = searching()
    ask(page, "禾鹭")
    page.locator(".cb-search-narrow").click()
    page.locator(f'.cb-search select[name="{facet}"] option[value="{value}"]').wait_for(
        state="attached"
    )
    page.locator(f'.cb-search select[name="{facet}"]').select_option(value)
    page.locator(f'.cb-search[data-limits*="{value}"]').wait_for()
    links = [
        link
        for link in hits(page).evaluate_all("all => all.map(a => a.getAttribute('href'))")
        if "/sources/" in link
    ]
    assert links
    assert all(f"/sources/{source}" in link for link in links)
    assert f"q-{facet}=" in page.url


def test_one_kind_alone_is_shown(searching):
    page = searching()
    ask(page, "禾鹭")
    page.locator('.cb-search-kinds label:has([value="term"])').click()
    page.locator('.cb-search[data-limits*="term"]').wait_for()
    assert all("/terms/" in link for link in hits(page).evaluate_all("all => all.map(a => a.href)"))


@pytest.mark.parametrize(
    ("query", "kind", "address"),
    [
        ("营销之神", "claim", "claims/old-labels.html#ruan-denies-god-of-marketing"),
        (
            "How many regulars protested",
            "contradiction",
            "contradictions/old-labels.html#how-many-protested",
        ),
        ("晚汀日报", "actor", "actors/wanting-daily.html"),
        ("永不录用", "term", "terms/yong-bu-luyong.html"),
    ],
)
def test_a_record_s_hit_leads_to_where_it_stands(searching, query, kind, address):
    page = searching()
    ask(page, query)
    hit = page.locator(f'.cb-search a.cb-hit[href*="/{kind}s/"]').first
    assert address in hit.get_attribute("href")
    hit.click()
    page.wait_for_url(f"**/{kind}s/*")
    wanted = page.url.partition("#")[2]
    assert not wanted or page.locator(f"[id='{wanted}']").is_visible()


def test_a_search_can_be_shared(open_page):
    page = open_page(f"{START}?q=禾鷺&q-kind=actor", locale="en-GB")
    page.locator(".cb-hit").first.wait_for()
    assert page.locator("#cb-search-input").input_value() == "禾鷺"
    assert all(
        "/actors/" in link for link in hits(page).evaluate_all("all => all.map(a => a.href)")
    )
    page.keyboard.press("Escape")
    page.wait_for_url(lambda url: "q=" not in url)


def test_the_count_is_announced(searching):
    page = searching()
    ask(page, "秦照云")
    status = page.locator(".cb-search [role=status]")
    assert "Passages 9" in status.inner_text()
    assert page.locator("#cb-search-input").get_attribute("aria-expanded") == "true"


@pytest.mark.parametrize(("words", "offered"), [("qwzzqx", "Helu Tea"), ("秦云", "秦照云")])
def test_where_nothing_is_found_something_near_is_offered(searching, words, offered):
    page = searching()
    ask(page, words)
    page.locator(".cb-search-chips button").first.wait_for()
    assert words in page.locator(".cb-search [role=status]").inner_text()
    chip = page.locator(".cb-search-chips button", has_text=offered)
    chip.first.click()
    page.locator(".cb-hit").first.wait_for()


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("banana split", []),
        ("volcano", []),
        ("tea kettle museum", []),
        ("火山爆发", []),
        ("茶山", []),
        ("秦云", ["秦照云"]),
        ("秦照云写的信", ["秦照云"]),
    ],
)
def test_what_is_offered_instead_is_near(searching, words, names):
    assert [name[1] for name in searching().evaluate("words => cbFind.near(words)", words)] == names


@pytest.mark.parametrize(
    ("words", "instead"),
    [("yao mai kafei", "要卖咖啡"), ("maikafei", "卖咖啡"), ("the banana", "")],
)
def test_pinyin_of_words_that_are_no_names_is_read_as_characters_of_the_texts(
    searching, words, instead
):
    assert (
        searching().evaluate(
            "words => cbFind.find(words, () => true).then((found) => found.corrected)", words
        )
        == instead
    )


def test_names_for_screen_readers(searching):
    page = searching()
    ask(page, "禾鹭")
    faults = page.evaluate("""() => {
      const dialog = document.querySelector(".cb-search"), faults = [];
      const input = dialog.querySelector("[role=combobox]"), list = document.getElementById(input.getAttribute("aria-controls"));
      if (!dialog.getAttribute("aria-label") || !input.getAttribute("aria-label")) faults.push("unnamed");
      if (list.getAttribute("role") !== "listbox" || !list.getAttribute("aria-label")) faults.push("list");
      for (const group of list.children) if (!["group", "option"].includes(group.getAttribute("role"))) faults.push(group.outerHTML);
      for (const group of list.querySelectorAll("[role=group]")) if (!document.getElementById(group.getAttribute("aria-labelledby"))) faults.push("group");
      const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
      if (new Set(ids).size !== ids.length) faults.push("ids");
      for (const field of dialog.querySelectorAll("select, input")) if (!field.labels.length && !field.getAttribute("aria-label")) faults.push(field.name);
      return faults;
    }""")
    assert faults == []


def test_the_whole_dialog_fits_a_phone(searching):
    page = searching(width=390, height=844)
    ask(page, "re-dated milk")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator(".cb-search").evaluate("d => d.scrollWidth <= d.clientWidth")


def test_it_searches_a_folder_without_a_server(chromium, site_folder):
    context = chromium.new_context(locale="en-GB")
    page = context.new_page()
    page.goto((site_folder / START).as_uri())
    page.keyboard.press("/")
    page.locator(".cb-search[open]").wait_for()
    ask(page, "qinzhaoyun")
    assert page.locator(".cb-hit-words mark").count()
    link = page.locator(".cb-hit", has=page.locator(".cb-hit-words")).first.get_attribute("href")
    page.locator(".cb-hit", has=page.locator(".cb-hit-words")).first.click()
    page.wait_for_url(link)
    assert link.startswith("file:")
    assert "#s" in link
    context.close()


class _WithNotFound(http.server.SimpleHTTPRequestHandler):
    """Answers as GitHub Pages does: 404.html for what is not there."""

    def log_message(self, *args):
        pass

    def send_error(self, code, *args):
        text = (Path(self.directory) / "casebook" / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(text)


def test_a_page_that_is_not_there_offers_to_search_for_its_words(chromium, site_folder):
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(_WithNotFound, directory=str(site_folder.parent))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = chromium.new_context(locale="en-GB").new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/casebook/archive/people/qin-zhaoyun.html")
    page.locator(".cb-lost-search").click()
    page.locator(".cb-hit").first.wait_for()
    assert page.locator("#cb-search-input").input_value() == "qin zhaoyun"
    assert "actors/qin-zhaoyun.html" in page.locator(".cb-hit").first.get_attribute("href")
    page.context.close()
    server.shutdown()


def test_nothing_is_fetched_before_the_search_is_wanted(open_page):
    page = open_page(START)
    page.wait_for_timeout(300)
    assert not page.evaluate(
        "performance.getEntriesByType('resource').some(e => e.name.includes('archive/search/'))"
    )
