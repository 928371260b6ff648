"""Stretches of a text that are not words to be read: addresses, handles, code, and names that are given as a whole."""

import re
from bisect import bisect_left, bisect_right

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”‘’「」『』（）【】《》，。；、！？]+"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w@./-])(?:[A-Za-z0-9-]+\.)+(?:com|net|org|cn|hk|tw|io|gov|edu|info|example)(?![A-Za-z0-9-])(?:/[^\s<>\"“”‘’「」『』（）【】《》，。；、！？]*)?", re.A)
"""http://example.com/微博/a.html, press@xiaomi.com, weibo.com/xiaomi, ifeng.com."""
_TOPIC = re.compile(r"#[^#\n，。；]{2,60}#")
"""#小米SU7发布#, #Xiaomi plans to cooperate#: words to be read."""
_HANDLE = re.compile(r"(?<![\w@])@[A-Za-z0-9_.]+|(?<![\w#&])#[A-Za-z]\w*", re.A)
"""@GoldenLadle and #XiaomiFire."""
_CODE = re.compile(r"`[^`\n]+`")
_CALLED = re.compile(r"(?:(?<=叫)|(?<=[店取起]名)|(?<=名为))[“「『][^”」』]{1,8}[”」』]|《[^》]{1,6}》")
"""店名叫「大熊小米」, 《工商时报》: what is called so or a short title is one name, and what stands in it names nothing else. Not 称“小米不会放弃”."""


def addresses(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches (start, end) that are written for machines.

    >>> text = "见 https://weibo.com/google，或致信press@xiaomi.com"
    >>> [text[start:end] for start, end in addresses(text)]
    ['https://weibo.com/google', 'press@xiaomi.com']
    """
    without_topics = _TOPIC.sub(lambda topic: " " * len(topic[0]), text)
    handles = [(m.start() + (m[0][0] == "@"), m.end()) for m in _HANDLE.finditer(without_topics)]
    return (*(m.span() for m in _ADDRESS.finditer(text)), *handles, *(m.span() for m in _CODE.finditer(text)))


def unread(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches, in order and without overlaps, of which no part is a word by itself: addresses, and names given as a whole. A name that is all of one still counts.

    >>> text = "见weibo.com，店名「大熊小米」"
    >>> [text[start:end] for start, end in unread(text)]
    ['weibo.com', '大熊小米']
    """
    spans: list[tuple[int, int]] = []
    for start, end in sorted((*addresses(text), *((m.start() + 1, m.end() - 1) for m in _CALLED.finditer(text)))):
        if not spans or start >= spans[-1][1]:
            spans.append((start, end))
    return tuple(spans)


def within(spans: tuple[tuple[int, int], ...], start: int, end: int) -> bool:
    """Whether start..end lies in one of the stretches of `unread`, or reaches into it, without being all of it."""
    touched = spans[bisect_right(spans, start, key=lambda span: span[1]) : bisect_left(spans, end, key=lambda span: span[0])]
    return any(not (start <= a and b <= end) for a, b in touched)
