"""dossier-grounds: a sentence of a dossier that rests on nothing. dossier-shape: a decision, a quiz or a
stakeholder that a class could not use; an abstract that is longer than case centres take.
"""

from collections.abc import Iterator

from rapidfuzz import process

from build_tools.model.dossier import Dossier, Statement
from build_tools.model.editorial import Editorial
from build_tools.model.problem import Problem, error, warning
from build_tools.model.text import Seed
from build_tools.model.walk import Way

_BRIEF_EN, _ABSTRACT_ZH = 130, 300
"""Words of the brief abstract; Chinese characters of an abstract (中国管理案例共享中心 asks for 300)."""


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """What keeps a dossier from being taught as it stands."""
    for id, case in editorial.cases.items():
        if not case.dossier:
            continue
        for way, statement in _statements(case.dossier):
            if not statement.is_grounded:
                yield error(
                    editorial.place("cases", id, "dossier", *way),
                    "dossier-grounds",
                    f"“{statement.say.en}” rests on nothing",
                    "Give it `quotes`, `claims` or `events`, or take it out",
                )
        for n, unknown, hint in _unknown(case.dossier, editorial):
            yield error(
                editorial.place("cases", id, "dossier", "reading", n),
                "id-unknown",
                f"There is no reference “{unknown}” in the vocabulary",
                hint,
            )
        for way, what, hint in _unusable(case.dossier, case.events):
            place = editorial.place("cases", id, "dossier", *way)
            yield error(place, "dossier-shape", what, hint)
        if len(case.abstract.zh_hans) > _ABSTRACT_ZH:
            yield warning(
                editorial.place("cases", id, "abstract", "zh-Hans"),
                "dossier-shape",
                f"The Chinese abstract has {len(case.abstract.zh_hans)} characters",
                f"Case centres take {_ABSTRACT_ZH} at most",
            )


def _unknown(dossier: Dossier, editorial: Editorial) -> Iterator[tuple[int, str, str]]:
    """(number, id, what may be meant) of each reference that is not there."""
    there = [each["id"] for each in editorial.vocabulary.get("references", ())]
    for n, id in enumerate(dossier.reading):
        if id not in there:
            near = process.extractOne(id, there, score_cutoff=60)
            yield (
                n,
                id,
                f"Did you mean {near[0]}?" if near else "Add it under `references`, or take it out",
            )


def _statements(dossier: Dossier) -> Iterator[tuple[Way, Statement]]:
    """Every sentence that must rest on something, with the way to it."""
    for name in ("background", "narrative"):
        for n, paragraph in enumerate(getattr(dossier, name)):
            for at, statement in enumerate(paragraph.sentences):
                yield (name, n, "sentences", at), statement
    for n, each in enumerate(dossier.stakeholders):
        yield ("stakeholders", n, "stake"), each.stake
    for n, decision in enumerate(dossier.decisions):
        for at, statement in enumerate(decision.then):
            yield ("decisions", n, "then", at), statement


def _unusable(dossier: Dossier, events: tuple[str, ...]) -> Iterator[tuple[Way, str, str]]:
    """(where, what, how to mend it) of what a class could not use."""
    if len(dossier.brief.en.split()) > _BRIEF_EN:
        yield ("brief", "en"), f"It has {len(dossier.brief.en.split())} words", "Make it about 100"
    for name in ("decisions", "quiz"):
        ids = [each.id for each in getattr(dossier, name)]
        for n, id in enumerate(ids):
            if id in ids[:n]:
                yield (name, n, "id"), f"“{id}” stands twice", "Give one of them an id of its own"
    for n, stakeholder in enumerate(dossier.stakeholders):
        if bool(stakeholder.actor) == bool(stakeholder.concept):
            yield (
                ("stakeholders", n),
                "A stakeholder is either an `actor` or a `concept`",
                "Give one of the two",
            )
    for n, decision in enumerate(dossier.decisions):
        if len(decision.options) < 2:
            yield (
                ("decisions", n, "options"),
                f"“{decision.id}” leaves nothing to decide",
                "Give it two options at least",
            )
        if decision.after not in events:
            yield (
                ("decisions", n, "after"),
                f"“{decision.after}” is no event of this case",
                "Name one of its `events`",
            )
    for n, question in enumerate(dossier.quiz):
        right = sum(answer.is_right for answer in question.answers)
        if right != 1 or len(question.answers) < 2:
            yield (
                ("quiz", n, "answers"),
                f"“{question.id}” has {right} right answers of {len(question.answers)}",
                "Give it two answers at least, one of them with `is_right: true`",
            )
