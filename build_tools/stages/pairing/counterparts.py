"""Texts that are there in both languages already: each sentence gets the one that answers to it, as
a draft that nobody has read.

One seed may hold both, line under line or one after the other; or two seeds do, of which an editor
says `translates:`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from build_tools.language.chinese.convert import Converter
from build_tools.language.which import ENGLISH_FOR_CHINESE, says_both
from build_tools.model.editorial import Editorial
from build_tools.model.problem import Place, Problem, warning
from build_tools.model.text import Bead, SourceText, Translation
from build_tools.stages.pairing.beads import beads
from build_tools.stages.pairing.cues import Sentence, sentence
from build_tools.stages.pairing.whole_lines import letters_of, whole_lines, with_rest
from build_tools.stages.pairing.witness import in_turn, is_answered, long_enough, name_the_same

_SURE = 0.8
"""How sure a pair must be to be shown."""
_SHORT = 8
"""Characters, or as many English letters as stand for them, up to which the length of a line tells
nothing: 公司秘書, Company Secretary.
"""


def declared(editorial: Editorial) -> dict[str, tuple[str, Place]]:
    """Of which source editors say that another is the translation, and where."""
    return {
        id: (files.record.translates, files.place("translates"))
        for id, files in editorial.sources.items()
        if files.record.translates
    }


def counterparts(
    texts: Mapping[str, SourceText],
    translates: Mapping[str, tuple[str, Place]],
    converter: Converter,
) -> tuple[dict[str, SourceText], tuple[Problem, ...]]:
    """The texts, with drafts for what nobody has translated. `translates` is what editors say: of
    which source another is the translation, and where they say it.

    A text of which nobody says anything must show by itself that it holds both languages: its two
    sides are then as long as translations are, and name the same things in the same order, or stand
    paragraph by paragraph in turn.
    """
    done, problems = dict(texts), []
    for id, text in texts.items():
        original, place = translates.get(id, (id, None))
        if original == id:
            own = _beads(text, text, declared=place is not None)
            done[id] = replace(_filled(done[id], text, own, converter), beads=own)
            if place and not own:
                problems.append(
                    warning(
                        place,
                        "translation-same-language",
                        f"{id} is said to hold its own translation, and no sentence of it answers to another",
                        "Name the text that it is a translation of, or take `translates` away",
                    )
                )
        elif place and original in texts:
            chinese, english = sorted((id, original), key=lambda each: _mostly_english(texts[each]))
            if _mostly_english(texts[chinese]) or not _mostly_english(texts[english]):
                problems.append(
                    warning(
                        place,
                        "translation-same-language",
                        f"{id} and {original}, which it is said to translate, are in the same language",
                        "Name the text that it is a translation of, or take `translates` away",
                    )
                )
                continue
            found = _beads(texts[chinese], texts[english], declared=True)
            done[chinese] = _filled(done[chinese], texts[english], found, converter, into="en")
            done[english] = _filled(done[english], texts[chinese], found, converter, into="zh")
    return done, tuple(problems)


def _beads(one: SourceText, other: SourceText, declared: bool) -> tuple[Bead, ...]:
    """Which Chinese sentences of the one and English ones of the other answer to each other, by
    their indexes there.
    """
    zh, en = _of(one, english=False), _of(other, english=True)
    if (
        not zh
        or not en
        or (not declared and not long_enough(letters_of(one, zh), letters_of(other, en)))
    ):
        return ()
    chinese, english = _sentences(one, zh), _sentences(other, en)
    found = [
        bead
        for bead, sure in beads(chinese, english)
        if bead.chinese and bead.english and sure >= _SURE
    ]
    if not declared and not (
        is_answered(chinese, english, found)
        and (name_the_same(chinese, english, found) or in_turn(one, zh, en, found))
    ):
        return ()
    short = (
        _among_short(one, zh, chinese, _SHORT),
        _among_short(other, en, english, _SHORT * ENGLISH_FOR_CHINESE),
    )
    found = [
        bead
        for bead in found
        if not (short[0].issuperset(bead.chinese) and short[1].issuperset(bead.english))
        or _tells(bead, chinese, english)
        or (one is other and abs(zh[bead.chinese[0]] - en[bead.english[0]]) == 1)
    ]
    whole = whole_lines(
        tuple(
            Bead(tuple(zh[i] for i in bead.chinese), tuple(en[j] for j in bead.english))
            for bead in found
        ),
        one,
        other,
    )
    return with_rest(whole, one, zh, en) if one is other else whole


def _of(text: SourceText, english: bool) -> list[int]:
    """The places of the sentences in one language."""
    return [
        n
        for n, (segment, reading) in enumerate(zip(text.segments, text.readings, strict=True))
        if (segment.lang == "en") == english and not says_both(reading.text)
    ]


def _sentences(text: SourceText, places: list[int]) -> list[Sentence]:
    return [
        sentence(
            text.readings[n].text,
            opens=n == 0 or text.segments[n].block != text.segments[n - 1].block,
        )
        for n in places
    ]


def _among_short(
    text: SourceText, places: list[int], side: Sequence[Sentence], most: float
) -> set[int]:
    """Which of one language's sentences are very short lines beside another such line: of a
    signature under a letter the order tells nothing either.
    """
    blocks = Counter(segment.block for segment in text.segments)
    short = {
        n
        for n, each in enumerate(side)
        if each.length <= most and blocks[text.segments[places[n]].block] == 1
    }
    return {n for n in short if {n - 1, n + 1} & short}


def _tells(bead: Bead, chinese: Sequence[Sentence], english: Sequence[Sentence]) -> bool:
    """Whether something in its words shows that a pair is one: a number or name, a question."""
    one, other = (
        [side[n] for n in indices]
        for side, indices in ((chinese, bead.chinese), (english, bead.english))
    )
    return any(a.cues & b.cues or (a.signs & b.signs) - {"heading"} for a in one for b in other)


def _mostly_english(text: SourceText) -> bool:
    lengths = {True: 0.0, False: 0.0}
    for segment, reading in zip(text.segments, text.readings, strict=True):
        lengths[segment.lang == "en"] += len(reading.text) / (
            ENGLISH_FOR_CHINESE if segment.lang == "en" else 1
        )
    return lengths[True] > lengths[False]


def _filled(
    text: SourceText,
    other: SourceText,
    beads: tuple[Bead, ...],
    converter: Converter,
    into: str = "",
) -> SourceText:
    """The text with drafts from the other; what a person has translated, or left untranslated on
    purpose, stays as it is.
    """
    translations = list(text.translations)
    for bead in beads:
        for own, answers, lang in (
            (bead.chinese, bead.english, "en"),
            (bead.english, bead.chinese, "zh"),
        ):
            if into not in ("", lang):
                continue
            draft = Translation(
                _joined(other, answers, converter),
                "machine-draft",
                "found",
                note=_together(text, own),
            )
            for index in own:
                if translations[index] == Translation("", "untranslated"):
                    translations[index] = draft
    return replace(text, translations=tuple(translations))


def _joined(text: SourceText, indexes: tuple[int, ...], converter: Converter) -> str:
    """Sentences on end, in English or in Simplified Chinese, as a translation has them."""
    english = text.segments[indexes[0]].lang == "en"
    words = [
        text.readings[n].text
        if english
        else converter.convert(text.readings[n].text, text.segments[n].lang, "zh-Hans")
        for n in indexes
    ]
    return (" " if english else "").join(words)


def _together(text: SourceText, own: tuple[int, ...]) -> str:
    """Where several sentences have one answer, it stands at each and says so."""
    return f"{' and '.join(text.segments[n].id for n in own)} together" if len(own) > 1 else ""
