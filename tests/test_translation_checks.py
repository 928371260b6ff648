"""The checks between a text and its translation: for each code, words of a seed with a sound
translation and with a spoilt one.
"""

from dataclasses import replace

import polib
import pytest
from click.testing import CliRunner

from build_tools.annotators.names.catalogue import matchers
from build_tools.checks import check_translations, problems_of_translations
from build_tools.checks.translation import CHECKS
from build_tools.cli import main
from build_tools.language.chinese.convert import Converter
from build_tools.model.editorial import SourceFiles
from build_tools.pages.hubs import figures
from build_tools.per_source import source_of, text_of
from build_tools.pipeline import build
from build_tools.readers.decode import decode
from build_tools.readers.editorial import read_editorial
from build_tools.readers.po import read_po
from build_tools.stages.wording import protected_words
from tests.conftest import copy_small

FILE = "editorial/sources/excerpt/translation.po"
PILL = (
    "现在很多人把KOL流量当成增长仙丹。",
    "Nowadays many people treat KOL traffic as a magic pill for growth.",
)
COLD = "小米的反应很快。", "Xiaomi reacted fast."
LINE = (
    "作为一个依靠粉丝经济起家的品牌，小米最怕踩到这条红线。",
    "As a brand that got its start on the fan economy, Xiaomi dreads stepping on this red line most of all.",
)
SHARE = (
    "有数据显示，仅30%的品牌会系统核查KOL半年以上的内容。",
    "There are data showing that only 30% of brands systematically check half a year or more of a KOL's content.",
)
CARS = (
    "Xiaomi's ambitious goals, such as producing 200,000 vehicles by 2024, are unrealistic given the complexities of automotive manufacturing [3].",
    "鉴于汽车制造的复杂性，小米雄心勃勃的目标，例如到2024年生产20万辆汽车，并不现实[3]。",
)
LIVE = (
    "1月7日晚，雷军在直播中谈及“团队与相关KOL接触一事”的处罚。",
    "On the evening of January 7, Lei Jun spoke in a livestream about the penalties over “the matter of the team's contact with the KOL concerned”.",
)
WHY = "为什么企业这么容易出问题？", "Why do companies get into trouble so easily?"
TAG = (
    "短短一天，#小米拟合作米黑KOL# 就冲上热搜，小米紧急回应：立即终止所有可能的合作，还公开致歉。",
    "In just one day, #Xiaomi plans to cooperate with Mi hater KOL# shot up the trending list, and Xiaomi urgently responded: it was immediately terminating all possible cooperation, and it publicly apologized, too.",
)
HURT = (
    "小米解释得很清楚：这事不仅触碰了公司原则，还“严重伤害了米粉的感情”。",
    "Xiaomi explained it very clearly: this affair not only ran afoul of the company's principles, it also “seriously hurt the feelings of Mi fans”.",
)
WORKS = (
    "资料显示，“万能的大熊”本名宗宁，中国知名自媒体人及畅销书作者，代表作包括《格局逆袭：普通人的制胜之道》等。",
    "Available information shows that “Almighty Bear”, real name Zong Ning, is a well-known Chinese self-media personality and bestselling author whose representative works include “Geju Nixi: How Ordinary People Win”.",
)
XU = (
    "徐洁云此前也曾担任小米集团公关部总经理。",
    "Xu Jieyun had also previously served as general manager of the public relations department of Xiaomi Group.",
)
WORTH = (
    "公司市值3万亿元，股价下跌3个百分点。",
    "The company is worth 3 trillion yuan, and its share price fell by 3 percentage points.",
)
STATED = "Companies get into trouble so easily."
TALK = (
    "欢迎评论区留言聊聊。",
    "Feel free to leave a message in the comments section and talk about it.",
)
TWO = (
    "刚刚，小米公开发布处理决定，两位高管遭点名，一名员工被辞退。",
    "Xiaomi has just made its disciplinary decision public: two executives have been called out by name, and one employee has been dismissed.",
)
GROUP = "Group 5: Industry Standards", "第五部分：行业标准"
PLANNED = (
    "计划投放KOL遭粉丝抵制 小米通报",
    "Planned KOL placement meets with protest from fans; Xiaomi issues notice",
)
BROKEN = "“我...", "“I..."
DECADE = (
    "这家公司在80年代创立，上半年和第三季度都亏损。",
    "The company was founded in the 1980s, and lost money in the first six months and in the third quarter.",
)
QUARTER = "2023年第三季度，公司亏损。", "In Q3 2023 the company made a loss."
EITHER = "The notice of 03/05/2021 was withdrawn in December.", "2021年3月5日的通知在12月份撤回。"
SOUND = (
    WORTH,
    DECADE,
    QUARTER,
    EITHER,
    PILL,
    COLD,
    LINE,
    SHARE,
    CARS,
    LIVE,
    WHY,
    TAG,
    HURT,
    WORKS,
    XU,
    TALK,
    TWO,
    GROUP,
    PLANNED,
    BROKEN,
)
SPOILT = [
    ("number-differs", CARS, "20万", "2万", "20,000 in Chinese only"),
    ("number-differs", SHARE, "30%", "13%", "30% in Chinese only"),
    ("number-differs", WORTH, "3 trillion", "300 billion", "3,000,000,000,000 in Chinese only"),
    ("number-differs", WORTH, "3 percentage points", "3 yuan", "3% in Chinese only"),
    ("number-differs", CARS, "20万", "许多", "200,000 in English only"),
    ("date-differs", LIVE, "January 7", "January 6", "-01-07 in Chinese only"),
    ("date-differs", QUARTER, "Q3", "Q2", "2023-07, 2023-09 in Chinese only"),
    ("date-differs", EITHER, "3月5日", "3月6日", "[2021-03-05,2021-05-03] in English only"),
    ("term-missing", LINE, "red line", "mark", "“红线” (hongxian)"),
    ("term-forbidden", PILL, "traffic", "flow", "“flow” is a forbidden form of liuliang"),
    (
        "actor-missing",
        XU,
        "Xu Jieyun",
        "This person",
        "“徐洁云” (xu-jieyun) is named in Chinese only",
    ),
    (
        "actor-missing",
        COLD,
        "fast",
        "fast to Lei Jun",
        "“Lei Jun” (lei-jun) is named in English only",
    ),
    ("link-lost", TAG, "#", "", "1 hashtags, the translation 0"),
    (
        "quotes-differ",
        HURT,
        "“seriously hurt the feelings of Mi fans”",
        "seriously hurt the feelings of Mi fans",
        "1 quotations begin in the source, 0",
    ),
    ("quotes-differ", BROKEN, "I...", "I...”", "closed on one side"),
    ("han-left", TALK, "it", "it (聊聊)", "“聊聊” is left"),
    ("ending-differs", WHY, "?", ".", "a question mark, the translation with a full stop"),
    ("translation-copied", GROUP, GROUP[1], GROUP[0], "is the source's text"),
    (
        "translation-other",
        CARS,
        CARS[1],
        "Whatever Xiaomi wants by 2024, it will not build 200,000 vehicles [3].",
        "is English",
    ),
    (
        "translation-other",
        CARS,
        CARS[1],
        "鑑於汽車製造的複雜性，小米雄心勃勃的目標，例如到2024年生產20萬輛汽車，並不現實[3]。",
        "is in Traditional script",
    ),
    ("length-odd", PILL, PILL[1], "Pill.", "0.3 English letters"),
]

