"""Every record as its file has it: key by key, whatever the types of its fields."""

from collections.abc import Iterator
from typing import Any

from build_tools.model.editorial import Editorial


def all_records(editorial: Editorial) -> Iterator[tuple[Any, Any]]:
    """Each record that was read whole, with what gives the place of a key."""
    for loaded in editorial.files.values():
        yield loaded.record, loaded.place
    for files in editorial.sources.values():
        yield from (
            (loaded.record, loaded.place)
            for loaded in (
                files.record_file,
                files.annotations_file,
                files.mentions_file,
                files.codings_file,
            )
            if loaded and not loaded.incomplete
        )
        for emendation, place in files.emendations:
            yield emendation, lambda *way, place=place: place


def keys_of(record: object) -> list[tuple[str | int, Any]]:
    """(key of the file, or number in a list; what stands there) of a record or a part of one."""
    if fields := getattr(type(record), "__pydantic_fields__", None):
        return [(field.alias or name, getattr(record, name)) for name, field in fields.items()]
    if isinstance(record, dict):
        return list(record.items())
    return list(enumerate(record)) if isinstance(record, (list, tuple)) else []
