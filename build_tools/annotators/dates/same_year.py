"""Days of a year that is named by a word for one said before.

2012年，公司成立。同年9月……; It opened in 2015. In September of that year …; 翌年1月4日. The word
means the
year that was named last, in its own sentence, in one before it in the paragraph or list, or in the
last of
the paragraph before. The year stays open where that sentence goes back from one year to an earlier,
or
plans for one, where the year was said in passing, or where something was told of another year
since.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from build_tools.annotators.dates.chronicle import ENDS, OTHER_YEAR, YEAR_SAID, Dated
from build_tools.annotators.dates.parts import made
from build_tools.language.chinese.han import HAN_RANGES
from build_tools.model.dates import Date
from build_tools.model.record import Bilingual
from build_tools.model.text import Mark

_SAME = re.compile(r"^(?:同一?|[当該该那])年|\b(?:that|the same) year$")
_NEXT = re.compile(r"^[翌次]年|\bthe following year$")
_PASSING = re.compile(
    r"\b(?:of|the)\s$|\bhad\b[^.;]*$|,\s(?:who|which|whose|where|when)\b[^,.;]*$", re.A
)
_BUILT = re.compile(r",\s\w+\s(?:in|since)\s$", re.A)
"""What stands before the year of “, built in 1971,”; a comma comes behind."""
_OF_THING = re.compile(r"[^，。；,;]{0,12}[的《〈]|\s?[款版]")
"""The law of 2012; the plant, built in 1971, …; he had left in 1961; 1998年成立的公司: said in
passing.
"""
_UNTIL = re.compile(r"[到至]\s?$|\b(?:by|until|till)\s$", re.A)
_UNREAD = re.compile(rf"(?<![\d.,/-])(?:1[5-9]|20)\d\d(?![\d/-]|\s?[{HAN_RANGES}])", re.A)
"""The report of 1930 blamed: a number that may be a year, though nobody read it as one."""
_PLANS = re.compile(
    r"[将將拟擬预預]|[计計][划劃]|[规規][划劃]|目[标標]|力[争爭]"
    r"|\b(?:will|would|plan\w*|expect\w*|forecast\w*|aim\w*|target\w*)\b"
)


@dataclass(frozen=True, slots=True)
class _Named:
    """The year that was named last, and its words."""

    year: int
    """0 where no word can be sure to mean it."""
    words: str


_NONE = _Named(0, "")


def same_year(
    passages: Sequence[Dated], marked: Sequence[tuple[Mark, ...]]
) -> list[tuple[Mark, ...]]:
    """The marks, where days of 同年, 翌年, `that year` or `the following year` have the year that
    is meant.
    """
    done: list[tuple[Mark, ...]] = []
    named, own, before = None, None, None
    for passage, marks in zip(passages, marked, strict=True):
        if before and not _goes_on(before, passage):
            named = own if _follows(before, passage) else None
        marks, own, is_left = _read(passage.text, marks, named)
        named = None if is_left else own or named
        done.append(marks)
        own, before = None if is_left else own, passage
    return done


def _goes_on(before: Dated, passage: Dated) -> bool:
    """Whether a passage stands in one paragraph or list with the one before it."""
    one, two = before.segment, passage.segment
    together = one.block == two.block or one.kind == two.kind == "item"
    return together and (one.report, before.anchor) == (two.report, passage.anchor)


def _follows(before: Dated, passage: Dated) -> bool:
    """Whether a passage begins the paragraph after the one that the other ends."""
    one, two = before.segment, passage.segment
    ended = one.kind == two.kind == "sentence" and bool(ENDS.search(before.text))
    return ended and (one.report, before.anchor) == (two.report, passage.anchor)


def _read(
    text: str, marks: tuple[Mark, ...], named: _Named | None
) -> tuple[tuple[Mark, ...], _Named | None, bool]:
    """The marks of a sentence, the year that it names last, and whether it ends in another that it
    does not name.
    """
    done: list[Mark] = []
    at, here = 0, None
    for mark in marks:
        words = text[mark.start : mark.end]
        if _turns(text, at, mark.start):
            named, here = None, None
        year, meant = None if _in_brackets(text, mark) else _year(mark, words), here or named
        if year is None and meant and meant.year:
            mark = _of(mark, words, meant)
            year = _year(mark, words)
            here = meant if year == meant.year else here
        if year is not None:
            here = _last(text, mark, year, here, named)
        done.append(mark)
        at = mark.end
    return tuple(done), here, _turns(text, at, len(text))


def _last(text: str, mark: Mark, year: int, here: _Named | None, named: _Named | None) -> _Named:
    """The year named last, now that a mark names `year`."""
    start = max(0, mark.start - 40)
    built = _BUILT.search(text, start, mark.start) and text.startswith(",", mark.end)
    passing = bool(
        built or _PASSING.search(text, start, mark.start) or _OF_THING.match(text, mark.end)
    )
    before = here or (named if passing else None)
    if before and before.year == year:
        return before
    if passing or (
        here and (year < here.year or _PLANS.search(text) or _UNTIL.search(text, start, mark.start))
    ):
        return _NONE
    return _Named(year, text[mark.start : mark.end])


def _turns(text: str, start: int, end: int) -> bool:
    """Whether the words between tell of another year, or may: three years later, but not `that
    year`.
    """
    return bool(_UNREAD.search(text, start, end)) or any(
        not _SAME.search(m[0]) for m in OTHER_YEAR.finditer(text, start, end)
    )


def _year(mark: Mark, words: str) -> int | None:
    """The one year that a mark's own words name; 0 of several."""
    if not isinstance(mark.target, Date) or not YEAR_SAID.search(words):
        return None
    years = {part.year for part in mark.target.parts}
    if "XXXX" in years:
        return None
    return int(years.pop()) if len(years) == 1 and all(year.isdigit() for year in years) else 0


def _in_brackets(text: str, mark: Mark) -> bool:
    """Whether a date is said aside: John Carr (1901–1977)."""
    before = max(0, mark.start - 60)
    return any(
        text.rfind(opening, before, mark.start) > text.rfind(closing, before, mark.start)
        for opening, closing in ("()", "（）")
    )


def _of(mark: Mark, words: str, meant: _Named) -> Mark:
    """The mark in the year that its word means."""
    word = _SAME.search(words) or _NEXT.search(words)
    parts = (
        mark.target.parts
        if isinstance(mark.target, Date) and not mark.target.is_one_of_several
        else ()
    )
    if not word or not parts or not all(part.is_open and part.month for part in parts):
        return mark
    year = meant.year + (word.re is _NEXT)
    date = made("/".join(f"{year:04}{part.plain[4:]}{part.quality}" for part in parts))
    return (
        replace(mark, target=date, basis="inferred", reason=_reason(word, meant)) if date else mark
    )


def _reason(word: re.Match[str], meant: _Named) -> Bilingual:
    english, chinese = (
        ("the year of", "那一年") if word.re is _SAME else ("the year after", "的后一年")
    )
    return Bilingual(
        en=f"“{word[0]}” is {english} “{meant.words}” before.",
        **{"zh-Hans": f"“{word[0]}”指前文“{meant.words}”{chinese}。"},
    )
