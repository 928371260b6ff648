"""A text with its marks as HTML: links, passages, emended words, reference marks."""

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from markupsafe import Markup

from build_tools.model.mark_kinds import MARK_KINDS
from build_tools.model.text import Aligned, Change, Key, Mark, Rendition
from build_tools.render.markup import filled, joined, shown

_REFERENCES = re.compile(r"(\[\d{1,3}\])")
"""A reference mark: the [1] of `[1][3].`"""
Notes = Mapping[str, str]
"""Where reference marks lead: `[1]` -> a segment of the page, or nothing where what it refers to is
not in the seed.
"""
_END = Markup("</span>")
_HTML_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
"""A date that HTML's `time` can hold: no doubt, no open year, no span."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a mark leads."""

    href: str
    title: str
    """Its name in both languages; of a date, the date in words."""


def marked(
    rendition: Rendition,
    changes: tuple[Change, ...],
    targets: dict[Key, Target],
    notes: Notes = MappingProxyType({}),
) -> Markup:
    """The rendition with its marks as links; `changes` only for the side that was emended.

    Of reference marks such as [1] `notes` says where they lead; of those that it does not know
    nothing is said.
    """
    leading = [m for m in rendition.marks if m.target is None or m.key in targets]
    links = [m for m in leading if MARK_KINDS[m.kind].drawn == "link"]
    passages = [m for m in leading if MARK_KINDS[m.kind].drawn == "passage"]
    parts: list[Markup] = []
    within: list[str] = []
    for start, end, link in _groups(len(rendition.text), links, passages):
        covering = _kinds(p for p in passages if p.start < end and start < p.end)
        parts += _opened(within, covering)
        inner = _emended(
            rendition.text, start, end, changes, link is None or link.target is None, notes
        )
        parts.append(
            inner
            if link is None
            else _no_day(inner, rendition.lang)
            if link.target is None
            else _link(inner, link, targets)
        )
        ending = [p for p in passages if start < p.end <= end or (p.end == p.start == end)]
        parts += [_sign(p, targets) for p in ending]
        parts += _closed(within, _kinds(p for p in passages if p.start < end < p.end))
    if not rendition.text:
        parts += [_sign(p, targets) for p in passages]
    return joined(parts)


def _kinds(passages: Iterable[Mark]) -> list[str]:
    """The kinds of passages, in the order of the table: the later lies within the earlier."""
    there = {p.kind for p in passages}
    return [kind for kind in MARK_KINDS if kind in there] if there else []


def _opened(within: list[str], kinds: list[str]) -> list[Markup]:
    """What leads from where the text is `within` into passages of these kinds, too."""
    parts = _closed(within, kinds)
    new = kinds[len(within) :]
    within += new
    return [*parts, *(filled('<span class="m-in m-in-{}">', kind) for kind in new)]


def _closed(within: list[str], going_on: list[str]) -> list[Markup]:
    """What ends the passages that do not go on, and those that lie within them."""
    kept = next((n for n, kind in enumerate(within) if going_on[n : n + 1] != [kind]), len(within))
    ended = len(within) - kept
    del within[kept:]
    return [_END] * ended


def _groups(
    length: int, links: list[Mark], passages: list[Mark]
) -> list[tuple[int, int, Mark | None]]:
    """The text cut at links and at the edges of passages; an edge inside a link moves to the
    link's.
    """
    cuts = {0, length} | {at for m in links for at in (m.start, m.end)}
    cuts |= {
        at
        for p in passages
        for at in (p.start, p.end)
        if not any(m.start < at < m.end for m in links)
    }
    points = sorted(cuts)
    by_start = {m.start: m for m in links}
    return [(a, b, by_start.get(a)) for a, b in itertools.pairwise(points)]


def _emended(
    text: str, start: int, end: int, changes: tuple[Change, ...], linked: bool, notes: Notes
) -> Markup:
    """A stretch of text with its emended words marked; `linked` to the apparatus, except within
    another link.
    """
    if not changes:
        return _with_notes(text[start:end], notes, linked) if notes else shown(text[start:end])
    points = sorted(
        {start, end} | {at for c in changes for at in (c.start, c.end) if start < at < end}
    )
    parts = []
    for a, b in itertools.pairwise(points):
        change = next((c for c in changes if c.start <= a and b <= c.end), None)
        words = _with_notes(text[a:b], notes, linked and not change) if notes else shown(text[a:b])
        parts.append(_in_apparatus(words, change, linked) if change else words)
    return joined(parts)


