"""Readings and translations -> the four renditions of each segment."""

from build_tools.model.record import LANGS
from build_tools.model.text import Reading, Rendition, Segment, Translation
from build_tools.stages.convert import Converter


def renditions(segment: Segment, reading: Reading, translation: Translation, converter: Converter) -> tuple[Rendition, ...]:
    """The segment in `LANGS` order. A side that nobody has translated is empty, with basis `gloss`."""
    chinese_source = segment.lang != "en"
    english, chinese = (translation.text, reading.text) if chinese_source else (reading.text, translation.text)
    written = segment.lang if chinese_source else "zh-Hans"
    done = []
    for lang in LANGS:
        if lang == "en":
            done.append(Rendition(lang, english, _basis(not chinese_source, english)))
        else:
            text = converter.convert(chinese, written, lang) if chinese else ""
            done.append(Rendition(lang, text, _basis(chinese_source, text, lang != written)))
    return tuple(done)


def _basis(is_source: bool, text: str, converted: bool = False) -> str:
    if not text:
        return "gloss"
    return "source" if is_source and not converted else "conversion" if converted else "translation"
