"""One line that says when a text was written or published, or may: a dateline, the head of a
newspaper, a publication line, a signature, a stamp.
"""

import re
from dataclasses import dataclass

from build_tools.annotators.dates.anchor import Anchor, Habits
from build_tools.annotators.dates.in_segment import dates
from build_tools.annotators.dates.parts import certain_day, plain
from build_tools.language.chinese.han import HAN_RANGES
from build_tools.language.mail_heads import SENT, head
from build_tools.language.numbers.words import small
from build_tools.model.dates import MONTHS

_LABEL = re.compile(
    r"(?:^|[\s|·•)】])[^\w\s]{0,3}(?:(?:发布|发表|发稿|刊登|刊发|刊[载載]|刊出|出版|登[载載]|成文|上线)(?:时间|日期|[于於]|\s?(?=:)))[^\w]{0,5}$"
    r"|^[时時]间\s?:?\s?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\s$"
    r"|(?:^|[|·•;]\s?|\s\s)[^\w\s]{0,3}(?:(?:first )?(?:published|posted|released|issued)|(?:publication|release) date|date (?:published|of (?:publication|issue|release))|for immediate release)(?: by [\w.@'’-]+(?: [A-Z][\w.'’-]+)?)?(?: on| at)?\W{0,5}$",
    re.I,
)
"""What stands before the date of a publication line: 发布时间：, 出版:, Issued on, the 時間Sat of a board."""
_LETTER = re.compile(rf"{head(SENT)}\s?(?:[A-Z][a-z]{{2,8}},? )?$")
_CLOCK = re.compile(
    r"(?:[上下中]午|[早晚]上|凌晨)?\s?T?\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?|\b(?:GMT|UTC|EST|EDT|CST|BST|CET|PST|PDT|ET|HKT)\b|[+-]\d\d:?\d\d\b|\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b,?|[(（]?(?:星期|[周週]|[礼禮]拜)[一二三四五六日天][)）]?|[(（][一二三四五六日][)）]|(?:格林[尼威]治|北京|台北|香港|[当當]地)(?:[标標][准準])?[时時][间間]",
    re.I,
)
"""What stands beside a date and says no more than it: 10:21, Tuesday, 星期二."""
_OUTLET = re.compile(
    rf"[,，\s]+|(?:撰?文|[记記]者)\s?[:：/／|]?\s?[{HAN_RANGES}]{{2,4}}(?:\s?[/／|])?|(?:[A-Z][\w.’'-]*\s){{0,2}}[A-Z][\w.’'-]*,\s?|[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){{0,2}},\s[A-Z][\w. ]{{1,20}}\s[-–—]\s?|(?![据據])[{HAN_RANGES}]{{2,4}}[，,]\s?|\s?[于於][{HAN_RANGES}]{{2,4}}"
    r"|[^。，\s]{1,12}[报網网社刊台]\s*|[^。！？!?，,;；:：]{2,40}\s?[·•|｜]\s?|\s?[·•|｜]\s?[^。！？!?；;]{2,60}|[(（]?\s*|\s*[)）.,]?|\s?(?:来源|作者|[记記]者|[编編][辑輯]|[Ss]ource)(?:\s?:[^。！？，；]{0,60})?"
    rf"|(?:[{HAN_RANGES}]{{2,6}}[报網网社]\s?/\s?)?(?:(?:[{HAN_RANGES}]{{0,4}}[记記]者)?\s?[{HAN_RANGES}]{{2,4}}|\s?[{HAN_RANGES}]{{2,4}}中心)\s?/\s?[{HAN_RANGES}]{{2,4}}(?:报[导導道])"
    r"|(?:[^\s>»›。，]{1,16}\s?[>»›]\s?){1,5}(?:[^\s>»›。，]{1,16}\s?)?"
    r"|(?>(?:^|\s+)\S{0,6}(?:[评評][论論]|[阅閱][读讀]|[浏瀏][览覽]|分享|收藏|点击|字[号级級]|打印|列印|[扫掃]描|手机|手機|[Cc]omments?|[Ss]hares?|[Vv]iews?|[Rr]ead)\S{0,8}(?:\s\d+)?(?=\s|$))+"
)
"""All else that a publication line holds: `Xin Lang Cai Jing·`, ` 来源：新华网`, `London, `,
`中央日報 `, `首页 > 新闻 > `, ` 我要评论(46) 扫描到手机`, ` 記者李文德／雲林報導`.
"""
_UPDATED = re.compile(
    r"[(（][^()（）]{0,20}(?:更新|修[订訂改]|updated|modified|edited)[^()（）]{0,20}[)）]", re.I
)
"""（3/12 17:44 更新）, beside the day of publication."""
_STAMP = re.compile(r"(?:\S{1,12}\s+){0,4}\n\s*\d{1,2}:\d\d(?::\d\d)?(?:\s+发[表布]于\S{2,6})?")
"""原创 公关老张 品牌急诊室 2017-08-28 20:15 发表于北京: a date with its clock, behind a few short
words.
"""
_STAMPED = re.compile(r"(?:[Dd]ate|[Tt]ime|日期|[时時]间)\s?:?\s?")
"""date 2026-02-05: the day of a page, or of anything."""
_BYLINE = re.compile(r"(?:来源|作者|[记記]者|[编編][辑輯]|[责責][编編]|撰文|Source|Author|By)\s?:")
_SPELLED = re.compile(rf"年|{'|'.join(MONTHS)}")
SENTENCE = re.compile(r"[。！？!?；;，]|,\s?[a-z]")
_EDGES = re.compile(r"(?:|.*[\s|·•)）】])\n(?:|[\s|·•(（【].*)")
"""A date that stands by itself among the words of a byline: 作者：于晓雯 2023-09-14 08:30
我要评论.
"""
_OTHER = re.compile(
    r"(?:更新|修[订訂改]|updated|modified|edited)[^\d]{0,12}$|※\s?[编編][辑輯]\s?:.*$", re.I
)
"""更新：, Last updated on, ※ 編輯: the text may be older by years."""
_GOES_ON = re.compile(r",?\s(?!(?:at|by|on|and|in)\b)[a-z]{2,}")
"""A sentence behind the date: `published on 25 January 2018, made`."""
_PAPER = re.compile(
    r"(?:\S{1,10}[\s·|]+)?[^\s\d。，；:,.!?]{1,10}[报報刊闻聞版讯社][\s·|]+\n\s*[(（]?(?:星期|周|週|礼拜|禮拜)[一二三四五六日天][)）]?(?:\s+(?:第\d+[号张版期張]|[^。！？，\d\s]{1,30})){0,4}\s*"
)
"""本埠新聞　民國十九年十月七日　星期二: the name of a paper or section, the weekday behind the
date, and the number of the issue and sheet.
"""
_MASTHEAD = re.compile(
    r"[A-Z][A-Z.'’&-]*(?:,?\s[A-Z][A-Z.'’&-]*){0,5}[,.]+\s(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY(?:\s(?:MORNING|EVENING|AFTERNOON),?\s\n\.?|,?\s\n(?:\.|(?=\s\s)))(?:\s\s.*)?"
)
"""RALEIGH, N. C., WEDNESDAY MORNING, MAY 17, 1899.         PRICE FIVE CENTS."""
_PAGED = re.compile(r"\s{3,}\S")
"""The number of a page, or the price, at the other edge of a newspaper's head."""
_ZH_BEFORE = re.compile(r"[\s（(【\[「]{0,3}(?!据|據|援|称)[^\d，。；：:,.!?！？据據称稱]{0,20}")
_ZH_AFTER = re.compile(r"\s?[)）】]?\s?(?:专电|综合电|电|讯|消息|综合报道)")
"""The 电 of 新华社北京3月5日电, the 消息 of 快科技1月7日消息."""
_PLACED = re.compile(
    rf"[(（](?:[{HAN_RANGES}]{{2,8}}[,，、\s]+|[A-Z][\w.'’ -]{{1,24}},\s)\n[)）]\s?(?=\S)|[(（]\n[,，、\s]+[{HAN_RANGES}]{{2,8}}[)）]\s?(?=\S)"
)
"""（浙江台州，2017年9月21日）公司今天, (Hong Kong, 30 January 2019) The airline: place and day over the text."""
_BRACKETED = re.compile(r"[【〔\[(（][^】〕\])）\s]{1,10}[讯电][】〕\])）]\s?")
"""【明報專訊】2018年6月12日, and no more on its line."""
_SIGNATURE = re.compile(
    rf"(?:[A-Z][A-Za-z.’' -]{{2,30}}, |[{HAN_RANGES}]{{2,8}}[，,]\s?)?\n(?:\.|\s+[{HAN_RANGES}]{{2,8}})?"
)
"""Hong Kong, 24 October 2018, or 2020年6月12日　香港, and no more."""
_TWICE = re.compile(r"\s?[/|·(（]?\s?")
"""Between the same day in two languages: `2024年8月21日 / August 21, 2024`."""
_CITED = re.compile(r"(?:.*[\s,])?(?:Issue|Volume|Vol\.|No\.) [\w.]+, \n, (?:Page|pp?\.) \d+")
"""Evening Star, Issue 20295, 28 September 1929, Page 21: a newspaper, cited by the library that
keeps it.
"""
_WORD = r"(?:[A-Z][\w.'’&-]*|of|de|the)"
_EN_BEFORE = re.compile(
    rf"(?!UPDATE|EDIT|CORRECTION|Update|Edit|Correction)(?:{_WORD}(?:[,/]?\s+{_WORD}){{0,6}}[,.]?\s*)?(?:\([A-Z][\w ]+\)[,.]?\s?)?(?:[-–—]{{1,2}}\s?)?"
)
_EN_AFTER = re.compile(
    r"\s?,?\s?(?:\([^)]{2,40}\)|/[^/]{2,40}/)?\s?(?:\.?\s?--|\.?—|–|-|:)(?:\s|$|(?<=—)\w)"
)
"""LONDON, 5 March 2021 —; NEW YORK, March 5, 2021 /PRNewswire/ --; BEIJING, March 5 (Xinhua) --."""
_CABLED = re.compile(r"(?:[A-Z][A-Z.’'-]+ ?){1,4}(?:, [A-Z][A-Za-z. ]+)?, \n\.")
"""SAN FRANCISCO, August 29. on a line of its own."""
_CAPITALS = re.compile(r"[A-Z][A-Za-z’'-]{2,}")
_NO_PLACE = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|evening|afternoon|for|immediate|release|the|and|of|new|north|south|east|west|city|lake|port|fort|cape",
    re.I,
)
"""What a line of place and day may hold beside the name of the place, or in it: `NEW YORK`, over a
text that tells something new.
"""
_SIGNS = re.compile(r"[0-9年日]")
_AGENCY = re.compile(r",?\s(?:\([A-Z][\w ]{1,30}\)|/[A-Z][\w ]{2,30}/)\s?(?:--?|[–—])")
"""(Reuters) -, /PRNewswire/ --: such a line opens a report, whatever stands before it."""
_OPENING = re.compile(r"[电讯消报]|[-–—:]|^[(（][^()（）]{4,40}[)）]")
"""What a dateline in a long line has: a paragraph follows it there."""
_DAY_ONLY = re.compile(
    r"[\s（(【\[]{0,3}[^\d，。；：:,.据據月]{1,20}?(?P<d>\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日[^\d，。；：:,.]{0,6}(?:专?电|讯)"
)
"""（中央社記者王小明台北5日電）, 【本報五日上海電】: the month is that of the publication line."""


