"""The overviews: nothing undated on an axis, the same picture each time, no label on another, times
as honest as their dates.
"""

import itertools
import random
import re
import shutil
from dataclasses import replace
from datetime import date, timedelta

import pytest

from build_tools.checks import check_editorial
from build_tools.model.addresses import fragment
from build_tools.model.archive import Archive
from build_tools.model.dates import Date
from build_tools.model.rules import Settings
from build_tools.pages import as_known, clock, network, timeline
from build_tools.pages.axis import axis_of
from build_tools.pages.stress import Box, backbone, laid_out
from build_tools.pipeline import build
from build_tools.readers.editorial import read_editorial
from build_tools.readers.seeds import read_seeds
from build_tools.stages.showable import showable
from tests.conftest import copy_small

DATES = {
    "day": "2026-01-06",
    "later": "2026-01-08",
    "within": "2025-11",
    "lasting": "2023-11/2023-12",
    "year": "2024",
    "perhaps": "2026-01-05?",
    "about": "2023-12~",
    "one-of": "[2026-01-05,2026-01-06]",
    "undated": "XXXX-12-15",
    "undated-month": "XXXX-12",
}
"""Events of every shape of date, by id; `later` is a part of `day`, and is told before it."""
RESPONSE = """response:
  trigger:
    event: day
    note: {en: A day., zh-Hans: 一天。}
  first_response: {event: later, by: [xiaomi]}
  apology: {event: later, claim: swift}
  sanctions:
    event: later
    by: [xiaomi]
    within: 2026-01-06/2026-01-08
    note: {en: Within two days., zh-Hans: 两天之内。}
  contradictions: [pace]
"""
SURNAMES = [
    "Wang",
    "Li",
    "Zhang",
    "Liu",
    "Chen",
    "Yang",
    "Huang",
    "Zhao",
    "Wu",
    "Zhou",
    "Xu",
    "Sun",
    "Ma",
    "Zhu",
    "Hu",
    "Guo",
    "He",
    "Lin",
    "Gao",
    "Luo",
]


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """The small archive with events of every shape of date, two claims that contradict each other,
    and a response to clock.
    """
    root = copy_small(tmp_path_factory.mktemp("overviews") / "archive")
    records = root / "editorial"
    evidence = "evidence: [{source: kol-zh, quote: 合作立即终止}]\n"
    for id, day in DATES.items():
        part = "parent: day\n" if id == "later" else ""
        both = (
            "participants: [{actor: lei-jun, role: {en: X, zh-Hans: 某}}, {actor: xu-jieyun, role: {en: X, zh-Hans: 某}}]\n"
            if id == "day"
            else ""
        )
        text = f"id: {id}\ntitle: {{en: X, zh-Hans: 某}}\ndate: '{day}'\nbasis: inferred\n{part}{both}{evidence}summary: {{en: X, zh-Hans: 某}}\n"
        (records / "events" / f"{id}.yml").write_text(text, encoding="utf-8")
    for name in ("claims", "contradictions"):
        (records / name).mkdir()
    for id in ("swift", "slow"):
        text = f"id: {id}\nkind: report\nsays: {{en: X, zh-Hans: 某}}\nspeaker: xiaomi\nevents: [day]\n{evidence}status: ev.unverified\nas_of: '2026-11-21'\n"
        (records / "claims" / f"{id}.yml").write_text(text, encoding="utf-8")
    sides = "sides:\n  - {says: {en: X, zh-Hans: 某}, claims: [swift]}\n  - {says: {en: Y, zh-Hans: 别}, claims: [slow]}\n"
    (records / "contradictions" / "pace.yml").write_text(
        f"id: pace\nquestion: {{en: How fast?, zh-Hans: 有多快？}}\n{sides}note: {{en: X, zh-Hans: 某}}\n",
        encoding="utf-8",
    )
    case = records / "cases" / "kol" / "case.yml"
    case.write_text(
        case.read_text(encoding="utf-8").replace(
            "2026-01-07-livestream]", "2026-01-07-livestream, later, day]"
        )
        + RESPONSE,
        encoding="utf-8",
    )
    (root / "seeds" / "dates.txt").write_text(
        "1月5日，雷军与徐洁云回应。\n\n2026年1月6日，小米通报，徐洁云与雷军道歉。\n\n2025年11月，雷军开会。\n",
        encoding="utf-8",
    )
    return root


