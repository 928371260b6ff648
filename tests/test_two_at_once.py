"""Slips in rules, keys and whole files, one alone and two at once: each is told once, with its place
and the right remedy, and what is right is not blamed.
"""

import hashlib
import shutil

import pytest
from click.testing import CliRunner

from build_tools.cli import main
from build_tools.pipeline import open_archive
from tests.conftest import copy_small

RULES = "editorial/rules"


def faults(root):
    """What fails a strict build, as an editor reads it, without what is said of translations."""
    return [str(p) for p in open_archive(root).problems if p.severity != "note"]


def run(root, *command):
    """What a command says, in lines, and that it fails."""
    done = CliRunner().invoke(main, [*command, "--root", str(root)])
    assert done.exit_code == 1
    return done.output.splitlines()


@pytest.fixture
def archive(tmp_path):
    small = copy_small(tmp_path / "archive")
    assert faults(small) == []
    return small


def write(root, file, text):
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def change(root, file, old, new, count=1):
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    write(root, file, text.replace(old, new, count))


@pytest.mark.parametrize(
    ("rules", "one", "other"),
    [
        ("pinyin", "zh-Hans: 照片, pinyin: zhào piàn", "zh-Hans: 照片, pinyin: zhào piān"),
        ("wording", "zh-Hans: 网络, zh-Hant-TW: 網路", "zh-Hans: 网络, zh-Hant-TW: 網絡"),
    ],
)
def test_two_rules_for_one_word_that_differ_are_told_with_both_lines(archive, rules, one, other):
    file, word = f"{RULES}/{rules}.yml", one.split()[1].strip(",")
    write(archive, file, f"# Words.\nwords:\n  - {{{one}}}\n\n  - {{{other}}}\n")
    assert faults(archive) == [
        f"{file}:5 – “{word}” has an entry already, in line 3, which says something else. "
        "Keep one of the two, with what is right of both. [listed-twice]"
    ]
    write(archive, file, f"words:\n  - {{{one}}}\n  - {{{one}}}\n")
    (same,) = faults(archive)
    assert same.startswith(f"{file}:3 – Entry 2 stands there already, as entry 1 of “words”")


def test_two_debris_rules_of_one_name_are_told_with_both_lines(archive):
    change(archive, f"{RULES}/debris.yml", "id: bare-date", "id: related-links")
    assert faults(archive) == [
        f"{RULES}/debris.yml:8 – “related-links” has an entry already, in line 2, which says something else. "
        "Keep one of the two, with what is right of both. [listed-twice]"
    ]


def test_corrections_of_script_that_contradict_each_other_are_told_with_both_places(archive):
    def one(taiwan):
        return f"  - {{zh-Hans: 了解, zh-Hant-TW: {taiwan}, zh-Hant-HK: 了解, reason: {{en: As printed, zh-Hans: 通行}}}}\n"

    file = f"{RULES}/conversion.yml"
    write(archive, file, f"corrections:\n{one('了解')}{one('瞭解')}")
    assert faults(archive) == [
        f"{file}:3 – The Traditional forms of “了解” contradict those in {file}:2. "
        "Give one word one form in each script. [script-forms]"
    ]


ACTOR = "editorial/actors/xiaomi.yml"


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        *(("zh-Hans", each) for each in ("zh-CN", "cn", "chs", "zh_Hans", "chinese", "简体")),
        *(("en", each) for each in ("english", "EN", "en-US", "eng", "英文")),
    ],
)
def test_a_language_under_another_name_is_one_problem_and_nobody_is_told_to_delete_it(
    archive, language, typed
):
    change(archive, ACTOR, f"{language}:", f"{typed}:", 9)
    (problem,) = faults(archive)
    assert f"There is no key “names › {typed}”" in problem
    assert problem.endswith(f"Did you mean “{language}”? [key-unknown]")


@pytest.mark.parametrize(
    ("language", "typed"),
    [("zh-Hant-TW", "zh-TW"), ("zh-Hant-TW", "tw"), ("zh-Hant-HK", "zh_HK"), ("zh-Hant-HK", "hk")],
)
def test_a_regions_form_under_another_name_is_one_problem_too(archive, language, typed):
    change(archive, ACTOR, "zh-Hans:", f"{typed}: 小米, zh-Hans:")
    (problem,) = faults(archive)
    assert problem.endswith(f"Did you mean “{language}”? [key-unknown]")


