"""How the names of people are read aloud: a family name as a name (单 Shàn), and of a given name's
characters with several readings only its bearer knows which (行, 乐, 为).
"""

import re
from typing import NamedTuple

from build_tools.language.chinese.han import HAN, HAN_RANGES
from build_tools.language.chinese.surnames import (
    AFTER_NAME,
    ALSO_A_VERB,
    BEFORE_NAME,
    EVER,
    OFFICE,
    PERSON,
    READ,
    ROLE,
    SPEAKS,
    is_given,
    surnames,
)
from build_tools.language.chinese.two_dictionaries import SEVERAL
from build_tools.language.chinese.words import Word, frequency

_IN_USE = frozenset("覃翟乐缪盖华员秘柏牟宓")
"""Family names that are read in two ways, each by some: 覃 Qín and Tán."""
_SEVERAL_IN_NAMES = frozenset(
    "乐重行长为朝盛相晟曾少应与予会调更校降好茜媛柏将济劲量难空卷藏冠兴曲参识单解省炅筠颉莘莞蔚琢澹朴传载薄尽任查"
)
"""Characters that parents give in more than one reading: 乐 of 嘉乐 is lè or yuè."""
_FAMILIES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁沈姚卢傅钟姜崔谭廖汪陆金石"
    "戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严赖洪武莫孔汤常温康施文牛樊庞邢颜倪聂章鲁岳齐梅庄辛管祝左涂谷时舒耿詹欧"
)
"""Other common family names, which have one reading."""
_OF_TWO = re.compile(
    "万俟|欧阳|司马|上官|诸葛|司徒|东方|夏侯|皇甫|尉迟|公孙|长孙|慕容|宇文|令狐|端木|南宫|独孤|呼延|百里|轩辕"
)
"""Family names of two characters."""
_BYLINE = re.compile(
    rf"(?:撰文|采访|整理|编辑|主编|排版|摄影|校对|设计|监制|编译|翻译|图|文|作者)\s?[:：｜|/／·]\s*(?:[{HAN_RANGES}]{{2,4}}[\s、，,]+){{0,3}}$"
)
"""Before who made a piece, and before the second of those: 撰文：冼卓岚　区启乐."""
_WHO = re.compile(r"\w(?:员|师|者|官|代表|主管|助理|顾问|伙计|学生|[父母兄弟姐妹妻])[：:]?$")
"""Before a name, what somebody is, by how such words end: 科员解树藩."""
_SOMEBODY = re.compile(r"\w[人部处科室]$")
"""Perhaps so: 女商人区美儿 and 市场部曾燕, but also 让人解气."""
_CLOSE_GIVEN = re.compile(f"阿[{HAN_RANGES}]|老[大二三四五六七八九]")
"""What follows a family name and hardly anything else: 曾老五, 解阿大."""
_ADDRESSED = ("太", "生", "君", "姐", "哥", "叔", "伯", "姨", "婶")
"""Words of one character that stand behind a family name: 曾太, 单姐."""
_LONGEST = 3
"""Characters of a name."""
_CREDIT = re.compile(r"\s*(?:摄|图|文|[／/]\S{2,4}报[导道])")
"""Behind who made it: 区启乐摄, 单若璇／台南报导."""
_OPEN = re.compile(r"[（(](?:本报)?(?:记者)?$")
_TIME = re.compile(r"[今昨前当上下未没不]|语|云|氏|鞠躬|[谨敬][启上]|致[歉谢]|家属")
"""What else stands behind a name in a report: 单志行下午, 单阿长语记者."""
_NOT_BEFORE_OFFICE = "曾单解仇"
"""Family names whose other word hardly stands before an office, though something stand before it:
感谢曾医生, but 他任经理.
"""
_EVER_BEFORE = ("v", "p", "d", "r", "m", "t", "a", "c", "f", "l", "i", "u")
"""jieba's tags of what the adverb 曾 stands before, once: 曾|多次, 曾|被; a name goes on otherwise: 曾|国|梁."""
_NOUNS = frozenset("华党游谷万云单区员秘乐")
"""Family names whose other word is a noun, or a part of one: no verb behind 局长 that takes 育成."""
_KNOWN_PLACE = 500
"""How often a place may stand in jieba's corpus that somebody is called after: 长乐, not 上海."""
_CALLED = "小老阿"
"""What stands before the name of somebody who is close; 阿 before a given name too."""
_RARE = 60
"""How often a word may stand in jieba's corpus that is likelier a person: 小解."""


class Aloud(NamedTuple):
    """What is known of the readings of names, by the places of their characters."""

    sure: dict[int, str]
    doubted: dict[int, str]
    """An empty reading: that which the character has anyway."""
    names: frozenset[str] = frozenset()
    """Whole names that begin with a family name of two readings, of which it is not certain."""


