"""When a text was written: its own line, an editor's record, or nothing; and what its bare days become by it."""

from datetime import date

import pytest
from pydantic import TypeAdapter

from build_tools.annotators.date_parts import Anchor
from build_tools.annotators.datelines import anchor_in
from build_tools.annotators.dates import dates
from build_tools.model.source import SourceRecord
from build_tools.model.text import Seed
from build_tools.pipeline import build
from build_tools.stages.anchors import anchors
from tests.conftest import parsed

PUBLISHED = {
    "发布时间：2024-03-05 10:21": "2024-03-05", "發佈時間：2024年3月5日": "2024-03-05", "2024年03月05日 10:21 来源：新华网": "2024-03-05", "2024-03-05": "2024-03-05",
    "London, 2 May 2017": "2017-05-02", "中央日報 民國十九年三月六日 星期四": "1930-03-06",
    "www.fjnet.cn 2013-08-05 20:23 杜希萌 陳亮 來源:中國新聞網": "2013-08-05", "2018-10-30|閱讀時間 約 4 分鐘": "2018-10-30",
    "Xin Lang Cai Jing·2025-10-27 20:11": "2025-10-27", "Published: 5 March 2024": "2024-03-05", "Posted on March 5, 2021 at 10:21 a.m.": "2021-03-05",
    "Friday, March 5, 2021": "2021-03-05", "By Jane Doe | March 5, 2021": "2021-03-05", "２０２４年３月５日": "2024-03-05", "民國十九年三月五日": "1930-03-05"}
WRITTEN = {
    "LONDON, 5 March 2021 — Acme said": "2021-03-05", "NEW YORK, March 5, 2021 /PRNewswire/ -- Acme said": "2021-03-05", "BEIJING, March 5, 2024 (Xinhua) -- Acme said": "2024-03-05",
    "新华社北京2024年3月5日电 记者": "2024-03-05", "民国十九年三月六日\n【本報五日上海電】公司": "1930-03-05", "（中央社台北2024年3月5日電）公司": "2024-03-05", "From: a@b.cn\nSubject: recall\nDate: Tue, 5 Mar 2024 10:21:00 +0800": "2024-03-05",
    "发布时间：2024-03-06\n新华社北京3月5日电 记者": "2024-03-05", "（中央社記者王小明台北5日電）公司\n2024/3/5 18:20": "2024-03-05", "2024-01-02 09:00\n中新网12月30日电": "2023-12-30"}
NONE = ("小米2024年3月5日发布新车", "公司2024年3月5日宣布召回。", "时间：2024年3月5日\n地点：北京", "Date: 5 March 2024\nVenue: London", "Results for the Quarter Ended December 31, 2020",
        "据新华社2024年3月5日电，公司", "新华社北京3月5日电 记者", "2024-03-05\n甲\n2024-03-06\n乙", "新华社北京2024年3月5日电 甲\n新华社上海2024年3月6日电 乙", "2024年2月30日", "更新时间：2024-03-05",
        *("甲\n" * 9 + "发布时间：2024-03-05\n" + "乙\n" * 5,))


@pytest.mark.parametrize(("line", "day", "is_written"), [*((line, day, False) for line, day in PUBLISHED.items()), *((line, day, True) for line, day in WRITTEN.items())])
def test_a_line_at_the_head_dates_the_text(line, day, is_written):
    anchor = anchor_in(f"小米道歉\n{line}\n\n公司宣布召回。\n")
    assert anchor and (anchor.day.isoformat(), anchor.is_written) == (day, is_written)


@pytest.mark.parametrize("text", NONE)
def test_a_line_that_may_mean_something_else_dates_nothing(text):
    assert anchor_in(f"{text}\n") is None


def test_a_line_at_the_foot_dates_the_text_too():
    assert anchor_in("声明\n" + "甲。\n" * 20 + "小米公司\n2024年3月5日\n").day == date(2024, 3, 5)


def test_the_anchor_says_which_line_it_rests_on():
    assert "line 3 of the file" in anchor_in("a\n\n发布时间：2024-03-05\nb").reason.en


def test_a_copys_line_tells_no_yesterday():
    text = "昨日，公司1月7日的声明；去年6月；2024年。"
    assert [str(m.target) for m in dates(text, Anchor(day=date(2024, 3, 5)))] == ["2024-01-07", "2023-06", "2024"]
    assert [str(m.target) for m in dates(text, Anchor(day=date(2024, 3, 5), is_written=True))] == ["2024-03-04", "2024-01-07", "2023-06", "2024"]


