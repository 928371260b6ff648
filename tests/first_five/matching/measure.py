"""How well actors and terms are found: what the whole pipeline marks, against what a reader wrote
down. Run: `python -m tests.first_five.matching.measure`.
"""

import re
import tempfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

from build_tools.annotators.names.catalogue import matchers
from build_tools.language.chinese.convert import Converter
from build_tools.model.archive import Source
from build_tools.model.editorial import Editorial
from build_tools.model.text import Aligned, Seed
from build_tools.per_source import source_of, text_of
from build_tools.readers.decode import decode
from build_tools.readers.editorial import read_editorial
from build_tools.readers.seeds import read_seeds
from build_tools.stages.wording import protected_words
from tests.first_five.conftest import copy_first_five

HERE = Path(__file__).resolve().parent
OTHER = HERE / "other"
TRUTH = {"actor": HERE / "truth", "term": HERE / "truth-terms"}
"""What a reader wrote down about the seeds, by kind of mark."""
OTHER_TRUTH = {"actor": OTHER, "term": HERE / "other-terms"}
UNSEEN = {"tuned": HERE / "unseen" / "tuned", "held": HERE / "unseen" / "held"}
"""Texts with their truth written into them: those that were looked at while the matcher was made,
and those that were not.
"""
_NAMED = re.compile(r"\[\[([^]|]+)\|([^]|]+)]]")
"""`[[小米|xiaomi]]` in such a text."""

Truth = dict[str, dict[str, list[list[str]]]]
"""By segment id and language (`en`, `zh`): [words, id of the actor or term], or [words, id, words
that they stand in].
"""
Naming = tuple[str, int, int, str]
"""An actor or a term named in a text: (segment id, start, end, its id)."""


@dataclass(frozen=True, slots=True)
class Score:
    """One text in one language: what is there, what the matcher found."""

    true: frozenset[Naming]
    found: frozenset[Naming]
    texts: dict[str, str]
    """By segment id."""

    @property
    def right(self) -> int:
        return len(self.true & self.found)

    @property
    def precision(self) -> float:
        return self.right / len(self.found) if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / len(self.true) if self.true else 1.0

    @property
    def false(self) -> list[str]:
        return self._told(self.found - self.true)

    @property
    def missed(self) -> list[str]:
        return self._told(self.true - self.found)

    def _told(self, namings: frozenset[Naming]) -> list[str]:
        return [
            f"{id} {self.texts[id][start:end]} = {named}"
            for id, start, end, named in sorted(namings, key=lambda n: (int(n[0][1:]), n[1]))
        ]


class Bench:
    """The records that the truths know, ready to read any text with them."""

    def __init__(self, root: Path):
        """`root` is an archive of the first five seeds, as `copy_first_five` makes one."""
        self._root = root
        self.editorial, _ = read_editorial(root)
        self._converter = Converter(
            protected_words(self.editorial.actors, self.editorial.corrections)[0]
        )
        self._names = matchers(self.editorial.actors, self.editorial.terms, self._converter)

    @cached_property
    def seeds(self) -> dict[str, Source]:
        """The five seeds, with everything that editors wrote beside them."""
        return {seed.id: self.read(seed) for seed in read_seeds(self._root / "seeds")[0]}

    @cached_property
    def others(self) -> dict[str, Source]:
        """The texts that no record was made for, read as new seeds with nothing beside them."""
        return {
            path.stem: self.read_text(path.stem, path.read_text(encoding="utf-8"))
            for path in sorted(OTHER.glob("*.txt"))
        }

    def read_text(self, id: str, text: str) -> Source:
        seed, problems = decode(f"seeds/{id}.txt", id, text.encode())
        assert seed, problems
        return self.read(seed)

    def read(self, seed: Seed) -> Source:
        text, _ = text_of(seed, self.editorial)
        return source_of(text, self.editorial, self._converter, self._names)[0]

    def seed_figures(self, kind: str, within_terms: bool = False) -> dict[tuple[str, str], Score]:
        """By seed and language, on both sides."""
        return {
            (id, lang): score(
                source, read_truth(TRUTH[kind] / f"{id}.yml"), lang, kind, within_terms
            )
            for id, source in self.seeds.items()
            for lang in ("zh", "en")
        }

    def other_figures(self, kind: str) -> dict[tuple[str, str], Score]:
        """By text and its own language."""
        return {
            (id, source.side): score(
                source, read_truth(OTHER_TRUTH[kind] / f"{id}.yml"), source.side, kind
            )
            for id, source in self.others.items()
        }

    def unseen_figures(self, which: str, kind: str) -> dict[tuple[str, str], Score]:
        """By text and the language of most of it; each segment is read in its own."""
        figures = {}
        for path in sorted(UNSEEN[which].glob("*.txt")):
            text, named = unmarked(path.read_text(encoding="utf-8"))
            source = self.read_text(path.stem, text)
            figures[path.stem, source.side] = _in_seed(source, text, named, kind, self.editorial)
        return figures


