"""Seed -> text and debris. Nothing is thrown away: what is not text is listed with its reason."""

import re
from bisect import insort
from collections.abc import Sequence
from pathlib import PurePath

from build_tools.model.problem import Place, Problem, error, warning
from build_tools.model.quote import locate
from build_tools.model.record import Bilingual
from build_tools.model.rules import DebrisRule
from build_tools.model.source import Hidden, SourceRecord
from build_tools.model.text import Block, Cleaned, Debris, Seed, between
from build_tools.stages.cleaning.blocks import in_blocks
from build_tools.stages.cleaning.contents import contents
from build_tools.stages.cleaning.debris import by_rules, outside
from build_tools.stages.cleaning.doubled import doubled
from build_tools.stages.cleaning.furniture import in_company
from build_tools.stages.cleaning.mail_code import soft_line_ends
from build_tools.stages.cleaning.menus import over_headline
from build_tools.stages.cleaning.noise import noise
from build_tools.stages.cleaning.page_edges import page_edges
from build_tools.stages.cleaning.reports import PlaceOf, report_at, report_starts, unfound
from build_tools.stages.shape.headings import levels_of
from build_tools.stages.shape.lines import Line, width
from build_tools.stages.shape.markers import lead_of
from build_tools.stages.shape.wrapped import broken_word, goes_on

_QUOTED = re.compile(r"(?:>[ \t]?)+")
"""What a mail program puts before each line that it quotes: `> > `."""
_BOARD_QUOTES, _BOARD_QUOTED = re.compile(r"\s*※\s*引述"), re.compile(r":[ \t]")
"""Over what a bulletin board quotes, and what it puts before each line of it: `: 求問聲明稿格式`."""
_QUOTING = Bilingual(
    **{
        "en": "Mark of the mail program before each quoted line; each sentence shows it once",
        "zh-Hans": "邮件程序加在每行引文前的符号；每句只显示一次",
    }
)
_HYPHEN = Bilingual(
    **{"en": "Hyphen of a word broken at the end of the line", "zh-Hans": "行末断词的连字符"}
)


def clean(
    seed: Seed, rules: tuple[DebrisRule, ...], record: SourceRecord, place: PlaceOf
) -> tuple[Cleaned, tuple[Problem, ...]]:
    """The seed's blocks and debris. `place` says where a key of the editors' record stands.

    What is debris by itself comes first; then lines are joined to paragraphs and headings found
    among them; last, what is debris only in the company of such lines.
    """
    problems: list[Problem] = []
    kept = _found(seed, record.kept, "kept", place, problems)
    edges = [d for d in page_edges(seed) if not _touches(kept, d.start, d.end)]
    soft = soft_line_ends(seed)
    found = (
        _by_editors(seed, record.hidden, place, problems)
        + soft
        + edges
        + by_rules(seed, rules, kept, problems)
    )
    found += contents(seed, kept) + noise(seed, kept) + doubled(seed, kept)
    debris = _disjoint(found + over_headline(seed, found, kept))
    debris = _disjoint([*debris, *in_blocks(seed, debris, kept)])
    gaps = _found(seed, tuple(gap.after for gap in record.gaps), "gaps", place, problems)
    headings = _found(seed, record.headings, "headings", place, problems)
    dates = _dates_and_outlets(seed, record, place, problems)
    reports = report_starts(seed, record.reports, place, problems)
    lines, marks = _lines(seed, debris, {d.start for d in edges})
    openers = {
        n
        for n, line in enumerate(lines)
        if _touches(headings, line.start, line.end)
        or any(line.start <= at < line.end for at in reports)
    }
    paragraphs, hyphens = _paragraphs(seed, lines, openers, {d.start for d in soft})
    opened = {lines[n].start for n in openers}
    levels = levels_of(
        seed.text,
        paragraphs,
        {n for n, paragraph in enumerate(paragraphs) if paragraph[0].start in opened},
        PurePath(seed.file).stem,
    )
    headline = next(
        (
            paragraph[0].start
            for paragraph, level in zip(paragraphs, levels, strict=True)
            if level == 1
        ),
        0,
    )
    among = in_company(
        seed, debris, [*kept, *gaps, *dates, *headings, *((at, at + 1) for at in reports)], headline
    )
    gone = [(d.start, d.end) for d in among]
    shown = [
        ([line for line in paragraph if not _touches(gone, line.start, line.end)], level)
        for paragraph, level in zip(paragraphs, levels, strict=True)
    ]
    debris = _disjoint([*debris, *among, *marks, *hyphens])
    blocks = [_block(seed, paragraph, level, reports) for paragraph, level in shown if paragraph]
    if not blocks:
        problems.append(
            warning(
                Place(seed.file),
                "seed-all-debris",
                "No text is left once debris is hidden",
                f"Name what belongs to the text under `kept` in {place().file}",
            )
        )
    return Cleaned(seed, tuple(blocks), debris, record.reports), tuple(problems)