@pytest.mark.parametrize(("text", "value"), [("3月5日", "2024-03-05"), ("2月29日", "2024-02-29"), ("12月20日", "2023-12-20"), ("3月6日", "XXXX-03-06"), ("10月1日", "XXXX-10-01"),
                                             ("每年1月1日", "XXXX-01-01"), ("同年1月1日", "XXXX-01-01"), ("2月30日", "None"), ("1月30日至2月2日", "2024-01-30/2024-02-02"), ("January 7", "2024-01-07"),
                                             ("December 30 – January 2", "2023-12-30/2024-01-02"), ("2023年3月6日", "2023-03-06"), ("上半年", "2024-01/2024-06"), ("明年3月", "2025-03"), ("last June", ""), ("1月30日", "2024-01-30"),
                                             ("2018年他来了，1月7日又走", "2018 XXXX-01-07"), ("去年疫情，1月7日停产", "XXXX-01-07"), ("今年1月，2月3日", "2024-01 2024-02-03"), ("本月十日，上月3日", "2024-03-10 2024-02-03"), ("In 2019, on January 7,", "2019 XXXX-01-07")])
def test_a_bare_day_takes_a_year_only_where_no_day_to_come_can_be_meant(text, value):
    assert [str(m.target) for m in dates(text, Anchor(day=date(2024, 3, 5), is_written=True))] == value.split()


def test_words_like_yesterday_within_a_quotation_are_left_alone():
    assert dates("他说：“我昨天没睡。” She said: “We met yesterday.”", Anchor(day=date(2024, 3, 5), is_written=True)) == ()


def test_so_are_those_of_a_quotation_that_goes_on_for_sentences(small):
    (small / "seeds" / "said.txt").write_text("新华社北京2024年3月5日电 公司昨日回应。\n\n他说：“我很难过。昨天的事不会再有。对不起。”公司昨晚停产。\n", encoding="utf-8")
    text = build(small).archive.sources["said"].text
    marks = [(each.reading.text[m.start : m.end], str(m.target)) for each in text for m in each.rendition("zh-Hans").marks if m.kind == "date"]
    assert marks == [("2024年3月5日", "2024-03-05"), ("昨日", "2024-03-04"), ("昨晚", "2024-03-04")]


def _anchors(**record):
    return anchors(TypeAdapter(SourceRecord).validate_python(record), Seed("a", "seeds/a.txt", "", "发布时间：2024-03-05\n公司1月7日宣布。"))


def test_what_editors_recorded_comes_before_the_texts_own_line():
    own = _anchors().whole
    assert own and own.day == date(2024, 3, 5)
    assert _anchors(year="2022").whole == Anchor("2022")
    assert _anchors(dates=[{"kind": "republished", "date": "2024-03-05", "basis": "stated"}]).whole is None
    published = _anchors(dates=[{"kind": "published", "date": "2022-01-10", "basis": "stated"}, {"kind": "republished", "date": "2024-03-05", "basis": "stated"}]).whole
    assert published and (published.day, published.is_written) == (date(2022, 1, 10), True)
    month = _anchors(dates=[{"kind": "published", "date": "2022-01", "basis": "stated"}]).whole
    assert month and (month.day, month.is_written) == (date(2022, 1, 31), False)
    assert _anchors(dates=[{"kind": "published", "date": "2022-01-10?", "basis": "inferred"}]).whole is None


def test_each_report_of_several_has_its_own_anchor_or_none():
    found = _anchors(reports=[{"starts": "a", "date": "2022-01-10"}, {"starts": "b"}])
    assert found.at(0).day == date(2022, 1, 10) and found.at(1) is None and found.at(None) is None


def test_the_page_shows_an_inferred_year_as_such_and_says_why(small):
    (small / "seeds" / "dated.txt").write_text("小米道歉\n发布时间：2024-03-05 10:21\n\n公司1月7日晚宣布召回，上世纪八十年代已有先例，3月20日再公布。\n", encoding="utf-8")
    built = build(small)
    assert built.faults == ()
    page = parsed(built.pages["sources/dated.md"])
    shown = {mark.text(): mark.attributes for mark in page.all("a", of="m-date")}
    assert shown["1月7日晚"]["data-sure"] == "inferred" and "m-uncertain" in shown["1月7日晚"]["class"] and shown["1月7日晚"]["href"].endswith("#d2024-01-07")
    assert shown["上世纪八十年代"]["href"].endswith("timeline/198X.html#d198X") and "data-sure" not in shown["3月20日"]
    assert "line 2 of the file" in page.first("section", of="cb-uncertain").text()
    assert "1980s" in built.pages["timeline/198X.md"] and "1980年代" in built.pages["timeline/198X.md"] and "not given" not in built.pages["timeline/198X.md"].partition("<nav")[0]


@pytest.mark.parametrize(("day", "text", "value"), [("2019-11-14", "until January 31", "XXXX-01-31"), ("2019-11-14", "on October 2", "2019-10-02"), ("2019-11-14", "March 20", "2019-03-20"),
                                                    ("2024-12-20", "1月5日", "XXXX-01-05"), ("2024-01-10", "10月20日", "2023-10-20"), ("1930-03-06", "二月四日", "1930-02-04")])
def test_at_the_turn_of_the_year_a_day_to_come_stays_open(day, text, value):
    assert [str(m.target) for m in dates(text, Anchor(day=date.fromisoformat(day)))] == [value]
