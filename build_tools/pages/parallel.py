"""The parallel text of a source's page: reports, blocks, segments, and the two sides of each."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from markupsafe import Markup

from build_tools.language import says_both
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
    missing = {segment: gap.note for segment, gap in gaps(source)}
    twins = _twins(source)
    beside = {id(twin) for those in twins.values() for twin in those}
    for report, texts in groupby((each for each in source.text if id(each) not in beside), key=lambda each: each.segment.report):
        blocks = []
        for (_, kind), members in groupby(texts, key=lambda each: (each.segment.block, _shape(each))):
            blocks.append({"kind": kind, "segments": [
                {**_segment(view, each, source.side, common, dangling, twins.get(each.segment.id)), "gap": missing.get(each.segment.id),
                 "rests": [one for part in (each, *twins.get(each.segment.id, ())) for one in resting.get(part.segment.id, ())],
                 "pinyin": said[each.segment.id]} for each in members]})
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


def _tag(each: Aligned) -> str:
    """The element of a segment's words. The page's own title is its only h1."""
    if each.segment.kind != "heading":
        return "p"
    return f"h{max(each.segment.level, 2)}"


def contents(source: Source) -> list[tuple[str, int, dict[str, str]]]:
    """(id, level, words in each language that there is) of every heading but the headline, where the text is long; else nothing."""
    found = [each for each in source.text if each.segment.kind == "heading" and each.segment.level != 1]
    if len(found) < _HEADINGS or len(source.text) < _LONG:
        return []
    return [(each.segment.id, each.segment.level, {r.lang: r.text for r in each.renditions if r.text}) for each in found]


def _twins(source: Source) -> dict[str, tuple[Aligned, ...]]:
    """Where the seed holds both languages: what stands beside a segment of the page's first language, and not in a place of its own.

    Of several sentences that have one answer it stands beside the first; the others have none. A pair that an editor has made anew is no twin.
    """
    found = {}
    for bead in source.beads:
        own, other = (bead.english, bead.chinese) if source.side == "en" else (bead.chinese, bead.english)
        if all(source.text[n].translation.origin == "found" for n in (*own, *other)):
            found |= {source.text[n].segment.id: () for n in own}
            found[source.text[own[0]].segment.id] = tuple(source.text[n] for n in other)
    return found


def _segment(view: View, each: Aligned, first: str, common: str, dangling: bool, twins: tuple[Aligned, ...] | None) -> dict[str, Any]:
    own = "en" if each.segment.lang == "en" else "zh"
    sides = [_side(view, each, side, side == own, dangling) if side == own or twins is None else _beside(view, twins, side, dangling) for side in columns(first)]
    alone = twins is None and not all(side["renditions"] for side in sides)
    sides = [side for side in sides if side["is_source"]] if alone else sides
    both = alone and says_both(each.reading.text)
    return {"id": each.segment.id, "tag": _tag(each), "lead": each.segment.lead, "cut": each.segment.cut, "sides": sides, "alone": alone, "wanting": alone and not both,
            "gloss": _glosses(view, each) if alone and not both else {},
            "state": each.translation.state, "old_source": each.translation.old_source,
            "show_state": each.translation.state not in (common, "untranslated") or each.translation.state == "stale"}


def _side(view: View, each: Aligned, side: str, is_source: bool, dangling: bool) -> dict[str, Any]:
    filled = [lang for lang in _SIDES[side] if each.rendition(lang).text]
    return {"name": side, "is_source": is_source, "renditions": [(lang, view.text(each, lang, dangling)) for lang in filled],
            "found": as_found(each) if is_source else "", "lang": each.segment.lang, "labels": source_labels((each,), side), "joined": False}


def source_labels(text: tuple[Aligned, ...], side: str) -> list[tuple[str, str]]:
    """For each rendition of a side, what its source is called: as it was written, converted to another script, or in part.

    What conversion leaves as it is was not converted. Of text in its own script only characters of the other are.
    """
    own = [each for each in text if (each.segment.lang == "en") == (side == "en")]
    found = []
    for lang in _SIDES[side]:
        converted = [each for each in own if each.rendition(lang).basis == "conversion"]
        whole = len(converted) == len(own) and not any(lang.startswith(each.segment.lang) for each in own)
        same = all(each.rendition(lang).text == each.reading.text for each in converted)
        found.append((lang, "is-source" if same else "is-converted" if whole else "is-converted-partly"))
    return found if len({label for _, label in found}) > 1 else [("", found[0][1])]


def _beside(view: View, twins: tuple[Aligned, ...], side: str, dangling: bool) -> dict[str, Any]:
    """The side of a segment whose other language the seed gives itself: those segments, each with its own id."""
    filled = [(lang, Markup(" " if side == "en" else "").join(_named(twin, view.text(twin, lang, dangling), lang == _SIDES[side][0]) for twin in twins)) for lang in _SIDES[side] if twins]
    return {"name": side, "is_source": True, "joined": not twins, "renditions": filled,
            "found": Markup(" ").join(as_found(twin) for twin in twins if as_found(twin)), "lang": twins[0].segment.lang if twins else "", "labels": []}


def _named(twin: Aligned, words: Markup, first: bool) -> Markup:
    """The words where links to the segment arrive; an id stands once."""
    return Markup('<span id="{}">{}</span>').format(twin.segment.id, words) if first else words


def _glosses(view: View, each: Aligned) -> dict[str, str]:
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
