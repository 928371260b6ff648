"""A date that exists is possible: it has words, an order and bounds. What is no date is told, or
marked, and stops nothing.
"""

import json
import random
from datetime import date
from pathlib import Path

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.annotators.dates.anchor import Anchor
from build_tools.annotators.dates.datelines import anchor_in
from build_tools.annotators.dates.in_segment import dates
from build_tools.checks import check_editorial
from build_tools.exports.schemas import schema_of
from build_tools.model.addresses import fragment, year_page
from build_tools.model.date_words import in_words
from build_tools.model.dates import Date, NoDate, order
from build_tools.model.problem import Problem
from build_tools.pages import timeline
from build_tools.pages.as_known import since
from build_tools.pages.axis import axis_of
from build_tools.pages.clock import between
from build_tools.pipeline import build
from build_tools.readers.editorial import read_editorial
from build_tools.readers.seeds import read_seeds
from tests.conftest import parsed

MANY = settings(max_examples=300)
YEARS = st.sampled_from(
    ["0001", "1899", "1900", "2000", "2023", "2024", "2026", "9998", "202X", "19XX", "1XXX", "XXXX"]
)
PARTS = st.builds(
    lambda year, rest, quality: year + rest + quality,
    YEARS,
    st.one_of(
        st.just(""),
        st.integers(0, 13).map("-{:02}".format),
        st.tuples(st.integers(1, 12), st.integers(0, 32)).map(
            lambda md: "-{:02}-{:02}".format(*md)
        ),
    ),
    st.sampled_from(["", "", "", "?", "~", "%"]),
)
TEXTS = st.one_of(
    PARTS,
    st.tuples(PARTS, PARTS).map("/".join),
    st.lists(PARTS, min_size=1, max_size=4).map(lambda parts: f"[{','.join(parts)}]"),
    st.text("0123456789X-/?~%[],.T:Z ２٣", max_size=24),
)


def read(text: str) -> Date | None:
    try:
        return Date(text)
    except NoDate as why:
        assert why.what and why.hint
        return None


@MANY
@given(TEXTS)
def test_whatever_is_a_date_has_words_bounds_and_a_place_and_ends_no_earlier_than_it_begins(text):
    when = read(text)
    if when is None:
        return
    assert str(when) == text and Date(str(when)) == when
    words = in_words(when)
    assert all(words.values()) and "X" not in "".join(words.values())
    assert fragment(when) and year_page(when).strip("0123456789") in ("", "X", "XX", "XXX", "XXXX")
    assert between(when, when) is None or between(when, when).least == 0
    if when.days is None:
        assert "XXXX" in text and since(when).perhaps is when.perhaps_from is None
        return
    assert when.perhaps_from <= when.earliest <= when.latest
    assert (when.perhaps_from < when.earliest) <= when.is_doubtful
    axis = axis_of([when.days])
    assert 0 <= axis.at(when.earliest) < axis.at(when.latest, 1) <= 100
    assert since(when).certain in (None, when.latest)


@MANY
@given(TEXTS)
def test_whatever_is_a_date_is_edtf_to_another_reader_and_means_the_same_days(text):
    when = read(text)
    if when is None or any(part.is_open for part in when.parts) or ("X" in text and when.parts[1:]):
        return  # the other reader lets a year that is not given run from 0 to 9999, and takes no decade within a span
    other = parse_edtf(text)
    assert tuple(other.lower_strict()[:3]) == when.bounds[0]
    assert tuple(other.upper_strict()[:3]) == when.bounds[1]


