"""Under `mkdocs serve` a problem stands on the page that it is about, a crash is a sentence there,
and no browser is left waiting.
"""

import base64
import hashlib
import re
import time
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.conftest import SITE, copy_project, files_below, parsed, run
from tests.test_serve import PATIENCE, Server

ACTOR, SOURCE = "archive/actors/lei-jun.html", "archive/sources/kol-zh.html"
_PANEL = re.compile(r"<aside\b[^>]*\bcb-workbench\b.*?</aside>", re.S)
"""The panel in a page, which is read often while a build goes on."""


class Bench(Server):
    """A server whose pages of every status can be read."""

    def answer(self, path: str) -> tuple[int, str]:
        try:
            with urlopen(f"http://{self.address}/{path}", timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as answer:
            return answer.code, answer.read().decode()
        except OSError:
            return 0, ""

    def page(self, path: str) -> str:
        return self.answer(path)[1]

    def status(self, path: str) -> int:
        return self.answer(path)[0]

    def workbench(self, path: str):
        """The panel of a page, as an element, or nothing."""
        panel = _PANEL.search(self.page(path))
        return next(parsed(panel[0]).all("aside", of="cb-workbench"), None) if panel else None

    def says(self, path: str) -> str:
        panel = self.workbench(path)
        return " ".join(panel.text().split()) if panel else ""

    def comes_to_say(self, path: str, *words: str, without: str = "") -> str:
        """The words of the page's panel, once they hold these, or no longer those."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            said = self.says(path)
            if all(each in said for each in words) and (
                not without or (without not in said and self.status(path) == 200)
            ):
                return said
            time.sleep(0.1)
        raise AssertionError(
            f"{path} says {self.says(path)!r}, not {words}\n{''.join(self.said[-40:])}"
        )


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    running = Bench(copy_project(tmp_path_factory.mktemp("serve") / "archive", SITE))
    assert running.shows("cb-actor", ACTOR), "".join(running.said)
    yield running
    running.stop()


class Broken:
    """A file that is other than it was, until the end of a `with`."""

    def __init__(self, path, old, new):
        self.path, self.old, self.new = path, old, new

    def __enter__(self):
        self.text = self.path.read_text(encoding="utf-8")
        assert self.old in self.text
        self.path.write_text(self.text.replace(self.old, self.new, 1), encoding="utf-8")

    def __exit__(self, *why):
        self.path.write_text(self.text, encoding="utf-8")


def test_a_problem_about_a_source_stands_on_its_page_with_place_hint_and_code(server):
    annotations = server.root / "editorial" / "sources" / "kol-zh" / "annotations.yml"
    with Broken(annotations, "quote: ", "quote: <b>没有</b>这句话"):
        said = server.comes_to_say(SOURCE, "editorial/sources/kol-zh/annotations.yml:")
        assert "<b>没有</b>" in said  # inert: words, not markup
        assert not list(server.workbench(SOURCE).all("b", of="没有")) and "Workbench: " in said
        assert not server.says(ACTOR)
        home = server.comes_to_say("", "editorial/sources/kol-zh/annotations.yml:")
        assert "its page" in home
        link = next(a for a in server.workbench("index.html").all("a"))
        assert link.attributes["href"] == f"/{SOURCE}"
    assert server.comes_to_say(SOURCE, without="quote-not-found") == ""
    assert server.comes_to_say("index.html", without="quote-not-found").startswith(
        "Workbench: 1 note"
    )
    assert (
        "open" not in server.workbench("index.html").first("details").attributes
    )  # notes wait until somebody asks


def test_a_problem_about_a_seed_stands_on_the_page_of_its_source(server):
    seed = server.root / "seeds" / "空.txt"
    seed.write_text(" \n", encoding="utf-8")
    server.comes_to_say("archive/sources/kong.html", "seeds/空.txt", "seed-empty")
    server.comes_to_say("index.html", "seeds/空.txt", "seed-empty")
    seed.unlink()
    server.comes_to_say("index.html", without="seed-empty")


def test_a_record_that_fell_away_is_told_at_its_old_address_and_on_the_first_page(server):
    with Broken(server.root / "editorial" / "actors" / "lei-jun.yml", "kind: person", "kind: hero"):
        said = server.comes_to_say(ACTOR, "editorial/actors/lei-jun.yml:2", "“hero” is no value")
        assert server.status(ACTOR) == 404 and said.startswith("Workbench: ")
        assert "livereload(" in server.page(ACTOR)  # so that the page comes back by itself
        server.comes_to_say("index.html", "editorial/actors/lei-jun.yml:2", "“hero” is no value")
        assert not server.says("archive/actors/xiaomi.html")
    server.comes_to_say(ACTOR, without="lei-jun.yml")
    server.comes_to_say("index.html", without="lei-jun.yml")


def test_a_crash_of_ours_is_a_sentence_on_the_last_whole_pages_and_the_next_edit_mends_it(server):
    before = server.page(SOURCE)
    with Broken(
        server.root / "templates" / "pages" / "actor.html", "<h1", "{{ nothing.at.all }}<h1"
    ):
        said = server.comes_to_say(
            SOURCE,
            "The last build broke off: templates/pages/actor.html:",
            "The template cannot be filled in: 'nothing' is undefined",
        )
        assert "Save any file to build again." in said
        assert server.status(ACTOR) == server.status("index.html") == 200
        assert "小米" in before and "小米" in server.page(SOURCE)
        assert "The last build broke off" in server.says("archive/no/such/page.html")
    server.comes_to_say(SOURCE, without="broke off")


def test_a_broken_frame_or_settings_leave_the_last_whole_site_standing(server):
    with Broken(
        server.root / "templates" / "theme" / "main.html",
        "{% block footer %}",
        "{% block footer %}{% nonsense %}",
    ):
        server.comes_to_say(
            ACTOR,
            "The last build broke off: templates/theme/main.html:",
            "This is no valid template: Encountered unknown tag 'nonsense'",
        )
        assert server.status("assets/page.css") == server.status(SOURCE) == 200
    server.comes_to_say(ACTOR, without="broke off")
    with Broken(server.root / "mkdocs.yml", "- search: {enabled: false}", "- nobody-has-this"):
        server.comes_to_say("index.html", "The last build broke off")
        assert server.status(SOURCE) == 200
    server.comes_to_say("index.html", without="broke off")


def test_nothing_of_it_is_written_anywhere(server):
    with Broken(server.root / "editorial" / "actors" / "lei-jun.yml", "kind: person", "kind: hero"):
        server.comes_to_say("index.html", "“hero” is no value")
        assert run(server.root, "mkdocs", "build").returncode == 0
        for folder in ("site", "docs"):
            assert [
                name
                for name, raw in files_below(server.root / folder).items()
                if b"cb-workbench" in raw or b"is no value" in raw
            ] == []
    server.comes_to_say("index.html", without="“hero”")
    assert server.running.poll() is None


def test_an_open_page_reloads_by_itself_within_its_policy(server, chromium):
    page = chromium.new_page()
    refused = []
    page.on(
        "console",
        lambda line: refused.append(line.text) if "Content Security Policy" in line.text else None,
    )
    page.goto(f"http://{server.address}/{ACTOR}")
    panel = page.locator(".cb-workbench")
    with Broken(server.root / "editorial" / "actors" / "lei-jun.yml", "kind: person", "kind: hero"):
        panel.get_by_text("“hero” is no value").wait_for(timeout=PATIENCE * 1000)
        assert panel.evaluate("panel => getComputedStyle(panel).borderTopStyle") == "dashed"
    page.locator("h1", has_text="雷军").wait_for(timeout=PATIENCE * 1000)
    assert panel.count() == 0
    assert refused == []
    page.evaluate(
        """() => { const made = document.createElement("script"); made.textContent = "window.hurt = 1"; document.body.append(made); }"""
    )
    assert page.evaluate("window.hurt") is None  # only MkDocs' own script may stand within a page
    page.close()


def test_what_the_server_lays_over_a_page_is_allowed_by_its_very_words_and_nothing_else_is(server):
    with Broken(server.root / "editorial" / "actors" / "lei-jun.yml", "kind: person", "kind: hero"):
        server.comes_to_say(ACTOR, "“hero”")
        page = parsed(server.page(ACTOR))
    policy = dict(
        each.strip().split(" ", 1)
        for each in page.first("meta", **{"http-equiv": "Content-Security-Policy"})
        .attributes["content"]
        .split(";")
    )
    for kind in ("script", "style"):
        within = [each.text() for each in page.all(kind) if "src" not in each.attributes]
        sums = [
            f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
            for text in within
        ]
        allowed = policy[f"{kind}-src"].split()
        assert len(within) == 1 and [each for each in allowed if each.startswith("'sha")] == sums, (
            kind
        )
        assert not {"'unsafe-inline'", "'unsafe-eval'", "*"} & {*allowed}


def test_a_first_build_that_breaks_off_says_so_in_a_sentence(tmp_path):
    root = copy_project(tmp_path / "archive", SITE)
    file = root / "build_tools" / "stages" / "link.py"
    file.write_text(
        file.read_text(encoding="utf-8")
        + "\n\ndef gathered(*those):\n    raise KeyError('小米')\n",
        encoding="utf-8",
    )
    done = run(root, "mkdocs", "serve", "--dev-addr", "127.0.0.1:0")
    assert done.returncode == 1
    last = done.stderr.strip().splitlines()[-1]
    assert last.startswith(
        "The program broke off: KeyError: '小米' (build_tools/stages/link.py, line "
    ), done.stderr


def test_a_crash_of_the_build_before_the_server_is_a_sentence_too(small):
    template = small / "templates" / "pages" / "actor.html"
    template.write_text(
        "{{ nothing.at.all }}" + template.read_text(encoding="utf-8"), encoding="utf-8"
    )
    done = run(small, "build_tools", "build")
    assert done.returncode == 1
    assert "templates/pages/actor.html" in done.stderr.strip().splitlines()[-1], done.stderr
