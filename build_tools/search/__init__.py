"""Archive -> the files with which a browser searches it, without a server and even from a folder.

folding says when two spellings are the same word; documents says what can be found and by which
words; postings packs that into many small files, of which one query fetches a few.
docs/assets/search-*.js is the other half.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from build_tools.language.characters import CHARACTER_KINDS
from build_tools.language.folding import fold, is_chinese, pairs, typed_pinyin, words
from build_tools.model.record import LANGS
from build_tools.pages.remembering import Remembering
from build_tools.pages.view import View
from build_tools.search.documents import SEARCHED, Documents, documents
from build_tools.search.facets import FACETS, facets
from build_tools.search.postings import Index, packed

_NOT_IN_SCRIPTS = re.compile("[<\x7f-\x9f\u2028\u2029]")
"""What JSON leaves as it is but would end a line or a script elsewhere."""
_BLOCK = 12
"""Records in one file: about 4 KB compressed."""


def search_files(view: View, remembering: Remembering) -> Iterator[tuple[str, str]]:
    """(name under docs/archive/, script) for each file of the search. The number in a name is that
    of its document.
    """
    found = documents(view, remembering)
    index = _index(found)
    shards, starts = index.shards()
    version = hashlib.sha256()
    for name, content in _parts(view, found, shards):
        script = _call(*name, content)
        version.update(script.encode())
        yield f"search/{name[0]}-{name[1]}.js", script
    yield (
        "search/index.js",
        _call(
            "index",
            0,
            {
                "version": version.hexdigest()[:12],
                "sources": len(found.texts),
                "kinds": found.kinds,
                "block": _BLOCK,
                "starts": starts,
                "kinds_of_characters": CHARACTER_KINDS,
                "fold": _pairs_in(index),
                "regional": _regional(view, index),
                "suggestions": found.suggestions,
                "labels": _labels(view),
            },
        ),
    )


def _parts(
    view: View, found: Documents, shards: list[str]
) -> Iterator[tuple[tuple[str, Any], Any]]:
    """((kind, number or name), content) of every file but the first."""
    for number, text in enumerate(found.texts):
        yield ("text", number), text
    for at in range(0, len(found.records), _BLOCK):
        yield ("records", at // _BLOCK), found.records[at : at + _BLOCK]
    for number, shard in enumerate(shards):
        yield ("shard", number), shard
    for name, values in facets(view, found).items():
        yield ("facet", name), [[id, label, packed(sorted(having))] for id, label, having in values]


def _labels(view: View) -> dict[str, list[str]]:
    """The words of the search's own interface, in `LANGS` order."""
    labels = view.labels
    wanted = [key for key in labels if key.startswith("search-")]
    return {
        key.removeprefix("search-"): [labels[key][lang] for lang in LANGS]
        for key in [*SEARCHED, *FACETS, *wanted]
        if key in labels
    }


def _index(found: Documents) -> Index:
    index = Index()
    for number, document in enumerate(found.all):
        index.add(number, document.keys, document.often)
    for pair in sorted(key for key in index.keys if len(key) == 2 and all(map(is_chinese, key))):
        heard = f"={typed_pinyin(pair)}"
        index.instead[heard] = index.instead.get(heard, "") + pair
    return index


def _call(kind: str, name: Any, content: Any) -> str:
    """A file that hands its content over when a browser runs it: scripts load from a folder too,
    JSON does not.
    """
    words = json.dumps([kind, name, content], ensure_ascii=False, separators=(",", ":"))
    return f"cbSearch({_NOT_IN_SCRIPTS.sub(lambda m: f'{chr(92)}u{ord(m[0]):04x}', words)[1:-1]})\n"


def _pairs_in(index: Index) -> str:
    """The characters that fold to one of the archive's, each before the one it becomes: 徐洁云
    needs 潔洁雲云.
    """
    known = {char for key in index.keys for char in key}
    return "".join(other + char for other, char in sorted(pairs().items()) if char in known)


def _regional(view: View, index: Index) -> dict[str, str]:
    """Folded words of Taiwan and Hong Kong -> those of the texts: 网路 -> 网络. Only where the
    texts have the word.
    """

    @cache
    def bigrams(word: str) -> tuple[str, ...]:
        return tuple(word[at : at + 2] for at in range(len(word) - 1))

    found: dict[str, str] = {}
    for region in view.archive.regional.values():
        for converted, regional in sorted(region.items()):
            here, there = fold(converted), fold(regional)
            if (
                here != there
                and words(there)
                and bigrams(here)
                and all(pair in index.keys for pair in bigrams(here))
            ):
                found.setdefault(there, here)
    return dict(sorted(found.items()))
