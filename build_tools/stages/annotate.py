"""Renditions -> renditions with marks: names, terms, dates, events, and what editors decided about them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import chain
from types import MappingProxyType

from build_tools.annotators.cuts import NOT, SURE
from build_tools.annotators.date_chronicle import Passage, in_order
from build_tools.annotators.date_doubt import left_open
from build_tools.annotators.dates import dates
from build_tools.annotators.english import in_a_name
from build_tools.annotators.matching import Hit, Matcher, leftmost_longest, settled
from build_tools.model.problem import Place, Problem, error, or_of_another
from build_tools.model.quote import locate, not_found_hint
from build_tools.model.source import DateDecision, MentionDecision
from build_tools.model.text import Aligned, Mark
from build_tools.stages.anchors import Anchors

_CHINESE = ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words that a record quotes from this source, to be marked there."""

    mark: Mark
    quote: str
    prefix: str
    suffix: str
    parallel: str
    place: Place


@dataclass(frozen=True, slots=True)
class Decided:
    """An editor's decision with the place of its record."""

    decision: MentionDecision | DateDecision
    kind: str
    """What the target is: `actor`, `term`, `date`."""
    place: Place
    path: tuple[str, int] | None = None
    """Its key in annotations.yml: ("mentions", 3)."""


def annotate(source: str, passages: tuple[Aligned, ...], matchers: dict[str, Matcher], anchors: Anchors, events: tuple[Quoted, ...],
             decisions: tuple[Decided, ...], confirmed: Mapping[str, frozenset[str]] = MappingProxyType({})) -> tuple[tuple[Aligned, ...], tuple[Problem, ...]]:
    """The passages with their marks. Chinese is matched in Simplified; the other scripts share its offsets.

    `confirmed` are the names and terms that editors have read, by segment.
    """
    problems: list[Problem] = []
    marks: dict[tuple[int, str], list[Mark]] = {}
    names = _names(source, passages, matchers, {*chain(*confirmed.values()), *(d.decision.target for d in decisions if isinstance(d.decision, MentionDecision))},
                   [confirmed.get(passage.segment.id, frozenset()) for passage in passages])
    for lang, found in names.items():
        for index, own in enumerate(_dates(passages, lang, anchors)):
            marks[index, lang] = list(leftmost_longest([*found[index], *own]))
    for decided in decisions:
        _decide(passages, marks, decided, problems)
    problems = or_of_another(problems, "quote-not-found", len(decisions), "decisions here are about words that do not stand where they look for them")
    placed = _events(passages, events, problems)
    return tuple(_with_marks(p, marks, n, placed) for n, p in enumerate(passages)), tuple(problems)


def _dates(passages: tuple[Aligned, ...], lang: str, anchors: Anchors) -> list[tuple[Mark, ...]]:
    """The dates of each segment: what its words and the day of the text say, then what the story before it adds, or leaves open."""
    said = []
    for passage, speaking in zip(passages, _spoken(passages, lang), strict=True):
        text, anchor = passage.rendition(lang).text, anchors.at(passage.segment)
        said.append(Passage(passage.segment, text, dates(text, replace(anchor, is_written=False) if anchor and speaking else anchor, bare_months=True), anchor))
    return left_open(said, in_order(said))


def _names(source: str, passages: tuple[Aligned, ...], matchers: dict[str, Matcher], decided: set[str | None],
           confirmed: list[frozenset[str]]) -> dict[str, list[tuple[Mark, ...]]]:
    """The names and terms of each segment, by language. What the text or an editor says once for certain, in either, helps to find it again."""
    hits: dict[str, list[tuple[Hit, ...]]] = {}
    for lang, kind in (("en", "en"), ("zh-Hans", "zh")):
        around = _paragraphs(passages, lang)
        hits[lang] = [matchers[kind].find(p.rendition(lang).text, around[p.segment.block], source, p.segment.lang) for p in passages]
    hits["en"] = _without_names([p.rendition("en").text for p in passages], hits["en"])
    sure = {lang: [{hit.mark.target for hit in those if hit.standing == SURE} for those in found] for lang, found in hits.items()}
    known = decided | {hit.mark.target for found in hits.values() for those in found for hit in those if hit.standing == SURE and hit.plain}
    return {lang: [settled(those, known, other, read) for those, other, read in zip(hits[lang], sure[across], confirmed, strict=True)]
            for lang, across in (("en", "zh-Hans"), ("zh-Hans", "en"))}


