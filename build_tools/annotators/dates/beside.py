"""What the words of a date and right beside it say of it: that it was about then, or perhaps, or in a season; or that nothing
happened on it but that somebody looked, or a page was made.
"""

import re
from dataclasses import replace

from build_tools.annotators.dates.parts import made
from build_tools.language.chinese.words import edges
from build_tools.model.dates import Date
from build_tools.model.text import Mark

_ABOUT = re.compile(
    r"\b(?P<topic>(?:(?:how|what|\w+thing|ask|talk|speak|spoke|said|hear|know|tell|told|wr[io]t|learn|think|thought|question|stor|report|statement|detail)\w*\s)?)(?:[Aa]bout|[Aa]round|[Aa]pproximately|[Rr]oughly|[Cc]irca|[Cc]a?\.)\s(?:the )?(?:[A-Z][a-z]+day,? )?$",
    re.A,
)
"""“on or about May 14”, “around the 3rd of June”; not “asked about May 14”."""
_ZH_ABOUT = re.compile(
    r"(?:大[约約概致]|[约約]莫?)\s?(?:[于於在是]|[^\W\d一二三四五六七八九十百千万萬两兩数數半]{2}[于於])?\s?$"
)
"""约9月10日, 大約在8月20日, 约发生于5月12日; not 签约."""
_OR_SO = re.compile(
    r"\s?(?:前[后後]|左右)(?![两兩二三四五六七八九十几幾多数數\d])|\sor\s(?:so|thereabouts)\b", re.A
)
"""9月14日前后, May 14 or so; not 9月14日前后两次道歉."""
_ASKED = re.compile(r"\s?[?？](?=\s?[)）\]］〕,，;；、—–-])")
_ALONE = re.compile(
    r"[(（\[［〔,，;；—–-]\s?(?:[约約生卒][于於]?|大[约約]|[Cc]a?\.|about|circa|born|died|[bd]\.)?\s?$"
)
"""The doubt behind a date, and what stands before one that is no question: （约1871年—1937年？）, (1937?)."""
_SEASONS = (
    (21, re.compile(r"\b[Ss]pring\b|春(?:[天季]|$)")),
    (22, re.compile(r"\b[Ss]ummer\b|夏(?:[天季]|$)")),
    (23, re.compile(r"\b(?:[Aa]utumn|[Ff]all)\b|秋(?:[天季]|$)")),
    (24, re.compile(r"\b[Ww]inter\b|冬(?:[天季]|$)")),
)
"""The seasons of EDTF, which are those of any half of the world."""
_LOOKED_UP = re.compile(
    r"(?:^|[.”\"’'»)\]]\s?)(?:Retrieved|Accessed|Archived(?: from the original)?)(?:\son)?\s$|(?:^|[.。,，；（(\s])(?:原始[内內]容)?(?:[检檢]索|存[档檔]|查[阅閱]|[访訪][问問])(?:[于於]|日期[:：]?)\s?$|[\d日]\s?(?P<bracket>\[)$",
    re.A,
)
"""“Retrieved April 11, 2017”, 檢索於2016年8月1日, the [2016-07-09] behind the day of an article: in
the references of a wiki.
"""
_RIGHTS = re.compile(r"(?:©|\([Cc]\)|\b[Cc]opyright|版[权權]所有)\s?$")

_OF_THE_PAGE = re.compile(
    r"(?:\b(?:[Ll]ast (?:updated|modified|edited|changed|reviewed)|LAST UPDATED|[Pp]age (?:generated|created)|[Ii]t is currently)(?: on| at)?\s?[:：]?|\b(?:[Uu]pdated|[Mm]odified|[Cc]urrent time|[Tt]ime now|[Pp]rinted)(?: on| at)?\s?[:：]|(?:最[后後近](?:更新|修[改订訂]|[编編][辑輯])|[页頁]面生成)(?:时间|時間|日期|于|於)?\s?[:：]?|(?:更新|修[改订訂]|[现現]在|[当當]前|目前|系[统統]|列印)(?:时间|時間|日期)?\s?[:：])\s?(?:\d\d?:\d\d(?::\d\d)?,?\s?)?$",
    re.A,
)
"""What a site says of its page: “Last updated: 3 May 2021”, 最后更新时间：, its clock 現在時間：."""


def happened(text: str, start: int, end: int) -> bool:
    """Whether a date may be that of something told: not the © 2026 of a line of rights, nor the day
    on which a page was looked up or changed.

    >>> [happened(text, text.index("2016"), len(text)) for text in ("© 2016", "BBC News. Retrieved 2016", "It retrieved the goods in 2016")]
    [False, False, True]
    """
    looked_up = _LOOKED_UP.search(text, max(0, start - 40), start)
    return not (
        _RIGHTS.search(text, max(0, start - 12), start)
        or _OF_THE_PAGE.search(text, max(0, start - 40), start)
        or (looked_up and (not looked_up["bracket"] or text[end : end + 1] == "]"))
    )


def about(mark: Mark, text: str) -> Mark:
    """The mark as exact and as sure as the words in it, before it or behind it say: approximate, in doubt, of a
    season.

    >>> text = "on or about May 14"
    >>> str(about(Mark(12, 18, "date", Date("2019-05-14")), text).target)
    '2019-05-14~'
    >>> [str(about(Mark(1, 5, "date", Date(text[1:5])), text).target) for text in ("(1937?)", "(1937)?")]
    ['1937?', '1937']
    """
    when = mark.target
    if not isinstance(when, Date) or when.is_one_of_several:
        return mark
    first, *rest = (part.plain for part in when.parts)
    if not rest and len(first) == 4:
        words = text[mark.start : mark.end]
        first = next((f"{first}-{n}" for n, name in _SEASONS if name.search(words)), first)
    behind = _OR_SO.match(text, mark.end)
    asked = None if behind else _ASKED.match(text, mark.end)
    asked = asked if asked and _ALONE.search(text, 0, mark.start) else None
    first += "~" if _says_about(text, mark.start) or (behind and not rest) else ""
    if asked and not rest:
        first = f"{first.removesuffix('~')}{'%' if first[-1] == '~' else '?'}"
    rest = [f"{last}{'~' if behind else '?' if asked else ''}" for last in rest]
    date = made("/".join([first, *rest]))
    further = behind or asked
    return replace(mark, target=date, end=further.end() if further else mark.end) if date else mark


def _says_about(text: str, start: int) -> bool:
    english, chinese = (
        _ABOUT.search(text, max(0, start - 48), start),
        _ZH_ABOUT.search(text, max(0, start - 6), start),
    )
    return bool(english and not english["topic"]) or bool(
        chinese and chinese.start() in edges(text)
    )
