"""What editors of Traditional Chinese are asked to look at. Excerpts are the seeds' own."""

import shutil

import pytest
from pydantic import TypeAdapter

from build_tools.language.chinese.convert import Converter
from build_tools.language.chinese.one_to_many import ONE_TO_MANY
from build_tools.model.authority import Actor
from build_tools.model.record import Bilingual
from build_tools.model.rules import Correction, Corrections
from build_tools.model.text import Aligned, Reading, Segment, Translation
from build_tools.pipeline import build
from build_tools.readers.yaml_files import load
from build_tools.stages.renditions import renditions
from build_tools.stages.script_review import script_review
from build_tools.stages.wording import protected_words
from tests.conftest import parsed
from tests.opencc_tables import entries
from tests.texts import RULES

EXCERPTS = {
    "s1": "这次事件里，到底哪根线被踩到了？",
    "s2": "浙江网经社信息科技公司拥有18年历史",
    "s3": "澎湃新闻记者 范佳来 说起2025年舆论热度最高的公司",
    "s4": "小米官方回应称，相关图片系伪造，小米没有造车计划。",
    "s5": "其微博账号也曾因违规被禁言。",
    "s6": "没有体系支撑，只凭个人英雄主义早晚栽跟头。",
    "s7": "徐洁云在社交平台发文致歉",
}
FAN = TypeAdapter(Actor).validate_python(
    {
        "id": "fan-jialai",
        "kind": "person",
        "description": {"en": "Journalist of The Paper.", "zh-Hans": "澎湃新闻记者。"},
        "names": {
            "en": "Fan Jialai",
            "zh-Hans": "范佳来",
            "zh-Hant-TW": "范佳來",
            "zh-Hant-HK": "范佳來",
        },
    }
)


class _Source:
    """What the stage asks of a source."""

    def __init__(self, id, text):
        self.id, self.text = id, text


@pytest.fixture(scope="module")
def corrections():
    return load(RULES / "conversion.yml", "conversion.yml", Corrections)[0].record.corrections


def _aligned(id, words, converter, lang="zh-Hans"):
    segment = Segment(id, ((0, len(words)),), words, "sentence", lang, 0)
    reading, translation = Reading(words), Translation("", "untranslated")
    return Aligned(
        segment, reading, translation, renditions(segment, reading, translation, converter)
    )


@pytest.fixture(scope="module")
def review(corrections):
    actors = {FAN.id: FAN}
    converter = Converter(protected_words(actors, corrections)[0])
    source = _Source("001", [_aligned(id, words, converter) for id, words in EXCERPTS.items()])
    return script_review(
        [source], Converter((), alone=True), ONE_TO_MANY, corrections, actors.values()
    )


def _corrected(review, word):
    return next(each for each in review.corrected if each.word == word)


def test_a_choice_shows_the_candidates_and_the_form_of_each_region(review):
    choice = next(each for each in review.choices if each.char == "里")
    assert choice.candidates == (("裡", "里", "哩"), ("裏", "里", "哩"))
    assert [(each.forms, each.count) for each in choice.chosen] == [(("裡", "裏"), 1)]
    context = choice.chosen[0].contexts[0]
    assert context.parts == (("這次事件", "裡", "，到底哪根線"), ("這次事件", "裏", "，到底哪根線"))
    assert context.places == (("001", "s1"),)


@pytest.mark.parametrize(
    ("word", "theirs", "ours"),
    [
        ("年历史", ("年曆史", "年曆史"), ("年歷史", "年歷史")),
        ("系伪造", ("系偽造", "系偽造"), ("係偽造", "係偽造")),
        ("账号", ("賬號", "賬號"), ("帳號", "賬號")),
        ("台", ("臺", "台"), ("台", "台")),
        ("范佳来", ("範佳來", "範佳來"), ("范佳來", "范佳來")),
    ],
)
def test_a_correction_shows_opencc_and_ours_and_why(review, word, theirs, ours):
    each = _corrected(review, word)
    assert (each.theirs, each.ours, each.count) == (theirs, ours, 1)
    assert bool(each.reason) != bool(each.actor)
    assert (each.actor == "fan-jialai") == (word == "范佳来")


def test_a_corrected_place_is_no_choice(review):
    chosen = {choice.char: [each.forms[0] for each in choice.chosen] for choice in review.choices}
    assert chosen["系"] == ["系"], "体系, not 系伪造"
    assert not {"历", "范", "台"} & chosen.keys()


def test_what_no_region_distinguishes_is_no_choice():
    converter = Converter((), alone=True)
    source = _Source("004", [_aligned("s2", "核心观点", converter)])
    assert (
        "核" in ONE_TO_MANY and not script_review([source], converter, ONE_TO_MANY, (), ()).choices
    )


def test_equal_words_stand_once_with_every_place():
    converter = Converter((), alone=True)
    source = _Source(
        "001", [_aligned(id, "网友：支持零容忍，以后", converter) for id in ("s1", "s2")]
    )
    [choice] = script_review([source], converter, {"后": ("後", "后")}, (), ()).choices
    assert choice.count == 2
    assert [context.places for context in choice.chosen[0].contexts] == [
        (("001", "s1"), ("001", "s2"))
    ]


def test_text_found_in_traditional_script_is_not_listed():
    converter = Converter((), alone=True)
    source = _Source("taiwan", [_aligned("s1", "事件裡的說明", converter, "zh-Hant-TW")])
    assert not script_review([source], converter, ONE_TO_MANY, (), ()).choices


def test_of_corrections_within_one_another_the_longest_is_the_reason():
    why = Bilingual(**{"en": "because", "zh-Hans": "理由"})
    corrections = [
        Correction(**{"zh-Hans": hans, "zh-Hant-TW": hant, "zh-Hant-HK": hant, "reason": why})
        for hans, hant in (("历史", "歷史"), ("年历史", "年歷史"))
    ]
    converter = Converter(protected_words({}, tuple(corrections))[0])
    source = _Source("001", [_aligned("s2", EXCERPTS["s2"], converter)])
    assert [
        each.word
        for each in script_review(
            [source], Converter((), alone=True), {}, corrections, ()
        ).corrected
    ] == ["年历史"]


def test_the_page_lists_every_kind_and_its_links_lead_to_segments(small):
    (small / "seeds" / "excerpts.txt").write_text("\n\n".join(EXCERPTS.values()), encoding="utf-8")
    shutil.copy(RULES / "conversion.yml", small / "editorial" / "rules")
    built = build(small)
    assert not built.faults
    page = parsed(built.pages["script.md"])
    words = page.text()
    assert "converted by script only" in words and "只转换字形" in words
    assert {"臺", "年曆史", "系偽造"} <= {each.text() for each in page.all("del")}
    assert any(a.attributes["href"].startswith("sources/excerpts.html#s") for a in page.all("a"))


# The generated table


def test_the_table_is_that_of_the_installed_dictionaries(tmp_path):
    forms: dict[str, list[str]] = {}
    for table in ("STCharacters", "STPhrases"):
        for key, values in entries(table, tmp_path):
            if table == "STCharacters":
                forms[key] = values
                continue
            for value in values:
                for before, after in zip(key, value, strict=True):
                    if after not in forms.setdefault(before, [before]):
                        forms[before].append(after)
    assert {
        char: tuple(several) for char, several in forms.items() if len(several) > 1
    } == ONE_TO_MANY
