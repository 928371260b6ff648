"""How the Chinese of a page is read aloud, small enough to travel with it.

One dictionary for the page, and beside each text only the characters that it reads otherwise (银行
háng, 行为 xíng).
The page's script makes ruby of it when a reader asks.
"""

import re
from collections import Counter, defaultdict
from functools import cache
from typing import NamedTuple

from pypinyin.seg.mmseg import seg

from build_tools.language.chinese.han import HAN, HAN_RANGES
from build_tools.language.chinese.lone_readings import lone_reading, particle
from build_tools.language.chinese.names_aloud import names_aloud
from build_tools.language.chinese.phrases import by_phrases
from build_tools.language.chinese.surnames import full_names
from build_tools.language.chinese.two_dictionaries import by_the_table, is_denied, is_earned
from build_tools.language.chinese.usual_readings import NEWS, USUAL
from build_tools.language.chinese.words import Word, edges, stands_as_a_word, words

_STRETCH = re.compile(f"{HAN.pattern}{{1,500}}")
"""Han characters in a row. pypinyin goes through the whole rest of a text for each of its words, so
that no stretch may be without end.
"""

Spoken = tuple[tuple[str, tuple[str, ...]], ...]
"""Words of which editors say how they are read, each with a syllable for each character."""
_CITED = {("一", "yí"): "yī", ("一", "yì"): "yī", ("不", "bú"): "bù"}
"""Tones are written as they are cited (GB/T 16159); the dictionary has 一 and 不 as spoken in some
words, and not in others.
"""
_MISREAD = "还倒空差朴子了分"
"""Characters that the dictionary reads wrongly in some phrases too: 还款, 倒是, 有空服员, 落差,
古朴, 男子, 不得了, 分子.
"""
_NOT_BEFORE = ("p", "c", "m", "q", "u", "x")
"""jieba's tags of what is no manner: 在|地, on the ground or local."""
_NOUN_AFTER = "的是在为有和与及"
"""What follows the noun 地 (办公地在), not the particle (坚定地站出来)."""
_NOT_DONE = ("t", "q", "f", "m")
"""jieba's tags of what cannot be done in some way: 前地|周末 is a place."""
_PLACES = ("ns", "nt", "nr")
"""Behind these 地 is the ground: 台北|地检署."""
_CANTONESE = frozenset("睇哋嘢咗喺嘅唔佢嚟冇啲哂嗰咁冚嗌攞揸搵瞓諗谂唞噉乜咩啱嘥")
"""Characters of written Cantonese: the dictionary's Mandarin sound for them is spoken by nobody who
writes them.
"""
_MARKS = re.compile(
    rf"[{''.join(sorted(_CANTONESE))}]|(?<![毛花])呢(?=[{HAN_RANGES}])(?![绒子料喃])"
)
"""What tells of written Cantonese: 呢样系错, where the particle 呢 would end the clause."""
_COUNTING = tuple("一二两三几这那每")
"""What counts makes no word with what it counts: 一|行, though dictionaries have 一行, a party."""
_PROVERB = 4
"""Characters of a phrase whose reading is not there by chance: 长此以往."""
_SENTENCES = re.compile(r"[^。！？\n]+")
_CLAUSES = re.compile(r"[^，。！？；\n]+")
UNSURE = "?"
"""Stands after a syllable that nothing decides."""


def syllables(
    text: str,
    spoken: Spoken = (),
    names: tuple[str, ...] = (),
    persons: frozenset[str] = frozenset(),
) -> list[tuple[str, str]]:
    """Each Han character of a Simplified text with its reading in it; empty where it is unknown.
    `names` and `persons` as for `surnames`.

    >>> syllables("银行的行为")
    [('银', 'yín'), ('行', 'háng'), ('的', 'de'), ('行', 'xíng'), ('为', 'wéi')]
    >>> syllables("一个，不是")
    [('一', 'yī'), ('个', 'gè'), ('不', 'bù'), ('是', 'shì')]
    >>> syllables("单先生"), syllables("曾女士曾说")[3]
    ([('单', 'shàn'), ('先', 'xiān'), ('生', 'shēng')], ('曾', 'céng'))
    """
    return [(char, said) for char, said, _ in read_aloud(text, spoken, names, persons)]


def read_aloud(
    text: str,
    spoken: Spoken = (),
    names: tuple[str, ...] = (),
    persons: frozenset[str] = frozenset(),
    perhaps: frozenset[str] = frozenset(),
) -> list[tuple[str, str, bool]]:
    """Each Han character with its reading, and whether that is sure: of several readings something
    tells which. `perhaps` as for `names_aloud`. No Cantonese is.

    >>> [(char, said) for char, said, sure in read_aloud("他长了一岁，身体重，尊重，我哋睇") if not sure]
    [('长', 'zhǎng'), ('重', 'zhòng'), ('我', 'wǒ'), ('哋', 'diè'), ('睇', 'dì')]
    """
    cantonese = _cantonese(text)
    cut, found = words(text, names), []
    aloud = names_aloud(text, cut, names, persons, perhaps)
    certain = _particles(text) | aloud.sure | _by_editors(text, spoken, names)
    ends = frozenset({0, *(word.end for word in cut)})
    number = {at: place for place, word in enumerate(cut) for at in range(word.start, word.end)}
    for stretch in _STRETCH.finditer(text):
        for at, (char, (said, length)) in enumerate(
            zip(stretch[0], by_phrases(stretch[0]), strict=True), stretch.start()
        ):
            if at in certain:
                found.append((char, certain[at], at not in cantonese))
                continue
            here = _Place(text, at, cut, number[at], ends)
            said, sure = _read_here(here, said, length)
            if at in aloud.doubted:
                said, sure = aloud.doubted[at] or said, False
            found.append((char, said, sure and at not in cantonese))
    return found


