"""When a quotation has the words of its text: only what a keyboard or a scraper does to signs and
blanks may differ, and each place counts.
"""

import pytest

from build_tools.model.quote import locate

SAME = [
    ("他说：“不。”", '他说:"不."'),
    ("小米（集团）", "小米(集团)"),
    ("「不」", '"不"'),
    ("公司\n道歉", "公司 道歉"),
    ("小\u200b米", "小米"),
]
OTHER = [
    ("小米SU7", "小米su7"),
    ("Xiaomi", "xiaomi"),
    ("他说……不", "他说...不"),
    ("他说…不", "他说。不"),
    ("9—12月", "9-12月"),
    ("回應", "回应"),
    ("café", "cafe"),
    ("84,999", "84999"),
    ("２０２４", "2024"),
    ("小米 SU7", "小米SU7"),
    ("1%", "1％"),
]


@pytest.mark.parametrize(("text", "quote"), SAME)
def test_width_and_style_of_signs_line_ends_and_what_nobody_sees_make_no_other_words(text, quote):
    assert locate(f"开头{text}结尾", quote) == ((2, 2 + len(text)),)


@pytest.mark.parametrize(("text", "quote"), OTHER)
def test_case_script_accents_figures_blanks_and_other_signs_do(text, quote):
    assert locate(f"开头{text}结尾", quote) == () and locate(f"开头{quote}结尾", text) == ()


@pytest.mark.parametrize(
    ("text", "quote", "places"),
    [("哈哈哈", "哈哈", ((0, 2), (1, 3))), ("no no no", "no no", ((0, 5), (3, 8)))],
)
def test_places_that_overlap_are_two_so_that_neither_is_guessed(text, quote, places):
    assert locate(text, quote) == places
