"""The overviews of the first five seeds: days, times and company, as read from the texts by
hand.
"""

import re
from datetime import date

from build_tools.pages import as_known, clock, network
from build_tools.readers.editorial import read_editorial
from build_tools.stages.cite import cite
from build_tools.stages.quotations import quotations


def test_addresses_of_dates_given_out_before_still_arrive(built):
    ids = {
        name: re.findall(r' id="([^"]+)"', page)
        for name, page in built.pages.items()
        if name.startswith("timeline")
    }
    assert {"d2026-01_", "d2026-01-05_", "d2026-01-05"} <= set(ids["timeline/2026.md"])
    assert (
        "d2010__2026" in ids["timeline/2010.md"]
        and "d2023-11_2023-12" in ids["timeline/2023.md"]
        and "dXXXX-12-15" in ids["timeline/XXXX.md"]
    )


def test_what_no_text_gives_a_year_for_has_none(archive):
    assert {id for id, event in archive.events.items() if f"{event.date}".startswith("XXXX")} >= {
        "12-11-joint-laboratory",
        "12-15-byd-denial",
        "12-byd-xiaomi-car-rumour",
        "12-xiaomi-denial",
        "12-xu-clarification",
    }


def test_lei_jun_and_xu_jieyun_are_told_of_together(archive):
    tie = network.ties(archive)["lei-jun", "xu-jieyun"]
    assert tie.paragraphs > 5
    assert "2026-01-07-lei-jun-livestream" in tie.events


def test_the_clock_says_what_the_sources_give(archive):
    found = {
        each.case.id: {turn.key: turn for turn in each.turns} for each in clock.clocks(archive)
    }
    kol, leak, rumour, trust = (
        found[id]
        for id in ("kol-partnership", "su7-photo-leak", "byd-joint-car-rumour", "ev-trust-crisis")
    )
    spans = [(turn.elapsed.least, turn.elapsed.most) for turn in (*kol.values(), *leak.values())]
    assert spans == [(0, 0), (0, 0), (0, 2), (0, 2), (3, 3), (0, 4)]
    assert rumour["first_response"].moment and rumour["first_response"].elapsed is None, (
        "told, but without a year"
    )
    assert rumour["apology"].moment is None
    assert all(turn.moment is None for turn in trust.values())


def test_the_contradiction_on_the_pace_is_linked_from_the_clock(built):
    assert (
        'href="contradictions/kol-partnership.html#pace-of-the-response"'
        in built.pages["response-clock.md"]
    )


def test_what_happened_and_what_was_published_are_kept_apart(archive, root):
    by_id = {
        each.id: each
        for each in as_known.happened(
            archive, cite(quotations(read_editorial(root)[0]), archive.sources)[0]
        )
    }
    shoot = by_id["2023-12-17-su7-shoot"]
    assert shoot.since.certain == date(2023, 12, 17)
    assert shoot.reported.certain == date(2023, 12, 21), (
        "the only text that tells of it came out four days later"
    )
    penalties = by_id["2026-01-06-penalties"]
    assert penalties.reported.certain == date(2026, 1, 6)


def test_reports_and_what_they_point_to_are_published(archive):
    assert (
        len(as_known.published(archive))
        >= sum(len(s.cleaned.reports) for s in archive.sources.values()) + 4
    )
