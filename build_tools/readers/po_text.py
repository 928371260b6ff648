"""A PO file's text and its entries, without loss: what a program such as Poedit or Weblate wrote
comes out again.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from polib import escape
from polib import unescape as _unescape

_FIELD = re.compile(
    r'(?P<name>msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*(?P<text>"(?:[^"\\]|\\.)*")$'
)
"""`msgstr "Xiaomi"`."""
_GOES_ON = re.compile(r'"(?:[^"\\]|\\.)*"$')
"""The next line of a text that is broken over several."""
_PREVIOUS = re.compile(r"#~?\|\s*")
"""What a text was before: `#| msgid "小米"`, and `#~| msgid "小米"` in an entry that is no longer
used.
"""
_OBSOLETE = re.compile(r"#~\s*(?=[m\"])")
"""`#~ msgid "小米"`."""
_IN_BYTES = re.compile(r"(?P<plain>\\\\)|(?:\\[0-3][0-7]{2})+")
"""`\\345\\260\\217`, which is 小 as `msgcat --escape` writes it; not the backslash of `\\\\345`."""
_LINES = re.compile(r"[^\n]*\n|[^\n]+")


_MARK = "[\"“”„«»‘’'＂「」『』]"
_OTHER_MARKS = re.compile(
    rf"(?:#~\s*)?(?:msgctxt|msgid|msgstr)?\s*(?P<first>{_MARK}).*(?P<last>{_MARK})"
)
"""`msgstr “小米”`, as a word processor or a Chinese keyboard writes it."""


class NoPo(ValueError):
    """The text is no PO file, from the line on that is given."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


@dataclass(slots=True)
class PoEntry:
    """An entry of a PO file, field for field as it stands; `Entry` is what it says of a segment."""

    comments: list[str] = field(default_factory=list)
    """Lines as they stand: `# of translators`, `#. of programs`, `#: references`."""
    flags: list[str] = field(default_factory=list)
    previous: dict[str, str] = field(default_factory=dict)
    """The fields as they were before: `msgid`, `msgctxt`."""
    fields: dict[str, str] = field(default_factory=dict)
    """`msgctxt`, `msgid`, `msgstr`; `msgid_plural` and `msgstr[0]` where there are such."""
    obsolete: bool = False
    line: int = 1
    """Where it begins."""


def po_entries(text: str) -> tuple[list[PoEntry], list[str]]:
    """The entries, and the comments after the last of them. Raises `NoPo`.

    >>> [raw.fields for raw in po_entries('# x\\nmsgctxt "s1"\\nmsgid "小米"\\nmsgstr ""\\n"Xia"\\n"omi"\\n')[0]]
    [{'msgctxt': 's1', 'msgid': '小米', 'msgstr': 'Xiaomi'}]
    """
    done: list[PoEntry] = []
    here, last = PoEntry(), ""
    into: dict[str, str] = {}
    for number, line in enumerate(text.split("\n"), 1):
        bare, obsolete = _OBSOLETE.subn("", line.strip(" \t\r"), count=1)
        match = _FIELD.match(bare)
        name = match["name"] if match else ""
        if here.fields and (
            bare.startswith("#") or name == "msgctxt" or (name == "msgid" and name in here.fields)
        ):
            done.append(_whole(here))
            here, into, last = PoEntry(line=number), {}, ""
        if not (here.fields or here.comments or here.flags or here.previous):
            here.line = number
        if _PREVIOUS.match(bare):
            here.obsolete = here.obsolete or bare.startswith("#~")
            bare, into = _PREVIOUS.sub("", bare, count=1), here.previous
            match = _FIELD.match(bare)
            name = match["name"] if match else ""
        elif bare.startswith("#,"):
            here.flags += [flag.strip() for flag in bare[2:].split(",") if flag.strip()]
            continue
        elif bare.startswith("#"):
            here.comments.append(line)
            continue
        elif match:
            here.obsolete = here.obsolete or bool(obsolete)
            into = here.fields
        if match and name not in into:
            into[name], last = unescaped(match["text"][1:-1]), name
        elif last in into and _GOES_ON.match(bare):
            into[last] += unescaped(bare[1:-1])
        elif bare:
            raise NoPo(number)
    return (done, here.comments) if not here.fields else ([*done, _whole(here)], [])


def typed_otherwise(line: str) -> str:
    """The marks between which a line has its text, where straight ones would make a field of it.

    >>> typed_otherwise("msgstr “核心观点”"), typed_otherwise('msgstr "核心观点”'), typed_otherwise('msgstr "“核心观点”"')
    ('“ and ”', '" and ”', '')
    """
    found = _OTHER_MARKS.fullmatch(line.strip())
    if not found or (found["first"] == found["last"] == '"'):
        return ""
    return f"{found['first']} and {found['last']}"


def unescaped(text: str) -> str:
    """The text between quotation marks, as it is meant.

    >>> unescaped(r'\\345\\260\\217 \\"a\\"\\n')
    '小 "a"\\n'
    """

    def read(found: re.Match[str]) -> str:
        if found["plain"]:
            return str(found[0])
        try:
            return str(
                escape(bytes(int(code, 8) for code in found[0].split("\\")[1:]).decode("utf-8"))
            )
        except UnicodeDecodeError:
            return found[0]

    return str(_unescape(_IN_BYTES.sub(read, text)))


def _whole(raw: PoEntry) -> PoEntry:
    if "msgid" not in raw.fields or not any(name.startswith("msgstr") for name in raw.fields):
        raise NoPo(raw.line)
    return raw


def po_text(entries: Iterable[PoEntry], tail: Iterable[str] = ()) -> str:
    """The text of the file, every text on one line, or on one for each line of its own."""
    return "".join(
        f"{line}\n"
        for lines in [*map(_lines, entries), list(tail)]
        for line in ([*lines, ""] if lines else ())
    )


def _lines(raw: PoEntry) -> list[str]:
    sign = "#~" if raw.obsolete else "#"
    lines = list(raw.comments)
    if raw.flags:
        lines.append(f"#, {', '.join(raw.flags)}")
    for name, text in raw.previous.items():
        lines += _quoted(f"{sign}| ", name, text)
    for name, text in raw.fields.items():
        lines += _quoted("#~ " if raw.obsolete else "", name, text)
    return lines


def _quoted(before: str, name: str, text: str) -> list[str]:
    parts = _LINES.findall(text)
    first, *more = parts if len(parts) == 1 else ["", *parts]
    return [f'{before}{name} "{escape(first)}"', *(f'{before}"{escape(part)}"' for part in more)]
