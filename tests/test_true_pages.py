"""Every sentence that a page prints about a source is true of it: on invented texts of many kinds,
where it must stand and where it must not.
"""

import re
import shutil

import pytest

from build_tools.pipeline import build
from tests.conftest import ROOT, SHOWCASE, parsed, run

ZH = "渡轮公司就时刻表错误致歉\n\n海湾渡轮公司周二表示,冬季时刻表印刷有误。“我们很抱歉。”公司首席执行官埃利森说。\n\n公司将在3月5日前向1200名乘客退款。错误从何而来,公司没有说明……\n"
EN = 'Harbour Ferries apologises after a timetable error\n\nHarbour Ferries said on Tuesday that a wrong timetable had been printed. "We are sorry," said its chief executive.\n\nIt did not say how the error arose ...\n\nSome called the refund generous, others asked why nobody had checked\n'
HANT = "渡輪公司就時刻表錯誤致歉\n\n海灣渡輪公司週二表示,冬季時刻表印刷有誤。「我們很抱歉。」公司行政總裁埃利森說。\n"
TEXTS = {
    "en": EN,
    "hans": ZH,
    "hant": HANT,
    "partly": ZH,
    "whole": ZH,
    "partly-en": EN,
    "mixed": "渡轮公司就时刻表错误致歉\n\nThe ferry company said on Tuesday that a wrong timetable had been printed.\n\n公司将在3月5日前向1200名乘客退款。\n",
    "mixed-whole": "渡轮公司就时刻表错误致歉\n\nThe ferry company said on Tuesday that a wrong timetable had been printed.\n",
    "both-line": "MEDIA STATEMENT / 新闻稿\n\n渡轮公司就时刻表错误致歉。\n\n海湾渡轮公司周二表示,冬季时刻表印刷有误。\n",
    "machine": EN,
    "machine-whole": EN,
    "summary-whole": EN,
    "url-line": "渡轮公司就时刻表错误致歉。\n\n海湾渡轮公司周二表示,冬季时刻表印刷有误。\n\nhttps://www.example.org/news/2024/03/05/ferry-timetable\n",
    "url-only": "https://www.example.org/news/2024/03/05/ferry-timetable\n",
    "one-line": "渡轮公司已经公开说明。\n",
    "ellipsis": "他望着江面,什么也没有说……\n",
    "no-stop": "She looked at the river and said nothing more about the timetable\n",
    "quotation": 'A reader wrote to us: "I waited two hours on the pier, and nobody came"\n',
    "debris-only": "春日饮品 #生活小窍门# #饮品推荐#\n",
    "hidden-date": "发布时间:2025-04-02 08:34\n\n渡轮公司已经说明。\n",
    "snippets": "渡轮公司致歉\n公司周二表示,时刻表印刷有误,将在3月5日前退...\n乘客意见不一\n有人认为退款大方,有人问为什么没有人核对\n",
    "forum": "渡轮公司致歉\n\nGolden Ladle Fan\n\n时刻表印错了,公司昨天公开道歉,说会退还船票的全部票价,并请乘客原谅。\n\n0%(0)\n\nBig Panda 2008 Plus\n\n不接受。\n\nPowered by Some Board\n\nView Full Site\n",
    "letterhead": "Harbour Ferries apologises\n\n海湾渡轮有限公司\n\nThe company said on Tuesday that a wrong timetable had been printed.\n\n联系我们 关于我们\n\n398\n",
    "reply": "渡轮公司致歉\n\n记者问公司会不会退款。\n\n“No comment on that today.”\n\n他没有再回答。\n",
    "pictures": "渡轮公司致歉\n\n时刻表印错了,公司昨天公开道歉。\n\n103519a6abk9oi8i0kxd0y.png\n\n103519pci5kxcikihck3cm.png 2x3y\n\nxx\n\n公司说会退还票价。\n",
    "linked": EN.replace(" ...", ".")
    + "\n相关的主题文章：\n\n渡轮公司就时刻表错误致歉\n\n渡轮时刻表印错 公司回应：将会退票\n",
    "thread": "From: Dana\nDate: 4 Mar 2024\nSubject: Recall\n\nWe wait until the engineers have called.\n\nFrom: Hannah\nTo: Dana\nSubject: Re: Recall\n\nNobody sends anything before I have seen it.\n",
    "clipped": "The colleague who should have checked the timetable was on […]\n",
    "posts": "What do you think of the ferry?\n\nSkyFan\nPosted 3 March 2019 - 10:14 PM\nI was on that ferry and nobody told us anything.\n\nold pilot\nPosted 3 March 2019 - 11:02 PM\nThey read the script, and nothing more.\n",
    "sender": "Harbour Ferries apologises\n\nThe company said on Tuesday that a wrong timetable had been printed.\n\n한빛전자 홍보팀\n",
    "notices": "We value your privacy. We and our partners store information on your device to show you content.\n"
    + ZH.replace("……", "。")
    + "\nThe opinions given here are those of the authors and do not represent the position of this publication.\n",
    "abstract": ZH.replace("……", "。")
    + "\nThe ferry company said that it would pay back 1,200 passengers by 5 March.\n",
    "folded": "公司表示,负责核对的同事当时正在休假,所以没有人发现...阅读全文\n",
}
RECORDS = {
    "machine": "origin: machine-translated\n",
    "machine-whole": "origin: machine-translated\n",
    "summary-whole": "origin: machine-summary\n",
    "snippets": "origin: search-snippets\nreports:\n  - starts: 渡轮公司致歉\n  - starts: 乘客意见不一\n",
}
TRANSLATED = {
    "partly": 2,
    "whole": 99,
    "partly-en": 2,
    "mixed-whole": 99,
    "machine-whole": 99,
    "summary-whole": 99,
    "both-line": 99,
}
LEFT = {"both-line": "MEDIA STATEMENT"}
"""What a translator leaves as it is."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Each text's page as a tree, the list of sources, and the pages with nothing to show."""
    root = tmp_path_factory.mktemp("true")
    shutil.copytree(ROOT / "templates", root / "templates")
    for part in ("glossary", "rules"):
        shutil.copytree(SHOWCASE / "editorial" / part, root / "editorial" / part)
    (root / "seeds").mkdir()
    for id, text in TEXTS.items():
        (root / "seeds" / f"{id}.txt").write_text(text, encoding="utf-8")
    for id, record in RECORDS.items():
        (root / "editorial" / "sources" / id).mkdir(parents=True)
        (root / "editorial" / "sources" / id / "source.yml").write_text(record, encoding="utf-8")
    assert run(root, "build_tools", "sync").returncode == 0
    for id, many in TRANSLATED.items():
        file = root / "editorial" / "sources" / id / "translation.po"
        entries = file.read_text(encoding="utf-8").split("\n\n")
        entries[1 : many + 1] = [
            each
            if LEFT.get(id, "\0") in each
            else re.sub(
                r'msgstr ""$',
                'msgstr "%s"' % ("A translation." if "into: en" in each else "这是译文。"),
                each.replace(
                    "# state: untranslated",
                    "# state: human-draft; by: a reader; on: 2026-01-01; origin: human",
                ).strip(),
            )
            for each in entries[1 : many + 1]
        ]
        file.write_text("\n\n".join(entries) + "\n", encoding="utf-8")
    built = build(root)
    assert not [p for p in built.faults if p.severity == "error"]
    return {name: parsed(text) for name, text in built.pages.items() if name.endswith(".md")}


