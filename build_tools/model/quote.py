"""How an annotation finds its place: exact words, with what stands around them where needed."""

from rapidfuzz import fuzz

_WIDTH = str.maketrans("，：；？！（）。“”‘’「」『』\n", ",:;?!().\"\"''\"\"'' ")


def fold(text: str) -> str:
    """The text with the width and style of punctuation levelled, and line ends as blanks; every length stays.

    >>> fold("小米，回应：“不”")
    '小米,回应:"不"'
    """
    return text.translate(_WIDTH)


def locate(text: str, quote: str, prefix: str = "", suffix: str = "") -> tuple[tuple[int, int], ...]:
    """Every place of the quote, as (start, end).

    >>> locate("小米回应，小米道歉", "小米", suffix="道歉")
    ((5, 7),)
    """
    text, whole = fold(text), fold(prefix + quote + suffix)
    places, at = [], text.find(whole)
    while at >= 0:
        places.append((at + len(prefix), at + len(prefix) + len(quote)))
        at = text.find(whole, at + 1)
    return tuple(places)


def not_found_hint(text: str, quote: str, prefix: str = "", suffix: str = "") -> str:
    """What to tell an editor whose quotation is not in the text, or not with what stands around it.

    >>> not_found_hint("小米道歉。", "道歉", prefix="雷军")
    'The words are there, but not directly behind “雷军”'
    """
    around = [f"directly {side} “{words}”" for side, words in (("behind", prefix), ("before", suffix)) if words]
    if around and locate(text, quote):
        return f"The words are there, but not {' and '.join(around)}"
    quote = prefix + quote + suffix
    near = nearest(text, quote)
    return f"The nearest words there are “{near}”" if near else "Nothing there is like it"


def nearest(text: str, quote: str) -> str:
    """The words of the text that are most like the quote; empty where nothing is.

    >>> nearest("小米集团公关部总经理徐洁云发文", "公关部总经历徐洁云")
    '公关部总经理徐洁云'
    """
    found = fuzz.partial_ratio_alignment(fold(quote), fold(text), score_cutoff=60)
    return text[found.dest_start : found.dest_end].strip() if found else ""
