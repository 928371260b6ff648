"""The day of a text, from a line at its head or foot that says so.

Three kinds of line are read, and only among the first sixteen or the last four that are neither empty nor
of the site:

- A *dateline* opens the text itself, or is the header of a letter: `新华社北京3月5日电`, `LONDON, 5
  March 2021 —`, `Date: Tue, 5 Mar 2024 10:21` below
  a `From:`. The text was written on that day.
- The *head of a newspaper* has its own name, place or section, the date, and the weekday, but no
  clock: `本埠新聞 民國十九年十月七日 星期二`,
  `RALEIGH, N. C., WEDNESDAY MORNING, MAY 17, 1899.` Where the text has no dateline, it was written
  on that day.
- A *publication line* holds a full date and nothing else but place, outlet, author and what a site
  puts there; or names it as such: `出版:2024-03-05 10:21`,
  `2024年03月05日 10:21 来源：新华网`, `Published: 5 March 2024`. It may be that of a copy, so the
  text was written then or before; on the very day
  where the text says so itself, with 昨（4）日 or 今日(5日), or signs with it: the last thing a
  statement says is `小米公司` `2024年3月5日`.

A dateline comes first; where it gives no year, the publication line does, or a stamp of the same
day that tells nothing else: `date 2026-02-05`. Lines of several days mean several texts, or a
chronicle: then there is no anchor.
"""

import re
from collections.abc import Set
from datetime import date

from build_tools.annotators.dates.anchor import Anchor, Habits
from build_tools.annotators.dates.date_line import SENTENCE, Line, read_line
from build_tools.annotators.dates.parts import plain
from build_tools.annotators.dates.relative import is_of
from build_tools.language.mail_heads import FROM, SUBJECT, TO, head
from build_tools.model.date_words import in_words
from build_tools.model.dates import MONTHS, Date
from build_tools.model.record import Bilingual

_HEAD, _FOOT = 16, 4
"""Lines without those of the site; a head ends at the second sentence."""
_ANY_HABITS = Habits()
_ABOVE = 6
"""Lines over a signing date among which its firm or person stands."""
_SHORT = 60
"""Characters: a signing date, or a name, and little else."""
_LETTERHEAD = re.compile(rf"^{head(FROM, TO, SUBJECT)}", re.M)
_FIRM = re.compile(r".(?:公司|集[团團]|\bLtd\.?|\bInc\.?|\bLimited|\bLLC)\n(?:\S.{0,40}\n){0,3}$")
"""The lines above a signing date: the name of a firm, in two languages perhaps, and who signs for
it.
"""
_SIGNS = re.compile(
    r"(?im)^(?:Yours (?:faithfully|sincerely|truly|ever)|Sincerely(?: yours)?|(?:With )?(?:kind|best|warm)(?:est)? (?:regards|wishes)|Respectfully(?: yours)?|此致|敬[礼禮上启啟]|[谨謹][启啟]"
    r"|(?:(?:Chief|Deputy|Vice|Managing|Executive|Acting|General)[ -])*(?:Executive(?: Officer)?|Chair(?:man|woman|person)?|President|Director|Manager)(?: of [\w ]{3,30})?"
    r"|(?:署理|代理|副|[总總])*(?:[总總]?[经經]理|[总總]裁|董事[长長]|主席|社[长長]|[会會][长長]|行政[总總]裁|首席[执執]行官))[,，]?$"
)
"""A parting, or the office of who signs, above a signing date."""
_TOLD = re.compile(r".{20}[.。!！?？][”’」』）)\"']?$")
"""A sentence, under which no head goes on, and over which none has signed: `The meeting closed at 8.50 pm.`"""
_SAYS = re.compile(r".{1,40}(?:\b(?:says|said|wrote)|[說说]|[寫写]道)\s?[:：]?$")
"""Who comments, above the time of the comment: `Bram says:`."""
_COMMENTED = re.compile(r"[^\d。！？!?:：]{2,30}[,，]\s.{6,24}\b\d{1,2}:\d{2}(?:\s?[ap]m)?")
"""The same on one line: `G. Whitcombe, 14 March 2019 18:02`."""
_FULL = re.compile(
    rf"(?<!\d)(?<!\bto )(?<!\buntil )(?<![至到])((?:19|20)\d\d)(?:年\d{{1,2}}月|[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d))|(?:{'|'.join(MONTHS)}) (?:\d{{1,2}}, )?((?:19|20)\d\d)\b",
    re.A,
)
"""A day or month with its year; not the last day of a permit, `from 2022.8.1 to 2025.7.31`."""


