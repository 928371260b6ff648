"""Which language and script words are in, as a page says it (BCP 47)."""

import re

from build_tools.language.chinese.han import HAN, HAN_RANGES
from build_tools.language.chinese.script import detect_script, foreign
from build_tools.language.chinese.words import words
from build_tools.language.not_words import without

_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
WORD = re.compile(
    rf"(?:(?<=[{HAN_RANGES}])|(?<!\w))[A-Za-zÀ-ɏ](?:[A-Za-zÀ-ɏ'’-]*[A-Za-zÀ-ɏ])?(?![^\W{HAN_RANGES}])"
)
"""A Latin word; what is joined with digits (a6abk9oi) is none."""
_SPOKEN = re.compile("..*[aeiouyà-ɏ]|[aeiouyà-ɏ].", re.IGNORECASE)
"""What can be said: `xx` and a single letter are of no language."""
_ENDED = re.compile(r"[.!?][\"”’')\]]*$")
ENDED_CHINESE = re.compile(r"[。！？，；]|[.!?,;]$")
_PROSE, _CLAUSE = 4, 8
"""English words in small letters, and Chinese characters, from which a line without punctuation is
a clause, and no name or title.
"""
ENGLISH_FOR_CHINESE = 3.6
"""Letters for a character."""
_BOTH = 0.3
"""How much of a line each language must be, Chinese by what it would be in English, to make it a
line of both.
"""
_LONG_WORD = re.compile(r"(?<!\w)(?:[A-Z]?[a-z]{3,}|[A-Z]{4,})(?!\w)(?<=\w{4})")
"""A Latin word that is hardly an abbreviation, as KOL is, no word of a Chinese sentence, as in Facebook群组, and no brand's
or board's name, as WhatsApp and PR_Work are.
"""
_BETWEEN = r"[\s/／|｜·•—–,，-]*"
_BESIDE = re.compile(rf"[A-Za-z]{_BETWEEN}[{HAN_RANGES}]|[{HAN_RANGES}]{_BETWEEN}[A-Za-z]")
"""The two languages next to each other: no number stands between, as in `date 2026-02-05 快訊`."""
_FIELDS = re.compile(r"\s*[|｜·•]\s*|\s{2,}")
_SWITCH = re.compile(r"English|EN|[中英]文(?:版)?|[繁簡简][體体]?(?:中文)?|\W")
"""What stands between the links of a row, and the links with which a reader changes the language."""
_BINDING = "vdpu"
"""jieba's tags of verbs, adverbs, prepositions and particles, one of which a clause has."""


def language(text: str, chinese: str) -> str:
    """`en`, `ja`, `ko` or the given kind of Chinese, by the share of Han characters, Latin letters,
    kana and hangul. A line of both, if it is no English sentence, is Chinese, for only its Chinese
    changes with the reader's script.

    >>> language("IT之家 1 月 7 日消息", "zh-Hans"), language("Xin Lang Cai Jing", "zh-Hans"), language("お詫び申し上げます", "zh-Hans")
    ('zh-Hans', 'en', 'ja')
    >>> language("※ 文章網址: https://www.example.org/bbs/Gossiping/M.1725", "zh-Hant")
    'zh-Hant'
    >>> language("Executive Directors 執行董事: John Slosar 史樂山, Rupert Hogg 何杲", "zh-Hant"), language("The founder, Lei Jun (雷军), apologised.", "zh-Hans")
    ('zh-Hant', 'en')
    """
    if known := foreign(text):
        return known
    chars, latin = len(HAN.findall(text)), len(_LATIN.findall(without(text)))
    return (
        chinese
        if chars and (3 * chars >= latin or (says_both(text) and not is_prose(text, "en")))
        else "en"
    )


def has_words(text: str) -> bool:
    """Whether there is a word of any language.

    >>> has_words("致歉"), has_words("KOL"), [has_words(each) for each in ("0%(0)", "xx", "103519a6abk9oi8i0kxd0y.png", "https://example.com/news")]
    (True, True, [False, False, False, False])
    """
    text = without(text)
    return any(char.isalpha() and char > "ɏ" for char in text) or any(
        _SPOKEN.match(word) for word in WORD.findall(text)
    )


def is_prose(text: str, lang: str) -> bool:
    """Whether a line is a clause or sentence of its language: a name, title or button says nothing
    in it.

    >>> [is_prose(words, "en") for words in ("We are sorry.", "the company would refund them", "Powered by Discuz!", "Golden Ladle Fan", "iPhone 15 Pro Max")]
    [True, True, False, False, False]
    >>> [is_prose(words, "zh-Hans") for words in ("对不起。", "渡轮公司就时刻表错误致歉", "四川维达纸业有限公司", "联系我们 关于我们")]
    [True, True, False, False]
    """
    if lang == "en":
        said = WORD.findall(text)
        small = sum(word.islower() for word in said)
        return (small >= _PROSE and 2 * small > len(said)) or (
            small > 1 and len(said) > 2 and bool(_ENDED.search(text.rstrip()))
        )
    runs = [run for run in text.split() if len(HAN.findall(run)) >= _CLAUSE]
    return bool(ENDED_CHINESE.search(text.rstrip())) or any(
        word.part_of_speech[0] in _BINDING for run in runs for word in words(run)
    )


def says_both(text: str) -> bool:
    """Whether a line is its own translation, and needs no other.

    >>> says_both("目录 Contents"), says_both("MEDIA STATEMENT / 新聞稿"), says_both("The founder, Lei Jun (雷军), apologised."), says_both("雷军发布小米SU7 Ultra")
    (True, True, False, False)
    >>> says_both("Media contact 媒体联络：press@greenhollow.example"), says_both("（Facebook群組「日出康城│TKO‧LOHAS PARK」圖片）"), says_both("date 2026-02-05 快訊")
    (True, False, False)
    >>> says_both("首页 Home | 关于我们 About | 新闻 News | 联系 Contact"), says_both("繁體中文 English")
    (False, False)
    >>> says_both("推 greenpen: 推！"), says_both("看板PR_Work"), says_both("分享 Facebook WhatsApp 複製連結 收藏")
    (False, False, False)
    """
    bare = without(text)
    if len(_FIELDS.split(bare.strip())) > 3 or not _SWITCH.sub("", bare).strip():
        return False
    said = _LONG_WORD.findall(bare)
    zh, en = len(HAN.findall(bare)) * ENGLISH_FOR_CHINESE, sum(map(len, said))
    return (
        min(zh, en) > _BOTH * (zh + en)
        and any(word[0].isupper() for word in said)
        and bool(_BESIDE.search(bare))
    )


def in_script(text: str, lang: str, around: str) -> str:
    """The kind of Chinese that words clearly are, else that of what is around them: a paragraph of
    its text, a sentence of its paragraph.

    >>> in_script("記者會後道歉", "zh-Hans", "zh-Hans"), in_script("小米公司", "zh-Hant-TW", "zh-Hant-TW"), in_script("记者会", "zh-Hant", "zh-Hant-HK")
    ('zh-Hant', 'zh-Hant-TW', 'zh-Hans')
    """
    if not lang.startswith("zh"):
        return lang
    found = detect_script(text, least=2)
    return around if found is None or around.startswith(found) else found
