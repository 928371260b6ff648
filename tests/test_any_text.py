"""What fresh eyes found false or lost in texts that nobody had seen, by kind."""

from datetime import date

import pytest

from build_tools.annotators.dates.anchor import Anchor
from build_tools.annotators.dates.datelines import anchor_in
from build_tools.annotators.dates.in_segment import dates
from build_tools.annotators.dates.mails import mails
from build_tools.language.chinese.convert import Converter
from build_tools.language.chinese.pinyin import syllables
from build_tools.language.chinese.surnames import full_names, surnames
from build_tools.model.dates import Date
from build_tools.model.rules import DebrisRule
from build_tools.stages.emend import restore_width
from build_tools.stages.segmenting.sentences import sentences
from tests.sentences.measure import cleaned

SIGNS = DebrisRule(
    id="signs",
    kind="sign",
    where="line",
    pattern=r"^\s*-+\s*$",
    reason={"en": "Signs", "zh-Hans": "符号"},
    example="---",
)


def marked(text: str) -> list[str]:
    return [f"{text[m.start : m.end]} = {m.target}" for m in dates(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Monday the nineteenth of October, 1987.", ["nineteenth of October, 1987 = 1987-10-19"]),
        ("This 3rd day of March, 1904, we met.", ["3rd day of March, 1904 = 1904-03-03"]),
        ("On May the twenty-first, 1912, he", ["May the twenty-first, 1912 = 1912-05-21"]),
        ("In May the first reports came.", []),
        ("She began in the autumn of 1978.", ["autumn of 1978 = 1978-23"]),
        ("1988年秋天，公司改名。", ["1988年秋天 = 1988-23"]),
        ("沈鹤年（约1871年—1937年？）为其孙", ["1871年—1937年？ = 1871~/1937?"]),
        ("Was it in 1937?", ["in 1937 = 1937"]),
    ],
)
def test_a_date_says_no_less_and_no_more_than_its_words(text, found):
    assert [each.removeprefix("in ") for each in marked(text)] == [
        each.removeprefix("in ") for each in found
    ]


def test_a_day_of_the_sun_that_is_not_the_day_of_the_moon_beside_it_is_in_doubt():
    (mark,) = dates("甬江公所于光绪三十二年闰四月初十（1906年5月3日）集议")
    assert str(mark.target) == "1906-05-03?"
    assert "闰四月初十" in mark.reason.en
    assert marked("光绪三十一年七月初三（1905年8月3日）刊出") == ["1905年8月3日 = 1905-08-03"]
    assert marked("光绪二十九年闰五月初三（1903年6月27日）集议") == ["1903年6月27日 = 1903-06-27"]
    assert marked("2023年9月29日（农历八月十五）停航") == ["2023年9月29日 = 2023-09-29"]


OLD_PAPER = """COMPANY OWNS UP
TO THE TOWN.
-------
Mayor and Manager Meet in the
Market Hall.
-------
BOOK OF REPAIRS IS SHOWN
TO ALL COMERS.
-------
"No Secrets," the New Manager
Says of It.

The company, which never before had spoken to a newspaper, showed its
book of repairs yesterday to whoever wished to see it.
"""


def blocks(text: str) -> list[tuple[int, str]]:
    """The blocks of a text, each with its level, as the program alone finds them."""
    found = cleaned(text, (SIGNS,))
    return [(b.level, " ".join(found.seed.text[b.start : b.end].split())) for b in found.blocks]


def test_each_part_of_an_old_headline_is_one_whatever_lines_it_is_set_in():
    assert [words for _, words in blocks(OLD_PAPER)[:4]] == [
        "COMPANY OWNS UP TO THE TOWN.",
        "Mayor and Manager Meet in the Market Hall.",
        "BOOK OF REPAIRS IS SHOWN TO ALL COMERS.",
        '"No Secrets," the New Manager Says of It.',
    ]
    assert blocks(OLD_PAPER)[0][0] == 1


@pytest.mark.parametrize(
    ("over", "title"),
    [
        ("[Read this newsletter online]\n\n", "Bakery says sorry for its raisin buns"),
        ("[Machine translation - original text]\n\n", "Bakery says sorry for its raisin buns"),
        ("THE REGRET HOUR\nEpisode 12 · 48 min\n\n", "Bakery says sorry for its raisin buns"),
        (
            "Papers of the Valley: a Digital Collection\nHome | Search | Browse | About the papers\n\n",
            "Bakery says sorry for its raisin buns",
        ),
        ("Holt Foods plc          Annual Report 2019\n\n", "Bakery says sorry for its raisin buns"),
        ("THE BAKERY HOUR\n", "Episode 12: Raisin buns and regret"),
        (
            "Home/Food/Bakery says sorry for its raisin buns\n",
            "Bakery says sorry for its raisin buns",
        ),
        ("\n\n", "BAKERY IN LEEDS SAYS\nIT IS SORRY."),
    ],
)
def test_what_a_site_series_or_program_is_called_is_not_the_title(over, title):
    text = f"{over}{title}\n\nThe bakery in Leeds recalled all its raisin buns on Monday. Nobody was hurt.\n"
    assert [words for level, words in blocks(text) if level == 1] == [" ".join(title.split())]


