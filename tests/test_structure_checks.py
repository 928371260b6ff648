"""Circles, families of concepts, and what YAML can do that no record needs."""

import re

import pytest

from build_tools.checks import check_editorial
from build_tools.model.editorial import Editorial
from build_tools.pipeline import build
from build_tools.readers.editorial import read_editorial
from build_tools.readers.seeds import read_seeds
from build_tools.stages.set_aside import set_aside
from build_tools.stages.showable import showable

ACTOR, EVENT = "editorial/actors/xu-jieyun.yml", "editorial/events/2026-01-07-livestream.yml"


def change(root, file: str, old: str, new: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def checked(root) -> tuple[Editorial, list[str]]:
    editorial, in_reading = read_editorial(root)
    seeds = read_seeds(root / "seeds")[0]
    editorial, in_places = set_aside(editorial, seeds)
    problems = (*in_places, *check_editorial(editorial, seeds))
    return showable(editorial, seeds, problems), [str(p) for p in (*in_reading, *problems)]


def test_a_record_that_is_a_part_of_itself_is_told_and_shown_without(small):
    change(small, EVENT, "parent: 2026-01-controversy", "parent: 2026-01-07-livestream")
    change(small, "editorial/actors/xiaomi.yml", "kind:", "part_of: xiaomi\nkind:")
    built = build(small)
    assert [str(p).partition(". ")[0] for p in built.faults] == [
        "editorial/actors/xiaomi.yml:2 – “xiaomi” is a part of itself",
        f"{EVENT}:5 – “2026-01-07-livestream” is a part of itself",
    ]
    assert {"actors/xiaomi.md", "events/2026-01-07-livestream.md"} <= built.pages.keys()


def test_a_circle_is_told_once_with_all_that_are_in_it(small):
    for id, whole in (("a", "c"), ("b", "a"), ("c", "b"), ("d", "c")):
        (small / f"editorial/actors/{id}.yml").write_text(
            f"id: {id}\nkind: group\nnames: {{en: Group {id}, zh-Hans: 团体{id}}}\npart_of: {whole}\ndescription: {{en: X, zh-Hans: 某}}\n",
            encoding="utf-8",
        )
    editorial, problems = checked(small)
    assert problems == [
        "editorial/actors/a.yml:4 – These are parts of each other: “a” → “c” → “b” → “a”. Take `part_of:` away where it is wrong. [circle]"
    ]
    assert {id: editorial.actors[id].part_of for id in "abcd"} == {
        "a": None,
        "b": None,
        "c": None,
        "d": "c",
    }


def test_terms_may_see_each_other(small):
    change(small, "editorial/glossary/mi-fan.yml", "domain:", "see: [kol]\ndomain:")
    assert checked(small)[1] == []


CLAIM = "id: x\nkind: promise\nsays: {{en: X, zh-Hans: 某}}\nspeaker: lei-jun\nevidence: [{{source: kol-zh, quote: 雷军在直播中谈及}}]\nas_of: '2026-11-21'\nstatus: {}\n"


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (
            "rs.apology",
            "“rs.apology” is no evidence status, but a concept of “response_strategy_scct”. Use one of: ev.unverified",
        ),
        (
            "sg.machine-translation",
            "is no evidence status, but a concept of “source_grade”. Use one of: ev.unverified",
        ),
        (
            "ev.unverifyed",
            "There is no evidence status “ev.unverifyed”. Did you mean “ev.unverified”?",
        ),
        (
            "rs.apologie",
            "There is no evidence status “rs.apologie”. Use one of: ev.unverified",
        ),
        ("ev.unverified", None),
    ],
)
def test_a_claim_has_a_status_of_its_own_family(small, status, said):
    (small / "editorial/claims").mkdir()
    (small / "editorial/claims/x.yml").write_text(CLAIM.format(status), encoding="utf-8")
    problems = checked(small)[1]
    assert len(problems) == (said is not None) and all(
        said in problem and "x.yml:7 – " in problem for problem in problems
    ), problems


def test_a_source_has_a_grade_of_its_own_family_and_a_case_any_concept(small):
    change(small, "editorial/sources/kol-zh/source.yml", "year:", "grade: rs.apology\nyear:")
    change(
        small,
        "editorial/cases/kol/case.yml",
        "[rs.apology]",
        "[rs.apology, ev.unverified, sg.machine-translation]",
    )
    editorial, (problem,) = checked(small)
    assert (
        "“rs.apology” is no source grade" in problem
        and "Use one of: sg.machine-translation" in problem
    )
    assert editorial.sources["kol-zh"].record.grade is None


def test_a_concept_of_a_scheme_that_does_not_exist_is_told(small):
    change(
        small,
        "editorial/vocabulary/pr-vocabulary.yml",
        "scheme: evidence_status",
        "scheme: evidence_stats",
    )
    assert [
        "“ev.unverified” is of no scheme of this vocabulary. Did you mean “evidence_status”?"
        in problem
        for problem in checked(small)[1]
    ] == [True]


