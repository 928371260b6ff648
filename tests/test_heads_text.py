"""A heading heads text and looks like the others; what a page prints over its text, and what stands
under nothing, is none.
"""

import pytest

from build_tools.model.problem import Place
from build_tools.model.record import Bilingual
from build_tools.model.source import Hidden, SourceRecord
from build_tools.model.text import Seed
from build_tools.stages.cleaning.clean import clean
from tests.sentences.measure import cleaned

STORY = """The ferry company apologised on Monday to the passengers of the ferry Pelican, which ran upon the harbour wall.

Its chairman said that the ferry had been too fast, and that passengers who were hurt would be paid."""
NEWS = "渡輪公司昨日就海鷗號撞堤一事向乘客致歉，主席承認渡輪超速。\n\n公司會向受傷的乘客賠償，並請獨立人士調查渡輪撞堤的原因。"
REASON = Bilingual(**{"en": "Button of the website", "zh-Hans": "网站的按钮"})
PLAIN = "晨光超市昨天道歉。\n\n顾客说，道歉来得太晚，也没有说清楚原因。"


def headings(text: str) -> list[tuple[int, str]]:
    return [
        (b.level, text[b.start : b.end]) for b in cleaned(text, ()).blocks if b.kind == "heading"
    ]


def below(text: str) -> list[str]:
    return [words for level, words in headings(f"晨光超市道歉\n\n{PLAIN}\n\n{text}") if level > 1]


@pytest.mark.parametrize(
    "line",
    [
        "~7 i; Y* V% b5 w  v9 A",
        "1 r$ C2 y7 @0 _& L+ N# l8 I",
        "x @ 9 # k ; Q ! 3 m",
        "點擊圖集放大▼▼▼",
        "下載本報App →",
        "上滑查看更多︾",
    ],
)
def test_a_line_without_a_word_and_one_that_ends_in_a_sign_is_no_heading(line):
    assert below(f"{line}\n\n{PLAIN}") == []


@pytest.mark.parametrize(
    "text",
    [
        "END\n\n参考资料：\n\n1、晨光晚报\n\n2、海湾日报",
        "Media\nDana Whitfield\n(612) 555-0177\n\nInvestors\nICR, Inc.\nPeter Lund, 203-555-0164",
        "Press office\n\nHarper & Lowe\n\nSimon Reid, 020 7946 0000",
        "大家都去别家买得了\n道歉有用的话要质检干什么\n我们这边的分店上个月就下架了,总部这个月才说,一样的钱,两样的命",
        "使用道具 举报\n\n大漠孤烟\n\n12 朵鲜花",
        "Mike Cilento\n--------------------------------\n\n晨光超市还没有回答。",
    ],
)
def test_a_line_over_no_sentences_is_no_heading(text):
    assert below(text) == []


@pytest.mark.parametrize(
    "between",
    [
        "Investigation finds that data of customers was seen\n\nCompany to close two of its shops",
        "讀新聞",
        "全文共2318字，阅读大约需要6分钟",
        "阿秋",
        "Listen to this story",
        "圖輯",
    ],
)
def test_between_the_headline_and_the_text_stands_no_heading(between):
    assert headings(
        f"Ferry company apologises to its passengers\n{between}\n{STORY}\n\nWhat passengers are paid\n\n{STORY}"
    ) == [(1, "Ferry company apologises to its passengers"), (2, "What passengers are paid")]


def test_the_first_heading_right_under_the_headline_is_one_where_it_looks_like_the_others():
    text = f"Statement on the ferry Pelican\n\nWhat Happened\n\n{STORY}\n\nWhat We Are Doing Now\n\n{STORY}"
    assert [words for _, words in headings(text)] == [
        "Statement on the ferry Pelican",
        "What Happened",
        "What We Are Doing Now",
    ]


