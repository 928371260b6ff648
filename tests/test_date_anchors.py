"""When a text was written: its own line, an editor's record, or nothing; and what its bare days
become by it.
"""

from datetime import date

import pytest
from pydantic import TypeAdapter

from build_tools.annotators.dates.anchor import Anchor
from build_tools.annotators.dates.anchors import anchors
from build_tools.annotators.dates.datelines import anchor_in
from build_tools.annotators.dates.habits import habits
from build_tools.annotators.dates.in_segment import dates
from build_tools.annotators.dates.mails import mails
from build_tools.model.source import SourceRecord
from build_tools.model.text import Seed, Segment
from build_tools.pipeline import build
from tests.conftest import parsed

PUBLISHED = {
    "发布时间：2024-03-05 10:21": "2024-03-05",
    "發佈時間：2024年3月5日": "2024-03-05",
    "2024年03月05日 10:21 来源：新华网": "2024-03-05",
    "2024-03-05": "2024-03-05",
    "London, 2 May 2017": "2017-05-02",
    "出版:2017-02-16 09:30 更新:2017-02-16 11:12": "2017-02-16",
    "二零二四年三月三日": "2024-03-03",
    "3 March 2024": "2024-03-03",
    "来源：研究周刊 作者：于晓雯 2023-09-14 08:30 我要评论(46) 扫描到手机": "2023-09-14",
    "2023-09-14 08:30 阅读 1234 分享": "2023-09-14",
    "首页 > 财经 > 正文 2021年6月8日 15:20": "2021-06-08",
    "Issued on 4 July 2019": "2019-07-04",
    "For Immediate Release: July 4, 2019": "2019-07-04",
    "2021年6月8日于上海": "2021-06-08",
    "Paris, France – 4 July 2019": "2019-07-04",
    "刊登於 2021-06-08": "2021-06-08",
    "By: Ann Lee  2021-06-08 10:00  Share": "2021-06-08",
    "作者：李四  发布时间：2021-06-08": "2021-06-08",
    "發佈日期：2021年6月8日　點閱數：1203": "2021-06-08",
    "www.fjnet.cn 2013-08-05 20:23 杜希萌 陳亮 來源:中國新聞網": "2013-08-05",
    "2018-10-30|閱讀時間 約 4 分鐘": "2018-10-30",
    "2025/12/05 17:01 記者李文德／雲林報導": "2025-12-05",
    "2025-12-05 17:01 生活中心／台北報導": "2025-12-05",
    "2024/3/12 17:24（3/12 17:44 更新）": "2024-03-12",
    "2025-12-05 17:01 (updated 2025-12-06)": "2025-12-05",
    "原创 林三 茶馆夜话 2019-06-03 07:30 发表于上海": "2019-06-03",
    "老周谈公关 2021-11-18 22:05": "2021-11-18",
    "Xin Lang Cai Jing·2025-10-27 20:11": "2025-10-27",
    "Published: 5 March 2024": "2024-03-05",
    "Posted on March 5, 2021 at 10:21 a.m.": "2021-03-05",
    "Friday, March 5, 2021": "2021-03-05",
    "By Jane Doe | March 5, 2021": "2021-03-05",
    "２０２４年３月５日": "2024-03-05",
    "民國十九年三月五日": "1930-03-05",
}
WRITTEN = {
    "中央日報 民國十九年三月六日 星期四": "1930-03-06",
    "本埠新聞　民國十九年十月七日　星期二": "1930-10-07",
    "時政要聞 民國廿一年一月三十日 星期六": "1932-01-30",
    "Hong Kong, 3 March 2024 -": "2024-03-03",
    "RALEIGH, N. C., WEDNESDAY MORNING, MAY 17, 1899.         PRICE FIVE CENTS.": "1899-05-17",
    "BOSTON, SATURDAY, APRIL 20, 1912.": "1912-04-20",
    "公司昨（17）日道歉。\n2025/04/18 14:32": "2025-04-18",
    "SAN JOSE, Calif., July 4, 2019 /PRNewswire/ --\nAcme said": "2019-07-04",
    "RALEIGH, N. C., WEDNESDAY MORNING, MAY 17, 1899.\nLOUISVILLE, Ky., May 16 -- Hot Springs": "1899-05-16",
    "LONDON, 5 March 2021 — Acme said": "2021-03-05",
    "NEW YORK, March 5, 2021 /PRNewswire/ -- Acme said": "2021-03-05",
    "BEIJING, March 5, 2024 (Xinhua) -- Acme said": "2024-03-05",
    "NEW YORK, Jan. 4, 2021 (Reuters) - There is news": "2021-01-04",
    "OKLAHOMA CITY, March 5, 2021 — The city has news": "2021-03-05",
    "GENERAL MILLS, March 5, 2021 /PRNewswire/ -- The mills": "2021-03-05",
    "新华社北京2024年3月5日电 记者": "2024-03-05",
    "民国十九年三月六日\n【本報五日上海電】公司": "1930-03-05",
    "（中央社台北2024年3月5日電）公司": "2024-03-05",
    "From: a@b.cn\nSubject: recall\nDate: Tue, 5 Mar 2024 10:21:00 +0800": "2024-03-05",
    "date 2026-02-05\n（中央社記者王○○台中5日電）業者": "2026-02-05",
    "中央社/ 台中5日電\nDate: 2026-02-06": "2026-02-05",
    "日期：2026-02-05 10:00\n（中央社台北2月5日電）公司": "2026-02-05",
    "SHANGHAI, Jan. 29, 1932. -- The men": "1932-01-29",
    "发布时间：2024-03-06\n新华社北京3月5日电 记者": "2024-03-05",
    "（中央社記者王小明台北5日電）公司\n2024/3/5 18:20": "2024-03-05",
    "2024-01-02 09:00\n中新网12月30日电": "2023-12-30",
}
NONE = (
    "小米2024年3月5日发布新车",
    "公司2024年3月5日宣布召回。",
    "时间：2024年3月5日\n地点：北京",
    "Date: 5 March 2024\nVenue: London",
    "Results for the Quarter Ended December 31, 2020",
    "据新华社2024年3月5日电，公司",
    "新华社北京3月5日电 记者",
    "2024-03-05\n甲\n2024-03-06\n乙",
    "新华社北京2024年3月5日电 甲\n新华社上海2024年3月6日电 乙",
    "2024年2月30日",
    "更新时间：2024-03-05",
    "新品发布会　2024年3月5日　星期二",
    "会议时间 2024年3月5日 星期二",
    "出生	1877年7月16日",
    "2024-03-05 14:00 公司召开紧急会议并道歉",
    "2024-03-05 14:00 发布会",
    "（3/12 17:44 更新）",
    "最后修订于2014年8月3日 (星期日) 04:12",
    "Kent State Massacre – May 4, 1970",
    "The report was published on 5 March 2024 in London",
    "Last updated: 5 March 2024",
    "据报道，2024-03-05 10:21 记者：有人受伤，送往医院",
    "Valid until 5 March 2024 -",
    "【明報專訊】2018年6月12日，港鐵道歉。",
    "【請柬】2018年6月12日",
    "date 2026-02-05\n公司道歉。",
    "date 2026-02-09\n（中央社記者王○○台中5日電）業者",
    "date 2026-02-05\ndate 2026-02-06\n（中央社台中5日電）業者",
    "成立日期：1987-09-15",
    "公司发布 2024年3月5日新款手机",
    "庭审时间：2024年3月5日 记者：李四",
    "活动日期：2024-03-05 14:00 编辑：王五",
    "On March 5, 2021, Musk wrote:",
    "Battle of the Somme, 1 July 1916, as told by those who fought",
    "第三届年会 2024年3月5日—7日 上海",
    "本報告截至2024年3月5日止",
    "2024-03-05 " + "分享分享分享 " * 13 + "。x",
    "2024-03-05 " + "分享" * 48 + "x。",  # read at once, and for no date
    "Founded\nAugust 28, 1898\nIn June 1993 it apologised.",
    "成立\n1987年9月15日\n2011年11月30日，公司道歉。",
    "BOARD MEETING, FRIDAY, MARCH 5, 2021\nThe chair opened the meeting.",
    "Crisis Summit, March 5, 2021\nThe summit of the year.",
    "TOWN HALL, MONDAY, MARCH 8, 2021.\nThe hall was full.",
    "Annual General Meeting, 5 March 2021 —\nThe general rules",
    "Product Recall, 4 July 2019 –\nShops will recall products.",
    *("甲\n" * 17 + "发布时间：2024-03-05\n" + "乙\n" * 5,),
)