def _in_apparatus(words: Markup, change: Change, linked: bool) -> Markup:
    found = f"as found · 原文所见: {change.emendation.quote}"
    if linked:
        return filled(
            '<a class="m-emended m-{}" href="#e{}" title="{}">{}</a>',
            change.emendation.certainty,
            change.number,
            found,
            words,
        )
    return filled(
        '<span class="m-emended m-{}" data-e="#e{}" title="{}">{}</span>',
        change.emendation.certainty,
        change.number,
        found,
        words,
    )


def _with_notes(text: str, notes: Notes, linked: bool) -> Markup:
    return joined(
        [
            _note(part, notes[part], linked) if part in notes else shown(part)
            for part in _REFERENCES.split(text)
        ]
    )


def _note(mark: str, to: str, linked: bool) -> Markup:
    """A reference mark, linked to its entry, except within another link; or what it refers to is
    not there.
    """
    if not to:
        return filled(
            '<span class="m-dangling" title="What this mark refers to is not in the seed · 所引内容不在原始文本中">{}</span>',
            mark,
        )
    return filled('<a class="m-note" href="#{}">{}</a>', to, mark) if linked else shown(mark)


def as_found(each: Aligned) -> Markup:
    """The segment's words as found, with those marked that the reading changes; empty where it
    changes nothing.
    """
    if not each.reading.changes and not each.reading.widened:
        return Markup("")
    parts, done = [], 0
    for change in each.reading.changes:
        words = shown(each.segment.found[change.found_start : change.found_end])
        parts += [
            shown(each.segment.found[done : change.found_start]),
            filled('<a class="m-found" href="#e{}">{}</a>', change.number, words),
        ]
        done = change.found_end
    return joined([*parts, shown(each.segment.found[done:])])


def _link(inner: Markup, mark: Mark, targets: dict[Key, Target]) -> Markup:
    """A name, term or date. What is known of it stands on the page's card for it; here only how
    sure this mention is.
    """
    dated, target = MARK_KINDS[mark.kind].sure == "basis", targets[mark.key]
    standing = " m-suggested" if mark.standing == "suggested" and not dated else ""
    certainty = (
        " m-uncertain"
        if mark.certainty in ("inferred", "unknown") or mark.basis == "inferred"
        else ""
    )
    sure = mark.basis if dated else mark.certainty
    more = filled(' data-sure="{}"', sure) if sure not in ("", "attested", "stated") else Markup("")
    if dated:
        inner = (
            filled('<time datetime="{}">{}</time>', mark.target, inner)
            if _HTML_DATE.fullmatch(str(mark.target))
            else inner
        )
        more += filled(' title="{}"', f"{target.title} ({mark.basis})" if more else target.title)
    return filled(
        '<a class="m m-{}{}{}" href="{}"{}>{}</a>',
        mark.kind,
        standing,
        certainty,
        target.href,
        more,
        inner,
    )


def _no_day(inner: Markup, lang: str) -> Markup:
    """A day that there cannot be, such as 2月30日: it leads nowhere."""
    said = "沒有這一天" if lang.startswith("zh-Hant") else "没有这一天"
    return filled(
        '<span class="m-date m-suggested m-no-day" title="no such day · {}">{}</span>', said, inner
    )


def _sign(mark: Mark, targets: dict[Key, Target]) -> Markup:
    """The sign that closes a passage. text.css draws it: a sign in the text would be copied, and
    hide the words from find-in-page.
    """
    target = targets[mark.key]
    return filled(
        '<a class="m m-{}" href="{}" aria-label="{}: {}"></a>',
        mark.kind,
        target.href,
        mark.kind.capitalize(),
        target.title,
    )


def changes_of(each: Aligned, lang: str) -> tuple[Change, ...]:
    """The emendations to show in a rendition: those of the source's own side."""
    own = each.segment.lang == "en"
    return each.reading.changes if (lang == "en") == own else ()
