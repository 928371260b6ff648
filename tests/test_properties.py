"""What holds of any text at all: no exception, no lost character, every offset true, the same
result twice.
"""

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.annotators.names.catalogue import matchers
from build_tools.language.chinese.convert import Converter
from build_tools.language.chinese.pinyin import HAN, syllables
from build_tools.model.problem import Place
from build_tools.model.quote import even_signs, locate
from build_tools.model.record import LANGS
from build_tools.model.rules import DebrisRules
from build_tools.model.source import Emendation
from build_tools.model.text import Seed
from build_tools.per_source import source_of, text_of
from build_tools.readers.decode import compose, decode
from build_tools.readers.editorial import read_editorial
from build_tools.readers.po_text import NoPo, po_entries, po_text
from build_tools.readers.seeds import seed_id
from build_tools.readers.yaml_files import load
from build_tools.stages.cleaning.clean import clean
from build_tools.stages.emend import PlacedEmendation, emend, restore_width
from build_tools.stages.segmenting.segment import segment
from build_tools.stages.segmenting.sentences import sentences
from tests.conftest import SITE

HERE = Place("a", 1)
PIECES = [
    "小米公司昨晚就此事发表声明，表示将承担全部责任并向消费者道歉，同时\n",
    "the company said in a letter that it would look into the mat-\n",
    "> ",
    "**",
    "1. ",
    "①",
    "#",
    "==",
    "---",
    "》",
    "「",
    "」",
    "小米",
    "雷軍",
    "回应",
    "Xiaomi",
    "KOL",
    "the ",
    "A",
    "1月7日",
    "2023-02-30",
    "Dec. 3",
    "Mr. ",
    "。",
    "！",
    "…",
    "...",
    ".",
    "!?",
    ",",
    "，",
    ":",
    "(",
    ")",
    "“",
    "”",
    '"',
    "'",
    "《",
    "》",
    "[1]",
    " - ",
    "• ",
    "- ",
    "#热点#",
    "相关内容",
    " ",
    "\u3000",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\x85",
    "\u2028",
    "\u200b",
    "\u202e",
    "\x00",
    "\x1b[31m",
    "e\u0301",
    "\u0301",
    "각",
    "\u1100\u1161",
    "👍",
    "🇹🇼",
    "\U00020bb7",
    "\ufeff",
    "<b>",
    "&lt;",
    "{{",
    "`",
    "\\",
    "0",
    "ß",
    "İ",
]
"""What texts are made of, and what breaks them."""
texts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.text(max_size=60))


def seed_of(text: str) -> Seed | None:
    return decode("seeds/a.txt", "a", text.encode())[0]


@given(
    st.one_of(
        st.binary(max_size=80),
        texts.map(lambda text: text.encode("utf-8", "surrogatepass")),
        texts.map(lambda text: text.encode("utf-16")),
    )
)
def test_bytes_are_a_seed_or_one_problem_with_its_place(raw):
    seed, problems = decode("seeds/a.txt", "a", raw)
    assert (seed is None) == any(p.severity == "error" for p in problems)
    assert all(p.place.file == "seeds/a.txt" for p in problems)
    assert decode("seeds/a.txt", "a", raw) == (seed, problems)


@given(texts)
def test_composing_is_what_unicode_says(text):
    assert compose(text)[0] == unicodedata.normalize("NFC", text)


@given(texts)
def test_each_place_of_a_seed_is_found_in_its_file_by_line_and_column(text):
    seed = seed_of(text)
    if seed is None:
        return
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for at, char in enumerate(seed.text):
        if char != "\n":
            rest = lines[seed.line(at) - 1][seed.column(at) - 1 :]
            assert unicodedata.normalize("NFC", rest).startswith(char), (at, char, rest)


@pytest.fixture(scope="module")
def rules():
    return load(SITE / "editorial/rules/debris.yml", "debris.yml", DebrisRules)[0].record.rules


