"""Texts that are there in both languages already: `casebook sync` offers each sentence the one that
answers to it.
"""

import re

import polib
import pytest
from click.testing import CliRunner

from build_tools.checks.translation import CHECKS
from build_tools.cli import main
from build_tools.pipeline import build
from tests.conftest import copy_small, parsed, problem_lines, seed_as_found
from tests.translated import sync

LINE_UNDER_LINE = """\
关于A380航班延误的声明
Statement on the delay of flight A380
2024年3月5日，北辰航空一架飞往广州的航班延误了11个小时，机上共有268名旅客。
On 5 March 2024 a Beichen Airlines flight to Guangzhou was delayed by 11 hours, with 268 passengers on board.
我们对此深表歉意。
We are deeply sorry.
公司总裁周明在记者会上说：“我们没有及时告知旅客，这是我们的错。”旅客将获得每人800元的补偿。
“We failed to tell passengers in time, and that was our fault,” the company's president, Zhou Ming, told a press conference. Each passenger will be paid 800 yuan in compensation.
机场方面表示，延误由空中管制引起，与天气无关。
The airport said the delay was caused by air traffic control and had nothing to do with the weather.
北辰航空成立于1998年，总部设在成都。
Beichen Airlines was founded in 1998. It is based in Chengdu.
"""
ONE_AFTER_THE_OTHER = """\
關於產品回收的公告
本公司於2019年6月1日宣布，回收3批共12,000罐即食湯品。
化驗結果顯示，樣本含有微量金屬碎屑。
陳大文經理表示，公司會全數退款。
顧客可於8月31日前到任何一間門市辦理。
本公司對事件造成的不便致歉。
Notice of a product recall
On 1 June 2019 the company announced the recall of three batches, 12,000 tins in all, of ready-made soup. Tests showed traces of metal in the samples. \
The manager, Chan Tai-man, said that the company would refund customers in full. Customers may apply at any shop before 31 August. We apologise for the inconvenience.
"""
ORIGINAL = """\
客服的一句话
2022年11月3日，一名网友发文称，乐活超市的客服要求他“别来了”。
次日，乐活超市道歉，并称已对涉事员工停职。
网友并不买账，评论超过4万条。
"""
TRANSLATION = """\
One sentence from customer service
On 3 November 2022 a user posted that customer service at the supermarket Lehuo had told him “not to come back”. The next day Lehuo apologised and said that the employee had been suspended. \
Users were not convinced: there were more than 40,000 comments.
"""
FOREIGN_WORDS = """\
新品发布会翻车
他在台上用英文说了一句话。
We will never compromise on quality.
台下的记者问，这句话的中文是什么？
No comment.
他没有回答，随后离开了会场。2021年共售出300台。
The figure was later corrected to 250 units.
公司当晚删除了直播回放。
"""


@pytest.fixture
def archive(tmp_path):
    return copy_small(tmp_path / "archive")


def add(archive, id, text, record=""):
    (archive / "seeds" / f"{id}.txt").write_text(text, encoding="utf-8")
    if record:
        folder = archive / "editorial" / "sources" / id
        folder.mkdir(parents=True)
        (folder / "source.yml").write_text(record, encoding="utf-8")


def po(archive, id):
    return archive / "editorial" / "sources" / id / "translation.po"


def drafts(archive, id):
    """Reading -> what was found for it, once everything is in step."""
    sync(archive)
    entries = [unit for unit in polib.pofile(str(po(archive, id))) if unit.msgstr]
    assert all(
        unit.fuzzy and unit.tcomment.startswith("state: machine-draft; origin: found")
        for unit in entries
    )
    return {unit.msgid: unit.msgstr for unit in entries}


def test_a_text_line_under_line_is_its_own_translation(archive):
    add(archive, "delay", LINE_UNDER_LINE)
    found = drafts(archive, "delay")
    assert found["我们对此深表歉意。"] == "We are deeply sorry."
    assert found["We are deeply sorry."] == "我们对此深表歉意。"
    assert (
        found["旅客将获得每人800元的补偿。"]
        == "Each passenger will be paid 800 yuan in compensation."
    )
    assert (
        found["北辰航空成立于1998年，总部设在成都。"]
        == "Beichen Airlines was founded in 1998. It is based in Chengdu."
    )
    assert found["It is based in Chengdu."] == "北辰航空成立于1998年，总部设在成都。"
    remarks = [
        unit.tcomment
        for unit in polib.pofile(str(po(archive, "delay")))
        if unit.msgid == "It is based in Chengdu."
    ]
    assert remarks == ["state: machine-draft; origin: found\ns14 and s15 together"]
    assert len(found) == 15


