"""The case and its teaching note as Word documents."""

import io
from collections.abc import Iterator
from typing import Any

from build_tools.packs.arranged import Line, Notes, documents
from build_tools.packs.edition import Edition
from build_tools.packs.same_bytes import repacked
from build_tools.packs.typeface import CINNABAR, FONTS, INK, QUIET, TAGS

_SIZES = {
    "title": 22,
    "heading": 15,
    "subheading": 12,
    "text": 11,
    "quiet": 9.5,
    "point": 11,
    "number": 11,
    "note": 9.5,
}
"""In points."""
_BOUND = "\u2060"
"""Before the number of a note, which does not stand at a line's start."""
_LEVELS = {"title": "Title", "heading": "Heading 1", "subheading": "Heading 2"}
"""Word's own styles: they make its outline, and tell a screen reader what is a heading."""


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Arranged as is usual in the language."""
    arrangement = "en" if edition.lang == "en" else "zh"
    for name, lines, notes in documents(edition, arrangement):
        yield edition.file(f".{name}.docx"), _document(edition, lines, notes)


def _document(edition: Edition, lines: list[Line], notes: Notes) -> bytes:
    from docx import Document
    from docx.shared import Cm, Pt, RGBColor

    document = Document()
    document.core_properties.title = edition.title()
    document.core_properties.author = ""
    document.core_properties.language = TAGS[edition.lang]
    for border in document.styles["Title"].element.xpath(".//w:pBdr"):
        border.getparent().remove(border)
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        _number_pages(section.footer.paragraphs[0], edition)
        section.left_margin = section.right_margin = Cm(2.8)
    for line in lines:
        paragraph = document.add_paragraph(style=_LEVELS.get(line.style, "Normal"))
        _set_apart(paragraph, line, Pt, Cm)
        if line.style == "point":
            _run(paragraph, "•\t", line, edition, RGBColor, Pt)
        elif line.number:
            _run(paragraph, f"{line.number}.\t", line, edition, RGBColor, Pt)
        for number, run in enumerate(line.runs):
            if number and edition.lang == "en":
                _run(paragraph, " ", line, edition, RGBColor, Pt)
            _run(paragraph, run.words, line, edition, RGBColor, Pt)
            if run.rests:
                note = _run(paragraph, _BOUND + str(notes[run.rests]), line, edition, RGBColor, Pt)
                note.font.superscript = True
                note.font.color.rgb = RGBColor.from_string(CINNABAR)
    written = io.BytesIO()
    document.save(written)
    return repacked(written.getvalue())


def _number_pages(footer: Any, edition: Edition) -> None:
    """What the sheet is, and its number."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    footer.add_run(f"{edition.title()} · ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    footer._p.append(field)
    for run in footer.runs:
        run.font.size = run.font.size or 101600  # 8 points


def _set_apart(paragraph: Any, line: Line, points: Any, centimetres: Any) -> None:
    shape = paragraph.paragraph_format
    shape.space_before = points({"heading": 18, "subheading": 10}.get(line.style, 0))
    shape.space_after = points(10 if line.style == "title" else 5)
    shape.line_spacing = 1.35
    shape.keep_with_next = line.style in ("title", "heading", "subheading")
    if line.style in ("point", "number", "note"):
        shape.left_indent, shape.first_line_indent = centimetres(0.9), centimetres(-0.9)
        shape.tab_stops.add_tab_stop(centimetres(0.9))
    elif line.style == "quiet":
        shape.left_indent = centimetres(0.9)


def _run(paragraph: Any, words: str, line: Line, edition: Edition, colour: Any, points: Any) -> Any:
    """Words in the typefaces and the language of the edition."""
    from docx.oxml.ns import qn

    run = paragraph.add_run(words)
    run.font.size = points(_SIZES[line.style])
    run.font.bold = line.style in _LEVELS
    run.font.color.rgb = colour.from_string(QUIET if line.style in ("quiet", "note") else INK)
    latin, han = FONTS[edition.lang]
    run.font.name = latin
    properties = run._element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for side, face in (("w:eastAsia", han), ("w:hAnsi", latin), ("w:cs", latin)):
        fonts.set(qn(side), face)
    for side in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(side), None)
    spoken = properties.makeelement(
        qn("w:lang"),
        {
            qn("w:val"): TAGS["en"],
            qn("w:eastAsia"): TAGS[edition.lang if edition.lang != "en" else "zh-Hans"],
        },
    )
    properties.append(spoken)
    return run
