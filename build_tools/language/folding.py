"""When two spellings are the same word. docs/assets/search-words.js does the same to what a reader
types.
"""

import re
import unicodedata
from bisect import bisect
from collections.abc import Iterator
from functools import cache, lru_cache

from pypinyin import lazy_pinyin

from build_tools.language.characters import ALONE, MARK, WORD, runs
from build_tools.language.chinese.han import HAN, HAN_RANGES
from build_tools.language.chinese.opencc_settings import plain

_ENDINGS = (
    (re.compile(r"(?<=[a-z]{2})ies$"), "y"),
    (re.compile(r"(?<=[a-z]{2})ied$"), "y"),
    (re.compile(r"(?<=[a-z]{2})sses$"), "ss"),
    (re.compile(r"(?<=[a-z]{2}[^suiy])s$"), ""),
    (re.compile(r"(?<=[a-z]{2})([iy])s(?=(e|ed|er|ing|ation)$)"), r"\1z"),
    (re.compile(r"(?<=[a-z]{3})our(?=(ed|ing|ite|able)?$)"), "or"),
    (re.compile(r"(?<=[a-z]{3})ence$"), "ense"),
    (re.compile(r"(?<=[a-z]{2})tre$"), "ter"),
    (re.compile(r"(?<=[a-z]{3})(ing|ed)$"), ""),
    (re.compile(r"([bdfgmnprt])\1$"), r"\1"),
    (re.compile(r"(?<=[a-z]{3})e$"), ""),
)
"""In this order: denies and denied, apologise and apologized, rumours and rumor, dropped and
drop.
"""


@cache
def pairs() -> dict[str, str]:
    """A character -> the one it is searched as: Traditional and regional forms become Simplified,
    and a closing sigma a sigma.
    """
    simplify = plain("t2s")
    every = [chr(point) for point in (*range(0x3400, 0xA000), *range(0x20000, 0x32400))]
    found = {
        char: simple
        for char, simple in zip(every, simplify.convert("\n".join(every)).split("\n"), strict=True)
        if char != simple
    }
    for config in ("s2t", "s2tw", "s2hk"):
        for char, other in zip(
            every, plain(config).convert("\n".join(every)).split("\n"), strict=True
        ):
            if other != char and other not in found and char not in found:
                found[other] = char
    return {char: _last(char, found) for char in found if len(char) == 1} | {"ς": "σ"}


def _last(char: str, found: dict[str, str]) -> str:
    seen = {char}
    while (char := found.get(char, char)) not in seen:
        seen.add(char)
    return char


class _Folding(dict[int, str]):
    """For `str.translate`: what a character folds to, worked out when a text first holds it.
    Accents go, width and case too.
    """

    def __missing__(self, point: int) -> str:
        self[point] = folded = chr(point) if _kind(chr(point)) == ALONE else _plain(chr(point))
        return folded


_FOLDING = _Folding()


def _plain(char: str) -> str:
    """What one character folds to, by itself: neither its neighbours nor their order count."""
    lower = (each for part in unicodedata.normalize("NFKD", char) for each in part.lower())
    return "".join(pairs().get(each, each) for each in lower if _kind(each) != MARK)


def _kind(char: str) -> str:
    firsts, kinds = _runs()
    return kinds[bisect(firsts, ord(char)) - 1]


@cache
def _runs() -> tuple[list[int], list[str]]:
    """Where the runs of characters of one kind begin, in order, and of which kind they are."""
    return [first for _, first, _ in runs()], [kind for kind, _, _ in runs()]


def fold(text: str) -> str:
    """The text without case, width, accents and script, each character by itself.

    >>> fold("Xú Jiéyún 徐潔雲 ＫＯＬ")
    'xu jieyun 徐洁云 kol'
    """
    return text.lower() if text.isascii() else text.translate(_FOLDING)


@cache
def _words() -> re.Pattern[str]:
    """A run of Chinese characters, or a word of other letters and figures: 小米, su7."""
    letters = "".join(f"{chr(first)}-{chr(end - 1)}" for kind, first, end in runs() if kind == WORD)
    return re.compile(f"[{HAN_RANGES}]+|(?:(?![{HAN_RANGES}])[{letters}])+")


def words(folded: str) -> list[str]:
    """Runs of Chinese and words of other letters.

    >>> words(fold("小米 SU7、雷軍"))
    ['小米', 'su7', '雷军']
    """
    return _words().findall(folded)


def is_chinese(word: str) -> bool:
    """Whether one of `words` is a run of Chinese."""
    return bool(HAN.match(word))


@cache
def stem(word: str) -> str:
    """An English word without the endings and spellings in which it varies.

    >>> stem("apologise") == stem("apologized"), stem("rumours"), stem("denies"), stem("dropped"), stem("xiaomi")
    (True, 'rumor', 'deny', 'drop', 'xiaomi')
    """
    if len(word) < 4 or not word.isascii() or not word.isalpha():
        return word
    for ending, instead in _ENDINGS:
        word = ending.sub(instead, word)
    return word


def keys(text: str) -> Iterator[str]:
    """By what a text is found: pairs of neighbouring Chinese characters, and stems.

    >>> list(keys("徐潔雲 apologised"))
    ['徐洁', '洁云', 'apologiz']
    """
    for word in words(fold(text)):
        if not is_chinese(word):
            yield stem(word)
        elif len(word) == 1:
            yield word
        else:
            yield from (word[at : at + 2] for at in range(len(word) - 1))


@lru_cache(200_000)
def typed_pinyin(characters: str) -> str:
    """How Chinese is typed in pinyin, without tones and blanks: 女 as nu.

    >>> typed_pinyin("公关"), typed_pinyin("重庆"), typed_pinyin("女儿")
    ('gongguan', 'chongqing', 'nuer')
    """
    return fold("".join(lazy_pinyin(characters))).replace("v", "u")


def squeezed(name: str) -> str:
    """A name as one word: xujieyun for Xú Jiéyún."""
    return "".join(words(fold(name)))


def grams(name: str) -> list[str]:
    """The pairs of letters in a squeezed name, with its start and end; a slip leaves most of them
    whole.

    >>> grams("雷军")
    ['~^雷', '~雷军', '~军$']
    """
    edged = f"^{name}$"
    return ["~" + edged[at : at + 2] for at in range(len(edged) - 1)]
