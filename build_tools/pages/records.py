"""The pages of single records: actors, events, terms and cases."""

from collections import Counter
from collections.abc import Iterable, Iterator
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
        yield _page(
            view,
            "actor",
            actor.id,
            "actors",
            actor=actor,
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
    for event in archive.events.values():
        yield _page(
            view,
            "event",
            event.id,
            "events",
            event=event,
            children=by_date(
                archive.events[id] for id in archive.naming("event", "parent", event.id)
            ),
            cases=[archive.cases[id] for id in archive.naming("case", "events", event.id)],
        )
    for term in archive.terms.values():
        yield _page(view, "term", term.id, "terms", term=term, forms=_forms(view, term))
    contradictions = _by_source(archive)
    claims = Counter(shelf for (kind, _), shelf in view.shelves.items() if kind == "claim")
    for case in archive.cases.values():
        yield _page(
            view,
            "case",
            case.id,
            "cases",
            case=case,
            contradictions=sorted(
                {id for source in case.sources for id in contradictions.get(source, ())}
            ),
            claims=claims[case.id],
            actors=_actors(archive, case),
            events=by_date(archive.events[id] for id in case.events if id in archive.events),
        )


def by_date(events: Iterable[Event]) -> list[Event]:
    """The events in order of time, open years last."""
    return sorted(events, key=lambda e: (order(e.date), e.id))


def _page(
    view: View, kind: str, id: str, folder: str, **context: Any
) -> tuple[str, dict[str, Any], str]:
    name = view.archive.names[kind, id]
    front = {
        "title": f"{name['en']} {name['zh-Hans']}",
        "description": in_brief(_about(context[kind])),
    }
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
    """A term's forms by language; where a region has none of its own, those of the mainland in its
    script.
    """
    own: dict[str, Forms | None] = {
        "en": term.forms.en,
        "zh-Hans": term.forms.zh_hans,
        "zh-Hant-TW": term.forms.zh_hant_tw,
        "zh-Hant-HK": term.forms.zh_hant_hk,
    }
    rows = {}
    for lang in LANGS:
        forms = own[lang]
        if forms:
            rows[lang] = {
                "preferred": forms.preferred,
                "admitted": forms.admitted,
                "forbidden": forms.forbidden,
            }
        else:
            base = term.forms.zh_hans
            rows[lang] = {
                "preferred": _in_script(view, lang, base.preferred),
                "admitted": tuple(_in_script(view, lang, each) for each in base.admitted),
                "forbidden": tuple(_in_script(view, lang, each) for each in base.forbidden),
            }
    return rows


def _in_script(view: View, lang: str, text: str) -> str:
    return view.convert({"en": "", "zh-Hans": text})[lang]


def _by_source(archive: Archive) -> dict[str, list[str]]:
    """Source -> the contradictions that rest on it."""
    found: dict[str, list[str]] = {}
    for id, each in archive.contradictions.items():
        for source in {passage.source for passage in archive.passages_of(each)}:
            found.setdefault(source, []).append(id)
    return found


def _actors(archive: Archive, case: Case) -> list[tuple[str, int]]:
    counts: Counter[str] = Counter()
    for source in case.sources:
        counts.update(
            {str(id): n for (kind, id), n in archive.counted[source].items() if kind == "actor"}
        )
    return sorted(((id, n) for id, n in counts.items() if n), key=lambda item: (-item[1], item[0]))