@pytest.mark.parametrize(
    ("written", "month", "day", "year"),
    [
        ("2023-09-03", 1, 1, 2023),
        ("2023-09-04", 1, 1, None),
        ("2024-03-04", 12, 3, 2023),
        ("2024-03-04", 12, 2, None),
        ("2024-03-05", 3, 5, 2024),
        ("2024-03-05", 3, 6, None),
    ],
)
def test_the_year_of_a_bare_day_is_given_as_far_back_as_the_next_such_day_is_far_and_not_a_day_further(
    written, month, day, year
):
    """Eight months in the year of the text, three in the year before."""
    assert Anchor(day=date.fromisoformat(written)).year_for(month, day) == year


@pytest.mark.parametrize(
    ("line", "day", "is_written"),
    [
        *((line, day, False) for line, day in PUBLISHED.items()),
        *((line, day, True) for line, day in WRITTEN.items()),
    ],
)
def test_a_line_at_the_head_dates_the_text(line, day, is_written):
    anchor = anchor_in(f"小米道歉\n{line}\n\n公司宣布召回。\n")
    assert anchor and (anchor.day.isoformat(), anchor.is_written) == (day, is_written)


@pytest.mark.parametrize("text", NONE)
def test_a_line_that_may_mean_something_else_dates_nothing(text):
    assert anchor_in(f"{text}\n") is None


def test_the_lines_of_a_site_are_none_of_the_head_and_a_day_among_sentences_dates_no_text():
    text = "首頁\n" * 16 + "出版：2022-11-03 18:20\n" + "食客入稟索償。\n" * 6
    assert anchor_in(text) is None
    assert anchor_in(text, furniture=frozenset(range(1, 17))).day == date(2022, 11, 3)
    minutes = "Minutes\n\nApologies were received from Cllr Marsh.\nThe pool had been closed since May.\n\n3. Date of next meeting\nThursday 21 June 2018.\n\nThe meeting closed at 8.50 pm.\n"
    assert anchor_in(minutes) is None


def test_a_line_at_the_foot_dates_the_text_too():
    assert anchor_in("声明\n" + "甲。\n" * 20 + "小米公司\n2024年3月5日\n").day == date(2024, 3, 5)


