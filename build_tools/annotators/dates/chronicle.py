"""The year of bare days in a text that tells in order of time. A year of the past is set where a
careful reader would, and taken back where two readings are possible.

- *A chronicle under years*: where two lines or more hold nothing but a year, and these years follow
  each other, a bare day is of the year that it stands under.
- *A year that a sentence opens with*, `2018年，公司……。3月5日……。` or `In 1982, seven people died.
  On September 29 …`, holds for the days after it in the paragraph or list,
  as long as these follow each other. A year that is said in passing, 公司创立于1998年 or `founded
  in 1998`, opens nothing; the days after it stay open, and so do those
  after a year that lies before one said earlier, for there the text looks back.

Days to come, and days of every year, are never told of.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from build_tools.annotators.dates.anchor import Anchor
from build_tools.annotators.dates.parts import BARE, made, plain, weekday_beside, when
from build_tools.model.dates import MONTHS, Date
from build_tools.model.record import Bilingual
from build_tools.model.text import Mark, Segment

_YEAR_LINE = re.compile(r"\W*(?P<y>(?:1[89]|20)\d\d)\s?(?:年度?|(?=\W|$))\W*(?:编辑|edit)?\W*")
"""2018, === 2008年 ===, 2019年[编辑]."""
_ENTRY = re.compile(
    rf"(?P<en>{'|'.join(MONTHS)})(?=\s?[:–—-])|(?P<zh>1[0-2]|[1-9])\s?月(?=\s?[:：–—-])"
)
"""The month before an entry of a chronicle: `March – The first shop opens.`"""
_OPENING = re.compile(r"(?:[^。，,：:]{1,10}[：:])?\W*(?:[在到]|到了|[Ii]n|[Oo]n)?\s?")
"""Nothing, In, 在, 经过如下：."""
_BEHIND = re.compile(
    r"\s?(?:[的度款版《〈第\d]|全年|[上下]半年|alone\b|前|以前|之前|以来|起|至今|出生|生[于於])|\D{0,20}(?:出生|[，他她]生[于於]|\bborn\b)"
)
"""2015年的, 2018年度, 2013年《食品安全法》, 2015年以来, 1963年生于: what comes after is not told of
that year alone.
"""
_FIGURES = re.compile(r"[%％]|同比|[亿億萬万]元|\b(?:per ?cent|million|billion)\b")
"""The figures of a year are told when it is over: 2018年，公司营收3亿元。3月5日，公司公布年报。"""
YEAR_SAID = re.compile(r"年|(?<!\d)[12]\d{3}(?!\d)|\byear\b", re.A)
_SAME_YEAR = re.compile(r"(?:同|同一|[当當])年")
_MONTH_SAID = re.compile(
    rf"^(?:(?:early|late|mid)[\s-]|[\w\s]* of )?(?:\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?)?(?:{'|'.join(name[:3] for name in MONTHS)})|^(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})\s?月",
    re.I | re.A,
)
"""What a bare day or month begins with; not 昨日, 本月3日, last June."""
ENDS = re.compile(r"[。！？；.!?;…][”」』\"')）]?\s*$")
"""What a sentence has that a head or a date line has not."""
_NOT_TOLD = re.compile(
    r"[将將拟擬]|出生|[年月日，他她]生[于於]|\bborn\b|预计|預計|计划|計劃|[定订訂]于|[每往历歷]年|\b(?:will|shall|would|may|might|could|next|due|plan\w*|expect\w*|schedul\w*|every|each|annual\w*)\b"
)
"""What may speak of a day to come, of every year, or of a birth."""
OTHER_YEAR = re.compile(
    r"[翌次隔来來去前今明后後那]年(?![龄齡轻輕])|下一?年|[\d一二三四五六七八九十两兩数數多几幾]\s?年(?:之|以)?[后後前]|\b(?:that|last|this|(?:the )?(?:following|previous|next)) year\b|\byears? (?:later|earlier|before|after|ago)\b"
)
"""翌年, 三年后, a year later: from there on the story is in a year that it does not give."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A segment in one language, with the dates that it gives."""

    segment: Segment
    text: str
    marks: tuple[Mark, ...]
    """Bare months among them, with `BARE` as their basis."""
    anchor: Anchor | None


