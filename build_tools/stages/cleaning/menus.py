"""The menu of a site, or where the page lies in it, over the headline: known by its shape, whatever
its words are.
"""

import itertools
import re

from build_tools.model.record import Bilingual
from build_tools.model.text import Debris, Seed
from build_tools.stages.shape.headline import closed
from build_tools.stages.shape.no_title import LONGEST, fields_of, is_menu

_WORDS = re.compile(r"[^\d@.,，]{1,20}")
"""What a menu is made of: short names without figures."""
_STEP, _STEPS = re.compile("[>›»]"), re.compile(r"\s*[>›»/／]\s*")
_TOP = 12
"""Lines in which menus are looked for."""
_MENU_OVER = Bilingual(
    **{"en": "Menu of the website over the headline", "zh-Hans": "标题上方的网站菜单"}
)
_CRUMBS = Bilingual(**{"en": "Where the page lies in the site", "zh-Hans": "页面在网站中的位置"})


def over_headline(seed: Seed, hidden: list[Debris], kept: list[tuple[int, int]]) -> list[Debris]:
    """The rows of fields with which the text opens, be the name of the site over one; but for lines that are
    hidden. A row over another row begins a table.

    >>> text = "News · Opinion · Culture · Podcasts\\n\\nThe Apology Industry\\nShe wrote four hundred."
    >>> [text[d.start : d.end] for d in over_headline(Seed("a", "a.txt", "", text), [], [])]
    ['News · Opinion · Culture · Podcasts']
    >>> over_headline(Seed("a", "a.txt", "", "Lot | Shop | Town | Day\\nA | B | C | D"), [], [])
    []
    """
    lines = [
        (start, end)
        for start, end in seed.lines()[:_TOP]
        if seed.text[start:end].strip()
        and not any(d.start <= start and end <= d.end for d in hidden)
    ]
    found = _path_in_lines(seed, lines, kept)
    lines, named = lines[len(found) :], False
    found += _path_to_headline(seed, lines, kept)
    for (start, end), after in itertools.pairwise(
        line for line in lines if not any(line[0] == d.start for d in found)
    ):
        words = seed.text[start:end].strip()
        reason = _reason(words) if end - start <= LONGEST else None
        if (
            (reason and "|" in seed.text[slice(*after)])
            or any(a < end and start < b for a, b in kept)
            or closed(words)
        ):
            break
        if reason and (is_menu(words) or not named):
            found.append(Debris(start, end, "furniture", reason))
        named = named or not reason
    return found


def _path_in_lines(
    seed: Seed, lines: list[tuple[int, int]], kept: list[tuple[int, int]]
) -> list[Debris]:
    """A way through the site of which each step, and each sign between two, has its own line; where
    it ends stands the headline.
    """
    signs = [n for n, line in enumerate(lines) if _STEP.fullmatch(seed.text[slice(*line)].strip())]
    crumbs = lines[: signs[-1] + 1] if signs and signs == [*range(1, 2 * len(signs), 2)] else []
    return [
        Debris(*line, "furniture", _CRUMBS)
        for line in crumbs
        if not any(a < line[1] and line[0] < b for a, b in kept)
    ]


def _path_to_headline(
    seed: Seed, lines: list[tuple[int, int]], kept: list[tuple[int, int]]
) -> list[Debris]:
    """A way through the site in one line, that ends in the words of the line under it."""
    return [
        Debris(*line, "furniture", _CRUMBS)
        for line, after in itertools.pairwise(lines)
        if len(steps := _STEPS.split(seed.text[slice(*line)].strip())) > 2
        and steps[-1].strip() == seed.text[slice(*after)].strip()
        and not any(a < line[1] and line[0] < b for a, b in kept)
    ]


def _reason(line: str) -> Bilingual | None:
    """Of four fields between bars or dots, or three steps."""
    between, *fields = fields_of(line.strip()) or ("",)
    if (
        not fields
        or not between.strip()
        or not all(_WORDS.fullmatch(each) and len(each.split()) < 5 for each in fields)
    ):
        return None
    if between.strip() in ">›‹»":
        return _CRUMBS
    return _MENU_OVER if len(fields) > 3 and between.strip() != "/" else None
