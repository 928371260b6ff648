"""The archive's own words -> every language and script: names, terms, labels and prose."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from build_tools.language.chinese.convert import Converter, localise
from build_tools.language.chinese.han import HAN
from build_tools.language.chinese.opencc_settings import Protected
from build_tools.language.chinese.pinyin import Spoken
from build_tools.language.chinese.script import in_other_characters
from build_tools.model.authority import Actor
from build_tools.model.editorial import Editorial
from build_tools.model.record import LANGS, REGIONS, Bilingual
from build_tools.model.rules import Correction, RegionalWord
from build_tools.model.termbase import Term

_QUOTED = re.compile(r"(“[^”]*”|《[^》]*》)")
"""A quotation or a title within our own prose: the “营销之神” of a report."""
Where = tuple[str, str, *tuple[str | int, ...]]
"""The way to what somebody wrote, from its folder on: `("actors", "xiaomi", "names")`."""
_MARKS = re.compile(r"“([^“”]*)”")
"""A pair of quotation marks; a lone “, as in the legend of marks, is none."""
_INNER_MARKS = re.compile(r"‘([^‘’]*)’")
"""A pair within a pair."""


def protected_words(
    actors: dict[str, Actor], corrections: tuple[Correction, ...]
) -> tuple[tuple[Protected, ...], tuple[tuple[str, Where, Where], ...]]:
    """What conversion must not touch: names with a Traditional form of their own, and corrections.

    And the Simplified words among them that contradict another one, which are not protected, with
    the places of both.
    A name that a region writes with other words (谷歌, Google; 奥巴马, 歐巴馬) is no matter of
    script: it would put that region's words into what others said.
    """
    words: dict[Where, Protected] = {
        ("rules", "conversion", "corrections", n): Protected(
            each.converted, each.zh_hant_tw, each.zh_hant_hk
        )
        for n, each in enumerate(corrections)
    }
    for id, names in ((id, actor.names) for id, actor in actors.items()):
        tw, hk = (
            form if form and in_other_characters(names.zh_hans, form) else None
            for form in (names.zh_hant_tw, names.zh_hant_hk)
        )
        either = tw or hk
        if either:
            words["actors", id, "names"] = Protected(names.zh_hans, tw or either, hk or either)
    agreeing: dict[str, tuple[Protected, Where]] = {}
    simplified: dict[str, str] = {}
    contradicting = []
    for where, word in words.items():
        if not len(word.hans) == len(word.tw) == len(word.hk):
            continue
        others = (
            [word.hans]
            if len(word.hans) == 1
            else [word.hans, *(simplified.get(form, word.hans) for form in (word.tw, word.hk))]
        )
        other = next(
            (agreeing[each] for each in others if each in agreeing and agreeing[each][0] != word),
            None,
        )
        if other:
            contradicting.append((word.hans, where, other[1]))
            continue
        agreeing[word.hans] = word, where
        simplified |= {word.tw: word.hans, word.hk: word.hans}
    return tuple(word for word, _ in agreeing.values()), tuple(contradicting)


def people(actors: dict[str, Actor]) -> tuple[str, ...]:
    """The Simplified names of persons: words for the conversion, each with a family name that keeps
    its character.
    """
    return tuple(
        actor.names.zh_hans
        for actor in actors.values()
        if actor.kind == "person" and all(map(HAN.match, actor.names.zh_hans))
    )


def words_read_otherwise(editorial: Editorial) -> Spoken:
    """Words that editors read otherwise than the dictionary, with a syllable for each character."""
    return tuple((word.zh_hans, tuple(word.pinyin.split())) for word in editorial.spoken)


def in_every_language(
    text: Bilingual, converter: Converter, regional: dict[str, dict[str, str]] | None = None
) -> dict[str, str]:
    """The text by language. Script is converted; with `regional`, words and quotation marks of our
    own prose become the region's.
    """
    done = {"en": text.en, "zh-Hans": text.zh_hans}
    for lang, given in (("zh-Hant-TW", text.zh_hant_tw), ("zh-Hant-HK", text.zh_hant_hk)):
        converted = given or converter.convert(text.zh_hans, "zh-Hans", lang)
        done[lang] = (
            converted if given or not regional else in_regional_words(converted, regional[lang])
        )
    return done


def in_regional_words(text: str, words: dict[str, str]) -> str:
    """Our own Traditional prose in a region's words and with its quotation marks; what it quotes
    keeps its own words.

    >>> in_regional_words("網絡上稱“網絡暴力”", {"網絡": "網路"})
    '網路上稱「網絡暴力」'
    """
    return in_corner_marks(
        "".join(
            part if part[:1] in "“《" else localise(part, words) for part in _QUOTED.split(text)
        )
    )


def in_corner_marks(text: str) -> str:
    """Our own prose with the quotation marks that Taiwan and Hong Kong print. Never for quoted
    text: see decision 006.

    >>> in_corner_marks("文中還稱“‘年輕人的第一輛車’”；語段編號下的“")
    '文中還稱「『年輕人的第一輛車』」；語段編號下的“'
    """
    return _MARKS.sub(lambda pair: "「" + _INNER_MARKS.sub(r"『\1』", pair[1]) + "」", text)


def regional_words(
    terms: dict[str, Term], common: tuple[RegionalWord, ...], converter: Converter
) -> dict[str, dict[str, str]]:
    """For each region: what the converted form of a term or common word is replaced with in our own
    prose.
    """
    words: dict[str, dict[str, str]] = {"zh-Hant-TW": {}, "zh-Hant-HK": {}}
    for word in common:
        for lang, form in (("zh-Hant-TW", word.zh_hant_tw), ("zh-Hant-HK", word.zh_hant_hk)):
            if form:
                words[lang][converter.convert(word.zh_hans, "zh-Hans", lang)] = form
    for term in terms.values():
        for lang, forms in (
            ("zh-Hant-TW", term.forms.zh_hant_tw),
            ("zh-Hant-HK", term.forms.zh_hant_hk),
        ):
            converted = converter.convert(term.forms.zh_hans.preferred, "zh-Hans", lang)
            if forms and forms.preferred != converted:
                words[lang][converted] = forms.preferred
    return words


def term_name(term: Term, converter: Converter) -> dict[str, str]:
    """A term's preferred form by language."""
    name = {"en": term.forms.en.preferred, "zh-Hans": term.forms.zh_hans.preferred}
    for lang, forms in (
        ("zh-Hant-TW", term.forms.zh_hant_tw),
        ("zh-Hant-HK", term.forms.zh_hant_hk),
    ):
        name[lang] = (
            forms.preferred
            if forms
            else converter.convert(term.forms.zh_hans.preferred, "zh-Hans", lang)
        )
    assert tuple(name) == LANGS
    return name


def in_script(words: dict[str, str], converter: Converter) -> dict[str, str]:
    """English and Simplified words with their two Traditional forms, by script only."""
    return {
        **words,
        **{lang: converter.convert(words["zh-Hans"], "zh-Hans", lang) for lang in REGIONS},
    }


def label_name(label: Mapping[str, Any], converter: Converter) -> dict[str, str]:
    """A PR concept's label by language; `zh-Hant` is for both regions, unless one has its own."""
    derived = in_script({"en": label["en"], "zh-Hans": label["zh-Hans"]}, converter)
    return {
        lang: label.get(lang, label.get("zh-Hant", words) if lang.startswith("zh-Hant") else words)
        for lang, words in derived.items()
    }


def joined_names(names: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """Several names as one, in each language.

    >>> joined_names([dict.fromkeys(LANGS, "道歉"), dict.fromkeys(LANGS, "否认")])["zh-Hans"]
    '道歉 / 否认'
    """
    return {lang: " / ".join(name[lang] for name in names) for lang in LANGS}
