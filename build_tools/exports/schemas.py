"""JSON Schema of what editors write, so that their program completes keys and knows values."""

import json
from collections.abc import Iterator

from pydantic import TypeAdapter

from build_tools.model import editorial as model

_FILES = {
    "archive": model.Settings, "source": model.SourceRecord, "emendations": tuple[model.Emendation, ...],
    "annotations": model.Annotations, "mentions": model.ReadMentions, "case": model.Case, "actor": model.Actor, "event": model.Event,
    "term": model.Term, "claim": model.Claim, "contradiction": model.Contradiction, "debris": model.DebrisRules, "conversion": model.Corrections, "wording": model.Wording,
}


def schemas() -> Iterator[tuple[str, str]]:
    """(name under docs/archive/, JSON Schema) for each kind of file.

    >>> sorted(json.loads(dict(schemas())["schema/case.json"])["properties"])[:3]
    ['abstract', 'concepts', 'events']
    """
    for name, kind in _FILES.items():
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **TypeAdapter(kind).json_schema()}
        yield f"schema/{name}.json", json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
