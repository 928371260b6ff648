"""The posts of a forum, and the day of each: the line over a post holds until that over the next.

A post that a line dates before one above it is quoted there; where its words end and the answer
begins
nobody can tell, so up to the next post nothing is of a known day. Nor is a post that brings a text
with
a day of its own, or names its source: somebody copied it.
"""

import re
from itertools import pairwise

from build_tools.annotators.dates.datelines import anchor_in, counted_from
from build_tools.annotators.dates.in_segment import dates
from build_tools.annotators.dates.parts import Anchor, Habits, certain_day, plain
from build_tools.model.text import Mark

_LONGEST = 90
_CLOCK = re.compile(r",?\s(?:at\s)?\d{1,2}:\d\d(?::\d\d)?(?!\d)")
_FLOOR = re.compile(r"\s*(?:#\d{1,4}\b|\d{1,4}\s?[楼樓]|[楼樓]主\b|[沙]发|板凳)")
"""2楼, 楼主, #14: the number of a post, or its name."""
_POSTED = re.compile(
    r"(?:[发發]表|回[复覆復]|留言|[发發]帖|跟帖)\s?(?:[于於]|时间|時間)\s?[:：]?\s?$"
    r"|\b[Pp]osted(?: by:? [^\s,]{1,30}(?: [^\s,]{1,30})?)?,?(?: on| at)?:?\s(?:[A-Z][a-z]{2,8},? )?$"
    r"| » (?:[A-Z][a-z]{2} )?$"
)
"""发表于, Posted by joe99 on, by joe99 » Tue: what stands before the date of a post."""
_COPIED = re.compile(
    r"[转轉][载載贴貼帖发發自]|原[标標][题題]|[来來]源\s?[:：]"
    r"|\b(?:[Rr]eposted|[Ss]ource:|[Vv]ia:)"
)
"""转载, 来源：, Source: in a post that others wrote."""
_SENTENCE = re.compile(r"[。！？!?；;]|\.\s[A-Z]")


def posts(text: str, habits: Habits) -> tuple[tuple[int, Anchor | None], ...]:
    r"""From which places on the words are of another post, with its day; none in what is no forum.

    Two posts make a forum, or one that is numbered.

    >>> thread = "2楼 小李 发表于 2019-3-6 09:10\n我昨天也去了。\n3楼 阿强 发表于 2019-3-9 20:01\n昨天回电话了。"
    >>> [(place, anchor.day.isoformat()) for place, anchor in posts(thread, Habits())]
    [(0, '2019-03-06'), (33, '2019-03-09')]
    """
    lines = text.split("\n")
    heads = [(n, mark) for n, line in enumerate(lines) if (mark := _written(line, habits))]
    if not heads or (len(heads) == 1 and not _FLOOR.match(plain(lines[heads[0][0]]))):
        return ()
    places = [0]
    for line in lines:
        places.append(places[-1] + len(line) + 1)
    latest, found = (0, 0, 0), []
    for (number, mark), (end, _) in pairwise([*heads, (len(lines), None)]):
        day = certain_day(mark) if mark else None
        words = "\n".join(lines[number + 1 : end])
        anchor = None
        if day and day[0] and day >= latest:
            is_own = not _COPIED.search(words) and anchor_in(words, habits) is None
            anchor = counted_from(day, number + 1, is_written=True) if is_own else None
        latest = max(latest, day or latest)
        found.append((places[number], anchor))
    return tuple(found)


def _written(line: str, habits: Habits) -> Mark | None:
    """When a post was written, if a line is the head of one."""
    said = plain(line).strip()
    if len(said) > _LONGEST or not _CLOCK.search(said) or _SENTENCE.search(said):
        return None
    marks = dates(said, Anchor(habits=habits))
    mark = marks[0] if len(marks) == 1 else None
    if not mark or not _CLOCK.match(said, mark.end):
        return None
    return mark if _FLOOR.match(said) or _POSTED.search(said, 0, mark.start) else None
