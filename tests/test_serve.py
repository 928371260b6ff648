"""`mkdocs serve` as an editor runs it: each saved file shows soon, and then there is quiet."""

import gc
import os
import re
import socket
import subprocess
import sys
import threading
import time
from urllib.request import urlopen

import pytest

from build_tools.language.chinese.convert import Converter
from build_tools.pipeline import build
from tests.conftest import SITE, SURROUNDINGS, copy_project

PATIENCE, QUIET = 120, 5
"""Seconds within which an edit must show, even on a slow and busy machine, and for which nothing
may happen when nobody edits.
"""


class Server:
    """A running `mkdocs serve` over a copy of the small archive."""

    def __init__(self, root):
        self.root, self.said = root, []
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self.running = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", self.address],
            cwd=root,
            text=True,
            encoding="utf-8",
            env={**os.environ, **SURROUNDINGS},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        self.listener = threading.Thread(
            target=lambda: self.said.extend(self.running.stdout), daemon=True
        )
        self.listener.start()

    def page(self, path: str) -> str:
        try:
            with urlopen(f"http://{self.address}/{path}", timeout=PATIENCE) as answer:
                return answer.read().decode()
        except OSError:
            return ""

    def shows(self, words: str, path: str) -> bool:
        """Whether the words come to stand on the page in time."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if words in self.page(path):
                return True
            time.sleep(0.1)
        return False

    @property
    def builds(self) -> int:
        return sum("Building documentation" in line for line in self.said)

    def stop(self):
        self.running.terminate()
        try:
            self.running.wait(10)
        except subprocess.TimeoutExpired:
            self.running.kill()


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    running = Server(copy_project(tmp_path_factory.mktemp("serve") / "archive", SITE))
    yield running
    running.stop()


def _edit(path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_archive_is_served(server):
    assert server.shows("雷军回应小米KOL投放争议", "archive/sources/kol-zh.html"), "".join(
        server.said
    )


def test_an_edited_seed_shows(server):
    _edit(server.root / "seeds" / "kol-zh.txt", "小米的反应很快。", "小米的反应不算慢。")
    assert server.shows("的反应不算慢。", "archive/sources/kol-zh.html"), "".join(server.said)


def test_a_new_seed_gets_a_page(server):
    (server.root / "seeds" / "fresh.txt").write_text("雷军再次道歉。", encoding="utf-8")
    assert server.shows("再次道歉。", "archive/sources/fresh.html"), "".join(server.said)


def test_an_edited_record_shows(server):
    _edit(
        server.root / "editorial" / "actors" / "xu-jieyun.yml",
        "Head of public relations.",
        "Head of public affairs.",
    )
    assert server.shows("Head of public affairs.", "archive/actors/xu-jieyun.html"), "".join(
        server.said
    )


def test_an_edited_template_shows(server):
    _edit(
        server.root / "templates" / "pages" / "actor.html",
        "<h1",
        '<p class="edited">Edited template</p><h1',
    )
    assert server.shows("Edited template", "archive/actors/xiaomi.html"), "".join(server.said)


def test_an_edited_page_of_our_own_shows(server):
    path = server.root / "docs" / "reading.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nAdded at the end.\n", encoding="utf-8")
    assert server.shows("Added at the end.", "reading.html"), "".join(server.said)


def test_an_edited_regional_word_shows_on_a_page_of_our_own(server):
    assert "怎樣讀本庫" in server.page("reading.html")
    (server.root / "editorial" / "rules" / "wording.yml").write_text(
        "words:\n  - {zh-Hans: 怎样读本库, zh-Hant-TW: 本庫讀法}\n", encoding="utf-8"
    )
    assert server.shows("本庫讀法", "reading.html"), "".join(server.said)


def test_a_mistake_is_told_and_the_server_goes_on(server):
    record = server.root / "editorial" / "actors" / "lei-jun.yml"
    _edit(record, "kind: person", "kind: hero")
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and not any(
        "“hero” is no value for “kind”" in line for line in server.said
    ):
        time.sleep(0.1)
    assert any(re.search(r"lei-jun\.yml:2 – “hero” is no value", line) for line in server.said), (
        "".join(server.said)
    )
    _edit(record, "kind: hero", "kind: person")
    _edit(record, "Founder of Xiaomi.", "The founder of Xiaomi.")
    assert server.shows("The founder of Xiaomi.", "archive/actors/lei-jun.html"), "".join(
        server.said
    )
    assert not any("Traceback" in line for line in server.said)


def test_then_it_is_quiet(server):
    end, before = time.monotonic() + PATIENCE, -1
    while time.monotonic() < end and server.builds != before:
        before = server.builds
        time.sleep(QUIET)
    assert before == server.builds > 0, "it goes on building: " + "".join(server.said[-20:])


def test_nothing_of_a_build_stays_in_memory(small):
    """A dictionary of OpenCC with our names in it takes 60 MB: kept after each edit, it fills the
    machine in a day.
    """
    correction = "corrections:\n  - {zh-Hans: 年历史, zh-Hant-TW: 年歷史, zh-Hant-HK: 年歷史, reason: {en: X, zh-Hans: 某}}\n"
    (small / "editorial" / "rules" / "conversion.yml").write_text(correction, encoding="utf-8")
    gc.collect()
    before = sum(isinstance(each, Converter) for each in gc.get_objects())
    build(small)
    gc.collect()
    assert sum(isinstance(each, Converter) for each in gc.get_objects()) == before