@MANY
@given(st.lists(TEXTS.map(read), max_size=12), st.randoms())
def test_dates_have_one_order_however_they_came(found, chance):
    known = [when for when in found if when]
    assert sorted(random.Random(chance.random()).sample(known, len(known))) == sorted(known)
    assert sorted(map(order, known)) == list(map(order, sorted(known)))
    assert all(
        (order(when) > order(None)) == when.parts[0].is_open
        for when in known
        if not when.is_one_of_several
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2023-02-30", "no such day .*February 2023 has 28 days"),
        ("2023-02-29", "no such day"),
        ("1900-02-29", "no such day"),
        ("2024-04-31", "April 2024 has 30 days"),
        ("XXXX-02-30", "February has 29 days"),
        ("2026-01-05/2026-02-31", "no such day"),
        ("[2026-01-05,2026-02-31]", "no such day"),
        ("2026/2025", "ends before it begins"),
        ("2026-01-07/2026-01-05", "ends before"),
        ("2026-01-07?/2026-01-05?", "ends before"),
        ("202X/201X", "ends before"),
        ("XXXX-12-20/XXXX-12-15", "ends before"),
        ("0000", "in no year"),
        ("9999-12-31", "in no year"),
        ("000X", "in no year"),
        ("2026-00", "no date"),
        ("2026-13", "no date"),
        ("2026-25", "no date"),
        ("2026-21-05", "no date"),
        ("2026-01-00", "no date"),
        ("2026-1-5", "no date"),
        ("2026\n", "no date"),
        (" 2026", "no date"),
        ("2026/..", "no date"),
        ("/2026", "no date"),
        ("{2026,2027}", "no date"),
        ("[2026]", "no date"),
        ("2023-XX-05", "no date"),
        ("XXXX?", "no date"),
        ("２０２６", "no date"),
        ("2026-01T10:00:00", "no date"),
        ("2026-01-05T24:00:00", "no date"),
        ("2026-01-05T10:00:00/2026-01-06", "no date"),
        ("2026/2027/2028", "no date"),
        ("", "no date"),
    ],
)
def test_what_is_impossible_cannot_be_made_and_says_why(text, why):
    with pytest.raises(NoDate, match=why):
        Date(text)


@pytest.mark.parametrize(
    "text",
    [
        "2024-02-29",
        "2000-02-29",
        "XXXX-02-29",
        "2026-01-15/2026-01",
        "2026/2026-01-15",
        "XXXX-12/XXXX-01",
        "[2026,2025]",
        "202X/2031",
        "2026-01-06T20:11:00",
    ],
)
def test_what_only_looks_wrong_is_a_date(text):
    assert Date(text).bounds


def test_a_date_cannot_be_changed():
    with pytest.raises(AttributeError):
        Date("2026").edtf = "2026-02-30"


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("2026-01-05/2026-01-05", "5 January 2026", "2026年1月5日"),
        ("2026-01-15/2026-01", "15 January – January 2026", "2026年1月15日—1月"),
        (
            "2026-01~/2026-01-03?",
            "about January – perhaps 3 January 2026",
            "约2026年1月—疑为2026年1月3日",
        ),
    ],
)
def test_a_span_never_loses_one_of_its_ends_in_words(text, english, chinese):
    assert in_words(Date(text)) == {"en": english, "zh-Hans": chinese}


# In a seed

