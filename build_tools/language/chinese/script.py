"""Which script Chinese words are written in, where Traditional ones were written, and which words
with Han characters are no Chinese.
"""

import re
from functools import lru_cache
from typing import Literal

from build_tools.language.chinese.han import HAN
from build_tools.language.chinese.one_to_many import ONE_TO_MANY
from build_tools.language.chinese.opencc_settings import plain
from build_tools.language.chinese.variants import VARIANTS

EITHER = (
    "㐹万丑丰于云亘仆价伙余佣党准几凶划占厂厘台叶吁吃后咨咸唇夸尸岩岳帘干广征愿挂据斗"
    "朴杠杰极柜涂涌淀游熏皂确种筑胜腊腌膻苹范荐虫蚝蜡蝎跖辟适郁采里雇"
    "乾剋劄吒夥徵扞於昇氾祕脩蒐薹袷谿釐陞麽"
)
"""Characters that OpenCC converts but that are also at home in the other script: 后 in 皇后, 乾 in 乾隆.

Its character tables list them among their own alternatives (`后 → 後 后`). The Python package does not
show alternatives, so they stand here; a test compares them with the tables of the installed
release.
"""

_LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_PROSE = 4
"""Words in small letters from which a text is a sentence, and no name or title."""
CLEAR_MAJORITY = 3
"""One script's characters must be more than so many times as frequent as the other's: a quoted name
is no doubt.
"""


_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\u30fc\uff66-\uff9d]")
_HANGUL = re.compile(r"[\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e]")

_OF_REGIONS = {
    "zh-Hant-TW": (
        "[裡汙]|[隨看接跟沿執穿說想走站拿帶等]著",
        "網路|軟體|硬體|行銷|計程車|部落格|簡訊|數位|臉書|新[臺台]幣|罰鍰|業配|公[分克](?!司)|矽|客訴|統編|(?<!\\d)1[01]\\d年\\d{1,2}月|記者[^，。／/]{2,8}[／/][^，。／/]{2,4}報導",
        "捷運|立委|行政院|總統府|民進黨|新北|高雄|台中市|桃園|縣政府|衛福部|食藥署",
    ),
    "zh-Hant-HK": (
        "[裏衞着綫牀啓説]",
        "[嘅咗唔佢喺哋嚟冇啲嘢㗎嗰]|質素|的士(?![氣兵官])|屋邨|港聞|本港|而家|網絡|軟件|硬件",
        "港鐵|港元|港幣|特首|立法會議員|香港特區|廉署|旺角|銅鑼灣|九龍",
    ),
}
"""For each region, characters that it prints and the other does not, words that it uses and the
other hardly, and what is there and named by others too.
"""
_PLAIN = 3
"""So many different words tell a region without its characters, if one at least is its own, and
nothing speaks for the other.
"""


def region_of(text: str) -> str | None:
    """The region whose print a Traditional text is; None where it is not certain.

    Its characters and its words must speak for it, or several words, of which one is its own, and
    nothing for the other: 裏 alone was printed everywhere in 1930, and of 高雄 Hong Kong writes too.

    >>> region_of("隨著影片在網路裡瘋傳"), region_of("港鐵車廂裏有人爭執"), region_of("衞生局說這裏沒有問題")
    ('zh-Hant-TW', 'zh-Hant-HK', None)
    >>> region_of("臉書道歉，罰鍰新臺幣十萬元"), region_of("佢哋唔肯道歉"), region_of("立委在高雄道歉，行政院回應")
    ('zh-Hant-TW', 'zh-Hant-HK', None)
    """
    characters, own, named = (
        {region: len({*re.findall(signs[kind], text)}) for region, signs in _OF_REGIONS.items()}
        for kind in range(3)
    )
    words = {region: own[region] + named[region] for region in own}
    sure = [
        region
        for region, other in zip(own, reversed(own), strict=True)
        if not characters[other]
        and (
            (characters[region] and words[region] > words[other])
            or (own[region] and words[region] >= _PLAIN and not own[other])
        )
    ]
    return sure[0] if len(sure) == 1 else None


