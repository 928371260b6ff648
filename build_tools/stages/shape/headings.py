"""Which paragraphs are headings, and of which level; which are items of a list."""

import re
from collections import Counter
from collections.abc import Container, Sequence

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
from build_tools.stages.shape.looks import LABEL, in_list, looks_like_heading
from build_tools.stages.shape.markers import (
    is_marked,
    is_section,
    line_of,
    of_wiki,
    rank_of,
)
from build_tools.stages.shape.no_title import LETTERHEAD, is_act, names_no_text, numbers_post
from build_tools.stages.shape.over_text import is_apart, over_text
from build_tools.stages.shape.scores import head_of
from build_tools.stages.shape.series import in_series

_SIGN = re.compile(r"[•●◦▪■▍]\s*")
_COLON = re.compile(r"[:：]$")
_HEADER, _BRIEF, _WIKI, _QUOTED, _ABOVE, _NAME = 10, 12, 3, 24, 60, 40
"""Lines over a text within which the head of a mail stands; letters of a heading that another is
compared with; headings with a wiki's link to its editor where none is without it; letters of words that are quoted, and not by chance the same; paragraphs
within which they are looked for; letters of the name of who signs.
"""


def levels_of(
    text: str, paragraphs: Sequence[Sequence[Line]], given: set[int], name: str = ""
) -> list[int]:
    """For each paragraph 0, or its level as a heading: 1 is the headline of the whole text.

    `given` are headings by an editor's word, `name` is that of the file. The levels below the headline are those that the text
    shows, from 2 on.
    """
    texts = [text[lines[0].start : lines[-1].end] for lines in paragraphs]
    often = buttons(texts)
    (head, known), end = head_of(text, texts, paragraphs, often, name), _end(texts)
    series = in_series(texts, lambda n: head < n < end and _could_count(n, texts))
    marked = [
        n in given or is_marked(text, lines) or n in series for n, lines in enumerate(paragraphs)
    ]
    candidates = _candidates(text, texts, paragraphs, range(head, end), often)
    candidates = [each and (known or n != head) for n, each in enumerate(candidates)]
    found = [
        marked[n]
        or (
            candidate
            and (
                n == head
                or not (
                    in_list(n, texts)
                    or _over_hidden(text, paragraphs, n)
                    or _says_again(n, texts)
                    or (n > head + 1 and _signs(n, texts, paragraphs))
                )
            )
        )
        for n, candidate in enumerate(candidates)
    ]
    ranks = [rank_of(text, lines, words) for lines, words in zip(paragraphs, texts, strict=True)]
    sure = [marked[n] or n == head or bool(rank) for n, rank in enumerate(ranks)]
    wiki = [of_wiki(text, lines) for lines in paragraphs]
    if sum(wiki) >= _WIKI:
        found = [each and (marked[n] or n == head) for n, each in enumerate(found)]
    found = over_text(head, found, sure, texts, paragraphs)
    made = {
        (words[0], len(words))
        for heading, words in zip(found, texts, strict=True)
        if heading and len(words) <= _BRIEF
    }
    found = [
        found[n] or (head < n < end and _is_twin(n, texts, paragraphs, made))
        for n in range(len(texts))
    ]
    return _levels(found, ranks, head if known else len(texts))


def _end(texts: list[str]) -> int:
    """Behind which nothing is a heading any more: the last line that is one of text, or the head of
    a mail.
    """
    last = max(
        (n for n, words in enumerate(texts) if not bare(words) and not LETTERHEAD.fullmatch(words)),
        default=0,
    )
    return min(last, _first_mail(texts))