def _without_names(texts: list[str], hits: list[tuple[Hit, ...]]) -> list[tuple[Hit, ...]]:
    """The hits; a term that has a capital in the midst of a sentence is a name, and so it is at the head of another: Boycott, after Mr Boycott."""
    named = {text[hit.mark.start : hit.mark.end] for text, found in zip(texts, hits, strict=True) for hit in found
             if hit.mark.kind == "term" and hit.standing == NOT and in_a_name(text, hit.mark.start, hit.mark.end)}
    return [tuple(replace(hit, standing=NOT) if hit.mark.kind == "term" and text[hit.mark.start : hit.mark.end] in named else hit for hit in found)
            for text, found in zip(texts, hits, strict=True)]


def _paragraphs(passages: tuple[Aligned, ...], lang: str) -> dict[int, str]:
    texts: dict[int, list[str]] = defaultdict(list)
    for passage in passages:
        texts[passage.segment.block].append(passage.rendition(lang).text)
    return {block: "\n".join(parts) for block, parts in texts.items()}


def _spoken(passages: tuple[Aligned, ...], lang: str) -> list[bool]:
    """Whether each passage begins within a quotation of its paragraph: a speaker's 昨天 may be another day than the writer's."""
    found, block, depth = [], None, 0
    for passage in passages:
        depth = depth if passage.segment.block == block else 0
        found.append(depth > 0)
        text, block = passage.rendition(lang).text, passage.segment.block
        depth += sum(text.count(mark) for mark in "“「『") - sum(text.count(mark) for mark in "”」』")
    return found


def _own_lang(passage: Aligned) -> str:
    return "en" if passage.segment.lang == "en" else "zh-Hans"


def _find(passages: tuple[Aligned, ...], lang: str | None, quote: str, prefix: str, suffix: str) -> list[tuple[int, str, int, int]]:
    """(segment index, lang, start, end) for each place of the quote, within single segments."""
    places = []
    for index, passage in enumerate(passages):
        places += [(index, lang or _own_lang(passage), a, b) for a, b in locate(_words(passage, lang), quote, prefix, suffix)]
    return places


def _words(passage: Aligned, lang: str | None) -> str:
    """What a quotation is looked for in: a rendition, or the reading, whose script may be none of the four's; offsets are the same."""
    return passage.rendition(lang).text if lang else passage.reading.text


def segments_of(passages: tuple[Aligned, ...], decisions: tuple[Decided, ...]) -> dict[tuple[str, int], str]:
    """The segments of decisions that do not name theirs yet, as far as their words stand once."""
    found = {}
    for each in decisions:
        record = each.decision
        places = _find(passages, record.lang, record.quote, record.prefix, record.suffix)
        if each.path and record.segment is None and len(places) == 1:
            found[each.path] = passages[places[0][0]].segment.id
    return found


def _single(passages: tuple[Aligned, ...], decided: Decided, problems: list[Problem]) -> tuple[int, str, int, int] | None:
    """The one place that is meant; a decision that names its segment stands there or nowhere."""
    record, place = decided.decision, decided.place
    everywhere = _find(passages, record.lang, record.quote, record.prefix, record.suffix)
    places = [found for found in everywhere if record.segment in (None, passages[found[0]].segment.id)]
    if len(places) == 1:
        return places[0]
    ids = ", ".join(dict.fromkeys(passages[index].segment.id for index, *_ in places or everywhere))
    if places:
        problems.append(error(place, "quote-ambiguous", f"“{record.quote}” stands {len(places)} times in {record.segment or f'the text ({ids})'}",
                              "Add the words before or after it as prefix or suffix"))
        return None
    there = [p for p in passages if record.segment in (None, p.segment.id)]
    meant = "" if there or record.segment is None else _meant(record.segment, [p.segment.id for p in passages])
    if meant:
        problems.append(error(place, "quote-not-found", f"“{record.segment}” is no id of a segment", f"Write `segment: {meant}`"))
        return None
    near = not_found_hint("\n".join(_words(p, record.lang) for p in there), record.quote, record.prefix, record.suffix)
    if record.segment is None:
        problems.append(error(place, "quote-not-found", f"“{record.quote}” is not in the text, as it reads after emendations", near))
    else:
        problems.append(error(place, "quote-not-found", f"“{record.quote}” is not in {record.segment}" + ("" if there else ", which is not in the text"),
                              ". ".join([*([near] if there else []), f"The quoted words stand in {ids} now" if ids else "The quoted words stand nowhere else in the text"])))
    return None


