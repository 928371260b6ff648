"""Lines that stand alone and yet head no text: when, who, where in the site, how to be reached,
whom a letter greets.
"""

import re
from collections.abc import Sequence

from build_tools.language.chinese.han import HAN_RANGES
from build_tools.language.mail_heads import ANY
from build_tools.language.not_words import ADDRESS

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_WHEN = re.compile(rf"""(?x)(?=.*(?:\d{{1,2}}[:：]\d{{2}}|\d{{4}}\D.*\d|\d\D.*\d{{4}}))
    (?:[\W\d_]|\b{_MONTH}\b|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b|\b[ap]\.?m\b|\b[AP]M\b|\b(?:[ECMPB][SD]?T|GMT|UTC|HKT)\b|\b(?:at|on|Updated|Posted|Published)\b
      |(?:中[華华])?民[國国]|[年月日號号時时分秒]|(?:星期|週|周|禮拜|礼拜)[一二三四五六日天]|[上下]午|更新|[發发][布佈表])+$""")
"""A day or a clock time and nothing else: `Aug. 14, 2014 9:00 AM ET`, `2019/7/16 11:20（7/16 13:05
更新）`. A month alone heads a part of a chronicle.
"""
_DAY_AND_CLOCK = re.compile(
    r"[^。！？]{0,40}?\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?\s+\d{1,2}:\d{2}[^。！？，,]{0,24}$"
)
"""When a site published something, with author and place: `原创 阿秋 公关夜话 2019-05-06 21:03
发表于上海`.
"""
_MASTHEAD = re.compile(
    r"\S{2,24}[ \u3000]+(?:新[闻聞]稿|[声聲]明稿|通[讯訊]稿|(?:News|Press|Media) [Rr]elease)$"
    r"|(?:[发發]稿|供稿|[联聯][络絡繫系])\S{1,3}\s?[:：]"
)
"""Whose paper this is, and the fields under it: `禾岳食品股份有限公司 新聞稿`, `發稿單位：公共事務處`."""
_AUTHOR = re.compile(r"By [A-Z]|(?:作者|撰文|文|记者|記者)\s*[:：／/|]")
_NO_TITLE = re.compile(
    rf"{ANY}|(?:[^:：]{{1,20}}[:：]\s*)?(?:{ADDRESS.pattern})$|{_AUTHOR.pattern}|原[创創][\s·]+\S|\S{{0,12}}\s?(?:[记記]者|[评評][论論][员員]|通[讯訊][员員])\s?[{HAN_RANGES}]{{2,4}}(?:[／/]\S{{1,12}})?$|(?:来源|來源|Source)\s*[:：]|.*\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:\s?[APap]\.?[Mm]\.?)?\W*$|(?:回复|回覆|Reply to)\s?#?\d"
)
"""The head of an e-mail, an address, `By Ruth Delgado`, `聯合報 記者陳怡君／台北報導`, what ends in
a clock time.
"""
_POST = re.compile(
    r"(?:[ru]/\w{2,30}|#\s?\d{1,5}|\d{1,5}\s?[楼樓#]|楼主|樓主|沙发|沙發|板凳|地板)$"
)
"""The number of a post in a forum, its board or author: `#31`, `2楼`, `r/PublicRelations`."""
_TELEPHONE = re.compile(r"(?<!\d)\+?\(?\d(?:[ ()–—－.-]{0,2}\d){8,14}(?!\d)")
"""How to be reached: `客服热线 Hotline：400-810-1234（8:00—20:00）`."""
_VALUE = re.compile(r"[A-Z][a-z]+(?: [a-z]+)?: \d[\d,.]*(?: [a-z]+)?$")
"""What something measures: `Duration: 42 minutes`."""
_SIGNED = re.compile(r"(?:[-–—]{2,}|―)\s*[^\s–—-].*(?<![-–—―])$")
"""Who said what stands above: `-- Joan Pickett`."""
_GREETING = re.compile(
    rf"(?:Dear|Hi|Hello|Hey)(?: [\w.’'-]+){{0,4}}$|Good (?:morning|afternoon|evening)(?: \w+){{0,3}}$|(?:尊敬|敬[爱愛]|[亲親][爱愛])的[{HAN_RANGES}]{{1,12}}$|各位[{HAN_RANGES}]{{1,8}}$"
)
_PARTING = re.compile(
    r"(?:(?:With )?(?:[Kk]ind|[Bb]est|[Ww]arm)(?:est)? )?(?:[Rr]egards|[Ww]ishes)$|Yours \w+$|Sincerely(?: yours)?$|(?:Many )?[Tt]hanks$|Cheers$|此致$|敬[礼禮上启啟]$|[谨謹][启啟]$|[顺順][颂頌]\S{2}$"
)
"""Before and under a letter: `Dear neighbours`, `Kind regards`."""
_CLOCKED = re.compile(r"\[\d{1,2}:\d{2}(?::\d{2})?\]\s*\S")
"""Where in a recording something is said: `[00:00] (MUSIC)`."""
_UNCLOSED = re.compile(r"[\"“「『](?:[^\"”」』]*)$")
"""A quotation that ends elsewhere: `"A statement is not`."""
_BARS, _STEPS, _BLANKS = (
    re.compile(r"\s*[|｜]\s*|\s[·•]\s"),
    re.compile(r"\s[>/]\s|\s*[›‹»]\s*"),
    re.compile(r"\s{3,}|\t"),
)
"""What stands between the fields of a menu, the steps to a page in its site, and the columns of a
table.
"""
_IN_FIELD = re.compile(r"[^。！？!?:：]{1,40}")
LONGEST = 240
"""Letters: a longer line is text."""
_DAY = r"(?:[\s\u3000]*[(（]?(?:(?:星期|週|周|禮拜|礼拜)[一二三四五六日天]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[)）]?)?"
_SHEET = r"第[一二三四五六七八九十\d]{1,3}[张張版頁页]"
_KICKER = re.compile(rf"""(?ix)
    \W*(?:for\ immediate\ release|embargoed\b.*|(?:media|press|news|public)\ (?:statement|release|notice|advisory)|statement|check\ against\ delivery|press\ contact|exclusive|breaking(?:\ news)?|(?:strictly\ |private\ and\ )?confidential|internal(?:\ use\ only)?|draft|not\ for\ publication|(?:company\ )?announcement
        |即[時时](?:發布|發佈|发布)|[新聞闻稿]{{3}}|[傳传]媒[聲声]明|(?:新[聞闻]|媒[體体])[聲声]明|[獨独]家|快[訊讯]|公告|通告)
      (?:[\s/／|｜:：–—-]+(?:即[時时](?:發布|發佈|发布)|新[聞闻]稿|[聲声]明|for\ immediate\ release|(?:media|press)\ (?:statement|release)|\d{{4}}))*\W*
    |(?:[{HAN_RANGES}]{{1,6}}[\s\u3000]+)?(?:(?:中[華华])?民[國国]|[光宣]緒?[統绪]?|昭和|大正)?[一二三四五六七八九十廿卅〇零○元\d]{{1,6}}年[一二三四五六七八九十正\d]{{1,3}}月(?:初?[一二三四五六七八九十廿卅\d]{{1,3}}日{_DAY}(?:[\s\u3000]+{_SHEET})?)?
    |[{HAN_RANGES}]{{1,6}}[\s\u3000]+{_SHEET}
    |(?:\d{{4}}年?)?年?(?:度|半年度|季度)?(?:年度?)?(?:報告|报告)(?:書|书)?|(?:\d{{4}}\ )?(?:annual|interim|quarterly)\ report(?:\ \d{{4}})?
    """)