def test_a_text_with_the_other_language_after_it_too_and_what_it_becomes_is_simplified(archive):
    add(archive, "recall", ONE_AFTER_THE_OTHER)
    found = drafts(archive, "recall")
    assert (
        found["化驗結果顯示，樣本含有微量金屬碎屑。"]
        == "Tests showed traces of metal in the samples."
    )
    assert (
        found["Tests showed traces of metal in the samples."]
        == "化验结果显示，样本含有微量金属碎屑。"
    )
    assert len(found) == 12


def test_an_editor_says_that_one_file_translates_another(archive):
    add(archive, "original", ORIGINAL)
    add(archive, "translation", TRANSLATION, "translates: original\n")
    there, back = drafts(archive, "original"), drafts(archive, "translation")
    assert (
        there["网友并不买账，评论超过4万条。"]
        == "Users were not convinced: there were more than 40,000 comments."
    )
    assert {words: said for said, words in back.items()} == there and len(there) == 4


def test_two_files_of_which_nobody_says_so_are_left_apart(archive):
    add(archive, "original", ORIGINAL)
    add(archive, "translation", TRANSLATION)
    assert drafts(archive, "original") == drafts(archive, "translation") == {}


IN_TURN = """\
我们就昨天的停电向所有乘客道歉。

We apologise to all passengers for yesterday's power cut.

列车已经恢复运行。

Trains are running again.

受影响的乘客可以申请退票。

Passengers who were affected can ask for a refund.
"""
ASKED = """\
您为什么说沉默也是一种表态？

Because people fill it, and they will not be kind. I have seen it many times.

有没有您会等一等的时候？

When the families do not know yet. Then you wait, and you say that you are waiting.

您读过最糟糕的道歉是哪一封？

One that said sorry to anyone who may have been offended, and nothing else at all.
"""


def test_a_short_text_is_its_own_translation_where_each_paragraph_stands_under_the_other(archive):
    add(archive, "power", IN_TURN)
    assert drafts(archive, "power")["列车已经恢复运行。"] == "Trains are running again."
    assert len(drafts(archive, "power")) == 6


def test_answers_in_english_do_not_translate_questions_in_chinese(archive):
    add(archive, "asked", ASKED)
    assert drafts(archive, "asked") == {}


def test_foreign_words_in_a_text_are_not_its_translation_unless_an_editor_says_so(archive):
    add(archive, "launch", FOREIGN_WORDS)
    assert drafts(archive, "launch") == {}


def test_the_page_of_a_bilingual_seed_shows_the_drafts_before_anybody_has_synced(archive):
    add(archive, "delay", LINE_UNDER_LINE)
    result = CliRunner().invoke(main, ["build", "--root", str(archive), "--strict"])
    assert result.exit_code == 0, result.output
    page = (archive / "docs" / "archive" / "sources" / "delay.md").read_text(encoding="utf-8")
    assert "untranslated" not in page


def test_what_a_person_wrote_or_refused_stays_and_a_second_sync_changes_nothing(archive):
    add(archive, "delay", LINE_UNDER_LINE)
    sync(archive)
    text = (
        po(archive, "delay")
        .read_text(encoding="utf-8")
        .replace('msgstr "We are deeply sorry."', 'msgstr "We apologise."')
    )
    text, refused = re.subn(
        r'# state: machine-draft; origin: found\n((?:#\..*\n)+)#, fuzzy\n((?:msg.*\n){2})msgstr "The airport.*\n',
        r'# state: untranslated; origin: human\n\1\2msgstr ""\n',
        text,
    )
    assert refused == 1
    po(archive, "delay").write_text(text, encoding="utf-8")
    before = po(archive, "delay").read_bytes()
    assert "0 translation files changed" in sync(archive)
    assert po(archive, "delay").read_bytes() == before


@pytest.mark.parametrize(
    ("says", "code"),
    [("translates: nowhere\n", "id-unknown"), ("translates: other\n", "translation-same-language")],
)
def test_what_cannot_be_the_original_is_told_with_its_line(archive, says, code):
    add(archive, "original", ORIGINAL, "origin: as-published\n" + says)
    add(archive, "other", ORIGINAL)
    told = [
        line
        for line in problem_lines(
            CliRunner().invoke(main, ["build", "--root", str(archive)]).output
        )
        if code in line
    ]
    assert len(told) == 1 and "editorial/sources/original/source.yml:2" in told[0]


