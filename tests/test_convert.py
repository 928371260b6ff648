"""Conversion between Chinese scripts, and which script a text is in. Texts are the seeds' own."""

import json
import pickle
import re
from collections import Counter
from itertools import permutations
from pathlib import Path

import pytest
from opencc import OpenCC

from build_tools.language.chinese.convert import _ROUTES, Converter, _as_long, localise
from build_tools.language.chinese.opencc_settings import Protected
from build_tools.language.chinese.script import EITHER, detect_script, has_place_in_gbk
from build_tools.language.chinese.variants import VARIANTS
from build_tools.model.rules import Corrections
from build_tools.readers.yaml_files import load
from tests.fetch_opencc_cases import CASES
from tests.opencc_tables import entries
from tests.texts import CHINESE, ENGLISH, RULES, SNIPPETS

CHINESE_LINES = (*CHINESE, *SNIPPETS)
SEED_LINES = (*CHINESE_LINES, *ENGLISH)
NAMES = (Protected("范佳来", "范佳來", "范佳來"), Protected("苏醒", "蘇醒", "蘇醒"))
CONFIG_ROUTES = {route[0]: between for between, route in _ROUTES.items() if len(route) == 1}
REGIONS = ("zh-Hant-TW", "zh-Hant-HK")
ODD_TEXTS = (
    "",
    "\n",
    "说\0明",
    "\0\0",
    "说\ud800明\udfff",
    "说\x01\x1b[0m\x7f\x85明",
    "小米👨‍👩‍👧‍👦发布🇹🇼",
    "说\u200b\u2028\ufeff\uffff明",
    "豈更車﨎",
    "说\U0010ffff𠀀𪚥明",
    "历\u0301史\ufe00",
    "网址 https://c.klqsh.com/news/view/346695?a=%E5%8F%91&b=1#top 回应",
    "发" * 300_000,
)


def _corrections():
    loaded, problems = load(RULES / "conversion.yml", "conversion.yml", Corrections)
    assert not problems
    return tuple(
        Protected(c.converted, c.zh_hant_tw, c.zh_hant_hk) for c in loaded.record.corrections
    )


CORRECTIONS = _corrections()


@pytest.fixture(scope="module")
def bare():
    return Converter(())


@pytest.fixture(scope="module")
def opencc_alone():
    return Converter((), alone=True)


@pytest.fixture(scope="module")
def converter():
    return Converter((*NAMES, *CORRECTIONS))


# OpenCC's own cases


def _published(name):
    if not (CASES / name).is_file():
        pytest.fail(
            f"{CASES / name} is missing: run `{Path('tests/fetch_opencc_cases.py')}` with Python once (it needs the network)",
            pytrace=False,
        )
    return (CASES / name).read_text(encoding="utf-8")


def _cases():
    """The published file is JSON but for commas before closing brackets."""
    return json.loads(re.sub(r",(\s*[]}])", r"\1", _published("testcases.json")))["cases"]


def test_the_published_cases_are_all_there():
    expected = Counter(config for case in _cases() for config in case["expected"])
    assert len(_cases()) == 243
    assert expected.total() == 556
    assert sum(expected[config] for config in CONFIG_ROUTES) == 231


@pytest.mark.parametrize("config", CONFIG_ROUTES)
@pytest.mark.parametrize("which", ["bare", "with_a_name"])
def test_opencc_cases_hold_with_and_without_protected_words(config, which, bare):
    converter = bare if which == "bare" else Converter(NAMES[:1])
    wrong = {
        case["input"]: converted
        for case in _cases()
        if config in case["expected"]
        and (converted := converter.convert(case["input"], *CONFIG_ROUTES[config]))
        != case["expected"][config]
    }
    assert not wrong


@pytest.mark.parametrize("config", ["s2tw", "s2hk"])
def test_opencc_long_text_holds_but_where_word_edges_mend_it(config, bare, opencc_alone):
    text, expected = (
        _published("golden/input/us_constitution_zhs.txt"),
        _published(f"golden/output/us_constitution_zhs.{config}.txt"),
    )
    assert opencc_alone.convert(text, *CONFIG_ROUTES[config]) == expected
    by_words = bare.convert(text, *CONFIG_ROUTES[config])
    assert [
        by_words[at - 2 : at + 3] for at in range(len(text)) if by_words[at] != expected[at]
    ] == [
        "之一出席議",
        "進行複議。",
        "進行複議，",
        "認為准予進",
        "分合併組成",
        "意後制定。",
        "治·里德\n",
    ]