@dataclass(frozen=True, slots=True)
class Line:
    """Such a line of a text, and the day that it gives."""

    number: int
    """From 1."""
    rest: tuple[int, int, int]
    """Year, or 0; month, or 0; day."""
    is_dateline: bool
    at_edge: bool
    """Whether it stands at the head; a publication line, at the foot also."""
    is_paper: bool = False
    """Whether it is the head of a newspaper."""
    is_signature: bool = False
    """Whether it ends a statement, if there is one above it."""
    is_stamp: bool = False
    """Whether it says no more than that this is a date: a year for a dateline, and no day of its
    own.
    """


def read_line(
    line: int, words: str, text: str, habits: Habits, at_head: bool, at_foot: bool, is_letter: bool
) -> Line | None:
    """The line, if it says when the text was written or published; otherwise nothing."""
    said = plain(words[:160])
    if not _SIGNS.search(said[:110]) or (len(words) > 110 and not _OPENING.search(said[:90])):
        return None
    marks = dates(said[:110], Anchor(habits=habits))
    for nth, mark in enumerate(marks):
        twice = (
            marks[1]
            if nth == 0
            and len(marks) == 2
            and marks[1].target == mark.target
            and _TWICE.fullmatch(said[mark.end : marks[1].start])
            else mark
        )
        before, after, rest = said[: mark.start], said[twice.end :], certain_day(mark)
        cited = _CITED.fullmatch(f"{before}\n{after}")
        is_paper = any(head.fullmatch(f"{before}\n{after}") for head in (_PAPER, _MASTHEAD))
        thing = _names_thing(before, text) and not (is_paper and _PAGED.search(after))
        if rest and rest[0] and nth == 0 and at_head and is_paper and not thing:
            return Line(line, rest, False, True, is_paper=True)
        if (
            nth == 0
            and not cited
            and not _LABEL.search(before)
            and not _BYLINE.search(before)
            and not _LETTER.search(before)
            and not _AGENCY.match(after)
            and thing
        ):
            continue
        if (
            rest
            and rest[0]
            and nth == 0
            and _BRACKETED.fullmatch(before)
            and not _CLOCK.sub("", after).strip()
        ):
            return Line(line, rest, True, at_head)
        if rest and nth == 0 and _opens(before, after, rest[0], is_letter and at_head):
            return Line(line, rest, True, at_head)
        if (
            rest
            and rest[0]
            and len(words) <= 110
            and (
                cited
                or _is_published(before, after, nth == 0)
                or (nth == 0 and at_foot and _SIGNATURE.fullmatch(f"{before}\n{after}"))
            )
        ):
            signs = at_foot and _SPELLED.search(said) and _SIGNATURE.fullmatch(f"{before}\n{after}")
            return Line(line, rest, False, at_head or at_foot, is_signature=bool(signs))
        if (
            rest
            and rest[0]
            and nth == 0
            and at_head
            and _STAMPED.fullmatch(before)
            and not _CLOCK.sub("", after).strip()
        ):
            return Line(line, rest, False, True, is_stamp=True)
    day = _DAY_ONLY.match(said)
    return Line(line, (0, 0, small(day["d"])), True, at_head) if day else None


