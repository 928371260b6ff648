"""Which paragraphs are headings, and of which level; which are items of a list."""

import re
from collections import Counter
from collections.abc import Sequence

from build_tools.model.han import HAN_RANGES
from build_tools.not_words import ADDRESS
from build_tools.stages.wrapped import Line, width

LEAD = re.compile(r"(?:[•·●◦▪■◆※]|\*(?=\s)|\*(?!.*\*)|-(?![\d-])|[–—](?![–—])|[(（]?\d{1,2}[)）](?!\d)|\d{1,2}[.．、](?![\d.])|[①-⑳]|[(（][a-zA-Z][)）](?=\s))\s*")
"""A list mark at the start of a line: the • of `• 直接负责的员工被辞退;`, the 1. of `1. Say what happened.`, but no star of `**bold**`."""
_CLOSED = re.compile(r"[。．.!！?？…;；:：,，][”’」』）)\]\"'*_]*$")
"""Closed by punctuation, so no heading: `…不说也罢。”`."""
_SENTENCES = re.compile(r"[。！？].|[.!?]\s+[A-Z]")
"""More than one sentence: no heading."""
_WORDS = re.compile(r"[^\W\d_]")
_NO_TITLE = re.compile(rf"(?:[A-Z][a-z]{{2,8}}\.? \d{{1,2}},? \d{{4}}|\d{{1,2}} [A-Z][a-z]{{2,8}}\.? \d{{4}}|\d{{4}}\s*[-/.年][-/.月\d\s]*日?)$|(?:From|To|Cc|Sent|Date|Subject|发件人|收件人|抄送|日期|主题|寄件者|收件者|主旨)\s?[:：]|(?:[^\s:：]{{1,20}}[:：]\s*)?(?:{ADDRESS.pattern})$|By [A-Z]|(?:作者|撰文|文|记者|記者)\s*[:：／/|]|\S{{0,12}}\s?(?:记者|記者)\s?[{HAN_RANGES}]{{2,4}}(?:[／/]\S{{1,12}})?$")
"""Stands alone, but is no heading: a date, the head of an e-mail, an address, `By Ruth Delgado`, `聯合報 記者陳怡君／台北報導`."""
_LABEL = re.compile(rf"([A-Z][\w.'’-]*(?: [\w.'’-]+){{0,2}}|[{HAN_RANGES}·]{{1,8}})[:：]")
"""Who speaks: the 记者 of `记者：您什么时候知道的？`."""
_WIDE, _HEADLINE = 70, 240
"""In Latin letters: a longer line in the text is a paragraph; the first line of all may be longer."""
_MARKED = re.compile(r"(?P<hashes>#{1,6})[ \t]+\S|(?P<equals>={2,6})[ \t]*[^=\s].*={2,6}\s*$")
"""A heading in Markdown or of a wiki: `## 背景`, `== History ==`."""
_UNDERLINE = re.compile(r"[^\S\n]*\n[^\S\n]*(?:(?P<first>={3,})|-{3,})[^\S\n]*(?:\n|$)")
"""A line of signs under a heading."""
_NUMBERED = re.compile(r"(?P<major>第[一二三四五六七八九十百\d]+[章编編]|[一二三四五六七八九十]{1,3}、|(?:Chapter|Part) [\dIVX]+\b)|(?P<minor>第[一二三四五六七八九十百\d]+[节節]|[(（][一二三四五六七八九十]{1,3}[)）])|(?P<dots>\d{1,2}(?:\.\d{1,2}){0,3})[.、．]?\s*[^\W\d]")
"""A heading with its place in the text: `一、事件回顾`, `2.1 Response`."""


def lead_of(text: str, start: int, end: int) -> re.Match[str] | None:
    """The list mark that stands before a paragraph; a mark with nothing behind it is text."""
    lead = LEAD.match(text, start, end)
    return lead if lead and lead.end() < end else None