def test_traditional_text_of_no_known_region_is_simplified_as_the_region_that_knows_better_would(
    bare,
):
    wrong = {
        case["input"]: converted
        for case in _cases()
        if "tw2s" in case["expected"]
        and (converted := bare.convert(case["input"], "zh-Hant", "zh-Hans"))
        != case["expected"]["tw2s"]
    }
    assert not wrong
    assert (
        bare.convert("隨著、看著、意味著，著名的著作顯著", "zh-Hant", "zh-Hans")
        == "随着、看着、意味着，著名的著作显著"
    )
    assert bare.convert("衞生署説這裏着火", "zh-Hant", "zh-Hans") == "卫生署说这里着火"


@pytest.mark.parametrize(
    ("text", "hans"),
    [
        ("落機嗰陣", "落机嗰阵"),
        ("噚日話過", "噚日话过"),
        ("住劏房嘅人", "住劏房嘅人"),
        ("赤鱲角機場", "赤鱲角机场"),
        ("孻女講嘢", "孻女讲嘢"),
        ("羅傑燀過", "罗杰燀过"),
        ("寠屋與廣場", "寠屋与广场"),
        ("鸊鷉與鳾", "䴙䴘与䴓"),
        ("紬布", "䌷布"),
    ],
)
def test_a_character_keeps_its_form_where_hardly_any_font_has_the_other(bare, text, hans):
    assert [
        bare.convert(text, written, "zh-Hans")
        for written in ("zh-Hant", "zh-Hant-TW", "zh-Hant-HK")
    ] == [hans] * 3
    assert bare.for_readers(text, "zh-Hant-HK", "zh-Hans") == hans


@pytest.mark.parametrize("route", _ROUTES, ids="-".join)
def test_no_conversion_makes_a_character_that_gbk_has_no_place_for(bare, route):
    each = [
        char
        for char in map(
            chr, (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000), *range(0x20000, 0x20100))
        )
        if char != "\n"
    ]
    made = bare.convert("\n".join(each), *route).split("\n")
    assert not [
        old + new
        for old, new in zip(each, made, strict=True)
        if old != new and not has_place_in_gbk(new)
    ]


# Protected words


@pytest.mark.parametrize(
    ("hans", "tw", "hk"),
    [
        ("澎湃新闻记者 范佳来", "澎湃新聞記者 范佳來", "澎湃新聞記者 范佳來"),
        (
            "《快乐男声》背后的秘密:苏醒为何被雪藏",
            "《快樂男聲》背後的秘密:蘇醒為何被雪藏",
            "《快樂男聲》背後的秘密:蘇醒為何被雪藏",
        ),
        (
            "浙江网经社信息科技公司拥有18年历史",
            "浙江網經社信息科技公司擁有18年歷史",
            "浙江網經社信息科技公司擁有18年歷史",
        ),
        (
            "网传小米要和一位叫“万能的大熊”的博主签年度合作,消息一出来,米粉直接炸了锅",
            "網傳小米要和一位叫“萬能的大熊”的博主簽年度合作,消息一出來,米粉直接炸了鍋",
            "網傳小米要和一位叫“萬能的大熊”的博主簽年度合作,消息一出來,米粉直接炸了鍋",
        ),
        (
            "消息一出,雷军和徐洁云的评论区瞬间沦陷",
            "消息一出,雷軍和徐潔雲的評論區瞬間淪陷",
            "消息一出,雷軍和徐潔雲的評論區瞬間淪陷",
        ),
        (
            "绝对不能容忍任何诋毁诅咒车主的KOL",
            "絕對不能容忍任何詆毀詛咒車主的KOL",
            "絕對不能容忍任何詆毀詛咒車主的KOL",
        ),
        ("徐洁云在社交平台发文致歉", "徐潔雲在社交平台發文致歉", "徐潔雲在社交平台發文致歉"),
        ("网友:支持零容忍", "網友:支持零容忍", "網友:支持零容忍"),
        ("频频亮相发布会", "頻頻亮相發佈會", "頻頻亮相發佈會"),
        ("复盘,后台", "復盤,後台", "復盤,後台"),
    ],
)
def test_the_seeds_words_come_out_right_and_go_back(converter, hans, tw, hk):
    assert converter.convert(hans, "zh-Hans", "zh-Hant-TW") == tw
    assert converter.convert(hans, "zh-Hans", "zh-Hant-HK") == hk
    assert converter.convert(tw, "zh-Hant-TW", "zh-Hans") == hans
    assert converter.convert(hk, "zh-Hant-HK", "zh-Hans") == hans
    assert converter.convert(tw, "zh-Hant", "zh-Hans") == hans


