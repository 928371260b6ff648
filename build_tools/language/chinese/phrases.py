"""What pypinyin's dictionary says of the characters of a text: by its phrases, where these respect words, and in
each word.
"""

import re
from functools import lru_cache
from typing import Any

from pypinyin import Style, pinyin
from pypinyin.seg.mmseg import seg

from build_tools.language.chinese.words import frequency, words

_OBEDIENT = re.compile("[服妥熨伏]帖|帖[耳伏服]")
"""Words in which 帖 is tiē; the dictionary reads 回帖 and 发帖, to post, so too."""
_OFTEN = 8
"""How many times as frequent the other of two words must be that share a character of a longer one:
房子 of 盖房子, not 盖房."""
_ADVERB = "d"
"""jieba's tag: an adverb at the head of a phrase is a word by itself, 都 of 都会, and no city."""


def by_phrases(stretch: str) -> list[tuple[str, int]]:
    """What the dictionary says of each character, empty where it is silent, and how long
    its phrase is: 1 if it speaks of the character alone.

    Its phrases are looked for in the whole stretch, and in each word alone where one of them would
    cut a word in two: 因|为目的,
    or begins with an adverb: 都|会.
    """
    cut = words(stretch)
    adverbs = {word.start: word.end for word in cut if word.part_of_speech == _ADVERB}
    ends = {0, *(word.end for word in cut)}
    apart = [
        said
        for word in cut
        for piece in _pieces(stretch[word.start : word.end])
        for said in _of_piece(piece)
    ]
    read: list[tuple[str, int]] = []
    for phrase in seg.cut(stretch):
        start, end = len(read), len(read) + len(phrase)
        read += (
            _of_piece(phrase)
            if start in ends and end in ends and end <= adverbs.get(start, end)
            else apart[start:end]
        )
    return read


def _pieces(word: str) -> list[str]:
    """The words within a longer one that the dictionary does not list.

    >>> _pieces("盖房子"), _pieces("量子力学")
    (['盖', '房子'], ['量子力学'])
    """
    return list(_other_cut(word) or seg.cut(word))


@lru_cache(maxsize=1 << 14)
def _other_cut(word: str) -> tuple[str, str] | None:
    """A word of three characters, cut so as to hold a much commoner word than pypinyin finds in it:
    小|角色, not 小角|色.
    """
    pieces = list(seg.cut(word)) if len(word) == 3 else []
    if len(pieces) != 2:
        return None
    other = (word[:1], word[1:]) if len(pieces[0]) == 2 else (word[:2], word[2:])
    here, there = max(pieces, key=len), max(other, key=len)
    return other if frequency(there) >= _OFTEN * max(1, frequency(here)) else None


def _of_piece(piece: str) -> list[tuple[str, int]]:
    return [(said, len(piece)) for said in in_dictionary(piece)]


def _silent(unknown: str) -> Any:
    """No syllable for each character that pypinyin does not know; its types say only text."""
    return [[""] for _ in unknown]


@lru_cache(maxsize=1 << 16)
def in_dictionary(word: str) -> tuple[str, ...]:
    """A word's syllables, one for each character. pypinyin takes longer for a word than for all
    else of it, and texts repeat their words.
    """
    read = [
        "tiě" if said == "tiē" and not _OBEDIENT.search(word) else said
        for said, *_ in pinyin([word], style=Style.TONE, errors=_silent)
    ]
    return tuple(read) if len(read) == len(word) else tuple(in_dictionary(char)[0] for char in word)