def source(pages, id):
    return pages[f"sources/{id}.md"]


def says(element, words):
    return words in re.sub(r"\s+", " ", element.text())


STANDS = {
    "There is no English translation of this source yet": {
        "hans",
        "hant",
        "url-line",
        "one-line",
        "ellipsis",
        "hidden-date",
        "snippets",
        "folded",
        "forum",
        "pictures",
        "notices",
    },
    "There is no Chinese translation of this source yet": {
        "en",
        "linked",
        "letterhead",
        "machine",
        "no-stop",
        "quotation",
        "clipped",
        "thread",
        "posts",
        "sender",
    },
    "the archive has translated nothing of it yet": {"mixed", "reply", "abstract"},
    "Translated so far: 2 of": {"partly", "partly-en"},
    "The source itself is in two languages": {"mixed-whole"},
    "The Chinese given for the English text is a re-translation": {
        "machine-whole",
        "summary-whole",
    },
    "Nothing in this file is running text": {"debris-only"},
    "cut off here": {"snippets", "clipped", "folded"},
    "Date in the file": {"hidden-date", "thread", "posts"},
    "Words of the seed that are not part of the text.": {"debris-only", "hidden-date"},
    "Hidden words are struck through.": {"debris-only", "hidden-date"},
    "The words as found stand first.": set(),
    "The gray words under a sentence": {
        "hans",
        "hant",
        "url-line",
        "snippets",
        "mixed",
        "forum",
        "reply",
        "pictures",
        "linked",
        "notices",
        "abstract",
    },
}


