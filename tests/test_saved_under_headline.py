"""What a page's file is called tells its headline; and what is set in, counted or raised stands by itself."""

import pytest

from build_tools.model.source import SourceRecord
from build_tools.model.text import Seed
from build_tools.stages.cleaning.clean import clean
from tests.test_over_the_headline import HERE, found

BODY = "The company was a chain of tea shops. It was sorry for what its tins held.\n\nNobody was hurt by the tea, the company said.\n"


def headline(name: str, text: str) -> list[str]:
    seed = Seed("a", f"seeds/{name}.txt", "", text)
    blocks = clean(seed, (), SourceRecord(), lambda *_: HERE)[0].blocks
    return [text[b.start : b.end] for b in blocks if b.level == 1]


@pytest.mark.parametrize(
    ("name", "above", "right"),
    [
        (
            "Hartwell Tea Company - Openpedia",
            "Create account\nLog in\n\nHartwell Tea Company\nArticle\nTalk\n\n",
            "Hartwell Tea Company",
        ),
        (
            "访谈实录-贺慕青谈啤酒厂那一年",
            "《公关视野》2020年第11期　人物\n“先把电话接起来”——贺慕青谈啤酒的危机一年\n采访/整理：高可为\n\n",
            "“先把电话接起来”——贺慕青谈啤酒的危机一年",
        ),
        (
            "乐友社区-万家惠茶叶的事大家怎么看",
            "乐友社区›论坛›消费维权›万家惠的茶叶是怎么回事，有买过的吗\n查看: 18\n回复: 3\n\n万家惠的茶叶是怎么回事，有买过的吗\n\n",
            "万家惠的茶叶是怎么回事，有买过的吗",
        ),
    ],
)
def test_the_line_that_the_file_is_named_after_is_the_headline(name, above, right):
    assert headline(name, above + BODY) == [right]


def test_a_file_name_that_says_nothing_or_names_only_the_firm_changes_nothing():
    text = f"Harbour Ferries\n\nFerry company says sorry for the tea\n\n{BODY}"
    plain = headline("a", text)
    assert headline("000_d82e5c46edea4b3a", text) == plain
    assert headline("Harbour Ferries statement 30 Jan", text) == plain


def test_an_advertisement_that_is_set_in_does_not_run_into_the_article():
    column = "惟據工會代表單阿長語記者云二百元之數不敷\n喪葬况啓事登在報上死者家屬無一識字樂經理\n至今未曾踏進喪家之門言次頗爲憤慨情形可\n憫。\n"
    inset = "　　　人造自來血補血強身功效卓著\n　　　各大藥房均有出售每瓶一元二角\n"
    below = "社會局方面以案關勞工生命已派科員解樹藩\n前往調查並定於本月十日上午九時召集勞資雙\n方到局調解。\n"
    parts = found(column + inset + below)
    assert not any("二角社會局" in each for each in parts)
    assert any(each.startswith("社會局方面") for each in parts)


def test_items_that_end_in_a_semicolon_are_items_each():
    text = "Ferry company says sorry to its passengers\n\nTwo relief ships were in dry dock and could not be\nrecalled in time, the company said on Thursday.\n\nThe company will pay as follows:\n\n   * fares will be returned to the card used to book by\n     Friday 22 March;\n   * passengers who paid in cash may collect the money at\n     any office until June;\n   * a duty officer will stand on each pier from April.\n"
    assert [each.split()[0] for each in found(text)][-4:] == ["The", "fares", "passengers", "a"]


def test_the_number_of_a_note_that_sticks_to_a_stop_does_not_join_two_sentences():
    text = "It was the largest fault since privatisation.1 We owe customers an account of it. See fig.3 The end."
    assert found(text)[:2] == [
        "It was the largest fault since privatisation.1",
        "We owe customers an account of it.",
    ]
