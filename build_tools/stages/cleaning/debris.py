"""What the rules in editorial/rules/debris.yml hide."""

import re
from collections.abc import Iterator

import regex

from build_tools.model.problem import Place, Problem, error
from build_tools.model.rules import DebrisRule
from build_tools.model.text import Debris, Seed
from build_tools.stages.shape.lines import NARROWEST, width
from build_tools.stages.shape.no_title import says_who
from build_tools.stages.shape.posts import times

_ANY = frozenset({"furniture", "links", "metadata", "hashtags", "advert"})
_COMPANY = {"credit": frozenset({"credit"}), "furniture": _ANY - {"advert"}}
"""Beside what a line must stand that is debris only in company. A site puts the label of an advert
also between a heading and its text.
"""
PATIENCE = 2
"""Seconds that a rule may take over one line. `(?:a|aa)+$` would take years over sixty letters."""
_SENTENCE = re.compile(r"[。；]|[a-z\d)][.;][\"”’']?$")
"""A line that is more than the title of a link."""
_SECTION = re.compile(r"[\[［]\s*(?:编辑|編輯|edit)\b[^\[\]]*[\]］]$")
"""What a wiki puts behind the heading of a section: `参考文献[编辑]`."""
_NOTICE = 20
"""Lines of a notice that a program broke."""
_UNENDED = re.compile(r"(?:^|\s)[a-z'’-]+[,-]?$")
"""The end of a line that is wrapped within a sentence, a word in small letters."""
_UNDER_PICTURE = re.compile(r"[▲▼△▽◀▶]")
"""With what the words under a picture begin."""
_COMMENT = re.compile(
    r"(?:[^\s。！？!?:：][^。！？!?:：]{0,30}|@[^。！？!?:：]{1,60})(?:[:：](?!\d\d)|(?<!\d)[:：])\s?\S"
)
"""Who says what: `小满（浙江）：那个枕头我有一个`."""
_OF_LINES = frozenset({"line", "row", "list", "comments", "among"})
"""What hides whole lines, each read alone."""
_TITLE_WIDTH = 110
"""In Latin letters: a longer line is no title of a link."""


def by_rules(
    seed: Seed, rules: tuple[DebrisRule, ...], kept: list[tuple[int, int]], problems: list[Problem]
) -> list[Debris]:
    """What the rules hide; one that runs away in a line is not tried on the next. When a post was
    written stays: nothing else tells which it is.
    """
    found: list[tuple[int, int, DebrisRule]] = []
    patterns = {rule.id: regex.compile(rule.pattern) for rule in rules}
    lines, titled = seed.lines(), False
    whole: dict[int, str] = {}
    unsure: set[tuple[int, DebrisRule]] = set()
    for number, (start, end) in enumerate(lines):
        inside = number - 1 not in whole and _goes_on(seed.text, lines, number)
        for rule in rules if seed.text[start:end].strip() else ():
            if (rule.where == "title" and titled) or (inside and rule.where in _OF_LINES):
                continue
            last = _last_of(seed.text, lines, number) if rule.where == "paragraph" else number
            words = " ".join(seed.text[slice(*line)] for line in lines[number : last + 1])
            try:
                matches = list(patterns[rule.id].finditer(words, timeout=PATIENCE))
            except TimeoutError:
                problems.append(_endless(rule, Place(seed.file, number + 1)))
                rules = tuple(other for other in rules if other is not rule)
                continue
            in_words = rule.where in ("span", "title")
            found += (
                [(start + match.start(), start + match.end(), rule) for match in matches]
                if in_words
                else [(start, lines[last][1], rule)]
                if matches
                else []
            )
            if matches and not in_words:
                if rule.where == "among" or (
                    rule.where == "row" and len(matches[0].captures("button")) < 2
                ):
                    unsure.add((number, rule))
                else:
                    for each in range(number, last + 1):
                        whole.setdefault(each, rule.kind)
        titled = titled or (bool(seed.text[start:end].strip()) and number not in whole)
        for first, last, rule in found[-1:]:
            if first <= start and end <= last and rule.where == "title":
                whole.setdefault(number, rule.kind)
    alone = _without_company(seed.text, unsure, lines, whole)
    at = {start: number for number, (start, _) in enumerate(lines)}
    found = [each for each in found if (at.get(each[0]), each[2]) not in alone]
    dated = {lines[n][0] for n in times([seed.text[a:b].strip() for a, b in lines])}
    return [
        Debris(a, b, rule.kind, rule.reason, rule.id)
        for start, end, rule in _reaching(seed.text, lines, found, whole)
        if not (start in dated and rule.kind == "metadata")
        for a, b in outside(start, end, kept)
        if seed.text[a:b].strip()
    ]


