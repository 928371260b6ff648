"""Where a character is somebody's family name: 余 of 余建国, which is not the 余 (餘) of 其余."""

import re
from collections.abc import Iterable

from build_tools.language.chinese.han import HAN, HAN_RANGES
from build_tools.language.chinese.words import Word, frequency, words

_TRADITIONAL = "万萬 丰豐 于于 云雲 仇仇 余余 党党 凌凌 卜卜 叶葉 周周 姜姜 岳岳 干干 曲曲 朱朱 朴朴 梁梁 沈沈 涂涂 游游 种种 胡胡 范范 苏蘇 谷谷 郁郁 钟鍾"
TRADITIONAL = {pair[0]: pair[1] for pair in _TRADITIONAL.split()}
"""Family names whose character has several Traditional ones, with the name's."""

GIVEN = frozenset("征里斗郁")
"""Characters that in a given name are not their commoner Traditional ones: 征 of 钟国征, not 徵."""

_READ = (
    "万wàn 丰fēng 于yú 云yún 仇qiú 余yú 党dǎng 凌líng 卜bǔ 叶yè 周zhōu 姜jiāng 岳yuè 干gān 曲qū 朱zhū 朴piáo 沈shěn 种chóng 胡hú 范fàn 谷gǔ 郁yù "
    "钟zhōng 单shàn 任rén 曾zēng 解xiè 查zhā 区ōu 盖gě 华huà 翟zhái 纪jǐ 缪miào 员yùn 秘bì 葛gě 应yīng 柏bǎi 尹yǐn 燕yān 牟mù 宓mì 逄páng 冼xiǎn 覃qín 乐yuè"
)
READ = {pair[0]: pair[1:] for pair in _READ.split()}
"""How a family name is read, where the character has other readings (单 dān) or is rare."""

_NAMES = frozenset({*TRADITIONAL, *READ})
ALSO_A_VERB = "于种党游谷万云干单任曾解查区应员秘华盖乐"
"""Characters that often stand alone as another word: 于 “at”, 任 “to serve as”. A name must be
surer there.
"""
_SELDOM_A_VERB = "于种党游谷单"
"""Of these, the ones that seldom begin a clause before an office: 于老师, where 任老师 is also “to
serve as teacher”.
"""
EVER = re.compile("曾[任经由与向对被将因从以先是在]")
"""曾任区议员: the adverb."""
_FOR = re.compile(r"\w{2,4}(?:而言|来说|看来|之间|的)")
"""于老师而言: for the teacher."""
PERSON = re.compile(
    r"先生|女士|小姐|太太|夫人|某|总(?=$|\W|[说称在的是表认回也对和与被因将道坦透指])|[太生男女](?=$|\W|[说称指表话在向投同与和准被否承以于因涉对都])|(?<!任)君(?![主子王臣])|姓|(?<!华)氏(?!族)"
)
"""What only a person's name stands before: 余某, 单女士, 于总说."""
_TITLES = (
    "经理|董事长|总裁|总监|主任|教授|老师|律师|医生|记者|市长|书记|局长|处长|院长|校长|部长|警官|法官|博士|导演|队长|师傅|厅长|县长|区长|镇长|村长|科长|所长|站长|班长|主席|会长|主播|同学"
    "|大夫|护士|司机|教练|主编|编辑|检察官|警员|议员|院士|工程师|大师|道长|法师|老板|特助|副理|襄理|协理|专员|理事长|社长|店长|阿姨|叔叔|大爷|大妈|大姐|大哥"
)
"""What people are called with their family name."""
OFFICE = re.compile(rf"(?:副|总)*(?:{_TITLES})")
"""What a person's name stands before, and some verbs too: 任经理 is also “to serve as manager”."""
SPEAKS = re.compile(
    r"表示|说|称|认为|回应|指出|道歉|致歉|坦言|透露|介绍|告诉|强调|发文|发声|解释|宣布|直言|否认|承认|写道|补充|呼吁|提醒|接受|出席|担任|辞职|涉嫌|被|因|曾|报道|报导|就(?!是|会|能|要|有)|拒绝|要求|离开|抵达|主持|向(?!来)|奖|夺|获"
)
"""What a person does in a report: 余小刚夺冠."""
AFTER_NAME = re.compile(
    r"$|\W|[的在是和与及等也都就还则对将已把从由给]|随后|随即|当天|当晚|此前|目前|关于|针对|近日|今|昨"
)
"""What may stand after any name."""
ROLE = re.compile(
    rf"(?:{_TITLES}|创始人|创办人|作者|编剧|演员|歌手|主持人|发言人|嫌疑人|当事人|受害人|负责人|代言人|制片人|被告人?|原告"
    rf"|选手|队员|球员|作家|画家|专家|学者|校友|员工|职员|高管|首席执行官|嘉宾|博主|网红|网友|工人|农民|村民|居民|市民|店主|店长|厨师|保安|骑手|志愿者|消费者|乘客|顾客|业主|家长|名叫|姓)[：:]?(?:[{HAN_RANGES}]{{2,4}}、){{0,3}}$"
)
"""What a person is called, before the name: 记者余晓辉; or before the first of several: 记者张三、余晓辉."""
_BYLINE = re.compile(r"(?:原创|作者|撰文|文|编辑|图|口述|采写)\s?(?:[:：｜|/／·]\s*|\s+)$")
"""Before who wrote: 作者｜老游."""
_NAME_ALONE, _OFFICE_ALONE = re.compile(f"[{HAN_RANGES}]{{2,4}}"), 16
"""A line that may be a name; characters up to which one is an office alone: 行政总裁."""
BEFORE_NAME = re.compile(r"(?:^|\W|_|[和与及由对让请据叫给被找])$")
"""What may stand before any name."""
_CLOSE = re.compile(r"(?<![个只座口台这那的把块])[老小阿]$")
"""老余, 小钟; but 一个小钟 is a clock."""
_NO_GIVEN = frozenset(
    "的了在是有和与这那不也都被把对从其此该本各某何每我你他她它们上下中内外里前后时日年月间个着过要会能可就才又再很更最一二三四五六七八九十百千万亿两半几多少"
)
_NO_GIVEN_TAGS = ("p", "c", "u", "r", "m", "q", "t", "f", "d", "y", "s")
_NAMES_ALONE = ("nr", "x", "ag", "tg")
"""jieba's tags of one character that is a name behind a family's which is a verb too: 任|晓, not
查|到.
"""
_ONLY_NAMES = ("nr", "x", "zg")
_RARE = 60
"""How often a word may stand in jieba's corpus that the beginning of a name can be: 范志 11, 周期
2,000."""
_TIME = re.compile("[年月日天时晚早午夜周今昨初末季旬期]")
"""Of the words that jieba takes for times, those that are: 今年, not 东来."""


