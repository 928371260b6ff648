"""What a line looks like that may head a text, whatever stands around it."""

import re
from collections import Counter

from build_tools.language.chinese.han import HAN_RANGES
from build_tools.stages.shape.headline import (
    HEADLINE,
    ROW,
    SENTENCES,
    SIGN,
    WIDE,
    WORDS,
    closed,
)
from build_tools.stages.shape.lines import width
from build_tools.stages.shape.markers import LEAD, NUMBERED
from build_tools.stages.shape.no_title import heads_nothing, names_no_text

CAPTION = re.compile(
    r"[▲▼△▽◀▶↑↓←→]|[(（\[［〔][^()（）\[\]]*[)）\]］〕]$|.*[(（\[][^()（）\[\]]{0,40}(?:图|圖|摄|攝|照片|Photo|photo|Logo|Courtesy|courtesy|Getty|Reuters)[^()（）\[\]]{0,40}[)）\]]$|.*(?:照片|示意[图圖]|[资資]料[图圖]|截[图圖])$"
)
"""What stands under a picture: `▲董事長鞠躬道歉。（圖／記者陳冠宇攝）`, `(Logo:
http://example.com/1)`.
"""
_ENDED = re.compile(r"[\w%°?？!！)\]）」』】〕》〉”’\"'*+]$")
"""A heading ends in a word or closes something: not `Sue -` over a letter, `點擊放大▼▼▼` or what
ends in a picture.
"""
_COLUMNS = re.compile(r"\S {3,}\S|\S\s*[|｜]\s*\S.*\d:\d\d")
_STOPPED = re.compile(r"[。；].|[a-z]\. [A-Z]")
LABEL = re.compile(rf"([A-Z][\w.'’-]*(?: [\w.'’-]+){{0,2}}|[{HAN_RANGES}·]{{1,8}})[:：]")
"""Who speaks: the 记者 of `记者：您什么时候知道的？`."""
OPTION = re.compile(r"([A-Z])[.)、．]\s?\S")
"""What a poll offers to choose: `A. very angry 34%`; so an initial begins, but not in two lines on
end.
"""
_HANDLE = re.compile(r"(?=\S*[_\d])[A-Za-z][\w.-]*$|[\w-]+\.[A-Za-z]\w{2,3}$", re.A)
"""Who wrote what stands under it, or the file of a picture: `Big_Panda_2008`,
`103519a6abk9.png`.
"""


def looks_like_heading(
    head: bool, words: str, lines: int, speakers: Counter[str], dated: bool
) -> bool:
    """A short line that no punctuation closes; the headline may be longer, end in ? or !, and over
    its day in a stop.
    """
    label = LABEL.match(words)
    if (
        not _short(words, head)
        or (names_no_text if head else heads_nothing)(words)
        or (label and speakers[label[1]] > 1)
        or lines > 2
    ):
        return False
    if ROW.match(words) or (
        not head
        and (
            words[0].islower()
            or not _ENDED.search(words)
            or _HANDLE.match(words)
            or CAPTION.match(words)
            or _COLUMNS.search(words)
            or _STOPPED.search(words)
        )
    ):
        return False
    return not closed(words) or (head and (words[-1] in "?？!！" or dated))


def _short(words: str, head: bool) -> bool:
    return (
        width(words) <= (HEADLINE if head else WIDE)
        and bool(WORDS.search(words))
        and not (SENTENCES.search(words) and width(words) > WIDE)
    )


def in_list(number: int, texts: list[str]) -> bool:
    """Whether it has a list mark, and is no heading with a number or a sign over a text: not two in
    a row.
    """
    beside = [texts[at] for at in (number - 1, number + 1) if 0 <= at < len(texts)]
    if OPTION.match(texts[number]) and any(OPTION.match(each) for each in beside):
        return True
    if not LEAD.match(texts[number]) or (
        SIGN.match(texts[number]) and not any(SIGN.match(each) for each in beside)
    ):
        return False
    return not NUMBERED.match(texts[number]) or any(LEAD.match(each) for each in beside)
