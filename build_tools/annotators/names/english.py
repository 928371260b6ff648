"""Whether English words stand by themselves where a name or term was found, by hyphens, capitals
and the next word.
"""

import re
from functools import lru_cache

_SENTENCE_STARTS = re.compile(r"(?:^|[.!?:;,…\n]\W*|^\W+|[•–-]\s+)$")
_PLACE_AFTER = re.compile(
    r"(?:'s)? (?:County|Street|Road|Avenue|Square|Village|Town|Province|River|Park|Mill)\b"
)
"""Xiaomi County is a place."""
_VERB_BEFORE = re.compile(
    r"(?:(?:^|[.!?:;,“\"‘(—–]\s*)|\b(?:to|just|can|could|should|would|will|must|please|and|or|then|you|I|we|they|did|don't|let's) )$",
    re.I,
)
_OBJECT_AFTER = re.compile(r" (?:it|him|her|them|me|us|his|its|their|your|my|yourself|myself)\b")
"""Google it; just Google her name. In “told Google it must pay” no such word stands before."""
_ROW_BEFORE = re.compile(r"(?:[\w'’-]+ ){1,2}$")
_ROW_AFTER = re.compile(r"(?: [\w'’-]+){1,2}")
_TITLE_SHARE = 0.6
"""Of the longer words of a headline in capitals, so many begin with one."""
_LONGER_WORD = re.compile(r"\b[A-Za-z]\w{3,}")


def is_part(text: str, start: int, end: int, form: str, is_name: bool) -> bool:
    """Whether the words are a part of others, or of a name: wood-fired, the Red Line, Xiaomi
    County; or a name used as a verb.

    `form` is what was looked for: a form with a hyphen or capitals of its own keeps them.

    >>> def part(text, form, is_name=False): return is_part(text, start := text.index(form), start + len(form), form.lower(), is_name)
    >>> part("a wood-fired oven", "fired"), part("They fired him.", "fired"), part("They met on the Red Line, which was late.", "Red Line"), part("A red line", "red line")
    (True, False, True, False)
    >>> part("Google it, she said", "Google", True), part("told Google it must pay", "Google", True), part("in Xiaomi County", "Xiaomi", True)
    (True, False, True)
    """
    if is_name:
        return bool(
            _PLACE_AFTER.match(text, end)
            or (_VERB_BEFORE.search(_before(text, start)) and _OBJECT_AFTER.match(text, end))
        )
    return (form.islower() and _hyphened(text, start, end)) or (
        form.islower() and in_a_name(text, start, end)
    )


def beside(text: str, start: int, end: int) -> tuple[str, ...]:
    """The two words before and the two after, as far as no stop stands between.

    >>> beside("stuck in traffic, she recalled", 9, 16)
    ('in', 'stuck')
    """
    before = _ROW_BEFORE.search(_before(text, start))
    after = _ROW_AFTER.match(text, end)
    return (*(before[0].split()[::-1] if before else ()), *(after[0].split() if after else ()))


def _hyphened(text: str, start: int, end: int) -> bool:
    return (text[start - 1 : start] == "-" and text[start - 2 : start - 1].isalpha()) or (
        text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha()
    )


def in_a_name(text: str, start: int, end: int) -> bool:
    """Whether the words have a capital in the midst of a sentence that has no others of the kind:
    of Boycott, Mr Boycott, the Red Line.

    >>> text = "On Monday Boycott said the boycott was over. Boycott it."
    >>> [in_a_name(text, at, at + 7) for at in (10, 27, 45)]
    [True, False, False]
    """
    first = re.search("[A-Za-z]", text[start:end])
    return bool(
        first
        and first[0].isupper()
        and not text[start:end].isupper()
        and not _SENTENCE_STARTS.search(_before(text, start))
        and (text.endswith(".") or not is_title(text))
    )


def _before(text: str, start: int) -> str:
    """The last words before: a line of a million letters is not looked through for each hit."""
    return text[max(0, start - 100) : start]


@lru_cache(maxsize=64)
def is_title(text: str) -> bool:
    """Whether most of the longer words begin with a capital, as in a headline."""
    words = _LONGER_WORD.findall(text)
    return bool(sum(word[0].isupper() for word in words) > _TITLE_SHARE * len(words))