def test_a_language_that_the_archive_has_not_is_not_taken_for_one_that_it_has(archive):
    change(archive, ACTOR, "zh-Hans:", "ja: シャオミ, zh-Hans:")
    assert faults(archive)[0].endswith(
        "There is no key “names › ja”. Give it one of the names that can stand there, or delete it: zh-Hant-HK, zh-Hant-TW. [key-unknown]"
    )


PO = "editorial/sources/kol-zh/translation.po"
CUT = "The file breaks off here within a character: it was not saved whole. Restore it as Git has it, or save it anew, whole."
ZEROS = "From here on the file holds nothing but zero bytes: it was not saved whole. Restore it as Git has it, or save it anew, whole."
WIDE = "The file is saved in UTF-16. Save it as UTF-8."
WORDS = "# 词语表。\nwords:\n  - {zh-Hans: 视频, zh-Hant-TW: 影片}\n  # 帖子\n"


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (f"{RULES}/wording.yml", "yaml-not-utf8"),
        (PO, "po-not-utf8"),
        ("seeds/memo.txt", "seed-not-utf8"),
    ],
)
@pytest.mark.parametrize(
    ("saved", "line", "said"),
    [
        (WORDS.encode()[:-2], 4, CUT),
        (WORDS.encode()[:-2] + bytes(40), 4, ZEROS),
        (WORDS.encode() + bytes(40), 5, ZEROS),
        (WORDS.encode("utf-16"), 1, WIDE),
        (WORDS.encode("utf-16-be"), 1, WIDE),
        (WORDS.encode("utf-32"), 1, WIDE.replace("16", "32")),
    ],
    ids=["cut off", "cut off, and zeros", "zeros", "UTF-16", "UTF-16 without its mark", "UTF-32"],
)
def test_a_file_that_was_not_saved_whole_or_in_another_code_is_told_so(
    archive, file, code, saved, line, said
):
    write(archive, file, saved)
    (problem,) = [each for each in faults(archive) if each.startswith(file)]
    code = "seed-not-text" if file.startswith("seeds") and b"\0" in saved else code
    assert problem == f"{file}:{line} – {said} [{code}]"


ENTRY = '# state: human-draft; origin: human\n#, fuzzy\nmsgctxt "s1"\nmsgid "小米"\n'


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("msgstr “核心观点”\n", 5, "stands between “ and ”, and only straight quotation marks"),
        ('msgstr "核心观点”\n', 5, 'stands between " and ”, and only straight quotation marks'),
        ("msgstr ＂Xiaomi＂\n", 5, "stands between ＂ and ＂, and only straight quotation marks"),
        ('msgstr "Xiao', 5, "The file breaks off in this entry: it was not saved whole"),
        ("msgst", 5, "The file breaks off in this entry: it was not saved whole"),
        ("", 1, "This is no valid PO file from here on"),
    ],
)
def test_a_line_of_a_translation_file_that_cannot_be_read_is_told_with_what_is_wrong_in_it(
    archive, text, line, said
):
    write(archive, PO, ENTRY + text)
    (problem,) = [each for each in faults(archive) if each.startswith(PO)]
    assert problem.startswith(f"{PO}:{line} – ") and said in problem


def test_two_texts_that_were_exchanged_are_one_problem_and_no_rule_is_blamed(archive):
    names = {"kol-zh": "leak-en", "leak-en": "kol-zh"}
    write(
        archive,
        "seeds/leak-en.txt",
        (archive / "seeds/leak-en.txt").read_text("utf-8")
        + "\n合作立即终止\n相关内容\n合作立即终止\n",
    )
    for id in names:
        record = f"editorial/sources/{id}/source.yml"
        sum = hashlib.sha256((archive / f"seeds/{id}.txt").read_bytes()).hexdigest()
        write(archive, record, (archive / record).read_text("utf-8") + f"sha256: {sum}\n")
    rule = "  - id: over\n    kind: links\n    where: line\n    pattern: '^合作立即终止$'\n    reason: {en: A title., zh-Hans: 标题。}\n    example: 合作立即终止\n"
    write(
        archive, f"{RULES}/debris.yml", (archive / f"{RULES}/debris.yml").read_text("utf-8") + rule
    )
    assert faults(archive) == []
    texts = {id: (archive / f"seeds/{id}.txt").read_bytes() for id in names}
    for id, other in names.items():
        write(archive, f"seeds/{id}.txt", texts[other])
    (problem,) = faults(archive)
    assert problem.startswith("seeds/kol-zh.txt – Texts and folders are exchanged")
    assert problem.endswith("theirs. [text-elsewhere]")
    assert run(archive, "sync")[-1] == (
        "Nothing was written for kol-zh, leak-en: first correct seeds/kol-zh.txt"
    )
    write(archive, "seeds/leak-en.txt", texts["kol-zh"] + "改。".encode())
    assert faults(archive) == [
        "seeds/kol-zh.txt – By the SHA-256 in source.yml, this is the text of leak-en, and that of kol-zh is nowhere in seeds/. "
        "Restore seeds/kol-zh.txt and seeds/leak-en.txt as Git has them. [text-elsewhere]"
    ]


