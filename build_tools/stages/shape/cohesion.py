"""The headline among the lines over a text: the one whose words the text comes back to. A menu, an
outlet's name and a site's notice speak of something else.
"""

import re
from collections.abc import Callable, Iterable, Sequence, Set

from build_tools.language.folding import is_chinese, keys
from build_tools.language.mail_heads import begins_mail, names_subject
from build_tools.stages.shape.no_title import LETTERHEAD
from build_tools.stages.shape.wrapped import width

_TOP, _OVER, _WORD, _PROSE = 12, 5, 4, 40
"""Paragraphs near the top; how many may stand over the headline where the first could be one;
letters of a word that says what a text is of; width from which a line that is no headline is
prose.
"""
_BETTER, _FAR_BETTER, _ENOUGH, _ANY, _NEARLY, _SPOKEN = 2, 6, 3, 0.5, 2 / 3, 0.25
"""How many times as much the text must speak of another line, and of one right under the first; how
much it must at all, and where the first line can be no headline; how near to the most is as much,
since a second headline stands below the first; of which part of a paragraph's words the rest must
speak, if it is of the text.
"""

_FEW = 3
"""Words of a label, and how many longer ones a headline has in capitals."""
_CUT = re.compile(r"(?:\.{3}|…)$")
"""A title that a list cut short."""


def spoken_of(
    first: int,
    texts: Sequence[str],
    may_head: Callable[[str], bool],
    of_site: Set[int] = frozenset(),
    dated: Set[int] = frozenset(),
) -> int:
    """Where the headline stands: at `first`, unless the text speaks much more of another line
    before it, or as much of one over a day. Far below, that is a part's; right under
    the first a second headline, unless the text hardly speaks of the first, and lines of the site
    stand over one of the two.

    `of_site` are the numbers of lines right under such, `dated` of those over a day.

    >>> texts = ["Daily Wire: markets, sport and opinion", "Your account", "Kestrel recalls smoke alarms", "Kestrel has recalled two smoke alarms. The alarms did not ring in smoke."]
    >>> spoken_of(0, texts, lambda words: not words.endswith("."))
    2
    >>> spoken_of(0, texts[1:], lambda words: not words.endswith(".")), spoken_of(0, texts[1:], lambda words: not words.endswith("."), {0})
    (0, 1)
    """
    a_headline = first < len(texts) and may_head(texts[first])
    lines = _lines(texts, may_head, a_headline)
    if lines in ([], [first]):
        return first
    words = [_content(each) for each in texts]
    spoken = {
        n: _spoken(words[n], [words[m] for m in range(n + 1, len(words)) if m not in lines])
        for n in lines
    }
    best = max(spoken.values())
    over_day = next(
        (n for n in lines if n in dated and spoken[n] >= max(_ANY, best * _NEARLY)), first
    )
    if over_day > first:
        return over_day
    if best < (_ENOUGH if a_headline else _ANY) or spoken.get(first, 0) * _BETTER >= best:
        return first
    found = next(n for n in lines if spoken[n] >= best * _NEARLY)
    if spoken.get(first, 0) * _FAR_BETTER < best and (
        of_site & set(range(found + 1)) or (_is_label(texts[first]) and _in_capitals(texts[found]))
    ):
        return found
    return first if a_headline and not first + 1 < found <= first + _OVER else found


def _is_label(line: str) -> bool:
    """Whether a line is a few words, as a kind of paper has: `FDA Recall Notice`."""
    return len(line.split()) <= _FEW and not is_chinese(line[:1])


def _in_capitals(line: str) -> bool:
    """Whether the words of a line have capitals, as an English headline has and the line that leads
    on from one rarely: `Sunrise Bakery Recalls Raisin Buns`.
    """
    longer = [word for word in line.split() if len(word) > _WORD]
    return len(longer) > _FEW and all(word[:1].isupper() for word in longer)


def heads_other_mail(texts: Sequence[str]) -> bool:
    """Whether the first line stands over the head of a mail whose subject shares no word with it:
    the name of an archive, and no headline.

    >>> heads_other_mail(["Letter Box", "From: Dana", "Subject: Recall of smoke alarms"]), heads_other_mail(["[talk] Smoke alarms", "From: Dana", "Subject: Recall of smoke alarms"])
    (True, False)
    """
    subjects = [_content(each) for each in texts[1:] if names_subject(each)]
    return (
        begins_mail("".join(texts[1:2]))
        and any(len(each) > 2 for each in subjects)
        and not _content(texts[0]) & _all(subjects)
    )


def _lines(texts: Sequence[str], may_head: Callable[[str], bool], titled: bool) -> list[int]:
    """The lines of which one may be the headline: over the first mail, the first paragraph under
    one of them, or the first that the rest speaks of.
    Where a text does not begin with a title (`titled`), over the first paragraph under one of which
    the rest speaks."""
    found: list[int] = []
    for n, each in enumerate(texts[:_TOP]):
        if begins_mail(each):
            break
        if may_head(each):
            found += [n] if _content(each) and not LETTERHEAD.fullmatch(each) else []
        elif (
            width(each) > _PROSE
            and not _CUT.search(each)
            and (
                (
                    found
                    and (
                        titled
                        or _all(_content(texts[line]) for line in found)
                        & _all(map(_content, texts[n:]))
                    )
                )
                or _is_of_text(n, texts, may_head)
            )
        ):
            break
    return found


def _is_of_text(number: int, texts: Sequence[str], may_head: Callable[[str], bool]) -> bool:
    """Whether a paragraph is no notice of the site: what stands behind the next line that may be a
    headline speaks of it. Two notices on end speak of the same.
    """
    after = (
        next((n for n in range(number + 1, min(_TOP, len(texts))) if may_head(texts[n])), number)
        + 1
    )
    words = _content(texts[number])
    return len(words & _all(map(_content, texts[after:]))) > _SPOKEN * len(words)


def _spoken(words: frozenset[str], below: Iterable[frozenset[str]]) -> float:
    """How many of the words come back, times which part of them."""
    return len(words & _all(below)) ** 2 / len(words)


def _all(words: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*words)


def _content(line: str) -> frozenset[str]:
    """Pairs of Chinese characters, and longer words without their endings."""
    return frozenset(
        key for key in keys(line) if len(key) >= (2 if is_chinese(key) else _WORD) and key.isalpha()
    )