def test_protection_changes_nothing_else_in_the_seeds(converter, opencc_alone):
    allowed = {
        "範→范",
        "甦→蘇",
        "曆→歷",
        "籤→簽",
        "齣→出",
        "譭→毀",
        "臺→台",
        "瞭→了",
        "系→係",
        "布→佈",
        "賬→帳",
        "卷→捲",
        "啓→啟",
        "粘→黏",
    }
    for target in REGIONS:
        for line in SEED_LINES:
            pairs = zip(
                opencc_alone.convert(line, "zh-Hans", target),
                converter.convert(line, "zh-Hans", target),
                strict=True,
            )
            assert {f"{was}→{now}" for was, now in pairs if was != now} <= allowed, line


@pytest.mark.parametrize("word", CORRECTIONS, ids=lambda word: word.hans)
def test_each_correction_is_needed_and_keeps_its_neighbours(word, opencc_alone, converter):
    alone = [opencc_alone.convert(word.hans, "zh-Hans", target) for target in REGIONS]
    assert alone != [word.tw, word.hk]
    for target, form in zip(REGIONS, (word.tw, word.hk), strict=True):
        assert converter.convert(f"据了解,{word.hans},回应", "zh-Hans", target)[4:-3] == form


@pytest.mark.parametrize(
    ("hans", "tw"),
    [
        ("抽签年度大会", "抽籤年度大會"),
        ("标签年度报告", "標籤年度報告"),
        ("一出好戏", "一齣好戲"),
        ("2026年历", "2026年曆"),
        ("关系伪造成风", "關係偽造成風"),
        ("数据体系谣言", "數據體系謠言"),
        ("这么卷起来", "這麼捲起來"),
        ("技术开发布局", "技術開發佈局"),
        ("强台风登陆", "強颱風登陸"),
        ("今后台风增多", "今後颱風增多"),
        ("政策出台风险", "政策出台風險"),
    ],
)
def test_corrections_leave_other_words_alone(converter, hans, tw):
    assert converter.convert(hans, "zh-Hans", "zh-Hant-TW") == tw


def test_of_words_hidden_in_one_another_the_longest_wins():
    short = Protected("苏醒", "蘇醒", "蘇醒")
    long = Protected("苏醒之路", "甦醒之路", "甦醒之路")
    both = Converter((short, long))
    assert both.convert("苏醒谈《苏醒之路》", "zh-Hans", "zh-Hant-TW") == "蘇醒談《甦醒之路》"
    assert both.convert("蘇醒談《甦醒之路》", "zh-Hant-TW", "zh-Hans") == "苏醒谈《苏醒之路》"
    assert both.convert("他苏醒过来", "zh-Hans", "zh-Hant-TW") == "他甦醒過來", (
        "OpenCC's own phrase is longer"
    )


def test_a_protected_character_has_its_form_within_opencc_s_phrases_too():
    form = Converter((Protected("台", "台", "台"), Protected("启", "啟", "啟")))
    for target in REGIONS:
        assert form.convert("在台湾，启用后台", "zh-Hans", target) == "在台灣，啟用後台"
        assert form.convert("台湾大学到台湾日常", "zh-Hans", target) == "台灣大學到台灣日常"
    assert form.convert("台风中的柜台与台灯", "zh-Hans", "zh-Hant-TW") == "颱風中的櫃檯與檯燈", (
        "other words"
    )
    account = Converter((Protected("账", "帳", "賬"),))
    assert account.convert("转账后的帐篷", "zh-Hans", "zh-Hant-TW") == "轉帳後的帳篷"
    assert account.convert("轉帳後的帳篷", "zh-Hant-TW", "zh-Hans") == "转帐后的帐篷", (
        "OpenCC's way back: 帳 may be a tent"
    )
    assert (
        form.convert("在台灣，啟用後台，台曆", "zh-Hant-TW", "zh-Hans") == "在台湾，启用后台，台历"
    )


def test_a_protected_word_may_hold_spaces_and_quotation_marks():
    odd = Protected('苏醒 "范" 乐队', '蘇醒 "范" 樂隊', '蘇醒 "范" 樂隊')
    assert (
        Converter((odd,)).convert(f"听{odd.hans}演出", "zh-Hans", "zh-Hant-TW") == f"聽{odd.tw}演出"
    )


