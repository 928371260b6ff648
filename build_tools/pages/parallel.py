"""The parallel text of a source's page: its reports, their blocks, and the segments of each."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from build_tools.language.mail_heads import introduces_mail, is_field, is_mail
from build_tools.language.which import says_both
from build_tools.model.archive import Source
from build_tools.model.mark_kinds import MARK_KINDS
from build_tools.model.quote import locate
from build_tools.model.source import Gap, Report
from build_tools.model.text import Aligned
from build_tools.pages.backlinks import Backlink
from build_tools.pages.context import Words
from build_tools.pages.footnotes import are_pages, footnotes
from build_tools.pages.sides import LANGS_OF, SideShown, columns, own_side, side_beside
from build_tools.pages.view import View
from build_tools.render.marked import Notes
from build_tools.render.speaker import speaker
from build_tools.stages.shape.looks import LABEL
from build_tools.stages.shape.posts import posts

_HEADINGS, _LONG = 4, 80
"""From so many headings and segments on, a page has a table of contents."""
_HEAD = 6
"""Lines of a mail's head."""
_SAID_ON_BOARD = re.compile(r"[推噓嘘→]\s\S+[:：]")
_ENDS = re.compile(r"[.?!。？！…—][\"'”’」』)）]*$")
"""The end of what somebody says: `… know?”`."""
_OF_TABLE = re.compile(r"\|.*\|$|[^:：\t]{1,40}\t[^\t]+$")
"""A row between bars, or a name and its value on either side of a tab, as a wiki's box has them."""
_IN_COLUMNS = re.compile(r"\S(?: {3,}|\t+[^\t]+\t+)(?=\S)")
"""Blanks that set a row of a table apart in columns: `Net sales   311   342.6`; a tab alone does so
behind `From:` too.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentShown:
    """A segment as the page sets it: its sides, and what stands with it."""

    id: str
    tag: str
    """The element of its words."""
    sides: list[SideShown]
    alone: bool
    """Whether it has one side only."""
    wanting: bool
    """Whether the other side is to be translated."""
    gloss: Words
    """What our own names and terms say of one that is not translated."""
    state: str
    old_source: str
    """Of a stale translation: the reading that it was made from."""
    show_state: bool
    rests: list[tuple[int, Backlink]]
    """What rests on it, each with its number on the page."""
    pinyin: str
    """How its Chinese differs from the page's pinyin."""
    indent: str
    """The blanks before a row of a table."""


@dataclass(frozen=True, slots=True)
class BlockShown:
    """A paragraph, list item, heading or row of a table, with its segments."""

    kind: str
    """`paragraph`, `row`, or the kind of its segments."""
    begins_mail: bool
    is_turn: bool
    """Whether it begins with the name of who speaks."""
    segments: list[SegmentShown]


@dataclass(frozen=True, slots=True)
class ReportShown:
    """One publication of the seed, or all of a seed that is one."""

    report: int | None
    """Its number in the seed, from 0."""
    record: Report | None
    blocks: list[BlockShown]


def groups(view: View, source: Source, common: str, said: dict[str, str]) -> Iterator[ReportShown]:
    """The text by report, block and segment. `common` is the state of translation that the page
    tells once; `said` is how a segment's Chinese differs from the page's pinyin.
    """
    twins, begun, turns = _twins(source), _mails(source) | _posts(source), _turns(source)
    segment = _shown_by(view, source, common, said, turns)
    beside = {id(twin) for own in twins.values() for twin in own}
    for report, texts in groupby(
        (each for each in source.text if id(each) not in beside),
        key=lambda each: each.segment.report,
    ):
        blocks = []
        for (_, kind), grouped in groupby(
            texts, key=lambda each: (each.segment.block, _shape(each))
        ):
            members = list(grouped)
            blocks.append(
                BlockShown(
                    kind,
                    members[0].segment.id in begun,
                    members[0].segment.id in turns,
                    [segment(each, twins.get(each.segment.id)) for each in members],
                )
            )
        record = source.cleaned.reports[report] if report is not None else None
        yield ReportShown(report, record, blocks)


def _shown_by(
    view: View, source: Source, common: str, said: dict[str, str], turns: frozenset[str]
) -> Callable[[Aligned, tuple[Aligned, ...] | None], SegmentShown]:
    """Shows a segment of the source, with what the seed itself sets beside it, if it does."""
    resting = _resting(view.backlinks.get(source.id, ()))
    all_notes = footnotes(source)
    missing = {segment: gap.note for segment, gap in gaps(source)}

    def segment(each: Aligned, twins: tuple[Aligned, ...] | None) -> SegmentShown:
        own = "en" if each.segment.lang == "en" else "zh"
        notes: Notes = {} if are_pages(each.segment) else all_notes
        sides = [
            own_side(view, each, side, side == own, notes, missing)
            if side == own or twins is None
            else side_beside(view, twins, side, notes, missing)
            for side in columns(source.side)
        ]
        if each.segment.id in turns:
            sides = [
                replace(
                    side, renditions=[(lang, speaker(words)) for lang, words in side.renditions]
                )
                for side in sides
            ]
        alone = twins is None and not all(side.renditions for side in sides)
        wanting = alone and not says_both(each.reading.text)
        state = each.translation.state
        return SegmentShown(
            id=each.segment.id,
            tag=_tag(each),
            sides=[side for side in sides if side.is_source] if alone else sides,
            alone=alone,
            wanting=wanting,
            gloss=_glosses(view, each) if wanting else {},
            state=state,
            old_source=each.translation.old_source,
            show_state=state not in (common, "untranslated") or state == "stale",
            rests=[
                one for part in (each, *(twins or ())) for one in resting.get(part.segment.id, ())
            ],
            pinyin=said[each.segment.id],
            indent=_indent(source, each) if _shape(each) == "row" else "",
        )

    return segment


