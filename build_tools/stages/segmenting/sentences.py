"""Where sentences begin and end, in Chinese and in English."""

import re
from collections.abc import Iterable

import regex
from sentencex import get_sentence_boundaries

from build_tools.language.chinese.han import FIRST_WIDE, HAN_RANGES
from build_tools.stages.segmenting.enclosed import CLOSING, QUOTES, Enclosed, enclosed
from build_tools.stages.segmenting.short_words import no_end

_ZH_STOP = re.compile(
    rf"(?<!<)[。！？!?]+|…+|\.{{3,}}|(?<=[{HAN_RANGES}”’」』）)\"])\.(?=[{HAN_RANGES}“「『\"\s])"
)
"""A stop in Chinese; a narrow one only between Han characters, as in `公司开会.会上没有人发言`. The
sign of a comment in HTML is none: `<!-- x`.
"""
_BEHIND = regex.compile(
    r"[。！？!?…]|[”’」』》】）)\]]|\p{Emoji_Presentation}|\p{Emoji}\ufe0f|[\u200d\ufe0f\U0001f3fb-\U0001f3ff]"
)
"""What belongs to the stop before it: more stops, what closes, a picture: `好！”😀`."""
_STRAY = re.compile(r"\s+[】」』》）”]+")
"""What closes, behind a blank."""
_LATIN_STOP = re.compile(r"[A-Za-z][!?]+$")
"""A Latin word with its sign, a name where Chinese follows at once: `Yahoo!奇摩`."""
_NARROW = re.compile(rf"[{HAN_RANGES}][,!?:]")
"""Punctuation that a scraper narrowed; then `KOL!小米` are two sentences."""
_SPEECH = re.compile(r"[:：,，]\s*$")
"""What introduces a quotation: `他说：`."""
_MARK = r"\s*[\[［](?:\s?\d{1,3}\s?|(?:[注註]|note|nb|n)\s?\d{1,2}|[^\[\]\s]{0,4}(?:[来來]源|出[处處])[^\[\]\s]{0,4}|(?i:citation needed|who\?|when\?|clarification needed))[\]］](?::\s?\d{1,4}(?:[-–,]\s?\d{1,4})*(?=\s))?"
_RAISED = r"(?<=[a-z]{2}[.!?])\d{1,2}(?=\s+[A-Z])"
"""The number of a note, which was raised in print and sticks to the stop: `privatisation.1 We owe`."""
_NOTES = re.compile(rf"(?:{_MARK}|{_RAISED}|\s+[.!?]+(?=\s))+")
"""Notes behind a stop, or one more stop by itself: `withdrawn.[1][ 3 ]`, `家族。[2][来源请求]`, `is
zero. ?`, with the page: `.[8]: 14–15`.
"""
_NOTED = regex.compile(rf"(?<=[.!?][\"”’')]?)(?:(?:{_MARK})+(?=\s)|{_RAISED})")
"""Notes between an English stop and the blank behind it, which the divider of sentences does not
know: `on Monday.[1] Its refund`.
"""
_REFERENCE = re.compile(r"\s*[\^↑]\s*\S")
"""A source that a wiki names under its article, one unit with all its stops: `^ Hiebert, Ray Eldon.
Courtier to the Crowd.`
"""
_PUSHED = re.compile(r"[推噓嘘→]\s[\w-]{2,16}\s?[:：].*\d\d/\d\d(?: \d\d:\d\d)?\s*$")
"""What a reader of a bulletin board said, one unit with who and when: `推 mkt888: 笑死   06/21 22:24`."""
_SAID = re.compile(
    r"(?:\s+[\w.’'-]+){1,3}?\s+(?:said|says|asked|asks|replied|wrote|writes|added|told|shouted|cried|answered)\b"
)
"""Who spoke the quotation before it: `Lord Hill asked`."""
_LETTER = re.compile(r"[^\W_]")
"""What is a sentence has one, or a figure: the last sign of a table's row is none."""
_NUMBER = re.compile(r"(?:[(（]?\d{1,3}[.)）]|[QA]\.)$")
"""The number of an item, or who speaks, no sentence: `2.`, `Q.`"""
_INLINE_HEADING = re.compile(
    r"(?P<title>(?:Group \d+: )?[A-Z][\w'&/-]*(?: (?:[A-Z&][\w'/-]*|and|of|the|in|for|on|to)){0,7})(?P<dash> - )(?=[A-Z])"
)
"""A heading run into its line by a summarising machine: `Group 2: Manufacturing Approach - The
company`; but `LONDON - The company` is a place.
"""
_ITEM_AFTER = re.compile(r"[.!?] - [A-Z]")
_COUNTED_GROUP = re.compile(r"Group \d+:")
"""What shows that a dash is a list's: more items behind it, or a number. `Jim - This is an
inquiry.` greets.
"""
_BULLET = re.compile(r"[-–•]\s+")
_REVERSED = re.compile(r"(?<!\S)”(?=\S)([^“”]*)(?<=\S)“(?![\w“”])")
"""A quotation whose marks a machine has exchanged: `”We are sorry.“ The mayor left.`"""
_PAUSE = re.compile(r"[；;，,、]\s*|\s+")
_RUNAWAY, _PART = 1200, 800
"""Characters: a longer sentence is cut at the last pause before so many, or nobody could read or
translate it beside another.
"""


