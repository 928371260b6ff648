"""Passages that records quote: the evidence of events, and what is coded. On a side without its own words a mark is
empty and stands at the end.
"""

from collections import defaultdict
from dataclasses import replace

from build_tools.annotators.given import Given, Marks, places_of
from build_tools.model.problem import Problem, error
from build_tools.model.quote import locate
from build_tools.model.text import Mark


def find(given: Given) -> tuple[Marks, tuple[Problem, ...]]:
    """A mark on either side for each quotation that stands once; and what is wrong with the words
    that editors give for the other side.
    """
    placed: dict[tuple[int, str], list[Mark]] = defaultdict(list)
    problems = []
    for each in given.quoted:
        words = each.passage
        found = [
            place
            for place in places_of(given.passages, None, words.quote, words.prefix, words.suffix)
            if words.segment in ("", given.passages[place[0]].segment.id)
        ]
        if len(found) != 1:  # `cite` tells the editor
            continue
        number, lang, start, end = found[0]
        placed[number, lang].append(replace(each.mark, start=start, end=end))
        aligned, other = given.passages[number], "zh-Hans" if lang == "en" else "en"
        text = aligned.rendition(other).text
        spans = locate(text, words.parallel) if words.parallel and text else ()
        if words.parallel and text and len(spans) != 1:
            problems.append(
                error(
                    each.place,
                    "parallel-not-found",
                    f"“{words.parallel}” stands {f'{len(spans)} times' if spans else 'nowhere'} in the translation of {aligned.segment.id}",
                    f"The translation reads: {text}",
                )
            )
        start, end = spans[0] if len(spans) == 1 else (len(text), len(text))
        placed[number, other].append(replace(each.mark, start=start, end=end))
    return {side: tuple(marks) for side, marks in placed.items()}, tuple(problems)
