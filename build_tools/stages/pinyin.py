"""How the Chinese of a page is read aloud, small enough to travel with it.

One dictionary for the page, and beside each text only the characters that it reads otherwise (银行 háng, 行为 xíng).
The page's script makes ruby of it when a reader asks.
"""

import re
from collections import Counter, defaultdict
from functools import cache, lru_cache
from typing import Any

from pypinyin import Style, pinyin
from pypinyin.seg.mmseg import seg

from build_tools.model.han import HAN
from build_tools.surnames import READ, full_names, surnames
from build_tools.words import words

_STRETCH = re.compile(f"{HAN.pattern}{{1,500}}")
"""Han characters in a row. pypinyin goes through the whole rest of a text for each of its words, so that no stretch may be without end."""

Spoken = tuple[tuple[str, tuple[str, ...]], ...]
"""Words of which editors say how they are read, each with a syllable for each character."""
_CITED = {("一", "yí"): "yī", ("一", "yì"): "yī", ("不", "bú"): "bù"}
"""Tones are written as they are cited (GB/T 16159); the dictionary has 一 and 不 as spoken in some words, and not in others."""
_NOUN_AFTER = "的是在为有和与及"
"""What follows the noun 地 (办公地在), not the particle (坚定地站出来)."""


_EITHER_ALONE = frozenset("为长重种数当应空转朝背倒调挑难散强禁担差弹涨干卷兴划炸供恶累量处")
"""Characters that are two words, each read in its own way: 长 cháng, long, and zhǎng, to grow."""
_CANTONESE = frozenset("睇哋嘢咗喺嘅唔佢嚟冇啲哂嗰咁冚嗌攞揸搵瞓諗谂唞噉乜咩啱嘥")
"""Characters of written Cantonese: the dictionary's Mandarin sound for them is spoken by nobody who writes them."""
_COUNTED = "这那哪此各每某一两三四五六七八九十几多何"
"""What 种 counts after: a kind (zhǒng), not planting."""
UNSURE = "?"
"""Stands after a syllable that nothing decides."""


