"""character-unseen in translation.po: what nobody sees in the words of translators."""

import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from build_tools.model.problem import Place, Problem, warning
from build_tools.model.visible import anything_seen, unseen_in_words
from build_tools.readers.po_text import PoEntry


def seen(
    raw: PoEntry, remarks: Iterable[str], lines: list[str], file: str
) -> tuple[PoEntry, tuple[Problem, ...]]:
    """The entry with its translation and remarks as they can be seen, and a warning for each that
    held more. What it takes from the text, and where nothing at all is seen, stays.

    `lines` are the file's.

    >>> raw = PoEntry(["# state: human-draft"], fields={"msgid": "小\u200b米", "msgstr": "Xiao\u200bmi\x1b[1m"})
    >>> bare, problems = seen(raw, raw.comments, ['msgid "小\u200b米"', 'msgstr "Xiao\u200bmi"'], "translation.po")
    >>> bare.fields["msgstr"], problems[0].place.line, problems[0].what
    ('Xiaomi[1m', 2, 'Behind “o” stands U+200B, which nobody sees, and so does U+001B further on; they were not read')
    """
    target = raw.fields.get("msgstr", "")
    texts = [*remarks, *([target] if anything_seen(target) else [])]
    bare = {
        text: text
        if not (unseen := _unseen(text))
        else "".join(char for at, char in enumerate(text) if at not in unseen)
        for text in texts
    }
    problems = tuple(
        _problem(text, _place(text, raw, lines, file))
        for text, rest in bare.items()
        if rest != text
    )
    if not problems:
        return raw, ()
    return replace(
        raw,
        comments=[bare.get(line, line) for line in raw.comments],
        fields={**raw.fields, "msgstr": bare.get(target, target)},
    ), problems


def _unseen(text: str) -> list[int]:
    """Where such characters stand: those that part words, and signs to a terminal."""
    return sorted(
        {
            *unseen_in_words(text),
            *(
                at
                for at, char in enumerate(text)
                if unicodedata.category(char) in ("Cc", "Zl", "Zp") and char not in "\t\n\r"
            ),
        }
    )


def _problem(text: str, place: Place) -> Problem:
    first, *others = _unseen(text)
    before = text[first - 1 : first].strip()
    more = ", ".join(dict.fromkeys(f"U+{ord(text[at]):04X}" for at in others))
    return warning(
        place,
        "character-unseen",
        f"{f'Behind “{before}”' if before else 'Here'} stands U+{ord(text[first]):04X}, which nobody sees"
        + (f", and so does {more} further on; they were not read" if more else "; it was not read"),
        "Type that word anew",
    )


def _place(text: str, raw: PoEntry, lines: list[str], file: str) -> Place:
    """The line, or that of the entry where the character is written as `\\007`."""
    char = text[_unseen(text)[0]]
    msgstr = next(
        (n for n, line in enumerate(lines[raw.line - 1 :], raw.line) if line.startswith("msgstr")),
        raw.line,
    )
    start = raw.line if text in raw.comments else msgstr
    return Place(
        file, next((n for n, line in enumerate(lines[start - 1 :], start) if char in line), start)
    )
