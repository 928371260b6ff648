"""Whatever people write wrongly is told once, with its place, in words that help; the good rest is
still built.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_tools.cli import main
from build_tools.pipeline import build
from tests.conftest import SITE, copy_project, copy_small, files_below, problem_lines, run

ACTOR, EVENT, CASE = (
    "editorial/actors/xu-jieyun.yml",
    "editorial/events/2026-01-07-livestream.yml",
    "editorial/cases/kol/case.yml",
)
SOURCE, EMENDATIONS, ANNOTATIONS, PO = (
    f"editorial/sources/{name}"
    for name in (
        "kol-zh/source.yml",
        "leak-en/emendations.yml",
        "kol-zh/annotations.yml",
        "leak-en/translation.po",
    )
)
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
    Fault(
        "an unknown key",
        ACTOR,
        "key-unknown",
        r":4 – .*“part_off”.*Did you mean “part_of”\?",
        "part_of:",
        "part_off:",
    ),
    Fault(
        "a key that stands there already, mistyped",
        ACTOR,
        "key-unknown",
        r":6 – .*“descripton”.*“description” stands there already",
        "description:",
        "description: {en: A, zh-Hans: 甲}\ndescripton:",
    ),
    Fault(
        "a key of another kind of record",
        EVENT,
        "key-unknown",
        r":\d+ – .*“evidence › 1 › decision”\. Give it one of the names that can stand there, or delete it: parallel, prefix, segment, suffix\.",
        "{source: kol-zh,",
        "{decision: add, source: kol-zh,",
    ),
    Fault(
        "a list where a text belongs",
        ACTOR,
        "value-type",
        r":4 – .*“part_of” holds a list, but a text",
        "part_of: xiaomi",
        "part_of: [xiaomi]",
    ),
    Fault(
        "a text where a record belongs",
        ACTOR,
        "value-type",
        r":3 – .*“names” holds the text “Xu”",
        "{en: Xu Jieyun, zh-Hans: 徐洁云}",
        "Xu",
    ),
    Fault(
        "a list where the whole record belongs",
        ACTOR,
        "value-type",
        r":1 – The file holds a list",
        "",
        "- a\n- b\n",
    ),
    Fault(
        "a value that is none of the choices",
        ACTOR,
        "value-unknown",
        r":2 – “human”.*Use one of: person, group",
        "kind: person",
        "kind: human",
    ),
    Fault(
        "a key without its value",
        ACTOR,
        "value-empty",
        r":2 – “kind” is empty",
        "kind: person",
        "kind:",
    ),
    Fault(
        "a missing key",
        ACTOR,
        "key-missing",
        r":3 – .*“names › zh-Hans” is missing",
        ", zh-Hans: 徐洁云",
        "",
    ),
    Fault(
        "a dangling id",
        ACTOR,
        "id-unknown",
        r":4 – There is no actor “xiaomo”.*Did you mean “xiaomi”\?",
        "part_of: xiaomi",
        "part_of: xiaomo",
    ),
    Fault(
        "a dangling participant",
        EVENT,
        "id-unknown",
        r":7 – There is no actor “lei-jum”",
        "actor: lei-jun",
        "actor: lei-jum",
    ),
    Fault(
        "a dangling publisher",
        SOURCE,
        "id-unknown",
        r":4 – There is no actor “xiaomy”",
        "actor: xiaomi",
        "actor: xiaomy",
    ),
    Fault(
        "a dangling source",
        CASE,
        "id-unknown",
        r":3 – There is no source “kol-en”",
        "sources: [kol-zh]",
        "sources: [kol-en]",
    ),
    Fault(
        "a dangling concept",
        CASE,
        "id-unknown",
        r":5 – There is no concept “rs.apologies”",
        "rs.apology",
        "rs.apologies",
    ),
    Fault(
        "an actor and an event with one id",
        "editorial/glossary/lei-jun.yml",
        "id-twice",
        r":1 – The id “lei-jun” is also used in editorial/actors/",
        "",
        "id: lei-jun\ndomain: media\nforms: {en: {preferred: XX}, zh-Hans: {preferred: 某某}}\ndefinition: {en: X, zh-Hans: 某}\n",
    ),
    Fault(
        "a claim that nobody asserts",
        "editorial/claims/nobody-says.yml",
        "attribution",
        r":1 – The claim “nobody-says” does not say who asserts it.*speaker",
        "",
        "id: nobody-says\nkind: accusation\nsays: {en: X, zh-Hans: 某}\nevidence: [{source: kol-zh, quote: 雷军在直播中谈及}]\n"
        "status: ev.unverified\nas_of: '2026-11-21'\n",
    ),
    Fault(
        "a claim with an unknown speaker",
        "editorial/claims/lei-says.yml",
        "id-unknown",
        r"There is no actor “lei-jum”",
        "",
        "id: lei-says\nkind: promise\nsays: {en: X, zh-Hans: 某}\nspeaker: lei-jum\nevidence: [{source: kol-zh, quote: 雷军在直播中谈及}]\n"
        "status: ev.unverified\nas_of: '2026-11-21'\n",
    ),
    Fault(
        "a record called index",
        "editorial/actors/index.yml",
        "id-reserved",
        r":1 – “index” is the name of the page",
        "",
        "id: index\nkind: person\nnames: {en: YY, zh-Hans: 己己}\ndescription: {en: X, zh-Hans: 某}\n",
    ),
    Fault(
        "an id that is not the file's name",
        ACTOR,
        "id-not-name",
        r":1 – The id “xu-fei” is not the file's name “xu-jieyun”",
        "id: xu-jieyun",
        "id: xu-fei",
    ),
    Fault(
        "an id with capitals",
        ACTOR,
        "value-form",
        r":1 – “Xu_Jieyun”",
        "id: xu-jieyun",
        "id: Xu_Jieyun",
    ),
    Fault(
        "a quote that is not in the text",
        EVENT,
        "quote-not-found",
        r":9 – “雷军在直播中说到”.*nearest words there are “.*直播中",
        "雷军在直播中谈及",
        "雷军在直播中说到",
    ),
    Fault(
        "a quote in characters that only a page has",
        EVENT,
        "quote-not-found",
        r":9 – .*It stands in the zh-Hant-TW of s\d+, which is a conversion: quote the source, which says “[^”]*雷军在直播中谈及",
        "雷军在直播中谈及",
        "雷軍在直播中談及",
    ),
    Fault(
        "a quote that stands twice",
        EVENT,
        "quote-ambiguous",
        r":9 – “这个KOL” stands 2 times.*prefix or suffix",
        "雷军在直播中谈及",
        "这个KOL",
    ),
    Fault(
        "an emendation that quotes wrongly",
        EMENDATIONS,
        "quote-not-found",
        r":1 – “the two mens and”.*nearest words",
        "the two men and",
        "the two mens and",
    ),
    Fault(
        "an emendation that could mean several places",
        EMENDATIONS,
        "quote-ambiguous",
        r":6 – “the ” stands \d+ times.*\(line 5\)",
        "quote: When they realized",
        "quote: 'the '",
    ),
    Fault(
        "two emendations that overlap",
        EMENDATIONS,
        "emendation-overlap",
        r":6 – “men and their” overlaps “the two men and”",
        "When they realized",
        "men and their",
    ),
    Fault(
        "an emendation of debris",
        EMENDATIONS,
        "emendation-outside",
        r":6 – “2024-04-25”",
        "When they realized",
        "2024-04-25",
    ),
    Fault(
        "a decision on words that are not there",
        ANNOTATIONS,
        "quote-not-found",
        r":2 – “小麦”",
        "quote: 小米",
        "quote: 小麦",
    ),
    Fault(
        "a decision without a target",
        ANNOTATIONS,
        "key-missing",
        r":2 – .*小米.*target",
        "confirm\n    target: xiaomi",
        "add",
    ),
    Fault(
        "a hidden quote that is not there",
        SOURCE,
        "quote-not-found",
        r":4 – “举报” \(hidden\)",
        "publications:",
        "hidden:\n  - {quote: 举报, kind: furniture, reason: {en: A, zh-Hans: 甲}}\npublications:",
    ),
    Fault(
        "a date that rests on words that are not there",
        SOURCE,
        "quote-not-found",
        r":10 – “1月8日晚” \(dates\)",
        "1月7日晚",
        "1月8日晚",
    ),
    Fault(
        "a date that is no EDTF",
        EVENT,
        "date-form",
        r":3 – “7 January”.*Write EDTF",
        '"2026-01-07"',
        "7 January",
    ),
    Fault(
        "a date of a source that is no EDTF",
        SOURCE,
        "date-form",
        r":8 – “January”",
        "date: '2026-01-07'",
        "date: January",
    ),
    Fault(
        "a date decision that is no EDTF",
        ANNOTATIONS,
        "date-form",
        r":8 – “5.1.2026”",
        '"2026-01-05"',
        "5.1.2026",
    ),
    Fault(
        "a year that is none",
        "editorial/sources/leak-en/source.yml",
        "date-form",
        r":3 – “in 2023” is no year",
        "'2023'",
        "in 2023",
    ),
    Fault(
        "broken YAML",
        ACTOR,
        "yaml-syntax",
        r":3 – This cannot be read: there is a text with “: ”",
        "names:",
        "names: a: ",
    ),
    Fault(
        "a tab", ACTOR, "yaml-syntax", r":4 – .*indented with a tab", "names: ", "names:\n\ten: "
    ),
    Fault(
        "a key twice",
        ACTOR,
        "yaml-key-twice",
        r":3 – The key “kind” stands twice; the first is in line 2",
        "names:",
        "kind: person\nnames:",
    ),
    Fault("an empty file", ACTOR, "yaml-empty", r" – The file is empty", "", " \n"),
    Fault(
        "a record in GBK",
        ACTOR,
        "yaml-not-utf8",
        r":3 – .*not UTF-8",
        "",
        "id: xu\nkind: person\nnames: {zh-Hans: 徐洁云}\n".encode("gbk"),
    ),
    Fault(
        "a broken translation file",
        PO,
        "po-syntax",
        r":8 – .*does not end in this line",
        "",
        HEADER + ENTRY.replace('道歉"', "道歉"),
    ),
    Fault(
        "an entry twice",
        PO,
        "po-id-twice",
        r":10 – s1 has two entries; the first stands in line 5",
        "",
        HEADER + ENTRY + ENTRY,
    ),
    Fault(
        "a translation without its origin",
        PO,
        "po-origin",
        r":5 – s1 does not say truly",
        "",
        HEADER + ENTRY.replace("; origin: human", ""),
    ),
    Fault(
        "an unknown translation state",
        PO,
        "po-state",
        r":5 – “done” is no translation state",
        "",
        HEADER + ENTRY.replace("human-draft", "done"),
    ),
    Fault(
        "an entry without its segment",
        PO,
        "po-no-context",
        r":5 – .*no msgctxt",
        "",
        HEADER + ENTRY.replace('msgctxt "s1"\n', ""),
    ),
    Fault(
        "plural forms",
        PO,
        "po-plural",
        r":5 – “s1” has plural forms",
        "",
        HEADER + ENTRY.replace("msgstr ", 'msgid_plural "X"\nmsgstr[0] '),
    ),
    Fault(
        "a blank seed", "seeds/blank.txt", "seed-empty", r" – .*nothing that can be seen", "", " \n"
    ),
    Fault(
        "a seed that is no text",
        "seeds/word.txt",
        "seed-not-text",
        r":2 – .*zero byte",
        "",
        b"PK\x03\n\0\0",
    ),
    Fault(
        "a seed in GBK",
        "seeds/gbk.txt",
        "seed-not-utf8",
        r":2 – .*GB18030",
        "",
        "Xiaomi\n小米回应".encode("gbk"),
    ),
    Fault(
        "a seed in UTF-16",
        "seeds/wide.txt",
        "seed-not-text",
        r":1 – .*UTF-16",
        "",
        "Xiaomi".encode("utf-16"),
    ),
    Fault(
        "a seed with a NUL",
        "seeds/zero-byte.txt",
        "seed-not-text",
        r":1 – (?!.*UTF-16)",
        "",
        b"Hello\x00world. \x1b[31mRed\x1b[0m text.",
    ),
    Fault(
        "two seeds with one id",
        "seeds/KOL-zh.txt",
        "seed-id-twice",
        r"seeds/KOL-zh\.txt – .*same id",
        "",
        "小米",
    ),
    Fault(
        "a seed that would overwrite the list",
        "seeds/index.txt",
        "seed-id-taken",
        r" – .*list of sources",
        "",
        "小米",
    ),
    Fault(
        "a file that is no seed", "seeds/notes.docx", "seed-name", r" – Only \.txt files", "", "x"
    ),
    Fault(
        "a stray file",
        "editorial/actors/xu.yaml",
        "file-stray",
        r" – Nothing reads this file",
        "",
        "id: xu",
    ),
    Fault(
        "a debris rule that is no pattern",
        "editorial/rules/debris.yml",
        "pattern",
        r":11 – The rule “bare-date” is no regular expression",
        r"\d{4}-",
        r"(\d{4}-",
    ),
    Fault(
        "a debris rule that misses its example",
        "editorial/rules/debris.yml",
        "pattern",
        r":11 – .*does not match its own example",
        r"\d{4}-",
        r"x\d{4}-",
    ),
    Fault(
        "a debris rule without end",
        "editorial/rules/debris.yml",
        "pattern",
        r"seeds/kol-zh\.txt:2 – The debris rule “bare-date” came to no end",
        r"\s*\d{4}",
        r"(?:[^a-z]|[^a-z]{2})+☃|^\d{4}",
    ),
    Fault(
        "a word with too few syllables",
        "editorial/rules/pinyin.yml",
        "pinyin-words",
        r":3 – “lù” is not one syllable for each character of “泄露”",
        "",
        "words:\n  - {zh-Hans: 泄密, pinyin: xiè mì}\n  - {zh-Hans: 泄露, pinyin: lù}\n",
    ),
    Fault(
        "an emendation whose reading is not filled in",
        EMENDATIONS,
        "value-empty",
        r":\d+ – .*reading” is empty\. .*`reading: \"\"`",
        "reading: When Guan realized",
        "reading:",
    ),
    Fault(
        "a sum that is cut short",
        SOURCE,
        "value-form",
        r":2 – “e3b0c442” is no SHA-256 .*64 digits",
        "year:",
        "sha256: e3b0c442\nyear:",
    ),
    Fault(
        "a file beside the folders of sources",
        "editorial/sources/extra.txt",
        "file-stray",
        r" – Nothing reads this file\. In editorial/sources/ lie folders only",
        "",
        "x",
    ),
    Fault(
        "a seed that was changed",
        SOURCE,
        "seed-changed",
        r":2 – .*no longer the file",
        "year:",
        f"sha256: {'0' * 64}\nyear:",
    ),
    Fault(
        "a folder without its seed",
        "editorial/sources/kol-zn/source.yml",
        "seed-missing",
        r"kol-zn – There is no seeds/kol-zn.txt.*Did you mean kol-zh\?",
        "",
        "year: '2026'\n",
    ),
    Fault(
        "a name of two records",
        ACTOR,
        "form-twice",
        r":3 – “雷军” names both lei-jun and xu-jieyun",
        "徐洁云",
        "雷军",
    ),
    Fault(
        "an everyday form that is none",
        "editorial/glossary/kol.yml",
        "form-unknown",
        r":4 – “KOLS” is none of the forms in en",
        "inflected: [KOLs]",
        "inflected: [KOLs], everyday: [KOLS]",
    ),
    Fault(
        "a name of one character",
        ACTOR,
        "form-short",
        r":6 – “徐” is one character",
        "description:",
        "aliases:\n  - {text: 徐, lang: zh-Hans}\ndescription:",
    ),
    Fault(
        "a vocabulary without labels",
        "editorial/vocabulary/pr-vocabulary.yml",
        "key-missing",
        r":2 – .*“concepts › 1 › label” is missing",
        ", label: {en: Apology, zh-Hans: 道歉}",
        "",
    ),
    Fault(
        "a record that was copied",
        "editorial/glossary/kol-two.yml",
        "id-not-name",
        r":1 – The id “kol” is not the file's name “kol-two”, but that of another file\. If this is a copy",
        "",
        (SITE / "editorial/glossary/kol.yml").read_text(encoding="utf-8"),
    ),
    Fault(
        "a record that was copied with a new id",
        "editorial/glossary/kol-two.yml",
        "form-twice",
        r"^editorial/glossary/kol-two\.yml:\d+ – .* both kol and kol-two",
        "",
        (SITE / "editorial/glossary/kol.yml")
        .read_text(encoding="utf-8")
        .replace("id: kol", "id: kol-two"),
    ),
    Fault(
        "a merge that Git left open",
        ACTOR,
        "merge-conflict",
        r":2 – Git has left two versions of these lines",
        "kind: person\n",
        "<<<<<<< HEAD\nkind: person\n=======\nkind: group\n>>>>>>> main\n",
    ),
    Fault(
        "a merge that Git left open in a translation",
        PO,
        "merge-conflict",
        r":9 – Git has left two versions",
        "",
        HEADER + ENTRY.replace("\n\n", '\n=======\nmsgstr "x"\n>>>>>>> main\n\n'),
    ),
    Fault(
        "a full-width colon",
        ACTOR,
        "yaml-syntax",
        r":2 – .*full-width colon",
        "kind: person",
        "kind：person",
    ),
    Fault(
        "a full-width colon in brackets",
        ACTOR,
        "key-unknown",
        r":3 – .*“names › zh-Hans：徐洁云”: after the key stands a full-width colon",
        "zh-Hans: 徐洁云",
        "zh-Hans：徐洁云",
    ),
    Fault(
        "a full-width comma in brackets",
        ACTOR,
        "yaml-syntax",
        r":3 – .*before the next key stands a full-width comma",
        "Xu Jieyun, zh",
        "Xu Jieyun，zh",
    ),
    Fault(
        "ids parted by another comma",
        CASE,
        "id-unknown",
        r":3 – .*“kol-zh，leak-en”.*Part the ids by",
        "[kol-zh]",
        "[kol-zh，leak-en]",
    ),
    Fault(
        "full-width brackets",
        CASE,
        "value-type",
        r":3 – “sources” begins with a full-width bracket",
        "[kol-zh]",
        "［kol-zh］",
    ),
    Fault(
        "a colon without its blank",
        ACTOR,
        "yaml-syntax",
        r":2 – .*after the colon of a key the blank is missing",
        "kind: person",
        "kind:person",
    ),
    Fault(
        "curly quotation marks",
        EVENT,
        "value-form",
        r":3 – “date” holds .*only straight ones",
        '"2026-01-07"',
        "“2026-01-07”",
    ),
    Fault(
        "a bracket that is never closed",
        ACTOR,
        "yaml-syntax",
        r":1 – .*bracket that is never closed",
        "",
        "id: [\n",
    ),
    Fault(
        "a file of nothing",
        ACTOR,
        "yaml-empty",
        r":1 – The file says nothing\. Write the record, or restore it as Git has it;",
        "",
        "~\n",
    ),
    Fault(
        "another dash in a quotation",
        EMENDATIONS,
        "quote-not-found",
        r":6 – .*The words are there, but between “n” and “t” stands a blank, not “-”",
        "quote: When they",
        "quote: When-they",
    ),
    Fault(
        "an impossible day of a translation",
        PO,
        "date-form",
        r":5 – s1: There is no such day as “2026-02-30”.*behind `on:`",
        "",
        HEADER + ENTRY.replace("by: A", "on: 2026-02-30"),
    ),
    Fault(
        "a mistyped state",
        PO,
        "po-state",
        r":5 – “human-daft” is no translation state\. Did you mean “human-draft”\?",
        "",
        HEADER + ENTRY.replace("human-draft", "human-daft"),
    ),
    Fault(
        "an id of a segment with a capital",
        PO,
        "po-context",
        r":5 – “S1” is no id of a segment\. Did you mean “s1”\?",
        "",
        HEADER + ENTRY.replace('"s1"', '"S1"'),
    ),
    Fault(
        "an id that the file's header does not know",
        PO,
        "po-id-unknown",
        r":7 – The header of this file knows no segment s100, and s1, which it knows, has no entry\. Did you mean “s1”\?",
        "",
        HEADER.replace("UTF-8", 'UTF-8\\n"\n"X-Last-Segment: s9\\n"\n"X-Segments: s1')
        + ENTRY.replace('"s1"', '"s100"'),
    ),
    Fault(
        "a translation whose source text was emptied",
        PO,
        "po-no-source",
        r":5 – s1 has a translation, but its msgid is empty",
        "",
        HEADER + ENTRY.replace("The media in charge of Xiaomi car leak apologized", ""),
    ),
    Fault(
        "the translation of another source",
        PO,
        "po-of-another",
        r":3 – By its header, this is the translation of another source, kol-zh",
        "",
        HEADER.replace("Content-Type", 'Project-Id-Version: kol-zh\\n"\n"Content-Type') + ENTRY,
    ),
    Fault(
        "a name that looks the same",
        "seeds/caf\u00e9.txt",
        "seed-id-twice",
        r"The two names only look the same: this one has U\+00E9 where the other has U\+0065 U\+0301",
        "",
        "小米在这家咖啡馆里说了很多话。",
    ),
    Fault(
        "blanks that YAML does not know",
        ACTOR,
        "key-unknown",
        r":3 – The blanks before or behind the key “names” are none that YAML knows",
        "names:",
        "\u3000names:",
    ),
    Fault(
        "another dash before an entry",
        ANNOTATIONS,
        "yaml-syntax",
        r":2 – .*begins with another dash",
        "  - quote",
        "  – quote",
    ),
    Fault(
        "an anchor that was pasted twice",
        ANNOTATIONS,
        "yaml-syntax",
        r":3 – .*name of an anchor.*pasted twice",
        "- quote: 小米",
        "- quote: &a 小米\n    prefix: &a ''",
    ),
    Fault(
        "a record in the wrong folder",
        "editorial/events/zhao-xin.yml",
        "record-of-another-kind",
        r":1 – These are the keys of another kind of record: .*Move the file",
        "",
        "id: zhao-xin\nkind: person\nnames: {en: Zhao Xin, zh-Hans: 赵新}\ndescription: {en: X, zh-Hans: 某}\n",
    ),
    Fault(
        "Chinese without its script",
        ACTOR,
        "key-unknown",
        r":3 – There is no key “names › zh”\. Did you mean “zh-Hans”\?",
        "zh-Hans: 徐洁云",
        "zh: 徐洁云",
    ),
    Fault(
        "a seed with its layout",
        "seeds/rich.txt",
        "seed-not-text",
        r":1 – This is a text with its layout \(RTF\)",
        "",
        r"{\rtf1\ansi Hello}",
    ),
    Fault("brackets without end", ACTOR, "yaml-nested", r":1 – .*levels deep", "", "[" * 100_000),
    Fault(
        "a contradiction with one side",
        "editorial/contradictions/pace.yml",
        "sides",
        r":3 – A contradiction has two sides or more; here is one",
        "",
        "id: pace\nquestion: {en: When?, zh-Hans: 何时？}\nsides:\n  - {says: {en: A, zh-Hans: 甲}, evidence: [{source: kol-zh, quote: 公关部总经理徐洁云}]}\nnote: {en: N, zh-Hans: 注}\n",
    ),
    Fault(
        "a side that cites nothing",
        "editorial/contradictions/pace.yml",
        "sides",
        r":5 – Side 2 cites nothing",
        "",
        "id: pace\nquestion: {en: When?, zh-Hans: 何时？}\nsides:\n  - {says: {en: A, zh-Hans: 甲}, evidence: [{source: kol-zh, quote: 公关部总经理徐洁云}]}\n  - {says: {en: B, zh-Hans: 乙}}\nnote: {en: N, zh-Hans: 注}\n",
    ),
    Fault(
        "a source that a case lists twice",
        CASE,
        "listed-twice",
        r":3 – “kol-zh” stands there already, as entry 1 of “sources”",
        "[kol-zh]",
        "[kol-zh, kol-zh]",
    ),
    Fault(
        "a term that is a full stop",
        "editorial/glossary/stop.yml",
        "term-forms",
        r":3 – “。” \(zh-Hans\) has no letter",
        "",
        "id: stop\ndomain: media\nforms: {en: {preferred: full stop}, zh-Hans: {preferred: 。}}\ndefinition: {en: A, zh-Hans: 甲}\n",
    ),
    Fault(
        "a term that is good and forbidden",
        "editorial/glossary/praise.yml",
        "term-forms",
        r":3 – “praise” \(en\) is both preferred and forbidden",
        "",
        "id: praise\ndomain: media\nforms: {en: {preferred: praise, forbidden: [praise]}, zh-Hans: {preferred: 表扬稿}}\ndefinition: {en: A, zh-Hans: 甲}\n",
    ),
    Fault(
        "a name with a character that nobody sees",
        ACTOR,
        "character-unseen",
        r":3 – Behind “徐” stands U\+200B",
        "徐洁云",
        "徐\u200b洁云",
    ),
    Fault(
        "a debris rule that hides what is quoted",
        "editorial/rules/debris.yml",
        "words-hidden",
        r":2 – The rule “all” hides what is quoted in \d+ places, first in editorial/",
        "",
        "rules:\n  - {id: all, kind: furniture, where: line, pattern: '\\S.*', reason: {en: A, zh-Hans: 甲}, example: x}\n",
    ),
    Fault(
        "a state line with a key that there is not",
        PO,
        "po-state",
        r":5 – s1: the state line has no key for “orgin: human”",
        "",
        HEADER
        + ENTRY.replace("origin: human", "origin: human; orgin: human").replace(
            "msgctxt", "#, fuzzy\nmsgctxt"
        ),
    ),
    Fault(
        "an escape of half a character",
        ACTOR,
        "yaml-syntax",
        r":2 – .*an escape \(\\u…\) that stands for no character\. Delete it, or type",
        "kind: person",
        r'kind: "\uD800"',
    ),
    Fault(
        "an escape beyond all characters",
        EVENT,
        "yaml-syntax",
        r":3 – .*stands for no character\. Delete it, or type",
        '"2026-01-07"',
        r'"\U00110000"',
    ),
    Fault(
        "an escape that is too short",
        ACTOR,
        "yaml-syntax",
        r":2 – .*of too few figures\. Type the character itself",
        "kind: person",
        r'kind: "\u12"',
    ),
    Fault(
        "a record of a source in no folder of its own",
        "editorial/source/source.yml",
        "file-stray",
        r" – Nothing reads this file\. It belongs in editorial/sources/ID/, where ID is the id of its text",
        "",
        "year: '2026'\n",
    ),
    Fault(
        "a translation in no folder of its own",
        "editorial/sources/translation.po",
        "file-stray",
        r" – .*It belongs in editorial/sources/ID/",
        "",
        HEADER,
    ),
    Fault(
        "a case in no folder of its own",
        "editorial/case.yml",
        "file-stray",
        r" – .*It belongs in editorial/cases/ID/, where ID is the id of the case",
        "",
        "id: kol\n",
    ),
    Fault(
        "what Windows keeps of a folder",
        "editorial/actors/Thumbs.db",
        "file-stray",
        r" – .*the computer keeps there how the folder looks\. Delete it\.",
        "",
        "x",
    ),
    Fault(
        "what Windows keeps of the seeds",
        "seeds/desktop.ini",
        "seed-name",
        r" – .*the computer keeps there how the folder looks\. Delete it\.",
        "",
        "x",
    ),
    Fault(
        "the mark of an open document",
        "editorial/cases/kol/~$case.docx",
        "file-stray",
        r" – .*the mark of an office program.*if the file stays, delete it\.",
        "",
        "x",
    ),
    Fault("aliases without end", ACTOR, "yaml-loop", r":1 – Aliases", "", "a: &a [*a]\n"),
)


def _commit(fault: Fault, root: Path) -> None:
    if "looks the same" in fault.name:
        (root / "seeds" / "cafe\u0301.txt").write_text(
            "小米在那家咖啡馆里说了很多话。", encoding="utf-8"
        )
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
    assert (
        problem.place.file.startswith(("seeds/", "editorial/"))
        and (small / problem.place.file).exists()
    )
    assert problem.hint and not re.search(
        r"Traceback|pydantic|dataclass|tuple|None|Input should", str(problem)
    )
    there, before = (
        [name for name in pages if not name.startswith(("concepts/", "class/"))]
        for pages in (built.pages, sound_pages)
    )
    assert len(there) >= len(before) - 1, "the good rest is not built"


def test_a_file_that_nothing_reads_is_told_and_not_what_it_would_have_brought(small):
    folder = small / "editorial/sources/leak-en"
    event = (small / EVENT).read_text(encoding="utf-8")
    (small / EVENT).write_text(
        event.replace(
            "evidence:\n", "evidence:\n  - {source: leak-en, quote: When Guan realized}\n"
        ),
        encoding="utf-8",
    )
    assert [str(p) for p in build(small).faults] == []
    (folder / "emendations.yml").rename(folder / "emendations.yaml")
    assert [str(p) for p in build(small).faults] == [
        "editorial/sources/leak-en/emendations.yaml – Nothing reads this file. Call it emendations.yml. [file-stray]"
    ]
    (folder / "emendations.yml").write_text(
        "- quote: When he realized\n"
        + (folder / "emendations.yaml")
        .read_text(encoding="utf-8")
        .partition("When they realized\n")[2],
        encoding="utf-8",
    )
    (folder / "emendations.yaml").unlink()
    assert [p.place.file for p in build(small).faults] == [
        "editorial/sources/leak-en/emendations.yml"
    ], "what is quoted from the emended text is not told"


@pytest.mark.parametrize("name", ["lei-jun.yaml", "lei-jun.yml.txt", "lei-jun.txt"])
def test_an_actor_in_a_file_that_nothing_reads_is_not_called_missing(name, small):
    (small / "editorial/actors/lei-jun.yml").rename(small / "editorial/actors" / name)
    assert [str(p) for p in build(small).faults] == [
        f"editorial/actors/{name} – Nothing reads this file. Call it lei-jun.yml. [file-stray]"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "# state：human-draft；by：A；origin：human",
        "# State: Human-draft; By: A; Origin: Human",
        "# state: human-draft, by: A, origin: human",
        "# state: human-draft，by: A，origin: human",
    ],
)
def test_a_state_line_is_understood_in_whatever_width_and_case_it_was_typed(line, small):
    (small / PO).write_text(
        HEADER + ENTRY.replace("# state: human-draft; by: A; origin: human", f"{line}\n#, fuzzy"),
        encoding="utf-8",
    )
    built = build(small)
    assert [str(p) for p in built.faults] == []
    translation = next(
        each.translation
        for each in built.archive.sources["leak-en"].text
        if each.segment.id == "s1"
    )
    assert (translation.state, translation.by, translation.origin) == ("human-draft", "A", "human")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (
            "emendations.yml",
            "".join(
                f"- {{quote: 别处的话{n}, reading: 话, kind: sense, certainty: inferred, reason: {{en: X, zh-Hans: 某}}}}\n"
                for n in range(5)
            ),
            "5 of the 5 emendations here quote what is not in seeds/leak-en.txt",
        ),
        (
            "annotations.yml",
            "mentions:\n"
            + "".join(f"  - {{quote: 别处的话{n}, decision: reject}}\n" for n in range(5)),
            "5 of the 5 decisions here",
        ),
        (
            "mentions.yml",
            "- on: '2026-01-01'\n  origin: human\n  segments:\n"
            + "".join(f"    s{n}: [lei-jun]\n" for n in range(1, 5)),
            "4 of the 4 mentions that were read are not in the text",
        ),
    ],
)
def test_a_file_of_another_source_is_told_as_that_once(name, text, said, small):
    assert CliRunner().invoke(main, ["sync", "--root", str(small)]).exit_code == 0
    (small / "editorial/sources/leak-en" / name).write_text(text, encoding="utf-8")
    told = list(build(small).faults)
    assert [(p.code, p.place.file) for p in told] == [
        ("file-of-another", f"editorial/sources/leak-en/{name}")
    ], told
    assert told[0].what.startswith(said) and "file of another source" in told[0].hint


def test_a_segments_id_without_its_letter_is_told_as_that(small):
    assert CliRunner().invoke(main, ["sync", "--root", str(small)]).exit_code == 0
    text = (small / ANNOTATIONS).read_text(encoding="utf-8")
    id = re.search(r"segment: s(\d+)", text)[1]
    for slip in (id, f"S{id}", f"'#s{id}'"):
        (small / ANNOTATIONS).write_text(
            text.replace(f"segment: s{id}", f"segment: {slip}", 1), encoding="utf-8"
        )
        told = build(small).faults
        assert [(p.what, p.hint) for p in told] == [
            (f"“{slip.strip(chr(39))}” is no id of a segment", f"Write `segment: s{id}`")
        ]


def test_all_faults_of_one_record_are_told_in_one_run(small):
    text = (small / EVENT).read_text(encoding="utf-8")
    for old, new in (
        ("id: 2026-01-07-livestream", "id: stream"),
        ("basis: inherited", "basis: said"),
        ("actor: lei-jun", "actor: lei-jum"),
        ("quote: ", "quote: 无此话"),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    (small / EVENT).write_text(text, encoding="utf-8")
    built = build(small)
    assert [(p.code, p.place.line) for p in built.faults] == [
        ("id-not-name", 1),
        ("value-unknown", 4),
        ("id-unknown", 7),
        ("quote-not-found", 9),
    ]
    assert (
        "events/2026-01-07-livestream.md" not in built.pages
        and "events/stream.md" not in built.pages
    )


BEHIND_A_KEY = {
    "a kind that is none": (
        "editorial/actors/x-y.yml",
        "id: x-y\nknid: persn\nnames: {en: Xavier, zh-Hans: 叉子}\nroles:\n  - {title: {en: A, zh-Hans: 甲}, at: nobody-here}\n",
        [(1, "key-missing"), (2, "key-unknown"), (2, "value-unknown"), (5, "id-unknown")],
    ),
    "an actor that is none": (
        "editorial/events/2026-x.yml",
        "id: 2026-x\ntitle: {en: A, zh-Hans: 甲}\ndate: 2026-13\nbasis: inferred\nparticipants:\n  - {actr: nobody-here, role: {en: A, zh: 乙}}\nevidence:\n  - {source: kol-zz, quote: 道歉, sufix: 。}\nsummary: {en: A, zh-Hans: 甲}\n",
        [
            (3, "date-form"),
            (6, "id-unknown"),
            (6, "key-unknown"),
            (6, "key-unknown"),
            (8, "id-unknown"),
            (8, "key-unknown"),
        ],
    ),
    "a basis that is none": (
        "editorial/sources/leak-en/annotations.yml",
        "dates:\n  - {quote: December, date: '2026-12', basi: sure}\nmentions:\n  - {quote: Xiaomi, decision: retarget, tarjet: nobody-here}\n",
        [(2, "key-unknown"), (2, "value-unknown"), (4, "id-unknown"), (4, "key-unknown")],
    ),
    "a rejected mention beside another fault": (
        "editorial/sources/leak-en/annotations.yml",
        "dates:\n  - {quote: December, date: '2026-12', basi: sure}\nmentions:\n  - {quote: Xiaomi, decision: reject, target: xiaomi}\n  - {quote: SU7, decision: add, tarjet: xiaomi}\n",
        [(2, "key-unknown"), (2, "value-unknown"), (4, "target-rejected"), (5, "key-unknown")],
    ),
    "a mention of a segment that is none, beside another fault": (
        "editorial/sources/leak-en/mentions.yml",
        "- on: '2026-01-02'\n  orign: human\n  segments: {s999: [xiaomi], s1: [xiaomi]}\n",
        [(2, "key-unknown"), (3, "segment-unknown")],
    ),
    "a sentence that rests on nothing beside missing keys": (
        "editorial/cases/kol/case.yml",
        "id: kol\ntitle: {en: A disputed KOL, zh-Hans: 争议KOL}\nsources: [kol-zh]\nevents: [2026-01-controversy]\nconcepts: [rs.apology]\nabstract: {en: A, zh-Hans: 甲}\ndossier:\n  brief: {en: A, zh-Hans: 甲}\n  level: undergraduate\n  narrative:\n    - sentences:\n        - say: {en: It rests on nothing., zh-Hans: 无据。}\n        - say: {en: Its ground is misspelt., zh-Hans: 误写。}\n          quots: [{source: kol-zh, quote: 公关部总经理徐洁云}]\nlessons: []\nquestions: []\n",
        [(7, "key-missing"), (9, "value-type"), (12, "dossier-grounds"), (14, "key-unknown")],
    ),
    "a list of texts": (
        "editorial/glossary/word.yml",
        "id: word\ndomian: crisis\nforms:\n  en: {prefered: word, admited: {one: two}}\n  zh-Hans: {preferred: 词}\ndefinition: {en: A, zh-Hans: 甲}\nse: [nothing-here]\n",
        [
            (2, "key-unknown"),
            (4, "key-unknown"),
            (4, "key-unknown"),
            (4, "value-type"),
            (7, "id-unknown"),
            (7, "key-unknown"),
        ],
    ),
}


@pytest.mark.parametrize(("file", "text", "said"), BEHIND_A_KEY.values(), ids=BEHIND_A_KEY.keys())
def test_what_a_misspelt_key_holds_is_read_in_the_same_run(file, text, said, small):
    (small / file).write_text(text, encoding="utf-8")
    assert (
        sorted((p.place.line, p.code) for p in build(small).faults if p.place.file == file) == said
    )


def test_rules_that_are_gone_are_told_before_a_translated_text_is_numbered_without_them(small):
    """Where nothing is translated that is a note."""
    (small / "editorial/rules/debris.yml").unlink()
    po = small / "editorial/sources/kol-zh/translation.po"
    po.write_text(HEADER + ENTRY, encoding="utf-8")
    assert [
        (p.severity, p.code)
        for p in build(small).problems
        if p.place.file == "editorial/rules/debris.yml"
    ] == [("error", "file-missing")]
    before = po.read_bytes()
    assert (
        CliRunner().invoke(main, ["sync", "--root", str(small)]).exit_code == 1
        and po.read_bytes() == before
    )
    for path in (small / "editorial/sources").glob("*/translation.po"):
        path.unlink()
    assert [
        (p.severity, p.code)
        for p in build(small).problems
        if p.place.file == "editorial/rules/debris.yml"
    ] == [("note", "file-missing")]


def test_a_vocabulary_that_is_gone_is_told_once_and_a_rule_file_noted(small):
    (small / "editorial/vocabulary/pr-vocabulary.yml").unlink()
    (small / "editorial/rules/debris.yml").unlink()
    built = build(small)
    assert [(p.code, p.place.file) for p in built.faults] == [
        ("file-missing", "editorial/vocabulary/pr-vocabulary.yml")
    ]
    assert [
        (p.severity, p.place.file)
        for p in built.problems
        if p.code == "file-missing" and "rules" in p.place.file
    ] == [("note", "editorial/rules/debris.yml")]


def test_sync_writes_nothing_while_a_rule_hides_what_is_quoted(small):
    runner = CliRunner()
    assert runner.invoke(main, ["sync", "--root", str(small)]).exit_code == 0
    _commit(next(f for f in FAULTS if f.code == "words-hidden"), small)
    before = files_below(small / "editorial")
    assert runner.invoke(main, ["sync", "--root", str(small)]).exit_code == 1
    assert files_below(small / "editorial") == before


def test_a_quotation_is_found_across_what_nobody_sees_and_the_seed_is_noted(small):
    seed = small / "seeds/kol-zh.txt"
    seed.write_text(
        seed.read_text(encoding="utf-8").replace("徐洁云", "徐\u200b洁云"), encoding="utf-8"
    )
    built = build(small)
    assert "quote-not-found" not in {p.code for p in built.faults}
    assert [p.severity for p in built.problems if p.code == "character-unseen"] == ["note"]


def test_the_id_of_a_seed_that_is_not_its_name_is_noted(small):
    (small / "seeds/中文名.txt").write_text("小米在那家咖啡馆里说了很多话。", encoding="utf-8")
    [told] = [p for p in build(small).problems if p.code == "seed-id"]
    assert (told.severity, told.place.file) == (
        "note",
        "seeds/中文名.txt",
    ) and "“zhong-wen-ming”" in told.what


@pytest.mark.parametrize(
    "named", ["kol-zh", "kol-zh.txt", "seeds/kol-zh.txt", "editorial/sources/kol-zh/"]
)
def test_a_source_can_be_named_by_its_file(named, small):
    result = CliRunner().invoke(main, ["mentions", named, "--root", str(small)])
    assert result.exit_code == 0 and "to read" in result.output


def test_again_without_confirm_is_told(small):
    result = CliRunner().invoke(main, ["mentions", "kol-zh", "--again", "--root", str(small)])
    assert result.exit_code == 2 and "--again says nothing without --confirm" in result.output


def test_what_mkdocs_yml_says_of_the_site_is_text(tmp_path):
    root = copy_project(tmp_path / "archive", SITE)
    settings = root / "mkdocs.yml"
    text = re.sub(
        r"^site_name: .*$",
        """site_name: 'A & B </title><script>alert(1)</script> "onload=x 案例'""",
        settings.read_text(encoding="utf-8"),
        flags=re.M,
    )
    settings.write_text(
        text.replace("- Cases 案例:", "- 'Cases <b onx=\"1\"> 案例':"), encoding="utf-8"
    )
    own = root / "docs" / "reading.md"
    own.write_text(
        re.sub(
            r"^title: .*$",
            "title: 'A & B </title><b>Own</b>'",
            own.read_text(encoding="utf-8"),
            count=1,
            flags=re.M,
        ),
        encoding="utf-8",
    )
    result = run(root, "mkdocs", "build", "--strict")
    assert result.returncode == 0, result.stderr
    titles = re.findall(
        r"<title>(.*?)</title>", (root / "site" / "reading.html").read_text(encoding="utf-8"), re.S
    )
    assert len(titles) == 1 and titles[0].startswith("A &amp; B &lt;/title&gt;&lt;b&gt;Own"), (
        "nor is the title of a page of our own markup"
    )
    for page in (
        "index.html",
        "reading.html",
        "404.html",
        "archive/cases/index.html",
        "archive/sources/kol-zh.html",
    ):
        html = (root / "site" / page).read_text(encoding="utf-8")
        assert "A &amp; B &lt;/title&gt;" in html and "Cases &lt;b onx" in html, page
        assert not re.search("<script>alert|<b onx|&amp;lt;", html) and '"onload' not in html, page


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
    assert {
        "sources/kol-zh.md",
        "sources/leak-en.md",
        "actors/xiaomi.md",
        "events/2026-01-controversy.md",
    } <= after.keys()
    assert "actors/xu-jieyun.md" not in after


def test_a_strict_mkdocs_build_says_how_grave_each_problem_is_and_stops_before_it_writes(tmp_path):
    root = copy_project(tmp_path / "archive", SITE)
    _commit(FAULTS[0], root)
    (root / "seeds" / "notes.docx").write_text("x", encoding="utf-8")
    result = run(root, "mkdocs", "build", "--strict")
    assert result.returncode == 1 and "Traceback" not in result.stderr
    for level, said in (
        ("ERROR", r"editorial/actors/xu-jieyun\.yml:4 – .*“part_of”\?"),
        ("WARNING", r"seeds/notes\.docx – "),
        ("INFO", r"editorial/sources – segments without an entry yet"),
    ):
        assert re.search(rf"^{level} +-  {said}", result.stderr, re.M), (level, result.stderr)
    assert not (root / "site").exists() and not (root / "docs" / "archive").exists()


NAMED = "id: ace\nkind: person\nnames: {en: Li Lei, zh-Hans: 李雷}\naliases: [{text: Ace, lang: en, near: [Xiaomi]}]\ndescription: {en: X, zh-Hans: 某}\n"


@pytest.mark.parametrize(
    ("old", "new", "severity"),
    [
        ("李雷", "“李雷”", "warning"),
        ("Li Lei", "「Li Lei」", "warning"),
        ("text: Ace", "text: ”Ace”", "warning"),
        ("Li Lei", "Li “Ace” Lei", "note"),
        ("Li Lei", "Li O’Lei", ""),
    ],
)
def test_a_name_in_quotation_marks_that_are_none_for_yaml_is_told(old, new, severity, small):
    (small / "editorial/actors/ace.yml").write_text(NAMED.replace(old, new), encoding="utf-8")
    assert [
        (p.severity, p.place.line) for p in build(small).problems if p.code == "name-quoted"
    ] == ([(severity, 4 if "Ace" in old else 3)] if severity else [])


@pytest.mark.parametrize(
    ("file", "pairs", "lines"),
    [
        (
            SOURCE,
            (
                ("as: publisher", "as: printer"),
                ("actor: xiaomi", "actor: xiaomo"),
                ("basis: inherited", "basis: said"),
                ("origin: search-snippets", "origin: search"),
            ),
            [1, 4, 5, 9],
        ),
        (
            CASE,
            (
                ("[kol-zh]", "[kol-en]"),
                ("rs.apology", "rs.apologies"),
                ("lessons:", "lesson:"),
                ("2026-01-controversy", "2026-controversy"),
            ),
            [3, 4, 5, 7],
        ),
        (
            ANNOTATIONS,
            (("decision: confirm", "decision: confirmed"), ("target: xiaomi", "target: xiaomo")),
            None,
        ),
    ],
)
def test_all_that_is_wrong_in_one_file_is_told_at_once(file, pairs, lines, small):
    text = (small / file).read_text(encoding="utf-8")
    pairs = [(old, new) for old, new in pairs if old in text]
    for old, new in pairs:
        text = text.replace(old, new, 1)
    (small / file).write_text(text, encoding="utf-8")
    told = [p for p in build(small).faults if p.place.file == file]
    assert len(told) == len(pairs) > 1, [str(p) for p in told]
    assert lines is None or [p.place.line for p in told] == lines


def test_a_claim_about_somebody_unknown_is_told_at_the_line_of_the_name(small):
    claim = "id: lei-says\nkind: denial\nsays: {en: X, zh-Hans: 某}\nspeaker: lei-jun\nabout:\n  - xiaomi\n  - xiaomo\nevidence:\n  - {source: kol-zh, quote: 公关部总经理徐洁云}\nstatus: ev.quoted\nas_of: '2026-01'\n"
    (small / "editorial/claims").mkdir(exist_ok=True)
    (small / "editorial/claims/lei-says.yml").write_text(claim, encoding="utf-8")
    assert [(p.code, p.place.line) for p in build(small).faults if "xiaomo" in p.what] == [
        ("id-unknown", 7)
    ]


@pytest.mark.parametrize("name", ["雷军", "Lei Jun"])
def test_a_name_that_another_record_takes_is_told_and_not_what_is_missing_because_of_it(
    name, small
):
    alias = f"aliases: [{{text: {name}, lang: {'en' if name.isascii() else 'zh-Hans'}}}]\n"
    path = small / "editorial/actors/xu-jieyun.yml"
    path.write_text(path.read_text(encoding="utf-8") + alias, encoding="utf-8")
    assert [p.code for p in build(small).faults] == ["form-twice"]


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("editorial/actor/xu.yml", "id: xu\n"),
        ("editorial/xu.yaml", "id: xu\n"),
        ("editorial/rules/debris.yml", "rules: x\n"),
    ],
)
def test_where_nothing_is_written_for_any_source_the_reason_is_named(small, file, words):
    (small / file).parent.mkdir(exist_ok=True)
    (small / file).write_text(words, encoding="utf-8")
    (small / "seeds/Thumbs.db").write_text("x", encoding="utf-8")
    said = CliRunner().invoke(main, ["sync", "--root", str(small)])
    assert said.exit_code == 1
    assert (
        f"Nothing was written for any source: first correct {file}" in said.output.splitlines()[-1]
    )