@given(text=texts)
def test_every_character_of_a_seed_is_in_one_segment_or_beside_it(rules, text):
    seed = seed_of(text)
    if seed is None:
        return
    cleaned, _ = clean(
        seed, rules, read_editorial(SITE)[0].of_source("a").record, lambda *path: HERE
    )
    segments, _ = segment(cleaned, "zh-Hans", (), HERE)
    count = [0] * len(seed.text)
    for each in segments:
        assert each.found == "".join(seed.text[start:end] for start, end in each.pieces).replace(
            "\n", " "
        )
        for offset in range(len(each.found)):
            at = each.seed_offset(offset)
            assert (
                seed.text[at].replace("\n", " ") == each.found[offset]
                and each.found_offset(at) is not None
            )
        for at in (at for start, end in each.pieces for at in range(start, end)):
            count[at] += 1
    for piece in cleaned.debris:
        for at in range(piece.start, piece.end):
            count[at] += 1
    leads = "".join(each.lead for each in segments)
    beside = "".join(
        char
        for char, times in zip(seed.text, count, strict=True)
        if not times and not char.isspace()
    )
    assert max(count, default=0) <= 1
    assert beside == "".join(leads.split()), beside
    ids = [each.id for each in segments]
    assert len(set(ids)) == len(ids)


@given(texts, st.booleans())
def test_sentences_follow_each_other_within_their_paragraph(text, chinese):
    found = sentences(text, chinese)
    assert all(0 <= start < end <= len(text) for start, end, _, _ in found)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(found))


@given(texts)
def test_restoring_width_keeps_every_length_and_has_nothing_left_to_do(text):
    restored, places = restore_width(text)
    assert [
        at for at, (one, other) in enumerate(zip(text, restored, strict=True)) if one != other
    ] == list(places)
    assert even_signs(restored) == even_signs(text) and restore_width(restored) == (restored, ())


@given(
    texts,
    st.lists(
        st.tuples(st.integers(0, 40), st.integers(1, 8), st.text(alphabet="小米ab，", max_size=4)),
        max_size=5,
    ),
)
def test_readings_differ_from_the_seed_only_where_an_emendation_or_a_width_says_so(text, wanted):
    seed = seed_of(text)
    if seed is None:
        return
    cleaned, _ = clean(seed, (), read_editorial(SITE)[0].of_source("a").record, lambda *path: HERE)
    segments, _ = segment(cleaned, "zh-Hans", (), HERE)
    quotes = [
        (seed.text[at : at + length], reading)
        for at, length, reading in wanted
        if seed.text[at : at + length].strip()
    ]
    entries = tuple(
        PlacedEmendation(_emendation(quote, reading), HERE) for quote, reading in quotes
    )
    readings, problems = emend(seed, segments, entries)
    for each, reading in zip(segments, readings, strict=True):
        back, done = [], 0
        for change in reading.changes:
            assert reading.text[change.start : change.end] == change.emendation.reading
            back += [
                reading.text[done : change.start],
                each.found[change.found_start : change.found_end],
            ]
            done = change.end
        assert even_signs("".join([*back, reading.text[done:]])) == even_signs(each.found)
    assert (readings, problems) == emend(seed, segments, entries)


def _emendation(quote: str, reading: str) -> Emendation:
    return Emendation.__pydantic_validator__.validate_python(
        {
            "quote": quote,
            "reading": reading,
            "kind": "sense",
            "certainty": "inferred",
            "reason": {"en": "X", "zh-Hans": "某"},
        }
    )


@given(texts, texts.filter(bool))
def test_a_quotation_is_found_where_it_stands(text, quote):
    assert all(_seen(text[start:end]) == _seen(quote) for start, end in locate(text, quote))
    assert locate(text, quote) or even_signs(quote) not in even_signs(text) or not _seen(quote)


def _seen(text: str) -> str:
    """What an editor sees of it, and so what can be quoted."""
    return "".join(
        char for char in even_signs(text) if unicodedata.category(char) not in ("Cf", "Mn")
    )


@pytest.fixture(scope="module")
def archive():
    editorial, _ = read_editorial(SITE)
    converter = Converter(())
    return editorial, converter, matchers(editorial.actors, editorial.terms, converter)


@given(text=texts)
def test_every_mark_of_every_rendition_lies_within_its_text(archive, text):
    editorial, converter, names = archive
    seed = seed_of(text)
    if seed is None:
        return
    source, problems = source_of(text_of(seed, editorial)[0], editorial, converter, names)
    for each in source.text:
        assert [r.lang for r in each.renditions] == list(LANGS)
        chinese = {len(r.text) for r in each.renditions if r.lang != "en"}
        assert len(chinese) == 1, "the three scripts share their offsets"
        for rendition in each.renditions:
            assert all(
                0 <= mark.start <= mark.end <= len(rendition.text) for mark in rendition.marks
            )
    assert source_of(text_of(seed, editorial)[0], editorial, converter, names) == (source, problems)


