"""pattern: a debris rule that misses a line which is its example but for the width of a sign:
`分享到，` pasted from the page, where the seed has `分享到,`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter
from unicodedata import normalize

import ahocorasick_rs
import regex

from build_tools.model.editorial import Editorial
from build_tools.model.problem import Problem, warning
from build_tools.model.quote import even_signs
from build_tools.model.rules import DebrisRule
from build_tools.model.text import Seed
from build_tools.stages.cleaning.debris import PATIENCE

_WIDE = re.compile("[‘-”\u3000。「-』！-～]")
"""Quotation marks and full-width letters, figures and signs: the `，` of `分享到，`."""
_NARROW = {
    char: even_signs(normalize("NFKC", char))
    for char in map(
        chr,
        (*range(0x2018, 0x201E), 0x3000, 0x3002, *range(0x300C, 0x3010), *range(0xFF01, 0xFF5F)),
    )
}
"""What each of them is in the other width, one for one."""


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """A warning for each such rule, with the first line that it misses and the words as they stand
    there.
    """
    rules = {n: rule for n, rule in enumerate(editorial.debris) if rule.example.strip()}
    numbers = list(rules)
    if not rules:
        return
    examples = ahocorasick_rs.AhoCorasick([_level(rules[n].example.strip()) for n in numbers])
    reported, tried = set[int](), set[tuple[int, int]]()
    for seed in seeds:
        lines = seed.lines()
        tried.clear()
        for which, start, end in examples.find_matches_as_indexes(
            _level(seed.text), overlapping=True
        ):
            n, there = numbers[which], seed.text[start:end]
            line = bisect_right(lines, start, key=itemgetter(0))
            if n in reported or there == rules[n].example.strip() or (n, line) in tried:
                continue
            tried.add((n, line))
            first, last = lines[line - 1]
            if _misses(rules[n], seed.text[first:last], start - first, end - first):
                reported.add(n)
                yield warning(
                    editorial.place("rules", "debris", "rules", n, "pattern"),
                    "pattern",
                    f"The rule “{rules[n].id}” misses {seed.file}:{line}, which has “{there}”: its example but for the width of a sign",
                    f"Write pattern and example as they stand there, or let the pattern take both, as in [{_differing(there, rules[n].example.strip())}]",
                )


def _level(text: str) -> str:
    """The text with all widths alike; every length stays."""
    return _WIDE.sub(lambda match: _NARROW[match[0]], text)


def _misses(rule: DebrisRule, line: str, start: int, end: int) -> bool:
    """Whether the rule does not find the line, and would if that were written from `start` to `end`
    as the example is.
    """
    try:
        return not regex.search(rule.pattern, line, timeout=PATIENCE) and bool(
            regex.search(
                rule.pattern, line[:start] + rule.example.strip() + line[end:], timeout=PATIENCE
            )
        )
    except (regex.error, TimeoutError):  # told elsewhere
        return False


def _differing(there: str, example: str) -> str:
    return next(one + other for one, other in zip(there, example, strict=True) if one != other)
