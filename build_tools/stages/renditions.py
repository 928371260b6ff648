"""Readings and translations -> the four renditions of each segment."""

from build_tools.language.chinese.convert import Converter
from build_tools.model.record import FOREIGN, LANGS
from build_tools.model.text import Reading, Rendition, Segment, SourceText, Translation


def renditions(
    segment: Segment,
    reading: Reading,
    translation: Translation,
    converter: Converter,
    persons: frozenset[str] = frozenset(),
    mixed: bool = False,
) -> tuple[Rendition, ...]:
    """The segment in `LANGS` order. A side that nobody has translated is empty, with derivation
    `gloss`.

    The readers of the script and region that a text was written in see its own characters, and both
    regions' readers those of a Traditional text of no known region; all others see it converted. A
    character of the other script is converted for everybody. Japanese and Korean stand on the
    Chinese side as they are. `persons` are the full names in the Simplified text of the source;
    `mixed` tells that its Traditional text has characters of Simplified.
    """
    chinese_source = segment.lang != "en"
    english, chinese = (
        (translation.text, reading.text) if chinese_source else (reading.text, translation.text)
    )
    done = [Rendition("en", english, _derivation(not chinese_source, english))]
    for lang in LANGS[1:]:
        if segment.lang in FOREIGN:
            done.append(Rendition(lang, chinese, _derivation(True, chinese)))
        else:
            text = (
                converter.for_readers(chinese, segment.lang, lang, persons, mixed)
                if chinese_source
                else converter.convert(chinese, "zh-Hans", lang, persons)
            )
            kept = text == chinese and lang.startswith(
                segment.lang if chinese_source else "zh-Hans"
            )
            done.append(Rendition(lang, text, _derivation(chinese_source, chinese, not kept)))
    return tuple(done)


def _derivation(is_source: bool, text: str, converted: bool = False) -> str:
    if not text:
        return "gloss"
    return "source" if is_source and not converted else "conversion" if converted else "translation"


def simplified(text: SourceText, converter: Converter) -> list[str]:
    """The Chinese of a source in Simplified script, as written, converted or translated, by
    segment.
    """
    sides = zip(text.segments, text.readings, text.translations, strict=True)
    return [
        t.text if s.lang == "en" else converter.convert(r.text, s.lang, "zh-Hans")
        for s, r, t in sides
        if s.lang not in FOREIGN
    ]
