"""What was made before, by the content of all that it was made from: .cache/kept.sqlite. Deleting it costs time and nothing else.

What is damaged or cannot be read counts as not there, and is made again.
"""

import io
import pickle
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import fields, is_dataclass
from functools import cache, partial
from hashlib import blake2b
from importlib import metadata
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeVar

_MADE_WITH = (
    "opencc", "pypinyin", "rjieba", "pydantic", "ahocorasick_rs", "markupsafe", "jinja2", "pyyaml", "markdown", "rapidfuzz",
)  # fmt: skip
"""Packages of which another version makes other texts."""
_DAY = 86_400
_FORGOTTEN = 14
"""Days after which what nothing asked for goes: another branch may want it again."""
_AT_ONCE = 500
_KEY = 16
"""Bytes of a key."""
T = TypeVar("T")
_TABLE = "create table if not exists kept (key blob primary key, made blob, sum blob, day integer) without rowid"


class Kept:
    """The store of one archive. `made` is whatever bytes the caller likes: see `packed`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._file = folder / "kept.sqlite"

    def found(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """What there is of these, by key."""
        found: dict[bytes, bytes] = {}
        with suppress(sqlite3.Error, OSError), closing(self._opened()) as store, store:
            for some in _batches(keys):
                marks = ",".join("?" * len(some))
                rows = store.execute(
                    f"select key, made, sum from kept where key in ({marks})", some
                )
                found |= {
                    key: made
                    for key, made, sum in rows
                    if isinstance(made, bytes) and sum == _sum(key, made)
                }
                self._asked_for(store, some)
        return found

    def _asked_for(self, store: sqlite3.Connection, keys: tuple[bytes, ...]) -> None:
        marks = ",".join("?" * len(keys))
        store.execute(
            f"update kept set day = ? where key in ({marks}) and day < ?",
            (_today(), *keys, _today()),
        )

    def add(self, made: Mapping[bytes, bytes]) -> None:
        """Keep these, in one step; a store that cannot be written is done without."""
        try:
            with closing(self._opened()) as store, store:
                store.executemany(
                    "insert or replace into kept values (?, ?, ?, ?)",
                    ((key, content, _sum(key, content), _today()) for key, content in made.items()),
                )
                store.execute("delete from kept where day < ?", (_today() - _FORGOTTEN,))
        except sqlite3.DatabaseError as why:
            if not isinstance(why, sqlite3.OperationalError):
                with suppress(OSError):
                    self._file.unlink()
        except OSError:
            pass

    def _opened(self) -> sqlite3.Connection:
        self._file.parent.mkdir(exist_ok=True)
        store = sqlite3.connect(self._file, timeout=5)
        store.execute(
            "pragma journal_mode = memory"
        )  # no file beside it; a kill may damage it, which its sums tell
        store.execute("pragma synchronous = off")
        store.execute(_TABLE)
        return store


class Once:
    """Has one thing after the other made only once. What was asked for the last time is read at the beginning, in one step."""

    def __init__(self, kept: Kept, what: str) -> None:
        self._kept = kept
        self._list = key_of("once", what)
        listed = kept.found([self._list]).get(self._list, b"")
        self._rows = kept.found(listed[at : at + _KEY] for at in range(0, len(listed), _KEY))
        self._asked: dict[bytes, None] = {}
        self._new: dict[bytes, bytes] = {}

    def __enter__(self) -> "Once":
        return self

    def __call__(self, made_from: tuple[object, ...], make: Callable[[], T]) -> T:
        """What `make` gives, now or when it was last made from the same."""
        key = key_of(made_from)
        self._asked[key] = None
        with suppress(ValueError):
            found: T = unpacked(self._rows.pop(key, b""))
            return found
        result = make()
        self._new[key] = packed(result)
        return result

    def __exit__(self, *why: object) -> None:
        if self._new or self._rows:
            self._kept.add(self._new | {self._list: b"".join(self._asked)})
        self._rows.clear()


def key_of(*made_from: object) -> bytes:
    """A key for what is made from these by this program: equal for equal records, whatever they share in memory.

    >>> key_of(("小米", 1)) == key_of(("小" + "米", 1)), key_of("1") == key_of(1)
    (True, False)
    """
    return key_of_records(made_from, {})


def key_of_records(made_from: object, instead: Mapping[type, Callable[[Any], bytes]]) -> bytes:
    """The same, with something else instead of records of these types: what stands for them."""
    out = io.BytesIO()
    keyer = pickle.Pickler(out, 5)
    keyer.fast = True
    keyer.dispatch_table = table = _ByValues(_BY_VALUES) if instead else _BY_VALUES
    for kind, stands_for in instead.items():
        table[kind] = partial(_standing_for, stands_for)
    keyer.dump(made_from)
    return blake2b(out.getbuffer(), digest_size=_KEY, key=program()).digest()


def packed(made: object) -> bytes:
    """Records of model/, and what they hold. Raises ValueError for anything else: it could not be unpacked."""
    out = io.BytesIO()
    _Packer(out, 5).dump(made)
    return out.getvalue()


def unpacked(made: bytes) -> Any:
    """What was packed. Raises ValueError for anything that is not made of our own records: a file may come from anybody."""
    try:
        return _Ours(io.BytesIO(made)).load()
    except (
        pickle.UnpicklingError,
        AttributeError,
        EOFError,
        ImportError,
        IndexError,
        TypeError,
    ) as why:
        raise ValueError("This was not kept by this program") from why


_PLAIN = frozenset(
    {
        ("builtins", "frozenset"),
        ("builtins", "set"),
        ("collections", "Counter"),
        ("types", "MappingProxyType"),
    }
)


def _is_ours(module: str, name: str) -> bool:
    return "." not in name and (module.startswith("build_tools.model.") or (module, name) in _PLAIN)


class _Packer(pickle.Pickler):
    """Packs records of model/ and nothing else."""

    def reducer_override(self, each: Any) -> Any:
        if each is _record:
            return NotImplemented
        kind = each if isinstance(each, type) else type(each)
        if not _is_ours(kind.__module__, kind.__qualname__):
            raise ValueError(
                f"{kind.__module__}.{kind.__qualname__} is no record of model/, so it cannot be kept"
            )
        return _as_record(each)


def _standing_for(key_of: Callable[[Any], bytes], each: Any) -> Any:
    return bytes, (key_of(each),)


class _ByValues(dict[type, Callable[[Any], Any]]):
    """How a key's pickler takes records apart, by their types; each is looked at once."""

    def __missing__(self, kind: Any) -> Callable[[Any], Any]:
        names = [each.name for each in fields(kind)] if _slots(kind) else []
        if not names:
            raise KeyError(kind)
        values = attrgetter(*names)
        several = len(names) > 1
        self[kind] = lambda each: (kind, values(each) if several else (values(each),))
        return self[kind]