def full_names(texts: Iterable[str], names: tuple[str, ...] = ()) -> frozenset[str]:
    """The names that the words around them tell somewhere in the texts, 老游 among them: once told, a name is one
    wherever it stands. An office alone on its line tells of the name alone on the next.

    >>> sorted(full_names(["创始人于东来道歉。", "于东来之后沉默。", "行政总裁", "区子衡", "作者｜老游"]))
    ['于东来', '区子衡', '老游']
    """
    found: set[str] = set()
    office = ""
    for text in texts:
        over = office if _NAME_ALONE.fullmatch(text) else ""
        for at, end in surnames(over + text, names).items():
            begins = (
                at - 1 if end == at + 1 and _CLOSE.search(over + text, max(0, at - 1), at) else at
            )
            if end > begins + 1 and (not over or at == len(over)):
                found.add((over + text)[begins:end])
        if HAN.search(text):
            office = text if len(text) <= _OFFICE_ALONE and ROLE.search(text) else ""
    return frozenset(found)


def surnames(
    text: str, names: tuple[str, ...] = (), persons: frozenset[str] = frozenset()
) -> dict[int, int]:
    """Where family names stand in a Simplified text, and where the whole name ends.

    Of `names`, which are words, and of `persons`, full names that stand elsewhere, it is known; else the words
    around tell.

    >>> surnames("余建国先生说，其余的人"), surnames("关于大伟，于本月公布"), surnames("一家单位的单女士")
    ({0: 3}, {}, {5: 6})
    >>> surnames("记者于大伟报道"), surnames("担任经理，任经理"), surnames("任女士回应"), surnames("于东来之后", persons=frozenset({"于东来"}))
    ({2: 5}, {}, {0: 1}, {0: 3})
    """
    found: dict[int, int] = {}
    if _NAMES.isdisjoint(text):
        return found
    cut = words(text, names)
    known = frozenset(names)
    for number, word in enumerate(cut):
        at = word.start
        if (
            word.end == at + 2
            and text[at + 1] in _NAMES
            and (
                text[at : word.end] in persons
                or (_CLOSE.search(text, at, at + 1) and _BYLINE.search(text, max(0, at - 8), at))
                or (
                    text[at + 1] not in ALSO_A_VERB
                    and (text[at] == "姓" or _CLOSE.search(text, at, at + 1))
                )
            )
        ):
            found[at + 1] = word.end
        elif text[at] in _NAMES:
            whole = text[at : word.end]
            again = max(
                (at + len(name) for name in persons if text.startswith(name, at)), default=None
            )
            again = again or (
                at + 1 if word.end == at + 1 and text[max(0, at - 1) : at + 1] in persons else None
            )
            end = word.end if whole in known else again or _end(text, at, cut[number : number + 3])
            if end:
                found[at] = end
    return found


