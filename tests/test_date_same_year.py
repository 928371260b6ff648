"""同年, 当年, `of that year` and 翌年 mean the year named last, where one can be meant."""

import shutil

import pytest

from build_tools.pipeline import build
from tests.conftest import copy_small, parsed

MEANT = {
    "该厂成立于2012年。同年9月，厂房起火。": "2012 2012-09",
    "该厂成立于2012年，同年9月3日开工。": "2012 2012-09-03",
    "1984年，工厂亏损。该年12月，厂长到任。": "1984 1984-12",
    "公司2016年开业，当年12月停业。": "2016 2016-12",
    "該店2016年開幕，同年12月遭檢舉。": "2016 2016-12",
    "公司2003年上市。它很小。同年11月，他当选董事。次年2月，他辞职。": "2003 2003-11 2004-02",
    "1997年香港回归。那年8月，公司裁员。": "1997 1997-08",
    "工厂1998年投产，同年3月至5月停工。": "1998 1998-03/1998-05",
    "The mill opened in 2015. In September of that year it closed.": "2015 2015-09",
    "In 1986 a dam broke; in December of the same year it was mended.": "1986 1986-12",
    "In 1995 she joined; her son was born that year. On May 5 of that year it burned.": "1995 1995-05-05",
    "该厂1998年建成，2012年改造。同年9月起火。": "1998 2012 2012-09",
    "陈某，1970年生，1992年毕业，同年7月进入报社。次年5月，他离开。": "1970 1992 1992-07 1993-05",
    "1998年成立的公司2018年上市，同年9月退市。": "1998 2018 2018-09",
    "In 2019 it shrank.\n\nIn May of that year the firm closed.": "2019 2019-05",
    "公司成立于2012年。\n\n同年9月，厂房起火。": "2012 2012-09",
    "The dam, finished in 1922, burst in 1928. In March of that year it had cracked.": "1922 1928 1928-03",
    "到2018年，公司扩大，同年9月上市。": "2018 2018-09",
    "2012年，公司售出2000台。同年9月，它停产。": "2012 2012-09",
    "原告于2017年3月起诉，法院同年6月15日审理。": "2017-03 2017-06-15",
    "公司自2017年3月起停业，同年6月15日": "2017-03 2017-06-15",
    "It began in 1931. In May of that year he came, and in March of the following year he left.": "1931 1931-05 1932-03",
    "John Carr (12 May 1901 – 3 June 1977) joined in 1925. In June of that year he left.": "1901-05-12/1977-06-03 1925 1925-06",
}
OPEN = {
    "2012年，他卖掉公司，那是1998年的事，同年9月起火。": "2012 1998 XXXX-09",
    "该厂2012年关闭，1998年建成，同年9月起火。": "2012 1998 XXXX-09",
    "2010年，公司计划2015年上市，同年9月停牌。": "2010 2015 XXXX-09",
    "她2015年入职，到2030年退休。同年6月，她获奖。": "2015 2030 XXXX-06",
    "2012年的照片。\n\n经过\n\n同年9月起火。": "2012 XXXX-09",
    "The dam burst in 1928. The report of 1930 blamed him. In May of the same year he left.": "1928 XXXX-05",
    "图：2012年，厂房\n\n同年9月起火。": "2012 XXXX-09",
    "公司于2012年成立。三年后，公司上市。同年9月停牌。": "2012 XXXX-09",
    "2015年，公司成立。它依1998年的办法登记。同年9月开业。": "2015 1998 XXXX-09",
    "公司于2012年成立。\n\n经过\n\n同年9月，厂房起火。": "2012 XXXX-09",
    "同年9月，厂房起火。": "XXXX-09",
    "该厂2010年至2012年停产，同年9月转让。": "2010/2012 XXXX-09",
    "法院依据2007年颁布的物权法判决。同年8月，双方和解。": "2007 XXXX-08",
    "1937年至1945年，工厂内迁。同年9月，董事会复业。": "1937/1945 XXXX-09",
    "In 1987 it opened. He, who had left school in 1961, ran it; in May of that year he fell ill.": "1987 1961 XXXX-05",
    "In 2008 it opened. A year later it closed, in May of that year.": "2008 XXXX-05",
    "It opened in 2015. The plant, built in 1971, was old. In September of that year it closed.": "2015 1971 XXXX-09",
    "She was there in 2019. On 3 March of every year they meet.": "2019 XXXX-03-03",
    "2月成立于2012年的公司，同年2月30日。": "2012 None",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    small = copy_small(tmp_path_factory.mktemp("same_year"))
    for folder in ("seeds", "editorial/sources", "editorial/cases", "editorial/events"):
        shutil.rmtree(small / folder, ignore_errors=True)
    (small / "seeds").mkdir()
    for number, text in enumerate([*MEANT, *OPEN]):
        (small / "seeds" / f"y{number}.txt").write_text(f"{text}\n", encoding="utf-8")
    return build(small)


def values(built, number: int) -> str:
    found = []
    for each in built.archive.sources[f"y{number}"].text:
        found += [
            str(m.target)
            for m in each.rendition("en" if each.segment.lang == "en" else "zh-Hans").marks
            if m.kind == "date"
        ]
    return " ".join(found)


@pytest.mark.parametrize(("number", "text"), list(enumerate(MEANT)))
def test_a_word_for_a_year_means_the_one_named_last(built, number, text):
    assert values(built, number) == MEANT[text]


@pytest.mark.parametrize(("number", "text"), list(enumerate(OPEN, len(MEANT))))
def test_the_year_stays_open_where_several_can_be_meant_or_none_is_named(built, number, text):
    assert values(built, number) == OPEN[text]


def test_such_a_year_is_shown_as_inferred_with_the_words_it_rests_on(built):
    page = parsed(built.pages["sources/y0.md"])
    shown = {mark.text(): mark.attributes for mark in page.all("a", of="m-date")}
    assert shown["同年9月"]["data-sure"] == "inferred" and shown["同年9月"]["href"].endswith(
        "#d2012-09"
    )
    assert "“同年”指前文“2012年”那一年。" in page.text()
    assert "“次年”指前文“2003年”的后一年。" in parsed(built.pages["sources/y5.md"]).text()
