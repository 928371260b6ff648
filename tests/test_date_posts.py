"""The posts of a forum: each is of the day that its own line says, and of none where a line may be
that of a quotation.
"""

from datetime import date

import pytest

from build_tools.annotators.dates.anchors import anchors
from build_tools.annotators.dates.habits import habits
from build_tools.annotators.dates.posts import posts
from build_tools.model.source import SourceRecord
from build_tools.model.text import Seed, Segment

ZH = "手机坏了\n楼主 发表于 2019-3-5 14:22\n昨天买的。\n2楼 小李 发表于 2019-3-6 09:10 | 只看该作者\n我也是昨晚。\n"
EN = "Battery\nPosted by annk on 14-05-2019 14:22\nIt died yesterday.\n\nPosted by: joe99, 03-06-2019 08:03\nMine too, last night.\n"


def days(text: str) -> list[str]:
    return [anchor.day.isoformat() if anchor else "none" for _, anchor in posts(text, habits(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (ZH, "2019-03-05 2019-03-06"),
        (EN, "2019-05-14 2019-06-03"),
        ("1樓 阿明 發表於 2020/7/14 22:10\n前天去吃。\n", "2020-07-14"),
        ("#1\n#2 Ann 5 May 2019, 10:00\nYesterday.\n", "2019-05-05"),
        (
            "by ann » Tue May 21, 2019 7:15 pm\nx\nby lee » Wed May 22, 2019 8:00 am\ny\n",
            "2019-05-21 2019-05-22",
        ),
        (
            "Posted by ann on 03-05-2019 14:22\nx\nPosted by lee on 04-05-2019 14:22\ny\n",
            "none none",
        ),
        (
            ZH
            + "3楼 阿强 发表于 2019-3-9 20:01\n小李 发表于 2019-3-6 09:10\n我也是昨晚。\n昨天换了。\n4楼 王 发表于 2019-3-9 21:00\n今早好了。\n",
            "2019-03-05 2019-03-06 2019-03-09 none 2019-03-09",
        ),
        (
            ZH
            + "3楼 老陈 发表于 2019-3-9 20:01\n转一篇\n新华社北京2019年3月7日电 公司昨日道歉。\n",
            "2019-03-05 2019-03-06 none",
        ),
        (
            ZH + "3楼 老陈 发表于 2019-3-9 20:01\n转载一篇\n公司昨日道歉。\n",
            "2019-03-05 2019-03-06 none",
        ),
    ],
)
def test_a_post_is_of_the_day_that_its_own_line_says(text, found):
    assert days(text) == found.split()


@pytest.mark.parametrize(
    "text",
    [
        "Posted by KettleFan on 03 Feb 2015, 18:20\nIt died yesterday.\n",
        "原创 林三 茶馆夜话 2019-06-03 07:30 发表于上海\n昨天。\n2019-06-04 07:30\n",
        "本帖最后由 小李 于 2019-3-6 10:00 编辑\n本帖最后由 小李 于 2019-3-7 10:00 编辑\n",
        "他的文章发表于 2019-3-5 14:22。昨天很热。\n另一篇发表于 2019-3-6 14:22。\n",
        "发表于 2019-3-5\n发表于 2019-3-6\n",
        "2019-3-5 14:22\n2019-3-6 14:22\n",
        "2楼有人，2019-3-6的会开了\n",
    ],
)
def test_a_line_that_may_be_another_s_heads_no_post(text):
    assert days(text) == []


def test_from_the_head_of_a_post_on_its_words_are_counted_from_its_day():
    found = anchors(SourceRecord(), Seed("a", "seeds/a.txt", "", ZH))
    first, second = (
        found.at(
            Segment("s1", ((ZH.index(words), ZH.index(words) + 1),), "a", "sentence", "zh-Hans", 0)
        )
        for words in ("昨天", "我也是")
    )
    assert (first.day, second.day) == (
        date(2019, 3, 5),
        date(2019, 3, 6),
    ) and "line 4 of the file" in second.reason.en
