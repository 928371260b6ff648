"""pinyin-words: a word that is not all Han, or has not one syllable for each character."""

from collections.abc import Iterator
from unicodedata import combining, normalize

from build_tools.language.chinese.han import HAN
from build_tools.model.editorial import Editorial
from build_tools.model.problem import Problem, error
from build_tools.model.rules import Spoken
from build_tools.model.text import Seed


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """Each word whose syllables do not fit its characters one by one."""
    for n, word in enumerate(editorial.spoken):
        if not _is_whole(word):
            yield error(
                editorial.place("rules", "pinyin", "words", n),
                "pinyin-words",
                f"“{word.pinyin}” is not one syllable for each character of “{word.zh_hans}”",
                "Give Han characters only, and as many syllables with spaces between them; the word is not used until then",
            )


def _is_whole(word: Spoken) -> bool:
    letters = normalize("NFD", word.pinyin.replace(" ", ""))
    return (
        all(HAN.match(char) for char in word.zh_hans)
        and len(word.pinyin.split()) == len(word.zh_hans)
        and all(char.isalpha() or combining(char) for char in letters)
    )
