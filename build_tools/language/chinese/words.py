"""Where the words of a Chinese text begin and end: it has no spaces, and 出包 is no word of
提出包车.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

import rjieba

from build_tools.language.chinese.opencc_settings import plain

_CONFIGS_TO_SIMPLIFIED = ("hk2t", "tw2s")
"""One after the other they know the characters of every region: 衞, 裡, 隨著."""
_NOT_TO_BE_CUT = re.compile("[\0\ud800-\udfff]")
"""What the libraries cannot take; it stands alone as it is."""


class Word(NamedTuple):
    """A stretch of a text, half-open, in code points."""

    start: int
    end: int
    part_of_speech: str
    """jieba's tag: `n` noun, `v` verb, `nr` a person, `ns` a place, `nt` an organisation, `m`
    numeral, `q` measure, `x` not in its dictionary.
    """


def words(text: str, names: Iterable[str] = ()) -> tuple[Word, ...]:
    """All of the text, word by word, in either script; spaces, Latin words and punctuation are
    words too.

    What is in no dictionary stands character by character: nothing is guessed. `names`, in
    Simplified script, are known as words beside those of the dictionary; give all that there are,
    for each other set is a dictionary of its own.

    >>> def cut(text, names=()): return " ".join(text[word.start : word.end] for word in words(text, names))
    >>> cut("他提出包车"), cut("女王化妆"), cut("工商銀行發佈公告")
    ('他 提出 包车', '女王 化妆', '工商銀行 發佈公告')
    >>> cut("徐洁云发文"), cut("徐洁云发文", ["徐洁云"]), words("小米KOL")[1]
    ('徐 洁 云 发文', '徐洁云 发文', Word(start=2, end=5, part_of_speech='eng'))
    """
    return _words(text, tuple(sorted(set(names))))


def edges(text: str, names: Iterable[str] = ()) -> frozenset[int]:
    """The offsets at which a word begins or ends, with 0 and the text's length.

    >>> sorted(edges("提出包车"))
    [0, 2, 4]
    """
    return frozenset({0, *(word.end for word in words(text, names))})


def stands_as_a_word(start: int, end: int, ends: frozenset[int]) -> bool:
    """Whether words begin and end where a word of two characters does, or it lies within one: not
    会签 of 会|签约. Longer ones are never there by chance.

    >>> stands_as_a_word(0, 2, edges("会签文件")), stands_as_a_word(0, 2, edges("会签约"))
    (True, False)
    """
    return end - start > 2 or (start in ends and end in ends) or start + 1 not in ends


@lru_cache(maxsize=65536)
def frequency(word: str) -> float:
    """How often a word, in Simplified script, stands in what jieba's dictionary was counted from; 0
    where it is no word of it.

    >>> frequency("小米") > frequency("大熊") > frequency("据小") == 0
    True
    """
    known = _dictionary(())
    return max(1, known.suggest_freq(word)) if known.has_word(word) else 0


@lru_cache(maxsize=4096)
def _words(text: str, names: tuple[str, ...]) -> tuple[Word, ...]:
    found, at = [], 0
    for word, tag in _dictionary(names).tag(_simplified(text), hmm=False):
        found.append(Word(at, at + len(word), tag))
        at += len(word)
    assert at == len(text)
    return tuple(found)


@lru_cache(maxsize=4)
def _dictionary(names: tuple[str, ...]) -> Any:
    """jieba's own words, and the names as persons: a name's frequency is just enough to keep it
    whole.

    A dictionary takes 0.1 s to load. Without names it is the one that is loaded with the library.
    """
    if not names:
        return rjieba
    made = rjieba.Jieba()
    for name in names:
        if not made.has_word(name):
            made.add_word(name, made.suggest_freq(name), "nr")
    return made


def _simplified(text: str) -> str:
    """The text in Simplified script, as long: the dictionary knows no other."""
    text = _NOT_TO_BE_CUT.sub("\ufffd", text)
    for config in _CONFIGS_TO_SIMPLIFIED:
        text = text if text.isascii() else plain(config).convert(text)
    return text
