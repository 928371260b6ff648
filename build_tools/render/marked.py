"""HTML from marked text. All that comes from a seed is escaped here or by Jinja: it is never
markup.
"""

import itertools
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from build_tools.model.kinds import KINDS
from build_tools.model.problem import Stopped
from build_tools.model.text import Aligned, Change, Key, Mark, Rendition
from build_tools.model.visible import visible

_REFERENCES = re.compile(r"(\[\d{1,3}\])")
"""A reference mark: the [1] of `[1][3].`"""
Notes = Mapping[str, str]
"""Where reference marks lead: `[1]` -> a segment of the page, or nothing where what it refers to is
not in the seed.
"""
_HTML_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
"""A date that HTML's `time` can hold: no doubt, no open year, no span."""
_BLANK_LINES = re.compile(r"\n\s*\n")
_BREAKS_YAML = re.compile("[\u2028\u2029\ufffe\uffff]")
"""What may stand in JSON but ends a line, or the reading, of YAML."""


def shown(text: str) -> Markup:
    """The text as inert HTML; control characters become visible.

    >>> str(shown("<b>小米\\x1b</b> {{ 1 }}"))
    '&lt;b&gt;小米␛&lt;/b&gt; {{ 1 }}'
    """
    return escape(visible(text))


def filled(template: str, *values: object) -> Markup:
    """The template with the values in its places, each escaped unless it is markup. A long text has
    many, and `Markup.format` takes five times as long.

    >>> str(filled('<b title="{}">{}</b>', '"<', Markup("<i>米</i>")))
    '<b title="&#34;&lt;"><i>米</i></b>'
    """
    first, *behind = _pieces(template)
    return Markup(
        first
        + "".join(
            [
                piece
                for value, text in zip(values, behind, strict=True)
                for piece in (escape(value), text)
            ]
        )
    )


@cache
def _pieces(template: str) -> list[str]:
    return template.split("{}")


def joined(parts: list[Markup]) -> Markup:
    """The parts in a row; all of them are markup already."""
    return Markup("".join(parts))


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
    links = [m for m in leading if KINDS[m.kind].drawn == "link"]
    passages = [m for m in leading if KINDS[m.kind].drawn == "passage"]
    parts, in_evidence = [], False
    for start, end, link in _groups(len(rendition.text), links, passages):
        covered = any(p.start < end and start < p.end for p in passages)
        if covered and not in_evidence:
            parts.append(Markup('<span class="m-evidence">'))
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
        in_evidence = covered and any(p.start < end < p.end for p in passages)
        if covered and not in_evidence:
            parts.append(Markup("</span>"))
    if not rendition.text:
        parts += [_sign(p, targets) for p in passages]
    return joined(parts)


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
    dated, target = KINDS[mark.kind].sure == "basis", targets[mark.key]
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


class Compiled(BytecodeCache):
    """Templates compiled before, by name. Compiling takes 0.3 s, and the theme's 0.4 s, which
    `mkdocs serve` would else spend at each saved file.
    """

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        """What was kept, unless the template has changed: the bucket looks at its sum."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.bytecode_to_string()


_COMPILED = Compiled()


class _Templates(FileSystemLoader):
    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as why:
            raise Stopped(f"templates/{template} is not UTF-8. Save it as UTF-8") from why


def environment(templates: Path) -> Environment:
    """Jinja for our own templates; seed text only ever enters as values."""
    return Environment(
        loader=_Templates(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_COMPILED,
    )


def as_page(front: dict[str, str], body: str) -> str:
    """A Markdown file that Markdown leaves alone: front matter and one HTML block without blank
    lines.

    Without front matter it is a fragment, for another page to take in. Values are escaped here, for
    the theme puts
    them into <title> and the search list as they are. Control characters that came with an editor's
    text become visible.
    """
    body = visible(body)
    if not front:
        return _BLANK_LINES.sub(chr(10), body.strip()) + "\n"
    head = "\n".join(
        f"{key}: {_BREAKS_YAML.sub(_escape, json.dumps(shown(value), ensure_ascii=False))}"
        for key, value in front.items()
    )
    return f"---\n{head}\n---\n\n{_BLANK_LINES.sub(chr(10), body.strip())}\n"


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def changes_of(each: Aligned, lang: str) -> tuple[Change, ...]:
    """The emendations to show in a rendition: those of the source's own side."""
    own = each.segment.lang == "en"
    return each.reading.changes if (lang == "en") == own else ()
