"""Sentences that the seed itself cuts short: it leaves something out, breaks off, or begins in the
middle.
"""

import itertools
import re
from dataclasses import replace

from build_tools.model.text import Segment

_OMISSION = r"(?<![.…])(?:\.{3,}|…+)"
"""What stands for words left out, from its first dot; a writer's own pause looks the same."""
_ELLIPSIS_END = re.compile(_OMISSION + r"$")
_ELLIPSIS_START = re.compile(_OMISSION)
_LEFT_OUT = r"[\[［【〔(（]\s*" + _OMISSION + r"\s*[\]］】〕)）]"
"""An omission that somebody has marked as one: `[…]`."""
_MORE = r"(?:(?:阅读|閱讀|查看|展开|展開|显示|顯示|点击|點擊)(?:全文|更多)|全文|展开|展開|(?:(?:read|see|show|view)\s+)?more|continue reading)"
"""The button that would show the rest: 阅读全文, 展开, `... more`."""
_BROKEN_OFF = re.compile(rf"(?:{_LEFT_OUT}|{_OMISSION}\s*[\[(（]?{_MORE}[\])）]?\s*[>»›]*)$", re.I)
_BEGUN_BEFORE = re.compile(_LEFT_OUT)
_GOES_ON = re.compile(rf"[\s\[(（]*{_MORE}[\])）]?\s*[>»›]*\s*(?:\n|$)", re.I)
"""That button behind a sentence, on its line or the next."""
_HALF = re.compile(
    r"(?:(?<=.{40}),|(?<=.{12})[，、]|[(（「『“‘]|\b(?:an|the|and|or|but|its|their|whose))$"
)
"""The end of half a sentence: an opening bracket, a word that needs another (`the company and
its`), or a comma; but not that of `With our apologies,`.
"""
_LOWER_START = re.compile(_OMISSION + r"\s*[a-zà-ÿ]")
"""A text that begins within a sentence: `...and closed the shop.`"""
_CLOSED = re.compile(r"[。．.!！?？;；:：][”’」』）)\]\"'\d\[]*$")
_CLOSED_BY = {"“": '”"', "「": "」", "『": "』", "（": "）)", "(": "）)"}
"""An opening sign, and those of which one closes it; a scraper may have changed the width."""


def with_cuts(segments: list[Segment], seed: str) -> list[Segment]:
    """Where the text certainly breaks off: only there may a page say so.

    A report is a piece of something longer: three dots at its ends, and a last sentence without a
    stop, are cuts. Elsewhere dots may be the writer's own, and many a whole sentence has no stop;
    what tells is a mark of omission, half a sentence at the end, or one without a stop, in a
    paragraph of others that have theirs, over the button that shows the rest. Where other
    paragraphs end as that one does, it is how the text ends them: old newspapers put 、 for every
    stop.
    """
    unfinished = _unfinished(segments)
    closes = [each.found for each, then in itertools.pairwise(segments) if each.block != then.block]
    first: dict[int | None, int] = {}
    last: dict[int | None, int] = {}
    for number, each in enumerate(segments):
        first.setdefault(each.report, number)
        last[each.report] = number
    sentence = {
        each.report: number for number, each in enumerate(segments) if each.kind == "sentence"
    }
    done = []
    for number, each in enumerate(segments):
        in_report, at_start, at_end = (
            each.report is not None,
            first[each.report] == number,
            last[each.report] == number,
        )
        ends = bool(_BROKEN_OFF.search(each.found)) or (
            (bool(_ELLIPSIS_END.search(each.found)) or number in unfinished)
            and bool(_GOES_ON.match(seed, each.pieces[-1][1]))
        )
        starts = bool(_BEGUN_BEFORE.match(each.found))
        if in_report:
            ends |= (at_end or each.kind == "heading") and bool(_ELLIPSIS_END.search(each.found))
            ends |= sentence.get(each.report) == number and not _CLOSED.search(each.found)
            starts |= at_start and bool(_ELLIPSIS_START.match(each.found))
        else:
            half = _HALF.search(each.found) if at_end else None
            ends |= half is not None and not any(other.endswith(half[0]) for other in closes)
            ends |= at_end and _is_open(each.found)
            starts |= at_start and bool(_LOWER_START.match(each.found))
        done.append(
            replace(
                each,
                cut="both" if ends and starts else "end" if ends else "start" if starts else "",
            )
        )
    return done


def _is_open(text: str) -> bool:
    """Whether a quotation or bracket begins in the text and is closed nowhere in it.

    >>> [_is_open(text) for text in ("他说：“我们会解决问题", "He said (in March", "“是。”", "a) b", "8’ and 9”")]
    [True, True, False, False, False]
    """
    return any(
        (at := text.rfind(opening)) >= 0 and not any(sign in text[at:] for sign in closing)
        for opening, closing in _CLOSED_BY.items()
    )


def _unfinished(segments: list[Segment]) -> set[int]:
    """The sentences without a stop that end a paragraph whose others have theirs. A title over its
    button stands alone.
    """
    closed = {each.block for each in segments if _CLOSED.search(each.found)}
    last = {each.block: n for n, each in enumerate(segments)}
    return {
        n
        for block, n in last.items()
        if block in closed
        and segments[n].kind == "sentence"
        and not _CLOSED.search(segments[n].found)
    }