def test_the_anchor_says_which_line_it_rests_on():
    assert "line 3 of the file" in anchor_in("a\n\n发布时间：2024-03-05\nb").reason.en


def test_a_copys_line_tells_no_yesterday():
    text = "昨日，公司1月7日的声明；去年6月；2024年。"
    assert [str(m.target) for m in dates(text, Anchor(day=date(2024, 3, 5)))] == [
        "2024-01-07",
        "2023-06",
        "2024",
    ]
    assert [str(m.target) for m in dates(text, Anchor(day=date(2024, 3, 5), is_written=True))] == [
        "2024-03-04",
        "2024-01-07",
        "2023-06",
        "2024",
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3月5日", "2024-03-05"),
        ("2月29日", "2024-02-29"),
        ("12月20日", "2023-12-20"),
        ("3月6日", "2024-03-06"),
        ("3月25日", "XXXX-03-25"),
        ("10月1日", "XXXX-10-01"),
        ("每年1月1日", "XXXX-01-01"),
        ("同年1月1日", "XXXX-01-01"),
        ("2月30日", "None"),
        ("1月30日至2月2日", "2024-01-30/2024-02-02"),
        ("January 7", "2024-01-07"),
        ("December 30 – January 2", "2023-12-30/2024-01-02"),
        ("2023年3月6日", "2023-03-06"),
        ("上半年", "2024-01/2024-06"),
        ("明年3月", "2025-03"),
        ("last June", "2023-06"),
        ("last February", ""),
        ("last March", "2023-03"),
        ("this June", "2024-06"),
        ("1月30日", "2024-01-30"),
        ("2018年他来了，1月7日又走", "2018 XXXX-01-07"),
        ("去年疫情，1月7日停产", "XXXX-01-07"),
        ("今年1月，2月3日", "2024-01 2024-02-03"),
        ("本月十日，上月3日", "2024-03-10 2024-02-03"),
        ("In 2019, on January 7,", "2019 XXXX-01-07"),
    ],
)
def test_a_bare_day_takes_a_year_only_where_no_day_to_come_can_be_meant(text, value):
    assert [
        str(m.target) for m in dates(text, Anchor(day=date(2024, 3, 5), is_written=True))
    ] == value.split()


def test_words_like_yesterday_within_a_quotation_are_left_alone():
    assert (
        dates(
            "他说：“我昨天没睡。” She said: “We met yesterday.”",
            Anchor(day=date(2024, 3, 5), is_written=True),
        )
        == ()
    )


def test_so_are_those_of_a_quotation_that_goes_on_for_sentences(small):
    (small / "seeds" / "said.txt").write_text(
        "新华社北京2024年3月5日电 公司昨日回应。\n\n他说：“我很难过。昨天的事不会再有。对不起。”公司昨晚停产。\n",
        encoding="utf-8",
    )
    text = build(small).archive.sources["said"].text
    marks = [
        (each.reading.text[m.start : m.end], str(m.target))
        for each in text
        for m in each.rendition("zh-Hans").marks
        if m.kind == "date"
    ]
    assert marks == [("2024年3月5日", "2024-03-05"), ("昨日", "2024-03-04"), ("昨晚", "2024-03-04")]


def _anchors(**record):
    return anchors(
        TypeAdapter(SourceRecord).validate_python(record),
        Seed("a", "seeds/a.txt", "", "发布时间：2024-03-05\n公司1月7日宣布。"),
    )


def test_what_editors_recorded_comes_before_the_texts_own_line():
    own = _anchors().whole
    assert own and own.day == date(2024, 3, 5)
    assert _anchors(year="2022").whole == Anchor("2022")
    assert (
        _anchors(dates=[{"kind": "republished", "date": "2024-03-05", "basis": "stated"}]).whole
        is None
    )
    published = _anchors(
        dates=[
            {"kind": "published", "date": "2022-01-10", "basis": "stated"},
            {"kind": "republished", "date": "2024-03-05", "basis": "stated"},
        ]
    ).whole
    assert published and (published.day, published.is_written) == (date(2022, 1, 10), True)
    month = _anchors(dates=[{"kind": "published", "date": "2022-01", "basis": "stated"}]).whole
    assert month and (month.day, month.is_written) == (date(2022, 1, 31), False)
    assert (
        _anchors(dates=[{"kind": "published", "date": "2022-01-10?", "basis": "inferred"}]).whole
        is None
    )


def test_each_report_of_several_has_its_own_anchor_or_none():
    found = _anchors(reports=[{"starts": "a", "date": "2022-01-10"}, {"starts": "b"}])
    days = [
        anchor and anchor.day
        for anchor in (
            found.at(_segment(0, 0)),
            found.at(_segment(0, 1)),
            found.at(_segment(0, None)),
        )
    ]
    assert days == [date(2022, 1, 10), None, None]


def _segment(start, report=None):
    return Segment("s1", ((start, start + 1),), "a", "sentence", "en", 0, report=report)


