"""Traditional Chinese for handwritten pages, which are written in English and Simplified only."""

import re
from functools import cache
from pathlib import Path

from build_tools.language.chinese.convert import Converter
from build_tools.language.chinese.opencc_settings import Protected
from build_tools.model.outcome import Prose
from build_tools.model.record import REGIONS
from build_tools.model.visible import visible
from build_tools.stages.wording import in_regional_words, people, protected_words, regional_words

_TAG = re.compile(r"(<[^>]*>)")
_OPENS = re.compile(r'<(div|p|span|li)\b[^>]*\blang="zh-Hans"[^>]*>')


def with_traditional(html: str, root: Path) -> str:
    """The page with a Taiwan and a Hong Kong rendition after each Chinese element that stands
    alone.

    Links, code and attributes stay as they are; elements that already have a Traditional neighbour
    are left alone.
    Control characters become visible, as on every page.
    """
    parts, done = [], 0
    for opening in _OPENS.finditer(html):
        if opening.start() < done:
            continue
        end = _end(html, opening)
        parts.append(html[done:end])
        done = end
        if 'lang="zh-Hant' not in html[end : end + 60] and "data-always" not in opening[0]:
            parts += [_in_script(html[opening.start() : end], lang, root) for lang in REGIONS]
    return visible("".join([*parts, html[done:]]))


def _end(html: str, opening: re.Match[str]) -> int:
    """Behind the tag that closes the element."""
    depth = 0
    for tag in re.finditer(rf"<(/?){opening[1]}\b[^>]*>", html[opening.start() :]):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return opening.start() + tag.end()
    return len(html)


def _in_script(element: str, lang: str, root: Path) -> str:
    converter, regional = converted_by(root)
    element = element.replace('lang="zh-Hans"', f'lang="{lang}"', 1)
    element = re.sub(r' id="[^"]*"', "", element)
    pieces = _TAG.split(element)
    return "".join(
        piece
        if piece.startswith("<")
        else in_regional_words(converter.convert(piece, "zh-Hans", lang), regional[lang])
        for piece in pieces
    )


_prose: dict[Path, Prose] = {}


def remember(root: Path, prose: Prose) -> None:
    """What the archive's own prose is written with, as its build has just told."""
    _prose[root] = prose
    converted_by.cache_clear()


@cache
def converted_by(root: Path) -> tuple[Converter, dict[str, dict[str, str]]]:
    """The converter and the regions' words. Kept until `converted_by.cache_clear()`, for an editor may
    change them. Read from the editors' files where no build has told them: other site generators run none.
    """
    if (prose := _prose.get(root)) and prose.regional is not None:
        protected = [Protected(*each) for each in prose.protected]
        return Converter(protected, prose.people), prose.regional

    from build_tools.readers.editorial import read_editorial

    editorial, _ = read_editorial(root)
    converter = Converter(
        protected_words(editorial.actors, editorial.corrections)[0],
        people(editorial.actors),
    )
    return converter, regional_words(editorial.terms, editorial.wording, converter)
