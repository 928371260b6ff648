"""Quotations in records -> the segments they stand in."""

from build_tools.model.archive import Source
from build_tools.model.problem import Place, Problem, error
from build_tools.model.quote import locate, not_found_hint
from build_tools.model.record import Passage
from build_tools.stages.emended_away import emended_away


def cite(quotations: tuple[tuple[Passage, Place], ...], sources: dict[str, Source],
         unread: frozenset[str] = frozenset()) -> tuple[dict[Passage, str], tuple[Problem, ...]]:
    """Each quotation's segment id. The words are looked for in the reading, in the source's own language.

    `unread` are the sources of which something could not be read: what is missing there is no fault of the quotation. That there
    is no such source is told where records are checked.
    """
    found: dict[Passage, str] = {}
    problems: list[Problem] = []
    for quotation, place in quotations:
        source = sources.get(quotation.source)
        if source is None or quotation.source in unread:
            continue
        places = [each.segment.id for each in source.text
                  for _ in locate(each.reading.text, quotation.quote, quotation.prefix, quotation.suffix)]
        if len(places) == 1:
            found[quotation] = places[0]
        elif places:
            problems.append(error(place, "quote-ambiguous", f"“{quotation.quote}” stands {len(places)} times in {source.id} ({', '.join(dict.fromkeys(places))})",
                                  "Add the words before or after it as prefix or suffix"))
        else:
            problems.append(error(place, "quote-not-found", f"“{quotation.quote}” is not in {source.id}, as it reads after emendations",
                                  emended_away(((each.segment, each.reading) for each in source.text), quotation.quote, quotation.prefix, quotation.suffix)
                                  or not_found_hint("\n".join(each.reading.text for each in source.text), quotation.quote, quotation.prefix, quotation.suffix)))
    return found, tuple(problems)
