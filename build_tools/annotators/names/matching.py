"""Find names and terms in running text. What it finds is a suggestion; what editors say wins."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from build_tools.annotators.names.acting import acts
from build_tools.annotators.names.cuts import NOT, SURE, UNSURE, Cut
from build_tools.annotators.names.english import beside, is_part
from build_tools.annotators.names.indivisible import indivisible, within
from build_tools.model.mark_kinds import MARK_KINDS
from build_tools.model.quote import even_signs
from build_tools.model.text import Mark


@dataclass(frozen=True, slots=True)
class Pattern:
    """A form of a name or term, and when it counts."""

    text: str
    lang: str
    """`en`, or `zh` (in Simplified script)."""
    kind: str
    """`actor` or `term`."""
    target: str
    only_in: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    region: str = ""
    """Of a word that only Taiwan or Hong Kong uses so: `zh-Hant-TW`, `zh-Hant-HK`. To the Mainland,
    工商 and 出错 are everyday words.
    """
    not_beside: tuple[str, ...] = ()
    everyday: bool = False
    """It counts only in the company of other names and terms: `traffic`, 流量."""
    short: bool = False
    """A short form that counts only near others: that it stands somewhere does not tell whom it
    names elsewhere.
    """
    person: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a form stands, and how much speaks for it."""

    mark: Mark
    verdict: int
    """SURE; UNSURE, if it counts only where the text surely names the same; NOT, if it counts only
    where an editor has confirmed it.
    """
    everyday: bool = False
    plain: bool = True
    """Whether it counts wherever it stands, so that the text surely names the same."""
    is_word: bool = False
    """Whether it is also a word, and UNSURE for that alone: it counts beside another name, too."""
    in_list_with: tuple[str, ...] = ()
    """Whom the names beside it in a list name: 联想、小米."""


class Matcher:
    """All patterns of one language, ready to be found."""

    def __init__(self, patterns: tuple[Pattern, ...]):
        self._by_text: dict[str, list[Pattern]] = defaultdict(list)
        for pattern in patterns:
            self._by_text[_level(pattern.text)].append(pattern)
        self._texts = sorted(self._by_text)
        self._automaton = (
            AhoCorasick(self._texts, matchkind=MatchKind.Standard) if self._texts else None
        )

    def find(self, text: str, paragraph: str, source: str, written: str = "") -> tuple[Hit, ...]:
        """Every place of every form in one segment, sure or not; `settled` chooses among them.

        `paragraph` is the text around it, for forms that count only near others; `written` is the
        script and region of the source's own Chinese, for the words of a region.
        """
        if self._automaton is None:
            return ()
        level, around = _level(text), _level(paragraph or text)
        found = [
            (pattern, start, end)
            for index, start, end in self._automaton.find_matches_as_indexes(
                level, overlapping=True
            )
            if _at_edges(level, start, end)
            for pattern in self._by_text[self._texts[index]]
            if _of_region(pattern, written) and _is_form(pattern, text, start, end, source)
        ]
        if not found:
            return ()
        here = _Surroundings(text, level, around, Cut(text), indivisible(text))
        hits = [
            Hit(
                Mark(start, end, p.kind, p.target),
                here.verdict(p, start, end),
                p.everyday,
                not p.short and not p.everyday,
                here.is_also_a_word(p, start, end),
            )
            for p, start, end in found
        ]
        return tuple(_listed(hits, level))


def _listed(hits: list[Hit], text: str) -> list[Hit]:
    """The hits, those of them sure that stand in one list with a sure name: 联想、Google."""
    at: dict[int, list[Hit]] = {}
    """Those of actors by where they begin and end."""
    for hit in hits:
        if hit.mark.kind == "actor":
            at.setdefault(hit.mark.start, []).append(hit)
            at.setdefault(hit.mark.end, []).append(hit)

    def neighbours(mark: Mark) -> list[Hit]:
        if mark.kind != "actor":
            return []
        after = at.get(mark.end + 1, ()) if text[mark.end : mark.end + 1] == "、" else ()
        before = at.get(mark.start - 1, ()) if text[mark.start - 1 : mark.start] == "、" else ()
        return [
            *(hit for hit in before if hit.mark.end == mark.start - 1),
            *(hit for hit in after if hit.mark.start == mark.end + 1),
        ]

    return [
        replace(
            hit,
            verdict=SURE if any(each.verdict == SURE for each in beside_it) else UNSURE,
            in_list_with=tuple(str(each.mark.target) for each in beside_it),
        )
        if hit.verdict == UNSURE and (beside_it := neighbours(hit.mark))
        else hit
        for hit in hits
    ]


