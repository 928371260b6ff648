"""What the pinyin dictionary reads wrongly, an editor's word puts right, on the page and in the search."""

import re

import pytest

from build_tools.pipeline import build
from build_tools.stages.pinyin import syllables
from tests.conftest import copy_small


def test_an_editor_s_word_is_read_on_the_page_and_finds_the_name(tmp_path):
    root = copy_small(tmp_path / "archive")
    actor = root / "editorial" / "actors" / "xu-jieyun.yml"
    actor.write_text(actor.read_text(encoding="utf-8").replace("徐洁云", "覃洁云"), encoding="utf-8")
    (root / "seeds" / "kol-zh.txt").write_text((root / "seeds" / "kol-zh.txt").read_text(encoding="utf-8").replace("徐洁云", "覃洁云"), encoding="utf-8")
    assert "tán jié yún" in build(root).pages["sources/kol-zh.cards.js"]
    (root / "editorial" / "rules" / "pinyin.yml").write_text("words:\n  - {zh-Hans: 覃洁云, pinyin: qín jié yún}\n", encoding="utf-8")
    pages = build(root).pages
    assert "qín jié yún" in pages["sources/kol-zh.cards.js"]
    assert re.search(r'data-pinyin="[^"]*qín覃', pages["sources/kol-zh.md"])
    assert any("qin jie yun" in text for name, text in pages.items() if name.startswith("search/records"))


def test_a_person_s_family_name_is_read_as_a_name(tmp_path):
    root = copy_small(tmp_path / "archive")
    actor = root / "editorial" / "actors" / "xu-jieyun.yml"
    actor.write_text(actor.read_text(encoding="utf-8").replace("徐洁云", "单洁云"), encoding="utf-8")
    seed = root / "seeds" / "kol-zh.txt"
    seed.write_text(seed.read_text(encoding="utf-8").replace("徐洁云", "单洁云").replace("\n", "\n任女士回应称，朴先生长了见识。\n", 1), encoding="utf-8")
    pages = build(root).pages
    assert "shàn jié yún" in pages["sources/kol-zh.cards.js"]
    read = " ".join(re.findall(r'data-pinyin="([^"]*)"', pages["sources/kol-zh.md"]))
    assert "shàn" in read and "rén" in read and "piáo" in read


@pytest.mark.parametrize(("text", "said"), [
    ("单女士与单位", "shàn nǚ shì yǔ dān wèi"), ("任女士担任经理", "rén nǚ shì dān rèn jīng lǐ"), ("曾某曾说", "zēng mǒu céng shuō"),
    ("解先生解释", "xiè xiān shēng jiě shì"), ("查先生检查", "zhā xiān shēng jiǎn chá"), ("仇某有仇", "qiú mǒu yǒu chóu"), ("朴女士很朴素", "piáo nǚ shì hěn pǔ sù"),
    ("种某爱种树", "chóng mǒu ài zhòng shù"), ("区先生在社区", "ōu xiān shēng zài shè qū"), ("盖先生盖房", "gě xiān shēng gài fáng"), ("记者单建国报道", "jì zhě shàn jiàn guó bào dào"),
])
def test_a_family_name_is_told_from_the_word_that_looks_alike(text, said):
    assert " ".join(sound for _, sound in syllables(text)) == said


def test_a_reading_that_nothing_decides_says_so_and_its_sign_is_explained(tmp_path):
    root = copy_small(tmp_path / "archive")
    assert not re.search(r'data-pinyin="[^"]*\?', build(root).pages["sources/kol-zh.md"])
    seed = root / "seeds" / "kol-zh.txt"
    seed.write_text(seed.read_text(encoding="utf-8").replace("\n", "\n他长了一岁。\n", 1), encoding="utf-8")
    page = build(root).pages["sources/kol-zh.md"]
    assert re.search(r'data-pinyin="[^"]*zhǎng\?', page)
    assert "no word around it decides" in page
