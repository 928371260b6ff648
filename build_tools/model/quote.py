"""How an annotation finds its place: exact words, with what stands around them where needed."""

import re
from unicodedata import category, normalize

from rapidfuzz import fuzz

from build_tools.language.chinese.han import HAN_RANGES
from build_tools.model.visible import unseen_in_words

_WIDTH = str.maketrans("，：；？！（）。“”‘’「」『』\n", ",:;?!().\"\"''\"\"'' ")

_BLANKS = {
    " ": "a blank",
    "\n": "a line break",
    "\t": "a tab",
    "\u3000": "a full-width blank",
    "\xa0": "a blank that does not break (U+00A0)",
}
_WORD = re.compile(rf"[{HAN_RANGES}]|[^\W{HAN_RANGES}]+(?:[.,:'’-][^\W{HAN_RANGES}]+)*|\S")
"""A Chinese character, a word or number of other letters, or a sign: 小, SU7, 1,000, didn't, 。"""
_FURTHER = 12
"""Words that may be added to a hint until it is meant for one place."""
_TOLD = 3
"""Differences named in one hint."""


def even_signs(text: str) -> str:
    """The text with the width and style of punctuation levelled, and line ends as blanks; every
    length stays.

    >>> even_signs("小米，回应：“不”")
    '小米,回应:"不"'
    """
    return text.translate(_WIDTH)


def locate(
    text: str, quote: str, prefix: str = "", suffix: str = ""
) -> tuple[tuple[int, int], ...]:
    """Every place of the quote, as (start, end).

    >>> locate("小米回应，小米道歉", "小米", suffix="道歉")
    ((5, 7),)
    """
    if unseen_in_words(text):
        return _beneath(text, quote, prefix, suffix)
    text, whole = even_signs(text), even_signs(prefix + quote + suffix)
    places, at = [], text.find(whole)
    while at >= 0:
        places.append((at + len(prefix), at + len(prefix) + len(quote)))
        at = text.find(whole, at + 1)
    return tuple(places)


def _beneath(text: str, quote: str, prefix: str, suffix: str) -> tuple[tuple[int, int], ...]:
    """The places in a text with characters that nobody sees: an editor can neither see nor type
    them.

    >>> _beneath("小\u200b米回应，小米道歉", "小米", "", "")
    ((0, 3), (6, 8))
    """
    unseen = frozenset(unseen_in_words(text))
    seen = [at for at in range(len(text)) if at not in unseen]
    bare = "".join(text[at] for at in seen)
    quote, prefix, suffix = (
        "".join(char for char in each if char not in {text[at] for at in unseen})
        for each in (quote, prefix, suffix)
    )
    return tuple(
        (seen[start], seen[end - 1] + 1)
        for start, end in locate(bare, quote, prefix, suffix)
        if end > start
    )


def not_found_hint(text: str, quote: str, prefix: str = "", suffix: str = "") -> str:
    """What to tell an editor whose quotation is not in the text, or not with what stands around it.

    >>> not_found_hint("小米道歉。", "道歉", prefix="雷军")
    'The words are there, but not directly behind “雷军”'
    """
    around = [
        f"directly {side} “{words}”"
        for side, words in (("behind", prefix), ("before", suffix))
        if words
    ]
    if around and locate(text, quote):
        return f"The words are there, but not {' and '.join(around)}"
    quote = prefix + quote + suffix
    only = _differing(text, quote)
    if only:
        return f"The words are there, but {only}"
    near = nearest(text, quote)
    return f"The nearest words there are “{near}”" if near else "Nothing there is like it"


def _differing(text: str, quote: str) -> str:
    """How the quotation differs where it has the text's letters and figures, but not its case,
    blanks and signs; empty where more is different.

    >>> _differing("雷军说……小米SU7 卖完了。", "雷军说...小米SU7卖完")
    'between “说” and “小” stands “……”, not “...”, and between “7” and “卖” stands a blank, not nothing'
    """
    there, sought = _letters(text), _letters(quote)
    start = (
        "".join(_plain(text[at]) for at in there).find("".join(_plain(quote[at]) for at in sought))
        if sought
        else -1
    )
    if start < 0:
        return ""
    there = there[start : start + len(sought)]
    differences = [
        f"“{text[a]}” stands there, not “{quote[b]}”"
        for a, b in zip(there, sought, strict=True)
        if text[a] != quote[b]
    ]
    gaps = zip(there, there[1:], sought, sought[1:], strict=False)
    differences += [
        f"between “{text[a]}” and “{text[b]}” stands {_sign(text[a + 1 : b])}, not {_sign(quote[c + 1 : d])}"
        for a, b, c, d in gaps
        if even_signs(text[a + 1 : b]) != even_signs(quote[c + 1 : d])
    ]
    first, last, head, tail = there[0], there[-1] + 1, quote[: sought[0]], quote[sought[-1] + 1 :]
    before, behind = text[max(0, first - len(head)) : first], text[last : last + len(tail)]
    differences += [
        f"{_sign(one)} stands {side} them, not {_sign(other)}"
        for one, other, side in ((before, head, "before"), (behind, tail, "behind"))
        if even_signs(one) != even_signs(other)
    ]
    return ", and ".join(list(dict.fromkeys(differences))[:_TOLD])


def _plain(char: str) -> str:
    """One character for one, whatever its case and width."""
    return normalize("NFKC", char).lower()[0]


def _letters(text: str) -> list[int]:
    """Where the letters and figures of the text stand."""
    return [at for at, char in enumerate(text) if category(char)[0] in "LN"]


def _sign(run: str) -> str:
    """What stands between two letters, in words where nothing of it is seen."""
    if not run.isspace():
        return f"“{run}”" if run else "nothing"
    return _BLANKS.get(
        run,
        f"{len(run)} blanks"
        if run == " " * len(run)
        else " and ".join(f"U+{ord(char):04X}" for char in run),
    )


def nearest(text: str, quote: str) -> str:
    """The words of the text that are most like the quote, whole, and as many as stand there once,
    if their line has so many; empty where nothing is like it.

    >>> nearest("小米集团公关部总经理徐洁云发文", "公关部总经历徐洁云")
    '公关部总经理徐洁云'
    >>> nearest("5月15日道歉，5月15日晚更正。", "5月15目晚"), nearest("On May 1 it denied. On May 15 it apologized.", "On Mai 15 it")
    ('5月15日晚', 'On May 15 it')
    """
    found = fuzz.partial_ratio_alignment(even_signs(quote), even_signs(text), score_cutoff=60)
    if not found or not text[found.dest_start : found.dest_end].strip():
        return ""
    first, last = text.rfind("\n", 0, found.dest_start) + 1, text.find("\n", found.dest_end)
    words = [
        match.span() for match in _WORD.finditer(text, first, last if last >= 0 else len(text))
    ]
    inside = [
        number
        for number, (start, end) in enumerate(words)
        if start < found.dest_end and end > found.dest_start
    ]
    if not inside:
        return text[found.dest_start : found.dest_end].strip()
    start, end = (
        min(words[inside[0]][0], found.dest_start),
        max(words[inside[-1]][1], found.dest_end),
    )
    ways = [
        (start, end),
        *((start, end) for _, end in words[inside[-1] + 1 :][:_FURTHER]),
        *((start, end) for start, _ in reversed(words[max(0, inside[0] - _FURTHER) : inside[0]])),
    ]
    once = next(
        (way for way in ways if len(locate(text, text[slice(*way)].strip())) == 1), (start, end)
    )
    return text[slice(*once)].strip()
