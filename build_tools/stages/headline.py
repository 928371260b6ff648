"""Where the headline of a text stands, and which lines stand over it."""

import re
from collections.abc import Sequence

from build_tools.mail_heads import ANY
from build_tools.model.han import HAN_RANGES
from build_tools.not_words import ADDRESS
from build_tools.stages.wrapped import Line, width

WIDE, HEADLINE = 70, 240
"""In Latin letters: a longer line in the text is a paragraph; the first line of all may be longer."""
CLOSED = re.compile(r"[。．.!！?？…;；:：,，][”’」』）)\]\"'*_]*$")
"""Closed by punctuation, so no heading: `…不说也罢。”`."""
WORDS = re.compile(r"[^\W\d_]")
ROW = re.compile(r"\s*\|.*\|\s*$")
"""A row of a table."""
NO_TITLE = re.compile(rf"(?:(?:[A-Z][a-z]{{2,5}}day,? )?[A-Z][a-z]{{2,8}}\.? \d{{1,2}},? \d{{4}}|\d{{1,2}} [A-Z][a-z]{{2,8}}\.? \d{{4}}|\d{{4}}\s*[-/.年][-/.月\d\s]*日?)$|{ANY}|(?:[^\s:：]{{1,20}}[:：]\s*)?(?:{ADDRESS.pattern})$|By [A-Z]|(?:作者|撰文|文|记者|記者)\s*[:：／/|]|\S{{0,12}}\s?(?:[记記]者|[评評][论論][员員]|通[讯訊][员員])\s?[{HAN_RANGES}]{{2,4}}(?:[／/]\S{{1,12}})?$|(?:来源|來源|Source)\s*[:：]|.*\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:\s?[APap]\.?[Mm]\.?)?\W*$|\d{{4}}[-/.年]\d{{1,2}}[-/.月]\d{{1,2}}日?\s+\d{{1,2}}:\d{{2}}|(?:回复|回覆|Reply to)\s?#?\d")
"""Stands alone, but is no heading: a date, the head of an e-mail, an address, `By Ruth Delgado`, `聯合報 記者陳怡君／台北報導`, what ends in a clock time."""
_DAY = r"(?:[\s\u3000]*[(（]?(?:(?:星期|週|周|禮拜|礼拜)[一二三四五六日天]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[)）]?)?"
_KICKER = re.compile(rf"""(?ix)
    \W*(?:for\ immediate\ release|embargoed\b.*|(?:media|press|news|public)\ (?:statement|release|notice|advisory)|statement|press\ contact|exclusive|breaking(?:\ news)?|(?:company\ )?announcement
        |即[時时](?:發布|發佈|发布)|[新聞闻稿]{{3}}|[傳传]媒[聲声]明|(?:新[聞闻]|媒[體体])[聲声]明|[獨独]家|快[訊讯]|公告|通告)
      (?:[\s/／|｜:：–—-]+(?:即[時时](?:發布|發佈|发布)|新[聞闻]稿|[聲声]明|for\ immediate\ release|(?:media|press)\ (?:statement|release)|\d{{4}}))*\W*
    |(?:[{HAN_RANGES}]{{1,6}}[\s\u3000]+)?(?:(?:中[華华])?民[國国]|[光宣]緒?[統绪]?|昭和|大正)?[一二三四五六七八九十〇零○元\d]{{1,6}}年[一二三四五六七八九十正\d]{{1,3}}月(?:[一二三四五六七八九十廿卅\d]{{1,3}}日{_DAY})?
    |(?:\d{{4}}年?)?年?(?:度|半年度|季度)?(?:年度?)?(?:報告|报告)(?:書|书)?|(?:\d{{4}}\ )?(?:annual|interim|quarterly)\ report(?:\ \d{{4}})?
    """)
"""Over the headline, but not it: what kind of paper it is, its day, whose letterhead: `FOR IMMEDIATE RELEASE`, `本埠新聞　民國十九年十月七日　星期二`, `2022年年度报告`."""
_LETTERHEAD = re.compile(r"[^,，。.:：]{2,60}?(?:\b(?:Limited|LIMITED|(?:Ltd|LTD|Inc|INC|Corp|CORP|Co|CO)\.?|LLC|PLC|plc|GmbH)|有限公司|股份公司)")
"""The sender's name: `HARBOURLINE FERRIES LIMITED`; a headline only where nothing else is one."""
_MENU, _NEAR = 6, 200
"""Lines that may stand over the headline; letters behind it within which the page's date stands."""
_DATE_LINE = re.compile(r"\s*(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}:\d{2}")
"""A day and its hour, as a site prints them under the headline."""


def bare(words: str) -> bool:
    """Short, and closed by nothing."""
    return width(words) <= WIDE and not CLOSED.search(words) and not ROW.match(words)


def names_no_text(words: str) -> bool:
    """Whether a line says what kind of paper this is, when or to whom, and so can be no title.

    >>> [names_no_text(words) for words in ["FOR IMMEDIATE RELEASE", "MEDIA STATEMENT / 新聞稿", "3 March 2024", "二零二四年三月三日", "From: Dana", "Release of the report"]]
    [True, True, True, True, True, False]
    """
    return bool(_KICKER.fullmatch(words) or NO_TITLE.match(words))


def head_of(text: str, texts: Sequence[str], paragraphs: Sequence[Sequence[Line]]) -> int:
    """Where the headline stands: over the page's own date; or else the first line, or the first behind a few that name no text."""
    over = _over_date(text, texts, paragraphs)
    return _first(texts) if over is None else over


def _first(texts: Sequence[str]) -> int:
    named = [n for n, words in enumerate(texts[:10]) if not names_no_text(words)]
    at = next((n for n in named if not _LETTERHEAD.fullmatch(texts[n])), 0)
    return at if not named or named[0] == at or not CLOSED.search(texts[at]) and width(texts[at]) <= HEADLINE else named[0]


def _over_date(text: str, texts: Sequence[str], paragraphs: Sequence[Sequence[Line]]) -> int | None:
    """Where a line stands near the top under which the page's own date comes: under a menu or a section's name that is the headline."""
    for number, words in enumerate(texts[:_MENU]):
        under = next((line for line in text[paragraphs[number][-1].end : paragraphs[number][-1].end + _NEAR].split("\n")[1:4] if line.strip()), "")
        if _DATE_LINE.match(under):
            return number if number and _may_head(words) and all(map(bare, texts[1:number])) else None
    return None


def _may_head(words: str) -> bool:
    return width(words) <= HEADLINE and bool(WORDS.search(words)) and not names_no_text(words) and (not CLOSED.search(words) or words[-1] in "?？!！")
