"""Every page says what it may load and run, keeps to it, and so runs nothing that somebody smuggled
in: from a server and from a folder.
"""

import pytest

from tests.browser.page_types import PAGES
from tests.browsing import until
from tests.conftest import parsed

POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file: data:; "
    "base-uri 'none'; form-action 'none'"
)
_LISTEN = """window.broken = [];
document.addEventListener("securitypolicyviolation", (event) => window.broken.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));"""
FOREIGN = "https://foreign.example/"
_SMUGGLED = f"""<script>window.hurt = "inline";</script><img src="{FOREIGN}i.png"><img src="missing.png" onerror="window.hurt = 'handler'">
<script src="{FOREIGN}s.js"></script><link rel="stylesheet" href="{FOREIGN}s.css"><iframe src="{FOREIGN}f.html"></iframe><object data="{FOREIGN}o.svg"></object>
<a id="js" href="javascript:void(window.hurt = 'address')">x</a><script src="data:text/javascript,window.hurt='data'"></script>
<form action="{FOREIGN}form"><button id="send">x</button></form>"""


def _page(chromium):
    """A page that remembers what its policy refused, and what was said on its console."""
    page = chromium.new_page()
    page.said = []
    page.add_init_script(_LISTEN)
    page.on(
        "console",
        lambda line: page.said.append(line.text) if line.type in ("error", "warning") else None,
    )
    page.on("pageerror", lambda why: page.said.append(str(why)))
    return page


def test_every_html_file_of_the_site_begins_with_the_policy_and_needs_nothing_inline(site_folder):
    files = sorted(site_folder.rglob("*.html"))
    for path in files:
        tree = parsed(path.read_text(encoding="utf-8"))
        first, *rest = (each for each in tree.first("head").children if not isinstance(each, str))
        assert (first.tag, first.attributes) == (
            "meta",
            {"http-equiv": "Content-Security-Policy", "content": POLICY},
        ), path
        assert not any(each.attributes.get("http-equiv") for each in rest), path
        assert [
            script
            for script in tree.all("script")
            if not script.attributes.get("src") or script.text().strip()
        ] == [], path
        assert not list(tree.all("style")), path
        assert [
            each.attributes
            for each in tree.all()
            if any(name == "style" or name.startswith("on") for name in each.attributes)
        ] == [], path
    assert site_folder / "404.html" in files and len(files) > len(PAGES)


def test_no_page_breaks_its_policy(chromium, site):
    page = _page(chromium)
    for kind, path in PAGES.items():
        page.goto(site + path)
        assert page.evaluate(
            "document.documentElement.dataset.zh && document.body.dataset.mdColorScheme"
        ), kind
        assert page.evaluate("window.broken") == [], kind
    assert page.said == []
    page.close()


def test_no_page_breaks_its_policy_from_a_folder(chromium, site_folder):
    page = _page(chromium)
    for kind, path in PAGES.items():
        if kind != "not found":  # a server's answer; nobody opens it from a folder
            page.goto((site_folder / path).as_uri())
            assert page.evaluate(
                "document.documentElement.dataset.zh && document.body.dataset.mdColorScheme"
            ), kind
            assert page.evaluate("window.broken") == [], kind
    assert page.said == []
    page.close()


@pytest.mark.parametrize("where", ["server", "folder"])
def test_what_is_fetched_later_is_allowed(chromium, site, site_folder, where):
    page = _page(chromium)
    page.goto(
        (site if where == "server" else site_folder.as_uri() + "/")
        + PAGES["source in Chinese"]
        + "?pinyin=on"
    )
    page.locator("#s2 ruby").first.wait_for()
    page.locator("a.m-actor").first.hover()
    page.locator("#cb-peek .cb-peek-record").wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.locator(".cb-search[open]").wait_for()
    page.locator("#cb-search-input").fill("禾鹭")
    page.locator('.cb-search[data-answers="禾鹭"]').wait_for()
    assert page.locator(".cb-search [role=option]").count() > 3
    assert page.evaluate("window.broken") == []
    assert page.said == []
    page.close()


def _smuggle(chromium, site, html):
    """What a page with smuggled elements asks of the foreign host, and what it runs."""
    page = _page(chromium)
    asked = []
    page.route(
        FOREIGN + "**",
        lambda route: (
            asked.append(route.request.url.removeprefix(FOREIGN)),
            route.fulfill(body="window.hurt = 'foreign'"),
        ),
    )
    page.route(
        site + "index.html", lambda route: route.fulfill(body=html, content_type="text/html")
    )
    page.goto(site + "index.html", wait_until="load")
    page.locator("#js").dispatch_event("click")
    page.locator("#send").dispatch_event("click")
    page.wait_for_timeout(200)
    hurt = page.evaluate("window.hurt") if page.url.startswith(site) else "gone"
    page.close()
    return hurt, asked


def test_what_was_smuggled_in_does_not_run_and_asks_no_other_host(chromium, site, site_folder):
    html = (
        (site_folder / "index.html")
        .read_text(encoding="utf-8")
        .replace('<div id="cb-main"', _SMUGGLED + '<div id="cb-main"', 1)
    )
    assert _smuggle(chromium, site, html) == (None, [])
    hurt, asked = _smuggle(chromium, site, html.replace("Content-Security-Policy", "x"))
    assert hurt and set(asked) >= {
        "i.png",
        "s.js",
        "s.css",
        "f.html",
        "o.svg",
    }  # without the policy, all of it would


def test_in_a_folder_only_files_beside_the_page_run(chromium, tmp_path):
    (tmp_path / "own.js").write_text("window.own = true;", encoding="utf-8")
    meta = f'<!doctype html><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    (tmp_path / "page.html").write_text(
        f'{meta}<script src="own.js"></script>{_SMUGGLED}', encoding="utf-8"
    )
    page = _page(chromium)
    asked = []
    page.route(
        FOREIGN + "**",
        lambda route: (asked.append(route.request.url), route.fulfill(body="window.hurt = 1")),
    )
    page.goto((tmp_path / "page.html").as_uri())
    page.locator("#js").dispatch_event("click")
    assert page.evaluate("[window.own, window.hurt]") == [True, None]
    assert asked == [] and page.evaluate("window.broken.length") >= 6
    page.close()


def test_the_choice_and_the_light_are_there_in_every_frame(chromium, site):
    """What an inline script did before the first paint, a file does too: no frame has another
    script, or the other light.
    """
    context = chromium.new_context(color_scheme="light", locale="en-GB")
    page = context.new_page()
    page.goto(site + PAGES["source"] + "?zh=tw")
    page.locator(".md-header__option label:visible").click()
    page.add_init_script("""window.frames_seen = [];
        const look = () => {
          const form = document.querySelector('[data-md-component="palette"]');
          if (form && form.nextElementSibling) frames_seen.push(`${document.documentElement.dataset.zh} ${document.body.dataset.mdColorScheme}`);
          requestAnimationFrame(look);
        };
        look();""")
    page.goto(site + PAGES["source"], wait_until="load")
    until(page, "frames_seen.length > 3")
    assert page.evaluate("[...new Set(frames_seen)]") == ["tw slate"]
    until(page, "performance.getEntriesByName('first-contentful-paint').length === 1")
    context.close()
