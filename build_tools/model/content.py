"""What a generated file holds: a text, bytes, or chunks made one after the other, so that a large
file is never whole in memory.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

Content: TypeAlias = str | bytes | Callable[[], Iterable[bytes]]
"""A stream is a function, for it is asked twice: to see whether the file changed, and to write it.
Both times it gives the same bytes.
"""


def chunks(content: Content) -> Iterator[bytes]:
    """The bytes of the file, in order.

    >>> [b"".join(chunks(each)) for each in ("案", b"PK", lambda: (b"one ", b"two"))]
    [b'\\xe6\\xa1\\x88', b'PK', b'one two']
    """
    if callable(content):
        yield from content()
    else:
        yield content.encode("utf-8") if isinstance(content, str) else content
