"""The network of actors: who is told of together with whom, and who took part in the same
events.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations

from build_tools.model.archive import Archive
from build_tools.pages.context import Page, PageContext, Words
from build_tools.pages.stress import Box, Point, backbone, laid_out
from build_tools.pages.view import View

Pair = tuple[str, str]
_LATIN, _HAN = 7.3, 13.2
"""The width of a letter in pixels, at the sizes of overviews.css: generous, since faces differ."""
_LISTED = 400
"""How many actors the list gives with all their ties; those of the others stand on their own
pages.
"""
_LINE = 24
"""A longer name takes two lines."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What joins two actors."""

    paragraphs: int
    """In which both are mentioned."""
    events: tuple[str, ...]
    """In which both took part."""

    @property
    def weight(self) -> int:
        return self.paragraphs + len(self.events)


@dataclass(frozen=True, slots=True)
class Picture:
    """The nodes and lines to draw; all the rest is in the list only."""

    name: str
    width: int
    height: float
    nodes: dict[str, Point]
    """Where each actor's sign is."""
    lines: dict[Pair, Tie]


_SHAPES = (("wide", 900, 560, 26, 3), ("narrow", 350, 560, 12, 2))
"""(name, width, height to begin with, how many actors, how many ties of each) of the picture on a
screen and on a phone.
"""


@dataclass(frozen=True, slots=True)
class NetworkPage(PageContext):
    """The page that draws and lists the ties between actors."""

    template = "network.html"
    lines_of: Callable[[Words], dict[str, tuple[str, ...]]]
    """A name in lines."""
    pictures: list[Picture]
    tied: int
    """How many actors have ties."""
    listed: dict[str, list[tuple[str, Tie]]]
    """Actor -> its ties with others."""
    unlisted: list[str]
    """Actors whose ties only their own pages tell."""
    alone: list[str]


def pages(view: View) -> Iterator[Page]:
    """The one page."""
    archive = view.archive
    found = ties(archive)
    tied = by_strength(found)
    context = NetworkPage(
        lines_of,
        pictures=[drawn(archive, found, *shape) for shape in _SHAPES],
        tied=len(tied),
        listed=by_actor(found, tied[:_LISTED]),
        unlisted=tied[_LISTED:],
        alone=[id for id in archive.actors if id not in set(tied)],
    )
    yield "network.md", {"title": "Network 关系图"}, view.page("", context)


def ties(archive: Archive) -> dict[Pair, Tie]:
    """Every pair of actors that share a paragraph or an event, in order of their ids."""
    paragraphs: dict[Pair, int] = {}
    for (kind, one), company in archive.together.items():
        if kind == "actor":
            paragraphs |= {
                (one, other): n
                for other_kind, other, n in company
                if other_kind == "actor" and one < other
            }
    events: dict[Pair, list[str]] = defaultdict(list)
    for event in archive.events.values():
        for pair in combinations(sorted({p.actor for p in event.participants}), 2):
            events[pair].append(event.id)
    return {
        pair: Tie(paragraphs.get(pair, 0), tuple(events.get(pair, ())))
        for pair in sorted(paragraphs.keys() | events.keys())
        if all(id in archive.actors for id in pair)
    }


def by_strength(found: dict[Pair, Tie]) -> list[str]:
    """The actors with ties, the most and strongest first."""
    sums: dict[str, int] = defaultdict(int)
    for pair, tie in found.items():
        for id in pair:
            sums[id] += tie.weight
    return sorted(sums, key=lambda id: (-sums[id], id))


def by_actor(found: dict[Pair, Tie], actors: list[str]) -> dict[str, list[tuple[str, Tie]]]:
    """Each of the actors with its ties, the strongest first."""
    own: dict[str, list[tuple[str, Tie]]] = {id: [] for id in actors}
    for (one, other), tie in found.items():
        for id, with_whom in ((one, other), (other, one)):
            if id in own:
                own[id].append((with_whom, tie))
    return {
        id: sorted(tied, key=lambda entry: (-entry[1].weight, entry[0])) for id, tied in own.items()
    }


def drawn(
    archive: Archive,
    found: dict[Pair, Tie],
    name: str,
    width: int,
    height: int,
    most: int,
    each: int,
) -> Picture:
    """The strongest actors, each with its strongest ties, laid out without overlap."""
    nodes = by_strength(found)[:most]
    weights = {pair: tie.weight for pair, tie in found.items()}
    lines = backbone(weights, nodes, each)
    boxes = {id: box_of(archive.names["actor", id]) for id in nodes}
    places, high = laid_out(boxes, lines, width, height)
    signs = {
        id: Point(at.x, round(at.y - boxes[id].height / 2 + 8, 1)) for id, at in places.items()
    }
    return Picture(
        name,
        width,
        high,
        signs,
        {pair: found[pair] for pair in sorted(lines, key=lambda pair: (weights[pair], pair))},
    )


def box_of(names: dict[str, str]) -> Box:
    """The room for a node and its name: a sign, and below it the name in each language.

    >>> box_of({"en": "Lei Jun", "zh-Hans": "雷军"})
    Box(width=55.1, height=46.0)
    """
    label = lines_of(names)
    height = 16.0 + 15 * (
        1
        if len(set(names.values())) == 1
        else len(label["en"]) + max(len(lines) for lang, lines in label.items() if lang != "en")
    )
    return Box(max(_extent(line) for lines in label.values() for line in lines) + 4, height)


def lines_of(names: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """A name in each language; a long one on two lines.

    >>> lines_of({"en": "Public relations department of Xiaomi Group", "zh-Hans": "小米集团公关部"})
    {'en': ('Public relations', 'department of Xiaomi Group'), 'zh-Hans': ('小米集团公关部',)}
    """
    return {lang: _broken(words) for lang, words in names.items()}


def _broken(words: str) -> tuple[str, ...]:
    """At the space nearest the middle."""
    spaces = [n for n, char in enumerate(words) if char == " "]
    if len(words) <= _LINE or not spaces:
        return (words,)
    at = min(spaces, key=lambda n: abs(n - len(words) / 2))
    return words[:at], words[at + 1 :]


def _extent(words: str) -> float:
    return round(sum(_LATIN if ord(char) < 0x2E80 else _HAN for char in words), 1)