def _candidates(
    text: str,
    texts: list[str],
    paragraphs: Sequence[Sequence[Line]],
    within: range,
    often: Container[str],
) -> list[bool]:
    """For each paragraph whether it looks like a heading by itself. `within` goes from the headline
    to the end of the text; `often` are lines that come so often that they are buttons.
    """
    head = within.start
    speakers = Counter(match[1] for each in dict.fromkeys(texts) if (match := LABEL.match(each)))
    in_lines = _in_lines(head, texts, paragraphs)
    if heads_other_mail(texts[head : head + _HEADER]):
        in_lines |= {head}
    elif not (LABEL.match("".join(texts[head : head + 1])) and closed(texts[head])):
        in_lines -= {head}
    candidates = [
        head <= n
        and not _ends_quotation(n, paragraphs)
        and words not in often
        and (n < within.stop or bool(SIGN.match(words)))
        and n not in in_lines
        and looks_like_heading(
            n == head,
            words,
            len(paragraphs[n]),
            speakers,
            n == head and (is_act(n, texts) or under_is_day(text, paragraphs[n])),
        )
        for n, words in enumerate(texts)
    ]
    return _but_for_its_day(head, texts, candidates)


def _levels(found: list[bool], ranks: list[int], head: int) -> list[int]:
    """0 for what is no heading; 1 for the headline, if it is the first; the others from 2 on, as
    the text ranks them. Where no headline is known, `head` lies behind the last paragraph.
    """
    first = head < len(found) and found[head] and not any(found[:head])
    own = [
        rank if heading and not (first and n == head) else 0
        for n, (heading, rank) in enumerate(zip(found, ranks, strict=True))
    ]
    shown = sorted({rank for rank in own if rank})
    return [
        (1 if first and n == head else 2 + min(shown.index(own[n]), 2) if own[n] else 2)
        if heading
        else 0
        for n, heading in enumerate(found)
    ]


def _ends_quotation(number: int, paragraphs: Sequence[Sequence[Line]]) -> bool:
    """Whether a line is the last of what is quoted there, and so over nothing."""
    under = [lines[0].marks for lines in paragraphs[number + 1 : number + 2]]
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


def _could_count(number: int, texts: list[str]) -> bool:
    """Whether a line, were it counted among others, would be a heading: not long, without a stop,
    over text.
    """
    return (
        width(texts[number]) <= HEADLINE // 2
        and not closed(texts[number])
        and is_text("".join(texts[number + 1 : number + 2]))
    )


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
    if not words or words == texts[number] or not bare(words) or not is_apart(number, paragraphs):
        return False
    return any((words[0], len(words) + by) in made for by in (-1, 0, 1))


def _over_hidden(text: str, paragraphs: Sequence[Sequence[Line]], number: int) -> bool:
    """Whether a hidden line stands right under it, or the number of a post over it: then it names
    whose post it is, or who sent it.
    """
    if any(numbers_post(line_of(text, lines)) for lines in paragraphs[max(0, number - 2) : number]):
        return True
    under = text.find("\n", paragraphs[number][-1].end) + 1
    end = text.find("\n", under)
    return bool(under and text[under:end].strip()) and (
        number + 1 == len(paragraphs) or paragraphs[number + 1][0].start >= end > 0
    )


def _signs(number: int, texts: Sequence[str], paragraphs: Sequence[Sequence[Line]]) -> bool:
    """Whether a line is the second of two short ones with blank lines around: the office under a name."""
    return (
        number + 1 < len(texts)
        and not paragraphs[number][0].apart
        and paragraphs[number - 1][0].apart
        and paragraphs[number + 1][0].apart
        and bare(texts[number - 1])
        and bool(HAN.search(texts[number - 1])) == bool(HAN.search(texts[number]))
        and width(texts[number - 1]) <= _NAME
        and not _is_counted(texts[number - 1])
    )


def _says_again(number: int, texts: Sequence[str]) -> bool:
    """Whether a line has words that stand within a paragraph above: what a post quotes of another."""
    words = texts[number]
    return width(words) >= _QUOTED and any(
        words in each and words != each and is_text(each)
        for each in texts[max(0, number - _ABOVE) : number]
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
