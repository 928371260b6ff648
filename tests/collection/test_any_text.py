"""What fresh eyes found hidden, or not hidden, in texts that nobody had seen, by kind: with the archive's own rules."""

import pytest

from tests.sentences.measure import archive_rules, cleaned


def shown(text: str) -> list[str]:
    """What is left of a text, block by block."""
    found = cleaned(text, archive_rules())
    return [found.seed.text[b.start : b.end] for b in found.blocks]


@pytest.mark.parametrize(
    "line",
    [
        "published on 25 January 2018, made nineteen recommenda-",
        "posted on 3 May 2019 that it had known since the",
        "updated 4 June 2020 by the auditors and laid before",
    ],
)
def test_a_wrapped_line_is_never_taken_for_the_time_of_publication(line):
    text = f"Last year the committee took evidence from 63 people. Its report,\n{line}\nend of the year. We accept all of them."
    assert line.removesuffix("-") in "\n".join(shown(text))


@pytest.mark.parametrize(
    "line",
    [
        "发布于2024年3月5日的公告称",
        "更新2024年的数据后，公司认为",
        "Published on 3 May 2019 by the inquiry, the report says",
    ],
)
def test_a_line_that_only_begins_like_a_time_of_publication_is_text(line):
    assert line in "\n".join(shown(f"公司道歉\n{line}\n产品没有问题。"))


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("留言（2）", "Amy Lau 1小時前：我阿媽都試過"),
        ("精选留言 写留言", "小满（浙江）：那个枕头我有一个，确实香"),
        ("Net friend hot comment:", "@Wind blows: At least admit that it is lying, give a praise"),
    ],
)
def test_what_readers_say_under_its_label_does_not_stand_as_the_texts_own(label, said):
    assert shown(f"公司致歉\n公司周一就事件致歉，並答應退款。\n{label}\n{said}") == [
        "公司致歉",
        "公司周一就事件致歉，並答應退款。",
    ]


def test_links_under_the_text_end_at_the_words_under_a_picture():
    text = "乳業致歉\n公司就標錯日期致歉，並全數下架。\n延伸閱讀\n乳價協商破局\n▲董事長周三鞠躬。記者林怡珊攝"
    assert shown(text)[2:] == ["▲董事長周三鞠躬。記者林怡珊攝"]


def test_the_head_and_foot_of_a_board_and_its_label_are_no_text():
    text = "作者brickred (阿磚)\n看板CrisisTalk\n標題[討論] 第一通電話\n時間Tue Mar  5 20:11:42 2019\n\n我覺得順序錯了。\n※ 發信站: 實業坊(ptt2.example), 來自: 198.51.100.4"
    assert shown(text) == ["[討論] 第一通電話", "我覺得順序錯了。"]