def test_what_a_press_office_set_in_two_lines_is_one_headline_or_item():
    text = "新闻稿\n\n恒渡轮胎召回一批冬季胎\n并就此前表述向车主致歉\n\n恒渡轮胎今天宣布召回一批冬季轮胎，并道歉。安排如下：\n（1）2016年11月间已自费更换的车主，凭发票全额\n     报销；\n（2）其余车主免费更换。\n"
    assert [words for _, words in blocks(text)] == [
        "新闻稿",
        "恒渡轮胎召回一批冬季胎 并就此前表述向车主致歉",
        "恒渡轮胎今天宣布召回一批冬季轮胎，并道歉。安排如下：",
        "2016年11月间已自费更换的车主，凭发票全额 报销；",
        "其余车主免费更换。",
    ]


def test_the_issuer_of_a_statement_that_has_no_headline_is_named_with_it():
    text = "MERRIDEN WATER\nSTATEMENT\n\n6 August 2019\n\nThe main in Harrow Lane burst at 3.20 this morning.\n"
    assert blocks(text)[0] == (1, "MERRIDEN WATER STATEMENT")
    headed = text.replace("6 August 2019", "Main bursts in Harrow Lane")
    assert (1, "Main bursts in Harrow Lane") in blocks(headed)


@pytest.mark.parametrize(
    "text",
    [
        "The lift that stopped\n\n[00:10] ANA HOLT: The lift stopped. It stopped twice.\n\n[00:20] BO LUND: It was broken\n\n[00:26] ANA HOLT: So it was. We walked.\n",
        "The lift that stopped\n\nThe lift stopped, and I wrote to the firm.\nIt never answered.\nDave\n----\nNothing is ever finished. Not even this.\n",
        "Loft plc\n\nLoft plc is a firm of lifts.\n\nHistory[edit]\n\nIt was founded in 1908.\n\nThe lift[edit]\n\nA poster of the nineteen-twenties\n\nThe lift was drawn by hand. It is kept.\n\nLater[edit]\n\nIt closed in 1954.\n",
        "The lift that stopped\n\nThe lift stopped. We are sorry for that.\n\nRoland Loft\nManaging Director\n\nNotes to editors\n\nThe lift was built in 1961. It is old.\n",
    ],
)
def test_a_turn_a_signature_and_a_caption_head_nothing(text):
    wrong = {
        "[00:20] BO LUND: It was broken",
        "Dave",
        "A poster of the nineteen-twenties",
        "Managing Director",
    }
    assert not wrong & {words for level, words in blocks(text) if level}


def test_a_running_head_and_its_page_numbers_are_no_text():
    head, foot = "Holt Foods plc          Annual Report 2019", "{}          holtfoods.example"
    page = "The board met in March and heard what the customers had to say of\nthe recall; all of it is complete as I write,"
    text = "\n\n".join(
        [
            head,
            "A LETTER FROM THE CHAIR",
            page,
            foot.format(4),
            head,
            page,
            foot.format(5),
            head,
            "and nothing more.",
        ]
    )
    assert not any("holtfoods" in words or "Annual" in words for _, words in blocks(text))
    assert blocks(text)[0] == (1, "A LETTER FROM THE CHAIR")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("院长何文远率部下致歉", "shuài"),
        ("通过率主管部门公布", "lǜ"),
        ("失业率干部会", "lǜ"),
    ],
)
def test_who_leads_others_is_no_rate(text, read):
    assert dict(syllables(text))["率"] == read


def test_names_that_a_byline_or_an_office_tells_are_names_everywhere():
    told = full_names(
        ["原创 老党 品牌夜谈 2021-03-04 08:10", "首席执行官", "解文博", "老党也认错。"]
    )
    assert told == {"老党", "解文博"}
    assert surnames("老党也认错。", persons=told) == {1: 2}
    assert surnames("老党员也认错。", persons=told) == {}


def test_a_name_in_traditional_script_stays_for_taiwan():
    converter = Converter(())
    assert converter.convert("議員馮家樑說", "zh-Hant-HK", "zh-Hant-TW") == "議員馮家樑說"
    assert converter.convert("橋樑與何棟樑", "zh-Hant-HK", "zh-Hant-TW") == "橋梁與何棟樑"
    assert converter.convert("何棟梁", "zh-Hant-TW", "zh-Hant-HK") == "何棟梁"


