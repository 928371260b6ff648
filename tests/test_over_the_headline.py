"""What stands around the text: labels over the headline, captions, page edges, quoted mail. None of
it is a heading, and no sentence breaks there.
"""

import itertools
import re
import shutil

import pytest

from build_tools.model.problem import Place
from build_tools.stages.segmenting.segment import segment
from tests.conftest import ROOT, SHOWCASE, run
from tests.sentences.measure import cleaned

HERE = Place("a", 1)


def found(text: str) -> list[str]:
    return [each.found for each in segment(cleaned(text, ()), "zh-Hans", (), HERE)[0]]


def headings(text: str) -> list[tuple[int, str]]:
    return [
        (b.level, text[b.start : b.end]) for b in cleaned(text, ()).blocks if b.kind == "heading"
    ]


@pytest.mark.parametrize(
    ("above", "headline"),
    [
        (
            "FOR IMMEDIATE RELEASE\n\n",
            "Company withdraws three batches of smoked salmon spread after tests",
        ),
        ("新闻稿\n即时发布\n2023年5月9日\n\n", "晨光食品召回两批花生酱"),
        ("MEDIA STATEMENT / 新聞稿\n3 March 2024\n\n", "港口渡輪就碰撞事故致歉"),
        ("本埠新聞　民國十九年十月七日　星期二\n\n", "鐵路管理局招待報界"),
        ("晨光食品股份有限公司\n2022年年度报告\n", "董事长致函"),
        ("HARTWELL DAIRY PLC\n", "Letter to shareholders"),
    ],
)
def test_the_headline_stands_under_what_only_says_what_kind_of_paper_it_is(above, headline):
    text = f"{above}{headline}\n\n公司今天向公众致歉，并说明了原因。\n\nNobody was hurt."
    assert headings(text) == [(1, headline)]
    assert "".join(found(text)).startswith(above.split("\n")[0])


@pytest.mark.parametrize(
    ("above", "headline"),
    [
        ("Kestrel | Media | Jobs | Contact\n\n", "Airline says sorry to passengers"),
        ("News · Opinion · Culture · Podcasts\n", "The Apology Industry"),
        ("Board index ‹ Travel ‹ Airlines\n", "Lost bag, four emails, no answer"),
        ("即時 | 港聞 | 國際 | 財經\n", "升降機困人三小時　管理公司：已作檢討"),
        ("新聞 > 社會 > 消費\n\n", "便當吃出鐵釘 連鎖業者道歉"),
    ],
)
def test_a_row_of_short_fields_over_the_headline_is_the_menu_of_the_site(above, headline):
    text = f"{above}{headline}\n\n公司今天向公众致歉，并说明了原因。\n\nNobody was hurt."
    assert headings(text) == [(1, headline)]
    assert [text[d.start : d.end] for d in cleaned(text, ()).debris] == [above.strip()]


@pytest.mark.parametrize(
    "text",
    [
        "Lot | Shop | Town | Day\nA | Kiosk | Hull | Monday\n\nAll was sold.",
        "Priya Raman | Harbourline\n\nShe wrote the letter.",
        "安全 > 质量\n\n公司今天道歉。",
        "4 May 1920 | London | Statement | Price 1d.\n\nThe letter\n\nIt said nothing.",
        "题\n\n公司道歉。\n\n安全 > 质量 > 成本\n\n没有人受伤。",
    ],
)
def test_a_table_a_name_a_day_and_a_line_of_the_text_are_no_menu(text):
    assert not cleaned(text, ()).debris


def test_the_headline_is_where_its_words_stand_over_the_text():
    text = "鐵釘便當 業者道歉停售三日\n2019年7月16日\n\n鐵釘便當\n業者道歉停售三日\n\n業者今天道歉。\n\n沒有人受傷。"
    assert headings(text)[0] == (1, "鐵釘便當") and text.index("鐵釘便當\n") > 10
    assert headings(
        "Meat scandal\n\nA photograph of the plant\n\nMeat scandal\n\nThe scandal began in March.\n\nIt ended in May."
    )[0] == (1, "Meat scandal")
    assert headings(
        "News\n\nFire\n\nThe plant burned on Sunday.\n\nNews\n\nIt was rebuilt in May.\n\nNobody was hurt."
    )[0] == (1, "News")
    assert headings(
        "本埠新聞　民國廿一年三月四日　星期五　第三版\n大華麵粉廠失火\n▲損失二十餘萬元\n▲廠方登報道歉\n\n本埠大華麵粉廠、前晚失火、\n\n廠方允賠、"
    ) == [(1, "大華麵粉廠失火")]