def _end(text: str, at: int, cut: tuple[Word, ...]) -> int | None:
    """Where the name that begins here ends; None where it is none."""
    first = cut[0]
    if EVER.match(text, at):
        return None
    doubtful = text[at] in ALSO_A_VERB
    before, role = text[max(0, at - 8) : at], ROLE.search(text, max(0, at - 20), at)
    if first.end > at + 1:
        longer = _longer(text, at, cut) if role and not doubtful else None
        if longer:
            return longer
        whole = first.part_of_speech in (("nr", "ns") if role else ("nr",)) and first.end <= at + 3
        return (
            first.end
            if whole
            and _called(
                text, first.end, before, role, doubtful, not doubtful and first.end == at + 3
            )
            else at + 1
            if _titled(text, at + 1, doubtful) and whole
            else None
        )
    if (
        _titled(text, at + 1, doubtful)
        or before.endswith("姓")
        or (
            _CLOSE.search(before)
            and (
                not doubtful
                or SPEAKS.match(text, at + 1)
                or _BYLINE.search(text, max(0, at - 8), at - 1)
            )
        )
    ):
        return at + 1
    if (
        text[at] in _SELDOM_A_VERB
        and BEFORE_NAME.search(before)
        and OFFICE.match(text, at + 1)
        and not _FOR.match(text, at + 1)
    ):
        return at + 1
    for rest in (cut[1:2], cut[1:3])[:: -1 if cut[-1].part_of_speech == "x" else 1]:
        if rest and is_given(text, rest, doubtful):
            sure = rest[0].part_of_speech in ("nr", "x") or (
                not doubtful
                and (rest[0].part_of_speech == "ns" or text[at : rest[-1].end] == text.strip())
            )
            if _called(text, rest[-1].end, before, role, doubtful, sure):
                return rest[-1].end
    return None


def _longer(text: str, at: int, cut: tuple[Word, ...]) -> int | None:
    """Where a name ends whose beginning happens to be a word: 范志|明 behind what a person is
    called, and before what a person does.
    """
    first = cut[0]
    if first.end != at + 2 or first.part_of_speech == "nr" or frequency(text[at : at + 2]) > _RARE:
        return None
    if at + 3 <= len(text) and text[at + 2] not in _NO_GIVEN and SPEAKS.match(text, at + 3):
        return at + 3
    ends = [first.end]
    if len(cut) > 1 and cut[1].end == first.end + 1 and is_given(text, cut[1:2], doubtful=False):
        ends.append(cut[1].end)
    return next(
        (end for end in reversed(ends) if SPEAKS.match(text, end) or AFTER_NAME.match(text, end)),
        None,
    )


def _titled(text: str, end: int, doubtful: bool) -> bool:
    return bool(PERSON.match(text, end) or (not doubtful and OFFICE.match(text, end)))


def _called(
    text: str, end: int, before: str, role: re.Match[str] | None, doubtful: bool, sure: bool
) -> bool:
    """Whether the words around a full name tell that it is one."""
    acts = PERSON.match(text, end) or OFFICE.match(text, end) or SPEAKS.match(text, end)
    if role or (sure and BEFORE_NAME.search(before)):
        return bool(acts or AFTER_NAME.match(text, end) or (role and sure and not doubtful))
    return bool(acts and (BEFORE_NAME.search(before) or sure or not doubtful))


def is_given(text: str, words: tuple[Word, ...], doubtful: bool) -> bool:
    """Whether the words can be a given name: 建国, 大伟, 小|刚."""
    start, end = words[0].start, words[-1].end
    if end - start > 2 or not all(
        HAN.match(char) and char not in _NO_GIVEN for char in text[start:end]
    ):
        return False
    if len(words) == 1 and end - start == 1:
        return (
            not doubtful
            or text[start - 1] in TRADITIONAL
            or words[0].part_of_speech in _NAMES_ALONE
        )
    if len(words) > 1:
        return True
    tag = (
        "nr"
        if words[0].part_of_speech == "t" and not _TIME.search(text, start, end)
        else words[0].part_of_speech
    )
    return (
        tag in _ONLY_NAMES or (tag == "ns" and text[start - 1] != "于")
        if doubtful
        else not tag.startswith(_NO_GIVEN_TAGS)
    )
