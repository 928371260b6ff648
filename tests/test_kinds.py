"""What each character is to the search does not depend on the Python that builds the archive."""

import unicodedata

from build_tools.language.characters import ALONE, MARK, OTHER, WORD, runs
from build_tools.language.chinese.han import HAN
from build_tools.language.folding import fold, keys, words
from build_tools.search.postings import Index

KIND = {point: kind for kind, first, end in runs() for point in range(first, end)}


def _kind(char: str) -> str:
    category = unicodedata.category(char)
    return (
        WORD
        if category[0] in "LN"
        else ALONE
        if category in ("Cn", "Cs", "Co")
        else MARK
        if category == "Mn"
        else OTHER
    )


def test_the_table_is_that_of_the_standard():
    """A newer Python knows more characters; those that the table has are what they were, but for a
    handful that the standard mended.
    """
    others = [
        point
        for point in range(0x110000)
        if not HAN.match(chr(point)) and KIND[point] not in (ALONE, _kind(chr(point)))
    ]
    assert len(others) <= (0 if unicodedata.unidata_version == "14.0.0" else 40)
    assert all(
        KIND[point] == WORD
        for point in range(0x110000)
        if HAN.match(chr(point)) and chr(point) not in "々〇"
    )
    assert len(KIND) == 0x110000


def test_what_the_table_leaves_alone_is_no_word_and_folds_to_itself():
    alone = "".join(
        chr(point) for point, kind in KIND.items() if kind == ALONE and not 0xD800 <= point < 0xE000
    )
    assert fold(alone) == alone
    assert words(alone) == []


def test_letters_without_a_plain_lower_case_fold_alike_wherever_they_stand():
    assert fold("İstanbul ΣΊΣΥΦΟΣ") == "istanbul σισυφοσ"
    assert fold("Σ") == fold("ς") == "σ"


def test_chinese_beyond_the_first_plane_and_its_signs_are_searched():
    assert list(keys("𠮷野家")) == ["𠮷野", "野家"]
    assert list(keys("二〇二六年佐々木")) == [
        "二〇",
        "〇二",
        "二六",
        "六年",
        "年佐",
        "佐々",
        "々木",
    ]
    assert fold("\U0002f800") == "丽" and fold("\ufa30") == "侮"


def test_keys_stand_in_the_order_in_which_a_browser_compares_them():
    index = Index()
    index.add(0, ["﨎", "𠮷", "小米"])
    assert [line.split(" ")[0] for line in index.shards()[0][0].split("\n")] == ["小米", "𠮷", "﨎"]
