"""Whether a reading is earned: a character with several readings looks sure in a word that two
dictionaries read alike, pypinyin's and CC-CEDICT (CC BY-SA 4.0, in pypinyin-dict), where no other
word could stand in its place.
"""

import gc
from functools import cache

from pypinyin.constants import PINYIN_DICT
from pypinyin.contrib.tone_convert import to_normal
from pypinyin_dict.pinyin_data.ktghz2013 import pinyin_dict as current

from build_tools.language.chinese.usual_readings import OTHERS, SETTLED, USUAL
from build_tools.language.chinese.words import Word, frequency, stands_as_a_word

SEVERAL = OTHERS.union(
    (chr(code) for code, said in current.items() if "," in said),
    (chr(code) for code, said in PINYIN_DICT.items() if "," in said and code not in current),
)
"""Characters with several readings in the Table of General Standard Characters of 2013: 行, no 银;
and of those that it lacks, with several in pypinyin's: 刋.
"""
_LONGEST = 6
"""Characters of a word that is looked for."""
_OFTEN = 20
"""How many times as frequent a word must be that another overlaps: 结果 of 有结果."""
_NEUTRAL = ("de", "le", "zhe", "zi")
"""Readings of particles, which say more than that a tone is not heard: 得 de is not dé."""

_ONLY = {
    chr(code): said
    for code, said in current.items()
    if "," not in said
    and chr(code) not in OTHERS.union(USUAL, "子")
    and PINYIN_DICT.get(code, said).split(",")[0] != said
}
"""Characters to which the Table gives one reading, and pypinyin another: 哮 xiào, which it reads xiāo."""

Span = tuple[int, int]

toneless = cache(to_normal)
"""A syllable without its tone: xíng → xing. There are some 1,500, and pypinyin takes longer for one than
all else here for a character.
"""


@cache
def _cedict() -> dict[str, list[list[str]]]:
    """CC-CEDICT's words of two characters or more, each character with its readings; loaded when
    first asked, for that takes as long as all else here.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        from pypinyin_dict.phrase_pinyin_data.cc_cedict import phrases_dict
    finally:
        if collecting:
            gc.enable()
    found: dict[str, list[list[str]]] = phrases_dict
    return found


def is_earned(text: str, at: int, said: str, ends: frozenset[int]) -> bool:
    """Whether the character's reading, as pypinyin has it, looks sure: it has no other, or stands in
    a word that CC-CEDICT reads so too, where no word that reads it otherwise could stand, or in
    none and is read in one way by itself. `ends` are the edges of words.

    >>> from build_tools.language.chinese.words import edges
    >>> def sure(text, at, said): return is_earned(text, at, said, edges(text))
    >>> sure("银行流水", 1, "háng"), sure("四行仓库", 1, "xíng"), sure("上行方向", 1, "háng")
    (True, False, False)
    >>> sure("人数不清", 1, "shù"), sure("他的书", 1, "de")
    (False, True)
    """
    if text[at] not in SEVERAL:
        return True
    around = _around(text, at)
    standing = [span for span in around if stands_as_a_word(*span, ends)]
    if not standing:
        return text[at] in SETTLED
    return any(
        all(_alike(one, said) for one in around[span])
        and all(
            _is_so(said, heard)
            or _within(other, span)
            or (not _within(span, other) and _is_rarer(text, other, span, ends))
            for other, heard in around.items()
        )
        for span in standing
    )


def by_the_table(text: str, at: int, said: str, ends: frozenset[int]) -> tuple[str, bool] | None:
    """The reading of a character of which pypinyin and the Table have different ones, and whether that is
    sure: in a word that CC-CEDICT reads as the Table does. None for all other characters.

    >>> from build_tools.language.chinese.words import edges
    >>> def read(text, at, said): return by_the_table(text, at, said, edges(text))
    >>> read("有哮喘", 1, "xiāo"), read("阿嬷", 1, "mā"), read("有银行", 1, "yín")
    (('xiào', True), ('mā', False), None)
    """
    only = _ONLY.get(text[at])
    if only is None:
        return None
    heard = [
        one
        for span, readings in _around(text, at).items()
        if stands_as_a_word(*span, ends)
        for one in readings
    ]
    if any(_alike(one, only) for one in heard):
        return only, True
    return (heard[0] if heard else only), not heard and _alike(said, only)


def is_denied(text: str, at: int, said: str, word: Word, ends: frozenset[int]) -> bool:
    """Whether a word that stands there reads the character otherwise, and none longer reads it so:
    数不清 where it was taken for 人数. The character's own `word` only gives way to a commoner one:
    公关部|长谈 to 部长.
    """
    around = _around(text, at)
    longest = max(
        (end - start for (start, end), heard in around.items() if _is_so(said, heard)), default=0
    )
    own = word.end > word.start + 1
    return any(
        not _is_so(said, heard)
        and (
            (start, end) == word[:2]
            or (
                not stands_as_a_word(start, end, ends)
                and frequency(text[start:end]) > frequency(text[word.start : word.end])
            )
            if own
            else stands_as_a_word(start, end, ends) and end - start > longest
        )
        for (start, end), heard in around.items()
    )


def _around(text: str, at: int) -> dict[Span, list[str]]:
    """The words that could stand at the character, with its readings in them."""
    known = _cedict()
    return {
        (start, end): known[text[start:end]][at - start]
        for start in range(max(0, at - _LONGEST + 1), at + 1)
        for end in range(max(at + 1, start + 2), min(len(text), start + _LONGEST) + 1)
        if text[start:end] in known and len(known[text[start:end]]) == end - start
    }


def _alike(one: str, other: str) -> bool:
    """Whether two readings are the same, or one is the other without its tone: 商量 liáng, liang."""
    if one == other:
        return True
    plain = toneless(one)
    return plain == toneless(other) and plain in (one, other) and plain not in _NEUTRAL


def _is_so(said: str, heard: list[str]) -> bool:
    return any(_alike(one, said) for one in heard)


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _is_rarer(text: str, other: Span, span: Span, ends: frozenset[int]) -> bool:
    """Whether a word that overlaps is rarer: much, or a little where the text is cut otherwise."""
    times = _OFTEN if stands_as_a_word(*other, ends) else 1
    return frequency(text[slice(*other)]) * times <= frequency(text[slice(*span)])