@pytest.mark.parametrize(
    ("place", "lies", "said"),
    [
        ("docs/archive", "link", "archive is a link to another place; nothing is written or deleted there"),
        (".cache", "link", ".cache is a link to another place; nothing is written or deleted there"),
        ("docs/archive", "file", "archive is a file, and a folder belongs there"),
        ("docs/archive/sources", "file", "sources is a file, and a folder belongs there"),
        ("docs/archive/sources/kol-zh.md", "folder", "kol-zh.md is a folder, and a file belongs there"),
        (".cache", "file", ".cache is a file, and a folder belongs there"),
        (".cache/made-under-docs-archive.txt", "folder", "archive.txt is a folder, and a file belongs there"),
    ],
)  # fmt: skip
def test_what_lies_where_only_made_things_belong_is_one_sentence_with_the_remedy(
    archive, tmp_path, place, lies, said
):
    elsewhere, path = tmp_path / "elsewhere", archive / place
    write(elsewhere, "thesis.txt", "Years of work.")
    shutil.rmtree(path, ignore_errors=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    if lies == "link":
        path.symlink_to(elsewhere)
    elif lies == "folder":
        path.mkdir()
    else:
        write(archive, place, "x")
    told = [line for line in run(archive, "build") if not line.startswith("note ")]
    (line,) = [line for line in told if line.startswith("Error: ")]
    assert said in line and "Delete it: what belongs there is made anew" in line
    assert told == [line] or (len(told) == 2 and "problem" in told[0])
    assert [each.name for each in elsewhere.iterdir()] == ["thesis.txt"]


def test_a_word_that_the_glossary_says_otherwise_in_a_region_is_told_with_both_places(archive):
    file, term = f"{RULES}/wording.yml", "editorial/glossary/mi-fan.yml"
    change(archive, term, "forms:", "forms:\n  zh-Hant-TW: {preferred: 米粉, admitted: [小米粉絲]}")
    write(archive, file, "words:\n  - {zh-Hans: 米粉, zh-Hant-TW: 小米粉絲}\n")
    assert faults(archive) == []
    write(archive, file, "words:\n  - {zh-Hans: 米粉, zh-Hant-TW: 米迷}\n")
    assert faults(archive) == [
        f"{file}:2 – “米粉” is “米迷” here, and “米粉” in {term}:4. "
        "Keep one of the two; the forms of a term stand in the glossary. [listed-twice]"
    ]


@pytest.mark.parametrize("typed", ["Kind", "KIND", "ｋｉｎｄ"])
def test_a_key_in_letters_of_another_kind_is_one_problem_that_names_the_right_one(archive, typed):
    change(archive, ACTOR, "kind:", f"{typed}:")
    assert faults(archive) == [
        f"{ACTOR}:2 – There is no key “{typed}”. Did you mean “kind”? [key-unknown]"
    ]


def test_two_readings_of_the_same_words_are_told_with_the_line_of_the_first(archive):
    def one(reading):
        return f"- {{quote: 合作立即终止, reading: {reading}, kind: sense, certainty: inferred, origin: human, reason: {{en: A slip., zh-Hans: 笔误。}}}}\n"

    file = "editorial/sources/kol-zh/emendations.yml"
    write(archive, file, one("合作随即终止") + one("合作立即中止"))
    assert [each for each in faults(archive) if each.startswith(file)] == [
        f"{file}:2 – “合作立即终止” is emended twice, first in line 1, to “合作随即终止”. "
        "Keep one of the two readings; the other may stand in its `reason`. [emendation-overlap]"
    ]


def test_entries_that_were_pasted_twice_are_one_problem(archive):
    words = "".join(f"  - {{zh-Hans: {each}, zh-Hant-TW: 某詞}}\n" for each in "甲乙丙丁戊")
    write(archive, f"{RULES}/wording.yml", f"words:\n{words}{words}")
    assert faults(archive) == [
        f"{RULES}/wording.yml:7 – From here on 5 entries of “words” stand there already, the first of them as entry 1. "
        "Delete what was pasted twice. [listed-twice]"
    ]
