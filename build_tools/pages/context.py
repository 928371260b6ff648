"""What templates are given: `Everywhere` to all of them, and a record of its own to each page's.

Each field is a name that the template may use; tests/test_template_types.py reads both and finds a
name or attribute that is not there. The records stand beside the functions that fill them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any, ClassVar, Protocol

from markupsafe import Markup

from build_tools.model.archive import Archive, Sighting
from build_tools.model.dates import Date
from build_tools.model.mark_kinds import MarkKind
from build_tools.model.record import Bilingual, Passage
from build_tools.pages.excerpts import Excerpt

Words = dict[str, str]
"""By language: `en`, `zh-Hans`, `zh-Hant-TW` and `zh-Hant-HK`, as far as they differ."""


class Body(Protocol):
    """What makes a page's words. It is asked only if something that they show has changed: what it reads of the view is
    noted, and all else must be in `given`.
    """

    def __call__(self) -> str: ...

    @property
    def given(self) -> tuple[object, ...]:
        """Records and plain values."""


@dataclass(frozen=True, slots=True)
class Later:
    """A body that is made from the view alone, by what it is asked for."""

    make: Callable[..., str]
    view: Any
    id: str

    def __call__(self) -> str:
        return self.make(self.view, self.id)

    @property
    def given(self) -> tuple[object, ...]:
        return (self.id,)


Page = tuple[str, dict[str, str], str | Body]
"""(name under docs/archive/, front matter, words). Without front matter it is no page but a file for others."""


@dataclass(frozen=True, slots=True)
class PageContext:
    """What one template is given beside `Everywhere`."""

    template: ClassVar[str]
    """Its file in templates/pages/."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Everywhere:
    """What every template is given."""

    archive: Archive
    labels: dict[str, Words]
    """The words of our own interface, from templates/labels.yml."""
    names: dict[tuple[str, str], Words]
    """(kind, id) -> its name."""
    sigla: dict[str, str]
    """Source -> its siglum."""
    mark_kinds: dict[str, MarkKind]
    cited_at: dict[Passage, str]
    """Quotation -> the segment that it stands in."""
    address: Callable[[str, str], str]
    """(kind, id) -> where a record stands, from docs/archive/, to which `up` leads."""
    say: Callable[[Bilingual], Words]
    """Our own prose in every language, regional words included."""
    shown: Callable[[str], Markup]
    """Words of a seed as inert HTML."""
    in_real_languages: Callable[[Words], Words]
    """Words by the language that they are really in."""
    between_words: Callable[[str], Markup]
    """A Chinese title that may be broken between words."""
    date_words: Callable[[Date], Words]
    concept: Callable[[str], Words]
    """The label of a PR concept."""
    quoted: Callable[[Passage], Words]
    """A quotation in each script."""
    in_context: Callable[[Sighting, str, str], list[tuple[str, Markup]]]
    """The (language, words) of the segment of a mention, with the mention marked."""
    marked_words: Callable[[str, str], list[tuple[str, Markup]]]
    """(kind, id) of a passage -> its (language, words) alone."""
    excerpt_of: Callable[[tuple[Sighting, ...]], Excerpt]
    """As many of the mentions as a page prints."""


def given(context: PageContext | Everywhere) -> Mapping[str, Any]:
    """The fields of a record by name, as Jinja takes them."""
    return {each.name: getattr(context, each.name) for each in fields(context)}
