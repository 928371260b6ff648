"""Simplified Chinese in Traditional script is what the press prints: by words, not by the longest match."""

import pytest

from build_tools.stages.convert import Converter
from tests.conversion.measure import REGIONS, SETS, sentences, wrong


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("opencc")


@pytest.fixture(scope="module")
def by_words(cache):
    return Converter((), cache)


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize("name", SETS)
def test_the_figures_of_the_documentation_hold(by_words, cache, name, region):
    ours, theirs = len(wrong(by_words, name, region)), len(wrong(Converter((), cache, alone=True), name, region))
    assert ours <= {"known": 6, "held_out": 11, "later": 2}[name]
    assert theirs >= {"known": 38, "held_out": 38, "later": 15}[name], "OpenCC is better than it was: measure again"


def test_there_are_sentences_enough_and_none_twice():
    every = [hans for name in SETS for hans, _ in sentences(name)]
    assert len(every) == len(set(every)) >= 500


@pytest.mark.parametrize(("hans", "tw"), [
    ("一家私企签大单", "一家私企簽大單"), ("二分之一出局", "二分之一出局"), ("聊表心意里", "聊表心意裡"), ("一家私人医院", "一家私人醫院"),
    ("要冲洗照片", "要沖洗照片"), ("消息一出", "消息一出"), ("要求签署协议书", "要求簽署協議書"), ("18年历史", "18年歷史"),
    ("余建国说，其余的钱", "余建國說，其餘的錢"), ("于大伟关于此事", "于大偉關於此事"), ("余某、于女士和郁先生", "余某、于女士和郁先生"),
    ("涂经理、种先生、朴教授和游总说", "涂經理、种先生、朴教授和游總說"), ("姓余的医生", "姓余的醫生"),
])
def test_word_edges_and_family_names_decide(by_words, hans, tw):
    assert by_words.convert(hans, "zh-Hans", "zh-Hant-TW") == tw


@pytest.mark.parametrize(("hans", "tw"), [
    ("这出戏和一只猫", "這齣戲和一隻貓"), ("星露谷物语和今周刊", "星露谷物語和今周刊"), ("喝了鸡汤面", "喝了雞湯麵"), ("无花果干和苹果干", "無花果乾和蘋果乾"),
    ("抽签和书签", "抽籤和書籤"), ("小米系高管和中文系主任", "小米系高管和中文系主任"), ("关于、对于、位于", "關於、對於、位於"), ("生于北京，于今年公布", "生於北京，於今年公佈"),
])
def test_phrases_that_are_whole_words_still_decide(by_words, hans, tw):
    assert by_words.convert(hans, "zh-Hans", "zh-Hant-TW") == tw


def test_a_name_once_told_in_a_text_keeps_its_character_wherever_it_stands(by_words):
    told = frozenset({"于东来"})
    assert by_words.convert("对于于东来之后的沉默", "zh-Hans", "zh-Hant-TW", told) == "對於于東來之後的沉默"


def test_a_name_of_the_archive_keeps_its_family_name_without_a_word_from_editors(cache):
    assert Converter((), cache, ["于正"]).convert("于正的新剧在于创新", "zh-Hans", "zh-Hant-TW") == "于正的新劇在於創新"