def names_aloud(
    text: str,
    cut: tuple[Word, ...],
    names: tuple[str, ...] = (),
    persons: frozenset[str] = frozenset(),
    perhaps: frozenset[str] = frozenset(),
) -> Aloud:
    """How family names are read, and which characters of names nobody can be sure of. `names` and
    `persons` as for `surnames`; `perhaps` are names that stand elsewhere, and may be none.

    >>> from build_tools.language.chinese.words import words
    >>> def aloud(text): return names_aloud(text, words(text))
    >>> aloud("记者单阿长报道"), aloud("覃女士与单位")
    (Aloud(sure={2: 'shàn'}, doubted={4: ''}, names=frozenset()), Aloud(sure={}, doubted={0: 'qín'}, names=frozenset()))
    >>> aloud("阿乐说").doubted, aloud("周为民律师").doubted, aloud("商人区美儿说")
    ({1: ''}, {1: ''}, Aloud(sure={}, doubted={2: 'ōu'}, names=frozenset({'区美儿'})))
    """
    sure: dict[int, str] = {}
    doubted: dict[int, str] = {}
    whole: set[str] = set()
    found = surnames(text, names, persons)
    for at, end in found.items():
        if text[at] in READ:
            close = text[at - 1 : at] if end == at + 1 else ""
            if close == "阿":
                doubted[at] = ""
            else:
                of_several = text[at] in _IN_USE or close == "小"
                (doubted if of_several else sure)[at] = READ[text[at]]
        doubted |= _given_names(text, at, end)
    for match in _OF_TWO.finditer(text):
        doubted |= _given_names(text, match.end() - 1, min(len(text), match.end() + 2))
    for number, word in enumerate(cut):
        at = word.start
        if at in found or at + 1 in found:
            continue
        if text[at] in _CALLED and at + 1 < len(text):
            doubted |= _called(text, cut, number)
        if text[at] in READ or text[at] in _FAMILIES:
            end, certain = _name(text, cut, number)
            if end == -1:
                doubted[at] = ""
                continue
            if end and text[at] in READ:
                readings = sure if certain and text[at] not in _IN_USE else doubted
                readings[at] = READ[text[at]]
                whole.add(text[at:end])
            doubted |= _given_names(text, at, end)
    for name in perhaps:
        for match in re.finditer(re.escape(name), text):
            doubted.setdefault(match.start(), READ[name[0]])
            doubted |= _given_names(text, *match.span())
    several = {at: said for at, said in doubted.items() if at not in sure and text[at] in SEVERAL}
    return Aloud(sure, several, frozenset(name for name in whole if len(name) > 1))


def _given_names(text: str, at: int, end: int) -> dict[int, str]:
    return {place: "" for place in range(at + 1, end) if text[place] in _SEVERAL_IN_NAMES}


def _called(text: str, cut: tuple[Word, ...], number: int) -> dict[int, str]:
    """小解, 阿乐: a family name, or a part of the given one."""
    at, word = cut[number].start, cut[number]
    if word.end > at + 2 or (word.end == at + 1 and cut[number + 1].end > at + 2):
        return {}
    char, called = text[at + 1], text[at : at + 2]
    if word.end == at + 2 and frequency(called) > _RARE and not SPEAKS.match(text, at + 2):
        return {}
    if text[at] == "阿":
        return {at + 1: ""} if char in READ or char in _SEVERAL_IN_NAMES else {}
    return {at + 1: READ[char]} if char in READ else {}


class _Around(NamedTuple):
    """What stands before a word that may begin a name."""

    byline: bool
    opened: bool
    """Behind a bracket, which may be a credit: （区启乐摄）."""
    called: bool
    """Behind what somebody is, or a byline."""
    stands: bool
    """Where a name may stand at all."""
    listed: bool


def _around(before: str) -> _Around:
    byline = bool(_BYLINE.search(before))
    called = byline or bool(ROLE.search(before) or _WHO.search(before))
    return _Around(
        byline,
        bool(_OPEN.search(before)),
        called,
        called or bool(BEFORE_NAME.search(before) or _SOMEBODY.search(before)),
        called or before.endswith(("、", "：", "@")),
    )


def _name(text: str, cut: tuple[Word, ...], number: int) -> tuple[int, bool]:
    """Where the name ends that seems to begin with a word, and whether that is certain; 0 where
    none does, -1 where it is as likely something done: 记者查到, 画家查重山.
    """
    at, first = cut[number].start, cut[number]
    around = _around(text[max(0, at - 24) : at])
    if EVER.match(text, at):
        return 0, False
    if first.end == at + 1:
        if end := _addressed(text, cut[number + 1 : number + 2], at, around):
            return end, end == at + 3 and around.called
        if around.listed and _is_done(text, cut[number + 1 : number + 2], at):
            return -1, False
    if around.stands:
        for count in (1, 2):
            if rest := _rest(text, cut, number, count, around):
                end, certain = _ends(text, at, rest, around, cut[number + 1 + count :][:1])
                if end:
                    return end, certain and (first.end == at + 1 or around.byline)
    if end := _no_adverb(text, cut, number, around):
        return end, False
    after = cut[number + 1 : number + 2]
    named = bool(after) and after[0].part_of_speech in ("nr", "ns", "nz", "nt")
    return (-1, False) if around.called and first.end == at + 1 and named else (0, False)