@dataclass(slots=True)
class _Context:
    """How far the story has come."""

    heading: tuple[int, str] | None = None
    """The year of the line that the text stands under, and its words."""
    level: int = 0
    latest: int = 0
    """The last year said since the heading."""
    year: int | None = None
    """That of the paragraph; 0 where one was said in passing; None before any is said."""
    looks_back: bool = False
    """Whether it comes without a month and lies before one said earlier: then it gives no year, and
    lets none be taken from the day of the text.
    """
    words: str = ""
    rest: tuple[int, int] = (0, 0)
    """Month and day reached in it."""


def in_order(passages: Sequence[Dated]) -> list[tuple[Mark, ...]]:
    """The marks of each passage, with the years that the story gives them; bare months that it
    gives none are left out.
    """
    lines = _year_lines(passages)
    done: list[tuple[Mark, ...]] = []
    context, before = _Context(), None
    for index, passage in enumerate(passages):
        if before is None or (passage.segment.report, passage.anchor) != (
            before.segment.report,
            before.anchor,
        ):
            context = _Context()
        if index in lines or passage.segment.kind == "heading":
            _under(context, lines.get(index), passage)
        elif not before or not (
            before.segment.block == passage.segment.block
            or before.segment.kind == passage.segment.kind == "item"
        ):
            context.year, context.rest = None, (0, 0)
        before = passage
        if index in lines:
            done.append(passage.marks or _of_line(passage))
        else:
            done.append(
                _kept(passage.marks)
                if passage.anchor and passage.anchor.year
                else _dated(context, passage)
            )
    return done


def _year_lines(passages: Sequence[Dated]) -> dict[int, int]:
    """The lines that hold nothing but a year, by index, if they divide a chronicle: at least two
    have text under them, and their years rise or fall throughout.
    """
    found = [
        (index, int(m["y"]))
        for index, passage in enumerate(passages)
        if (m := _YEAR_LINE.fullmatch(plain(passage.text)))
    ]
    lines = dict(found)
    divide = [year for index, year in found if index + 1 < len(passages) and index + 1 not in lines]
    years = [year for year, _ in groupby(divide)]
    return (
        lines
        if len(set(years)) > 1
        and len(divide) == len(found)
        and years in (sorted(set(years)), sorted(set(years), reverse=True))
        else {}
    )


def _of_line(passage: Dated) -> tuple[Mark, ...]:
    """The mark of a year that is a line: 2018 alone is read as a year nowhere else."""
    m = _YEAR_LINE.fullmatch(plain(passage.text))
    return (Mark(*m.span("y"), "date", Date(m["y"]), basis="stated"),) if m else ()


def _under(context: _Context, year: int | None, passage: Dated) -> None:
    """Begin what stands under a heading, or a line with a year."""
    level = passage.segment.level if passage.segment.kind == "heading" else 0
    if year:
        context.heading, context.level = (year, passage.text.strip()), level
    elif not context.level or level <= context.level:
        context.heading = None
    context.latest, context.year, context.rest = 0, None, (0, 0)


