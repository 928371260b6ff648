"""The numbers that a text gives in figures, and those that it might give in words."""

import re
from decimal import Decimal

from build_tools.language.numbers.words import NUMERALS, chinese, english, scaled

Number = tuple[Decimal, str]
"""A value, with `%` where it is a share."""

_SCALES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "k": 10**3,
    "m": 10**6,
    "bn": 10**9,
    "b": 10**9,
    "十": 10,
    "百": 10**2,
    "千": 10**3,
    "万": 10**4,
    "亿": 10**8,
    "万亿": 10**12,
}
_FIGURES = re.compile(
    r"(?<![A-Za-z\d.])(?<!\d,)(?P<share>百分之)?(?P<sign>[-−]|minus |负)?(?P<n>\d{1,3}(?:,\d{3})++(?:\.\d++)?|\d++(?:\.\d++)?)"
    r"(?:[ -]?(?P<en>(?:hundred )?(?:thousand|million|billion|trillion)|hundred)s?\b|\s?[多余]?\s?(?P<zh>[十百千]?(?:万亿|[万亿])|[百千]))?"
    r"(?P<unit>\s?(?:[%％]|per ?cent\b|percentage points?|个百分点))?(?![A-Za-z])",
    re.I | re.A,
)
"""84,999; 3 million; 300万; 20余万; 30%; 百分之30; -96%. Not the figures of SU7 or 5G."""
_SUFFIXED = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)(k|m|bn|b)\b", re.I | re.A)
"""3m, 1.5bn: not asked for (3 m may be metres), but they answer to 300万."""
_LETTERED = re.compile(r"(?<![A-Za-z\d])\d+(?=[A-Za-z])")
"""1990s, 5G, 20th: not asked for either."""
_CODE = re.compile(r"(?<![A-Za-z\d])[A-Z]{1,5}\d{1,4}(?![A-Za-z\d])")
"""SU7, YU7, S1: names with figures."""
_SAFE_HAN = re.compile(
    r"(?P<share>百分之)(?!百)(?P<n>[一二三四五六七八九十百]+)"
    r"|(?<![第〇零一二三四五六七八九十百千万亿两])(?:[一二三四五六七八九两][十百千][万亿]|[二三四五六七八九两][万亿])(?![〇零一二三四五六七八九十百千万亿两])"
)
"""三百万 and 百分之三十 are amounts; 一 in 一下, 万 in 万一 and 千万 in 千万别 are none."""
_SAFE_WORDS = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|fifty)"
    r"(?: hundred)?(?: hundred| thousand| million| billion)\b(?![ -](?:and|thousand|million|billion|per ?cent))",
    re.I | re.A,
)
"""three million, two hundred thousand."""
_LARGE = ("hundred", "thousand", "million", "billion")
"""One of them stands in each."""
_FIGURE = re.compile(r"[0-9]")
_CLOCK = re.compile(r"[ap]\.?m\b|\d:\d\d|[点时]")


def figures(text: str) -> set[Number]:
    """The numbers in figures, and in words where they can be nothing else.

    >>> sorted(str(n) for n, _ in figures("售价84999元，签署金额为300万元")), figures("worth 3 million yuan") == figures("三百万元")
    (['3000000', '84999'], True)
    """
    found = {_figure(m) for m in _FIGURES.finditer(text)} if _FIGURE.search(text) else set()
    if not text.isascii():
        found |= {
            (scaled(m["n"] or m[0]), "%" if m["share"] else "") for m in _SAFE_HAN.finditer(text)
        }
    if any(map(text.lower().__contains__, _LARGE)):
        found |= {(max(english(m[0])), "") for m in _SAFE_WORDS.finditer(text)}
    return found


def answers(text: str) -> set[Number]:
    """All numbers that the text gives, or may give in words: what a figure of the other language
    may answer to.

    >>> (Decimal(50), "%") in answers("一半"), (Decimal(15), "") in answers("3:30 p.m.")
    (True, True)
    """
    found = figures(text) | {
        (Decimal(m[1]) * _SCALES[m[2].lower()], "") for m in _SUFFIXED.finditer(text)
    }
    found |= {(Decimal(n), "") for n in _LETTERED.findall(text)} | {
        (n, unit) for n in english(text) for unit in ("", "%")
    }
    for run in NUMERALS.findall(text):
        found |= (
            {(n, "") for n in chinese(run)}
            | {(n * 10, "%") for n in chinese(run)}
            | ({(Decimal(50), "%")} if "半" in run else set())
        )
    hours = {n for n, unit in found if not unit and n <= 24} if _CLOCK.search(text) else set()
    return (
        found
        | {(h + by, "") for h in hours for by in (12, -12)}
        | ({(Decimal(0), "")} if hours else set())
    )


def codes(text: str) -> set[str]:
    """Names with figures.

    >>> sorted(codes("小米YU7和青悦S1"))
    ['S1', 'YU7']
    """
    return set(_CODE.findall(text))


def _figure(m: re.Match[str]) -> Number:
    value = Decimal(m["n"].replace(",", ""))
    for part in [*(m["en"] or "").lower().split(), *re.findall("万亿|.", m["zh"] or "")]:
        value *= _SCALES[part]
    unit = "%" if m["share"] or m["unit"] else ""
    return -value if m["sign"] and unit else value, unit
