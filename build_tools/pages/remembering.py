"""What is made of the archive, page by page, is made once: it is kept with what it read of the archive while it was made."""

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from build_tools.kept import Kept, key_of, packed, unpacked
from build_tools.pages.view import View
from build_tools.pages.watched import Digests, Read
from build_tools.workshop import forked

_AT_ONCE = 200
"""Results that are kept in one step."""


@dataclass(frozen=True, slots=True)
class Job:
    """Something to be made of the view."""

    name: str
    """One of its own: what is kept under it is made anew where it would be another."""
    given: Any
    """What it rests on beside what it reads of the view."""
    make: Callable[[], Any]


class Remembering:
    """Has things made that are not kept, on all cores where they are many."""

    def __init__(self, view: View, base: bytes, sources: Mapping[str, bytes], kept: Kept) -> None:
        """`base` stands for what everything rests on beside the records: templates and words; `sources` has for each source
        what stands for all that is in it.
        """
        self._watch = view.watch
        self._base = base
        self._digests = Digests((view, view.archive), sources)
        self._kept = kept

    def each(self, jobs: Iterable[Job]) -> Iterator[Any]:
        """What becomes of each, in order."""
        listed = list(jobs)
        rests = [self._digests.of_shown((self._base, job.given)) for job in listed]
        rows = self._kept.found(key_of("made", job.name) for job in listed)
        made = [
            self._read(rows.pop(key_of("made", job.name), b""), own)
            for job, own in zip(listed, rests, strict=True)
        ]
        missing = [job for job, done in zip(listed, made, strict=True) if done is None]
        new = forked([partial(self._watch.during, job.make) for job in missing])
        waiting: dict[bytes, bytes] = {}
        left = len(missing)
        for job, own, done in zip(listed, rests, made, strict=True):
            if done is not None:
                yield self._opened(done)
                continue
            result, reads = next(new)
            content = packed(result)
            stands_for = key_of(own, self._digests.of(reads))
            waiting[key_of("made", job.name)] = packed(
                (stands_for, reads, zlib.compress(content, 1))
            )
            left -= 1
            if len(waiting) >= _AT_ONCE or not left:  # the last may be all that is asked for
                self._kept.add(waiting)
                waiting = {}
            yield result

    def _read(self, row: bytes, own: bytes) -> bytes | None:
        """What is kept, if it read then what it would read now."""
        try:
            stands_for, reads, content = unpacked(row)
        except ValueError:
            return None
        known: frozenset[Read] = reads
        return content if stands_for == key_of(own, self._digests.of(known)) else None

    def _opened(self, content: bytes) -> Any:
        return unpacked(zlib.decompress(content))
