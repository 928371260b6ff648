"""What the pinyin dictionary reads wrongly, an editor's word puts right, on the page and in the search."""

import re

from build_tools.pipeline import build
from tests.conftest import copy_small


def test_an_editor_s_word_is_read_on_the_page_and_finds_the_name(tmp_path):
    root = copy_small(tmp_path / "archive")
    actor = root / "editorial" / "actors" / "xu-jieyun.yml"
    actor.write_text(actor.read_text(encoding="utf-8").replace("徐洁云", "单洁云"), encoding="utf-8")
    (root / "seeds" / "kol-zh.txt").write_text((root / "seeds" / "kol-zh.txt").read_text(encoding="utf-8").replace("徐洁云", "单洁云"), encoding="utf-8")
    assert "dān jié yún" in build(root).pages["sources/kol-zh.cards.js"]
    (root / "editorial" / "rules" / "pinyin.yml").write_text("words:\n  - {zh-Hans: 单洁云, pinyin: shàn jié yún}\n", encoding="utf-8")
    pages = build(root).pages
    assert "shàn jié yún" in pages["sources/kol-zh.cards.js"]
    assert re.search(r'data-pinyin="[^"]*shàn单', pages["sources/kol-zh.md"])
    assert any("shan jie yun" in text for name, text in pages.items() if name.startswith("search/records"))
