"""Which paragraphs are headings, and of which level; which are items of a list."""

import re
from collections import Counter
from collections.abc import Sequence

from build_tools.language.chinese.han import HAN
from build_tools.language.mail_heads import begins_mail, is_mail
from build_tools.stages.shape.cohesion import heads_other_mail
from build_tools.stages.shape.headline import (
    DAY_FIRST,
    HEADLINE,
    SIGN,
    bare,
    buttons,
    closed,
    is_text,
    under_is_day,
)
from build_tools.stages.shape.lines import Line, width
from build_tools.stages.shape.looks import CAPTION, LABEL, OPTION, in_list, looks_like_heading
from build_tools.stages.shape.markers import (
    FIRST,
    is_marked,
    is_section,
    lead_of,
    line_of,
    rank_of,
)
from build_tools.stages.shape.no_title import LETTERHEAD, names_no_text, numbers_post
from build_tools.stages.shape.scores import head_of
from build_tools.stages.shape.series import in_series

_GOES_ON = re.compile(r"[:：,，]$")
_FIELD = re.compile(r"[^:：]{1,20}[:：]\s?\S")
"""`Main article: Halden Foods`; right under a heading it is a note to it."""
_SIGN = re.compile(r"[•●◦▪■▍]\s*")
_COLON = re.compile(r"[:：]$")
_HEADER, _BRIEF, _NEAR, _LATER = 10, 12, 6, 50
"""Lines over a text within which the head of a mail stands; letters of a heading that another is
compared with; lines under a heading within which its text begins; headings with which one over the
text is compared.
"""


def levels_of(text: str, paragraphs: Sequence[Sequence[Line]], given: set[int]) -> list[int]:
    """For each paragraph 0, or its level as a heading: 1 is the headline of the whole text.

    `given` are headings by an editor's word. The levels below the headline are those that the text
    shows, from 2 on.
    """
    texts = [text[those[0].start : those[-1].end] for those in paragraphs]
    speakers = Counter(match[1] for each in dict.fromkeys(texts) if (match := LABEL.match(each)))
    often = buttons(texts)
    head = head_of(text, texts, paragraphs, often)
    in_lines = _in_lines(head, texts, paragraphs)
    if heads_other_mail(texts[head : head + _HEADER]):
        in_lines |= {head}
    elif not (LABEL.match("".join(texts[head : head + 1])) and closed(texts[head])):
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
        n in given or is_marked(text, those) or n in series for n, those in enumerate(paragraphs)
    ]
    candidates = [
        head <= n
        and not _ends_quotation(n, paragraphs)
        and words not in often
        and (n < end or bool(SIGN.match(words)))
        and n not in in_lines
        and looks_like_heading(
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
            and (n == head or (not in_list(n, texts) and not _over_hidden(text, paragraphs, n)))
        )
        for n, candidate in enumerate(candidates)
    ]
    found = _over_text(
        head,
        found,
        [
            marked[n] or n == head or bool(rank_of(text, those, texts[n]))
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
    ranks = [rank_of(text, paragraphs[n], texts[n]) if found[n] else 0 for n in range(len(texts))]
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


def _ends_quotation(number: int, paragraphs: Sequence[Sequence[Line]]) -> bool:
    """Whether a line is the last of what is quoted there, and so over nothing."""
    under = [those[0].marks for those in paragraphs[number + 1 : number + 2]]
    return bool(paragraphs[number][0].marks) and under != [paragraphs[number][0].marks]


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
        and not FIRST.match(texts[number + 1])
    ):
        return False
    behind = [
        n
        for n in range(number + 1, min(number + _NEAR, len(texts)))
        if not (sure[n] and found[n]) and not CAPTION.match(texts[n])
    ]
    under = "".join(texts[n] for n in (behind[1:2] if behind and found[behind[0]] else behind[:1]))
    return (
        is_text(under)
        or lead_of(under, 0, len(under)) is not None
        or bool(
            OPTION.match(under)
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
    if any(numbers_post(line_of(text, those)) for those in paragraphs[max(0, number - 2) : number]):
        return True
    under = text.find("\n", paragraphs[number][-1].end) + 1
    end = text.find("\n", under)
    return bool(under and text[under:end].strip()) and (
        number + 1 == len(paragraphs) or paragraphs[number + 1][0].start >= end > 0
    )


def _is_counted(words: str) -> bool:
    """Whether a line is a section or item with its number or sign, or a number alone, as none of an address is."""
    bare_words = _SIGN.sub("", words, count=1)
    return bare_words != words or is_section(words) or (words.isdecimal() and len(words) < 3)


def _in_lines(head: int, texts: list[str], paragraphs: Sequence[Sequence[Line]]) -> set[int]:
    """Those of at least three short lines right under each other: an address, verse, the head of an
    e-mail; all but the headline, with a byline.
    """
    runs: list[list[int]] = [[]]
    for number, words in enumerate(texts):
        of_run = bare(words) and not _is_counted(words)
        if paragraphs[number][0].apart or not of_run:
            runs.append([])
        if of_run:
            runs[-1].append(number)
    found: set[int] = set()
    for run in runs:
        byline = any(names_no_text(texts[each]) for each in run)
        if len(run) > 2:
            found.update(each for each in run if each != head or not byline)
    fields = [bool(LABEL.match(words)) for words in texts]
    return found | {
        n
        for n, field in enumerate(fields)
        if field
        and (
            (n and fields[n - 1] and not paragraphs[n][0].apart)
            or (fields[n + 1 : n + 2] == [True] and not paragraphs[n + 1][0].apart)
        )
    }
