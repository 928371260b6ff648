"""How the Chinese of a page is read aloud, small enough to travel with it.

One dictionary for the page, and beside each text only the characters that it reads otherwise (银行
háng, 行为 xíng).
The page's script makes ruby of it when a reader asks.
"""

import re
from collections import Counter, defaultdict
from functools import cache

from pypinyin.seg.mmseg import seg

from build_tools.language.chinese.han import HAN
from build_tools.language.chinese.lone_readings import GUESSED, USUAL, lone_reading
from build_tools.language.chinese.phrases import by_phrases, in_dictionary, is_contested
from build_tools.language.chinese.surnames import READ, full_names, surnames
from build_tools.language.chinese.words import Word, edges, frequency, stands_as_a_word, words

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
_NOUN_AFTER = "的是在为有和与及"
"""What follows the noun 地 (办公地在), not the particle (坚定地站出来)."""


_CANTONESE = frozenset("睇哋嘢咗喺嘅唔佢嚟冇啲哂嗰咁冚嗌攞揸搵瞓諗谂唞噉乜咩啱嘥")
"""Characters of written Cantonese: the dictionary's Mandarin sound for them is spoken by nobody who
writes them.
"""
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
) -> list[tuple[str, str, bool]]:
    """Each Han character with its reading, and whether that is sure: of several readings something
    tells which. No Cantonese is.

    >>> [(char, said) for char, said, sure in read_aloud("他长了一岁，身体重，尊重，我哋睇") if not sure]
    [('长', 'zhǎng'), ('重', 'zhòng'), ('我', 'wǒ'), ('哋', 'diè'), ('睇', 'dì')]
    """
    cantonese = _cantonese(text)
    certain = _particles(text) | _families(text, names, persons) | _by_editors(text, spoken, names)
    cut, found = words(text, names), []
    number = {at: place for place, word in enumerate(cut) for at in range(word.start, word.end)}
    for stretch in _STRETCH.finditer(text):
        for at, (char, (said, alone)) in enumerate(
            zip(stretch[0], by_phrases(stretch[0]), strict=True), stretch.start()
        ):
            if at in certain:
                found.append((char, certain[at], at not in cantonese))
                continue
            told_here = (
                lone_reading(text, at, cut, number[at]) if alone or char in _MISREAD else None
            )
            word = cut[number[at]]
            sure = char not in _CANTONESE and not (
                alone and char in GUESSED and _by_itself(text[word.start : word.end])
            )
            sure = sure and not (
                number[at]
                and at == word.start
                and _cut_otherwise(text, cut[number[at] - 1], word, said)
            )
            sure = sure and at not in cantonese and not is_contested(text, word, at)
            found.append(
                (char, told_here[0], told_here[1] and at not in cantonese)
                if told_here
                else (
                    char,
                    USUAL.get(char, said) if alone else _CITED.get((char, said), said),
                    sure,
                )
            )
    return found


def _cantonese(text: str) -> frozenset[int]:
    """The places in clauses of written Cantonese, which two of its characters tell: of 佢唔肯食 no
    reading is Mandarin.

    >>> sorted(_cantonese("佢唔食，我食"))
    [0, 1, 2]
    """
    return frozenset(
        at
        for clause in _CLAUSES.finditer(text)
        if sum(map(_CANTONESE.__contains__, clause[0])) > 1
        for at in range(*clause.span())
    )


def _by_itself(word: str) -> bool:
    """Whether a word is one character, perhaps with a particle: 长, 背着. Of longer ones the
    dictionary lists those that are read otherwise.
    """
    return len(word) == 1 or (len(word) == 2 and word[1] in "着了过")


def _cut_otherwise(text: str, before: Word, word: Word, said: str) -> bool:
    """Whether the longer word before could leave its last character to a commoner word, in which
    this word's first is read otherwise: 公关|部长|谈.
    """
    if (
        before.end < before.start + 3
        or word.end < word.start + 2
        or not HAN.match(text[before.end - 1])
    ):
        return False
    other = text[word.start - 1 : word.start + 1]
    return (
        frequency(text[before.start : before.end - 1]) > 0
        and frequency(other) > frequency(text[word.start : word.end])
        and in_dictionary(other)[1] != said
    )


def _families(text: str, names: tuple[str, ...], persons: frozenset[str]) -> dict[int, str]:
    """How family names are read, where the character is read otherwise in other words (单 dān)."""
    return {at: READ[text[at]] for at in surnames(text, names, persons) if text[at] in READ}


def _by_editors(text: str, spoken: Spoken, names: tuple[str, ...]) -> dict[int, str]:
    """Where editors' words stand; of words that begin together the longest."""
    if not spoken:
        return {}
    (known, said), ends = _matcher(spoken), edges(text, names)
    return {
        found.start() + at: sound
        for found in known.finditer(text)
        if stands_as_a_word(*found.span(), ends)
        for at, sound in enumerate(said[found[0]])
    }


@cache
def _matcher(spoken: Spoken) -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    said = dict(spoken)
    return re.compile("|".join(sorted(said, key=len, reverse=True))), said


def _particles(text: str) -> dict[int, str]:
    """Where 地 stands alone between two words; pypinyin reads it as the noun.

    >>> _particles("坚定地站出来"), _particles("所在地在")
    ({2: 'de'}, {})
    """
    found, nouns = (
        {},
        {
            word.end - 1
            for word in words(text)
            if word.end > word.start + 1 and word.part_of_speech[0] in "nvs"
        },
    )
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
    read = [
        [
            (char, said if sure or not said else said + UNSURE)
            for char, said, sure in read_aloud(text, spoken, names, persons)
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