def foreign(text: str) -> Literal["ja", "ko"] | None:
    """`ja` or `ko` where kana or hangul make up enough of it; one の in a Chinese slogan does not.

    >>> foreign("東京で謝罪の会見"), foreign("샤오미가 사과했다"), foreign("优の良品"), foreign("小米道歉")
    ('ja', 'ko', None, None)
    """
    kana, hangul, han = (len(letters.findall(text)) for letters in (_KANA, _HANGUL, HAN))
    latin = sum(char.isascii() and char.isalpha() for char in text)
    if hangul > max(kana, han, latin // 3):
        return "ko"
    return "ja" if kana > 1 and 6 * kana >= han and 3 * kana >= latin else None


def detect_script(
    text: str, least: int = 1, majority: int = CLEAR_MAJORITY
) -> Literal["zh-Hans", "zh-Hant"] | None:
    """The script of the text, or None where too little speaks for either.

    Counts the characters that only one script uses. Taiwan and Hong Kong cannot be told apart so.
    Of 8 Chinese characters on end about 94 in 100 windows are decided, of 20 nearly all. `least`
    different ones must speak.

    >>> detect_script("雷军回应小米KOL投放争议"), detect_script("雷軍回應小米KOL投放爭議")
    ('zh-Hans', 'zh-Hant')
    >>> detect_script("小米公司") is None
    True
    """
    only_simplified, only_traditional = characters_of_one_script()
    simplified = sum(map(only_simplified.__contains__, text))
    traditional = sum(map(only_traditional.__contains__, text))
    if simplified > majority * traditional and _several(only_simplified, text, least):
        return "zh-Hans"
    if traditional > majority * simplified and _several(only_traditional, text, least):
        return "zh-Hant"
    return None


def _several(chars: frozenset[str], text: str, least: int) -> bool:
    return len(chars.intersection(text)) >= least


def is_english(text: str) -> bool:
    """Whether what should be Chinese is English prose: more words in small letters than Chinese
    characters, and than other words.

    Names are none: they may be the same in Chinese.

    >>> is_english("Xiaomi responded to the criticism of 雷军."), is_english("Journal of the American Medical Association"), is_english("OPPO")
    (True, False, False)
    """
    words = _LATIN_WORD.findall(text)
    small = sum(word.islower() for word in words)
    return bool(small >= _PROSE and small > len(words) / 2 and small > len(HAN.findall(text)))


@lru_cache(maxsize=1)
def characters_of_one_script() -> tuple[frozenset[str], frozenset[str]]:
    """Simplified-only and Traditional-only characters: 军 and 軍, but neither 后 nor 秘.

    秘, 群 and 户 look Simplified to `s2t`, whose standard is 祕, 羣 and 戶, but Taiwan or Hong Kong
    writes them. 衞 is known to `hk2s` alone.
    """
    to_traditional, to_simplified = _changes("s2t"), _changes("t2s") | _changes("hk2s")
    regional = {*_changes("t2tw").values(), *_changes("t2hk").values()}
    both = to_traditional.keys() & to_simplified.keys() | set(EITHER)
    return frozenset(to_traditional.keys() - both - regional), frozenset(
        to_simplified.keys() - both
    )


@lru_cache(maxsize=2)
def usual_forms(lang: str) -> dict[str, str]:
    """Each Simplified character that a region prints otherwise, with its usual form there: 说 → 說
    in Taiwan, 説 in Hong Kong.
    """
    return _changes({"zh-Hant-TW": "s2tw", "zh-Hant-HK": "s2hk"}[lang])


def in_other_characters(simplified: str, form: str) -> bool:
    """Whether a Traditional form is the Simplified word in other characters, and not another word.

    >>> in_other_characters("范佳来", "范佳來"), in_other_characters("钟国峰", "鍾國峯"), in_other_characters("奥巴马", "歐巴馬"), in_other_characters("悉尼", "雪梨")
    (True, True, False, False)
    """
    return len(simplified) == len(form) and all(
        there
        in (
            here,
            *ONE_TO_MANY.get(here, ()),
            usual_forms("zh-Hant-TW").get(here),
            usual_forms("zh-Hant-HK").get(here),
        )
        or here in (_changes("t2s").get(there), VARIANTS.get(there))
        for here, there in zip(simplified, form, strict=True)
    )


@lru_cache(maxsize=2)
def old_forms(lang: str) -> dict[str, str]:
    """Traditional characters that are only older shapes of a region's own, with that: 眞 → 真.

    They have no place in Big5, the character set of Taiwan's print, and the region prints no other
    character for their Simplified one.

    >>> [old_forms("zh-Hant-TW").get(char) for char in "眞敎衆鉅舖"]
    ['真', '教', '眾', None, None]
    """
    found, printed = {}, {*_changes("t2tw").values(), *_changes("t2hk").values()}
    for char, simplified in (_changes("t2s") | VARIANTS).items():
        form = usual_forms(lang).get(simplified, simplified)
        if (
            form != char
            and char not in printed
            and len(ONE_TO_MANY.get(simplified, "一")) == 1
            and _in_big5(form)
            and not _in_big5(char)
        ):
            found[char] = form
    return found


def _in_big5(char: str) -> bool:
    try:
        return bool(char.encode("big5"))
    except UnicodeEncodeError:
        return False


@lru_cache(maxsize=1 << 16)
def has_place_in_gbk(char: str) -> bool:
    """Whether a character, of either script, is among the 21,000 of GBK, which all Chinese fonts
    have: GB 18030 writes those in two bytes.

    >>> [has_place_in_gbk(char) for char in "阵說説䴙𠮶㖊"]
    [True, True, True, True, False, False]
    """
    return not "\ud800" <= char <= "\udfff" and len(char.encode("gb18030")) <= 2


@lru_cache(maxsize=8)
def _changes(config: str) -> dict[str, str]:
    """Each Chinese character that OpenCC changes when it stands alone, with what becomes of it: 军
    → 軍.
    """
    each = _characters()
    converted = plain(config).convert("\n".join(each)).split("\n")
    return {before: after for before, after in zip(each, converted, strict=True) if before != after}


@lru_cache(maxsize=1)
def _characters() -> list[str]:
    """The Chinese characters of Unicode's first plane."""
    return HAN.findall("".join(map(chr, (*range(0xD800), *range(0xE000, 0x10000)))))
