"""A source's page: its text in four renditions, its apparatus, its debris, the seed as found."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from build_tools.language.chinese.pinyin import UNSURE
from build_tools.model.archive import Source
from build_tools.model.dates import Date
from build_tools.model.kinds import that
from build_tools.model.record import Bilingual
from build_tools.model.text import Key, Seed
from build_tools.pages.parallel import columns, contents, gaps, groups, source_labels
from build_tools.pages.true_of import about, languages, listed, notice, standing, states, tongue
from build_tools.pages.view import View, in_brief

_NEAREST = ("published", "announced", "republished", "event", "recorded")
"""Which of a source's dates stands under its title: the one nearest to its being published."""

_LONG = 300
"""Segments of a text of which a browser lays out only what is near the window: a tenth of the
time.
"""


def pages(view: View) -> Iterator[tuple[str, dict[str, Any], str]]:
    """(name under docs/archive/, front matter, body) of every source's page."""
    for source in view.archive.sources.values():
        front = {
            "title": source.title["en"],
            **({"description": in_brief(source.record.note)} if source.record.note else {}),
        }
        yield (
            f"sources/{source.id}.md",
            front,
            view.page("pages/source.html", "../", **_context(view, source)),
        )


def _context(view: View, source: Source) -> dict[str, Any]:
    record = source.record
    labels, langs = view.labels, languages(source)
    stands = standing(source, langs)
    counts = states(source)
    common = max(
        (state for state in counts if state not in ("untranslated", "alone", "both")),
        key=lambda state: counts[state],
        default="untranslated",
    )
    by_segment = {
        each.segment.id: otherwise for each, otherwise in zip(source.text, source.said, strict=True)
    }
    parts = list(groups(view, source, common, by_segment))
    glossed = {
        "en" if lang == "en" else "zh"
        for part in parts
        for block in part["blocks"]
        for each in block["segments"]
        for lang in each["gloss"]
    }
    return {
        "source": source,
        "pinyin": source.pinyin,
        "pinyin_unsure": UNSURE in source.pinyin or any(UNSURE in one for one in source.said),
        "record": record,
        "first_date": min(record.dates, key=lambda d: _NEAREST.index(d.kind), default=None),
        "langs": langs,
        "language": listed(labels["language"], [labels[f"lang-{lang}"] for lang in langs]),
        "lang_of": tongue(source),
        "about": about(source, labels, langs),
        "stands": stands,
        "states": counts,
        "notice": notice(stands, labels),
        "glossed": "-".join(sorted(glossed)),
        "is_retranslation": record.origin in ("machine-translated", "machine-summary")
        and "en" in langs
        and bool(stands["done"]),
        "mixed": "en" in langs and len(langs) > 1 and bool(stands["done"]),
        "bilingual": bool(source.beads),
        "origins": list(
            dict.fromkeys(
                each.translation.origin
                for each in source.text
                if each.translation.text and each.translation.origin
            )
        ),
        "groups": parts,
        "common_state": common,
        "columns": columns(source.side),
        "source_labels": {side: source_labels(source.text, side) for side in columns(source.side)},
        "contents": contents(source),
        "is_long": len(source.text) > _LONG,
        "emendations": _emendations(source),
        "widened": sum(len(each.reading.widened) for each in source.text),
        "gaps": gaps(source),
        "uncertain": _uncertain(source),
        "debris": _debris(source),
        "here": _here(view.archive.counted[source.id]),
        "seed_lines": list(_seed_lines(source, tongue(source))),
        "cut_words": lambda key, lang: labels[key][lang],
    }


@dataclass(frozen=True, slots=True)
class Uncertain:
    """A link that an editor is not sure of."""

    segment: str
    words: str
    kind: str
    target: str | Date | None
    certainty: str
    reason: Any


def _uncertain(source: Source) -> list[Uncertain]:
    found = []
    for each in source.text:
        own = "en" if each.segment.lang == "en" else "zh-Hans"
        for rendition in each.renditions:
            if rendition.lang in ("en", "zh-Hans"):
                found += [
                    Uncertain(
                        each.segment.id,
                        rendition.text[m.start : m.end],
                        m.kind,
                        m.target,
                        m.certainty,
                        m.reason,
                    )
                    for m in rendition.marks
                    if m.certainty in ("inferred", "unknown")
                    or (m.basis == "inferred" and rendition.lang == own)
                ]
    return found


def _emendations(source: Source) -> list[dict[str, Any]]:
    found: dict[int, dict[str, Any]] = {}
    for each in source.text:
        for change in each.reading.changes:
            found.setdefault(
                change.number,
                {"number": change.number, "segment": each.segment.id, "record": change.emendation},
            )
    return [found[number] for number in sorted(found)]


def _debris(source: Source) -> list[dict[str, Any]]:
    """What is hidden, each with its first line and how often it is: the `>` of a quoted e-mail
    stands once.
    """
    seed = source.cleaned.seed
    found: dict[tuple[str, Bilingual], dict[str, Any]] = {}
    for piece in source.cleaned.debris:
        words = seed.text[piece.start : piece.end].strip()
        row = found.setdefault(
            (words, piece.reason),
            {
                "line": seed.line(piece.start),
                "words": words,
                "kind": piece.kind,
                "reason": piece.reason,
                "times": 0,
            },
        )
        row["times"] += 1
    return list(found.values())


def _here(counted: Mapping[Key, int]) -> dict[str, list[tuple[str, int]]]:
    """The actors, events and terms of the text, the most frequent first."""
    return {
        kind: sorted(
            ((str(id), n) for (its, id), n in counted.items() if its == kind),
            key=lambda each: (-each[1], each[0]),
        )
        for kind in that(searched=True)
    }


def _seed_lines(source: Source, lang_of: Callable[[str], Markup]) -> Iterator[dict[str, Any]]:
    """Every line of the seed, in stretches that are hidden or not."""
    seed: Seed = source.cleaned.seed
    for number, (start, end) in enumerate(seed.lines(), 1):
        parts, at = [], start
        for first, last in source.cleaned.hidden_within(start, end):
            parts += [(False, seed.text[at:first]), (True, seed.text[first:last])]
            at = last
        parts.append((False, seed.text[at:end]))
        yield {
            "number": number,
            "lang": lang_of(seed.text[start:end]),
            "parts": [(hidden, words) for hidden, words in parts if words],
        }
