"""Which of the lines that look like headings have text under them."""

import re
from collections import Counter
from collections.abc import Sequence

from build_tools.language.chinese.han import HAN
from build_tools.stages.shape.headline import (
    SIGN,
    bare,
    is_text,
)
from build_tools.stages.shape.lines import Line, width
from build_tools.stages.shape.looks import CAPTION, OPTION
from build_tools.stages.shape.markers import (
    FIRST,
    is_section,
    lead_of,
)

_GOES_ON = re.compile(r"[:：,，]$")
_FIELD = re.compile(r"[^:：]{1,20}[:：]\s?\S")
"""`Main article: Halden Foods`; right under a heading it is a note to it."""
_NEAR, _LATER = 6, 50
"""Lines under a heading within which its text begins; headings with which one over the text is
compared.
"""


def over_text(
    head: int,
    found: list[bool],
    sure: list[bool],
    texts: list[str],
    paragraphs: Sequence[Sequence[Line]],
) -> list[bool]:
    """The headings without those that head nothing: in a sentence that goes on from the line above,
    a note to it, said twice, over what is no text, as the fields of a box,
    without the sign of the others; and, before the text begins, but for its title, what looks like
    no later heading and comes only once: a second headline, a byline, a button."""
    begins = next(
        (
            n
            for n in range(head + found[head] if head < len(found) else head, len(texts))
            if is_text(texts[n])
        ),
        len(texts),
    )
    later = [
        (*_look(words), width(words))
        for words, heading in zip(texts[begins:], found[begins:], strict=True)
        if heading
    ][:_LATER]
    title, said = (
        next((n for n, heading in enumerate(found) if heading), -1),
        Counter(texts[:begins]),
    )

    def divides(n: int) -> bool:
        if n >= begins or (
            is_apart(n, paragraphs)
            and any(_look(texts[n]) == look and width(texts[n]) <= wide for *look, wide in later)
        ):
            return _heads_text(n, found, sure, texts)
        under = "".join(texts[n + 1 : n + 2])
        return (n == title and not bare(under)) or (said[texts[n]] > 1 and is_text(under))

    def goes_on(n: int) -> bool:
        return (
            bool(n)
            and not paragraphs[n][0].apart
            and bool(_GOES_ON.search(texts[n - 1]) or (found[n - 1] and _FIELD.match(texts[n])))
        )

    kept = [
        heading
        and (
            sure[n]
            or (
                divides(n)
                and not goes_on(n)
                and texts[n] not in texts[max(0, n - 1) : n] + texts[n + 1 : n + 2]
            )
        )
        for n, heading in enumerate(found)
    ]
    signed = [
        heading and bool(SIGN.match(words)) for heading, words in zip(kept, texts, strict=True)
    ]
    return (
        [heading and (sure[n] or signed[n]) for n, heading in enumerate(kept)]
        if sum(signed) > 1
        else kept
    )


def _heads_text(number: int, found: list[bool], sure: list[bool], texts: list[str]) -> bool:
    """Whether text, or a list, stands under a heading, or under the surer headings, one more and
    captions there.
    What stands right over a section that is not the first ends the one before: the `CARRIED` under
    a motion."""
    if (
        found[number + 1 : number + 2] == [True]
        and is_section(texts[number + 1])
        and not FIRST.match(texts[number + 1])
    ):
        return False
    behind = [
        n
        for n in range(number + 1, min(number + _NEAR, len(texts)))
        if not (sure[n] and found[n]) and not CAPTION.match(texts[n])
    ]
    under = "".join(texts[n] for n in (behind[1:2] if behind and found[behind[0]] else behind[:1]))
    return (
        is_text(under)
        or lead_of(under, 0, len(under)) is not None
        or bool(
            OPTION.match(under)
            or (SIGN.match(texts[number]) and width(under) > width(texts[number]))
        )
    )


def _look(words: str) -> list[bool]:
    """Whether a heading is in capitals, and in Chinese: those of one text are alike."""
    return [words.isupper(), bool(HAN.search(words))]


def is_apart(number: int, paragraphs: Sequence[Sequence[Line]]) -> bool:
    """Whether blank lines stand around a line."""
    return (
        number + 1 < len(paragraphs)
        and paragraphs[number][0].apart
        and paragraphs[number + 1][0].apart
    )