def sentences(text: str, chinese: bool) -> tuple[tuple[int, int, str, str], ...]:
    """The sentences of one paragraph as (start, end, kind, lead), kind `sentence`, `heading` or
    `item`.

    >>> [text[a:b] for text in ["刚刚,两位高管遭点名。事情不小?咱拆一拆。"] for a, b, _, _ in sentences(text, True)]
    ['刚刚,两位高管遭点名。', '事情不小?', '咱拆一拆。']
    >>> [text[a:b] for text in ["“我们错了。”他说。看《你好！李焕英》吗？"] for a, b, _, _ in sentences(text, True)]
    ['“我们错了。”他说。', '看《你好！李焕英》吗？']
    >>> [(kind, lead) for _, _, kind, lead in sentences("Core Viewpoint - The article discusses. - Xiaomi failed.", False)]
    [('heading', ''), ('item', '-'), ('item', '-')]
    """
    text = _REVERSED.sub(r"“\1”", text)
    if _REFERENCE.match(text) or _PUSHED.match(text):
        return ((*_without_blanks(text, 0, len(text)), "sentence", ""),)
    within = enclosed(text)
    ends = _chinese_ends(text, within) if chinese else _english_ends(text, within)
    spans: list[tuple[int, int, str, str]] = []
    start = 0
    for end in [*ends, len(text)]:
        if end < len(text) and _NUMBER.match(text[start:end].strip()):
            continue
        if spans and not _LETTER.search(text, start, end):
            spans[-1] = (spans[-1][0], _without_blanks(text, start, end)[1], *spans[-1][2:])
        else:
            spans += _one(text, start, end, chinese)
        start = end
    return tuple(part for span in spans for part in _parts(text, *span))


def _parts(
    text: str, start: int, end: int, kind: str, lead: str
) -> list[tuple[int, int, str, str]]:
    """A sentence, or several parts of one that runs on and on."""
    parts = []
    while end - start > _RUNAWAY:
        pause = max(
            (match.end() for match in _PAUSE.finditer(text, start + 1, start + _PART)), default=0
        )
        if not pause:
            break
        parts.append((*_without_blanks(text, start, pause), kind, lead))
        start, lead = pause, ""
    last = _without_blanks(text, start, end)
    return [*parts, (*last, kind, lead)] if last[0] < last[1] else parts


def _one(text: str, start: int, end: int, chinese: bool) -> list[tuple[int, int, str, str]]:
    """The sentence between two ends, without blanks, its list mark and its run-in heading apart."""
    start, end = _without_blanks(text, start, end)
    if start >= end:
        return []
    if chinese:
        return [(start, end, "sentence", "")]
    bullet = _BULLET.match(text, start, end) if start else None
    heading = None if bullet else _INLINE_HEADING.match(text, start, end)
    if (
        heading
        and not heading["title"].isupper()
        and (_ITEM_AFTER.search(text, heading.end()) or _COUNTED_GROUP.match(heading["title"]))
    ):
        return [
            (start, heading.end("title"), "heading", ""),
            (heading.end(), end, "item", heading["dash"].strip()),
        ]
    if bullet and bullet.end() < end:
        return [(bullet.end(), end, "item", bullet[0].strip())]
    return [(start, end, "sentence", "")]