_BY_VALUES = _ByValues()


def _as_record(each: Any) -> Any:
    """How a frozen record is pickled: by its values, for what dataclasses do of themselves takes four times as long."""
    kind: Any = type(each)
    slots = _slots(kind)
    return (_record, (kind, *[get(each) for get, _ in slots])) if slots else NotImplemented


def _record(kind: type, *values: Any) -> Any:
    """A record with these values, as it was."""
    each: Any = object.__new__(kind)
    for (_, put), value in zip(_slots(kind), values, strict=True):
        put(each, value)
    return each


@cache
def _slots(kind: Any) -> tuple[tuple[Callable[[Any], Any], Callable[[Any, Any], None]], ...]:
    """What reads and what sets each field of a slotted record; nothing of other types."""
    if not is_dataclass(kind) or "__slots__" not in vars(kind):
        return ()
    slots = [getattr(kind, each.name) for each in fields(kind)]
    return tuple((slot.__get__, slot.__set__) for slot in slots)


class _Ours(pickle.Unpickler):
    """Makes records of model/ and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == (_record.__module__, _record.__name__):
            return _record
        if not _is_ours(module, name):
            raise pickle.UnpicklingError(f"{module}.{name}")
        return super().find_class(module, name)


@cache
def program() -> bytes:
    """What this program is: its files, its Python, and the packages that decide what a text becomes."""
    found = blake2b(digest_size=16)
    for file in sorted(Path(__file__).parent.rglob("*.py")):
        found.update(f"{file.relative_to(Path(__file__).parent)}\0".encode())
        found.update(file.read_bytes())
    found.update(" ".join([sys.version, *map(metadata.version, _MADE_WITH)]).encode())
    return found.digest()


def _batches(keys: Iterable[bytes]) -> Iterator[tuple[bytes, ...]]:
    waiting = list(keys)
    return (tuple(waiting[at : at + _AT_ONCE]) for at in range(0, len(waiting), _AT_ONCE))


def _sum(key: bytes, made: bytes) -> bytes:
    return blake2b(made, digest_size=8, key=key).digest()


def _today() -> int:
    return int(time.time() // _DAY)