def test_a_headline_over_the_day_and_again_over_the_text_stands_once_though_it_has_a_colon():
    line = "青禾咖啡致歉：门店使用过期牛奶，涉事员工停职"
    text = f"{line}\n2024年9月3日\n{line}\n青禾咖啡周二致歉，并停职了涉事员工。"
    assert headings(text) == [(1, line)] and found(text).count(line) == 1


FERRY = """Harbourline Ferries lost a third of its passengers in the year after the collision, and its chairman resigned in March.

The company first blamed the weather. Passengers who had filmed the collision from the upper deck showed a calm sea.

In April the ferry company apologised. Its letter to passengers named the crew's mistake, and offered refunds."""
SHOP = """上周三晚上，晨光超市的一名顾客在酸奶里发现了虫子，拍下视频发到微博。

超市的客服当晚回复说，酸奶在保质期内。这条回复让网友更加愤怒，微博上的批评越来越多。

第二天上午，超市发布致歉声明，承认客服的回复不当。创始人王立在直播中向顾客鞠躬道歉。"""


@pytest.mark.parametrize(
    ("above", "headline", "body"),
    [
        (
            "The Tidewater Gazette\nBusiness\nOpinion\n",
            "Ferry company apologises to passengers after collision",
            FERRY,
        ),
        (
            "TIDEWATER NEWSROOM: statements, pictures, contacts\nMy account\n\n",
            "Harbourline apologises to passengers, chairman resigns",
            FERRY,
        ),
        (
            "(Registered in the Isle of Tides, No. 4411)\n(Stock Code: 8811)\n\n",
            "Harbourline chairman resigns after the collision",
            FERRY,
        ),
        (
            "Please sign in to read more of our journalism. You have two free articles left this month.\n\n",
            "Harbourline lost its passengers' trust",
            FERRY,
        ),
        ('xx\n"\n回到页首\n\n', "晨光超市为酸奶里的虫子致歉", SHOP),
        ("东方快报\n要闻\n本地新闻\n", "超市酸奶现虫子 创始人直播鞠躬道歉", SHOP),
        ("東方快報\n要聞\n", "超市優格現蟲 創辦人在直播中向顧客鞠躬道歉", SHOP),
        (
            "感谢您使用本站的阅读服务，如有文字错误请点击右侧按钮告诉我们。\n\n",
            "晨光超市为酸奶里的虫子致歉",
            SHOP,
        ),
    ],
)
def test_the_headline_is_the_line_whose_words_the_text_comes_back_to(above, headline, body):
    assert [words for level, words in headings(f"{above}{headline}\n\n{body}") if level == 1] == [
        headline
    ]


