"""JSON Schema of what editors write, so that their program completes keys and knows values."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from build_tools.model.archive import Archive
from build_tools.model.authority import Actor, Event
from build_tools.model.claims import Claim, Contradiction
from build_tools.model.codings import Codings
from build_tools.model.rules import Corrections, DebrisRules, Pinyin, Settings, Wording
from build_tools.model.source import Annotations, Emendation, ReadMentions, SourceRecord
from build_tools.model.teaching import Case
from build_tools.model.termbase import Term

_FILES = {
    "archive": Settings,
    "source": SourceRecord,
    "emendations": tuple[Emendation, ...],
    "annotations": Annotations,
    "mentions": tuple[ReadMentions, ...],
    "codings": Codings,
    "case": Case,
    "actor": Actor,
    "event": Event,
    "term": Term,
    "claim": Claim,
    "contradiction": Contradiction,
    "debris": DebrisRules,
    "conversion": Corrections,
    "wording": Wording,
    "pinyin": Pinyin,
}


def files(archive: Archive) -> Iterator[tuple[str, str]]:
    """(name under docs/archive/, JSON Schema) for each kind of file; the same for every archive."""
    for name in _FILES:
        yield f"schema/{name}.json", schema_of(name)


@cache
def schema_of(name: str) -> str:
    """The JSON Schema of a kind of file. Made once: the kinds do not change while a program runs.

    >>> sorted(json.loads(schema_of("case"))["properties"])[:3]
    ['abstract', 'concepts', 'events']
    """
    kind: Any = _FILES[name]
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **TypeAdapter(kind).json_schema(),
    }
    return json.dumps(_unbroken(schema), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _unbroken(part: Any) -> Any:
    """The schema with each description in one line: docstrings are wrapped for those who read the program."""
    if isinstance(part, dict):
        return {
            key: " ".join(value.split())
            if key == "description" and isinstance(value, str)
            else _unbroken(value)
            for key, value in part.items()
        }
    return [_unbroken(each) for each in part] if isinstance(part, list) else part
