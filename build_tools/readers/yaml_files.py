"""YAML as editors write it: every scalar a string, every mistake with its line."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from build_tools.model.editorial import Lines, Loaded
from build_tools.model.problem import Place, Problem, error
from build_tools.model.record import Unfilled
from build_tools.model.walk import Way
from build_tools.readers.checked import checked
from build_tools.readers.once import Once, anew
from build_tools.readers.syntax import left_by_git, seen, syntax
from build_tools.readers.texts import read

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST, _MOST = 40, 200_000
"""Levels and things that a file may hold: more is a slip, or an attack that grows by aliases of
aliases.
"""
_TAG = re.compile("^tag:yaml.org,2002:")
"""What `!!int` stands for."""


def load(
    path: Path, file: str, kind: Any, once: Once = anew
) -> tuple[Loaded | None, tuple[Problem, ...]]:
    """The file as a record of the given kind, or all that is wrong with it."""
    try:
        text = read(path, file, "yaml-not-utf8")
    except OSError:
        return None, (
            error(
                Place(file),
                "yaml-unreadable",
                "This is no file that can be read",
                "Put the record there, or delete it",
            ),
        )
    if isinstance(text, Problem):
        return None, (text,)
    words = text
    return once((file, words, str(kind)), lambda: _of_text(words, file, kind))


def _of_text(text: str, file: str, kind: Any) -> tuple[Loaded | None, tuple[Problem, ...]]:
    merging = left_by_git(file, text)
    if merging:
        return None, (merging,)
    text, unseen = seen(text, file)
    loaded, problems = _loaded(text, file, kind)
    return loaded, (*unseen, *problems)


@lru_cache(maxsize=1024)
def _loaded(text: str, file: str, kind: Any) -> tuple[Loaded | None, tuple[Problem, ...]]:
    """The text of a file as a record of the given kind. Kept, for `mkdocs serve` reads all files at
    each saved one.
    """
    try:
        refused = _refused(text, file)
        node = None if refused else yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as why:
        return None, (syntax(file, text, why),)
    if refused:
        return None, refused
    if node is None:
        return None, (
            error(
                Place(file),
                "yaml-empty",
                "The file is empty",
                "Write the record, or restore it as Git has it; if nothing is to stand there, delete the file",
            ),
        )
    reading = _Reading(file)
    try:
        plain = reading.plain(node)
    except _TooMuch as why:
        return None, (
            error(
                Place(file, why.args[0]),
                "yaml-loop",
                f"Aliases (*) refer to aliases without end, or the file holds more than {_MOST:,} things",
                "Write the texts out",
            ),
        )
    if reading.problems:
        return None, tuple(reading.problems)
    return checked(plain, kind, Loaded(None, file, reading.lines))


class _TooMuch(Exception):
    """A file that would keep the reader busy for ever."""


def _refused(text: str, file: str) -> tuple[Problem, ...]:
    """What no record needs and YAML has all the same: tags, directives, and nesting without end
    (the C loader crashes at 100,000 brackets).
    """
    depth, problems = 0, []
    for event in yaml.parse(text, Loader=_LOADER):
        place = Place(file, event.start_mark.line + 1 if event.start_mark else None)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(
            event, yaml.CollectionEndEvent
        )
        if depth > _DEEPEST:
            return (
                error(
                    place,
                    "yaml-nested",
                    f"Things stand more than {_DEEPEST} levels deep in each other",
                    "Look for stray brackets",
                ),
            )
        if isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags):
            problems.append(
                error(
                    place,
                    "yaml-directive",
                    "A line that begins with % is an instruction to programs",
                    "Delete it",
                )
            )
        if tag := getattr(event, "tag", None):
            problems.append(
                error(
                    place,
                    "yaml-tag",
                    f"“{_TAG.sub('!!', tag)}” is an instruction to programs, which nothing here obeys",
                    "Delete it, or put the text into quotation marks if it begins with “!”",
                )
            )
    return tuple(problems)


_NOTHING = ("", "~", "null", "Null", "NULL")
"""What YAML has for nothing, where it stands without quotation marks."""
_WIDE_KEY = re.compile(
    r"(?:，\s*(?:en|zh-Han[st](?:-TW|-HK)?)\s*[:：]|,\s*(?:en|zh-Han[st](?:-TW|-HK)?)：)"
)
"""The next language of a text, as a keyboard for Chinese writes it: `{en: Xu Fei，zh-Hans：许斐}`."""


class _Reading:
    """A file's node as dicts, lists and strings; the line of each key, and what is wrong."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: Lines = {}
        self.problems: list[Problem] = []

    def plain(self, node: yaml.Node, way: Way = (), within: frozenset[int] = frozenset()) -> Any:
        """`null` and `~` are empty, as if nothing stood there; the records know which texts are true
        or false.
        """
        line = self.lines[way] = node.start_mark.line + 1
        if id(node) in within or len(self.lines) > _MOST:
            raise _TooMuch(line)
        within = within | {id(node)}
        if isinstance(node, yaml.ScalarNode):
            return self._text(node, line)
        if isinstance(node, yaml.SequenceNode):
            return [self.plain(child, (*way, n), within) for n, child in enumerate(node.value)]
        return self._record(node, way, within)

    def _text(self, node: yaml.ScalarNode, line: int) -> str:
        if not node.style and (wide := _WIDE_KEY.search(node.value)):
            self._tell(
                line,
                "yaml-wide",
                f"“{wide[0]}” stands within the text before it, with full-width signs",
                "Write “, ” and “: ” as a keyboard for English has them; or put the text into quotation marks, if it is meant so",
            )
        empty = not node.style and node.value in _NOTHING
        return Unfilled() if empty else str(node.value)

    def _record(self, node: yaml.Node, way: Way, within: frozenset[int]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        again: list[tuple[str, int]] = []
        for key, value in node.value:
            line, name = key.start_mark.line + 1, key.value
            if not isinstance(key, yaml.ScalarNode):
                self._tell(
                    line,
                    "yaml-key",
                    "A list or record stands where a key belongs",
                    "Write `key: value`",
                )
            elif name == "<<" and not key.style:
                self._tell(
                    line,
                    "yaml-merge",
                    "“<<” takes in keys from elsewhere, which nothing here does",
                    "Write the keys out",
                )
            elif name in found:
                again.append((name, line))
            else:
                found[name] = self.plain(value, (*way, name), within)
                self.lines[(*way, name)] = line
        if again:
            self._tell_again(again, way)
        return found

    def _tell_again(self, again: list[tuple[str, int]], way: Way) -> None:
        """Of keys that stand twice: each with the line where it comes again."""
        name, line = again[0]
        if len(again) == 1:
            what = f"The key “{name}” stands twice; the first is in line {self.lines[(*way, name)]}"
            hint = "Keep one of them"
        else:
            what = f"From here on the keys of what stands above are there again: {', '.join(dict(again))}"
            hint = (
                "Begin this line with “- ” if it is a new entry of the list, or delete what stands twice"
                if way and isinstance(way[-1], int)
                else "Delete what stands twice, or put it into a file or entry of its own"
            )
        self._tell(line, "yaml-key-twice", what, hint)

    def _tell(self, line: int, code: str, what: str, hint: str) -> None:
        self.problems.append(error(Place(self.file, line), code, what, hint))