class _Place(NamedTuple):
    text: str
    at: int
    cut: tuple[Word, ...]
    number: int
    """Of the character's word in `cut`."""
    ends: frozenset[int]


def _read_here(place: _Place, said: str, length: int) -> tuple[str, bool]:
    """The reading of a character and whether it is sure, from what the dictionary says of it in a
    phrase of that length, and what stands around it.
    """
    text, at, cut, number, ends = place
    char, alone, lone = text[at], length == 1, lone_reading(text, at, cut, number)
    if lone and (alone or char in _MISREAD):
        said, sure = lone
        if particle(text, cut[number]):
            return said, sure
        return said, sure and not is_denied(text, at, said, cut[number], ends)
    if lone and lone[1] and lone[0] != said and text[at - 1 : at] in _COUNTING:
        return lone[0], False
    if tabled := by_the_table(text, at, said, ends):
        return tabled
    said = USUAL.get(char, said) if alone else _CITED.get((char, said), said)
    agreed = lone == (said, True) and (
        particle(text, cut[number]) or not is_denied(text, at, said, cut[number], ends)
    )
    return said, bool(agreed) or length >= _PROVERB or is_earned(text, at, said, ends)


def _cantonese(text: str) -> frozenset[int]:
    """The places in clauses of written Cantonese, of which two characters in a sentence tell: of
    佢唔肯食 no reading is Mandarin. 呢 before a noun is “this”.

    >>> sorted(_cantonese("佢唔食，我食")), len(_cantonese("迟咗三日先公布，呢样系错。")), _cantonese("怎么办呢？")
    ([0, 1, 2], 11, frozenset())
    """
    found: set[int] = set()
    for sentence in _SENTENCES.finditer(text):
        if len(_MARKS.findall(sentence[0])) > 1:
            for clause in _CLAUSES.finditer(text, *sentence.span()):
                if _MARKS.search(text, *clause.span()):
                    found.update(range(*clause.span()))
    return frozenset({*found, *(mark.start() for mark in _MARKS.finditer(text))})


def _by_editors(text: str, spoken: Spoken, names: tuple[str, ...]) -> dict[int, str]:
    """Where editors' words stand; of words that begin together the longest."""
    (known, said), ends = _matcher(spoken), edges(text, names)
    return {
        found.start() + at: sound
        for found in known.finditer(text)
        if stands_as_a_word(*found.span(), ends)
        for at, sound in enumerate(said[found[0]])
    }


@cache
def _matcher(spoken: Spoken) -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    said = NEWS | dict(spoken)
    return re.compile("|".join(sorted(said, key=len, reverse=True))), said


def _particles(text: str) -> dict[int, str]:
    """Where 地 stands alone between two words; pypinyin reads it as the noun.

    >>> _particles("坚定地站出来"), _particles("所在地在")
    ({2: 'de'}, {})
    """
    cut = words(text)
    inner = {place for word in cut for place in range(word.start + 1, word.end)}
    tags = {word.start: word.part_of_speech for word in cut}
    before = {word.end: word.part_of_speech for word in cut}
    nouns = {
        word.end - 1
        for word in cut
        if word.end > word.start + 1 and word.part_of_speech[0] in "nvs"
    }
    found = {}
    for stretch in _STRETCH.finditer(text):
        at = stretch.start()
        for word in seg.cut(stretch[0]):
            after = text[at + 1 : at + 2]
            if (
                word == "地"
                and at
                and at not in nouns
                and HAN.match(text[at - 1])
                and HAN.match(after)
                and after not in _NOUN_AFTER
                and (at + 1 in inner or not tags[at + 1].startswith(_NOT_DONE))
                and before.get(at) not in _PLACES
                and not before.get(at, "").startswith(_NOT_BEFORE)
            ):
                found[at] = "de"
            at += len(word)
    return found


def readings(
    texts: list[str], spoken: Spoken = (), names: tuple[str, ...] = ()
) -> tuple[str, tuple[str, ...]]:
    """The page's dictionary, and for each text what it reads otherwise: the place among its Han
    characters, the syllable.

    What is not sure says so: `zhǎng?`.

    >>> readings(["银行", "行为", "进行"])
    ('jìn进 wéi为 xíng行 yín银', ('1háng', '', ''))
    """
    persons = full_names(texts, names)
    perhaps = frozenset[str]().union(
        *(names_aloud(text, words(text, names), names, persons).names for text in texts)
    )
    read = [
        [
            (char, said if sure or not said else said + UNSURE)
            for char, said, sure in read_aloud(text, spoken, names, persons, perhaps)
        ]
        for text in texts
    ]
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
    return dictionary, tuple(
        " ".join(f"{at}{said}" for at, (char, said) in enumerate(each) if said != usual[char])
        for each in read
    )
