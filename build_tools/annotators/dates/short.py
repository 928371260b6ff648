"""Years of two or three figures: ’98, 08年, 97年7月, 115年. In a text with a day they are the
latest such years; where it counts years of the Republic, 98年7月 is in 2009.
"""

import re
from collections.abc import Iterator
from datetime import date

from build_tools.annotators.dates.anchor import Anchor
from build_tools.annotators.dates.habits import OF_REPUBLIC
from build_tools.annotators.dates.parts import Said, made, month_named
from build_tools.model.dates import MONTHS
from build_tools.model.record import Bilingual
from build_tools.model.text import Mark

_EN = re.compile(
    r"(?:(?<=\b[Ii]n )|(?<=\b[Ss]ince )|(?<=\b[Oo]f )|(?<=\b[Bb]y ))[’'‘](?P<y>\d\d)\b(?![’'%])",
    re.A,
)
"""in ’98."""
_DAY = re.compile(
    rf"\b(?P<m>(?:{'|'.join(name[:3] for name in MONTHS)})[a-z]*\.?) (?P<d>[12]\d|3[01]|0?[1-9]),? ['’‘](?P<y>\d\d)\b(?!['’])",
    re.A,
)
"""Jul 19 ’24."""
_MONTHS = "|".join(name[:3] for name in MONTHS)
_MONTH_OF = re.compile(
    rf"\b(?P<m>(?:{_MONTHS})[a-z]*\.?) ['’‘](?P<y>\d\d)(?!\w|['’])(?:(?:\s(?:to|until|through)\s|\s?[–—-]\s?)(?P<m2>(?:{_MONTHS})[a-z]*\.?) ['’‘](?P<y2>\d\d)(?!\w|['’]))?",
    re.A,
)
"""May ’06, Oct. ’09 to Aug. ’10."""
_POST = re.compile(r"[ur]/\S+\s")
"""The head of a post, `u/moonpumper Jul 19 '24`, which can only be of this century."""
_OF_POST = Bilingual(
    en="The head of a post on the internet, of this century.",
    **{"zh-Hans": "网上帖文的抬头，属本世纪。"},
)
_REPUBLIC = re.compile(
    r"(?:^|[，。、；（(于於在自至到])\s?(?P<y>(?!100|120)1[0-2]\d)\s?年(?![的老多来來前后後间間里內内以之历歷]|\s?\d)",
    re.A,
)
"""115年, where the text counts years of the Republic; not 有115年, nor 115年来."""
_REPUBLIC_FIGURES = re.compile(
    r"(?<![\w/.-])(?P<y>1[0-2]\d)(?P<by>[/.-])(?P<m>1[0-2]|0?[1-9])(?P=by)(?P<d>3[01]|[12]\d|0?[1-9])(?![\w/-]|\.\d)",
    re.A,
)
"""113/05/20, in such a text."""
_MONTH = r"\s?(?P<m>1[0-2]|0?[1-9])\s?月(?:份|\s?(?P<d>[12]\d|3[01]|0?[1-9])\s?[日号])?"
_ZH = re.compile(
    rf"(?<![\d.,第A-Za-z])(?:(?P<y>0\d|[4-9]\d)\s?年{_MONTH}|(?:(?P<zero>0\d)|(?<=[于於在自从從])(?P<placed>[4-9]\d))\s?年(?![的多来來前后後间間里内內以之历歷]|\s?\d))",
    re.A,
)
"""97年7月, 98年10月31日, 08年, 于98年; not 成立98年, 98年的历史, nor 12年6月, which is how long."""


def short_years(text: str, anchor: Anchor) -> Iterator[Mark]:
    """The marks of such years, all inferred.

    >>> from build_tools.annotators.dates.anchor import Habits
    >>> [str(mark.target) for mark in short_years("Since ’98; 97年7月，08年，成立98年", Anchor(day=date(2010, 5, 1), habits=Habits(western=True)))]
    ['1998', '1997-07', '2008']
    """
    for m in _EN.finditer(text):
        yield from _marked(m, Said(_latest(int(m["y"]), anchor.day) or ""), anchor)
    for m in _DAY.finditer(text):
        of_post = not anchor.day and bool(_POST.match(text))
        year = f"20{m['y']}" if of_post else _latest(int(m["y"]), anchor.day)
        yield from _marked(
            m,
            Said(year or "", month_named(m["m"]), int(m["d"])),
            anchor,
            _OF_POST if of_post else None,
        )
    for m in _MONTH_OF.finditer(text):
        ends = [
            Said(_latest(int(m[year]), anchor.day) or "", month_named(m[month]))
            for month, year in (("m", "y"), ("m2", "y2"))
            if m[month]
        ]
        when = made("/".join(end.edtf for end in ends))
        if when and all(end.year and end.month for end in ends):
            yield Mark(*m.span(), "date", when, basis="inferred", reason=anchor.reason)
    for m in _REPUBLIC.finditer(text) if anchor.habits.republic else ():
        when = Said(f"{1911 + int(m['y'])}").date()
        yield Mark(m.start("y"), m.end(), "date", when, basis="inferred", reason=OF_REPUBLIC)
    for m in _REPUBLIC_FIGURES.finditer(text) if anchor.habits.republic else ():
        yield from _marked(
            m, Said(f"{1911 + int(m['y'])}", int(m["m"]), int(m["d"])), anchor, OF_REPUBLIC
        )
    for m in _ZH.finditer(text) if anchor.habits.republic or anchor.habits.western else ():
        two = int(m["y"] or m["zero"] or m["placed"])
        by_republic = anchor.habits.republic and two >= 40
        year = (
            f"{1911 + two}"
            if by_republic
            else _latest(two, anchor.day)
            if anchor.habits.western or two < 10
            else None
        )
        yield from _marked(
            m,
            Said(year or "", int(m["m"] or 0), int(m["d"] or 0)),
            anchor,
            OF_REPUBLIC if by_republic else None,
        )


def _marked(
    m: re.Match[str], said: Said, anchor: Anchor, reason: Bilingual | None = None
) -> Iterator[Mark]:
    when = said.date() if said.year else None
    if when:
        yield Mark(*m.span(), "date", when, basis="inferred", reason=reason or anchor.reason)


def _latest(two: int, written: date | None) -> str | None:
    """The latest year with these figures; None where it may be one of the next ten."""
    ahead = (two - written.year) % 100 if written else 1
    return None if not written or 0 < ahead <= 10 else f"{written.year - (-ahead % 100):04}"