@pytest.mark.parametrize(
    "numbers",
    [
        ("一、", "二、", "三、"),
        ("案例一：", "案例二：", "案例三："),
        ("Case 1: ", "Case 2: ", "Case 3: "),
        ("01 ", "02 ", "03 "),
        ("第一章 ", "第二章 ", "第三章 "),
    ],
)
def test_all_members_of_a_series_are_headings(numbers):
    one, two, three = (
        f"{number}{words}"
        for number, words in zip(
            numbers,
            (
                "当事人的情况",
                "Ferry Company of the Outer Harbour Sells Tickets That It Does Not Honour Again",
                "处理",
            ),
            strict=True,
        )
    )
    text = f"通报\n\n{PLAIN}\n\n{one}\n当事人:晨光超市\n住所:海湾市\n{PLAIN}\n{two}\n{PLAIN}\n- 一项\n- 另一项\n{three}\n{PLAIN}"
    assert [words for level, words in headings(text) if level > 1] == [one, two, three]


@pytest.mark.parametrize(
    "text",
    [
        "1. 面粉\n2. 酱油\n3. 米",
        "一、道歉。\n\n超市已经道歉。\n\n二、赔偿。\n\n超市已经赔偿。",
        "Case 1: closed\n\nCase 2: open",
        "Flight 118 was late.\n\nFlight 119 was late.",
    ],
)
def test_a_list_and_sentences_that_are_counted_are_no_series_of_headings(text):
    assert below(text) == []


def test_in_an_old_newspaper_the_lines_with_a_sign_are_the_headings_and_its_head_is_no_headline():
    article = "滬東振豐紗廠工人因廠方扣減工資於前日起罷工該廠總理某君登報聲明謂扣減工資一事全係誤會現已飭令照舊發給並向工人深致歉意工人以所失甚鉅仍未允上工云云據聞總商會已派員前往調停一二日內當可解決"
    text = (
        "申江日報 中華民國十一年五月二日 星期二 第一萬七千六百五十四號 第三張\n\n本埠新聞\n\n●振豐紗廠罷工續誌\n▲廠方登報道歉\n▲總商會派員調停\n\n"
        + article
        + "\n\n■廠方啟事\n\n"
        + article
        + "\n振豐紗廠股份有限公司謹啟 中華民國十一年五月一日\n\n●米市\n\n昨日到米甚少價又漲二角市上人心頗為不安\n\n●天氣\n\n今日東南風晴熱下午或有雷雨"
    )
    assert headings(text) == [
        (1, "●振豐紗廠罷工續誌"),
        (2, "■廠方啟事"),
        (2, "●米市"),
        (2, "●天氣"),
    ]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Evening Star, Issue 9931, 4 May 1899, Page 2", "FERRY PELICAN ON THE WALL."),
        ("時事日報　中華民國十八年四月廿六日　第五千二百零七號　第三張", "渡輪撞堤"),
        ("Harbour Gazette, Volume XXXI, 12 October 1898", "The Ferry and the Wall"),
    ],
)
def test_the_head_of_a_newspaper_is_no_headline(head, title):
    assert headings(f"{head}\n\n{title}\n\n{STORY}") == [(1, title)]


@pytest.mark.parametrize(
    ("page", "title"),
    [
        (
            f"Skip to content\nMain menu\nFerry Pelican upon the harbour wall\n\nArticle\nTalk\n\n{STORY}",
            "Ferry Pelican upon the harbour wall",
        ),
        (
            f"海港论坛-Harbour Town\n\n找回密码\n注册\n\n渡輪撞堤乘客受傷(轉)\n\n{NEWS}",
            "渡輪撞堤乘客受傷(轉)",
        ),
        (
            f"Gazette House\n\n12 comments\n\nFerry company apologises to passengers\n\n{STORY}",
            "Ferry company apologises to passengers",
        ),
    ],
)
def test_under_the_furniture_of_a_site_its_name_is_no_headline(page, title):
    hidden = tuple(
        Hidden(quote=line, kind="furniture", reason=REASON)
        for line in ("Skip to content", "找回密码", "注册", "12 comments")
        if line in page
    )
    found = clean(
        Seed("a", "seeds/a.txt", "", page),
        (),
        SourceRecord(hidden=hidden),
        lambda *path: Place("a"),
    )[0]
    assert [page[b.start : b.end] for b in found.blocks if b.level == 1] == [title]


