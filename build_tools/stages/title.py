"""The title of a source: what editors call it, else what the text itself is headed with."""

import re
from collections import defaultdict
from itertools import takewhile

from build_tools.language.chinese.convert import Converter
from build_tools.language.mail_heads import ANSWER, ANY, SUBJECT, head
from build_tools.model.editorial import SourceFiles
from build_tools.model.record import LANGS
from build_tools.model.text import Aligned, Seed
from build_tools.model.visible import visible
from build_tools.stages.shape.headline import is_text
from build_tools.stages.shape.markers import is_section
from build_tools.stages.shape.no_title import names_no_text
from build_tools.stages.wording import in_every_language

_HEADER = re.compile(ANY, re.I)
_SUBJECT = re.compile(rf"^{head(SUBJECT)}\s*(?:{ANSWER})*", re.I)
"""What stands before the subject of an e-mail: `Subject: RE: Re: Holding statement`."""
_ANSWER = re.compile(rf"^{head(SUBJECT)}\s*{ANSWER}", re.I)
"""The subject of a mail under the name of its archive: `Subject: Re: [list] Recall`."""
_TOP = 20
"""Segments among which the headline stands: notices of a site may be above it."""
_BRIEF = 160
"""Characters: what is longer is text; a heading behind it is that of a part."""


def title_of(
    files: SourceFiles, text: tuple[Aligned, ...], converter: Converter, seed: Seed
) -> dict[str, str]:
    """The editors' title, the subject of an e-mail, or the headline (else the first words) as far
    as it is translated.
    """
    if files.record.title:
        return in_every_language(files.record.title, converter)
    if not text:
        return dict.fromkeys(LANGS, seed.id)
    first = (
        _subject(text)
        or _headline(text)
        or next((each for each in text[:10] if not names_no_text(each.reading.text)), text[0])
    )
    own = _SUBJECT.sub("", first.reading.text)
    if first.segment.kind != "heading":
        return {
            r.lang: _short(
                own if r.lang == "en" or first.segment.lang == "en" else _SUBJECT.sub("", r.text)
            )
            for r in first.renditions
        }
    return {r.lang: visible(r.text or own) for r in first.renditions}


def _subject(text: tuple[Aligned, ...]) -> Aligned | None:
    """The subject of the mail that the text is; of a mail that a text quotes below its first
    sentences, it is no title.
    """
    headed = any(_HEADER.match(each.reading.text) for each in text[:2])
    over = (
        text[:10]
        if headed
        else tuple(
            takewhile(
                lambda each: _HEADER.match(each.reading.text) or not is_text(each.reading.text),
                text[:10],
            )
        )
    )
    subjects = (
        each for each in over if _SUBJECT.sub("", each.reading.text) not in ("", each.reading.text)
    )
    return next((each for each in subjects if headed or _ANSWER.match(each.reading.text)), None)


def _headline(text: tuple[Aligned, ...]) -> Aligned | None:
    """The headline of the whole text; else the first heading, with nothing but short lines before
    it, and no `Dear colleagues,`.
    """
    whole = next((each for each in text[:_TOP] if each.segment.level == 1), None)
    if whole:
        return whole
    blocks: dict[int, int] = defaultdict(int)
    for number, each in enumerate(text):
        if each.segment.kind == "heading":
            return None if number and is_section(each.reading.text) else each
        blocks[each.segment.block] += len(each.reading.text)
        if number > 9 or blocks[each.segment.block] > _BRIEF or each.reading.text[-1] in ",，:：":
            return None
    return None


def _short(text: str) -> str:
    return visible(text if len(text) <= 120 else text[:100] + "…")