def _endless(rule: DebrisRule, place: Place) -> Problem:
    return error(
        place,
        "pattern",
        f"The debris rule “{rule.id}” came to no end here within {PATIENCE} seconds and is not used on the rest of the text",
        "Simplify its pattern in editorial/rules/debris.yml: no repetition of what can be read in two ways, as in (?:a|aa)+",
    )


def _reaching(
    text: str,
    lines: tuple[tuple[int, int], ...],
    found: list[tuple[int, int, DebrisRule]],
    whole: dict[int, str],
) -> Iterator[tuple[int, int, DebrisRule]]:
    """What each rule found, on to the end of the titles or comments that stand under a label; a
    label under which none is sure is left out.
    """
    at = {start: number for number, (start, _) in enumerate(lines)}
    for start, end, rule in found:
        if rule.where == "list":
            end = _end_of_titles(text, lines, at[start], whole)
        elif rule.where == "comments":
            end = _end_of_comments(text, lines, at[start])
        if end:
            yield start, end, rule


def _goes_on(text: str, lines: tuple[tuple[int, int], ...], number: int) -> bool:
    """Whether a line goes on with the sentence of the one above, whatever words it has: `Its report,` /
    `published on 25 January, made nineteen recommenda-`.
    """
    above = text[slice(*lines[number - 1])].strip() if number else ""
    own = text[slice(*lines[number])].strip()
    return width(above) >= NARROWEST and (
        (own[:1].islower() and bool(_UNENDED.search(above))) or above[-1] in ",，、"
    )


def _without_company(
    text: str,
    unsure: set[tuple[int, DebrisRule]],
    lines: tuple[tuple[int, int], ...],
    whole: dict[int, str],
) -> set[tuple[int, DebrisRule]]:
    """The lines that would be debris only in the company of debris in words, and stand elsewhere:
    `Facebook` is a button under `分享`, a heading over a text.

    `whole` gains the lines that do stand in company.
    """
    words = {
        number: kind
        for number, kind in whole.items()
        if any(char.isalpha() for char in text[slice(*lines[number])])
    }
    left = set(unsure)
    for steps in (
        sorted(unsure, key=lambda each: each[0]),
        sorted(unsure, key=lambda each: -each[0]),
    ):
        for number, rule in steps:
            if _COMPANY.get(rule.kind, _ANY) & {words.get(number - 1), words.get(number + 1)}:
                words[number] = rule.kind
                whole.setdefault(number, rule.kind)
                left.discard((number, rule))
    return left


def _last_of(text: str, lines: tuple[tuple[int, int], ...], number: int) -> int:
    """The last line before a blank one, or that ends short of the first, as a paragraph does; no
    notice has more than a few.
    """
    first, at = width(text[slice(*lines[number])]), number
    while at + 1 < min(number + _NOTICE, len(lines)) and text[slice(*lines[at + 1])].strip("> \t"):
        words = text[slice(*lines[at])]
        if 2 * width(words) < first and _SENTENCE.search(words):
            break
        at += 1
    return at


def _end_of_titles(
    text: str, lines: tuple[tuple[int, int], ...], number: int, whole: dict[int, str]
) -> int:
    """Where the titles of links under a line end: before the next hidden line, byline or section of a
    wiki; or before the first sentence and what stands apart over it, its heading.

    Where a blank line follows each title, the last one may be that heading. 0 where a sentence
    follows and no title is sure: the line stays with what is under it.
    """
    end = apart = earlier = head = lines[number][1]
    in_row = 1
    for after, (start, stop) in enumerate(lines[number + 1 :], number + 1):
        words = text[start:stop].strip()
        if (
            after in whole
            or _SECTION.search(words)
            or says_who(words)
            or _UNDER_PICTURE.match(words)
        ):
            return end
        if width(words) > _TITLE_WIDTH or _SENTENCE.search(words):
            sure = earlier if apart == end and in_row == 1 else apart
            return sure if sure > head else 0
        if not words:
            earlier, apart = (apart, end) if end > apart else (earlier, apart)
            continue
        in_row = 1 if apart == end else in_row + 1
        end = stop
    return end


def _end_of_comments(text: str, lines: tuple[tuple[int, int], ...], number: int) -> int:
    """Where readers' comments under their label end; 0 where none stands there."""
    end = 0
    for start, stop in lines[number + 1 :]:
        words = text[start:stop].strip()
        if words and not _COMMENT.match(words):
            break
        end = stop if words else end
    return end


def outside(start: int, end: int, kept: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What is left of start..end outside the kept stretches."""
    left = []
    for first, last in sorted(kept):
        if first < end and start < last:
            left.append((start, first))
            start = last
    return [(a, b) for a, b in [*left, (start, end)] if a < b]