@pytest.mark.parametrize("words", STANDS)
def test_a_sentence_stands_on_the_pages_of_which_it_is_true_and_on_no_other(pages, words):
    found = {id for id in TEXTS if says(source(pages, id), words)}
    assert found == STANDS[words]


def test_each_further_mail_of_a_thread_is_set_apart_where_its_head_begins(pages):
    begun = [
        block.first("div", of="cb-seg").text()
        for block in source(pages, "thread").all("div", of="cb-mail")
    ]
    assert len(begun) == 1 and "From: Hannah" in begun[0]
    assert not [
        id
        for id in TEXTS
        if id not in ("thread", "posts") and list(source(pages, id).all("div", of="cb-mail"))
    ]


def test_each_post_of_a_forum_is_set_apart_with_who_wrote_it_and_when(pages):
    begun = [
        block.first("div", of="cb-seg").text()
        for block in source(pages, "posts").all("div", of="cb-mail")
    ]
    assert len(begun) == 2 and "SkyFan" in begun[0] and "old pilot" in begun[1]
    assert says(source(pages, "posts"), "Posted 3 March 2019 - 11:02 PM")


def test_a_file_with_nothing_but_an_address_claims_no_language(pages):
    page = source(pages, "url-only")
    assert not says(page, "Language of the seed") and not says(page, "two languages")
    assert not list(page.all("aside", of="cb-untranslated")), "there is nothing to translate"


def test_a_line_in_both_languages_wants_no_translation(pages):
    page = source(pages, "both-line")
    assert not list(page.all("aside", of="cb-untranslated"))
    line = next(
        segment for segment in page.all("div", of="cb-seg") if "MEDIA STATEMENT" in segment.text()
    )
    assert (
        "not translated" not in line.text()
        and "untranslated" not in line.first("div", of="cb-side").attributes.values()
    )


@pytest.mark.parametrize(
    ("id", "lang"),
    [
        ("forum", "Simplified Chinese"),
        ("letterhead", "English"),
    ],
)
def test_names_buttons_and_numbers_make_no_second_language(pages, id, lang):
    said = re.sub(r"\s+", " ", source(pages, id).first("p", of="cb-byline").text())
    assert [name for name in ("English", "Simplified Chinese", "Traditional") if name in said] == [
        lang
    ]
    number = next(
        words for words in source(pages, id).all("p") if words.text().strip() in ("0%(0)", "398")
    )
    assert number.attributes["lang"] == {"English": "en"}.get(lang, "zh-Hans")


def test_a_name_in_korean_makes_no_text_korean(pages):
    assert not says(source(pages, "sender").first("p", of="cb-byline"), "Korean")


def test_a_line_with_an_address_makes_no_second_language(pages):
    byline = source(pages, "url-line").first("p", of="cb-byline")
    assert (
        says(byline, "Simplified Chinese")
        and not says(byline, "English 英文")
        and "English" not in byline.text()
    )


@pytest.mark.parametrize("id", sorted(TEXTS.keys() - TRANSLATED.keys()))
def test_what_nobody_has_translated_stands_once_in_full_width_and_nothing_is_called_a_translation(
    pages, id
):
    page = source(pages, id)
    assert "cb-single" in page.first("div", of="cb-source").classes
    assert not list(page.all("div", of="cb-columns")) and not list(
        page.all("div", of="cb-is-translation")
    )
    assert all(
        len(list(segment.all("div", of="cb-side"))) == 1 for segment in page.all("div", of="cb-seg")
    )
    assert "—" not in "".join(gloss.text() for gloss in page.all("div", of="cb-gloss"))


