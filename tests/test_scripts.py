"""Which language and script a text is in, sentence by sentence, as its page says it."""

import re

import pytest

from build_tools.language.chinese.convert import Converter
from build_tools.language.chinese.script import region_of
from build_tools.pages.sides import source_labels
from build_tools.pipeline import build
from tests.conftest import copy_small

TEXTS = {
    "headline": "記者會後公司發表聲明道歉\n\n小米公司今天发布声明，称记者余建国的报道与事实不符。\n\n以下是聲明全文：我們對於這次事件深感遺憾，並將負起責任。\n",
    "hong-kong": "港鐵就車廂起火致歉\n\n衞生署發言人說，這裏着火的原因仍在調查。他看着鏡頭說，賠償以港元支付。\n",
    "taiwan": "業者為誤點致歉\n\n隨著事件在網路裡延燒，行政院要求說明。業者看著群眾說，賠償每人新台幣五百元。\n",
    "undecided": "公司就事件致歉\n\n公司董事長看著記者表示，對於事件造成的影響深感遺憾，將負起責任，並不推卸。\n",
    "mixed": "公司就事件致歉\n\n公司董事長钟国征先生看著記者表示，对於事件造成的影響深感遺憾，后来眾人也没有說什么。\n\n钟国征隨後離開會場，詳見 https://example.com/发布/後台 。\n",
    "strays": "公司就事件致歉\n\n主管機關應于三十日内完成覆核。公司并未違反規定，亦未隱瞞。并州的檢測范圍過大，產品标示有誤。\n",
    "old": "本館就事件致歉\n\n公司并未違反規定，亦未隱瞞任何事實，對於事件深感遺憾。\n",
    "mixed-simplified": "公司就事件致歉\n\n公司董事长今天說明了这次事件的经过，称隨著调查深入，将会继续公佈结果。\n\n皇后大道的居民对此并不满意。\n",
    "foreign": "小米公司就日本市场道歉\n\n小米公司今天在东京发布声明，向日本用户道歉。\n\nこのたびはご迷惑をおかけし、深くお詫び申し上げます。\n\n샤오미는 한국 고객에게도 사과했다.\n",
    "japanese": "このたびは弊社の製品についてご迷惑をおかけし、深くお詫び申し上げます。弊社は再発防止に努めてまいります。\n",
    "addresses": "小米公司发布声明\n\n详见 https://example.com/发布/后台 和 #小米后续说明# ，邮箱 pr@发布.cn，代码 `发布()`，@小米发布 回应了。\n",
    "lists": "Company apologises for outage\n\nThe company said on Monday that it was sorry for the outage, and thanked all.\n\nExecutive Directors 執行董事: John Slosar 史樂山 (Chairman 主席), Rupert Hogg 何杲, Gregory Hughes 許杰;\n\nMedia enquiries 傳媒查詢： Communications Department 企業傳訊部\n",
    "english": "Company apologises for outage\n\nThe company said on Monday that it was sorry for the outage.\n\n公司周一表示，对此次故障深表歉意，并将赔偿用户的损失。\n",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    root = copy_small(tmp_path_factory.mktemp("scripts") / "archive")
    for id, text in TEXTS.items():
        (root / "seeds" / f"{id}.txt").write_text(text, encoding="utf-8")
    return build(root)


def _langs(built, id):
    return [each.segment.lang for each in built.archive.sources[id].text]


def _text(built, id, lang):
    return "".join(each.rendition(lang).text for each in built.archive.sources[id].text)


def test_a_headline_and_a_statement_in_traditional_script_stand_in_a_simplified_text(built):
    assert _langs(built, "headline") == ["zh-Hant", "zh-Hans", "zh-Hant"]
    assert (
        _text(built, "headline", "zh-Hans")
        == "记者会后公司发表声明道歉小米公司今天发布声明，称记者余建国的报道与事实不符。以下是声明全文：我们对于这次事件深感遗憾，并将负起责任。"
    )


@pytest.mark.parametrize(("id", "lang"), [("hong-kong", "zh-Hant-HK"), ("taiwan", "zh-Hant-TW")])
def test_a_region_is_decided_by_its_characters_and_words_and_its_readers_see_the_text_as_it_is(
    built, id, lang
):
    assert set(_langs(built, id)) == {lang}
    assert _text(built, id, lang) == TEXTS[id].replace("\n", "")


def test_a_hong_kong_text_has_simplified_and_taiwan_forms(built):
    assert "卫生署发言人说，这里着火" in _text(built, "hong-kong", "zh-Hans")
    assert "衛生署發言人說，這裡著火" in _text(built, "hong-kong", "zh-Hant-TW")


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("業者在臉書致歉，衛生局將處新臺幣六萬元以上罰鍰。", "zh-Hant-TW"),
        ("網路行銷公司以簡訊通知，計程車司機不滿。", "zh-Hant-TW"),
        ("部落格與臉書的數位廣告下架。", "zh-Hant-TW"),
        ("港聞：佢哋話唔知呢件事。", "zh-Hant-HK"),
        ("而家啲客都唔信㗎。", "zh-Hant-HK"),
        ("本港服務質素下降，的士業界道歉。", "zh-Hant-HK"),
        ("立委在高雄與桃園要求行政院說明。", None),
        ("特首在九龍說，港元匯率穩定。", None),
        ("臉書上有人寫：佢哋唔啱嘅。", None),
        ("他說“唔好”，罰鍰以新臺幣計，在臉書公布。", None),
        ("業者在網路裡用簡訊以港元計價。", "zh-Hant-TW"),
        ("民國十九年，銀號擠兌，裏面擠滿了人。", None),
    ],
)
def test_words_tell_a_region_where_they_are_its_own_and_nothing_speaks_for_the_other(text, region):
    assert region_of(text) == region