@pytest.mark.parametrize(
    ("title", "second", "body"),
    [
        (
            "The Long Goodbye",
            "How Harbourline lost its passengers and its chairman after the collision",
            FERRY,
        ),
        ("A Day Too Late", "Harbourline Ferries apologises to passengers for collision", FERRY),
        ("墙上的纸条", "一条客服回复如何毁掉一家超市的信任", SHOP),
        ("断供", "晨光超市酸奶事件中的客服回复与创始人道歉", SHOP),
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_title_of_which_the_text_does_not_speak_stays_over_the_second_headline_that_explains_it(
    title, between, second, body
):
    assert headings(f"{title}{between}{second}\n\n{body}")[0] == (1, title)


@pytest.mark.parametrize(
    "text",
    [
        f"Adrift\n\n{FERRY}\n\nThe letter of the ferry company to its passengers\n\n{FERRY}",
        f"慢半拍\n\n{SHOP}\n\n超市的客服如何回复顾客\n\n{SHOP}",
        f"Adrift\nAna Freitas • June 4, 2018\n\nSource: the harbour\n\nFerry company, passengers, chairman\n\n{FERRY}",
        f"浪费的一天\n阿秋 2019-05-06\n\n从去年到今年\n\n超市客服与创始人\n\n{SHOP}",
        f"The Orchard Call\nAug. 14, 2014 9:00 AM ET\n\nFerry company\n\nHarbourline passengers\n\n{FERRY}",
        f"训令\n第五十七号\n中華民國2年（1913年）7月\n\n{SHOP}中華民國二年七月",
    ],
)
def test_neither_a_section_nor_what_stands_under_a_dated_title_nor_a_day_is_the_headline(text):
    assert [words for level, words in headings(text) if level == 1] in ([text.split("\n")[0]], [])


@pytest.mark.parametrize(
    ("above", "headline"),
    [
        (
            "海湾 互动 海湾动态 超市酸奶里有虫子,客服还嘴硬,创始人直播鞠躬 ...\n\n[热点] ",
            "超市酸奶里有虫子,客服还嘴硬,创始人直播鞠躬道歉有用吗?",
        ),
        (
            "东方论坛 消费 晨光超市为酸奶里的虫子道歉…\n\n【转】",
            "晨光超市为酸奶里的虫子道歉,顾客接受吗?",
        ),
    ],
)
def test_where_a_headline_stands_with_its_section_and_then_alone_the_second_is_taken(
    above, headline
):
    text = f"{above}{headline}\n\n{headline}\n\n{SHOP}"
    assert [text[b.start :][: len(headline)] for b in cleaned(text, ()).blocks if b.level == 1] == [
        headline
    ]
    assert text.rindex(headline) in [b.start for b in cleaned(text, ()).blocks if b.level == 1]


@pytest.mark.parametrize(
    ("title", "under"),
    [
        (
            "国泰四度道歉",
            "第一次：22日晚上，公司在官方微博发声明，对给旅客带来的不愉快体验深表歉意，并称会认真调查。\n第二次：23日上午，公司停飞了涉事乘务员，并展开内部调查，由总经理亲自负责。",
        ),
        ("“道歉不是终点”", "Q：社长鞠躬了三次？\nA：我没有数过。\nQ：赔偿呢？\nA：还在谈。"),
        (
            "Four apologies in three days",
            "First: on Monday evening the airline wrote on its own page that it regretted the distress of its guests.\nSecond: on Tuesday morning it suspended the crew, and opened an inquiry under its chief executive.",
        ),
        (
            "“Sorry is where it starts”",
            "Pell: Did you count the days?\nStone: Nobody did.\nPell: And the money?\nStone: It is being paid.",
        ),
    ],
)
def test_what_is_said_or_told_under_labels_may_have_a_heading(title, under):
    assert (2, title) in headings(
        f"航空公司的三天\n\n公司昨天道歉。\n\n{title}\n{under}\n\n没有人受伤。"
    )


@pytest.mark.parametrize(
    "line", ["103519a6abk9oi8i0kxd0y.png", "IMG_2041.jpeg", "shop-front.jpg", "wx_camera.png"]
)
def test_the_name_of_a_picture_is_no_heading(line):
    assert headings(f"小店道歉\n\n小店昨天道歉。\n\n{line}\n\n顾客接受了。") == [(1, "小店道歉")]


@pytest.mark.parametrize(
    "line",
    [
        "Hi Priya",
        "Dear neighbours",
        "Kind regards",
        "-- Joan Pickett",
        "Duration: 42 minutes",
        "Feb. 02, 2016 4:30 PM ET",
        "2019/7/16 11:20（7/16 13:05 更新）",
        "原创 阿秋 公关夜话 2019-05-06 21:03 发表于上海",
        "客服热线 Hotline：400-810-1234（8:00—20:00）",
        "各位同事",
        '"A statement is not',
        "#31",
        "2楼",
        "Home / Life / Shops",
    ],
)
def test_what_greets_signs_measures_or_says_when_is_no_heading(line):
    assert headings(f"小店道歉\n\n小店昨天道歉。\n\n{line}\n\n顾客接受了。") == [(1, "小店道歉")]


@pytest.mark.parametrize(
    "line",
    [
        "Hello Kitty is recalled from every shop in town",
        "What we said at 9:30 and why",
        "Regards from a friend, and what came of them",
        "March 2020",
        "教训一：24小时内回应",
        "各位同事的来信说了什么",
        "2楼的灯为什么亮着",
    ],
)
def test_a_heading_that_only_resembles_such_a_line_stays(line):
    assert (2, line) in headings(f"小店道歉\n\n小店昨天道歉。\n\n{line}\n\n顾客接受了。")


def test_all_sections_of_a_wiki_are_headings_and_a_note_under_one_is_none():
    text = "Scandal\n\nIt began in March.\n\nCauses[edit | edit source]\nMain article: Halden Foods § History\nThe plant was old.\n\nAftermath[edit | edit source]\nYear\tEvent\n2014\tDirector resigns\n\nIt was sold."
    assert [words for _, words in headings(text)] == [
        "Scandal",
        "Causes[edit | edit source]",
        "Aftermath[edit | edit source]",
    ]


def test_names_in_a_list_are_no_headings_and_the_speakers_below_are():
    names = ["Ron Becker — Harlan Securities", "Amy Stone — North Shore Capital"]
    text = (
        "Transcript\n\nAnalysts:\n\n"
        + "\n".join(names)
        + "\n\nPresentation:\n\n"
        + "\n\n".join(f"{name}\n\nWhat did it cost? And who decided to wait?" for name in names)
    )
    assert [words for _, words in headings(text)] == ["Transcript", *names] and text.count(
        names[0]
    ) == 2


def test_the_senders_company_under_a_letter_is_no_heading():
    assert headings(
        "致歉信\n\n我们错了。\n\n宁波安童用品有限公司\nNingbo Antong Goods Co., Ltd.\n2017年10月9日"
    ) == [(1, "致歉信")]


def test_a_companys_name_over_its_statement_is_no_headline_and_a_wikis_subject_is_one():
    statement = "Hanbit Electronics\nNewsroom\nOur statement on the phone\n4 May 2019\n\nToday Hanbit Electronics recalled the phone. The phone was hot."
    assert [words for level, words in headings(statement) if level == 1] == [
        "Our statement on the phone"
    ]
    subject = "Halden Foods\nCompany type\nPublic\nIndustry\nFood processing\nHeadquarters\nHalden, Norway\n\nHalden Foods is a company. It makes food in Halden, Norway."
    assert [words for level, words in headings(subject) if level == 1] == ["Halden Foods"]


def test_a_companys_name_is_a_headline_where_nothing_else_is():
    assert headings("Hartwell Dairy PLC\n\nHartwell Dairy makes cheese.\n\nIt is old.") == [
        (1, "Hartwell Dairy PLC")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "▲店长鞠躬道歉（图／记者王芳摄）",
        "(Logo: http://pictures.example.com/1)",
        "店长致歉。（店家脸书图片）",
        "我们一定会更努力😭",
        "作者甲 发表于 2022-9-21 00:58",
        "Rooms 120    Guests 240",
    ],
)
def test_captions_counts_and_sentences_that_end_in_a_picture_are_no_headings(line):
    assert headings(f"小店道歉\n\n小店昨天道歉。\n\n{line}\n\n顾客接受了。") == [(1, "小店道歉")]


def test_sentences_go_on_over_the_end_of_a_page():
    page = [
        "The year was the worst that the company has known since it was",
        "founded, and the board has decided that it will pay no dividend to",
    ]
    text = "\n".join(
        [
            *page,
            "",
            "12",
            "Hartwell Annual Report",
            "",
            "those who hold its shares. The plant at Ashford was closed in May and",
            "",
            "13",
            "Hartwell Annual Report",
            "",
            "opened in June.",
        ]
    )
    assert found(text) == [
        "The year was the worst that the company has known since it was founded, and the board has decided that it will pay no dividend to those who hold its shares.",
        "The plant at Ashford was closed in May and opened in June.",
    ]
    assert {text[d.start : d.end] for d in cleaned(text, ()).debris} == {
        "12",
        "13",
        "Hartwell Annual Report",
    }


def test_numbers_over_sections_are_no_page_numbers():
    text = "The Way Back\n\n1\n\nThe winter was cold.\n\nNobody came.\n\nWe waited.\n\n2\n\nIn spring they came.\n\nAll of them.\n\nWe opened."
    assert not cleaned(text, ()).debris


def test_chinese_cut_after_a_count_of_characters_is_joined_even_inside_a_number():
    text = "公司去年营业收入为人民币86.42亿元，同比下降7.3%；净利润为3.15亿元，同比下降41.6%。董事会于十月三十一日公布了共126页的调查报告，并就此事向全体股东和员工致歉，同时说明了整改的期限，以及各项措施由谁负责、如何检查、何时向公众报告结果。"
    lines = [text[at : at + 22] for at in range(0, len(text), 22)]
    assert any(one[-1].isdigit() and other[0].isdigit() for one, other in itertools.pairwise(lines))
    assert found("\n".join(lines)) == found(text)


def test_quoted_mail_is_joined_and_each_sentence_shows_who_is_quoted():
    text = "Priya,\n\nAgreed.\n\n> Who speaks for us? I do not want a spokesman again; we tried that and were\n> sorry for it.\n>\n> > Did we know?"
    segments = segment(cleaned(text, ()), "en", (), HERE)[0]
    assert [(each.lead, each.found) for each in segments[2:]] == [
        (">", "Who speaks for us?"),
        (">", "I do not want a spokesman again; we tried that and were sorry for it."),
        ("> >", "Did we know?"),
    ]
    verse = "> Shall I compare thee to a summer's day\n> thou art more lovely and more temperate\n> rough winds do shake the darling buds of May"
    assert len(found(verse)) == 3


@pytest.mark.parametrize(
    "one",
    [
        "他最著名的客户是洛克菲勒家族。[2][来源请求]",
        "^ Hiebert, Ray Eldon. Courtier to the Crowd. Ames: Iowa State University Press. 1966.",
        "Come between 8 a.m. and 8 p.m. Eastern Time.",
        "It opens at 9 a.m. Monday.",
        "Sales dropped 37. 5% in a year.",
        "VOL. XLVI. NO. 57.",
        "Louisville, Ky., May 16. —Hot Springs has been chosen.",
    ],
)
def test_no_sentence_ends_where_a_stop_shortens_a_word_or_a_note_follows(one):
    assert found(one) == [one]


def test_an_hour_may_end_a_sentence():
    assert found("He left at 5 p.m. He said nothing. It grew to 12. 14 of them stayed.") == [
        "He left at 5 p.m.",
        "He said nothing.",
        "It grew to 12.",
        "14 of them stayed.",
    ]


def test_an_address_that_was_broken_over_two_lines_is_whole():
    text = "Please see https://intranet.example/comms/holding-statements/\n2019/eastgate-v3.docx for my changes, and tell the whole of the team\nwhat you think of them before noon."
    assert "statements/2019/eastgate-v3.docx for" in found(text)[0]


def test_numbers_in_chinese_brackets_are_items():
    text = "公司采取以下措施：\n（一）设立援助基金，并公布账目。\n（二）开通热线。\n（三）检查全部船只。"
    assert [b.lead for b in cleaned(text, ()).blocks] == ["", "（一）", "（二）", "（三）"]


def test_the_title_of_a_page_is_the_subject_of_its_mail_or_its_headline(tmp_path):
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    for part in ("glossary", "rules"):
        shutil.copytree(SHOWCASE / "editorial" / part, tmp_path / "editorial" / part)
    (tmp_path / "seeds").mkdir()
    texts = {
        "mail": "From: Dana Whitlock\nTo: Priya Raman\nSubject: RE: Re: Holding statement\n\nPriya,\n\nLegal has struck the second sentence.\n",
        "paper": "The Morning Herald. Price five cents.\nVOL. XLVI. NO. 57.\n\nCONVENTION CLOSES\n\nThe delegates went home on Tuesday. Nobody spoke.\n",
        "letter": "Dear colleagues,\n\n"
        + "I write to you after a hard week, in which we lost a good deal and learned more. " * 3
        + "\n\nWhat we know\n\nThe fire began early.\n",
    }
    texts["notice"] = (
        "We ask our readers to correct this text. "
        + "It was read by a machine from a picture of the page, and what it read may be wrong in many places. "
        * 2
        + "\n\nSTRIKE AT THE COTTON MILL\n\nTwo hundred weavers at the cotton mill went on strike on Tuesday. The mill's owner said that the strike would not last. Cotton rose.\n"
    )
    texts["guide"] = (
        "How to answer a list\n\nNobody should write above what others wrote before.\n\nFrom: Jo\nSubject: Re: Lunch\n\nYes, at noon.\n"
    )
    texts["archived"] = (
        "The Letter Box\n\nFrom: Jo\nSubject: Re: Was lunch late?\n\nYes, and it was cold.\n"
    )
    for name, text in texts.items():
        (tmp_path / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    assert run(tmp_path, "build_tools", "build").returncode == 0
    pages = {
        name: next(tmp_path.glob(f"docs/**/sources/{name}.md")).read_text(encoding="utf-8")
        for name in texts
    }
    assert {name: re.search(r'^title: "(.*)"', page, re.M)[1] for name, page in pages.items()} == {
        "mail": "Holding statement",
        "paper": "CONVENTION CLOSES",
        "letter": "Dear colleagues,",
        "notice": "STRIKE AT THE COTTON MILL",
        "guide": "How to answer a list",
        "archived": "Was lunch late?",
    }


def test_a_button_under_each_post_is_no_headline_and_no_heading():
    posts = "".join(
        f"{who}\nlink\n{said}\n"
        for who, said in (
            ("ana", "The plant flooded at noon."),
            ("bo", "The plant should have closed."),
            ("cy", "A late apology."),
        )
    )
    kinds = {
        each.found: each.kind
        for each in segment(
            cleaned(
                f"The chief executive of the plant apologised for the flood, with a link to his statement.\n{posts}",
                (),
            ),
            "zh-Hans",
            (),
            Place("a"),
        )[0]
    }
    assert kinds["link"] == "sentence"


def test_a_mail_that_two_programs_broke_is_joined_where_it_is_quoted():
    text = (
        "From: Dana\nSubject: Recall\n\nNo.\n\n> The draft says that the incident is isolated and that customers should\n> feel safe to go on using their coolers until the engineers have\n"
        "> finished. I think that is what\n> legal wants, but I am not happy.\n>\n> milk\n> eggs"
    )
    quoted = [
        each.found for each in segment(cleaned(text, ()), "en", (), HERE)[0] if each.lead == ">"
    ]
    assert quoted == [
        "The draft says that the incident is isolated and that customers should feel safe to go on using their coolers until the engineers have finished.",
        "I think that is what legal wants, but I am not happy.",
        "milk",
        "eggs",
    ]


def test_a_day_with_the_name_of_a_section_under_the_headline_is_no_heading_but_the_days_of_a_chronicle_are():
    news = "食品公司道歉是怎么回事\n\n2019-02-19热点\n\n近日，公司被检测出问题，网友表示难以接受。\n\n公司道歉\n\n公司发布说明，并向消费者致歉。"
    assert [
        each.found
        for each in segment(cleaned(news, ()), "zh-Hans", (), HERE)[0]
        if each.kind == "heading"
    ] == ["食品公司道歉是怎么回事", "公司道歉"]
    chronicle = "召回经过\n\n2019年2月19日 检出\n\n公司送检的样品不合格。\n\n2019年2月21日 召回\n\n公司召回全部产品。"
    assert [
        each.found
        for each in segment(cleaned(chronicle, ()), "zh-Hans", (), HERE)[0]
        if each.kind == "heading"
    ] == ["召回经过", "2019年2月19日 检出", "2019年2月21日 召回"]


def test_sections_counted_with_the_numerals_that_nobody_can_alter_are_headings_and_no_title():
    rules = "客訴處理辦法\n\n壹、總則\n\n客服人員應於一日內回覆。\n\n貳、違規處分\n\n違反者記過一次。\n\n參、附則\n\n本辦法自公布日施行。"
    headings = [
        (each.level, each.found)
        for each in segment(cleaned(rules, ()), "zh-Hant", (), HERE)[0]
        if each.kind == "heading"
    ]
    assert headings == [(1, "客訴處理辦法"), (2, "壹、總則"), (2, "貳、違規處分"), (2, "參、附則")]


def test_a_label_over_an_english_headline_is_no_title_but_a_headline_over_its_deck_is():
    body = "\n\nSunrise Bakery of Dayton is recalling 312 packages of raisin buns because they may contain undeclared milk. Sunrise sold the buns in Ohio."

    def title(text):
        return next(
            each.found
            for each in segment(cleaned(text + body, ()), "en", (), HERE)[0]
            if each.level == 1
        )

    assert (
        title("FDA Recall Notice\n\nSunrise Bakery Recalls Raisin Buns Because of Undeclared Milk")
        == "Sunrise Bakery Recalls Raisin Buns Because of Undeclared Milk"
    )
    assert (
        title(
            "Spilt Milk\n\nHow Sunrise Bakery recalled its raisin buns because of undeclared milk"
        )
        == "Spilt Milk"
    )


def test_a_text_that_ends_within_a_quotation_is_cut_and_one_that_closes_it_is_not():
    text = "公司道歉\n\n公司周二表示，产品没有问题。\n\n发言人说：“我们会尽快解决问题"
    assert segment(cleaned(text, ()), "zh-Hans", (), HERE)[0][-1].cut == "end"
    assert segment(cleaned(text + "”", ()), "zh-Hans", (), HERE)[0][-1].cut == ""


def test_counts_of_a_forum_and_a_byline_in_brackets_are_no_title():
    for first in ("Views: 72103|Replies: 31", "【聯合報╱記者陳靜宜╱即時報導】"):
        text = f"{first}\n\n油品公司為標示不實道歉\n\n油品公司昨天為標示不實道歉，並表示將退款。公司的油品已經下架。"
        assert (
            next(
                each.found
                for each in segment(cleaned(text, ()), "zh-Hant", (), HERE)[0]
                if each.level == 1
            )
            == "油品公司為標示不實道歉"
        )
