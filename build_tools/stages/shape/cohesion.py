"""Of which lines a text speaks: a menu, an outlet's name and a site's notice speak of something
else.
"""

from collections.abc import Iterable, Mapping, Sequence

from build_tools.language.folding import is_chinese, keys
from build_tools.language.mail_heads import begins_mail, names_subject

_WORD, _SPOKEN = 4, 0.25
"""Letters of a word that says what a text is of; of which part of a paragraph's words the rest must
speak, if it is of the text.
"""


def heads_other_mail(texts: Sequence[str]) -> bool:
    """Whether the first line stands over the head of a mail whose subject shares no word with it:
    the name of an archive, and no headline.

    >>> heads_other_mail(["Letter Box", "From: Dana", "Subject: Recall of smoke alarms"]), heads_other_mail(["[talk] Smoke alarms", "From: Dana", "Subject: Recall of smoke alarms"])
    (True, False)
    """
    subjects = [content(each) for each in texts[1:] if names_subject(each)]
    return (
        begins_mail("".join(texts[1:2]))
        and any(len(each) > 2 for each in subjects)
        and not content(texts[0]) & _all(subjects)
    )


def last_places(contents: Sequence[frozenset[str]]) -> dict[str, int]:
    """Where each word stands last."""
    return {word: n for n, words in enumerate(contents) for word in words}


def is_of_text(number: int, words: frozenset[str], last: Mapping[str, int]) -> bool:
    """Whether a paragraph is no notice of the site: the rest speaks of it."""
    return _again(number, words, last) > _SPOKEN * len(words)


def spoken(number: int, words: frozenset[str], last: Mapping[str, int]) -> float:
    """How many of the words of a line come back below it, times which part of them."""
    return _again(number, words, last) ** 2 / len(words) if words else 0


def _again(number: int, words: frozenset[str], last: Mapping[str, int]) -> int:
    return sum(last.get(word, -1) > number for word in words)


def _all(words: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*words)


def content(line: str) -> frozenset[str]:
    """Pairs of Chinese characters, and longer words without their endings."""
    return frozenset(
        key for key in keys(line) if len(key) >= (2 if is_chinese(key) else _WORD) and key.isalpha()
    )
