"""The day of a text, from a line at its head or foot that says so.

Three kinds of line are read, and only among the first twelve or the last four that are not empty:

- A *dateline* opens the text itself, or is the header of a letter: `新华社北京3月5日电`, `LONDON, 5
  March 2021 —`, `Date: Tue, 5 Mar 2024 10:21` below
  a `From:`. The text was written on that day.
- The *head of a newspaper* has its own name, place or section, the date, and the weekday, but no
  clock: `本埠新聞 民國十九年十月七日 星期二`,
  `RALEIGH, N. C., WEDNESDAY MORNING, MAY 17, 1899.` Where the text has no dateline, it was written
  on that day.
- A *publication line* holds a full date and nothing else but place, outlet, author and what a site
  puts there; or names it as such: `出版:2024-03-05 10:21`,
  `2024年03月05日 10:21 来源：新华网`, `Published: 5 March 2024`. It may be that of a copy, so the
  text was written then or before; on the very day
  where the text says so itself, with 昨（4）日 or 今日(5日), or signs with it: the last thing a
  statement says is `小米公司` `2024年3月5日`.

A dateline comes first; where it gives no year, the publication line does, or a stamp of the same
day that tells nothing else: `date 2026-02-05`. Lines of several days mean several texts, or a
chronicle: then there is no anchor.
"""

import re
from dataclasses import dataclass
from datetime import date

from build_tools.annotators.dates.all import dates
from build_tools.annotators.dates.parts import Anchor, Habits, certain_day, plain
from build_tools.annotators.dates.relative import is_of
from build_tools.language.mail_heads import FROM, SENT, SUBJECT, TO, head
from build_tools.language.numbers.words import small
from build_tools.model.date_words import in_words
from build_tools.model.dates import MONTHS, Date
from build_tools.model.record import Bilingual