PIECES = st.sampled_from(
    [
        "2024",
        "1650",
        "1999",
        "03",
        "5",
        "12",
        "31",
        "30",
        "29",
        "2",
        "13",
        "99",
        "年",
        "月",
        "日",
        "号",
        "份",
        "晚",
        "底",
        "初",
        "至",
        "到",
        "和",
        "、",
        "-",
        "—",
        "–",
        "/",
        ".",
        ",",
        "，",
        "。",
        "：",
        "二〇二四",
        "一九三〇",
        "三",
        "十二",
        "二十",
        "三十一",
        "廿",
        "民国",
        "光绪",
        "十九",
        "元",
        "去年",
        "今年",
        "明年",
        "每年",
        "同年",
        "翌年",
        "该年",
        "赛季",
        "本月",
        "昨日",
        "今晚",
        "记者",
        "前",
        "来",
        "历史",
        "近",
        "第",
        "三季度",
        "上半年",
        "年代",
        "世纪",
        "上世纪",
        "八九十",
        "农历",
        "公元前",
        "５",
        "／",
        "March",
        "march",
        "may",
        "5",
        "dec",
        "Mar.",
        "May",
        "FEBRUARY",
        "of",
        "the",
        "and",
        "to",
        "from",
        "between",
        "in",
        "by",
        "since",
        "last",
        "year",
        "th",
        "st",
        "mid-",
        "early",
        "Q3",
        "H1",
        "quarter",
        "1980s",
        "’90s",
        "19th",
        "century",
        "yesterday",
        "today",
        "announced",
        "season",
        "113/05/20",
        "2019/20",
        "T10:21",
        "“",
        "”",
        "推迟",
        "https://a.cn/2024/03/05",
        "\xa0",
        "\u2028",
        "２",
        "٣",
        "𝟚",
        "Ⅷ",
        "²",
        "X",
        " ",
    ]
)
NOISE = st.text("0123456789年月日号份晚-至和 ./,:，XBC十二〇January Februythof", max_size=40)
ANCHORS = st.one_of(
    st.none(),
    st.sampled_from(["2023", "2024", "0001", "9998"]).map(Anchor),
    st.builds(lambda day, written: Anchor(day=day, is_written=written), st.dates(), st.booleans()),
    st.sampled_from([date(1, 1, 1), date(9999, 12, 31), date(2024, 2, 29), date(1930, 1, 1)]).map(
        lambda day: Anchor(day=day, is_written=True)
    ),
)


@settings(max_examples=500)
@given(
    st.one_of(
        st.lists(PIECES, max_size=14).map("".join),
        st.lists(PIECES, max_size=14).map(" ".join),
        NOISE,
    ),
    ANCHORS,
)
def test_every_date_that_is_marked_is_edtf_to_another_reader_too_and_marks_lie_in_the_text_apart(
    text, anchor
):
    end = 0
    for mark in dates(text, anchor):
        assert end <= mark.start < mark.end <= len(text) and text[mark.start : mark.end].strip()
        end = mark.end
        assert mark.basis == "stated" or (mark.target and anchor)
        if mark.target:
            assert Date(str(mark.target)) == mark.target and parse_edtf(str(mark.target))
            assert all(in_words(mark.target).values())


@given(
    st.lists(
        st.one_of(
            PIECES,
            st.sampled_from(
                [
                    "\n",
                    "电",
                    "发布时间：",
                    "LONDON, ",
                    " — ",
                    "From: a\nDate: ",
                    "新华社北京",
                    "2024年3月5日",
                    "5 March 2021",
                ]
            ),
        ),
        max_size=16,
    ).map("".join)
)
def test_a_text_has_one_anchor_or_none_and_it_is_a_day(text):
    anchor = anchor_in(text)
    assert anchor is None or (anchor.day and anchor.reason and not anchor.year)


IMPOSSIBLE = ("2023-02-30", "2024年4月31日", "2月30日", "2023年2月29日", "4月32日", "4月31号")
IN_ENGLISH = ("February 30, 2023", "February 29, 2023", "31 June", "April 31", "2023-02-30")


@pytest.mark.parametrize(
    ("lang", "words"),
    [*(("zh-Hans", words) for words in IMPOSSIBLE), *(("en", words) for words in IN_ENGLISH)],
)
def test_a_day_that_there_cannot_be_is_marked_whole_and_as_none(lang, words):
    text = f"on {words}." if lang == "en" else f"于{words}公布。"
    assert [(text[m.start : m.end], m.kind, m.target) for m in dates(text)] == [
        (words, "date", None)
    ]


