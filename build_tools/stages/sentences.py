"""Where sentences begin and end, in Chinese and in English."""

import re

_ZH_END = re.compile(r"(?:(?<!<)[。！？!?]+|…+|\.{3,})[”’」』）)\"]*")
"""The end of a Chinese sentence, with what closes it: `骂小米都没什么。”`; not the sign of a comment in HTML, `<!-- x`."""
_EN_END = re.compile(r"(?<![.!?])[.!?]++[\"”’')\]]*+(?:\s*\[\d+\])*[.]?(?=\s+(?:[-–•]\s+)?[\"“‘(\[]?[A-Z0-9])")
"""The end of an English sentence: a stop, then a blank, then a capital or figure."""
_ABBREVIATION = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|vs|Inc|Ltd|Co|Corp|Jr|Sr|Fig|approx|e\.g|i\.e|U\.S|U\.K)|\b[A-Z])\.$")
"""What ends in a stop but ends no sentence: `Xiaomi Inc.`, `J. Smith`."""
_BEFORE_A_FIGURE = re.compile(r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Nos|p|pp|Vol|Ch)\.$")
"""What ends no sentence where a figure follows: `on Dec. 19`."""
_FIGURE = re.compile(r"\s*\d")
"""What follows such a stop: the 19 of `Dec. 19`."""
_INLINE_HEADING = re.compile(r"(?P<title>(?:Group \d+: )?[A-Z][\w'&/-]*(?: (?:[A-Z&][\w'/-]*|and|of|the|in|for|on|to)){0,7})(?P<dash> - )(?=[A-Z])")
"""A heading run into its line by a summarising machine: `Group 2: Manufacturing Approach - The company`."""
_BULLET = re.compile(r"[-–•]\s+")


def sentences(text: str, chinese: bool) -> tuple[tuple[int, int, str, str], ...]:
    """The sentences of one paragraph as (start, end, kind, lead), kind `sentence`, `heading` or `item`.

    >>> [text[a:b] for text in ["刚刚,两位高管遭点名。事情不小?咱拆一拆。"] for a, b, _, _ in sentences(text, True)]
    ['刚刚,两位高管遭点名。', '事情不小?', '咱拆一拆。']
    >>> [(kind, lead) for _, _, kind, lead in sentences("Core Viewpoint - The article discusses. - Xiaomi failed.", False)]
    [('heading', ''), ('item', '-'), ('item', '-')]
    """
    ends = _chinese_ends(text) if chinese else _english_ends(text)
    spans, start = [], 0
    for end in [*ends, len(text)]:
        spans += _one(text, start, end, chinese)
        start = end
    return tuple(spans)


def _one(text: str, start: int, end: int, chinese: bool) -> list[tuple[int, int, str, str]]:
    """The sentence between two ends, without blanks, its list mark and its run-in heading apart."""
    start, end = _without_blanks(text, start, end)
    if start >= end:
        return []
    if chinese:
        return [(start, end, "sentence", "")]
    bullet = _BULLET.match(text, start, end) if start else None
    heading = None if bullet else _INLINE_HEADING.match(text, start, end)
    if heading:
        return [(start, heading.end("title"), "heading", ""), (heading.end(), end, "item", heading["dash"].strip())]
    if bullet:
        return [(bullet.end(), end, "item", bullet[0].strip())]
    return [(start, end, "sentence", "")]


def _without_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _chinese_ends(text: str) -> list[int]:
    """After a stop, unless a quotation is open that is closed later, or a comma follows."""
    ends, open_quotes, counted = [], 0, 0
    begins, last_closing = len(text) - len(text.lstrip()), text.rfind("”")
    for match in _ZH_END.finditer(text):
        end = match.end()
        open_quotes += text.count("“", counted, end) - text.count("”", counted, end)
        counted = end
        following = text[end : end + 1]
        if match.start() <= begins or following in ("", ",", "，", "、", ";", "；"):
            continue
        if open_quotes > 0 and last_closing >= end:
            continue
        if match[0][0] in "…." and not following.isspace():
            continue
        ends.append(end)
    return ends


def _english_ends(text: str) -> list[int]:
    return [m.end() for m in _EN_END.finditer(text) if not _is_abbreviation(text, m.start() + 1, m.end())]


def _is_abbreviation(text: str, stop: int, end: int) -> bool:
    """Whether the stop before `stop` belongs to its word; `end` is where the sentence would end."""
    word = text[max(0, stop - 12) : stop]
    return bool(_ABBREVIATION.search(word)) or (bool(_FIGURE.match(text, end)) and bool(_BEFORE_A_FIGURE.search(word)))
