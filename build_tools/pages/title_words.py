"""Where a Chinese title may be broken on a narrow page: between words, for it has no spaces."""

from markupsafe import Markup

from build_tools.language.chinese.words import Word, words
from build_tools.render.markup import joined, shown


def between_words(title: str, names: tuple[str, ...] = ()) -> Markup:
    """The title as inert HTML with a place to break between words; punctuation and spaces have
    their own.

    Two single characters in a row are perhaps a name that nobody knows, and stay together.

    >>> str(between_words("小米回应投放争议，徐洁云道歉"))
    '小米<wbr>回应<wbr>投放<wbr>争议，徐洁云<wbr>道歉'
    >>> str(between_words("媒体的KOL合作，19条"))
    '媒体的<wbr>KOL<wbr>合作，19条'
    """
    cut = words(title, names)
    parts: list[Markup] = []
    for number, word in enumerate(cut):
        before = cut[number - 1] if number else None
        if before and _may_break(title, before, word):
            parts.append(Markup("<wbr>"))
        parts.append(shown(title[word.start : word.end]))
    return joined(parts)


def _may_break(title: str, before: Word, word: Word) -> bool:
    """Between letters, Chinese or Latin, where one of the words is longer than a character; never
    before a particle, such as 的.
    """
    longer = before.end > before.start + 1 or word.end > word.start + 1
    return (
        longer
        and title[before.end - 1].isalpha()
        and title[word.start].isalpha()
        and not word.part_of_speech.startswith("u")
    )
