"""The mails of a thread, and the day of each: a mail's own line holds for what stands under it,
until another mail begins or its quotation ends; an answer within a quotation is only a break.

Where a mail seems to quote one that was sent after it, an answer stands there whose own head is
lost, and its words are of no known day: those below
the quotation, or, where nothing is below, those above.
"""

import re
from itertools import pairwise, takewhile

from build_tools.annotators.dates.anchor import Anchor
from build_tools.annotators.dates.datelines import counted_from
from build_tools.annotators.dates.in_segment import dates
from build_tools.annotators.dates.parts import certain_day, plain
from build_tools.language.mail_heads import FROM, SENT, SUBJECT, TO, head, introduces_mail

_QUOTED = re.compile(r"[>\s]*")
"""The `> >` before a line that is quoted twice."""
_FROM, _HEADED, _SENT = (
    re.compile(head(FROM)),
    re.compile(head(TO, SUBJECT)),
    re.compile(head(SENT)),
)
_HEADER = 6
"""Lines within which a mail says whom it is from and when it was sent."""


def mails(text: str) -> tuple[tuple[int, Anchor | None], ...]:
    r"""Where in a thread the words are of another mail, each time with what its own line says of
    its day; empty where the text is no thread.

    >>> thread = "From: A\nDate: 6 Mar 2024\n\nYes.\n\nOn 5 Mar 2024, B wrote:\n> Today?\n\nBye."
    >>> [(place, anchor.day.isoformat()) for place, anchor in mails(thread)]
    [(0, '2024-03-06'), (56, '2024-03-05'), (66, '2024-03-06')]
    """
    lines = [
        (len(mark[0]) - len(mark[0].replace(">", "")), plain(line[mark.end() :]).strip())
        for line in text.split("\n")
        if (mark := _QUOTED.match(line))
    ]
    if not any(_FROM.match(words) for _, words in lines[:_HEADER]):
        return ()
    places: list[tuple[int, Anchor | None]] = []
    open_mails: list[tuple[int, Anchor | None]] = [(0, None)]
    place, left = 0, None
    for number, (line, (level, words)) in enumerate(zip(text.split("\n"), lines, strict=True)):
        while words and open_mails[-1][0] > level:
            left = open_mails.pop()
        if words and left and open_mails[-1][0] < left[0] == level:
            open_mails.append(left)
        if _FROM.match(words) and (header := _header(lines, number)):
            open_mails[-1] = (open_mails[-1][0], _sent(header, number))
        places.append((place, open_mails[-1][1]))
        if wrote := _wrote(lines, number):
            above = next((other for other, said in lines[number + 1 :] if said), level)
            whole = wrote == lines[number][1] or _day(lines[number][1], number + 1)
            anchor = _day(wrote, number + 1 if whole else number)
            own_level, own = open_mails[-1]
            if _is_before(own, anchor):
                open_mails[-1] = (own_level, None)
                if above <= level or not any(
                    said and at <= level for at, said in lines[number + 1 :]
                ):
                    places = [(start, None if of == own else of) for start, of in places]
            left = None
            if above > level:
                open_mails.append((above, anchor))
            else:
                open_mails[-1] = (own_level, anchor)
        place += len(line) + 1
    changes = places[:1] + [two for one, two in pairwise(places) if one[1] != two[1]]
    return tuple(changes) if len(changes) > 1 else ()


def _is_before(mail: Anchor | None, quoted: Anchor | None) -> bool:
    """Whether a mail is older than what it would quote: then it is another that quotes here, and
    its own head is not there.
    """
    return bool(mail and quoted and mail.day and quoted.day and mail.day < quoted.day)


def _header(lines: list[tuple[int, str]], number: int) -> list[str]:
    """The lines of a mail's header that begins here, up to a blank one; none where a line says only
    “From: all of us”.
    """
    found = list(takewhile(bool, (words for _, words in lines[number : number + _HEADER])))
    return found if any(_HEADED.match(words) or _SENT.match(words) for words in found) else []


def _sent(header: list[str], number: int) -> Anchor | None:
    return next(
        (_day(words, at) for at, words in enumerate(header, number + 1) if _SENT.match(words)), None
    )


def _wrote(lines: list[tuple[int, str]], number: int) -> str:
    """The line that introduces a quoted mail, as a program may have broken it in two."""
    words = lines[number][1]
    before = lines[number - 1][1] if number else ""
    return next((said for said in (words, f"{before} {words}") if introduces_mail(said)), "")


def _day(words: str, line: int) -> Anchor | None:
    days = {day for mark in dates(words) if (day := certain_day(mark)) and day[0]}
    return counted_from(days.pop(), line, is_written=True) if len(days) == 1 else None
