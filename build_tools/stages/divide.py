"""The work on all texts, divided: one task for each text, or for those of which one translates the other."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from build_tools.model.editorial import Editorial
from build_tools.model.problem import Place
from build_tools.model.record import Passage
from build_tools.model.text import Seed
from build_tools.model.work import Task
from build_tools.stages.pairing.counterparts import declared
from build_tools.stages.quotations import quoted_by_editors


def divided(
    editorial: Editorial, seeds: Iterable[Seed], quoted: Iterable[tuple[Passage, Place]]
) -> tuple[Task, ...]:
    """The tasks, in order of their first seeds. `quoted` is what records quote, those included that are not shown."""
    events = _by(editorial.events.values(), lambda event: {p.source for p in event.evidence})
    quoted_of = _by(quoted, lambda each: {each[0].source})
    translates = declared(editorial)
    of_text = _by(quoted_by_editors(editorial), lambda each: {each[0]})
    return tuple(
        Task(
            group,
            {s.id: translates[s.id] for s in group if s.id in translates},
            {s.id: editorial.sources[s.id] for s in group if s.id in editorial.sources},
            {event.id: event for s in group for event in events.get(s.id, ())},
            tuple(each for s in group for each in quoted_of.get(s.id, ())),
            {s.id: tuple(words for _, words, _ in of_text.get(s.id, ())) for s in group},
        )
        for group in _groups({id: other for id, (other, _) in translates.items()}, tuple(seeds))
    )


def _by(records: Iterable[Any], sources: Callable[[Any], Iterable[str]]) -> Mapping[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for each in records:
        for source in sources(each):
            found[source].append(each)
    return found


def _groups(translates: Mapping[str, str], seeds: tuple[Seed, ...]) -> Iterator[tuple[Seed, ...]]:
    """Seeds that name each other as translation, in their order."""
    home = {seed.id: seed.id for seed in seeds}

    def of(id: str) -> str:
        return id if home[id] == id else of(home[id])

    for id, other in translates.items():
        if id in home and other in home:
            home[of(id)] = of(other)
    groups: dict[str, list[Seed]] = {}
    for seed in seeds:
        groups.setdefault(of(seed.id), []).append(seed)
    yield from map(tuple, groups.values())