@pytest.fixture(scope="module")
def built(root):
    built = build(root)
    assert [str(problem) for problem in built.faults if problem.code != "date-outside"] == []
    return built


@pytest.fixture(scope="module")
def archive(built) -> Archive:
    return built.archive


def crowd(actors: int, pairs: int, start: int = 7) -> tuple[Archive, dict]:
    """An archive with so many actors, a few of them in everything."""
    chance = random.Random(start)
    ids = [f"actor-{n}" for n in range(actors)]
    names = {
        ("actor", id): {
            "en": f"{chance.choice(SURNAMES)} {'of the Committee for Trust ' * (n % 7 == 0)}{n}",
            "zh-Hans": f"第{n}号人物",
            "zh-Hant-TW": f"第{n}號人物",
            "zh-Hant-HK": f"第{n}號人物",
        }
        for n, id in enumerate(ids)
    }
    found = {}
    for _ in range(pairs):
        one, other = sorted(
            (ids[int(actors * chance.random() ** 3)], ids[int(actors * chance.random() ** 2)])
        )
        if one != other:
            found[one, other] = network.Tie(
                chance.randint(1, 30), tuple(f"e{n}" for n in range(chance.randint(0, 3)))
            )
    return Archive(Settings(), {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, names, {}), found


def overlaps(places, boxes) -> list[tuple[str, str]]:
    names = list(places)
    return [
        (a, b)
        for n, a in enumerate(names)
        for b in names[n + 1 :]
        if abs(places[a].x - places[b].x) < (boxes[a].width + boxes[b].width) / 2 - 0.2
        and abs(places[a].y - places[b].y) < (boxes[a].height + boxes[b].height) / 2 - 0.2
    ]


# The axis and the timeline


def test_what_has_no_year_is_never_on_the_axis(archive):
    axis = axis_of(e.date.days for e in archive.events.values() if e.date.days)
    drawn, apart = timeline.lanes(archive, axis)
    on = {row.event.id for lane in drawn for row in lane.rows}
    off = {row.event.id for lane in apart for row in lane.rows}
    assert on == {e.id for e in archive.events.values() if e.date.days}
    assert off == {e.id for e in archive.events.values() if not e.date.days}
    assert on and off


def test_every_sign_lies_on_the_axis_and_covers_its_days(archive):
    axis = axis_of(e.date.days for e in archive.events.values() if e.date.days)
    for lane in timeline.lanes(archive, axis)[0]:
        for row in lane.rows:
            first, last = row.event.date.days
            assert 0 <= row.bar.start < row.bar.start + row.bar.width <= 100
            assert row.bar.start == axis.at(first)
            assert row.bar.start + row.bar.width == pytest.approx(axis.at(last, 1), abs=0.02)


def test_signs_say_what_the_date_leaves_open(archive):
    axis = axis_of(e.date.days for e in archive.events.values() if e.date.days)
    shape = {
        id: timeline.bar_of(archive.events[id], axis).shape for id in ("day", "within", "lasting")
    }
    assert shape == {"day": "day", "within": "within", "lasting": "lasting"}
    assert timeline.bar_of(archive.events["perhaps"], axis).doubtful


def test_later_days_stand_further_right_and_a_day_is_as_wide_everywhere():
    chance = random.Random(3)
    starts = [date(2020, 1, 1) + timedelta(chance.randint(0, 3000)) for _ in range(300)]
    axis = axis_of((day, day + timedelta(chance.choice((0, 0, 0, 30)))) for day in starts)
    places = [axis.at(day) for day in sorted(set(starts))]
    assert places == sorted(set(places))
    single = {
        day: round(axis.at(day, 1) - axis.at(day), 1)
        for day in axis.knots[:-1]
        if day + timedelta(1) in axis.knots
    }
    assert len(set(single.values())) <= 2


def test_dates_on_the_axis_do_not_run_into_each_other(archive):
    axis = axis_of(e.date.days for e in archive.events.values() if e.date.days)
    ticks = timeline.ticks(archive, axis)
    for width in (320, 640, 1280, 2560):
        shown = [tick.at * width / 100 for tick in ticks if tick.least <= width]
        assert all(b - a >= 80 for a, b in itertools.pairwise(shown)), width


def test_a_part_stands_below_its_whole(archive):
    axis = axis_of(e.date.days for e in archive.events.values() if e.date.days)
    for lane in timeline.lanes(archive, axis)[0]:
        order = [row.event.id for row in lane.rows]
        for row in lane.rows:
            if row.event.parent in order:
                assert order.index(row.event.parent) < order.index(row.event.id)


def test_perhaps_and_about_have_places_of_their_own_on_the_timeline(built):
    dates = [
        "2026-01-05",
        "2026-01-05?",
        "2026-01-05~",
        "2026-01-05%",
        "2026-01-05/2026-01-06",
        "2026-01-05?/2026-01-06",
        "2026-01-05/2026-01-06?",
        "2026-01-05~/2026-01-06",
        "[2026-01-05,2026-01-06]",
        "2010~/2026",
        "2026-01~",
        "2026-01?",
        "XXXX-12-15",
    ]
    assert len({fragment(Date(each)) for each in dates}) == len(dates)
    ids = {
        name: re.findall(r' id="([^"]+)"', page)
        for name, page in built.pages.items()
        if name.startswith("timeline")
    }
    assert all(len(those) == len(set(those)) for those in ids.values())


def test_each_date_that_a_text_names_stands_on_the_page_of_its_year(built, archive):
    for kind, day in archive.sightings:
        if kind == "date":
            assert f' id="d{fragment(day)}"' in built.pages[f"timeline/{day.year or 'XXXX'}.md"]


# The network


def test_the_network_counts_paragraphs_and_events(archive):
    ties = network.ties(archive)
    tie = ties["lei-jun", "xu-jieyun"]
    assert tie.paragraphs == next(
        n
        for kind, id, n in archive.together["actor", "lei-jun"]
        if (kind, id) == ("actor", "xu-jieyun")
    )
    assert set(tie.events) == {
        e.id
        for e in archive.events.values()
        if {"lei-jun", "xu-jieyun"} <= {p.actor for p in e.participants}
    }
    assert all(tie.weight > 0 and one < other for (one, other), tie in ties.items())


@pytest.mark.parametrize("shape", network._SHAPES, ids=lambda shape: shape[0])
def test_at_two_hundred_actors_no_label_covers_another(shape):
    archive, found = crowd(200, 1500)
    picture = network.drawn(archive, found, *shape)
    _, width, _, most, each = shape
    boxes = {id: network.box_of(archive.names["actor", id]) for id in picture.nodes}
    assert len(picture.nodes) == most
    assert len(picture.lines) <= most * each
    middles = {
        id: replace(at, y=at.y - 8 + boxes[id].height / 2) for id, at in picture.nodes.items()
    }
    assert overlaps(middles, boxes) == []
    assert all(
        boxes[id].width / 2 - 0.1 <= at.x <= width - boxes[id].width / 2 + 0.1
        for id, at in picture.nodes.items()
    )
    assert max(at.y for at in picture.nodes.values()) < picture.height < 3 * shape[2]


@pytest.mark.parametrize("count", [1, 2, 3, 60])
def test_any_number_of_nodes_is_laid_out_without_overlap(count):
    boxes = {f"n{n}": Box(60 + 40 * (n % 3), 46) for n in range(count)}
    places, height = laid_out(boxes, [(f"n{n}", f"n{n // 2}") for n in range(1, count)], 600, 400)
    assert overlaps(places, boxes) == []
    assert all(0 < at.y < height for at in places.values())


def test_the_layout_is_the_same_each_time():
    archive, found = crowd(200, 1500)
    shape = network._SHAPES[0]
    assert network.drawn(archive, found, *shape) == network.drawn(
        archive, dict(reversed(found.items())), *shape
    )


def test_neighbours_lie_nearer_than_strangers():
    names = [f"n{n}" for n in range(12)]
    edges = [
        (a, b)
        for group in (names[:6], names[6:])
        for n, a in enumerate(group)
        for b in group[n + 1 :]
    ] + [("n0", "n6")]
    places, _ = laid_out({name: Box(20, 20) for name in names}, edges, 800, 500)

    def mean(pairs):
        gaps = [
            ((places[a].x - places[b].x) ** 2 + (places[a].y - places[b].y) ** 2) ** 0.5
            for a, b in pairs
        ]
        return sum(gaps) / len(gaps)

    assert mean(edges) * 1.5 < mean([(a, b) for a in names[1:6] for b in names[7:]])


def test_every_node_keeps_its_strongest_tie():
    _, found = crowd(60, 400)
    nodes = network.by_strength(found)
    weights = {pair: tie.weight for pair, tie in found.items()}
    kept = backbone(weights, nodes, 2)
    for node in nodes:
        strongest = max(weight for pair, weight in weights.items() if node in pair)
        assert any(node in pair and weights[pair] == strongest for pair in kept)


# The response clock


def test_a_contradiction_is_linked_from_the_clock(built):
    assert 'href="contradictions/kol.html#pace"' in built.pages["response-clock.md"]


@pytest.mark.parametrize(
    ("change", "slip"),
    [
        ("    event: day\n    note:", "    note:"),
        ("event: day\n    note", "event: days\n    note"),
        ("[pace]", "[peace]"),
        ("within: 2026-01-06/2026-01-08", "within: early January"),
        ("by: [xiaomi]", "by: [xiaomy]"),
    ],
)
def test_a_slip_in_the_response_is_told_with_its_line_and_the_case_stays_readable(
    root, tmp_path, change, slip
):
    spoilt = shutil.copytree(root, tmp_path / "archive")
    file = spoilt / "editorial/cases/kol/case.yml"
    text = file.read_text(encoding="utf-8")
    assert change in text
    file.write_text(text.replace(change, slip, 1), encoding="utf-8")
    editorial, in_reading = read_editorial(spoilt)
    seeds = read_seeds(spoilt / "seeds")[0]
    in_checks = check_editorial(editorial, seeds)
    told = [p for p in (*in_reading, *in_checks) if p.place.file.endswith("kol/case.yml")]
    assert len(told) == 1 and told[0].code in ("response-moment", "id-unknown", "date-form")
    assert told[0].place.line
    assert ("kol" in showable(editorial, seeds, in_checks).cases) == (told[0].code == "id-unknown")


def test_a_turn_whose_event_is_not_there_is_told_without_a_time(archive):
    gone = replace(archive, events={id: e for id, e in archive.events.items() if id != "day"})
    found = next(each for each in clock.clocks(gone) if each.case.id == "kol")
    assert all(turn.moment and turn.elapsed is None and turn.bar is None for turn in found.turns)


# As known on a day


def test_a_day_that_is_not_known_is_never_certain_before_its_latest_day():
    assert as_known.since(Date("2026-01")).certain == date(2026, 1, 31)
    assert as_known.since(Date("2026-01-05/2026-01-07")).perhaps == date(2026, 1, 5)
    assert as_known.since(Date("2026-01-05?")).certain is None
    assert not as_known.since(Date("XXXX-12-15")).is_dated


def test_the_undatable_is_listed_apart_and_nothing_is_lost(archive, built):
    pages = [page for name, page in built.pages.items() if name.startswith("as-known/")]
    above, apart = (
        "".join(page.partition('<h2 id="apart">')[part] for page in pages) for part in (0, 2)
    )
    for event in archive.events.values():
        assert (f'href="../events/{event.id}.html"' in apart) == (not event.date.days), event.id
        assert (f'href="../events/{event.id}.html"' in above) == bool(event.date.days), event.id
    for claim in archive.claims.values():
        assert sum(f'.html#{claim.id}"' in page for page in pages) == 1, claim.id


def test_a_year_says_of_which_mentions_the_date_is_inferred(tmp_path):
    root = copy_small(tmp_path / "archive")
    (root / "seeds" / "ferry.txt").write_text(
        "Harbour Town, 5 March 1998 — The ferry company apologised for the delay of 2 March.\nIt had apologised on 2 March 1998, a spokesman said.\n",
        encoding="utf-8",
    )
    year = build(root).pages["timeline/1998.md"]
    entry = re.sub("<[^>]*>", " ", year[year.index('id="d1998-03-02"') :].split("</li>")[0])
    assert re.search(
        r"Mentions\b(?!, date).*ferry·s2.*Mentions, date inferred.*ferry·s1",
        " ".join(entry.split()),
    )
