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
    """Lines of one number that go on counting: 6, 7, 8, with the text of a page between them."""
    found = [
        (at, int(match["dashed"] or match["bare"]))
        for at, words in enumerate(lines)
        if (match := _NUMBER.fullmatch(words))
    ]
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
