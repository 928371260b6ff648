"""Seed -> text and debris. Nothing is thrown away: what is not text is listed with its reason."""

import re
from bisect import insort
from collections.abc import Callable, Sequence

import regex

from build_tools.model.problem import Place, Problem, error, warning
from build_tools.model.quote import locate, not_found_hint
from build_tools.model.rules import DebrisRule
from build_tools.model.source import Hidden, Report, SourceRecord
from build_tools.model.text import Block, Cleaned, Debris, Seed, between

Where = Callable[..., Place]

LEAD = re.compile(r"(?:[•·●◦▪■◆※*]|-(?![\d-])|[–—](?![–—]))\s*")
"""A list mark at the start of a line: the • of `• 直接负责的员工被辞退;`."""
_ENDED = re.compile(r"[。．.!！?？…;；:：,，][”’」』）)\]\"']*$")
"""Closed by punctuation, so no heading: `…不说也罢。”`."""
_HEADING_WIDTH = 70
"""In Latin letters; a Han character counts as two. Longer lines are paragraphs."""
PATIENCE = 2
"""Seconds that a rule may take over one line. `(?:a|aa)+$` would take years over sixty letters."""


def clean(seed: Seed, rules: tuple[DebrisRule, ...], record: SourceRecord, place: Where) -> tuple[Cleaned, tuple[Problem, ...]]:
    """The seed's blocks and debris. `place` says where a key of the editors' record stands."""
    problems: list[Problem] = []
    kept = _found(seed, record.kept, "kept", place, problems)
    debris = _disjoint(_by_editors(seed, record.hidden, place, problems) + _by_rules(seed, rules, kept, problems))
    _found(seed, tuple(gap.after for gap in record.gaps), "gaps", place, problems)
    headings = _found(seed, record.headings, "headings", place, problems)
    _check_dates(seed, record, place, problems)
    reports = _report_starts(seed, record.reports, place, problems)
    lines = [line for line in (_trimmed(seed, *span, between(debris, *span)) for span in seed.lines()) if line]
    blocks = []
    for number, (start, end) in enumerate(lines):
        lead = LEAD.match(seed.text, start, end)
        report = _report_at(reports, start)
        opens_report = any(start <= at < end for at in reports)
        is_heading = opens_report or _touches(headings, start, end) or _looks_like_heading(seed.text[start:end], number, lines)
        kind = "item" if lead else "heading" if is_heading else "paragraph"
        blocks.append(Block(lead.end() if lead else start, end, kind, lead[0].strip() if lead else "", report))
    if not blocks:
        problems.append(warning(Place(seed.file), "seed-all-debris", "No text is left once debris is hidden",
                                f"Name what belongs to the text under `kept` in {place().file}"))
    return Cleaned(seed, tuple(blocks), debris, record.reports), tuple(problems)


