"""What a scraper took twice, where a text stops before its end, and quotation marks that a machine
has exchanged.
"""

import pytest

from build_tools.model.problem import Place
from build_tools.model.source import SourceRecord
from build_tools.model.text import Seed
from build_tools.stages.cleaning.clean import clean
from build_tools.stages.segmenting.segment import segment
from build_tools.stages.segmenting.sentences import sentences

TITLE = "Ferry firm says sorry to its passengers"
STORY = (
    "The ferry firm apologised on Monday for a delay of three hours. It will pay back every fare."
)
ZH = "渡轮公司周一就三小时延误向所有乘客致歉，并承诺退款。"


def cleaned(text, **record):
    return clean(
        Seed("a", "a.txt", "", text), (), SourceRecord(**record), lambda *path: Place("a")
    )[0]


def hidden(text, **record):
    return [text[d.start : d.end] for d in cleaned(text, **record).debris]


@pytest.mark.parametrize(
    ("one", "other", "gone"),
    [
        (
            "The manager bowed to the passengers on the pier.",
            "The manager bowed to the passengers on the pier. Then he left.",
            0,
        ),
        (
            "The manager bowed to the passengers on the pier. (Photo: A. Holt)",
            "The manager bowed to the passengers on the pier.",
            1,
        ),
        (
            "The manager bowed to the passengers on the pier.",
            "The manager bowed to the passengers on the pier. (Photo: A. Holt)",
            0,
        ),
        ("▲经理在码头鞠躬", "经理在码头鞠躬", 1),
        ("经理在码头鞠躬", "▲经理在码头鞠躬", 0),
        (ZH, ZH, 0),
    ],
)
def test_of_two_lines_on_end_the_one_that_says_less_is_hidden(one, other, gone):
    text = f"{TITLE}\n\n{STORY}\n\n{one}\n\n{other}\n\n{STORY[::-1]}"
    assert hidden(text) == [(one, other)[gone]]
    assert len(cleaned(text).blocks) == 4


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We shall not be moved", "We shall not be moved"),
        ("Shame on you!", "Shame on you!"),
        ("There were 3 boats", "There were 3 boats (2 of them new)"),
        (
            "> The manager bowed to the passengers on the pier.",
            "The manager bowed to the passengers on the pier.",
        ),
        (
            "The manager bowed to the passengers on the pier",
            "The manager bowed to the passengers on the pier of Aberdeen.",
        ),
        (
            "May 3   the manager bowed on the pier   14:30.",
            "May 3   the manager bowed on the pier   14:30.",
        ),
    ],
)
def test_a_refrain_a_cry_a_quoted_line_a_row_and_what_only_begins_alike_stay(one, other):
    assert not hidden(f"{TITLE}\n\n{STORY}\n\n{one}\n{other}\n\n{STORY[::-1]}")


def test_the_same_sentence_stays_where_something_stands_between_and_where_an_editor_keeps_it():
    assert not hidden(f"{TITLE}\n\n{ZH}\n\n{STORY}\n\n{ZH}")
    assert not hidden(f"{TITLE}\n\n{STORY}\n\n{ZH}\n{ZH}", kept=(ZH,))


@pytest.mark.parametrize("over", [f"{TITLE}\n{TITLE}", f"{TITLE}\n▲{TITLE}", f"▲{TITLE}\n{TITLE}"])
def test_the_headline_stays_once(over):
    blocks = cleaned(f"{over}\n\n{STORY}").blocks
    assert [(block.level, block.start < block.end) for block in blocks] == [(1, True), (0, True)]


def cuts(text):
    return [each.found for each in segment(cleaned(text), "zh-Hans", (), Place("a"))[0] if each.cut]


@pytest.mark.parametrize(
    ("story", "last", "button"),
    [
        (STORY, " Nobody noticed until the", "Continue reading"),
        (ZH, "公司还表示将于下月更换", "阅读全文"),
        (STORY, " It said that", "Read more »"),
    ],
)
def test_a_sentence_without_a_stop_over_the_button_that_shows_the_rest_is_cut(story, last, button):
    assert cuts(f"{TITLE}\n\n{story}{last}\n\n{button}\n\nMore of this\n") == [last.strip()]


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\n{STORY}\n\nFares to rise in March\n\nRead more\n",
        f"{TITLE}\n\n{STORY} Nobody noticed\n\nThe end came late.\n",
        f"{TITLE}\n\n{STORY}\n\nContinue reading\n",
    ],
)
def test_a_title_over_that_button_a_whole_sentence_and_one_without_the_button_are_not_cut(text):
    assert not cuts(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "”We were late. We are sorry.“ The mayor left. ”Nobody asked us.“",
            ["”We were late. We are sorry.“", "The mayor left.", "”Nobody asked us.“"],
        ),
        ("We read ”sorry“ twice. He left.", ["We read ”sorry“ twice.", "He left."]),
        ("we are sorry.” He left. “We stay.”", ["we are sorry.”", "He left.", "“We stay.”"]),
    ],
)
def test_exchanged_quotation_marks_enclose_as_others_do_and_the_words_stay_as_they_are(text, parts):
    assert [text[a:b] for a, b, *_ in sentences(text, False)] == parts


def test_a_text_of_which_nothing_is_left_has_no_cuts():
    assert segment(cleaned(""), "zh-Hans", (), Place("a"))[0] == ()
