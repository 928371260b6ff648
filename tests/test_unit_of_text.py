"""The unit of text: which lines are one paragraph, which are headings, where sentences end. What
was measured stays so.
"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.language.which import is_prose
from build_tools.model.problem import Place
from build_tools.pipeline import build
from build_tools.stages.emend import restore_width
from build_tools.stages.segmenting.segment import segment
from build_tools.stages.segmenting.sentences import sentences
from tests.conftest import copy_small
from tests.sentences.measure import cleaned, divided, join_scores, sentence_scores
from tests.texts import CHINESE, ENGLISH

HERE = Place("a", 1)


def found(text: str) -> list[str]:
    return [each.found for each in segment(cleaned(text, ()), "zh-Hans", (), HERE)[0]]


@pytest.mark.parametrize(
    ("lang", "precision", "recall"), [("english", 0.90, 0.93), ("chinese", 0.95, 0.92)]
)
def test_sentences_are_divided_as_well_as_was_measured(lang, precision, recall):
    for score in sentence_scores(lang):
        assert score.right + score.missed > 50
        assert score.precision >= precision and score.recall >= recall, str(score)


@pytest.mark.parametrize(("lang", "code"), [("english", "en"), ("chinese", "zh-Hans")])
def test_a_sentence_is_told_from_a_name(lang, code):
    lines = [text for text, _ in divided(lang)]
    assert sum(is_prose(text, code) for text in lines) >= 0.96 * len(lines) > 100
    names = {
        "en": [
            "Big Panda 2008 Plus",
            "Powered by Some Board",
            "iPhone 15 Pro Max",
            "Bank of China",
            "Terms of Use | Privacy",
            "JPMorgan Chase & Co.",
            "View all posts",
        ],
        "zh-Hans": [
            "深圳市某某计算机系统有限公司",
            "国家市场监督管理总局",
            "登录 注册 联系我们",
            "公关部",
        ],
    }
    assert not [name for name in names[code] if is_prose(name, code)]


def test_lines_are_joined_as_well_as_was_measured():
    seen, held_out = join_scores()
    assert seen.right + held_out.right > 130
    assert held_out.precision == held_out.recall == seen.recall == 1 and seen.wrong <= 1


def wide(text: str) -> int:
    return sum(2 if char > "\u2e80" or char in "“”" else 1 for char in text)


def wrapped(text: str, most: int, english: bool) -> str:
    """The text in lines of at most so many letters, as a mail program breaks it."""
    lines = [""]
    for word in text.split(" ") if english else re.findall(r"[A-Za-z\d]+|.", text):
        blank = " " if english and lines[-1] else ""
        if wide(lines[-1] + blank + word) > most and word not in "，。、：；！？”,:;?!)":
            lines.append(word)
        else:
            lines[-1] += blank + word
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "english"), [(CHINESE[0], False), (CHINESE[3], False), (ENGLISH[2], True)]
)
def test_each_character_of_lines_that_were_joined_is_traced_to_its_own_place_in_the_seed(
    text, english
):
    seed = wrapped(text, 44, english)
    segments = segment(cleaned(seed, ()), "zh-Hans", (), HERE)[0]
    assert max(len(each.pieces) for each in segments) > 1 or english
    for each in segments:
        places = [each.seed_offset(at) for at in range(len(each.found))]
        assert "".join(seed[at] for at in places).replace("\n", " ") == each.found
        assert [each.found_offset(at) for at in places] == [
            *range(len(each.found))
        ] and places == sorted({*places})


@given(st.lists(st.sampled_from(ENGLISH), min_size=2, max_size=4, unique=True), st.integers(55, 80))
def test_english_in_lines_of_any_width_is_the_same_text(paragraphs, most):
    assert found("\n\n".join(wrapped(each, most, english=True) for each in paragraphs)) == found(
        "\n\n".join(paragraphs)
    )


@given(
    st.lists(
        st.sampled_from(
            [restore_width(each)[0] for each in CHINESE if len(each) > 60 and " " not in each]
        ),
        min_size=2,
        max_size=3,
        unique=True,
    ),
    st.integers(40, 80),
)
def test_chinese_in_lines_of_any_width_is_the_same_text(paragraphs, most):
    assert found("\n\n".join(wrapped(each, most, english=False) for each in paragraphs)) == found(
        "\n\n".join(paragraphs)
    )


def test_paragraphs_of_one_line_stay_apart():
    for text in (CHINESE, ENGLISH):
        assert len(cleaned("\n".join(text), ()).blocks) == len(text)


def test_a_headline_may_be_long_and_is_a_heading_of_the_first_level():
    text = "Company withdraws three batches of smoked salmon spread after routine tests find listeria at its plant in the north\n\nThe company said so.\n\nBackground\n\nNobody was hurt."
    assert [(b.kind, b.level) for b in cleaned(text, ()).blocks] == [
        ("heading", 1),
        ("paragraph", 0),
        ("heading", 2),
        ("paragraph", 0),
    ]


@pytest.mark.parametrize(
    ("headings", "levels"),
    [
        (["一、经过", "（一）起因", "（二）发酵", "二、回应"], [2, 3, 3, 2]),
        (["## 经过", "### 起因", "## 回应"], [2, 3, 2]),
        (["1. Facts", "1.1 Before", "2. Response"], [2, 3, 2]),
        (["== 经过 ==", "=== 起因 ==="], [2, 3]),
        (["THE FACTS", "THE RESPONSE"], [2, 2]),
    ],
)
def test_headings_have_the_levels_that_the_text_shows(headings, levels):
    text = "小米回应争议\n\n" + "\n\n".join(f"{each}\n\n小米的反应很快。" for each in headings)
    assert [b.level for b in cleaned(text, ()).blocks if b.kind == "heading"][1:] == levels


BODY = "The company said so on Monday, and nobody was hurt by the spread that it had sold to shops in the north."


def headings(text):
    return [text[b.start : b.end] for b in cleaned(text, ()).blocks if b.kind == "heading"]


@pytest.mark.parametrize(
    ("text", "those"),
    [
        (
            f"Statement on the recall\n\nFrom: Dana\nTo: Priya\nSubject: Draft\n\nPriya -\n\n{BODY}\n\nDana\n\n{BODY}",
            ["Statement on the recall"],
        ),
        (
            "寄件者：陳大文\n主旨：聲明\n\n各位同事\n\n請更正昨天的聲明。\n\n陳大文\n\n附上聲明。",
            [],
        ),
        (
            f"{BODY}\n\nPoll\n\nA. very angry 34%\n\nB. somewhat angry 22%\n\nC. not angry\n\n{BODY}",
            ["Poll"],
        ),
        ("公司道歉了。\n\nA、接受\n\nB、不接受\n\n网友不买账。", []),
        (
            f"PepsiCo\n\nKey people\n\nRamon Laguarta (Chairman)\n\nRevenue\n\nUS$91.9 billion (2024)\n\nEmployees\n\nc. 319,000\n\n{BODY}\n\nHistory\n\n{BODY}",
            ["PepsiCo", "History"],
        ),
        (
            f"Recall of pancake mix\n\n{BODY}\n\nCompany Name: Golden Grain Foods Inc.\nBrand Name: Golden Grain\n\n{BODY}",
            ["Recall of pancake mix"],
        ),
        (
            f"Recall\n\n{BODY}\n\nBackground: what happened\n\n{BODY}",
            ["Recall", "Background: what happened"],
        ),
        (
            "公司道歉\n\n谈内部：\n\n公司里没有人敢说真话。\n\n谈用户\n\n用户只想要退款。\n\n他说：\n\n“不接受。”",
            ["公司道歉", "谈内部：", "谈用户"],
        ),
        (
            f"Recall\n\nAt work:\n\n{BODY}\n\nAt home\n\n{BODY}\n\nHe said:\n\n{BODY}",
            ["Recall", "At work:", "At home"],
        ),
        (
            "公司道歉\n\n二、内容\n| 项目 | 内容 |\n| 语气 | 表面客气。 |\n三、反应\n- 没有人买账。",
            ["公司道歉", "二、内容", "三、反应"],
        ),
        (
            f"Thread\n\n{BODY}\n\nBig_Panda_2008\n\n{BODY}\n\n{BODY}\n\nGolden Ladle\nGolden Ladle\n{BODY}",
            ["Thread"],
        ),
        (f'Recall\n\n{BODY}\nIts president said:\n"We have nothing to say"\n{BODY}', ["Recall"]),
        ("□某某日报评论员冯军福\n\n近日，一家公司道歉。", []),
        (f"PRESIDENT OF THE\nGAS TRUST RESIGNS\n\n{BODY}", ["PRESIDENT OF THE\nGAS TRUST RESIGNS"]),
        (
            f"Company Is Sorry for the\nLoss of Power\n\n{BODY}",
            ["Company Is Sorry for the\nLoss of Power"],
        ),
    ],
)
def test_what_heads_no_text_is_no_heading(text, those):
    assert headings(text) == those


def test_verse_is_no_headline_though_a_line_ends_within_a_phrase():
    assert (
        len(
            cleaned(
                "The woods are lovely, dark and\nDeep, and I have promises to\nKeep.", ()
            ).blocks
        )
        == 3
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Seven died from Sept. 29-Oct. 1, 1982, all of them suddenly.",
        "It opened on Dec. 5 and closed on Jan. 7.",
        "LONDON - The company is sorry.",
        "FILE - In this photo, a customer signs his receipt.",
    ],
)
def test_a_month_cut_short_and_a_place_before_a_dash_divide_no_sentence(sentence):
    assert found(f"Nobody knew. {sentence} Then it ended.")[1] == sentence


@pytest.mark.parametrize("row", ["| 语气 | 表面客气，缺乏情绪。 |", "| Tone | It was polite. |"])
def test_a_row_of_a_table_is_one_unit(row):
    assert found(f"| 项目 | 内容 |\n{row}\n| 承认 | 没有。 |")[1] == row


@pytest.mark.parametrize("title", ["【毫无诚意的信】近日，公司发布了一份致歉信。", "公司道歉了。"])
def test_a_section_with_its_number_is_no_title_of_the_text(title, small):
    (small / "seeds" / "sections.txt").write_text(
        f"{title}\n一、事件背景\n公司说了很多。\n二、分析\n没有诚意。\n", encoding="utf-8"
    )
    assert build(small).archive.sources["sections"].title["zh-Hans"] == title


def test_a_sentence_without_an_end_is_cut_at_pauses():
    text = "小米昨晚发布声明并向用户致歉，" * 400
    parts = sentences(text, True)
    assert max(end - start for start, end, _, _ in parts) <= 1200
    assert "".join(text[start:end] for start, end, _, _ in parts) == text


def test_no_segment_begins_with_what_closes():
    for text in (
        "【快讯！】小米道歉。",
        "（小米道歉。）雷军也道歉。",
        "「小米道歉。」",
        '他说:"小米道歉。"雷军也道歉。',
        "He said (as ever.) nothing. “No.” Then he left.",
        "Stop! 】 Then",
    ):
        assert not [each for each in found(text) if each[0] in "】」）)”》"], text


def test_an_emendation_may_quote_across_a_line_end(tmp_path):
    from tests.golden_stages import emended

    text = "小米集团董事长特别助理、战略市场部副总经理徐洁云在社交\n平台发文致歉称，经过仔细的调查确认，我们的团队此前确实\n跟相关KOL有过接触。"
    assert emended(
        {"text": text, "emendations": [{"quote": "社交平台", "reading": "微博"}]}, tmp_path
    )[0].startswith("小米集团董事长特别助理、战略市场部副总经理徐洁云在微博发文")


@pytest.mark.parametrize(
    "sentence",
    [
        "It recalled three lots of bars, 5.2-oz. boxes, in March.",
        "Each sack holds 20 lb. of flour.",
        "They walked 3 mi. to the town and 10 ft. down.",
    ],
)
def test_a_unit_cut_short_divides_no_sentence(sentence):
    assert found(f"Nobody knew. {sentence} eBay sellers followed.")[1:] == [
        sentence,
        "eBay sellers followed.",
    ]


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("1) Who is he? 2) Was it reported? 3) Do we have film?", [""]),
        ("(1) 谁拍的？ (2) 谁发的？", [""]),
        ("1) Who is he?\n2) Was it reported?", ["1)", "2)"]),
        ("(1) 谁拍的？\n(2) 谁发的？", ["(1)", "(2)"]),
    ],
)
def test_a_number_is_that_of_an_item_where_the_next_opens_a_line(text, leads):
    assert [block.lead for block in cleaned(f"{BODY}\n\n{text}", ()).blocks][1:] == leads


def test_the_columns_of_a_table_stay_apart_and_stand_under_their_heads(tmp_path):
    root = copy_small(tmp_path / "archive")
    (root / "seeds" / "sales.txt").write_text(
        "The company reported its sales on Monday, a spokesman said.\n\n                 Q3 2019    Q3 2018\nNet sales            311        342\nShops\t143\t151\n",
        encoding="utf-8",
    )
    page = build(root).pages["sources/sales.md"]
    rows = [
        re.sub("<[^>]*>", "", each)
        for each in re.findall(
            r'<p lang="en">(.*?)</p>',
            page[page.index('class="cb-block cb-row"') : page.index('id="seed"')],
        )
    ]
    assert rows == [
        "                 Q3 2019    Q3 2018",
        "Net sales            311        342",
        "Shops\t143\t151",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "From: dana@example.com\nCc: a.lee@example.com, b.wu@example.com,\n\tc.poe@example.com,\n\td.ray@example.com\nSubject: Draft",
        "收件人: 陈一;\n  李二\n主题: 声明",
    ],
)
def test_a_field_of_a_mail_goes_on_in_the_indented_line_under_it(text):
    assert all(re.search(r"^\w+[:：]", each) for each in found(text)), found(text)
    assert not any(re.search("^.?[cd]\\.|^李", each) for each in found(text))


def test_verse_and_lists_under_a_label_are_no_folded_field():
    assert found("Cc: the whole office\n  Roses are red,\n  violets are blue")[-2:] == [
        "Roses are red,",
        "violets are blue",
    ]


def test_a_hyphen_that_begins_a_word_is_no_list_mark():
    assert "- request" not in " ".join(
        found("Info requests should always be sent to the\n-request\naddress of a list.")
    )
    assert found("We promise:\n- refunds\n-Refunds at once\n－道歉")[1:3] == [
        "refunds",
        "Refunds at once",
    ]
