"""Dates in English, read as they stand, in every usual form. Offsets are the text's own."""

import re
from collections.abc import Iterator

from build_tools.annotators.dates.parts import (
    MONTHS_OF,
    NOT_THINGS,
    Expression,
    LeftAlone,
    Said,
    expression,
    month_named,
)
from build_tools.annotators.dates.small_letters import with_capitals
from build_tools.language.numbers.words import ORDINALS
from build_tools.model.dates import MONTHS

_NAMES = [*MONTHS, *(f"{m[:3]}\\." for m in MONTHS), "Sept\\.", *(m[:3] for m in MONTHS), "Sept"]
_OLD = r"Jan['’]?r?y|Feb(?:r['’]?y?|['’]?r?y)|Aug['’]?s?t|Sep(?:t(?:e?m?b?)?)?['’]?e?r|Oct(?:o?b)?['’]?e?r|(?:Nov|Dec)(?:e?m?b)?['’]?e?r|(?:Septem|Octo|Novem|Decem)b"
"""Janry, Feby, Febr., Octbr., Novr, Decr.: as old letters and prints shorten the months, down to their
last letter.
"""
_MONTH = (
    f"(?:{'|'.join([*_NAMES, *(name.upper() for name in _NAMES)])}"
    rf"|(?:{_OLD}|{_OLD.upper()}|Mch|Apl)\.?)(?![A-Za-z])"
)
"""MCH and APL are names of other things."""
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_TH = r"(?:st|n?d|r?d|th)?"
_TO = r"(?:\s?[–—~-]\s?|\s(?:to|until|till|through|thru)\s)"
_JOIN = rf"(?:(?P<to>{_TO})|\s(?:and|&)\s)"
_UNIT = r"(?!\s?%|[-\s](?:per ?cent|percent|people|persons|men|women|children|million|billion|thousand|hundred|points?|yuan|dollars|yen|years?|GMT|UTC|hrs|hours|local)\b)"
_END = rf"(?![\d]|[,.:/][\d]|[A-Za-z]){_UNIT}"
_YEAR = rf"(?:1\d{{3}}|20\d\d){_END}(?!\s?(?:BCE?|B\.C))"
_TURN = r"(?:\s(?:of\s)?(?P<turn>last|this|next|the same|that|the following|each|every)\syear\b)"
_PART = r"(?:(?:early |late |mid-?\s?|(?:the )?(?:end|start|beginning|middle) of (?!the )|(?:morning|afternoon|evening|night) of )?)"
"""What is said more exactly, kept beside the date: the `evening of` of “evening of January 7”, the
`mid-` of mid-March.
"""
_DAY_MONTH = re.compile(
    rf"(?<![\w+.,$€£¥/-]){_PART}(?:(?P<d0>{_DAY}){_TH}{_JOIN})?(?P<d>{_DAY}){_TH}(?:\s(?:day\sof\s|of\s)?|-|\.\s)(?P<m>{_MONTH})(?:(?:,?\s|-)(?P<y>{_YEAR})|{_TURN})?(?!-\d|,?\s?['’‘]\d\d|\s\d\d(?![\d:]|\.\d\d\b))",
    re.A,
)
"""5th March 2021, 5 March, 5-Mar-2021, 5–7 March 2021, the 5th of March."""
_MONTH_DAY = re.compile(
    rf"(?<![\w+])(?<!\d[ -])(?P<each>(?:[Ee]ach|[Ee]very)\s(?:year\s(?:on\s)?)?)?{_PART}(?P<m>{_MONTH})\s{{1,2}}(?:the\s)?(?P<d>{_DAY}){_TH}{_END}(?:{_JOIN}(?P<d2>{_DAY}){_TH}{_END}(?!\s{_MONTH}))?"
    rf"(?:(?:,?\s(?:of\s)?|\s\d\d:\d\d:\d\d(?:\s[A-Z]{{2,4}})?\s)(?P<y>{_YEAR})|{_TURN})?(?!,?\s?['’‘]\d\d)",
    re.A,
)
"""December 20; evening of January 7; Mar. 5, 2021; March 5–7, 2021; Oct 25 23:54:55 2001. Not the
February of `65438+February 15`, which was 12月15日.
"""
_MONTH_YEAR = re.compile(
    rf"(?<![\w+]){_PART}(?:(?P<m0>{_MONTH}){_JOIN})?(?P<m>{_MONTH})(?:,?\s(?:of\s)?(?P<y>{_YEAR})|{_TURN})",
    re.A,
)
"""March 2021, mid-March 2021, November and December 2023, June last year."""
_MONTH_ALONE = re.compile(
    rf"(?<![\w+])(?:(?:early|late)\s|mid-?\s?|(?:end|start|beginning|middle) of )(?P<m>{_MONTH})|(?<![\w+])(?P<m1>{_MONTH})\s?[–—-]\s?(?P<m2>{_MONTH})|(?<=[Ff]rom )(?P<m3>{_MONTH}) to (?P<m4>{_MONTH})|(?<=[Bb]etween )(?P<m5>{_MONTH}) and (?P<m6>{_MONTH})(?!,?\s(?:of\s)?\d)",
    re.A,
)
"""mid-March, the end of October, March–May, from March to May."""
_BETWEEN = re.compile(r"\b[Bb]etween (?:the )?$")
_MONTH_BARE = re.compile(
    rf"(?:(?<=\b[Ii]n )|(?<=\b[Ss]ince )|(?<=\b[Dd]uring ))(?P<m>{_MONTH})(?![-–—’']|\s['’‘]\d|,?\s\d|\s(?:and|or|to|until|through|of|last|this|next)\b)",
    re.A,
)
"""in March, since June: of a certain year only where the text has a day, and speaks of what was."""
_AHEAD = re.compile(
    r"\b(?:will|shall|would|may|might|could|next|due|plan\w*|expect\w*|schedul\w*|intend\w*|hope\w*|ready)\b|\b(?:is|are|was|were) to\b|\bevery\b|\beach\b"
)
"""What may speak of a day to come, or of every year."""
_FUNCTION = r"(?=\s(?:was|is|has|had|were|are|as|this|its|the|and|or|but|to|by|for|from|with|when|while|where|which|that|who|alone|at|in|on|after|before|because|until|through|it|he|she|they|we|a|an)\b|\s?[^\w\s%$-]|\s*$|\s[–—-]\s|\s\()"
"""What may follow a year that a number of things would not be followed by: in 1650 the, of 2024."""
_LONE_YEAR = re.compile(
    rf"(?:(?<=[Ii]n )|(?<=[Bb]y )|(?<=[Ss]ince )|(?<=[Uu]ntil )|(?<=[Dd]uring )|(?<=as early as )|(?<=as late as )|(?<=[Ff]ull-year ))(?P<near>(?:19|20)(?!00)\d\d{_END}(?![-–—]\d)){NOT_THINGS}"
    rf"|(?:(?:(?<=[Ii]n )|(?<=[Ss]ince )|(?<=[Uu]ntil )|(?<=AD ))(?P<any>{_YEAR})|(?:(?<=[Bb]y )|(?<=[Oo]f )|(?<=[Ff]or )|(?<=[Ff]rom ))(?P<late>(?:19(?!00)|20)\d\d{_END})){_FUNCTION}"
    rf"|(?:\b(?:[Ee]arly|[Ll]ate|[Mm]id)[\s-]|\b(?:[Ee]nd|[Ss]tart|[Bb]eginning|[Mm]iddle) of |\b(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\s(?:of\s)?)(?P<told>{_YEAR})(?=[\s,.;:)!?]|$)"
    rf"|(?<=\()(?P<set>(?:19|20)(?!00)\d\d)(?=[\s,.;:)!?]|$)"
    rf"|(?P<named>(?:19|20)\d\d)(?=\s(?:annual|bonus(?:es)?|performance|results)\b)",
    re.A,
)
"""`by 2024`, in 1650, late 2019, spring 2021, (2019), `2025 performance bonuses`; not in 1984
pages, of 2000 people.
"""
_YEARS = re.compile(
    rf"(?:(?<=[Bb]etween )(?P<a>{_YEAR}) and (?P<b>{_YEAR}){NOT_THINGS}|(?<=[Ff]rom )(?P<c>{_YEAR})\s?(?:to|until|through|[–—-])\s?(?P<e>{_YEAR}){NOT_THINGS})",
    re.A,
)
"""Between 2015 and 2018, from 1861 to 1865; not from 1500 to 2000 troops."""
_ORDINALS = [
    *ORDINALS,
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    *(f"twenty-{nth}" for nth in ORDINALS[:9]),
    "thirtieth",
    "thirty-first",
]
_NTH_DAY = rf"(?:{'|'.join(f'[{nth[0].upper()}{nth[0]}]{nth[1:]}' for nth in reversed(_ORDINALS))})"
_DAY_IN_WORDS = re.compile(
    rf"(?<![\w-])(?:(?P<d0>{_NTH_DAY}){_JOIN}(?:the\s)?)?(?P<d>{_NTH_DAY})\s(?:day\s)?of\s(?P<m>{_MONTH})(?!['’]s)(?:,?\s(?:of\s|in the year\s)?(?P<y>{_YEAR})|{_TURN})?",
    re.A,
)
"""the nineteenth of October, 1987."""
_MONTH_IN_WORDS = re.compile(
    rf"(?<![\w+])(?P<m>{_MONTH})(?:,?\sthe\s(?P<d>{_NTH_DAY})|\s(?P<d2>{_NTH_DAY})(?=,?\s\d{{4}}))(?=\W*$|[,.;:!?)]|\s(?:\d{{4}}|of \d|last|this|next|at|in|on|by|he|she|it|they|we|was|is)\b)(?:,?\s(?:of\s)?(?P<y>{_YEAR})|{_TURN})?",
    re.A,
)
"""October the nineteenth, 1987; May first, 1912."""
_TWO_CALENDARS = re.compile(
    rf"(?<![\w+.,$€£¥/-])(?P<d>{_DAY}){_TH}\s?\((?P<new>{_DAY}){_TH}\)\s(?:of\s)?(?P<m>{_MONTH}),?\s(?P<y>1[6-9]\d\d)(?!\w)",
    re.A,
)
"""6 (18) April 1906: by the old calendar and the new."""
_SPLIT = r"(?P<y>1[5-7]\d\d)\s?(?:/|\[/)(?P<z>\d{1,2})(?!\d)\]?"
_TWO_YEARS = (
    re.compile(rf"(?<![\w+.,$€£¥/-]){_DAY}{_TH}\s(?:of\s)?{_MONTH},?\s{_SPLIT}", re.A),
    re.compile(rf"(?<![\w+]){_MONTH}\s{_DAY}{_TH},?\s{_SPLIT}", re.A),
)
"""11 February 1731/32, 18 Feb. 1731[/2]: a year that began in March, and the same as it is counted now. Which one a day of
the time belongs to is for its editor to say.
"""
_OF_NAME = re.compile(
    r"\s(?:(?:[A-Z]\w+\s)?(?:Movement|Incident|Massacre|Revolution|Uprising|Square|Street|Road|Avenue|Bridge))\b"
)
"""The May 4th Movement, 1 September Street: a name, not the day of what is told."""
_WINTER = re.compile(
    r"\b[Ww]inter\s(?:of\s)?(?P<a>1[5-9]\d\d|20\d\d)\s?[–—/-]\s?(?P<b>\d\d(?:\d\d)?)(?!\w|[-/.]\d)",
    re.A,
)
"""Winter of 1911–12: two years that follow each other."""
_UNITS = re.compile(
    r"(?<![\w.,$€£¥/-])(?P<y>(?:19|20)\d\d) year,? (?P<m>1[0-2]|0?[1-9]) month(?:,? (?P<d>3[01]|[12]\d|0?[1-9]) (?:days?|date|number|th))?(?!\w)",
    re.A,
)
"""2019 year 3 month 15 day: 2019年3月15日 as a machine translated it."""
_CHANGED = re.compile(
    r"\b(?:r[io]se|risen|f[ae]ll|gr[eo]w|increas|decreas|drop|climb|rais|reduc|cut|up|down|jump|declin|shr[aiu]nk|expand)\w*[^.;]*$",
    re.A,
)
"""Numbers, no years: output rose from 1200 to 1500."""
_TO_NUMBER = re.compile(r"\s(?:to|until|through)\s[$€£¥]?\d", re.A)
"""From 1999 to 2049 dollars: one of two numbers, which are years together or not at all."""
_DECADE = re.compile(
    r"(?<![\w.,$£€¥])(?:(?:early|mid|late)[\s-])?(?:(?P<y>(?:1\d|20)\d0)[’']?s|[’'‘](?P<d>[1-9]0)s)(?![\w’']|\s?(?:BCE?|B\.C))",
    re.A,
)
"""the 1980s, the early ’90s."""
_CENTURY = re.compile(
    rf"(?<![\w.])(?:(?:early|mid|late)[\s-])?(?:(?P<n>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>{'|'.join(sorted(_ORDINALS, key=len, reverse=True))}))[\s-]century(?!\s?(?:BC|B\.C))",
    re.A,
)
"""The 19th century, nineteenth-century; not 21st Century Fox."""
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_QUARTER = re.compile(
    rf"(?<![\w-])(?:(?P<nth>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th)\s(?P<kind>quarter|half)(?:,?\s(?:of\s)?)(?P<y>{_YEAR})"
    rf"|(?P<letter>[QH])(?P<n>[1-4]),?\s(?:of\s)?(?P<y2>{_YEAR})|(?P<y3>(?:19|20)\d\d)\s(?P<letter3>[QH])(?P<n3>[1-4])(?!\w))",
    re.A,
)
"""third quarter of 2023, Q3 2023, H1 2023, 2023 Q3."""
_FISCAL = re.compile(r"\b(?:[Ff]iscal|FY\s?\d|FY\b)", re.A)
"""A company's own year does not begin in January."""
_SIGNS = (*(sign for name in MONTHS for sign in (name[:3], name[:3].upper())), "Mch", "Apl")
_FOUR = re.compile(r"[12]\d{3}", re.A)
_TURNS = {"last": -1, "this": 0, "next": 1}


