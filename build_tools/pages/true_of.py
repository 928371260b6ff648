"""What may be said of one source: each sentence with the condition under which it is true."""

import re
from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from build_tools.model.archive import Source
from build_tools.model.han import HAN
from build_tools.model.record import LANGS
from build_tools.stages.segment import language

Words = dict[str, str]
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]+|[#@]\S+")
"""What has letters and is in no language: `https://www.example.org/news`, `#KOL`."""
_WORD = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’-]*")
_A_PASSAGE = {"en": 3, "zh": 4}
"""How many words, or Chinese characters, make a passage: a single name is none."""


def spoken(words: Words) -> Words:
    """Our words by the language that they are in: what stands under English for want of a translation is not English.

    >>> spoken({"en": "渡轮致歉", "zh-Hans": "渡轮致歉", "zh-Hant-TW": "渡輪致歉", "zh-Hant-HK": "渡輪致歉"})
    {'zh-Hans': '渡轮致歉', 'zh-Hant-TW': '渡輪致歉', 'zh-Hant-HK': '渡輪致歉'}
    >>> spoken(dict.fromkeys(("en", "zh-Hans"), "渡口")), spoken(dict.fromkeys(("en", "zh-Hans"), "KOL"))
    ({'zh-Hans': '渡口'}, {'en': 'KOL'})
    """
    chinese = {lang: text for lang, text in words.items() if lang != "en"}
    if "en" not in words or words["en"] not in chinese.values():
        return words
    if not HAN.search(words["en"]):
        return {"en": words["en"]} if len(set(words.values())) == 1 else words
    return chinese if len(set(chinese.values())) > 1 else dict(list(chinese.items())[:1])


def speaks(text: str) -> str:
    """`en` or `zh` where the text is a passage of it; empty where it is an address, a name or a number.

    >>> speaks("https://www.example.org/a/ferry-timetable"), speaks("IT之家 1 月 7 日消息"), speaks("The company declined to comment.")
    ('', 'zh', 'en')
    """
    text = _ADDRESS.sub(" ", text)
    side = "en" if language(text, "zh") == "en" else "zh"
    return side if len((_WORD if side == "en" else HAN).findall(text)) >= _A_PASSAGE[side] else ""


def languages(source: Source) -> list[str]:
    """The languages of its passages, that of the first one first; of a text without any passage, those of its words."""
    passages = dict.fromkeys(each.segment.lang for each in source.text if speaks(each.reading.text))
    return list(passages or dict.fromkeys(each.segment.lang for each in source.text if _WORD.search(_ADDRESS.sub("", each.reading.text)) or HAN.search(each.reading.text)))


def standing(source: Source, langs: list[str], glossed: bool) -> dict[str, Any]:
    """How far it is translated: what of it is, and which sentences say so."""
    done = sum(each.translation.state != "untranslated" for each in source.text)
    sides = {"en" if lang == "en" else "zh" for lang in langs}
    says = []
    if sides and not done:
        says.append(f"untranslated-{sides.pop() if len(sides) == 1 else 'both'}")
    elif 0 < done < len(source.text):
        says.append("partly-paired" if source.beads else "partly-translated")
    return {"done": done, "whole": len(source.text), "single": not done, "says": [*says, *(["gloss"] if says and glossed else [])]}


def converted(source: Source) -> list[str]:
    """The Chinese forms in which the source's own words are shown in other characters than it has."""
    own = [each for each in source.text if each.segment.lang != "en"]
    return [lang for lang in LANGS if lang != "en" and any(each.rendition(lang).text != each.reading.text for each in own)]


def notice(stands: dict[str, Any], labels: dict[str, Words]) -> Words:
    """What a page says of its translation where that is not whole, in every language; nothing where it is."""
    return {lang: (" " if lang == "en" else "").join(labels[key][lang].format(**stands) for key in stands["says"]) for lang in LANGS if stands["says"]}


def about(source: Source, labels: dict[str, Words]) -> Words:
    """The name of the box that tells what is known of the source, with what is in it."""
    record = source.record
    keys = [key for key, there in (("outlet", record.publications), ("dates", record.dates), ("language", True), ("grade", record.grade),
                                   ("file", True), ("state", source.text), ("note", record.note)) if there]
    named = {lang: ", ".join(labels[key][lang][:1].lower() + labels[key][lang][1:] for key in keys) if lang == "en"
             else "、".join(labels[key][lang] for key in keys) for lang in LANGS}
    return {lang: labels["about-source"][lang] + (": " if lang == "en" else "：") + named[lang] for lang in LANGS}


def tongue(source: Source) -> Callable[[str], Markup]:
    """For words quoted from this source: the `lang` attribute of the element that holds them, or nothing where they are no words."""
    chinese = next((each.segment.lang for each in source.text if each.segment.lang != "en"), "zh-Hans")

    def lang_of(text: str) -> Markup:
        return Markup(' lang="{}"').format(language(text, chinese)) if HAN.search(text) or _WORD.search(text) else Markup("")

    return lang_of
