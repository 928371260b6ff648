"""Records exchanged, dates of parts outside those of the whole, debris rules in another width,
quotations that an emendation took: each told by its cause.
"""

import re

import pytest

from build_tools.pipeline import build
from tests.conftest import copy_small, files_below
from tests.translated import sync

ACTOR = "id: {id}\nkind: person\nnames: {{en: {en}, zh-Hans: {zh}}}\ndescription: {{en: One of three., zh-Hans: 三人之一。}}\n"
EVENT = (
    "id: {id}\ntitle: {{en: Some event, zh-Hans: 某事}}\ndate: {date}\nbasis: inferred\ndate_note: {{en: As told., zh-Hans: 如所述。}}\n{more}"
    "evidence:\n  - {{source: new, quote: 厂方{quote}}}\nsummary: {{en: It happened., zh-Hans: 发生了。}}\n"
)


@pytest.fixture
def archive(tmp_path):
    small = copy_small(tmp_path / "archive")
    (small / "seeds/new.txt").write_text(
        "标题在此：厂方回应\n\n厂方召回了全部水壶,并且道歉。\n\n分享到,微博\n\n其后，厂方赔偿了所有人。\n",
        encoding="utf-8",
    )
    write(small, "sources/new/source.yml", "title: {en: Kettles, zh-Hans: 水壶}\n")
    return small


def write(root, file, text):
    path = root / "editorial" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def new_problems(root, before):
    return [p for p in build(root).problems if p.severity != "note" and p not in before]


def actors(root, *those):
    for file, id, en, zh in those:
        write(root, f"actors/{file}.yml", ACTOR.format(id=id, en=en, zh=zh))


GAO, HAO, QIU = (
    ("gao-yi", "Gao Yi", "高一"),
    ("hao-er", "Hao Er", "郝二"),
    ("qiu-san", "Qiu San", "邱三"),
)


@pytest.mark.parametrize("those", [(GAO, HAO), (GAO, HAO, QIU)], ids=["two", "three"])
def test_files_that_hold_each_other_s_records_are_one_problem(archive, those):
    before = build(archive).problems
    actors(
        archive,
        *((id, *other) for (id, *_), other in zip(those, (*those[1:], those[0]), strict=True)),
    )
    files = files_below(archive / "editorial")
    [problem] = new_problems(archive, before)
    assert (
        problem.code == "records-exchanged"
        and all(id in problem.what for id, *_ in those)
        and "gao-yi.yml holds hao-er" in problem.hint
    )
    assert files_below(archive / "editorial") == files


def test_a_copied_record_is_no_exchange(archive):
    before = build(archive).problems
    actors(archive, ("gao-yi", *GAO), ("hao-er", *GAO))
    assert [p.code for p in new_problems(archive, before)] == ["id-not-name"]


def test_words_of_two_actors_that_were_exchanged_without_their_ids_are_one_problem(archive):
    before = build(archive).problems
    actors(archive, ("gao-yi", "gao-yi", *HAO[1:]), ("hao-er", "hao-er", *GAO[1:]))
    [problem] = new_problems(archive, before)
    assert (
        problem.code == "records-exchanged"
        and "actors/gao-yi.yml and editorial/actors/hao-er.yml" in problem.what
    )
    actors(archive, ("gao-yi", *GAO), ("hao-er", "hao-er", "Gao Yi the Younger", "小高一"))
    assert new_problems(archive, before) == []


@pytest.mark.parametrize(
    ("part", "whole", "wrong"),
    [
        ("'2026-01-08'", "2026-01-05/2026-01-07", True),
        ("'2025'", "2026-01-05/2026-01-07", True),
        ("2026-01", "2026-01-05/2026-01-07", False),
        ("2026-01-07/2026-02", "2026-01-05/2026-01-07", False),
        ("2026-01-08?", "2026-01-05/2026-01-07", False),
        ("'2026-01-08'", "2026-01-05/2026-01-07~", False),
        ("XXXX-12-15", "2026-01", False),
        ("'2027'", "202X", False),
        ("'[2026-01-04,2026-01-06]'", "2026-01-05/2026-01-07", False),
    ],
)
def test_an_event_on_days_when_the_larger_one_was_not_is_told(archive, part, whole, wrong):
    before = build(archive).problems
    write(
        archive,
        "events/recall.yml",
        EVENT.format(id="recall", date=whole, more="", quote="召回了全部水壶"),
    )
    write(
        archive,
        "events/damages.yml",
        EVENT.format(id="damages", date=part, more="parent: recall\n", quote="赔偿了所有人"),
    )
    problems = new_problems(archive, before)
    assert [(p.code, p.place.file, p.place.line) for p in problems] == [
        ("date-outside", "editorial/events/damages.yml", 3)
    ] * wrong