TERMS = {
    "hongxian": "forms: {en: {preferred: red line, inflected: [red lines]}, zh-Hans: {preferred: 红线}}",
    "liuliang": "forms: {en: {preferred: online traffic, admitted: [traffic], forbidden: [flow]}, zh-Hans: {preferred: 流量, not_in: [车流量]}}",
    "mi-fan": "forms: {en: {preferred: Mi fan, inflected: [Mi fans]}, zh-Hans: {preferred: 米粉}}",
}
"""Beside the names and the KOL of the small archive."""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """The problems of a source of the given (text, translation) pairs, with the small archive's
    names and a few terms.
    """
    root = copy_small(tmp_path_factory.mktemp("told") / "archive")
    for id, forms in TERMS.items():
        term = f"id: {id}\ndomain: platform\n{forms}\ndefinition: {{en: X, zh-Hans: 某}}\n"
        (root / "editorial" / "glossary" / f"{id}.yml").write_text(term, encoding="utf-8")
    editorial, problems = read_editorial(root)
    assert not problems
    converter = Converter(
        protected_words(editorial.actors, editorial.corrections)[0],
    )
    names = matchers(editorial.actors, editorial.terms, converter)
    folder = tmp_path_factory.mktemp("po")

    def problems(*pairs: tuple[str, str], state: str = "reviewed", remark: str = ""):
        seed, _ = decode(
            "seeds/excerpt.txt", "excerpt", "\n\n".join(text for text, _ in pairs).encode()
        )
        (folder / "translation.po").write_text(_po(pairs, state, remark), encoding="utf-8")
        entries, in_reading, *_ = read_po(folder / "translation.po", FILE)
        ours = replace(
            editorial,
            sources={"excerpt": SourceFiles("editorial/sources/excerpt", entries=entries)},
        )
        text, _ = text_of(seed, ours)
        assert [s.found for s in text.segments] == [text for text, _ in pairs]
        whole, lacking = check_translations(source_of(text, ours, converter, names)[0], ours)
        return [*in_reading, *whole, *problems_of_translations(lacking, ours)]

    return problems