def test_traditional_text_of_no_certain_region_is_read_in_exactly_its_own_characters(built):
    assert set(_langs(built, "undecided")) == {"zh-Hant"}
    assert (
        _text(built, "undecided", "zh-Hant-TW")
        == _text(built, "undecided", "zh-Hant-HK")
        == TEXTS["undecided"].replace("\n", "")
    )
    assert "看着记者表示" in _text(built, "undecided", "zh-Hans")
    assert "region undecided" in built.pages["sources/undecided.md"]


def test_a_character_of_the_other_script_is_converted_for_every_reader_and_nothing_else_is(built):
    assert set(_langs(built, "mixed")) == {"zh-Hant"}
    assert (
        _text(built, "mixed", "zh-Hant-TW")
        == _text(built, "mixed", "zh-Hant-HK").replace("看着", "看著")
        == (
            "公司就事件致歉公司董事長鍾國征先生看著記者表示，對於事件造成的影響深感遺憾，後來眾人也沒有說什麼。鍾國征隨後離開會場，詳見 https://example.com/发布/後台 。"
        )
    )
    assert _text(built, "mixed", "zh-Hans") == (
        "公司就事件致歉公司董事长钟国征先生看着记者表示，对于事件造成的影响深感遗憾，后来众人也没有说什么。钟国征随后离开会场，详见 https://example.com/发布/後台 。"
    )
    assert _text(built, "mixed-simplified", "zh-Hans").endswith(
        "今天说明了这次事件的经过，称随着调查深入，将会继续公布结果。皇后大道的居民对此并不满意。"
    )
    assert _text(built, "mixed-simplified", "zh-Hant-TW").startswith(
        "公司就事件致歉公司董事長今天說明了這次事件的經過，稱隨著調查深入，"
    )


def test_what_was_once_printed_so_is_converted_only_where_the_text_has_characters_of_the_other_script(
    built,
):
    assert _text(built, "strays", "zh-Hant-TW") == _text(built, "strays", "zh-Hant-HK")
    assert "內完成覆核。公司並未違反規定，亦未隱瞞。并州的檢測範圍過大，產品標示有誤。" in _text(
        built, "strays", "zh-Hant-TW"
    )
    assert _text(built, "old", "zh-Hant-TW") == TEXTS["old"].replace("\n", "")


def test_the_seed_of_a_mixed_text_stands_as_it_was_found(built):
    assert (
        "没有說什么" in built.pages["sources/mixed.md"]
        and "隨著调查" in built.pages["sources/mixed-simplified.md"]
    )


def test_a_line_in_both_languages_is_converted_with_its_chinese(built):
    assert _langs(built, "lists") == ["en", "en", "zh-Hant", "zh-Hant"]
    assert _text(built, "lists", "zh-Hans").endswith(
        "Executive Directors 执行董事: John Slosar 史乐山 (Chairman 主席), Rupert Hogg 何杲, Gregory Hughes 许杰;"
        "Media enquiries 传媒查询： Communications Department 企业传讯部"
    )


def test_a_text_of_one_region_has_no_old_forms_for_the_other(built):
    assert "衛生署" in _text(built, "hong-kong", "zh-Hant-TW")
    converter = Converter(())
    assert (
        converter.for_readers("眞相大白，衆人爲此顔面盡失", "zh-Hant-HK", "zh-Hant-TW")
        == "真相大白，眾人為此顏面盡失"
    )
    assert (
        converter.for_readers("眞相大白，舖位與鉅額賠償", "zh-Hant-TW", "zh-Hant-HK")
        == "真相大白，舖位與鉅額賠償"
    )
    assert (
        converter.for_readers("眞相大白，衞生署看着羣眾", "zh-Hant-HK", "zh-Hant-HK")
        == "眞相大白，衞生署看着羣眾"
    )


