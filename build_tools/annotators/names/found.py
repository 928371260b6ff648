"""The names and terms of a text. What it or an editor says once for certain, in either language,
helps to find it again.
"""

from collections import defaultdict
from dataclasses import replace

from build_tools.annotators.given import Given, Marks
from build_tools.annotators.names.cuts import NOT, SURE
from build_tools.annotators.names.english import in_a_name
from build_tools.annotators.names.matching import Hit, settled
from build_tools.model.problem import Problem
from build_tools.model.text import Aligned


def find(given: Given) -> tuple[Marks, tuple[Problem, ...]]:
    """The names and terms of each segment, in both languages; there is nothing to tell of them."""
    confirmed = [given.confirmed.get(passage.segment.id, frozenset()) for passage in given.passages]
    hits: dict[str, list[tuple[Hit, ...]]] = {}
    for lang, matcher in (("en", given.matchers["en"]), ("zh-Hans", given.matchers["zh"])):
        around = _paragraphs(given.passages, lang)
        hits[lang] = [
            matcher.find(
                p.rendition(lang).text, around[p.segment.block], given.source, p.segment.lang
            )
            for p in given.passages
        ]
    hits["en"] = _without_names([p.rendition("en").text for p in given.passages], hits["en"])
    sure = {
        lang: [{hit.mark.id for hit in one_text if hit.verdict == SURE} for one_text in found]
        for lang, found in hits.items()
    }
    known = {
        *given.named,
        *(target for targets in given.confirmed.values() for target in targets),
        *(
            hit.mark.id
            for found in hits.values()
            for one_text in found
            for hit in one_text
            if hit.verdict == SURE and hit.plain
        ),
    }
    return {
        (number, lang): settled(one_text, known, other, read)
        for lang, across in (("en", "zh-Hans"), ("zh-Hans", "en"))
        for number, (one_text, other, read) in enumerate(
            zip(hits[lang], sure[across], confirmed, strict=True)
        )
    }, ()


def _without_names(texts: list[str], hits: list[tuple[Hit, ...]]) -> list[tuple[Hit, ...]]:
    """The hits; a term that has a capital in the midst of a sentence is a name, and so it is at the
    head of another: Boycott, after Mr Boycott.
    """
    named = {
        text[hit.mark.start : hit.mark.end]
        for text, found in zip(texts, hits, strict=True)
        for hit in found
        if hit.mark.kind == "term"
        and hit.verdict == NOT
        and in_a_name(text, hit.mark.start, hit.mark.end)
    }
    return [
        tuple(
            replace(hit, verdict=NOT)
            if hit.mark.kind == "term" and text[hit.mark.start : hit.mark.end] in named
            else hit
            for hit in found
        )
        for text, found in zip(texts, hits, strict=True)
    ]


def _paragraphs(passages: tuple[Aligned, ...], lang: str) -> dict[int, str]:
    texts: dict[int, list[str]] = defaultdict(list)
    for passage in passages:
        texts[passage.segment.block].append(passage.rendition(lang).text)
    return {block: "\n".join(parts) for block, parts in texts.items()}
