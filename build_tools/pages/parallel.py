"""The parallel text of a source's page: reports, blocks, segments, and the two sides of each."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from markupsafe import Markup

from build_tools.language.mail_heads import is_field, is_mail
from build_tools.language.which import says_both
from build_tools.model.archive import Source
from build_tools.model.kinds import KINDS
from build_tools.model.quote import locate
from build_tools.model.record import Bilingual
from build_tools.model.source import Gap
from build_tools.model.text import Aligned
from build_tools.pages.backlinks import Backlink
from build_tools.pages.footnotes import are_pages, footnotes
from build_tools.pages.view import View
from build_tools.render import Notes, as_found, shown
from build_tools.stages.shape.posts import posts

_SIDES = {"en": ("en",), "zh": ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK")}
_HEADINGS, _LONG = 4, 80
"""From so many headings and segments on, a page has a table of contents."""
_HEAD = 6
"""Lines of a mail's head."""
_IN_COLUMNS = re.compile(r"\S(?: {3,}|\t+[^\t]+\t+)(?=\S)")
"""Blanks that set a row of a table apart in columns: `Net sales   311   342.6`; a tab alone does so
behind `From:` too.
"""


def columns(side: str) -> list[str]:
    """The page's two sides; that of most of the source comes first, for all segments alike."""
    return sorted(_SIDES, key=lambda each: each != side)


def groups(
    view: View, source: Source, common: str, said: dict[str, str]
) -> Iterator[dict[str, Any]]:
    """The text by report, block and segment. `said` is how a segment's Chinese differs from the
    page's pinyin.
    """
    resting = _resting(view.backlinks.get(source.id, ()))
    notes = footnotes(source)
    missing = {segment: gap.note for segment, gap in gaps(source)}
    twins, begun = _twins(source), _mails(source) | _posts(source)
    beside = {id(twin) for those in twins.values() for twin in those}
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
                {
                    "kind": kind,
                    "begins_mail": members[0].segment.id in begun,
                    "segments": [
                        {
                            **_segment(
                                view,
                                each,
                                source.side,
                                common,
                                notes,
                                twins.get(each.segment.id),
                                missing,
                            ),
                            "rests": [
                                one
                                for part in (each, *twins.get(each.segment.id, ()))
                                for one in resting.get(part.segment.id, ())
                            ],
                            "pinyin": said[each.segment.id],
                            "indent": _indent(source, each) if kind == "row" else "",
                        }
                        for each in members
                    ],
                }
            )
        record = source.cleaned.reports[report] if report is not None else None
        yield {"report": report, "record": record, "blocks": blocks}


def _resting(backlinks: tuple[Backlink, ...]) -> dict[str, list[tuple[int, Backlink]]]:
    """Segment -> what rests on it, each with its number on the page, from 1."""
    found: dict[str, list[tuple[int, Backlink]]] = {}
    for number, backlink in enumerate(backlinks, 1):
        for segment in backlink.segments:
            found.setdefault(segment, []).append((number, backlink))
    return found


def _mails(source: Source) -> frozenset[str]:
    """The segments with which another mail of a thread begins: the first line of its head, below
    all that is above.
    """
    words = [each.reading.text for each in source.text]
    heads = [
        n
        for n in range(1, len(words))
        if is_field(words[n]) and not is_field(words[n - 1]) and is_mail(words[n : n + _HEAD])
    ]
    return frozenset(source.text[n].segment.id for n in heads)


def _posts(source: Source) -> frozenset[str]:
    """The segments with which a post of a thread begins, below all that is above."""
    begun = posts([each.reading.text for each in source.text])
    return frozenset(source.text[n].segment.id for n in begun if n)


def _shape(each: Aligned) -> str:
    if each.segment.kind != "sentence":
        return each.segment.kind
    return "row" if _IN_COLUMNS.search(each.reading.text) else "paragraph"


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


def _segment(
    view: View,
    each: Aligned,
    first: str,
    common: str,
    notes: Notes,
    twins: tuple[Aligned, ...] | None,
    missing: dict[str, Bilingual],
) -> dict[str, Any]:
    own = "en" if each.segment.lang == "en" else "zh"
    notes = {} if are_pages(each.segment) else notes
    sides = [
        _side(view, each, side, side == own, notes, missing)
        if side == own or twins is None
        else _beside(view, twins, side, notes, missing)
        for side in columns(first)
    ]
    alone = twins is None and not all(side["renditions"] for side in sides)
    sides = [side for side in sides if side["is_source"]] if alone else sides
    wanting = alone and not says_both(each.reading.text)
    return {
        "id": each.segment.id,
        "tag": _tag(each),
        "sides": sides,
        "alone": alone,
        "wanting": wanting,
        "gloss": _glosses(view, each) if wanting else {},
        "state": each.translation.state,
        "old_source": each.translation.old_source,
        "show_state": each.translation.state not in (common, "untranslated")
        or each.translation.state == "stale",
    }


