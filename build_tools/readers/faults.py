"""What is wrong in an editor's file, in an editor's words: no Python, no YAML jargon where it can
be helped.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import yaml
from pydantic import TypeAdapter

from build_tools.model.problem import Place, Problem, error, warning
from build_tools.model.source import SHA256
from build_tools.model.visible import unseen_in_words
from build_tools.readers.known_keys import hint_of_keys, is_unknown, keys_at, meant_by

_SYNTAX = {
    "mapping values are not allowed": "a text with “: ” in it, or a key that is indented too far",
    "cannot start any token": "a sign that may not begin a text",
    "did not find expected key": "a line that is indented differently from its neighbours, or a quotation mark that is not closed",
    "did not find expected '-' indicator": "a line that belongs to no entry of the list",
    "unexpected end of stream": "a quotation mark or a bracket that is never closed",
    "did not find expected ',' or": "a bracket that is not closed, or a comma missing",
    "could not find expected ':'": "a line that is neither a key nor part of a text",
    "found another document": "a line “---”, which begins a second file",
    "undefined alias": "a text that begins with *",
    "did not find expected node content": "a sign (: , ] }) where a text belongs",
    "found unexpected ':'": "a “:” where none belongs",
    "found unknown escape character": "a backslash (\\) between double quotation marks",
    "block sequence entries are not allowed": "a “- ” on the line of its key",
    "second occurrence": "the name of an anchor (&) that stands above already",
    "directive name": "a line that begins with %",
    "expected <document start>": "something that belongs to nothing before it",
    "unexpected document indicator": "a line “---” or “...” within a text",
    "invalid Unicode character escape": "an escape (\\u…) that stands for no character",
    "expected hexdecimal number": "an escape (\\u…, \\x…) of too few figures",
    "did not find expected alphabetic": "a text that begins with & or *",
}
"""What the YAML library says, and what an editor has most often done."""
_QUOTE = "Put a text that holds “: ” or begins with a sign (# @ & * ! | > % - ?) in straight quotation marks (\" or '), and indent with blanks"
_REMEDY = {
    "second occurrence": "Delete the lines if they were pasted twice; else give the anchor another name",
    "expected <document start>": "Indent it as its neighbours are, or begin it with “- ” if it is an entry of a list",
    "could not find expected ':'": "Delete the line, or begin it with “# ” if it is a remark; a text that goes on stands further in than its key",
    "unexpected end of stream": "Close it",
    "found unknown escape character": "Use single quotation marks ('), or write two backslashes",
    "invalid Unicode character escape": "Delete it, or type the character itself",
    "expected hexdecimal number": "Type the character itself; a backslash that is meant is written twice",
    "block sequence entries are not allowed": "Begin the list on the next line",
    "unexpected document indicator": "Delete that line",
    "found another document": "Delete that line",
    "directive name": "Delete the line, or put the text after its key, in quotation marks",
}
"""What mends it, where quotation marks do not."""
_WIDE = (
    (
        re.compile(r"(?:^\s*(?:- )?|[{,，]\s*)[A-Za-z][\w-]*：", re.A),
        "after the key stands a full-width colon (：)",
        "Write “: ”, a colon and a blank",
    ),
    (
        re.compile(r"，\s*[A-Za-z][\w-]*\s*[:：]", re.A),
        "before the next key stands a full-width comma (，)",
        "Write “, ”, a comma and a blank",
    ),
    (
        re.compile(r"^\s*[－–—]\s*[A-Za-z][\w-]*\s*:", re.A),
        "an entry of a list begins with another dash (－, –)",
        "Write “- ”, a hyphen and a blank",
    ),
    (re.compile(r"[:：]\s*[｛［]|[｝］]\s*$"), "there are full-width brackets", "Write { } or [ ]"),
)
"""What a Chinese keyboard writes for the signs of YAML: `kind：person`, `{en: A，zh-Hans: 甲}`,
`［xiaomi, kol］`; and what to write.
"""
_NO_BLANK = re.compile(r"\s*(?:- )?[a-z][\w-]*:[^\s/:]", re.A)
"""`kind:person`."""
_CURLY = re.compile(r"[“”‘’＂＇「『].*[“”‘’＂＇」』]", re.S)
"""`“2026-01-06”`: quotation marks that YAML takes for a part of the text."""
_IN_QUOTES = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'")
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""As YAML counts lines."""
_MERGE = re.compile(r"^(?:<{7} |>{7} |={7}\r?$|\|{7} )", re.M)
"""A line by which Git parts two versions: `<<<<<<< HEAD`. Nothing of ours begins so at the edge of
a file.
"""
_NEEDS_KEYS = (
    "dataclass_type",
    "dataclass_exact_type",
    "dict_type",
    "mapping_type",
    "model_type",
    "typed_dict_type",
)
_CHOICE = re.compile(r"'([^']*)'(?:, | or )?")
"""A choice in pydantic's list of those allowed: 'person', 'group' or 'work'."""