def levels_of(text: str, paragraphs: Sequence[Sequence[Line]], given: set[int]) -> list[int]:
    """For each paragraph 0, or its level as a heading: 1 is the headline of the whole text.

    `given` are headings by an editor's word. The levels below the headline are those that the text shows, from 2 on.
    """
    texts = [text[those[0].start : those[-1].end] for those in paragraphs]
    speakers = Counter(match[1] for each in texts if (match := _LABEL.match(each)))
    in_lines = _in_lines(texts, paragraphs)
    end = max((n for n, words in enumerate(texts) if not _bare(words)), default=0)
    found = [n in given or _is_marked(text, those) or n < end and n not in in_lines and (not n or n + 1 not in in_lines)
             and _looks_like_heading(n, texts[n], len(those), speakers) and not (n and _in_list(n, texts)) for n, those in enumerate(paragraphs)]
    ranks = [_rank(text, paragraphs[n], texts[n]) if found[n] else 0 for n in range(len(texts))]
    if ranks and found[0]:
        ranks[0] = 0
    shown = sorted({rank for rank in ranks if rank})
    return [(1 if not n else 2 + min(shown.index(ranks[n]), 2) if ranks[n] else 2) if found[n] else 0 for n in range(len(texts))]


def _line(text: str, those: Sequence[Line]) -> str:
    """A paragraph's first line as it stands in the seed, with the marks that may be hidden."""
    end = text.find("\n", those[0].end)
    return text[text.rfind("\n", 0, those[0].start) + 1 : end if end >= 0 else len(text)].strip()


def _is_marked(text: str, those: Sequence[Line]) -> bool:
    if _MARKED.match(_line(text, those)):
        return True
    words = text[those[0].start : those[0].end]
    return len(those) == 1 and width(words) <= _WIDE and not _CLOSED.search(words) and bool(_UNDERLINE.match(text, those[0].end))


def _rank(text: str, those: Sequence[Line], words: str) -> int:
    """How deep a heading lies by its marks or number; 0 where it shows nothing."""
    marked, underline, numbered = _MARKED.match(_line(text, those)), _UNDERLINE.match(text, those[0].end), _NUMBERED.match(words)
    if marked:
        return len(marked["hashes"] or marked["equals"])
    if underline:
        return 1 if underline["first"] else 2
    if not numbered:
        return 0
    return 1 if numbered["major"] else 2 if numbered["minor"] else 1 + numbered["dots"].count(".")


def _bare(words: str) -> bool:
    """Short, and closed by nothing."""
    return width(words) <= _WIDE and not _CLOSED.search(words)


def _looks_like_heading(number: int, words: str, lines: int, speakers: Counter[str]) -> bool:
    """A short line that no punctuation closes; the first line of all may be longer, and end in ? or !."""
    label = _LABEL.match(words)
    if not _short(words, number) or _NO_TITLE.match(words) or label and speakers[label[1]] > 1 or lines > 2:
        return False
    return not _CLOSED.search(words) or number == 0 and words[-1] in "?？!！"


def _short(words: str, number: int) -> bool:
    return width(words) <= (_WIDE if number else _HEADLINE) and bool(_WORDS.search(words)) and not (_SENTENCES.search(words) and number + width(words) > _WIDE)


def _in_lines(texts: list[str], paragraphs: Sequence[Sequence[Line]]) -> set[int]:
    """Those of at least three short lines right under each other: an address, verse, the head of an e-mail; two, or all but the headline, with a byline."""
    runs: list[list[int]] = [[]]
    for number, words in enumerate(texts):
        if paragraphs[number][0].apart or not _bare(words):
            runs.append([])
        if _bare(words):
            runs[-1].append(number)
    found: set[int] = set()
    for run in runs:
        byline = any(_NO_TITLE.match(texts[each]) for each in run)
        if len(run) > 2 or len(run) == 2 and byline:
            found.update(each for each in run if each or not byline)
    return found


def _in_list(number: int, texts: list[str]) -> bool:
    """Whether it has a list mark, and is no numbered heading over a text: not two in a row."""
    if not LEAD.match(texts[number]):
        return False
    beside = [texts[at] for at in (number - 1, number + 1) if 0 <= at < len(texts)]
    return not _NUMBERED.match(texts[number]) or any(LEAD.match(each) for each in beside)
