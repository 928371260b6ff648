"""Of which lines a text speaks: a menu, an outlet's name and a site's notice speak of something
else.
"""

from collections.abc import Iterable, Sequence

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


def is_of_text(number: int, texts: Sequence[str]) -> bool:
    """Whether a paragraph is no notice of the site: the rest speaks of it."""
    words = content(texts[number])
    return len(words & _all(map(content, texts[number + 1 :]))) > _SPOKEN * len(words)


def spoken(words: frozenset[str], below: Iterable[frozenset[str]]) -> float:
    """How many of the words come back, times which part of them."""
    return len(words & _all(below)) ** 2 / len(words) if words else 0


def _all(words: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*words)


def content(line: str) -> frozenset[str]:
    """Pairs of Chinese characters, and longer words without their endings."""
    return frozenset(
        key for key in keys(line) if len(key) >= (2 if is_chinese(key) else _WORD) and key.isalpha()
    )