def test_a_page_that_is_translated_in_part_shows_each_of_its_segments_in_every_view(pages):
    segments = list(source(pages, "partly").all("div", of="cb-seg"))
    assert [len(list(each.all("div", of="cb-side"))) for each in segments] == [2, 2, 1, 1, 1]
    assert all("cb-alone" in next(each.all("div", of="cb-side")).classes for each in segments[2:])
    assert not list(source(pages, "whole").all(of="cb-alone"))


@pytest.mark.parametrize(
    ("id", "langs"),
    [
        ("hans", {"zh-Hans", "zh-Hant-TW", "zh-Hant-HK"}),
        ("en", {"en"}),
        ("whole", {"en", "zh-Hans", "zh-Hant-TW", "zh-Hant-HK"}),
    ],
)
def test_the_title_stands_once_in_each_language_that_it_is_in(pages, id, langs):
    spans = [
        span for span in source(pages, id).first("h1").all("span") if "lang" in span.attributes
    ]
    assert {span.attributes["lang"] for span in spans} == langs and len(spans) == len(langs)


def test_source_is_said_to_be_in_converted_script_only_where_its_characters_change(pages):
    (labels,) = source(pages, "whole").first("div", of="cb-columns").all("span", of="cb-alt")
    said = {
        each.attributes["lang"]: each.text()
        for each in labels.children
        if not isinstance(each, str)
    }
    assert ["another script" in said[lang] for lang in ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK")] == [
        False,
        True,
        True,
    ]
    assert not says(source(pages, "machine-whole").first("div", of="cb-columns"), "another script")


def test_the_box_about_a_source_names_what_is_in_it(pages):
    assert says(
        source(pages, "hans").first("summary"),
        "About this source: language of the seed, file, translation",
    )
    assert not says(source(pages, "hans").first("summary"), "outlet")
    assert says(source(pages, "debris-only").first("summary"), "About this source: file")


def test_nobody_is_told_that_a_text_names_no_outlet_or_that_its_date_stands_elsewhere(pages):
    assert says(pages["sources/index.md"], "outlet not recorded") and not says(
        pages["sources/index.md"], "outlet not named"
    )
    for claim in ("used in the header", "nothing to do with the text", "republishing site"):
        assert not any(says(source(pages, id), claim) for id in TEXTS), claim


def test_words_in_another_language_than_the_page_say_which(pages):
    lines = list(source(pages, "mixed").first("details", id="seed").all("code"))
    assert [
        line.attributes["lang"] for line in lines if line.text() and "lang" in line.attributes
    ] == ["zh-Hans", "en", "zh-Hans"]
    assert source(pages, "hidden-date").first("span", of="cb-found").attributes["lang"] == "zh-Hans"


@pytest.mark.parametrize(
    ("id", "glossed"),
    [("hans", "cb-glossed-en"), ("mixed", "cb-glossed-en"), ("partly", None), ("one-line", None)],
)
def test_the_sentence_on_glosses_goes_where_the_view_hides_them(pages, id, glossed):
    said = [
        span
        for span in source(pages, id).all("span")
        if any(name.startswith("cb-glossed") for name in span.classes)
    ]
    assert {name for span in said for name in span.classes} == ({glossed} if glossed else set())
    assert all(span.parent.parent.parent.classes == {"cb-untranslated"} for span in said)


def test_what_is_empty_is_not_there(pages):
    page = source(pages, "one-line")
    for name in ("cb-here", "cb-side-note", "cb-debris", "cb-apparatus", "cb-uncertain", "cb-gaps"):
        assert not list(page.all(of=name)), name
    assert says(source(pages, "hans"), "Mentioned here")


@pytest.mark.parametrize(
    "name",
    [
        "network.md",
        "response-clock.md",
        "as-known.md",
        "timeline.md",
        "cases/index.md",
        "actors/index.md",
        "events/index.md",
    ],
)
def test_a_page_with_nothing_to_show_says_so_and_explains_no_picture(pages, name):
    assert says(pages[name], "None yet.")
    for words in (
        "Drawn are",
        "A diamond is a day",
        "Choose a case first",
        "Days keep their width",
    ):
        assert not says(pages[name], words), words