def left_by_git(file: str, text: str) -> Problem | None:
    """The problem of a file in which Git has left both sides of a merge.

    >>> print(left_by_git("editorial/archive.yml", "a: b\\n<<<<<<< HEAD\\nc: d\\n=======\\n>>>>>>> main\\n"))
    editorial/archive.yml:2 – Git has left two versions of these lines here, for it could not merge them. \
Keep what is right of both, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>. [merge-conflict]
    """
    mark = _MERGE.search(text)
    return (
        error(
            Place(file, text.count("\n", 0, mark.start()) + 1),
            "merge-conflict",
            "Git has left two versions of these lines here, for it could not merge them",
            "Keep what is right of both, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>",
        )
        if mark
        else None
    )


def seen(text: str, file: str) -> tuple[str, tuple[Problem, ...]]:
    """The text without what nobody sees, and a warning for each line that held it. Between double
    quotation marks it can be written so that it is seen.

    >>> [print(problem) for problem in seen("id: wang-hua\\nnames: {zh-Hans: 王\u200b化}\\n", "actors/wang-hua.yml")[1]]
    actors/wang-hua.yml:2 – Behind “王” stands U+200B, which nobody sees; it was not read. Type that word anew. [character-unseen]
    [None]
    """
    places = unseen_in_words(text)
    first = {text.count("\n", 0, at) + 1: at for at in reversed(places)}
    gone = frozenset(places)
    told = tuple(
        warning(
            Place(file, line),
            "character-unseen",
            f"{f'Behind “{text[at - 1]}”' if text[:at].strip() and text[at - 1].strip() else 'Here'} stands U+{ord(text[at]):04X}, which nobody sees; it was not read",
            "Type that word anew",
        )
        for line, at in sorted(first.items())
    )
    return ("".join(char for at, char in enumerate(text) if at not in gone) if gone else text), told