def test_a_protected_word_may_differ_between_taiwan_and_hong_kong():
    word = Protected("蔡群", "蔡羣", "蔡群")
    converter = Converter((word,))
    assert converter.convert("记者蔡群", "zh-Hans", "zh-Hant-TW") == "記者蔡羣"
    assert converter.convert("记者蔡群", "zh-Hans", "zh-Hant-HK") == "記者蔡群"
    assert {converter.convert(form, "zh-Hant", "zh-Hans") for form in ("蔡羣", "蔡群")} == {"蔡群"}


def test_a_protected_word_must_keep_its_length():
    with pytest.raises(ValueError, match="谷歌"):
        Converter((Protected("谷歌", "Google", "谷歌"),))
    with pytest.raises(ValueError):
        Converter((Protected("", "", ""),))


def test_the_same_word_twice_is_one_and_a_contradiction_is_an_error():
    Converter((NAMES[0], NAMES[0]))
    with pytest.raises(ValueError, match="范佳来"):
        Converter((NAMES[0], Protected("范佳来", "範佳來", "范佳來")))
    with pytest.raises(ValueError, match="范佳來"):
        Converter((NAMES[0], Protected("範佳来", "范佳來", "范佳來")))


# Any text, any route


@pytest.mark.parametrize("target", REGIONS)
def test_each_line_of_the_seeds_comes_back_exactly(target, bare, converter):
    for line in SEED_LINES:
        for through in (bare, converter):
            assert (
                through.convert(through.convert(line, "zh-Hans", target), target, "zh-Hans") == line
            )


@pytest.mark.parametrize(("source", "target"), _ROUTES)
def test_each_route_keeps_lengths_and_survives_any_text(source, target, converter):
    for text in (*SEED_LINES, *ODD_TEXTS):
        assert len(converter.convert(text, source, target)) == len(text)
    for text in ODD_TEXTS:
        ascii_places = [n for n, char in enumerate(text) if char.isascii()]
        converted = converter.convert(text, source, target)
        assert [converted[n] for n in ascii_places] == [text[n] for n in ascii_places]


def test_nul_and_lone_surrogates_stay_and_the_rest_is_converted(converter):
    assert converter.convert("说\0历史\ud800发布", "zh-Hans", "zh-Hant-TW") == "說\0歷史\ud800發佈"


@pytest.mark.parametrize("config", CONFIG_ROUTES)
def test_each_character_keeps_its_place(config, bare):
    everything = "\n".join(chr(point) for point in (*range(0x80, 0xD800), *range(0xE000, 0x32400)))
    converted = bare.convert(everything, *CONFIG_ROUTES[config])
    assert all(now == "\n" for now in converted[1::2])


def test_a_changed_length_is_an_error_that_shows_the_text():
    with pytest.raises(RuntimeError, match=r"s2twp.*公共汽车.*公車"):
        _as_long("公車", "公共汽车", "s2twp")


def test_traditional_text_stays_as_it_is(converter):
    for region in REGIONS:
        assert converter.convert("這一齣戲的說明,平臺", region, region) == "這一齣戲的說明,平臺"
        assert converter.convert("產品說明", "zh-Hant", region).endswith(("說明", "説明"))
    assert converter.convert("產品說明", "zh-Hant", "zh-Hans") == "产品说明"


def test_taiwan_and_hong_kong_forms_go_over_into_each_other(converter):
    assert converter.convert("事件裡的說明", "zh-Hant-TW", "zh-Hant-HK") == "事件裏的説明"
    assert converter.convert("事件裏的説明", "zh-Hant-HK", "zh-Hant-TW") == "事件裡的說明"


def test_variants_of_older_prints_become_what_is_printed_and_names_keep_theirs(converter):
    for source in ("zh-Hant", *REGIONS):
        assert (
            converter.convert("目覩此事，徧訪隣居，喫飯悞事，燐火", source, "zh-Hans")
            == "目睹此事，遍访邻居，吃饭误事，磷火"
        )
        assert (
            Converter([Protected("王燐", "王燐", "王燐")]).convert(
                "王燐與姪女、大砲", source, "zh-Hans"
            )
            == "王燐与侄女、大炮"
        )
        assert (
            converter.convert("工人尙未滿意，大報刋登，賢逹硏究，偸換竒貨", source, "zh-Hans")
            == "工人尚未满意，大报刊登，贤达研究，偷换奇货"
        )
    assert (
        converter.for_readers("工人尙未滿意，大報刋登，賢逹指敎", "zh-Hant-HK", "zh-Hant-TW")
        == "工人尚未滿意，大報刊登，賢達指教"
    )
    assert converter.convert("屋邨和昇平", "zh-Hant-HK", "zh-Hans")[:2] == "屋邨"
    assert (
        converter.for_readers("目覩此事，喫飯悞事", "zh-Hant-HK", "zh-Hant-TW")
        == "目睹此事，吃飯誤事"
    )
    assert all(
        len(pair) == 2 and VARIANTS[pair[0]] not in VARIANTS
        for pair in map("".join, VARIANTS.items())
    )