def _said_of_script(built, id):
    """What the head of a page without a translation says of its script, by the language of the view
    it is for.
    """
    line = re.search(r'<p class="cb-script">(.*)</p>', built.pages[f"sources/{id}.md"])
    return (
        {
            lang: re.search("The Chinese of this source was|Some of this source’s Chinese", words)[
                0
            ]
            if words
            else ""
            for lang, words in re.findall(
                r'<span(?: lang="([\w-]+)")?>((?:<span class="cb-l">.*?</span></span>)?)</span>',
                line[1].removeprefix('<span class="cb-alt">'),
            )
        }
        if line
        else {}
    )


def test_a_page_without_a_translation_says_in_which_views_its_script_was_converted(built):
    whole, part = "The Chinese of this source was", "Some of this source’s Chinese"
    assert _said_of_script(built, "taiwan") == {
        "zh-Hans": whole,
        "zh-Hant-TW": "",
        "zh-Hant-HK": whole,
    }
    assert _said_of_script(built, "undecided") == {
        "zh-Hans": whole,
        "zh-Hant-TW": "",
        "zh-Hant-HK": "",
    }
    assert _said_of_script(built, "mixed") == {
        "zh-Hans": whole,
        "zh-Hant-TW": part,
        "zh-Hant-HK": part,
    }
    assert _said_of_script(built, "headline") == {"": part}
    assert _said_of_script(built, "japanese") == {}
    assert "此來源的中文用另一種字形寫成" in built.pages["sources/taiwan.md"]


def test_japanese_and_korean_are_named_and_neither_converted_nor_read_in_pinyin(built):
    page = built.pages["sources/foreign.md"]
    assert _langs(built, "foreign") == ["zh-Hans", "zh-Hans", "ja", "ko"]
    for lang in ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK"):
        assert _text(built, "foreign", lang).endswith(
            "このたびはご迷惑をおかけし、深くお詫び申し上げます。샤오미는 한국 고객에게도 사과했다."
        )
    assert '<span lang="ja">このたびは' in page and '<span lang="ko">샤오미는' in page
    assert not re.search(r'data-pinyin="[^"]*[迷惑詫]', page)
    assert "Japanese" in page and "Korean" in page


def test_addresses_hashtags_handles_and_code_stay_as_they_are_written(built):
    assert _text(built, "addresses", "zh-Hant-TW").endswith(
        "詳見 https://example.com/发布/后台 和 #小米后续说明# ，郵箱 pr@发布.cn，代碼 `发布()`，@小米发布 回應了。"
    )


def test_what_stands_above_a_column_says_whether_it_was_converted(built):
    source, other, part = "is-source", "is-converted", "is-converted-partly"

    def labels(id):
        return source_labels(built.archive.sources[id].text, "zh")

    assert labels("hong-kong") == [
        ("zh-Hans", other),
        ("zh-Hant-TW", other),
        ("zh-Hant-HK", source),
    ]
    assert labels("undecided") == [
        ("zh-Hans", other),
        ("zh-Hant-TW", source),
        ("zh-Hant-HK", source),
    ]
    assert labels("foreign") == [("zh-Hans", source), ("zh-Hant-TW", part), ("zh-Hant-HK", part)]
    assert labels("headline") == [("", part)]


@pytest.mark.parametrize("id", TEXTS)
def test_no_chinese_japanese_or_korean_stands_under_another_language(built, id, tree):
    wrong = [
        words
        for lang, words in tree(built.pages[f"sources/{id}.md"])
        if (re.search("[\u4e00-\u9fff]", words) and lang == "en")
        or (re.search("[\u3041-\u3096]", words) and lang != "ja")
        or (re.search("[\uac00-\ud7a3]", words) and lang != "ko")
    ]
    assert wrong == []


@pytest.fixture
def tree():
    """A page's texts, each with the language that it stands under; a page is English unless it says
    otherwise.
    """

    def texts(page):
        langs = ["en"]
        for tag, words in re.findall(r"(<[^>]*>)|([^<]+)", page.split("---", 2)[2]):
            if tag.startswith("</"):
                langs.pop()
            elif tag and not tag.startswith(
                ("<!", "<input", "<br", "<img", "<hr", "<path", "<circle", "<line", "<rect")
            ):
                given = re.search(r'\slang="([^"]*)"', tag)
                langs.append(given[1] if given else langs[-1])
            elif words.strip():
                yield langs[-1], words

    return texts