def syntax(file: str, text: str, why: yaml.YAMLError) -> Problem:
    """The problem of a file that is no YAML at all.

    >>> print(syntax("editorial/archive.yml", "a: b: c", _caught("a: b: c")))
    editorial/archive.yml:1 – This cannot be read: there is a text with “: ” in it, or a key that is indented too far. \
Put a text that holds “: ” or begins with a sign (# @ & * ! | > % - ?) in straight quotation marks (" or '), and indent with blanks. [yaml-syntax]
    """
    mark = getattr(why, "problem_mark", None)
    said = getattr(why, "problem", None) or getattr(why, "reason", None) or "it cannot be read"
    line = mark.line + 1 if mark else None
    if isinstance(why, yaml.reader.ReaderError):
        at = next((n for n, char in enumerate(text) if not _printable(char)), None)
        said, line = (
            "an invisible control character",
            text.count("\n", 0, at) + 1 if at is not None else None,
        )
        return error(
            Place(file, line),
            "yaml-syntax",
            f"This cannot be read: there is {said}",
            "Delete the line and type it again",
        )
    lines = _LINE_END.split(text.rstrip())
    if line and line > len(lines):
        said, line = "unexpected end of stream" if "node content" in said else said, len(lines)
    if line and "\t" in lines[line - 1][: len(lines[line - 1]) - len(lines[line - 1].lstrip())]:
        return error(
            Place(file, line),
            "yaml-syntax",
            "This cannot be read: the line is indented with a tab",
            "Indent with blanks",
        )
    typed = _typed(lines[: line or 0])
    if typed:
        return error(
            Place(file, typed[0]), "yaml-syntax", f"This cannot be read: {typed[1]}", typed[2]
        )
    what = next((ours for theirs, ours in _SYNTAX.items() if theirs in said), "")
    remedy = next((ours for theirs, ours in _REMEDY.items() if theirs in said), _QUOTE)
    return error(
        Place(file, line),
        "yaml-syntax",
        f"This cannot be read: {f'there is {what}' if what else said}",
        remedy,
    )


def _typed(lines: list[str]) -> tuple[int, str, str] | None:
    """The line, the slip and its remedy, where a sign of YAML was typed otherwise in one of the
    lines before which reading stopped.
    """
    bare = [(n, _IN_QUOTES.sub('""', line)) for n, line in enumerate(lines, 1)]
    for pattern, what, remedy in _WIDE:
        found = next((n for n, line in reversed(bare) if pattern.search(line)), None)
        if found:
            return found, what, remedy
    found = next((n for n, line in reversed(bare[-2:]) if _NO_BLANK.match(line)), None)
    return (
        (found, "after the colon of a key the blank is missing", "Write “: ”, a colon and a blank")
        if found
        else None
    )


def _caught(text: str) -> yaml.YAMLError:
    try:
        yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as why:
        return why
    raise AssertionError(text)


def _printable(char: str) -> bool:
    return (
        char in "\t\n\r\x85"
        or " " <= char <= "~"
        or (char >= "\xa0" and not "\ud800" <= char <= "\udfff" and char not in "\ufffe\uffff")
    )


def told_once(faults: list[Any]) -> list[Any]:
    """The faults without those that another one explains: a key is missing because it was typed
    `en：A`, and so stands there under that name.
    """
    unknown = [_path(fault) for fault in faults if is_unknown(fault)]
    return [
        fault
        for fault in faults
        if not (
            fault["type"].startswith("missing")
            and any(
                str(path[-1]).strip() == _path(fault)[-1]
                or (
                    path[:-1] == _path(fault)[:-1]
                    and meant_by(
                        re.split("[：:，]", str(path[-1]))[0].strip(), [str(_path(fault)[-1])]
                    )
                )
                for path in unknown
                if path
            )
        )
    ]


def in_lists(faults: list[Any]) -> list[tuple[Any, int]]:
    """Each fault with how many entries of the same list have it too: `aliases: [甲, 乙]` is one
    slip.
    """
    alike: dict[Any, list[Any]] = {}
    for n, fault in enumerate(faults):
        path = _path(fault)
        in_list = path and isinstance(path[-1], int) and fault["type"] in _NEEDS_KEYS
        alike.setdefault((fault["type"], path[:-1]) if in_list else n, []).append(fault)
    return [(first, len(more)) for first, *more in alike.values()]


def more_alike(problem: Problem, more: int) -> Problem:
    """The problem, saying how many entries of the list have it too."""
    return (
        replace(problem, what=f"{problem.what}; and so it is with {more} more of this list")
        if more
        else problem
    )