def _names_thing(before: str, text: str) -> bool:
    """Whether what stands before a date is no place: the text has one of its words in small
    letters, as the meeting of `BOARD MEETING, MARCH 5, 2021`.
    """
    names = [word.lower() for word in _CAPITALS.findall(before) if not _NO_PLACE.fullmatch(word)]
    return bool(names) and bool(
        re.search(rf"(?<![\w@./-])(?:{'|'.join(map(re.escape, names))})s?(?![\w@])", text)
    )


def _opens(before: str, after: str, year: int, in_letter: bool) -> bool:
    """Whether a date between these words is that of a dateline, or of a letter's header."""
    if (
        (_ZH_BEFORE.fullmatch(before) and _ZH_AFTER.match(after))
        or (_EN_BEFORE.fullmatch(before) and (before or year) and _EN_AFTER.match(after))
        or _CABLED.fullmatch(f"{before}\n{after}")
        or (year and _PLACED.match(f"{before}\n{after}"))
    ):
        return True
    return bool(year and in_letter and _LETTER.match(before))


def _is_published(before: str, after: str, is_first: bool) -> bool:
    """Whether a full date between these words is that of a publication line."""
    if _LABEL.search(before):
        return not _GOES_ON.match(after)
    if not is_first or _OTHER.search(before):
        return False
    after = _UPDATED.sub("", after)
    if all(
        _OUTLET.fullmatch(part) or all(_OUTLET.fullmatch(word) for word in part.split())
        for part in (_CLOCK.sub("", part).strip() for part in (before, after))
    ):
        return True
    around = f"{before}\n{after}"
    if _STAMP.fullmatch(around) and not SENTENCE.search(around):
        return True
    return bool(_BYLINE.search(around) and not SENTENCE.search(around) and _EDGES.fullmatch(around))
