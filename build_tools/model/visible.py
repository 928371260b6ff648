"""What would act on a page or a terminal instead of standing in it, or cannot be seen there, made
visible.
"""

import re
import unicodedata

from build_tools.language.chinese.han import HAN

_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
"""Escapes and text direction marks."""
_UNSEEN = re.compile(
    r"[\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""Fillers, blank letters and variation selectors: no control characters, but nothing is to be seen
of them.
"""
_FORMAT = re.compile(
    "[\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)
"""What is pasted along from pages and can part a word: blanks without width, joiners, soft hyphens,
direction marks, variants of a sign.
"""
_JOINERS = re.compile("[\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Those of them that make one sign of several: 👩‍💻, ❤️."""
_LONG_QUOTATION = re.compile(r"“([^“”]{50})[^“”]{20,}([^“”]{20})”")
"""“The first words of a whole paragraph that somebody quoted, and so on for twenty lines, to the
last ones”.
"""
_LONGEST = 800


def visible(text: str) -> str:
    """The text with control characters as pictures or code points.

    >>> visible("小米\\x1b[31m\\u202e道歉")
    '小米␛[31m[U+202E]道歉'
    """
    return _CONTROL.sub(_picture, text)


def visible_in_place(text: str) -> str:
    """The same, one character for one, where offsets must hold.

    >>> visible_in_place("小米\\x1b[31m\\u202e道歉")
    '小米␛[31m�道歉'
    """
    return _CONTROL.sub(
        lambda match: picture if len(picture := _picture(match)) == 1 else "\ufffd", text
    )


def in_one_line(text: str) -> str:
    """The text for a message: in one line, nothing in it unseen, long quotations shortened in the
    middle.

    >>> in_one_line("“小米\\u200b\\n道歉” is not in seeds/\\udcff.txt")
    '“小米[U+200B]␊道歉” is not in seeds/[byte FF].txt'
    """
    text = _LONG_QUOTATION.sub(r"“\1 … \2”", text)
    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST // 2]} … {text[-_LONGEST // 4 :]}"
    return "".join(
        char
        if char == "\u3000" or (char.isprintable() and not _UNSEEN.match(char))
        else _pictured(char)
        for char in text
    )


def anything_seen(text: str) -> bool:
    """Whether a reader would see anything of the text.

    >>> anything_seen("\\ufeff\\u200b\\u3164\\n"), anything_seen("\\u200b小")
    (False, True)
    """
    return any(
        unicodedata.category(char)[0] not in "CZ" and not _UNSEEN.match(char) for char in text
    )


def unseen_in_words(text: str) -> tuple[int, ...]:
    """Where a character stands that nobody sees and that belongs to no emoji and no script that
    needs it: 王\u200b化 is found nowhere.

    >>> unseen_in_words("王\u200b化, trans\u00adlate"), unseen_in_words("👩\u200d💻 ❤\ufe0f小米 \u200fسلام")
    ((1, 10), ())
    """
    return tuple(
        match.start() for match in _FORMAT.finditer(text) if _parts_words(text, match.start())
    )


def _parts_words(text: str, at: int) -> bool:
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    if _JOINERS.match(text[at]):
        return _is_ours(before)
    return not any(char.isalpha() and not _is_ours(char) for char in (before, behind))


def _is_ours(char: str) -> bool:
    """Whether it is a letter of Chinese or of a European language, which need no such
    characters.
    """
    return bool(char) and char.isalpha() and (bool(HAN.match(char)) or char < "\u0250")


def _picture(match: re.Match[str]) -> str:
    return _pictured(match[0])


def _pictured(char: str) -> str:
    code = ord(char)
    if 0xDC80 <= code <= 0xDCFF:
        return f"[byte {code - 0xDC00:02X}]"
    return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else f"[U+{code:04X}]"
