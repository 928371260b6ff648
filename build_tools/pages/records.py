"""The pages of single records: actors, events, terms and cases."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from build_tools.model.archive import Archive
from build_tools.model.authority import Actor, Event
from build_tools.model.dates import order
from build_tools.model.record import LANGS, Bilingual
from build_tools.model.teaching import Case
from build_tools.model.termbase import Forms, Term
from build_tools.pages.view import View, in_brief


def pages(view: View) -> Iterator[tuple[str, dict[str, Any], str]]:
    """(name under docs/archive/, front matter, body) of every record's page."""
    archive = view.archive
    for actor in archive.actors.values():
        yield _page(view, "actor", actor.id, "actors", actor=actor,
                    parts=[a for a in archive.actors.values() if a.part_of == actor.id],
                    sources=[s.id for s in archive.sources.values() if any(p.actor == actor.id for p in s.record.publications)
                             or any(r.outlet == actor.id for r in s.record.reports)],
                    events=by_date(archive.events_of(actor.id)))
    for event in archive.events.values():
        yield _page(view, "event", event.id, "events", event=event, children=by_date(archive.children(event.id)),
                    cases=[c for c in archive.cases.values() if event.id in c.events])
    for term in archive.terms.values():
        yield _page(view, "term", term.id, "terms", term=term, forms=_forms(view, term))
    claims = Counter(shelf for (kind, _), shelf in view.shelves.items() if kind == "claim")
    for case in archive.cases.values():
        yield _page(view, "case", case.id, "cases", case=case, contradictions=_contradictions(archive, case), claims=claims[case.id],
                    actors=_actors(archive, case), events=by_date(tuple(archive.events[id] for id in case.events if id in archive.events)))


def by_date(events: tuple[Event, ...]) -> list[Event]:
    """The events in order of time, open years last."""
    return sorted(events, key=lambda e: (order(e.date), e.id))


def _page(view: View, kind: str, id: str, folder: str, **context: Any) -> tuple[str, dict[str, Any], str]:
    name = view.archive.names[kind, id]
    front = {"title": f"{name['en']} {name['zh-Hans']}", "description": in_brief(_about(context[kind]))}
    return f"{folder}/{id}.md", front, view.page(f"pages/{kind}.html", "../", **context)


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


def _forms(view: View, term: Term) -> dict[str, dict[str, Any]]:
    """A term's forms by language; where a region has none of its own, those of the mainland in its script."""
    own: dict[str, Forms | None] = {"en": term.forms.en, "zh-Hans": term.forms.zh_hans,
                                    "zh-Hant-TW": term.forms.zh_hant_tw, "zh-Hant-HK": term.forms.zh_hant_hk}
    rows = {}
    for lang in LANGS:
        forms = own[lang]
        if forms:
            rows[lang] = {"preferred": forms.preferred, "admitted": forms.admitted, "forbidden": forms.forbidden}
        else:
            script = lambda text, lang=lang: view.convert({"en": "", "zh-Hans": text})[lang]  # noqa: E731
            base = term.forms.zh_hans
            rows[lang] = {"preferred": script(base.preferred), "admitted": tuple(map(script, base.admitted)),
                          "forbidden": tuple(map(script, base.forbidden))}
    return rows


def _contradictions(archive: Archive, case: Case) -> list[str]:
    """The contradictions that rest on the case's sources."""
    return [id for id, each in archive.contradictions.items() if any(p.source in case.sources for p in archive.passages_of(each))]


def _actors(archive: Archive, case: Case) -> list[tuple[str, int]]:
    counts: Counter[str] = Counter()
    for (kind, id), places in archive.sightings.items():
        if kind == "actor":
            counts[id] += sum(place.source in case.sources for place in places)
    return sorted(((id, n) for id, n in counts.items() if n), key=lambda item: (-item[1], item[0]))
