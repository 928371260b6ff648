"""Pages that would be made the same again are not made again: what each read of the archive is kept with it."""

import zlib
from collections.abc import Iterable, Iterator, Mapping

from build_tools.kept import Kept, key_of, packed, unpacked
from build_tools.pages import Making
from build_tools.pages.view import View
from build_tools.pages.watched import Digests, Read

_AT_ONCE = 200
"""Pages that are kept in one step."""


def kept_or_made(
    pages: Iterable[tuple[str, str | Making]],
    view: View,
    base: bytes,
    sources: Mapping[str, bytes],
    kept: Kept,
) -> Iterator[tuple[str, str]]:
    """(name, text) of each page. `base` stands for what all pages rest on beside the records: templates and words;
    `sources` has for each source what stands for all that is in it.
    """
    digests = Digests((view, view.archive), {("sources", id): key for id, key in sources.items()})
    listed = list(pages)
    keys = {name: key_of("page", name) for name, page in listed if isinstance(page, Making)}
    found = kept.found(keys.values())
    new: dict[bytes, bytes] = {}
    for name, page in listed:
        if isinstance(page, str):
            yield name, page
            continue
        common = key_of(base, page.front)
        text = _text(found.pop(keys[name], b""), common, digests)
        if text is None:
            text, reads = view.watch.during(page.text)
            made = key_of(common, digests.of(reads)), reads, zlib.compress(text.encode(), 1)
            new[keys[name]] = packed(made)
        yield name, text
        if len(new) >= _AT_ONCE:
            kept.add(new)
            new = {}
    kept.add(new)


def _text(row: bytes, common: bytes, digests: Digests) -> str | None:
    """The page that is kept, if it read then what it would read now."""
    try:
        stands_for, reads, text = unpacked(row)
    except ValueError:
        return None
    known: frozenset[Read] = reads
    same = stands_for == key_of(common, digests.of(known))
    return zlib.decompress(text).decode() if same else None
