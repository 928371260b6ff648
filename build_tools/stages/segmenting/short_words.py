"""English stops that end no sentence: they shorten a word (`Mr.`, `Sept.`), or a machine has broken a
number.
"""

import re

_ABBREVIATED = re.compile(r"(?i:\b(?:vol|no|nos|pp?|ch|fig))\.$|\b(?i:vol)\. ?[IVXLCDM]+\.$")
_COUNTED = re.compile(r"\s+(?:\d|[IVXLCDM]+\b|(?i:nos?)\. ?\d)")
"""What a number follows in a masthead: `VOL. XLVI. NO. 57.`"""
_HOUR = re.compile(r"\d ?[ap]\.m\.$", re.I)
_OF_THE_HOUR = re.compile(
    r"\s+(?:(?:[A-Z][a-z]+ ){0,3}[Tt]ime\b|(?:Eastern|Central|Mountain|Pacific|GMT|UTC|[A-Z]{1,3}T)\b|\(?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d)"
)
"""What still belongs to an hour: `8 p.m. Eastern Time`, `9 a.m. Monday`; not the He of `at 5 p.m.
He said`.
"""
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$")
_OF_MONTH = re.compile(r"\s+\d")
"""The day behind a month that is cut short: `Sept. 29-Oct. 1, 1982`."""
_IN_MONTH = re.compile(r"\b(?i:ult|inst|prox)\.$")
"""Of what month a day is, in old letters and papers: `on the 29th ult. with the injury of eleven persons`."""
_UNIT = re.compile(r"\d[- ]?[a-z]{1,4}\.$")
_SMALL = re.compile(r"\s+[a-z]+\b")
"""What goes on behind a unit that is cut short: `5.2-oz. boxes`, but not the eBay of `12 oz.
eBay`.
"""
_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Mx|Messrs|Drs?|Profs?|Sens?|Reps?|Govs?|Gens?|Cols?|Capts?|Lts?|Sgts?|Revs?|Hon)\.$"
)
_NAME = re.compile(r"\s+[A-Z]")
"""What a title stands before, though it may look like the word that a sentence begins with: `Mr. He
Zhiyuan`.
"""
_FIGURE = re.compile(r"\d\.$")
_REST_OF_FIGURE = re.compile(r"\s+\d{1,2}\s?(?:%|％|per ?cent\b|[mb]illion\b)")
"""A decimal that a machine broke: `dropped 37. 5%`."""
_NO_START = re.compile(r"\s+[A-Z][a-z]{1,4}\.,")
"""No sentence begins with a word that is cut short before a comma: `Louisville. Ky., May 16.`"""
_DATELINE = re.compile(r"[^\n]{3,60}\b\d{1,2}\.$")
_DASH = re.compile(r"\s*(?:[—–]|--)\s*[A-Z]")
"""Place and day before a report: `Louisville, Ky., May 16. —Hot Springs has been chosen`."""


def no_end(text: str, start: int, end: int) -> bool:
    """Whether a stop only shortens a word or breaks a number: what follows cannot begin a
    sentence.
    """
    before, after = text[max(start, end - 80) : end], text[end : end + 80]
    first = not text[:start].strip()
    return bool(
        (_TITLE.search(before) and _NAME.match(after))
        or ((_UNIT.search(before) or _IN_MONTH.search(before)) and _SMALL.match(after))
        or (_MONTH.search(before) and _OF_MONTH.match(after))
        or (_ABBREVIATED.search(before) and _COUNTED.match(after))
        or (_HOUR.search(before) and _OF_THE_HOUR.match(after))
        or (_FIGURE.search(before) and _REST_OF_FIGURE.match(after))
        or _NO_START.match(after)
        or (first and _DATELINE.fullmatch(before.strip()) and _DASH.match(after))
    )