def of_another_kind(place: Place, plain: Any, faults: list[Any]) -> Problem | None:
    """The one problem of a record in the wrong folder: most of its keys are unknown there, and
    others are missing.
    """
    unknown = [
        str(fault["loc"][0])
        for fault in faults
        if len(fault["loc"]) == 1 and fault["type"] == "unexpected_keyword_argument"
    ]
    missing = [
        fault for fault in faults if len(fault["loc"]) == 1 and fault["type"].startswith("missing")
    ]
    if (
        not isinstance(plain, dict)
        or len(missing) < 2
        or len(unknown) < 2
        or 2 * len(unknown) < len(plain)
    ):
        return None
    return error(
        place,
        "record-of-another-kind",
        f"These are the keys of another kind of record: {', '.join(unknown)}",
        "Move the file to the folder of its kind, or see docs/editing.md for the keys there are",
    )


def _path(fault: Any) -> tuple[str | int, ...]:
    return tuple(part for part in fault["loc"] if not str(part).startswith("function-"))


def way_to(fault: Any) -> tuple[str | int, ...]:
    """The keys that lead to what is wrong or missing."""
    return _path(fault)


def a_choice(fault: Any) -> str:
    """A value that could stand there, where there are only few."""
    return _CHOICE.findall(fault["ctx"]["expected"])[0] if fault["type"] == "literal_error" else ""


def invalid(
    place: Place, fault: Any, kind: TypeAdapter[Any], beside: Iterable[str] = ()
) -> Problem:
    """The problem of a key or value that does not belong where it stands. `beside` are the keys
    that stand there too.
    """
    path = _path(fault)
    key, where, given = (path[-1] if path else ""), _where(path), fault["input"]
    if (
        isinstance(given, str)
        and fault["type"] not in ("unexpected_keyword_argument", "extra_forbidden")
        and _CURLY.fullmatch(given.strip())
    ):
        return error(
            place,
            "value-form",
            f"“{where}” holds {_short(given)} with its quotation marks, for only straight ones are signs of YAML",
            "Write \" or ' instead, or none",
        )
    match fault["type"]:
        case "unexpected_keyword_argument" | "extra_forbidden" if str(key).strip() != key:
            return error(
                place,
                "key-unknown",
                f"The blanks before or behind the key “{str(key).strip()}” are none that YAML knows",
                "Delete them, and indent with plain blanks",
            )
        case "unexpected_keyword_argument" | "extra_forbidden" if typed := _typed([str(key) + ":"]):
            return error(place, "key-unknown", f"There is no key “{where}”: {typed[1]}", typed[2])
        case "unexpected_keyword_argument" | "extra_forbidden":
            return error(
                place, "key-unknown", f"There is no key “{where}”", hint_of_keys(kind, path, beside)
            )
        case "missing" | "missing_argument":
            return error(
                place, "key-missing", f"The key “{where}” is missing", f"Add `{key}:` here"
            )
        case _ if not path and (given is None or given == ""):
            return error(
                place, "yaml-empty", "The file says nothing", "Write the record, or delete the file"
            )
        case "unfilled":
            return error(
                place,
                "value-empty",
                f"“{where}” is empty",
                f'Fill it in, or write `{key}: ""` where nothing is to be printed instead',
            )
        case _ if given is None or given == "":
            return error(
                place,
                "value-empty",
                f"“{where}” is empty",
                "Fill it in, or leave the key out; a text that begins with # needs quotation marks",
            )
        case "date_form":
            return error(place, "date-form", fault["ctx"]["what"], fault["ctx"]["hint"])
        case "literal_error" if isinstance(given, str):
            return error(
                place,
                "value-unknown",
                f"“{_short(given)}” is no value for “{where}”",
                f"Use one of: {', '.join(_CHOICE.findall(fault['ctx']['expected']))}",
            )
        case "string_pattern_mismatch":
            return error(
                place, "value-form", *_form(str(given), where, str(fault["ctx"]["pattern"]))
            )
        case "string_too_short":
            return error(
                place, "value-empty", f"“{where}” is empty", "Fill it in, or leave the key out"
            )
        case "string_too_long":
            return error(
                place,
                "value-form",
                f"“{_short(given)}” is too long ({where})",
                f"Use at most {fault['ctx']['max_length']} characters",
            )
        case kind_of_fault if isinstance(given, str) and re.match("[［｛【]", given):
            return error(
                place,
                "value-type",
                f"“{where}” begins with a full-width bracket, so it is {_called(given)}, but {_wanted(kind_of_fault)} belongs there",
                "Write [ ] or { }",
            )
        case kind_of_fault if (
            isinstance(given, list)
            and given
            and all(isinstance(each, str) for each in given)
            and _wanted(kind_of_fault) == "a text"
        ):
            return error(
                place,
                "value-type",
                f"“{where}” holds a list, but a text belongs there",
                f"Put it in quotation marks if the brackets belong to it: {key}: '[{','.join(given)}]'",
            )
        case kind_of_fault if isinstance(given, str) and _wanted(kind_of_fault).startswith(
            "a list"
        ):
            return error(
                place,
                "value-type",
                f"“{where}” holds {_called(given)}, but {_wanted(kind_of_fault)} belongs there",
                f"Write {key}: [{', '.join(filter(None, map(str.strip, re.split('[,，、;；]', given))))}]",
            )
        case kind_of_fault if (
            isinstance(given, str)
            and kind_of_fault in _NEEDS_KEYS
            and (keys := keys_at(kind, (*path, ""), needed=True))
        ):
            return error(
                place,
                "value-type",
                f"“{where}” holds {_called(given)}, but {_wanted(kind_of_fault)} belongs there",
                f"Write its keys: {'{'}{', '.join(f'{each}: …' for each in keys)}{'}'}",
            )
        case kind_of_fault:
            return error(
                place,
                "value-type",
                f"{f'“{where}”' if where else 'The file'} holds {_called(given)}, but {_wanted(kind_of_fault)} belongs there",
                "Compare with a record that works, or see docs/editing.md",
            )