def unmarked(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    """A text without its truth, and the truth: start, end and id of what is named.

    >>> unmarked("一碗小米粥与[[小米|xiaomi]]")
    ('一碗小米粥与小米', [(6, 8, 'xiaomi')])
    """
    plain, named = "", []
    for part, (words, id) in zip(
        _NAMED.split(text)[::3], [*_NAMED.findall(text), ("", "")], strict=True
    ):
        plain += part + words
        if words:
            named.append((len(plain) - len(words), len(plain), id))
    return plain, named


def _in_seed(
    source: Source, text: str, named: list[tuple[int, int, str]], kind: str, editorial: Editorial
) -> Score:
    """The same as `score`, by offsets in the seed: the truth stands whatever becomes of the
    segments.
    """
    records = editorial.actors if kind == "actor" else editorial.terms
    assert not [id for *_, id in named if id not in {**editorial.actors, **editorial.terms}], (
        source.id
    )
    found = set()
    for passage in source.text:
        own = "en" if passage.segment.lang == "en" else "zh"
        for _, start, end, id in found_in("", passage, own, kind):
            found.add(
                (
                    "s0",
                    passage.segment.seed_offset(start),
                    passage.segment.seed_offset(end - 1) + 1,
                    id,
                )
            )
    return Score(
        frozenset(("s0", *naming) for naming in named if naming[2] in records),
        frozenset(found),
        {"s0": text},
    )


def read_truth(path: Path) -> Truth:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def score(
    source: Source, truth: Truth, lang: str, kind: str = "actor", within_terms: bool = False
) -> Score:
    """What is true and what was found of one kind; `within_terms` also counts what stands inside a
    longer term.
    """
    passages = {passage.segment.id: passage for passage in source.text}
    assert truth.keys() <= passages.keys(), (
        f"{source.id} has no {sorted(truth.keys() - passages.keys())}"
    )
    texts = {id: words_of(passage, lang) for id, passage in passages.items()}
    true = {
        naming
        for id, sides in truth.items()
        for naming in placed(id, texts[id], sides.get(lang, []))
    }
    if within_terms:
        true |= {
            naming
            for id, sides in truth.items()
            for naming in placed(id, texts[id], sides.get(f"{lang}-in-terms", []))
        }
    return Score(
        frozenset(true),
        frozenset(n for id, passage in passages.items() for n in found_in(id, passage, lang, kind)),
        texts,
    )


def words_of(passage: Aligned, lang: str) -> str:
    """The reading or its translation, as a reader of the truth files sees it; every Chinese script
    has the same offsets.
    """
    own = "en" if passage.segment.lang == "en" else "zh"
    return passage.reading.text if own == lang else passage.translation.text


def placed(id: str, text: str, named: list[list[str]]) -> list[Naming]:
    """Where the words stand, each after the one before it.

    >>> placed("s1", "小米粥和小米", [["小米", "xiaomi", "和小米"]])
    [('s1', 4, 6, 'xiaomi')]
    """
    namings, after = [], 0
    for words, named_id, *inside in named:
        longer = inside[0] if inside else words
        at = text.find(longer, after)
        assert at >= 0, f"{id}: “{longer}” is not in the text after character {after}: {text}"
        start = at + longer.index(words)
        after = start + len(words)
        namings.append((id, start, after, named_id))
    return namings


def found_in(id: str, passage: Aligned, lang: str, kind: str = "actor") -> list[Naming]:
    marks = passage.rendition("en" if lang == "en" else "zh-Hans").marks
    return [(id, mark.start, mark.end, mark.target) for mark in marks if mark.kind == kind]


def table(measured: dict[tuple[str, str], Score]) -> str:
    """A line for each text and language, and below it what differs."""
    lines = []
    for (id, lang), one in measured.items():
        lines.append(
            f"{id:22} {lang}  there {len(one.true):3}  found {len(one.found):3}  right {one.right:3}  "
            f"precision {one.precision:.2f}  recall {one.recall:.2f}"
        )
        lines += [f"    false  {each}" for each in one.false] + [
            f"    missed {each}" for each in one.missed
        ]
    return "\n".join(lines)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(copy_first_five(Path(folder, "archive")))
        for kind in TRUTH:
            print(f"\n{kind}s\n{table(bench.seed_figures(kind) | bench.other_figures(kind))}")
            for which in UNSEEN:
                print(f"\n{kind}s, {which}\n{table(bench.unseen_figures(which, kind))}")
            print(
                f"\n{kind}s, counting also those inside longer terms\n{table(bench.seed_figures(kind, within_terms=True))}"
            )


if __name__ == "__main__":
    main()
