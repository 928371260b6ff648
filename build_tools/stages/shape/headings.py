"""Which paragraphs are headings, and of which level; which are items of a list."""

import re
from collections import Counter
from collections.abc import Sequence

from build_tools.language.chinese.han import HAN, HAN_RANGES
from build_tools.language.mail_heads import begins_mail, is_mail
from build_tools.language.numbers.words import COUNTING
from build_tools.stages.shape.cohesion import heads_other_mail
from build_tools.stages.shape.headline import (
    DAY_FIRST,
    HEADLINE,
    ROW,
    SENTENCES,
    SIGN,
    WIDE,
    WORDS,
    bare,
    buttons,
    closed,
    first_of,
    is_text,
    over_deck,
    under_is_day,
)
from build_tools.stages.shape.no_title import LETTERHEAD, heads_nothing, names_no_text, numbers_post
from build_tools.stages.shape.scores import head_of
from build_tools.stages.shape.series import in_series
from build_tools.stages.shape.wrapped import Line, width

LEAD = re.compile(
    r"(?:[•·●◦▪■◆※]|\*(?=\s)|\*(?!.*\*)|-(?![\da-z-])|[–—](?![–—])|[(（]?\d{1,2}[)）](?!\d)|[(（][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.．、](?![\d.])|[①-⑳]|[(（][a-zA-Z][)）](?=\s))\s*"
)
"""A list mark at the start of a line: the • of `• 直接负责的员工被辞退;`, the 1. of `1. Say what
happened.`, but no star of `**bold**`.
"""
_COUNTED = re.compile(r"[(（]?(\d{1,2})[)）]")
_CAPTION = re.compile(
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
_LABEL = re.compile(rf"([A-Z][\w.'’-]*(?: [\w.'’-]+){{0,2}}|[{HAN_RANGES}·]{{1,8}})[:：]")
"""Who speaks: the 记者 of `记者：您什么时候知道的？`."""
_OPTION = re.compile(r"([A-Z])[.)、．]\s?\S")
"""What a poll offers to choose: `A. very angry 34%`; so an initial begins, but not in two lines on
end.
"""
_GOES_ON = re.compile(r"[:：,，]$")
_HANDLE = re.compile(r"(?=\S*[_\d])[A-Za-z][\w.-]*$|[\w-]+\.[A-Za-z]\w{2,3}$", re.A)
"""Who wrote what stands under it, or the file of a picture: `Big_Panda_2008`,
`103519a6abk9.png`.
"""
_FIELD = re.compile(r"[^:：]{1,20}[:：]\s?\S")
"""`Main article: Halden Foods`; right under a heading it is a note to it."""
_COLON = re.compile(r"[:：]$")
_HEADER, _BRIEF, _SLIP, _NEAR, _LATER = 10, 12, 3, 6, 50
"""Lines over a text within which the head of a mail stands; letters of a heading that another is
compared with; how many signs too long a line under one may be;
lines under a heading within which its text begins; headings with which one over the text is
compared."""
_MARKED = re.compile(
    r"(?P<hashes>#{1,6})[ \t]+\S|(?P<equals>={2,6})[ \t]*[^=\s].*={2,6}\s*$|\S[^\[\]]*[\[［]\s?(?:edit|编辑|編輯)[^\[\]［］]{0,20}[\]］]\s*$"
)
"""A heading in Markdown or of a wiki: `## 背景`, `== History ==`, `Background[edit | edit
source]`.
"""
_UNDERLINE = re.compile(r"[^\S\n]*\n[^\S\n]*(?:(?P<first>={3,})|-{3,})[^\S\n]*(?:\n|$)")
"""A line of signs under a heading."""
_NUMBERED = re.compile(
    rf"(?P<major>第[一二三四五六七八九十百\d]+[章编編]|[{COUNTING}]{{1,3}}、|(?:Chapter|Part) [\dIVX]+\b)|(?P<minor>第[一二三四五六七八九十百\d]+[节節]|[(（][{COUNTING}]{{1,3}}[)）])|(?P<dots>\d{{1,2}}(?:\.\d{{1,2}}){{0,3}})(?:[.、．]\s*|\s+|(?=[{HAN_RANGES}]))[^\W\d]"
)
"""A heading with its place in the text: `一、事件回顾`, `2.1 Response`."""
_FIRST = re.compile(
    r"第?[(（]?[一壹](?![二三四五六七八九十百])|(?:\d{1,2}\.)*1(?!\d)|第1(?!\d)|(?:Chapter|Part) [1I]\b"
)
"""The number of a section that others follow: `1. Background`, `2.1 Response`, `一、經過`."""


def lead_of(text: str, start: int, end: int) -> re.Match[str] | None:
    """The list mark that stands before a paragraph; a mark with nothing behind it is text, and so
    is the 1) of a line in which 2) follows.
    """
    lead = LEAD.match(text, start, end)
    counted = lead and _COUNTED.match(lead[0])
    return (
        lead
        if lead
        and lead.end() < end
        and not (
            counted and re.search(rf"\s[(（]?{int(counted[1]) + 1}[)）]\s", text[lead.end() : end])
        )
        else None
    )


def levels_of(text: str, paragraphs: Sequence[Sequence[Line]], given: set[int]) -> list[int]:
    """For each paragraph 0, or its level as a heading: 1 is the headline of the whole text.

    `given` are headings by an editor's word. The levels below the headline are those that the text
    shows, from 2 on.
    """
    texts = [text[those[0].start : those[-1].end] for those in paragraphs]
    speakers = Counter(match[1] for each in dict.fromkeys(texts) if (match := _LABEL.match(each)))
    often = buttons(texts)
    head = head_of(text, texts, paragraphs, often)
    in_lines = _in_lines(head, texts, paragraphs)
    if heads_other_mail(texts[head : head + _HEADER]):
        in_lines |= {head}
    elif (
        over_deck(head, texts, paragraphs)
        or head != first_of(texts)
        or (head and (head + 1 not in in_lines or paragraphs[head + 1][0].apart))
    ):
        in_lines -= {head}
    end = min(
        max(
            (
                n
                for n, words in enumerate(texts)
                if not bare(words) and not LETTERHEAD.fullmatch(words)
            ),
            default=0,
        ),
        _first_mail(texts),
    )
    series = in_series(texts, lambda n: head < n < end and _could_count(n, texts))
    marked = [
        n in given or _is_marked(text, those) or n in series for n, those in enumerate(paragraphs)
    ]
    candidates = [
        head <= n
        and words not in often
        and (n < end or bool(SIGN.match(words)))
        and n not in in_lines
        and _looks_like_heading(
            n == head,
            words,
            len(paragraphs[n]),
            speakers,
            n == head and under_is_day(text, paragraphs[n]),
        )
        for n, words in enumerate(texts)
    ]
    candidates = _but_for_its_day(head, texts, candidates)
    found = [
        marked[n]
        or (
            candidate
            and (n == head or (not _in_list(n, texts) and not _over_hidden(text, paragraphs, n)))
        )
        for n, candidate in enumerate(candidates)
    ]
    found = _over_text(
        head,
        found,
        [
            marked[n] or n == head or bool(_rank(text, those, texts[n]))
            for n, those in enumerate(paragraphs)
        ],
        texts,
        paragraphs,
    )
    made = {
        (words[0], len(words))
        for heading, words in zip(found, texts, strict=True)
        if heading and len(words) <= _BRIEF
    }
    found = [
        found[n] or (head < n < end and _is_twin(n, texts, paragraphs, made))
        for n in range(len(texts))
    ]
    ranks = [_rank(text, paragraphs[n], texts[n]) if found[n] else 0 for n in range(len(texts))]
    first = head < len(found) and found[head] and not any(found[:head])
    if first:
        ranks[head] = 0
    shown = sorted({rank for rank in ranks if rank})
    return [
        (1 if first and n == head else 2 + min(shown.index(ranks[n]), 2) if ranks[n] else 2)
        if found[n]
        else 0
        for n in range(len(texts))
    ]


def _but_for_its_day(head: int, texts: list[str], candidates: list[bool]) -> list[bool]:
    """The candidates without a line right under the headline that begins with a day, as
    `2019-02-19热点`: when it was published, if no later heading is made so.
    """
    dated = [
        n for n, words in enumerate(texts) if candidates[n] and n > head and DAY_FIRST.match(words)
    ]
    return [
        (candidate and dated != [head + 1]) or (candidate and n != head + 1)
        for n, candidate in enumerate(candidates)
    ]


def is_section(words: str) -> bool:
    """Whether a heading has its number in the text, and so is no title of the whole.

    >>> is_section("一、事件回顾"), is_section("2.1 Response"), is_section("2008年中国奶制品污染事件"), is_section("12 Angry Men")
    (True, True, False, False)
    """
    match = _NUMBERED.match(words)
    return bool(
        match
        and (match["major"] or match["minor"] or re.match(r"\d{1,2}(?:\.\d{1,2}|[.、．])", words))
    )


def _over_text(
    head: int,
    found: list[bool],
    sure: list[bool],
    texts: list[str],
    paragraphs: Sequence[Sequence[Line]],
) -> list[bool]:
    """The headings without those that head nothing: in a sentence that goes on from the line above,
    a note to it, said twice, over what is no text, as the fields of a box,
    without the sign of the others; and, before the text begins, but for its title, what looks like
    no later heading and comes only once: a second headline, a byline, a button."""
    begins = next(
        (
            n
            for n in range(head + found[head] if head < len(found) else head, len(texts))
            if is_text(texts[n])
        ),
        len(texts),
    )
    later = [
        (*_look(words), width(words))
        for words, heading in zip(texts[begins:], found[begins:], strict=True)
        if heading
    ][:_LATER]
    title, said = (
        next((n for n, heading in enumerate(found) if heading), -1),
        Counter(texts[:begins]),
    )

    def divides(n: int) -> bool:
        if n >= begins or (
            _is_apart(n, paragraphs)
            and any(_look(texts[n]) == look and width(texts[n]) <= wide for *look, wide in later)
        ):
            return _heads_text(n, found, sure, texts)
        under = "".join(texts[n + 1 : n + 2])
        return (n == title and not bare(under)) or (said[texts[n]] > 1 and is_text(under))

    def goes_on(n: int) -> bool:
        return (
            bool(n)
            and not paragraphs[n][0].apart
            and bool(_GOES_ON.search(texts[n - 1]) or (found[n - 1] and _FIELD.match(texts[n])))
        )

    kept = [
        heading
        and (
            sure[n]
            or (
                divides(n)
                and not goes_on(n)
                and texts[n] not in texts[max(0, n - 1) : n] + texts[n + 1 : n + 2]
            )
        )
        for n, heading in enumerate(found)
    ]
    signed = [
        heading and bool(SIGN.match(words)) for heading, words in zip(kept, texts, strict=True)
    ]
    return (
        [heading and (sure[n] or signed[n]) for n, heading in enumerate(kept)]
        if sum(signed) > 1
        else kept
    )


def _could_count(number: int, texts: list[str]) -> bool:
    """Whether a line, were it counted among others, would be a heading: not long, without a stop,
    over text.
    """
    return (
        width(texts[number]) <= HEADLINE // 2
        and not closed(texts[number])
        and is_text("".join(texts[number + 1 : number + 2]))
    )


def _heads_text(number: int, found: list[bool], sure: list[bool], texts: list[str]) -> bool:
    """Whether text, or a list, stands under a heading, or under the surer headings, one more and
    captions there.
    What stands right over a section that is not the first ends the one before: the `CARRIED` under
    a motion."""
    if (
        found[number + 1 : number + 2] == [True]
        and is_section(texts[number + 1])
        and not _FIRST.match(texts[number + 1])
    ):
        return False
    behind = [
        n
        for n in range(number + 1, min(number + _NEAR, len(texts)))
        if not sure[n] and not _CAPTION.match(texts[n])
    ]
    under = "".join(texts[n] for n in (behind[1:2] if behind and found[behind[0]] else behind[:1]))
    return (
        is_text(under)
        or lead_of(under, 0, len(under)) is not None
        or bool(
            _OPTION.match(under)
            or (SIGN.match(texts[number]) and width(under) > width(texts[number]))
        )
    )


def _look(words: str) -> list[bool]:
    """Whether a heading is in capitals, and in Chinese: those of one text are alike."""
    return [words.isupper(), bool(HAN.search(words))]


def _first_mail(texts: list[str]) -> int:
    """Where the head of a mail stands over the text: the short lines under it are greetings and
    names. Without one, the end.
    """
    return next(
        (
            n
            for n, words in enumerate(texts[:_HEADER])
            if is_mail(texts[n : n + _HEADER]) and begins_mail(words)
        ),
        len(texts),
    )


def _is_twin(
    number: int, texts: list[str], paragraphs: Sequence[Sequence[Line]], made: set[tuple[str, int]]
) -> bool:
    """Whether a line with a colon is made as a heading of the text is: `谈内部：` and `谈用户`.
    `made` are their first letters and lengths.
    """
    words = _COLON.sub("", texts[number])
    if not words or words == texts[number] or not bare(words) or not _is_apart(number, paragraphs):
        return False
    return any((words[0], len(words) + by) in made for by in (-1, 0, 1))


def _is_apart(number: int, paragraphs: Sequence[Sequence[Line]]) -> bool:
    """Whether blank lines stand around a line."""
    return (
        number + 1 < len(paragraphs)
        and paragraphs[number][0].apart
        and paragraphs[number + 1][0].apart
    )


def _over_hidden(text: str, paragraphs: Sequence[Sequence[Line]], number: int) -> bool:
    """Whether a hidden line stands right under it, or the number of a post over it: then it names
    whose post it is, or who sent it.
    """
    if any(numbers_post(_line(text, those)) for those in paragraphs[max(0, number - 2) : number]):
        return True
    under = text.find("\n", paragraphs[number][-1].end) + 1
    end = text.find("\n", under)
    return bool(under and text[under:end].strip()) and (
        number + 1 == len(paragraphs) or paragraphs[number + 1][0].start >= end > 0
    )


def _line(text: str, those: Sequence[Line]) -> str:
    """A paragraph's first line as it stands in the seed, with the marks that may be hidden."""
    end = text.find("\n", those[0].end)
    return text[text.rfind("\n", 0, those[0].start) + 1 : end if end >= 0 else len(text)].strip()


def _is_marked(text: str, those: Sequence[Line]) -> bool:
    if _MARKED.match(_line(text, those)):
        return True
    words = text[those[0].start : those[0].end]
    return (
        len(those) == 1
        and width(words) <= WIDE
        and not closed(words)
        and _underline(text, those) is not None
    )


def _underline(text: str, those: Sequence[Line]) -> re.Match[str] | None:
    """The line of signs right under a line, if it is not longer; a longer one divides the text."""
    match = _UNDERLINE.match(text, those[0].end)
    return (
        match
        if match and len(match[0].strip()) <= width(text[those[0].start : those[0].end]) + _SLIP
        else None
    )


def _rank(text: str, those: Sequence[Line], words: str) -> int:
    """How deep a heading lies by its marks or number; 0 where it shows nothing."""
    marked, underline, numbered = (
        _MARKED.match(_line(text, those)),
        _underline(text, those),
        _NUMBERED.match(words),
    )
    if marked:
        return len(marked["hashes"] or marked["equals"] or "==")
    if underline:
        return 1 if underline["first"] else 2
    if not numbered:
        return 0
    return 1 if numbered["major"] else 2 if numbered["minor"] else 1 + numbered["dots"].count(".")


def _looks_like_heading(
    head: bool, words: str, lines: int, speakers: Counter[str], dated: bool
) -> bool:
    """A short line that no punctuation closes; the headline may be longer, end in ? or !, and over
    its day in a stop.
    """
    label = _LABEL.match(words)
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
            or _CAPTION.match(words)
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


def _in_lines(head: int, texts: list[str], paragraphs: Sequence[Sequence[Line]]) -> set[int]:
    """Those of at least three short lines right under each other: an address, verse, the head of an
    e-mail; all but the headline, with a byline.
    """
    runs: list[list[int]] = [[]]
    for number, words in enumerate(texts):
        if paragraphs[number][0].apart or not bare(words):
            runs.append([])
        if bare(words):
            runs[-1].append(number)
    found: set[int] = set()
    for run in runs:
        byline = any(names_no_text(texts[each]) for each in run)
        if len(run) > 2:
            found.update(each for each in run if each != head or not byline)
    fields = [bool(_LABEL.match(words)) for words in texts]
    return found | {
        n
        for n, field in enumerate(fields)
        if field
        and (
            (n and fields[n - 1] and not paragraphs[n][0].apart)
            or (fields[n + 1 : n + 2] == [True] and not paragraphs[n + 1][0].apart)
        )
    }


def _in_list(number: int, texts: list[str]) -> bool:
    """Whether it has a list mark, and is no heading with a number or a sign over a text: not two in
    a row.
    """
    beside = [texts[at] for at in (number - 1, number + 1) if 0 <= at < len(texts)]
    if _OPTION.match(texts[number]) and any(_OPTION.match(each) for each in beside):
        return True
    if not LEAD.match(texts[number]) or (
        SIGN.match(texts[number]) and not any(SIGN.match(each) for each in beside)
    ):
        return False
    return not _NUMBERED.match(texts[number]) or any(LEAD.match(each) for each in beside)
