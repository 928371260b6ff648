"""Where reference marks such as [1] lead: to their entry in the text's own list of references, or
nowhere.
"""

import re

from build_tools.language.which import is_prose
from build_tools.model.archive import Source
from build_tools.model.text import Segment

MARK = re.compile(r"\[(\d{1,3})\]")
"""The [1] of `announced a recall.[1]`, also of `[1][3]`."""
_PAGES = re.compile(r"(?:\[\d{1,3}\]\s+)+\[\d{1,3}\]")
"""Numbers set apart, as the pages of an article are: `[1] [2] 下一页`."""
_NUMBERED = re.compile(r"\s*\[(\d{1,3})\]\s*[^\s\[]")
"""An entry with its number: `[1] Sina Finance, 27 October`."""
_CARET = re.compile(r"\s*(?:\d{1,3}[.)]?\s*)?[\^↑]\s*\S")
"""An entry of a wiki, in the order of their numbers: `^ Hiebert, Ray Eldon. Courtier to the
Crowd.`
"""
_TITLE = re.compile(
    r"\W*(?:(?:notes and )?references|(?:foot|end)?notes|bibliography|sources|works cited|citations"
    r"|参考(?:资料|文献|来源)|參考(?:資料|文獻|來源)|[注註註][释釋]|[脚腳尾][注註]|[注註][脚腳]|引文|(?:资料|資料)[来來]源)(?:\[[^\]\n]*\])*\W*",
    re.I,
)
"""The line over a list of references, with the buttons of a wiki: `References[edit | edit
source]`.
"""


def footnotes(source: Source) -> dict[str, str]:
    """Each mark of which something is known -> the segment of its entry, or nothing where the seed
    holds no list of references.

    A mark leads to an entry only if that is sure: the entries are numbered from 1 without a gap, or
    are as many as the marks' highest number.
    Where there is a list, hidden as it may be, and it is not sure which entry is meant, nothing is
    known.
    """
    marks = {
        int(number)
        for each in source.text
        if not are_pages(each.segment)
        for number in MARK.findall(each.segment.found)
    }
    if not marks:
        return {}
    entries = _entries(source, max(marks))
    if entries:
        return {
            f"[{number}]": entries[number - 1] for number in marks if 0 < number <= len(entries)
        }
    lines = source.cleaned.seed.text.split("\n")
    listed = any(
        _NUMBERED.match(line) or _CARET.match(line) or _TITLE.fullmatch(line) for line in lines
    )
    return {} if listed else {f"[{number}]": "" for number in marks}


def are_pages(segment: Segment) -> bool:
    """Whether the numbers in a line are no reference marks: a run of them, and no sentence."""
    return bool(_PAGES.search(segment.found)) and not is_prose(
        MARK.sub("", segment.found), segment.lang
    )


def _entries(source: Source, highest: int) -> list[str]:
    """The segments of the entries, in the order of their numbers; none where it is not sure which
    is which.
    """
    opening = [
        each.segment
        for n, each in enumerate(source.text)
        if n == 0 or each.segment.block != source.text[n - 1].segment.block
    ]
    numbered = [(int(m[1]), s.id) for s in opening if (m := _NUMBERED.match(s.found))]
    if numbered and [number for number, _ in numbered] == list(range(1, len(numbered) + 1)):
        return [id for _, id in numbered]
    carets = [s.id for s in opening if _CARET.match(s.found)]
    return carets if len(carets) == highest else []