THREAD = """From: Dana
Date: Tue, 14 Mar 2017 21:52:07 -0500
Subject: RE: Draft

Struck today.

-----Original Message-----
From: Priya
Sent: Monday, March 13, 2017 8:40 PM

Third draft.

On Sun, Mar 12, 2017 at 7:15 PM, Dana
wrote:
> Who speaks?
> > On Saturday Tom wrote:
> > Did we?

Best, Priya
From: all of us, thanks.

Still Priya.

From: Tom
To: Dana

No day.
"""


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("Struck today", 2),
        ("Third draft", 9),
        ("Who speaks", 13),
        ("Best, Priya", 9),
        ("Did we", None),
        ("Still Priya", 9),
        ("No day", None),
    ],
)
def test_each_mail_of_a_thread_is_dated_by_its_own_line(words, line):
    anchor = anchors(
        TypeAdapter(SourceRecord).validate_python({}), Seed("a", "seeds/a.txt", "", THREAD)
    ).at(_segment(THREAD.index(words)))
    assert (anchor and anchor.reason.en.partition("line ")[2].partition(" ")[0]) == (
        line and str(line)
    )


QUOTES_LATER = "From: Ann\nDate: 10 Apr 2017\n\nLast night it failed.\n\n"
LATER = "On Tue, 11 Apr 2017 at 08:15, Bo wrote:\n"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            f"{QUOTES_LATER}{LATER}> Is it true?\n\nIt came this afternoon.\n",
            {"Last night": "2017-04-10", "Is it": "2017-04-11", "this afternoon": None},
        ),
        (
            f"{QUOTES_LATER}It came this afternoon.\n\n{LATER}> Is it true?\n",
            {"this afternoon": None, "Is it": "2017-04-11"},
        ),
        (
            f"{QUOTES_LATER}It came this afternoon.\n\n{LATER}Is it true?\n",
            {"this afternoon": None, "Is it": "2017-04-11"},
        ),
        (
            f"{QUOTES_LATER.replace('10 Apr', '12 Apr')}{LATER}> Is it true?\n\nIt came this afternoon.\n",
            {"Last night": "2017-04-12", "Is it": "2017-04-11", "this afternoon": "2017-04-12"},
        ),
        (
            "发件人：王五\n时间：2020年5月1日\n\n昨晚停电。\n\n李四于2020年5月3日写道：\n> 恢复了吗？\n\n今早恢复了。\n",
            {"昨晚": "2020-05-01", "恢复了吗": "2020-05-03", "今早": None},
        ),
    ],
)
def test_no_mail_is_older_than_what_it_quotes(text, days):
    found = anchors(
        TypeAdapter(SourceRecord).validate_python({}), Seed("a", "seeds/a.txt", "", text)
    )
    assert {
        words: (anchor := found.at(_segment(text.index(words)))) and anchor.day.isoformat()
        for words in days
    } == days


def test_a_text_that_quotes_a_mail_once_is_no_thread():
    assert (
        mails("On March 5, 2021 at 10:15, Musk wrote:\n\nWe are sorry.\n\nThe shares fell.") == ()
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "昨（17）日道歉，17日鞠躬，连续17日，17日内，昨日(15日)",
            ["昨（17）日 = 2025-04-17", "17日 = 2025-04-17"],
        ),
        ("昨日下午四時，本月二日晨六時", ["昨日 = 2025-04-17", "本月二日 = 2025-04-02"]),
        ("今日(18日)凌晨", ["今日(18日)凌晨 = 2025-04-18"]),
        ("Yesterday's Recorder; yesterday's fashions", ["Yesterday = 2025-04-17"]),
        (
            "April 18, 2025: the event, May 4 - 17, returns",
            ["April 18, 2025 = 2025-04-18", "May 4 - 17 = 2025-05-04/2025-05-17"],
        ),
        (
            "April 18, 2019: the event, May 4 - 17, returned",
            ["April 18, 2019 = 2019-04-18", "May 4 - 17 = XXXX-05-04/XXXX-05-17"],
        ),
        ("114年3月26日稽查，100年的店", []),
        ("民國98年成立，114年3月26日稽查", ["民國98年 = 2009", "114年3月26日 = 2025-03-26"]),
    ],
)
def test_words_of_a_text_of_a_known_day(text, found):
    assert [
        f"{text[m.start : m.end]} = {m.target}"
        for m in dates(text, Anchor(day=date(2025, 4, 18), is_written=True))
    ] == found


def test_years_of_the_republic_are_known_by_one_that_says_so():
    text = "民國98年成立。\n衛生局114年3月26日稽查。"
    anchor = anchors(
        TypeAdapter(SourceRecord).validate_python({}), Seed("a", "seeds/a.txt", "", text)
    ).at(_segment(9))
    (mark,) = dates("衛生局114年3月26日稽查。", anchor)
    assert (
        str(mark.target) == "2025-03-26"
        and mark.basis == "inferred"
        and "Republic" in mark.reason.en
    )


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("發佈時間：2024/02/21\n裕榮自112年11月起購入，113年1月8日開始生產。", True),
        ("2025-12-05 17:01\n縣府114年9月稽查，開罰。", True),
        ("衛生局2019年3月4日說明：業者108年2月歇業。", True),
        ("发布时间：2024/02/21\n裕荣自112年11月起购入，开始生产。", False),
        ("2024/02/21\n該店已有113年歷史，開業於1911年。", False),
        ("2024/02/21\n書成於103年5月，時為東漢。", False),
        ("衛生局113年1月8日稽查。", False),
        ("發布日期：113/05/20\n本局裁罰。", True),
        ("發稿日期：112年8月7日\n本會裁罰。", True),
        ("发布日期：113/05/20\n本局处罚。", False),
        ("發布日期：113個月\n本局裁罰。", False),
        ("地址：113/05/20\n本局裁罰。", False),
    ],
)
def test_years_of_the_republic_are_known_by_one_that_fits_a_full_date_of_the_page(text, counts):
    assert habits(text).republic is counts