def _lines(
    seed: Seed, debris: tuple[Debris, ...], edges: set[int]
) -> tuple[list[Line], list[Debris]]:
    """The lines of the text, and the marks of quoted e-mail that are not shown: those of empty
    lines.
    """
    lines, marks, apart, turned, board = [], [], False, False, False
    for first, last in seed.lines():
        trimmed = _trimmed(seed, first, last, between(debris, first, last))
        on_board = _BOARD_QUOTED.match(seed.text, *trimmed) if trimmed and board else None
        board = bool(on_board or _BOARD_QUOTES.match(seed.text, first, last))
        quoted = (_QUOTED.match(seed.text, *trimmed) if trimmed else None) or on_board
        start, end = trimmed or (last, last)
        if quoted:
            start = quoted.end()
            while start < end and seed.text[start].isspace():
                start += 1
        if start < end:
            lines.append(
                Line(
                    start,
                    end,
                    width(seed.text[first:start].expandtabs(4)),
                    quoted[0].strip() if quoted else "",
                    apart,
                    turned,
                )
            )
        elif quoted:
            marks.append(Debris(*quoted.span(), "mail", _QUOTING))
        apart = start >= end
        turned = apart and (turned or first in edges)
    return lines, marks


def _paragraphs(
    seed: Seed, lines: list[Line], openers: set[int], soft: set[int]
) -> tuple[list[list[Line]], list[Debris]]:
    """The lines by paragraph, and what is hidden where they meet. `soft` is where a line goes on
    because of the code of mail.
    """
    paragraphs: list[list[Line]] = []
    hidden = []
    on = goes_on(seed.text, lines)
    on = [
        goes or any(at in soft for at in range(line.end, line.end + 2))
        for goes, line in zip(on, lines, strict=True)
    ]
    for number, line in enumerate(lines):
        if not number or not on[number - 1] or number in openers or number - 1 in openers:
            paragraphs.append([line])
            continue
        before = paragraphs[-1][-1]
        if broken_word(seed.text, before, line):
            hidden.append(Debris(before.end - 1, before.end, "sign", _HYPHEN))
        if line.marks:
            at = seed.text.rfind("\n", 0, line.start) + 1
            hidden.append(Debris(seed.text.index(line.marks[0], at), line.start, "mail", _QUOTING))
        paragraphs[-1].append(line)
    return paragraphs, hidden


def _block(seed: Seed, lines: list[Line], level: int, reports: list[int]) -> Block:
    start, end = lines[0].start, lines[-1].end
    lead = None if level else lead_of(seed.text, start, end)
    marks = " ".join(filter(None, (lines[0].marks, lead[0].strip() if lead else "")))
    kind = "heading" if level else "item" if lead else "paragraph"
    return Block(lead.end() if lead else start, end, kind, marks, report_at(reports, start), level)


def _found(
    seed: Seed, quotes: tuple[str, ...], key: str, place: PlaceOf, problems: list[Problem]
) -> list[tuple[int, int]]:
    """Where the words stand that the record quotes under a key; what is nowhere is a problem."""
    spans: list[tuple[int, int]] = []
    for number, quote in enumerate(quotes):
        places = locate(seed.text, quote)
        if not places:
            problems.append(unfound(seed, quote, key, place(key, number)))
        spans += places
    return spans


def _dates_and_outlets(
    seed: Seed, record: SourceRecord, place: PlaceOf, problems: list[Problem]
) -> list[tuple[int, int]]:
    """Where the words stand on which dates rest, and those that name the outlets of reports; what
    is nowhere is a problem.
    """
    quoted = [
        (date.quote, "dates", ("dates", number, "quote"))
        for number, date in enumerate(record.dates)
    ]
    quoted += [
        (report.outlet_quote, "reports", ("reports", number, "outlet_quote"))
        for number, report in enumerate(record.reports)
    ]
    found: list[tuple[int, int]] = []
    for quote, key, way in quoted:
        places = locate(seed.text, quote) if quote else []
        if quote and not places:
            problems.append(unfound(seed, quote, key, place(*way)))
        found += places
    return found


def _by_editors(
    seed: Seed, hidden: tuple[Hidden, ...], place: PlaceOf, problems: list[Problem]
) -> list[Debris]:
    spans = []
    for number, entry in enumerate(hidden):
        places = locate(seed.text, entry.quote, entry.prefix, entry.suffix)
        if not places:
            problems.append(
                unfound(
                    seed, entry.quote, "hidden", place("hidden", number), entry.prefix, entry.suffix
                )
            )
        elif len(places) > 1:
            problems.append(
                error(
                    place("hidden", number),
                    "quote-ambiguous",
                    f"“{entry.quote}” (hidden) stands {len(places)} times in {seed.file}",
                    "Add the words before or after it as prefix or suffix",
                )
            )
        else:
            spans.append(Debris(*places[0], entry.kind, entry.reason, number))
    return spans


def _disjoint(spans: list[Debris]) -> tuple[Debris, ...]:
    """In order; where two overlap, the earlier given keeps the common part (editors come first)."""
    taken: list[Debris] = []
    for span in spans:
        for start, end in outside(
            span.start, span.end, [(t.start, t.end) for t in between(taken, span.start, span.end)]
        ):
            insort(taken, Debris(start, end, span.kind, span.reason, span.by))
    return tuple(taken)


def _trimmed(seed: Seed, start: int, end: int, debris: Sequence[Debris]) -> tuple[int, int] | None:
    """The line's own text: without blanks and debris at its edges; None where nothing is left."""
    moved = True
    while moved and start < end:
        moved = False
        for span in debris:
            if span.start <= start < span.end:
                start, moved = span.end, True
            if span.start < end <= span.end:
                end, moved = span.start, True
        while start < end and seed.text[start].isspace():
            start, moved = start + 1, True
        while start < end and seed.text[end - 1].isspace():
            end, moved = end - 1, True
    return (start, end) if start < end else None


def _touches(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in spans)
