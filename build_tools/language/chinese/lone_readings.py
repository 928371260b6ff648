"""How a character with several readings is read where no phrase of the dictionary tells it: 为 is
wéi, to be, or wèi, for.
"""

import re

from build_tools.language.chinese.beside import meant
from build_tools.language.chinese.readings_beside import AROUND_IT, NUMBER, WITHIN_ITS_WORD
from build_tools.language.chinese.words import Word, frequency

_CHILD = re.compile(
    "[男女弟父母夫亲孝长次养幼独义世嗣王太公君才学士臣妃天人犬骄赤浪游孺童仙教逆孔孟荀墨韩非诸哲西"
    "电分原粒离质中因量光介核重转定算配弹孢精卵莲瓜松棋黑石舟双甲丙戊庚壬]子$"
)
"""Words that end with 子, zǐ: a child or person, a master, a particle, a seed. At the end of other
nouns it is the suffix, zi: 桌子.
"""
_CHILD_OR_SUFFIX = frozenset(["老子", "孙子", "庄子"])
"""The master, or the father and the grandson and the farmstead."""
_COMMON = 1000
"""So frequent a noun ends in 子 whatever jieba takes its word for: 房子 of 盖房子, to it a name."""
_VERBS = {"量": "liáng", "教": "jiāo", "数": "shǔ", "种": "zhòng"}
"""Characters that are read so as verbs: 教过 and 数一下, but 佛教 and 人数."""
_ACTS = re.compile("[了过着完]|一[下遍次数量]|[你我他她它咱给出]|大家|您")
"""After a verb."""
_NAMED = re.compile(
    r"(?:以下|如下|分别|[均皆共约仅即])$|主要$|(?<![可所难予加足得])以(?![及后来前上下内外])\W?\w{1,12}\W?$|多$"
)
"""Before 为, to be: 以下为全文, 以和平为主题."""
_COUNTED = re.compile(rf"{NUMBER}|[每近约逾超零负]|[期止主例限准由]")
"""After 为, to be: 利润为三亿元."""
_CLOSING = "”’」』》）】"
"""Behind what is a noun as well: “牛煜”为化名."""
_WHY = re.compile(r"[此何了]|什么")
"""After 为, for: 应为此负责."""
_WILL = re.compile(
    r"(?:[要会能可应该愿想须将先]|决定|表示|承诺|希望|计划|拒绝|继续|负责|准备|愿意|必须|可以|打算|努力|专门|请勿)$"
)
"""Before 为, for, though it is a verb: 愿意为用户承担."""
_GOT = re.compile(r"[知到出以分奖票主]|[了过](?!\w*[好清])")
"""After 得, to get."""
_PARTICLE = {("的", "uj"): "de", ("了", "ul"): "le", ("都", "d"): "dōu"}
"""Characters that jieba takes for particles and adverbs, whatever a dictionary makes of them and
what stands beside them: 视频中|的, not 中的.
"""
_OF_ACTS = ("v", "d", "p", "c", "r")
"""jieba's tags of what follows only: 只|赔."""
_SUMMED = "每全各皆人们家谁啥的了也连天年"
"""What stands before the adverb 都, alone: 谁都, 天天都."""
_AT_THE_END = {"么": "ma", "哦": "o"}
"""Particles at the end of a clause, each with the likelier of its readings: 是吃干饭的么?"""
_ENDS = re.compile(r"\W|$")
_PAST = re.compile(r"\d|[百千万亿半]")
"""After 过, to be more than: 累计过亿."""
_EVER = re.compile(r"(?:没|未|曾|从来)[^，。！？；]{0,6}$")
"""What is asked or told of experience before 过: 没停过."""
_GAINED = "征录摘既兼捧求挣复彼乍"
"""Before 得 in one word: 征得, to obtain, and names (彼得)."""


def lone_reading(text: str, at: int, cut: tuple[Word, ...], number: int) -> tuple[str, bool] | None:
    """How the character at `at`, in the word `number` of `cut`, is read, and whether that is sure;
    None where nothing here tells.

    >>> from build_tools.language.chinese.words import words
    >>> def read(text, char): return next(lone_reading(text, text.index(char), words(text), n) for n, w in enumerate(words(text)) if w.end > text.index(char))
    >>> read("利润为三亿元", "为"), read("律师为当事人辩护", "为"), read("他长了一岁", "长"), read("我们得承担责任", "得")
    (('wéi', True), ('wèi', True), None, ('děi', True))
    """
    here = text[cut[number].start : cut[number].end]
    if said := within_word(text, at, cut[number]):
        return said, True
    if text[at] == "子":
        return _zi(text, at, cut[number])
    if text[at] == "为":
        return _wei(text, at, cut, number)
    if text[at] == "得" and cut[number].end == at + 1:
        return _de(text, at, cut, number)
    if text[at] == "过" and here == "过" and number:
        return _guo(text, at, cut[number - 1])
    if here == "都" and number and _ends_name(text, cut, number):
        return "dū", False
    if text[at] in _AT_THE_END and cut[number].end == at + 1 and _ENDS.match(text, at + 1):
        return _AT_THE_END[text[at]], False
    if text[at] in _VERBS and cut[number].start == at and _ACTS.match(text, at + 1):
        return _VERBS[text[at]], True
    said = meant(AROUND_IT, text, at, at + 1) or particle(text, cut[number])
    if not said and here == "只" and _tag(cut, number + 1).startswith(_OF_ACTS):
        said = "zhǐ"
    return (said, True) if said else None


