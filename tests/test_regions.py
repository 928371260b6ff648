"""Taiwan's and Hong Kong's readers get each their own words, from the column that bears their name;
of a quotation only its script.
"""

import re

import pytest

from build_tools.pipeline import build
from build_tools.site.handwritten import with_traditional
from tests.conftest import copy_small, parsed

RECORDS = {
    "actors/harbour-ferries": "kind: organisation\nnames: {en: Harbour Ferries, zh-Hans: 海湾轮渡社, zh-Hant-TW: 海灣渡輪公司, zh-Hant-HK: 海灣小輪行}\ndescription: {en: Ships., zh-Hans: 船务。}\n",
    "actors/obama": "kind: person\nnames: {en: Barack Obama, zh-Hans: 奥巴马, zh-Hant-TW: 歐巴馬, zh-Hant-HK: 奧巴馬}\ndescription: {en: A president., zh-Hans: 总统。}\n",
    "actors/zhong-guofeng": "kind: person\nnames: {en: Zhong Guofeng, zh-Hans: 钟国峰, zh-Hant-TW: 鍾國峰, zh-Hant-HK: 鍾國峯}\ndescription: {en: A reporter., zh-Hans: 记者。}\n",
    "actors/yu-zheng": "kind: person\nnames: {en: Yu Zheng, zh-Hans: 于正}\ndescription: {en: A writer., zh-Hans: 编剧。}\n",
    "glossary/short-clip": "domain: platform\nforms:\n  en: {preferred: short clip}\n  zh-Hans: {preferred: 短视频}\n  zh-Hant-TW: {preferred: 短影音}\n  zh-Hant-HK: {preferred: 短片}\ndefinition: {en: A film., zh-Hans: 片子。}\n",
    "events/ferry-film": "title: {en: The film, zh-Hans: 轮渡的片子, zh-Hant-TW: 渡輪的影片, zh-Hant-HK: 小輪的短片}\ndate: '2026-01-07'\nbasis: stated\n"
    "evidence: [{source: ferry, quote: 网络上有人说家具损坏}]\nsummary: {en: It was seen on the net., zh-Hans: 网络上可见家具的短视频。}\n",
    "claims/ferry-broken": "kind: report\nsays: {en: It broke., zh-Hans: 坏了。}\nspeaker_words: {en: somebody, zh-Hans: 有人}\nstatus: ev.unverified\nas_of: '2026-11-21'\nunsourced: true\n"
    "evidence: [{source: ferry, quote: 网络上有人说家具损坏}]\n",
}
RULES = {
    "wording": "words:\n  - {zh-Hans: 网络, zh-Hant-TW: 網路, zh-Hant-HK: 互聯網}\n",
    "conversion": "corrections:\n  - {zh-Hans: 家具, zh-Hant-TW: 傢俱, zh-Hant-HK: 傢具, reason: {en: X, zh-Hans: 某}}\n",
}
SEED = "海湾轮渡社致歉\n\n网络上有人说家具损坏。海湾轮渡社已经道歉。\n"
TAIWAN, HONG_KONG = "zh-Hant-TW", "zh-Hant-HK"


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """The small archive with a name, a term, a title, a common word and a correction that both
    regions write otherwise, and each its own way.
    """
    root = copy_small(tmp_path_factory.mktemp("regions") / "archive")
    (root / "seeds" / "ferry.txt").write_text(SEED, encoding="utf-8")
    (root / "seeds" / "film.txt").write_text(
        "于正的新片在于创新。奥巴马告诉钟国峰，片子很好。\n", encoding="utf-8"
    )
    (root / "seeds" / "taiwan.txt").write_text(
        "歐巴馬在臉書與網路上表示，業者看著群眾說明。\n", encoding="utf-8"
    )
    (root / "editorial" / "claims").mkdir()
    for name, record in RECORDS.items():
        (root / "editorial" / f"{name}.yml").write_text(
            f"id: {name.partition('/')[2]}\n{record}", encoding="utf-8"
        )
    for name, rules in RULES.items():
        (root / "editorial" / "rules" / f"{name}.yml").write_text(rules, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def pages(root):
    built = build(root)
    assert built.faults == ()
    return built.pages


def said(page: str, lang: str) -> str:
    """All that the page says in a language."""
    return re.sub(r"\s+", " ", " ".join(each.text() for each in parsed(page).all(lang=lang)))


OWN = {
    "a name": ("actors/harbour-ferries.md", "海灣渡輪公司", "海灣小輪行"),
    "a term": ("terms/short-clip.md", "短影音", "短片"),
    "a title": ("events/ferry-film.md", "渡輪的影片", "小輪的短片"),
    "a common word": ("events/ferry-film.md", "網路上可見", "互聯網上可見"),
    "a term in our own prose": ("events/ferry-film.md", "的短影音。", "的短片。"),
    "a correction of script": ("sources/ferry.md", "傢俱損壞", "傢具損壞"),
}


@pytest.mark.parametrize(("page", "taiwan", "hong_kong"), OWN.values(), ids=OWN.keys())
def test_each_region_reads_its_own_column_and_not_the_others(pages, page, taiwan, hong_kong):
    assert taiwan in said(pages[page], TAIWAN) and hong_kong not in said(pages[page], TAIWAN)
    assert hong_kong in said(pages[page], HONG_KONG) and taiwan not in said(pages[page], HONG_KONG)


@pytest.mark.parametrize("page", ["sources/ferry.md", "events/ferry-film.md", "claims/no.case.md"])
def test_quoted_words_are_converted_by_script_only_in_their_text_and_where_a_record_quotes_them(
    pages, page
):
    assert "網絡上有人說傢俱損壞" in said(pages[page], TAIWAN) and "網絡上有人説傢具損壞" in said(
        pages[page], HONG_KONG
    )
    assert not re.search("網路上有人|互聯網上有人", pages[page])


def test_a_name_that_a_region_says_with_other_characters_of_one_length_stays_the_texts_own_and_a_name_in_its_characters_does_not(
    pages,
):
    assert "奧巴馬告訴鍾國峰" in said(
        pages["sources/film.md"], TAIWAN
    ) and "奧巴馬告訴鍾國峯" in said(pages["sources/film.md"], HONG_KONG)
    assert "欧巴马在脸书" in said(pages["sources/taiwan.md"], "zh-Hans")
    for source in ("film", "taiwan"):
        assert "../actors/obama.html" in pages[f"sources/{source}.md"], "it is found in either text"
    assert "歐巴馬" in said(pages["actors/obama.md"], TAIWAN)


def test_a_page_of_our_own_has_each_regions_words_and_its_addresses_as_they_are(root):
    page = parsed(
        with_traditional('<p lang="zh-Hans"><a href="网络.html" title="网络">网络</a></p>', root)
    )
    assert said_of(page, TAIWAN) == ("網路", "网络.html", "网络") and said_of(page, HONG_KONG) == (
        "互聯網",
        "网络.html",
        "网络",
    )


def test_a_person_of_the_archive_keeps_the_character_of_the_family_name_in_texts_that_say_nothing_else_of_them(
    pages,
):
    assert "于正的新片在於創新。" in said(pages["sources/film.md"], TAIWAN)


def said_of(page, lang):
    link = page.first("p", lang=lang).first("a")
    return link.text(), link.attributes["href"], link.attributes["title"]
