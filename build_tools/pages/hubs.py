"""The few pages that lead to all others."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args, get_type_hints

from build_tools.model.archive import Archive, Source
from build_tools.model.authority import Actor, Event
from build_tools.model.claims import Claim, Contradiction
from build_tools.model.dates import order
from build_tools.model.record import Bilingual, Passage
from build_tools.model.termbase import Term
from build_tools.pages.context import Page, PageContext
from build_tools.pages.dossiers import by_date
from build_tools.pages.excerpts import LEAF
from build_tools.pages.figures import figures
from build_tools.pages.shelves import on_shelves, titled
from build_tools.pages.true_of import states
from build_tools.pages.view import View


@dataclass(frozen=True, slots=True)
class CasesHub(PageContext):
    """The list of all cases."""

    template = "hub-cases.html"


@dataclass(frozen=True, slots=True)
class ActorsHub(PageContext):
    """The list of all actors, kind by kind."""

    template = "hub-actors.html"
    kinds: dict[str, list[tuple[Actor, int]]]
    """Kind -> the actors and how often each is mentioned."""


@dataclass(frozen=True, slots=True)
class EventsHub(PageContext):
    """The list of all events, case by case."""

    template = "hub-events.html"
    by_case: list[tuple[str, list[Event]]]
    """By the case's id; those of no case come last, under none."""


@dataclass(frozen=True, slots=True)
class TermsHub(PageContext):
    """The list of all terms, domain by domain."""

    template = "hub-terms.html"
    domains: dict[str, list[tuple[Term, int]]]
    """Domain -> the terms and how often each occurs."""


@dataclass(frozen=True, slots=True)
class SourcesHub(PageContext):
    """One leaf of the list of sources."""

    template = "hub-sources.html"
    sources: list[Source]
    here: str
    """The name of this leaf."""
    leaves: dict[str, list[Source]]
    states: dict[str, dict[str, int]]
    """Source -> how many of its segments stand in each state of translation."""


@dataclass(frozen=True, slots=True)
class ClaimsHub(PageContext):
    """The list of the shelves of claims."""

    template = "hub-claims.html"
    shelved: dict[str, list[Claim]]


@dataclass(frozen=True, slots=True)
class ClaimsPage(PageContext):
    """The claims of one shelf."""

    template = "claims.html"
    shelf: str
    claims: list[Claim]
    contradicted_in: dict[str, list[str]]
    """Claim -> the contradictions in which it is one of the sides."""


@dataclass(frozen=True, slots=True)
class ContradictionsHub(PageContext):
    """The list of the shelves of contradictions."""

    template = "hub-contradictions.html"
    shelved: dict[str, list[Contradiction]]


@dataclass(frozen=True, slots=True)
class ContradictionsPage(PageContext):
    """The contradictions of one shelf."""

    template = "contradictions.html"
    shelf: str
    contradictions: list[Contradiction]


@dataclass(frozen=True, slots=True)
class ColophonPage(PageContext):
    """The page on how the archive was made."""

    template = "colophon.html"
    figures: dict[str, int]
    """By their labels."""
    statements: tuple[Bilingual, ...]
    """What archive.yml says of who made the archive."""


@dataclass(frozen=True, slots=True)
class HomePage(PageContext):
    """The first page of the archive."""

    template = "home.html"
    figures: dict[str, int]
    question: Contradiction | None
    """That to which the sources give the most answers."""
    question_cites: list[tuple[Passage, ...]]
    """For each answer, the first passage behind it."""


def pages(view: View) -> Iterator[Page]:
    """Every hub."""
    archive = view.archive
    hubs = (
        ("cases", "Cases 案例", CasesHub()),
        ("actors", "Actors 人物与机构", ActorsHub(_by_kind(archive))),
        ("events", "Events 事件", EventsHub(_events_by_case(archive))),
        ("terms", "Glossary 术语", TermsHub(_by_domain(archive))),
    )
    for name, title, hub in hubs:
        yield f"{name}/index.md", {"title": title}, view.page("../", hub)
    yield from _catalogue(view)
    yield from _claims(view)
    yield from _contradictions(view)
    counted = figures(archive)
    colophon = ColophonPage(counted, archive.settings.colophon)
    yield "colophon.md", {"title": "Colophon 编后记"}, view.page("", colophon)
    yield "home.html", {}, view.page("archive/", HomePage(_few(counted), *_question(archive)))


