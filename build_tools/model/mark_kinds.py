"""The kinds of marks in a text, a row for each: how it is drawn, where it leads, and what else it
serves for.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from build_tools.model.addresses import of_coding, of_date, of_record


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkKind:
    """One kind of mark. What its card says stands in templates/parts/kinds/<id>.html; its words in
    labels.yml.
    """

    id: str
    """As in `Mark.kind`; the marks' class is `m-<id>`."""
    address: Callable[[str, Any], str]
    """(kind, target) -> where the mark leads, from docs/archive/."""
    record: str = ""
    """The kind of record that its marks lead to, where that is not its own."""
    switch: str
    """What readers' addresses call the kind when its marks are switched off (`?off=name`)."""
    drawn: Literal["link", "passage"] = "link"
    """Words that lead to what they name; or a passage, which may hold links and ends in a sign that
    leads on.
    """
    sign: str = ""
    """What closes a passage. It is drawn, not written: else it would be copied."""
    line: Literal["solid", "dotted", "none"] = "solid"
    """Under its words. The line tells the kind; its colour tells whose hand it is, cinnabar the
    archive's and pencil a machine's.
    """
    sure: Literal["certainty", "basis", ""] = "certainty"
    """How a mark's card says how sure it is: as editors judged a mention, by the basis of a date,
    or not at all.
    """
    samples: tuple[tuple[str, str], ...] = ()
    """(words, class of a standing) that the legend shows; a passage is shown by its signs."""
    names: bool = False
    """Its words are a name or term: editors confirm what the matcher suggests, and an untranslated
    sentence is glossed with it.
    """
    searched: bool = False
    """A text is found by the record that the mark leads to, and the page lists it at its foot."""
    keeps_company: bool = False
    """Records of this kind tell what else their paragraphs mention."""


ACTOR = MarkKind(
    id="actor",
    address=of_record,
    switch="name",
    samples=(("Xu", ""), ("Xu", "m-suggested")),
    names=True,
    searched=True,
    keeps_company=True,
)
TERM = MarkKind(
    id="term",
    address=of_record,
    switch="term",
    line="dotted",
    samples=(("KOL", ""),),
    names=True,
    searched=True,
)
DATE = MarkKind(
    id="date",
    address=of_date,
    switch="date",
    line="none",
    samples=(("5.1", "m-uncertain"),),
    sure="basis",
)
EVENT = MarkKind(
    id="event",
    address=of_record,
    switch="event",
    drawn="passage",
    sign="◆",
    sure="",
    searched=True,
    keeps_company=True,
)
CODING = MarkKind(
    id="coding",
    address=of_coding,
    switch="coding",
    drawn="passage",
    sign="○",
    sure="",
)

MARK_KINDS: dict[str, MarkKind] = {kind.id: kind for kind in (ACTOR, EVENT, TERM, DATE, CODING)}
"""In the order of the legend. Of two links over the same words the earlier kind stays."""


def kinds_that(**are: bool | str) -> tuple[str, ...]:
    """The ids of the kinds of which this is so.

    >>> kinds_that(names=True), kinds_that(drawn="passage")
    (('actor', 'term'), ('event', 'coding'))
    """
    return tuple(
        id
        for id, kind in MARK_KINDS.items()
        if all(getattr(kind, name) == value for name, value in are.items())
    )
