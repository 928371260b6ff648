"""The few pages that lead to all others."""

from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

from build_tools.model.archive import Archive
from build_tools.model.authority import Actor
from build_tools.model.dates import order
from build_tools.model.kinds import KINDS
from build_tools.model.termbase import Term
from build_tools.pages.excerpts import LEAF
from build_tools.pages.records import by_date
from build_tools.pages.shelves import on_shelves, titled
from build_tools.pages.true_of import states
from build_tools.pages.view import View


def pages(view: View) -> Iterator[tuple[str, dict[str, Any], str]]:
    """(name under docs/archive/, front matter, body) of every hub."""
    archive = view.archive
    for name, title, extra in (
        ("cases", "Cases 案例", {}),
        ("actors", "Actors 人物与机构", {"kinds": _by_kind(archive)}),
        ("events", "Events 事件", {"by_case": _events_by_case(archive)}),
        ("terms", "Glossary 术语", {"domains": _by_domain(archive)}),
    ):
        yield (
            f"{name}/index.md",
            {"title": title},
            view.page(f"pages/hub-{name}.html", "../", **extra),
        )
    yield from _catalogue(view)
    claims = sorted(archive.claims.values(), key=lambda claim: (order(claim.date), claim.id))
    yield from _shelved(view, "claim", "Claims 主张", claims, told_in=told_in(archive))
    yield from _shelved(
        view, "contradiction", "Contradictions 互相矛盾之处", list(archive.contradictions.values())
    )
    yield (
        "colophon.md",
        {"title": "Colophon 编后记"},
        view.page(
            "pages/colophon.html",
            "",
            figures=figures(archive),
            statements=archive.settings.colophon,
        ),
    )
    yield (
        "home.html",
        {},
        view.page(
            "pages/home.html", "archive/", figures=_few(figures(archive)), **_question(archive)
        ),
    )


def _catalogue(view: View) -> Iterator[tuple[str, dict[str, Any], str]]:
    """The list of sources in order of their ids, a hundred to a leaf. No id holds a dot, so
    `index.2` is nobody's page.
    """
    sources = list(view.archive.sources.values())
    leaves = [sources[at : at + LEAF] for at in range(0, len(sources), LEAF)] or [[]]
    named = {
        f"index.{number}" if number > 1 else "index": leaf for number, leaf in enumerate(leaves, 1)
    }
    for name, leaf in named.items():
        yield (
            f"sources/{name}.md",
            {"title": "Sources 来源"},
            view.page(
                "pages/hub-sources.html",
                "../",
                sources=leaf,
                here=name,
                leaves=named,
                states={each.id: states(each) for each in leaf},
            ),
        )


def _shelved(
    view: View, kind: str, title: str, records: list[Any], **context: Any
) -> Iterator[tuple[str, dict[str, Any], str]]:
    """A line for each record, and the records themselves on a page for each case."""
    shelved = on_shelves(view.archive, records, lambda record: (view.shelves[kind, record.id],))
    yield f"{kind}s.md", {"title": title}, view.page(f"pages/hub-{kind}s.html", "", shelved=shelved)
    for shelf, those in shelved.items():
        yield (
            f"{kind}s/{shelf}.md",
            {"title": titled(view.archive, title, shelf)},
            view.page(f"pages/{kind}s.html", "../", shelf=shelf, those=those, **context),
        )


def figures(archive: Archive) -> dict[str, int]:
    """What the archive holds, counted from the records."""
    named = [
        place
        for (kind, _), places in archive.sightings.items()
        if KINDS[kind].names
        for place in places
    ]
    texts = [each for source in archive.sources.values() for each in source.text]
    return {
        "sources": len(archive.sources),
        "reports": sum(max(1, len(s.cleaned.reports)) for s in archive.sources.values()),
        "characters": sum(len(s.cleaned.seed.text) for s in archive.sources.values()),
        "segments": len(texts),
        "translated": sum(each.translation.state != "untranslated" for each in texts),
        "reviewed": sum(each.translation.state == "reviewed" for each in texts),
        "waivers": sum(len(each.translation.waived) for each in texts),
        "emendations": sum(len(each.reading.changes) for each in texts),
        "hidden": sum(len(s.cleaned.debris) for s in archive.sources.values()),
        "cut-offs": sum(bool(each.segment.cut) for each in texts),
        "claims": len(archive.claims),
        "contradictions": len(archive.contradictions),
        "cases": len(archive.cases),
        "actors": len(archive.actors),
        "events": len(archive.events),
        "terms": len(archive.terms),
        "date-marks": sum(
            len(places) for (kind, _), places in archive.sightings.items() if kind == "date"
        ),
        "mentions": sum(
            len(places)
            for (kind, _), places in archive.sightings.items()
            if kind in ("actor", "event")
        ),
        "named": len(named),
        "confirmed": sum(all(m.standing != "suggested" for m in place.marks) for place in named),
    }


def _few(all_figures: dict[str, int]) -> dict[str, int]:
    return {
        key: all_figures[key]
        for key in ("cases", "sources", "segments", "actors", "events", "terms")
    }


def _question(archive: Archive) -> dict[str, Any]:
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
    return {"question": asked, "question_cites": [passages[:1] for passages in resting]}


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


def _events_by_case(archive: Archive) -> list[tuple[str, list[Any]]]:
    grouped = [
        (case.id, by_date(tuple(archive.events[id] for id in case.events if id in archive.events)))
        for case in archive.cases.values()
    ]
    told = {id for case in archive.cases.values() for id in case.events}
    rest = by_date(tuple(e for e in archive.events.values() if e.id not in told))
    return [*grouped, *([("", rest)] if rest else [])]


def told_in(archive: Archive) -> dict[str, list[str]]:
    """The contradictions in which a claim is one of the sides."""
    found: dict[str, list[str]] = {}
    for contradiction in archive.contradictions.values():
        for id in dict.fromkeys(id for side in contradiction.sides for id in side.claims):
            found.setdefault(id, []).append(contradiction.id)
    return found
