"""Texts that are there in both languages already: each sentence gets the one that answers to it, as
a draft that nobody has read.

One seed may hold both, line under line or one after the other; or two seeds do, of which an editor
says `translates:`.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from build_tools.language.chinese.convert import Converter
from build_tools.language.which import ENGLISH_FOR_CHINESE, says_both
from build_tools.model.editorial import Editorial
from build_tools.model.problem import Place, Problem, warning
from build_tools.model.text import Bead, SourceText, Translation
from build_tools.stages.pairing.beads import Sentence, beads, is_as_long, letters, sentence

_SURE = 0.8
"""How sure a pair must be to be shown."""
_SHORT = 8
"""Characters, or as many English letters as stand for them, up to which the length of a line tells
nothing: 公司秘書, Company Secretary.
"""
_LONG = 0.6
"""How long the shorter side must be, for what the other lets expect."""
_ANSWERED = 0.7
"""How much of each side, by length, must have an answer."""
_WITNESSES = 2
"""Pairs that must name the same rare thing, before a program believes that a seed holds its own
translation.
"""
_MORE = 3
"""How many times as much must be named alike in pairs as between sentences that do not answer to
each other.
"""
_TURNS = 0.75
"""Of the paragraphs that answer to each other, how many must then stand in turn."""
_QUESTION = re.compile("[?？]")
_IN_TURN = 3
"""Paragraphs of each language that must stand in turn, where they name nothing."""


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
    sides are then as long as translations are,
    and name the same things in the same order, or stand paragraph by paragraph in turn.
    """
    done, problems = dict(texts), []
    for id, text in texts.items():
        original, place = translates.get(id, (id, None))
        if original == id:
            own = _beads(text, text, declared=place is not None)
            done[id] = replace(_filled(done[id], text, own, converter), beads=own)
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
        or (not declared and not _long_enough(_letters(one, zh), _letters(other, en)))
    ):
        return ()
    chinese, english = _sentences(one, zh), _sentences(other, en)
    found = [
        bead
        for bead, sure in beads(chinese, english)
        if bead.chinese and bead.english and sure >= _SURE
    ]
    if not declared and not (
        _is_answered(chinese, english, found)
        and (_name_the_same(chinese, english, found) or _in_turn(one, zh, en, found))
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
    whole = _whole_lines(
        tuple(
            Bead(tuple(zh[i] for i in bead.chinese), tuple(en[j] for j in bead.english))
            for bead in found
        ),
        one,
        other,
    )
    return _with_rest(whole, one, zh, en) if one is other else whole


def _whole_lines(found: tuple[Bead, ...], one: SourceText, other: SourceText) -> tuple[Bead, ...]:
    """The beads, with all of a paragraph where part of it answers to a paragraph that is one
    sentence, and the rest to none.
    """
    zh, en = _paragraphs(one), _paragraphs(other)
    taken = {n for bead in found for n in bead.chinese}, {n for bead in found for n in bead.english}
    return tuple(
        Bead(
            _whole(bead.chinese, zh, taken[0]) if _is_line(bead.english, en) else bead.chinese,
            _whole(bead.english, en, taken[1]) if _is_line(bead.chinese, zh) else bead.english,
        )
        for bead in found
    )


def _with_rest(
    found: tuple[Bead, ...], text: SourceText, zh: list[int], en: list[int]
) -> tuple[Bead, ...]:
    """The beads of a text in which paragraphs stand in turn, with what is left of two that answer to each other, or
    of two between such: be a figure another in them, that is what a reader wants to see.
    """
    block = [segment.block for segment in text.segments]
    pairs = Counter((block[bead.chinese[0]], block[bead.english[0]]) for bead in found)
    turns = Counter(english - chinese for chinese, english in pairs)
    turn = next(
        (by for by in (1, -1) if turns[by] >= _IN_TURN and turns[by] > _TURNS * len(pairs)), 0
    )
    own = {n: block[n] for n in zh} | {n: block[n] - turn for n in en}
    taken = {n for bead in found for n in (*bead.chinese, *bead.english)}
    told = {own[bead.chinese[0]] for bead in found if own[bead.chinese[0]] == own[bead.english[0]]}
    usual = sum(_letters(text, bead.english) for bead in found) / max(
        1, sum(_letters(text, bead.chinese) for bead in found)
    )
    rest = []
    for at in sorted(set(own.values())) if turn else ():
        sides = [tuple(n for n in side if own[n] == at) for side in (zh, en)]
        left = [tuple(n for n in side if n not in taken) for side in sides]
        if (
            all(left)
            and (at in told or {at - 2, at + 2} <= told)
            and all(_on_one_side(left, bead, sides) for bead in found)
            and is_as_long(_letters(text, left[0]), _letters(text, left[1]), usual)
        ):
            rest.append(Bead(*left))
    return tuple(sorted((*found, *rest), key=lambda bead: bead.chinese))


def _on_one_side(
    left: Sequence[tuple[int, ...]], bead: Bead, sides: Sequence[tuple[int, ...]]
) -> bool:
    """Whether what is left stands before or behind a bead of its paragraphs in both languages, and the bead in none
    of them alone.
    """
    within = [
        set(those) & set(side)
        for those, side in zip((bead.chinese, bead.english), sides, strict=True)
    ]
    if not any(within):
        return True
    if not all(within):
        return False
    (zh, english), (one, other) = left, (bead.chinese, bead.english)
    return (max(zh) < one[0] and max(english) < other[0]) or (
        min(zh) > one[-1] and min(english) > other[-1]
    )


def _whole(
    sentences: tuple[int, ...], paragraphs: list[tuple[int, ...]], taken: set[int]
) -> tuple[int, ...]:
    whole = paragraphs[sentences[0]]
    return whole if set(sentences) == taken & set(whole) else sentences


def _is_line(sentences: tuple[int, ...], paragraphs: list[tuple[int, ...]]) -> bool:
    return sentences == paragraphs[sentences[0]] and len(sentences) == 1


def _paragraphs(text: SourceText) -> list[tuple[int, ...]]:
    """For each sentence, those of its paragraph."""
    found: dict[int, list[int]] = {}
    for n, segment in enumerate(text.segments):
        found.setdefault(segment.block, []).append(n)
    return [tuple(found[segment.block]) for segment in text.segments]


def _of(text: SourceText, english: bool) -> list[int]:
    """The places of the sentences in one language."""
    return [
        n
        for n, (segment, reading) in enumerate(zip(text.segments, text.readings, strict=True))
        if (segment.lang == "en") == english and not says_both(reading.text)
    ]


def _letters(text: SourceText, places: Sequence[int]) -> int:
    return sum(letters(text.readings[n].text) for n in places)


def _long_enough(chinese: int, english: int) -> bool:
    """Whether either side can be the other's translation by its length; seen first, for what a
    sentence names takes its time to find.
    """
    whole = (chinese * ENGLISH_FOR_CHINESE, english)
    return min(whole) >= _LONG * max(whole)


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
        [side[n] for n in those]
        for side, those in ((chinese, bead.chinese), (english, bead.english))
    )
    return any(a.cues & b.cues or (a.marks & b.marks) - {"heading"} for a in one for b in other)