def test_there_is_a_route_between_all_renditions_and_none_else(converter):
    assert set(permutations(("zh-Hans", *REGIONS), 2)) <= set(_ROUTES)
    for source, target in (("zh-Hans", "zh-Hant"), ("en", "zh-Hans"), ("zh-Hans", "en")):
        with pytest.raises(ValueError, match=f"{source} to {target}"):
            converter.convert("小米", source, target)


# In several processes


def _convert_in_a_process(converter):
    return converter.convert("记者 范佳来", "zh-Hans", "zh-Hant-TW"), converter.convert(
        "記者 范佳來", "zh-Hant", "zh-Hans"
    )


def test_a_converter_in_use_can_be_sent_to_a_worker(converter):
    assert _convert_in_a_process(pickle.loads(pickle.dumps(converter))) == _convert_in_a_process(
        converter
    )


# Regional words of our own prose


def test_prose_gets_the_regions_words_and_names_stay_whole():
    words = {"網絡": "網路", "社交媒體": "社群媒體", "社交": "社群", "評論區": "留言區"}
    assert localise("社交媒體的評論區、社交網絡", words) == "社群媒體的留言區、社群網路"
    assert (
        localise("比亞迪網絡舉報中心與網絡輿情", words, names=["比亞迪網絡舉報中心"])
        == "比亞迪網絡舉報中心與網路輿情"
    )
    assert localise("社交", words, names=["社交"]) == "社交"
    assert localise("網絡", {}) == "網絡"
    assert localise("", words) == ""


# Which script


def test_long_chinese_lines_and_their_conversions_are_told_apart(bare):
    for line in CHINESE_LINES:
        if len(line) >= 12:
            assert detect_script(line) == "zh-Hans", line
            for target in REGIONS:
                assert detect_script(bare.convert(line, "zh-Hans", target)) == "zh-Hant", line


def test_no_line_is_taken_for_the_other_script(bare):
    for line in CHINESE_LINES:
        assert detect_script(line) != "zh-Hant"
        assert "zh-Hans" not in {
            detect_script(bare.convert(line, "zh-Hans", target)) for target in REGIONS
        }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "小米公司",
        "秘密人群",
        "用户平台",
        "皇后公里",
        "BYD and Xiaomi",
        "\0\ud800",
        "雷军與雷軍与",
    ],
)
def test_ambiguous_text_is_left_undecided(text):
    assert detect_script(text) is None


def test_a_quoted_name_in_the_other_script_is_no_doubt():
    assert (
        detect_script("徐洁云在回应中称“经大家提醒，经过查证”才终止合作，并谈到台湾品牌“華碩”")
        == "zh-Hans"
    )


def test_a_simplified_text_is_told_and_an_english_one_has_no_script():
    assert [detect_script("\n".join(text)) for text in (CHINESE, SNIPPETS, ENGLISH)] == [
        "zh-Hans",
        "zh-Hans",
        None,
    ]


def test_the_characters_of_both_scripts_are_those_of_the_installed_tables(tmp_path):
    found = set()
    for table in ("STCharacters", "TSCharacters"):
        config = OpenCC("s2t" if table == "STCharacters" else "t2s")
        found |= {
            char
            for char, forms in entries(table, tmp_path)
            if char in forms[1:] and config.convert(char) != char
        }
    assert {char for char in found if "\u3400" <= char < "\ua000"} == set(EITHER)


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("向消费者道歉，并表示今后改正", "向消費者道歉，並表示今後改正"),
        ("双方并表态支持", "雙方並表態支持"),
        ("涉事员工系外包人员", "涉事員工係外包人員"),
        ("，系媒体自行表述", "，係媒體自行表述"),
        ("中文系主任说", "中文系主任說"),
        ("他系上安全带", "他繫上安全帶"),
        ("小米系公司", "小米系公司"),
        ("在案咨覆，此咨呈", "在案咨覆，此咨呈"),
        ("请拨打咨询电话", "請撥打諮詢電話"),
    ],
)
def test_what_denials_and_old_papers_say_is_written_by_its_sense(bare, simplified, traditional):
    assert bare.convert(simplified, "zh-Hans", "zh-Hant-TW") == traditional
