"""The parallel text of a source's page: reports, blocks, segments, and the two sides of each."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from build_tools.model.archive import Source
from build_tools.model.quote import locate
from build_tools.model.source import Gap
from build_tools.model.text import Aligned
from build_tools.pages.backlinks import Backlink
from build_tools.pages.view import View
from build_tools.render import as_found

_SIDES = {"en": ("en",), "zh": ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK")}
_LISTED = re.compile(r"\[\d{1,3}\]\s*\S")
"""A segment that a reference mark leads to: `[1] Sina Finance, 27 October`."""

_HEADINGS, _LONG = 4, 80
"""From so many headings and segments on, a page has a table of contents."""


def columns(side: str) -> list[str]:
    """The page's two sides; that of most of the source comes first, for all segments alike."""
    return sorted(_SIDES, key=lambda each: each != side)


def groups(view: View, source: Source, common: str, said: dict[str, str]) -> Iterator[dict[str, Any]]:
    """The text by report, block and segment. `said` is how a segment's Chinese differs from the page's pinyin."""
    resting = _resting(view.backlinks.get(source.id, ()))
    dangling = not any(_LISTED.match(each.segment.found) for each in source.text)
    headline = is_headline(source)
    missing = {segment: gap.note for segment, gap in gaps(source)}
    for report, texts in groupby(source.text, key=lambda each: each.segment.report):
        blocks = []
        for (_, kind), members in groupby(texts, key=lambda each: (each.segment.block, _shape(each))):
            blocks.append({"kind": kind, "segments": [
                {**_segment(view, each, source.side, common, dangling, headline), "gap": missing.get(each.segment.id),
                 "rests": resting.get(each.segment.id, ()), "pinyin": said[each.segment.id]} for each in members]})
        record = source.cleaned.reports[report] if report is not None else None
        yield {"report": report, "record": record, "blocks": blocks}


def _resting(backlinks: tuple[Backlink, ...]) -> dict[str, list[tuple[int, Backlink]]]:
    """Segment -> what rests on it, each with its number on the page, from 1."""
    found: dict[str, list[tuple[int, Backlink]]] = {}
    for number, backlink in enumerate(backlinks, 1):
        for segment in backlink.segments:
            found.setdefault(segment, []).append((number, backlink))
    return found


def _shape(each: Aligned) -> str:
    return "paragraph" if each.segment.kind == "sentence" else each.segment.kind


def _tag(each: Aligned, headline: bool) -> str:
    """The element of a segment's words. The headline is the page's own where the page has no other title."""
    if each.segment.kind != "heading":
        return "p"
    return "h1" if headline and each.segment.level == 1 else f"h{max(each.segment.level, 2)}"


def is_headline(source: Source) -> bool:
    """Whether the text opens with the headline that is the page's title, so that it is not printed twice."""
    return not source.record.title and bool(source.text) and source.text[0].segment.level == 1


def contents(source: Source) -> list[tuple[str, int, dict[str, str]]]:
    """(id, level, words in each language that there is) of every heading but the headline, where the text is long; else nothing."""
    found = [each for each in source.text if each.segment.kind == "heading" and each.segment.level != 1]
    if len(found) < _HEADINGS or len(source.text) < _LONG:
        return []
    return [(each.segment.id, each.segment.level, {r.lang: r.text for r in each.renditions if r.text}) for each in found]


def _segment(view: View, each: Aligned, first: str, common: str, dangling: bool, headline: bool) -> dict[str, Any]:
    own = "en" if each.segment.lang == "en" else "zh"
    sides = [_side(view, each, side, side == own, dangling) for side in columns(first)]
    alone = not all(side["renditions"] for side in sides)
    sides = [side for side in sides if side["is_source"]] if alone else sides
    return {"id": each.segment.id, "tag": _tag(each, headline), "lead": each.segment.lead, "cut": each.segment.cut, "sides": sides, "alone": alone,
            "gloss": glosses(view, each) if alone else {},
            "state": each.translation.state, "old_source": each.translation.old_source,
            "show_state": each.translation.state not in (common, "untranslated") or each.translation.state == "stale"}


def _side(view: View, each: Aligned, side: str, is_source: bool, dangling: bool) -> dict[str, Any]:
    filled = [lang for lang in _SIDES[side] if each.rendition(lang).text]
    return {"name": side, "is_source": is_source, "renditions": [(lang, view.text(each, lang, dangling)) for lang in filled],
            "found": as_found(each) if is_source else "", "lang": each.segment.lang, "labels": source_labels((each,), side)}


def source_labels(text: tuple[Aligned, ...], side: str) -> list[tuple[str, str]]:
    """For each rendition of a side, what its source is called: as it was written, converted to another script, or in part."""
    own = [each for each in text if (each.segment.lang == "en") == (side == "en")]
    found = []
    for lang in _SIDES[side]:
        converted = sum(each.rendition(lang).basis == "conversion" for each in own)
        found.append((lang, "is-source" if not converted else "is-converted" if converted == len(own) else "is-converted-partly"))
    return found if len({label for _, label in found}) > 1 else [("", found[0][1])]


def glosses(view: View, each: Aligned) -> dict[str, str]:
    """What the archive's own names and terms say, in the other language, of a segment that nobody has translated; nothing of one that is."""
    if each.translation.state != "untranslated":
        return {}
    english = each.segment.lang == "en"
    marks = each.rendition("en" if english else "zh-Hans").marks
    named = dict.fromkeys((m.kind, m.target) for m in marks if m.kind in ("actor", "term"))
    names = [view.archive.names[key] for key in named if view.archive.names[key]["en"] != view.archive.names[key]["zh-Hans"]]
    words = {lang: " · ".join(name[lang] for name in names) for lang in _SIDES["zh" if english else "en"]}
    return words if len(set(words.values())) > 1 else {lang: text for lang, text in list(words.items())[:1] if text}


def gaps(source: Source) -> list[tuple[str, Gap]]:
    """The segments after which something is missing."""
    return [(each.segment.id, gap) for gap in source.record.gaps for each in source.text if locate(each.segment.found, gap.after)]