def test_the_editors_year_is_not_set_before_a_day_that_it_has_not():
    assert [(str(m.target), m.basis) for m in dates("2月29日和2月28日", Anchor("2023"))] == [
        ("XXXX-02-29", "stated"),
        ("2023-02-28", "inherited"),
    ]
    assert [(str(m.target), m.basis) for m in dates("2月29日", Anchor("2024"))] == [
        ("2024-02-29", "inherited")
    ]


@pytest.mark.parametrize(
    "text", ["第2.30日", "2023-13-45", "型号2023-02-301", "430万元", "共31天", "3月龄"]
)
def test_a_number_that_is_no_date_becomes_none(text):
    assert dates(text, Anchor("2026")) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("we met on 5 march 2021", "5 march 2021 = 2021-03-05"),
        ("on january 7th, 2020 it closed", "january 7th, 2020 = 2020-01-07"),
        ("in may 2019, by mid-june 2020", "may 2019 = 2019-05, mid-june 2020 = 2020-06"),
        ("dec 24 2019", "dec 24 2019 = 2019-12-24"),
        ("on may 5, on the 3rd of june", "may 5 = XXXX-05-05, 3rd of june = XXXX-06-03"),
        ("from 5 to 7 march 2021", "5 to 7 march 2021 = 2021-03-05/2021-03-07"),
        ("they may march again; march 12 units, may 15 people join; you may 2 weeks later", ""),
        ("10 may be ours, the 5 august members, an august 1999 mansion", ""),
        ("by may 2000 people had left, and 20 may 2000 men", ""),
        ("we march 2000 miles; mar 5 of it; dec 3", ""),
        ("The price rose from 1999 to 2049 dollars.", ""),
        ("between 1999 and 2010 euros were paid, from 1500 to 2000 troops, 1100s BC", ""),
        ("Between 1914 and 1918 he served", "1914 and 1918 = 1914/1918"),
        ("From 1999 it rose", "1999 = 1999"),
        ("From 1999 to 2004 it rose", "1999 to 2004 = 1999/2004"),
    ],
)
def test_a_month_in_small_letters_is_one_where_it_can_be_no_verb_and_a_number_before_another_is_no_year(
    text, found
):
    assert ", ".join(f"{text[m.start : m.end]} = {m.target}" for m in dates(text)) == found


def test_years_of_models_are_no_dates():
    text = "The 2005–2011 Accord, owners of 2012-2014 Honda CR-Vs; in 2015–2018 Acme grew; the 2015–2018 period, the war of 1914–1918."
    assert [str(m.target) for m in dates(text)] == ["2015/2018", "2015/2018", "1914/1918"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The 2019/20 season was stopped.", "2019/2020"),
        ("2018-19赛季，1999/2000学年", "2018/2019 1999/2000"),
        ("The 2010-12 season, 2019/20 seats, 2010-12.", ""),
    ],
)
def test_two_figures_behind_a_year_are_the_next_year_where_a_season_is_told(text, found):
    assert " ".join(str(m.target) for m in dates(text)) == found


def test_a_seed_full_of_impossible_days_has_its_page_and_none_of_them_is_a_date_elsewhere(small):
    before = build(small)
    (small / "seeds" / "days.txt").write_text(
        "小米\n\n"
        + "，".join(IMPOSSIBLE)
        + "。\n\nThe report is due "
        + "; ".join(IN_ENGLISH)
        + ".\n",
        encoding="utf-8",
    )
    built = build(small)
    assert built.faults == ()
    source = parsed(built.pages["sources/days.md"])
    shown = list(source.all("span", of="m-no-day"))
    own = {each.text() for each in shown}
    assert own == {*IMPOSSIBLE, *IN_ENGLISH, "4月31號"}
    assert {each.attributes["title"] for each in shown} == {
        "no such day · 没有这一天",
        "no such day · 沒有這一天",
    }
    assert all(
        {"m-date", "m-suggested"} <= each.classes and each.parent.tag != "a" for each in shown
    )
    assert {name for name, page in built.pages.items() if name.startswith("timeline")} == {
        name for name in before.pages if name.startswith("timeline")
    }
    assert [page for name, page in built.pages.items() if name.startswith("timeline/")] == [
        page for name, page in before.pages.items() if name.startswith("timeline/")
    ]
    assert built.archive.seen("date", None) == () and all(
        isinstance(id, Date) for kind, id in built.archive.sightings if kind == "date"
    )
    assert "None" not in built.pages["sources/days.md"] + built.pages["sources/days.cards.js"]


