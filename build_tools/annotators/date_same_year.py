"""Days of a year that is named by a word for one said before: 2012年，公司成立。同年9月……; It opened in 2015. In September of that year …; 翌年1月4日.

The word means the year that was named last, in its own sentence or in one before it in the paragraph or list. Where that sentence names several
years, or one in passing that is another than that before, or something was told of another year since, the year stays open.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from build_tools.annotators.date_chronicle import OTHER_YEAR, YEAR_SAID, Passage
from build_tools.annotators.date_parts import made
from build_tools.model.dates import Date
from build_tools.model.record import Bilingual
from build_tools.model.text import Mark

_SAME = re.compile(r"^(?:同一?|[当該该那])年|\b(?:that|the same) year$")
_NEXT = re.compile(r"^[翌次]年|\bthe following year$")
_PASSING = re.compile(r"\b(?:of|the)\s$|\bhad\b[^.;]*$|,\s(?:who|which|whose|where|when)\b[^,.;]*$|,\s\w+\s(?:in|since)\s$", re.A)
_OF_THING = re.compile(r"[^，。；,;]{0,12}[的《〈]|\s?[款版]")
"""The law of 2012; the plant, built in 1971, …; he had left in 1961; 1998年成立的公司: years said in passing, after which no word can be sure to mean that or an earlier one."""


@dataclass(frozen=True, slots=True)
class _Named:
    """The year that was named last, and its words."""

    year: int
    """0 where several were, so that no word can mean one."""
    words: str


def same_year(passages: Sequence[Passage], marked: Sequence[tuple[Mark, ...]]) -> list[tuple[Mark, ...]]:
    """The marks, where days of 同年, 翌年, `that year` or `the following year` have the year that is meant."""
    done: list[tuple[Mark, ...]] = []
    named, before = None, None
    for passage, marks in zip(passages, marked, strict=True):
        if before and not _goes_on(before, passage):
            named = None
        marks, named = _read(passage.text, marks, named)
        done.append(marks)
        before = passage
    return done


def _goes_on(before: Passage, passage: Passage) -> bool:
    """Whether a passage stands in one paragraph or list with the one before it."""
    one, two = before.segment, passage.segment
    return (one.report, before.anchor) == (two.report, passage.anchor) and (one.block == two.block or one.kind == two.kind == "item")


def _read(text: str, marks: tuple[Mark, ...], named: _Named | None) -> tuple[tuple[Mark, ...], _Named | None]:
    """The marks of a sentence, and the year that it names last."""
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
            passing = _is_passing(text, mark)
            before = here or (named if passing else None)
            here = before if before and before.year == year else _Named(0, "") if before or passing else _Named(year, words)
        done.append(mark)
        at = mark.end
    return tuple(done), None if _turns(text, at, len(text)) else here or named


def _turns(text: str, start: int, end: int) -> bool:
    """Whether the words between tell of another year: three years later, but not `that year`."""
    return any(not _SAME.search(m[0]) for m in OTHER_YEAR.finditer(text, start, end))


def _year(mark: Mark, words: str) -> int | None:
    """The one year that a mark's own words name."""
    if not isinstance(mark.target, Date) or not YEAR_SAID.search(words):
        return None
    years = {part.year for part in mark.target.parts}
    return int(years.pop()) if len(years) == 1 and all(year.isdigit() for year in years) else 0 if not years & {"XXXX"} else None


def _in_brackets(text: str, mark: Mark) -> bool:
    """Whether a date is said aside: John Carr (1901–1977)."""
    before = max(0, mark.start - 60)
    return any(text.rfind(opening, before, mark.start) > text.rfind(closing, before, mark.start) for opening, closing in ("()", "（）"))


def _is_passing(text: str, mark: Mark) -> bool:
    return bool(_PASSING.search(text, max(0, mark.start - 40), mark.start) or _OF_THING.match(text, mark.end))


def _of(mark: Mark, words: str, meant: _Named) -> Mark:
    """The mark in the year that its word means."""
    word = _SAME.search(words) or _NEXT.search(words)
    parts = mark.target.parts if isinstance(mark.target, Date) and not mark.target.is_set else ()
    if not word or not all(part.is_open and part.month for part in parts):
        return mark
    year = meant.year + (word.re is _NEXT)
    date = made("/".join(f"{year:04}{part.plain[4:]}{part.quality}" for part in parts)) if parts else None
    return replace(mark, target=date, basis="inferred", reason=_reason(word, meant)) if date else mark


def _reason(word: re.Match[str], meant: _Named) -> Bilingual:
    by = ("", "") if word.re is _SAME else ("the year after ", "的后一年")
    return Bilingual(en=f"“{word[0]}” is {by[0] or 'the year of '}“{meant.words}” before.", **{"zh-Hans": f"“{word[0]}”指前文“{meant.words}”{by[1] or '那一年'}。"})
