"""What the page of a case and its class mode draw from its dossier: numbered notes, the steps of a class,
the words to know.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.model.archive import Archive
from build_tools.model.authority import Event
from build_tools.model.dates import order
from build_tools.model.dossier import Decision, Dossier, Statement
from build_tools.model.teaching import Case
from build_tools.pages.context import Page, PageContext
from build_tools.pages.view import View

_WORDS = 40
"""Terms on a word list: about what a class can learn beforehand."""


@dataclass(frozen=True, slots=True)
class Step:
    """One screen of a class: what happened, or what is to be decided before the next."""

    event: Event | None = None
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class ClassPage(PageContext):
    """One case as a class walks through it, step by step."""

    template = "class.html"
    case: Case
    steps: list[Step]


def pages(view: View) -> Iterator[Page]:
    """The class mode of every case."""
    for case in view.archive.cases.values():
        name = view.archive.names["case", case.id]
        front = {"title": f"In class 课堂 {name['en']}"}
        context = ClassPage(case, steps(view.archive, case))
        yield f"class/{case.id}.md", front, view.page("../", context)


def steps(archive: Archive, case: Case) -> list[Step]:
    """The events of a case in the order of its record, each followed by what had to be decided then.

    The record has them as they became known. In order of time, an event that holds the others, or one of no
    certain day, would come first and tell the outcome (“December 2023: two outlets dismiss …”).
    """
    decisions = case.dossier.decisions if case.dossier else ()
    found = []
    for event in (archive.events[id] for id in case.events if id in archive.events):
        found.append(Step(event=event))
        found += [Step(decision=each) for each in decisions if each.after == event.id]
    return found


def by_date(events: Iterable[Event]) -> list[Event]:
    """The events in order of time, open years last."""
    return sorted(events, key=lambda e: (order(e.date), e.id))


def numbered(dossier: Dossier) -> dict[Statement, int]:
    """The number of the note to each sentence, in the order in which the page prints them."""
    notes = [
        *(each for part in dossier.background for each in part.sentences),
        *(each for part in dossier.narrative for each in part.sentences),
        *(each.stake for each in dossier.stakeholders),
        *(each for decision in dossier.decisions for each in decision.then),
    ]
    return {each: n for n, each in enumerate(dict.fromkeys(notes), 1)}


def words(archive: Archive, case: Case) -> list[str]:
    """The terms that its sources use, the most frequent first."""
    counts: Counter[str] = Counter()
    for source in case.sources:
        counts.update(
            {str(id): n for (kind, id), n in archive.counted[source].items() if kind == "term"}
        )
    ranked = sorted(
        ((id, n) for id, n in counts.items() if n), key=lambda each: (-each[1], each[0])
    )
    return [id for id, _ in ranked[:_WORDS]]
