"""What must hold between a text and its translation: one file for each code. What is meant so, a
translator waives with a reason.
"""

from collections.abc import Collection, Iterator

from build_tools.checks.translation import (
    actor_missing,
    copied,
    dates,
    endings_differ,
    han_left,
    lengths,
    links_lost,
    numbers,
    other_language,
    quotes_differ,
    term_forbidden,
    term_missing,
    translated_twice,
    waivers,
)
from build_tools.checks.translation.alike import Told, alike
from build_tools.checks.translation.exchanged import exchanged
from build_tools.checks.translation.moved import moved
from build_tools.checks.translation.pair import Compared, Pair, compared
from build_tools.model.archive import Source
from build_tools.model.editorial import Editorial
from build_tools.model.problem import Place, Problem, error, note

CHECKS = {
    "number-differs": numbers,
    "date-differs": dates,
    "term-missing": term_missing,
    "term-forbidden": term_forbidden,
    "actor-missing": actor_missing,
    "link-lost": links_lost,
    "quotes-differ": quotes_differ,
    "han-left": han_left,
    "ending-differs": endings_differ,
    "translated-twice": translated_twice,
    "translation-copied": copied,
    "translation-other": other_language,
    "length-odd": lengths,
}
_OF_RECORDS = {"term-missing", "term-forbidden", "actor-missing"}
"""They would say what is missing a second time, if a name's or term's record or a decision about it
cannot be shown.
"""

_CONTENT = ("number-differs", "term-missing", "actor-missing")
"""What a translation has of its own text and of no other."""
_FORM = ("date-differs", "quotes-differ", "ending-differs", "length-odd")
"""What it has in common with its own text, and perhaps with others."""


def check_translations(
    sources: dict[str, Source],
    editorial: Editorial,
    left_alone: frozenset[str] = frozenset(),
    unsound: bool = False,
) -> tuple[Problem, ...]:
    """Errors where somebody has reviewed the translation, notes where it is still a draft or out of
    date.

    Of sources that are `left_alone` something is not as its editors mean it, so what finds nothing
    there may find something once that is mended.
    `unsound` says so of the records that names are found by.
    """
    told, problems = list[Told](), list[Problem]()
    for id, source in sources.items():
        if id not in editorial.half_read:
            whole = id not in left_alone
            run = [c for c in CHECKS if not (c in _OF_RECORDS and (unsound or not whole))]
            problems += _of_source(source, editorial, run, whole, told)
    told, together = alike(told, editorial)
    return (*problems, *together, *(problem for each in told for problem in _problems(each)))


def _of_source(
    source: Source, editorial: Editorial, run: Collection[str], whole: bool, told: list[Told]
) -> Iterator[Problem]:
    """What is wrong with the file as a whole; `told` gets what is wrong in its pairs."""
    files = editorial.of_source(source.id)
    yield from waivers.unknown(files.entries, CHECKS)
    within = compared(source, editorial.terms, editorial.actors)
    aside, moving = moved(
        within, tuple(CHECKS[code].check for code in _CONTENT if code in run), files.po_place
    )
    if moving:
        yield moving
    by_form = (*_CONTENT, *_FORM)
    others, changed = exchanged(
        within, {code: CHECKS[code].check for code in by_form if code in run}, files.po_place, aside
    )
    yield from changed
    told += [
        _of_pair(pair, within, run, files.po_place, whole)
        for pair in within.pairs
        if pair.segment not in aside | others
    ]


def _of_pair(pair: Pair, within: Compared, run: Collection[str], file: Place, whole: bool) -> Told:
    """What is wrong, by code, for a waiver speaks of a code."""
    found = {code: findings for code in run if (findings := list(CHECKS[code].check(pair, within)))}
    if "translation-copied" in found:
        found = {
            "translation-copied": found["translation-copied"]
        }  # what it lacks follows from that
    waived = pair.translation.waived
    told = {code: findings for code, findings in found.items() if code not in waived}
    told |= (
        {"waiver-idle": idle}
        if (idle := list(waivers.idle(waived, found, run if whole else ())))
        else {}
    )
    return Told(pair, pair.translation.place or file, told)


def _problems(told: Told) -> Iterator[Problem]:
    """One problem for each code."""
    make = error if told.pair.translation.state == "reviewed" else note
    for code, findings in told.found.items():
        what = "; ".join(dict.fromkeys(finding[0] for finding in findings))
        hint = (
            findings[0][1]
            if code == "waiver-idle"
            else f"{findings[0][1]}; or, if it is meant so, write `# waive: {code} – reason` below its state line"
        )
        yield make(told.place, code, f"{told.pair.segment}: {what}", hint)
