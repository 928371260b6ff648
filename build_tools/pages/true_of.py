"""What may be said of one source: each sentence with the condition under which it is true."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from build_tools.language.chinese.han import HAN
from build_tools.language.not_words import without
from build_tools.language.which import (
    ENDED_CHINESE,
    ENGLISH_FOR_CHINESE,
    WORD,
    has_words,
    is_prose,
    language,
    says_both,
)
from build_tools.model.archive import Source
from build_tools.model.record import FOREIGN
from build_tools.model.text import Aligned
from build_tools.pages.context import Words
from build_tools.stages.pairing.cues import letters, sentence

_A_PASSAGE = {"en": 3, "zh": 4}
"""How many words, or Chinese characters, make a passage: a single name is none."""
_NAME, _STOP = 16, re.compile(r"[。.!?！？]\W*$")
"""Characters of a Japanese or Korean line that is more than a name, and what ends a sentence."""
_NOTICE = 0.4
"""Up to which part of a short text a site's notices may be."""
_TOLD = "translated"
"""The debris rule that knows where a text says that a machine has translated it."""
_YEAR = re.compile(r"(?:19|20)\d\d")


def in_real_languages(words: Words) -> Words:
    """Our words by the language that they are in: what stands under English for want of a
    translation is not English.

    >>> in_real_languages({"en": "渡轮致歉", "zh-Hans": "渡轮致歉", "zh-Hant-TW": "渡輪致歉", "zh-Hant-HK": "渡輪致歉"})
    {'zh-Hans': '渡轮致歉', 'zh-Hant-TW': '渡輪致歉', 'zh-Hant-HK': '渡輪致歉'}
    >>> in_real_languages(dict.fromkeys(("en", "zh-Hans"), "渡口")), in_real_languages(dict.fromkeys(("en", "zh-Hans"), "KOL"))
    ({'zh-Hans': '渡口'}, {'en': 'KOL'})
    """
    chinese = {lang: text for lang, text in words.items() if lang != "en"}
    if "en" not in words or words["en"] not in chinese.values():
        return words
    own = language(words["en"], "zh")
    if own in FOREIGN:
        return {own: words["en"]}
    if not HAN.search(words["en"]):
        return {"en": words["en"]} if len(set(words.values())) == 1 else words
    return chinese if len(set(chinese.values())) > 1 else dict(list(chinese.items())[:1])


def kind_of(source: Source) -> str:
    """What kind of text it is: what editors say; else a machine's translation, where a line of it says so."""
    by_editors = any(each.by == _TOLD for each in source.cleaned.debris)
    return source.record.origin or ("told-by-machine" if by_editors else "")


def speaks(text: str) -> str:
    """`en`, `zh`, `ja` or `ko` where the text is a passage of it; empty where it is an address, a
    name or a number.

    >>> speaks("https://www.example.org/a/ferry-timetable"), speaks("IT之家 1 月 7 日消息"), speaks("The company declined to comment.")
    ('', 'zh', 'en')
    """
    text = without(text)
    side = language(text, "zh")
    return (
        side
        if side in FOREIGN
        else side
        if len((WORD if side == "en" else HAN).findall(text)) >= _A_PASSAGE[side]
        else ""
    )


def languages(source: Source) -> list[str]:
    """The languages of its passages, that of the first one first; of a text without any passage,
    those of its words.

    Where there are several, each must have a clause of its own: names and buttons in Latin letters
    make no Chinese text one of two languages, and titles that a page links to (without a stop, and
    not the headline) make no English one so; nor do a site's notices make any text so.
    """
    passages = [each for each in source.text if speaks(each.reading.text)]
    if not source.beads:
        passages = _but_for_notices(passages, source.side)
    langs = dict.fromkeys(each.segment.lang for each in passages)
    if len(langs) > 1:
        clauses = dict.fromkeys(
            each.segment.lang for each in passages if _is_clause(each, source.side)
        )
        langs = clauses or dict.fromkeys(
            lang for lang in langs if (lang == "en") == (source.side == "en")
        )
    return list(
        langs
        or dict.fromkeys(each.segment.lang for each in source.text if has_words(each.reading.text))
    )


def _but_for_notices(passages: Sequence[Aligned], side: str) -> list[Aligned]:
    """The passages without those in another language over or under the whole text, few, without a
    heading, and naming nothing that it names: what a site says of itself.
    """
    own = [n for n, each in enumerate(passages) if (each.segment.lang == "en") == (side == "en")]
    text = list(passages[own[0] : own[-1] + 1]) if own else []
    rest = [*passages[: own[0]], *passages[own[-1] + 1 :]] if own else []
    if not rest:
        return text
    lengths = [
        sum(
            letters(each.reading.text) / (ENGLISH_FOR_CHINESE if each.segment.lang == "en" else 1)
            for each in segments
        )
        for segments in (rest, text)
    ]
    headed = any(each.segment.kind == "heading" for each in rest)
    if headed or lengths[0] > _NOTICE * sum(lengths) or _named(rest) & _named(text):
        return list(passages)
    return text


