"""language-other, script-other: a text of the archive's own under the wrong language or script."""

import re
from collections.abc import Callable, Iterator

from build_tools.language.chinese.han import HAN
from build_tools.language.chinese.script import detect_script, is_english
from build_tools.model.editorial import Editorial
from build_tools.model.keys import all_records, keys_of
from build_tools.model.problem import Place, Problem, warning
from build_tools.model.record import LANGS, WRITTEN
from build_tools.model.text import Seed
from build_tools.model.walk import Way

_WORD = re.compile(r"[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f'’-]*")


def check(editorial: Editorial, seeds: tuple[Seed, ...]) -> Iterator[Problem]:
    """Of every record, whatever its keys: `en` beside `zh-Hans`, and each Chinese text alone. Names
    may be in Latin letters on both sides.
    """
    for record, place in all_records(editorial):
        for way, texts in _in_languages(record, ()):
            yield from _exchanged(texts, way, place)
            yield from _in_other_script(texts, way, place)


def _in_languages(
    record: object, way: Way
) -> Iterator[tuple[Way, dict[str, list[tuple[Way, str]]]]]:
    """Whatever is said in several languages: for each, its texts and where they stand."""
    inside = keys_of(record)
    languages = {key: list(_texts(value, (*way, key))) for key, value in inside if key in LANGS}
    if languages:
        yield way, languages
    for key, value in inside:
        if key not in LANGS:
            yield from _in_languages(value, (*way, key))


def _texts(value: object, way: Way) -> Iterator[tuple[Way, str]]:
    if isinstance(value, str):
        yield way, value
    for key, each in keys_of(value):
        yield from _texts(each, (*way, key))


def _exchanged(
    texts: dict[str, list[tuple[Way, str]]], way: Way, place: Callable[..., Place]
) -> Iterator[Problem]:
    """Chinese quoted in English prose has still fewer Chinese characters for each word than the
    Chinese beside it.
    """
    english, chinese = (" ".join(text for _, text in texts.get(lang, ())) for lang in WRITTEN)
    if not english or not chinese:
        return
    of_names = set(_WORD.findall(chinese))
    own = [word for word in _WORD.findall(english) if word not in of_names]
    if _share(english) > _share(chinese):
        yield _other(
            place(*way, "en"),
            "The English and the Chinese have changed places",
            english,
            "Exchange them",
        )
    elif HAN.search(english) and not own:
        yield _other(
            place(*way, "en"),
            "This stands under `en` and is Chinese",
            english,
            "Write it in English",
        )
    elif is_english(chinese):
        yield _other(
            place(*way, "zh-Hans"),
            "This stands under `zh-Hans` and is English",
            chinese,
            "Write it in Chinese",
        )


def _share(text: str) -> float:
    """How much of a text is Chinese, a word counting as a character."""
    han = len(HAN.findall(text))
    return han / (han + len(_WORD.findall(text)) or 1)


def _in_other_script(
    texts: dict[str, list[tuple[Way, str]]], way: Way, place: Callable[..., Place]
) -> Iterator[Problem]:
    for lang in LANGS[1:]:
        for there, text in texts.get(lang, ()):
            script = detect_script(text)
            if script and not lang.startswith(script):
                said = "Traditional" if script == "zh-Hant" else "Simplified"
                yield warning(
                    place(*there),
                    "script-other",
                    f"This stands under `{lang}` and is {said}: “{text[:40]}”",
                    "Write it in the other script; Taiwan's and Hong Kong's forms are made from the Simplified where none is given",
                )


def _other(place: Place, what: str, text: str, hint: str) -> Problem:
    return warning(place, "language-other", f"{what}: “{text[:40]}”", hint)
