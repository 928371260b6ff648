"""Whether words of a Chinese text stand by themselves where a name or term was found, or are parts
of others.
"""

from dataclasses import dataclass
from functools import cached_property

from build_tools.language.chinese.han import HAN
from build_tools.language.chinese.words import Word, frequency, words

SURE, UNSURE, NOT = 2, 1, 0
"""How much the words around speak for a hit: it is one; it is one if the text speaks of the same
elsewhere; it is none.
"""

_AFFIXES = frozenset("被有无新者们")
"""With these the dictionary has words of its own: 被开除, 营销者, 有假新闻. What is left of them is
the word.
"""
_FIRMS = frozenset(["公司", "集团"])
"""With these a name is still the name: 联想公司."""
_PAPERS = frozenset("信书函令制")
"""With these behind it, an act is still the act: 道歉信, 封杀令, 问责制."""
_PLACES = frozenset("节村县镇乡庄屯山河湖岛寺庙街路巷桥")
"""Alone after a name they make a feast or place of it: 小米节."""
_COMPLEMENTS = frozenset(["到", "起", "起来", "出", "了", "着", "过"])
_CAUSES = frozenset(["让", "令", "使"])
_BY_ITSELF = frozenset(["令人", "使人", "不禁", "不由得"])
"""What makes a verb of a word that is also a name: 联想到, 让 人 联想, 不禁 联想; but in
让联想陷入困境 it is the firm.
"""
_NAMES = ("nr", "ns", "nt", "nz")
"""jieba's tags of persons, places, organisations and other names."""
_DOUBT = 10
"""As many times likelier than the other way a cut must be that leaves one character beside the
form: else 证|据悉 hides 证据|悉.
"""


