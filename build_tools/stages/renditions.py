"""Readings and translations -> the four renditions of each segment."""

from build_tools.model.record import FOREIGN, LANGS
from build_tools.model.text import Reading, Rendition, Segment, Translation
from build_tools.stages.convert import Converter


def renditions(segment: Segment, reading: Reading, translation: Translation, converter: Converter,
               told: frozenset[str] = frozenset()) -> tuple[Rendition, ...]:
    """The segment in `LANGS` order. A side that nobody has translated is empty, with basis `gloss`.

    Traditional text of no known region stands as it is for Taiwan and for Hong Kong; Japanese and Korean, on the Chinese side, for all.
    `told` are the full names in the Simplified text of the source.
    """
    chinese_source = segment.lang != "en"
    as_it_is = {"zh-Hant": LANGS[2:]}.get(segment.lang, LANGS if segment.lang in FOREIGN else ())
    english, chinese = (translation.text, reading.text) if chinese_source else (reading.text, translation.text)
    written = segment.lang if chinese_source else "zh-Hans"
    done = []
    for lang in LANGS:
        if lang == "en":
            done.append(Rendition(lang, english, _basis(not chinese_source, english)))
        else:
            kept = lang == written or lang in as_it_is
            done.append(Rendition(lang, chinese if kept or not chinese else converter.convert(chinese, written, lang, told), _basis(chinese_source, chinese, not kept)))
    return tuple(done)


def _basis(is_source: bool, text: str, converted: bool = False) -> str:
    if not text:
        return "gloss"
    return "source" if is_source and not converted else "conversion" if converted else "translation"