def _mostly_english(text: SourceText) -> bool:
    lengths = {True: 0.0, False: 0.0}
    for segment, reading in zip(text.segments, text.readings, strict=True):
        lengths[segment.lang == "en"] += len(reading.text) / (
            ENGLISH_FOR_CHINESE if segment.lang == "en" else 1
        )
    return lengths[True] > lengths[False]


def _is_answered(
    chinese: Sequence[Sentence], english: Sequence[Sentence], found: Sequence[Bead]
) -> bool:
    """Whether most of either side has its answer in the other."""
    whole = [
        sum(each.length for each in chinese) * ENGLISH_FOR_CHINESE,
        sum(each.length for each in english),
    ]
    answered = [
        sum(chinese[i].length for bead in found for i in bead.chinese) * ENGLISH_FOR_CHINESE,
        sum(english[j].length for bead in found for j in bead.english),
    ]
    return all(part >= _ANSWERED * all_ for part, all_ in zip(answered, whole, strict=True))


def _name_the_same(
    chinese: Sequence[Sentence], english: Sequence[Sentence], found: Sequence[Bead]
) -> bool:
    """Whether what answers to each other names the same, and the rest does not."""
    sides = [(_cues(chinese, bead.chinese), _cues(english, bead.english)) for bead in found]
    often = Counter(cue for zh, en in sides for cue in zh | en)
    apart = max(1, len(sides) // 2)
    alike = [_weight(zh & en, often) for zh, en in sides]
    elsewhere = [
        _weight(zh & sides[(n + apart) % len(sides)][1], often) for n, (zh, _) in enumerate(sides)
    ]
    return sum(each >= 1 / 2 for each in alike) >= _WITNESSES and sum(alike) >= _MORE * sum(
        elsewhere
    )


def _in_turn(text: SourceText, zh: list[int], en: list[int], found: Sequence[Bead]) -> bool:
    """Whether under each paragraph stands its answer in the other language, as long as a
    translation is, and a question where that is one: a short text need name nothing to be its own
    translation.
    """
    turns: dict[tuple[int, int], tuple[list[str], list[str]]] = {}
    for bead in found:
        sides = [zh[i] for i in bead.chinese], [en[j] for j in bead.english]
        blocks = text.segments[sides[0][0]].block, text.segments[sides[1][0]].block
        turn = turns.setdefault(blocks, ([], []))
        for side, those in zip(turn, sides, strict=True):
            side += [text.readings[n].text for n in those]
    return (
        len(turns) >= _IN_TURN
        and {english - chinese for chinese, english in turns} in ({1}, {-1})
        and all(_are_alike("".join(one), "".join(other)) for one, other in turns.values())
    )


def _are_alike(chinese: str, english: str) -> bool:
    """Whether both are as long, and ask as much."""
    asks = [len(_QUESTION.findall(each)) for each in (chinese, english)]
    return asks[0] == asks[1] and is_as_long(letters(chinese), letters(english))


def _weight(cues: frozenset[str], often: Mapping[str, int]) -> float:
    """What stands everywhere tells nothing: a cue counts the less the more pairs hold it."""
    return sum(1 / often[cue] for cue in sorted(cues))


def _cues(side: Sequence[Sentence], indexes: tuple[int, ...]) -> frozenset[str]:
    return frozenset().union(*(side[n].cues for n in indexes))


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