def test_on_its_page_each_pair_stands_once_both_sides_as_source_and_links_to_either_arrive(archive):
    add(archive, "recall", ONE_AFTER_THE_OTHER)
    result = CliRunner().invoke(main, ["build", "--root", str(archive), "--strict"])
    assert result.exit_code == 0, result.output
    page = (archive / "docs" / "archive" / "sources" / "recall.md").read_text(encoding="utf-8")
    text = page[page.index('class="cb-text"') : page.index('id="seed"')]
    assert (
        text.count("Tests showed traces of metal in the samples.")
        == text.count("化驗結果顯示，樣本含有微量金屬碎屑。") - 1
        == 1
    )  # Traditional is the same in both regions
    assert all(text.count(f'id="s{n}"') == 1 for n in range(1, 13))
    assert (
        "cb-is-translation" not in text
        and "The source itself holds its text in both languages." in page
    )


NUMBERED = """\
关于“云岭”桶装水菌落超标的情况说明
Statement on excess bacteria in Yunling bottled water
2021年6月9日，市监局通报我公司“云岭”桶装水菌落总数超标。我们向消费者致歉。
On June 9, 2021 the market regulator found too many bacteria in our Yunling water. We apologize to consumers.
经查，清洗机B7于5月20日停转3小时，当班人员用旧滤芯替换了新滤芯，共影响4,600桶。
Washing machine B7 stood still for three hours on May 20. Staff then used old filters instead of new ones. In all 4,600 bottles are affected.
我们决定：
We have decided as follows:
一、召回4,600桶，全额退款；
1. All 4,600 bottles are recalled and refunded in full.
二、更换清洗机B7，费用约80万元；
2. Washing machine B7 will be replaced, at a cost of about 800,000 yuan.
• 聘请检测机构CTI每月抽检。
(c) The laboratory CTI will take samples every month.
客服热线 Hotline：400-820-0000
监事会另行公布对责任人的处理。
"""


def shown_numbers(page):
    """The numbers of segments that a page prints, in the fold or before the words."""
    folds = {each.text() for each in page.all("a", of="cb-no")}
    return folds | {each.attributes["data-no"] for each in page.all("span", of="cb-beside")}


@pytest.fixture(scope="module")
def two_languages(tmp_path_factory):
    """Texts that hold both languages: the problems of a build, its pages, and what can be found."""
    root = copy_small(tmp_path_factory.mktemp("both") / "archive")
    for id, text in {
        "delay": LINE_UNDER_LINE,
        "recall": ONE_AFTER_THE_OTHER,
        "numbered": NUMBERED,
    }.items():
        add(root, id, text)
    return build(root)


def test_nobody_is_told_that_an_author_s_two_languages_differ(two_languages):
    assert not {p.code for p in two_languages.problems} & CHECKS.keys()


def test_what_an_editor_made_of_a_pair_is_checked_again(archive):
    add(archive, "numbered", NUMBERED)
    sync(archive)
    text = po(archive, "numbered").read_text(encoding="utf-8")
    old = re.search(
        r'# state: machine-draft; origin: found\n(?:#.*\n)*msgctxt.*\nmsgid "二、更换.*\nmsgstr ".*\n',
        text,
    )[0]
    new = re.sub(
        "machine-draft; origin: found",
        "human-draft; origin: human",
        re.sub("800,000", "8,000", old),
    )
    po(archive, "numbered").write_text(text.replace(old, new), encoding="utf-8")
    told = [p for p in build(archive).problems if p.code in CHECKS]
    assert {p.code for p in told} >= {"number-differs"} and len(
        {p.what.partition(":")[0] for p in told}
    ) == 1


@pytest.mark.parametrize("id", ["delay", "recall", "numbered"])
def test_no_word_or_list_mark_of_either_language_is_lost(two_languages, id):
    page = parsed(two_languages.pages[f"sources/{id}.md"])
    (sentences,) = page.all("section", of="cb-text")
    assert all(not hidden for _, hidden in seed_as_found(page))
    text = re.sub(r"\s+", "", sentences.text())
    for each in two_languages.archive.sources[id].text:
        assert re.sub(r"\s+", "", each.segment.lead + each.segment.found) in text, each.segment.id


@pytest.mark.parametrize("id", ["delay", "recall", "numbered"])
def test_every_number_of_a_segment_stands_on_the_page(two_languages, id):
    page = parsed(two_languages.pages[f"sources/{id}.md"])
    assert shown_numbers(page) == {
        each.segment.id[1:] for each in two_languages.archive.sources[id].text
    }