"""Over the headline, but not it: what kind of paper it is, its day, whose letterhead: `FOR
IMMEDIATE RELEASE`, `本埠新聞　民國十九年十月七日　星期二　第四張`, `2022年年度报告`.
"""
_ISSUE = re.compile(
    r"(?:(?:^|[\s,，])(?:第[一二三四五六七八九十百千萬万零〇\d]{1,12}[號号]|第[一二三四五六七八九十\d]{1,3}[張张版頁页])|\b(?:Issue|Volume|Vol\.|No\.|Image) [\dIVXLC]+)(?=$|[\s,，])"
)
_ISSUED = re.compile(
    r"(?:^|[\s,，])(?:\S{2,20}年\S{1,3}月\S{1,3}日|\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4})(?=$|[\s,，])"
)
"""The number of a newspaper and its day, which stand in its head: `申報 中華民國十二年七月十一日
星期三 第一萬八千零二十三號`, `Evening Star, Issue 9931, 4 May 1899, Page 2`.
"""
_FILE = re.compile(
    r"[\[〔［（(]\d{4}[\]〕］）)]\S{1,24}[号號]$|\S{1,12}[\[〔［（(]\d{4}(?:[-–/]\d{2,4})?[\]〕］）)]\S{0,8}[号號]$"
)
"""The number of a case or paper: `（2021）浙0999民初4471号`, `宁卫发〔2021〕12号`."""
_PERIODICAL = re.compile(
    r"《[^《》]{2,20}》\s?\d{4}\s?年\s?第\s?\d{1,3}\s?期\S{0,4}(?:\s+\S{1,8}){0,2}$"
)
"""A journal, its issue and section: `《公关视野》2020年第11期　人物`."""
_COUNTS = re.compile(r"(?:[^\W\d_]{2,12}\s?[:：]\s?[\d,.]+[kKwW万萬]?\s*[|｜·•]?\s*){2,}$")
"""What a forum counts: `Views: 72103|Replies: 31`."""
_WIDGET = re.compile(r"[\[［][^\[\]［］]*[\]］]$")
"""A line wholly in square brackets, which a program or clerk set there: `[View in your browser]`."""
_PAPER = re.compile(
    r"(?i)(?:\d{1,3}\s{2,})?[^\d:：!?]{4,60}[,.]\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|evening))?,? [a-z]{3,9}\.? \d{1,2},? \d{4}\.?(?:\s+(?:page )?\d{1,3})?$"
)
"""A newspaper's name with weekday and day, and the number of the page: `THE COURIER, WEDNESDAY, MAY 5, 1909.   3`."""
_AT_EDGES = re.compile(r"\S {4,}\S")
"""What is set at both edges of a page: `Holt Foods plc          Annual Report 2019`."""
_SERIAL = re.compile(
    r"(?:(?:Episode|Ep\.?|Season|Issue|Volume|Vol\.|No\.|Part|Chapter)\s?#?\d+|第\s?[\d一二三四五六七八九十百]+\s?[期集季卷辑輯回])(?:\s*[·•|｜,，][^。！？]{0,80})?$"
)
"""Which number of a series it is; the name of the series stands over it: `Episode 41 · 52 min`."""
_ENTITLED = re.compile(
    r"(?:(?:Episode|Ep\.?) ?#?\d+|第\s?[\d一二三四五六七八九十百]+\s?[期集辑輯回])\s?[:：—–-]\s?\S"
)
"""The number with the title of this one: `Episode 41: The chairlift that stopped`."""
_BRACKETED = re.compile(r"[【\[(（][^】\])）]{2,14}[╱/／]\s?[记記]者[^】\])）]{2,30}[】\])）]$")
"""An outlet and its reporter: `【聯合報╱記者陳靜宜╱即時報導】`."""
LETTERHEAD = re.compile(
    r"[^,，。.:：]{2,60}?(?:\b(?:Limited|LIMITED|(?:Co\.?, )?(?:Ltd|LTD|Inc|INC|Corp|CORP|Co|CO)\.?|LLC|PLC|plc|GmbH)|有限公司|股份公司)"
)
"""The sender's name: `HARBOURLINE FERRIES LIMITED`; a headline only where nothing else is one."""

