"""The work on texts, done once: what nothing has changed for is taken from what is kept."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from build_tools.kept import Kept, key_of, packed, unpacked
from build_tools.model.editorial import Editorial
from build_tools.model.work import Task
from build_tools.stages.relevant import FormsInUse, reach_of
from build_tools.workshop import Prepare, Work, results

_AT_ONCE = 100
"""Texts whose work is kept in one step: what a killed build has done before is not lost."""


def remembered(
    work: Work,
    tasks: Sequence[Task],
    common: Editorial,
    tools: Any,
    prepare: Prepare,
    forms: FormsInUse,
    kept: Kept,
) -> Iterator[tuple[bytes, Any]]:
    """(what stands for all that it depends on, what becomes of it) of each task, in order: kept, or done now.

    A task's own key stands for its files and the rules; with the names that stand in it, for all that it depends on.
    """
    rules = _rules(common)
    own = [_own(task, common, rules) for task in tasks]
    reaches = {key: made.decode() for key, made in kept.found(own).items()}
    keys = [_whole(key, reaches[key], forms, common) if key in reaches else b"" for key in own]
    found = _read(kept, keys)
    missing = [task for task, key in zip(tasks, keys, strict=True) if key not in found]
    new = results(work, missing, tools, prepare, common, kept)
    waiting: dict[bytes, bytes] = {}
    for task, mine, key in zip(tasks, own, keys, strict=True):
        if key in found:
            yield key, found.pop(key)
            continue
        done = next(new)
        reach = reach_of(task)
        key = _whole(mine, reach, forms, common)
        waiting |= {mine: reach.encode(), key: packed(done)}
        if len(waiting) >= 2 * _AT_ONCE:
            kept.add(waiting)
            waiting = {}
        yield key, done
    kept.add(waiting)


def _read(kept: Kept, keys: Sequence[bytes]) -> dict[bytes, Any]:
    """What is kept under these keys and is whole."""
    found = {}
    for key, made in kept.found(key for key in keys if key).items():
        try:
            found[key] = unpacked(made)
        except ValueError:
            continue
    return found


def _rules(common: Editorial) -> bytes:
    """All but the records that matter to a text only if a form of theirs stands in it: rules, and
    which records are missing.
    """
    none = frozenset[tuple[str, str]]()
    rest = replace(common, actors={}, terms={}, files={}, unavailable=none, incomplete=none)
    return key_of(rest, sorted(common.unavailable), sorted(common.incomplete))


def _own(task: Task, common: Editorial, rules: bytes) -> bytes:
    return key_of(rules, task, [common.files.get(("events", id)) for id in task.events])


def _whole(own: bytes, reach: str, forms: FormsInUse, common: Editorial) -> bytes:
    records: dict[str, dict[str, Any]] = {"actors": common.actors, "glossary": common.terms}
    return key_of(
        own,
        [(key, records[key[0]].get(key[1]), common.files.get(key)) for key in forms.within(reach)],
    )
