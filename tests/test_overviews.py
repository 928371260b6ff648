"""The overviews: nothing undated on an axis, the same picture each time, no label on another, times as honest as their dates."""

import random
import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from build_tools.checks import check_editorial
from build_tools.model.archive import Archive
from build_tools.model.dates import days, year_of
from build_tools.model.rules import Settings
from build_tools.pages import clock, known, network, timeline
from build_tools.pages.axis import axis_of
from build_tools.pages.stress import Box, backbone, laid_out
from build_tools.pages.view import anchor
from build_tools.pipeline import build
from build_tools.readers.editorial import read_editorial
from build_tools.readers.seeds import read_seeds
from build_tools.stages.cite import cite
from build_tools.stages.quotations import quotations
from tests.conftest import ROOT, copy_project

SURNAMES = "Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo".split()


@pytest.fixture(scope="module")
def built():
    return build(ROOT)


@pytest.fixture(scope="module")
def archive(built) -> Archive:
    return built.archive


def crowd(actors: int, pairs: int, start: int = 7) -> tuple[Archive, dict]:
    """An archive with so many actors, a few of them in everything."""
    chance = random.Random(start)
    ids = [f"actor-{n}" for n in range(actors)]
    names = {("actor", id): {"en": f"{chance.choice(SURNAMES)} {'of the Committee for Trust ' * (n % 7 == 0)}{n}", "zh-Hans": f"第{n}号人物", "zh-Hant-TW": f"第{n}號人物",
                             "zh-Hant-HK": f"第{n}號人物"} for n, id in enumerate(ids)}
    found = {}
    for _ in range(pairs):
        one, other = sorted((ids[int(actors * chance.random() ** 3)], ids[int(actors * chance.random() ** 2)]))
        if one != other:
            found[one, other] = network.Tie(chance.randint(1, 30), tuple(f"e{n}" for n in range(chance.randint(0, 3))))
    return Archive(Settings(), {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, names, {}), found


def overlaps(places, boxes) -> list[tuple[str, str]]:
    names = list(places)
    return [(a, b) for n, a in enumerate(names) for b in names[n + 1 :]
            if abs(places[a].x - places[b].x) < (boxes[a].width + boxes[b].width) / 2 - 0.2
            and abs(places[a].y - places[b].y) < (boxes[a].height + boxes[b].height) / 2 - 0.2]


# The axis and the timeline

def test_what_has_no_year_is_never_on_the_axis(archive):
    axis = axis_of(span for e in archive.events.values() if (span := days(e.date)))
    drawn, apart = timeline.lanes(archive, axis)
    on = {row.event.id for lane in drawn for row in lane.rows}
    off = {row.event.id for lane in apart for row in lane.rows}
    assert on == {e.id for e in archive.events.values() if not e.date.startswith("XXXX")}
    assert off == {e.id for e in archive.events.values() if e.date.startswith("XXXX")}
    assert len(off) >= 5


def test_every_sign_lies_on_the_axis_and_covers_its_days(archive):
    axis = axis_of(span for e in archive.events.values() if (span := days(e.date)))
    for lane in timeline.lanes(archive, axis)[0]:
        for row in lane.rows:
            first, last = days(row.event.date)
            assert 0 <= row.mark.start < row.mark.start + row.mark.width <= 100
            assert row.mark.start == axis.at(first)
            assert row.mark.start + row.mark.width == pytest.approx(axis.at(last, 1), abs=0.02)


def test_signs_say_what_the_date_leaves_open(archive):
    axis = axis_of(span for e in archive.events.values() if (span := days(e.date)))
    shape = {id: timeline.mark_of(archive.events[id], axis).shape for id in ("2026-01-06-penalties", "2025-11-wang-hua-transfer", "2023-11-seminars")}
    assert shape == {"2026-01-06-penalties": "day", "2025-11-wang-hua-transfer": "within", "2023-11-seminars": "lasting"}
    assert timeline.mark_of(replace(archive.events["2026-01-06-penalties"], date="2026-01-06?"), axis).doubtful


def test_later_days_stand_further_right_and_a_day_is_as_wide_everywhere():
    chance = random.Random(3)
    starts = [date(2020, 1, 1) + timedelta(chance.randint(0, 3000)) for _ in range(300)]
    axis = axis_of((day, day + timedelta(chance.choice((0, 0, 0, 30)))) for day in starts)
    places = [axis.at(day) for day in sorted(set(starts))]
    assert places == sorted(set(places))
    single = {day: round(axis.at(day, 1) - axis.at(day), 1) for day in axis.knots[:-1] if day + timedelta(1) in axis.knots}
    assert len(set(single.values())) <= 2


def test_dates_on_the_axis_do_not_run_into_each_other(archive):
    axis = axis_of(span for e in archive.events.values() if (span := days(e.date)))
    ticks = timeline.ticks(archive, axis)
    for width in (320, 640, 1280, 2560):
        shown = [tick.at * width / 100 for tick in ticks if tick.least <= width]
        assert all(b - a >= 80 for a, b in zip(shown, shown[1:], strict=False)), width


def test_a_part_stands_below_its_whole(archive):
    axis = axis_of(span for e in archive.events.values() if (span := days(e.date)))
    for lane in timeline.lanes(archive, axis)[0]:
        order = [row.event.id for row in lane.rows]
        for row in lane.rows:
            if row.event.parent in order:
                assert order.index(row.event.parent) < order.index(row.event.id)


def test_perhaps_and_about_have_places_of_their_own_on_the_timeline(built):
    dates = ["2026-01-05", "2026-01-05?", "2026-01-05~", "2026-01-05%", "2026-01-05/2026-01-06", "2026-01-05?/2026-01-06", "2026-01-05/2026-01-06?", "2026-01-05~/2026-01-06",
             "[2026-01-05,2026-01-06]", "2010~/2026", "2026-01~", "2026-01?", "XXXX-12-15"]
    assert len({anchor(each) for each in dates}) == len(dates)
    ids = {name: re.findall(r' id="([^"]+)"', page) for name, page in built.pages.items() if name.startswith("timeline")}
    assert all(len(those) == len(set(those)) for those in ids.values())
    assert {"d2026-01_", "d2026-01-05_", "d2026-01-05"} <= set(ids["timeline/2026.md"]), "addresses given out before still arrive"
    assert "d2010__2026" in ids["timeline/2010.md"] and "d2023-11_2023-12" in ids["timeline/2023.md"] and "dXXXX-12-15" in ids["timeline/XXXX.md"]


def test_each_date_that_a_text_names_stands_on_the_page_of_its_year(built, archive):
    for kind, date in archive.sightings:
        if kind == "date":
            assert f' id="d{anchor(date)}"' in built.pages[f"timeline/{year_of(date) or 'XXXX'}.md"]


# The network

def test_the_network_counts_paragraphs_and_events(archive):
    ties = network.ties(archive)
    tie = ties["lei-jun", "xu-jieyun"]
    assert tie.paragraphs == next(n for kind, id, n in archive.together["actor", "lei-jun"] if (kind, id) == ("actor", "xu-jieyun"))
    assert set(tie.events) == {e.id for e in archive.events.values() if {"lei-jun", "xu-jieyun"} <= {p.actor for p in e.participants}}
    assert all(tie.weight > 0 and one < other for (one, other), tie in ties.items())


@pytest.mark.parametrize("shape", network._SHAPES, ids=lambda shape: shape[0])
def test_at_two_hundred_actors_no_label_covers_another(shape):
    archive, found = crowd(200, 1500)
    picture = network.drawn(archive, found, *shape)
    _, width, _, most, each = shape
    boxes = {id: network.box_of(archive.names["actor", id]) for id in picture.nodes}
    assert len(picture.nodes) == most
    assert len(picture.lines) <= most * each
    middles = {id: replace(at, y=at.y - 8 + boxes[id].height / 2) for id, at in picture.nodes.items()}
    assert overlaps(middles, boxes) == []
    assert all(boxes[id].width / 2 - 0.1 <= at.x <= width - boxes[id].width / 2 + 0.1 for id, at in picture.nodes.items())
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
    assert network.drawn(archive, found, *shape) == network.drawn(archive, dict(reversed(found.items())), *shape)


def test_neighbours_lie_nearer_than_strangers():
    names = [f"n{n}" for n in range(12)]
    edges = [(a, b) for group in (names[:6], names[6:]) for n, a in enumerate(group) for b in group[n + 1 :]] + [("n0", "n6")]
    places, _ = laid_out({name: Box(20, 20) for name in names}, edges, 800, 500)

    def mean(pairs):
        gaps = [((places[a].x - places[b].x) ** 2 + (places[a].y - places[b].y) ** 2) ** 0.5 for a, b in pairs]
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

def test_the_clock_says_what_the_sources_give(archive):
    found = {each.case.id: {turn.key: turn for turn in each.turns} for each in clock.clocks(archive)}
    kol, leak, rumour, trust = (found[id] for id in ("kol-partnership", "su7-photo-leak", "byd-joint-car-rumour", "ev-trust-crisis"))
    spans = [(turn.elapsed.least, turn.elapsed.most) for turn in (*kol.values(), *leak.values())]
    assert spans == [(0, 0), (0, 0), (0, 2), (0, 2), (3, 3), (0, 4)]
    assert rumour["first_response"].moment and rumour["first_response"].elapsed is None, "told, but without a year"
    assert rumour["apology"].moment is None
    assert all(turn.moment is None for turn in trust.values())


def test_the_contradiction_on_the_pace_is_linked_from_the_clock(built):
    assert 'href="contradictions/kol-partnership.html#pace-of-the-response"' in built.pages["response-clock.md"]


@pytest.mark.parametrize(("change", "slip"), [
    ("    event: 2026-01-05-kol-news\n    note:", "    note:"), ("event: 2026-01-05-kol-news\n    note", "event: 2026-01-05-kol-new\n    note"),
    ("[pace-of-the-response, day", "[pace-of-response, day"), ("within: 2026-01-05/2026-01-07", "within: early January"), ("by: [xiaomi]", "by: [xiaomy]")])
def test_a_slip_in_the_response_is_told_with_its_line_and_the_case_stays_readable(tmp_path, change, slip):
    root = copy_project(tmp_path / "archive")
    file = root / "editorial/cases/kol-partnership/case.yml"
    text = file.read_text(encoding="utf-8")
    assert change in text
    file.write_text(text.replace(change, slip), encoding="utf-8")
    sound, problems = check_editorial(read_editorial(root)[0], read_seeds(root / "seeds")[0])
    told = [p for p in problems if p.place.file.endswith("kol-partnership/case.yml")]
    assert len(told) == 1 and told[0].code in ("response-moment", "id-unknown", "date-form")
    assert told[0].place.line
    assert ("kol-partnership" in sound.cases) == (told[0].code == "id-unknown")


def test_a_turn_whose_event_is_not_there_is_told_without_a_time(archive):
    case = archive.cases["kol-partnership"]
    gone = replace(archive, events={id: e for id, e in archive.events.items() if id != "2026-01-05-kol-news"})
    found = next(each for each in clock.clocks(gone) if each.case.id == case.id)
    assert all(turn.moment and turn.elapsed is None and turn.mark is None for turn in found.turns)


# As known on a day

def test_what_happened_and_what_was_published_are_kept_apart(archive, built):
    by_id = {each.id: each for each in known.happened(archive, cited(built))}
    shoot = by_id["2023-12-17-su7-shoot"]
    assert shoot.since.certain == date(2023, 12, 17)
    assert shoot.told.certain == date(2023, 12, 21), "the only text that tells of it came out four days later"
    penalties = by_id["2026-01-06-penalties"]
    assert penalties.told.certain == date(2026, 1, 6)


def test_a_day_that_is_not_known_is_never_certain_before_its_latest_day():
    assert known.since("2026-01").certain == date(2026, 1, 31)
    assert known.since("2026-01-05/2026-01-07").perhaps == date(2026, 1, 5)
    assert known.since("2026-01-05?").certain is None
    assert not known.since("XXXX-12-15").is_dated


def test_the_undatable_is_listed_apart_and_nothing_is_lost(archive, built):
    pages = [page for name, page in built.pages.items() if name.startswith("as-known/")]
    above, apart = ("".join(page.partition('<h2 id="apart">')[part] for page in pages) for part in (0, 2))
    for event in archive.events.values():
        assert (f'href="../events/{event.id}.html"' in apart) == event.date.startswith("XXXX"), event.id
        assert (f'href="../events/{event.id}.html"' in above) != event.date.startswith("XXXX"), event.id
    for claim in archive.claims.values():
        assert sum(f'.html#{claim.id}"' in page for page in pages) == 1, claim.id
    assert len(known.published(archive)) >= sum(len(s.cleaned.reports) for s in archive.sources.values()) + 4


def cited(built) -> dict:
    """Where each quotation stands."""
    return cite(quotations(read_editorial(ROOT)[0]), built.archive.sources)[0]
