"""Every quotation in the records that must be found in a source, with its place."""

from build_tools.model.problem import Place
from build_tools.model.record import Passage
from build_tools.readers.editorial import Editorial


def quotations(editorial: Editorial) -> tuple[tuple[Passage, Place], ...]:
    """The evidence of actors, roles, events, emendations and questions. Shown as a link to the segment."""
    found: list[tuple[Passage, Place]] = []
    for actor in editorial.actors.values():
        found += [(p, editorial.place("actors", actor.id, "evidence", n)) for n, p in enumerate(actor.evidence)]
        found += [(p, editorial.place("actors", actor.id, "roles", r, "evidence", n))
                  for r, role in enumerate(actor.roles) for n, p in enumerate(role.evidence)]
    for event in editorial.events.values():
        found += [(p, editorial.place("events", event.id, "evidence", n)) for n, p in enumerate(event.evidence)]
    for claim in editorial.claims.values():
        found += [(p, editorial.place("claims", claim.id, "evidence", n)) for n, p in enumerate(claim.evidence)]
    for each in editorial.contradictions.values():
        found += [(p, editorial.place("contradictions", each.id, "sides", s, "evidence", n))
                  for s, side in enumerate(each.sides) for n, p in enumerate(side.evidence)]
    for case in editorial.cases.values():
        found += [(p, editorial.place("cases", case.id, "questions", q, "looks_at", n))
                  for q, question in enumerate(case.questions) for n, p in enumerate(question.looks_at)]
    for files in editorial.sources.values():
        found += [(p, place) for emendation, place in files.emendations for p in emendation.evidence]
    return tuple(found)