def test_an_editor_can_say_what_an_impossible_day_means(small):
    (small / "seeds" / "days.txt").write_text("小米于2月30日公布结果。", encoding="utf-8")
    folder = small / "editorial/sources/days"
    folder.mkdir()
    (folder / "annotations.yml").write_text(
        "dates:\n  - {quote: 2月30日, date: XXXX-03-02, basis: inferred}\n", encoding="utf-8"
    )
    built = build(small)
    assert (
        built.faults == ()
        and 'href="../timeline/XXXX.html#dXXXX-03-02"' in built.pages["sources/days.md"]
        and "m-no-day" not in built.pages["sources/days.md"]
    )


# In an editor's file

SOURCE, ANNOTATIONS = (
    "editorial/sources/kol-zh/source.yml",
    "editorial/sources/kol-zh/annotations.yml",
)
EVENT, ACTOR, CASE = (
    "editorial/events/2026-01-07-livestream.yml",
    "editorial/actors/xu-jieyun.yml",
    "editorial/cases/kol/case.yml",
)
CLAIM = "editorial/claims/lei-says.yml"
CLAIMED = (
    "id: lei-says\nkind: promise\nsays: {en: X, zh-Hans: 某}\nspeaker: lei-jun\nevidence: [{source: kol-zh, quote: 雷军在直播中谈及}]\n"
    "status: ev.unverified\ndate: '2026-01-07'\nas_of: '2026-11-21'\n"
)


def slip(small, file: str, old: str, new: str) -> Path:
    path = small / file
    text = path.read_text(encoding="utf-8") if path.exists() else CLAIMED
    assert old in text
    path.parent.mkdir(exist_ok=True)
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return small


def told(root: Path) -> tuple[Problem, ...]:
    """What a build tells before it comes to the texts."""
    editorial, in_reading = read_editorial(root)
    return (*in_reading, *check_editorial(editorial, read_seeds(root / "seeds")[0]))


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "said"),
    [
        (
            EVENT,
            '"2026-01-07"',
            '"2026-02-29"',
            3,
            "no such day as “2026-02-29”: February 2026 has 28 days",
        ),
        (
            EVENT,
            '"2026-01-07"',
            "2026-01-07/2026-01-05",
            3,
            "“2026-01-07/2026-01-05” ends before it begins",
        ),
        (SOURCE, "date: '2026-01-07'", "date: '2026-04-31'", 8, "no such day"),
        (SOURCE, "year: '2026'", "year: '26'", 2, "“26” is no year"),
        (
            SOURCE,
            "publications:",
            "reports: [{starts: 雷军回应小米, date: 2026-1-7}]\npublications:",
            3,
            "no date the archive can read",
        ),
        (ANNOTATIONS, '"2026-01-05"', '"2026-02-30"', 8, "no such day"),
        (
            ACTOR,
            "part_of:",
            "roles: [{title: {en: X, zh-Hans: 某}, from: '2026-02-30'}]\npart_of:",
            4,
            "no such day",
        ),
        (
            ACTOR,
            "part_of:",
            "roles:\n  - title: {en: X, zh-Hans: 某}\n    from: '2025'\n    to: 2024-12\npart_of:",
            7,
            "The role ends (2024-12) before it begins (2025)",
        ),
        (
            CASE,
            "questions:",
            "response:\n  apology:\n    event: 2026-01-07-livestream\n    within: 2026-01-07/2026-01-06\n    note: {en: X, zh-Hans: 某}\nquestions:",
            12,
            "ends before it begins",
        ),
        (CLAIM, "date: '2026-01-07'", "date: 2026-00", 7, "no date the archive can read"),
        (
            CLAIM,
            "'2026-11-21'",
            "'2026-01-06'",
            8,
            "judged (2026-01-06) before the assertion was made (2026-01-07)",
        ),
    ],
)
def test_an_impossible_or_backward_date_is_one_problem_with_its_line_and_remedy(
    small, file, old, new, line, said
):
    (problem,) = told(slip(small, file, old, new))
    assert (problem.place.file, problem.place.line, problem.code) == (file, line, "date-form")
    assert said in problem.what and problem.hint


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (SOURCE, "date: '2026-01-07'", "date: January"),
        (SOURCE, "year: '2026'", "year: in 2026"),
        (ANNOTATIONS, '"2026-01-05"', "5.1.2026"),
        (
            SOURCE,
            "publications:",
            "reports: [{starts: 雷军回应小米, date: 2026-1-7}]\npublications:",
        ),
    ],
)
def test_a_source_loses_a_date_that_is_none_and_nothing_else(small, file, old, new):
    built = build(slip(small, file, old, new))
    page = built.pages["sources/kol-zh.md"]
    assert 'href="../actors/xiaomi.html"' in page.partition("</header>")[0], "its publisher stands"
    assert built.archive.sources["kol-zh"].record.origin == "search-snippets"
    assert [
        m
        for each in built.archive.sources["kol-zh"].text
        for r in each.renditions
        for m in r.marks
        if m.standing == "confirmed"
    ], "other decisions stand"