RULE = "  - {{id: mine, kind: links, where: line, pattern: '{pattern}', reason: {{en: Buttons., zh-Hans: 按钮。}}, example: '{example}'}}\n"


@pytest.mark.parametrize(
    ("pattern", "example", "said"),
    [
        ("^分享到，", "分享到，微博", "“分享到,微博”"),
        ("^分享到，微", "分享到，微", "“分享到,微”"),
        ("^分享到,", "分享到,微博", ""),
        ("^分享到[,，]", "分享到，微博", ""),
        ("^分享到；", "分享到；微博", ""),
        ("^ＡＢＣ", "ＡＢＣ", ""),
    ],
)
def test_a_rule_pasted_in_another_width_than_the_text_has_is_told_with_the_text_s_own_words(
    archive, pattern, example, said
):
    before = build(archive).problems
    rules = archive / "editorial/rules/debris.yml"
    text = rules.read_text(encoding="utf-8") if rules.exists() else "rules:\n"
    write(
        archive,
        "rules/debris.yml",
        f"{text.rstrip()}\n{RULE.format(pattern=pattern, example=example)}",
    )
    problems = [p for p in new_problems(archive, before) if p.code == "pattern"]
    assert [
        said in p.what and "seeds/new.txt:5" in p.what and "[,，]" in p.hint for p in problems
    ] == [True] * bool(said)


EMENDATION = "- quote: {quote}\n  reading: {reading}\n  kind: sense\n  certainty: inferred\n  reason: {{en: X, zh-Hans: 某}}\n"


@pytest.mark.parametrize("where", ["annotations", "events"])
@pytest.mark.parametrize(
    ("quote", "reading", "quoted", "instead"),
    [
        ("水壶", "电水壶", "召回了全部水壶,", "quote “召回了全部电水壶，”"),
        ("全部水壶", "一切水壶", "部水", "quote “一切水壶”"),
        ("了全部", '""', "了全部", "nothing stands there now"),
    ],
)
def test_a_quotation_of_words_that_an_emendation_replaced_names_it_and_the_words_of_now(
    archive, where, quote, reading, quoted, instead
):
    before = build(archive).problems
    write(
        archive,
        "sources/new/emendations.yml",
        f"# One emendation.\n{EMENDATION.format(quote=quote, reading=reading)}",
    )
    if where == "events":
        write(
            archive,
            "events/recall.yml",
            EVENT.format(id="recall", date="'2026'", more="", quote="x").replace(
                "厂方x", f"'{quoted}'"
            ),
        )
    else:
        write(
            archive,
            "sources/new/annotations.yml",
            f"mentions:\n  - {{quote: '{quoted}', decision: add, target: xiaomi}}\n",
        )
    [problem] = new_problems(archive, before)
    assert (
        problem.code == "quote-not-found"
        and "emendation in line 2 of emendations.yml" in problem.hint
        and instead in problem.hint
    )


def test_a_quotation_that_never_stood_there_names_no_emendation(archive):
    before = build(archive).problems
    write(archive, "sources/new/emendations.yml", EMENDATION.format(quote="水壶", reading="电水壶"))
    write(
        archive,
        "sources/new/annotations.yml",
        "mentions:\n  - {quote: 召回了全部汽车, decision: add, target: xiaomi}\n",
    )
    [problem] = new_problems(archive, before)
    assert problem.code == "quote-not-found" and not re.search("emendation in", problem.hint)


def test_a_mention_that_was_read_and_is_gone_is_told_with_what_stands_there_instead(archive):
    write(
        archive,
        "actors/maker.yml",
        "id: maker\nkind: organisation\nnames: {en: The Kettle Works, zh-Hans: 厂方}\ndescription: {en: One., zh-Hans: 一。}\n",
    )
    sync(archive)
    write(
        archive,
        "sources/new/mentions.yml",
        "- on: '2026-11-21'\n  origin: human\n  segments:\n    s2: [maker]\n    s4: [maker]\n",
    )
    before = build(archive).problems
    assert not [p for p in before if p.code == "nothing-to-confirm"]
    write(
        archive,
        "actors/maker.yml",
        "id: maker\nkind: organisation\nnames: {en: The Kettle Works, zh-Hans: 窑方}\ndescription: {en: One., zh-Hans: 一。}\n",
    )
    write(
        archive,
        "actors/other.yml",
        "id: other\nkind: organisation\nnames: {en: Another Works, zh-Hans: 厂方}\ndescription: {en: One., zh-Hans: 一。}\n",
    )
    [problem] = [p for p in new_problems(archive, before) if p.code == "nothing-to-confirm"]
    assert (
        "s2, s4 no longer mention maker, and other stands there" in problem.what
        and problem.hint.startswith("If the records of maker and other were mixed up, restore them")
    )