def english(text: str, fiscal: bool = False) -> Iterator[Expression | LeftAlone]:
    """What may be dates, in no order and overlapping; no quarters where the text has `fiscal` ones.
    Most sentences have neither a month nor a year, and cost little.
    """
    text = with_capitals(text)
    if any(name in text for name in _SIGNS):
        for m in _DAY_MONTH.finditer(text):
            yield from _days(m, m["d0"], m["d"])
        for m in _MONTH_DAY.finditer(text):
            yield from _days(m, m["d"], m["d2"])
        for m in _DAY_IN_WORDS.finditer(text):
            yield from _days(m, m["d0"], m["d"])
        for m in _MONTH_IN_WORDS.finditer(text):
            yield from _days(m, m["d"], m["d2"])
        for m in _TWO_CALENDARS.finditer(text):
            if 10 <= int(m["new"]) - int(m["d"]) <= 13:
                yield Expression(*m.span(), Said(m["y"], month_named(m["m"]), int(m["new"])))
        for pattern in _TWO_YEARS:
            for m in pattern.finditer(text):
                if int(m["z"]) == (int(m["y"]) + 1) % 10 ** len(m["z"]):
                    yield LeftAlone(*m.span())
        for m in _MONTH_YEAR.finditer(text):
            yield from _months(m)
        for m in _MONTH_ALONE.finditer(text):
            names = [m[name] for name in ("m", "m1", "m2", "m3", "m4", "m5", "m6") if m[name]]
            yield expression(m.span(), [Said(month=month_named(name)) for name in names])
        for m in _MONTH_BARE.finditer(text) if not _AHEAD.search(text) else ():
            yield Expression(*m.span(), Said(month=month_named(m["m"])), joins=False, bare=True)
    if _FOUR.search(text):
        for m in _LONE_YEAR.finditer(text):
            if not (m["late"] and _TO_NUMBER.match(text, m.end())):
                yield Expression(*m.span(), Said(next(year for year in m.groups() if year)))
        for m in _YEARS.finditer(text):
            if not _CHANGED.search(text[max(0, m.start() - 40) : m.start()]):
                yield expression(m.span(), [Said(m[name]) for name in "abce" if m[name]])
        for m in _WINTER.finditer(text):
            if int(m["b"][-2:]) == (int(m["a"]) + 1) % 100:
                last = Said(str(int(m["a"]) + 1))
                yield Expression(*m.span(), Said(m["a"]), last, joins=False)
        for m in _UNITS.finditer(text):
            yield Expression(*m.span(), Said(m["y"], int(m["m"]), int(m["d"] or 0)))
        yield from _quarters(text, fiscal)
    if "0s" in text or "0’s" in text or "0's" in text:
        yield from _decades(text)
    if "century" in text:
        yield from _centuries(text)


