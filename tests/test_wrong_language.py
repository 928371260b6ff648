"""A text of the archive's own under the wrong language or script, and a date that its own words
contradict, are told with file and line.
"""

import pytest

from build_tools.checks import check_editorial
from build_tools.readers.editorial import read_editorial
from build_tools.readers.seeds import read_seeds

ACTOR, EVENT, SOURCE, TERM, WORDS = (
    "editorial/actors/oppo.yml",
    "editorial/events/oppo.yml",
    "editorial/sources/kol-zh/source.yml",
    "editorial/glossary/oppo.yml",
    "editorial/rules/wording.yml",
)
EVIDENCE = "evidence: [{source: kol-zh, quote: %s}]"


def told(root, file: str, text: str) -> list[str]:
    """Place and code of what is said of a file, once it holds the text."""
    (root / file).write_text(text, encoding="utf-8")
    editorial, in_reading = read_editorial(root)
    assert not in_reading, [str(p) for p in in_reading]
    return [
        f"{p.place.file.rpartition('/')[2]}:{p.place.line} {p.code}"
        for p in check_editorial(editorial, read_seeds(root / "seeds")[0])
    ]


def actor(names: str, description: str) -> str:
    return f"id: oppo\nkind: organisation\nnames: {names}\ndescription: {description}\n"


@pytest.mark.parametrize(
    ("names", "description", "said"),
    [
        ("{en: OPPO, zh-Hans: OPPO}", "{en: A maker of telephones., zh-Hans: 手机制造商。}", []),
        (
            "{en: Journal of the American Medical Association, zh-Hans: Journal of the American Medical Association}",
            "{en: A journal., zh-Hans: 期刊。}",
            [],
        ),
        (
            "{en: KOL Group, zh-Hans: KOL集团}",
            "{en: Presumably 不代表本网站的观点立场., zh-Hans: 疑为“不代表本网站的观点立场”。}",
            [],
        ),
        (
            "{en: Zhu Red, zh-Hans: 朱红}",
            "{en: 朱 is the colour; OpenCC writes 硃., zh-Hans: 朱是颜色；OpenCC写作“硃”。}",
            [],
        ),
        (
            "{en: 欧珀, zh-Hans: OPPO}",
            "{en: A maker of telephones., zh-Hans: 手机制造商。}",
            ["oppo.yml:3 language-other"],
        ),
        (
            "{en: OPPO, zh-Hans: OPPO}",
            "{en: OPPO是手机制造商，旗下有vivo之外的品牌。, zh-Hans: A maker of telephones.}",
            ["oppo.yml:4 language-other"],
        ),
        (
            "{en: OPPO, zh-Hans: OPPO}",
            "{en: OPPO是手机制造商。, zh-Hans: OPPO是手机制造商。}",
            ["oppo.yml:4 language-other"],
        ),
        (
            "{en: OPPO, zh-Hans: OPPO}",
            "{en: It makes telephones., zh-Hans: It makes telephones and does not sell cars.}",
            ["oppo.yml:4 language-other"],
        ),
        (
            "{en: OPPO, zh-Hans: OPPO}",
            "\n  en: A maker of telephones.\n  zh-Hans: 電話製造商，總部設在東莞。",
            ["oppo.yml:6 script-other"],
        ),
        (
            "{en: OPPO, zh-Hans: OPPO}",
            "\n  en: A maker of telephones.\n  zh-Hans: 手机制造商。\n  zh-Hant-HK: 手机制造商，总部设在东莞。",
            ["oppo.yml:7 script-other"],
        ),
    ],
)
def test_names_may_be_in_latin_letters_and_prose_may_quote_the_other_language_but_not_be_in_it(
    small, names, description, said
):
    assert told(small, ACTOR, actor(names, description)) == said


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        (
            TERM,
            "id: oppo\ndomain: media\nforms:\n  en: {preferred: 预热}\n  zh-Hans: {preferred: warm-up, admitted: [teaser]}\ndefinition: {en: X, zh-Hans: 某}\n",
            ["oppo.yml:4 language-other"],
        ),
        (
            WORDS,
            "words:\n  - {zh-Hans: 网络, zh-Hant-TW: 網路}\n  - {zh-Hans: 網絡, zh-Hant-TW: 网络}\n",
            ["wording.yml:3 script-other"] * 2,
        ),
        (
            "editorial/archive.yml",
            "colophon:\n  - {en: 由编者制作。, zh-Hans: Made by editors.}\n",
            ["archive.yml:2 language-other"],
        ),
        (
            SOURCE,
            "title: {en: X, zh-Hans: 某}\nnote: {en: 文中未署名。, zh-Hans: It is not signed.}\n",
            ["source.yml:2 language-other"],
        ),
        (
            "editorial/sources/kol-zh/emendations.yml",
            "- {quote: 雷军, reading: 雷军, kind: name, certainty: inferred, reason: {en: 笔误。, zh-Hans: A slip.}}\n",
            ["emendations.yml:1 language-other"],
        ),
    ],
)
def test_it_is_told_of_every_kind_of_record(small, file, text, said):
    assert [each for each in told(small, file, text) if "-other" in each] == said


def event(date: str, quote: str, basis: str = "stated") -> str:
    return f"id: oppo\ntitle: {{en: X, zh-Hans: 某}}\ndate: '{date}'\nbasis: {basis}\n{EVIDENCE % quote}\nsummary: {{en: X, zh-Hans: 某}}\n"


@pytest.mark.parametrize(
    ("date", "quote", "basis", "is_told"),
    [
        ("2026-01-07", "2026年1月6日，公司回应", "stated", True),
        ("2026-01-07", "2026年1月6日，公司回应", "inferred", False),
        ("2026-01-07~", "2026年1月6日，公司回应", "stated", False),
        ("2026-01-06", "2026年1月6日，公司回应", "stated", False),
        ("2026-01", "2026年1月6日，公司回应", "stated", False),
        ("2026-01-05/2026-01-07", "2026年1月6日", "stated", False),
        ("2025-01-06", "'On January 6, 2026, it said'", "stated", True),
        ("XXXX-01-06", "'On January 6, 2026, it said'", "stated", False),
        ("XXXX-01-07", "2026-01-06", "stated", True),
        ("2026-01-07", "1月6日，公司回应", "stated", False),
        ("2026-01-07", "2026年1月，公司回应", "stated", False),
        ("2026-01-07", "公司回应", "stated", False),
        ("2026-01-07", "2026年1月6日报道，1月7日公司回应", "stated", False),
        ("XXXX-12-30/XXXX-01-02", "2026年1月1日", "stated", False),
        ("XXXX-02-29", "2024年2月29日", "stated", False),
    ],
)
def test_a_stated_date_agrees_with_the_words_that_it_rests_on(small, date, quote, basis, is_told):
    assert told(small, EVENT, event(date, quote, basis)) == ["oppo.yml:3 date-other"] * is_told


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        (
            SOURCE,
            "dates:\n  - {kind: event, date: '2026-01-07', basis: stated, quote: 2026年1月6日}\n",
            "source.yml:2",
        ),
        (SOURCE, "reports:\n  - {starts: 2026年1月6日, date: '2026-01-07'}\n", "source.yml:2"),
        (
            "editorial/sources/kol-zh/annotations.yml",
            "dates:\n  - {quote: 2026年1月6日, date: '2026-01-07', basis: stated}\n",
            "annotations.yml:2",
        ),
    ],
)
def test_so_do_the_dates_of_a_source(small, file, text, said):
    assert [each for each in told(small, file, text) if "-other" in each] == [f"{said} date-other"]