_HEAD, _FOOT = 12, 4
_ANY_HABITS = Habits()
_SHORT = 60
"""Characters: a signing date, or a name, and little else."""
_LABEL = re.compile(
    r"(?:^|[\s|·•)】])[^\w\s]{0,3}(?:(?:发布|发表|发稿|刊登|刊发|刊[载載]|刊出|出版|登[载載]|成文|上线)(?:时间|日期|[于於]|\s?(?=:)))[^\w]{0,5}$"
    r"|(?:^|[|·•]\s?|\s\s)[^\w\s]{0,3}(?:(?:first )?(?:published|posted|released|issued)|(?:publication|release) date|date (?:published|of (?:publication|issue|release))|for immediate release)(?: by [\w.@'’-]+(?: [A-Z][\w.'’-]+)?)?(?: on| at)?\W{0,5}$",
    re.I,
)
"""What stands before the date of a publication line: 发布时间：, 出版:, Issued on."""
_LETTER = re.compile(rf"{head(SENT)}\s?(?:[A-Z][a-z]{{2,8}},? )?$")
_LETTERHEAD = re.compile(rf"^{head(FROM, TO, SUBJECT)}", re.M)
_CLOCK = re.compile(
    r"T?\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?|\b(?:GMT|UTC|EST|EDT|CST|BST|CET|PST|PDT|ET|HKT)\b|[+-]\d\d:?\d\d\b|\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b,?|[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?",
    re.I,
)
"""What stands beside a date and says no more than it: 10:21, Tuesday, 星期二."""
_OUTLET = re.compile(
    r"(?:[A-Z][\w.’'-]*\s){0,2}[A-Z][\w.’'-]*,\s?|[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,2},\s[A-Z][\w. ]{1,20}\s[-–—]\s?|(?![据據])[\u4e00-\u9fff]{2,4}[，,]\s?|\s?[于於][\u4e00-\u9fff]{2,4}"
    r"|[^。，\s]{1,12}[报網网社刊台]\s*|[^。！？!?，,;；:：]{2,40}\s?[·•|｜]\s?|\s?[·•|｜]\s?[^。！？!?；;]{2,60}|[(（]?\s*|\s*[)）.,]?|\s?(?:来源|作者|[记記]者|[编編][辑輯]|Source)(?:\s?:[^。！？，；]{0,60})?"
    r"|(?:(?:[\u4e00-\u9fff]{0,4}[记記]者)?\s?[\u4e00-\u9fff]{2,4}|\s?[\u4e00-\u9fff]{2,4}中心)\s?/\s?[\u4e00-\u9fff]{2,4}(?:报[导導道])"
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
_SENTENCE = re.compile(r"[。！？!?；;，]|,\s?[a-z]")
_EDGES = re.compile(r"(?:|.*[\s|·•)）】])\n(?:|[\s|·•(（【].*)")
"""A date that stands by itself among the words of a byline: 作者：于晓雯 2023-09-14 08:30
我要评论.
"""
_OTHER = re.compile(r"(?:更新|修[订訂改]|updated|modified|edited)[^\d]{0,12}$", re.I)
"""更新：, Last updated on: the text may be older by years."""
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
_ZH_BEFORE = re.compile(r"[\s（(【\[「]{0,3}(?!据|據|援|称)[^\d，。；：:,.!?！？据據称稱]{0,20}")
_ZH_AFTER = re.compile(r"\s?[)）】]?\s?(?:专电|综合电|电|讯|消息|综合报道)")
"""The 电 of 新华社北京3月5日电, the 消息 of 快科技1月7日消息."""
_BRACKETED = re.compile(r"[【〔\[(（][^】〕\])）\s]{1,10}[讯电][】〕\])）]\s?")
"""【明報專訊】2018年6月12日, and no more on its line."""
_SIGNATURE = re.compile(r"(?:[A-Z][A-Za-z.’' -]{2,30}, |[\u4e00-\u9fff]{2,8}[，,]\s?)?\n\.?")
"""Hong Kong, 24 October 2018, and no more."""
_TWICE = re.compile(r"\s?[/|·(（]?\s?")
"""Between the same day in two languages: `2024年8月21日 / August 21, 2024`."""
_FIRM = re.compile(r".(?:公司|集[团團]|\bLtd\.?|\bInc\.?|\bLimited|\bLLC)\n(?:\S.{0,40}\n){0,3}$")
"""The lines above a signing date: the name of a firm, in two languages perhaps, and who signs for
it.
"""
_CITED = re.compile(r"(?:.*[\s,])?(?:Issue|Volume|Vol\.|No\.) [\w.]+, \n, (?:Page|pp?\.) \d+")
"""Evening Star, Issue 20295, 28 September 1929, Page 21: a newspaper, cited by the library that
keeps it.
"""
_WORD = r"(?:[A-Z][\w.'’&-]*|of|de|the)"
_EN_BEFORE = re.compile(
    rf"(?:{_WORD}(?:[,/]?\s+{_WORD}){{0,6}}[,.]?\s*)?(?:\([A-Z][\w ]+\)[,.]?\s?)?(?:[-–—]{{1,2}}\s?)?"
)
_EN_AFTER = re.compile(
    r"\s?,?\s?(?:\([^)]{2,40}\)|/[^/]{2,40}/)?\s?(?:\.?\s?--|\.?—|–|-|:)(?:\s|$|(?<=—)\w)"
)
_CABLED = re.compile(r"(?:[A-Z][A-Z.’'-]+ ?){1,4}(?:, [A-Z][A-Za-z. ]+)?, \n\.")
"""SAN FRANCISCO, August 29. on a line of its own."""
"""LONDON, 5 March 2021 —; NEW YORK, March 5, 2021 /PRNewswire/ --; BEIJING, March 5 (Xinhua) --."""
_FULL = re.compile(
    rf"(?<!\d)(?<!\bto )(?<!\buntil )(?<![至到])((?:19|20)\d\d)(?:年\d{{1,2}}月|[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d))|(?:{'|'.join(MONTHS)}) (?:\d{{1,2}}, )?((?:19|20)\d\d)\b",
    re.A,
)
"""A day or month with its year; not the last day of a permit, `from 2022.8.1 to 2025.7.31`."""
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
_OPENING = re.compile(r"[电讯消报]|[-–—:]")
"""What a dateline in a long line has: a paragraph follows it there."""
_DAY_ONLY = re.compile(
    r"[\s（(【\[]{0,3}[^\d，。；：:,.据據月]{1,20}?(?P<d>\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日[^\d，。；：:,.]{0,6}(?:专?电|讯)"
)
"""（中央社記者王小明台北5日電）, 【本報五日上海電】: the month is that of the publication line."""


@dataclass(frozen=True, slots=True)
class _Line:
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


def anchor_in(text: str, habits: Habits = _ANY_HABITS) -> Anchor | None:
    r"""What the text itself says of its day.

    >>> anchor_in("小米道歉\n发布时间：2024-03-05 10:21\n\n公司1月7日宣布召回。").day
    datetime.date(2024, 3, 5)
    >>> anchor_in("小米道歉\n公司1月7日宣布召回，2024年3月5日。") is None
    True
    """
    lines = [
        (number, line.strip()) for number, line in enumerate(text.split("\n"), 1) if line.strip()
    ]
    is_letter = bool(_LETTERHEAD.search("\n".join(line for _, line in lines[:_HEAD])))
    found = [
        line
        for place, (number, words) in enumerate(lines)
        if (
            line := _read(
                number,
                words,
                text,
                habits,
                place < _HEAD,
                place >= len(lines) - _FOOT or _is_signed(lines, place),
                is_letter,
            )
        )
    ]
    told = next((number for number, words in lines if _SENTENCE.search(words)), len(lines))
    datelines, published = (
        [line for line in found if line.is_dateline],
        [line for line in found if not (line.is_dateline or line.is_stamp)],
    )
    paper = next((line for line in published if line.is_paper), None)
    if len({line.rest for line in datelines}) > 1 or (datelines and not datelines[0].at_edge):
        return (
            counted_from(paper.rest, paper.number, is_written=False)
            if paper and len({line.rest for line in published}) == 1
            else None
        )
    own = datelines[0] if datelines else None
    if own and own.rest[0]:
        return counted_from(own.rest, own.number, is_written=True)
    published = published or (
        [line for line in found if line.is_stamp and _is_near(own, date(*line.rest))] if own else []
    )
    if (
        len({line.rest for line in published}) != 1
        or not any(line.at_edge for line in published)
        or _tells_of_later(text, published[0].rest[0])
    ):
        return None
    day = date(*published[0].rest)
    written = _completed(own, day) if own else None
    if own and written:
        return counted_from(
            (written.year, written.month, written.day),
            own.number,
            is_written=True,
            with_year=published[0].number,
        )
    return counted_from(
        published[0].rest,
        published[0].number,
        is_written=bool(paper and not own)
        or any(line.is_signature and line.number > told for line in published)
        or is_of(text, day),
    )


def _is_near(dateline: _Line, stamped: date) -> bool:
    """Whether a stamp is of the day that a dateline gives without its year, or of the one after
    it.
    """
    written = _completed(dateline, stamped)
    return written is not None and (stamped - written).days <= 1


def _is_signed(lines: list[tuple[int, str]], place: int) -> bool:
    """Whether a firm signs a statement with this line, whatever stands below."""
    return len(lines[place][1]) <= _SHORT and bool(
        _FIRM.search(
            "".join(
                f"{words if len(words) <= _SHORT else ''}\n"
                for _, words in lines[max(0, place - 4) : place]
            )
        )
    )


def _tells_of_later(text: str, year: int) -> bool:
    """Whether the text names a day of two years later, or more: then the date at its head is that
    of what it tells of, `Founded` `August 28, 1898`.
    """
    return any(int(match[1] or match[2]) > year + 1 for match in _FULL.finditer(plain(text)))


def _names_thing(before: str, text: str) -> bool:
    """Whether what stands before a date is no place: the text has one of its words in small
    letters, as the meeting of `BOARD MEETING, MARCH 5, 2021`.
    """
    names = [word.lower() for word in _CAPITALS.findall(before) if not _NO_PLACE.fullmatch(word)]
    return bool(names) and bool(
        re.search(rf"(?<![\w@./-])(?:{'|'.join(map(re.escape, names))})s?(?![\w@])", text)
    )


def _read(
    line: int, words: str, text: str, habits: Habits, at_head: bool, at_foot: bool, is_letter: bool
) -> _Line | None:
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
        if (
            nth == 0
            and not cited
            and not _LABEL.search(before)
            and not _BYLINE.search(before)
            and not _LETTER.search(before)
            and not _AGENCY.match(after)
            and _names_thing(before, text)
        ):
            continue
        if (
            rest
            and rest[0]
            and nth == 0
            and _BRACKETED.fullmatch(before)
            and not _CLOCK.sub("", after).strip()
        ):
            return _Line(line, rest, True, at_head)
        if rest and nth == 0 and _opens(before, after, rest[0], is_letter and at_head):
            return _Line(line, rest, True, at_head)
        if (
            rest
            and rest[0]
            and nth == 0
            and at_head
            and any(head.fullmatch(f"{before}\n{after}") for head in (_PAPER, _MASTHEAD))
        ):
            return _Line(line, rest, False, True, is_paper=True)
        if (
            rest
            and rest[0]
            and len(words) <= 110
            and (cited or _is_published(before, after, nth == 0))
        ):
            signs = at_foot and _SPELLED.search(said) and _SIGNATURE.fullmatch(f"{before}\n{after}")
            return _Line(line, rest, False, at_head or at_foot, is_signature=bool(signs))
        if (
            rest
            and rest[0]
            and nth == 0
            and at_head
            and _STAMPED.fullmatch(before)
            and not _CLOCK.sub("", after).strip()
        ):
            return _Line(line, rest, False, True, is_stamp=True)
    day = _DAY_ONLY.match(said)
    return _Line(line, (0, 0, small(day["d"])), True, at_head) if day else None


def _opens(before: str, after: str, year: int, in_letter: bool) -> bool:
    """Whether a date between these words is that of a dateline, or of a letter's header."""
    if (
        (_ZH_BEFORE.fullmatch(before) and _ZH_AFTER.match(after))
        or (_EN_BEFORE.fullmatch(before) and (before or year) and _EN_AFTER.match(after))
        or _CABLED.fullmatch(f"{before}\n{after}")
    ):
        return True
    return bool(year and in_letter and _LETTER.match(before))


def _is_published(before: str, after: str, is_first: bool) -> bool:
    """Whether a full date between these words is that of a publication line."""
    if _LABEL.search(before):
        return True
    if not is_first or _OTHER.search(before):
        return False
    after = _UPDATED.sub("", after)
    if all(
        _OUTLET.fullmatch(part) or all(_OUTLET.fullmatch(word) for word in part.split())
        for part in (_CLOCK.sub("", part).strip() for part in (before, after))
    ):
        return True
    around = f"{before}\n{after}"
    if _STAMP.fullmatch(around) and not _SENTENCE.search(around):
        return True
    return bool(
        _BYLINE.search(around) and not _SENTENCE.search(around) and _EDGES.fullmatch(around)
    )


def _completed(line: _Line, published: date) -> date | None:
    """The day of a dateline without its year, or month: the latest such day before it was
    published.
    """
    _, month, day = line.rest
    for back in range(12 if not month else 24):
        year, before = divmod(published.year * 12 + published.month - 1 - back, 12)
        if month in (0, before + 1):
            try:
                found = date(year, before + 1, day)
            except ValueError:
                continue
            if found <= published:
                return found
    return None


def counted_from(
    rest: tuple[int, int, int], number: int, is_written: bool, with_year: int = 0
) -> Anchor:
    """The anchor that a line of the file gives; or two, where another has the year."""
    day = date(*rest)
    words = in_words(Date(day.isoformat()))
    lines = (
        (f"lines {number} and {with_year}", f"第{number}行和第{with_year}行")
        if with_year
        else (f"line {number}", f"第{number}行")
    )
    later = ("", "") if is_written else (" or earlier", "或之前")
    return Anchor(
        day=day,
        is_written=is_written,
        reason=Bilingual(
            en=f"What the words leave open is counted from {lines[0]} of the file, by which the text is of {words['en']}{later[0]}.",
            **{
                "zh-Hans": f"文字未写明的部分据文件{lines[1]}推算：据该行，本文写于{words['zh-Hans']}{later[1]}。"
            },
        ),
    )
