"""What keeps an editor's file from being read at all, in an editor's words: no YAML jargon where it
can be helped.
"""

import re

import yaml

from build_tools.model.problem import Place, Problem, error, warning
from build_tools.model.visible import unseen_in_words

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
    "unexpected end of stream": "Close it; or restore the file as Git has it, if it breaks off there",
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
_IN_QUOTES = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'")
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""As YAML counts lines."""
_MERGE = re.compile(r"^(?:<{7} |>{7} |={7}\r?$|\|{7} )", re.M)
"""A line by which Git parts two versions: `<<<<<<< HEAD`. Nothing of ours begins so at the edge of
a file.
"""


_BOTH = re.compile(r"^<{7} .*?^={7}\r?$.*?^>{7} ", re.M | re.S)
"""All three lines of a merge: a line of `=======` alone underlines a heading."""


def left_by_git(file: str, text: str, any_text: bool = False) -> Problem | None:
    """The problem of a file in which Git has left both sides of a merge; of `any_text`, in which a
    line may begin with such signs, only where all of them are there.

    >>> print(left_by_git("editorial/archive.yml", "a: b\\n<<<<<<< HEAD\\nc: d\\n=======\\n>>>>>>> main\\n"))
    editorial/archive.yml:2 – Git has left two versions of these lines here, for it could not merge them. \
Keep what is right of both, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>. [merge-conflict]
    """
    mark = (_BOTH if any_text else _MERGE).search(text)
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
    problems = tuple(
        warning(
            Place(file, line),
            "character-unseen",
            f"{f'Behind “{text[at - 1]}”' if text[:at].strip() and text[at - 1].strip() else 'Here'} stands U+{ord(text[at]):04X}, which nobody sees; it was not read",
            "Type that word anew",
        )
        for line, at in sorted(first.items())
    )
    return (
        "".join(char for at, char in enumerate(text) if at not in gone) if gone else text
    ), problems


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
    slip = typed(lines[: line or 0])
    if slip:
        return error(
            Place(file, slip[0]), "yaml-syntax", f"This cannot be read: {slip[1]}", slip[2]
        )
    what = next((ours for theirs, ours in _SYNTAX.items() if theirs in said), "")
    remedy = next((ours for theirs, ours in _REMEDY.items() if theirs in said), _QUOTE)
    if "found another document" in said and _more_below(lines, line):
        remedy = "Put what stands below it into a file of its own, and delete the line"
    return error(
        Place(file, line),
        "yaml-syntax",
        f"This cannot be read: {f'there is {what}' if what else said}",
        remedy,
    )


def _more_below(lines: list[str], line: int | None) -> bool:
    """Whether a line “---” has a record below it."""
    return any(each.strip() and not each.lstrip().startswith("#") for each in lines[line or 0 :])


def typed(lines: list[str]) -> tuple[int, str, str] | None:
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
