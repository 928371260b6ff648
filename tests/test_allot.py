"""Ids of a long seed: an edit in every line costs seconds, and every id stays with its words."""

import random

from build_tools.stages.segmenting.allot import Allotted, allot
from tests.texts import CHINESE, ENGLISH, SNIPPETS

SEEDS = "".join((*ENGLISH, *SNIPPETS, *CHINESE))


def lines(count: int, chance: random.Random) -> list[str]:
    """Lines as a long seed has them: each put together from three stretches of the seeds."""
    return [
        "".join(SEEDS[at : at + 12] for at in (chance.randrange(len(SEEDS) - 12) for _ in range(3)))
        + str(number)
        for number in range(count)
    ]


def test_every_line_of_a_long_seed_may_be_edited_and_keeps_its_id():
    chance = random.Random(1)
    found = lines(1500, chance)
    known = tuple(Allotted(f"s{number}", text) for number, text in enumerate(found, 1))
    edited = [text[: len(text) // 2] + "，" + text[len(text) // 2 + 2 :] for text in found]
    ids, unsure = allot(edited, known)
    assert not unsure
    assert ids == [entry.id for entry in known]


def test_the_lines_of_a_rewritten_seed_get_new_ids():
    chance = random.Random(2)
    known = tuple(Allotted(f"s{number}", text) for number, text in enumerate(lines(800, chance), 1))
    written = [
        "".join(chr(chance.randrange(0x5000, 0x9000)) for _ in range(30)) for _ in range(800)
    ]
    assert allot(written, known)[0] == [f"s{number}" for number in range(801, 1601)]
