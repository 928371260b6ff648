"""Where Chinese words begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.language.chinese.words import edges, words


def cut(text, names=()):
    return " ".join(text[word.start : word.end] for word in words(text, names))


@pytest.mark.parametrize(
    "divided",
    [
        "提出 包车",
        "工商银行 公告",
        "女王 化妆",
        "正宗 宁夏 枸杞",
        "大熊猫 基地",
        "喝 小米粥",
        "一家 私企 的 老板",
        "消息 一出",
        "二分之一 出局",
        "聊表心意 里面",
        "要求 签署",
        "南京市 长江大桥",
        "拍卖 完 了",
        "尚未 结婚",
        "皇后 镇 后面",
        "公开 发布",
        "工商銀行 公告",
        "聊表心意 裏面",
        "消息 一出",
    ],
)
def test_a_text_is_divided_into_the_words_that_a_reader_sees(divided):
    assert cut(divided.replace(" ", "")) == divided


def test_a_name_is_one_word_where_it_is_known_and_hides_in_no_other_word():
    assert (
        cut("宗宁和徐洁云都不吃正宗宁夏枸杞", ["宗宁", "徐洁云"])
        == "宗宁 和 徐洁云 都 不吃 正宗 宁夏 枸杞"
    )


def test_a_name_in_traditional_script_is_found_by_its_simplified_form():
    assert cut("總經理徐潔雲發文", ["徐洁云"]) == "總經理 徐潔雲 發文"


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("小米发布后裏𠮷\0\ud800 a1，"))))
def test_the_words_of_any_text_are_the_whole_text(text):
    found = words(text)
    assert "".join(text[word.start : word.end] for word in found) == text
    assert edges(text) == {0, *(word.start for word in found), len(text)}
