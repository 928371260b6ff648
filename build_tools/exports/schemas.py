"""JSON Schema of what editors write, so that their program completes keys and knows values."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from build_tools.model.archive import Archive
from build_tools.model.codings import Codings
from build_tools.model.record_kinds import RECORD_KINDS
from build_tools.model.rules import Corrections, DebrisRules, Pinyin, Settings, Wording
from build_tools.model.source import Annotations, Emendation, ReadMentions, SourceRecord

_FILES: dict[str, Any] = {
    "archive": Settings,
    "source": SourceRecord,
    "emendations": tuple[Emendation, ...],
    "annotations": Annotations,
    "mentions": tuple[ReadMentions, ...],
    "codings": Codings,
    **{kind.id: kind.record for kind in RECORD_KINDS},
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
    ['abstract', 'concepts', 'dossier']
    """
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **TypeAdapter(_FILES[name]).json_schema(),
    }
    return json.dumps(_unbroken(schema), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _unbroken(part: object) -> object:
    """The schema with each description in one line: docstrings are wrapped for those who read the program."""
    if isinstance(part, dict):
        return {
            key: " ".join(value.split())
            if key == "description" and isinstance(value, str)
            else _unbroken(value)
            for key, value in part.items()
        }
    return [_unbroken(each) for each in part] if isinstance(part, list) else part
