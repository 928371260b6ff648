"""The case as slides, step by step as in class mode, with what the teacher says beside them."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from build_tools.packs.edition import Edition
from build_tools.packs.same_bytes import repacked
from build_tools.packs.typeface import CINNABAR, FONTS, INK, PAPER, QUIET, TAGS
from build_tools.pages.dossiers import Step, steps

_WIDE, _HIGH, _EDGE = 33.867, 19.05, 2.2
"""A slide and its margin, in centimetres: 16 to 9."""
_QUOTES = 3
"""On a slide, as in class mode; the others stand in its notes."""
_TITLE = 40
"""Half-width characters in a line of a title."""
_ROOM = 330
"""Half-width characters of text on a slide that can be read from the back row; more goes on the next."""


@dataclass(frozen=True, slots=True)
class Slide:
    """One screen."""

    head: str
    """When it was, or in whose place the class decides."""
    title: str
    lines: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    """The sources' own words."""
    notes: tuple[str, ...] = ()
    """For the teacher only."""


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    yield edition.file(".slides.pptx"), _presentation(edition, list(in_class(edition)))


def in_class(edition: Edition) -> Iterator[Slide]:
    """What the class sees, one after the other: what was known, what to decide, how it went on."""
    case, dossier = edition.case, edition.dossier
    brief = edition.say(dossier.brief) if dossier else ""
    yield Slide("", edition.title(), notes=(brief,))
    for step in steps(edition.view.archive, case):
        yield from _of_event(edition, step) if step.event else _of_decision(edition, step)
    for n, each in enumerate(case.questions, 1):
        quotes = tuple(filter(None, map(edition.quote, each.looks_at)))
        yield Slide(f"{edition.label('questions')} {n}", edition.say(each.ask), quotes=quotes)
    yield Slide("", edition.label("colophon"), quotes=tuple(edition.colophon()))


def _of_event(edition: Edition, step: Step) -> Iterator[Slide]:
    event = step.event
    if event:
        quotes = tuple(filter(None, map(edition.quote, event.evidence)))
        yield Slide(
            edition.day(event.id),
            edition.name("event", event.id),
            (edition.say(event.summary),),
            quotes[:_QUOTES],
            quotes[_QUOTES:],
        )


def _of_decision(edition: Edition, step: Step) -> Iterator[Slide]:
    each = step.decision
    if not each:
        return
    who = edition.listed("decision-who", [edition.name("actor", each.who)])
    options = tuple(f"{n}.  {edition.say(o)}" for n, o in enumerate(each.options, 1))
    yield Slide(who, edition.say(each.ask), options)
    quotes = tuple(w for statement in each.then for w in map(edition.quote, statement.quotes) if w)
    then = tuple(edition.say(said.say) for said in each.then)
    for n, lines in enumerate(_on_slides(then)):
        yield Slide(who, edition.label("decision-then"), lines, notes=() if n else quotes)


def _on_slides(lines: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The lines, on as many slides as they need."""
    here: list[str] = []
    for line in lines:
        if here and sum(map(_width, (*here, line))) > _ROOM:
            yield tuple(here)
            here = []
        here.append(line)
    if here:
        yield tuple(here)


def _width(words: str) -> int:
    return sum(2 if char > "\u2e80" else 1 for char in words)


def _presentation(edition: Edition, slides: list[Slide]) -> bytes:
    from pptx import Presentation
    from pptx.util import Cm

    shown = Presentation()
    shown.slide_width, shown.slide_height = Cm(_WIDE), Cm(_HIGH)
    shown.core_properties.title = edition.title()
    shown.core_properties.language = TAGS[edition.lang]
    for number, slide in enumerate(slides):
        _draw(shown, slide, edition, first=not number)
    written = io.BytesIO()
    shown.save(written)
    return repacked(written.getvalue())


def _draw(shown: Any, slide: Slide, edition: Edition, first: bool) -> None:
    from pptx.util import Cm

    page = shown.slides.add_slide(shown.slide_layouts[5])  # a title, and room
    page.background.fill.solid()
    page.background.fill.fore_color.rgb = _colour(PAPER)
    wide = _WIDE - 2 * _EDGE
    rule = page.shapes.add_shape(1, Cm(_EDGE), Cm(1.5), Cm(1.2), Cm(0.12))
    rule.fill.solid()
    rule.fill.fore_color.rgb = _colour(CINNABAR)
    rule.line.fill.background()
    head = page.shapes.add_textbox(Cm(_EDGE), Cm(1.9), Cm(wide), Cm(1.2))
    _write(head, (slide.head,), 18, CINNABAR, edition)
    title = page.shapes.title
    title.left, title.top, title.width = Cm(_EDGE), Cm(6.5 if first else 3.2), Cm(wide)
    rows = -(-_width(slide.title) // _TITLE)
    title.height = Cm(5 if first else 1.6 * rows)
    _write(title, (slide.title,), 40 if first else 32, INK, edition, bold=True)
    body = page.shapes.add_textbox(
        Cm(_EDGE), Cm(3.8 + 1.6 * rows), Cm(wide), Cm(_HIGH - 4.8 - 1.6 * rows)
    )
    _write(body, slide.lines, 24, INK, edition)
    _write(body, slide.quotes, 14 if sum(map(_width, slide.quotes)) > _ROOM else 18, QUIET, edition)
    if slide.notes:
        page.notes_slide.notes_text_frame.text = "\n\n".join(slide.notes)


def _colour(value: str) -> Any:
    from pptx.dml.color import RGBColor

    colour: Any = RGBColor
    return colour.from_string(value)


def _write(
    shape: Any, lines: tuple[str, ...], size: int, colour: str, edition: Edition, bold: bool = False
) -> None:
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Pt

    latin, han = FONTS[edition.lang]
    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
    for words in lines:
        paragraph = frame.add_paragraph() if frame.text else frame.paragraphs[0]
        paragraph.alignment, paragraph.line_spacing = PP_ALIGN.LEFT, 1.15
        paragraph.space_after = Pt(size / 2)
        run = paragraph.add_run()
        run.text = words
        run.font.size, run.font.bold, run.font.name = Pt(size), bold, latin
        run.font.color.rgb = _colour(colour)
        properties = run._r.get_or_add_rPr()
        properties.set("lang", TAGS[edition.lang])
        face = properties.makeelement(
            "{http://schemas.openxmlformats.org/drawingml/2006/main}ea", {"typeface": han}
        )
        properties.append(face)