def _days(m: re.Match[str], one: str | None, other: str | None) -> Iterator[Expression]:
    """A day; or days of one month: a span, or two of which each stands alone."""
    each = "each" in m.re.groupindex and m["each"]
    turn, free = _TURNS.get(m["turn"] or ""), bool(each or (m["turn"] and m["turn"] not in _TURNS))
    days = [_nth(day) for day in (one, other) if day]
    first, *more = (Said(m["y"] or "", month_named(m["m"]), day, turn, free) for day in days)
    if first.is_bare and _OF_NAME.match(m.string, m.end()):
        return
    if not more:
        yield Expression(*m.span(), first)
    elif m["to"] or days[1] == days[0] + 1 or _BETWEEN.search(m.string, 0, m.start()):
        yield Expression(*m.span(), first, more[0])
    elif m.re is not _MONTH_DAY:
        yield Expression(m.start(), m.end("d0"), first, joins=False)
        yield Expression(m.start("d"), m.end(), more[0], joins=False)
    else:
        yield Expression(m.start(), m.end("d"), first, joins=False)
        yield Expression(m.start("d2"), m.end(), more[0], joins=False)


def _nth(day: str) -> int:
    return int(day) if day.isdigit() else _ORDINALS.index(day.lower()) + 1


def _months(m: re.Match[str]) -> Iterator[Expression]:
    turn, free = _TURNS.get(m["turn"] or ""), bool(m["turn"] and m["turn"] not in _TURNS)
    last = Said(m["y"] or "", month_named(m["m"]), 0, turn, free)
    if not m["m0"]:
        yield Expression(*m.span(), last)
        return
    first = Said("", month_named(m["m0"]), 0, turn, free)
    if m["to"] or last.month == first.month % 12 + 1 or _BETWEEN.search(m.string, 0, m.start()):
        yield Expression(*m.span(), first, last)
    else:
        yield Expression(
            m.start("m0"), m.end("m0"), Said(last.year, first.month, 0, turn, free), joins=False
        )
        yield Expression(m.start("m"), m.end(), last, joins=False)