def test_a_label_with_a_year_of_the_republic_dates_the_text_and_figures_are_read_like_it():
    text = "發布日期：113/05/20\n本局113/04/15稽查，3月2日已勸導，113/15/20，第113/04/15-2號。"
    anchor = anchors(
        TypeAdapter(SourceRecord).validate_python({}), Seed("a", "seeds/a.txt", "", text)
    ).at(_segment(30))
    assert anchor.day == date(2024, 5, 20)
    assert [(str(m.target), m.basis) for m in dates(text.splitlines()[-1], anchor)] == [
        ("2024-04-15", "inferred"),
        ("2024-03-02", "inferred"),
    ]


def test_after_a_year_of_the_republic_the_rest_of_the_sentence_is_in_it():
    text = "記者 陳佳宜 報導\n發佈時間：2024/02/21 11:30\n裕榮113年1月8日開始生產，餘將在2月底前完成回收。"
    found = dates(
        text.splitlines()[-1],
        anchors(
            TypeAdapter(SourceRecord).validate_python({}), Seed("a", "seeds/a.txt", "", text)
        ).at(_segment(60)),
    )
    assert [(str(m.target), m.basis) for m in found] == [
        ("2024-01-08", "inferred"),
        ("2024-02", "inferred"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3/13/2015 withdrawn. 4/3/2015 suspended.", "2015-03-13 2015-04-03?"),
        ("Made between 2/12/2015 – 3/27/2015.", "2015-02-12/2015-03-27?"),
        ("25.12.2021, 04.05.2021", "2021-12-25 2021-05-04?"),
        ("回收 03/09/2019，公告 30/09/2019", "2019-09-03? 2019-09-30"),
        ("11-06-2020 to 11-28-2020", "2020-11-06/2020-11-28?"),
        ("3/13/2015, 13/3/2015, 4/3/2015", "2015-03-13 2015-03-13 [2015-03-04,2015-04-03]"),
        ("4/3/2015 and 5/3/2015", "[2015-03-04,2015-04-03] [2015-03-05,2015-05-03]"),
        ("13/13/2015, 4/3/2015", "[2015-03-04,2015-04-03]"),
    ],
)
def test_one_date_that_can_be_read_in_one_way_only_tells_the_order_of_the_others(text, found):
    marks = dates(text, Anchor(habits=habits(text)))
    assert " ".join(f"{m.target}{'?' if m.basis == 'inferred' else ''}" for m in marks) == found
    assert all("line 1 of the file" in m.reason.en for m in marks if m.basis == "inferred")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("本周日（21日）起飛", ["本周日（21日） = 2023-05-21"]),
        ("上周五（19日）停产", ["上周五（19日） = 2023-05-19"]),
        ("本週五（26日）開會", ["本週五（26日） = 2023-05-26"]),
        ("下周一（6月5日）复产", ["下周一（6月5日） = 2023-06-05"]),
        ("本周日（22日）", []),
        ("昨（20）日", []),
        ("昨（23）日晚", ["昨（23）日晚 = 2023-05-23"]),
        ("今（24）早", ["今（24）早 = 2023-05-24"]),
        ("前日（廿二日）", ["前日（廿二日） = 2023-05-22"]),
        ("前日（五日）", []),
        ("前天(22號)", ["前天(22號) = 2023-05-22"]),
        ("明（25）日", ["明（25）日 = 2023-05-25"]),
        ("明日（5月25日）", ["明日（5月25日） = 2023-05-25"]),
        ("昨日（5月21日）", ["5月21日 = 2023-05-21"]),
        ("昨天（2023年5月23日）", ["昨天 = 2023-05-23", "2023年5月23日 = 2023-05-23"]),
        ("昨晚（2023年5月20日）", ["2023年5月20日 = 2023-05-20"]),
        ("5月21日（本周日）", ["5月21日 = 2023-05-21", "本周日 = 2023-05-21"]),
        ("5月21日（昨日）", ["5月21日 = 2023-05-21"]),
        ("21日（本周五）", []),
        ("日前（23日）宣布", ["23日 = 2023-05-23"]),
        ("It closed yesterday (May 21).", ["May 21 = 2023-05-21"]),
        ("It closed yesterday, 23 May.", ["yesterday = 2023-05-23", "23 May = 2023-05-23"]),
        ("It closed last night (the 20th).", []),
        ("Yesterday, the 23rd, it closed.", ["Yesterday = 2023-05-23"]),
        ("Yesterday 3rd division clubs met.", ["Yesterday = 2023-05-23"]),
        ("今晚8号线停运", ["今晚 = 2023-05-24"]),
    ],
)
def test_a_word_like_yesterday_is_read_with_the_number_beside_it(text, found):
    assert [
        f"{text[m.start : m.end]} = {m.target}"
        for m in dates(text, Anchor(day=date(2023, 5, 24), is_written=True))
    ] == found  # a Wednesday