def test_two_faults_of_which_one_is_no_date_are_both_told(small):
    path = small / SOURCE
    path.write_text(
        path.read_text(encoding="utf-8")
        .replace("'2026-01-07'", "January")
        .replace("basis: inherited", "basis: guessed"),
        encoding="utf-8",
    )
    assert {p.code for p in told(small)} == {"date-form", "value-unknown"}


@pytest.mark.parametrize(
    ("name", "kind", "key"),
    [
        ("event", "", "date"),
        ("source", "SourceDate", "date"),
        ("annotations", "DateDecision", "date"),
        ("claim", "", "as_of"),
        ("mentions", "ReadMentions", "on"),
    ],
)
def test_editors_programs_know_a_date_as_a_text_in_edtf(name, kind, key):
    schema = json.loads(schema_of(name))
    field = (schema["$defs"][kind] if kind else schema)["properties"][key]
    assert field["type"] == "string" and "EDTF" in field["description"]


def test_an_answer_that_ends_before_its_trigger_is_told(small):
    response = "response:\n  trigger: {event: 2026-01-07-livestream}\n  apology: {event: 2026-01-controversy, within: 2026-01-05, note: {en: X, zh-Hans: 某}}\nquestions:"
    (problem,) = told(slip(small, CASE, "questions:", response))
    assert (problem.place.line, problem.code) == (
        11,
        "response-moment",
    ) and "2026-01-05) is over before the trigger (2026-01-07)" in problem.what


# On pages


def test_an_event_at_the_edge_of_the_calendar_is_drawn(small):
    for day in ("0001-01-01~", "9998-12-31", "XXXX-02-29", "1XXX"):
        assert [
            p
            for p in build(slip(small, EVENT, "date:", f"date: '{day}'\n#")).faults
            if p.code != "date-outside"
        ] == []


def test_a_date_on_the_axis_is_written_by_its_beginning(small):
    archive = build(slip(small, EVENT, '"2026-01-07"', "2026-01-07?/2026-03-01")).archive
    axis = axis_of(e.date.days for e in archive.events.values() if e.date.days)
    assert axis.knots[-1] == date(2026, 3, 2)
    assert "7 Jan 2026" in {tick.en for tick in timeline.ticks(archive, axis)}