@pytest.mark.parametrize(
    ("value", "code", "said"),
    [
        (
            "!!python/object/apply:os.system [id]",
            "yaml-tag",
            "“!!python/object/apply:os.system” is an instruction",
        ),
        ("!!int person", "yaml-tag", "“!!int”"),
        ("!!binary cGVyc29u", "yaml-tag", "“!!binary”"),
        ("!!set {person}", "yaml-tag", "“!!set”"),
        ("!!str person", "yaml-tag", "“!!str”"),
        (
            "!person",
            "yaml-tag",
            "Delete it, or put the text into quotation marks if it begins with “!”",
        ),
        ("! person", "yaml-tag", "“!”"),
        ("person\n<<: {kind: group}", "yaml-merge", "“<<” takes in keys from elsewhere"),
        ("person\n---\nid: other", "yaml-syntax", "begins a second file"),
        ("person\n%TAG", "yaml-syntax", "This cannot be read"),
    ],
)
def test_what_yaml_can_do_and_no_record_needs_is_told_with_its_line(small, value, code, said):
    change(small, ACTOR, "kind: person", f"kind: {value}")
    (problem,) = read_editorial(small)[1]
    assert problem.code == code and said in str(problem) and problem.place.line in (2, 3, 4), str(
        problem
    )


@pytest.mark.parametrize("href", ["gone.html", "../sources/kol-zh.html#s99"])
def test_a_link_of_ours_that_leads_nowhere_stops_the_strict_build(small, href):
    change(small, "templates/pages/actor.html", "<h1", f'<a href="{href}">x</a><h1')
    told = [p for p in build(small).faults if p.code == "link-broken"]
    assert {p.place.file for p in told} == {
        f"docs/archive/actors/{id}.md" for id in ("lei-jun", "xiaomi", "xu-jieyun")
    }


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("kind: person", "kind：person", r":2 – .*full-width colon"),
        ("names:", 'note: {en: "a \\d", zh-Hans: 某}\nnames:', r":3 – .*a backslash"),
        ("kind: person", "kind: “a: b”", r":2 – .*straight quotation marks"),
        ("kind: person", "kind: - person", r":2 – .*“- ” on the line of its key"),
        ("{en: Xu Jieyun,", "{en: :smile:,", r":3 – .*a sign"),
    ],
)
def test_slips_of_the_keyboard_are_told_in_an_editors_words(small, old, new, said):
    change(small, ACTOR, old, new)
    (problem,) = read_editorial(small)[1]
    assert problem.code == "yaml-syntax" and re.search(said, str(problem)), str(problem)


def test_directives_are_told(small):
    change(small, ACTOR, "id:", "%YAML 1.1\n%TAG ! tag:example.org,2026:\n---\nid:")
    (problem,) = read_editorial(small)[1]
    assert problem.code == "yaml-directive" and re.search(
        r":1 – A line that begins with %", str(problem)
    )


def test_a_correction_that_is_none_of_script_is_told(small):
    (small / "editorial/rules/conversion.yml").write_text(
        "corrections:\n  - {zh-Hans: 网络, zh-Hant-TW: 網際網路, zh-Hant-HK: 網絡, reason: {en: X, zh-Hans: 某}}\n",
        encoding="utf-8",
    )
    (problem,) = checked(small)[1]
    assert (
        problem.startswith(
            "editorial/rules/conversion.yml:2 – The forms of “网络” have different lengths"
        )
        and "wording.yml" in problem
    )


def test_a_name_of_which_nothing_can_be_seen_is_empty(small):
    change(small, ACTOR, "en: Xu Jieyun", r'en: "\u200b\u3164"')
    (problem,) = read_editorial(small)[1]
    assert str(problem).startswith(f"{ACTOR}:3 – “names › en” is empty")


@pytest.mark.parametrize("nothing", ["", "~", "null", '""'])
def test_nothing_where_a_value_belongs_is_told_however_it_is_written(small, nothing):
    change(small, ACTOR, "part_of: xiaomi", f"part_of: {nothing}")
    (problem,) = read_editorial(small)[1]
    assert problem.code == "value-empty" and str(problem).startswith(
        f"{ACTOR}:4 – “part_of” is empty"
    )


@pytest.mark.parametrize("pattern", ["^", "x*", "|广告"])
def test_a_debris_rule_that_finds_something_in_every_line_is_told_and_not_used(small, pattern):
    with (small / "editorial/rules/debris.yml").open("a", encoding="utf-8") as file:
        file.write(
            f"  - {{id: all, kind: furniture, where: list, pattern: '{pattern}', reason: {{en: X, zh-Hans: 某}}, example: x广告}}\n"
        )
    (problem,) = build(small).faults
    assert (
        problem.code == "pattern"
        and "The rule “all” finds something where nothing stands" in problem.what
    )


def test_pinyin_is_made_of_letters(small):
    (small / "editorial/rules/pinyin.yml").write_text(
        "words: [{zh-Hans: 泄露, pinyin: '<b> <i>'}, {zh-Hans: 女儿, pinyin: nǚ ér}]\n",
        encoding="utf-8",
    )
    assert [p.code for p in build(small).faults] == ["pinyin-words"]


def test_a_name_that_is_a_common_word_is_noted_until_its_record_says_when_it_is_the_name(small):
    change(
        small,
        ACTOR,
        "names: {en: Xu Jieyun, zh-Hans: 徐洁云}",
        "names: {en: Xu Jieyun, zh-Hans: 联想}",
    )
    noted = [p for p in build(small).problems if p.code == "form-everyday"]
    assert [str(p).split(".")[0] for p in noted] == [
        f"{ACTOR}:3 – “联想” is also a common word".split(".")[0]
    ] and noted[0].severity == "note"
    change(small, ACTOR, "part_of: xiaomi", "part_of: xiaomi\nnear: [公关部]")
    assert not [p for p in build(small).problems if p.code == "form-everyday"]