def test_on_a_sunday_the_number_tells_which_week_is_meant():
    assert [
        str(m.target)
        for m in dates(
            "上周五（19日），本周三（24日），本周一（16日）",
            Anchor(day=date(2023, 5, 21), is_written=True),
        )
    ] == ["2023-05-19", "2023-05-24"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on the 20th inst. it", "the 20th inst. = 1929-08-20"),
        ("The 1st ult. was", "The 1st ult. = 1929-07-01"),
        ("of the 3rd instant", "the 3rd instant = 1929-08-03"),
        ("the 31st ultimo", "the 31st ultimo = 1929-07-31"),
        ("the 1st instance", ""),
        ("the 32nd inst.", ""),
        ("the 2nd ultimatum", ""),
    ],
)
def test_old_letters_name_the_month_by_a_word(text, found):
    assert (
        ", ".join(
            f"{text[m.start : m.end]} = {m.target}"
            for m in dates(text, Anchor(day=date(1929, 8, 29), is_written=True))
        )
        == found
    )
    assert not dates(text, Anchor(day=date(1929, 8, 29)))


@pytest.mark.parametrize(
    ("text", "day", "is_written"),
    [
        (
            "SAN FRANCISCO, August 29.\nA run on a bank.\n"
            + "More.\n" * 9
            + "Evening Star, Issue 20295, 28 September 1929, Page 21",
            "1929-08-29",
            True,
        ),
        (
            "PARIS, January 3.\nNews.\nThe Argus, Volume XIV, 2 February 1899, p. 5",
            "1899-01-03",
            True,
        ),
        (
            "A RUN ON A BANK\nA bank was run on.\nEvening Star, No. 77, 28 September 1929, Page 2",
            "1929-09-28",
            False,
        ),
        (
            "ACME LIMITED\nANNOUNCEMENT\n"
            + "We are sorry.\n" * 12
            + "Ann Lo\nHong Kong, 24th October 2018\n公布\n"
            + "抱歉。\n" * 12
            + "羅某\n香港，二零一八年十月二十四日\n董事：甲\n乙",
            "2018-10-24",
            True,
        ),
        ("声明\n" + "对不起。\n" * 14 + "某某公司\n2021年6月8日", "2021-06-08", True),
        ("声明\n" + "对不起。\n" * 14 + "2021-06-08 10:00", "2021-06-08", False),
        ("致顾客\n我们深表歉意。\n青禾书店\n2020年9月7日", "2020-09-07", True),
        ("NOTICE\nWe are sorry, and will pay.\nAnn Lo\nLeeds, 5 May 2011", "2011-05-05", True),
        ("NOTICE\n5 May 2011\nWe are sorry, and will pay.", "2011-05-05", False),
        (
            "Menu\nLog in\nShop\nHelp\nNews\nRecall\nProvided by\nAcme\nShare\nAUSTIN, Texas, April 20, 2015 /PRNewswire/ -- Acme recalls all.",
            "2015-04-20",
            True,
        ),
        ("x\n" * 9 + "Acme\nApr 20, 2015, 21:37 ET\n\nAcme recalls all.", "2015-04-20", False),
    ],
)
def test_a_text_is_dated_under_a_menu_by_a_citation_and_by_its_signature(text, day, is_written):
    anchor = anchor_in(f"{text}\n")
    assert anchor and (anchor.day.isoformat(), anchor.is_written) == (day, is_written)


@pytest.mark.parametrize(
    ("day", "text", "value"),
    [
        ("2018-10-24", "可於10月25日起", "2018-10-25"),
        ("2018-10-24", "by November 7", "2018-11-07"),
        ("2018-12-28", "1月3日", "2019-01-03"),
        ("2018-10-24", "November 8", "XXXX-11-08"),
        ("2018-10-24", "每年10月25日", "XXXX-10-25"),
    ],
)
def test_a_text_of_a_certain_day_means_the_fortnight_to_come(day, text, value):
    assert [
        str(m.target) for m in dates(text, Anchor(day=date.fromisoformat(day), is_written=True))
    ] == [value]
    assert [str(m.target) for m in dates(text, Anchor(day=date.fromisoformat(day)))] == [
        "XXXX" + value[4:]
    ]


