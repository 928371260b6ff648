"""Text that mixes both scripts -> the same text in one: 眾人说明 in the Traditional view is
眾人說明.
"""

from collections.abc import Iterable
from functools import lru_cache

from build_tools.language.chinese.by_words import told_alone
from build_tools.language.chinese.han import HAN
from build_tools.language.chinese.script import EITHER, characters_of_one_script, usual_forms
from build_tools.language.chinese.surnames import TRADITIONAL
from build_tools.language.chinese.words import Word, words

_BESIDE = frozenset(EITHER) | {"著"}
"""Characters of both scripts, of which the word decides: 后 of 后来 is 後, that of 皇后 stays."""

_ANOTHER_WORD = frozenset(
    "万丑于云价余党准几厂叶后咸干广征愿据斗朴极柜涂种筑胜腊苹范荐适郁里确系面只松谷姜制舍板困"
)
"""Of them and of those that OpenCC keeps by themselves, the ones that Traditional print has for
another word alone: 后 the queen, 里 the mile.

布, 周, 游, 采 and the like are none: 公布 and 公佈 are both printed."""


_NAMES = frozenset(char for char, form in TRADITIONAL.items() if char == form) - {"于"}
"""Those that are family names in Traditional print too: alone they may be somebody's, 涂 of 涂|鳳|英."""
_ONCE_PRINTED = frozenset("并")
"""What Traditional print had for the same word until it chose another: 并 for 並, as in papers of 1930. It is one of
the other script only beside such a one, or beside the form that was chosen.
"""

_NEWER = frozenset("並併")
"""The forms that were chosen for it."""
_COMMON = {
    "zh-Hans": ("gb2312", b"\xf7\xfe", "後"),
    "zh-Hant-TW": ("big5", b"\xc6\x7e", "么儿听坏扑"),
    "zh-Hant-HK": ("big5", b"\xc6\x7e", "么儿听坏扑"),
}
"""The national character set of each script, with its last character in common use, and what it
counts among them though hardly anybody prints it.
"""


_IN_NAMES = frozenset("恒")
"""What Hong Kong prints as Simplified does (恒生, and 恒 in its list of characters), Taiwan in names:
曾志恒 is no 曾志恆.
"""


@lru_cache(maxsize=4)
def strangers(lang: str) -> frozenset[str]:
    """The characters that nobody prints in this Chinese: 说 and 么 in Taiwan's, 說 and 衞 in
    Simplified.

    Those of both are none: 晒 and 霉, which OpenCC takes for Simplified, are in common use in
    Taiwan.

    >>> [char for char in "说说么后群裏晒" if char in strangers("zh-Hant-TW")], [char for char in "说說衞后群裏捱" if char in strangers("zh-Hans")]
    (['说', '说', '么'], ['說', '衞', '裏'])
    """
    only_traditional = characters_of_one_script()[1]
    found = (
        only_traditional
        if lang == "zh-Hans"
        else usual_forms(lang).keys() - only_traditional - set(EITHER) - _IN_NAMES
    )
    charset, last, seldom = _COMMON[lang]
    return frozenset(
        char for char in found if char in seldom or not b"" < char.encode(charset, "ignore") <= last
    )


def is_mixed(texts: Iterable[str]) -> bool:
    """Whether Traditional texts of one source hold at least two different characters that only
    Simplified has: one may be a quoted name.

    >>> is_mixed(["應于三日内完成", "范圍过大"]), is_mixed(["公司並未違反規定，他說“说”"])
    (True, False)
    """
    alien = strangers("zh-Hant-TW")
    return len({char for text in texts for char in text if char in alien}) > 1


def in_one_script(
    text: str, lang: str, simplified: str, converted: str, mixed: bool = False
) -> str:
    """The text with the form that `converted`, all of it converted to `lang` from `simplified`, has
    for each stranger; its own characters stay.

    Beside a stranger a character of both scripts is one too, unless its word is of this script: 于
    for 於, but 台 of 台灣. `mixed` tells that there are strangers elsewhere in its source.

    >>> in_one_script("后来眾人說皇后爲難，于台灣", "zh-Hant-TW", "后来众人说皇后为难，于台湾", "後來眾人說皇后為難，於臺灣")
    '後來眾人說皇后爲難，於台灣'
    """
    done, alien = list(text), strangers(lang)
    own = characters_of_one_script()[lang != "zh-Hans"]
    cut = words(text)
    strays = misspelt(text, converted, cut) if lang != "zh-Hans" else frozenset()
    beside = bool(strays) or not alien.isdisjoint(text) or _has_newer(text, converted)
    if not beside and not mixed:
        return text
    if lang != "zh-Hans":
        strays |= _beside_strangers(text, simplified, converted, cut)
    for word in cut:
        here = text[word.start : word.end]
        doubtful = beside and (not alien.isdisjoint(here) or own.isdisjoint(here))
        doubted = _BESIDE - _NAMES if len(here) == 1 else _BESIDE
        for at in range(word.start, word.end):
            if text[at] in alien or at in strays or (doubtful and text[at] in doubted):
                done[at] = converted[at]
    return "".join(done)


def _has_newer(text: str, converted: str) -> bool:
    """Whether the text has a form, too, that print has now for what it writes as it once was: 並
    beside 一并.
    """
    return any(
        old in _ONCE_PRINTED and old != new and not _NEWER.isdisjoint(text)
        for old, new in zip(text, converted, strict=True)
    )


def _beside_strangers(
    text: str, simplified: str, converted: str, cut: tuple[Word, ...]
) -> frozenset[int]:
    """What is one of the other script too where others are: 并, and a character alone of which what
    stands around it tells the word, as of 三|只|船.
    """
    return frozenset(
        at
        for word in cut
        for at in range(word.start, word.end)
        if text[at] != converted[at]
        and word.part_of_speech != "ns"
        and (
            text[at] in _ONCE_PRINTED
            or (
                text[at] in _ANOTHER_WORD
                and word.end == word.start + 1
                and told_alone(simplified, word.start, word.end)
            )
        )
    )


def may_mix(text: str, lang: str) -> bool:
    """Whether the text has a character for which `in_one_script` would have to look."""
    return not strangers(lang).isdisjoint(text) or (
        lang != "zh-Hans" and not (_ANOTHER_WORD | _ONCE_PRINTED).isdisjoint(text)
    )


def misspelt(text: str, converted: str, cut: tuple[Word, ...]) -> frozenset[int]:
    """Where a Traditional text has a character that Traditional print has for another word alone:
    里 of 里面, not of 鄰里.

    A word of two characters tells. 于 alone is “at” and 后 “after” behind such a word, 于 before
    another or a figure; else it is perhaps somebody's name.

    >>> text = "里面后面皇后，公司于今日說李于康，事發后"
    >>> sorted(misspelt(text, "裡面後面皇后，公司於今日說李於康，事發後", words(text)))
    [0, 2, 9, 19]
    """
    found = {
        at
        for word in cut
        if word.end > word.start + 1
        for at in range(word.start, word.end)
        if text[at] in _ANOTHER_WORD and converted[at] != text[at]
    }
    for before, word, after in zip(cut, cut[1:], (*cut[2:], None), strict=False):
        tells = text[word.start : word.end] == "后" or (
            text[word.start : word.end] == "于"
            and after
            and (text[after.start].isdecimal() or _is_word(text, after))
        )
        if tells and _is_word(text, before) and converted[word.start] != text[word.start]:
            found.add(word.start)
    return frozenset(found)


def _is_word(text: str, word: Word) -> bool:
    return word.end > word.start + 1 and all(map(HAN.match, text[word.start : word.end]))
