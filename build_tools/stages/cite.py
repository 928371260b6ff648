"""Quotations in records -> the segments they stand in."""

from dataclasses import replace

from build_tools.model.archive import Source
from build_tools.model.problem import Place, Problem, error, listed
from build_tools.model.quote import locate, not_found_hint
from build_tools.model.record import Passage
from build_tools.stages.emended_away import STOOD, emended_away, stood_before

_MANY = 4
"""Quotations of one source; fewer are told one by one."""
_SHOWN = 80
"""Characters of a segment that are shown."""


def cite(
    quotations: tuple[tuple[Passage, Place], ...], sources: dict[str, Source]
) -> tuple[dict[Passage, str], tuple[Problem, ...]]:
    """Each quotation's segment id. The words are looked for in the reading, in the source's own
    language. That there is no such source is told where records are checked.
    """
    found: dict[Passage, str] = {}
    before: dict[str, list[tuple[Passage, Place, str]]] = {}
    problems: list[Problem] = []
    for quotation, place in quotations:
        source = sources.get(quotation.source)
        if source is None:
            continue
        places = [
            each.segment.id
            for each in source.text
            for _ in locate(each.reading.text, quotation.quote, quotation.prefix, quotation.suffix)
        ]
        meant = [id for id in places if quotation.segment in ("", id)]
        if len(meant) == 1:
            found[quotation] = meant[0]
            continue
        then = stood_before(source.text, quotation.quote, quotation.prefix, quotation.suffix)
        if then and not places:
            before.setdefault(source.id, []).append((quotation, place, then))
        else:
            problems.append(_misplaced(quotation, place, source, places, meant))
    return found, (*problems, *(p for each in before.values() for p in _read_before(each)))


def _misplaced(
    quotation: Passage, place: Place, source: Source, places: list[str], meant: list[str]
) -> Problem:
    """Why a quotation does not stand in one segment. `places` are those with its words, `meant`
    those of them that it can mean.
    """
    if meant:
        return error(
            place,
            "quote-ambiguous",
            f"“{quotation.quote}” stands {len(meant)} times in {quotation.segment or source.id} ({', '.join(dict.fromkeys(meant))})",
            "Add the words before or after it as prefix or suffix",
        )
    if places:
        return error(
            place,
            "quote-not-found",
            f"“{quotation.quote}” is not in {quotation.segment} of {source.id}",
            f"It stands in {', '.join(dict.fromkeys(places))}: correct `segment`, or quote what is meant",
        )
    words = (quotation.quote, quotation.prefix, quotation.suffix)
    return error(
        place,
        "quote-not-found",
        f"“{quotation.quote}” is not in {source.id}, as it reads after emendations",
        emended_away(((each.segment, each.reading) for each in source.text), *words)
        or _of_the_archive(source, *words)
        or not_found_hint("\n".join(each.reading.text for each in source.text), *words),
    )


def _of_the_archive(source: Source, quote: str, prefix: str, suffix: str) -> str:
    """What to tell an editor who quotes not the source, but its translation, or its text as it is
    converted for a page; empty where the words are in neither.
    """
    for each in source.text:
        for rendition in each.renditions:
            if locate(rendition.text, quote, prefix, suffix):
                text = each.reading.text
                said = f"{text[:_SHOWN]}…" if len(text) > _SHOWN else text
                return f"It stands in the {rendition.lang} of {each.segment.id}, which is a {rendition.derivation}: quote the source, which says “{said}”"
    return ""


def _read_before(quotations: list[tuple[Passage, Place, str]]) -> tuple[Problem, ...]:
    """The problems of quotations from a text as it read before; one, where there are many: then
    they are right, and what emends the text is not.
    """
    if len(quotations) < _MANY:
        return tuple(
            error(
                place,
                "quote-not-found",
                f"“{quotation.quote}” is not in {quotation.source}, as it reads now",
                STOOD.format(id),
            )
            for quotation, place, id in quotations
        )
    ids, source = dict.fromkeys(id for *_, id in quotations), quotations[0][0].source
    problem = error(
        Place(f"editorial/sources/{source}/emendations.yml"),
        "quote-not-found",
        f"{len(quotations)} quotations of {source} are of words that stood there when it was translated, and do not now ({', '.join(ids)})",
        f"If emendations were changed or deleted, restore them as Git has them; else quote what is read now: {listed(place for _, place, _ in quotations)}",
    )
    return (replace(problem, also=tuple(place for _, place, _ in quotations)),)