@dataclass(frozen=True)
class Cut:
    """A text in Simplified script, cut into words.

    Our own names are not made known to the dictionary: each new record would move the cuts of all
    texts, and as much is found without.
    """

    text: str

    @cached_property
    def _words(self) -> tuple[Word, ...]:
        return words(self.text)

    @cached_property
    def _at(self) -> dict[int, Word]:
        """The word in which each character stands."""
        return {at: word for word in self._words for at in range(word.start, word.end)}

    def verdict(
        self,
        start: int,
        end: int,
        is_name: bool = False,
        is_person: bool = False,
        in_compounds: bool = True,
    ) -> int:
        """What the words around say of the form at start..end: SURE, UNSURE or NOT.

        `in_compounds` says whether it means the same within longer words: 舆论 does in 舆论压力;
        工商, a Taiwan word for an advertisement, does not in 工商银行.

        >>> [Cut(text).verdict(text.index(form), text.index(form) + 2, True) for text, form in
        ...  (("她又出包了", "出包"), ("提出包车", "出包"), ("他从小米离职", "小米"), ("证据悉被毁", "据悉"), ("让人联想", "联想"), ("小米节", "小米"))]
        [2, 0, 1, 1, 0, 0]
        >>> [Cut(text).verdict(0, 2) for text in ("道歉信写得好", "封杀令", "问责制度", "翻车鱼")]
        [2, 2, 2, 0]
        """
        first, last = self._at[start], self._at[end - 1]
        if first is last and (first.start, first.end) != (start, end):
            return self._in_one(first, start, end, is_name, in_compounds)
        before, after = self._piece(first.start, start), self._piece(end, last.end)
        if before or after:
            return self._crossed(
                start, end, first if before else None, last if after else None, is_person
            )
        if is_name and (self._is_verb(start, end) or self._is_longer_name(end, is_person)):
            return NOT
        return UNSURE if self._is_contested(start, end) else SURE

    def beside(self, start: int, end: int) -> tuple[str, ...]:
        """The two words before and the two after, as far as no stop stands between; of 一碗 also
        碗.
        """
        found = []
        for at, step in ((start - 1, -1), (end, 1)):
            for _ in range(2):
                word = self._at.get(at)
                if word is None or not self.text[word.start : word.end].isalnum():
                    break
                found.append(self.text[word.start : word.end])
                if word.part_of_speech.startswith("m"):
                    found.append(self.text[word.end - 1])
                at = word.start - 1 if step < 0 else word.end
        return tuple(found)

    def _piece(self, start: int, end: int) -> str:
        """What of a word is left beside the form, where it is Chinese: Latin words have edges of
        their own.
        """
        return (
            self.text[start:end]
            if start < end and HAN.match(self.text, start) and HAN.match(self.text, end - 1)
            else ""
        )

    def _in_one(self, word: Word, start: int, end: int, is_name: bool, in_compounds: bool) -> int:
        """The form is a part of one longer word: of 小米粥 in no sense, of 被开除, 道歉信 and
        舆论压力 the word itself.
        """
        whole = self.text[word.start : word.end]
        rest = self._piece(word.start, start) + self._piece(end, word.end)
        if (
            not rest
            or rest in _AFFIXES
            or (is_name and rest in _FIRMS)
            or (not is_name and in_compounds and start == word.start and rest in _PAPERS)
        ):
            return SURE
        in_two = (
            in_compounds
            and len(rest) > 1
            and frequency(rest) > 0
            and not word.part_of_speech.startswith(_NAMES)
        )
        return (
            SURE
            if in_two and whole in (self.text[start:end] + rest, rest + self.text[start:end])
            else NOT
        )

    def _crossed(
        self, start: int, end: int, first: Word | None, last: Word | None, is_person: bool
    ) -> int:
        """A word reaches into the form: 提出|包车.

        Where it takes but one character beside the form, a form of four stands all the same, and a
        person's of three: 从小|米 汽车, 范 佳 来|说.
        Of a shorter one no dictionary can tell, if it leaves single characters of ours, 从小|米
        离职; but 朋友|圈子 is all words.
        """
        reaching = [
            word
            for word, at in ((first, start), (last, end))
            if word and not self._is_joined(word, at)
        ]
        if not reaching:
            return SURE
        outside = (
            self.text[reaching[0].start : start]
            if reaching[0] is first
            else self.text[end : reaching[0].end]
        )
        if len(reaching) == 2 or len(outside) > 1:
            return NOT
        if end - start > 3 or (is_person and end - start == 3):
            return SURE
        within = (self._at.get(at) for at in range(start, end))
        left = [word for word in within if word and word is not reaching[0]]
        stranded = (
            all(word.end - word.start == 1 for word in left)
            and reaching[0].end - reaching[0].start == 2
        )
        return UNSURE if stranded and (end - start == 3 or self._is_small(outside)) else NOT

    def _is_joined(self, word: Word, at: int) -> bool:
        """Two words that the dictionary has as one: 新闻记者 after 澎湃, 依法追究 before 其责任."""
        parts = self.text[word.start : at], self.text[at : word.end]
        return all(len(part) > 1 and frequency(part) for part in parts)

    def _is_contested(self, start: int, end: int) -> bool:
        """One character stands alone before the form, and could as well be one word with the form's
        first.
        """
        before = self._at.get(start - 1)
        if before is None or before.end - before.start != 1 or not self._piece(start - 1, start):
            return False
        form, alone = self.text[start:end], self.text[start - 1]
        if not frequency(form):
            return False
        ours = frequency(alone) * frequency(form)
        doubt = 1 if self._is_small(alone) else _DOUBT
        return any(
            frequency(alone + form[:at]) * frequency(form[at:]) * doubt > ours
            for at in range(1, len(form))
        )

    def _is_small(self, word: str) -> bool:
        """从, 也, 了, 上: one character that is a word wherever it stands."""
        return len(word) == 1 and words(word)[0].part_of_speech[0] in "pcdufr"

    def _is_verb(self, start: int, end: int) -> bool:
        word = self._at[start]
        if word.end != end or not word.part_of_speech.startswith("v"):
            return False
        before = self._at.get(start - 1)
        cause = self._at.get(before.start - 1) if before else None
        return (
            self._is(self._at.get(end), _COMPLEMENTS)
            or self._is(before, _BY_ITSELF)
            or self._is(cause, _CAUSES)
        )

    def _is(self, word: Word | None, among: frozenset[str]) -> bool:
        return word is not None and self.text[word.start : word.end] in among

    def _is_longer_name(self, end: int, is_person: bool) -> bool:
        """小米节 is a feast; 王化民 is somebody else than 王化."""
        after = self._at.get(end)
        if after is None or after.end - after.start != 1:
            return False
        return self.text[end] in _PLACES or (
            is_person and after.part_of_speech in ("ng", "nr", "nrt")
        )
