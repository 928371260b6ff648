"""PR concepts: a page for each concept and framework of the vocabulary, with every passage that is
coded with it, and their list.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from build_tools.model.archive import Archive, Coded
from build_tools.model.codings import NotCodable
from build_tools.model.teaching import Reference
from build_tools.pages.context import Page, PageContext, Words
from build_tools.pages.excerpts import CODED
from build_tools.pages.shelves import APART
from build_tools.pages.view import View, in_brief

_ID = re.compile(r"(?<![A-Za-z.])[a-z]{2}\.[a-z0-9]+(?:-[a-z0-9]+)*")
"""A concept that our prose names by its id: the `rs.adjusting-info` of a boundary."""
_SAID = ("boundary", "caution", "limits", "note")


@dataclass(frozen=True, slots=True)
class Shelved:
    """Passages by case; of many the first ones."""

    by_case: dict[str, list[Coded]]
    more: int
    """How many are left out."""

    @property
    def count(self) -> int:
        return sum(map(len, self.by_case.values())) + self.more


@dataclass(frozen=True, slots=True)
class ConceptPage(PageContext):
    """One concept or framework, and the passages coded with it."""

    template = "concept.html"
    id: str
    record: dict[str, Any]
    said: list[str]
    """Which of `_SAID` the vocabulary says of it."""
    also: Words
    """Its other labels, by language."""
    near: dict[str, list[str]]
    """What lies near it, by what it is to it."""
    references: list[Reference]
    claimed: Shelved
    """Passages for which a coder claims it."""
    held: Shelved
    """Those for which it is only what could be held instead."""
    in_vain: list[tuple[str, NotCodable]]
    """(source, what does not allow it to be coded)."""
    cases: tuple[str, ...]
    """Those that list it."""
    from_it: list[str]
    """Of a framework: concepts from the same literature."""
    with_concepts: Callable[[str], list[tuple[str, str]]]
    """Our prose as (words, id of the concept that they name)."""


@dataclass(frozen=True, slots=True)
class ConceptsHub(PageContext):
    """The list of all concepts and frameworks."""

    template = "hub-concepts.html"
    schemes: dict[str, list[tuple[str, int]]]
    """Scheme -> its concepts, and for how many passages each is claimed."""
    frameworks: list[str]
    passages: int
    definition: Callable[[str], Any]


def pages(view: View) -> Iterator[Page]:
    """The list, and every concept's page."""
    archive = view.archive
    claimed = by_concept(archive.coded.values(), lambda each: each.passage.concepts)
    held = by_concept(archive.coded.values(), _only_held)
    vain: dict[str, list[tuple[str, NotCodable]]] = defaultdict(list)
    for source in archive.sources.values():
        for each in source.codings.not_codable:
            for id in each.concepts:
                vain[id].append((source.id, each))
    records = all_concepts(archive)
    yield _hub(view, claimed)
    near = _near(archive)
    for id, record in records.items():
        context = ConceptPage(
            id,
            record,
            [key for key in _SAID if key in record],
            _also(view, record),
            near[id],
            _references(archive, record),
            shelved(archive, claimed.get(id, ())),
            shelved(archive, held.get(id, ())),
            vain.get(id, []),
            archive.naming("case", "concepts", id),
            _from_literature(archive, record),
            lambda text: pieces(text, _Concepts(archive)),
        )
        name = archive.names["concept", id]
        front = {"title": f"{name['en']} {name['zh-Hans']}"}
        if "definition" in record:
            front["description"] = in_brief(record["definition"])
        yield f"concepts/{id}.md", front, view.page("../", context)


def _hub(view: View, claimed: dict[str, list[Coded]]) -> Page:
    archive = view.archive
    context = ConceptsHub(
        {
            scheme["id"]: [
                (id, len(claimed.get(id, ())))
                for id, each in archive.concepts.items()
                if each.get("scheme") == scheme["id"]
            ]
            for scheme in archive.vocabulary.get("schemes", ())
            if ("scheme", scheme["id"]) in archive.names
        },
        [each["id"] for each in archive.vocabulary.get("frameworks", ())],
        len(archive.coded),
        lambda id: all_concepts(archive)[id].get("definition"),
    )
    return "concepts/index.md", {"title": "PR concepts 公关概念"}, view.page("../", context)