def _catalogue(view: View) -> Iterator[Page]:
    """The list of sources in order of their ids, a hundred to a leaf. No id holds a dot, so
    `index.2` is nobody's page.
    """
    sources = list(view.archive.sources.values())
    leaves = [sources[at : at + LEAF] for at in range(0, len(sources), LEAF)] or [[]]
    named = {
        f"index.{number}" if number > 1 else "index": leaf for number, leaf in enumerate(leaves, 1)
    }
    for name, leaf in named.items():
        context = SourcesHub(leaf, name, named, {each.id: states(each) for each in leaf})
        yield f"sources/{name}.md", {"title": "Sources 来源"}, view.page("../", context)


def _claims(view: View) -> Iterator[Page]:
    """A line for each claim, and the claims themselves on a page for each case."""
    archive, title = view.archive, "Claims 主张"
    claims = sorted(archive.claims.values(), key=lambda claim: (order(claim.date), claim.id))
    shelved = on_shelves(archive, claims, lambda claim: (view.shelves["claim", claim.id],))
    disputed = contradicted_in(archive)
    yield "claims.md", {"title": title}, view.page("", ClaimsHub(shelved))
    for shelf, own in shelved.items():
        front = {"title": titled(archive, title, shelf)}
        yield f"claims/{shelf}.md", front, view.page("../", ClaimsPage(shelf, own, disputed))


def _contradictions(view: View) -> Iterator[Page]:
    """As the claims."""
    archive, title = view.archive, "Contradictions 互相矛盾之处"
    shelved = on_shelves(
        archive,
        archive.contradictions.values(),
        lambda each: (view.shelves["contradiction", each.id],),
    )
    yield "contradictions.md", {"title": title}, view.page("", ContradictionsHub(shelved))
    for shelf, own in shelved.items():
        front = {"title": titled(archive, title, shelf)}
        yield f"contradictions/{shelf}.md", front, view.page("../", ContradictionsPage(shelf, own))


def _few(all_figures: dict[str, int]) -> dict[str, int]:
    return {
        key: all_figures[key]
        for key in ("cases", "sources", "segments", "actors", "events", "terms")
    }


def _question(archive: Archive) -> tuple[Contradiction | None, list[tuple[Passage, ...]]]:
    """The question to which the sources give the most answers, and the first passage behind each
    answer.
    """
    asked = min(
        archive.contradictions.values(), key=lambda each: (-len(each.sides), each.id), default=None
    )
    resting = (
        [
            (*side.evidence, *(p for id in side.claims for p in archive.claims[id].evidence))
            for side in asked.sides
        ]
        if asked
        else []
    )
    return asked, [passages[:1] for passages in resting]


def _by_kind(archive: Archive) -> dict[str, list[tuple[Actor, int]]]:
    kinds = get_args(get_type_hints(Actor)["kind"])
    return {
        kind: [
            (a, len(archive.seen("actor", a.id))) for a in archive.actors.values() if a.kind == kind
        ]
        for kind in kinds
    }


def _by_domain(archive: Archive) -> dict[str, list[tuple[Term, int]]]:
    domains = get_args(get_type_hints(Term)["domain"])
    return {
        domain: [
            (t, len(archive.seen("term", t.id)))
            for t in archive.terms.values()
            if t.domain == domain
        ]
        for domain in domains
    }


def _events_by_case(archive: Archive) -> list[tuple[str, list[Event]]]:
    grouped = [
        (case.id, by_date(tuple(archive.events[id] for id in case.events if id in archive.events)))
        for case in archive.cases.values()
    ]
    in_cases = {id for case in archive.cases.values() for id in case.events}
    rest = by_date(tuple(e for e in archive.events.values() if e.id not in in_cases))
    return [*grouped, *([("", rest)] if rest else [])]


def contradicted_in(archive: Archive) -> dict[str, list[str]]:
    """The contradictions in which a claim is one of the sides."""
    found: dict[str, list[str]] = {}
    for contradiction in archive.contradictions.values():
        for id in dict.fromkeys(id for side in contradiction.sides for id in side.claims):
            found.setdefault(id, []).append(contradiction.id)
    return found
