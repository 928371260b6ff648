"""Numbers in words: 三百万, three million, 一半, half."""

import re
from decimal import Decimal

NUMERALS = re.compile(r"[〇零一二三四五六七八九十百千万亿两半]+")
"""三百万, 一半: a run of what Chinese counts with."""
COUNTING = "一二三四五六七八九十壹贰貳叁參参肆伍陆陸柒捌玖拾"
"""For a class of a regex: what sections of a text are counted with, those numerals included that
nobody can alter.
"""
_UNITS = (
    {c: n for n, c in enumerate("〇一二三四五六七八九")}
    | {"零": 0, "两": 2}
    | {
        c: n
        for n, forms in enumerate(("壹", "贰貳", "叁參参", "肆", "伍", "陆陸", "柒", "捌", "玖"), 1)
        for c in forms
    }
)
_TENS = {"廿": 20, "卅": 30}
_COUNTED = re.compile(
    r"(?:一?百[零〇]?)?(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[廿卅][一二三四五六七八九]?|[一二三四五六七八九])?"
)
"""十, 廿五, 一百零三; not 二三, which is two or three."""
_SCALES = {"十": 10, "拾": 10, "百": 10**2, "千": 10**3, "万": 10**4, "亿": 10**8}
_ONES = {
    w: n
    for n, w in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
}
_ONES |= {
    w: 10 * n
    for n, w in enumerate(["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 3)
}
_HUNDREDS = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
)
_OTHERS = {w: n for n, w in enumerate(ORDINALS, 1)}
_OTHERS |= {
    w: n
    for n, w in enumerate(
        [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ],
        1,
    )
}
_OTHERS |= {
    "once": 1,
    "twice": 2,
    "both": 2,
    "pair": 2,
    "double": 2,
    "triple": 3,
    "dozen": 12,
    "decade": 10,
    "quarter": 25,
    "half": 50,
}
_RUN = re.compile(
    rf"\b(?:{'|'.join([*_ONES, *_HUNDREDS])})(?:(?:[ -]|-| and )(?:{'|'.join([*_ONES, *_HUNDREDS])}))*\b",
    re.I,
)
"""two hundred and fifty, twenty-five."""


def english(text: str) -> set[Decimal]:
    """Every number that the English words may mean, and the months'.

    >>> Decimal(250) in english("two hundred and fifty"), Decimal(12) in english("December")
    (True, True)
    """
    words = re.findall(r"[a-z]+", text.lower())
    single = {
        Decimal(n)
        for w in words
        for n in [_ONES.get(w, _HUNDREDS.get(w, _OTHERS.get(w)))]
        if n is not None
    }
    return single | {_sum(m[0]) for m in _RUN.finditer(text)}


def chinese(run: str) -> set[Decimal]:
    """Every number that a run of numerals may mean: 二〇二五 by its digits, 三百万 by its scales.

    >>> max(chinese("三百万")), Decimal(2025) in chinese("二〇二五")
    (Decimal('3000000'), True)
    """
    digits = [_UNITS[c] for c in run if c in _UNITS]
    by_digits = {Decimal("".join(map(str, digits)))} if len(digits) == len(run) else set()
    return {scaled(run), *map(Decimal, digits), *by_digits}


def small(numeral: str) -> int:
    """A number as days and years are counted, in figures or words; 0 where it is none.

    >>> [small(each) for each in ("07", "十", "二十五", "廿五", "卅一", "一百零三", "二三")]
    [7, 10, 25, 25, 31, 103, 0]
    """
    if numeral.isdigit() and numeral.isascii():
        return int(numeral)
    return int(scaled(numeral)) if _COUNTED.fullmatch(numeral) else 0


def scaled(run: str) -> Decimal:
    """The number that the scales of a run make: 三百万, 廿五."""
    total = section = unit = Decimal(0)
    for char in run:
        if char in _UNITS:
            unit = Decimal(_UNITS[char])
        elif char in _TENS:
            section, unit = section + _TENS[char], Decimal(0)
        elif char in "十拾百千":
            section, unit = section + (unit or 1) * _SCALES[char], Decimal(0)
        elif char in "万亿":
            total, section, unit = (
                (total + (section + unit or 1)) * _SCALES[char],
                Decimal(0),
                Decimal(0),
            )
    return total + section + unit


def _sum(run: str) -> Decimal:
    total = part = 0
    for word in re.findall(r"[a-z]+", run.lower()):
        if word in _ONES:
            part += _ONES[word]
        elif word == "hundred":
            part = (part or 1) * 100
        elif word in _HUNDREDS:
            total, part = total + (part or 1) * _HUNDREDS[word], 0
    return Decimal(total + part)
