"""Chinese text -> the same text in another script, one character for one, so that offsets survive.

OpenCC converts by script only: never `s2twp` or `s2hkp`, which turn 支持零容忍 into 支援零容忍.
Words that it would write wrongly are protected. Only the archive's own prose may change its wording by region: see
`localise`.
"""

import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

import opencc
from ahocorasick_rs import AhoCorasick, MatchKind

from build_tools.language.chinese.by_words import APART, OpenCCs, by_words
from build_tools.language.chinese.one_script import in_one_script, may_mix
from build_tools.language.chinese.opencc_settings import (
    SHIPPED,
    Protected,
    checked,
    entries,
    loaded,
    plain,
    protecting,
    with_absolute_paths,
)
from build_tools.language.chinese.script import has_place_in_gbk, old_forms
from build_tools.language.chinese.words import edges, stands_as_a_word
from build_tools.language.not_words import NOT_WORDS

Lang = str
"""A Chinese rendition; `zh-Hant` is Traditional text of which nobody has said where it was
written.
"""

_ROUTES: dict[tuple[str, str], tuple[str, ...]] = {
    ("zh-Hans", "zh-Hant-TW"): ("s2tw",),
    ("zh-Hans", "zh-Hant-HK"): ("s2hk",),
    ("zh-Hant", "zh-Hans"): ("hk2t", "tw2s"),
    ("zh-Hant", "zh-Hant-TW"): ("t2tw",),
    ("zh-Hant", "zh-Hant-HK"): ("t2hk",),
    ("zh-Hant-TW", "zh-Hans"): ("tw2s",),
    ("zh-Hant-TW", "zh-Hant"): ("tw2t",),
    ("zh-Hant-TW", "zh-Hant-HK"): ("tw2t", "t2hk"),
    ("zh-Hant-HK", "zh-Hans"): ("hk2s",),
    ("zh-Hant-HK", "zh-Hant"): ("hk2t",),
    ("zh-Hant-HK", "zh-Hant-TW"): ("hk2t", "t2tw"),
}
"""The OpenCC configurations to go through. There is none to `zh-Hant` from Simplified: its forms
(爲, 羣) no region reads.

Traditional text from nobody knows where takes the ways of both regions to Simplified: only `tw2s`
knows 隨著, only `hk2t` 衞."""

_LONGEST = 8
"""Characters behind an editor's word in which a longer phrase may end that begins with it."""
_BY_WORDS = {"s2tw": "t2tw", "s2hk": "t2hk"}
"""The configurations for which word edges decide, and what brings a character of OpenCC's standard
to the region.
"""

_AS_IT_IS = re.compile(rf"([\0\ud800-\udfff{APART}]|{NOT_WORDS.pattern})")
"""What is not converted. OpenCC drops the rest of a piece after NUL, a lone surrogate has no UTF-8,
and an address is no words.
"""


