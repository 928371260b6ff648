"""What a page reads of the archive, noted while it is made: by that it is known whether it would be made the same again."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from build_tools.kept import key_of, key_of_records
from build_tools.model.archive import Sighting, Source

Key = TypeVar("Key")
Value = TypeVar("Value")
Read = tuple[str, Any]
"""(name of the mapping, key); the key `ALL` of one that was gone through."""
ALL = ("", "all")
SEGMENTS = "segments"
"""The name under which (source, id) of a segment is noted that was read by itself."""
_MISSING = ("", "missing")
Record = TypeVar("Record", bound=Any)


class Watch:
    """Notes what is read, while it is told to."""

    def __init__(self) -> None:
        self._reads: set[Read] | None = None

    def read(self, name: str, key: object) -> None:
        if self._reads is not None:
            self._reads.add((name, key))

    def during(self, make: Callable[[], Any]) -> tuple[Any, frozenset[Read]]:
        """What `make` gives, and what it read."""
        self._reads = set()
        try:
            return make(), frozenset(self._reads)
        finally:
            self._reads = None


class Watched(dict[Key, Value]):
    """A mapping that says what is read of it."""

    def __init__(self, name: str, content: Mapping[Key, Value], watch: Watch) -> None:
        super().__init__(content)
        self.name = name
        self.watch = watch

    def __getitem__(self, key: Key) -> Value:
        self.watch.read(self.name, key)
        return super().__getitem__(key)

    def get(self, key: Key, default: Any = None) -> Any:
        self.watch.read(self.name, key)
        return super().get(key, default)

    def __contains__(self, key: object) -> bool:
        self.watch.read(self.name, key)
        return super().__contains__(key)

    def __iter__(self) -> Iterator[Key]:
        self.watch.read(self.name, ALL)
        return super().__iter__()

    def __len__(self) -> int:
        self.watch.read(self.name, ALL)
        return super().__len__()

    def keys(self) -> Any:
        self.watch.read(self.name, ALL)
        return super().keys()

    def values(self) -> Any:
        self.watch.read(self.name, ALL)
        return super().values()

    def items(self) -> Any:
        self.watch.read(self.name, ALL)
        return super().items()


def watched(record: Record, watch: Watch) -> Record:
    """The record with each of its mappings watched, by the name of its field."""
    mappings = {
        each.name: Watched(each.name, content, watch)
        for each in fields(record)
        if type(content := getattr(record, each.name)) is dict
    }
    return replace(record, **mappings)


class Digests:
    """What stands for what a page read: equal as long as the page would read the same."""

    def __init__(self, records: Iterable[Any], sources: Mapping[str, bytes]) -> None:
        """`sources` has for each source what stands for all that is in it."""
        self._content = {
            each.name: content
            for record in records
            for each in fields(record)
            if isinstance(content := getattr(record, each.name), Watched)
        }
        self._sources = sources
        self._by_id: dict[str, dict[str, Any]] = {}
        self._known: dict[Read, bytes] = {("sources", id): key for id, key in sources.items()}

    def of(self, reads: Iterable[Read]) -> bytes:
        return key_of(sorted(self._one(read) for read in reads))

    def of_shown(self, shown: object) -> bytes:
        """The same of what a page was given to show."""
        return key_of_records(shown, {Source: lambda source: self._sources[source.id]})

    def _segments(self, source: str) -> dict[str, Any]:
        if source not in self._by_id:
            found = dict.get(self._content["sources"], source)
            self._by_id[source] = (
                {each.segment.id: each.quotable for each in found.text} if found else {}
            )
        return self._by_id[source]

    def _one(self, read: Read) -> bytes:
        if read not in self._known:
            name, key = read
            content: dict[Any, Any] = self._content.get(name, {})
            if name == SEGMENTS:
                content = {key: self._segments(key[0]).get(key[1], _MISSING)}
            self._known[read] = (
                key_of(read, [(each, self._one((name, each))) for each in dict.keys(content)])
                if key == ALL
                else key_of(read, _without_index(dict.get(content, key, _MISSING)))
            )
        return self._known[read]


def _without_index(content: Any) -> Any:
    """Sightings without the index of their segment: it says nothing more than their order, and a line
    more in a text would be one for all that it names.
    """
    if not isinstance(content, tuple) or not all(isinstance(each, Sighting) for each in content):
        return content
    return [(each.source, each.segment, each.marks) for each in content]