def anchor_in(
    text: str, habits: Habits = _ANY_HABITS, furniture: Set[int] = frozenset()
) -> Anchor | None:
    r"""What the text itself says of its day. `furniture` are the numbers of lines that a site put
    there: head and foot are counted without them.

    >>> anchor_in("小米道歉\n发布时间：2024-03-05 10:21\n\n公司1月7日宣布召回。").day
    datetime.date(2024, 3, 5)
    >>> anchor_in("小米道歉\n公司1月7日宣布召回，2024年3月5日。") is None
    True
    """
    lines = [
        (number, line.strip())
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip() and number not in furniture
    ]
    told_at = [n for n, (_, words) in enumerate(lines) if _TOLD.search(words)]
    head, ended = min(_HEAD, *(n + 1 for n in told_at[1:2]), len(lines)), max(told_at, default=0)
    is_letter = bool(_LETTERHEAD.search("\n".join(line for _, line in lines[:_HEAD])))
    found = [
        line
        for place, (number, words) in enumerate(lines)
        if not (place and _SAYS.fullmatch(lines[place - 1][1]))
        and not (place >= head and _COMMENTED.fullmatch(words))
        and (
            line := read_line(
                number,
                words,
                text,
                habits,
                place < head,
                (place >= len(lines) - _FOOT and place >= ended) or _is_signed(lines, place),
                is_letter,
            )
        )
    ]
    first_sentence = next((number for number, words in lines if SENTENCE.search(words)), len(lines))
    datelines, published = (
        [line for line in found if line.is_dateline],
        [line for line in found if not (line.is_dateline or line.is_stamp)],
    )
    paper = next((line for line in published if line.is_paper), None)
    if len({line.rest for line in datelines}) > 1 or (datelines and not datelines[0].at_edge):
        return (
            counted_from(paper.rest, paper.number, is_written=False)
            if paper and len({line.rest for line in published}) == 1
            else None
        )
    own = datelines[0] if datelines else None
    if own and own.rest[0]:
        return counted_from(own.rest, own.number, is_written=True)
    published = published or (
        [line for line in found if line.is_stamp and _is_near(own, date(*line.rest))] if own else []
    )
    if (
        len({line.rest for line in published}) != 1
        or not any(line.at_edge for line in published)
        or _tells_of_later(text, published[0].rest[0])
    ):
        return None
    day = date(*published[0].rest)
    written = _completed(own, day) if own else None
    if own and written:
        return counted_from(
            (written.year, written.month, written.day),
            own.number,
            is_written=True,
            with_year=published[0].number,
        )
    return counted_from(
        published[0].rest,
        published[0].number,
        is_written=bool(paper and not own)
        or any(line.is_signature and line.number > first_sentence for line in published)
        or is_of(text, day),
    )


def _is_near(dateline: Line, stamped: date) -> bool:
    """Whether a stamp is of the day that a dateline gives without its year, or of the one after
    it.
    """
    written = _completed(dateline, stamped)
    return written is not None and (stamped - written).days <= 1


def _is_signed(lines: list[tuple[int, str]], place: int) -> bool:
    """Whether a firm or a person signs a statement with this line, whatever stands below."""
    if len(lines[place][1]) > _SHORT:
        return False
    above = [
        words if len(words) <= _SHORT else "" for _, words in lines[max(0, place - _ABOVE) : place]
    ]
    own = above[max((n + 1 for n, words in enumerate(above) if not words), default=0) :]
    firm = "".join(f"{words}\n" for words in above[-4:])
    return bool(_FIRM.search(firm) or _SIGNS.search("\n".join(own)))


def _tells_of_later(text: str, year: int) -> bool:
    """Whether the text names a day of two years later, or more: then the date at its head is that
    of what it tells of, `Founded` `August 28, 1898`.
    """
    return any(int(match[1] or match[2]) > year + 1 for match in _FULL.finditer(plain(text)))


def _completed(line: Line, published: date) -> date | None:
    """The day of a dateline without its year, or month: the latest such day before it was
    published.
    """
    _, month, day = line.rest
    for back in range(12 if not month else 24):
        year, before = divmod(published.year * 12 + published.month - 1 - back, 12)
        if month in (0, before + 1):
            try:
                found = date(year, before + 1, day)
            except ValueError:
                continue
            if found <= published:
                return found
    return None


def counted_from(
    rest: tuple[int, int, int], number: int, is_written: bool, with_year: int = 0
) -> Anchor:
    """The anchor that a line of the file gives; or two, where another has the year."""
    day = date(*rest)
    words = in_words(Date(day.isoformat()))
    lines = (
        (f"lines {number} and {with_year}", f"第{number}行和第{with_year}行")
        if with_year
        else (f"line {number}", f"第{number}行")
    )
    later = ("", "") if is_written else (" or earlier", "或之前")
    return Anchor(
        day=day,
        is_written=is_written,
        reason=Bilingual(
            en=f"What the words leave open is counted from {lines[0]} of the file, by which the text is of {words['en']}{later[0]}.",
            **{
                "zh-Hans": f"文字未写明的部分据文件{lines[1]}推算：据该行，本文写于{words['zh-Hans']}{later[1]}。"
            },
        ),
    )
