"""The archive's own debris rules, tried on texts that they were not all made for: no line of a text
is hidden.
"""

import pytest

from tests.sentences.measure import (
    Score,
    archive_rules,
    cleaned,
    debris_scores,
    divided,
    page_scores,
    texts,
)


@pytest.mark.parametrize(("file", "recall"), [("debris.txt", 0.9), ("debris-later.txt", 0.7)])
def test_the_rules_hide_no_line_of_a_text_and_most_debris(file, recall):
    for score in debris_scores(archive_rules(), file):
        assert score.wrong == 0 and score.recall >= recall, str(score)


@pytest.mark.parametrize("file", ["pages.txt", "pages-later.txt"])
def test_on_whole_pages_nothing_of_the_text_is_hidden_and_headings_and_headlines_are_found(file):
    for what, scores in page_scores(archive_rules(), file).items():
        for score in scores:
            assert score.wrong == 0 and score.recall >= 0.9, (what, str(score))


@pytest.mark.parametrize(
    ("file", "headlines"),
    [("pages-aside.txt", 0.9), ("pages-fresh.txt", 0.8), ("pages-unseen.txt", 0.9)],
)
def test_on_pages_of_other_kinds_nine_of_ten_headings_are_right(file, headlines):
    found = {
        what: Score(
            *(sum(getattr(half, name) for half in halves) for name in ("right", "wrong", "missed"))
        )
        for what, halves in page_scores(archive_rules(), file).items()
    }
    assert found["headings"].precision >= 0.9 and found["headings"].recall >= 0.85, str(
        found["headings"]
    )
    assert found["headline"].precision >= 0.9 and found["headline"].recall >= headlines, str(
        found["headline"]
    )


def test_on_pages_for_which_nothing_was_mended_nothing_of_the_text_is_hidden():
    for score in page_scores(archive_rules(), "pages-last.txt")["debris"]:
        assert score.wrong == 0 and score.recall >= 0.7, str(score)


@pytest.mark.parametrize(
    ("file", "recall"),
    [("furniture.txt", 0.85), ("furniture-last.txt", 0.3), ("pages-unseen.txt", 0.8)],
)
def test_of_the_furniture_of_real_sites_much_is_hidden_and_nothing_of_the_text(file, recall):
    for score in page_scores(archive_rules(), file)["debris"]:
        assert score.wrong == 0 and score.recall >= recall, str(score)


def test_the_rules_hide_nothing_in_sentences_letters_and_verse():
    rules = archive_rules()
    for lang in ("english", "chinese"):
        for text, _ in divided(lang):
            assert not cleaned(f"题\n{text}", rules).debris, text
    for name, text in texts("wrapped.txt"):
        hidden = [
            text
            for d in cleaned(text.replace("↵", ""), rules).debris
            if (text := text.replace("↵", "")[d.start : d.end].strip()) and text.strip("->")
        ]
        assert not hidden, name


@pytest.mark.parametrize(
    "line",
    [
        "撰文：林嘉欣",
        "公关老炮儿 发表于 2022-9-21 00:58",
        "支持 120 反对 30",
        "沙发",
        "Facebook",
        "安全 > 质量 > 成本",
    ],
)
def test_who_speaks_and_what_only_looks_like_a_button_stay(line):
    assert not cleaned(
        f"小店道歉\n\n小店昨天道歉。\n\n{line}\n\n顾客接受了。", archive_rules()
    ).debris


@pytest.mark.parametrize("line", ["Discussion", "讨论", "Contact", "Tools"])
@pytest.mark.parametrize("over", ["Advertisement", "* * *", "2024-04-25", "（摄影：王芳）"])
def test_a_heading_that_could_be_a_button_stays_under_an_advert_a_line_of_signs_a_day_or_a_credit(
    over, line
):
    assert line not in {
        found.seed.text[d.start : d.end]
        for found in [
            cleaned(f"小店道歉\n\n小店昨天道歉。\n\n{over}\n{line}\n顾客接受了。", archive_rules())
        ]
        for d in found.debris
    }