BODY = re.compile(
    rf"(?:[A-Z&][\w.'’&-]*,? |of |the |and |for ){{0,7}}(?i:Council|Committee|Board|Commission|Authority|Court|Ministry|Department|Agency|Secretariat)(?: of [A-Z]\w+(?: \w+)?)?|[{HAN_RANGES}]{{2,20}}(?:法院|[检檢]察院|委[员員][会會]|人民政府|管理局|[监監]督局|[办辦]公室|公安局|[协協][会會]|[中小大][学學]|[学學]校|[医醫]院|[周週]刊|[日晚早][报報]|[时時][报報]|新[闻聞][网網])"
)
"""A public body or a paper, over what it says: `MARLOW VALE TOWN COUNCIL`, `浙江省宁澜市人民法院`."""
_ACT = re.compile(
    r"(?i:(?:public )?notice|order|statement|decision)|[公通]告|通[知报報]|[决決]定[书書]?|[声聲]明|[启啟]事|[裁判][决決定][书書]"
)
_ABOUT = re.compile(
    r"(?:[關关][於于]|有[關关])\S{2,60}(?:[说說]明|通[报報知]|[声聲]明|公告|回[应應]|[决決]定|公[开開]信|[致道]歉[信函书書])"
)
"""How offices call their papers: `关于食堂午餐问题的情况说明`."""
_HOME = r"(?:首[页頁]|主[页頁]|Home)\s*[>›»/／]"
_FROM_HOME = re.compile(_HOME)
"""The way through a site, which may end with its headline: `首頁/本地/商戶致歉`."""
WAY = re.compile(
    rf"\s*(?:(?:当前|目前|[现現]在|您的|你的)?位置\s*[:：]|[^>›»。！？!?:：\n]{{1,40}}(?:\s[>›»]\s[^>›»。！？!?:：\n]{{1,60}})+\s*$|{_HOME})"
)
"""Where a page lies in its site, which stands over the headline: `当前位置：首页 > 公告 > 正文`."""


