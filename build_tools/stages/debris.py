"""What the rules in editorial/rules/debris.yml hide."""

import re

import regex

from build_tools.model.problem import Place, Problem, error
from build_tools.model.rules import DebrisRule
from build_tools.model.text import Debris, Seed
from build_tools.stages.wrapped import width

PATIENCE = 2
"""Seconds that a rule may take over one line. `(?:a|aa)+$` would take years over sixty letters."""
_SENTENCE = re.compile(r"[。；]|[a-z\d)][.;][\"”’']?$")
"""A line that is more than the title of a link."""
_SECTION = re.compile(r"[\[［]\s*(?:编辑|編輯|edit)\b[^\[\]]*[\]］]$")
"""What a wiki puts behind the heading of a section: `参考文献[编辑]`."""
_TITLE_WIDTH = 110
"""In Latin letters: a longer line is no title of a link."""


def by_rules(seed: Seed, rules: tuple[DebrisRule, ...], kept: list[tuple[int, int]], problems: list[Problem]) -> list[Debris]:
    """What the rules hide; one that runs away in a line is not tried on the next."""
    found: list[tuple[int, int, DebrisRule]] = []
    patterns = {rule.id: regex.compile(rule.pattern) for rule in rules}
    lines, titled, whole = seed.lines(), False, set()
    for number, (start, end) in enumerate(lines):
        for rule in rules if seed.text[start:end].strip() else ():
            if rule.where == "title" and titled:
                continue
            try:
                spans = _matches(rule, patterns[rule.id], seed.text, start, end)
            except TimeoutError:
                problems.append(error(Place(seed.file, number + 1), "pattern", f"The debris rule “{rule.id}” came to no end here within {PATIENCE} seconds and is not used on the rest of the text",
                                      "Simplify its pattern in editorial/rules/debris.yml: no repetition of what can be read in two ways, as in (?:a|aa)+"))
                rules = tuple(other for other in rules if other is not rule)
                continue
            found += [(a, b, rule) for a, b in spans]
            whole.update({number} if spans and rule.where in ("line", "list") else ())
        titled = titled or bool(seed.text[start:end].strip()) and number not in whole
    found = _in_company(seed.text, found, lines, whole)
    at = {start: number for number, (start, _) in enumerate(lines)}
    reach = [(a, _end_of_titles(seed.text, lines, at[a], whole) if rule.where == "list" else b, rule) for a, b, rule in found]
    reach = [each for each in reach if each[1]]
    return [Debris(a, b, rule.kind, rule.reason, rule.id) for start, end, rule in reach for a, b in without(start, end, kept) if seed.text[a:b].strip()]


def _in_company(text: str, found: list[tuple[int, int, DebrisRule]], lines: tuple[tuple[int, int], ...], whole: set[int]) -> list[tuple[int, int, DebrisRule]]:
    """Without the lines that are debris only beside debris in words, and stand elsewhere: `Facebook` is a button under `分享`, a heading over a text."""
    numbers = {start: number for number, (start, _) in enumerate(lines)}
    words = {number for number in whole if any(char.isalpha() for char in text[slice(*lines[number])])}
    unsure = {numbers[start] for start, _, rule in found if rule.where == "among"} - whole
    for steps in (sorted(unsure), sorted(unsure, reverse=True)):
        for number in steps:
            if number - 1 in words or number + 1 in words:
                words.add(number)
    whole |= words
    return [each for each in found if each[2].where != "among" or numbers[each[0]] in whole]


def _matches(rule: DebrisRule, pattern: regex.Pattern[str], text: str, start: int, end: int) -> list[tuple[int, int]]:
    """What one line shows to be debris: the matched words, or the line. Raises TimeoutError."""
    found = [match.span() for match in pattern.finditer(text[start:end], timeout=PATIENCE)]
    if rule.where in ("span", "title"):
        return [(start + first, start + last) for first, last in found]
    return [(start, end)] if found else []


def _end_of_titles(text: str, lines: tuple[tuple[int, int], ...], number: int, whole: set[int]) -> int:
    """Where the titles of links under a line end: before the next hidden line or section of a wiki; or before the first sentence and what stands apart over it, its heading.

    0 where a sentence follows and no title is sure: the line stays with what is under it.
    """
    end = apart = lines[number][1]
    for after, (start, stop) in enumerate(lines[number + 1 :], number + 1):
        words = text[start:stop].strip()
        if after in whole or _SECTION.search(words):
            return end
        if width(words) > _TITLE_WIDTH or _SENTENCE.search(words):
            return apart if apart > lines[number][1] else 0
        if not words:
            apart = end
        end = stop if words else end
    return end


def without(start: int, end: int, kept: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What is left of start..end outside the kept stretches."""
    left = []
    for first, last in sorted(kept):
        if first < end and start < last:
            left.append((start, first))
            start = last
    return [(a, b) for a, b in [*left, (start, end)] if a < b]