def _ends_name(text: str, cut: tuple[Word, ...], number: int) -> bool:
    """Whether 都 stands between one character and a noun, which is no predicate: 维|都|电视."""
    before = cut[number - 1]
    return (
        before.end == before.start + 1
        and text[before.start].isalpha()
        and text[before.start] not in _SUMMED
        and _tag(cut, number + 1).startswith("n")
    )


def _guo(text: str, at: int, before: Word) -> tuple[str, bool] | None:
    """过 behind a verb is the particle guo, surely in 没停过; to go past in 走过大堂."""
    if not before.part_of_speech.startswith("v") or _PAST.match(text, at + 1):
        return None
    return "guo", bool(_EVER.search(text, 0, before.start))


def particle(text: str, word: Word) -> str | None:
    """How a word of one character is read that its part of speech tells: 的, 了, 都."""
    return _PARTICLE.get((text[word.start : word.end], word.part_of_speech))


def _tag(cut: tuple[Word, ...], number: int) -> str:
    return cut[number].part_of_speech if number < len(cut) else ""


def within_word(text: str, at: int, word: Word) -> str | None:
    """How the character is read by the rest of its word: 率 of 率队."""
    here = text[word.start : word.end]
    return (
        meant(WITHIN_ITS_WORD, here, at - word.start, at - word.start + 1)
        if len(here) > 1
        else None
    )


def _zi(text: str, at: int, word: Word) -> tuple[str, bool]:
    """子 is the suffix zi at the end of a noun that is nobody's name, and at that of the first of
    two in one word: 种子|选手; else zǐ.
    """
    here = text[word.start : word.end]
    if here in _CHILD_OR_SUFFIX:
        return "zǐ", False
    if (
        word.start < at < word.end - 1
        and frequency(text[word.start : at + 1])
        and not _CHILD.search(text[word.start : at + 1])
    ):
        return "zi", word.end > at + 2 and frequency(text[at + 1 : word.end]) > 0
    suffix = (
        word.end == at + 1 > word.start + 1
        and (word.part_of_speech not in ("nr", "nz") or frequency(here[-2:]) > _COMMON)
        and not _CHILD.search(here)
    )
    return ("zi" if suffix else "zǐ"), True


def _wei(text: str, at: int, cut: tuple[Word, ...], number: int) -> tuple[str, bool]:
    """为 is “for” where its noun is followed by what is done for it, and “to be” behind a verb
    (任命为) and before what something is.
    """
    if _WHY.match(text, at + 1):
        return "wèi", True
    clause = _clause(text, cut, number + 1)
    before = cut[number - 1] if number else None
    if (
        cut[number].end > cut[number].start + 1
        or any(text[word.start : word.end] == "所" for word in clause)
        or _NAMED.search(text, max(0, at - 14), at)
    ):
        return "wéi", True
    if before is None or (
        before.part_of_speech == "x"
        and not text[before.start].isalnum()
        and text[at - 1] not in _CLOSING
    ):
        return ("wéi", False) if _COUNTED.match(text, at + 1) else ("wèi", True)
    will, behind_verb = bool(_WILL.search(text, 0, at)), before.part_of_speech == "v"
    last = max(
        (place for place, word in enumerate(clause) if word.part_of_speech == "uj"), default=-1
    )
    perhaps, does = _does(clause, will), _does(clause[last + 1 :], will)
    if behind_verb and not will:
        return "wéi", not perhaps
    if _COUNTED.match(text, at + 1):
        return ("wèi", False) if perhaps else ("wéi", True)
    return "wèi" if perhaps or will else "wéi", does and clause[0].part_of_speech != "v"


def _does(words: list[Word], will: bool) -> bool:
    """Whether a verb stands behind the first word, or what is a noun as well (服务) where a verb is
    due.
    """
    tags = [word.part_of_speech for word in words] + [""]
    return any(
        tag == "v"
        or (
            tag == "vn"
            and (before in ("r", "nr") or after == "ul" or (will and not after.strip("x")))
        )
        for before, tag, after in zip(tags, tags[1:], [*tags[2:], ""], strict=False)
    )


def _clause(text: str, cut: tuple[Word, ...], number: int) -> list[Word]:
    found = []
    for word in cut[number:]:
        if text[word.start] in "，。！？；：,;!?\n":
            break
        found.append(word)
    return found


def _de(text: str, at: int, cut: tuple[Word, ...], number: int) -> tuple[str, bool]:
    """得 is “must” between who must (or a word like 还) and what, a particle after what is done,
    and else “to get”.
    """
    if cut[number].start < at:
        return ("dé", True) if text[at - 1] in _GAINED else ("de", False)
    before, after = (
        cut[place] if 0 <= place < len(cut) else None for place in (number - 1, number + 1)
    )
    if after is None or not text[after.start].isalnum():
        return "dé", False
    if _GOT.match(text, at + 1):
        return "dé", False
    if (
        before is None
        or not text[before.start].isalnum()
        or before.part_of_speech[0] in "rd"
        or before.part_of_speech in ("nr", "ns", "nt", "n", "t")
    ):
        if before and before.end == before.start + 1 and before.part_of_speech == "n":
            return "děi", False
        acts = after.part_of_speech[0] in "vpd" or after.part_of_speech in ("l", "i")
        return ("děi", True) if acts else ("dé", False)
    return "de", before.part_of_speech[0] in "va"