def is_posted(words: str) -> bool:
    """Whether a line says when something was published, and by whom.

    >>> is_posted("moonbear LV.1 发表于 2024-8-3 09:05 板凳"), is_posted("2024年8月3日 9:05，公司称已收到投诉。")
    (True, False)
    """
    return bool(_DAY_AND_CLOCK.match(words))


def names_no_text(words: str) -> bool:
    """Whether a line says what kind of paper this is, when, to whom or where in the site, and so
    can be no title.

    >>> [names_no_text(words) for words in ["FOR IMMEDIATE RELEASE", "MEDIA STATEMENT / 新聞稿", "3 March 2024", "二零二四年三月三日", "From: Dana", "Release of the report"]]
    [True, True, True, True, True, False]
    >>> [names_no_text(words) for words in ["Harbour Foods | Newsroom | Careers", "國內要聞　第二張", "Feb. 2, 2016 4:30 PM ET", "首頁/本地/商戶致歉", "禾岳食品公司 新聞稿", "Recall, sorrow, silence | The Post"]]
    [True, True, True, True, True, False]
    """
    if _KICKER.fullmatch(words) or _NO_TITLE.match(words) or numbers_post(words):
        return True
    return len(words) <= LONGEST and bool(
        _WIDGET.match(words)
        or _PAPER.match(words)
        or _AT_EDGES.search(words)
        or _SERIAL.match(words)
        or (_ISSUE.search(words) and _ISSUED.search(words))
        or _WHEN.match(words)
        or _DAY_AND_CLOCK.match(words)
        or _PERIODICAL.match(words)
        or _COUNTS.match(words)
        or _FILE.match(words)
        or _BRACKETED.match(words)
        or _FROM_HOME.match(words)
        or _MASTHEAD.match(words)
        or fields_of(words)
    )


def is_act(number: int, lines: Sequence[str]) -> bool:
    """Whether a line says no more than what kind of paper this is, under the name of a public body;
    or of what it is.

    >>> is_act(1, ["浙江省宁澜市人民法院", "公告"]), is_act(1, ["Harbour Foods", "Statement"])
    (True, False)
    """
    return bool(_ABOUT.fullmatch(lines[number])) or (
        number > 0 and bool(_ACT.fullmatch(lines[number]) and BODY.fullmatch(lines[number - 1]))
    )


def numbers_series(words: str) -> bool:
    """Whether a line says which number of a series this is, with its title or without.

    >>> numbers_series("Episode 41 · 52 min"), numbers_series("第12期 | 危机公关"), numbers_series("Episode 41: The tweet")
    (True, True, True)
    """
    return bool(_SERIAL.match(words) or _ENTITLED.match(words))


def says_who(words: str) -> bool:
    """Whether a line says who wrote the text: `撰文：何嘉欣`."""
    return bool(_AUTHOR.match(words))


def fields_of(words: str) -> tuple[str, ...]:
    """The short fields of a line that is a menu, a way through a site or a row of a table, with
    what stands between the first two; else nothing.

    >>> fields_of("首頁 / 生活 / 消費"), fields_of("Recall, sorrow, silence | The Post"), fields_of("杰里·德拉·费米纳")
    ((' / ', '首頁', '生活', '消費'), (), ())
    """
    for between in (_BARS, _STEPS, _BLANKS):
        fields, first = between.split(words.strip()), between.search(words)
        if first and len(fields) > 2 and all(map(_IN_FIELD.fullmatch, fields)):
            return (first[0], *fields)
    return ()


def is_menu(words: str) -> bool:
    """Whether a line is a row of a site's buttons: no day, no name before a bar that says who wrote.

    >>> is_menu("Search | Browse | Help | About this text"), is_menu("Ana Freitas | 4 June 2018 | Opinion")
    (True, False)
    """
    return len(fields_of(words)) > 3 and not re.search(r"\d|^By\b", words)


def numbers_post(words: str) -> bool:
    """Whether a line is the number of a post; whose it is stands under it."""
    return bool(_POST.match(words))


def heads_nothing(words: str) -> bool:
    """Whether a line below the headline greets, signs, measures or says how to be reached.

    >>> [heads_nothing(words) for words in ["Hi Priya", "Kind regards", "-- Ned Barlow", "Duration: 61 minutes", "客服热线：400-820-0000", "What we know"]]
    [True, True, True, True, True, False]
    """
    return (
        names_no_text(words)
        or any(
            each.match(words)
            for each in (_VALUE, _SIGNED, _GREETING, _PARTING, _UNCLOSED, _CLOCKED)
        )
        or bool(_TELEPHONE.search(words))
    )
