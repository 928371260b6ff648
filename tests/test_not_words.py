"""What leads somewhere only as it is written: addresses, handles, hashtags, code."""

import time

import pytest

from build_tools.annotators.names.indivisible import indivisible
from build_tools.checks.translation.links_lost import check
from build_tools.checks.translation.pair import Compared, Pair, Side
from build_tools.language.not_words import ADDRESS, NOT_WORDS, without
from build_tools.model.text import Translation
from build_tools.stages.emend import restore_width
from build_tools.stages.segmenting.sentences import sentences

ADDRESSES = [
    ("详见https://例子.公司/发布?年=2024&x=1,谢谢", "https://例子.公司/发布?年=2024&x=1"),
    ("https://weibo.com/leijun的微博", "https://weibo.com/leijun"),
    ("见https://zh.wikipedia.org/wiki/后宫。", "https://zh.wikipedia.org/wiki/后宫"),
    (
        "(see https://en.wikipedia.org/wiki/Ivy_Lee_(publicist)).",
        "https://en.wikipedia.org/wiki/Ivy_Lee_(publicist)",
    ),
    ("网页www.里.cn:请看", "www.里.cn"),
    ("他的主页是weibo.com/xiaomi.后来关了", "weibo.com/xiaomi"),
    ("读ifeng.com的报道", "ifeng.com"),
    ("It moved to youtu.be/abc.", "youtu.be/abc"),
    ("致信pr@公司.cn,或电话", "pr@公司.cn"),
    ("邮箱zhang.san@pku.edu.cn.后来没有回复", "zhang.san@pku.edu.cn"),
    ("Write to press@2020.example.org.", "press@2020.example.org"),
]


@pytest.mark.parametrize(("text", "address"), ADDRESSES)
def test_an_address_ends_before_the_text_goes_on(text, address):
    assert ADDRESS.findall(text) == [address]


@pytest.mark.parametrize(
    "text",
    [
        "Node.js and README.md",
        "e.g./i.e. and/or",
        "the U.S./China talks",
        "closed.Net profit rose",
        "他说.公司没有回应",
        "v1.2.3",
        "3.15晚会",
    ],
)
def test_words_with_a_dot_are_no_address(text):
    assert ADDRESS.findall(text) == []


@pytest.mark.parametrize(("text", "address"), ADDRESSES)
def test_no_sentence_ends_inside_an_address_and_its_punctuation_stays(text, address):
    assert (
        any(address in text[start:end] for start, end, *_ in sentences(text, True))
        and address in restore_width(text)[0]
    )


def test_a_topic_is_read_and_yet_stays_as_it_is_written():
    text = "#小米发布后道歉#，#XiaomiFire、@某某：`code`"
    assert [text[start:end] for start, end in indivisible(text)] == [
        "#XiaomiFire",
        "某某",
        "`code`",
    ]
    assert (
        NOT_WORDS.findall(text) == ["#小米发布后道歉#", "#XiaomiFire", "@某某", "`code`"]
        and without(text) == "#小米发布后道歉#， 、 ： "
    )


@pytest.mark.parametrize(
    ("there", "here", "lost"),
    [
        ("凤凰网ifeng.com报道", "Phoenix reported", False),
        ("见weibo.com/xiaomi", "See its page", True),
        ("致信pr@xiaomi.com", "Write to them", True),
        ("#小米道歉#上热搜", "#Xiaomi apologises# trends", False),
    ],
)
def test_a_translation_keeps_what_leads_somewhere_but_may_translate_the_name_of_a_site(
    there, here, lost
):
    pair = Pair(
        "s1",
        "sentence",
        Side("zh-Hans", there, ()),
        Side("en", here, ()),
        Translation(here, "reviewed"),
    )
    assert bool(list(check(pair, Compared((pair,), {}, {}, {})))) == lost


@pytest.mark.parametrize(
    "piece",
    ["a.", "http://", "a@b.", "https://a.cn/(", "(", "www.!", "!", "b.", "a@小.", "#a", "-"],
)
@pytest.mark.parametrize("start", ["", "https://a.cn/", "www.", "a@"])
def test_a_text_four_times_as_long_takes_hardly_more_than_four_times_as_long_to_read(start, piece):
    short, long = (_seconds(start + piece * number) for number in (4000, 16000))
    assert long < 10 * max(short, 0.01)


def _seconds(text: str) -> float:
    start = time.process_time()
    NOT_WORDS.sub("", text)
    return time.process_time() - start
