"""What must hold between a text and its translation: one file for each code. What is meant so, a
translator waives with a reason.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

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
from build_tools.checks.translation.alike import alike
from build_tools.checks.translation.exchanged import exchanged
from build_tools.checks.translation.moved import moved
from build_tools.checks.translation.pair import Compared, Pair, compared
from build_tools.checks.translation.pasted import pasted
from build_tools.model.archive import Source
from build_tools.model.editorial import Editorial
from build_tools.model.problem import Place, Problem, error, note
from build_tools.model.work import Lacking

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
    source: Source, editorial: Editorial, whole: bool = True, unsound: bool = False
) -> tuple[tuple[Problem, ...], tuple[Lacking, ...]]:
    """What is wrong with a source's translations as a whole, and with each of them.

    Of a source that is not `whole` something is not as its editors mean it, so what finds nothing
    there may find something once that is mended. `unsound` says so of the records that names are
    found by.
    """
    if source.id in editorial.incomplete_sources:
        return (), ()
    run = [c for c in CHECKS if not (c in _OF_RECORDS and (unsound or not whole))]
    files = editorial.of_source(source.id)
    within = compared(source, editorial.terms, editorial.actors)
    content = {code: CHECKS[code].check for code in _CONTENT if code in run}
    form = {code: CHECKS[code].check for code in _FORM if code in run}
    again, pasting = pasted(within, content, form, files.po_place)
    rest = replace(within, pairs=tuple(p for p in within.pairs if p.segment not in again))
    aside, moving = moved(rest, tuple(content.values()), files.po_place)
    others, changed = exchanged(rest, {**content, **form}, files.po_place, aside)
    return (
        *waivers.unknown(files.entries, CHECKS),
        *pasting,
        *((moving,) if moving else ()),
        *changed,
    ), tuple(
        lacking
        for pair in rest.pairs
        if pair.segment not in aside | others
        and (lacking := _of_pair(pair, within, run, files.po_place, whole)).found
    )


def problems_of_translations(
    lacking: Iterable[Lacking], editorial: Editorial
) -> tuple[Problem, ...]:
    """The problems of all translations: errors where somebody has reviewed the translation, notes
    where it is still a draft or out of date.
    """
    left, together = alike(lacking, editorial)
    return (*together, *(problem for each in left for problem in _problems(each)))


def _of_pair(
    pair: Pair, within: Compared, run: Collection[str], file: Place, whole: bool
) -> Lacking:
    """What is wrong, by code, for a waiver speaks of a code."""
    found = {code: findings for code in run if (findings := list(CHECKS[code].check(pair, within)))}
    if "translation-copied" in found:
        found = {
            "translation-copied": found["translation-copied"]
        }  # what it lacks follows from that
    waived = pair.translation.waived
    left = {code: findings for code, findings in found.items() if code not in waived}
    left |= (
        {"waiver-idle": idle}
        if (idle := list(waivers.idle(waived, found, run if whole else ())))
        else {}
    )
    return Lacking(
        pair.segment,
        pair.target.text,
        pair.translation.state == "reviewed",
        pair.translation.place or file,
        {code: tuple(findings) for code, findings in left.items()},
    )


def _problems(lacking: Lacking) -> Iterator[Problem]:
    """One problem for each code."""
    make = error if lacking.reviewed else note
    for code, findings in lacking.found.items():
        what = "; ".join(dict.fromkeys(finding[0] for finding in findings))
        hint = (
            findings[0][1]
            if code == "waiver-idle"
            else f"{findings[0][1]}; or, if it is meant so, write `# waive: {code} – reason` below its state line"
        )
        yield make(lacking.place, code, f"{lacking.segment}: {what}", hint)
