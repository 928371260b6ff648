"""What a sentence has that a faithful translation gives again: numbers, Latin words, names that are
written in pinyin, and signs such as question and quotation marks.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pypinyin import lazy_pinyin

from build_tools.language.chinese.han import HAN, HAN_RANGES
from build_tools.language.not_words import ADDRESS
from build_tools.language.numbers.figures import codes, figures
from build_tools.language.numbers.words import NUMERALS, chinese, english

_SMALL = 12
"""Up to which a number in words may be a month, or no number: 一 in 一直, 五月 and May."""
_SIGNS = {
    "question": re.compile("[?？]"),
    "quotation": re.compile('["“”「」『』]'),
    "begins quoted": re.compile(r'^\s*["“「『]'),
    "ends quoted": re.compile(r'["”」』]\s*$'),
    "colon": re.compile("[:：]"),
    "brackets": re.compile("[(（]"),
    "heading": re.compile(r"[\w%]\s*$"),  # 二、事件进展
}
"""Signs that look alike in both languages."""
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*[A-Za-z]")
_RUN = re.compile(f"{HAN.pattern}+")
_NOT_SPOKEN = re.compile(rf"[^\w{HAN_RANGES}]")
_LONGEST_NAME = 4
"""Characters of a name of which the pinyin is looked for in English: 深圳, 欧阳修文."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as the comparison sees it."""

    length: int
    """Letters and characters, without blanks and punctuation."""
    cues: frozenset[str]
    """What a faithful translation gives again: numbers, Latin words, names."""
    signs: frozenset[str]
    """What it is by its punctuation: a question, a heading."""
    opens: bool = False
    """Whether a paragraph begins with it."""


def sentence(text: str, named: Iterable[str] = (), opens: bool = False) -> Sentence:
    """`named` are the ids of actors and terms that a reader or the matcher found in it.

    >>> sorted(sentence("雷军称SU7售价21.59万元").cues & sentence("Lei Jun said the SU7 costs 215,900 yuan").cues)
    ['215900', 'SU7', 'leijun', 'su7']
    """
    bare = ADDRESS.sub(" ", text)
    cues = (
        {f"{value.normalize():f}{unit}" for value, unit in figures(bare)}
        | codes(bare)
        | set(ADDRESS.findall(text))
    )
    in_words = (
        {n for run in NUMERALS.findall(bare) for n in chinese(run)}
        if HAN.search(text)
        else english(bare)
    )
    cues |= {f"{n.normalize():f}" for n in in_words if n > _SMALL}
    cues |= {
        word.lower()
        for word in re.findall(r"[A-Za-z][A-Za-z0-9]+", bare)
        if HAN.search(text) or not word.islower()
    }
    cues |= set(_spoken(bare) if HAN.search(text) else _capitals(bare)) | set(named)
    signs = frozenset(kind for kind, sign in _SIGNS.items() if sign.search(text))
    return Sentence(letters(text), frozenset(cues), signs, opens)


def letters(text: str) -> int:
    """How long a sentence is, without blanks and punctuation."""
    return max(1, len(_NOT_SPOKEN.sub("", text)))


def _silent(unknown: str) -> Any:
    """No syllable for each character that pypinyin does not know; its types say only text."""
    return [""] * len(unknown)


@lru_cache(maxsize=4096)
def _syllables(run: str) -> tuple[str, ...]:
    return tuple(lazy_pinyin(run, errors=_silent))


def _spoken(text: str) -> Iterator[str]:
    """The pinyin of everything that may be a name: two to four characters on end."""
    for run in _RUN.findall(text):
        said = _syllables(run)
        for start in range(len(said)):
            for end in range(start + 2, min(start + _LONGEST_NAME, len(said)) + 1):
                yield "".join(said[start:end])


def _capitals(text: str) -> Iterator[str]:
    """Words with a capital, alone and joined to the next: Lei Jun is leijun, Beijing beijing."""
    words = [(m[0], m.start(), m.end()) for m in _WORD.finditer(text)]
    for number, (word, _, end) in enumerate(words):
        if word[0].isupper() and not word.isupper():
            bare = re.sub(r"[’'-]s?", "", word).lower()
            yield bare
            following = words[number + 1 : number + 2]
            if following and following[0][0][0].isupper() and text[end : following[0][1]] == " ":
                yield bare + re.sub(r"[’'-]s?", "", following[0][0]).lower()