def _po(pairs, state: str, remark: str) -> str:
    catalogue = polib.POFile(wrapwidth=0)
    for number, (text, translation) in enumerate(pairs, 1):
        catalogue.append(
            polib.POEntry(
                msgctxt=f"s{number}",
                msgid=text,
                msgstr=translation,
                flags=[] if state == "reviewed" else ["fuzzy"],
                tcomment=f"state: {state}; origin: {'machine' if state == 'machine-draft' else 'human'}"
                + (f"\n{remark}" if remark else ""),
            )
        )
    return str(catalogue) + "\n"


@pytest.mark.parametrize("pair", SOUND, ids=lambda pair: pair[0][:12])
def test_a_sound_translation_passes_every_check(told, pair):
    assert told(pair) == []


@pytest.mark.parametrize(
    ("code", "pair", "old", "new", "what"),
    SPOILT,
    ids=[f"{code}: {new[:20]}" for code, _, _, new, _ in SPOILT],
)
def test_a_spoilt_translation_is_told_of(told, code, pair, old, new, what):
    assert old in pair[1]
    found = {p.code: p for p in told((pair[0], pair[1].replace(old, new)))}
    assert what in found[code].what
    assert found[code].severity == "error"


def test_an_address_must_be_kept(told):
    text = "欢迎评论区留言聊聊：https://weibo.com/leijun。"
    assert (
        told((text, "Feel free to talk in the comments section: https://weibo.com/leijun.")) == []
    )
    assert [
        p.code
        for p in told((text, "Feel free to talk in the comments section: https://weibo.com/lei."))
    ] == ["link-lost"]


def test_the_same_words_must_have_one_translation(told):
    assert told(COLD, WHY, COLD) == []
    [found] = told(COLD, WHY, (COLD[0], "Xiaomi was quick to react."))
    assert (found.code, found.what) == (
        "translated-twice",
        "s3: The same words are translated otherwise in s1: “Xiaomi reacted fast.”",
    )


def test_every_check_has_a_spoilt_translation_here():
    assert {code for code, *_ in SPOILT} | {"translated-twice"} == CHECKS.keys()


def test_a_heading_may_drop_its_full_stop(told):
    assert told((PLANNED[0], PLANNED[1] + "."), HURT) == []


