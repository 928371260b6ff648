"""The style of marks, from the table of kinds: the line under each, which text.css draws, and that
those which are switched off are plain text.
"""

from collections.abc import Iterator

from build_tools.model.mark_kinds import MARK_KINDS, MarkKind
from build_tools.pages.context import Page
from build_tools.pages.view import View

_OFF = ':root:is([data-off*="{0}"], :not([data-zh]):has(input[name="mark"][value="{0}"]:not(:checked))) .cb-text'
"""By the reader's choice, or, where no script runs, by the legend's box."""
_LINK = (
    "{off} .m-{id} {{ text-decoration: none; pointer-events: none; &::after {{ content: none; }} }}"
)
_PASSAGE = "{off} {{ .m-{id} {{ display: none; }} .m-in-{id} {{ background: none; box-shadow: none; &::before {{ content: none; }} }} }}"

_LINES = {
    "solid": "",
    "dotted": "--cb-line-style: dotted; --cb-line-width: 1.5px;",
    "none": "--cb-line-color: transparent;",
}


def pages(view: View) -> Iterator[Page]:
    """The one style sheet."""
    yield "marks.css", {}, "\n".join(map(_rule, MARK_KINDS.values()))


def _rule(kind: MarkKind) -> str:
    off = (_LINK if kind.drawn == "link" else _PASSAGE).format(
        off=_OFF.format(kind.switch), id=kind.id
    )
    line = _LINES[kind.line]
    sign = f'.m-{kind.id}:empty::before {{ content: "\\2060{kind.sign}"; content: "\\2060{kind.sign}" / ""; }}\n'
    drawn = f".m-{kind.id} {{ {line} }}\n" if line else sign if kind.sign else ""
    return drawn + off
