"""A source's page: its text in four renditions, its apparatus, its debris, the seed as found."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from build_tools.model.archive import Source
from build_tools.model.text import Aligned, Seed
from build_tools.pages.view import View

_SIDES = {"en": ("en",), "zh": ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK")}


def pages(view: View) -> Iterator[tuple[str, dict[str, Any], str]]:
    """(name under docs/archive/, front matter, body) of every source's page."""
    for source in view.archive.sources.values():
        yield f"sources/{source.id}.md", {"title": source.title["en"]}, view.page("pages/source.html", "../", **_context(view, source))


def _context(view: View, source: Source) -> dict[str, Any]:
    record = source.record
    langs = list(dict.fromkeys(each.segment.lang for each in source.text))
    retranslated = record.origin in ("machine-translated", "machine-summary")
    common = max(source.states, key=lambda state: source.states[state], default="untranslated")
    return {
        "source": source, "record": record, "langs": langs,
        "is_retranslation": retranslated, "mixed": "en" in langs and len(langs) > 1,
        "origins": list(dict.fromkeys(each.translation.origin for each in source.text if each.translation.origin)),
        "groups": list(_groups(view, source, common)), "common_state": common,
        "columns": _columns(source.side),
        "emendations": _emendations(source), "widened": sum(len(each.reading.widened) for each in source.text),
        "uncertain": _uncertain(source), "debris": _debris(source), "here": _here(source),
        "seed_lines": list(_seed_lines(source)),
        "cut_words": lambda key, lang: view.environment.globals["labels"][key][lang],
    }


def _columns(side: str) -> list[str]:
    """The page's two sides; that of most of the source comes first, for all segments alike."""
    return sorted(_SIDES, key=lambda each: each != side)


def _groups(view: View, source: Source, common: str) -> Iterator[dict[str, Any]]:
    """The text by report, block and segment."""
    for report, texts in groupby(source.text, key=lambda each: each.segment.report):
        blocks = []
        for (_, kind), members in groupby(texts, key=lambda each: (each.segment.block, _shape(each))):
            blocks.append({"kind": kind, "segments": [_segment(view, each, source.side, common) for each in members]})
        record = source.cleaned.reports[report] if report is not None else None
        yield {"report": report, "record": record, "blocks": blocks}


def _shape(each: Aligned) -> str:
    return "paragraph" if each.segment.kind == "sentence" else each.segment.kind


def _segment(view: View, each: Aligned, first: str, common: str) -> dict[str, Any]:
    own = "en" if each.segment.lang == "en" else "zh"
    sides = [_side(view, each, side, side == own) for side in _columns(first)]
    return {"id": each.segment.id, "lead": each.segment.lead, "cut": each.segment.cut, "sides": sides,
            "state": each.translation.state, "old_source": each.translation.old_source,
            "show_state": each.translation.state != common or each.translation.state == "stale"}


def _side(view: View, each: Aligned, side: str, is_source: bool) -> dict[str, Any]:
    filled = [lang for lang in _SIDES[side] if each.rendition(lang).text]
    return {"name": side, "is_source": is_source, "renditions": [(lang, view.text(each, lang)) for lang in filled],
            "gloss": [] if filled else _gloss(view, each, side)}


def _gloss(view: View, each: Aligned, side: str) -> list[tuple[str, str]]:
    """What the glossary can say of a segment that nobody has translated."""
    own = each.rendition("en" if side == "zh" else "zh-Hans")
    named = dict.fromkeys((m.kind, m.target) for m in own.marks if m.kind in ("actor", "term"))
    return [(lang, " · ".join(view.archive.names[key][lang] for key in named) or "—") for lang in _SIDES[side]]


@dataclass(frozen=True, slots=True)
class Uncertain:
    """A link that an editor is not sure of."""

    segment: str
    words: str
    kind: str
    target: str
    certainty: str
    reason: Any


def _uncertain(source: Source) -> list[Uncertain]:
    found = []
    for each in source.text:
        for rendition in each.renditions:
            if rendition.lang in ("en", "zh-Hans"):
                found += [Uncertain(each.segment.id, rendition.text[m.start : m.end], m.kind, m.target, m.certainty, m.reason)
                          for m in rendition.marks if m.certainty in ("inferred", "unknown")]
    return found


def _emendations(source: Source) -> list[dict[str, Any]]:
    found = {}
    for each in source.text:
        for change in each.reading.changes:
            found.setdefault(change.number, {"number": change.number, "segment": each.segment.id, "record": change.emendation})
    return [found[number] for number in sorted(found)]


def _debris(source: Source) -> list[dict[str, Any]]:
    seed = source.cleaned.seed
    return [{"line": seed.line(d.start), "words": seed.text[d.start : d.end].strip(), "kind": d.kind, "reason": d.reason}
            for d in source.cleaned.debris]


def _here(source: Source) -> dict[str, list[tuple[str, int]]]:
    """The actors, events and terms of the text, the most frequent first."""
    counts: dict[str, Counter[str]] = {"actor": Counter(), "event": Counter(), "term": Counter()}
    for each in source.text:
        named = {(m.kind, m.target) for r in each.renditions for m in r.marks}
        for kind, target in named:
            if kind in counts:
                counts[kind][target] += 1
    return {kind: sorted(counter.items(), key=lambda item: (-item[1], item[0])) for kind, counter in counts.items()}


def _seed_lines(source: Source) -> Iterator[dict[str, Any]]:
    """Every line of the seed, in stretches that are hidden or not."""
    seed: Seed = source.cleaned.seed
    for number, (start, end) in enumerate(seed.lines(), 1):
        parts, at = [], start
        for first, last in source.cleaned.hidden_within(start, end):
            parts += [(False, seed.text[at:first]), (True, seed.text[first:last])]
            at = last
        parts.append((False, seed.text[at:end]))
        yield {"number": number, "parts": [(hidden, words) for hidden, words in parts if words]}