@pytest.mark.parametrize(
    "line",
    [
        "Quote:",
        "引用：",
        "#31",
        "2楼",
        "楼主",
        "Originally Posted by oldlady88",
        "原帖由 小李飞刀 发表",
        "Main article: Halden Foods § History",
    ],
)
def test_the_number_of_a_post_and_whose_words_it_quotes_stay(line):
    assert not cleaned(
        f"小店道歉\n\n小店昨天道歉。\n\n{line}\n顾客接受了。", archive_rules()
    ).debris


def test_a_word_is_a_button_among_buttons_and_a_line_of_quoted_mail_no_line_of_signs():
    found = cleaned(
        "小店道歉\n\n小店昨天道歉。\n\n分享\nFacebook\nWhatsApp\n\n> 好。\n>\n> 谢谢。\n\n本帖最后由 王芳 于 2022-9-21 01:18 编辑",
        archive_rules(),
    )
    assert [(found.seed.text[d.start : d.end].strip(), d.reason.en) for d in found.debris] == [
        ("分享", "Button or notice of the website"),
        ("Facebook", "Buttons or counts of the website"),
        ("WhatsApp", "Buttons or counts of the website"),
        (">", "Mark of the mail program before each quoted line; each sentence shows it once"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "+3",
        "0%(0)",
        "[1] [2] 下一页",
        "[1] [2] [3] ... 下一頁",
        "简体 繁体 手机版",
        "首页 新闻 财经 登录",
        "-----Original Message-----",
        "> ----- 原始郵件 -----",
        "Begin forwarded message:",
        "pr-talk mailing list",
        ":::",
        "\u200b",
        "This e-mail is confidential and may be read by the intended recipient only.",
        "此電子郵件可能含有機密資料，僅供指定收件人使用。",
        "查看全部 312 个回答",
        "OCR Interpretation",
        "Home Help Arcade Gallery Links Staff List Calendar Login Register",
        "Report Spam   Logged",
        "(重定向自三鹿奶粉事件)",
        "您需要 登录 才可以下载或查看，没有帐号？注册",
        "Post a comment",
        "var a = f(1); b.push(a); c(2);",
    ],
)
def test_what_sites_and_mail_programs_add_is_hidden_with_its_reason(line):
    (found,) = cleaned(
        f"小店道歉\n\n小店昨天道歉。\n\n{line}\n\n顾客接受了。", archive_rules()
    ).debris
    assert found.reason.en


@pytest.mark.parametrize(
    "line",
    [
        "+3 degrees in the shop",
        "通胀 3%(上月)",
        "繁体 字形 不同",
        "The original message was clear.",
        "This message was confidential.",
        "此邮件很重要。",
        "我们查看了全部 312 个回答。",
        "What is OCR, he asked.",
        "About Contact Lenses And Home Care",
        "Guests may log in or register.",
        "您需要登录系统吗？店员问。",
        "He called (twice); then she called (once); they met.",
    ],
)
def test_what_only_speaks_of_such_things_stays(line):
    assert not cleaned(
        f"小店道歉\n\n小店昨天道歉。\n\n{line}\n\n顾客接受了。", archive_rules()
    ).debris


@pytest.mark.parametrize(
    ("list_", "then"),
    [
        ("相关内容\n小店回应投放争议\n召回背后的秘密", "\n顾客说法\n顾客接受了。"),
    ],
)
def test_the_head_of_a_list_of_links_goes_with_its_links(list_, then):
    found = cleaned(f"小店道歉\n\n小店昨天道歉。\n\n{list_}\n{then}", archive_rules())
    assert found.seed.text[found.debris[0].start : found.debris[0].end] == list_


@pytest.mark.parametrize(
    "list_",
    [
        "See also[edit]\nList of ferry accidents\nProduct recall\nReferences[edit]\n^ Harbour Post. The report.",
        "參見[編輯]\n渡輪事故列表\n召回\n參考文獻[編輯]\n^ 海灣晚報，2024年3月4日。報道。",
    ],
)
def test_what_the_authors_of_a_wiki_list_under_an_article_is_of_the_article(list_):
    found = cleaned(f"小店道歉\n\n小店昨天道歉。\n\n{list_}", archive_rules())
    assert {found.seed.text[d.start : d.end] for d in found.debris} <= {"[edit]", "[編輯]"}