def _form(given: str, where: str, pattern: str) -> tuple[str, str]:
    """What is wrong with a text of fixed form, and how to write it."""
    if pattern == SHA256:
        return (
            f"“{_short(given)}” is no SHA-256 ({where})",
            "Write its 64 digits, 0–9 and a–f in small letters, as `sha256sum` prints them",
        )
    return f"“{_short(given)}” has not the form of an id ({where})", _form_of_ids(given)


def _form_of_ids(given: str) -> str:
    """How to write the id, or the several that were meant.

    >>> _form_of_ids("xiaomi，kol"), _form_of_ids("Xu Jieyun")
    ('Part the ids by “, ”, a comma and a blank', 'Use lower-case letters, digits and single hyphens: xu-jieyun')
    """
    if re.search("[，、；;,]", given):
        return "Part the ids by “, ”, a comma and a blank"
    near = re.sub(r"[\s_-]+", "-", given.strip().lower()).strip("-")
    return "Use lower-case letters, digits and single hyphens" + (
        f": {near}" if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", near) and len(near) <= 60 else ""
    )


def _where(path: tuple[str | int, ...]) -> str:
    """A path as an editor counts: `roles › 1 › title`."""
    return " › ".join(str(part + 1) if isinstance(part, int) else part for part in path)


def _short(text: Any) -> str:
    words = str(text)
    return words if len(words) <= 60 else words[:57] + "…"


def _called(given: Any) -> str:
    match given:
        case dict():
            return "keys"
        case list():
            return "a list"
        case bool():
            return f"“{str(given).lower()}”"
    return f"the text “{_short(given)}”"


def _wanted(fault: str) -> str:
    if fault in _NEEDS_KEYS:
        return "a record (`key: value`, each on a line of its own)"
    if fault in ("tuple_type", "list_type", "too_short"):
        return "a list (each entry on a line of its own that begins with “- ”)"
    if fault.startswith("bool"):
        return "true or false"
    return "a text"
