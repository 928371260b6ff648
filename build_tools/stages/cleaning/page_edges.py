"""What a book or PDF prints at the edge of each page: its number, and the running head that comes
back.
"""

import re
from collections import Counter

from build_tools.model.record import Bilingual
from build_tools.model.text import Debris, Seed
from build_tools.stages.shape.lines import NARROWEST, STOP, width

_NUMBER = re.compile(r"(?:[-–—]\s*(?P<dashed>\d{1,3})\s*[-–—]|(?P<bare>\d{1,3}))")
"""A line of one number: `6`, `- 8 -`."""
_FOOT = re.compile(
    r"(?P<number>\d{1,3})(?:\s{2,}|\s+[|·•–—-]\s+)(?P<after>\D.*)|(?P<before>.*\D)(?:\s{2,}|\s+[|·•–—-]\s+)(?P<last>\d{1,3})"
)
"""A number beside words that come back: `4          corranvale.example`, `Annual Report | 12`."""
_COLUMNS = re.compile(r"\S(?:\s{3,}|\s*[|｜]\s*)\S")
"""What a running head has that is set at both edges of the page, and a title has not."""
_SPREAD = re.compile(r"[^\W\d].*\S\s{8,}[^\W\d]|\S\s{8,}.*[^\W\d]{4}")
"""What is set at both edges of a page: `莘源农村商业银行                        2021年度客户权益保护报告`."""
_STEPS = (-2, -1, 1, 2)
"""Lines from a page number: there a running head stands, at the same place on each page."""
_PAGE_NUMBER = Bilingual(**{"en": "Page number", "zh-Hans": "页码"})
_RUNNING_HEAD = Bilingual(
    **{"en": "Line that comes back beside the page numbers", "zh-Hans": "在页码旁反复出现的一行"}
)


def page_edges(seed: Seed) -> list[Debris]:
    """Page numbers and running heads, where numbers go on counting and cut sentences in two, or
    have the same line beside them; else they count sections.

    >>> text = "The shop was\\n6\\nAnnual Report\\nclosed. The staff\\n7\\nAnnual Report\\nwas paid."
    >>> [text[d.start : d.end] for d in page_edges(Seed("a", "a.txt", "", text))]
    ['6', 'Annual Report', '7', 'Annual Report']
    """
    lines = [
        (start, end, seed.text[start:end].strip())
        for start, end in seed.lines()
        if seed.text[start:end].strip()
    ]
    numbers = _page_numbers([words for _, _, words in lines])
    beside = [
        (n, step)
        for at in numbers
        for step in _STEPS
        if 0 <= (n := at + step) < len(lines) and n not in numbers
    ]
    times = Counter((lines[n][2], step) for n, step in beside)
    heads = {n for n, step in beside if times[lines[n][2], step] > 1}
    columns = {lines[n][2] for n in heads if _COLUMNS.search(lines[n][2])}
    heads |= {n for n, line in enumerate(lines) if n not in numbers and line[2] in columns}
    if numbers:
        again = Counter(words for *_, words in lines)
        heads |= {
            n for n, line in enumerate(lines) if again[line[2]] > 1 and _SPREAD.search(line[2])
        }
    cut = sum(
        n > 0 and width(lines[n - 1][2]) >= NARROWEST and not STOP.search(lines[n - 1][2])
        for n in numbers
    )
    if not heads and 2 * cut < len(numbers):
        return []
    return [
        Debris(lines[n][0], lines[n][1], "page", _PAGE_NUMBER if n in numbers else _RUNNING_HEAD)
        for n in sorted({*numbers, *heads})
    ]


def _page_numbers(lines: list[str]) -> list[int]:
    """Lines of one number, or of one and the same words beside it, that go on counting: 6, 7, 8, with the text
    of a page between them.
    """
    feet: dict[str, list[tuple[int, int]]] = {}
    for at, words in enumerate(lines):
        if match := _NUMBER.fullmatch(words):
            feet.setdefault("", []).append((at, int(match["dashed"] or match["bare"])))
        elif match := _FOOT.fullmatch(words):
            beside = (match["after"] or match["before"]).strip()
            feet.setdefault(beside, []).append((at, int(match["number"] or match["last"])))
    return sorted(at for found in feet.values() for at in _counting(found))


def _counting(found: list[tuple[int, int]]) -> list[int]:
    return [
        at
        for n, (at, number) in enumerate(found)
        if any(
            0 <= other < len(found)
            and found[other][1] - number == other - n
            and abs(found[other][0] - at) > 2
            for other in (n - 1, n + 1)
        )
    ]