DATED = [
    "1970",
    "80",
    "八十",
    "2008",
    "去",
    "上",
    "民国九十八",
    "3",
    "12",
    "三",
    "初",
    "世纪",
    "年代",
    "年",
    "月",
    "日",
    "号",
    "季度",
    "半年",
    "昨日",
    "今年",
    "周二",
    "上周五",
    "至",
    "到",
    "、",
    "，",
    "在",
    "（",
    "March",
    "Mar.",
    "May",
    "5",
    "5th",
    "2016",
    "the 1980s",
    "Q3",
    "fourth quarter of",
    "last year",
    "yesterday",
    "Monday",
    "mid-",
    "early ",
    "between",
    "and",
    "to",
    "of",
    ",",
    "-",
    "–",
    "/",
    "小米",
    "Xiaomi",
    "雷军",
    "KOL",
    "[1]",
]
"""What dates are made of, and names beside them; with and without blanks between."""


@given(
    words=st.lists(
        st.tuples(st.sampled_from(DATED), st.sampled_from(["", "", " ", "  ", "\u3000", "\u00a0"])),
        max_size=14,
    )
)
def test_no_mark_begins_or_ends_with_a_blank(archive, words):
    editorial, converter, names = archive
    text = "".join(word + blank for word, blank in words)
    seed = seed_of(f"2016年2月2日\n\n{text}\n")
    source, _ = source_of(text_of(seed, editorial)[0], editorial, converter, names)
    for rendition in (rendition for each in source.text for rendition in each.renditions):
        assert not [
            said
            for mark in rendition.marks
            if (said := rendition.text[mark.start : mark.end]) != said.strip()
        ]


@pytest.mark.parametrize(
    "text",
    [
        "在 1970 年代",
        "约翰说： 80 年代末",
        "上 世纪 90 年代",
        "于 3 月 5 日",
        "in  the 1980s ",
        "小米 回应 KOL 。",
        "between March and May 2022",
        " 2015 年 第三 季度 ",
    ],
)
def test_no_mark_of_spaced_words_begins_or_ends_with_a_blank(archive, text):
    editorial, converter, names = archive
    source, _ = source_of(
        text_of(seed_of(f"2016年2月2日\n\n{text}\n"), editorial)[0], editorial, converter, names
    )
    said = [
        r.text[mark.start : mark.end]
        for each in source.text[1:]
        for r in each.renditions
        for mark in r.marks
    ]
    assert said and said == [words.strip() for words in said]


@given(texts)
def test_pinyin_has_one_syllable_for_each_han_character(text):
    assert [char for char, _ in syllables(text)] == HAN.findall(text)


@given(texts)
def test_any_file_name_gives_an_id_that_is_an_address_or_none(stem):
    id = seed_id(stem)
    assert id.isascii() and not set(id) - set("abcdefghijklmnopqrstuvwxyz0123456789-_")
    assert seed_id(id) == id


@given(text=texts)
def test_a_file_of_an_editor_is_a_record_or_problems_with_their_lines(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "any.yml"
    path.write_text(text, encoding="utf-8", errors="replace", newline="")
    loaded, problems = load(path, "any.yml", DebrisRules)
    assert (loaded is None) == bool(problems)
    assert all(p.place.file == "any.yml" and "\n" not in str(p) for p in problems)


@given(
    st.lists(
        st.sampled_from(
            [
                'msgctxt "s1"',
                'msgid "小米"',
                'msgstr "Xiaomi"',
                'msgstr ""',
                '"\\n"',
                '"a \\"b\\""',
                "# state: reviewed; origin: human",
                "#, fuzzy",
                '#| msgid "x"',
                '#~ msgid "x"',
                '#~ msgstr "y"',
                "#. into: en",
                "#: a.txt:1",
                "",
                'msgid_plural "x"',
                "x",
                '"',
                "\t",
                '#~| msgid "z"',
                "# 注",
            ]
        ),
        max_size=25,
    ).map("\n".join)
)
def test_a_translation_file_is_read_whole_and_written_as_it_was_or_refused_with_its_line(text):
    try:
        there, tail = po_entries(text)
    except NoPo as why:
        assert 1 <= why.line <= text.count("\n") + 1
        return
    again, rest = po_entries(po_text(there, tail))
    assert [(u.comments, u.flags, u.previous, u.fields, u.obsolete) for u in again] == [
        (u.comments, u.flags, u.previous, u.fields, u.obsolete) for u in there
    ]
    assert rest == tail and po_text(again, rest) == po_text(there, tail)
