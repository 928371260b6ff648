"""Marks -> marks as editors want them: what they decided about mentions and dates beats what was
found.
"""

from dataclasses import dataclass, replace

from build_tools.annotators.given import Marks, places_of, words_of
from build_tools.model.problem import Place, Problem, error, or_of_another
from build_tools.model.quote import not_found_hint
from build_tools.model.record import CHINESE
from build_tools.model.source import DateDecision, MentionDecision
from build_tools.model.text import Aligned, Mark
from build_tools.stages.emended_away import STOOD, emended_away, stood_before


@dataclass(frozen=True, slots=True)
class Decided:
    """An editor's decision with the place of its record."""

    decision: MentionDecision | DateDecision
    kind: str
    """What the target is: `actor`, `term`, `date`."""
    place: Place
    way: tuple[str, int] | None = None
    """Its key in annotations.yml: ("mentions", 3)."""


def decide(
    passages: tuple[Aligned, ...], found: Marks, decisions: tuple[Decided, ...]
) -> tuple[Marks, tuple[Problem, ...]]:
    """The marks that are words' own, with the decisions in the place of what they speak of."""
    problems: list[Problem] = []
    marks = {side: list(own) for side, own in found.items()}
    taken: set[tuple[int, str, int, int]] = set()
    for decided in decisions:
        _decide(passages, marks, decided, problems, taken)
    problems = or_of_another(
        problems,
        "quote-not-found",
        len(decisions),
        "decisions here are about words that do not stand where they look for them",
    )
    return {side: tuple(own) for side, own in marks.items()}, tuple(problems)


def named_in(decisions: tuple[Decided, ...]) -> frozenset[str]:
    """The actors and terms that editors say the text names."""
    return frozenset(
        each.decision.target
        for each in decisions
        if isinstance(each.decision, MentionDecision) and each.decision.target
    )


def segments_of(
    passages: tuple[Aligned, ...], decisions: tuple[Decided, ...]
) -> dict[tuple[str, int], str]:
    """The segments of decisions that do not name theirs yet, as far as their words stand once."""
    found = {}
    for each in decisions:
        record = each.decision
        places = places_of(passages, record.lang, record.quote, record.prefix, record.suffix)
        if each.way and record.segment is None and len(places) == 1:
            found[each.way] = passages[places[0][0]].segment.id
    return found


def _single(
    passages: tuple[Aligned, ...], decided: Decided, problems: list[Problem]
) -> tuple[int, str, int, int] | None:
    """The one place that is meant; a decision that names its segment stands there or nowhere."""
    record, place = decided.decision, decided.place
    everywhere = places_of(passages, record.lang, record.quote, record.prefix, record.suffix)
    places = [
        found for found in everywhere if record.segment in (None, passages[found[0]].segment.id)
    ]
    if len(places) == 1:
        return places[0]
    ids = ", ".join(dict.fromkeys(passages[index].segment.id for index, *_ in places or everywhere))
    if places:
        problems.append(
            error(
                place,
                "quote-ambiguous",
                f"“{record.quote}” stands {len(places)} times in {record.segment or f'the text ({ids})'}",
                "Add the words before or after it as prefix or suffix",
            )
        )
        return None
    problems.append(_not_there(passages, decided, ids))
    return None


def _not_there(passages: tuple[Aligned, ...], decided: Decided, elsewhere: str) -> Problem:
    """Why no place is meant. `elsewhere` lists the segments that do have the words, if any has."""
    record, place = decided.decision, decided.place
    there = [p for p in passages if record.segment in (None, p.segment.id)]
    meant = (
        ""
        if there or record.segment is None
        else _meant(record.segment, [p.segment.id for p in passages])
    )
    if meant:
        return error(
            place,
            "segment-unknown",
            f"“{record.segment}” is no id of a segment",
            f"Write `segment: {meant}`",
        )
    then = stood_before(there, record.quote, record.prefix, record.suffix)
    if then:
        return error(
            place,
            "quote-not-found",
            f"“{record.quote}” is not in the text, as it reads now",
            STOOD.format(then),
        )
    near = emended_away(
        ((p.segment, p.reading) for p in there), record.quote, record.prefix, record.suffix
    ) or not_found_hint(
        "\n".join(words_of(p, record.lang) for p in there),
        record.quote,
        record.prefix,
        record.suffix,
    )
    if record.segment is None:
        return error(
            place,
            "quote-not-found",
            f"“{record.quote}” is not in the text, as it reads after emendations",
            near,
        )
    now = (
        f"The quoted words stand in {elsewhere} now"
        if elsewhere
        else "The quoted words stand nowhere else in the text"
    )
    return error(
        place,
        "quote-not-found",
        f"“{record.quote}” is not in {record.segment}"
        + ("" if there else ", which is not in the text"),
        ". ".join([*([near] if there else []), now]),
    )


def _meant(segment: str, ids: list[str]) -> str:
    """The id that was written without its letter, or otherwise: 14 or S14 for s14."""
    number = "".join(char for char in segment if char.isdecimal())
    return next(
        (
            id
            for id in ids
            if number
            and segment != id == f"s{int(number[:9])}"
            and segment.strip().lower().strip("#s. ").isdecimal()
        ),
        "",
    )


def _decide(
    passages: tuple[Aligned, ...],
    marks: dict[tuple[int, str], list[Mark]],
    decided: Decided,
    problems: list[Problem],
    taken: set[tuple[int, str, int, int]],
) -> None:
    """Let an editor's decision replace what the matcher found at its words. `taken` are the words
    that another decision speaks of: one that rejects leaves no mark.
    """
    record = decided.decision
    found = _single(passages, decided, problems)
    if found is None:
        return
    index, lang, start, end = found
    lang = "zh-Hans" if lang in CHINESE else lang
    here = [m for m in marks[index, lang] if m.start < end and start < m.end]
    words = (index, lang, start, end)
    if words in taken or any(m.standing != "suggested" for m in here):
        problems.append(
            error(
                decided.place,
                "decided-twice",
                f"Another decision already stands at “{record.quote}” ({passages[index].segment.id})",
                "Keep one of the two",
            )
        )
        return
    taken.add(words)
    new = _new_mark(decided, here, start, end)
    if isinstance(new, Problem):
        problems.append(new)
        return
    rest = [m for m in marks[index, lang] if m not in here]
    marks[index, lang] = sorted([*rest, new] if new else rest, key=lambda m: m.start)


def _new_mark(decided: Decided, here: list[Mark], start: int, end: int) -> Mark | Problem | None:
    """The mark that a decision puts in the place of those that are `here`: none, if it rejects
    them. Or why it confirms nothing.
    """
    record = decided.decision
    if isinstance(record, DateDecision):
        return Mark(
            start, end, "date", record.date, "added", reason=record.reason, basis=record.basis
        )
    if record.decision == "reject":
        return None
    if record.decision != "confirm":
        return Mark(
            start, end, decided.kind, record.target or "", "added", record.certainty, record.reason
        )
    kept = next((m for m in here if (m.start, m.end) == (start, end)), None)
    if kept is None:
        return error(
            decided.place,
            "nothing-to-confirm",
            f"The matcher found nothing at “{record.quote}”",
            "Use `decision: add`",
        )
    if record.target not in (None, kept.id):
        return error(
            decided.place,
            "nothing-to-confirm",
            f"At “{record.quote}” the matcher found {kept.id}, not {record.target}",
            "Use `decision: retarget` if the words mean another, or correct the target",
        )
    return replace(kept, standing="confirmed", certainty=record.certainty, reason=record.reason)
