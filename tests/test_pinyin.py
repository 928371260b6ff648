"""Pinyin over the seeds' Chinese: what the dictionary reads wrongly, an editor's word puts right."""

import re

import pytest

from build_tools.pipeline import build
from build_tools.stages.pinyin import HAN, syllables
from tests.conftest import ROOT, copy_small


@pytest.fixture(scope="module")
def archive():
    return build(ROOT).archive


@pytest.mark.parametrize(("words", "said"), [
    ("签署金额为300万元", "qiān shǔ jīn é wéi wàn yuán"), ("泄露了数张", "xiè lòu le shù zhāng"), ("两家当事媒体", "liǎng jiā dāng shì méi tǐ"), ("”为目的", "wéi mù dì"),
    ("认定为", "rèn dìng wéi"), ("不是因为", "bù shì yīn wèi"), ("可能性为零", "kě néng xìng wéi líng"), ("更长开发周期", "gèng cháng kāi fā zhōu qī"),
    ("危机期间长时间沉默", "wēi jī qī jiān cháng shí jiān chén mò"), ("得罪了", "dé zuì le"), ("小米被曝", "xiǎo mǐ bèi bào"), ("董事长兼", "dǒng shì zhǎng jiān"),
])
def test_a_word_of_the_seeds_is_read_right(archive, words, said):
    texts = [text for source in archive.sources.values() for each in source.text if words in (text := each.rendition("zh-Hans").text)]
    assert texts
    for text in texts:
        start = len(HAN.findall(text[: text.index(words)]))
        assert " ".join(sound for _, sound in syllables(text, archive.spoken)[start : start + len(HAN.findall(words))]) == said, text


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