def _decades(text: str) -> Iterator[Expression]:
    """The 1900s may be a century, the 2000s are a decade; the ’90s are in no certain century."""
    for m in _DECADE.finditer(text):
        year = m["y"]
        yield Expression(
            *m.span(),
            Said(
                f"{year[:2]}XX"
                if year and year.endswith("00") and year != "2000"
                else f"{(year or m['d'])[:-1]}X"
            ),
            joins=False,
        )


def _centuries(text: str) -> Iterator[Expression]:
    for m in _CENTURY.finditer(text):
        nth = int(m["n"]) if m["n"] else _ORDINALS.index(m["word"]) + 1
        if 1 < nth < 23:
            yield Expression(*m.span(), Said(f"{nth - 1:02}XX"), joins=False)


def _quarters(text: str, fiscal: bool) -> Iterator[Expression | LeftAlone]:
    fiscal = fiscal or bool(_FISCAL.search(text))
    for m in _QUARTER.finditer(text):
        nth = _NTH[m["nth"].lower()] if m["nth"] else int(m["n"] or m["n3"])
        parts = MONTHS_OF[
            "half" if m["kind"] == "half" or "H" in (m["letter"], m["letter3"]) else "quarter"
        ]
        if fiscal:
            yield LeftAlone(*m.span())
        elif nth <= len(parts):
            year = m["y"] or m["y2"] or m["y3"]
            ends = [Said(year, month) for month in parts[nth - 1]]
            yield expression(m.span(), ends, joins=False)
