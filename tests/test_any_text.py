"""What fresh eyes found false or lost in texts that nobody had seen, by kind."""

import pytest

from build_tools.annotators.dates.all import dates


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
    assert marked("2023年9月29日（农历八月十五）停航") == ["2023年9月29日 = 2023-09-29"]