def test_the_page_shows_an_inferred_year_as_such_and_says_why(small):
    (small / "seeds" / "dated.txt").write_text(
        "小米道歉\n发布时间：2024-03-05 10:21\n\n公司1月7日晚宣布召回，上世纪八十年代已有先例，3月20日再公布。\n",
        encoding="utf-8",
    )
    built = build(small)
    assert built.faults == ()
    page = parsed(built.pages["sources/dated.md"])
    shown = {mark.text(): mark.attributes for mark in page.all("a", of="m-date")}
    assert (
        shown["1月7日晚"]["data-sure"] == "inferred"
        and "m-uncertain" in shown["1月7日晚"]["class"]
        and shown["1月7日晚"]["href"].endswith("#d2024-01-07")
    )
    assert (
        shown["上世纪八十年代"]["href"].endswith("timeline/198X.html#d198X")
        and "data-sure" not in shown["3月20日"]
    )
    assert "line 2 of the file" in page.first("section", of="cb-uncertain").text()
    assert (
        "1980s" in built.pages["timeline/198X.md"]
        and "1980年代" in built.pages["timeline/198X.md"]
        and "not given" not in built.pages["timeline/198X.md"].partition("<nav")[0]
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "In March it apologised; since February it has not",
            "March = 2021-03, February = 2021-02",
        ),
        ("During January nobody called.", "January = 2021-01"),
        ("In October he left.", ""),
        ("In March it will apologise.", ""),
        ("Every year in January it may close.", ""),
        ("Since June nobody has called.", ""),
        ("They march in May.", ""),
        ("In May 2020 it closed.", "May 2020 = 2020-05"),
        ("1月起停产，到了2月，公司道歉。", "1月 = 2021-01, 2月 = 2021-02"),
        ("历时3月，将于3月起", ""),
        ("三月饼，3个月，第3月。", ""),
        (
            "last month, this month and last December",
            "last month = 2021-02, this month = 2021-03, last December = 2020-12",
        ),
        (
            "上月停产，上个月复产，本月3日道歉。",
            "上月 = 2021-02, 上个月 = 2021-02, 本月3日 = 2021-03-03",
        ),
        (
            "本周道歉，上周五停产，下周一复产",
            "本周 = 2021-03-08/2021-03-14, 上周五 = 2021-03-05, 下周一 = 2021-03-15",
        ),
        ("上週三", "上週三 = 2021-03-03"),
        ("據上週五報導，公司上月停产", "上週五 = 2021-03-05, 上月 = 2021-02"),
        ("登上月球，网上月销十万，晚上周五下班，日本周五宣布", ""),
        ("In May's view it failed.", ""),
        ("本周刊记者", ""),
        ("The company said on Friday that it was sorry.", "Friday = 2021-03-05"),
        ("It apologized in a statement on Monday.", "Monday = 2021-03-08"),
        ("It said on Wednesday", ""),
        ("The hearing is on Friday.", ""),
        ("In ’98 and in '22", "’98 = 1998"),
        ("The strike of '19", "'19 = 2019"),
        ("他说：“上周我不知道。”", ""),
        ("翌日公司道歉，次日停产。", ""),
    ],
)
def test_what_is_counted_from_the_day_of_writing_is_marked_where_only_one_day_month_or_week_can_be_meant(
    text, found
):
    text, day = text, date(2021, 3, 10)  # a Wednesday
    wanted = found.replace("下周一 = 2021-03-15", "下周一 = 2021-03-15")
    assert (
        ", ".join(
            f"{text[m.start : m.end]} = {m.target}"
            for m in dates(text, Anchor(day=day, is_written=True))
        )
        == wanted
    )
    assert not [m for m in dates(text, None) if m.basis != "stated"]


@pytest.mark.parametrize(
    ("day", "text", "value"),
    [
        ("2024-03-30", "会议将于1日在京举行", "2024-04-01"),
        ("2024-03-30", "公司1日从北京获悉", "2024-03-01"),
        ("2024-03-30", "他31日表示", ""),
        ("2024-03-02", "公司25日在上海宣布", ""),
        ("2024-03-02", "法院定于25日晚开庭", "2024-03-25"),
        ("2024-03-30", "原定于25日晚复牌", ""),
        ("2024-12-31", "将于2日晚公布", "2025-01-02"),
        ("2024-03-30", "12日14时28分地震", "2024-03-12"),
        ("2024-03-30", "29日起停业，截至30日12时；12日至15日14时", "2024-03-29 2024-03-30"),
        ("2024-03-30", "本月31日", "2024-03-31"),
    ],
)
def test_a_day_without_its_month_is_no_day_to_come_unless_the_words_say_so(day, text, value):
    assert [
        str(m.target) for m in dates(text, Anchor(day=date.fromisoformat(day), is_written=True))
    ] == value.split()


def test_on_a_sunday_nobody_can_tell_which_week_is_meant():
    assert dates("上周五公司道歉，本周停产。", Anchor(day=date(2021, 3, 14), is_written=True)) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Monday, February 22,", "2021-02-22"),
        ("on Friday, February 22,", "XXXX-02-22"),
        ("2月22日（星期一）", "2021-02-22"),
        ("2月22日，周五", "XXXX-02-22"),
        ("February 22 (Friday)", "XXXX-02-22"),
    ],
)
def test_a_year_is_not_inferred_against_the_day_of_the_week_that_the_text_gives(text, value):
    assert [str(m.target) for m in dates(text, Anchor(day=date(2021, 3, 5)))] == [value]


@pytest.mark.parametrize(
    ("day", "text", "value"),
    [
        ("2019-09-09", "no later than Friday, September 13, at 5 p.m.", "2019-09-13"),
        ("2019-09-09", "no later than Thursday, September 13", "XXXX-09-13"),
        ("2014-06-28", "下周五（7月4日）", "2014-07-04"),
        ("2014-06-28", "下周四（7月4日）", "XXXX-07-04"),
        ("2014-06-28", "7月4日（星期五）", "2014-07-04"),
        ("2024-12-28", "1月6日，周一", "2025-01-06"),
        ("2019-09-09", "Saturday, April 18", "XXXX-04-18"),
        ("2021-01-05", "12月31日（周四）", "2020-12-31"),
    ],
)
def test_a_day_of_the_week_tells_the_year_of_a_day_near_the_text_s_own(day, text, value):
    assert [str(m.target) for m in dates(text, Anchor(day=date.fromisoformat(day)))] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("大正14年11月15日", "1925-11-15"),
        ("昭和三年十月", "1928-10"),
        ("明治四十三年", "1910"),
        ("平成元年", "1989"),
        ("令和5年3月", "2023-03"),
        ("昭和六十四年一月七日", "1989-01-07"),
        ("明治三年五月", ""),
        ("昭和九十年", ""),
        ("昭和电工3年", ""),
    ],
)
def test_years_of_japan_are_read_and_months_of_the_moon_are_not(text, value):
    assert [str(m.target) for m in dates(text)] == value.split()