@pytest.mark.parametrize(
    ("page", "title"),
    [
        (
            f"Agency\nServices\nWork\n\nFerry company apologises to passengers\nPosted by Ann Reed on Jan 22, 2019 10:14 AM\n\n{STORY}",
            "Ferry company apologises to passengers",
        ),
        (
            f"海港營銷\n\nProducts\n\n渡輪撞堤，公司為何向乘客致歉？\n\n海港營銷 2024-11-08 09:41 17\n\n{NEWS}",
            "渡輪撞堤，公司為何向乘客致歉？",
        ),
        (
            f"The harbour authority announced eight cases of ferries that sailed without passengers.\n\nPosted on March 15, 2023 by admin\n\n{STORY}",
            "The harbour authority announced eight cases of ferries that sailed without passengers.",
        ),
        (
            f"Night Harbour Net\n\nThe ferry company focused on apologising to passengers of the ferry.\nPosted on  June 2, 2022 by  admin\n\n{STORY}",
            "The ferry company focused on apologising to passengers of the ferry.",
        ),
    ],
)
def test_the_line_over_the_day_of_the_page_is_the_headline_where_the_text_speaks_of_it(page, title):
    assert [words for level, words in headings(page) if level == 1] == [title]


def test_the_name_of_an_archive_over_a_mail_is_no_headline():
    mail = f"From: Dana\nTo: Priya\nSubject: Ferry company and its passengers\n\n{STORY}"
    assert headings(f"Harbour Mail\n\n{mail}") == []
    assert headings(f"[talk] Ferry company and its passengers\n\n{mail}") == [
        (1, "[talk] Ferry company and its passengers")
    ]


@pytest.mark.parametrize(
    "other",
    [
        "LABOUR TROUBLE.\n\nThe men at the pig iron yard have declined to go on, and ask for threepence more.",
        "A WET WEEK\n\nIt has rained in the hills since Thursday, and more is looked for tonight.",
    ],
)
def test_under_a_notice_the_headline_is_that_of_the_text_and_not_of_the_piece_before(other):
    notice = "Thank you for correcting this page. Your corrections help all who search here."
    assert [
        words
        for level, words in headings(
            f"{notice}\n\n{other}\n\nTHE FERRY AND ITS PASSENGERS\n\n{STORY}"
        )
        if level == 1
    ] == ["THE FERRY AND ITS PASSENGERS"]


@pytest.mark.parametrize("line", ["37.1k Upvotes", "4.8k comments", "1.2w 阅读"])
def test_a_count_is_no_number_of_a_heading(line):
    assert below(f"{line}\n\n940\n\n{PLAIN}") == []


@pytest.mark.parametrize(
    "text",
    [
        f"1. Delay\n\n{STORY}\n\nCARRIED\n\n2. Refunds\n\n{STORY}",
        f"2.1 Delay\n\n{STORY}\n\nCARRIED\n\n2.2 Refunds\n\n{STORY}",
        f"一、经过\n\n{NEWS}\n\n通过\n\n二、赔偿\n\n{NEWS}",
        f"（一）经过\n\n{NEWS}\n\n通过\n\n（二）赔偿\n\n{NEWS}",
    ],
)
def test_what_stands_over_a_later_section_ends_the_one_before_and_heads_nothing(text):
    assert not {"CARRIED", "通过"} & {
        words for _, words in headings(f"Minutes of the ferry council\n\n{STORY}\n\n{text}")
    }


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        (f"Findings\n\n1. Delay\n\n{STORY}\n\n2. Refunds\n\n{STORY}", "Findings"),
        (f"Response\n\n2.1 Delay\n\n{STORY}\n\n2.2 Refunds\n\n{STORY}", "Response"),
        (f"调查结果\n\n一、经过\n\n{NEWS}\n\n二、赔偿\n\n{NEWS}", "调查结果"),
    ],
)
def test_a_heading_over_a_first_section_stays_one(text, heading):
    assert heading in {
        words for _, words in headings(f"Minutes of the ferry council\n\n{STORY}\n\n{text}")
    }