def _meant(segment: str, ids: list[str]) -> str:
    """The id that was written without its letter, or otherwise: 14 or S14 for s14."""
    number = "".join(char for char in segment if char.isdecimal())
    return next((id for id in ids if number and segment != id == f"s{int(number[:9])}" and segment.strip().lower().strip("#s. ").isdecimal()), "")


def _decide(passages: tuple[Aligned, ...], marks: dict[tuple[int, str], list[Mark]], decided: Decided, problems: list[Problem]) -> None:
    """Let an editor's decision replace what the matcher found at its words."""
    record = decided.decision
    found = _single(passages, decided, problems)
    if found is None:
        return
    index, lang, start, end = found
    lang = "zh-Hans" if lang in _CHINESE else lang
    here = [m for m in marks[index, lang] if m.start < end and start < m.end]
    if any(m.standing != "suggested" for m in here):
        problems.append(error(decided.place, "decided-twice", f"Another decision already stands at “{record.quote}” ({passages[index].segment.id})",
                              "Keep one of the two"))
        return
    if isinstance(record, DateDecision):
        new = Mark(start, end, "date", record.date, "added", reason=record.reason, basis=record.basis)
    elif record.decision == "reject":
        new = None
    elif record.decision == "confirm":
        kept = next((m for m in here if (m.start, m.end) == (start, end)), None)
        if kept is None:
            problems.append(error(decided.place, "nothing-to-confirm", f"The matcher found nothing at “{record.quote}”", "Use `decision: add`"))
            return
        new = replace(kept, standing="confirmed", certainty=record.certainty, reason=record.reason)
    else:
        new = Mark(start, end, decided.kind, record.target or "", "added", record.certainty, record.reason)
    rest = [m for m in marks[index, lang] if m not in here]
    marks[index, lang] = sorted([*rest, new] if new else rest, key=lambda m: m.start)


def _events(passages: tuple[Aligned, ...], events: tuple[Quoted, ...], problems: list[Problem]) -> dict[tuple[int, str], list[Mark]]:
    """Event marks by segment and language; on a side without its own words the mark is empty and stands at the end."""
    placed: dict[tuple[int, str], list[Mark]] = defaultdict(list)
    for event in events:
        found = _find(passages, None, event.quote, event.prefix, event.suffix)
        if len(found) != 1:  # `cite` tells the editor
            continue
        index, lang, start, end = found[0]
        placed[index, lang].append(replace(event.mark, start=start, end=end))
        other = "zh-Hans" if lang == "en" else "en"
        text = passages[index].rendition(other).text
        spans = locate(text, event.parallel) if event.parallel and text else ()
        if event.parallel and text and len(spans) != 1:
            problems.append(error(event.place, "parallel-not-found", f"“{event.parallel}” stands {f'{len(spans)} times' if spans else 'nowhere'} in the translation of {passages[index].segment.id}",
                                  f"The translation reads: {text}"))
        start, end = spans[0] if len(spans) == 1 else (len(text), len(text))
        placed[index, other].append(replace(event.mark, start=start, end=end))
    return placed


def _with_marks(passage: Aligned, marks: dict[tuple[int, str], list[Mark]], index: int, events: dict[tuple[int, str], list[Mark]]) -> Aligned:
    done = []
    for rendition in passage.renditions:
        lang = "en" if rendition.lang == "en" else "zh-Hans"
        own = sorted({*marks[index, lang], *events.get((index, lang), [])}, key=lambda m: (m.start, m.end, m.kind, m.target))
        done.append(replace(rendition, marks=tuple(own)))
    return replace(passage, renditions=tuple(done))
