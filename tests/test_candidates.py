"""`casebook names` proposes words that can be names: whole, and none of the text's ordinary
words.
"""

import pytest

from build_tools.annotators.names.candidates import names_like, ordinary_words

ORDINARY = ordinary_words(
    [
        "the best line of a form, and a director of the company on the date, when a member from one thread said no to food"
    ]
    * 2
)

NAMES = [
    ("A spokesman for Michael McCain posted it on YouTube.", {"Michael McCain", "YouTube"}),
    ("He met LouisvilleLou at the offices of the WikiMD project.", {"LouisvilleLou", "WikiMD"}),
    (
        "The chairman, James E. Burke, left Johnson & Johnson in 1989.",
        {"James E. Burke", "Johnson & Johnson"},
    ),
    (
        "It was bought by Harbour Foods, Inc. and Bay Trading Co., Ltd. last year.",
        {"Harbour Foods, Inc", "Bay Trading Co., Ltd"},
    ),
    ("It names the Supreme Court of Canada and Mr. Foss.", {"Supreme Court of Canada", "Foss"}),
    (
        "When Guan Li resigned, the Walkerton E. coli outbreak was forgotten.",
        {"Guan Li", "Walkerton"},
    ),
    ("The case stamped LY-350 carried UPC 0 12345 and a note on Form 10-K.", set()),
    ("The Director told the Company that the Best line was no Line.", set()),
    ("Join Date: Mar 2003", {"Join Date"}),
    ("Print   Share   Save", set()),
    (
        "Harbour Ferries Voluntarily Withdraws Three Ships Because of a Possible Risk to Passengers and Crew",
        set(),
    ),
    ("She wrote to Form Ltd., Worcester, Mass., on Monday.", {"Form Ltd", "Worcester"}),
]
CHINESE = [
    ("食药署查获业者使用津栈公司的辣椒粉。", {"津栈公司"}),
    ("出示库存表及汇丰银行存单。", {"汇丰银行"}),
    ("本埠北京路永泰储蓄银行昨起挤兑。", {"永泰储蓄银行"}),
    ("澜悦（杭州）家居用品股份有限公司致歉。", {"澜悦（杭州）家居用品股份有限公司"}),
    ("主要责任由公司承担，更多的是公司的问题，但对大公司来说不难。", set()),
    ("本地著名凉茶饮品集团和上市公司都没有回应，一家上海公司也没有。", set()),
    ("罗杰斯先生的委员会表示遗憾，各方面表示理解。", set()),
    ("检察官吴治学指出，《法制晚报》的报道属实。", {"吴治学", "《法制晚报》"}),
    ("董事长James E. Burke乘UA3411航班，Q2业绩未受影响。", {"James E. Burke"}),
]


@pytest.mark.parametrize(("text", "names"), NAMES, ids=[text[:30] for text, _ in NAMES])
def test_what_is_proposed_of_an_english_sentence(text, names):
    assert {*names_like(text, "en", (), ORDINARY)} == names


@pytest.mark.parametrize(("text", "names"), CHINESE, ids=[text[:12] for text, _ in CHINESE])
def test_what_is_proposed_of_a_chinese_sentence(text, names):
    assert {*names_like(text, "zh-Hans", (), ORDINARY)} == names


@pytest.mark.parametrize("text", [text for text, _ in (*NAMES, *CHINESE)])
def test_no_proposal_is_a_part_of_a_word(text):
    for name in names_like(text, "en" if text.isascii() else "zh-Hans", (), ORDINARY):
        start = text.index(name)
        around = text[start - 1 : start], text[start + len(name) : start + len(name) + 1]
        assert not (
            name[0].isascii() and name[0].isalnum() and around[0].isascii() and around[0].isalnum()
        )
        assert not (
            name[-1].isascii()
            and name[-1].isalnum()
            and around[1].isascii()
            and around[1].isalnum()
        )
