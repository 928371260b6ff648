"""What the small cards of a source's page say: of all that its text mentions, and of all that rests
on it.

They are a script of the source's own, not part of the page: a reader fetches it with the first move
towards the text.
(In the page, the cards of a long source alone took 27 KB.) A script, because pages opened from a
folder may not read other files.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.language.chinese.pinyin import syllables
from build_tools.model.archive import Marked, Source
from build_tools.model.authority import Role
from build_tools.model.dates import Date
from build_tools.model.mark_kinds import MARK_KINDS
from build_tools.model.text import Mark
from build_tools.pages.backlinks import Backlink
from build_tools.pages.context import Later, Page, PageContext, Words
from build_tools.pages.view import View


def pages(view: View) -> Iterator[Page]:
    """A script with the cards of each source."""
    for id in view.archive.sources:
        yield f"sources/{id}.cards.js", {}, Later(_page, view, id)


def _page(view: View, id: str) -> str:
    context = CardsOfPage(_cards(view, view.archive.sources[id]), view.backlinks.get(id, ()))
    return f"cbCards('{_in_quotes(view.page('../', context)())}');"


def _in_quotes(text: str) -> str:
    r"""The text for a JavaScript string between single quotes.

    >>> _in_quotes("it's\n<b>")
    "it\\'s <b>"
    >>> _in_quotes("\\'); alert('")
    "\\\\\\'); alert(\\'"
    """
    return " ".join(text.replace("\\", "\\\\").replace("'", "\\'").split())


@dataclass(frozen=True, slots=True)
class Card:
    """One card of a page."""

    kind: str
    id: str | Date | None
    href: str
    record: Marked | None
    """Where the mark leads to one."""
    called: str
    """The label that says what it is: of an actor, what kind of actor."""
    title: Words
    names: tuple[tuple[str, str], ...]
    """(language, name), each form once, of what is known by its names."""
    said: str
    """The Chinese name in pinyin."""
    roles: tuple[tuple[Role, tuple[str, ...]], ...] = ()
    """An actor's roles that this source names, with the segments that do."""


@dataclass(frozen=True, slots=True)
class CardsOfPage(PageContext):
    """The small cards of one source."""

    template = "cards.html"
    cards: list[Card]
    backlinks: tuple[Backlink, ...]
    """What rests on the source."""


def _cards(view: View, source: Source) -> list[Card]:
    """A card for everything that the text's marks lead to."""
    keys = {
        m.key: m
        for each in source.text
        for r in each.renditions
        for m in r.marks
        if m.key in view.targets
    }
    return [
        _card(view, source, keys[key])
        for key in sorted(keys, key=lambda key: (key[0], str(key[1])))
    ]


def _card(view: View, source: Source, mark: Mark) -> Card:
    archive = view.archive
    record = archive.records.get(MARK_KINDS[mark.kind].record or mark.kind, {}).get(mark.id)
    kind = getattr(record, "kind", "")
    called = f"kind-{kind}" if kind else mark.kind
    title = (
        view.date_words(mark.target)
        if isinstance(mark.target, Date)
        else archive.names[mark.kind, mark.id]
    )
    named = MARK_KINDS[mark.kind].names
    said = syllables(title["zh-Hans"], archive.spoken, archive.people) if named else ()
    return Card(
        mark.kind,
        mark.target,
        view.targets[mark.key].href,
        record,
        called,
        title,
        _each_once(title) if named else (),
        " ".join(sound for _, sound in said if sound),
        _roles(view, source, getattr(record, "roles", ())),
    )


def _each_once(names: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Each form of a name once, under the first language that has it.

    >>> _each_once({"en": "KOL", "zh-Hans": "KOL", "zh-Hant-TW": "KOL", "zh-Hant-HK": "意見領袖"})
    (('en', 'KOL'), ('zh-Hant-HK', '意見領袖'))
    """
    first: dict[str, str] = {}
    for lang, name in names.items():
        first.setdefault(name, lang)
    return tuple((lang, name) for name, lang in first.items())


def _roles(
    view: View, source: Source, roles: tuple[Role, ...]
) -> tuple[tuple[Role, tuple[str, ...]], ...]:
    named = (
        (
            role,
            tuple(
                dict.fromkeys(
                    view.cited_at[p]
                    for p in role.evidence
                    if p.source == source.id and p in view.cited_at
                )
            ),
        )
        for role in roles
    )
    return tuple((role, segments) for role, segments in named if segments)