def _without_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _chinese_ends(text: str, within: Enclosed) -> list[int]:
    """After a stop and what closes behind it, unless the sentence goes on."""
    ends: list[int] = []
    begins, narrow = len(text) - len(text.lstrip()), bool(_NARROW.search(text))
    for match in _ZH_STOP.finditer(text):
        closed = _past_what_closes(text, match.end(), within)
        notes = _NOTES.match(text, closed)
        end = notes.end() if notes else closed
        if (
            match.start() <= begins
            or (ends and end <= ends[-1])
            or within.around(end)
            or not _stands_free(text, match.start(), end, narrow)
        ):
            continue
        if not _quotation_goes_on(text, closed, end, within, max(begins, ends[-1] if ends else 0)):
            ends.append(end)
    return ends


def _past_what_closes(text: str, end: int, within: Enclosed) -> int:
    while end < len(text) and (
        _BEHIND.match(text, end) or (text[end] == '"' and within.ending(end + 1))
    ):
        end += 1
    stray = _STRAY.match(text, end)
    return stray.end() if stray else end


def _stands_free(text: str, stop: int, end: int, narrow: bool) -> bool:
    """Whether a stop can end a sentence: no comma follows it, it belongs to no name (`Yahoo!奇摩`),
    it is no pause.
    """
    if text[end : end + 1] in ("", ",", "，", "、", ";", "；"):
        return False
    if not narrow and _LATIN_STOP.search(text, max(0, stop - 1), end) and not text[end].isspace():
        return False
    return (
        not (text[stop] in "…" or text.startswith("...", stop))
        or text[end].isspace()
        or text[end - 1] in CLOSING
    )


def _quotation_goes_on(text: str, end: int, behind: int, within: Enclosed, start: int) -> bool:
    """Whether what ends here is a quotation or a bracket, and the sentence goes on behind its
    notes: `“我们错了。”[2]他说。`, `《怎么办？》和`.

    A quotation that was introduced (`他说：“…。”`) ends its sentence; one with which the sentence
    began has its speaker behind it.
    """
    at = end
    while at > start and not (span := within.ending(at)):
        if text[at - 1] not in CLOSING:
            return False
        at -= 1
    span = within.ending(at)
    if not span or (at < end and text[end - 1] not in CLOSING):
        return False
    opens = not text[start : span[0]].strip()
    if text[span[0]] in QUOTES:
        return not (
            _SPEECH.search(text, start, span[0]) or (opens and text[behind:].lstrip()[:1] in QUOTES)
        )
    return not (opens and text[span[0]] in "(（")


def _english_ends(text: str, within: Enclosed) -> list[int]:
    """Where the divider sees an end, unless it lies inside a quotation, or between one and its
    speaker.
    """
    ends: list[int] = []
    for at in _boundaries(text):
        closed = _past_what_closes(text, at, within)
        notes = _NOTES.match(text, closed)
        end = _past_what_closes(text, notes.end(), within) if notes else closed
        start = ends[-1] if ends else 0
        free = text[end : end + 1].isspace() or text[end : end + 1] > FIRST_WIDE
        if (
            end > start
            and free
            and not within.around(end)
            and not _said_behind(text, start, closed, end, within)
            and not no_end(text, start, end)
        ):
            ends.append(end)
    return ends


def _boundaries(text: str) -> Iterable[int]:
    """Ends of sentences, before the blanks and notes behind them."""
    bare = _NOTED.sub(lambda notes: " " * len(notes[0]), text)
    for each in get_sentence_boundaries("en", bare):
        yield each["start_index"] + len(bare[each["start_index"] : each["end_index"]].rstrip())


def _said_behind(text: str, start: int, end: int, behind: int, within: Enclosed) -> bool:
    """Whether a quotation with which the sentence began ends here, and who spoke stands behind its
    notes.
    """
    span = within.ending(end)
    return (
        span is not None
        and text[span[0]] in QUOTES
        and not text[start : span[0]].strip()
        and bool(_SAID.match(text, behind))
    )
