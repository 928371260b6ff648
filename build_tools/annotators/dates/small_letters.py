"""English months in small letters: 5 march 2021, on may 5, in december.

What may be a verb, `they may 2 weeks later`, stays a word.
"""

import re

from build_tools.annotators.dates.parts import NOT_THINGS
from build_tools.model.dates import MONTHS

_FULL = [name.lower() for name in MONTHS]
_SHORT = [*(name[:3] for name in _FULL if name != "may"), "sept"]
_VERBS = ("march", "may", "august")
"""Months that are words of other kinds too."""
_MONTH = re.compile(
    rf"(?:(?<![\w/.-])|(?<=\b[Mm]id-))(?P<full>{'|'.join(_FULL)})(?![\w-])"
    rf"|(?<![\w/.-])(?:{'|'.join(_SHORT)})\b\.?",
    re.A,
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_DAY_BEFORE = re.compile(rf"(?<![\w.,:$€£-]){_DAY}(?:\sof)?\s$", re.A)
_DAY_BEHIND = re.compile(rf"\s{_DAY}(?![\w:%]|[.,]\d)", re.A)
_YEAR_BEHIND = re.compile(
    rf"(?:\s{_DAY})?,?\s(?:of\s)?(?:1[5-9]|20)\d\d(?!\w|[.,]\d){NOT_THINGS}", re.A
)
"""The ` 5, 2021` of “march 5, 2021”; not the 2000 of “may 2000 people”."""
_PLACED = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Dd]uring|[Oo]f|[Ff]rom|[Ee]arly|[Ll]ate)\s$"
    r"|\b[Mm]id-?\s?$"
)
_ON = re.compile(r"\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Bb]efore|[Aa]fter|[Ss]ince)\s$")
_WITHIN = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Dd]uring)\s$")


def with_capitals(text: str) -> str:
    """The text with a capital for each month in small letters that can be nothing else, letter by
    letter as long.

    >>> with_capitals("on 5 march 2021 they may march; in may 2019, on may 5 and since june")
    'on 5 March 2021 they may march; in May 2019, on May 5 and since June'
    """
    return _MONTH.sub(lambda m: m[0].capitalize() if _is_month(m) else m[0], text)


def _is_month(m: re.Match[str]) -> bool:
    """Whether a day and a year stand beside it; or, of a name in full, a year or day after a word
    that
    leads to one; or just a day or that word, if it is no verb."""
    text, end = m.string, m.end()
    before = text[max(0, m.start() - 12) : m.start()]
    day_before, day, year = (
        _DAY_BEFORE.search(before),
        _DAY_BEHIND.match(text, end),
        _YEAR_BEHIND.match(text, end),
    )
    if year and (day_before or day):
        return True
    if not m["full"]:
        return False
    if (year and _PLACED.search(before)) or (day and _ON.search(before)):
        return True
    return m["full"] not in _VERBS and bool(day_before or day or _WITHIN.search(before))
