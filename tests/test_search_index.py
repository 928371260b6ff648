"""The search index, without a browser: what goes into it, how it folds, and that it is always the
same.
"""

import json
from pathlib import Path

import pytest

from build_tools.language.folding import fold, keys, squeezed, stem
from build_tools.pipeline import build
from build_tools.search.postings import Index, packed
from build_tools.search.searchable import pinyin
from tests.conftest import copy_small

EVIDENCE = "evidence: [{source: kol-zh, quote: 合作立即终止}]\n"
MORE = {
    "rules/wording.yml": "words:\n  - {zh-Hans: 网络, zh-Hant-TW: 網路}\n",
    "claims/swift.yml": f"id: swift\nkind: report\nsays: {{en: Xiaomi was swift., zh-Hans: 小米在网络上反应快。}}\nspeaker: xiaomi\n{EVIDENCE}status: ev.unverified\nas_of: '2026-11-21'\n",
    "contradictions/pace.yml": "id: pace\nquestion: {en: How fast?, zh-Hans: 有多快？}\nsides:\n  - {says: {en: Fast., zh-Hans: 快。}, claims: [swift]}\n"
    "  - {says: {en: Slow., zh-Hans: 慢。}, evidence: [{source: kol-zh, quote: 合作立即终止}]}\nnote: {en: X, zh-Hans: 某}\n",
}
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The small archive with a word of Taiwan's own, a claim and a contradiction."""
    root = copy_small(tmp_path_factory.mktemp("search") / "archive")
    for name, text in MORE.items():
        (root / "editorial" / name).parent.mkdir(exist_ok=True)
        (root / "editorial" / name).write_text(text, encoding="utf-8")
    built = build(root)
    assert [str(problem) for problem in built.faults] == []
    return built


@pytest.fixture(scope="module")
def files(built):
    return {name: text for name, text in built.pages.items() if name.startswith("search/")}


def content(files, name):
    return json.loads(
        "[" + files[f"search/{name}.js"].strip().removeprefix("cbSearch(").removesuffix(")") + "]"
    )[2]


def named(files, kind):
    return [content(files, Path(name).stem) for name in files if name.startswith(f"search/{kind}-")]


def indexed(files):
    return {line.split(" ")[0] for shard in named(files, "shard") for line in shard.split("\n")}


@pytest.mark.parametrize("form", ["徐潔雲", "徐洁云"])
def test_both_scripts_of_a_name_fold_to_one(form):
    assert fold(form) == "徐洁云"


@pytest.mark.parametrize("forms", ["卫衛衞", "说說説", "里裡裏", "着著", "台臺"])
def test_every_regions_form_of_a_character_folds_to_one(forms):
    assert {fold(form) for form in forms} == {forms[0]}


@pytest.mark.parametrize(
    "form",
    [
        "Xu Jieyun",
        "xú jiéyún",
        "XUJIEYUN",
        "Ｘｕ　Ｊｉｅｙｕｎ",
        "xu-jie-yun",
        pinyin("徐洁云", ()),
    ],
)
def test_all_spellings_of_a_name_squeeze_to_one(form):
    assert squeezed(form) == "xujieyun"


@pytest.mark.parametrize(
    "words",
    [
        ("apologise", "apologize", "apologised", "apologizes", "apologizing"),
        ("rumour", "rumors", "rumours", "rumor"),
        ("deny", "denies", "denied"),
        ("behaviour", "behaviors"),
        ("dismissed", "dismiss", "dismisses"),
        ("analyse", "analyzed"),
    ],
)
def test_spellings_and_endings_of_an_english_word_have_one_stem(words):
    assert len(set(map(stem, words))) == 1


@pytest.mark.parametrize("word", ["xiaomi", "su7", "kol", "byd", "zaker"])
def test_names_keep_their_letters(word):
    assert stem(word) == word


def test_punctuation_parts_chinese_words():
    assert list(keys("小米，汽车")) == ["小米", "汽车"]


def unpacked(letters):
    found, step, scale = [], 0, 1
    for letter in letters:
        step += DIGITS.index(letter) % 32 * scale
        if DIGITS.index(letter) >= 32:
            scale *= 32
        else:
            found.append(step + (found[-1] if found else 0))
            step, scale = 0, 1
    return found


def test_packed_numbers_can_be_read_back():
    numbers = [0, 3, 4, 31, 32, 1056, 99_999]
    assert unpacked(packed(numbers)) == numbers


def test_every_key_is_in_the_file_that_its_place_in_the_order_says():
    index = Index()
    for number in range(3000):
        index.add(number, [f"{number % 700:04d}", f"w{number:05d}"])
    shards, starts = index.shards()
    assert len(shards) == len(starts) > 3
    for shard, start, following in zip(shards, starts, [*starts[1:], "\uffff"], strict=True):
        assert all(start <= line.split(" ")[0] < following for line in shard.split("\n"))


def test_no_file_holds_markup_that_a_browser_could_run(files):
    assert not any("<" in text for text in files.values())


def test_only_records_for_readers_are_found(files):
    kinds = {row[0] for block in named(files, "records") for row in block}
    assert kinds == {"case", "actor", "event", "term", "claim", "contradiction", "concept"}


def test_every_alias_of_every_actor_is_a_key_to_it(built, files):
    archive = built.archive
    found_records = {
        row[1]: row for block in named(files, "records") for row in block if row[0] == "actor"
    }
    for actor in archive.actors.values():
        forms = {
            squeezed(form)
            for form in (
                *found_records[actor.id][2],
                *found_records[actor.id][3],
                *found_records[actor.id][4],
            )
        }
        assert {squeezed(alias.text) for alias in actor.aliases} <= forms


def test_taiwans_words_lead_to_those_of_the_texts(files):
    assert content(files, "index")["regional"]["网路"] == "网络"


def test_every_facet_value_has_a_name_and_documents(files):
    for name in ("case", "actor", "event", "concept", "year", "outlet", "grade"):
        values = content(files, f"facet-{name}")
        assert values
        assert all(id and all(label) and letters for id, label, letters in values)


def test_nobody_is_found_whom_a_text_leaves_anonymous_and_what_else_it_says_is(tmp_path):
    root = copy_small(tmp_path / "archive")
    (root / "seeds" / "leak.txt").write_text(
        "员工包某某泄露了照片。\n\nAn employee surnamed Bao leaked the photographs. Bao was dismissed.\n",
        encoding="utf-8",
    )
    found = {name: text for name, text in build(root).pages.items() if name.startswith("search/")}
    assert not {"包某", "某某", "bao"} & indexed(found)
    assert {"泄露", stem("leaked"), stem("dismissed")} <= indexed(found)


def test_debris_is_not_indexed(files):
    assert not any("相关内容" in text for text in files.values())
    assert not any("确有接触" in text or "確有接觸" in text for text in files.values())


def test_questions_and_lessons_for_the_classroom_are_not_indexed(files):
    case = next(
        row for block in named(files, "records") for row in block if row[:2] == ["case", "kol"]
    )
    assert len(case[5]) == 4  # the abstract in each language, nothing else