def _named(passages: Sequence[Aligned]) -> set[str]:
    """What they name, but for years: those stand in every copyright notice."""
    return {
        cue
        for each in passages
        for cue in sentence(each.reading.text).cues
        if not _YEAR.fullmatch(cue)
    }


def _is_clause(each: Aligned, side: str) -> bool:
    text = without(each.reading.text)
    if each.segment.lang in FOREIGN:
        return len(text) >= _NAME or bool(_STOP.search(text))
    return is_prose(text, each.segment.lang) and (
        each.segment.lang == "en"
        or side != "en"
        or each.segment.level == 1
        or bool(ENDED_CHINESE.search(text.rstrip()))
    )


def states(source: Source) -> dict[str, int]:
    """How many of its segments stand in each state of translation; `both` are those that need none,
    and `alone` what a seed in both languages says in one only.
    """
    return dict(Counter(_state(each, bool(source.beads)) for each in source.text))


def _state(each: Aligned, bilingual: bool) -> str:
    if each.translation.state != "untranslated":
        return each.translation.state
    return "both" if says_both(each.reading.text) else "alone" if bilingual else "untranslated"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a source is translated."""

    done: int
    """Segments."""
    whole: int
    """Segments to be translated, those that are done among them."""
    single: bool
    """Whether its page has one column only."""
    says: str
    """The label that tells so; empty where all is done."""


def progress_of(source: Source, langs: list[str]) -> Progress:
    """How far it is translated: what of it is, and which sentence says so. A line that says all in
    both languages needs no translation, and no counterpart.
    """
    counts = states(source)
    wanting = counts.get("untranslated", 0) + counts.get("alone", 0)
    whole = len(source.text) - (0 if source.beads else counts.get("both", 0))
    some = len(source.text) > wanting + counts.get("both", 0)
    sides = {"en" if lang == "en" else "other" if lang in FOREIGN else "zh" for lang in langs}
    says = ""
    if sides and not some:
        says = f"untranslated-{sides.pop() if len(sides) == 1 else 'both'}"
    elif some and wanting:
        says = "partly-paired" if source.beads else "partly-translated"
    return Progress(whole - wanting, whole, not some, says)


def notice(progress: Progress, labels: dict[str, Words]) -> Words:
    """What a page says of its translation where that is not whole, in every language; nothing where
    it is.
    """
    return (
        {
            lang: words.format(done=progress.done, whole=progress.whole)
            for lang, words in labels[progress.says].items()
        }
        if progress.says
        else {}
    )


def about(source: Source, labels: dict[str, Words], langs: list[str]) -> Words:
    """The name of the box that tells what is known of the source, with what is in it."""
    record = source.record
    keys = [
        key
        for key, there in (
            ("outlet", record.publications),
            ("dates", record.dates),
            ("language", langs),
            ("grade", record.grade),
            ("file", True),
            ("state", source.text),
            ("note", record.note),
        )
        if there
    ]
    return listed(
        labels["about-source"],
        [
            {**labels[key], "en": labels[key]["en"][:1].lower() + labels[key]["en"][1:]}
            for key in keys
        ],
    )


def listed(head: Words, members: list[Words]) -> Words:
    """`Languages: English, Chinese` in every language, each with its own punctuation.

    >>> listed({"en": "Of", "zh-Hans": "语言"}, [{"en": "English", "zh-Hans": "英文"}, {"en": "Chinese", "zh-Hans": "中文"}])
    {'en': 'Of: English, Chinese', 'zh-Hans': '语言：英文、中文'}
    """
    return {
        lang: words
        + (": " if lang == "en" else "：")
        + (", " if lang == "en" else "、").join(each[lang] for each in members)
        for lang, words in head.items()
    }


def tongue(source: Source) -> Callable[[str], Markup]:
    """For words quoted from this source: the `lang` attribute of the element that holds them, or
    nothing where they are no words.
    """
    chinese = next(
        (each.segment.lang for each in source.text if each.segment.lang != "en"), "zh-Hans"
    )

    def lang_of(text: str) -> Markup:
        return (
            Markup(' lang="{}"').format(language(text, chinese)) if has_words(text) else Markup("")
        )

    return lang_of