def _dated(context: _Context, passage: Dated) -> tuple[Mark, ...]:
    """The marks of a sentence, and how far it brings the story."""
    marks, opened, aside, is_told = (
        _of_entry(context, passage),
        False,
        False,
        not _NOT_TOLD.search(passage.text),
    )
    other = OTHER_YEAR.search(passage.text)
    turns = other.start() if other else len(passage.text)
    is_text = passage.segment.kind == "item" or bool(ENDS.search(passage.text))
    for mark in passage.marks:
        date = when(mark)
        part = date.parts[0] if date and not date.is_one_of_several else None
        words, context.year = (
            passage.text[mark.start : mark.end],
            0 if mark.start > turns and not opened else context.year,
        )
        if date and part and part.year.isdigit() and YEAR_SAID.search(words):
            year, first = int(part.year), not marks
            if (
                first
                and len({each.year for each in date.parts}) == 1
                and _opens(passage.text, mark)
                and (part.month or not _FIGURES.search(passage.text))
            ):
                context.year, context.words, context.rest, context.looks_back, opened = (
                    year,
                    words,
                    (part.month, part.day),
                    year < context.latest and not part.month,
                    True,
                )
            elif year != (
                context.year if context.year is not None else context.heading and context.heading[0]
            ):
                aside = True
                context.year = context.year if opened else 0
            if is_text and not (
                passage.anchor
                and passage.anchor.day
                and part.plain == passage.anchor.day.isoformat()
            ):
                context.latest = max(context.latest, year)
        elif (
            date
            and part
            and part.month
            and is_told
            and not aside
            and mark.start < turns
            and (_MONTH_SAID.match(words) or (_SAME_YEAR.match(words) and context.year))
        ):
            mark = _of_story(
                context, mark, date, weekday_beside(passage.text, mark.start, mark.end)
            )
        marks.append(mark)
    context.year = 0 if other else context.year
    return _kept(marks)


def _of_entry(context: _Context, passage: Dated) -> list[Mark]:
    m = _ENTRY.match(passage.text) if context.year is None else None
    if not m or not context.heading or any(mark.start < m.end() for mark in passage.marks):
        return []
    month = int(m["zh"]) if m["zh"] else MONTHS.index(m["en"]) + 1
    return [
        Mark(
            *m.span(),
            "date",
            made(f"{context.heading[0]}-{month:02}"),
            basis="inferred",
            reason=_reason(context.heading[1], of_heading=True),
        )
    ]


def _opens(text: str, mark: Mark) -> bool:
    return bool(_OPENING.fullmatch(text[: mark.start])) and not _BEHIND.match(text, mark.end)


def _of_story(context: _Context, mark: Mark, own: Date, weekday: int | None) -> Mark:
    """The mark of a bare day in the year that the story has reached; open again where its own text
    gives it another.
    """
    part = own.parts[0]
    follows = (part.month, part.day or 32) >= context.rest
    year, words = (
        (context.year, context.words) if context.year is not None else context.heading or (0, "")
    )
    if not year or (context.year and not follows):
        return mark
    date = made(_in_year(own, f"{year:04}"))
    start = date.earliest if date else None
    if not start or (weekday is not None and part.day and start.weekday() != weekday):
        return mark
    if context.year and not context.looks_back:
        context.rest = part.month, part.day
    if mark.target == date or (mark.basis != "inferred" and context.year and context.looks_back):
        return mark
    if mark.basis != "inferred" or context.year is None:
        return replace(
            mark,
            target=date,
            basis="inferred",
            reason=_reason(words, of_heading=context.year is None),
        )
    return replace(mark, target=made(_in_year(own, "XXXX")), basis="stated", reason=None)


def _in_year(date: Date, year: str) -> str:
    return "/".join(f"{year}{each.plain[4:]}{each.quality}" for each in date.parts)


def _kept(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Without bare months of no year."""
    return tuple(mark for mark in marks if mark.basis != BARE)


def _reason(words: str, of_heading: bool) -> Bilingual:
    if of_heading:
        return Bilingual(
            en=f"The year is that of the line “{words}” above.",
            **{"zh-Hans": f"年份据上方的“{words}”推定。"},
        )
    return Bilingual(
        en=f"The text tells in order of time: the year is that of “{words}” before.",
        **{"zh-Hans": f"本文按时间顺序叙述：年份据前文的“{words}”推定。"},
    )