@pytest.mark.parametrize(
    ("day", "text", "value"),
    [
        ("2019-11-14", "until January 31", "XXXX-01-31"),
        ("2019-11-14", "on October 2", "2019-10-02"),
        ("2019-11-14", "March 20", "2019-03-20"),
        ("2024-12-20", "1月5日", "XXXX-01-05"),
        ("2024-01-10", "10月20日", "2023-10-20"),
        ("1930-03-06", "二月四日", "1930-02-04"),
    ],
)
def test_at_the_turn_of_the_year_a_day_to_come_stays_open(day, text, value):
    assert [str(m.target) for m in dates(text, Anchor(day=date.fromisoformat(day)))] == [value]


@pytest.mark.parametrize(
    ("day", "text", "value"),
    [
        ("2021-01-05", "The company will host a call on March 12.", "2021-03-12"),
        ("2021-01-05", "Please reply no later than June 1.", "2021-06-01"),
        ("2021-11-20", "The inquest is to resume on 4 February.", "2022-02-04"),
        ("2021-01-05", "The hearing is on Friday, 12 March.", "2021-03-12"),
        ("2018-01-05", "法院将于3月12日开庭。", "2018-03-12"),
        ("2018-11-05", "展覽將延至翌年，定於4月20日開幕。", "XXXX-04-20"),
        ("2018-11-05", "展覽定於4月20日開幕。", "2019-04-20"),
        ("2018-11-05", "预计2月8日完工。", "2019-02-08"),
        (
            "2021-01-05",
            "The company will answer the letter that it received on March 12.",
            "XXXX-03-12",
        ),
        ("2021-01-05", "The company will review what it said on March 12.", "XXXX-03-12"),
        ("2021-01-05", "It will open on October 1.", "XXXX-10-01"),
        ("2021-01-05", "公司3月12日宣布将召回。", "XXXX-03-12"),
        ("2021-01-05", "Sales will be counted from December 3.", "XXXX-12-03"),
    ],
)
def test_a_day_that_the_words_say_is_to_come_is_the_next_if_it_is_less_than_half_a_year_ahead(
    day, text, value
):
    assert [
        str(m.target) for m in dates(text, Anchor(day=date.fromisoformat(day), is_written=True))
    ] == [value]


def test_what_was_to_come_may_be_over_when_a_copy_is_made():
    copied = Anchor(day=date(2021, 8, 10))
    assert [
        str(m.target)
        for m in dates(
            "法院将于2月1日开庭。The court will sit on 12 July; the fair will open on 1 October.",
            copied,
        )
    ] == ["XXXX-02-01", "2021-07-12", "2021-10-01"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The statement goes out on Friday the 14th.", "2019-06-14"),
        ("on Monday, the 3rd, it fell", "2019-06-03"),
        ("on Friday the 13th", ""),
        ("Friday the 14th of June 2019", "2019-06-14"),
        ("the Friday 5th Avenue closed", ""),
    ],
)
def test_a_day_of_the_week_with_its_number_is_the_one_near_the_day_of_writing(text, value):
    assert [
        str(m.target) for m in dates(text, Anchor(day=date(2019, 6, 11), is_written=True))
    ] == value.split()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "来源：新京报 2008-11-03\n97年7月，08年，98年3月5日，于96年",
            "1997-07 2008 1998-03-05 1996",
        ),
        ("来源：新京报 2008-11-03\n98年洪水，成立60年，服刑12年6月，有08年的历史，于70年间", ""),
        ("香港 2010年6月1日\n於98年5月入行，成立於99年", ""),
        ("民國98年9月1日\n98年8月查獲，86年5月設立，於97年公布，12年6月", "2009-08 1997-05 2008"),
        ("甲\n98年8月，08年", ""),
    ],
)
def test_a_year_of_two_figures_is_read_where_the_text_tells_how_it_counts(text, values):
    anchor = anchors(
        TypeAdapter(SourceRecord).validate_python({}), Seed("a", "seeds/a.txt", "", text)
    ).at(_segment(30))
    assert [str(m.target) for m in dates(text.splitlines()[-1], anchor)] == values.split()


@pytest.mark.parametrize(
    ("text", "day", "is_written"),
    [
        (
            "談話全文\n今日（七月二十八日）會見傳媒。\n完\n2021年7月28日（星期三）",
            "2021-07-28",
            True,
        ),
        ("道歉\n2014-10-14 聯合報 記者王小明/台北報導\n業者道歉。", "2014-10-14", False),
        ("THE STRIKE\nBoston, June 5, 1912.—The men met.", "1912-06-05", True),
        ("漏水\n【明報專訊】2018年6月12日\n港鐵道歉。", "2018-06-12", True),
        ("Recall\nPosted by KettleFan on 03 Feb 2015, 18:20\nIt died.", "2015-02-03", False),
    ],
)
def test_more_forms_of_a_text_s_own_day(text, day, is_written):
    anchor = anchor_in(f"{text}\n")
    assert anchor and (anchor.day.isoformat(), anchor.is_written) == (day, is_written)


def test_the_day_of_a_dateline_is_no_other_year_than_that_of_the_text():
    text = "CHICAGO, Jan. 5, 2021 /PRNewswire/ -- Acme recalled what was sold between November 12 and December 20. The men left on the 3d ult."
    assert [str(m.target) for m in dates(text, Anchor(day=date(2021, 1, 5), is_written=True))] == [
        "2021-01-05",
        "2020-11-12/2020-12-20",
        "2020-12-03",
    ]