def _found(seed: Seed, quotes: tuple[str, ...], key: str, place: Where, problems: list[Problem]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for number, quote in enumerate(quotes):
        places = locate(seed.text, quote)
        if not places:
            problems.append(_unfound(seed, quote, key, place(key, number)))
        spans += places
    return spans


def _check_dates(seed: Seed, record: SourceRecord, place: Where, problems: list[Problem]) -> None:
    """A date rests on words of the seed; they must be there."""
    for number, date in enumerate(record.dates):
        if date.quote and not locate(seed.text, date.quote):
            problems.append(_unfound(seed, date.quote, "dates", place("dates", number, "quote")))
    for number, report in enumerate(record.reports):
        if report.outlet_quote and not locate(seed.text, report.outlet_quote):
            problems.append(_unfound(seed, report.outlet_quote, "reports", place("reports", number, "outlet_quote")))


def _unfound(seed: Seed, quote: str, key: str, place: Place, prefix: str = "", suffix: str = "") -> Problem:
    around = " with that prefix and suffix" if prefix or suffix else ""
    return error(place, "quote-not-found", f"“{quote}” ({key}) is not in {seed.file}{around}", not_found_hint(seed.text, quote, prefix, suffix))


def _by_editors(seed: Seed, hidden: tuple[Hidden, ...], place: Where, problems: list[Problem]) -> list[Debris]:
    spans = []
    for number, entry in enumerate(hidden):
        places = locate(seed.text, entry.quote, entry.prefix, entry.suffix)
        if not places:
            problems.append(_unfound(seed, entry.quote, "hidden", place("hidden", number), entry.prefix, entry.suffix))
        elif len(places) > 1:
            problems.append(error(place("hidden", number), "quote-ambiguous", f"“{entry.quote}” (hidden) stands {len(places)} times in {seed.file}",
                                  "Add the words before or after it as prefix or suffix"))
        else:
            spans.append(Debris(*places[0], entry.kind, entry.reason, number))
    return spans


def _by_rules(seed: Seed, rules: tuple[DebrisRule, ...], kept: list[tuple[int, int]], problems: list[Problem]) -> list[Debris]:
    """What the rules hide; one that runs away in a line is not tried on the next."""
    spans = []
    for number, (start, end) in enumerate(seed.lines(), 1):
        for rule in rules:
            try:
                found = _hidden_by(rule, seed, start, end)
            except TimeoutError:
                problems.append(error(Place(seed.file, number), "pattern", f"The debris rule “{rule.id}” came to no end here within {PATIENCE} seconds and is not used on the rest of the text",
                                      "Simplify its pattern in editorial/rules/debris.yml: no repetition of what can be read in two ways, as in (?:a|aa)+"))
                rules = tuple(other for other in rules if other is not rule)
                continue
            spans += [Debris(a, b, rule.kind, rule.reason, rule.id) for span in found for a, b in _without(*span, kept) if seed.text[a:b].strip()]
    return spans


def _hidden_by(rule: DebrisRule, seed: Seed, start: int, end: int) -> list[tuple[int, int]]:
    """Where the seed is debris by what stands in one line. Raises TimeoutError."""
    found = [match.span() for match in regex.finditer(rule.pattern, seed.text[start:end], timeout=PATIENCE)]
    if rule.where == "span":
        return [(start + first, start + last) for first, last in found]
    return [(start, end if rule.where == "line" else len(seed.text))] if found else []


def _without(start: int, end: int, kept: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What is left of start..end outside the kept stretches."""
    left = []
    for first, last in sorted(kept):
        if first < end and start < last:
            left.append((start, first))
            start = last
    return [(a, b) for a, b in [*left, (start, end)] if a < b]


def _disjoint(spans: list[Debris]) -> tuple[Debris, ...]:
    """In order; where two overlap, the earlier given keeps the common part (editors come first)."""
    taken: list[Debris] = []
    for span in spans:
        for start, end in _without(span.start, span.end, [(t.start, t.end) for t in between(taken, span.start, span.end)]):
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


def _report_starts(seed: Seed, reports: tuple[Report, ...], place: Where, problems: list[Problem]) -> list[int]:
    starts: list[int] = []
    for number, report in enumerate(reports):
        after = starts[-1] if starts else -1
        at = next((a for a, _ in locate(seed.text, report.starts) if a > after and _opens_line(seed, a)), None)
        if at is None:
            problems.append(_unfound(seed, report.starts, "reports, in the order of the seed", place("reports", number)))
            continue
        starts.append(at)
    return starts


def _opens_line(seed: Seed, at: int) -> bool:
    return not seed.text[seed.text.rfind("\n", 0, at) + 1 : at].strip()


def _report_at(starts: list[int], offset: int) -> int | None:
    return max((n for n, at in enumerate(starts) if at <= offset), default=None)


def _touches(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in spans)


def _looks_like_heading(line: str, number: int, lines: list[tuple[int, int]]) -> bool:
    """A short line that no punctuation closes; the first line of several may end in ? or !.

    >>> _looks_like_heading("小米汽车陷入困境,问题出在哪?", 0, [(0, 15), (16, 99)])
    True
    """
    width = sum(2 if char > "\u2e80" else 1 for char in line)
    if width > _HEADING_WIDTH or len(lines) < 2:
        return False
    return not _ENDED.search(line) or (number == 0 and line[-1] in "?？!！")