def _side(
    view: View,
    each: Aligned,
    side: str,
    is_source: bool,
    notes: Notes,
    missing: dict[str, Bilingual],
) -> dict[str, Any]:
    filled = [lang for lang in _SIDES[side] if each.rendition(lang).text]
    return {
        "name": side,
        "is_source": is_source,
        **_signs((each,), missing),
        "lead": each.segment.lead,
        "renditions": [(lang, view.text(each, lang, notes)) for lang in filled],
        "converted": _converted((each,), filled),
        "found": as_found(each) if is_source else "",
        "lang": each.segment.lang,
        "labels": source_labels((each,), side),
        "joined": False,
    }


def source_labels(text: tuple[Aligned, ...], side: str) -> list[tuple[str, str]]:
    """For each rendition of a side, what its source is called: as it was written, converted to
    another script, or in part.

    What conversion leaves as it is was not converted. Of text in its own script only characters of
    the other are.
    """
    own = [each for each in text if (each.segment.lang == "en") == (side == "en")]
    found = []
    for lang in _SIDES[side]:
        converted = [each for each in own if each.rendition(lang).basis == "conversion"]
        whole = len(converted) == len(own) and not any(
            lang.startswith(each.segment.lang) for each in own
        )
        same = all(each.rendition(lang).text == each.reading.text for each in converted)
        found.append(
            (lang, "is-source" if same else "is-converted" if whole else "is-converted-partly")
        )
    return found if len({label for _, label in found}) > 1 else [("", found[0][1])]


def _converted(those: tuple[Aligned, ...], langs: list[str]) -> set[str]:
    """The renditions in which the source's own words are not in the script in which they were
    written.
    """
    return {
        lang
        for lang in langs
        if any(
            each.segment.lang != "en"
            and each.rendition(lang).basis == "conversion"
            and each.rendition(lang).text != each.reading.text
            for each in those
        )
    }


def _signs(those: tuple[Aligned, ...], missing: dict[str, Bilingual]) -> dict[str, Any]:
    """Where the words of a side break off, and what is missing behind them."""
    return {
        "begun": any(each.segment.cut in ("start", "both") for each in those[:1]),
        "cut": any(each.segment.cut in ("end", "both") for each in those[-1:]),
        "gap": next(
            (missing[each.segment.id] for each in those if each.segment.id in missing), None
        ),
    }


def _beside(
    view: View, twins: tuple[Aligned, ...], side: str, notes: Notes, missing: dict[str, Bilingual]
) -> dict[str, Any]:
    """The side of a segment whose other language the seed gives itself: those segments, each with
    its own id, number and list mark.
    """
    filled = [
        (
            lang,
            Markup(" " if side == "en" else "").join(
                _named(twin, view.text(twin, lang, notes), lang == _SIDES[side][0])
                for twin in twins
            ),
        )
        for lang in _SIDES[side]
        if twins
    ]
    return {
        "name": side,
        "is_source": True,
        **_signs(twins, missing),
        "lead": "",
        "joined": not twins,
        "renditions": filled,
        "converted": _converted(twins, [lang for lang, _ in filled]),
        "found": Markup(" ").join(as_found(twin) for twin in twins if as_found(twin)),
        "lang": twins[0].segment.lang if twins else "",
        "labels": [],
    }


def _named(twin: Aligned, words: Markup, first: bool) -> Markup:
    """The words where links to the segment arrive; an id stands once. text.css prints the number,
    which is none of the words.
    """
    lead = (
        Markup('<span class="cb-lead">{}</span> ').format(shown(twin.segment.lead))
        if twin.segment.lead
        else ""
    )
    id = Markup(' id="{}"').format(twin.segment.id) if first else ""
    return Markup('<span class="cb-beside"{} data-no="{}">{}{}</span>').format(
        id, twin.segment.id[1:], lead, words
    )


def _glosses(view: View, each: Aligned) -> dict[str, str]:
    """What the archive's own names and terms say, in the other language, of a segment that nobody
    has translated; nothing of one that is.
    """
    if each.translation.state != "untranslated":
        return {}
    english = each.segment.lang == "en"
    marks = each.rendition("en" if english else "zh-Hans").marks
    named = dict.fromkeys((m.kind, m.id) for m in marks if KINDS[m.kind].names)
    names = [
        view.archive.names[key]
        for key in named
        if view.archive.names[key]["en"] != view.archive.names[key]["zh-Hans"]
    ]
    words = {
        lang: " · ".join(name[lang] for name in names) for lang in _SIDES["zh" if english else "en"]
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