@pytest.mark.parametrize(
    ("links", "heading"),
    [
        ("Related stories\n\nTwo shops close\n\nA baker speaks", "What the owner says"),
        ("相关新闻\n\n两家店关门\n\n店主说了什么", "顾客怎么看"),
        ("相关新闻\n两家店关门\n店主说了什么", "顾客怎么看"),
    ],
)
def test_the_heading_between_spaced_links_and_a_sentence_stays(links, heading):
    found = cleaned(
        f"小店道歉\n\n小店昨天道歉。\n\n{links}\n\n{heading}\n\n顾客接受了。", archive_rules()
    )
    assert "\n".join(found.seed.text[d.start : d.end] for d in found.debris) == links


@pytest.mark.parametrize(
    "text",
    [
        "See also\nThe ferry company apologised on Monday.",
        "参见\n召回\n渡轮公司昨天宣布召回。",
        "延伸閱讀：\n渡輪公司昨天宣布召回。",
    ],
)
def test_the_head_of_a_list_stays_where_it_is_not_sure_what_of_the_rest_are_links(text):
    assert not cleaned(f"小店道歉\n\n小店昨天道歉。\n\n{text}", archive_rules()).debris


def test_a_bare_number_is_a_count_and_nothing_surer_is_said_of_it():
    said = {
        cleaned(f"小店道歉\n\n小店昨天道歉。\n\n{line}\n\n顾客接受了。", archive_rules())
        .debris[0]
        .reason.en
        for line in ("+3", "0%(0)", "阅读 3521", "12 comments")
    }
    assert said == {"A count of the website"}


@pytest.mark.parametrize("word", ['"subscribe"', "“Reply”", "「分享」"])
def test_a_quoted_word_on_a_line_of_its_own_is_no_button(word):
    text = f"Subscribe\nShare\nSend a message with the word\n{word}\nin its subject, and nothing else.\n"
    found = cleaned(text, archive_rules())
    assert not any(word in text[d.start : d.end] for d in found.debris)


def test_a_number_is_furniture_beside_its_label_and_a_bar_at_a_line_s_end_is_a_sign():
    text = "The strike amused the town. |\n1937\nNobody sold a paper.\nWord Count\n202\n"
    assert [text[d.start : d.end].strip() for d in cleaned(text, archive_rules()).debris] == [
        "|",
        "Word Count",
        "202",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Continue reading",
        "Show more",
        "阅读全文",
        "點擊閱讀全文",
        "跳至主要內容",
        "跳轉到內容",
        "收藏文章",
    ],
)
def test_a_button_is_hidden_on_its_line_and_its_words_stay_in_a_sentence(line):
    found = cleaned(
        f"{line}\n\n小店道歉\n\n小店昨天道歉。\n\n{line}\n\n{line}，他说。", archive_rules()
    )
    assert [found.seed.text[d.start : d.end].strip() for d in found.debris] == [line, line]
    assert [block.level for block in found.blocks] == [1, 0, 0]


@pytest.mark.parametrize(
    ("file", "headlines"), [("pages-wild.txt", (14, 0)), ("pages-wild-last.txt", (7, 1))]
)
def test_of_texts_as_they_are_found_no_text_is_hidden_and_headlines_are_found(file, headlines):
    scores = page_scores(archive_rules(), file)
    both: dict[str, Score] = {what: Score() for what in scores}
    for what, halves in scores.items():
        for half in halves:
            both[what].right += half.right
            both[what].wrong += half.wrong
    assert both["debris"].wrong == 0
    assert (both["headline"].right, both["headline"].wrong) == headlines


def test_buttons_under_the_headline_go_and_the_author_beside_them_stays():
    text = "A toy maker looks back\nJoel Brandt\nShare\nFollow\nDownload\nKAREN OSTROW\nTwo years ago the trains were pulled from the shelves.\nThe paint had lead in it."
    found = cleaned(text, archive_rules())
    assert [text[d.start : d.end] for d in found.debris] == ["Share", "Follow", "Download"]