def _resting(backlinks: tuple[Backlink, ...]) -> dict[str, list[tuple[int, Backlink]]]:
    """Segment -> what rests on it, each with its number on the page, from 1."""
    found: dict[str, list[tuple[int, Backlink]]] = {}
    for number, backlink in enumerate(backlinks, 1):
        for segment in backlink.segments:
            found.setdefault(segment, []).append((number, backlink))
    return found


def _mails(source: Source) -> frozenset[str]:
    """The segments with which another mail of a thread begins: the first line of its head, or the line that
    introduces it, below all that is above.
    """
    words = [each.reading.text for each in source.text]
    heads = [
        n
        for n in range(1, len(words))
        if introduces_mail(words[n])
        or (is_field(words[n]) and not is_field(words[n - 1]) and is_mail(words[n : n + _HEAD]))
    ]
    return frozenset(source.text[n].segment.id for n in heads)


def _posts(source: Source) -> frozenset[str]:
    """The segments with which a post of a thread begins, below all that is above."""
    begun = posts([each.reading.text for each in source.text])
    return frozenset(source.text[n].segment.id for n in begun if n)


def _turns(source: Source) -> frozenset[str]:
    """The segments that begin with a name before a colon whose last word others have, too: of an
    interview. Those who speak say sentences; the `Joined: Mar 2009` and `Re: statement` of a forum are none.
    """
    named = {
        each.segment.id: (match[1].split()[-1], bool(_ENDS.search(each.reading.text)))
        for each in source.text
        if (match := LABEL.match(each.reading.text)) and not is_field(each.reading.text)
    }
    often = Counter(name for name, _ in named.values())
    said = Counter(name for name, ends in named.values() if ends)
    return frozenset(
        id for id, (name, _) in named.items() if often[name] > 1 and 2 * said[name] >= often[name]
    )


def _shape(each: Aligned) -> str:
    if each.segment.kind != "sentence":
        return each.segment.kind
    text = each.reading.text
    in_columns = _IN_COLUMNS.search(text) and not _SAID_ON_BOARD.match(text)
    return "row" if in_columns or _OF_TABLE.match(text) else "paragraph"


def _indent(source: Source, each: Aligned) -> str:
    """The blanks before a row of a table, under which its columns stand."""
    start, text = each.segment.pieces[0][0], source.cleaned.seed.text
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return "" if before.strip() else before


def _tag(each: Aligned) -> str:
    """The element of a segment's words. The page's own title is its only h1."""
    if each.segment.kind != "heading":
        return "p"
    return f"h{max(each.segment.level, 2)}"


def contents(source: Source) -> list[tuple[str, int, dict[str, str]]]:
    """(id, level, words in each language that there is) of every heading but the headline, where
    the text is long; else nothing.
    """
    found = [
        each for each in source.text if each.segment.kind == "heading" and each.segment.level != 1
    ]
    if len(found) < _HEADINGS or len(source.text) < _LONG:
        return []
    return [
        (each.segment.id, each.segment.level, {r.lang: r.text for r in each.renditions if r.text})
        for each in found
    ]


def _twins(source: Source) -> dict[str, tuple[Aligned, ...]]:
    """Where the seed holds both languages: what stands beside a segment of the page's first
    language, and not in a place of its own.

    Of several sentences that have one answer it stands beside the first; the others have none.
    """
    found: dict[str, tuple[Aligned, ...]] = {}
    for chinese, english in pairs(source):
        own, other = (english, chinese) if source.side == "en" else (chinese, english)
        found |= {each.segment.id: () for each in own}
        found[own[0].segment.id] = other
    return found


def pairs(source: Source) -> Iterator[tuple[tuple[Aligned, ...], tuple[Aligned, ...]]]:
    """Chinese and English sentences of a seed that answer to each other there, without those that
    an editor has translated anew.
    """
    for bead in source.beads:
        chinese, english = (
            tuple(source.text[n] for n in side) for side in (bead.chinese, bead.english)
        )
        if all(each.translation.origin == "found" for each in (*chinese, *english)):
            yield chinese, english


def _glosses(view: View, each: Aligned) -> dict[str, str]:
    """What the archive's own names and terms say, in the other language, of a segment that nobody
    has translated; nothing of one that is.
    """
    if each.translation.state != "untranslated":
        return {}
    english = each.segment.lang == "en"
    marks = each.rendition("en" if english else "zh-Hans").marks
    named = dict.fromkeys((m.kind, m.id) for m in marks if MARK_KINDS[m.kind].names)
    names = [
        view.archive.names[key]
        for key in named
        if view.archive.names[key]["en"] != view.archive.names[key]["zh-Hans"]
    ]
    words = {
        lang: " · ".join(name[lang] for name in names)
        for lang in LANGS_OF["zh" if english else "en"]
    }
    return (
        words
        if len(set(words.values())) > 1
        else {lang: text for lang, text in list(words.items())[:1] if text}
    )


def gaps(source: Source) -> list[tuple[str, Gap]]:
    """The segments after which something is missing."""
    return [
        (each.segment.id, gap)
        for gap in source.record.gaps
        for each in source.text
        if locate(each.segment.found, gap.after)
    ]