def test_a_sentence_without_its_pair_is_not_called_untranslated_and_one_that_says_both_nothing(
    two_languages,
):
    (text,) = parsed(two_languages.pages["sources/numbered.md"]).all("section", of="cb-text")
    said = {
        re.sub(r"\s+", "", each.text())[:12]: re.sub(r"\s+", " ", each.text())
        for each in text.all("div", of="cb-alone")
    }
    assert [words for words, whole in said.items() if "no sure counterpart" in whole] == [
        "监事会另行公布对责任人的"
    ]
    assert (
        any(words.startswith("客服热线") for words in said)
        and "not translated yet" not in text.text()
    )
    assert "19 of 20 segments have their counterpart" in two_languages.pages["sources/numbered.md"]


def test_a_page_and_the_list_of_sources_count_counterparts_alike(two_languages):
    (page, listed) = (
        re.sub(r"\s+", " ", parsed(two_languages.pages[name]).text())
        for name in ("sources/numbered.md", "sources/index.md")
    )
    for state, count in (("draft", 18), ("in both languages", 1), ("no sure counterpart", 1)):
        assert f"{count} {state}" in page and re.search(rf"{state}[^·\d]*{count}\b", listed), state


SIGNED = [
    ("董事長\n王大同\n", "Peter Wong\nChairman\n"),
    ("陳美玲\n署理行政總裁\n香港仔\n", "Acting Chief Executive\nMay Chan\nAberdeen\n"),
]


@pytest.mark.parametrize(("chinese", "english"), SIGNED)
def test_short_lines_in_a_row_are_no_pairs_because_of_their_order(archive, chinese, english):
    one, other = ONE_AFTER_THE_OTHER.split("Notice of")
    add(
        archive,
        "signed",
        f"{one}{chinese}電話：2345 6789\nNotice of{other}{english}Phone: 2345 6789\n",
    )
    found = drafts(archive, "signed")
    assert not {*chinese.split(), *english.strip().split("\n")} & {*found}
    assert found["電話：2345 6789"] == "Phone: 2345 6789" and len(found) == 14


def test_a_short_line_alone_between_sentences_and_one_right_under_the_other_have_their_counterpart(
    archive,
):
    one, other = (
        ONE_AFTER_THE_OTHER.replace("化驗結果", "背景\n化驗結果")
        .replace("Tests showed", "\nBackground\nTests showed")
        .split("Notice of")
    )
    add(archive, "alone", f"{one}Notice of{other}")
    add(archive, "under", f"{LINE_UNDER_LINE}总裁\nPresident\n周明\nZhou Ming\n")
    assert drafts(archive, "alone")["背景"] == "Background"
    assert (
        drafts(archive, "under")["周明"] == "Zhou Ming"
        and drafts(archive, "under")["总裁"] == "President"
    )


def test_a_sentence_in_both_languages_is_found_once(two_languages):
    found = "".join(
        text for name, text in two_languages.pages.items() if name.startswith("search/text-")
    )
    for words in (
        "菌落总数超标",
        "found too many bacteria",
        "We are deeply sorry",
        "我们对此深表歉意",
        "Tests showed traces of metal",
        "监事会另行公布",
    ):
        assert found.count(words) == 1, words


def test_sentences_that_have_one_answer_together_show_it_once(archive):
    add(archive, "delay", LINE_UNDER_LINE)
    CliRunner().invoke(main, ["build", "--root", str(archive)])
    page = (archive / "docs" / "archive" / "sources" / "delay.md").read_text(encoding="utf-8")
    text = page[page.index('class="cb-text"') : page.index('id="seed"')]
    assert text.count("总部设在成都。") == 1 and text.count("It is based in Chengdu.") == 1


def test_all_of_a_line_answers_to_a_line_of_one_sentence(archive):
    add(
        archive,
        "delay",
        LINE_UNDER_LINE
        + "网传“空姐态度恶劣、要求删文”一节，经调阅监控与对话记录，乘务员确曾请旅客“先别发文”，用语不当，我们已予惩处，并再次向旅客致歉。\n"
        "As for the claim online that staff were rude and asked for the post to be deleted: footage and records show that a member of staff did ask a passenger “not to post yet”. The wording was wrong; we have apologised again.\n"
        "感谢您的监督。\nThank you for your attention.\n",
    )
    found = drafts(archive, "delay")
    assert (
        found["The wording was wrong; we have apologised again."].startswith("网传“空姐")
        and found["感谢您的监督。"] == "Thank you for your attention."
    )
