"""number-differs: a number, amount or share in figures that the other language does not give."""

from collections.abc import Iterator

from build_tools.checks.translation.pair import Compared, Finding, Pair, Side
from build_tools.language.not_words import ADDRESS, may_hold
from build_tools.language.numbers.figures import Number, answers, codes, figures


def check(pair: Pair, within: Compared) -> Iterator[Finding]:
    """In both directions. Words (三, three) answer to figures but are not asked for; dates have a
    check of their own.
    """
    for one, other in ((pair.source, pair.target), (pair.target, pair.source)):
        lost = _lost(_without_dates(one), other.text)
        if lost:
            yield f"{', '.join(lost)} in {one.language} only", "Give the same number on both sides"


def _lost(text: str, other: str) -> list[str]:
    """The numbers of one text that the other does not give, which is only read where there are any."""
    asked, named = figures(text), codes(text)
    if not asked and not named:
        return []
    beside = _without_addresses(other)
    known = answers(beside) if asked else set()
    lost = [_said(n) for n in sorted(asked) if n not in known and not _is_decade(n, known)]
    return lost + sorted(named - codes(beside))


def _without_dates(side: Side) -> str:
    text = side.text
    for mark in side.of("date"):
        text = text[: mark.start] + "#" * (mark.end - mark.start) + text[mark.end :]
    return _without_addresses(text)


def _without_addresses(text: str) -> str:
    return ADDRESS.sub(" ", text) if may_hold(text) else text


def _is_decade(number: Number, known: set[Number]) -> bool:
    """90 of 90年代 beside 1990 of 1990s."""
    return not number[1] and any((number[0] + by, "") in known for by in (1900, -1900))


def _said(number: Number) -> str:
    value, unit = number
    return f"{value:,f}{unit}"