def settled(
    hits: tuple[Hit, ...],
    known: Collection[str],
    translated: Collection[str] = (),
    confirmed: Collection[str] = (),
) -> tuple[Mark, ...]:
    """The marks of a segment: leftmost, then longest, then names before terms.

    `known` is what the whole text surely names, `translated` what the other language has here: in
    its company a form is no word of every day. `confirmed` is what editors have read here; it is
    found whatever speaks against it, if nothing better names the same.

    >>> zh = Matcher((Pattern("王化", "zh", "actor", "wang-hua"), Pattern("小米", "zh", "actor", "xiaomi"),
    ...               Pattern("小米汽车", "zh", "actor", "xiaomi-auto"), Pattern("流量", "zh", "term", "liuliang", everyday=True)))
    >>> [[(m.start, m.end, m.target) for m in settled(zh.find(text, "", "a"), ())] for text in ("王化谈小米汽车的女王化妆", "小米回应流量", "手机流量")]
    [[(0, 2, 'wang-hua'), (3, 7, 'xiaomi-auto')], [(0, 2, 'xiaomi'), (4, 6, 'liuliang')], []]
    """
    company = {hit.mark.target for hit in hits if hit.verdict == SURE and not hit.everyday}
    actors = {hit.mark.target for hit in hits if hit.verdict == SURE and hit.mark.kind == "actor"}

    def counts(hit: Hit) -> bool:
        listed = {hit.mark.target, *hit.in_list_with} & set(known) or (
            hit.is_word and (actors - {hit.mark.target} or hit.mark.target in translated)
        )
        if hit.verdict == NOT or (hit.verdict == UNSURE and not listed):
            return False
        return (
            not hit.everyday or hit.mark.target in translated or bool(company - {hit.mark.target})
        )

    good = [hit.mark for hit in hits if counts(hit)]
    there = {mark.target for mark in good}
    again = [
        hit.mark for hit in hits if hit.mark.target in confirmed and hit.mark.target not in there
    ]
    return leftmost_longest([*good, *again])


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """A segment, as the conditions of a form see it."""

    text: str
    level: str
    around: str
    cut: Cut
    indivisible: tuple[tuple[int, int], ...]

    def verdict(self, pattern: Pattern, start: int, end: int) -> int:
        """How much speaks for the form there, by all that its record says of it."""
        if (
            within(self.indivisible, start, end)
            or any(_inside(self.level, start, end, _level(trap)) for trap in pattern.not_in)
            or self._has_beside(pattern, start, end)
        ):
            return NOT
        near = not pattern.near or any(_level(word) in self.around for word in pattern.near)
        sure = near and not self.is_also_a_word(pattern, start, end)
        return min(self._by_words(pattern, start, end), SURE if sure else UNSURE)

    def is_also_a_word(self, pattern: Pattern, start: int, end: int) -> bool:
        """Whether a firm's name is also a word, and nothing beside it tells that it is the firm."""
        return (
            pattern.kind == "actor"
            and not (pattern.person or pattern.near)
            and pattern.lang != "en"
            and self._by_words(pattern, start, end) == SURE
            and self.cut.is_word(start, end)
            and not acts(self.text, start, end)
        )

    def _by_words(self, pattern: Pattern, start: int, end: int) -> int:
        if pattern.lang == "en" or pattern.text.isascii():
            return (
                NOT
                if is_part(self.text, start, end, pattern.text, pattern.kind == "actor")
                else SURE
            )
        return self.cut.verdict(
            start,
            end,
            pattern.kind == "actor",
            pattern.person,
            not pattern.everyday and not pattern.region,
        )

    def _has_beside(self, pattern: Pattern, start: int, end: int) -> bool:
        if not pattern.not_beside:
            return False
        english = pattern.lang == "en"
        words = beside(self.level, start, end) if english else self.cut.beside(start, end)
        return any(word in words for word in pattern.not_beside)


def leftmost_longest(marks: list[Mark]) -> tuple[Mark, ...]:
    """The marks without overlaps."""
    order = {id: place for place, id in enumerate(MARK_KINDS)}
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end, order[m.kind], m.target)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return tuple(kept)


@lru_cache(maxsize=1024)
def _level(text: str) -> str:
    """For comparison: lower case, punctuation levelled, every length as before.

    Remembered, for every sentence of a paragraph asks for the whole paragraph.
    """
    even = even_signs(text)
    low = even.lower()
    if len(low) == len(even) and "Σ" not in even:  # which is lowered by what stands behind it
        return low
    return "".join(low if len(low := char.lower()) == 1 else char for char in even)


def _at_edges(text: str, start: int, end: int) -> bool:
    """Latin words are matched whole; Chinese has no edges."""

    def joined(one: str, other: str) -> bool:
        return _is_latin(one) and _is_latin(other)

    return not (start and joined(text[start - 1], text[start])) and not (
        end < len(text) and joined(text[end - 1], text[end])
    )


def _is_latin(char: str) -> bool:
    return char.isalnum() and char < "\u0250"


def _of_region(pattern: Pattern, written: str) -> bool:
    """A region's own words count in its texts, and in Traditional text (`zh-Hant`) of which nobody
    has said where it was written.
    """
    return pattern.region in ("", written) or (
        written == "zh-Hant" and pattern.region.startswith(written)
    )


def _is_form(pattern: Pattern, text: str, start: int, end: int, source: str) -> bool:
    """Names keep their capitals; a form that is bound to some sources counts nowhere else."""
    return (not pattern.only_in or source in pattern.only_in) and (
        pattern.kind != "actor" or even_signs(text[start:end]) == even_signs(pattern.text)
    )


def _inside(text: str, start: int, end: int, trap: str) -> bool:
    """Whether start..end lies within a longer word that means something else: 清华 of 清华紫光."""
    limit = end + len(trap)
    at = text.find(trap, max(0, start - len(trap)), limit)
    while 0 <= at <= start:
        if at + len(trap) >= end:
            return True
        at = text.find(trap, at + 1, limit)
    return False