def test_a_traditional_text_keeps_the_forms_of_its_names_and_takes_the_readers_form_of_a_stray():
    converter = Converter(())
    for region in ("zh-Hant-TW", "zh-Hant-HK"):
        for written in ("zh-Hant", region):
            assert converter.for_readers("曾志恒先生說", written, region) == "曾志恒先生說"
    assert converter.for_readers("吸烟區", "zh-Hant", "zh-Hant-HK") == "吸煙區"
    assert converter.for_readers("兩案一并審理，並公佈", "zh-Hant", "zh-Hant-HK") == (
        "兩案一併審理，並公佈"
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "THE DALE COURIER, TUESDAY, MAY 4, 1909.          5\n\nThe Courier is glad of it. A courier came.",
            "1909-05-04",
        ),
        (
            "To our members\n\nWe owe you an answer. It is given here.\n\nYours faithfully,\n\nIsla Reid\nChair\n9 June 2018\n\nNotice of a meeting is on page 8.\nIt is on Friday.\nAll may come.\nTea is served.\nBring a cup.",
            "2018-06-09",
        ),
        ("關於事故的聲明\n本公司就此致歉。\n行政總裁\n陳大文\n2020年6月12日　香港", "2020-06-12"),
        ("標題[心得] 道歉\n時間Sat Jun 21 22:13:05 2014\n我寫了十一版。", "2014-06-21"),
    ],
)
def test_a_text_is_of_the_day_that_its_head_or_signature_gives(text, day):
    assert anchor_in(text).day.isoformat() == day


def test_a_span_that_would_end_long_after_the_text_is_left_open():
    june = Anchor(day=date(2018, 6, 14), is_written=True)
    (mark,) = dates("Between May and November an inquiry took evidence.", june)
    assert str(mark.target) == "XXXX-05/XXXX-11"


def test_an_answer_between_quoted_lines_ends_no_mail():
    thread = "From: A\nSent: 15 May 2019 07:48\n\nHello.\n\nOn Tue, 14 May 2019 at 22:15, B Hill wrote:\n> One?\n\nYes.\n\n> I promised it yesterday.\n"
    places = {anchor.day.day: place for place, anchor in mails(thread)}
    assert places[14] == thread.index("> I promised")


def test_what_a_board_quotes_is_no_heading_and_a_readers_word_is_one_sentence():
    post = "我寫了三版。\n\n※ 引述《abc》之銘言：\n: 求問聲明稿格式\n: 可是我找不到\n\n那篇我有存。\n推 qq12: 推！我也是      06/21 22:20"
    found = cleaned(post, ())
    assert not any(block.level for block in found.blocks)
    said = "推 qq12: 推！我也是      06/21 22:20"
    assert [said[a:b] for a, b, _, _ in sentences(said, True)] == [said]


def test_signs_that_a_writer_set_narrow_stay_narrow():
    assert restore_width("※ 發信站: 實業坊")[0] == "※ 發信站: 實業坊"
    assert restore_width("公司道歉,并退款")[0] == "公司道歉，并退款"


def test_a_day_whose_weekday_is_another_is_in_doubt_and_says_why():
    marks = {
        m.target: m
        for m in dates("公告定于2016年6月5日，星期五发布。上次是2016年5月6日（星期五）。")
    }
    assert sorted(map(str, marks)) == ["2016-05-06", "2016-06-05?"]
    assert "is a Sunday" in marks[Date("2016-06-05?")].reason.en


def test_a_day_of_two_years_is_left_to_its_editor():
    assert dates("On 11 February 1731/32 he wrote; so he did on 18 Feb. 1731[/2].") == ()


@pytest.mark.parametrize(
    "head",
    [
        "康健坊致歉\n2020.02.11（二）15:32",
        "康健坊致歉\n2020年2月11日 週二",
        "康健坊致歉\n2020/02/11 週二 下午 3:20",
        "熊的眼睛\n2020 年 2 月 11 日，星期二，格林威治标准时间 06:30",
        "恒渡召回一批冬季胎\n（浙江台州，2020年2月11日）恒渡今天宣布召回。",
        "Hengdu recalls its tyres\n(Hong Kong, 11 February 2020) Hengdu says it is sorry.",
        "Hengdu recalls its tyres\nTue 11 Feb 2020 10.00 GMT",
        "The humbug seller\nPosted on February 11, 2020 by Ana Holt\n\nHe sold them all. Nobody knew.\n\nUPDATE, Feb. 14: some have written.\n\nBram says:\nFebruary 12, 2020 at 9:14 pm\nLovely piece.",
    ],
)
def test_the_day_at_the_head_is_found_however_a_site_writes_it(head):
    found = anchor_in(head + "\n\n公司说，将全部退款，并向用户道歉。\n")
    assert found and found.day == date(2020, 2, 11)
