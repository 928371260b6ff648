"""The words that are offered for a quotation with a slip: whole, and meant for one place, so that
copying them mends it.
"""

import pytest

from build_tools.model.quote import locate, nearest

SLIPS = [
    ("12月1日，公司否认。12月15日，公司道歉。12月15日晚，公司又道歉一次。", "12月15曰，公司道"),
    ("On May 1 it denied. On May 15 it apologized, and on May 15 it paid.", "On Mai 1"),
    ("Sales fell by 1,000 cars in March and by 1,000,000 yuan in April.", "fell by 1.000"),
    ("雷军说这是小米的错。后来雷军说这是大家的错。", "雷军说这定"),
    ("The firm didn't answer. The firm didn't even call back.", "The firms didnt"),
    ("小米SU7卖完了，小米SU7 Ultra也卖完了。", "小米SV7"),
    ("徐洁云道歉。\n徐洁云道歉后，米粉仍不满意。", "徐洁云道谦"),
    (
        "The apology came late: Lei Jun apologised twice.\nLei Jun apologised once more.",
        "Lei Jun apologized",
    ),
]


@pytest.mark.parametrize(("text", "quote"), SLIPS)
def test_the_words_that_are_offered_stand_once_and_are_whole(text, quote):
    near = nearest(text, quote)
    [(start, end)] = locate(text, near)
    assert "\n" not in near
    for at in (start, end):
        assert not (
            text[at - 1 : at].isascii()
            and text[at - 1 : at].isalnum()
            and text[at : at + 1].isascii()
            and text[at : at + 1].isalnum()
        ), near


@pytest.mark.parametrize("text", ["好，道歉。\n好，道歉。", "He apologized.\nHe apologized."])
def test_of_equal_lines_the_words_are_offered_without_more_of_them(text):
    assert nearest(text, {"好": "好，道谦", "H": "He apologised"}[text[0]]) in text.split("\n")[0]


def test_where_nothing_is_alike_nothing_is_offered():
    assert nearest("小米回应。", "Nobody knows.") == ""
