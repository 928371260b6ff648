"""Whatever people write wrongly is told once, with its place, in words that help; the good rest is still built."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from build_tools.pipeline import build
from tests.conftest import SITE, copy_project, copy_small, files_below, problem_lines, run

ACTOR, EVENT, CASE = "editorial/actors/xu-jieyun.yml", "editorial/events/2026-01-07-livestream.yml", "editorial/cases/kol/case.yml"
SOURCE, EMENDATIONS, ANNOTATIONS, PO = (f"editorial/sources/{name}" for name in
                                        ("kol-zh/source.yml", "leak-en/emendations.yml", "kol-zh/annotations.yml", "leak-en/translation.po"))
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
ENTRY = '# state: human-draft; by: A; origin: human\nmsgctxt "s1"\nmsgid "The media in charge of Xiaomi car leak apologized"\nmsgstr "涉事媒体道歉"\n\n'


@dataclass(frozen=True)
class Fault:
    """One thing done wrongly to the small archive, and what an editor must be told."""

    name: str
    file: str
    code: str
    said: str
    """A regular expression for the whole message, place included."""
    old: str = ""
    new: str | bytes = ""
    """What `old` becomes; without `old`, the whole file."""


FAULTS = (
    Fault("an unknown key", ACTOR, "key-unknown", r":4 – .*“part_off”.*Did you mean “part_of”\?", "part_of:", "part_off:"),
    Fault("a key that stands there already, mistyped", ACTOR, "key-unknown", r":6 – .*“descripton”.*“description” stands there already", "description:", "description: {en: A, zh-Hans: 甲}\ndescripton:"),
    Fault("a key of another kind of record", EVENT, "key-unknown", r":\d+ – .*“evidence › 1 › segment”\. Delete it; what else can stand there: parallel, prefix, suffix\.", "{source: kol-zh,", "{segment: s1, source: kol-zh,"),
    Fault("a list where a text belongs", ACTOR, "value-type", r":4 – .*“part_of” holds a list, but a text", "part_of: xiaomi", "part_of: [xiaomi]"),
    Fault("a text where a record belongs", ACTOR, "value-type", r":3 – .*“names” holds the text “Xu”", "{en: Xu Jieyun, zh-Hans: 徐洁云}", "Xu"),
    Fault("a list where the whole record belongs", ACTOR, "value-type", r":1 – The file holds a list", "", "- a\n- b\n"),
    Fault("a value that is none of the choices", ACTOR, "value-unknown", r":2 – “human”.*Use one of: person, group", "kind: person", "kind: human"),
    Fault("a key without its value", ACTOR, "value-empty", r":2 – “kind” is empty", "kind: person", "kind:"),
    Fault("a missing key", ACTOR, "key-missing", r":3 – .*“names › zh-Hans” is missing", ", zh-Hans: 徐洁云", ""),
    Fault("a dangling id", ACTOR, "id-unknown", r":4 – There is no actor “xiaomo”.*Did you mean “xiaomi”\?", "part_of: xiaomi", "part_of: xiaomo"),
    Fault("a dangling participant", EVENT, "id-unknown", r":7 – There is no actor “lei-jum”", "actor: lei-jun", "actor: lei-jum"),
    Fault("a dangling publisher", SOURCE, "id-unknown", r":4 – There is no actor “xiaomy”", "actor: xiaomi", "actor: xiaomy"),
    Fault("a dangling source", CASE, "id-unknown", r":3 – There is no source “kol-en”", "sources: [kol-zh]", "sources: [kol-en]"),
    Fault("a dangling concept", CASE, "id-unknown", r":5 – There is no concept “rs.apologies”", "rs.apology", "rs.apologies"),
    Fault("an actor and an event with one id", "editorial/glossary/lei-jun.yml", "id-twice", r":1 – The id “lei-jun” is also used in editorial/actors/",
          "", "id: lei-jun\ndomain: media\nforms: {en: {preferred: X}, zh-Hans: {preferred: 某}}\ndefinition: {en: X, zh-Hans: 某}\n"),
    Fault("a claim that nobody asserts", "editorial/claims/nobody-says.yml", "attribution", r":1 – The claim “nobody-says” does not say who asserts it.*speaker",
          "", "id: nobody-says\nkind: accusation\nsays: {en: X, zh-Hans: 某}\nevidence: [{source: kol-zh, quote: 雷军在直播中谈及}]\n"
              "status: ev.unverified\nas_of: '2026-11-21'\n"),
    Fault("a claim with an unknown speaker", "editorial/claims/lei-says.yml", "id-unknown", r"There is no actor “lei-jum”",
          "", "id: lei-says\nkind: promise\nsays: {en: X, zh-Hans: 某}\nspeaker: lei-jum\nevidence: [{source: kol-zh, quote: 雷军在直播中谈及}]\n"
              "status: ev.unverified\nas_of: '2026-11-21'\n"),
    Fault("a record called index", "editorial/actors/index.yml", "id-reserved", r":1 – “index” is the name of the page",
          "", "id: index\nkind: person\nnames: {en: Y, zh-Hans: 己}\ndescription: {en: X, zh-Hans: 某}\n"),
    Fault("an id that is not the file's name", ACTOR, "id-not-name", r":1 – The id “xu-fei” is not the file's name “xu-jieyun”", "id: xu-jieyun", "id: xu-fei"),
    Fault("an id with capitals", ACTOR, "value-form", r":1 – “Xu_Jieyun”", "id: xu-jieyun", "id: Xu_Jieyun"),
    Fault("a quote that is not in the text", EVENT, "quote-not-found", r":9 – “雷军在直播中说到”.*nearest words there are “.*直播中", "雷军在直播中谈及", "雷军在直播中说到"),
    Fault("a quote that stands twice", EVENT, "quote-ambiguous", r":9 – “这个KOL” stands 2 times.*prefix or suffix", "雷军在直播中谈及", "这个KOL"),
    Fault("an emendation that quotes wrongly", EMENDATIONS, "quote-not-found", r":1 – “the two mens and”.*nearest words", "the two men and", "the two mens and"),
    Fault("an emendation that could mean several places", EMENDATIONS, "quote-ambiguous", r":6 – “the ” stands \d+ times.*lines 5", "quote: When they realized", "quote: 'the '"),
    Fault("two emendations that overlap", EMENDATIONS, "emendation-overlap", r":6 – “men and their” overlaps “the two men and”", "When they realized", "men and their"),
    Fault("an emendation of debris", EMENDATIONS, "emendation-outside", r":6 – “2024-04-25”", "When they realized", "2024-04-25"),
    Fault("a decision on words that are not there", ANNOTATIONS, "quote-not-found", r":2 – “小麦”", "quote: 小米", "quote: 小麦"),
    Fault("a decision without a target", ANNOTATIONS, "key-missing", r":2 – .*小米.*target", "confirm\n    target: xiaomi", "add"),
    Fault("a hidden quote that is not there", SOURCE, "quote-not-found", r":4 – “举报” \(hidden\)", "publications:", "hidden:\n  - {quote: 举报, kind: furniture, reason: {en: A, zh-Hans: 甲}}\npublications:"),
    Fault("a date that rests on words that are not there", SOURCE, "quote-not-found", r":10 – “1月8日晚” \(dates\)", "1月7日晚", "1月8日晚"),
    Fault("a date that is no EDTF", EVENT, "date-form", r":3 – “7 January”.*Write EDTF", '"2026-01-07"', "7 January"),
    Fault("a date of a source that is no EDTF", SOURCE, "date-form", r":8 – “January”", "date: '2026-01-07'", "date: January"),
    Fault("a date decision that is no EDTF", ANNOTATIONS, "date-form", r":8 – “5.1.2026”", '"2026-01-05"', "5.1.2026"),
    Fault("a year that is none", "editorial/sources/leak-en/source.yml", "date-form", r":3 – “in 2023” is no year", "'2023'", "in 2023"),
    Fault("broken YAML", ACTOR, "yaml-syntax", r":3 – This cannot be read: there is a text with “: ”", "names:", "names: a: "),
    Fault("a tab", ACTOR, "yaml-syntax", r":4 – .*indented with a tab", "names: ", "names:\n\ten: "),
    Fault("a key twice", ACTOR, "yaml-key-twice", r":3 – The key “kind” stands twice; the first is in line 2", "names:", "kind: person\nnames:"),
    Fault("an empty file", ACTOR, "yaml-empty", r" – The file is empty", "", " \n"),
    Fault("a record in GBK", ACTOR, "yaml-not-utf8", r":3 – .*not UTF-8", "", "id: xu\nkind: person\nnames: {zh-Hans: 徐洁云}\n".encode("gbk")),
    Fault("a broken translation file", PO, "po-syntax", r":8 – .*does not end in this line", "", HEADER + ENTRY.replace('道歉"', "道歉")),
    Fault("an entry twice", PO, "po-id-twice", r":10 – s1 has two entries; the first stands in line 5", "", HEADER + ENTRY + ENTRY),
    Fault("a translation without its origin", PO, "po-origin", r":5 – s1 does not say truly", "", HEADER + ENTRY.replace("; origin: human", "")),
    Fault("an unknown translation state", PO, "po-state", r":5 – “done” is no translation state", "", HEADER + ENTRY.replace("human-draft", "done")),
    Fault("an entry without its segment", PO, "po-no-context", r":5 – .*no msgctxt", "", HEADER + ENTRY.replace('msgctxt "s1"\n', "")),
    Fault("plural forms", PO, "po-plural", r":5 – “s1” has plural forms", "", HEADER + ENTRY.replace("msgstr ", 'msgid_plural "X"\nmsgstr[0] ')),
    Fault("an empty seed", "seeds/empty.txt", "seed-empty", r" – The file is empty", "", " \n"),
    Fault("a seed that is no text", "seeds/word.txt", "seed-not-text", r":2 – .*zero byte", "", b"PK\x03\n\0\0"),
    Fault("a seed in GBK", "seeds/gbk.txt", "seed-not-utf8", r":2 – .*GB18030", "", "Xiaomi\n小米回应".encode("gbk")),
    Fault("a seed in UTF-16", "seeds/wide.txt", "seed-not-text", r":1 – .*UTF-16", "", "Xiaomi".encode("utf-16")),
    Fault("two seeds with one id", "seeds/KOL-zh.txt", "seed-id-twice", r"seeds/KOL-zh\.txt – .*same id", "", "小米"),
    Fault("a seed that would overwrite the list", "seeds/index.txt", "seed-id-taken", r" – .*list of sources", "", "小米"),
    Fault("a file that is no seed", "seeds/notes.docx", "seed-name", r" – Only \.txt files", "", "x"),
    Fault("a stray file", "editorial/actors/xu.yaml", "file-stray", r" – Nothing reads this file", "", "id: xu"),
    Fault("a debris rule that is no pattern", "editorial/rules/debris.yml", "pattern", r":11 – The rule “bare-date” is no regular expression", r"\d{4}-", r"(\d{4}-"),
    Fault("a debris rule that misses its example", "editorial/rules/debris.yml", "pattern", r":11 – .*does not match its own example", r"\d{4}-", r"x\d{4}-"),
    Fault("a debris rule without end", "editorial/rules/debris.yml", "pattern", r"seeds/kol-zh\.txt:2 – The debris rule “bare-date” came to no end", r"\s*\d{4}", r"(?:[^a-z]|[^a-z]{2})+☃|^\d{4}"),
    Fault("a word with too few syllables", "editorial/rules/pinyin.yml", "pinyin-words", r":3 – “lù” is not one syllable for each character of “泄露”", "", "words:\n  - {zh-Hans: 泄密, pinyin: xiè mì}\n  - {zh-Hans: 泄露, pinyin: lù}\n"),
    Fault("a seed that was changed", SOURCE, "seed-changed", r":2 – .*no longer the file", "year:", f"sha256: {'0' * 64}\nyear:"),
    Fault("a folder without its seed", "editorial/sources/kol-zn/source.yml", "seed-missing", r"kol-zn – There is no seeds/kol-zn.txt.*Did you mean kol-zh\?", "", "year: '2026'\n"),
    Fault("a name of two records", ACTOR, "form-twice", r":3 – “雷军” names both lei-jun and xu-jieyun", "徐洁云", "雷军"),
    Fault("a vocabulary without labels", "editorial/vocabulary/pr-vocabulary.yml", "key-missing", r":2 – .*“concepts › 1 › label” is missing", ", label: {en: Apology, zh-Hans: 道歉}", ""),
    Fault("brackets without end", ACTOR, "yaml-nested", r":1 – .*levels deep", "", "[" * 100_000),
    Fault("aliases without end", ACTOR, "yaml-loop", r" – Aliases", "", "a: &a [*a]\n"),
)


def _commit(fault: Fault, root: Path) -> None:
    path = root / fault.file
    if fault.old:
        text = path.read_text(encoding="utf-8")
        assert fault.old in text, fault
        path.write_text(text.replace(fault.old, str(fault.new), 1), encoding="utf-8")
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(fault.new if isinstance(fault.new, bytes) else fault.new.encode())


@pytest.fixture(scope="module")
def sound_pages(tmp_path_factory):
    built = build(copy_small(tmp_path_factory.mktemp("sound") / "archive"))
    assert [str(p) for p in built.faults] == []
    return built.pages


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_one_fault_gives_one_problem_with_its_place_and_a_hint(fault, small, sound_pages):
    _commit(fault, small)
    built = build(small)
    assert len(built.faults) == 1, "\n".join(map(str, built.faults))
    problem = built.faults[0]
    assert problem.code == fault.code
    assert re.search(fault.said, str(problem)), str(problem)
    assert problem.place.file.startswith(("seeds/", "editorial/")) and (small / problem.place.file).exists()
    assert problem.hint and not re.search(r"Traceback|pydantic|dataclass|tuple|None|Input should", str(problem))
    assert len(built.pages) >= len(sound_pages) - 1, "the good rest is not built"


def _commit_all(root: Path) -> int:
    """As many faults as do not hide one another; returns how many."""
    seen: set[str] = set()
    chosen = [f for f in FAULTS if not (f.file in seen or seen.add(f.file))]
    for fault in chosen:
        _commit(fault, root)
    return len(chosen)


def test_all_faults_are_told_in_one_run_and_strict_leaves_the_pages_alone(small):
    assert run(small, "build_tools", "build", "--strict").returncode == 0
    before = files_below(small / "docs" / "archive")
    number = _commit_all(small)
    strict = run(small, "build_tools", "build", "--strict")
    assert strict.returncode == 1 and "Traceback" not in strict.stderr
    told = problem_lines(strict.stdout)
    assert len(told) == number, strict.stdout
    assert files_below(small / "docs" / "archive") == before
    loose = run(small, "build_tools", "build")
    assert loose.returncode == 0, loose.stderr
    assert problem_lines(loose.stdout) == told
    after = files_below(small / "docs" / "archive")
    assert {"sources/kol-zh.md", "sources/leak-en.md", "actors/xiaomi.md", "events/2026-01-controversy.md"} <= after.keys()
    assert "actors/xu-jieyun.md" not in after


def test_a_strict_mkdocs_build_stops_before_it_writes(tmp_path):
    root = copy_project(tmp_path / "archive", SITE)
    _commit(FAULTS[0], root)
    result = run(root, "mkdocs", "build", "--strict")
    assert result.returncode == 1 and "Did you mean “part_of”?" in result.stderr and "Traceback" not in result.stderr
    assert not (root / "site").exists() and not (root / "docs" / "archive").exists()
