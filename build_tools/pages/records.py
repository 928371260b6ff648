"""The pages of single records: actors, events, terms and cases."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model.archive import Archive
from build_tools.model.authority import Actor, Event
from build_tools.model.dossier import Statement
from build_tools.model.record import LANGS, Bilingual
from build_tools.model.teaching import Case, Reference
from build_tools.model.termbase import Term
from build_tools.pages.context import Page, PageContext
from build_tools.pages.dossiers import by_date, numbered, words
from build_tools.pages.view import View, in_brief


@dataclass(frozen=True, slots=True)
class ActorPage(PageContext):
    """One actor."""

    template = "actor.html"
    actor: Actor
    parts: list[Actor]
    """What is part of it."""
    sources: list[str]
    """What it published."""
    events: list[Event]


@dataclass(frozen=True, slots=True)
class EventPage(PageContext):
    """One event."""

    template = "event.html"
    event: Event
    children: list[Event]
    cases: list[Case]


@dataclass(frozen=True, slots=True)
class FormsShown:
    """A term's forms in one language of one region."""

    preferred: str
    admitted: tuple[str, ...]
    forbidden: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TermPage(PageContext):
    """One term."""

    template = "term.html"
    term: Term
    forms: dict[str, FormsShown]
    """By language."""


@dataclass(frozen=True, slots=True)
class CasePage(PageContext):
    """One case."""

    template = "case.html"
    case: Case
    contradictions: list[str]
    claims: int
    """How many are shelved under it."""
    actors: list[tuple[str, int]]
    """(id, how often its sources mention it)."""
    events: list[Event]
    notes: dict[Statement, int]
    """The number of the note to each sentence of its dossier."""
    words: list[str]
    """Terms that its sources use."""
    coded: list[str]
    """Its sources that have coded passages."""
    references: list[Reference]


def pages(view: View) -> Iterator[Page]:
    """The page of every record."""
    archive = view.archive
    for actor in archive.actors.values():
        yield _page(view, "actor", actor, _actor_page(archive, actor))
    for event in archive.events.values():
        children = by_date(archive.events[id] for id in archive.naming("event", "parent", event.id))
        cases = [archive.cases[id] for id in archive.naming("case", "events", event.id)]
        yield _page(view, "event", event, EventPage(event, children, cases))
    for term in archive.terms.values():
        yield _page(view, "term", term, TermPage(term, _forms(view, term)))
    claims = Counter(shelf for (kind, _), shelf in view.shelves.items() if kind == "claim")
    disputed: dict[str, list[str]] = defaultdict(list)
    for id in archive.contradictions:
        disputed[view.shelves["contradiction", id]].append(id)
    for case in archive.cases.values():
        events = by_date(archive.events[id] for id in case.events if id in archive.events)
        actors = _actors(archive, case)
        context = CasePage(
            case,
            disputed[case.id],
            claims[case.id],
            actors,
            events,
            numbered(case.dossier) if case.dossier else {},
            words(archive, case),
            [id for id in case.sources if archive.sources[id].codings.passages],
            _reading(archive, case),
        )
        yield _page(view, "case", case, context)


def _actor_page(archive: Archive, actor: Actor) -> ActorPage:
    return ActorPage(
        actor,
        parts=[archive.actors[id] for id in archive.naming("actor", "part_of", actor.id)],
        sources=sorted(
            {
                *archive.naming("source", "publications", actor.id),
                *archive.naming("source", "reports", actor.id),
            }
        ),
        events=by_date(
            archive.events[id] for id in archive.naming("event", "participants", actor.id)
        ),
    )


def _page(view: View, kind: str, record: Actor | Case | Event | Term, context: PageContext) -> Page:
    name = view.archive.names[kind, record.id]
    front = {
        "title": f"{name['en']} {name['zh-Hans']}",
        "description": in_brief(_about(record)),
    }
    return f"{kind}s/{record.id}.md", front, view.page("../", context)


def _about(record: Actor | Case | Event | Term) -> Bilingual:
    match record:
        case Actor():
            return record.description
        case Event():
            return record.summary
        case Term():
            return record.definition
        case Case():
            return record.abstract


def _forms(view: View, term: Term) -> dict[str, FormsShown]:
    """A term's forms by language; where a region has none of its own, those of the mainland in its
    script.
    """
    own, base = term.forms.by_lang, term.forms.zh_hans
    return {
        lang: FormsShown(forms.preferred, forms.admitted, forms.forbidden)
        if (forms := own.get(lang))
        else FormsShown(
            _in_script(view, lang, base.preferred),
            tuple(_in_script(view, lang, each) for each in base.admitted),
            tuple(_in_script(view, lang, each) for each in base.forbidden),
        )
        for lang in LANGS
    }


def _in_script(view: View, lang: str, text: str) -> str:
    return view.convert({"en": "", "zh-Hans": text})[lang]


def _reading(archive: Archive, case: Case) -> list[Reference]:
    """The publications that its dossier recommends, in its order."""
    there = {each["id"]: each for each in archive.vocabulary.get("references", ())}
    return [there[id] for id in (case.dossier.reading if case.dossier else ()) if id in there]


def _actors(archive: Archive, case: Case) -> list[tuple[str, int]]:
    counts: Counter[str] = Counter()
    for source in case.sources:
        counts.update(
            {str(id): n for (kind, id), n in archive.counted[source].items() if kind == "actor"}
        )
    return sorted(
        ((id, n) for id, n in counts.items() if n), key=lambda entry: (-entry[1], entry[0])
    )