def test_a_problem_stands_at_the_line_of_its_entry(told):
    [found] = told(COLD, (WHY[0], WHY[1].replace("?", ".")))
    assert (
        found.place.file == FILE
        and found.place.line
        == _po((COLD, WHY), "reviewed", "").split("\n").index("# state: reviewed; origin: human", 8)
        + 1
    )


@pytest.mark.parametrize("state", ["machine-draft", "human-draft", "stale"])
def test_in_a_draft_it_is_only_a_note(told, state):
    assert [(p.code, p.severity) for p in told((WHY[0], STATED), state=state)] == [
        ("ending-differs", "note")
    ]


def test_a_waiver_with_a_reason_lets_the_finding_pass(told):
    assert (
        told(
            (WHY[0], "Companies get into trouble so easily."),
            remark="waive: ending-differs – a rhetorical question, said as a statement",
        )
        == []
    )


def test_a_waiver_lets_only_its_own_code_pass(told):
    found = told(
        (WHY[0], "Companies get into trouble 3 times."),
        remark="waive: ending-differs – a rhetorical question",
    )
    assert [p.code for p in found] == ["number-differs"]


def test_a_waiver_of_nothing_is_told_of(told):
    assert [
        (p.code, p.severity)
        for p in told(WHY, remark="waive: ending-differs – a rhetorical question")
    ] == [("waiver-idle", "error")]


def test_a_waiver_of_no_check_is_told_of_with_the_nearest_code(told):
    [found] = told(WHY, remark="waive: ending-difers – a rhetorical question")
    assert found.code == "waiver-unknown" and "ending-differs" in found.hint


@pytest.mark.parametrize(
    "line",
    [
        "waive: ending-differs",
        "waive: ending-differs –",
        "waive:",
        "waive: – a rhetorical question",
    ],
)
def test_a_waiver_without_code_or_reason_is_told_of_and_waives_nothing(told, line):
    assert {p.code for p in told((WHY[0], STATED), remark=line)} == {
        "waiver-unknown",
        "ending-differs",
    }


def test_two_waivers_of_one_code_are_told_of(told):
    found = told(
        (WHY[0], STATED),
        remark="waive: ending-differs – one reason\nwaive: ending-differs – another",
    )
    assert [p.code for p in found] == ["waiver-unknown"]


def test_sync_keeps_waivers_and_remarks_byte_by_byte(small):
    (small / "seeds" / "excerpt.txt").write_text(f"{WHY[0]}\n\n{COLD[0]}\n", encoding="utf-8")
    po = small / FILE
    _sync(small)
    text = po.read_text(encoding="utf-8").replace(
        "# state: untranslated",
        "# state: reviewed; origin: human\n# waive: ending-differs – a rhetorical question\n# waive: no-such – kept\n# waive: faulty\n# A remark.",
    )
    text = text.replace('msgstr ""\n\n#', 'msgstr "Companies get into trouble so easily."\n\n#')
    po.write_text(text, encoding="utf-8")
    _sync(small)
    assert "untranslated" in po.read_text(encoding="utf-8")
    for line in (
        "# waive: ending-differs – a rhetorical question\n",
        "# waive: no-such – kept\n",
        "# waive: faulty\n",
        "# A remark.\n",
    ):
        assert po.read_text(encoding="utf-8").count(line) == 2
    before = po.read_bytes()
    _sync(small)
    assert po.read_bytes() == before


def test_waivers_are_counted_in_the_colophon(small):
    (small / "seeds" / "excerpt.txt").write_text(WHY[0] + "\n", encoding="utf-8")
    (small / FILE).parent.mkdir()
    (small / FILE).write_text(
        _po(((WHY[0], STATED),), "reviewed", "waive: ending-differs – a rhetorical question"),
        encoding="utf-8",
    )
    built = build(small)
    assert figures(built.archive)["waivers"] == 1 and built.faults == ()


def _sync(root):
    result = CliRunner().invoke(main, ["sync", "--root", str(root)])
    assert result.exit_code == 0, result.output