class Converter:
    """Converts between scripts and keeps protected words right. Cheap to make; loads what it needs
    at first use.

    >>> names = [Protected("范佳来", "范佳來", "范佳來")]
    >>> converter = Converter(names)
    >>> converter.convert("澎湃新闻记者 范佳来", "zh-Hans", "zh-Hant-TW")
    '澎湃新聞記者 范佳來'
    >>> converter.convert("澎湃新聞記者 范佳來", "zh-Hant-TW", "zh-Hans")
    '澎湃新闻记者 范佳来'
    """

    def __init__(
        self,
        protected: Iterable[Protected],
        names: Iterable[str] = (),
        alone: bool = False,
    ):
        """`names`, of persons and in Simplified script, are words. With `alone`, OpenCC decides
        without them: to compare.

        Raises ValueError for a protected word that changes length or contradicts another.
        """
        self._protected = checked(protected)
        self.names = tuple(sorted(set(names)))
        self._alone = alone
        self._loaded: dict[str, opencc.OpenCC] = {}
        self._kept: dict[str, AhoCorasick | None] = {}

    @property
    def protected(self) -> tuple[tuple[str, str, str], ...]:
        """Each protected word in Simplified, in Taiwan's and in Hong Kong's script."""
        return tuple((each.hans, each.tw, each.hk) for each in self._protected)

    @property
    def words(self) -> tuple[object, ...]:
        """All that it was told of words: what stands for it where nothing else changes."""
        return self._protected, self.names, self._alone

    def __reduce__(self) -> tuple[object, ...]:
        """For worker processes: they get the words and load for themselves."""
        return Converter, (self._protected, self.names, self._alone)

    def convert(
        self, text: str, source: Lang, target: Lang, persons: frozenset[str] = frozenset()
    ) -> str:
        """The text in the target's script, exactly as long; give whole segments, for context
        decides: 一只 alone is 一隻, 一只要 is not.

        Text only, never HTML or Markdown. `persons` are full names of the same source. Raises
        ValueError where there is no route, RuntimeError if OpenCC should change the length.
        """
        if source == target:
            return text
        if (source, target) not in _ROUTES:
            raise ValueError(f"No conversion from {source} to {target}")
        if text.isascii():
            return text
        converted = text
        for config in _ROUTES[source, target]:
            converted = self._through(config, converted, persons)
        return _in_fonts(text, converted)

    def for_readers(
        self,
        text: str,
        written: Lang,
        lang: Lang,
        persons: frozenset[str] = frozenset(),
        mixed: bool = False,
    ) -> str:
        """A source's text, as long, as the readers of `lang` see it: in its own characters if it
        was written for them, else converted.

        Characters of the other script, which nobody prints beside these, are converted for all of
        them; `mixed` tells that the source has several. Our own prose may name such a
        character: it is for `convert` alone.
        """
        of_readers = lang if written == "zh-Hant" < lang else written
        text = self._in_one_script(text, of_readers, persons, mixed)
        if lang.startswith(written):
            return text
        text = self.convert(text, written, lang, persons)
        return text if "zh-Hans" in (written, lang) else text.translate(_old_forms(lang))

    def _in_one_script(self, text: str, lang: Lang, persons: frozenset[str], mixed: bool) -> str:
        """The text without characters of the other script; its addresses keep theirs."""
        lang = "zh-Hant-TW" if lang == "zh-Hant" else lang
        if not may_mix(text, lang):
            return text
        simplified = text
        for config in _ROUTES["zh-Hant", "zh-Hans"]:
            simplified = self._through(config, simplified, persons)
        converted = simplified
        for config in _ROUTES.get(("zh-Hans", lang), ()):
            converted = self._through(config, converted, persons)
        converted = _in_fonts(text, converted)
        pieces, at = _AS_IT_IS.split(text), 0
        for number, piece in enumerate(pieces):
            end = at + len(piece)
            if not number % 2:
                pieces[number] = in_one_script(
                    piece, lang, simplified[at:end], converted[at:end], mixed
                )
            at = end
        return "".join(pieces)

    def _through(self, config: str, text: str, persons: frozenset[str]) -> str:
        if config not in self._loaded:
            self._loaded[config] = self._load(config)
        pieces = _AS_IT_IS.split(text)
        convert = self._loaded[config].convert
        pieces[::2] = [
            self._by_words(piece, config, persons)
            if config in _BY_WORDS and not self._alone
            else convert(piece)
            for piece in pieces[::2]
        ]
        return _as_long("".join(pieces), text, config)

    def _by_words(self, text: str, config: str, persons: frozenset[str]) -> str:
        """By words, but what an editor protects stands as they say, though OpenCC take its
        head for the end of a phrase: 都|发霉.
        """
        convert = self._loaded[config].convert
        done = by_words(
            text,
            OpenCCs(convert, self._phrases().convert, plain(_BY_WORDS[config]).convert),
            self.names,
            persons,
        )
        kept = self._kept[config]
        found = kept.find_matches_as_indexes(text) if kept else ()
        if not found:
            return done
        whole, ends = convert(text), edges(text, self.names)
        for _, start, end in found:
            if stands_as_a_word(start, end, ends):
                is_word = end - start == 2 or {start, end} <= ends
                form = (
                    convert(text[start : end + _LONGEST])[: end - start]
                    if is_word
                    else whole[start:end]
                )
                done = done[:start] + form + done[end:]
        return done

    def _phrases(self) -> opencc.OpenCC:
        if "phrases" not in self._loaded:
            made = with_absolute_paths(
                json.loads((SHIPPED / "s2tw.json").read_text(encoding="utf-8"))
            )
            made["conversion_chain"] = [{"dict": made["segmentation"]["dict"]}]
            self._loaded["phrases"] = loaded(json.dumps(made, ensure_ascii=False))
        return self._loaded["phrases"]

    def _load(self, config: str) -> opencc.OpenCC:
        words = entries(config, self._protected)
        longer = tuple(word for word in words if len(word) > 1)
        self._kept[config] = (
            AhoCorasick(longer, matchkind=MatchKind.LeftmostLongest) if longer else None
        )
        return loaded(json.dumps(protecting(config, words), ensure_ascii=False))


def localise(text: str, words: Mapping[str, str], names: Iterable[str] = ()) -> str:
    """Our own prose, already in Traditional script, with the region's words; `names` stay whole.
    Never for quoted text.

    The word that begins first wins, and of those the longest. The length may change.

    >>> localise("社交媒體上的網絡輿情", {"網絡": "網路", "社交媒體": "社群媒體", "媒體": "媒體"})
    '社群媒體上的網路輿情'
    >>> localise("浙江網經社與網絡", {"網絡": "網路", "網經": "網路經濟"}, names=["網經社"])
    '浙江網經社與網路'
    """
    replacements = {**words, **{name: name for name in names}}
    if not replacements:
        return text
    looked_for = tuple(replacements)
    pieces: list[str] = []
    done = 0
    for which, start, end in _matcher(looked_for).find_matches_as_indexes(text):
        pieces += text[done:start], replacements[looked_for[which]]
        done = end
    return "".join((*pieces, text[done:]))


@lru_cache(maxsize=2)
def _old_forms(lang: str) -> dict[int, str]:
    return str.maketrans(old_forms(lang))


@lru_cache(maxsize=8)
def _matcher(looked_for: tuple[str, ...]) -> AhoCorasick:
    return AhoCorasick(looked_for, matchkind=MatchKind.LeftmostLongest)


def _in_fonts(text: str, converted: str) -> str:
    """The converted text with its own character wherever the new one is in hardly any font: 嗰, not
    𠮶.

    >>> _in_fonts("嗰陣噚日", "𠮶阵㖊日")
    '嗰阵噚日'
    """
    if all(map(has_place_in_gbk, set(converted))):
        return converted
    return "".join(
        new if old == new or has_place_in_gbk(new) else old
        for old, new in zip(text, converted, strict=True)
    )


def _as_long(converted: str, text: str, config: str) -> str:
    """The converted text, if it is as long as the text; else all offsets after the change would be
    wrong.
    """
    if len(converted) != len(text):
        raise RuntimeError(
            f"OpenCC {config} changed the length from {len(text)} to {len(converted)}: “{text[:60]}” → “{converted[:60]}”"
        )
    return converted