def syllables(text: str, spoken: Spoken = (), names: tuple[str, ...] = (), told: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    """Each Han character of a Simplified text with its reading in it; empty where it is unknown. `names` and `told` as for `surnames`.

    >>> syllables("银行的行为")
    [('银', 'yín'), ('行', 'háng'), ('的', 'de'), ('行', 'xíng'), ('为', 'wéi')]
    >>> syllables("一个，不是")
    [('一', 'yī'), ('个', 'gè'), ('不', 'bù'), ('是', 'shì')]
    >>> syllables("单先生"), syllables("曾女士曾说")[3]
    ([('单', 'shàn'), ('先', 'xiān'), ('生', 'shēng')], ('曾', 'céng'))
    """
    certain = _particles(text) | _families(text, names, told) | _by_editors(text, spoken)
    return [(char, certain.get(stretch.start() + at) or _CITED.get((char, said), said))
            for stretch in _STRETCH.finditer(text) for at, (char, said) in enumerate(zip(stretch[0], _read(stretch[0]), strict=True))]


def unsure(text: str, spoken: Spoken = (), names: tuple[str, ...] = (), told: frozenset[str] = frozenset()) -> frozenset[int]:
    """The places among the Han characters of a text where one of several readings is given and nothing decides: a lone 长; and Cantonese.

    >>> unsure("成长为大树"), unsure("长了一岁"), unsure("为了"), unsure("重庆的重")
    (frozenset({2}), frozenset({0}), frozenset(), frozenset({3}))
    >>> unsure("我哋睇过")
    frozenset({1, 2})
    """
    if not any(char in _EITHER_ALONE or char in _CANTONESE for char in text):
        return frozenset()
    certain = _particles(text) | _families(text, names, told) | _by_editors(text, spoken)
    found, number = set(), 0
    for stretch in _STRETCH.finditer(text):
        at = stretch.start()
        for word in seg.cut(stretch[0]):
            if word in _EITHER_ALONE and at not in certain and not (word == "种" and text[at - 1 : at] and text[at - 1] in _COUNTED):
                found.add(number)
            found |= {number + place for place, char in enumerate(word) if char in _CANTONESE and at + place not in certain}
            at, number = at + len(word), number + len(word)
    return frozenset(found)


def _families(text: str, names: tuple[str, ...], told: frozenset[str]) -> dict[int, str]:
    """How family names are read, where the character is read otherwise in other words (单 dān)."""
    return {at: READ[text[at]] for at in surnames(text, names, told) if text[at] in READ}


def _read(stretch: str) -> list[str]:
    """What the dictionary says of each character; empty where it is silent.

    Its phrases are looked for in the whole stretch, and in each word alone where one of them would cut a word in two: 因|为目的.
    """
    cut = words(stretch)
    ends = {0, *(word.end for word in cut)}
    apart = [said for word in cut for piece in seg.cut(stretch[word.start : word.end]) for said in _in_dictionary(piece)]
    read: list[str] = []
    for phrase in seg.cut(stretch):
        start, end = len(read), len(read) + len(phrase)
        read += _in_dictionary(phrase) if start in ends and end in ends else apart[start:end]
    return read


@lru_cache(maxsize=1 << 16)
def _in_dictionary(word: str) -> tuple[str, ...]:
    """A word's syllables, one for each character. pypinyin takes longer for a word than for all else of it, and texts repeat their words."""
    read = [said for said, *_ in pinyin([word], style=Style.TONE, errors=lambda unknown: [[""] for _ in unknown])]
    return tuple(read) if len(read) == len(word) else tuple(_in_dictionary(char)[0] for char in word)


def _by_editors(text: str, spoken: Spoken) -> dict[int, str]:
    """Where editors' words stand; of words that begin together the longest."""
    if not spoken:
        return {}
    words, said = _matcher(spoken)
    return {found.start() + at: sound for found in words.finditer(text) for at, sound in enumerate(said[found[0]])}


@cache
def _matcher(spoken: Spoken) -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    said = dict(spoken)
    return re.compile("|".join(sorted(said, key=len, reverse=True))), said


def _particles(text: str) -> dict[int, str]:
    """Where 得 and 地 stand alone between two words; pypinyin reads them as the verb and the noun.

    >>> _particles("解释得很清楚，得看"), _particles("坚定地站出来"), _particles("值得，所在地在")
    ({2: 'de', 7: 'děi'}, {2: 'de'}, {})
    """
    found = {}
    for stretch in _STRETCH.finditer(text):
        at = stretch.start()
        for word in seg.cut(stretch[0]):
            before, after = text[at - 1 : at] if at else "", text[at + len(word) : at + len(word) + 1]
            if word in ("得", "地") and HAN.match(after) and (word == "得" or after not in _NOUN_AFTER):
                if HAN.match(before):
                    found[at] = "de"
                elif word == "得":
                    found[at] = "děi"
            at += len(word)
    return found


def _read_with_doubts(text: str, *known: Any) -> list[tuple[str, str]]:
    doubts = unsure(text, *known)
    return [(char, said + UNSURE if said and at in doubts else said) for at, (char, said) in enumerate(syllables(text, *known))]


def readings(texts: list[str], spoken: Spoken = (), names: tuple[str, ...] = ()) -> tuple[str, list[str]]:
    """The page's dictionary, and for each text what it reads otherwise: the place among its Han characters, the syllable.

    What is not sure says so: `zhǎng?`.

    >>> readings(["银行", "行为", "进行"])
    ('jìn进 wéi为 xíng行 yín银', ['1háng', '', ''])
    """
    told = full_names(texts, names)
    read = [_read_with_doubts(text, spoken, names, told) for text in texts]
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for each in read:
        for char, said in each:
            counts[char][said] += 1
    usual = {char: min(said, key=lambda one: (-said[one], one)) for char, said in counts.items()}
    by_sound: dict[str, list[str]] = defaultdict(list)
    for char in sorted(usual):
        if usual[char]:
            by_sound[usual[char]].append(char)
    dictionary = " ".join(sound + "".join(chars) for sound, chars in sorted(by_sound.items()))
    return dictionary, [" ".join(f"{at}{said}" for at, (char, said) in enumerate(each) if said != usual[char]) for each in read]