def all_concepts(archive: Archive) -> dict[str, dict[str, Any]]:
    """Concepts and frameworks by id."""
    frameworks = {each["id"]: dict(each) for each in archive.vocabulary.get("frameworks", ())}
    return {**archive.concepts, **frameworks}


def by_concept(
    passages: Iterable[Coded], concepts_of: Callable[[Coded], Iterable[str]]
) -> dict[str, list[Coded]]:
    """Concept -> the passages that have it among those that `concepts_of` gives."""
    found: dict[str, list[Coded]] = defaultdict(list)
    for each in passages:
        for id in concepts_of(each):
            found[id].append(each)
    return dict(found)


def _only_held(each: Coded) -> tuple[str, ...]:
    """The alternatives of a passage that no coder claims for it."""
    held = (other.concept for code in each.passage.codes for other in code.alternatives)
    return tuple(dict.fromkeys(id for id in held if id and id not in each.passage.concepts))


def shelved(archive: Archive, passages: Iterable[Coded], most: int = CODED) -> Shelved:
    """Passages under the first case of their source, in the order of cases."""
    every = list(passages)
    order = {id: n for n, id in enumerate(archive.cases)}
    cases = [(next((c.id for c in archive.cases_of(e.source)), APART), e) for e in every]
    cases.sort(key=lambda each: order.get(each[0], len(order)))
    by_case: dict[str, list[Coded]] = {}
    for case, each in cases[:most]:
        by_case.setdefault(case, []).append(each)
    return Shelved(by_case, len(every[most:]))


def _near(archive: Archive) -> dict[str, dict[str, list[str]]]:
    """For each concept: broader, narrower, the same elsewhere, and what it is easily taken for. The
    last two hold both ways.
    """
    found: dict[str, dict[str, list[str]]] = {
        id: {"broader": [], "narrower": [], "match": [], "confusable": []}
        for id in all_concepts(archive)
    }

    def add(one: str, key: str, other: str) -> None:
        if one in found and other in found and other not in found[one][key]:
            found[one][key].append(other)

    for id, record in archive.concepts.items():
        if broader := record.get("broader"):
            add(id, "broader", broader)
            add(broader, "narrower", id)
        for key in ("match", "confusable"):
            for other in record.get(key, ()):
                add(id, key, other)
                add(other, key, id)
    return {id: {key: ids for key, ids in near.items() if ids} for id, near in found.items()}


def _also(view: View, record: dict[str, Any]) -> Words:
    """Other labels: English ones, and Chinese ones in every script."""
    alt = record.get("alt", {})
    words = {"en": ", ".join(alt.get("en", ()))}
    if "zh-Hans" in alt:
        words = view.convert({**words, "zh-Hans": "、".join(alt["zh-Hans"])})
    return {lang: text for lang, text in words.items() if text}


def _references(archive: Archive, record: dict[str, Any]) -> list[Reference]:
    ids = [*record.get("sources", ()), *([record["source"]] if "source" in record else [])]
    known = {each["id"]: each for each in archive.vocabulary.get("references", ())}
    return [known[id] for id in ids if id in known]


def _from_literature(archive: Archive, record: dict[str, Any]) -> list[str]:
    """The concepts that rest on the publications of a framework."""
    of = set(record.get("sources", ()))
    return [id for id, each in archive.concepts.items() if each.get("source") in of]


class _Concepts(Container[str]):
    """The ids of concepts and frameworks, looked up in the archive when they are asked for."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive

    def __contains__(self, id: object) -> bool:
        frameworks = self.archive.vocabulary.get("frameworks", ())
        return id in self.archive.concepts or any(id == each["id"] for each in frameworks)


def pieces(text: str, known: Container[str]) -> list[tuple[str, str]]:
    """Our prose as (words, id of the concept that they name, or nothing).

    >>> pieces("Without the demand, ct.challenge", {"ct.challenge": {}})
    [('Without the demand, ', ''), ('ct.challenge', 'ct.challenge')]
    >>> pieces("编为ct.challenge。", {"ct.challenge": {}})
    [('编为', ''), ('ct.challenge', 'ct.challenge'), ('。', '')]
    """
    parts, done = [], 0
    for found in _ID.finditer(text):
        if found[0] in known:
            parts += [(text[done : found.start()], ""), (found[0], found[0])]
            done = found.end()
    return [part for part in (*parts, (text[done:], "")) if part[0]]
