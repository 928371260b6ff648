"""What would act on a page or a terminal instead of standing in it, made visible."""

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Escapes and text direction marks."""


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
    return _CONTROL.sub(lambda match: picture if len(picture := _picture(match)) == 1 else "\ufffd", text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else f"[U+{code:04X}]"
