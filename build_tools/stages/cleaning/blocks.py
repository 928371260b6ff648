"""Adverts and buttons in the midst of a text: what stands in one block with them, between two blank lines, and
of which the rest does not speak.
"""

import re
from collections.abc import Iterator, Sequence

from build_tools.model.record import Bilingual
from build_tools.model.text import Debris, Seed, between
from build_tools.stages.shape.cohesion import content

_KINDS = {"furniture", "links", "advert"}
_LONGEST, _LINES, _LABEL = 240, 4, 40
"""Characters and lines of such a block, and characters of an advert's label."""
_SHARED, _BETWEEN = 0.1, 0.67
"""Of which part of an advert's words, and of those of a line between buttons, the text may speak."""
_SENTENCE = re.compile(r"[。！？!?；;.][”’」』）)\"']*$")
_TALK = re.compile(
    r"\b(?:Repl(?:y|ies)|Comments?|Quote|Like)\b|回[复覆]|[评評][论論]|留言|[赞讚]", re.I
)
"""A button beside which somebody's comment may stand."""
_ADVERT = Bilingual(**{"en": "Advertisement under its label", "zh-Hans": "广告标签之下的广告"})
_AMONG = Bilingual(**{"en": "Between buttons of the website", "zh-Hans": "位于网站按钮之间的文字"})


def in_blocks(seed: Seed, hidden: Sequence[Debris], kept: list[tuple[int, int]]) -> list[Debris]:
    """The advert right under its label, and the line between two buttons.

    >>> text = "The seal broke, and crisps smelled.\\n\\nADVERTISEMENT\\nVisit our booth at WrapWorld.\\n\\nThe seal was mended. Crisps came back."
    >>> label = Debris(text.index("ADV"), text.index("ADV") + 13, "advert", _ADVERT)
    >>> [text[d.start : d.end] for d in in_blocks(Seed("a", "a.txt", "", text), [label], [])]
    ['Visit our booth at WrapWorld.']
    """
    kinds = {
        line[0]: d.kind
        for line in seed.lines()
        for d in between(hidden, *line)
        if d.kind in _KINDS and d.start <= line[0] and line[1] <= d.end
    }
    blocks = [*_blocks(seed)]
    found: list[Debris] = []
    for block in blocks[1:-1]:
        open_ = [line for line in block if line[0] not in kinds]
        if not open_ or len(open_) == len(block) or len(block) > _LINES:
            continue
        words = " ".join(seed.text[slice(*line)] for line in open_)
        said = content(words)
        if len(words) > _LONGEST or not said:
            continue
        first = block[0]
        labelled = kinds.get(first[0]) == "advert" and first[1] - first[0] <= _LABEL
        walled = (
            block[0][0] in kinds
            and block[-1][0] in kinds
            and not any(_SENTENCE.search(seed.text[slice(*line)].strip()) for line in open_)
            and not any(_TALK.search(seed.text[slice(*line)]) for line in block)
        )
        if not (labelled or walled):
            continue
        rest = frozenset[str]().union(
            *(
                content(seed.text[slice(*line)])
                for other in blocks
                if other is not block
                for line in other
                if line[0] not in kinds
            )
        )
        if len(said & rest) <= (_BETWEEN if walled else _SHARED) * len(said):
            kind, why = ("furniture", _AMONG) if walled else ("advert", _ADVERT)
            found += [Debris(*line, kind, why) for line in open_]
    return [d for d in found if not any(a < d.end and d.start < b for a, b in kept)]


def _blocks(seed: Seed) -> Iterator[list[tuple[int, int]]]:
    """The lines between blank ones."""
    block: list[tuple[int, int]] = []
    for line in (*seed.lines(), (0, 0)):
        if seed.text[slice(*line)].strip():
            block.append(line)
        elif block:
            yield block
            block = []