def _no_adverb(text: str, cut: tuple[Word, ...], number: int, around: _Around) -> int:
    """Where a name ends that begins with 曾 and cannot be the adverb, for what follows is no
    predicate, but may be a given name before one: 驾驶|曾|国|梁|告诉; -1 where nothing follows: 曾|富|里.
    """
    at, behind = cut[number].start, cut[number + 1 : number + 4]
    if text[at : cut[number].end] != "曾" or not behind:
        return 0
    for count in (2, 1):
        rest, after = behind[:count], behind[count : count + 1]
        if (
            len(rest) == count
            and rest[-1].end <= at + _LONGEST
            and not rest[0].part_of_speech.startswith(_EVER_BEFORE)
            and is_given(text, rest, doubtful=True)
            and not _known_place(text, rest)
        ):
            named = around.called or SPEAKS.match(text, rest[-1].end) or _is_verb(after)
            return rest[-1].end if named else -1
    return 0


def _known_place(text: str, rest: tuple[Word, ...]) -> bool:
    """Whether a name of two characters is a place that everybody knows, and so no given name."""
    here = text[rest[0].start : rest[-1].end]
    return rest[0].part_of_speech == "ns" and frequency(here) > _KNOWN_PLACE


def _is_verb(words: tuple[Word, ...]) -> bool:
    return bool(words) and words[0].part_of_speech.startswith("v")


def _addressed(text: str, after: tuple[Word, ...], at: int, around: _Around) -> int:
    """Where it ends with what people are called: 曾太, 区经理, 曾老五; 0 where it does not."""
    if _CLOSE_GIVEN.match(text, at + 1):
        return at + 3
    office = OFFICE.match(text, at + 1) and (around.stands or text[at] in _NOT_BEFORE_OFFICE)
    called = around.stands and after and text[at + 1 : after[0].end] in _ADDRESSED
    return at + 2 if called and not office else at + 1 if office else 0


def _is_done(text: str, after: tuple[Word, ...], at: int) -> bool:
    """Whether a verb and one character stand there, that may be a name: 查|到, 任|重."""
    return bool(
        text[at] in ALSO_A_VERB
        and after
        and after[0].end == at + 2
        and AFTER_NAME.match(text, at + 2)
        and not is_given(text, after, doubtful=True)
    )


def _rest(
    text: str, cut: tuple[Word, ...], number: int, count: int, around: _Around
) -> tuple[Word, ...]:
    """The words of the given name, the next or the next two; part of the first where that begins
    with the family's; none where they cannot be one.
    """
    at, first = cut[number].start, cut[number]
    rest = cut[number + 1 : number + 1 + count]
    if first.end > at + 1:
        rest = (Word(at + 1, first.end, "nr"), *rest[: count - 1])
        person = first.part_of_speech == "nr" and frequency(text[at : first.end]) <= _RARE
        noun = around.called and not around.byline and count == 2 and first.end == at + 2
        titled = text[at] in _FAMILIES and _titled(text, rest[-1].end)
        if not (person or titled or (noun and first.part_of_speech.startswith("n"))):
            return ()
    end = rest[-1].end if rest else at + 1
    return rest if 1 < end - at <= _LONGEST and len(HAN.findall(text, at, end)) == end - at else ()


def _ends(
    text: str, at: int, rest: tuple[Word, ...], around: _Around, after: tuple[Word, ...]
) -> tuple[int, bool]:
    """Whether a name ends behind these words, by what follows: where, and whether that is certain."""
    end, verb, family = rest[-1].end, text[at] in ALSO_A_VERB, text[at] in _FAMILIES
    titled = _titled(text, end)
    if (around.byline or around.opened) and _CREDIT.match(text, end):
        return end, True
    if not (
        around.byline or is_given(text, rest, verb and not around.called) or (family and titled)
    ):
        return 0, False
    if AFTER_NAME.match(text, end) or SPEAKS.match(text, end) or _TIME.match(text, end):
        return end, around.called and (around.byline or not verb or is_given(text, rest, verb))
    likely = len(rest) > 1 or family or (text[at] in _NOUNS and _is_verb(after))
    likely = likely or (
        end == at + _LONGEST
        and is_given(text, rest, doubtful=True)
        and not _known_place(text, rest)
    )
    return (end, False) if titled or (around.called and likely) else (0, False)


def _titled(text: str, end: int) -> bool:
    return bool(PERSON.match(text, end) or OFFICE.match(text, end))
