"""Texts that are there in both languages already: `casebook sync` offers each sentence the one that answers to it."""

import re

import polib
import pytest
from click.testing import CliRunner

from build_tools.cli import main
from tests.conftest import copy_small, problem_lines
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
    assert all(unit.fuzzy and unit.tcomment.startswith("state: machine-draft; origin: found") for unit in entries)
    return {unit.msgid: unit.msgstr for unit in entries}


def test_a_text_line_under_line_is_its_own_translation(archive):
    add(archive, "delay", LINE_UNDER_LINE)
    found = drafts(archive, "delay")
    assert found["我们对此深表歉意。"] == "We are deeply sorry."
    assert found["We are deeply sorry."] == "我们对此深表歉意。"
    assert found["旅客将获得每人800元的补偿。"] == "Each passenger will be paid 800 yuan in compensation."
    assert found["北辰航空成立于1998年，总部设在成都。"] == "Beichen Airlines was founded in 1998. It is based in Chengdu."
    assert found["It is based in Chengdu."] == "北辰航空成立于1998年，总部设在成都。"
    remarks = [unit.tcomment for unit in polib.pofile(str(po(archive, "delay"))) if unit.msgid == "It is based in Chengdu."]
    assert remarks == ["state: machine-draft; origin: found\ns14 and s15 together"]
    assert len(found) == 15


def test_a_text_with_the_other_language_after_it_too_and_what_it_becomes_is_simplified(archive):
    add(archive, "recall", ONE_AFTER_THE_OTHER)
    found = drafts(archive, "recall")
    assert found["化驗結果顯示，樣本含有微量金屬碎屑。"] == "Tests showed traces of metal in the samples."
    assert found["Tests showed traces of metal in the samples."] == "化验结果显示，样本含有微量金属碎屑。"
    assert len(found) == 12


def test_an_editor_says_that_one_file_translates_another(archive):
    add(archive, "original", ORIGINAL)
    add(archive, "translation", TRANSLATION, "translates: original\n")
    there, back = drafts(archive, "original"), drafts(archive, "translation")
    assert there["网友并不买账，评论超过4万条。"] == "Users were not convinced: there were more than 40,000 comments."
    assert {words: said for said, words in back.items()} == there and len(there) == 4


def test_two_files_of_which_nobody_says_so_are_left_apart(archive):
    add(archive, "original", ORIGINAL)
    add(archive, "translation", TRANSLATION)
    assert drafts(archive, "original") == drafts(archive, "translation") == {}


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
    text = po(archive, "delay").read_text(encoding="utf-8").replace('msgstr "We are deeply sorry."', 'msgstr "We apologise."')
    text, refused = re.subn('# state: machine-draft; origin: found\n(#.*\n)#, fuzzy\n((?:msg.*\n){2})msgstr "The airport.*\n', r'# state: untranslated; origin: human\n\1\2msgstr ""\n', text)
    assert refused == 1
    po(archive, "delay").write_text(text, encoding="utf-8")
    before = po(archive, "delay").read_bytes()
    assert "0 translation files changed" in sync(archive)
    assert po(archive, "delay").read_bytes() == before


@pytest.mark.parametrize(("says", "code"), [("translates: nowhere\n", "id-unknown"), ("translates: other\n", "translation-same-language")])
def test_what_cannot_be_the_original_is_told_with_its_line(archive, says, code):
    add(archive, "original", ORIGINAL, "origin: as-published\n" + says)
    add(archive, "other", ORIGINAL)
    told = [line for line in problem_lines(CliRunner().invoke(main, ["build", "--root", str(archive)]).output) if code in line]
    assert len(told) == 1 and "editorial/sources/original/source.yml:2" in told[0]


def test_on_its_page_each_pair_stands_once_both_sides_as_source_and_links_to_either_arrive(archive):
    add(archive, "recall", ONE_AFTER_THE_OTHER)
    result = CliRunner().invoke(main, ["build", "--root", str(archive), "--strict"])
    assert result.exit_code == 0, result.output
    page = (archive / "docs" / "archive" / "sources" / "recall.md").read_text(encoding="utf-8")
    text = page[page.index('class="cb-text"') : page.index('id="seed"')]
    assert text.count("Tests showed traces of metal in the samples.") == text.count("化驗結果顯示，樣本含有微量金屬碎屑。") - 1 == 1  # Traditional is the same in both regions
    assert all(text.count(f'id="s{n}"') == 1 for n in range(1, 13))
    assert "cb-is-translation" not in text and "The source itself holds its text in both languages." in page


def test_sentences_that_have_one_answer_together_show_it_once(archive):
    add(archive, "delay", LINE_UNDER_LINE)
    CliRunner().invoke(main, ["build", "--root", str(archive)])
    page = (archive / "docs" / "archive" / "sources" / "delay.md").read_text(encoding="utf-8")
    text = page[page.index('class="cb-text"') : page.index('id="seed"')]
    assert text.count("总部设在成都。") == 1 and text.count("It is based in Chengdu.") == 1
